//! `shipment-pledged`: a line sends goods of an ASIN that was pledged never to be sold again.

use super::shipping::stated;
use super::{Context, Judge};
use crate::model::{Fact, Facts, Field, Input, Scope, Verdict};
use serde::Deserialize;

/// `shipment-pledged` has no parameters.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ShipmentPledged {}

impl Judge for ShipmentPledged {
    fn scope(&self) -> Scope {
        Scope::ShipmentLine
    }

    fn inputs(&self) -> Vec<Input> {
        vec![Input::Shipment, Input::Pledges]
    }

    /// A promise to Amazon binds the seller whatever the reason.
    fn can_be_excepted(&self) -> bool {
        false
    }

    fn judge<'a>(&'a self, cx: &Context<'a>, line: u32, facts: &mut Facts<'a>) -> Verdict {
        if !cx.has(Input::Pledges) {
            return Verdict::Unknown(Input::Pledges, None);
        }
        let inventory = cx.inventory;
        // The plan may name another ASIN than the listing: either of them binds.
        let listed = inventory
            .line_page(line)
            .and_then(|page| inventory.asin(page));
        let asins = [listed, inventory.line(line).asin];
        if asins == [None, None] {
            return Verdict::Unknown(Input::Listings, Some(Field::Asin));
        }
        let mut named = asins.into_iter().flatten();
        let Some((asin, pledge)) = named.find_map(|asin| Some((asin, inventory.pledge_of(asin)?)))
        else {
            return Verdict::Clear;
        };
        facts.state(|| {
            Fact::new("shipment-pledged")
                .with("asin", asin)
                .with("day", pledge.day)
                .at(pledge.origin)
        });
        facts.state(|| stated(cx, line));
        Verdict::Risk
    }
}
