//! `route-mix`: goods of both routes under one ASIN.

use super::page_route::goods;
use super::proofs::unbought;
use super::{Context, Judge};
use crate::model::{Facts, Field, Input, Route, Scope, Verdict};
use serde::Deserialize;

/// `route-mix` has no parameters.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RouteMix {}

impl Judge for RouteMix {
    fn scope(&self) -> Scope {
        Scope::Asin
    }

    fn inputs(&self) -> Vec<Input> {
        vec![Input::Purchases]
    }

    fn judge<'a>(&'a self, cx: &Context<'a>, page: u32, facts: &mut Facts<'a>) -> Verdict {
        if !cx.has(Input::Purchases) {
            return Verdict::Unknown(Input::Purchases, None);
        }
        let first = |route| {
            cx.inventory
                .purchases(page)
                .iter()
                .find(|p| cx.inventory.route(p) == Some(route))
        };
        let (parallel, domestic) = (first(Route::Parallel), first(Route::Domestic));
        if let (Some(p), Some(d)) = (parallel, domestic) {
            facts.state(|| goods(cx, p, Route::Parallel));
            facts.state(|| goods(cx, d, Route::Domestic));
            return Verdict::Risk;
        }
        let bought = cx.inventory.purchases(page);
        if bought.is_empty() {
            return unbought(cx, page);
        }
        let untold = bought.iter().any(|p| cx.inventory.route(p).is_none());
        if untold {
            Verdict::Unknown(Input::Purchases, Some(Field::Route))
        } else {
            Verdict::Clear
        }
    }
}
