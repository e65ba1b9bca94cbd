//! `note-route`: the condition note says another route than the title.

use super::marking::{self, Marking, note_says};
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
        let Some(marking) = marking::of_page(cx, item) else {
            return Verdict::Unknown(Input::Listings, Some(Field::Title));
        };
        let wrong = match marking {
            // A page without a marking is the domestic product's page.
            Marking::Domestic | Marking::None => note_says(cx, item, Route::Parallel),
            Marking::Parallel => note_says(cx, item, Route::Domestic),
            Marking::Both | Marking::Edition => None,
        };
        match wrong {
            Some(fact) => Verdict::Risk(vec![marking::shown(cx, item), fact]),
            None => Verdict::Clear,
        }
    }
}
