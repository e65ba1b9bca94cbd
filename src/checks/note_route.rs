//! `note-route`: the condition note says another route than the title.

use super::marking::{self, Marking, note_says, of_route};
use super::{Context, Judge};
use crate::model::{Facts, Field, Input, Route, Scope, Verdict};
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

    fn settled(&self, cx: &Context<'_>) -> Option<Verdict> {
        (!cx.notes_told).then_some(Verdict::Unknown(Input::Listings, Some(Field::Note)))
    }

    fn judge<'a>(&'a self, cx: &Context<'a>, item: u32, facts: &mut Facts<'a>) -> Verdict {
        if !cx.notes_told {
            return Verdict::Unknown(Input::Listings, Some(Field::Note));
        }
        let Some(marking) = marking::of_page(cx, item) else {
            return Verdict::Unknown(Input::Listings, Some(Field::Title));
        };
        let wrong = match marking {
            // A page without a marking is the domestic product's page.
            Marking::Domestic | Marking::None => Route::Parallel,
            Marking::Parallel => Route::Domestic,
            Marking::Both | Marking::Edition => return Verdict::Clear,
        };
        if of_route(cx, cx.notes.of(item), wrong).is_none() {
            return Verdict::Clear;
        }
        facts.state(|| marking::shown(cx, item));
        facts.add(|| note_says(cx, item, wrong));
        Verdict::Risk
    }
}
