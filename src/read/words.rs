//! Words that cells of closed sets may hold (`data/values.csv`), and a memory of those just seen.

use super::shapes::{ShapesError, key};
use crate::model::Field;
use serde::Deserialize;
use std::collections::HashMap;

/// A word that is known and says nothing of its field, such as 法人 as a supplier's class.
const SILENT: &str = "-";

/// Words by field; texts are compared by [`key`].
#[derive(Clone, Debug, Default)]
pub struct Words {
    exact: HashMap<(Field, String), String>,
    /// Texts that end with `*` in the data, for words such as `Shipped - Delivered to Buyer`.
    prefixes: Vec<(Field, String, String)>,
}

/// What a cell says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said<'w> {
    /// The word of the closed set.
    Word(&'w str),
    /// A known text that says nothing of the field.
    Nothing,
    /// A text that no one knows.
    Unknown,
}

#[derive(Deserialize)]
struct Entry {
    field: Field,
    word: String,
    text: String,
}

impl Words {
    /// Parses `values.csv`.
    ///
    /// # Errors
    /// [`ShapesError`] for a row that is no row, or a field that does not exist.
    pub fn parse(text: &str) -> Result<Self, ShapesError> {
        let mut words = Self::default();
        for row in csv::Reader::from_reader(text.as_bytes()).deserialize() {
            let row: Entry = row.map_err(|e| ShapesError::Csv("values.csv", e))?;
            match row.text.strip_suffix('*') {
                Some(start) => words.prefixes.push((row.field, key(start), row.word)),
                None => {
                    words.exact.insert((row.field, key(&row.text)), row.word);
                }
            }
        }
        Ok(words)
    }

    /// What a text says in a column of that field.
    #[must_use]
    pub fn say(&self, field: Field, text: &str) -> Said<'_> {
        let folded = key(text);
        let entry = (field, folded);
        let word = self.exact.get(&entry).or_else(|| {
            self.prefixes
                .iter()
                .find(|(f, start, _)| *f == field && entry.1.starts_with(start.as_str()))
                .map(|(_, _, word)| word)
        });
        match word.map(String::as_str) {
            Some(SILENT) => Said::Nothing,
            Some(word) => Said::Word(word),
            None => Said::Unknown,
        }
    }
}

/// Cells of a closed set as they were last understood: a million rows hold a handful of them.
#[derive(Debug, Default)]
pub struct Memo<'w> {
    /// By the number of the field.
    seen: Vec<Vec<(Box<[u8]>, Said<'w>)>>,
    count: usize,
}

/// Different cells that are remembered; a column with more is free text and gains nothing.
const REMEMBERED: usize = 64;

impl<'w> Memo<'w> {
    /// What these bytes in a column of that field were understood as.
    #[must_use]
    pub fn get(&self, field: Field, raw: &[u8]) -> Option<Said<'w>> {
        let mut seen = self.seen.get(field as usize)?.iter();
        seen.find(|(bytes, _)| **bytes == *raw)
            .map(|(_, said)| *said)
    }

    /// Remembers what these bytes say.
    pub fn put(&mut self, field: Field, raw: &[u8], said: Said<'w>) {
        if self.seen.is_empty() {
            self.seen.resize_with(Field::ALL.len(), Vec::new);
        }
        if let Some(seen) = self.seen.get_mut(field as usize)
            && self.count < REMEMBERED
        {
            seen.push((raw.into(), said));
            self.count += 1;
        }
    }
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_any_width_and_by_their_beginning() {
        let words = Words::parse(
            "field,word,text,lang\nroute,parallel,並行輸入,ja\norder-status,open,Shipped*,en\n\
             supplier-class,-,法人,ja\n",
        )
        .expect("words");
        assert_eq!(
            words.say(Field::Route, " 並行 輸入"),
            Said::Word("parallel")
        );
        let status = words.say(Field::OrderStatus, "Shipped - Delivered to Buyer");
        assert_eq!(status, Said::Word("open"));
        assert_eq!(words.say(Field::SupplierClass, "法人"), Said::Nothing);
        assert_eq!(words.say(Field::Route, "法人"), Said::Unknown);
    }
}
