//! Suppliers whose goods a notice was about.

use crate::model::{Asin, Name, Tables};
use std::collections::{BTreeSet, HashMap};

/// Notices by the suppliers of the goods they name.
#[derive(Debug, Default)]
pub struct Noticed {
    /// Places of the notices by place of the supplier's name.
    by_supplier: HashMap<usize, BTreeSet<u32>>,
    /// ASINs of notices whose supplier some purchase names.
    told: BTreeSet<Asin>,
}

impl Noticed {
    /// `page_asin` gives the ASIN of a purchase's page.
    pub(super) fn build(tables: &Tables, page_asin: impl Fn(usize) -> Option<Asin>) -> Self {
        let mut by_asin: HashMap<Asin, Vec<u32>> = HashMap::new();
        for (place, case) in (0u32..).zip(&tables.cases) {
            for asin in &case.asins {
                by_asin.entry(*asin).or_default().push(place);
            }
        }
        let mut noticed = Self::default();
        if by_asin.is_empty() {
            return noticed;
        }
        for (row, purchase) in tables.purchases.iter().enumerate() {
            let asin = purchase.asin.or_else(|| page_asin(row));
            let cases = asin.and_then(|asin| by_asin.get(&asin));
            if let (Some(supplier), Some(cases)) = (purchase.supplier, cases) {
                noticed.told.extend(asin);
                let of = noticed.by_supplier.entry(supplier.index()).or_default();
                of.extend(cases);
            }
        }
        noticed
    }

    /// Places (in [`Tables::cases`]) of the notices about goods of a supplier.
    pub fn of(&self, supplier: Name) -> impl Iterator<Item = u32> + '_ {
        self.by_supplier
            .get(&supplier.index())
            .into_iter()
            .flatten()
            .copied()
    }

    /// True when the supplier of some of the ASINs of a notice is known.
    #[must_use]
    pub fn tells(&self, asins: &[Asin]) -> bool {
        asins.iter().any(|asin| self.told.contains(asin))
    }
}
