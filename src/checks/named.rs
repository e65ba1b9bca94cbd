//! Listed brands that a page names, for the checks that ask more of them than their being listed.

use super::Context;
use super::context::matched;
use crate::lists::{Brand, ListId};
use crate::model::{Fact, Field, Input, Told, Verdict};
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

/// The wanted brands that a page names, each once, in the catalogue or in the title of an item.
///
/// # Errors
/// What is missing when neither a title nor a brand of the catalogue is known.
pub(super) fn on_page<'a>(
    cx: &Context<'a>,
    page: u32,
    wanted: &Wanted,
) -> Result<Vec<Named<'a>>, Verdict> {
    let mut found: Vec<Named<'a>> = Vec::new();
    let mut read = false;
    let mut add = |brand: Option<&'a Brand>, shown: &dyn Fn() -> Fact<'a>| {
        if let Some(brand) = brand.filter(|brand| wanted.has(brand))
            && found.iter().all(|named| named.brand.name != brand.name)
        {
            let kinds = brand.kinds.iter().filter(|k| wanted.kinds.contains(k));
            let shown = shown()
                .with("brand", brand.name.as_str())
                .with("kinds", Told::Words(kinds.map(String::as_str).collect()));
            found.push(Named { brand, shown });
        }
    };
    if let Some(row) = cx.inventory.catalog(page) {
        for name in [row.brand, row.manufacturer].map(|text| cx.text(text)) {
            read |= !name.is_empty();
            for entry in cx.lists.brands_named(name) {
                add(cx.lists.brand(*entry), &|| {
                    Fact::new("brand-in-catalog")
                        .with("matched", name)
                        .at(row.origin)
                });
            }
        }
    }
    for item in cx.inventory.items(page) {
        let listing = cx.inventory.item(*item);
        let title = cx.text(listing.title);
        read |= !title.is_empty();
        let hits = cx.title_hits(*item).iter();
        for hit in hits.filter(|hit| hit.list == ListId::BRANDS) {
            add(cx.lists.brand(hit.entry), &|| {
                Fact::new("brand-in-title")
                    .with("matched", matched(title, hit))
                    .at(listing.origin)
            });
        }
    }
    match read {
        true => Ok(found),
        false => Err(Verdict::Unknown(Input::Listings, Some(Field::Title))),
    }
}
