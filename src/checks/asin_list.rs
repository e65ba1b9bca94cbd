//! `asin-list`: an ASIN that a pack or the seller's own list asks to watch.

use super::{Context, Judge};
use crate::model::{Fact, Field, Input, Scope, Verdict};
use serde::Deserialize;

/// Parameters of `asin-list`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AsinList {
    /// Name of the list.
    list: String,
}

impl Judge for AsinList {
    fn scope(&self) -> Scope {
        Scope::Asin
    }

    fn inputs(&self) -> Vec<Input> {
        vec![Input::Listings, Input::OwnLists]
    }

    fn lists(&self) -> Vec<String> {
        vec![self.list.clone()]
    }

    fn judge(&self, cx: &Context<'_>, page: u32) -> Verdict {
        if !cx.lists.watches_asins() {
            return Verdict::Unknown(Input::OwnLists, None);
        }
        let Some(asin) = cx.inventory.asin(page) else {
            return Verdict::Unknown(Input::Listings, Some(Field::Asin));
        };
        let Some(watched) = cx.lists.watched(asin) else {
            return Verdict::Clear;
        };
        let fact = Fact::new("asin-watched")
            .with("asin", asin.as_str())
            .with("reason", watched.reason.as_str())
            .with("source", watched.source.title.as_str())
            .with("date", watched.source.date.as_str());
        Verdict::Risk(vec![match cx.page_origin(page) {
            Some(origin) => fact.at(origin),
            None => fact,
        }])
    }
}
