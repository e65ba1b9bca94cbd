//! `new-from`: offered as New, but bought where nothing can be New by Amazon's rule.

use super::proofs::unbought;
use super::supplier_class::{bought_from, listed};
use super::{Context, Judge};
use crate::model::{Fact, Facts, Field, Input, Scope, SupplierClass, Verdict};
use serde::Deserialize;

/// Parameters of `new-from`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NewFrom {
    /// Classes of suppliers whose goods are not New.
    classes: Vec<SupplierClass>,
}

impl Judge for NewFrom {
    fn scope(&self) -> Scope {
        Scope::Sku
    }

    fn inputs(&self) -> Vec<Input> {
        vec![Input::Listings, Input::Purchases]
    }

    fn judge<'a>(&'a self, cx: &Context<'a>, item: u32, facts: &mut Facts<'a>) -> Verdict {
        let listing = cx.inventory.item(item);
        if listing.condition.is_some_and(|c| !c.is_new()) {
            return Verdict::NotApplicable;
        }
        if !cx.has(Input::Purchases) {
            return Verdict::Unknown(Input::Purchases, None);
        }
        let (mut any, mut untold) = (false, false);
        for purchase in cx.purchases_of_item(item) {
            any = true;
            let Some(class) = cx.inventory.class(purchase) else {
                untold = true;
                continue;
            };
            if self.classes.contains(&class) {
                let bought = u64::from(purchase.units.unwrap_or(1));
                facts.state(|| bought_from(cx, purchase, class, bought));
                facts.add(|| listed(cx, purchase, class));
            }
        }
        match (!facts.is_empty(), listing.condition, untold) {
            (true, Some(_), _) => {
                facts.state_first(|| Fact::new("offered-new").at(listing.origin));
                Verdict::Risk
            }
            (true, None, _) => Verdict::Unknown(Input::Listings, Some(Field::Condition)),
            (false, _, true) => Verdict::Unknown(
                Input::Suppliers,
                cx.has(Input::Suppliers).then_some(Field::SupplierClass),
            ),
            (false, _, false) if any => Verdict::Clear,
            (false, ..) => unbought(cx, cx.inventory.page_of(item)),
        }
    }
}
