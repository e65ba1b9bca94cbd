//! `shipment-bought`: a line sends more units than were bought and are not sold or in stock.

use super::proofs::unbought;
use super::shipping::{held, page, units};
use super::{Context, Judge};
use crate::inventory::Sold;
use crate::model::{Fact, Facts, Field, Input, Purchase, Scope, Verdict};
use serde::Deserialize;

/// `shipment-bought` has no parameters.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ShipmentBought {}

/// Units of a page by the books.
struct Books {
    bought: u64,
    sold: u64,
    held: u64,
    /// Bought or returned, and neither sold nor in stock.
    left: u64,
    /// Left even if everything bought before the sales reports begin is gone.
    surely: u64,
}

impl Judge for ShipmentBought {
    fn scope(&self) -> Scope {
        Scope::ShipmentLine
    }

    fn inputs(&self) -> Vec<Input> {
        vec![
            Input::Shipment,
            Input::Purchases,
            Input::Sales,
            Input::Stock,
        ]
    }

    fn limit(&self, cx: &Context<'_>, line: u32) -> Option<u64> {
        let page = page(cx, line).ok()?;
        let left = books(cx, page).map_or(0, |books| books.left);
        Some(left.saturating_sub(cx.inventory.planned_before(line)))
    }

    fn judge<'a>(&'a self, cx: &Context<'a>, line: u32, facts: &mut Facts<'a>) -> Verdict {
        if !cx.has(Input::Purchases) {
            return Verdict::Unknown(Input::Purchases, None);
        }
        let (page, units) = match (page(cx, line), units(cx, line)) {
            (Ok(page), Ok(units)) => (page, units),
            (Err(verdict), _) | (_, Err(verdict)) => return verdict,
        };
        let inventory = cx.inventory;
        if inventory.shared_purchases(page).next().is_some() {
            return Verdict::Unknown(Input::Purchases, Some(Field::Asin));
        }
        if inventory.purchase_rows(page).is_empty() && inventory.has_proof(page) {
            return unbought(cx, page);
        }
        let before = inventory.planned_before(line);
        let books = match books(cx, page) {
            Ok(books) => books,
            Err(verdict) => return verdict,
        };
        if units + before <= books.surely {
            return Verdict::Clear;
        }
        if units + before <= books.left {
            return Verdict::Unknown(Input::Sales, Some(Field::Day));
        }
        facts.state(|| Fact {
            at: Some(inventory.line(line).origin),
            ..Fact::new("shipment-bought")
                .with("planned", units)
                .with("before", before)
                .with("bought", books.bought)
                .with("sold", books.sold)
                .with("held", books.held)
                .with("left", books.left)
        });
        Verdict::Risk
    }
}

/// What the ledger, the sales and the stock say of a page.
fn books(cx: &Context<'_>, page: u32) -> Result<Books, Verdict> {
    for input in [Input::Sales, Input::Stock] {
        if !cx.has(input) {
            return Err(Verdict::Unknown(input, None));
        }
    }
    let inventory = cx.inventory;
    let held = held(cx, page)?;
    let from = inventory.sales_span().map(|(from, _)| from);
    let (mut bought, mut since) = (0, 0);
    for Purchase { units, day, .. } in inventory.purchases(page) {
        let units = units.ok_or(Verdict::Unknown(Input::Purchases, Some(Field::Units)))?;
        bought += u64::from(units);
        if day.zip(from).is_some_and(|(day, from)| day >= from) {
            since += u64::from(units);
        }
    }
    let sold: u64 = inventory.sales(page).iter().map(Sold::units).sum();
    let returned: u64 = inventory.returns(page).map(|r| u64::from(r.units)).sum();
    let rest = |came: u64| (came + returned).saturating_sub(sold + held);
    Ok(Books {
        bought,
        sold,
        held,
        left: rest(bought),
        surely: rest(since),
    })
}
