//! Lines of a shipment plan: the offer and the page each stands for, and what others plan as well.

use super::Inventory;
use super::groups::Groups;
use super::pages::Codes;
use crate::model::{Asin, Name, Pledge, ShipmentLine, Tables};
use crate::text::fold;
use hashbrown::HashMap;

/// Where the lines of the plan belong.
#[derive(Debug, Default)]
pub(super) struct Plan {
    pages: Vec<u32>,
    /// Units that earlier lines of the same page plan.
    before: Vec<u64>,
    /// Units that earlier lines of the same SKU plan.
    before_sku: Vec<u64>,
    /// Units and lines of every SKU in the plan.
    totals: HashMap<Name, (u64, u32)>,
    of_page: Groups,
    /// The SKU of every line, by number; SKUs that differ in case and width only have one.
    skus: Vec<u32>,
    of_sku: Groups,
}

impl Plan {
    pub(super) fn build(tables: &Tables, codes: &Codes<'_>, pages: usize) -> Self {
        let lines = || tables.shipment.iter();
        let of: Vec<u32> = lines()
            .map(|line| codes.page(Some(line.sku), line.asin, None))
            .collect();
        if of.is_empty() {
            return Self::default();
        }
        let mut sums = vec![0u64; pages];
        let mut add = |(line, page): (&ShipmentLine, &u32)| {
            let sum = sums.get_mut(*page as usize)?;
            let before = *sum;
            *sum += u64::from(line.units.unwrap_or(0));
            Some(before)
        };
        let before = lines().zip(&of).map(|at| add(at).unwrap_or(0)).collect();
        let mut totals: HashMap<Name, (u64, u32)> = HashMap::new();
        let mut count = |line: &ShipmentLine| {
            let (units, lines) = totals.entry(line.sku).or_default();
            let before = *units;
            *units += u64::from(line.units.unwrap_or(0));
            *lines += 1;
            before
        };
        let before_sku = lines().map(&mut count).collect();
        let mut numbers: HashMap<String, u32> = HashMap::new();
        let mut number = |line: &ShipmentLine| {
            let next = numbers.len() as u32;
            let folded = fold(tables.skus.get(line.sku));
            *numbers.entry(folded).or_insert(next)
        };
        let skus: Vec<u32> = lines().map(&mut number).collect();
        Self {
            of_page: Groups::by(&of, pages),
            of_sku: Groups::by(&skus, numbers.len()),
            skus,
            pages: of,
            before,
            before_sku,
            totals,
        }
    }
}

impl Inventory {
    /// The line of that number of the shipment plan.
    #[must_use]
    pub fn line(&self, line: u32) -> &ShipmentLine {
        &self.tables.shipment[line as usize]
    }

    /// How many lines the shipment plan has.
    #[must_use]
    pub fn line_count(&self) -> u32 {
        self.tables.shipment.len() as u32
    }

    /// The page that a line stands for: by its SKU, else by its ASIN.
    #[must_use]
    pub fn line_page(&self, line: u32) -> Option<u32> {
        let page = *self.plan.pages.get(line as usize)?;
        (page < super::SHARED).then_some(page)
    }

    /// The offer of a line's SKU.
    #[must_use]
    pub fn line_item(&self, line: u32) -> Option<u32> {
        self.item_of_sku(self.line(line).sku)
    }

    /// The ASIN of a line: of its listing, else as the plan writes it.
    #[must_use]
    pub fn line_asin(&self, line: u32) -> Option<Asin> {
        let page = self.line_page(line);
        page.and_then(|page| self.asin(page))
            .or(self.line(line).asin)
    }

    /// Units that earlier lines of the plan send of a line's page.
    #[must_use]
    pub fn planned_before(&self, line: u32) -> u64 {
        self.plan.before.get(line as usize).copied().unwrap_or(0)
    }

    /// Units that earlier lines of the plan send of a line's SKU.
    #[must_use]
    pub fn planned_before_of_sku(&self, line: u32) -> u64 {
        let before = self.plan.before_sku.get(line as usize);
        before.copied().unwrap_or(0)
    }

    /// How many lines of the plan have the SKU of a line, itself among them.
    #[must_use]
    pub fn lines_of_sku(&self, line: u32) -> u32 {
        let total = self.plan.totals.get(&self.line(line).sku);
        total.map_or(0, |(_, lines)| *lines)
    }

    /// The lines with the SKU of a line, in any case and width, itself among them.
    #[must_use]
    pub fn lines_alike(&self, line: u32) -> &[u32] {
        let sku = self.plan.skus.get(line as usize);
        sku.map_or(&[], |sku| self.plan.of_sku.of(*sku))
    }

    /// True for a page of which the plan sends goods.
    #[must_use]
    pub fn is_planned(&self, page: u32) -> bool {
        !self.plan.of_page.of(page).is_empty()
    }

    /// Units of a page that are in stock and not those that the plan sends: what is offered from
    /// the seller's own shelf goes first. `None` when no file tells.
    #[must_use]
    pub fn held_beside_plan(&self, page: u32) -> Option<u64> {
        let planned = |item: u32| {
            let total = self.plan.totals.get(&self.item(item).sku);
            total.map_or(0, |(units, _)| *units)
        };
        let held = |item: &u32| {
            let units = self.units_by(*item, super::StockTotal::to_prove)?;
            Some(match self.stock(*item) {
                Some(_) => units,
                None => units.saturating_sub(planned(*item)),
            })
        };
        self.items(page).iter().map(held).sum()
    }

    /// The pledge on an ASIN.
    #[must_use]
    pub fn pledge_of(&self, asin: Asin) -> Option<&Pledge> {
        let row = self.pledges.get(&asin)?;
        self.tables.pledges.get(*row as usize)
    }
}
