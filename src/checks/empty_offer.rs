//! `empty-offer`: an offer that the report calls active, without a unit to sell.

use super::{Context, Judge};
use crate::model::{Channel, Fact, Facts, Field, Input, Scope, Status, Verdict};
use serde::Deserialize;

/// `empty-offer` has no parameters.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EmptyOffer {}

impl Judge for EmptyOffer {
    fn scope(&self) -> Scope {
        Scope::Sku
    }

    fn inputs(&self) -> Vec<Input> {
        vec![Input::Listings, Input::Stock]
    }

    fn judge<'a>(&'a self, cx: &Context<'a>, item: u32, facts: &mut Facts<'a>) -> Verdict {
        let inventory = cx.inventory;
        let listing = inventory.item(item);
        match listing.status {
            Some(Status::Active) => {}
            Some(_) => return Verdict::NotApplicable,
            None if !cx.has(Input::Listings) => return Verdict::Unknown(Input::Listings, None),
            // An offer that only the stock report knows is no live one.
            None if inventory.only_in_stock(item) => return Verdict::NotApplicable,
            None => return Verdict::Unknown(Input::Listings, Some(Field::Status)),
        }
        match inventory.units_held(item) {
            Some(0) => {
                facts.state(|| Fact::new("offer-empty").at(listing.origin));
                Verdict::Risk
            }
            Some(_) => Verdict::Clear,
            None if listing.channel == Some(Channel::Merchant) => {
                Verdict::Unknown(Input::Listings, Some(Field::Quantity))
            }
            None => Verdict::Unknown(Input::Stock, None),
        }
    }
}
