//! `proof-window`: the newest accepted document of an ASIN must lie inside the window.

use super::proofs::{Standing, before, standing};
use super::{Context, Judge};
use crate::model::{DocumentKind, Fact, Input, Scope, Value, Verdict};
use serde::Deserialize;

/// Parameters of `proof-window`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ProofWindow {
    /// Days a document counts from its issue; on the last of them it still does.
    days: i64,
    /// Kinds of documents that Amazon accepts.
    kinds: Vec<DocumentKind>,
}

impl Judge for ProofWindow {
    fn scope(&self) -> Scope {
        Scope::Asin
    }

    fn inputs(&self) -> Vec<Input> {
        vec![Input::Purchases, Input::Documents]
    }

    fn judge(&self, cx: &Context<'_>, page: u32) -> Verdict {
        if let Some(verdict) = before(cx, page, self.days) {
            return verdict;
        }
        let (mut newest, mut untold, mut facts) = (None, None, Vec::new());
        for proof in cx.inventory.proofs(page) {
            match standing(cx, &proof, self.days, &self.kinds) {
                Standing::Counts(_) => return Verdict::Clear,
                Standing::Untold(field) => untold = untold.or(Some(field)),
                Standing::Old(age) => {
                    if newest.as_ref().is_none_or(|(best, _)| age < *best) {
                        newest = Some((age, proof));
                    }
                }
                Standing::Future => facts.extend(proof.day.map(|day| {
                    Fact::new("document-future")
                        .with("day", day)
                        .at(proof.origin)
                })),
                Standing::Refused => facts.extend(proof.kind.map(|kind| {
                    Fact::new("document-not-accepted")
                        .with("kind", Value::word(kind))
                        .at(proof.origin)
                })),
            }
        }
        if let Some(field) = untold {
            return Verdict::Unknown(Input::Documents, Some(field));
        }
        let first = match newest {
            Some((age, proof)) => Fact::new("document-newest-old")
                .with("age", age)
                .with("days", self.days)
                .with("day", proof.day)
                .with("kind", proof.kind.map(Value::word))
                .at(proof.origin),
            None => {
                let rows = cx.inventory.purchase_rows(page).len() as u64;
                let fact = Fact::new("document-none-accepted").with("purchases", rows);
                match cx.inventory.purchases(page).first() {
                    Some(purchase) => fact.at(purchase.origin),
                    None => fact,
                }
            }
        };
        facts.insert(0, first);
        Verdict::Risk(facts)
    }
}
