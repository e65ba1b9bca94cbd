//! `account-state`: the state of the account in the account-health report.

use super::{Context, Judge};
use crate::model::{AccountState, Fact, Facts, Field, Input, Scope, Told, Verdict};
use serde::Deserialize;

/// `account-state` has no parameters.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AccountStates {}

impl Judge for AccountStates {
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
        let rows = cx.inventory.tables.health.iter();
        let rows = rows.filter_map(|row| Some((row, row.state?)));
        let until = rows.clone().filter_map(|(row, _)| row.until).max();
        let (mut any, mut untold) = (false, false);
        for (row, state) in rows.filter(|(row, _)| row.until == until) {
            match state {
                AccountState::Normal => any = true,
                AccountState::Unknown => untold = true,
                AccountState::AtRisk | AccountState::Deactivated => facts.state(|| {
                    Fact::new("account-state")
                        .with("state", Told::Word(state.word()))
                        .with("said", cx.text(row.said))
                        .with("day", row.until)
                        .at(row.origin)
                }),
            }
        }
        match (facts.is_empty(), untold, any) {
            (false, ..) => Verdict::Risk,
            (true, false, true) => Verdict::Clear,
            _ => Verdict::Unknown(Input::Health, Some(Field::AccountState)),
        }
    }
}
