//! `title-both-routes`: a title that carries a domestic and a parallel marking.

use super::marking::{self, of_route, title_says};
use super::{Context, Judge, Quiet};
use crate::lists::{Lists, Signs};
use crate::model::{Facts, Field, Input, Route, Scope, Verdict};
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

    fn quiet(&self, lists: &Lists) -> Option<Quiet> {
        let words = Signs::lists().into_iter();
        Some(Quiet::WithoutWords {
            lists: words.filter_map(|name| lists.word_list(name)).collect(),
            else_risk: false,
        })
    }

    fn judge<'a>(&'a self, cx: &Context<'a>, item: u32, facts: &mut Facts<'a>) -> Verdict {
        if cx.inventory.item(item).title.is_empty() {
            return Verdict::Unknown(Input::Listings, Some(Field::Title));
        }
        let hits = cx.title_hits(item);
        let both = [Route::Parallel, Route::Domestic];
        if !both.iter().all(|r| of_route(cx, hits, *r).is_some()) {
            return Verdict::Clear;
        }
        facts.add(|| both.into_iter().filter_map(|r| title_says(cx, item, r)));
        Verdict::Risk
    }
}
