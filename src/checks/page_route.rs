//! `page-route`: goods bought by one route, offered on a page of the other.

use super::marking::{self, Marking};
use super::proofs::unbought;
use super::{Context, Judge};
use crate::model::{Fact, Facts, Field, Input, Purchase, Route, Scope, Told, Verdict};
use serde::Deserialize;

/// Which pages are wrong for the goods.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Page {
    /// Without the parallel marking.
    Unmarked,
    /// With the parallel marking.
    Parallel,
}

/// Parameters of `page-route`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PageRoute {
    /// Route of the goods.
    goods: Route,
    /// Pages that are wrong for them.
    page: Page,
}

impl Judge for PageRoute {
    fn scope(&self) -> Scope {
        Scope::Sku
    }

    fn inputs(&self) -> Vec<Input> {
        vec![Input::Listings, Input::Purchases]
    }

    fn lists(&self) -> Vec<String> {
        marking::lists()
    }

    fn judge<'a>(&'a self, cx: &Context<'a>, item: u32, facts: &mut Facts<'a>) -> Verdict {
        if !cx.has(Input::Purchases) {
            return Verdict::Unknown(Input::Purchases, None);
        }
        let mut bought = cx.purchases_of_item(item).peekable();
        if !cx.live(item) {
            return Verdict::NotApplicable;
        }
        if bought.peek().is_none() {
            return unbought(cx, cx.inventory.page_of(item));
        }
        let Some(marking) = marking::of_page(cx, item) else {
            return Verdict::Unknown(Input::Listings, Some(Field::Title));
        };
        let wrong = match self.page {
            // Both markings at once is a finding of its own.
            Page::Unmarked => matches!(marking, Marking::None | Marking::Domestic),
            Page::Parallel => marking == Marking::Parallel,
        };
        if !wrong {
            return Verdict::Clear;
        }
        let of_route = bought
            .clone()
            .filter(|p| cx.inventory.route(p) == Some(self.goods));
        of_route.for_each(|p| facts.state(|| goods(cx, p, self.goods)));
        if facts.is_empty() {
            let untold = bought.any(|p| cx.inventory.route(p).is_none());
            return if untold {
                Verdict::Unknown(Input::Purchases, Some(Field::Route))
            } else {
                Verdict::Clear
            };
        }
        facts.state_first(|| marking::shown(cx, item));
        Verdict::Risk
    }
}

/// By which route a purchase came.
pub(super) fn goods<'a>(cx: &Context<'a>, purchase: &Purchase, route: Route) -> Fact<'a> {
    let fact = Fact::new("goods-route")
        .with("route", Told::Word(route.word()))
        .with("supplier", cx.supplier(purchase))
        .with("day", purchase.day);
    fact.at(purchase.origin)
}
