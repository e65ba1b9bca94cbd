//! `shipment-listed`: the SKU of a line stands in no listings report.

use super::shipping::named;
use super::{Context, Judge};
use crate::model::{Fact, Facts, Input, Scope, Verdict};
use serde::Deserialize;

/// `shipment-listed` has no parameters.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ShipmentListed {}

impl Judge for ShipmentListed {
    fn scope(&self) -> Scope {
        Scope::ShipmentLine
    }

    fn inputs(&self) -> Vec<Input> {
        vec![Input::Shipment, Input::Listings]
    }

    fn judge<'a>(&'a self, cx: &Context<'a>, line: u32, facts: &mut Facts<'a>) -> Verdict {
        if !cx.has(Input::Listings) {
            return Verdict::Unknown(Input::Listings, None);
        }
        let inventory = cx.inventory;
        match inventory.line_item(line) {
            None => facts.state(|| named(cx, line, "shipment-unlisted")),
            Some(item) if inventory.only_in_stock(item) => {
                facts.state(|| named(cx, line, "shipment-unlisted"));
                let listing = inventory.item(item);
                facts.state(|| {
                    Fact::new("shipment-only-in-stock")
                        .with("sku", inventory.tables.skus.get(listing.sku))
                        .at(listing.origin)
                });
            }
            Some(_) => return Verdict::Clear,
        }
        Verdict::Risk
    }
}
