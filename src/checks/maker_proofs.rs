//! `maker-proofs`: what a complaining maker asks of each SKU: genuine, honestly got, warranted, new.

use super::named::{self, Wanted};
use super::proofs::unbought;
use super::{Context, Judge, Quiet};
use crate::lists::Lists;
use crate::model::{
    Fact, Facts, Field, Input, Purchase, Route, Scope, SupplierClass, Told, Verdict,
};
use serde::Deserialize;

/// Parameters of `maker-proofs`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MakerProofs {
    /// The brands that are meant.
    brands: Wanted,
    /// Classes of suppliers whose papers lead back to the maker.
    genuine_from: Vec<SupplierClass>,
    /// Classes of suppliers whose goods are not New.
    used_from: Vec<SupplierClass>,
}

/// What the purchases say to one question of the maker.
enum Answer<'a> {
    Shown,
    Missing(Fact<'a>),
    Untold(Input, Field),
}

impl Judge for MakerProofs {
    fn scope(&self) -> Scope {
        Scope::Sku
    }

    fn inputs(&self) -> Vec<Input> {
        vec![Input::Listings, Input::Purchases]
    }

    fn lists(&self) -> Vec<String> {
        vec!["brands".into()]
    }

    fn quiet(&self, _lists: &Lists) -> Option<Quiet> {
        Some(Quiet::WithoutBrand)
    }

    fn judge<'a>(&'a self, cx: &Context<'a>, item: u32, stated: &mut Facts<'a>) -> Verdict {
        let page = cx.inventory.page_of(item);
        let named = match named::on_page(cx, page, &self.brands) {
            Err(verdict) => return verdict,
            Ok(named) => named,
        };
        let Some(named) = named.into_iter().next() else {
            return Verdict::Clear;
        };
        if !cx.has(Input::Purchases) {
            return Verdict::Unknown(Input::Purchases, None);
        }
        if !cx.live(item) {
            return Verdict::NotApplicable;
        }
        let bought: Vec<&Purchase> = cx.purchases_of_item(item).collect();
        if bought.is_empty() {
            return unbought(cx, page);
        }
        let (mut facts, mut untold) = (Vec::new(), None);
        for ask in [Self::genuine, Self::got, Self::warranted, Self::still_new] {
            // The worst purchase counts: the maker picks the unit, not the seller.
            for purchase in &bought {
                match ask(self, cx, purchase) {
                    Answer::Shown => {}
                    Answer::Missing(fact) => {
                        facts.push(fact);
                        break;
                    }
                    Answer::Untold(input, field) => untold = Some((input, field)),
                }
            }
        }
        match (facts.is_empty(), untold) {
            (false, _) => {
                facts.insert(0, named.shown);
                stated.risk(facts)
            }
            (true, Some((input, field))) => Verdict::Unknown(input, Some(field)),
            (true, None) => Verdict::Clear,
        }
    }
}

impl MakerProofs {
    fn genuine<'a>(&self, cx: &Context<'a>, purchase: &Purchase) -> Answer<'a> {
        match cx.inventory.class(purchase) {
            None => Answer::Untold(Input::Purchases, Field::SupplierClass),
            Some(class) if self.genuine_from.contains(&class) => Answer::Shown,
            Some(_) => missing(cx, purchase, "proof-genuine"),
        }
    }

    fn got<'a>(&self, cx: &Context<'a>, purchase: &Purchase) -> Answer<'a> {
        match cx.supplier(purchase).trim().is_empty() {
            false => Answer::Shown,
            true => missing(cx, purchase, "proof-got"),
        }
    }

    fn warranted<'a>(&self, cx: &Context<'a>, purchase: &Purchase) -> Answer<'a> {
        match cx.inventory.route(purchase) {
            None => Answer::Untold(Input::Purchases, Field::Route),
            Some(Route::Domestic) => Answer::Shown,
            Some(Route::Parallel) => missing(cx, purchase, "proof-warranty"),
        }
    }

    fn still_new<'a>(&self, cx: &Context<'a>, purchase: &Purchase) -> Answer<'a> {
        match cx.inventory.class(purchase) {
            None => Answer::Untold(Input::Purchases, Field::SupplierClass),
            Some(class) if self.used_from.contains(&class) => missing(cx, purchase, "proof-new"),
            Some(_) => Answer::Shown,
        }
    }
}

fn missing<'a>(cx: &Context<'a>, purchase: &Purchase, proof: &'static str) -> Answer<'a> {
    let fact = Fact::new("maker-proof-missing")
        .with("proof", Told::Word(proof))
        .with("supplier", cx.supplier(purchase))
        .with("day", purchase.day);
    Answer::Missing(fact.at(purchase.origin))
}
