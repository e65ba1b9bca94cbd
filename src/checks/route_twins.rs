//! `route-twins`: pages that belong together, one for domestic goods and one for parallel imports.

use super::marking::{self, Marking};
use super::{Context, Judge};
use crate::model::{Fact, Facts, Field, Input, Route, Scope, Told, Verdict};
use serde::Deserialize;

/// What makes pages belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum By {
    /// One JAN.
    Jan,
    /// One variation family.
    Parent,
}

/// Parameters of `route-twins`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RouteTwins {
    /// What makes pages belong together.
    by: By,
}

impl Judge for RouteTwins {
    fn scope(&self) -> Scope {
        Scope::Asin
    }

    fn inputs(&self) -> Vec<Input> {
        vec![Input::Listings, Input::Catalog]
    }

    fn lists(&self) -> Vec<String> {
        marking::lists()
    }

    fn judge<'a>(&'a self, cx: &Context<'a>, page: u32, facts: &mut Facts<'a>) -> Verdict {
        let inventory = cx.inventory;
        let twins = match self.by {
            By::Jan => inventory.jan_twins(),
            By::Parent => inventory.families(),
        };
        let (mut any, mut untold) = (false, false);
        for group in twins.led_by(page) {
            any = true;
            let (mut parallel, mut other, mut doubtful) = (None, None, false);
            for page in group {
                match live_offer(cx, *page).map(|item| (item, marking::of_page(cx, item))) {
                    None => {}
                    Some((_, None)) => doubtful = true,
                    Some((item, Some(Marking::Parallel))) => parallel = parallel.or(Some(item)),
                    Some((item, Some(Marking::Domestic | Marking::None))) => {
                        other = other.or(Some(item));
                    }
                    // Both markings at once is a finding of its own.
                    Some((_, Some(_))) => {}
                }
            }
            match (parallel, other) {
                (Some(parallel), Some(other)) => {
                    self.state(cx, facts, page);
                    facts.state(|| offer(cx, parallel, Route::Parallel));
                    facts.state(|| offer(cx, other, Route::Domestic));
                }
                _ => untold |= doubtful,
            }
        }
        match (facts.is_empty(), untold, any) {
            (false, ..) => Verdict::Risk,
            (true, true, _) => Verdict::Unknown(Input::Listings, Some(Field::Title)),
            (true, false, true) => Verdict::Clear,
            (true, false, false) => self.alone(cx, page),
        }
    }
}

impl RouteTwins {
    /// A page that shares nothing, or leads no group: what tells that it does not.
    fn alone(&self, cx: &Context<'_>, page: u32) -> Verdict {
        let inventory = cx.inventory;
        let row = inventory.catalog(page);
        let mut items = inventory.items(page).iter();
        let (told, field) = match self.by {
            By::Jan => (
                row.is_some_and(|row| row.jan.is_some())
                    || items.any(|item| inventory.item(*item).jan.is_some()),
                Field::Jan,
            ),
            By::Parent => (row.is_some_and(|row| row.parent.is_some()), Field::Parent),
        };
        match (told, cx.has(Input::Catalog)) {
            (true, _) => Verdict::Clear,
            (false, false) => Verdict::Unknown(Input::Catalog, None),
            (false, true) if !inventory.tables.tells(Input::Catalog, field) => {
                Verdict::Unknown(Input::Catalog, Some(field))
            }
            // Not every page has a JAN or a family.
            (false, true) => Verdict::NotApplicable,
        }
    }

    fn state<'a>(&self, cx: &Context<'a>, facts: &mut Facts<'a>, page: u32) {
        let inventory = cx.inventory;
        let row = inventory.catalog(page);
        match self.by {
            By::Jan => {
                let mut items = inventory.items(page).iter();
                let of_items = items.find_map(|item| inventory.item(*item).jan);
                let jan = of_items.or_else(|| row.and_then(|row| row.jan));
                facts.state(|| Fact::new("twins-by-jan").with("jan", jan));
            }
            By::Parent => facts.state(|| {
                Fact::new("twins-by-parent").with("asin", row.and_then(|row| row.parent))
            }),
        }
    }
}

/// The first offer of a page that a buyer may find.
fn live_offer(cx: &Context<'_>, page: u32) -> Option<u32> {
    let mut items = cx.inventory.items(page).iter();
    items.find(|item| cx.live(**item)).copied()
}

fn offer<'a>(cx: &Context<'a>, item: u32, route: Route) -> Fact<'a> {
    let listing = cx.inventory.item(item);
    Fact::new("twin-page")
        .with("route", Told::Word(route.word()))
        .with("asin", cx.inventory.asin(cx.inventory.page_of(item)))
        .with("title", cx.text(listing.title))
        .at(listing.origin)
}
