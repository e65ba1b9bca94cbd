//! `shipment-expiry`: goods would arrive with less shelf life than FBA takes them with.

use super::{Context, Judge};
use crate::inventory::day_number;
use crate::model::{Fact, Facts, Field, Input, Scope, Verdict};
use jiff::ToSpan;
use serde::Deserialize;

/// Parameters of `shipment-expiry`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ShipmentExpiry {
    /// Days of shelf life on arrival; one less is a risk.
    days: i64,
    /// Days that the way to the warehouse is assumed to take.
    transit: i64,
    /// Ids of the kinds of goods that have an expiry date.
    goods: Vec<String>,
}

impl Judge for ShipmentExpiry {
    fn scope(&self) -> Scope {
        Scope::ShipmentLine
    }

    fn inputs(&self) -> Vec<Input> {
        vec![Input::Shipment, Input::Listings]
    }

    fn lists(&self) -> Vec<String> {
        let list = |id: &String| format!("regulated-{id}");
        self.goods.iter().map(list).collect()
    }

    fn judge<'a>(&'a self, cx: &Context<'a>, line: u32, facts: &mut Facts<'a>) -> Verdict {
        let row = cx.inventory.line(line);
        let Some(expiry) = row.expiry else {
            return self.without(cx, line);
        };
        let left = i64::from(day_number(expiry) - cx.today) - self.transit;
        if left >= self.days {
            return Verdict::Clear;
        }
        if left + self.transit < 0 {
            facts.state(|| {
                Fact::new("shipment-expired")
                    .with("expiry", expiry)
                    .at(row.origin)
            });
        } else {
            let arrival = cx.policy.today.checked_add(self.transit.days()).ok();
            facts.state(|| {
                Fact::new("shipment-shelf-life")
                    .with("expiry", expiry)
                    .with("arrival", arrival)
                    .with("left", left.max(0))
                    .with("days", self.days)
                    .with("transit", self.transit)
                    .at(row.origin)
            });
        }
        Verdict::Risk
    }
}

impl ShipmentExpiry {
    /// A line without a date: goods that have one must be told apart by their title.
    fn without(&self, cx: &Context<'_>, line: u32) -> Verdict {
        let unknown = Verdict::Unknown(Input::Shipment, Some(Field::Expiry));
        if !cx.inventory.line(line).bad_expiry.is_empty() {
            return unknown;
        }
        let Some(item) = cx.inventory.line_item(line) else {
            return if cx.has(Input::Listings) {
                Verdict::NotApplicable
            } else {
                Verdict::Unknown(Input::Listings, None)
            };
        };
        if cx.inventory.item(item).title.is_empty() {
            return Verdict::Unknown(Input::Listings, Some(Field::Title));
        }
        let mut goods = cx.title_hits(item).iter().map(|hit| cx.lists.goods(hit));
        if goods.any(|goods| goods.is_some_and(|goods| self.goods.contains(&goods.id))) {
            return unknown;
        }
        Verdict::NotApplicable
    }
}
