//! `regulated`: words of regulated goods in the title, with the law, the papers and the office.

use super::context::matched;
use super::marking::{self, Marking};
use super::page_route::goods as bought_by;
use super::proofs::unbought;
use super::{Context, Judge, Quiet};
use crate::lists::{Goods, Hit, ListId, Lists};
use crate::model::{Fact, Facts, Field, Input, Route, Scope, Told, Verdict};
use serde::Deserialize;

/// Parameters of `regulated`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Regulated {
    /// Ids of the kinds of goods.
    goods: Vec<String>,
    /// Only goods of this route, by the page's marking or by a purchase; all when none is named.
    #[serde(default)]
    route: Option<Route>,
    /// The word lists of those goods.
    #[serde(skip)]
    bound: Vec<ListId>,
}

impl Judge for Regulated {
    fn scope(&self) -> Scope {
        Scope::Sku
    }

    fn inputs(&self) -> Vec<Input> {
        match self.route {
            None => vec![Input::Listings],
            Some(_) => vec![Input::Listings, Input::Purchases],
        }
    }

    fn lists(&self) -> Vec<String> {
        let list = |id: &String| format!("regulated-{id}");
        let mut lists: Vec<String> = self.goods.iter().map(list).collect();
        if self.route.is_some() {
            lists.extend(marking::lists());
        }
        lists
    }

    fn bind(&mut self, lists: &Lists) {
        let goods = self.goods.iter();
        self.bound = goods.filter_map(|id| lists.goods_list(id)).collect();
    }

    fn quiet(&self, _lists: &Lists) -> Option<Quiet> {
        Some(Quiet::WithoutWords {
            lists: self.bound.clone(),
            else_risk: self.route.is_none(),
        })
    }

    fn graded(&self) -> bool {
        true
    }

    fn judge<'a>(&'a self, cx: &Context<'a>, item: u32, stated: &mut Facts<'a>) -> Verdict {
        let listing = cx.inventory.item(item);
        if listing.title.is_empty() {
            return Verdict::Unknown(Input::Listings, Some(Field::Title));
        }
        let mut found: Vec<(&Goods, &Hit)> = Vec::new();
        for hit in cx.title_hits(item) {
            if self.bound.contains(&hit.list)
                && found.iter().all(|(_, known)| known.list != hit.list)
                && let Some(goods) = cx.lists.goods(hit)
            {
                found.push((goods, hit));
            }
        }
        if found.is_empty() {
            return Verdict::Clear;
        }
        // Finding the text as written costs its whole length: only where it is told.
        let named = |stated: &mut Facts<'a>| {
            for (goods, hit) in &found {
                let written = || matched(cx.text(listing.title), hit);
                stated.state(|| named(goods, written()).at(listing.origin));
            }
            Verdict::Risk
        };
        let Some(route) = self.route else {
            return named(stated);
        };
        match of_route(cx, item, route) {
            Err(verdict) => verdict,
            Ok(shown) => {
                named(stated);
                stated.state(|| shown);
                Verdict::Risk
            }
        }
    }
}

/// The fact that shows that the goods came by that route.
///
/// # Errors
/// What else is to be said of them.
fn of_route<'a>(cx: &Context<'a>, item: u32, route: Route) -> Result<Fact<'a>, Verdict> {
    let marked = match route {
        Route::Parallel => Marking::Parallel,
        Route::Domestic => Marking::Domestic,
    };
    if marking::of_page(cx, item) == Some(marked) {
        return Ok(marking::shown(cx, item));
    }
    if !cx.has(Input::Purchases) {
        return Err(Verdict::Unknown(Input::Purchases, None));
    }
    let (mut any, mut untold) = (false, false);
    for purchase in cx.purchases_of_item(item) {
        any = true;
        match cx.inventory.route(purchase) {
            None => untold = true,
            Some(by) if by == route => return Ok(bought_by(cx, purchase, route)),
            Some(_) => {}
        }
    }
    Err(match (any, untold) {
        (false, _) => unbought(cx, cx.inventory.page_of(item)),
        (true, true) => Verdict::Unknown(Input::Purchases, Some(Field::Route)),
        (true, false) => Verdict::Clear,
    })
}

fn named<'a>(goods: &'a Goods, written: &'a str) -> Fact<'a> {
    let both = |[ja, en]: &'a [String; 2]| Told::Said(ja, en);
    Fact::new("regulated-goods")
        .with("matched", written)
        .with("goods", both(&goods.name))
        .with("law", both(&goods.law))
        .with("proof", both(&goods.proof))
        .with("office", both(&goods.office))
        .with("source", goods.source.title.as_str())
        .with("date", goods.source.date.as_str())
        .with("grade", Told::Word(goods.source.grade.word()))
}
