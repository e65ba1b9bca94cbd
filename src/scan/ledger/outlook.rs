//! The proofs of the stock in the time ahead, drawn from the ledger.

use super::Wanted;
use crate::model::{AsinLedger, Case, Deadline, HeldLot, Input, LedgerLot, Outlook, ProofEnd};
use crate::scan::Judged;

/// Days ahead that are looked at.
const AHEAD: i64 = 90;
/// Ends of proofs, and lots of the stock, that are listed. A calendar or a sheet with more helps nobody.
const MOST: usize = 10_000;

impl Judged<'_> {
    /// What of the stock is covered today, and which papers fall out of the window in the time
    /// ahead; `None` where no file tells the stock, the purchases or the documents.
    #[must_use]
    pub fn outlook(&self) -> Option<Outlook> {
        let tables = &self.inventory.tables;
        let needed = [Input::Stock, Input::Purchases, Input::Documents];
        if !needed.iter().all(|input| tables.has(*input)) {
            return None;
        }
        let whole = self.ledger(&Wanted::default());
        let totals = whole.sums.totals;
        let mut lots: Vec<HeldLot> = whole.asins().flat_map(held).take(MOST + 1).collect();
        let lots_cut = lots.len() > MOST;
        lots.truncate(MOST);
        let soon = self.ledger(&Wanted {
            expiring: Some(AHEAD),
            ..Wanted::default()
        });
        let mut ends: Vec<ProofEnd> = soon.asins().flat_map(ends).collect();
        ends.sort_by(|a, b| (a.day, &a.asin, a.units).cmp(&(b.day, &b.asin, b.units)));
        let more = ends.len().saturating_sub(MOST) as u64;
        ends.truncate(MOST);
        Some(Outlook {
            held: totals.stock,
            covered: totals.stock_covered,
            expiries: ends,
            more,
            lots,
            lots_cut,
        })
    }
}

impl Judged<'_> {
    /// The deadlines of open notices, soonest first.
    #[must_use]
    pub fn deadlines(&self) -> Vec<Deadline> {
        let open = self.inventory.tables.cases.iter().filter(|c| c.is_open());
        let deadline = |case: &Case| {
            Some(Deadline {
                day: case.deadline?,
                notice: case.id.clone(),
                kind: case.kind,
                asins: case.asins.iter().map(ToString::to_string).collect(),
            })
        };
        let mut deadlines: Vec<Deadline> = open.filter_map(deadline).collect();
        deadlines.sort_by(|a, b| (a.day, &a.notice).cmp(&(b.day, &b.notice)));
        deadlines
    }
}

/// What lies in stock of an ASIN: its lots, then the units that no lot accounts for.
fn held(asin: AsinLedger) -> Vec<HeldLot> {
    let units = |units| HeldLot {
        asin: asin.asin.clone().unwrap_or_default(),
        skus: asin.skus.clone(),
        title: asin.title.clone(),
        units,
        bought: None,
        supplier: None,
        paper: None,
        falls_out: None,
        days_left: None,
        at: None,
    };
    let in_stock = asin.lots.iter().filter(|lot| lot.in_stock > 0);
    let lot = |lot: &LedgerLot| HeldLot {
        bought: lot.day.filter(|_| lot.bought),
        supplier: lot.supplier.clone(),
        paper: lot.papers.first().cloned(),
        falls_out: lot.falls_out,
        days_left: lot.days_left,
        at: lot.at.clone(),
        ..units(lot.in_stock)
    };
    let mut lots: Vec<HeldLot> = in_stock.map(lot).collect();
    if asin.figures.stock_unaccounted > 0 {
        lots.push(units(asin.figures.stock_unaccounted));
    }
    lots
}

/// The lots of an ASIN that lie in stock and are about to lose their papers.
fn ends(asin: AsinLedger) -> Vec<ProofEnd> {
    let soon = |lot: &&LedgerLot| {
        let left = lot.days_left;
        lot.in_stock > 0 && left.is_some_and(|left| (0..=AHEAD).contains(&left))
    };
    let end = |lot: &LedgerLot| {
        let paper = lot.papers.first();
        Some(ProofEnd {
            day: lot.falls_out?,
            asin: asin.asin.clone().unwrap_or_default(),
            skus: asin.skus.clone(),
            title: asin.title.clone(),
            units: lot.in_stock,
            kind: paper.and_then(|paper| paper.kind),
            supplier: lot.supplier.clone(),
            at: paper.and_then(|paper| paper.at.clone()).or(lot.at.clone()),
        })
    };
    asin.lots.iter().filter(soon).filter_map(end).collect()
}
