//! Joining: the tables are brought into the order of pages, once.

use super::groups::{Groups, Runs};
use super::pages::Sharing;
use super::stock::StockTotal;
use super::suppliers::BoughtFrom;
use super::{
    Inventory, Noticed, Papers, Sold, Twins, pages, proofs, sales, shipment, stock, suppliers,
};
use crate::lists::Lists;
use crate::model::{Asin, Input, Purchase, Returned, Tables};
use std::collections::HashMap;

impl Inventory {
    pub(super) fn joined(mut tables: Tables, lists: &Lists, sharing: Sharing) -> Self {
        let stock_join = stock::join(&mut tables);
        let pages = pages::Pages::build(&tables, &stock_join, sharing);
        let mut unmatched = pages::Left::default();
        for origin in &stock_join.other_asin {
            unmatched.add(Input::Listings, *origin, "sku-other-asin");
        }
        let by_code = pages::Codes::build(&tables, &pages);

        let mut purchase_pages = purchase_pages(&tables, &by_code, &mut unmatched);
        let (totals, sale_pages) = sales::join(&tables, &by_code, &mut unmatched);
        let return_pages = return_pages(&tables, &by_code, &mut unmatched);
        let count = pages.asins.len();
        let sales_span = sales::span(&tables);
        let (sales_of, sales) = Runs::copied(&sale_pages, count, Sold::NONE, |row| {
            Sold::new(&tables.sales[row])
        });
        tables.sales = Vec::new();
        let purchases = Runs::sorted(&mut tables.purchases, &mut purchase_pages, count);
        let (mut proofs, mut proof_pages) =
            proofs::collect(&tables, &by_code, &purchase_pages, &mut unmatched);
        let proofs_of = Runs::sorted(&mut proofs, &mut proof_pages, count);
        let (shared_jans, shared_rows) = by_code.shared(&tables, &purchase_pages);
        let plan = shipment::Plan::build(&tables, &by_code, count);
        let suppliers = suppliers::resolve(&tables, lists);
        let catalog_of = match sharing {
            Sharing::ByAsin => pages.catalog_rows(&tables),
            Sharing::Apart => (0..tables.catalog.len() as u32).collect(),
        };
        let pledges = pledges(&tables);
        let asin_of = |row: usize| {
            let page = *purchase_pages.get(row)?;
            pages.asins.get(page as usize).copied().flatten()
        };
        let mut inventory = Self {
            noticed: Noticed::build(&tables, asin_of),
            unmatched: unmatched.finish(&tables),
            totals,
            items: Groups::by(&pages.page_of, count),
            page_asins: pages.asins,
            page_of: pages.page_of,
            stock: stock_join.totals,
            stock_of: stock_join.of_item,
            item_of_sku: stock_join.item_of_sku,
            purchases,
            shared_jans,
            shared_rows,
            sales,
            sales_of,
            returns: Groups::by(&return_pages, count),
            proofs_of,
            proofs,
            catalog_of,
            pledges,
            bought_from: BoughtFrom::build(&tables.purchases, suppliers.len()),
            sales_span,
            papers: Papers::build(&tables),
            purchase_pages,
            suppliers,
            tables,
            plan,
            sold_out: Vec::new(),
            jan_twins: Twins::default(),
            families: Twins::default(),
        };
        inventory.find_twins();
        inventory.find_sold_out();
        inventory
    }

    fn find_sold_out(&mut self) {
        let held = |page| self.page_units(page, StockTotal::held);
        let pages = 0..self.page_count();
        self.sold_out = pages.map(|page| held(page) == Some(0)).collect();
    }
}

/// The first row of every pledged ASIN.
fn pledges(tables: &Tables) -> HashMap<Asin, u32> {
    let pledges = tables.pledges.iter().map(|p| p.asin).enumerate();
    pledges
        .rev()
        .map(|(row, asin)| (asin, row as u32))
        .collect()
}

fn purchase_pages(tables: &Tables, codes: &pages::Codes<'_>, left: &mut pages::Left) -> Vec<u32> {
    let page_of = |row: &Purchase| {
        let page = codes.page(row.sku, row.asin, row.jan);
        let coded = row.sku.is_some() || row.asin.is_some() || row.jan.is_some();
        left.note(Input::Purchases, row.origin, page, coded);
        page
    };
    tables.purchases.iter().map(page_of).collect()
}

fn return_pages(tables: &Tables, codes: &pages::Codes<'_>, left: &mut pages::Left) -> Vec<u32> {
    let page_of = |row: &Returned| {
        let page = codes.page(row.sku, row.asin, None);
        left.note(Input::Returns, row.origin, page, true);
        page
    };
    tables.returns.iter().map(page_of).collect()
}
