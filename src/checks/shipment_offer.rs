//! `shipment-offer`: a line sends more units than the seller offers from the own shelf.

use super::shipping::{stated, units};
use super::{Context, Judge};
use crate::model::{Channel, Fact, Facts, Field, Input, Scope, Verdict};
use serde::Deserialize;

/// `shipment-offer` has no parameters.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ShipmentOffer {}

impl Judge for ShipmentOffer {
    fn scope(&self) -> Scope {
        Scope::ShipmentLine
    }

    fn inputs(&self) -> Vec<Input> {
        vec![Input::Shipment, Input::Listings]
    }

    fn limit(&self, cx: &Context<'_>, line: u32) -> Option<u64> {
        let offered = offered(cx, line).ok()?;
        Some(offered.saturating_sub(cx.inventory.planned_before_of_sku(line)))
    }

    fn judge<'a>(&'a self, cx: &Context<'a>, line: u32, facts: &mut Facts<'a>) -> Verdict {
        let offered = match offered(cx, line) {
            Ok(offered) => offered,
            Err(verdict) => return verdict,
        };
        let planned = match units(cx, line) {
            Ok(units) => units + cx.inventory.planned_before_of_sku(line),
            Err(verdict) => return verdict,
        };
        if planned <= offered {
            return Verdict::Clear;
        }
        facts.state(|| {
            let item = cx.inventory.line_item(line);
            Fact {
                at: item.map(|item| cx.inventory.item(item).origin),
                ..Fact::new("shipment-offered")
                    .with("planned", planned)
                    .with("quantity", offered)
            }
        });
        facts.state(|| stated(cx, line));
        Verdict::Risk
    }
}

/// Units of the seller-fulfilled offer; other offers do not tell what lies on the shelf.
fn offered(cx: &Context<'_>, line: u32) -> Result<u64, Verdict> {
    let Some(item) = cx.inventory.line_item(line) else {
        return Err(if cx.has(Input::Listings) {
            Verdict::NotApplicable
        } else {
            Verdict::Unknown(Input::Listings, None)
        });
    };
    let listing = cx.inventory.item(item);
    let fba = listing.channel == Some(Channel::Amazon) || cx.inventory.stock(item).is_some();
    match (listing.quantity, listing.channel) {
        _ if fba => Err(Verdict::NotApplicable),
        (Some(quantity), _) => Ok(quantity.into()),
        (None, Some(_)) => Err(Verdict::Unknown(Input::Listings, Some(Field::Quantity))),
        (None, None) => Err(Verdict::Unknown(Input::Listings, Some(Field::Channel))),
    }
}
