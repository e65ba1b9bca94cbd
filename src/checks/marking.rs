//! How a page is marked: the catalogue's designation first, then the words of its title.

use super::Context;
use super::context::matched;
use crate::lists::Hit;
use crate::model::{Fact, Origin, Route, Told};

/// What a page says of the route of its goods.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Marking {
    /// 並行輸入品.
    Parallel,
    /// 国内正規品 and the like.
    Domestic,
    /// Both at once.
    Both,
    /// An edition of another region, which has a page of its own: no mix.
    Edition,
    /// Nothing: by Amazon's rule the page of the domestic product.
    None,
}

/// Name of the list of parallel words.
const PARALLEL: &str = "parallel";
/// Name of the list of domestic words.
const DOMESTIC: &str = "domestic";

/// Name of the list of words that name an edition.
const EDITION: &str = "route-neutral";

/// Names of the lists that markings are found by.
pub(super) fn lists() -> Vec<String> {
    [PARALLEL, DOMESTIC, EDITION].map(str::to_owned).to_vec()
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
    let hits = cx.title_hits(item);
    let says = |route| of_route(cx, hits, route).is_some();
    Some(match (says(Route::Parallel), says(Route::Domestic)) {
        (true, true) => Marking::Both,
        (true, false) => Marking::Parallel,
        (false, true) => Marking::Domestic,
        (false, false) => {
            let edition = cx.lists.word_list(EDITION);
            if hits.iter().any(|h| Some(h.list) == edition) {
                Marking::Edition
            } else {
                Marking::None
            }
        }
    })
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
    let written = matched(cx.text(listing.title), hit);
    Some(marked("page-marked", route, written).at(listing.origin))
}

/// The first word of a route in an item's condition note.
pub(super) fn note_says<'a>(cx: &Context<'a>, item: u32, route: Route) -> Option<Fact<'a>> {
    let listing = cx.inventory.item(item);
    let hit = of_route(cx, cx.notes.of(item), route)?;
    let note = cx.text(listing.note);
    let fact = marked("note-marked", route, matched(note, hit));
    Some(fact.with("note", note).at(listing.origin))
}

fn marked<'a>(key: &'a str, route: Route, written: &'a str) -> Fact<'a> {
    Fact::new(key)
        .with("route", Told::Word(route.word()))
        .with("matched", written)
}

/// The first word of a route among the words found in a text.
pub(super) fn of_route<'h>(cx: &Context<'_>, hits: &'h [Hit], route: Route) -> Option<&'h Hit> {
    if hits.is_empty() {
        return None;
    }
    let list = cx.lists.word_list(match route {
        Route::Parallel => PARALLEL,
        Route::Domestic => DOMESTIC,
    })?;
    hits.iter().find(|h| h.list == list)
}
