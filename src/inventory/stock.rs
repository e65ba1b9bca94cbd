//! Listings and FBA stock: one row per SKU, all stock rows of a SKU added up.

use super::Inventory;
use crate::model::{Channel, Input, Listing, Origin, StockRow, Tables, Text};

/// FBA stock of one SKU over all rows of the stock reports.
#[derive(Clone, Copy, Debug)]
pub struct StockTotal {
    /// The first row that tells of it.
    pub origin: Origin,
    /// Units that can be sold.
    pub on_hand: Option<u64>,
    /// Units reserved.
    pub reserved: Option<u64>,
    /// Units that cannot be sold.
    pub unsellable: Option<u64>,
    /// Units on the way in.
    pub inbound: Option<u64>,
}

impl StockTotal {
    /// On hand + inbound: what a proof must cover. Reserved units belong to orders.
    #[must_use]
    #[inline]
    pub fn to_prove(&self) -> Option<u64> {
        Some(self.on_hand? + self.inbound.unwrap_or(0))
    }

    /// On hand + reserved + inbound, as far as the report tells.
    #[must_use]
    #[inline]
    pub fn held(&self) -> Option<u64> {
        Some(self.to_prove()? + self.reserved.unwrap_or(0))
    }

    /// Every unit that exists, unsellable ones too.
    #[must_use]
    #[inline]
    pub fn all(&self) -> Option<u64> {
        Some(self.held()? + self.unsellable.unwrap_or(0))
    }
}

impl Inventory {
    /// Units of an item in stock, reserved or on the way to FBA, and the units of a
    /// merchant-fulfilled offer; `None` when no file tells.
    #[must_use]
    #[inline]
    pub fn units_held(&self, item: u32) -> Option<u64> {
        self.units_by(item, StockTotal::held)
    }

    /// Units of an item by one way of counting FBA stock, else of its merchant-fulfilled offer.
    #[must_use]
    pub fn units_by(&self, item: u32, count: fn(&StockTotal) -> Option<u64>) -> Option<u64> {
        let listing = self.item(item);
        match self.stock(item) {
            Some(stock) => count(stock),
            // The FBA report names every FBA offer, so one it does not name has no unit there.
            None if listing.quantity.is_none() && listing.channel == Some(Channel::Amazon) => {
                self.tables.has(Input::Stock).then_some(0)
            }
            None => listing.quantity.map(u64::from),
        }
    }
}

pub(super) struct StockJoin {
    pub(super) totals: Vec<StockTotal>,
    /// Stock of each item, [`super::NOWHERE`] for none.
    pub(super) of_item: Vec<u32>,
    /// Item of each SKU, by [`crate::model::Name::index`].
    pub(super) item_of_sku: Vec<u32>,
    /// Rows that tell another ASIN than an earlier row of their SKU.
    pub(super) other_asin: Vec<Origin>,
}

/// Merges listings by SKU, adds SKUs that only the stock report knows, and adds up stock.
pub(super) fn join(tables: &mut Tables) -> StockJoin {
    let mut item_of_sku = vec![super::NOWHERE; tables.skus.len()];
    let other_asin = merge_listings(tables, &mut item_of_sku);
    let mut totals: Vec<StockTotal> = Vec::new();
    let mut of_item = vec![super::NOWHERE; tables.listings.len()];
    for row in &tables.stock {
        let item = &mut item_of_sku[row.sku.index()];
        if *item == super::NOWHERE {
            *item = tables.listings.len() as u32;
            tables.listings.push(listing_of(row));
            of_item.push(super::NOWHERE);
        }
        let listing = &mut tables.listings[*item as usize];
        listing.asin = listing.asin.or(row.asin);
        listing.condition = listing.condition.or(row.condition);
        listing.price = listing.price.or(row.price);
        if listing.title.is_empty() {
            listing.title = row.title;
        }
        let slot = &mut of_item[*item as usize];
        match totals.get_mut(*slot as usize) {
            // A second file that tells the same SKU is another report of the same stock.
            Some(total) if total.origin.file != row.origin.file => fill(total, row),
            Some(total) => {
                add(total, row);
            }
            None => {
                *slot = totals.len() as u32;
                totals.push(StockTotal {
                    origin: row.origin,
                    on_hand: None,
                    reserved: None,
                    unsellable: None,
                    inbound: None,
                });
                if let Some(total) = totals.last_mut() {
                    add(total, row);
                }
            }
        }
    }
    StockJoin {
        totals,
        of_item,
        item_of_sku,
        other_asin,
    }
}

fn plus(sum: &mut Option<u64>, units: Option<u32>) {
    if let Some(units) = units {
        *sum = Some(sum.unwrap_or(0) + u64::from(units));
    }
}

fn add(total: &mut StockTotal, row: &StockRow) {
    plus(&mut total.on_hand, row.on_hand);
    plus(&mut total.reserved, row.reserved);
    plus(&mut total.unsellable, row.unsellable);
    plus(&mut total.inbound, row.inbound);
}

fn fill(total: &mut StockTotal, row: &StockRow) {
    let wide = |units: Option<u32>| units.map(u64::from);
    total.on_hand = total.on_hand.or(wide(row.on_hand));
    total.reserved = total.reserved.or(wide(row.reserved));
    total.unsellable = total.unsellable.or(wide(row.unsellable));
    total.inbound = total.inbound.or(wide(row.inbound));
}

fn listing_of(row: &StockRow) -> Listing {
    Listing {
        origin: row.origin,
        sku: row.sku,
        asin: row.asin,
        jan: None,
        bad_jan: Text::EMPTY,
        title: row.title,
        note: Text::EMPTY,
        condition: row.condition,
        price: row.price,
        quantity: None,
        channel: Some(Channel::Amazon),
        status: None,
    }
}

/// One row per SKU: the first one, with what later ones know more.
///
/// Gives the rows that tell another ASIN than the first one of their SKU.
fn merge_listings(tables: &mut Tables, item_of_sku: &mut [u32]) -> Vec<Origin> {
    let mut other_asin = Vec::new();
    let mut kept: Vec<Listing> = Vec::new();
    let mut duplicates = false;
    for (row, listing) in tables.listings.iter().enumerate() {
        let item = &mut item_of_sku[listing.sku.index()];
        if *item != super::NOWHERE && !duplicates {
            // The first duplicate: from here on the rows are copied together.
            duplicates = true;
            kept = tables.listings[..row].to_vec();
        }
        if *item == super::NOWHERE {
            *item = if duplicates { kept.len() } else { row } as u32;
            if duplicates {
                kept.push(*listing);
            }
        } else {
            let first = &mut kept[*item as usize];
            if first.asin.zip(listing.asin).is_some_and(|(a, b)| a != b) {
                other_asin.push(listing.origin);
            }
            merge(first, listing);
        }
    }
    if duplicates {
        tables.listings = kept;
    }
    other_asin
}

fn merge(first: &mut Listing, later: &Listing) {
    let text = |first: &mut Text, later: Text| {
        if first.is_empty() {
            *first = later;
        }
    };
    text(&mut first.title, later.title);
    text(&mut first.note, later.note);
    text(&mut first.bad_jan, later.bad_jan);
    first.asin = first.asin.or(later.asin);
    first.jan = first.jan.or(later.jan);
    first.condition = first.condition.or(later.condition);
    first.price = first.price.or(later.price);
    first.quantity = first.quantity.or(later.quantity);
    first.channel = first.channel.or(later.channel);
    first.status = first.status.or(later.status);
}
