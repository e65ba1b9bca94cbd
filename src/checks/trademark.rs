//! `trademark`: the title uses the mark of somebody else otherwise than to say what the goods fit.

use super::context::matched;
use super::{Context, Judge};
use crate::lists::{TrademarkUse, trademark_use};
use crate::model::{Fact, Facts, Field, Input, Scope, Told, Verdict};
use serde::Deserialize;

/// Parameters of `trademark`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Trademark {
    /// Uses that make the risk.
    uses: Vec<TrademarkUse>,
}

impl Judge for Trademark {
    fn scope(&self) -> Scope {
        Scope::Asin
    }

    fn inputs(&self) -> Vec<Input> {
        vec![Input::Listings, Input::Catalog]
    }

    fn lists(&self) -> Vec<String> {
        vec!["trademark".into()]
    }

    fn judge<'a>(&'a self, cx: &Context<'a>, page: u32, stated: &mut Facts<'a>) -> Verdict {
        let items = cx.inventory.items(page).iter();
        let mut titled = items.filter(|item| !cx.inventory.item(**item).title.is_empty());
        let Some(item) = titled.next() else {
            return Verdict::Unknown(Input::Listings, Some(Field::Title));
        };
        let listing = cx.inventory.item(*item);
        let title = cx.text(listing.title);
        let row = cx.inventory.catalog(page);
        let brand = row.map_or("", |row| cx.text(row.brand));
        let (found, hit) = trademark_use(cx.lists, title, brand, cx.title_hits(*item));
        let Some(hit) = hit.filter(|_| self.uses.contains(&found)) else {
            return Verdict::Clear;
        };
        // The mark may be the page's own, which only the catalogue tells.
        let settled_by_brand = matches!(found, TrademarkUse::Mixed | TrademarkUse::Character);
        if settled_by_brand && brand.is_empty() {
            return Verdict::Unknown(Input::Catalog, Some(Field::Brand));
        }
        let fact = Fact::new("mark-in-title")
            .with("matched", matched(title, &hit))
            .with("use", Told::Word(found.key()))
            .with("brand", brand);
        stated.risk(vec![fact.at(listing.origin)])
    }
}
