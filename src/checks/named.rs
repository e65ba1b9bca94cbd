//! Listed brands that a page names, for the checks that ask more of them than their being listed.

use super::Context;
use crate::lists::Brand;
use crate::model::{Fact, Field, Input, Origin, Told, Verdict};
use crate::names::{Hit, Tier, Where};
use serde::Deserialize;

/// Which entries of the brand list are meant.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Wanted {
    /// What was reported of the brand.
    pub(super) kinds: Vec<String>,
    /// How far an entry may be used.
    pub(super) uses: Vec<String>,
}

impl Wanted {
    fn has(&self, brand: &Brand) -> bool {
        self.uses.contains(&brand.usage) && brand.kinds.iter().any(|k| self.kinds.contains(k))
    }
}

/// A listed brand with the fact that shows where the page names it.
pub(super) struct Named<'a> {
    pub(super) brand: &'a Brand,
    pub(super) shown: Fact<'a>,
}

/// The wanted brands that a page is of, each once, by the catalogue or by the title of an item.
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
    let mut add = |hit: &Hit, text: &'a str, (key, at): (&'static str, Origin)| {
        let rows = cx.lists.reported(hit).map(|(_, brand)| brand);
        for brand in rows.filter(|brand| wanted.has(brand)) {
            if found.iter().any(|named| named.brand.name == brand.name) {
                continue;
            }
            let kinds = brand.kinds.iter().filter(|k| wanted.kinds.contains(k));
            let matched = text.get(hit.start as usize..hit.end as usize);
            let shown = Fact::new(key)
                .with("matched", matched.unwrap_or_default())
                .with("alias", cx.lists.brand_spelling(hit))
                .with("brand", brand.name.as_str())
                .with("kinds", Told::Words(kinds.map(String::as_str).collect()))
                .with("why", Told::Word(hit.why.word()))
                .at(at);
            found.push(Named { brand, shown });
        }
    };
    if let Some(row) = cx.inventory.catalog(page) {
        let names = [row.brand, row.manufacturer].map(|text| cx.text(text));
        for name in names.into_iter().filter(|name| !name.is_empty()) {
            read = true;
            for hit in cx.lists.brands_of_field(name) {
                add(&hit, name, ("brand-in-catalog", row.origin));
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
