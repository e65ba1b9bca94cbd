//! `restriction`: Amazon said that this seller may not list an ASIN as it is offered.

use super::{Context, Judge};
use crate::model::{Condition, Fact, Facts, Field, Input, Restriction, Scope, Verdict};
use serde::Deserialize;

/// Amazon's words for the conditions of the offers that kenpin reads.
const CONDITIONS: &[(&str, u32)] = &[
    ("new_new", 11),
    ("used_like_new", 1),
    ("used_very_good", 2),
    ("used_good", 3),
    ("used_acceptable", 4),
    ("collectible_like_new", 5),
    ("collectible_very_good", 6),
    ("collectible_good", 7),
    ("collectible_acceptable", 8),
    ("refurbished_refurbished", 10),
];

/// Parameters of `restriction`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Restrictions {
    /// Codes of the reasons it is about.
    codes: Vec<String>,
    /// True when it is about every code but these, those that Amazon leaves out too.
    #[serde(default)]
    others: bool,
}

impl Judge for Restrictions {
    fn scope(&self) -> Scope {
        Scope::Sku
    }

    fn inputs(&self) -> Vec<Input> {
        vec![Input::Listings, Input::Restrictions]
    }

    fn settled(&self, cx: &Context<'_>) -> Option<Verdict> {
        let none = !cx.has(Input::Restrictions);
        none.then_some(Verdict::Unknown(Input::Restrictions, None))
    }

    fn judge<'a>(&'a self, cx: &Context<'a>, item: u32, facts: &mut Facts<'a>) -> Verdict {
        if !cx.has(Input::Restrictions) {
            return Verdict::Unknown(Input::Restrictions, None);
        }
        let inventory = cx.inventory;
        if !cx.live(item) {
            return Verdict::NotApplicable;
        }
        let Some(asin) = inventory.asin(inventory.page_of(item)) else {
            return Verdict::Unknown(Input::Listings, Some(Field::Asin));
        };
        let rows = inventory.tables.restrictions_of(asin);
        if rows.is_empty() {
            return Verdict::Unknown(Input::Restrictions, None);
        }
        let offered = inventory.item(item).condition;
        let about = |row: &&Restriction| row.held && self.is_about(cx.text(row.code));
        let mut doubtful = false;
        for row in rows.iter().filter(about) {
            match applies(cx.text(row.condition), offered) {
                Some(true) => {}
                Some(false) => continue,
                None => {
                    doubtful = true;
                    continue;
                }
            }
            facts.state(|| {
                let code = cx.text(row.code);
                Fact::new("listing-held")
                    .with("asin", asin)
                    .with("code", Some(code).filter(|code| !code.is_empty()))
                    .with("message", cx.text(row.message))
                    .with("day", row.asked)
                    .at(row.origin)
            });
        }
        match (facts.is_empty(), doubtful) {
            (false, _) => Verdict::Risk,
            (true, true) => Verdict::Unknown(Input::Listings, Some(Field::Condition)),
            (true, false) => Verdict::Clear,
        }
    }
}

impl Restrictions {
    fn is_about(&self, code: &str) -> bool {
        self.codes.iter().any(|known| known == code) != self.others
    }
}

/// True when a restriction on that condition is one on the offer; `None` for an offer of unknown
/// condition.
fn applies(condition: &str, offered: Option<Condition>) -> Option<bool> {
    if condition.is_empty() {
        return Some(true);
    }
    let mut known = CONDITIONS.iter();
    let code = known
        .find(|(word, _)| *word == condition)
        .map(|(_, code)| *code);
    let Some(code) = code else {
        // A condition that no offer of the reports has.
        return Some(false);
    };
    offered.map(|offered| u32::from(offered.code()) == code)
}
