//! The words of all lists in all titles, notes and purchase lines, each text read once.

use crate::checks::{Context, Results};
use crate::inventory::{Inventory, day_number};
use crate::lists::{BrandFields, Hit, Lists, Scratch, TextHits};
use crate::model::{Field, Input, Policy, Text};
use crate::names::{self, Look};
use hashbrown::HashMap;
use rayon::prelude::*;

/// Rows that one piece of work reads.
const ROWS: usize = 4096;

/// Different notes that are remembered with their words: sellers write a few of them a thousand times.
const KNOWN: usize = 64;

/// The search for words in one text after the other.
struct Search<'a> {
    lists: &'a Lists,
    scratch: Scratch,
    hits: Vec<Hit>,
    /// Texts that were searched already.
    known: HashMap<&'a str, Box<[Hit]>>,
    most: usize,
}

impl<'a> Search<'a> {
    /// A search that remembers so many texts.
    fn new(lists: &'a Lists, most: usize) -> Self {
        Self {
            lists,
            scratch: Scratch::default(),
            hits: Vec::new(),
            known: HashMap::new(),
            most,
        }
    }

    fn hits(&mut self, text: &'a str) -> &[Hit] {
        // Asked twice because what was found the first time would stay lent.
        if self.most > 0 && self.known.contains_key(text) {
            return self.known.get(text).map_or(&[], |hits| hits);
        }
        self.hits.clear();
        self.lists.find(text, &mut self.scratch, &mut self.hits);
        if self.known.len() < self.most {
            self.known.insert(text, self.hits.as_slice().into());
        }
        &self.hits
    }
}

/// Words found, by row.
pub(super) struct Texts {
    titles: TextHits,
    notes: TextHits,
    bought: TextHits,
    remarks: TextHits,
    returned: TextHits,
    brands: TextHits<names::Hit>,
    brand_fields: BrandFields,
    /// What rules came to; none before they were judged.
    pub(super) results: Results,
}

impl Texts {
    pub(super) fn read(inventory: &Inventory, lists: &Lists) -> Self {
        let tables = &inventory.tables;
        let find = |count: usize, text: &(dyn Fn(usize) -> Text + Sync), known: usize| {
            let starts: Vec<usize> = (0..count).step_by(ROWS).collect();
            let piece = |start: usize| {
                let mut search = Search::new(lists, known);
                let mut found = TextHits::default();
                for row in start..(start + ROWS).min(count) {
                    let text = text(row);
                    if !text.is_empty() {
                        found.push(row as u32, search.hits(tables.strings.get(text)));
                    }
                }
                found
            };
            joined(each(starts, piece))
        };
        let brand_fields = BrandFields::read(tables, lists);
        let (listings, purchases) = (tables.listings.len(), tables.purchases.len());
        let returns = tables.returns.len();
        Self {
            titles: find(listings, &|row| tables.listings[row].title, 0),
            notes: find(listings, &|row| tables.listings[row].note, KNOWN),
            bought: find(purchases, &|row| tables.purchases[row].title, 0),
            remarks: find(purchases, &|row| tables.purchases[row].remark, KNOWN),
            returned: find(returns, &|row| tables.returns[row].comment, 0),
            brands: brands(inventory, lists, &brand_fields),
            brand_fields,
            results: Results::default(),
        }
    }

    pub(super) fn context<'a>(
        &'a self,
        inventory: &'a Inventory,
        lists: &'a Lists,
        policy: &'a Policy,
    ) -> Context<'a> {
        Context {
            inventory,
            lists,
            policy,
            today: day_number(policy.today),
            given: inventory.tables.given.bits(),
            notes_told: inventory.tables.tells(Input::Listings, Field::Note),
            titles: &self.titles,
            notes: &self.notes,
            bought: &self.bought,
            remarks: &self.remarks,
            returned: &self.returned,
            brands: &self.brands,
            brand_fields: &self.brand_fields,
            results: &self.results,
        }
    }
}

/// The listed brands of every offer, from its title and the catalogue's brand.
fn brands(inventory: &Inventory, lists: &Lists, fields: &BrandFields) -> TextHits<names::Hit> {
    let count = inventory.tables.listings.len();
    if !lists.has("brands") {
        return TextHits::default();
    }
    let starts: Vec<usize> = (0..count).step_by(ROWS).collect();
    let piece = |start: usize| {
        let (mut scratch, mut hits) = (names::Scratch::default(), Vec::new());
        let mut found = TextHits::default();
        for row in start..(start + ROWS).min(count) {
            let row = row as u32;
            hits.clear();
            let look = Look {
                title: inventory.tables.strings.get(inventory.item(row).title),
                brand_field: brand_field(inventory, fields, row),
            };
            lists.brands_in(&look, &mut scratch, &mut hits);
            found.push(row, &hits);
        }
        found
    };
    joined(each(starts, piece))
}

/// The brand of the page of an offer; none where it says that there is none.
fn brand_field<'a>(inventory: &'a Inventory, fields: &BrandFields, row: u32) -> Option<&'a str> {
    let page = inventory.page_of(row);
    let brand = inventory.brand_field(page)?;
    let brandless = inventory
        .catalog_row(page)
        .is_some_and(|row| fields.is_brandless(row));
    (!brandless).then_some(brand)
}

/// The pieces of all starts, in parallel where there are several: waking another thread for one
/// would take longer than a few rows do.
fn each<T: Send>(starts: Vec<usize>, piece: impl Fn(usize) -> T + Sync + Send) -> Vec<T> {
    match starts.len() {
        0 | 1 => starts.into_iter().map(piece).collect(),
        _ => starts.into_par_iter().map(piece).collect(),
    }
}

fn joined<H: Copy>(pieces: Vec<TextHits<H>>) -> TextHits<H> {
    let mut all = TextHits::default();
    pieces.into_iter().for_each(|piece| all.append(&piece));
    all
}
