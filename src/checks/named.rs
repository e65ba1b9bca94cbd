//! Listed brands that a page is of, for every check that asks about brands.

use super::Context;
use crate::lists::Brand;
use crate::model::{Fact, Field, Input, Origin, Told, Verdict};
use crate::names::{Hit, Tier, Where};
use serde::Deserialize;
use std::collections::BTreeSet;

/// Which entries of the brand list are meant.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Wanted {
    /// What was reported of the brand.
    kinds: Vec<String>,
    /// How far an entry may be used.
    uses: Vec<String>,
}

impl Wanted {
    fn has(&self, brand: &Brand) -> bool {
        self.uses.contains(&brand.usage) && brand.kinds.iter().any(|k| self.kinds.contains(k))
    }

    /// What was reported of a brand, as far as it is meant.
    pub(super) fn kinds_of<'a>(&self, brand: &'a Brand) -> Told<'a> {
        let kinds = brand.kinds.iter().filter(|k| self.kinds.contains(k));
        Told::Words(kinds.map(String::as_str).collect())
    }
}

/// A listed brand with the fact that shows where the page names it.
pub(super) struct Named<'a> {
    pub(super) brand: &'a Brand,
    pub(super) shown: Fact<'a>,
}

/// Of several reports about one brand the first.
pub(super) fn once_each<'a>(mut named: Vec<Named<'a>>) -> Vec<Named<'a>> {
    let mut names: BTreeSet<&'a str> = BTreeSet::new();
    named.retain(|named| names.insert(&named.brand.name));
    named
}

/// The wanted reports about the brands that a page is of, each once, by the catalogue or by the title of an item.
///
/// # Errors
/// What is missing when neither a title nor a brand of the catalogue is known, or when a title has
/// a word that only the catalogue could tell from a name.
pub(super) fn on_page<'a>(
    cx: &Context<'a>,
    page: u32,
    wanted: &Wanted,
) -> Result<Vec<Named<'a>>, Verdict> {
    let mut found: Vec<Named<'a>> = Vec::new();
    let (mut read, mut doubtful) = (false, false);
    let mut told = BTreeSet::new();
    let mut add = |hit: &Hit, text: &'a str, (key, at): (&'static str, Origin)| {
        let rows = cx.lists.reported(hit);
        for (row, brand) in rows.filter(|(_, brand)| wanted.has(brand)) {
            if !told.insert(row) {
                continue;
            }
            let matched = text.get(hit.start as usize..hit.end as usize);
            let shown = Fact::new(key)
                .with("matched", matched.unwrap_or_default())
                .with("alias", cx.lists.brand_spelling(hit))
                .with("brand", brand.name.as_str())
                .with("kinds", wanted.kinds_of(brand))
                .with("why", Told::Word(hit.why.word()))
                .at(at);
            found.push(Named { brand, shown });
        }
    };
    if let Some(number) = cx.inventory.catalog_row(page) {
        let row = &cx.inventory.tables.catalog[number];
        let names = [row.brand, row.manufacturer].map(|text| cx.text(text));
        for (name, hits) in names.into_iter().zip(cx.brand_fields.hits(number)) {
            read |= !name.is_empty();
            for hit in hits {
                add(hit, name, ("brand-in-catalog", row.origin));
            }
        }
    }
    let has_field = cx.inventory.brand_field(page).is_some();
    for item in cx.inventory.items(page) {
        let listing = cx.inventory.item(*item);
        read |= !listing.title.is_empty();
        let hits = cx.brands.of(*item).iter();
        for hit in hits.filter(|hit| hit.field == Where::Title) {
            match hit.tier {
                Tier::Is => add(
                    hit,
                    cx.text(listing.title),
                    ("brand-in-title", listing.origin),
                ),
                Tier::Mentions => {}
                Tier::Weak => {
                    let mut rows = cx.lists.reported(hit);
                    doubtful |= !has_field && rows.any(|(_, brand)| wanted.has(brand));
                }
            }
        }
    }
    match (found.is_empty(), doubtful, read) {
        (true, true, _) => Err(Verdict::Unknown(Input::Catalog, Some(Field::Brand))),
        (true, _, false) => Err(Verdict::Unknown(Input::Listings, Some(Field::Title))),
        _ => Ok(found),
    }
}
