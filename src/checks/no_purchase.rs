//! `no-purchase`: stock or a live offer of which no purchase is recorded.

use super::{Context, Judge};
use crate::model::{Channel, Fact, Facts, Field, Input, Scope, Verdict};
use serde::Deserialize;

/// Which offers are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Offer {
    /// Units in Amazon's warehouse.
    Fba,
    /// Live offers that the seller ships.
    Merchant,
}

/// Parameters of `no-purchase`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NoPurchase {
    /// Which offers are looked at.
    offer: Offer,
}

impl Judge for NoPurchase {
    fn scope(&self) -> Scope {
        Scope::Sku
    }

    fn inputs(&self) -> Vec<Input> {
        match self.offer {
            Offer::Fba => vec![Input::Stock, Input::Purchases],
            Offer::Merchant => vec![Input::Listings, Input::Purchases],
        }
    }

    fn judge<'a>(&'a self, cx: &Context<'a>, item: u32, facts: &mut Facts<'a>) -> Verdict {
        if !cx.has(Input::Purchases) {
            return Verdict::Unknown(Input::Purchases, None);
        }
        let units = match self.units(cx, item) {
            Ok(0) => return Verdict::NotApplicable,
            Ok(units) => units,
            Err(verdict) => return verdict,
        };
        let page = cx.inventory.page_of(item);
        let bought = !cx.inventory.purchase_rows(page).is_empty() || cx.inventory.has_proof(page);
        if bought {
            return Verdict::Clear;
        }
        if cx.inventory.shared_purchases(page).next().is_some() {
            return Verdict::Unknown(Input::Purchases, Some(Field::Asin));
        }
        let (key, origin) = match self.offer {
            Offer::Fba => (
                "fba-stock-without-purchase",
                cx.inventory
                    .stock(item)
                    .map_or(cx.inventory.item(item).origin, |s| s.origin),
            ),
            Offer::Merchant => ("offer-without-purchase", cx.inventory.item(item).origin),
        };
        facts.state(|| Fact::new(key).with("units", units).at(origin));
        Verdict::Risk
    }
}

impl NoPurchase {
    /// Units offered; `Ok(0)` when this is not such an offer.
    fn units(&self, cx: &Context<'_>, item: u32) -> Result<u64, Verdict> {
        let listing = cx.inventory.item(item);
        let held = cx.inventory.units_held(item);
        match (self.offer, listing.channel) {
            (Offer::Fba, Some(Channel::Merchant)) => Ok(0),
            (Offer::Fba, _) if cx.inventory.stock(item).is_some() => Ok(held.unwrap_or(0)),
            (Offer::Fba, Some(Channel::Amazon)) => held.ok_or(Verdict::Unknown(Input::Stock, None)),
            (Offer::Merchant, Some(Channel::Amazon)) => Ok(0),
            (Offer::Merchant, Some(Channel::Merchant)) if cx.switched_off(item) => Ok(0),
            (Offer::Merchant, Some(Channel::Merchant)) => {
                held.ok_or(Verdict::Unknown(Input::Listings, Some(Field::Quantity)))
            }
            (_, None) if held == Some(0) => Ok(0),
            (_, None) => Err(Verdict::Unknown(Input::Listings, Some(Field::Channel))),
        }
    }
}
