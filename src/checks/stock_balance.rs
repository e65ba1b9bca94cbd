//! `stock-balance`: bought + returned - sold must be what is in stock.

use super::proofs::unbought;
use super::{Context, Judge};
use crate::inventory::StockTotal;
use crate::model::{Fact, Facts, Field, Input, Scope, Verdict};
use serde::Deserialize;

/// On which side the balance is off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Direction {
    /// More went out or lies in stock than was bought.
    More,
    /// Units that were bought are neither sold nor in stock.
    Less,
}

/// Parameters of `stock-balance`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StockBalance {
    /// On which side the balance is off.
    direction: Direction,
    /// Units by which it may be off; one more is a risk.
    tolerance: u64,
}

impl Judge for StockBalance {
    fn scope(&self) -> Scope {
        Scope::Asin
    }

    fn inputs(&self) -> Vec<Input> {
        vec![Input::Purchases, Input::Sales, Input::Stock, Input::Returns]
    }

    fn judge<'a>(&'a self, cx: &Context<'a>, page: u32, facts: &mut Facts<'a>) -> Verdict {
        for input in [Input::Purchases, Input::Sales] {
            if !cx.has(input) {
                return Verdict::Unknown(input, None);
            }
        }
        let inventory = cx.inventory;
        if inventory.shared_purchases(page).next().is_some() {
            return Verdict::Unknown(Input::Purchases, Some(Field::Asin));
        }
        if inventory.purchase_rows(page).is_empty() {
            return unbought(cx, page);
        }
        // What a plan sends lies in the seller's own store, which no file counts: units that are
        // neither sold nor at Amazon are no sign that any is gone.
        if self.direction == Direction::Less && inventory.is_planned(page) {
            return Verdict::NotApplicable;
        }
        // Reserved and unsellable units may be told twice; they excuse a lack and prove no surplus.
        let count = match self.direction {
            Direction::More => StockTotal::to_prove,
            Direction::Less => StockTotal::all,
        };
        let Some(held) = inventory.page_units(page, count) else {
            let stock = Verdict::Unknown(Input::Stock, None);
            return if cx.has(Input::Stock) {
                Verdict::Unknown(Input::Listings, Some(Field::Quantity))
            } else {
                stock
            };
        };
        let Some(bought) = inventory
            .purchases(page)
            .iter()
            .map(|p| p.units.map(u64::from))
            .sum::<Option<u64>>()
        else {
            return Verdict::Unknown(Input::Purchases, Some(Field::Units));
        };
        let sold: u64 = inventory.sales(page).iter().map(|s| s.units()).sum();
        let returned: u64 = inventory.returns(page).map(|r| u64::from(r.units)).sum();
        let (came, went) = (bought + returned, sold + held);
        let off = match self.direction {
            Direction::More => went.saturating_sub(came),
            Direction::Less => came.saturating_sub(went),
        };
        if off <= self.tolerance {
            // Returned units add to what came: without them a lack may only not show.
            let sure = self.direction == Direction::More || cx.has(Input::Returns);
            return if sure {
                Verdict::Clear
            } else {
                Verdict::Unknown(Input::Returns, None)
            };
        }
        if let Some(unknown) = self.unsure(cx, page) {
            return unknown;
        }
        facts.state(|| Fact {
            at: cx.page_origin(page),
            ..Fact::new("balance")
                .with("bought", bought)
                .with("returned", returned)
                .with("sold", sold)
                .with("held", held)
                .with("difference", off)
        });
        Verdict::Risk
    }
}

impl StockBalance {
    /// Why a difference need not be one: sales or returns that no file covers.
    fn unsure(&self, cx: &Context<'_>, page: u32) -> Option<Verdict> {
        match self.direction {
            // Units bought before the first day of the sales reports may have been sold before it.
            Direction::Less => {
                let from = cx.inventory.sales_span().map(|(from, _)| from);
                let earlier = cx
                    .inventory
                    .purchases(page)
                    .iter()
                    .any(|p| match (p.day, from) {
                        (Some(day), Some(from)) => day < from,
                        _ => true,
                    });
                earlier.then_some(Verdict::Unknown(Input::Sales, Some(Field::Day)))
            }
            // A returned unit is sold twice: without the returns report more may seem to go out.
            Direction::More => {
                (!cx.has(Input::Returns)).then_some(Verdict::Unknown(Input::Returns, None))
            }
        }
    }
}
