//! `asin-list`: an ASIN that a pack or the seller's own list asks to watch.

use super::{Context, Judge};
use crate::model::{Fact, Facts, Field, Input, Scope, Verdict};
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

    fn settled(&self, cx: &Context<'_>) -> Option<Verdict> {
        (!cx.lists.watches_asins()).then_some(Verdict::Unknown(Input::OwnLists, None))
    }

    fn judge<'a>(&'a self, cx: &Context<'a>, page: u32, facts: &mut Facts<'a>) -> Verdict {
        if !cx.lists.watches_asins() {
            return Verdict::Unknown(Input::OwnLists, None);
        }
        let Some(asin) = cx.inventory.asin(page) else {
            return Verdict::Unknown(Input::Listings, Some(Field::Asin));
        };
        let Some(watched) = cx.lists.watched(asin) else {
            return Verdict::Clear;
        };
        facts.state(|| Fact {
            at: cx.page_origin(page),
            ..Fact::new("asin-watched")
                .with("asin", asin)
                .with("reason", watched.reason.as_str())
                .with("source", watched.source.title.as_str())
                .with("date", watched.source.date.as_str())
        });
        Verdict::Risk
    }
}
