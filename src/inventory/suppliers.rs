//! Suppliers: every name of a purchase with what the master and the lists say of it.

use super::groups::Runs;
use super::{NOWHERE, day_number};
use crate::lists::Lists;
use crate::model::{Name, Purchase, Route, Supplier, SupplierClass, Tables};
use crate::text::fold;
use std::collections::HashMap;

/// What is known of one supplier name.
#[derive(Clone, Debug)]
pub struct SupplierInfo {
    /// The name.
    pub name: Name,
    /// Row of the supplier master.
    pub master: Option<u32>,
    /// Class by the master, else by the lists.
    pub class: Option<SupplierClass>,
    /// Route by the master, else by the lists.
    pub route: Option<Route>,
    /// True when the class was taken from a list and not from the seller.
    pub class_listed: bool,
}

impl SupplierInfo {
    /// The master's row.
    #[must_use]
    pub fn row<'t>(&self, tables: &'t Tables) -> Option<&'t Supplier> {
        tables.suppliers.get(self.master? as usize)
    }
}

/// What names of one supplier have in common in any spelling: width, case and blanks say nothing.
#[must_use]
pub fn supplier_key(name: &str) -> String {
    fold(name).split_whitespace().collect()
}

/// A purchase in short.
#[derive(Clone, Copy, Debug)]
struct Dated {
    row: u32,
    /// Its day as a [`day_number`]; the least number where it is not told.
    day: i32,
}

/// Stands for a day that a ledger does not tell.
const UNDATED: i32 = i32::MIN;

/// The purchases from every supplier, with what is asked of all of them: they stand in the order of
/// pages, those of one supplier all over memory, and rule after rule would wait for each.
#[derive(Debug)]
pub(super) struct BoughtFrom {
    runs: Runs,
    dated: Vec<Dated>,
    /// The first row of each supplier that tells a registration number, [`NOWHERE`] for none.
    registered: Vec<u32>,
}

impl BoughtFrom {
    pub(super) fn build(purchases: &[Purchase], suppliers: usize) -> Self {
        let mut registered = vec![NOWHERE; suppliers];
        let mut days = Vec::with_capacity(purchases.len());
        let supplier = |(row, purchase): (usize, &Purchase)| {
            days.push(purchase.day.map_or(UNDATED, day_number));
            let supplier = purchase.supplier.map_or(NOWHERE, |s| s.index() as u32);
            if !purchase.registration.is_empty()
                && let Some(first) = registered.get_mut(supplier as usize)
            {
                *first = (*first).min(row as u32);
            }
            supplier
        };
        let supplier_of: Vec<u32> = purchases.iter().enumerate().map(supplier).collect();
        let none = Dated { row: 0, day: 0 };
        let (runs, dated) = Runs::copied(&supplier_of, suppliers, none, |row| Dated {
            row: row as u32,
            day: days[row],
        });
        Self {
            runs,
            dated,
            registered,
        }
    }

    /// The rows of a supplier.
    pub(super) fn of(&self, supplier: u32) -> impl Iterator<Item = u32> + Clone {
        let dated = &self.dated[self.runs.of(supplier)];
        dated.iter().map(|dated| dated.row)
    }

    /// The rows of a supplier's newest day that is `wanted`.
    pub(super) fn newest(&self, supplier: u32, wanted: impl Fn(Option<i32>) -> bool) -> Vec<u32> {
        let (mut newest, mut rows) = (UNDATED, Vec::new());
        for Dated { row, day } in &self.dated[self.runs.of(supplier)] {
            let told = (*day != UNDATED).then_some(*day);
            if *day >= newest && wanted(told) {
                if *day > newest {
                    (newest, rows) = (*day, Vec::new());
                }
                rows.push(*row);
            }
        }
        rows
    }

    /// The first row of a supplier that tells a registration number.
    pub(super) fn registered(&self, supplier: u32) -> Option<u32> {
        let row = *self.registered.get(supplier as usize)?;
        (row != NOWHERE).then_some(row)
    }
}

/// One entry per supplier name, in the order of names.
pub(super) fn resolve(tables: &Tables, lists: &Lists) -> Vec<SupplierInfo> {
    let names = &tables.supplier_names;
    let key = |name: Name| supplier_key(names.get(name));
    let mut masters: HashMap<String, u32> = HashMap::new();
    for (row, supplier) in tables.suppliers.iter().enumerate() {
        masters.entry(key(supplier.name)).or_insert(row as u32);
    }
    names
        .iter()
        .map(|name| {
            let master = masters.get(&key(name)).copied();
            let row = master.and_then(|m| tables.suppliers.get(m as usize));
            let known = lists.supplier_named(names.get(name));
            let class = row.and_then(|r| r.class);
            SupplierInfo {
                name,
                master,
                class: class.or(known.map(|k| k.class)),
                route: row.and_then(|r| r.route).or(known.and_then(|k| k.route)),
                class_listed: class.is_none() && known.is_some(),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ContactId, FileId, Names, Origin, Strings, Text};
    use proptest::prelude::*;

    /// A ledger of suppliers, days (0 for none) and whether a registration number is told.
    fn ledger(rows: &[(usize, i8, bool)]) -> Vec<Purchase> {
        let (mut names, mut strings) = (Names::default(), Strings::default());
        let names = ["a", "b", "c"].map(|name| names.intern(name));
        let number = strings.add("T7000012050002");
        let row = |(line, (supplier, day, told)): (usize, &(usize, i8, bool))| Purchase {
            origin: Origin {
                file: FileId(0),
                line: line as u32,
            },
            day: (*day > 0).then(|| jiff::civil::date(2026, 1, *day)),
            sku: None,
            asin: None,
            jan: None,
            bad_jan: Text::EMPTY,
            title: Text::EMPTY,
            units: None,
            unit_cost: None,
            supplier: names.get(*supplier).copied().flatten(),
            contact: ContactId::default(),
            class: None,
            route: None,
            file: Text::EMPTY,
            document_kind: None,
            invoice: Text::EMPTY,
            registration: if *told { number } else { Text::EMPTY },
            remark: Text::EMPTY,
        };
        rows.iter().enumerate().map(row).collect()
    }

    proptest! {
        #[test]
        fn suppliers_are_answered_as_by_going_through_all_purchases(
            rows in prop::collection::vec((0usize..4, 0i8..9, any::<bool>()), 0..40),
            from in 0i8..9,
        ) {
            let purchases = ledger(&rows);
            let bought = BoughtFrom::build(&purchases, 3);
            let from = (from > 0).then(|| day_number(jiff::civil::date(2026, 1, from)));
            let wanted = |day: Option<i32>| day.is_none() || day >= from;
            for supplier in 0..3 {
                let of = |p: &&Purchase| p.supplier.is_some_and(|s| s.index() == supplier as usize);
                let all = || purchases.iter().filter(of);
                let lines = |rows: &mut dyn Iterator<Item = &Purchase>| -> Vec<u32> {
                    rows.map(|p| p.origin.line).collect()
                };
                prop_assert_eq!(bought.of(supplier).collect::<Vec<_>>(), lines(&mut all()));
                let newest = all()
                    .filter(|p| wanted(p.day.map(day_number)))
                    .max_by_key(|p| (p.day, p.origin));
                let found = bought.newest(supplier, wanted);
                prop_assert_eq!(found.iter().max().copied(), newest.map(|p| p.origin.line));
                let told = all().find(|p| !p.registration.is_empty());
                prop_assert_eq!(bought.registered(supplier), told.map(|p| p.origin.line));
            }
        }
    }
}
