//! `listing-issue`: what Amazon finds wrong with a listing, and does about it now or from a day on.

use super::{Context, Judge};
use crate::inventory::day_number;
use crate::model::{Day, Fact, Facts, Field, Input, ListingIssue, Scope, Spared, Told, Verdict};
use serde::Deserialize;

/// Amazon's words for what it does, and those of the messages.
const ACTIONS: &[(&str, &str)] = &[
    ("LISTING_SUPPRESSED", "listing-suppressed"),
    ("CATALOG_ITEM_REMOVED", "catalog-item-removed"),
    ("SEARCH_SUPPRESSED", "search-suppressed"),
    ("ATTRIBUTE_SUPPRESSED", "attribute-suppressed"),
];

/// How far Amazon has come with an issue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Stage {
    /// It acts.
    Acts,
    /// It will, from a day on.
    Will,
    /// It does nothing, as far as it says.
    Tells,
}

/// Parameters of `listing-issue`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ListingIssues {
    stage: Stage,
    /// What Amazon does that it is about; nothing named means everything.
    #[serde(default)]
    actions: Vec<String>,
    /// True when it is about everything but these: Amazon uses words that no published list has.
    #[serde(default)]
    others: bool,
    /// Severities it is about; none named means all.
    #[serde(default)]
    severities: Vec<String>,
    /// Days before Amazon acts within which it is a risk.
    within: Option<i32>,
    /// Days before Amazon acts up to which it is the matter of another rule.
    #[serde(default)]
    beyond: Option<i32>,
}

impl Judge for ListingIssues {
    fn scope(&self) -> Scope {
        Scope::Sku
    }

    fn inputs(&self) -> Vec<Input> {
        vec![Input::Listings, Input::ListingIssues]
    }

    fn settled(&self, cx: &Context<'_>) -> Option<Verdict> {
        let none = !cx.has(Input::ListingIssues);
        none.then_some(Verdict::Unknown(Input::ListingIssues, None))
    }

    fn judge<'a>(&'a self, cx: &Context<'a>, item: u32, facts: &mut Facts<'a>) -> Verdict {
        if !cx.has(Input::ListingIssues) {
            return Verdict::Unknown(Input::ListingIssues, None);
        }
        let tables = &cx.inventory.tables;
        let rows = tables.listing_issues_of(cx.inventory.item(item).sku);
        if rows.is_empty() {
            return Verdict::Unknown(Input::ListingIssues, None);
        }
        let mut undated = false;
        for row in rows.iter().filter(|row| row.told && self.is_about(cx, row)) {
            if row.spared == Spared::Until(None) {
                undated |= self.stage == Stage::Will && !row.action.is_empty();
            } else if self.applies(cx, row) {
                facts.state(|| told(cx, row));
                if !row.attributes.is_empty() {
                    let names = cx.text(row.attributes);
                    let fact = || Fact::new("listing-attributes").with("attributes", names);
                    facts.state(|| fact().at(row.origin));
                }
            }
        }
        match (facts.is_empty(), undated) {
            (false, _) => Verdict::Risk,
            (true, true) => Verdict::Unknown(Input::ListingIssues, Some(Field::ActsFrom)),
            (true, false) => Verdict::Clear,
        }
    }
}

impl ListingIssues {
    fn is_about(&self, cx: &Context<'_>, row: &ListingIssue) -> bool {
        let named = |all: &[String], word: &str| all.iter().any(|known| known == word);
        let severity = self.severities.is_empty() || named(&self.severities, cx.text(row.severity));
        let action =
            self.actions.is_empty() || named(&self.actions, cx.text(row.action)) != self.others;
        severity && action
    }

    fn applies(&self, cx: &Context<'_>, row: &ListingIssue) -> bool {
        if stage(cx, row) != self.stage {
            return false;
        }
        let left = days_left(cx, row).unwrap_or_default();
        self.within.is_none_or(|most| left <= most) && self.beyond.is_none_or(|least| left > least)
    }
}

fn stage(cx: &Context<'_>, row: &ListingIssue) -> Stage {
    match days_left(cx, row) {
        _ if row.action.is_empty() || row.spared == Spared::Always => Stage::Tells,
        // A day that has passed since Amazon was asked is one on which it began.
        Some(left) if left >= 0 => Stage::Will,
        _ => Stage::Acts,
    }
}

/// Days until Amazon acts, where it told the day.
fn days_left(cx: &Context<'_>, row: &ListingIssue) -> Option<i32> {
    until(row).map(|day| day_number(day) - cx.today)
}

fn until(row: &ListingIssue) -> Option<Day> {
    match row.spared {
        Spared::Until(day) => day,
        Spared::No | Spared::Always => None,
    }
}

fn told<'a>(cx: &Context<'a>, row: &ListingIssue) -> Fact<'a> {
    let action = cx.text(row.action);
    let known = ACTIONS.iter().find(|(word, _)| *word == action);
    let word = known.map_or(Told::Text(action), |(_, word)| Told::Word(word));
    let fact = match stage(cx, row) {
        Stage::Tells => Fact::new("listing-faulty"),
        Stage::Acts => Fact::new("listing-acted-on").with("action", word),
        Stage::Will => Fact::new("listing-acted-on-from")
            .with("action", word)
            .with("from", until(row))
            .with("days", i64::from(days_left(cx, row).unwrap_or_default())),
    };
    fact.with("message", cx.text(row.message))
        .with("code", cx.text(row.code))
        .with("day", row.asked)
        .at(row.origin)
}
