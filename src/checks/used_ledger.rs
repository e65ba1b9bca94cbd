//! `used-ledger`: what an antique dealer has to write down of a purchase of used goods.

use super::{Context, Judge};
use crate::model::{Fact, Facts, Field, Input, Purchase, Scope, SupplierClass, Told, Verdict, Yen};
use serde::Deserialize;

/// Parameters of `used-ledger`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct UsedLedger {
    /// What every such purchase needs.
    require: Vec<Field>,
    /// What one from these classes needs besides.
    require_of_classes: Vec<Field>,
    /// Classes of sellers whose identity has to be checked.
    classes: Vec<SupplierClass>,
    /// Yen of the purchase from which on it has to be written down.
    yen: i64,
}

impl Judge for UsedLedger {
    fn scope(&self) -> Scope {
        Scope::Sku
    }

    fn inputs(&self) -> Vec<Input> {
        vec![Input::Listings, Input::Purchases]
    }

    fn judge<'a>(&'a self, cx: &Context<'a>, item: u32, facts: &mut Facts<'a>) -> Verdict {
        if !cx.has(Input::Purchases) {
            return Verdict::Unknown(Input::Purchases, None);
        }
        let condition = cx.inventory.item(item).condition;
        let is_used = condition.is_some_and(|c| c.is_used());
        let (mut any, mut untold) = (false, None);
        for purchase in cx.purchases_of_item(item) {
            let of_class = cx.inventory.class(purchase);
            let of_class = of_class.is_some_and(|class| self.classes.contains(&class));
            if !is_used && !of_class {
                if condition.is_none() {
                    untold = untold.or(Some((Input::Listings, Field::Condition)));
                }
                continue;
            }
            let Some(yen) = paid(purchase) else {
                untold = untold.or(Some((Input::Purchases, Field::UnitCost)));
                continue;
            };
            if yen.0 < self.yen {
                continue;
            }
            any = true;
            let more = self.require_of_classes.iter().filter(|_| of_class);
            let mut lacking: Vec<Field> = self.require.iter().chain(more).copied().collect();
            lacking.retain(|field| !has(cx, purchase, *field));
            // A ledger without a column for it may have it in another book.
            let told = cx.inventory.tables.identity(purchase.origin).is_some();
            if !told && lacking.contains(&Field::Identity) {
                untold = untold.or(Some((Input::Purchases, Field::Identity)));
                lacking.retain(|field| *field != Field::Identity);
            }
            if !lacking.is_empty() {
                facts.state(|| {
                    let fields = lacking.iter().map(|field| field.word()).collect();
                    Fact::new("ledger-lacks")
                        .with("fields", Told::Words(fields))
                        .with("supplier", cx.supplier(purchase))
                        .with("yen", yen)
                        .with("day", purchase.day)
                        .at(purchase.origin)
                });
            }
        }
        match (facts.is_empty(), untold, any) {
            (false, ..) => Verdict::Risk,
            (true, Some((input, field)), _) => Verdict::Unknown(input, Some(field)),
            (true, None, true) => Verdict::Clear,
            (true, None, false) => Verdict::NotApplicable,
        }
    }
}

/// What the purchase came to; units that are not told count as one.
fn paid(purchase: &Purchase) -> Option<Yen> {
    let units = u64::from(purchase.units.unwrap_or(1));
    Some(purchase.unit_cost?.times(units))
}

fn has(cx: &Context<'_>, purchase: &Purchase, field: Field) -> bool {
    let tables = &cx.inventory.tables;
    match field {
        Field::Day => purchase.day.is_some(),
        Field::Title => !purchase.title.is_empty(),
        Field::Units => purchase.units.is_some(),
        Field::Supplier => purchase.supplier.is_some(),
        Field::Address => {
            // The address of an app or an auction house is not that of the seller behind it.
            let class = cx.inventory.class(purchase);
            let behind = [SupplierClass::Auction, SupplierClass::FleaMarket].map(Some);
            let master = purchase.supplier.map(|name| cx.inventory.supplier(name));
            let master = master.filter(|_| !behind.contains(&class));
            let master = master.and_then(|info| info.row(tables));
            !tables.contact(purchase.contact).address.is_empty()
                || master.is_some_and(|row| !row.contact.address.is_empty())
        }
        Field::Identity => tables
            .identity(purchase.origin)
            .is_some_and(|identity| !identity.means.is_empty()),
        _ => true,
    }
}
