//! How a page is marked: the catalogue's designation first, then the words of its title.

use super::Context;
use super::context::matched;
pub(super) use crate::lists::Marking;
use crate::lists::{Hit, Signs};
use crate::model::{Fact, Origin, Route, Told};

/// Names of the lists that markings are found by.
pub(super) fn lists() -> Vec<String> {
    Signs::lists().map(str::to_owned).to_vec()
}

/// The marking of an item's page; `None` when no title is known.
pub(super) fn of_page(cx: &Context<'_>, item: u32) -> Option<Marking> {
    // The attribute of the catalogue is what Amazon goes by; the title follows it.
    match designated(cx, item) {
        Some((_, Route::Parallel)) => return Some(Marking::Parallel),
        Some((_, Route::Domestic)) => return Some(Marking::Domestic),
        None => {}
    }
    if cx.inventory.item(item).title.is_empty() {
        return None;
    }
    Some(Signs::of(cx.lists, cx.title_hits(item)).marking())
}

/// The fact that shows the marking of an item's page. It copies text: for a risk only.
pub(super) fn shown<'a>(cx: &Context<'a>, item: u32) -> Fact<'a> {
    if let Some((origin, route)) = designated(cx, item) {
        return Fact::new("page-designated")
            .with("route", Told::Word(route.word()))
            .at(origin);
    }
    let listing = cx.inventory.item(item);
    let title = cx.text(listing.title);
    let said = |route| title_says(cx, item, route);
    said(Route::Parallel)
        .or_else(|| said(Route::Domestic))
        .unwrap_or_else(|| Fact::new("page-unmarked").with("title", title))
        .at(listing.origin)
}

/// The route that the catalogue designates the page for, and where it does.
fn designated(cx: &Context<'_>, item: u32) -> Option<(Origin, Route)> {
    let row = cx.inventory.catalog(cx.inventory.page_of(item))?;
    Some((row.origin, row.distribution?))
}

/// The first word of a route in an item's title.
pub(super) fn title_says<'a>(cx: &Context<'a>, item: u32, route: Route) -> Option<Fact<'a>> {
    let listing = cx.inventory.item(item);
    let hit = of_route(cx, cx.title_hits(item), route)?;
    let written = matched(cx.text(listing.title), &hit);
    Some(marked("page-marked", route, written).at(listing.origin))
}

/// The first word of a route in an item's condition note.
pub(super) fn note_says<'a>(cx: &Context<'a>, item: u32, route: Route) -> Option<Fact<'a>> {
    let listing = cx.inventory.item(item);
    let hit = of_route(cx, cx.notes.of(item), route)?;
    let note = cx.text(listing.note);
    let fact = marked("note-marked", route, matched(note, &hit));
    Some(fact.with("note", note).at(listing.origin))
}

fn marked<'a>(key: &'a str, route: Route, written: &'a str) -> Fact<'a> {
    Fact::new(key)
        .with("route", Told::Word(route.word()))
        .with("matched", written)
}

/// The first word of a route among the words found in a text.
pub(super) fn of_route(cx: &Context<'_>, hits: &[Hit], route: Route) -> Option<Hit> {
    let signs = Signs::of(cx.lists, hits);
    match route {
        Route::Parallel => signs.parallel,
        Route::Domestic => signs.domestic,
    }
}
