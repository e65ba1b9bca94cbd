//! Papers beside each other: which documents are one file or bear one number, and who leans on each.

use crate::model::{Document, Tables, Text};
use crate::text::{fold, squeeze};
use hashbrown::HashMap;
use std::hash::Hash;

/// What documents have in common, by their rows in [`Tables::documents`].
#[derive(Debug, Default)]
pub struct Papers {
    by_digest: HashMap<u128, Vec<u32>>,
    by_number: HashMap<String, Vec<u32>>,
    /// Document and purchase that names its file, sorted.
    uses: Vec<(u32, u32)>,
}

impl Papers {
    pub(super) fn build(tables: &Tables) -> Self {
        let rows = || (0u32..).zip(&tables.documents);
        let digest = |d: &Document| tables.content(d).and_then(|c| c.digest);
        Self {
            by_digest: shared(rows().filter_map(|(row, d)| Some((digest(d)?, row)))),
            by_number: shared(rows().filter_map(|(row, d)| Some((number(tables, d)?, row)))),
            uses: uses(tables),
        }
    }

    /// Other documents with the very same bytes.
    pub fn same_file(&self, tables: &Tables, row: u32) -> impl Iterator<Item = u32> {
        let document = tables.documents.get(row as usize);
        let digest = document.and_then(|d| tables.content(d)?.digest);
        let rows = digest.and_then(|d| self.by_digest.get(&d));
        others(rows, row)
    }

    /// Other documents with the same invoice number, of any supplier.
    pub fn same_number(&self, tables: &Tables, row: u32) -> impl Iterator<Item = u32> {
        let document = tables.documents.get(row as usize);
        let number = document.and_then(|d| number(tables, d));
        let rows = number.and_then(|n| self.by_number.get(&n));
        others(rows, row)
    }

    /// Rows in [`Tables::purchases`] that name the file of a document.
    pub fn uses(&self, row: u32) -> impl Iterator<Item = u32> + Clone {
        let from = self.uses.partition_point(|(document, _)| *document < row);
        let rest = self.uses[from..].iter();
        rest.take_while(move |(document, _)| *document == row)
            .map(|(_, purchase)| *purchase)
    }
}

fn others(rows: Option<&Vec<u32>>, row: u32) -> impl Iterator<Item = u32> {
    let rows = rows.map(Vec::as_slice).unwrap_or_default().iter();
    rows.copied().filter(move |other| *other != row)
}

/// Rows by a key, where several rows have it.
fn shared<K: Hash + Eq>(rows: impl Iterator<Item = (K, u32)>) -> HashMap<K, Vec<u32>> {
    let mut by: HashMap<K, Vec<u32>> = HashMap::new();
    for (key, row) in rows {
        by.entry(key).or_default().push(row);
    }
    by.retain(|_, rows| rows.len() > 1);
    by
}

fn number(tables: &Tables, document: &Document) -> Option<String> {
    let number = squeeze(tables.strings.get(document.invoice));
    (!number.is_empty()).then_some(number)
}

fn uses(tables: &Tables) -> Vec<(u32, u32)> {
    let name = |text: Text| {
        let path = tables.strings.get(text);
        fold(path.rsplit(['/', '\\']).next().unwrap_or(path))
    };
    let files: HashMap<String, u32> = (0u32..)
        .zip(&tables.documents)
        .filter(|(_, d)| !d.file.is_empty())
        .map(|(row, d)| (name(d.file), row))
        .collect();
    if files.is_empty() {
        return Vec::new();
    }
    let purchases = (0u32..).zip(&tables.purchases);
    let named = purchases.filter(|(_, p)| !p.file.is_empty());
    let mut uses: Vec<(u32, u32)> = named
        .filter_map(|(row, p)| Some((*files.get(&name(p.file))?, row)))
        .collect();
    uses.sort_unstable();
    uses
}
