//! `shipment-boxes`: the quantity of a line is not units per box times number of boxes.

use super::shipping::units;
use super::{Context, Judge};
use crate::model::{Fact, Facts, Field, Input, Scope, Verdict};
use serde::Deserialize;

/// `shipment-boxes` has no parameters.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ShipmentBoxes {}

impl Judge for ShipmentBoxes {
    fn scope(&self) -> Scope {
        Scope::ShipmentLine
    }

    fn inputs(&self) -> Vec<Input> {
        vec![Input::Shipment]
    }

    fn judge<'a>(&'a self, cx: &Context<'a>, line: u32, facts: &mut Facts<'a>) -> Verdict {
        let row = cx.inventory.line(line);
        let count = |boxes: Option<u32>| boxes.map(u64::from).filter(|boxes| *boxes > 0);
        let (each, boxes) = match (count(row.per_box), count(row.boxes)) {
            // Packed one by one, as the form calls it: nothing to compare.
            (None, None) => return Verdict::NotApplicable,
            (None, Some(_)) => {
                return Verdict::Unknown(Input::Shipment, Some(Field::UnitsPerBox));
            }
            (Some(each), boxes) => (each, boxes),
        };
        let units = match units(cx, line) {
            Ok(units) => units,
            Err(verdict) => return verdict,
        };
        let told = |key| {
            let fact = Fact::new(key).with("units", units).with("each", each);
            fact.at(row.origin)
        };
        match boxes {
            Some(boxes) if each * boxes == units => Verdict::Clear,
            Some(boxes) => {
                facts.state(|| {
                    told("shipment-boxes")
                        .with("boxes", boxes)
                        .with("total", each * boxes)
                });
                Verdict::Risk
            }
            // No number of boxes could ever fit.
            None if units % each > 0 => {
                facts.state(|| told("shipment-rest").with("rest", units % each));
                Verdict::Risk
            }
            None => Verdict::Unknown(Input::Shipment, Some(Field::Boxes)),
        }
    }
}
