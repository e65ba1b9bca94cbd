//! Sales: which rows count, when several reports tell of the same order.
//!
//! Reports are taken in the order of [`SalesReport`]: All Orders, transactions, FBA shipments, and
//! the business report only where no dated report exists, because its period is not in the file.
//! A row of a later report counts when no earlier report knows its order number and its day is
//! outside the days that the earlier reports cover. Two files of one report that overlap (monthly
//! downloads) are compared order by order: of each order and SKU the file that tells most units counts.

use super::NOWHERE;
use super::pages::{Codes, Left};
use crate::model::{Day, FileId, Input, Name, OrderId, Sale, SalesReport, Tables, Totals, Yen};
use hashbrown::{HashMap, HashSet};

/// A counted sale, as small as what is asked of it: there are millions, and they are asked for
/// page by page.
#[derive(Clone, Copy, Debug)]
pub struct Sold {
    day: i32,
    units: u32,
    amount: i64,
}

impl Sold {
    /// Stands for a day or an amount that no file tells.
    const UNTOLD: (i32, i64) = (i32::MIN, i64::MIN);

    /// A sale of nothing.
    pub(super) const NONE: Self = Self {
        day: Self::UNTOLD.0,
        units: 0,
        amount: Self::UNTOLD.1,
    };

    pub(super) fn new(sale: &Sale) -> Self {
        Self {
            day: sale.day.map_or(Self::UNTOLD.0, day_number),
            units: sale.units,
            amount: sale.amount.map_or(Self::UNTOLD.1, |yen| yen.0),
        }
    }

    /// Day of the sale as a [`day_number`]; a business report has none.
    #[must_use]
    #[inline]
    pub fn day(&self) -> Option<i32> {
        (self.day != Self::UNTOLD.0).then_some(self.day)
    }

    /// Units.
    #[must_use]
    #[inline]
    pub fn units(&self) -> u64 {
        u64::from(self.units)
    }

    /// What was paid for all of them.
    #[must_use]
    #[inline]
    pub fn amount(&self) -> Option<Yen> {
        (self.amount != Self::UNTOLD.1).then_some(Yen(self.amount))
    }
}

/// A day as the number of days since 1970, which are compared and subtracted at once.
#[must_use]
#[inline]
pub fn day_number(day: Day) -> i32 {
    // Years that begin in March, so that a leap day is the last of its year.
    let (year, month) = (i32::from(day.year()), i32::from(day.month()));
    let (year, month) = match month {
        ..3 => (year - 1, month + 9),
        _ => (year, month - 3),
    };
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * month + 2) / 5 + i32::from(day.day()) - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// The page of every sale, [`NOWHERE`] for those not counted, and the totals per report.
pub(super) fn join(tables: &Tables, codes: &Codes<'_>, left: &mut Left) -> (Vec<Totals>, Vec<u32>) {
    let counted = counted(&tables.sales);
    let mut totals: Vec<Totals> = SalesReport::ALL
        .iter()
        .map(|report| Totals {
            report: *report,
            rows: 0,
            units: 0,
            units_told_twice: 0,
            units_cancelled: 0,
        })
        .collect();
    let mut pages = Vec::with_capacity(tables.sales.len());
    for (row, sale) in tables.sales.iter().enumerate() {
        let total = &mut totals[sale.report as usize];
        total.rows += 1;
        let units = u64::from(sale.units);
        if sale.cancelled {
            total.units_cancelled += units;
        } else if counted.as_ref().is_some_and(|c| !c[row]) {
            total.units_told_twice += units;
        } else {
            total.units += units;
            let page = codes.page(sale.sku, sale.asin, None);
            left.note(Input::Sales, sale.origin, page, true);
            pages.push(page);
            continue;
        }
        pages.push(NOWHERE);
    }
    totals.retain(|t| t.rows > 0);
    (totals, pages)
}

/// First and last day over all sales reports.
pub(super) fn span(tables: &Tables) -> Option<Span> {
    let days = tables.sales.iter().filter_map(|s| s.day);
    let wider = |span: Option<Span>, day: Day| match span {
        Some((first, last)) => Some((first.min(day), last.max(day))),
        None => Some((day, day)),
    };
    days.fold(None, wider)
}

/// Days that a report covers, first and last.
type Span = (Day, Day);

/// Which sales count; `None` when all do, the common case of one file.
fn counted(sales: &[Sale]) -> Option<Vec<bool>> {
    let mut files: Vec<(SalesReport, FileId)> = Vec::new();
    for sale in sales {
        let of = (sale.report, sale.origin.file);
        if files.last() != Some(&of) && !files.contains(&of) {
            files.push(of);
        }
    }
    if files.len() < 2 {
        return None;
    }
    let mut counts = vec![true; sales.len()];
    for report in SalesReport::ALL {
        if files.iter().filter(|(r, _)| r == report).count() > 1 {
            drop_overlap(sales, *report, &mut counts);
        }
    }
    drop_told_before(sales, &mut counts);
    Some(counts)
}

/// Overlapping files of one report: of each order and SKU the file that tells most units counts.
fn drop_overlap(sales: &[Sale], report: SalesReport, counts: &mut [bool]) {
    type Key = (Option<OrderId>, Option<Name>, Option<crate::model::Asin>);
    let key = |s: &Sale| -> Key { (s.order, s.sku, s.asin) };
    let of_report = |s: &&Sale| s.report == report;
    let mut units: HashMap<(Key, FileId), u64> = HashMap::new();
    for sale in sales.iter().filter(of_report) {
        // Cancelled lines take part with nothing, so that a later file's cancellation can be seen.
        *units.entry((key(sale), sale.origin.file)).or_default() += u64::from(sale.units);
    }
    let mut best: HashMap<Key, (u64, FileId)> = HashMap::new();
    for ((key, file), sum) in units {
        best.entry(key)
            .and_modify(|b| {
                if sum > b.0 || (sum == b.0 && file < b.1) {
                    *b = (sum, file);
                }
            })
            .or_insert((sum, file));
    }
    for (row, sale) in sales.iter().enumerate().filter(|(_, s)| s.report == report) {
        // The business report has no orders: two of its files are two periods.
        if sale.order.is_some()
            && best
                .get(&key(sale))
                .is_some_and(|b| b.1 != sale.origin.file)
        {
            counts[row] = false;
        }
    }
}

fn drop_told_before(sales: &[Sale], counts: &mut [bool]) {
    let mut orders: HashSet<OrderId> = HashSet::new();
    let mut spans: Vec<Span> = Vec::new();
    for report in SalesReport::ALL {
        let rows = || {
            sales
                .iter()
                .enumerate()
                .filter(|(_, s)| s.report == *report)
        };
        if rows().next().is_none() {
            continue;
        }
        let first = spans.is_empty() && orders.is_empty();
        if !first {
            for (row, sale) in rows() {
                let known = sale.order.is_some_and(|o| orders.contains(&o));
                let covered = match sale.day {
                    Some(day) => spans.iter().any(|(from, to)| (*from..=*to).contains(&day)),
                    None => true,
                };
                counts[row] &= !known && !covered;
            }
        }
        orders.extend(rows().filter_map(|(_, s)| s.order));
        let days = || rows().filter_map(|(_, s)| s.day);
        spans.extend(days().min().zip(days().max()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn days_are_numbered_as_jiff_counts_them(year in -9999i16..=9999, month in 1i8..=12, date in 1i8..=28) {
            let first = jiff::civil::date(1970, 1, 1);
            let day = jiff::civil::date(year, month, date);
            let counted = day.duration_since(first).as_hours() / 24;
            prop_assert_eq!(i64::from(day_number(day)), counted);
            let last = day.last_of_month();
            let counted = last.duration_since(first).as_hours() / 24;
            prop_assert_eq!(i64::from(day_number(last)), counted);
        }
    }
}
