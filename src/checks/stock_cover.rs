//! `stock-cover`: units that at the pace of their sales last far too long.

use super::{Context, Judge};
use crate::inventory::{StockTotal, day_number};
use crate::model::{Fact, Facts, Field, Input, Scope, Verdict};
use serde::Deserialize;

/// Parameters of `stock-cover`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StockCover {
    /// Days of sales that the pace is taken from.
    window: i64,
    /// Days that the stock may last; more is a risk.
    days: u64,
    /// Fewer units are no matter.
    units: u64,
}

impl Judge for StockCover {
    fn scope(&self) -> Scope {
        Scope::Asin
    }

    fn inputs(&self) -> Vec<Input> {
        vec![Input::Stock, Input::Sales, Input::Purchases]
    }

    fn judge<'a>(&'a self, cx: &Context<'a>, page: u32, facts: &mut Facts<'a>) -> Verdict {
        let inventory = cx.inventory;
        let Some(held) = inventory.page_units(page, StockTotal::held) else {
            return match cx.has(Input::Stock) {
                true => Verdict::Unknown(Input::Listings, Some(Field::Quantity)),
                false => Verdict::Unknown(Input::Stock, None),
            };
        };
        if held < self.units {
            return Verdict::Clear;
        }
        if !cx.has(Input::Sales) {
            return Verdict::Unknown(Input::Sales, None);
        }
        let sold = cx.sold(page, self.window);
        if !self.lasts_too_long(held, sold) {
            return Verdict::Clear;
        }
        // What was bought within the window had no time to be sold.
        if !cx.has(Input::Purchases) {
            return Verdict::Unknown(Input::Purchases, None);
        }
        let bought = inventory.purchases(page).iter();
        let fresh = bought.filter(|p| cx.maybe_inside(p.day, self.window));
        let fresh: u64 = fresh.map(|p| u64::from(p.units.unwrap_or(0))).sum();
        let old = held.saturating_sub(fresh);
        if old < self.units || !self.lasts_too_long(old, sold) {
            return Verdict::Clear;
        }
        let covered = inventory
            .sales_span()
            .is_some_and(|(from, _)| i64::from(cx.today - day_number(from)) >= self.window);
        if !covered {
            return Verdict::Unknown(Input::Sales, Some(Field::Day));
        }
        let last = (old * self.window as u64).checked_div(sold);
        facts.state(|| {
            let key = if last.is_some() {
                "stock-lasts"
            } else {
                "stock-unsold"
            };
            let fact = Fact::new(key)
                .with("units", old)
                .with("window", self.window);
            let fact = match last {
                Some(days) => fact.with("sold", sold).with("days", days),
                None => fact,
            };
            Fact {
                at: cx.page_origin(page),
                ..fact
            }
        });
        Verdict::Risk
    }
}

impl StockCover {
    fn lasts_too_long(&self, units: u64, sold: u64) -> bool {
        units * self.window as u64 > self.days * sold
    }
}
