//! `brand-list`: a listed brand or rights holder in the title or as the catalogue's brand.

use super::{Context, Judge};
use crate::lists::Brand;
use crate::model::{Fact, Field, Input, Origin, Scope, Value, Verdict};
use crate::names::{Hit, Look, Scratch, Tier, Where};
use serde::Deserialize;

/// Parameters of `brand-list`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct BrandList {
    /// What was reported of the brand.
    kinds: Vec<String>,
    /// How far an entry may be used.
    uses: Vec<String>,
}

impl Judge for BrandList {
    fn scope(&self) -> Scope {
        Scope::Asin
    }

    fn inputs(&self) -> Vec<Input> {
        vec![Input::Listings]
    }

    fn lists(&self) -> Vec<String> {
        vec!["brands".into()]
    }

    fn judge(&self, cx: &Context<'_>, page: u32) -> Verdict {
        let mut stated = Stated::default();
        let mut read = false;
        let mut doubtful = false;
        let field = cx.inventory.brand_field(page);
        if let Some(row) = cx.inventory.catalog(page) {
            // The maker is looked up as well where it is not the brand.
            let names = [row.brand, row.manufacturer].map(|name| cx.text(name));
            for name in names.into_iter().filter(|name| !name.is_empty()) {
                read = true;
                for hit in named(cx, name) {
                    let place = (row.origin, "brand-in-catalog");
                    self.state(cx, &hit, name, place, &mut stated);
                }
            }
        }
        for item in cx.inventory.items(page) {
            let listing = cx.inventory.item(*item);
            read |= !listing.title.is_empty();
            let title = cx.text(listing.title);
            for hit in cx
                .brands
                .of(*item)
                .iter()
                .filter(|h| h.field == Where::Title)
            {
                match hit.tier {
                    Tier::Is => {
                        let place = (listing.origin, "brand-in-title");
                        self.state(cx, hit, title, place, &mut stated);
                    }
                    // Goods that only go with a brand are not of it.
                    Tier::Mentions => {}
                    // The brand of the catalogue would tell a name from a plain word.
                    Tier::Weak => {
                        doubtful |= field.is_none() && self.rows(cx, hit).next().is_some()
                    }
                }
            }
        }
        match (stated.facts.is_empty(), doubtful, read) {
            (false, ..) => Verdict::Risk(stated.facts),
            (true, true, _) => Verdict::Unknown(Input::Catalog, Some(Field::Brand)),
            (true, false, true) => Verdict::Clear,
            (true, false, false) => Verdict::Unknown(Input::Listings, Some(Field::Title)),
        }
    }
}

/// The brands that a brand field names.
fn named(cx: &Context<'_>, name: &str) -> impl Iterator<Item = Hit> {
    let mut hits = Vec::new();
    let look = Look {
        title: "",
        brand_field: Some(name),
    };
    cx.lists
        .brands_in(&look, &mut Scratch::default(), &mut hits);
    hits.into_iter().filter(|hit| hit.tier == Tier::Is)
}

/// What was stated of a page.
#[derive(Default)]
struct Stated {
    rows: Vec<u32>,
    facts: Vec<Fact>,
}

impl BrandList {
    /// States a brand once: where it stands, and who reported what of it.
    fn state(
        &self,
        cx: &Context<'_>,
        hit: &Hit,
        text: &str,
        (at, key): (Origin, &'static str),
        stated: &mut Stated,
    ) {
        let matched = text.get(hit.start as usize..hit.end as usize);
        for (row, brand) in self.rows(cx, hit) {
            if stated.rows.contains(&row) {
                continue;
            }
            stated.rows.push(row);
            let kinds = || Value::words(brand.kinds.iter().filter(|k| self.kinds.contains(k)));
            stated.facts.push(
                Fact::new(key)
                    .with("matched", matched.unwrap_or_default())
                    .with("alias", cx.lists.brand_spelling(hit))
                    .with("brand", brand.name.as_str())
                    .with("kinds", kinds())
                    .with("why", Value::word(hit.why.word()))
                    .at(at),
            );
            let source = if brand.source.url.is_empty() {
                &brand.source.title
            } else {
                &brand.source.url
            };
            stated.facts.push(
                Fact::new("brand-reported")
                    .with("brand", brand.name.as_str())
                    .with("kinds", kinds())
                    .with("claims", Value::words(&brand.claims))
                    .with("source", source.as_str())
                    .with("date", brand.source.date.as_str())
                    .with("grade", Value::word(brand.source.grade)),
            );
        }
    }

    /// The rows of a hit that concern this rule.
    fn rows<'c>(&'c self, cx: &Context<'c>, hit: &Hit) -> impl Iterator<Item = (u32, &'c Brand)> {
        let rows = cx.lists.reported(hit);
        rows.filter(|(_, brand)| self.concerns(brand))
    }

    fn concerns(&self, brand: &Brand) -> bool {
        self.uses.contains(&brand.usage) && brand.kinds.iter().any(|k| self.kinds.contains(k))
    }
}
