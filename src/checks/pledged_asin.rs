//! `pledged-asin`: an ASIN that the seller promised never to sell again is listed, in stock or bought.

use super::{Context, Judge};
use crate::model::{Fact, Facts, Field, Input, Scope, Verdict};
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

    fn settled(&self, cx: &Context<'_>) -> Option<Verdict> {
        let none = !cx.has(Input::Pledges) && !cx.has(Input::Notices);
        none.then_some(Verdict::Unknown(Input::Pledges, None))
    }

    fn judge<'a>(&'a self, cx: &Context<'a>, page: u32, facts: &mut Facts<'a>) -> Verdict {
        // Notices tell of pledges too; only the list of pledges can tell that there are no others.
        if !cx.has(Input::Pledges) && !cx.has(Input::Notices) {
            return Verdict::Unknown(Input::Pledges, None);
        }
        let inventory = cx.inventory;
        let Some(asin) = inventory.asin(page) else {
            return Verdict::Unknown(Input::Listings, Some(Field::Asin));
        };
        let Some(pledge) = inventory.pledge(page) else {
            return match cx.has(Input::Pledges) {
                true => Verdict::Clear,
                false => Verdict::Unknown(Input::Pledges, None),
            };
        };
        let mut untold = false;
        for item in inventory
            .items(page)
            .iter()
            .filter(|i| !inventory.only_in_stock(**i) || inventory.units_held(**i) != Some(0))
        {
            let listing = inventory.item(*item);
            facts.state(|| {
                Fact::new("pledged-listed")
                    .with("sku", inventory.tables.skus.get(listing.sku))
                    .with("units", inventory.units_held(*item))
                    .at(listing.origin)
            });
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
                facts.state(|| {
                    Fact::new("pledged-bought")
                        .with("units", u64::from(purchase.units.unwrap_or(1)))
                        .with("day", purchase.day)
                        .at(purchase.origin)
                });
            }
        }
        if facts.is_empty() && untold {
            return Verdict::Unknown(Input::Pledges, Some(Field::Day));
        }
        if facts.is_empty() {
            return Verdict::Clear;
        }
        facts.state_first(|| {
            Fact::new("pledged")
                .with("asin", asin)
                .with("day", pledge.day)
                .at(pledge.origin)
        });
        Verdict::Risk
    }
}
