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
    /// Entries by folded name.
    by_name: HashMap<String, u32>,
    watch: Arc<Watch>,
}

impl Brands {
    /// Adds the brands of one file. A brand of an earlier file gives way in the kinds that the same
    /// name has here: a seller's pack has the last word.
    pub(super) fn add(&mut self, brands: Vec<Brand>) {
        let file = self.rows.last().map_or(1, |last| last.file + 1);
        for mut brand in brands {
            let entry = self.entry(&brand);
            for row in &self.rows_of[entry] {
                let known = &mut self.rows[*row as usize];
                if known.file < file {
                    known.kinds.retain(|kind| !brand.kinds.contains(kind));
                }
            }
            brand.file = file;
            self.rows_of[entry].push(self.rows.len() as u32);
            self.rows.push(brand);
        }
    }

    /// The entry of a brand, with its spellings added.
    fn entry(&mut self, brand: &Brand) -> usize {
        let next = self.entries.len() as u32;
        let entry = *self.by_name.entry(fold(brand.name.trim())).or_insert(next) as usize;
        if entry == self.entries.len() {
            self.entries.push(Entry {
                name: brand.name.clone(),
                aliases: Vec::new(),
            });
            self.rows_of.push(Vec::new());
        }
        let known = &mut self.entries[entry].aliases;
        for alias in &brand.aliases {
            if !known.contains(alias) {
                known.push(alias.clone());
            }
        }
        entry
    }

    /// Entries with this name or alias.
    pub(super) fn named(&self, name: &str) -> impl Iterator<Item = u32> {
        let wanted = fold(name.trim());
        let has = move |entry: &Entry| {
            let mut names = std::iter::once(&entry.name).chain(&entry.aliases);
            names.any(|name| fold(name.trim()) == wanted)
        };
        let entries = self.entries.iter().enumerate();
        entries
            .filter(move |(_, entry)| has(entry))
            .map(|(nth, _)| nth as u32)
    }

    /// Switches on the rows of a name that are off until the seller asks for them; false when the
    /// name has none that could be in use.
    pub(super) fn opt_in(&mut self, name: &str) -> bool {
        let entries: Vec<u32> = self.named(name).collect();
        let mut found = false;
        for entry in entries {
            for row in &self.rows_of[entry as usize] {
                let usage = &mut self.rows[*row as usize].usage;
                found |= matches!(usage.as_str(), "opt-in" | "hint" | "warn");
                if usage == "opt-in" {
                    *usage = "hint".to_owned();
                }
            }
        }
        found
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
