//! `title-both-routes`: a title that carries a domestic and a parallel marking.

use super::marking::{self, said};
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
        let listing = cx.inventory.item(item);
        if listing.title.is_empty() {
            return Verdict::Unknown(Input::Listings, Some(Field::Title));
        }
        let says = |route| {
            said(
                cx,
                cx.title_hits(item),
                cx.text(listing.title),
                listing.origin,
                route,
                "page-marked",
            )
        };
        match (says(Route::Parallel), says(Route::Domestic)) {
            (Some(parallel), Some(domestic)) => Verdict::Risk(vec![parallel, domestic]),
            _ => Verdict::Clear,
        }
    }
}
