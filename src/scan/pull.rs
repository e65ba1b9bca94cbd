//! All offers that name one brand, by the same engine that the rules go by.

use super::hits::Texts;
use super::money;
use crate::checks::Context;
use crate::inventory::{Inventory, StockTotal};
use crate::lists::Lists;
use crate::model::{Policy, Pull, Pulled, Yen};
use crate::names::{Hit, Where};
use std::collections::BTreeMap;

/// The offers that name a brand of the lists: the goods of it, those that mention it, and those
/// whose words may be its name.
#[must_use]
pub fn pull(inventory: &Inventory, lists: &Lists, policy: &Policy, brand: &str) -> Pull {
    let texts = Texts::read(inventory, lists);
    let cx = texts.context(inventory, lists, policy);
    let entries: Vec<u32> = lists.brand_entries(brand).collect();
    let named = |item: u32| {
        let hits = cx.brands.of(item).iter();
        let hits = hits.filter(|hit| entries.contains(&hit.entry));
        // The surest place, the brand of the page before the title.
        hits.min_by_key(|hit| (hit.tier, hit.field))
    };
    let items = 0..inventory.item_count();
    let mut found: Vec<(u32, Hit)> = items
        .filter_map(|item| Some((item, *named(item)?)))
        .collect();
    found.sort_by_key(|(item, hit)| (hit.tier, inventory.asin(inventory.page_of(*item)), *item));
    let mut yen: BTreeMap<u32, Option<Yen>> = BTreeMap::new();
    let offers: Vec<Pulled> = found
        .iter()
        .map(|(item, hit)| {
            let page = inventory.page_of(*item);
            let at_stake = *yen
                .entry(page)
                .or_insert_with(|| money::at_stake(&cx, page));
            offer(&cx, *item, hit, at_stake)
        })
        .collect();
    let told: Vec<Yen> = yen.values().copied().flatten().collect();
    Pull {
        brand: brand.to_owned(),
        asins: yen
            .keys()
            .filter(|page| inventory.asin(**page).is_some())
            .count() as u64,
        units: offers.iter().filter_map(|offer| offer.units).sum(),
        yen_at_stake: (!told.is_empty()).then(|| told.into_iter().sum()),
        offers,
    }
}

fn offer(cx: &Context<'_>, item: u32, hit: &Hit, yen_at_stake: Option<Yen>) -> Pulled {
    let inventory = cx.inventory;
    let tables = &inventory.tables;
    let listing = inventory.item(item);
    let page = inventory.page_of(item);
    let title = tables.strings.get(listing.title);
    let text = match hit.field {
        Where::Title => title,
        Where::Brand => inventory.brand_field(page).unwrap_or_default(),
    };
    let matched = text.get(hit.start as usize..hit.end as usize);
    Pulled {
        sku: tables.skus.get(listing.sku).to_owned(),
        asin: inventory.asin(page).map(|asin| asin.to_string()),
        title: title.to_owned(),
        tier: hit.tier.word().to_owned(),
        why: hit.why.word().to_owned(),
        matched: matched.unwrap_or_default().to_owned(),
        status: listing.status,
        units: inventory.units_held(item),
        fba: inventory.stock(item).and_then(StockTotal::all),
        yen_at_stake,
    }
}
