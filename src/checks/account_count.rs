//! `account-count`: breaches and complaints that the account-health report counts.

use super::account_rate::newest;
use super::{Context, Judge};
use crate::model::{Fact, Facts, Field, Input, Metric, Scope, Told, Verdict};
use serde::Deserialize;

/// Parameters of `account-count`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AccountCount {
    /// Which counts.
    metrics: Vec<Metric>,
    /// So many are no finding; one more is.
    max: u64,
}

impl Judge for AccountCount {
    fn scope(&self) -> Scope {
        Scope::Account
    }

    fn inputs(&self) -> Vec<Input> {
        vec![Input::Health]
    }

    fn judge<'a>(&'a self, cx: &Context<'a>, _account: u32, facts: &mut Facts<'a>) -> Verdict {
        if !cx.has(Input::Health) {
            return Verdict::Unknown(Input::Health, None);
        }
        let mut any = false;
        for metric in &self.metrics {
            for row in newest(cx, *metric) {
                let Some(count) = row.count else { continue };
                any = true;
                if count > self.max {
                    facts.state(|| {
                        Fact::new("account-count")
                            .with("metric", Told::Word(metric.word()))
                            .with("count", count)
                            .with("day", row.until)
                            .at(row.origin)
                    });
                }
            }
        }
        match (facts.is_empty(), any) {
            (false, _) => Verdict::Risk,
            // Amazon leaves out what there is none of, but never all of it.
            (true, true) => Verdict::Clear,
            (true, false) => Verdict::Unknown(Input::Health, Some(Field::Metric)),
        }
    }
}
