//! Yen at stake: what Amazon holds back when it stops an ASIN.
//!
//! A closed account has the sales of the last 180 days of the ASINs concerned held, and their FBA
//! stock destroyed (source: OSA-Style, アカウントが停止・閉鎖した時, updated 2024-02-04).

use crate::checks::Context;
use crate::model::{Input, Yen};

/// Days of sales that are held.
const HELD_DAYS: i32 = 180;

/// Sales of the last 180 days plus the value of the FBA stock of a page; `None` when neither sales
/// nor stock tell anything.
pub(super) fn at_stake(cx: &Context<'_>, page: u32) -> Option<Yen> {
    match (sales(cx, page), stock(cx, page)) {
        (None, None) => None,
        (sales, stock) => Some(sales.unwrap_or_default() + stock.unwrap_or_default()),
    }
}

fn sales(cx: &Context<'_>, page: u32) -> Option<Yen> {
    if !cx.inventory.tables.has(Input::Sales) {
        return None;
    }
    // The listing lies elsewhere in memory, and few sales ask for it.
    let mut offered = None;
    let mut price = || *offered.get_or_insert_with(|| price(cx, page));
    let held = |day: i32| (0..HELD_DAYS).contains(&(cx.today - day));
    let amounts = cx
        .inventory
        .sales(page)
        .iter()
        .filter(|sold| sold.day().is_none_or(held))
        .filter_map(|sold| sold.amount().or_else(|| Some(price()?.times(sold.units()))));
    Some(amounts.sum())
}

/// Units of the FBA stock at what they cost, else at what they are offered for.
fn stock(cx: &Context<'_>, page: u32) -> Option<Yen> {
    let told = || {
        let items = cx.inventory.items(page).iter();
        items.filter_map(|item| cx.inventory.stock(*item))
    };
    told().next()?;
    let units: Option<u64> = told().map(|stock| stock.all()).sum();
    let newest = cx
        .inventory
        .purchases(page)
        .iter()
        .filter(|p| p.unit_cost.is_some())
        .max_by_key(|p| (p.day, p.origin));
    let each = newest
        .and_then(|p| p.unit_cost)
        .or_else(|| price(cx, page))?;
    Some(each.times(units?))
}

fn price(cx: &Context<'_>, page: u32) -> Option<Yen> {
    cx.inventory
        .items(page)
        .iter()
        .find_map(|i| cx.inventory.item(*i).price)
}

/// Yen at stake on all pages with goods of a supplier, each page once.
pub(super) fn of_supplier(cx: &Context<'_>, supplier: u32) -> Option<Yen> {
    let pages = cx.inventory.pages_bought_from(supplier);
    let mut sum = None;
    for yen in pages.filter_map(|page| at_stake(cx, page)) {
        sum = Some(sum.unwrap_or_default() + yen);
    }
    sum
}
