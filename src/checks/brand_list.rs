//! `brand-list`: a listed brand or rights holder in the title or as the catalogue's brand.

use super::context::matched;
use super::{Context, Judge};
use crate::lists::{Brand, ListId};
use crate::model::{Fact, Facts, Field, Input, Origin, Scope, Told, Verdict};
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
        let mut told: Vec<u32> = Vec::new();
        let mut read = false;
        if let Some(row) = cx.inventory.catalog(page) {
            for name in [row.brand, row.manufacturer]
                .map(|t| cx.text(t))
                .into_iter()
                .filter(|n| !n.is_empty())
            {
                read = true;
                for entry in cx.lists.brands_named(name) {
                    self.state(
                        cx,
                        *entry,
                        "brand-in-catalog",
                        || name,
                        row.origin,
                        &mut told,
                        facts,
                    );
                }
            }
        }
        for item in cx.inventory.items(page) {
            let listing = cx.inventory.item(*item);
            read |= !listing.title.is_empty();
            let title = cx.text(listing.title);
            for hit in cx
                .titles
                .of(*item)
                .iter()
                .filter(|h| h.list == ListId::BRANDS)
            {
                self.state(
                    cx,
                    hit.entry,
                    "brand-in-title",
                    || matched(title, hit),
                    listing.origin,
                    &mut told,
                    facts,
                );
            }
        }
        match (facts.is_empty(), read) {
            (false, _) => Verdict::Risk,
            (true, true) => Verdict::Clear,
            (true, false) => Verdict::Unknown(Input::Listings, Some(Field::Title)),
        }
    }
}

impl BrandList {
    /// States a brand once: where it stands, and who reported what of it.
    #[allow(clippy::too_many_arguments)]
    fn state<'a>(
        &'a self,
        cx: &Context<'a>,
        entry: u32,
        key: &'static str,
        // Finding the text as written costs its whole length: not for every repetition.
        written: impl FnOnce() -> &'a str,
        at: Origin,
        told: &mut Vec<u32>,
        facts: &mut Facts<'a>,
    ) {
        let Some(brand) = cx.lists.brand(entry) else {
            return;
        };
        if told.contains(&entry) || !self.concerns(brand) {
            return;
        }
        told.push(entry);
        let kinds = || Told::Words(words(&brand.kinds, |k| self.kinds.contains(k)));
        facts.state(|| {
            Fact::new(key)
                .with("matched", written())
                .with("brand", brand.name.as_str())
                .with("kinds", kinds())
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

    fn concerns(&self, brand: &Brand) -> bool {
        self.uses.contains(&brand.usage) && brand.kinds.iter().any(|k| self.kinds.contains(k))
    }
}

fn words(words: &[String], told: impl Fn(&String) -> bool) -> Vec<&str> {
    let told = words.iter().filter(|word| told(word));
    told.map(String::as_str).collect()
}
