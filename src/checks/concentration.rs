//! `concentration`: how much of the sales hangs on one brand, one supplier or weak papers.

use super::account_rate::Limit;
use super::{Context, Judge};
use crate::inventory::Sold;
use crate::model::{Fact, Facts, Field, Input, Percent, Scope, SupplierClass, Verdict, Yen};
use serde::Deserialize;
use std::collections::HashMap;

/// What sales are added up by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum By {
    /// Brand of the catalogue.
    Brand,
    /// Supplier, by the units bought there.
    Supplier,
    /// Goods whose best supplier is of the named classes.
    Class,
}

/// Parameters of `concentration`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Concentration {
    /// What sales are added up by.
    by: By,
    /// Days of sales.
    days: i64,
    /// Share of the sales that one may have; more is a risk.
    limit: Limit,
    /// Fewer ASINs have no choice but to hang on few.
    asins: u32,
    /// Classes with weak papers.
    #[serde(default)]
    classes: Vec<SupplierClass>,
}

/// Sales by name; what has no name is apart.
#[derive(Default)]
struct Shares<'a> {
    all: i64,
    untold: i64,
    of_brands: HashMap<&'a str, i64>,
    /// By the number of their name: a ledger names one in a million lines.
    of_suppliers: Vec<i64>,
    of_classes: i64,
}

impl<'a> Shares<'a> {
    /// The name with the largest share; of equal ones the first by name.
    fn most(&self, cx: &Context<'a>) -> (&'a str, i64) {
        let names = &cx.inventory.tables.supplier_names;
        let mut most = ("", self.of_classes);
        let mut take = |yen: i64, name: &dyn Fn() -> &'a str| {
            // Names lie all over memory, and nearly all have less than another.
            if yen > most.1 || yen == most.1 && yen > 0 && name() < most.0 {
                most = (name(), yen);
            }
        };
        for (info, yen) in cx.inventory.suppliers().iter().zip(&self.of_suppliers) {
            take(*yen, &|| names.get(info.name));
        }
        for (brand, yen) in &self.of_brands {
            take(*yen, &|| brand);
        }
        most
    }
}

impl Judge for Concentration {
    fn scope(&self) -> Scope {
        Scope::Account
    }

    fn inputs(&self) -> Vec<Input> {
        match self.by {
            By::Brand => vec![Input::Sales, Input::Catalog],
            By::Supplier | By::Class => vec![Input::Sales, Input::Purchases],
        }
    }

    fn judge<'a>(&'a self, cx: &Context<'a>, _account: u32, facts: &mut Facts<'a>) -> Verdict {
        if let Some(input) = self.inputs().into_iter().find(|input| !cx.has(*input)) {
            return Verdict::Unknown(input, None);
        }
        if cx.inventory.page_count() < self.asins {
            return Verdict::NotApplicable;
        }
        let mut shares = Shares {
            of_suppliers: vec![0; cx.inventory.suppliers().len()],
            ..Shares::default()
        };
        for page in 0..cx.inventory.page_count() {
            let yen = sold(cx, page, self.days);
            if yen > 0 {
                shares.all += yen;
                self.add(cx, page, yen, &mut shares);
            }
        }
        let (name, yen) = shares.most(cx);
        if shares.all == 0 {
            return Verdict::NotApplicable;
        }
        if !self.is_over(yen, shares.all) {
            let field = match self.by {
                By::Brand => (Input::Catalog, Field::Brand),
                By::Supplier => (Input::Purchases, Field::Supplier),
                By::Class => (Input::Purchases, Field::SupplierClass),
            };
            return match self.is_over(yen + shares.untold, shares.all) {
                true => Verdict::Unknown(field.0, Some(field.1)),
                false => Verdict::Clear,
            };
        }
        facts.state(|| {
            let fact = match self.by {
                By::Brand => Fact::new("sales-of-brand").with("name", name),
                By::Supplier => Fact::new("sales-of-supplier").with("name", name),
                By::Class => Fact::new("sales-of-weak-papers"),
            };
            fact.with("percent", yen * 100 / shares.all)
                .with("yen", Yen(yen))
                .with("days", self.days)
                .with("limit", self.limit.text.as_str())
        });
        Verdict::Risk
    }
}

impl Concentration {
    fn is_over(&self, yen: i64, all: i64) -> bool {
        let share = Percent::of_fraction(yen as f64 / all as f64);
        share.is_some_and(|share| share > self.limit.share)
    }

    fn add<'a>(&self, cx: &Context<'a>, page: u32, yen: i64, shares: &mut Shares<'a>) {
        let inventory = cx.inventory;
        let bought = inventory.purchases(page);
        match self.by {
            By::Brand => match inventory.brand_field(page) {
                Some(brand) => *shares.of_brands.entry(brand.trim()).or_default() += yen,
                None => shares.untold += yen,
            },
            By::Supplier => {
                let units = |p: &crate::model::Purchase| i64::from(p.units.unwrap_or(1));
                let all: i64 = bought.iter().map(units).sum();
                if all == 0 {
                    shares.untold += yen;
                }
                for purchase in bought.iter().filter(|_| all > 0) {
                    let part = part(yen, units(purchase), all);
                    let supplier = purchase.supplier;
                    match supplier.and_then(|s| shares.of_suppliers.get_mut(s.index())) {
                        Some(share) => *share += part,
                        None => shares.untold += part,
                    }
                }
            }
            By::Class => match bought.iter().filter_map(|p| inventory.class(p)).min() {
                Some(class) if self.classes.contains(&class) => shares.of_classes += yen,
                Some(_) => {}
                None => shares.untold += yen,
            },
        }
    }
}

/// So many of `all` units of an amount.
fn part(yen: i64, units: i64, all: i64) -> i64 {
    match yen.checked_mul(units) {
        Some(product) => product / all,
        None => (i128::from(yen) * i128::from(units) / i128::from(all)) as i64,
    }
}

/// Sales of a page in the window: what the reports tell, else the price of today.
fn sold(cx: &Context<'_>, page: u32, days: i64) -> i64 {
    let inside = |day: i32| (0..=days).contains(&i64::from(cx.today - day));
    let items = cx.inventory.items(page).iter();
    let mut prices = items.filter_map(|item| cx.inventory.item(*item).price);
    // The listing lies elsewhere in memory, and few sales ask for it.
    let mut offered = None;
    let mut price = || *offered.get_or_insert_with(|| prices.next());
    let amount = |sold: &Sold| sold.amount().or_else(|| Some(price()?.times(sold.units())));
    let sales = cx.inventory.sales(page).iter();
    let counted = sales.filter(|sold| sold.day().is_none_or(inside));
    counted.filter_map(amount).sum::<Yen>().0
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_part_is_the_one_of_wide_numbers(yen: i64, units in 0..=i64::from(u32::MAX), more in 0..1_000i64) {
            let all = units + more + 1;
            let wide = i128::from(yen) * i128::from(units) / i128::from(all);
            prop_assert_eq!(i128::from(part(yen, units, all)), wide);
        }
    }
}
