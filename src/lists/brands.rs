//! The brand list: its rows, and the names of all of them made ready to be found.

use super::{Brand, ListFault, ListFile, ListProblem};
use crate::names::{Entry, Hit, Lexicon, Look, Scratch, Watch};
use crate::text::fold;
use std::collections::HashMap;
use std::sync::Arc;

/// The brand list. A name has one entry, and a row per thing that was reported of it.
#[derive(Clone, Debug, Default)]
pub(super) struct Brands {
    rows: Vec<Brand>,
    entries: Vec<Entry>,
    /// Numbers of the rows, by entry.
    rows_of: Vec<Vec<u32>>,
    by_name: HashMap<String, u32>,
    watch: Arc<Watch>,
}

impl Brands {
    pub(super) fn add(&mut self, brand: Brand) {
        let next = self.entries.len() as u32;
        let entry = *self.by_name.entry(fold(brand.name.trim())).or_insert(next);
        if entry == next {
            self.entries.push(Entry {
                name: brand.name.clone(),
                aliases: Vec::new(),
            });
            self.rows_of.push(Vec::new());
        }
        let known = &mut self.entries[entry as usize].aliases;
        for alias in &brand.aliases {
            if !known.contains(alias) {
                known.push(alias.clone());
            }
        }
        self.rows_of[entry as usize].push(self.rows.len() as u32);
        self.rows.push(brand);
    }

    /// Makes the names ready, once all rows are there.
    pub(super) fn ready(&mut self, lexicon: &Lexicon) -> Result<(), ListProblem> {
        let watch = Watch::build(&self.entries, &[], lexicon).map_err(|fault| ListProblem {
            file: "brands.csv".into(),
            line: 0,
            fault: ListFault::BadWord {
                column: "name".into(),
                value: self.entries[fault.entry as usize].name.clone(),
            },
        })?;
        self.watch = Arc::new(watch);
        Ok(())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    pub(super) fn look(&self, look: &Look<'_>, scratch: &mut Scratch, hits: &mut Vec<Hit>) {
        if !self.is_empty() {
            self.watch.look(look, scratch, hits);
        }
    }

    /// The rows of an entry with their numbers.
    pub(super) fn rows(&self, entry: u32) -> impl Iterator<Item = (u32, &Brand)> {
        let rows = self.rows_of.get(entry as usize).into_iter().flatten();
        rows.filter_map(|row| Some((*row, self.rows.get(*row as usize)?)))
    }

    /// The spelling that a hit found.
    pub(super) fn alias(&self, hit: &Hit) -> &str {
        let Some(entry) = self.entries.get(hit.entry as usize) else {
            return "";
        };
        match hit.alias.checked_sub(1) {
            None => &entry.name,
            Some(nth) => entry.aliases.get(nth as usize).map_or("", String::as_str),
        }
    }
}

/// The lexicon among the files of a pack; empty where none of them is one.
pub(super) fn lexicon(files: &[ListFile]) -> Result<Lexicon, ListProblem> {
    let text = |path: &str| {
        let file = files.iter().find(|file| file.path == path);
        file.map_or("role,text", |file| file.text.as_str())
    };
    let [ja, en, context] = ["lexicon/ja.txt", "lexicon/en.txt", "lexicon/context.csv"].map(text);
    Lexicon::parse(ja, en, context).map_err(|fault| ListProblem {
        file: "lexicon/context.csv".into(),
        line: fault.line,
        fault: ListFault::BadWord {
            column: "role".into(),
            value: fault.fault,
        },
    })
}
