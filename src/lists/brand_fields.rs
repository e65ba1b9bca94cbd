//! The brands and manufacturers of the catalogue: every name is looked at once, whatever the number
//! of its rows and of the rules that ask.

use super::Lists;
use crate::model::{Tables, Text};
use crate::names::{Hit, Look, Scratch, Tier};
use crate::text::fold;
use std::collections::HashMap;

/// Name of the list of words for "no brand".
const BRANDLESS: &str = "brandless";

/// What one name says.
#[derive(Debug)]
struct BrandField {
    /// The listed brands that it names.
    hits: Vec<Hit>,
    /// It says that the goods have no brand.
    brandless: bool,
}

/// The names of all rows of a catalogue.
#[derive(Debug, Default)]
pub struct BrandFields {
    names: Vec<BrandField>,
    /// Numbers of the brand and of the manufacturer, by row.
    rows: Vec<[Option<u32>; 2]>,
}

impl BrandFields {
    /// Looks at all names.
    #[must_use]
    pub fn read(tables: &Tables, lists: &Lists) -> Self {
        let mut fields = Self::default();
        let mut known: HashMap<&str, u32> = HashMap::new();
        let mut scratch = Scratch::default();
        let mut number = |text: Text| {
            let name = tables.strings.get(text);
            if name.is_empty() {
                return None;
            }
            let next = fields.names.len() as u32;
            let number = *known.entry(name).or_insert(next);
            if number == next {
                let mut hits = Vec::new();
                let (title, brand_field) = ("", Some(name));
                lists.brands_in(&Look { title, brand_field }, &mut scratch, &mut hits);
                hits.retain(|hit| hit.tier == Tier::Is);
                let brandless = lists.is_word_of(BRANDLESS, &fold(name.trim()));
                fields.names.push(BrandField { hits, brandless });
            }
            Some(number)
        };
        let catalog = tables.catalog.iter();
        let rows = catalog.map(|row| [row.brand, row.manufacturer].map(&mut number));
        fields.rows = rows.collect();
        fields
    }

    /// Brand and manufacturer of a row, as far as it has them.
    fn of(&self, row: usize) -> impl Iterator<Item = &BrandField> {
        let numbers = self.rows.get(row).into_iter().flatten().flatten();
        numbers.filter_map(|number| self.names.get(*number as usize))
    }

    /// The brands that the brand and the manufacturer of a row name, where they are told.
    #[must_use]
    pub fn hits(&self, row: usize) -> [&[Hit]; 2] {
        let numbers = self.rows.get(row).copied().unwrap_or_default();
        numbers.map(|number| {
            let name = number.and_then(|number| self.names.get(number as usize));
            name.map_or(&[][..], |name| &name.hits)
        })
    }

    /// True when a row names a listed brand.
    #[must_use]
    pub fn is_listed(&self, row: usize) -> bool {
        self.of(row).any(|name| !name.hits.is_empty())
    }

    /// True when the brand of a row, or else its manufacturer, is a word for "no brand".
    #[must_use]
    pub fn is_brandless(&self, row: usize) -> bool {
        self.of(row).next().is_some_and(|name| name.brandless)
    }
}
