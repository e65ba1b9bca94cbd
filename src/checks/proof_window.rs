//! `proof-window`: the newest accepted document of an ASIN must lie inside the window.

use super::proofs::{Standing, before, standing};
use super::{Context, Judge};
use crate::model::{DocumentKind, Fact, Facts, Input, Scope, Told, Verdict};
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

    fn judge<'a>(&'a self, cx: &Context<'a>, page: u32, facts: &mut Facts<'a>) -> Verdict {
        if let Some(verdict) = before(cx, page, self.days) {
            return verdict;
        }
        let (mut newest, mut untold) = (None, None);
        for proof in cx.inventory.proofs(page) {
            match standing(cx, &proof, self.days, &self.kinds) {
                Standing::Counts(_) => return Verdict::Clear,
                Standing::Untold(field) => untold = untold.or(Some(field)),
                Standing::Old(age) => {
                    if newest.as_ref().is_none_or(|(best, _)| age < *best) {
                        newest = Some((age, proof));
                    }
                }
                Standing::Future => facts.add(|| {
                    let fact = Fact::new("document-future").with("day", proof.day?);
                    Some(fact.at(proof.origin))
                }),
                Standing::Refused => facts.add(|| {
                    let kind = Told::Word(proof.kind?.word());
                    let fact = Fact::new("document-not-accepted").with("kind", kind);
                    Some(fact.at(proof.origin))
                }),
            }
        }
        if let Some(field) = untold {
            return Verdict::Unknown(Input::Documents, Some(field));
        }
        facts.state_first(|| match newest {
            Some((age, proof)) => Fact::new("document-newest-old")
                .with("age", age)
                .with("days", self.days)
                .with("day", proof.day)
                .with("kind", proof.kind.map(|k| Told::Word(k.word())))
                .at(proof.origin),
            None => {
                let purchases = cx.inventory.purchases(page);
                Fact {
                    at: purchases.first().map(|purchase| purchase.origin),
                    ..Fact::new("document-none-accepted").with("purchases", purchases.len() as u64)
                }
            }
        });
        Verdict::Risk
    }
}
