//! `attested`: one point of the checklist that only the seller can know.

use super::context::Age;
use super::{Context, Judge};
use crate::model::{Attest, Fact, Facts, Field, Input, Scope, Stated, Told, Verdict};
use serde::Deserialize;

/// Parameters of `attested`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Attested {
    /// Which point.
    item: Attest,
    /// Days that a statement holds.
    days: i64,
}

impl Judge for Attested {
    fn scope(&self) -> Scope {
        Scope::Account
    }

    fn inputs(&self) -> Vec<Input> {
        vec![Input::Account]
    }

    fn judge<'a>(&'a self, cx: &Context<'a>, _account: u32, facts: &mut Facts<'a>) -> Verdict {
        let account = cx.policy.account.as_ref();
        let item = Told::Word(self.item.word());
        match account.and_then(|account| account.attested.get(&self.item)) {
            None => Verdict::Unknown(Input::Account, Some(Field::Attested)),
            Some(Stated::No) => {
                facts.state(|| Fact::new("attested-not").with("item", item));
                Verdict::Risk
            }
            Some(Stated::On(day)) => match cx.age(*day, self.days) {
                Age::Inside(_) => Verdict::Clear,
                Age::Before(age) => {
                    facts.state(|| {
                        Fact::new("attested-old")
                            .with("item", item)
                            .with("day", *day)
                            .with("age", age)
                            .with("days", self.days)
                    });
                    Verdict::Risk
                }
                // Nobody can state today what will be so.
                Age::Future => Verdict::Unknown(Input::Account, Some(Field::Attested)),
            },
        }
    }
}
