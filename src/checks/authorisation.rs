//! `authorisation`: a brand that sells through authorised shops, and no valid letter from it.

use super::named::{self, Wanted};
use super::proofs::unbought;
use super::{Context, Judge, Quiet};
use crate::lists::{Brand, Lists};
use crate::model::{Fact, Facts, Field, Input, Purchase, Scope, Supplier, SupplierClass, Verdict};
use crate::text::fold;
use serde::Deserialize;

/// Parameters of `authorisation`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Authorisation {
    /// The brands that are meant.
    brands: Wanted,
}

/// How a supplier's letter stands for a brand.
enum Letter<'a> {
    Valid,
    Expired(Fact<'a>),
    None,
    Untold(Field),
}

impl Judge for Authorisation {
    fn scope(&self) -> Scope {
        Scope::Asin
    }

    fn inputs(&self) -> Vec<Input> {
        vec![Input::Listings, Input::Purchases, Input::Suppliers]
    }

    fn lists(&self) -> Vec<String> {
        vec!["brands".into()]
    }

    fn quiet(&self, _lists: &Lists) -> Option<Quiet> {
        Some(Quiet::WithoutBrand)
    }

    fn judge<'a>(&'a self, cx: &Context<'a>, page: u32, stated: &mut Facts<'a>) -> Verdict {
        let named = match named::on_page(cx, page, &self.brands) {
            Err(verdict) => return verdict,
            Ok(named) if named.is_empty() => return Verdict::Clear,
            Ok(named) => named::once_each(named),
        };
        if !cx.has(Input::Purchases) {
            return Verdict::Unknown(Input::Purchases, None);
        }
        if cx.inventory.purchase_rows(page).is_empty() {
            return unbought(cx, page);
        }
        let (mut facts, mut untold) = (Vec::new(), None);
        for named in named {
            let mut expired = Vec::new();
            let (mut valid, mut doubt) = (false, None);
            for purchase in cx.inventory.purchases(page) {
                match letter(cx, purchase, named.brand) {
                    Letter::Valid => valid = true,
                    Letter::Expired(fact) => expired.push(fact),
                    Letter::None => {}
                    Letter::Untold(field) => doubt = Some(field),
                }
            }
            match (valid, doubt) {
                (true, _) => {}
                (false, Some(field)) => untold = Some(field),
                (false, None) => {
                    facts.push(named.shown);
                    if expired.is_empty() {
                        let name = named.brand.name.as_str();
                        expired.push(Fact::new("letter-none").with("brand", name));
                    }
                    facts.extend(expired);
                }
            }
        }
        match (facts.is_empty(), untold) {
            (false, _) => stated.risk(facts),
            (true, Some(field)) => {
                Verdict::Unknown(Input::Suppliers, cx.has(Input::Suppliers).then_some(field))
            }
            (true, None) => Verdict::Clear,
        }
    }
}

/// The letter that the supplier of a purchase has for a brand.
fn letter<'a>(cx: &Context<'a>, purchase: &Purchase, brand: &'a Brand) -> Letter<'a> {
    // The maker needs no letter of itself.
    if cx.inventory.class(purchase) == Some(SupplierClass::Maker) {
        return Letter::Valid;
    }
    if !cx.has(Input::Suppliers) || purchase.supplier.is_none() {
        return Letter::Untold(Field::LoaBrands);
    }
    let suppliers = cx.inventory.tables.suppliers.iter();
    let own = suppliers.filter(|row| Some(row.name) == purchase.supplier);
    let mut rows = own.filter(|row| covers(cx, row, brand)).peekable();
    if rows.peek().is_none() {
        return Letter::None;
    }
    let mut worst = Letter::None;
    for row in rows {
        match row.loa_expiry {
            Some(day) if day >= cx.policy.today => return Letter::Valid,
            Some(day) => {
                let fact = Fact::new("letter-expired")
                    .with("supplier", cx.supplier(purchase))
                    .with("brand", brand.name.as_str())
                    .with("day", day);
                worst = Letter::Expired(fact.at(row.origin));
            }
            None => worst = Letter::Untold(Field::LoaExpiry),
        }
    }
    worst
}

/// True when a supplier's letter names the brand.
fn covers(cx: &Context<'_>, row: &Supplier, brand: &Brand) -> bool {
    let names: Vec<String> = std::iter::once(&brand.name)
        .chain(&brand.aliases)
        .map(|name| fold(name))
        .collect();
    let letters = cx.text(row.loa_brands);
    letters
        .split([';', '、', ',', '；'])
        .any(|name| names.contains(&fold(name.trim())))
}
