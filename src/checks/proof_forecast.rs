//! `proof-forecast`: some units in stock stand on documents that are about to fall out of the window.

use super::proofs::{Standing, before, sold, standing};
use super::{Context, Judge};
use crate::inventory::fifo::{Allocation, Lot, allocate};
use crate::inventory::{Proof, StockTotal};
use crate::model::{DocumentKind, Fact, Facts, Field, Input, ProofWindow, Scope, Told, Verdict};
use jiff::ToSpan;
use serde::Deserialize;

/// Parameters of `proof-forecast`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ProofForecast {
    /// Days a document counts from its issue.
    days: i64,
    /// Days before the end from which it is a risk.
    warn: i64,
    /// Days ahead for which the forecast is told.
    ahead: [i64; 3],
    /// Kinds of documents that Amazon accepts.
    kinds: Vec<DocumentKind>,
}

/// A document with the units it speaks for, and the days it still counts; negative when it does not.
struct Paper {
    proof: Proof,
    lot: Lot,
    left: i64,
}

impl Judge for ProofForecast {
    fn scope(&self) -> Scope {
        Scope::Asin
    }

    fn inputs(&self) -> Vec<Input> {
        vec![Input::Purchases, Input::Documents, Input::Stock]
    }

    fn window(&self) -> Option<ProofWindow> {
        Some(ProofWindow {
            days: self.days,
            ahead: self.ahead.to_vec(),
            kinds: self.kinds.clone(),
        })
    }

    fn judge<'a>(&'a self, cx: &Context<'a>, page: u32, stated: &mut Facts<'a>) -> Verdict {
        if let Some(verdict) = before(cx, page, self.days) {
            return verdict;
        }
        let held = match cx.inventory.page_units(page, StockTotal::to_prove) {
            Some(0) => return Verdict::NotApplicable,
            Some(held) => held,
            None if cx.has(Input::Stock) => {
                return Verdict::Unknown(Input::Listings, Some(Field::Quantity));
            }
            None => return Verdict::Unknown(Input::Stock, None),
        };
        let ending = |proof| match standing(cx, &proof, self.days, &self.kinds) {
            Standing::Counts(age) => self.days - age <= self.warn,
            Standing::Untold(_) => true,
            Standing::Old(_) | Standing::Future | Standing::Refused => false,
        };
        // Most pages end here, before anything is laid out and sorted.
        if !cx.inventory.proofs(page).any(ending) {
            return Verdict::Clear;
        }
        let (papers, untold) = self.papers(cx, page);
        let lots: Vec<Lot> = papers.iter().map(|paper| paper.lot).collect();
        let all = allocate(&lots, &sold(cx, page), held);
        let ends = |paper: &Paper| (0..=self.warn).contains(&paper.left);
        let held_by = || papers.iter().zip(&all.lots).filter(|(_, p)| p.held > 0);
        if !held_by().any(|(paper, _)| ends(paper)) {
            return untold.map_or(Verdict::Clear, |field| {
                Verdict::Unknown(Input::Documents, Some(field))
            });
        }
        if let Some(field) = untold {
            return Verdict::Unknown(Input::Documents, Some(field));
        }
        if !held_by().any(|(paper, _)| paper.left > self.warn) {
            // The newest document ends as well: the matter of `proof-expiry`.
            return Verdict::NotApplicable;
        }
        let ending = held_by().filter(|(paper, _)| ends(paper));
        let mut facts: Vec<Fact<'_>> = ending
            .map(|(paper, place)| self.ends(paper, place.held))
            .collect();
        facts.push(self.forecast(held, &papers, &all));
        stated.risk(facts)
    }
}

impl ProofForecast {
    /// The accepted documents of a page, oldest first, and what one of them does not tell.
    fn papers(&self, cx: &Context<'_>, page: u32) -> (Vec<Paper>, Option<Field>) {
        let (mut papers, mut untold) = (Vec::new(), None);
        for proof in cx.inventory.proofs(page) {
            let left = match standing(cx, &proof, self.days, &self.kinds) {
                Standing::Counts(age) | Standing::Old(age) => self.days - age,
                Standing::Untold(field) => {
                    untold = untold.or(Some(field));
                    continue;
                }
                Standing::Future | Standing::Refused => continue,
            };
            match (proof.day, proof.units) {
                (Some(day), Some(units)) => papers.push(Paper {
                    proof,
                    lot: Lot {
                        day,
                        units: units.into(),
                    },
                    left,
                }),
                _ => untold = untold.or(Some(Field::Units)),
            }
        }
        papers.sort_by_key(|paper| (paper.lot.day, paper.proof.origin));
        (papers, untold)
    }

    fn ends<'a>(&self, paper: &Paper, units: u64) -> Fact<'a> {
        let expires = paper.lot.day.checked_add((self.days + 1).days()).ok();
        Fact::new("units-expire")
            .with("units", units)
            .with("kind", paper.proof.kind.map(|kind| Told::Word(kind.word())))
            .with("day", paper.lot.day)
            .with("left", paper.left)
            .with("expires", expires)
            .at(paper.proof.origin)
    }

    /// Units without a document that counts in so many days, if none is sold until then.
    fn forecast(&self, held: u64, papers: &[Paper], all: &Allocation) -> Fact<'static> {
        let names = [("first", "a"), ("second", "b"), ("third", "c")];
        let fact = Fact::new("units-forecast").with("held", held);
        let days = self.ahead.iter().zip(names);
        days.fold(fact, |fact, (days, (ahead, units))| {
            let still = papers.iter().zip(&all.lots);
            let still = still.filter(|(paper, _)| paper.left >= *days);
            let proven: u64 = still.map(|(_, place)| place.held).sum();
            fact.with(ahead, *days).with(units, held - proven)
        })
    }
}
