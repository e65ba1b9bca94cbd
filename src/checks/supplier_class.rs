//! `supplier-class`: units of an ASIN bought from suppliers of certain classes.

use super::proofs::unbought;
use super::{Context, Judge};
use crate::model::{Fact, Facts, Field, Input, Purchase, Scope, SupplierClass, Told, Verdict};
use serde::Deserialize;

/// Parameters of `supplier-class`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SupplierClasses {
    /// Classes whose papers are weak or none.
    classes: Vec<SupplierClass>,
    /// Days a purchase counts.
    days: i64,
    /// Fewest units that make the risk.
    #[serde(default = "one")]
    from: u64,
    /// Units from which another rule takes over.
    #[serde(default)]
    below: Option<u64>,
    /// Only when no supplier of another class delivered in the window.
    #[serde(default)]
    only: bool,
}

fn one() -> u64 {
    1
}

impl Judge for SupplierClasses {
    fn scope(&self) -> Scope {
        Scope::Asin
    }

    fn inputs(&self) -> Vec<Input> {
        vec![Input::Purchases, Input::Suppliers]
    }

    fn graded(&self) -> bool {
        true
    }

    fn judge<'a>(&'a self, cx: &Context<'a>, page: u32, facts: &mut Facts<'a>) -> Verdict {
        if !cx.has(Input::Purchases) {
            return Verdict::Unknown(Input::Purchases, None);
        }
        if !cx.in_play(page, self.days) {
            return Verdict::NotApplicable;
        }
        let (mut units, mut untold, mut others) = (0u64, false, false);
        let (mut any, mut uncounted) = (false, false);
        for purchase in cx
            .inventory
            .purchases(page)
            .iter()
            .filter(|p| cx.maybe_inside(p.day, self.days))
        {
            any = true;
            let Some(class) = cx.inventory.class(purchase) else {
                untold = true;
                continue;
            };
            if !self.classes.contains(&class) {
                others = true;
                continue;
            }
            // A line without a number is one unit at least.
            uncounted |= purchase.units.is_none();
            let bought = u64::from(purchase.units.unwrap_or(1));
            units += bought;
            facts.state(|| bought_from(cx, purchase, class, bought));
            facts.add(|| listed(cx, purchase, class));
        }
        let enough = units >= self.from && self.below.is_none_or(|b| units < b);
        if enough && !(self.only && (others || untold)) {
            return Verdict::Risk;
        }
        if uncounted && units < self.from {
            return Verdict::Unknown(Input::Purchases, Some(Field::Units));
        }
        // One strong supplier settles `only`, whatever the rest is.
        match (any, untold && !(self.only && others)) {
            (false, _) if cx.inventory.purchase_rows(page).is_empty() => unbought(cx, page),
            (false, _) => Verdict::NotApplicable,
            (true, true) => Verdict::Unknown(
                Input::Suppliers,
                cx.has(Input::Suppliers).then_some(Field::SupplierClass),
            ),
            (true, false) => Verdict::Clear,
        }
    }
}

/// Says what was bought from a supplier of a class.
pub(super) fn bought_from<'a>(
    cx: &Context<'a>,
    purchase: &Purchase,
    class: SupplierClass,
    units: u64,
) -> Fact<'a> {
    Fact::new("bought-from-class")
        .with("supplier", cx.supplier(purchase))
        .with("class", Told::Word(class.word()))
        .with("units", units)
        .with("day", purchase.day)
        .at(purchase.origin)
}

/// Says that the class is a list's word and not the seller's, with the list's source.
pub(super) fn listed<'a>(
    cx: &Context<'a>,
    purchase: &Purchase,
    class: SupplierClass,
) -> Option<Fact<'a>> {
    let info = cx.inventory.supplier(purchase.supplier?);
    if purchase.class.is_some() || !info.class_listed {
        return None;
    }
    let name = cx.supplier(purchase);
    let known = cx.lists.supplier_named(name)?;
    let source = if known.source.url.is_empty() {
        &known.source.title
    } else {
        &known.source.url
    };
    Some(
        Fact::new("class-from-list")
            .with("supplier", name)
            .with("class", Told::Word(class.word()))
            .with("source", source.as_str())
            .with("grade", Told::Word(known.source.grade.word())),
    )
}
