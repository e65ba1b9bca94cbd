//! `shipment-proof`: papers prove only a part of what a line sends.
//!
//! Units that are sold or in stock use documents up first, the oldest first; what is left is there
//! for the lines of the plan, in their order.

use super::proofs::{Standing, sold, standing};
use super::shipping::{held, page, units};
use super::{Context, Judge};
use crate::inventory::fifo::{Lot, allocate};
use crate::inventory::{Proof, day_number};
use crate::model::{Day, DocumentKind, Fact, Facts, Field, Input, Scope, Told, Verdict};
use jiff::ToSpan;
use serde::Deserialize;

/// Parameters of `shipment-proof`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ShipmentProof {
    /// Days a document counts from its issue.
    days: i64,
    /// Kinds of documents that Amazon accepts.
    kinds: Vec<DocumentKind>,
    /// Days after the first document by which the sales reports must begin to speak for all of it.
    begin: i64,
}

/// What papers say of a page.
struct Papers {
    /// Units on the documents that count.
    documented: u64,
    /// Of them those that no sale and no stock has used up.
    left: u64,
    /// What one of the papers does not tell.
    untold: Option<Field>,
    /// True when sales may be missing that used documents up.
    sales_short: bool,
}

impl Judge for ShipmentProof {
    fn scope(&self) -> Scope {
        Scope::ShipmentLine
    }

    fn inputs(&self) -> Vec<Input> {
        use Input::{Documents, Purchases, Sales, Shipment, Stock};
        vec![Shipment, Purchases, Documents, Sales, Stock]
    }

    fn proven(&self, cx: &Context<'_>, line: u32) -> Option<u64> {
        let (page, units) = (page(cx, line).ok()?, units(cx, line).ok()?);
        let papers = self.papers(cx, page).ok()?;
        let left = papers
            .left
            .saturating_sub(cx.inventory.planned_before(line));
        let sure = !papers.sales_short || left == 0;
        (sure && (left >= units || papers.untold.is_none())).then_some(left.min(units))
    }

    fn judge<'a>(&'a self, cx: &Context<'a>, line: u32, facts: &mut Facts<'a>) -> Verdict {
        let (page, units) = match (page(cx, line), units(cx, line)) {
            (Ok(page), Ok(units)) => (page, units),
            (Err(verdict), _) | (_, Err(verdict)) => return verdict,
        };
        let papers = match self.papers(cx, page) {
            Ok(papers) => papers,
            Err(verdict) => return verdict,
        };
        let before = cx.inventory.planned_before(line);
        let left = papers.left.saturating_sub(before);
        if left >= units {
            return match papers.sales_short {
                true => Verdict::Unknown(Input::Sales, Some(Field::Day)),
                false => Verdict::Clear,
            };
        }
        if let Some(field) = papers.untold {
            return Verdict::Unknown(Input::Documents, Some(field));
        }
        let mut shared = cx.inventory.shared_purchases(page);
        if shared.any(|p| cx.maybe_inside(p.day, self.days)) {
            return Verdict::Unknown(Input::Purchases, Some(Field::Asin));
        }
        facts.state(|| Fact {
            at: Some(cx.inventory.line(line).origin),
            ..Fact::new("shipment-proven")
                .with("planned", units)
                .with("before", before)
                .with("covered", left)
                .with("documented", papers.documented)
                .with("left", papers.left)
        });
        facts.add(|| {
            cx.inventory.proofs(page).filter_map(|proof| {
                let counts = standing(cx, &proof, self.days, &self.kinds);
                let counts = matches!(counts, Standing::Counts(_));
                Some(documented(&proof, proof.units.filter(|_| counts)?))
            })
        });
        Verdict::Risk
    }
}

impl ShipmentProof {
    fn papers(&self, cx: &Context<'_>, page: u32) -> Result<Papers, Verdict> {
        for input in [Input::Purchases, Input::Documents, Input::Sales] {
            if !cx.has(input) {
                return Err(Verdict::Unknown(input, None));
            }
        }
        let held = held(cx, page)?;
        let (mut lots, mut untold) = (Vec::new(), None);
        for proof in cx.inventory.proofs(page) {
            let counts = match standing(cx, &proof, self.days, &self.kinds) {
                Standing::Counts(_) => true,
                // Sales of that time used it up, and not a newer one.
                Standing::Old(_) => false,
                Standing::Untold(field) => {
                    untold = untold.or(Some(field));
                    continue;
                }
                Standing::Future | Standing::Refused => continue,
            };
            match (proof.day, proof.units) {
                (Some(day), Some(units)) => {
                    let units = units.into();
                    lots.push((Lot { day, units }, counts));
                }
                _ if counts => untold = untold.or(Some(Field::Units)),
                _ => {}
            }
        }
        lots.sort_by_key(|(lot, _)| lot.day);
        let counting = || lots.iter().filter(|(_, counts)| *counts);
        let documented = counting().map(|(lot, _)| lot.units).sum();
        let first = counting().map(|(lot, _)| lot.day).next();
        Ok(Papers {
            documented,
            left: self.left(cx, page, &lots, held),
            untold,
            sales_short: first.is_some_and(|first| !self.sales_cover(cx, page, first)),
        })
    }

    /// Units on documents that count which neither sales nor stock use up.
    fn left(&self, cx: &Context<'_>, page: u32, lots: &[(Lot, bool)], held: u64) -> u64 {
        let bare: Vec<Lot> = lots.iter().map(|(lot, _)| *lot).collect();
        let sales = sold(cx, page);
        let all = allocate(&bare, &sales, held);
        let rest = lots
            .iter()
            .zip(&all.lots)
            .filter(|((_, counts), _)| *counts);
        let rest: u64 = rest
            .map(|((lot, _), place)| lot.units - place.sold - place.held)
            .sum();
        // An invoice at the end of a month also proves what was sold before its day.
        let start = cx.policy.today.checked_sub(self.days.days()).ok();
        let old = sales.partition_point(|sale| start.is_some_and(|start| sale.day < start));
        let before = allocate(&bare, &sales[..old], 0).sold_unbought;
        rest.saturating_sub(all.sold_unbought - before)
    }

    /// True when the sales reports tell of all sales since the first document that counts.
    fn sales_cover(&self, cx: &Context<'_>, page: u32, first: Day) -> bool {
        // Reports without days (the business report) do not tell their period.
        let Some((from, _)) = cx.inventory.sales_span() else {
            return false;
        };
        let account = cx.policy.account.as_ref();
        let opened = account.and_then(|a| a.opened);
        let start = opened.map_or(first, |opened| first.max(opened));
        if i64::from(day_number(from) - day_number(start)) <= self.begin {
            return true;
        }
        let bought = cx.inventory.purchases(page);
        !bought.is_empty() && bought.iter().all(|p| p.day.is_some_and(|day| day >= from))
    }
}

fn documented<'a>(proof: &Proof, units: u32) -> Fact<'a> {
    Fact::new("units-documented")
        .with("units", units)
        .with("day", proof.day)
        .with("kind", proof.kind.map(|k| Told::Word(k.word())))
        .at(proof.origin)
}
