//! `brandless`: goods without a brand on the page of one, and goods of a brand on a page without.

use super::context::matched;
use super::named::{self, Wanted};
use super::proofs::unbought;
use super::{Context, Judge};
use crate::model::{Fact, Facts, Field, Input, Scope, Told, Verdict};
use serde::Deserialize;

/// Name of the list of words for "no brand".
const LIST: &str = "brandless";

/// Which page it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Page {
    /// A page with a brand.
    Branded,
    /// A page without one.
    Brandless,
}

/// Parameters of `brandless`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Brandless {
    /// The page that is wrong for the goods.
    page: Page,
    /// The brands that are looked for on pages without one.
    #[serde(default)]
    brands: Option<Wanted>,
}

impl Judge for Brandless {
    fn scope(&self) -> Scope {
        Scope::Sku
    }

    fn inputs(&self) -> Vec<Input> {
        match self.page {
            Page::Branded => vec![Input::Listings, Input::Catalog, Input::Purchases],
            Page::Brandless => vec![Input::Listings, Input::Catalog],
        }
    }

    fn lists(&self) -> Vec<String> {
        vec![LIST.to_owned()]
    }

    fn settled(&self, cx: &Context<'_>) -> Option<Verdict> {
        let none = cx.inventory.tables.catalog.is_empty();
        none.then_some(Verdict::Unknown(Input::Catalog, Some(Field::Brand)))
    }

    fn judge<'a>(&'a self, cx: &Context<'a>, item: u32, stated: &mut Facts<'a>) -> Verdict {
        let page = cx.inventory.page_of(item);
        let unknown = Verdict::Unknown(Input::Catalog, Some(Field::Brand));
        let Some(number) = cx.inventory.catalog_row(page) else {
            return unknown;
        };
        let row = &cx.inventory.tables.catalog[number];
        if row.brand.is_empty() {
            return unknown;
        }
        let brand = cx.text(row.brand);
        let shown = Fact::new("page-brand").with("brand", brand).at(row.origin);
        let without = cx.brand_fields.is_brandless(number);
        match (self.page, without) {
            (Page::Branded, true) | (Page::Brandless, false) => Verdict::Clear,
            (Page::Branded, false) => bought_without(cx, item, shown, stated),
            (Page::Brandless, true) => self.named(cx, page, shown, stated),
        }
    }
}

impl Brandless {
    fn named<'a>(
        &self,
        cx: &Context<'a>,
        page: u32,
        shown: Fact<'a>,
        stated: &mut Facts<'a>,
    ) -> Verdict {
        let Some(wanted) = &self.brands else {
            return Verdict::Clear;
        };
        match named::on_page(cx, page, wanted) {
            Err(verdict) => verdict,
            Ok(named) if named.is_empty() => Verdict::Clear,
            Ok(named) => {
                let named = named::once_each(named).into_iter().map(|named| named.shown);
                stated.risk(std::iter::once(shown).chain(named))
            }
        }
    }
}

/// Purchases whose item name or remark says that the goods have no brand.
fn bought_without<'a>(
    cx: &Context<'a>,
    item: u32,
    shown: Fact<'a>,
    stated: &mut Facts<'a>,
) -> Verdict {
    if !cx.has(Input::Purchases) {
        return Verdict::Unknown(Input::Purchases, None);
    }
    let page = cx.inventory.page_of(item);
    let rows = cx.inventory.purchase_rows(page);
    if rows.is_empty() {
        return unbought(cx, page);
    }
    let (list, sku) = (cx.lists.word_list(LIST), cx.inventory.item(item).sku);
    let mut facts = vec![shown];
    for row in rows {
        let purchase = &cx.inventory.tables.purchases[row];
        if purchase.sku.is_some_and(|other| other != sku) {
            continue;
        }
        for (text, hits) in [(purchase.title, cx.bought), (purchase.remark, cx.remarks)] {
            let name = cx.text(text);
            let hit = hits
                .of(row as u32)
                .iter()
                .find(|hit| Some(hit.list) == list);
            facts.extend(hit.map(|hit| {
                Fact::new("word-in-purchase")
                    .with("matched", matched(name, hit))
                    .with("list", Told::Word(LIST))
                    .with("name", name)
                    .at(purchase.origin)
            }));
        }
    }
    match facts.len() > 1 {
        true => stated.risk(facts),
        false => Verdict::Clear,
    }
}
