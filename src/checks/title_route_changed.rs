//! `title-route-changed`: a title that gained or lost the parallel marking since the last audit.

use super::marking::{self, title_says};
use super::{Context, Judge};
use crate::lists::{Scratch, Signs};
use crate::model::{Fact, Facts, Field, Input, Route, Scope, Verdict};
use serde::Deserialize;

/// `title-route-changed` has no parameters.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TitleRouteChanged {}

impl Judge for TitleRouteChanged {
    fn scope(&self) -> Scope {
        Scope::Sku
    }

    fn inputs(&self) -> Vec<Input> {
        vec![Input::Listings, Input::History]
    }

    fn lists(&self) -> Vec<String> {
        marking::lists()
    }

    fn judge<'a>(&'a self, cx: &Context<'a>, item: u32, facts: &mut Facts<'a>) -> Verdict {
        if !cx.has(Input::History) {
            return Verdict::Unknown(Input::History, None);
        }
        let listing = cx.inventory.item(item);
        let Some(past) = cx.inventory.tables.past(listing.sku) else {
            return Verdict::NotApplicable;
        };
        if listing.title.is_empty() {
            return Verdict::Unknown(Input::Listings, Some(Field::Title));
        }
        if past.title.is_empty() {
            return Verdict::Unknown(Input::History, Some(Field::Title));
        }
        let (was, now) = (cx.text(past.title), cx.text(listing.title));
        // Most titles stay: nothing needs to be looked for in them.
        if was == now {
            return Verdict::Clear;
        }
        let parallel_now = title_says(cx, item, Route::Parallel).is_some();
        if parallel_now == parallel(cx, was) {
            return Verdict::Clear;
        }
        let key = match parallel_now {
            true => "route-gained",
            false => "route-lost",
        };
        facts.state(|| {
            Fact::new(key)
                .with("was", was)
                .with("now", now)
                .at(listing.origin)
        });
        Verdict::Risk
    }
}

fn parallel(cx: &Context<'_>, title: &str) -> bool {
    let (mut scratch, mut hits) = (Scratch::default(), Vec::new());
    cx.lists.find(title, &mut scratch, &mut hits);
    Signs::of(cx.lists, &hits).parallel.is_some()
}
