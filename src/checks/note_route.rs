//! `note-route`: the condition note says another route than the title.

use super::marking::{self, Marking, said};
use super::{Context, Judge};
use crate::model::{Field, Input, Route, Scope, Verdict};
use serde::Deserialize;

/// `note-route` has no parameters.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NoteRoute {}

impl Judge for NoteRoute {
    fn scope(&self) -> Scope {
        Scope::Sku
    }

    fn inputs(&self) -> Vec<Input> {
        vec![Input::Listings]
    }

    fn lists(&self) -> Vec<String> {
        marking::lists()
    }

    fn judge(&self, cx: &Context<'_>, item: u32) -> Verdict {
        if !cx.inventory.tables.tells(Input::Listings, Field::Note) {
            return Verdict::Unknown(Input::Listings, Some(Field::Note));
        }
        let Some((marking, shown)) = marking::of_page(cx, item) else {
            return Verdict::Unknown(Input::Listings, Some(Field::Title));
        };
        let listing = cx.inventory.item(item);
        let note = cx.text(listing.note);
        let says = |route| {
            said(
                cx,
                cx.notes.of(item),
                note,
                listing.origin,
                route,
                "note-marked",
            )
        };
        let wrong = match marking {
            // A page without a marking is the domestic product's page.
            Marking::Domestic | Marking::None => says(Route::Parallel),
            Marking::Parallel => says(Route::Domestic),
            Marking::Both | Marking::Edition => None,
        };
        match wrong {
            Some(fact) => Verdict::Risk(vec![shown, fact.with("note", note)]),
            None => Verdict::Clear,
        }
    }
}
