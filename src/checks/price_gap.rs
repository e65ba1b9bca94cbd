//! `price-gap`: a price far from the reference price, or from what the goods cost.

use super::{Context, Judge};
use crate::model::{Fact, Facts, Field, Input, Origin, Scope, Verdict, Yen};
use serde::Deserialize;

/// On which side the price is far off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Side {
    /// Too dear.
    Above,
    /// Too cheap.
    Below,
}

/// Parameters of `price-gap`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PriceGap {
    /// On which side the price is far off.
    side: Side,
    /// Percent of the reference price; on it the price is still taken.
    reference: i64,
    /// Percent of the cost of a unit; on it the price is still taken.
    cost: i64,
}

/// Offers of a page that are looked at for its middle price: a seller has few, and a made-up file
/// with a million on one page must not take for ever.
const PEERS: usize = 64;

/// A price to compare with, the message that says so, and where it stood.
struct Measure {
    yen: Yen,
    keys: [&'static str; 2],
    at: Origin,
}

impl Judge for PriceGap {
    fn scope(&self) -> Scope {
        Scope::Sku
    }

    fn inputs(&self) -> Vec<Input> {
        vec![Input::Listings, Input::Catalog, Input::Purchases]
    }

    fn judge<'a>(&'a self, cx: &Context<'a>, item: u32, facts: &mut Facts<'a>) -> Verdict {
        if !cx.live(item) {
            return Verdict::NotApplicable;
        }
        let listing = cx.inventory.item(item);
        let Some(price) = listing.price else {
            return Verdict::Unknown(Input::Listings, Some(Field::Price));
        };
        let reference = self.reference(cx, item);
        let cost = cost(cx, item);
        // A reference price says more of a high price than what the goods cost.
        let with_cost = self.side == Side::Below || reference.is_none();
        let measures = [
            reference.as_ref().map(|m| (m, self.reference)),
            cost.as_ref().filter(|_| with_cost).map(|m| (m, self.cost)),
        ];
        let mut any = false;
        for (measure, percent) in measures.into_iter().flatten() {
            any = true;
            if self.is_off(price, measure.yen, percent) {
                let (key, yen, at) = (measure.keys[self.side as usize], measure.yen, measure.at);
                facts.state(|| {
                    Fact::new(key)
                        .with("price", price)
                        .with("other", yen)
                        .with("percent", percent)
                        .at(at)
                });
            }
        }
        let inventory = cx.inventory;
        match (facts.is_empty(), any) {
            (false, _) => Verdict::Risk,
            // A list price could tell otherwise; a cell left empty says that there is none.
            _ if reference.is_none() && !cx.has(Input::Catalog) => {
                Verdict::Unknown(Input::Catalog, None)
            }
            _ if reference.is_none()
                && !inventory.tables.tells(Input::Catalog, Field::ListPrice) =>
            {
                Verdict::Unknown(Input::Catalog, Some(Field::ListPrice))
            }
            (true, true) => Verdict::Clear,
            (true, false) if !cx.has(Input::Purchases) => Verdict::Unknown(Input::Purchases, None),
            (true, false) if cx.purchases_of_item(item).next().is_some() => {
                Verdict::Unknown(Input::Purchases, Some(Field::UnitCost))
            }
            (true, false) => Verdict::Unknown(Input::Catalog, Some(Field::ListPrice)),
        }
    }
}

impl PriceGap {
    fn is_off(&self, price: Yen, other: Yen, percent: i64) -> bool {
        // Yen stay far below the limit of the type; see the limits of reading.
        let (price, limit) = (price.0.saturating_mul(100), other.0.saturating_mul(percent));
        match self.side {
            Side::Above => price > limit,
            Side::Below => price < limit,
        }
    }

    /// The list price of the catalogue, else the middle price of the page's other offers in the
    /// same condition. Used goods are cheaper than any list price.
    fn reference(&self, cx: &Context<'_>, item: u32) -> Option<Measure> {
        let inventory = cx.inventory;
        let page = inventory.page_of(item);
        let is_new = inventory.item(item).condition.is_some_and(|c| c.is_new());
        let listed = inventory.catalog(page).filter(|_| is_new);
        if let Some((row, yen)) = listed.and_then(|row| Some((row, row.list_price?))) {
            return (yen.0 > 0).then_some(Measure {
                yen,
                keys: ["price-over-list", "price-under-list"],
                at: row.origin,
            });
        }
        let peers = inventory.items(page).iter().take(PEERS);
        let peers = peers.filter(|peer| **peer != item);
        let alike = peers.filter(|peer| {
            inventory.item(**peer).condition == inventory.item(item).condition && cx.live(**peer)
        });
        let mut prices: Vec<(Yen, Origin)> = alike
            .filter_map(|peer| {
                let peer = inventory.item(*peer);
                Some((peer.price?, peer.origin))
            })
            .collect();
        prices.sort_unstable();
        let (yen, at) = *prices.get(prices.len() / 2)?;
        (yen.0 > 0).then_some(Measure {
            yen,
            keys: ["price-over-peers", "price-under-peers"],
            at,
        })
    }
}

/// What the newest purchase with a cost paid for a unit.
fn cost(cx: &Context<'_>, item: u32) -> Option<Measure> {
    let paid = cx.purchases_of_item(item).filter_map(|p| {
        let cost = p.unit_cost.filter(|cost| cost.0 > 0)?;
        Some((p.day, p.origin, cost))
    });
    let (_, at, yen) = paid.max()?;
    Some(Measure {
        yen,
        keys: ["price-over-cost", "price-under-cost"],
        at,
    })
}
