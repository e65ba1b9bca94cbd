//! `antique-permit`: used offers, or buying from private persons, without a dealer's permit.

use super::{Context, Judge};
use crate::model::{Account, Fact, Facts, Field, Input, Purchase, Scope, SupplierClass, Verdict};
use serde::Deserialize;

/// What makes the permit necessary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum When {
    /// Used offers on sale.
    UsedOffers,
    /// Goods bought from private persons.
    BoughtFromIndividuals,
}

/// Parameters of `antique-permit`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AntiquePermit {
    /// What makes the permit necessary.
    when: When,
    /// Classes that count as private persons.
    #[serde(default)]
    classes: Vec<SupplierClass>,
}

impl Judge for AntiquePermit {
    fn scope(&self) -> Scope {
        Scope::Account
    }

    fn inputs(&self) -> Vec<Input> {
        match self.when {
            When::UsedOffers => vec![Input::Listings, Input::Account],
            When::BoughtFromIndividuals => vec![Input::Purchases, Input::Account],
        }
    }

    fn judge<'a>(&'a self, cx: &Context<'a>, _account: u32, facts: &mut Facts<'a>) -> Verdict {
        let needed = match self.when {
            When::UsedOffers => used_offers(cx),
            When::BoughtFromIndividuals => self.bought(cx),
        };
        let needed = match needed {
            Ok(Some(fact)) => fact,
            Ok(None) => return Verdict::Clear,
            Err(unknown) => return unknown,
        };
        match cx.policy.account.as_ref().and_then(lacking) {
            None => Verdict::Unknown(Input::Account, None),
            Some(lacking) if lacking.is_empty() => Verdict::Clear,
            Some(lacking) => {
                let all = lacking.into_iter().chain([needed]);
                all.for_each(|fact| facts.state(|| fact));
                Verdict::Risk
            }
        }
    }
}

/// What the permit lacks; `None` when the profile does not say whether there is one.
fn lacking(account: &Account) -> Option<Vec<Fact<'_>>> {
    if !account.antique_permit? {
        return Some(vec![Fact::new("permit-none")]);
    }
    let mut facts = Vec::new();
    if let Some(number) = &account.antique_permit_number {
        // The number has 12 digits; dashes and blanks are a way of writing it.
        let digits = number.chars().filter(char::is_ascii_digit).count();
        if digits != 12 {
            facts.push(Fact::new("permit-number-wrong").with("number", number.as_str()));
        }
    }
    if account.antique_permit_shown == Some(false) {
        facts.push(Fact::new("permit-not-shown"));
    }
    let told = account.antique_permit_number.is_some() && account.antique_permit_shown.is_some();
    (told || !facts.is_empty()).then_some(facts)
}

/// How many live used offers there are, with the first; unknown when conditions are not told.
fn used_offers<'a>(cx: &Context<'a>) -> Result<Option<Fact<'a>>, Verdict> {
    if !cx.has(Input::Listings) && !cx.has(Input::Stock) {
        return Err(Verdict::Unknown(Input::Listings, None));
    }
    let (mut count, mut first, mut untold) = (0u64, None, false);
    for item in (0..cx.inventory.item_count()).filter(|i| cx.live(*i)) {
        match cx.inventory.item(item).condition {
            Some(condition) if condition.is_used() => {
                count += 1;
                first = first.or(Some(item));
            }
            Some(_) => {}
            None => untold = true,
        }
    }
    match first {
        Some(item) => {
            let listing = cx.inventory.item(item);
            let sku = cx.inventory.tables.skus.get(listing.sku);
            Ok(Some(
                Fact::new("used-offers")
                    .with("count", count)
                    .with("sku", sku)
                    .at(listing.origin),
            ))
        }
        None if untold => Err(Verdict::Unknown(Input::Listings, Some(Field::Condition))),
        // The FBA report names no offer that the seller ships.
        None if !cx.has(Input::Listings) => Err(Verdict::Unknown(Input::Listings, None)),
        None => Ok(None),
    }
}

impl AntiquePermit {
    fn bought<'a>(&self, cx: &Context<'a>) -> Result<Option<Fact<'a>>, Verdict> {
        if !cx.has(Input::Purchases) {
            return Err(Verdict::Unknown(Input::Purchases, None));
        }
        let purchases = &cx.inventory.tables.purchases;
        // Purchases stand in the order of pages; the first is that of the files.
        let private = |p: &&Purchase| {
            cx.inventory
                .class(p)
                .is_some_and(|c| self.classes.contains(&c))
        };
        match purchases.iter().filter(private).min_by_key(|p| p.origin) {
            Some(first) => {
                let count = purchases.iter().filter(private).count() as u64;
                Ok(Some(
                    Fact::new("bought-from-individuals")
                        .with("count", count)
                        .with("supplier", cx.supplier(first))
                        .at(first.origin),
                ))
            }
            None if purchases.iter().any(|p| cx.inventory.class(p).is_none()) => {
                let field = cx.has(Input::Suppliers).then_some(Field::SupplierClass);
                Err(Verdict::Unknown(Input::Suppliers, field))
            }
            None => Ok(None),
        }
    }
}
