//! What is worth asking the world about, the most yen at stake first.

use super::{Judged, money};
use crate::model::{Channel, Fetched, Yen};
use crate::text::registration_number;
use std::cmp::Reverse;
use std::collections::BTreeMap;

impl Judged<'_> {
    /// ASINs, SKUs or qualified-invoice numbers of the account, each once, with the yen at stake.
    #[must_use]
    pub fn worth_asking(&self, kind: Fetched) -> Vec<(String, Yen)> {
        let all = match kind {
            Fetched::Catalog | Fetched::Restrictions | Fetched::Eligibility => self.asins(),
            Fetched::Listings => self.skus(|_| true),
            // Offers that Amazon may hold units of.
            Fetched::Stock => self.skus(|channel| channel != Some(Channel::Merchant)),
            Fetched::Numbers => self.numbers(),
        };
        let mut all: Vec<(String, Yen)> = all.into_iter().collect();
        all.sort_by(|a, b| (Reverse(a.1), &a.0).cmp(&(Reverse(b.1), &b.0)));
        all
    }

    fn asins(&self) -> BTreeMap<String, Yen> {
        let cx = self.context();
        let pages = 0..self.inventory.page_count();
        let asked = pages.filter_map(|page| {
            let asin = self.inventory.asin(page)?;
            let yen = money::at_stake(&cx, page).unwrap_or_default();
            Some((asin.to_string(), yen))
        });
        asked.collect()
    }

    fn skus(&self, wanted: fn(Option<Channel>) -> bool) -> BTreeMap<String, Yen> {
        let cx = self.context();
        let items = 0..self.inventory.item_count();
        let asked = items.filter_map(|item| {
            let listing = self.inventory.item(item);
            if !wanted(listing.channel) {
                return None;
            }
            let page = self.inventory.page_of(item);
            let yen = money::at_stake(&cx, page).unwrap_or_default();
            let sku = self.inventory.tables.skus.get(listing.sku);
            Some((sku.to_owned(), yen))
        });
        asked.collect()
    }

    /// Numbers on purchases and in the master of suppliers, in one writing.
    fn numbers(&self) -> BTreeMap<String, Yen> {
        let (cx, tables) = (self.context(), &self.inventory.tables);
        let mut numbers = BTreeMap::new();
        for (at, info) in (0..).zip(self.inventory.suppliers()) {
            let master = info.row(tables).map(|row| row.registration);
            let bought = self.inventory.bought_from(at).map(|row| row.registration);
            let written = master.into_iter().chain(bought);
            let mut texts: Vec<&str> = written.map(|text| tables.strings.get(text)).collect();
            texts.dedup();
            let mut found = texts.into_iter().filter_map(registration_number).peekable();
            if found.peek().is_none() {
                continue;
            }
            let yen = money::of_supplier(&cx, at).unwrap_or_default();
            for number in found {
                let known: &mut Yen = numbers.entry(number.to_string()).or_default();
                *known = (*known).max(yen);
            }
        }
        numbers
    }
}
