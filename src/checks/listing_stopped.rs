//! `listing-stopped`: an offer that was active in the last audit and is not now, with units at FBA.

use super::{Context, Judge};
use crate::inventory::StockTotal;
use crate::model::{Fact, Facts, Field, Input, Scope, Status, Told, Verdict};
use serde::Deserialize;

/// Parameters of `listing-stopped`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ListingStopped {
    /// Fewer units at FBA are no matter.
    units: u64,
}

impl Judge for ListingStopped {
    fn scope(&self) -> Scope {
        Scope::Sku
    }

    fn inputs(&self) -> Vec<Input> {
        vec![Input::Listings, Input::Stock, Input::History]
    }

    fn judge<'a>(&'a self, cx: &Context<'a>, item: u32, facts: &mut Facts<'a>) -> Verdict {
        if !cx.has(Input::History) {
            return Verdict::Unknown(Input::History, None);
        }
        let inventory = cx.inventory;
        let listing = inventory.item(item);
        let Some(past) = inventory.tables.past(listing.sku) else {
            return Verdict::NotApplicable;
        };
        let was = match past.status {
            None => return Verdict::Unknown(Input::History, Some(Field::Status)),
            Some(Status::Active) => Status::Active,
            Some(_) => return Verdict::NotApplicable,
        };
        let now = match listing.status {
            None => return Verdict::Unknown(Input::Listings, Some(Field::Status)),
            Some(Status::Active) => return Verdict::Clear,
            Some(now) => now,
        };
        if !cx.has(Input::Stock) {
            return Verdict::Unknown(Input::Stock, None);
        }
        // The FBA report names every offer with units there.
        let Some(stock) = inventory.stock(item) else {
            return Verdict::Clear;
        };
        let Some(units) = StockTotal::all(stock) else {
            return Verdict::Unknown(Input::Stock, Some(Field::OnHand));
        };
        if units < self.units {
            return Verdict::Clear;
        }
        facts.state(|| {
            Fact::new("listing-stopped")
                .with("units", units)
                .with("was", Told::Word(was.word()))
                .with("now", Told::Word(now.word()))
                .at(listing.origin)
        });
        Verdict::Risk
    }
}
