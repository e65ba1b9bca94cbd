//! The lots of one page: bought units with their papers, handed out to sales and stock, and what
//! that comes to on the days ahead.

use super::papers::{self, Paper};
use crate::checks::Context;
use crate::inventory::cover::{Part, cover};
use crate::inventory::fifo::{self, Lot as Units, Sold};
use crate::inventory::{StockTotal, day_number};
use crate::model::{
    Ahead, Day, Disposition, Expiry, Field, Figures, Input, Missing, Pace, PaperState, ProofWindow,
    Purchase,
};
use jiff::ToSpan;

/// Units that were bought together and for which the same papers speak.
pub(super) struct Lot {
    /// Day of purchase, else of issue; units of no known day are the oldest.
    pub(super) day: Day,
    /// Row of the purchase.
    pub(super) purchase: Option<usize>,
    /// Numbers of the papers.
    pub(super) papers: Vec<usize>,
    pub(super) units: u64,
    pub(super) sold: u64,
    pub(super) held: u64,
    /// Days after today on which a paper counts for it, negative when it is over.
    pub(super) left: Option<i64>,
}

/// Everything of one page.
pub(super) struct PageLots {
    pub(super) lots: Vec<Lot>,
    pub(super) papers: Vec<Paper>,
    pub(super) figures: Figures,
    pub(super) stock: Option<u64>,
    pub(super) pace: Option<Pace>,
    pub(super) not_told: Vec<Missing>,
}

impl PageLots {
    /// Lays out a page; `named` is the document that each purchase names.
    pub(super) fn of(
        cx: &Context<'_>,
        window: &ProofWindow,
        named: &[Option<u32>],
        page: u32,
    ) -> Self {
        let (mut rows, bought): (Vec<usize>, Vec<u64>) = bought(cx, page).into_iter().unzip();
        let (papers, stated) = papers::of_page(cx, window, named, page, &rows);
        let parts = cover(&bought, &stated);
        let mut lots: Vec<Lot> = parts
            .into_iter()
            .map(|part| lot(cx, part, &mut rows, &papers))
            .collect();
        lots.sort_by_key(|lot| (lot.day, lot.purchase.is_none()));
        let mut all = Self {
            lots,
            papers,
            figures: Figures::default(),
            stock: cx.inventory.page_units(page, StockTotal::to_prove),
            pace: None,
            not_told: Vec::new(),
        };
        all.hand_out(cx, page);
        all.pace = pace(cx, window, page);
        all.not_told = all.untold(cx, page);
        all
    }

    /// Gives the units to sales and stock, and adds everything up.
    fn hand_out(&mut self, cx: &Context<'_>, page: u32) {
        let (sold, returned) = (sold(cx, page), returned(cx, page));
        let net = fifo::net(&sold, &returned);
        let total = |all: &[Sold]| all.iter().map(|sale| sale.units).sum::<u64>();
        // What is dated later than today is not there yet.
        let here = self.lots.partition_point(|lot| lot.day <= cx.policy.today);
        let lots = self.lots[..here].iter().map(|lot| Units {
            day: lot.day,
            units: lot.units,
        });
        let held = self.stock.unwrap_or(0);
        let all = fifo::allocate(&lots.collect::<Vec<_>>(), &net, held);
        for (lot, place) in self.lots.iter_mut().zip(&all.lots) {
            (lot.sold, lot.held) = (place.sold, place.held);
        }
        let mut sum = Figures {
            sold: total(&net),
            returned: total(&returned),
            sold_unaccounted: all.sold_unbought,
            stock: held,
            stock_unaccounted: all.held_unbought,
            shared_jan: shared(cx, page),
            ..Figures::default()
        };
        for lot in &self.lots {
            sum.units += lot.units;
            if lot.purchase.is_some() {
                sum.bought += lot.units;
            }
            if lot.left.is_some() {
                sum.documented += lot.units;
                sum.documented_sold += lot.sold;
                sum.documented_in_stock += lot.held;
                sum.documented_left_over += lot.units - lot.sold - lot.held;
            }
            if lot.left >= Some(0) {
                sum.stock_covered += lot.held;
            }
        }
        self.figures = sum;
    }

    /// The stock in so many days, when it goes on being sold as before, oldest first; units that no
    /// lot accounts for go last, so that no proof is counted that is not there.
    pub(super) fn ahead(&self, days: i64) -> Ahead {
        let held = self.figures.stock;
        let expected = self.pace.map_or(0, |pace| {
            let sold = u128::from(pace.sold) * u128::from(days.unsigned_abs());
            u64::try_from(sold / u128::from(pace.days.max(1))).unwrap_or(u64::MAX)
        });
        let sold = expected.min(held);
        let (mut gone, mut covered) = (sold, 0);
        for lot in &self.lots {
            let out = gone.min(lot.held);
            gone -= out;
            if lot.left >= Some(days) {
                covered += lot.held - out;
            }
        }
        Ahead {
            days,
            sold,
            stock: held - sold,
            covered,
        }
    }

    /// The next units in stock to lose their paper.
    pub(super) fn expires(&self, today: Day) -> Option<Expiry> {
        let ending = || {
            let held = self.lots.iter().filter(|lot| lot.held > 0);
            held.filter_map(|lot| Some((lot.left.filter(|left| *left >= 0)?, lot.held)))
        };
        let first = ending().map(|(left, _)| left).min()?;
        let same = ending().filter(|(left, _)| *left == first);
        Some(Expiry {
            falls_out: day_after(today, first)?,
            days_left: first,
            units: same.map(|(_, held)| held).sum(),
        })
    }

    /// True when there is nothing to tell of the page.
    pub(super) fn is_empty(&self) -> bool {
        let sum = &self.figures;
        self.lots.is_empty() && sum.sold == 0 && sum.stock == 0 && sum.shared_jan == 0
    }

    fn untold(&self, cx: &Context<'_>, page: u32) -> Vec<Missing> {
        let mut missing = Vec::new();
        let mut note = |true_of: bool, input, field| {
            if true_of {
                missing.push(Missing::one(input, field));
            }
        };
        let tables = &cx.inventory.tables;
        let (has, bought) = (|input| tables.has(input), cx.inventory.purchases(page));
        let untold = |state| self.papers.iter().any(|paper| paper.state == state);
        note(!has(Input::Purchases), Input::Purchases, None);
        note(!has(Input::Documents), Input::Documents, None);
        note(!has(Input::Sales), Input::Sales, None);
        let quantity = has(Input::Stock) && self.stock.is_none();
        note(
            !has(Input::Stock) && self.stock.is_none(),
            Input::Stock,
            None,
        );
        note(quantity, Input::Listings, Some(Field::Quantity));
        let no_units = bought.iter().any(|p| p.units.is_none());
        note(no_units, Input::Purchases, Some(Field::Units));
        let no_day = bought.iter().any(|p| p.day.is_none());
        note(no_day, Input::Purchases, Some(Field::Day));
        let shared = self.figures.shared_jan > 0;
        note(shared, Input::Purchases, Some(Field::Asin));
        let no_units = self.papers.iter().any(|paper| paper.units.is_none());
        note(no_units, Input::Documents, Some(Field::Units));
        note(
            untold(PaperState::Untold),
            Input::Documents,
            Some(Field::Issued),
        );
        missing
    }
}

/// The first day after so many days from today.
pub(super) fn day_after(today: Day, days: i64) -> Option<Day> {
    today.checked_add((days + 1).days()).ok()
}

/// The rows of a page's purchases with their units, oldest first.
fn bought(cx: &Context<'_>, page: u32) -> Vec<(usize, u64)> {
    let rows = cx.inventory.purchase_rows(page);
    let mut all: Vec<(usize, &Purchase)> = rows.zip(cx.inventory.purchases(page)).collect();
    all.sort_by_key(|(_, p)| (p.day, p.origin));
    all.into_iter()
        .map(|(row, p)| (row, p.units.unwrap_or(0).into()))
        .collect()
}

fn lot(cx: &Context<'_>, part: Part, rows: &mut [usize], papers: &[Paper]) -> Lot {
    let purchase = part.bought.map(|number| rows[number]);
    let bought = purchase.map(|row| cx.inventory.tables.purchases[row].day);
    let issued = || {
        part.papers
            .first()
            .and_then(|paper| papers[*paper].proof.day)
    };
    Lot {
        day: bought.unwrap_or_else(issued).unwrap_or(Day::MIN),
        purchase,
        left: part.papers.iter().filter_map(|p| papers[*p].left).max(),
        papers: part.papers,
        units: part.units,
        sold: 0,
        held: 0,
    }
}

/// The sales of a page in the order of their days; those without a day count as the latest.
fn sold(cx: &Context<'_>, page: u32) -> Vec<Sold> {
    let today = cx.policy.today;
    let start = day_number(today);
    let day = |day: i32| today.checked_add(i64::from(day - start).days()).ok();
    let sales = cx.inventory.sales(page).iter().map(|sold| Sold {
        day: sold.day().and_then(day).unwrap_or(today),
        units: sold.units(),
    });
    in_order(sales)
}

/// The units that came back to stock.
fn returned(cx: &Context<'_>, page: u32) -> Vec<Sold> {
    let back = cx.inventory.returns(page);
    let sellable = back.filter(|r| r.disposition == Disposition::Sellable);
    in_order(sellable.map(|r| Sold {
        day: r.day.unwrap_or(Day::MAX),
        units: r.units.into(),
    }))
}

fn in_order(sales: impl Iterator<Item = Sold>) -> Vec<Sold> {
    let mut sales: Vec<Sold> = sales.collect();
    sales.sort_by_key(|sale| sale.day);
    sales
}

fn shared(cx: &Context<'_>, page: u32) -> u64 {
    let shared = cx.inventory.shared_purchases(page);
    shared.map(|p| u64::from(p.units.unwrap_or(0))).sum()
}

/// Units sold inside the window, on the days of it that the sales reports cover.
fn pace(cx: &Context<'_>, window: &ProofWindow, page: u32) -> Option<Pace> {
    let (from, to) = cx.inventory.sales_span()?;
    let today = cx.policy.today;
    let from = from.max(today.checked_sub(window.days.days()).ok()?);
    let days = i64::from(day_number(to.min(today)) - day_number(from)) + 1;
    let inside = |sale: &&Sold| (from..=today).contains(&sale.day);
    let net = fifo::net(&sold(cx, page), &returned(cx, page));
    Some(Pace {
        sold: net.iter().filter(inside).map(|sale| sale.units).sum(),
        days: u64::try_from(days).ok().filter(|days| *days > 0)?,
    })
}
