//! `title-both-routes`: a title that carries a domestic and a parallel marking.

use super::marking::{self, of_route, title_says};
use super::{Context, Judge};
use crate::model::{Field, Input, Route, Scope, Verdict};
use serde::Deserialize;

/// `title-both-routes` has no parameters.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TitleBothRoutes {}

impl Judge for TitleBothRoutes {
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
        if cx.inventory.item(item).title.is_empty() {
            return Verdict::Unknown(Input::Listings, Some(Field::Title));
        }
        let hits = cx.title_hits(item);
        let both = [Route::Parallel, Route::Domestic];
        if !both.iter().all(|r| of_route(cx, hits, *r).is_some()) {
            return Verdict::Clear;
        }
        Verdict::Risk(
            both.iter()
                .filter_map(|r| title_says(cx, item, *r))
                .collect(),
        )
    }
}
