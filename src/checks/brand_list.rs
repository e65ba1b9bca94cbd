//! `brand-list`: a listed brand or rights holder in the title or as the catalogue's brand.

use super::{Context, Judge};
use crate::lists::Brand;
use crate::model::{Fact, Facts, Field, Input, Origin, Scope, Told, Verdict};
use crate::names::{Hit, Tier, Where};
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

    fn judge<'a>(&'a self, cx: &Context<'a>, page: u32, facts: &mut Facts<'a>) -> Verdict {
        let (mut told, mut read, mut doubtful) = (Vec::new(), false, false);
        let field = cx.inventory.brand_field(page);
        if let Some(row) = cx.inventory.catalog(page) {
            // The maker is looked up as well where it is not the brand.
            let names = [row.brand, row.manufacturer].map(|name| cx.text(name));
            for name in names.into_iter().filter(|name| !name.is_empty()) {
                read = true;
                for hit in cx.lists.brands_of_field(name) {
                    let place = ("brand-in-catalog", row.origin);
                    self.state(cx, &hit, name, place, &mut told, facts);
                }
            }
        }
        for item in cx.inventory.items(page) {
            let listing = cx.inventory.item(*item);
            read |= !listing.title.is_empty();
            let hits = cx.brands.of(*item).iter();
            for hit in hits.filter(|hit| hit.field == Where::Title) {
                match hit.tier {
                    Tier::Is => {
                        let place = ("brand-in-title", listing.origin);
                        let title = cx.text(listing.title);
                        self.state(cx, hit, title, place, &mut told, facts);
                    }
                    // Goods that only go with a brand are not of it.
                    Tier::Mentions => {}
                    // The brand of the catalogue would tell a name from a plain word.
                    Tier::Weak => {
                        doubtful |= field.is_none() && self.rows(cx, hit).next().is_some();
                    }
                }
            }
        }
        match (facts.is_empty(), doubtful, read) {
            (false, ..) => Verdict::Risk,
            (true, true, _) => Verdict::Unknown(Input::Catalog, Some(Field::Brand)),
            (true, false, true) => Verdict::Clear,
            (true, false, false) => Verdict::Unknown(Input::Listings, Some(Field::Title)),
        }
    }
}

impl BrandList {
    /// States a brand once: where it stands, and who reported what of it.
    fn state<'a>(
        &'a self,
        cx: &Context<'a>,
        hit: &Hit,
        text: &'a str,
        (key, at): (&'static str, Origin),
        told: &mut Vec<u32>,
        facts: &mut Facts<'a>,
    ) {
        for (row, brand) in self.rows(cx, hit) {
            if told.contains(&row) {
                continue;
            }
            told.push(row);
            let kinds = || Told::Words(words(&brand.kinds, |k| self.kinds.contains(k)));
            facts.state(|| {
                let matched = text.get(hit.start as usize..hit.end as usize);
                Fact::new(key)
                    .with("matched", matched.unwrap_or_default())
                    .with("alias", cx.lists.brand_spelling(hit))
                    .with("brand", brand.name.as_str())
                    .with("kinds", kinds())
                    .with("why", Told::Word(hit.why.word()))
                    .at(at)
            });
            let source = if brand.source.url.is_empty() {
                &brand.source.title
            } else {
                &brand.source.url
            };
            facts.state(|| {
                Fact::new("brand-reported")
                    .with("brand", brand.name.as_str())
                    .with("kinds", kinds())
                    .with("claims", Told::Words(words(&brand.claims, |_| true)))
                    .with("source", source.as_str())
                    .with("date", brand.source.date.as_str())
                    .with("grade", Told::Word(brand.source.grade.word()))
            });
        }
    }

    /// The rows of a hit that concern this rule.
    fn rows<'a>(&'a self, cx: &Context<'a>, hit: &Hit) -> impl Iterator<Item = (u32, &'a Brand)> {
        let rows = cx.lists.reported(hit);
        rows.filter(|(_, brand)| self.concerns(brand))
    }

    fn concerns(&self, brand: &Brand) -> bool {
        self.uses.contains(&brand.usage) && brand.kinds.iter().any(|k| self.kinds.contains(k))
    }
}

fn words(words: &[String], told: impl Fn(&String) -> bool) -> Vec<&str> {
    let told = words.iter().filter(|word| told(word));
    told.map(String::as_str).collect()
}
