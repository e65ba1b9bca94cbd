//! What several shipment checks share: the line they look at, and how its quantity reads.

use super::Context;
use crate::model::{Fact, Field, Input, Verdict};

/// Units that a line plans.
///
/// # Errors
/// A line without a quantity cannot be judged by it.
pub(super) fn units(cx: &Context<'_>, line: u32) -> Result<u64, Verdict> {
    match cx.inventory.line(line).units {
        Some(units) if units > 0 => Ok(units.into()),
        _ => Err(Verdict::Unknown(Input::Shipment, Some(Field::Units))),
    }
}

/// The page of a line.
///
/// # Errors
/// Goods that nothing lists are the matter of `shipment-listed`, unless no listings were given.
pub(super) fn page(cx: &Context<'_>, line: u32) -> Result<u32, Verdict> {
    cx.inventory
        .line_page(line)
        .ok_or(if cx.has(Input::Listings) {
            Verdict::NotApplicable
        } else {
            Verdict::Unknown(Input::Listings, None)
        })
}

/// What the plan says, at its place.
pub(super) fn stated<'a>(cx: &Context<'a>, line: u32) -> Fact<'a> {
    named(cx, line, "shipment-line")
}

/// A line told as another fact.
pub(super) fn named<'a>(cx: &Context<'a>, line: u32, key: &'a str) -> Fact<'a> {
    let inventory = cx.inventory;
    let row = inventory.line(line);
    Fact::new(key)
        .with("sku", inventory.tables.skus.get(row.sku))
        .with("units", row.units)
        .at(row.origin)
}

/// Units of a page that are in stock beside the plan.
///
/// # Errors
/// What is missing, when no file tells.
pub(super) fn held(cx: &Context<'_>, page: u32) -> Result<u64, Verdict> {
    cx.inventory
        .held_beside_plan(page)
        .ok_or(if cx.has(Input::Stock) {
            Verdict::Unknown(Input::Listings, Some(Field::Quantity))
        } else {
            Verdict::Unknown(Input::Stock, None)
        })
}
