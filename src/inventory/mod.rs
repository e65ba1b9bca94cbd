//! Join: tables become one item per SKU, grouped by ASIN; rows that match nothing are reported.
//!
//! An item is its row in [`Tables::listings`]: duplicates are merged into the first row of a SKU,
//! and a SKU that only the FBA report knows gets a row made from it. Everything else stands in the
//! order of pages or is found through flat index tables, so that a page's purchases, sales and
//! proofs are slices.

pub mod cover;
pub mod fifo;
mod groups;
mod join;
mod noticed;
mod pages;
mod papers;
mod proofs;
mod returned;
mod sales;
mod shipment;
mod stock;
mod suppliers;
mod twins;

pub use groups::Groups;
pub use noticed::Noticed;
pub use papers::Papers;
pub use proofs::Proof;
pub use sales::{Sold, day_number};
pub use stock::StockTotal;
pub use suppliers::{SupplierInfo, supplier_key};
pub use twins::Twins;

use crate::lists::Lists;
use crate::model::{
    Asin, CatalogRow, Day, Input, Listing, Name, Pledge, Purchase, Returned, Route, SupplierClass,
    Tables, Totals, Unmatched,
};
use groups::Runs;
use pages::Sharing;
use std::collections::HashMap;
use std::ops::Range;

/// No page: a row that joined nothing.
pub(crate) const NOWHERE: u32 = u32::MAX;
/// A row whose JAN several ASINs share.
pub(crate) const SHARED: u32 = u32::MAX - 1;

/// The joined inventory.
#[derive(Debug)]
pub struct Inventory {
    /// What was read; listings are one row per SKU now, purchases stand in the order of pages, and
    /// sales are gone: the counted ones are kept in short.
    pub tables: Tables,
    /// What the join could not place, by file and reason.
    pub unmatched: Vec<Unmatched>,
    /// Which sales reports were used, and how much of each.
    pub totals: Vec<Totals>,
    page_asins: Vec<Option<Asin>>,
    page_of: Vec<u32>,
    items: Groups,
    stock: Vec<StockTotal>,
    stock_of: Vec<u32>,
    /// Item of every SKU, [`NOWHERE`] for a SKU that is not offered.
    item_of_sku: Vec<u32>,
    purchases: Runs,
    /// Shared JANs of every page, and the purchases by each of them: never a pair per page and
    /// purchase, since a made-up JAN can stand on all of them.
    shared_jans: Groups,
    shared_rows: Groups,
    sales: Vec<Sold>,
    sales_of: Runs,
    returns: Groups,
    proofs: Vec<proofs::Stands>,
    proofs_of: Runs,
    /// Row of the catalogue of every page, [`NOWHERE`] for none.
    catalog_of: Vec<u32>,
    pledges: HashMap<Asin, u32>,
    papers: Papers,
    suppliers: Vec<SupplierInfo>,
    bought_from: Groups,
    purchase_pages: Vec<u32>,
    noticed: Noticed,
    sales_span: Option<(Day, Day)>,
    plan: shipment::Plan,
    /// Of every page, whether no unit of it is held: what rule after rule asks.
    sold_out: Vec<bool>,
    jan_twins: Twins,
    families: Twins,
}

impl Inventory {
    /// Joins the tables. `lists` tells the class of suppliers that the seller did not class.
    #[must_use]
    pub fn join(tables: Tables, lists: &Lists) -> Self {
        Self::joined(tables, lists, Sharing::ByAsin)
    }

    /// Joins tables in which every listing is looked at for itself, on a page of its own whatever
    /// its ASIN: the purchases of a page are those that name the SKU, and its row of the catalogue
    /// is the one of the listing's number.
    #[must_use]
    pub fn apart(tables: Tables, lists: &Lists) -> Self {
        Self::joined(tables, lists, Sharing::Apart)
    }

    /// True when a page holds no unit; false when one holds some, or no file tells.
    #[must_use]
    #[inline]
    pub fn sold_out(&self, page: u32) -> bool {
        self.sold_out[page as usize]
    }

    /// How many items (SKUs) there are.
    #[must_use]
    pub fn item_count(&self) -> u32 {
        self.tables.listings.len() as u32
    }

    /// How many pages (ASINs, and SKUs without one) there are.
    #[must_use]
    pub fn page_count(&self) -> u32 {
        self.page_asins.len() as u32
    }

    /// The item of that number.
    #[must_use]
    #[inline]
    pub fn item(&self, item: u32) -> &Listing {
        &self.tables.listings[item as usize]
    }

    /// The page an item is offered on.
    #[must_use]
    #[inline]
    pub fn page_of(&self, item: u32) -> u32 {
        self.page_of[item as usize]
    }

    /// The page that a SKU is offered on.
    #[must_use]
    pub fn page_of_sku(&self, sku: Name) -> Option<u32> {
        let item = *self.item_of_sku.get(sku.index())?;
        self.page_of.get(item as usize).copied()
    }

    /// The ASIN of a page; `None` for a SKU whose ASIN no file tells.
    #[must_use]
    #[inline]
    pub fn asin(&self, page: u32) -> Option<Asin> {
        self.page_asins[page as usize]
    }

    /// The items of a page.
    #[must_use]
    #[inline]
    pub fn items(&self, page: u32) -> &[u32] {
        self.items.of(page)
    }

    /// The FBA stock of an item, all its rows together; `None` when no stock report names it.
    #[must_use]
    #[inline]
    pub fn stock(&self, item: u32) -> Option<&StockTotal> {
        self.stock.get(*self.stock_of.get(item as usize)? as usize)
    }

    /// The purchases of a page.
    #[must_use]
    #[inline]
    pub fn purchases(&self, page: u32) -> &[Purchase] {
        &self.tables.purchases[self.purchases.of(page)]
    }

    /// The row numbers of a page's purchases.
    #[must_use]
    #[inline]
    pub fn purchase_rows(&self, page: u32) -> Range<usize> {
        self.purchases.of(page)
    }

    /// Purchases by a JAN that this page shares with others: counted for none of them.
    #[inline]
    pub fn shared_purchases(&self, page: u32) -> impl Iterator<Item = &Purchase> + Clone {
        let jans = self.shared_jans.of(page).iter();
        jans.flat_map(|jan| self.shared_rows.of(*jan))
            .map(|i| &self.tables.purchases[*i as usize])
    }

    /// The counted sales of a page.
    #[must_use]
    #[inline]
    pub fn sales(&self, page: u32) -> &[Sold] {
        &self.sales[self.sales_of.of(page)]
    }

    /// The returns of a page.
    pub fn returns(&self, page: u32) -> impl Iterator<Item = &Returned> + Clone {
        self.returns
            .of(page)
            .iter()
            .map(|i| &self.tables.returns[*i as usize])
    }

    /// The proofs of a page.
    pub fn proofs(&self, page: u32) -> impl Iterator<Item = Proof> + Clone {
        let stands = &self.proofs[self.proofs_of.of(page)];
        stands.iter().filter_map(|s| s.proof(&self.tables))
    }

    /// True when a proof names the page.
    #[must_use]
    #[inline]
    pub fn has_proof(&self, page: u32) -> bool {
        !self.proofs_of.of(page).is_empty()
    }

    /// The document that each purchase names, by the rows of both.
    #[must_use]
    pub fn named_documents(&self) -> Vec<Option<u32>> {
        proofs::named(&self.tables)
    }

    /// What documents have in common.
    #[must_use]
    pub fn papers(&self) -> &Papers {
        &self.papers
    }

    /// What the catalogue says of a page.
    #[must_use]
    pub fn catalog(&self, page: u32) -> Option<&CatalogRow> {
        self.tables.catalog.get(self.catalog_row(page)?)
    }

    /// The row of the catalogue about a page.
    #[must_use]
    #[inline]
    pub fn catalog_row(&self, page: u32) -> Option<usize> {
        let row = *self.catalog_of.get(page as usize)?;
        (row != NOWHERE).then_some(row as usize)
    }

    /// The brand that the catalogue states for a page, or else the manufacturer.
    #[must_use]
    pub fn brand_field(&self, page: u32) -> Option<&str> {
        let row = self.catalog(page)?;
        let mut names = [row.brand, row.manufacturer].into_iter();
        let name = names.find(|name| !name.is_empty())?;
        Some(self.tables.strings.get(name))
    }

    /// The pledge on a page.
    #[must_use]
    pub fn pledge(&self, page: u32) -> Option<&Pledge> {
        self.pledge_of(self.asin(page)?)
    }

    /// Where the goods of notices came from.
    #[must_use]
    pub fn noticed(&self) -> &Noticed {
        &self.noticed
    }

    /// Every supplier that a purchase or the supplier master names.
    #[must_use]
    pub fn suppliers(&self) -> &[SupplierInfo] {
        &self.suppliers
    }

    /// What is known of a supplier.
    #[must_use]
    #[inline]
    pub fn supplier(&self, name: Name) -> &SupplierInfo {
        &self.suppliers[name.index()]
    }

    /// The purchases from a supplier.
    pub fn bought_from(&self, supplier: u32) -> impl Iterator<Item = &Purchase> + Clone {
        self.bought_from
            .of(supplier)
            .iter()
            .map(|i| &self.tables.purchases[*i as usize])
    }

    /// The pages of the goods from a supplier, a page once per purchase.
    pub fn pages_bought_from(&self, supplier: u32) -> impl Iterator<Item = u32> + '_ {
        let pages = self
            .bought_from
            .of(supplier)
            .iter()
            .map(|i| self.purchase_pages[*i as usize]);
        pages.filter(|page| *page < SHARED)
    }

    /// First and last day that any sales report covers.
    #[must_use]
    pub fn sales_span(&self) -> Option<(Day, Day)> {
        self.sales_span
    }

    /// The class of a purchase's supplier: of the line, else the master, else the lists.
    #[must_use]
    pub fn class(&self, purchase: &Purchase) -> Option<SupplierClass> {
        purchase
            .class
            .or_else(|| self.supplier(purchase.supplier?).class)
    }

    /// The route of a purchase: of the line, else the master, else the lists.
    #[must_use]
    pub fn route(&self, purchase: &Purchase) -> Option<Route> {
        purchase
            .route
            .or_else(|| self.supplier(purchase.supplier?).route)
    }

    /// True when an item stands in no listings report, only in an FBA stock report.
    #[must_use]
    pub fn only_in_stock(&self, item: u32) -> bool {
        let file = self
            .tables
            .files
            .get(self.item(item).origin.file.0 as usize);
        file.is_some_and(|f| f.input == Some(Input::Stock))
    }

    /// Units over all items of a page by one way of counting; `None` when one is not told.
    #[must_use]
    pub fn page_units(&self, page: u32, count: fn(&StockTotal) -> Option<u64>) -> Option<u64> {
        self.items(page)
            .iter()
            .map(|item| self.units_by(*item, count))
            .sum()
    }

    /// The first title among a page's items.
    #[must_use]
    pub fn title(&self, page: u32) -> &str {
        self.items(page)
            .first()
            .map_or("", |i| self.tables.strings.get(self.item(*i).title))
    }
}

#[cfg(test)]
mod tests;
