//! `pledged-asin`: an ASIN that the seller promised never to sell again is listed, in stock or bought.

use super::{Context, Judge};
use crate::model::{Fact, Field, Input, Scope, Verdict};
use serde::Deserialize;

/// `pledged-asin` has no parameters.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PledgedAsin {}

impl Judge for PledgedAsin {
    fn scope(&self) -> Scope {
        Scope::Asin
    }

    fn inputs(&self) -> Vec<Input> {
        vec![Input::Pledges]
    }

    /// A promise to Amazon binds the seller whatever the reason.
    fn can_be_excepted(&self) -> bool {
        false
    }

    fn judge(&self, cx: &Context<'_>, page: u32) -> Verdict {
        if !cx.has(Input::Pledges) {
            return Verdict::Unknown(Input::Pledges, None);
        }
        let inventory = cx.inventory;
        let Some(asin) = inventory.asin(page) else {
            return Verdict::Unknown(Input::Listings, Some(Field::Asin));
        };
        let Some(pledge) = inventory.pledge(page) else {
            return Verdict::Clear;
        };
        let (mut facts, mut untold) = (Vec::new(), false);
        for item in inventory
            .items(page)
            .iter()
            .filter(|i| !inventory.only_in_stock(**i) || inventory.units_held(**i) != Some(0))
        {
            let listing = inventory.item(*item);
            let fact = Fact::new("pledged-listed")
                .with("sku", inventory.tables.skus.get(listing.sku))
                .with("units", inventory.units_held(*item));
            facts.push(fact.at(listing.origin));
        }
        for purchase in inventory.purchases(page) {
            // Bought before the pledge is no breach.
            let after = match (purchase.day, pledge.day) {
                (Some(bought), Some(pledged)) => bought > pledged,
                _ => {
                    untold = true;
                    false
                }
            };
            if after {
                let fact = Fact::new("pledged-bought")
                    .with("units", u64::from(purchase.units.unwrap_or(1)))
                    .with("day", purchase.day);
                facts.push(fact.at(purchase.origin));
            }
        }
        if facts.is_empty() && untold {
            return Verdict::Unknown(Input::Pledges, Some(Field::Day));
        }
        if facts.is_empty() {
            return Verdict::Clear;
        }
        let first = Fact::new("pledged")
            .with("asin", asin.as_str())
            .with("day", pledge.day);
        facts.insert(0, first.at(pledge.origin));
        Verdict::Risk(facts)
    }
}
