//! `young-account`: an account opened lately on which other rules found what stops young ones.

use super::context::Age;
use super::{Context, Judge};
use crate::model::{Fact, Facts, Field, Input, Scope, Verdict};
use serde::Deserialize;

/// Parameters of `young-account`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct YoungAccount {
    /// Days from its opening that an account is young.
    days: i64,
    /// Rules all of which must have found something.
    rules: Vec<String>,
}

impl Judge for YoungAccount {
    fn scope(&self) -> Scope {
        Scope::Account
    }

    fn inputs(&self) -> Vec<Input> {
        vec![Input::Account, Input::Listings, Input::Purchases]
    }

    fn rules(&self) -> &[String] {
        &self.rules
    }

    fn judge<'a>(&'a self, cx: &Context<'a>, _account: u32, facts: &mut Facts<'a>) -> Verdict {
        let Some(account) = &cx.policy.account else {
            return Verdict::Unknown(Input::Account, None);
        };
        let Some(opened) = account.opened else {
            return Verdict::Unknown(Input::Account, Some(Field::Opened));
        };
        // An account of the day of its opening is one day old.
        let age = match cx.age(opened, self.days - 1) {
            Age::Inside(age) => age,
            Age::Future => 0,
            Age::Before(_) => return Verdict::Clear,
        };
        let mut untold = None;
        let mut found = Vec::new();
        for rule in &self.rules {
            match cx.results.of(rule) {
                // Switched off by the seller: it says nothing.
                None => return Verdict::NotApplicable,
                Some(result) if result.risk > 0 => found.push((rule, result.risk)),
                Some(result) => match result.unknown {
                    Some(missing) => untold = untold.or(Some(missing)),
                    None => return Verdict::Clear,
                },
            }
        }
        if let Some((input, field)) = untold {
            return Verdict::Unknown(input, field);
        }
        facts.state(|| {
            Fact::new("account-young")
                .with("day", opened)
                .with("age", age)
        });
        for (rule, count) in found {
            facts.state(|| {
                Fact::new("rule-found")
                    .with("rule", rule.as_str())
                    .with("count", count)
            });
        }
        Verdict::Risk
    }
}
