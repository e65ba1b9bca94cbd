//! The proof ledger of an account: every ASIN with its lots and papers, worst first.

mod cause;
mod demand;
mod demand_papers;
mod lots;
mod outlook;
mod papers;
mod suppliers;
mod tell;

use super::Judged;
use super::drill::Desk;
use crate::checks::Context;
use crate::model::{
    Ahead, Asin, Figures, LedgerHead, Ledgers, ProofWindow, Proven, Run, SupplierPapers,
};
pub use demand::Terms;
use lots::PageLots;
use rayon::prelude::*;
use std::cmp::Reverse;
use std::collections::HashMap;

/// The coverage id of what can be handed in within 72 hours, see `data/coverage.csv`.
const READY: &str = "C10";
/// Pages that one piece of work lays out.
const PAGES: u32 = 1024;

/// Which ASINs are wanted.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// These; empty for all.
    pub asins: Vec<Asin>,
    /// Those with units in stock whose papers count for no more than so many days.
    pub expiring: Option<i64>,
}

/// A ledger whose ASINs are told one after the other.
pub struct Book<'a> {
    desk: Desk<'a>,
    window: ProofWindow,
    named: Vec<Option<u32>>,
    suppliers: Vec<SupplierPapers>,
    of_supplier: HashMap<u32, usize>,
    order: Vec<u32>,
    sums: Sums,
    all: u64,
}

/// The worst ASIN first; pages are in the order of the files.
type Rank = (Reverse<u64>, i64, Reverse<u64>, u32);

/// Figures over several pages.
#[derive(Default)]
struct Sums {
    all: u64,
    totals: Figures,
    forecast: Vec<Ahead>,
    ready: [u64; 3],
    stock_untold: u64,
    units_of: HashMap<u32, u64>,
    order: Vec<Rank>,
}

impl Judged<'_> {
    /// True when some file names the ASIN.
    #[must_use]
    pub fn knows(&self, asin: Asin) -> bool {
        let mut pages = 0..self.inventory.page_count();
        pages.any(|page| self.inventory.asin(page) == Some(asin))
    }

    /// Opens the ledger of an account.
    #[must_use]
    pub fn ledger(&self, wanted: &Wanted) -> Book<'_> {
        let mut windows = self.pack.rules.iter().filter_map(|r| r.check.window());
        let window = windows.next().unwrap_or_default();
        let desk = Desk::set_up(self, &[READY]);
        let named = self.inventory.named_documents();
        let count = self.inventory.page_count();
        let starts: Vec<u32> = (0..count).step_by(PAGES as usize).collect();
        let piece = |start: u32| {
            let mut sums = Sums::default();
            for page in start..(start + PAGES).min(count) {
                sums.take(&desk, &window, &named, wanted, page);
            }
            sums
        };
        let pieces: Vec<Sums> = starts.into_par_iter().map(piece).collect();
        let mut sums = Sums::default();
        pieces.into_iter().for_each(|piece| sums.add(piece));
        let mut order = std::mem::take(&mut sums.order);
        order.par_sort_unstable();
        let suppliers = suppliers::of(&desk.cx, &sums.units_of);
        let (of_supplier, suppliers) = suppliers;
        Book {
            desk,
            window,
            named,
            suppliers,
            of_supplier,
            order: order.into_iter().map(|(.., page)| page).collect(),
            all: sums.all,
            sums,
        }
    }
}

impl Sums {
    fn take(
        &mut self,
        desk: &Desk<'_>,
        window: &ProofWindow,
        named: &[Option<u32>],
        wanted: &Wanted,
        page: u32,
    ) {
        let cx = &desk.cx;
        let asin = cx.inventory.asin(page);
        let picked = wanted.asins.is_empty() || asin.is_some_and(|a| wanted.asins.contains(&a));
        let lots = PageLots::of(cx, window, named, page);
        if lots.is_empty() {
            return;
        }
        self.all += 1;
        if !picked || !wanted.is_expiring(&lots) {
            return;
        }
        let forecast = window.ahead.iter().map(|days| lots.ahead(*days));
        add_ahead(&mut self.forecast, &forecast.collect::<Vec<_>>());
        add(&mut self.totals, &lots.figures);
        self.stock_untold += u64::from(lots.stock.is_none());
        match desk.readiness(page).state {
            Some(Proven::Provable) => self.ready[0] += 1,
            Some(Proven::Lacking) => self.ready[1] += 1,
            Some(Proven::Open) => self.ready[2] += 1,
            None => {}
        }
        for lot in &lots.lots {
            if let Some(supplier) = tell::supplier(cx, &lots, lot) {
                *self.units_of.entry(supplier.index() as u32).or_default() += lot.units;
            }
        }
        let uncovered = lots.figures.stock - lots.figures.stock_covered;
        let next = lots.expires(cx.policy.today);
        let (left, units) = next.map_or((i64::MAX, 0), |next| (next.days_left, next.units));
        self.order
            .push((Reverse(uncovered), left, Reverse(units), page));
    }

    fn add(&mut self, mut piece: Self) {
        self.all += piece.all;
        self.stock_untold += piece.stock_untold;
        add(&mut self.totals, &piece.totals);
        add_ahead(&mut self.forecast, &piece.forecast);
        for (sum, count) in self.ready.iter_mut().zip(piece.ready) {
            *sum += count;
        }
        for (supplier, units) in piece.units_of {
            *self.units_of.entry(supplier).or_default() += units;
        }
        self.order.append(&mut piece.order);
    }
}

impl Wanted {
    fn is_expiring(&self, lots: &PageLots) -> bool {
        let Some(days) = self.expiring else {
            return true;
        };
        let mut held = lots.lots.iter().filter(|lot| lot.held > 0);
        held.any(|lot| lot.left.is_some_and(|left| (0..=days).contains(&left)))
    }
}

impl<'a> Book<'a> {
    /// Everything but the ASINs.
    #[must_use]
    pub fn head(&self, run: Run) -> LedgerHead {
        let inventory = self.desk.cx.inventory;
        let [ready, not_ready, ready_unknown] = self.sums.ready;
        LedgerHead {
            run,
            window: self.window.clone(),
            sales_span: inventory.sales_span(),
            sales: inventory.totals.clone(),
            asins_in_all: self.all,
            asins_shown: self.order.len() as u64,
            stock_untold: self.sums.stock_untold,
            totals: self.sums.totals,
            forecast: self.sums.forecast.clone(),
            ready,
            not_ready,
            ready_unknown,
            suppliers: self.suppliers.clone(),
        }
    }

    /// The ASINs, worst first.
    #[must_use]
    pub fn asins(&self) -> Ledgers<'_> {
        Box::new(self.order.iter().map(|page| self.tell(*page)))
    }

    /// The figures of all ASINs added up.
    pub(in crate::scan) fn totals(&self) -> &Figures {
        &self.sums.totals
    }

    fn context(&self) -> &Context<'a> {
        &self.desk.cx
    }
}

/// Adds figures up, but for what several ASINs share: that would count it for each.
fn add(sum: &mut Figures, more: &Figures) {
    sum.units += more.units;
    sum.bought += more.bought;
    sum.documented += more.documented;
    sum.documented_sold += more.documented_sold;
    sum.documented_in_stock += more.documented_in_stock;
    sum.documented_left_over += more.documented_left_over;
    sum.sold += more.sold;
    sum.returned += more.returned;
    sum.sold_unaccounted += more.sold_unaccounted;
    sum.stock += more.stock;
    sum.stock_covered += more.stock_covered;
    sum.stock_unaccounted += more.stock_unaccounted;
}

fn add_ahead(sum: &mut Vec<Ahead>, more: &[Ahead]) {
    if sum.is_empty() {
        sum.extend_from_slice(more);
        return;
    }
    for (sum, more) in sum.iter_mut().zip(more) {
        sum.sold += more.sold;
        sum.stock += more.stock;
        sum.covered += more.covered;
    }
}

#[cfg(test)]
mod tests;
