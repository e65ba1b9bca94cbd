//! How a page is marked: the catalogue's designation first, then the words of its title.

use super::Context;
use super::context::matched;
use crate::model::{Fact, Origin, Route, Value};

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

/// The marking of an item's page, with the fact that shows it; `None` when no title is known.
pub(super) fn of_page(cx: &Context<'_>, item: u32) -> Option<(Marking, Fact)> {
    // The attribute of the catalogue is what Amazon goes by; the title follows it.
    let catalog = cx.inventory.catalog(cx.inventory.page_of(item));
    if let Some((row, route)) = catalog.and_then(|c| Some((c, c.distribution?))) {
        let fact = Fact::new("page-designated")
            .with("route", Value::word(route))
            .at(row.origin);
        let marking = if route == Route::Parallel {
            Marking::Parallel
        } else {
            Marking::Domestic
        };
        return Some((marking, fact));
    }
    of_title(cx, item)
}

/// The marking of an item's title alone.
pub(super) fn of_title(cx: &Context<'_>, item: u32) -> Option<(Marking, Fact)> {
    let listing = cx.inventory.item(item);
    if listing.title.is_empty() {
        return None;
    }
    let (title, origin) = (cx.text(listing.title), listing.origin);
    let parallel = said(
        cx,
        cx.title_hits(item),
        title,
        origin,
        Route::Parallel,
        "page-marked",
    );
    let domestic = said(
        cx,
        cx.title_hits(item),
        title,
        origin,
        Route::Domestic,
        "page-marked",
    );
    Some(match (parallel, domestic) {
        (Some(fact), Some(_)) => (Marking::Both, fact),
        (Some(fact), None) => (Marking::Parallel, fact),
        (None, Some(fact)) => (Marking::Domestic, fact),
        (None, None) => {
            let edition = cx.lists.word_list(EDITION);
            let hit = cx.title_hits(item).iter().any(|h| Some(h.list) == edition);
            let fact = Fact::new("page-unmarked").with("title", title).at(origin);
            (if hit { Marking::Edition } else { Marking::None }, fact)
        }
    })
}

/// The first word of a route in a text that was searched.
pub(super) fn said(
    cx: &Context<'_>,
    hits: &[crate::lists::Hit],
    text: &str,
    origin: Origin,
    route: Route,
    key: &'static str,
) -> Option<Fact> {
    let list = cx.lists.word_list(if route == Route::Parallel {
        PARALLEL
    } else {
        DOMESTIC
    })?;
    let hit = hits.iter().find(|h| h.list == list)?;
    Some(
        Fact::new(key)
            .with("route", Value::word(route))
            .with("matched", matched(text, hit))
            .at(origin),
    )
}
