//! `open-notice`: notices of Amazon that wait for the seller: overdue, due soon, lost, without a day.

use super::{Context, Judge};
use crate::inventory::day_number;
use crate::model::{Case, Fact, Facts, Input, Scope, Told, Turn, Verdict};
use serde::Deserialize;

/// What a rule looks for in the open notices.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum State {
    /// The last day went by.
    Overdue,
    /// The last day comes within so many days.
    Due,
    /// Amazon refused two appeals.
    Lost,
    /// Amazon waits, and no last day is known.
    Undated,
}

/// Parameters of `open-notice`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OpenNotice {
    /// What it looks for.
    state: State,
    /// Days until the last one, for `due`.
    #[serde(default)]
    days: i32,
}

impl Judge for OpenNotice {
    fn scope(&self) -> Scope {
        Scope::Account
    }

    fn inputs(&self) -> Vec<Input> {
        vec![Input::Notices]
    }

    fn judge<'a>(&'a self, cx: &Context<'a>, _account: u32, facts: &mut Facts<'a>) -> Verdict {
        if !cx.has(Input::Notices) {
            return Verdict::Unknown(Input::Notices, None);
        }
        let cases = cx.inventory.tables.cases.iter();
        for case in cases.filter(|case| case.is_open()) {
            let left = case.deadline.map(|day| day_number(day) - cx.today);
            if self.meets(case, left) {
                facts.state(|| self.fact(case, left));
            }
        }
        match facts.is_empty() {
            true => Verdict::Clear,
            false => Verdict::Risk,
        }
    }
}

impl OpenNotice {
    fn meets(&self, case: &Case, left: Option<i32>) -> bool {
        let waits = case.turn == Turn::Seller && !case.is_lost();
        match (self.state, left) {
            (State::Lost, _) => case.is_lost(),
            (State::Overdue, Some(left)) => waits && left < 0,
            (State::Due, Some(left)) => waits && (0..=self.days).contains(&left),
            (State::Undated, None) => waits,
            _ => false,
        }
    }

    fn fact<'a>(&self, case: &'a Case, left: Option<i32>) -> Fact<'a> {
        let key = match self.state {
            State::Overdue => "notice-overdue",
            State::Due => "notice-due",
            State::Lost => "notice-lost",
            State::Undated => "notice-undated",
        };
        let days = left.map(|left| i64::from(left.abs()));
        Fact::new(key)
            .with("id", case.id.as_str())
            .with("kind", Told::Word(case.kind.word()))
            .with("received", case.received)
            .with("day", case.deadline)
            .with("days", days)
            .with("appeals", case.appeals)
            .at(case.origin)
    }
}
