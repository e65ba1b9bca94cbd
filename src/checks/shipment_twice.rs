//! `shipment-twice`: one SKU stands in several lines of the plan.

use super::shipping::{named, stated};
use super::{Context, Judge};
use crate::model::{Facts, Input, Scope, Verdict};
use serde::Deserialize;

/// Other lines that are named.
const NAMED: usize = 5;

/// `shipment-twice` has no parameters.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ShipmentTwice {}

impl Judge for ShipmentTwice {
    fn scope(&self) -> Scope {
        Scope::ShipmentLine
    }

    fn inputs(&self) -> Vec<Input> {
        vec![Input::Shipment, Input::Listings]
    }

    fn judge<'a>(&'a self, cx: &Context<'a>, line: u32, facts: &mut Facts<'a>) -> Verdict {
        let alike = cx.inventory.lines_alike(line);
        let sku = cx.inventory.line(line).sku;
        let same = |other: &&u32| cx.inventory.line(**other).sku == sku;
        let others = || alike.iter().filter(|other| **other != line);
        if cx.inventory.lines_of_sku(line) < 2 {
            // Two spellings may be two SKUs, which only the listings tell.
            return match others().next() {
                Some(_) if !cx.has(Input::Listings) => Verdict::Unknown(Input::Listings, None),
                _ => Verdict::Clear,
            };
        }
        facts.state(|| stated(cx, line));
        for other in others().filter(same).take(NAMED) {
            facts.state(|| named(cx, *other, "shipment-other-line"));
        }
        Verdict::Risk
    }
}
