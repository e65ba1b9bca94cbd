//! `inbound`: Amazon said that FBA does not take in an ASIN of the shipment.

use super::shipping::stated;
use super::{Context, Judge};
use crate::model::{Eligibility, Fact, Facts, Field, Input, Scope, Told, Verdict};
use serde::Deserialize;

/// A reason of Amazon, in words.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Reason {
    code: String,
    ja: String,
    en: String,
}

/// Parameters of `inbound`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Inbound {
    /// The reasons it is about.
    reasons: Vec<Reason>,
    /// Codes that other rules are about, where it is about all the rest as well: Amazon uses codes
    /// that no published list has.
    #[serde(default)]
    elsewhere: Vec<String>,
}

impl Judge for Inbound {
    fn scope(&self) -> Scope {
        Scope::ShipmentLine
    }

    fn inputs(&self) -> Vec<Input> {
        vec![Input::Shipment, Input::Eligibility]
    }

    fn judge<'a>(&'a self, cx: &Context<'a>, line: u32, facts: &mut Facts<'a>) -> Verdict {
        if !cx.has(Input::Eligibility) {
            return Verdict::Unknown(Input::Eligibility, None);
        }
        let inventory = cx.inventory;
        let listed = inventory.line_page(line);
        let listed = listed.and_then(|page| inventory.asin(page));
        let Some(asin) = listed.or(inventory.line(line).asin) else {
            return Verdict::Unknown(Input::Listings, Some(Field::Asin));
        };
        let rows = inventory.tables.eligibility_of(asin);
        if rows.is_empty() {
            return Verdict::Unknown(Input::Eligibility, None);
        }
        for row in rows.iter().filter(|row| row.refused) {
            let Some(why) = self.why(cx, row) else {
                continue;
            };
            facts.state(|| {
                Fact::new("inbound-refused")
                    .with("asin", asin)
                    .with("code", cx.text(row.reason))
                    .with("why", why)
                    .with("day", row.asked)
                    .at(row.origin)
            });
        }
        if facts.is_empty() {
            return Verdict::Clear;
        }
        facts.state(|| stated(cx, line));
        Verdict::Risk
    }
}

impl Inbound {
    /// The reason in words, where the rule is about it.
    fn why<'a>(&'a self, cx: &Context<'a>, row: &Eligibility) -> Option<Told<'a>> {
        let code = cx.text(row.reason);
        let mut known = self.reasons.iter();
        if let Some(reason) = known.find(|reason| reason.code == code) {
            return Some(Told::Said(&reason.ja, &reason.en));
        }
        let rest = !self.elsewhere.is_empty();
        let other = rest && !self.elsewhere.iter().any(|known| known == code);
        other.then_some(Told::Word("unknown"))
    }
}
