//! `proof-expiry`: the newest document of an ASIN is about to fall out of the window.

use super::proofs::{Standing, before, standing};
use super::{Context, Judge};
use crate::inventory::Proof;
use crate::model::{Day, DocumentKind, Fact, Facts, Input, Scope, Verdict};
use jiff::ToSpan;
use serde::Deserialize;

/// Parameters of `proof-expiry`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ProofExpiry {
    /// Days a document counts from its issue.
    days: i64,
    /// Days before the end from which it is a risk.
    warn: i64,
    /// Kinds of documents that Amazon accepts.
    kinds: Vec<DocumentKind>,
}

impl Judge for ProofExpiry {
    fn scope(&self) -> Scope {
        Scope::Asin
    }

    fn inputs(&self) -> Vec<Input> {
        vec![Input::Purchases, Input::Documents]
    }

    fn judge<'a>(&'a self, cx: &Context<'a>, page: u32, facts: &mut Facts<'a>) -> Verdict {
        if let Some(verdict) = before(cx, page, self.days) {
            return verdict;
        }
        let (mut newest, mut untold) = (None, None);
        for proof in cx.inventory.proofs(page) {
            match standing(cx, &proof, self.days, &self.kinds) {
                Standing::Counts(age) if newest.is_none_or(|(best, _)| age < best) => {
                    newest = Some((age, proof))
                }
                Standing::Untold(field) => untold = untold.or(Some(field)),
                _ => {}
            }
        }
        let left = newest.map(|(age, proof)| (self.days - age, proof));
        match (left, untold) {
            (Some((left, _)), _) if left > self.warn => Verdict::Clear,
            (_, Some(field)) => Verdict::Unknown(Input::Documents, Some(field)),
            (Some((left, proof)), None) => {
                facts.state(|| self.expires(cx, page, &proof, left));
                Verdict::Risk
            }
            // Nothing inside the window: the matter of `proof-window`.
            (None, None) => Verdict::NotApplicable,
        }
    }
}

impl ProofExpiry {
    fn expires<'a>(&self, cx: &Context<'a>, page: u32, proof: &Proof, left: i64) -> Fact<'a> {
        let of_day = cx.inventory.proofs(page).filter(|p| p.day == proof.day);
        let units: u64 = of_day.map(|p| u64::from(p.units.unwrap_or(0))).sum();
        let first_day_without = |day: Day| day.checked_add((self.days + 1).days()).ok();
        Fact::new("document-expires")
            .with("day", proof.day)
            .with("expires", proof.day.and_then(first_day_without))
            .with("left", left)
            .with("units", units)
            .at(proof.origin)
    }
}
