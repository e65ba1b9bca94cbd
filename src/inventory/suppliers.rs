//! Suppliers: every name of a purchase with what the master and the lists say of it.

use crate::lists::Lists;
use crate::model::{Name, Route, Supplier, SupplierClass, Tables};
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
