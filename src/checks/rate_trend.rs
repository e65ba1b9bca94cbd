//! `rate-trend`: a rate of the account-health report that nears Amazon's target from audit to audit.

use super::account_rate::{Limit, Must, newest};
use super::{Context, Judge};
use crate::inventory::day_number;
use crate::model::{
    Fact, Facts, Field, HealthRow, Input, Metric, PastRate, Percent, Scope, Told, Verdict,
};
use serde::Deserialize;

/// Parameters of `rate-trend`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RateTrend {
    /// Which rate.
    metric: Metric,
    /// On which side of the limit it has to be.
    must: Must,
    /// Amazon's target; a rate that misses it is the matter of `account-rate`.
    limit: Limit,
    /// The rate from which its course matters.
    from: Limit,
    /// Audits in a row in which it has to get worse, this one among them.
    audits: usize,
}

impl Judge for RateTrend {
    fn scope(&self) -> Scope {
        Scope::Account
    }

    fn inputs(&self) -> Vec<Input> {
        vec![Input::Health, Input::History]
    }

    fn judge<'a>(&'a self, cx: &Context<'a>, _account: u32, facts: &mut Facts<'a>) -> Verdict {
        for input in [Input::Health, Input::History] {
            if !cx.has(input) {
                return Verdict::Unknown(input, None);
            }
        }
        let (mut any, mut untold) = (false, None);
        for row in newest(cx, self.metric) {
            if row.orders == Some(0) {
                any = true;
                continue;
            }
            let Some(rate) = row.rate else {
                untold = Some((Input::Health, Field::Rate));
                continue;
            };
            let before = self.before(cx, row);
            if before.len() < self.audits {
                untold = Some((Input::History, Field::Rate));
                continue;
            }
            any = true;
            if self.nears(rate) && self.worsens(&before, rate) {
                facts.state(|| self.told(cx, row, before[0]));
            }
        }
        match (facts.is_empty(), untold, any) {
            (false, ..) => Verdict::Risk,
            (true, None, true) => Verdict::Clear,
            (true, Some((input, field)), _) => Verdict::Unknown(input, Some(field)),
            (true, None, false) => Verdict::Unknown(Input::Health, Some(Field::Rate)),
        }
    }
}

impl RateTrend {
    /// The same rate in the audits of the days before, the oldest first.
    fn before<'a>(&self, cx: &Context<'a>, row: &HealthRow) -> Vec<&'a PastRate> {
        let past = cx.inventory.tables.past_rates.iter();
        let mut same: Vec<&PastRate> = past
            .filter(|past| day_number(past.day) < cx.today)
            .filter(|past| past.then.metric == self.metric && past.then.channel == row.channel)
            .collect();
        same.split_off(same.len().saturating_sub(self.audits))
    }

    /// True for a rate that is near the limit, and not past it.
    fn nears(&self, rate: Percent) -> bool {
        match self.must {
            Must::BeBelow => rate >= self.from.share && rate < self.limit.share,
            Must::Reach => rate <= self.from.share && rate >= self.limit.share,
        }
    }

    /// True when each rate is worse than the one before.
    fn worsens(&self, before: &[&PastRate], now: Percent) -> bool {
        let course = before.iter().map(|past| past.then.rate).chain([now]);
        let next = course.clone().skip(1);
        let mut steps = course.zip(next);
        match self.must {
            Must::BeBelow => steps.all(|(was, is)| is > was),
            Must::Reach => steps.all(|(was, is)| is < was),
        }
    }

    fn told<'a>(&'a self, cx: &Context<'a>, row: &HealthRow, first: &PastRate) -> Fact<'a> {
        let fact = match self.must {
            Must::BeBelow => Fact::new("rate-rises"),
            Must::Reach => Fact::new("rate-falls"),
        };
        fact.with("metric", Told::Word(self.metric.word()))
            .with("was", cx.text(first.shown))
            .with("since", first.day)
            .with("rate", cx.text(row.shown))
            .with("limit", self.limit.text.as_str())
            .with("audits", self.audits as u64)
            .at(row.origin)
    }
}
