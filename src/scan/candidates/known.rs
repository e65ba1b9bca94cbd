//! What the seller's account knows of candidates: suppliers, pledges, the catalogue, earlier goods.

use crate::inventory::{Inventory, supplier_key};
use crate::model::{
    Asin, Case, CatalogRow, Field, Input, Inputs, Pledge, Purchase, Route, Supplier, Text,
};
use std::collections::HashMap;
use std::sync::Arc;

/// The account, ready to be asked about one ASIN or one supplier at a time.
#[derive(Debug)]
pub struct Known<'a> {
    pub(super) inventory: &'a Inventory,
    pages: HashMap<Asin, u32>,
    /// Rows of the catalogue about ASINs that the account does not offer.
    catalog: HashMap<Asin, u32>,
    suppliers: HashMap<String, Vec<u32>>,
    pledges: HashMap<Asin, u32>,
}

impl<'a> Known<'a> {
    /// Makes an account ready; one that nothing was read of knows nothing.
    #[must_use]
    pub fn new(inventory: &'a Inventory) -> Self {
        let tables = &inventory.tables;
        let pages = (0..inventory.page_count()).filter_map(|p| Some((inventory.asin(p)?, p)));
        let pages: HashMap<Asin, u32> = pages.collect();
        let catalog = tables.catalog.iter().enumerate().rev();
        let catalog = catalog.filter_map(|(row, told)| Some((told.asin?, row as u32)));
        let catalog = catalog.filter(|(asin, _)| !pages.contains_key(asin));
        let mut suppliers: HashMap<String, Vec<u32>> = HashMap::new();
        for (row, supplier) in tables.suppliers.iter().enumerate() {
            let key = supplier_key(tables.supplier_names.get(supplier.name));
            suppliers.entry(key).or_default().push(row as u32);
        }
        let pledges = tables.pledges.iter().enumerate().rev();
        Self {
            inventory,
            catalog: catalog.collect(),
            pages,
            suppliers,
            pledges: pledges.map(|(row, p)| (p.asin, row as u32)).collect(),
        }
    }

    /// Paths of the account's files.
    pub(super) fn paths(&self) -> impl Iterator<Item = Arc<str>> + '_ {
        let files = self.inventory.tables.files.iter();
        files.map(|file| Arc::from(file.path.as_str()))
    }

    /// Inputs that the account gives to judging.
    pub(super) fn given(&self) -> Inputs {
        let tables = &self.inventory.tables;
        let useful = [
            Input::Suppliers,
            Input::Pledges,
            Input::Account,
            Input::OwnLists,
            Input::Notices,
            Input::Restrictions,
            Input::Eligibility,
        ];
        let mut given = Inputs::default();
        for input in useful.into_iter().filter(|input| tables.has(*input)) {
            given.insert(input);
        }
        given
    }

    /// Fields that the account's supplier master has.
    pub(super) fn fields(&self) -> impl Iterator<Item = (Input, Field)> + '_ {
        let fields = self.inventory.tables.fields.iter().copied();
        fields.filter(|(input, _)| *input == Input::Suppliers)
    }

    pub(super) fn text(&self, text: Text) -> &'a str {
        self.inventory.tables.strings.get(text)
    }

    /// Rows of the supplier master under that name, in any spelling.
    pub(super) fn suppliers(&self, name: &str) -> impl Iterator<Item = &'a Supplier> {
        let rows = match self.suppliers.is_empty() {
            true => None,
            false => self.suppliers.get(&supplier_key(name)),
        };
        let table = &self.inventory.tables.suppliers;
        let rows = rows.map_or(&[][..], Vec::as_slice).iter();
        rows.filter_map(|row| table.get(*row as usize))
    }

    pub(super) fn pledge(&self, asin: Asin) -> Option<&'a Pledge> {
        let row = self.pledges.get(&asin)?;
        self.inventory.tables.pledges.get(*row as usize)
    }

    /// Notices that Amazon sent the account.
    pub(super) fn notices(&self) -> &'a [Case] {
        &self.inventory.tables.cases
    }

    /// The title of the page in the account; empty for a page that it does not have.
    pub(super) fn title(&self, asin: Asin) -> &'a str {
        let page = self.pages.get(&asin);
        page.map_or("", |page| self.inventory.title(*page))
    }

    pub(super) fn catalog(&self, asin: Asin) -> Option<&'a CatalogRow> {
        if let Some(page) = self.pages.get(&asin) {
            return self.inventory.catalog(*page);
        }
        let row = *self.catalog.get(&asin)?;
        self.inventory.tables.catalog.get(row as usize)
    }

    /// SKUs of an ASIN in the account.
    pub(super) fn listed_as(&self, asin: Asin) -> Vec<String> {
        let Some(page) = self.pages.get(&asin) else {
            return Vec::new();
        };
        let items = self.inventory.items(*page).iter();
        let skus = &self.inventory.tables.skus;
        items
            .map(|item| skus.get(self.inventory.item(*item).sku).to_owned())
            .collect()
    }

    /// The newest purchase of an ASIN that came by the other route, where goods may be left of it.
    pub(super) fn other_route(&self, asin: Asin, route: Route) -> Option<&'a Purchase> {
        let page = *self.pages.get(&asin)?;
        let other = |p: &&Purchase| self.inventory.route(p).is_some_and(|r| r != route);
        let bought = self.inventory.purchases(page).iter().filter(other);
        bought.max_by_key(|p| (p.day, p.origin))
    }
}
