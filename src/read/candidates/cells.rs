//! One cell of a candidate: read as in every other file, and told where it cannot be.

use crate::model::{Candidate, Condition, Field, Route, SupplierClass};
use crate::read::Words;
use crate::read::cell::{self, Cell};
use crate::read::words::Said;

/// Characters of an unreadable cell that are told.
const SHOWN: usize = 80;

/// Reads cells by the words that are known.
#[derive(Clone, Copy, Debug)]
pub struct Cells<'w> {
    words: &'w Words,
}

impl<'w> Cells<'w> {
    /// Cells whose closed sets hold these words.
    #[must_use]
    pub fn new(words: &'w Words) -> Self {
        Self { words }
    }

    /// Puts a cell into a field of a candidate; one that says nothing is left.
    pub fn put(&self, into: &mut Candidate, field: Field, text: &str) {
        let Some(text) = cell::text(text).value else {
            return;
        };
        let read = match field {
            Field::Sku => keep(&mut into.id, text),
            Field::Title => keep(&mut into.title, text),
            Field::Brand => keep(&mut into.brand, text),
            Field::Manufacturer => keep(&mut into.manufacturer, text),
            Field::Supplier => keep(&mut into.supplier, text),
            Field::Note => keep(&mut into.note, text),
            Field::Asin => value(&mut into.asin, cell::asin(text)),
            Field::Jan => {
                // What is no JAN is the matter of a rule.
                if !value(&mut into.jan, cell::jan(text)) {
                    into.bad_jan.push_str(&shown(text));
                }
                true
            }
            Field::UnitCost => value(&mut into.price, money(text)),
            Field::Price => value(&mut into.list_price, money(text)),
            Field::Units => value(&mut into.units, cell::units(text)),
            Field::Condition => self.condition(into, text),
            Field::Route => self.word(&mut into.route, field, text, Route::from_word),
            Field::SupplierClass => {
                self.word(&mut into.class, field, text, SupplierClass::from_word)
            }
            _ => true,
        };
        if !read {
            into.unread.push((field, shown(text)));
        }
    }

    fn word<T>(
        &self,
        into: &mut Option<T>,
        field: Field,
        text: &str,
        from: fn(&str) -> Option<T>,
    ) -> bool {
        match self.words.say(field, text) {
            Said::Word(word) => {
                *into = from(word);
                into.is_some()
            }
            Said::Nothing => true,
            Said::Unknown => false,
        }
    }

    fn condition(&self, into: &mut Candidate, text: &str) -> bool {
        let read = cell::condition(text).value;
        into.condition = read.or_else(|| match self.words.say(Field::Condition, text) {
            Said::Word(word) => word.parse().ok().and_then(Condition::from_code),
            Said::Nothing | Said::Unknown => None,
        });
        into.condition.is_some()
    }
}

fn keep(into: &mut String, text: &str) -> bool {
    into.clear();
    into.push_str(text);
    true
}

/// Puts a value; false for a cell that holds something else.
fn value<T>(into: &mut Option<T>, cell: Cell<T>) -> bool {
    let read = !cell.bad;
    *into = cell.value;
    read
}

/// An amount; nothing costs less than nothing.
fn money(text: &str) -> Cell<crate::model::Yen> {
    let cell = cell::yen(text);
    match cell.value {
        Some(yen) if yen.0 < 0 => Cell {
            value: None,
            bad: true,
            ..cell
        },
        _ => cell,
    }
}

fn shown(text: &str) -> String {
    text.chars().take(SHOWN).collect()
}
