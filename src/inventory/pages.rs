//! Codes to pages: which detail page a SKU, an ASIN or a JAN stands for.

use super::groups::Groups;
use super::stock::StockJoin;
use super::{NOWHERE, SHARED};
use crate::model::{Asin, Input, Jan, Name, Origin, Tables, Unmatched};
use hashbrown::HashMap;
use std::collections::BTreeMap;

/// Lines that are named of each kind of unmatched row; the rest is counted.
const NAMED: usize = 20;

/// Whether offers of one ASIN stand on one page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sharing {
    /// As on Amazon.
    ByAsin,
    /// Every offer is looked at for itself.
    Apart,
}

/// All pages, and the page of every item.
pub(super) struct Pages<'a> {
    pub(super) asins: Vec<Option<Asin>>,
    pub(super) page_of: Vec<u32>,
    by_asin: HashMap<Asin, u32>,
    item_of_sku: &'a [u32],
}

impl<'a> Pages<'a> {
    pub(super) fn build(tables: &Tables, stock: &'a StockJoin, sharing: Sharing) -> Self {
        let mut pages = Self {
            asins: Vec::with_capacity(tables.listings.len()),
            page_of: Vec::with_capacity(tables.listings.len()),
            by_asin: HashMap::with_capacity(tables.listings.len()),
            item_of_sku: &stock.item_of_sku,
        };
        let told = asins_told_elsewhere(tables, &stock.item_of_sku);
        for (item, listing) in tables.listings.iter().enumerate() {
            let asin = listing.asin.or_else(|| told.get(&(item as u32)).copied());
            let page = match asin {
                Some(asin) if sharing == Sharing::ByAsin => pages.page(asin),
                asin => {
                    pages.asins.push(asin);
                    pages.asins.len() as u32 - 1
                }
            };
            pages.page_of.push(page);
        }
        if sharing == Sharing::ByAsin {
            pages.add_pledged(tables);
        }
        pages
    }

    fn page(&mut self, asin: Asin) -> u32 {
        let next = self.asins.len() as u32;
        let page = *self.by_asin.entry(asin).or_insert(next);
        if page == next {
            self.asins.push(Some(asin));
        }
        page
    }

    fn of_asin(&self, asin: Asin) -> Option<u32> {
        self.by_asin.get(&asin).copied()
    }

    fn of_sku(&self, sku: Name) -> Option<u32> {
        let item = self.item_of_sku.get(sku.index())?;
        self.page_of.get(*item as usize).copied()
    }

    /// The first catalogue row of every page, [`NOWHERE`] for none; empty without a catalogue.
    pub(super) fn catalog_rows(&self, tables: &Tables) -> Vec<u32> {
        if tables.catalog.is_empty() {
            return Vec::new();
        }
        let mut rows = vec![NOWHERE; self.asins.len()];
        for (row, entry) in tables.catalog.iter().enumerate().rev() {
            let page = entry.asin.and_then(|asin| self.of_asin(asin));
            if let Some(known) = page.and_then(|page| rows.get_mut(page as usize)) {
                *known = row as u32;
            }
        }
        rows
    }

    /// A pledged ASIN that was bought again is a page of its own, though nothing lists it yet.
    fn add_pledged(&mut self, tables: &Tables) {
        let mut pledged: HashMap<Asin, bool> =
            tables.pledges.iter().map(|p| (p.asin, false)).collect();
        for asin in tables.purchases.iter().filter_map(|p| p.asin) {
            if let Some(bought) = pledged.get_mut(&asin) {
                *bought = true;
            }
        }
        for pledge in &tables.pledges {
            if pledged.get(&pledge.asin) == Some(&true) {
                self.page(pledge.asin);
            }
        }
    }
}

/// ASINs that sales or purchases tell of items whose own reports do not.
fn asins_told_elsewhere(tables: &Tables, item_of_sku: &[u32]) -> HashMap<u32, Asin> {
    let mut told = HashMap::new();
    if tables.listings.iter().all(|l| l.asin.is_some()) {
        return told;
    }
    let sales = tables.sales.iter().map(|s| (s.sku, s.asin));
    let purchases = tables.purchases.iter().map(|p| (p.sku, p.asin));
    for (sku, asin) in sales.chain(purchases) {
        let (Some(sku), Some(asin)) = (sku, asin) else {
            continue;
        };
        if let Some(item) = item_of_sku.get(sku.index()) {
            told.entry(*item).or_insert(asin);
        }
    }
    told
}

/// Finds the page of a row: by SKU, else by ASIN, else by JAN.
pub(super) struct Codes<'a> {
    pages: &'a Pages<'a>,
    /// Page of every SKU, [`NOWHERE`] for none: millions of rows ask for it in no order.
    page_of_sku: Vec<u32>,
    by_jan: HashMap<Jan, u32>,
}

impl<'a> Codes<'a> {
    pub(super) fn build(tables: &Tables, pages: &'a Pages<'a>) -> Self {
        let purchases = tables.purchases.iter().map(|p| (p.sku, p.asin, p.jan));
        let lines = tables.document_lines.iter();
        let lines = lines.map(|l| (l.sku, l.asin, l.jan));
        // A JAN is looked up where nothing else tells the page: in few rows of a million.
        let mut by_jan: HashMap<Jan, u32> = purchases
            .chain(lines)
            .filter(|(sku, asin, _)| {
                sku.and_then(|s| pages.of_sku(s)).is_none()
                    && asin.and_then(|a| pages.of_asin(a)).is_none()
            })
            .filter_map(|(_, _, jan)| Some((jan?, NOWHERE)))
            .collect();
        if !by_jan.is_empty() {
            let listings = tables.listings.iter().zip(&pages.page_of);
            let listed = listings.map(|(l, page)| (l.jan, *page));
            let catalog = tables.catalog.iter();
            let catalog = catalog.filter_map(|c| Some((c.jan, pages.of_asin(c.asin?)?)));
            for (jan, page) in listed.chain(catalog) {
                if let Some(known) = jan.and_then(|jan| by_jan.get_mut(&jan)) {
                    *known = match *known {
                        NOWHERE => page,
                        same if same == page => page,
                        _ => SHARED,
                    };
                }
            }
        }
        let items = pages.item_of_sku.iter();
        let page = |item: &u32| pages.page_of.get(*item as usize).copied();
        Self {
            page_of_sku: items.map(|item| page(item).unwrap_or(NOWHERE)).collect(),
            pages,
            by_jan,
        }
    }

    pub(super) fn page(&self, sku: Option<Name>, asin: Option<Asin>, jan: Option<Jan>) -> u32 {
        let of_sku = |sku: Name| self.page_of_sku.get(sku.index()).copied();
        sku.and_then(of_sku)
            .filter(|page| *page != NOWHERE)
            .or_else(|| self.pages.of_asin(asin?))
            .or_else(|| self.by_jan.get(&jan?).copied())
            .unwrap_or(NOWHERE)
    }

    /// The JANs that pages share, by page, and the purchases by each of those JANs.
    pub(super) fn shared(&self, tables: &Tables, purchase_pages: &[u32]) -> (Groups, Groups) {
        let mut numbers: HashMap<Jan, u32> = HashMap::new();
        let mut rows = Vec::new();
        for (row, purchase) in tables.purchases.iter().enumerate() {
            let Some(jan) = purchase.jan.filter(|_| purchase_pages[row] == SHARED) else {
                continue;
            };
            let next = numbers.len() as u32;
            rows.push((*numbers.entry(jan).or_insert(next), row as u32));
        }
        if rows.is_empty() {
            return (Groups::default(), Groups::default());
        }
        let listings = tables.listings.iter().zip(&self.pages.page_of);
        let listed = listings.map(|(listing, page)| (listing.jan, Some(*page)));
        let catalog = tables
            .catalog
            .iter()
            .map(|row| (row.jan, row.asin.and_then(|asin| self.pages.of_asin(asin))));
        let mut pairs: Vec<(u32, u32)> = listed
            .chain(catalog)
            .filter_map(|(jan, page)| Some((page?, *numbers.get(&jan?)?)))
            .collect();
        pairs.sort_unstable();
        pairs.dedup();
        let jans = Groups::by_pairs(pairs, self.pages.asins.len());
        (jans, Groups::by_pairs(rows, numbers.len()))
    }
}

/// Rows that joined nothing, by file, input and reason.
#[derive(Default)]
pub(super) struct Left {
    rows: BTreeMap<(u16, Input, &'static str), (u64, Vec<u32>)>,
}

impl Left {
    pub(super) fn note(&mut self, input: Input, origin: Origin, page: u32, coded: bool) {
        let reason = match page {
            SHARED => "jan-shared",
            NOWHERE if coded => "no-listing",
            NOWHERE => "no-code",
            _ => return,
        };
        self.add(input, origin, reason);
    }

    /// Adds a row that was left for a reason of its own.
    pub(super) fn add(&mut self, input: Input, origin: Origin, reason: &'static str) {
        let (count, lines) = self.rows.entry((origin.file.0, input, reason)).or_default();
        *count += 1;
        if lines.len() < NAMED {
            lines.push(origin.line);
        }
    }

    pub(super) fn finish(self, tables: &Tables) -> Vec<Unmatched> {
        let path = |file: u16| {
            tables
                .files
                .get(file as usize)
                .map_or_else(String::new, |f| f.path.clone())
        };
        self.rows
            .into_iter()
            .map(|((file, input, reason), (rows, first_lines))| Unmatched {
                file: path(file),
                input,
                rows,
                reason: reason.to_owned(),
                first_lines,
            })
            .collect()
    }
}
