//! `brand-list`: a listed brand or rights holder in the title or as the catalogue's brand.

use super::named::{self, Named, Wanted};
use super::{Context, Judge, Quiet};
use crate::lists::Lists;
use crate::model::{Fact, Facts, Input, Scope, Told, Verdict};
use serde::Deserialize;

/// Parameters of `brand-list`: the reports that are meant.
#[derive(Debug, Deserialize)]
#[serde(transparent)]
pub(super) struct BrandList(Wanted);

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

    fn quiet(&self, _lists: &Lists) -> Option<Quiet> {
        Some(Quiet::WithoutBrand)
    }

    fn graded(&self) -> bool {
        true
    }

    fn judge<'a>(&'a self, cx: &Context<'a>, page: u32, facts: &mut Facts<'a>) -> Verdict {
        match named::on_page(cx, page, &self.0) {
            Err(verdict) => verdict,
            Ok(named) if named.is_empty() => Verdict::Clear,
            Ok(named) => facts.risk(named.into_iter().flat_map(|named| self.told(named))),
        }
    }
}

impl BrandList {
    /// Where the brand stands, and who reported what of it.
    fn told<'a>(&'a self, named: Named<'a>) -> [Fact<'a>; 2] {
        let brand = named.brand;
        let source = match brand.source.url.is_empty() {
            true => &brand.source.title,
            false => &brand.source.url,
        };
        let claims = brand.claims.iter().map(String::as_str);
        let reported = Fact::new("brand-reported")
            .with("brand", brand.name.as_str())
            .with("kinds", self.0.kinds_of(brand))
            .with("claims", Told::Words(claims.collect()))
            .with("source", source.as_str())
            .with("date", brand.source.date.as_str())
            .with("grade", Told::Word(brand.source.grade.word()));
        [named.shown, reported]
    }
}
