//! `doubtful-source`: goods of a brand that is copied, bought far too cheaply or where no papers are.

use super::named::{self, Wanted};
use super::proofs::unbought;
use super::supplier_class::listed;
use super::{Context, Judge, Quiet};
use crate::lists::Lists;
use crate::model::{Fact, Facts, Field, Input, Scope, SupplierClass, Told, Verdict};
use serde::Deserialize;

/// Parameters of `doubtful-source`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DoubtfulSource {
    /// The brands that are meant.
    brands: Wanted,
    /// Classes of suppliers without papers that lead back to the maker.
    classes: Vec<SupplierClass>,
    /// A unit that cost less than this share of the offered price is doubtful, in percent.
    percent: i64,
}

impl Judge for DoubtfulSource {
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
        let price = cx.inventory.item(item).price;
        let (mut facts, mut any) = (vec![named.shown], false);
        let mut untold = None;
        for purchase in cx.purchases_of_item(item) {
            any = true;
            match cx.inventory.class(purchase) {
                None => untold = Some((Input::Purchases, Field::SupplierClass)),
                Some(class) if self.classes.contains(&class) => {
                    let fact = Fact::new("bought-from-class")
                        .with("supplier", cx.supplier(purchase))
                        .with("class", Told::Word(class.word()))
                        .with("units", u64::from(purchase.units.unwrap_or(1)))
                        .with("day", purchase.day);
                    facts.push(fact.at(purchase.origin));
                    facts.extend(listed(cx, purchase, class));
                }
                Some(_) => {}
            }
            match (purchase.unit_cost, price) {
                (Some(cost), Some(price)) => {
                    // Yen stay far below the limit of the type; see the limits of reading.
                    if cost.0.saturating_mul(100) < price.0.saturating_mul(self.percent) {
                        let fact = Fact::new("cost-far-under-price")
                            .with("cost", cost)
                            .with("price", price)
                            .with("percent", self.percent);
                        facts.push(fact.at(purchase.origin));
                    }
                }
                (None, _) => untold = untold.or(Some((Input::Purchases, Field::UnitCost))),
                (_, None) => untold = untold.or(Some((Input::Listings, Field::Price))),
            }
        }
        match (facts.len() > 1, any, untold) {
            (true, ..) => stated.risk(facts),
            (false, false, _) => unbought(cx, page),
            (false, true, Some((input, field))) => Verdict::Unknown(input, Some(field)),
            (false, true, None) => Verdict::Clear,
        }
    }
}
