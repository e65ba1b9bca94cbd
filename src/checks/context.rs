//! What a check may look at: the inventory, the lists, the words found, the day and the account.

use crate::inventory::{Inventory, Sold, day_number};
use crate::lists::{BrandFields, Hit, ListId, Lists, TextHits};
use crate::model::{Day, Field, Input, Origin, Policy, Purchase, Status, Text};
use crate::names;

/// Everything a check may look at.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The joined inventory.
    pub inventory: &'a Inventory,
    /// Word, brand and supplier lists.
    pub lists: &'a Lists,
    /// The day, the account, the profile.
    pub policy: &'a Policy,
    /// That day as a [`day_number`].
    pub today: i32,
    /// A bit per kind of input that was given, since every check asks.
    pub given: u32,
    /// True when some listings report has a column for condition notes.
    pub notes_told: bool,
    /// Words found in titles, by item.
    pub titles: &'a TextHits,
    /// Words found in condition notes, by item.
    pub notes: &'a TextHits,
    /// Words found in item names of purchases, by purchase row.
    pub bought: &'a TextHits,
    /// Words found in remarks of purchases, by purchase row.
    pub remarks: &'a TextHits,
    /// Words found in buyers' comments, by row of the returns.
    pub returned: &'a TextHits,
    /// Listed brands of the offers, from title and catalogue, by item.
    pub brands: &'a TextHits<names::Hit>,
    /// What the brands and manufacturers of the catalogue say.
    pub brand_fields: &'a BrandFields,
    /// What rules about goods came to, for rules about the account.
    pub results: &'a Results,
}

/// What one rule came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Subjects at risk.
    pub risk: u64,
    /// What was missing, where something could not be judged.
    pub unknown: Option<(Input, Option<Field>)>,
}

/// What rules about goods came to, by their id.
#[derive(Clone, Debug, Default)]
pub struct Results(Vec<(String, Outcome)>);

impl Results {
    /// Of these rules.
    #[must_use]
    pub fn new(results: Vec<(String, Outcome)>) -> Self {
        Self(results)
    }

    /// Of one rule; `None` for one that is not in force.
    pub(super) fn of(&self, rule: &str) -> Option<Outcome> {
        let mut results = self.0.iter();
        Some(results.find(|(id, _)| id == rule)?.1)
    }
}

/// Subjects that are clear by what was found in their titles: nearly all of them are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Quiet {
    /// Items with a title that has no word of these lists.
    WithoutWords(Vec<ListId>),
    /// Pages (and items on pages) that have a title, and no listed brand in any nor in the
    /// catalogue.
    WithoutBrand,
}

/// How a day lies to a window that ends today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Age {
    /// So many days ago, not more than the window.
    Inside(i64),
    /// So many days ago, more than the window.
    Before(i64),
    /// Later than today.
    Future,
}

impl<'a> Context<'a> {
    /// True when files of that kind were given.
    #[inline]
    pub(super) fn has(&self, input: Input) -> bool {
        self.given & (1 << input as u32) != 0
    }

    /// The text of a handle.
    #[inline]
    pub(super) fn text(&self, text: Text) -> &'a str {
        self.inventory.tables.strings.get(text)
    }

    /// A day against a window of so many days that ends today; on the limit it is inside.
    #[inline]
    pub(super) fn age(&self, day: Day, days: i64) -> Age {
        match i64::from(self.today - day_number(day)) {
            ..0 => Age::Future,
            age if age <= days => Age::Inside(age),
            age => Age::Before(age),
        }
    }

    /// True when the day is inside the window; an unknown day may be, so it counts.
    #[inline]
    pub(super) fn maybe_inside(&self, day: Option<Day>, days: i64) -> bool {
        day.is_none_or(|d| matches!(self.age(d, days), Age::Inside(_)))
    }

    /// Units of a page sold inside the window. Rows without a date (business report) count.
    pub(super) fn sold(&self, page: u32, days: i64) -> u64 {
        let inside = |day: i32| (0..=days).contains(&i64::from(self.today - day));
        let sales = self.inventory.sales(page).iter();
        sales
            .filter(|sold| sold.day().is_none_or(inside))
            .map(Sold::units)
            .sum()
    }

    /// True when a page has units, had sales in the window, or no file tells either.
    pub(super) fn in_play(&self, page: u32, days: i64) -> bool {
        !self.inventory.sold_out(page) || self.sold(page, days) > 0
    }

    /// True for an offer a buyer may find: not switched off, or with units somewhere.
    pub(super) fn live(&self, item: u32) -> bool {
        !self.switched_off(item) || self.inventory.units_held(item).is_some_and(|u| u > 0)
    }

    /// True when the report says that the offer is not on sale.
    pub(super) fn switched_off(&self, item: u32) -> bool {
        matches!(
            self.inventory.item(item).status,
            Some(Status::Inactive | Status::Incomplete)
        )
    }

    /// Where the page's first offer stood.
    pub(super) fn page_origin(&self, page: u32) -> Option<Origin> {
        self.inventory
            .items(page)
            .first()
            .map(|i| self.inventory.item(*i).origin)
    }

    /// The name of a purchase's supplier; empty when the ledger names none.
    pub(super) fn supplier(&self, purchase: &Purchase) -> &'a str {
        purchase
            .supplier
            .map_or("", |s| self.inventory.tables.supplier_names.get(s))
    }

    /// Purchases that may belong to an item: those of its SKU and those that name no SKU of the page.
    pub(super) fn purchases_of_item(
        &self,
        item: u32,
    ) -> impl Iterator<Item = &'a Purchase> + Clone {
        let inventory = self.inventory;
        let sku = inventory.item(item).sku;
        let page = inventory.page_of(item);
        inventory.purchases(page).iter().filter(move |p| {
            p.sku
                .is_none_or(|s| s == sku || inventory.page_of_sku(s) != Some(page))
        })
    }

    /// The words of one list found in an item's title.
    #[inline]
    pub(super) fn title_hits(&self, item: u32) -> &'a [Hit] {
        self.titles.of(item)
    }
}

/// The text as written behind a hit, from the text that was searched.
pub(super) fn matched<'t>(text: &'t str, hit: &Hit) -> &'t str {
    &text[crate::text::span(text, hit.start as usize, hit.end as usize)]
}
