//! Exceptions: which of the seller's exceptions fits a finding, and which fits none.

use super::Active;
use crate::checks::Context;
use crate::model::{Day, Excepted, Exception, Input, Issue, Place, Scope, Weighed};
use crate::rules::Pack;
use crate::text::{Folded, fold};
use std::collections::{BTreeMap, BTreeSet};

/// The exceptions in force on the day of the scan.
pub(super) struct Exceptions<'a> {
    cx: Context<'a>,
    /// Their places in the policy, with the folded names they ask for.
    live: Vec<(u16, Names)>,
}

/// Folded names; empty for any.
struct Names {
    brand: String,
    supplier: String,
}

impl<'a> Exceptions<'a> {
    pub(super) fn new(cx: Context<'a>) -> Self {
        let (all, today) = (&cx.policy.exceptions, cx.policy.today);
        let live = all
            .iter()
            .enumerate()
            .filter(|(at, exception)| exception.until >= today && !twice(all, *at, today));
        let live = live.filter_map(|(at, exception)| {
            let names = Names {
                brand: fold(&exception.brand),
                supplier: fold(&exception.supplier),
            };
            Some((u16::try_from(at).ok()?, names))
        });
        Self {
            cx,
            live: live.collect(),
        }
    }

    pub(super) fn context(&self) -> &Context<'a> {
        &self.cx
    }

    /// The exception of a number that [`Exceptions::of`] gave.
    pub(super) fn get(&self, number: u16) -> &'a Exception {
        &self.cx.policy.exceptions[usize::from(number)]
    }

    /// The first exception that fits what a rule found on a subject; `page` is the page it
    /// stands on. What was promised to Amazon cannot be excepted.
    pub(super) fn of(&self, active: &Active<'_>, subject: u32, page: Option<u32>) -> Option<u16> {
        if self.live.is_empty() || !active.rule.check.can_be_excepted() {
            return None;
        }
        if page.is_some_and(|page| self.cx.inventory.pledge(page).is_some()) {
            return None;
        }
        let fits = |(at, names): &&(u16, Names)| {
            let exception = self.get(*at);
            (exception.rule.is_empty() || exception.rule == active.rule.id)
                && self.fits(exception, names, (active.scope, subject), page)
        };
        self.live.iter().find(fits).map(|(at, _)| *at)
    }

    fn fits(
        &self,
        exception: &Exception,
        names: &Names,
        (scope, subject): (Scope, u32),
        page: Option<u32>,
    ) -> bool {
        let inventory = self.cx.inventory;
        let tables = &inventory.tables;
        let asin = |asin| page.is_some_and(|page| inventory.asin(page) == Some(asin));
        let sku = |sku: &str| match scope {
            Scope::Sku => tables.skus.get(inventory.item(subject).sku) == sku,
            Scope::Asin => {
                let mut items = inventory.items(subject).iter();
                items.all(|item| tables.skus.get(inventory.item(*item).sku) == sku)
            }
            Scope::ShipmentLine => tables.skus.get(inventory.line(subject).sku) == sku,
            Scope::Supplier | Scope::Account => false,
        };
        let supplier = |name: &str| match (scope, page) {
            (Scope::Supplier, _) => {
                let info = inventory.suppliers().get(subject as usize);
                info.is_some_and(|info| fold(tables.supplier_names.get(info.name)) == name)
            }
            // Goods of others on the page are not what the seller spoke of.
            (_, Some(page)) => {
                let bought = inventory.purchases(page);
                let from = |name| fold(tables.supplier_names.get(name));
                !bought.is_empty()
                    && bought
                        .iter()
                        .all(|p| p.supplier.map(from).as_deref() == Some(name))
            }
            (_, None) => false,
        };
        exception.asin.is_none_or(asin)
            && (exception.sku.is_empty() || sku(&exception.sku))
            && (names.supplier.is_empty() || supplier(&names.supplier))
            && (names.brand.is_empty() || page.is_some_and(|page| self.brand(page, &names.brand)))
    }

    /// True when the catalogue has the brand, or the page's title names it as whole words.
    fn brand(&self, page: u32, brand: &str) -> bool {
        let inventory = self.cx.inventory;
        let told = inventory
            .catalog(page)
            .map(|row| inventory.tables.strings.get(row.brand));
        if told.is_some_and(|told| fold(told) == brand) {
            return true;
        }
        let mut title = Folded::default();
        title.set(inventory.title(page));
        let edge = |at: usize| {
            at == 0 || at == title.text.len() || title.class.get(at) != title.class.get(at - 1)
        };
        let mut places = title.text.match_indices(brand);
        places.any(|(at, _)| edge(at) && edge(at + brand.len()))
    }
}

/// True when an earlier exception that is not over speaks of the same findings.
fn twice(all: &[Exception], at: usize, today: Day) -> bool {
    let mut earlier = all[..at].iter().filter(|e| e.until >= today);
    earlier.any(|earlier| earlier.same_as(&all[at]))
}

/// What the report says of an exception, and of how a finding was weighed before it.
pub(super) fn note(exception: &Exception, instead_of: Option<Weighed>) -> Excepted {
    Excepted {
        reason: exception.reason.clone(),
        until: exception.until,
        at: place(exception),
        instead_of,
    }
}

fn place(exception: &Exception) -> Place {
    Place {
        file: exception.file.as_str().into(),
        line: Some(exception.line),
        column: None,
    }
}

/// Keys of the issues that tell of exceptions, with the names of their values, for the tests that
/// hold messages complete.
pub const ISSUE_KEYS: &[(&str, &[&str])] = &[
    ("exception-expired", &["until"]),
    ("exception-twice", &["until"]),
    ("exception-pledged", &["until"]),
    ("exception-unused", &["until"]),
];

/// Exceptions that do nothing, each with why.
pub(super) fn idle(cx: &Context<'_>, pack: &Pack, used: &BTreeSet<u16>) -> Vec<Issue> {
    let all = &cx.policy.exceptions;
    let pledged = |exception: &Exception| {
        let pledges = &cx.inventory.tables.pledges;
        exception
            .asin
            .is_some_and(|asin| pledges.iter().any(|p| p.asin == asin))
    };
    // Rules about shipments are not asked where no plan is: such an exception may well be used.
    let resting = |exception: &Exception| {
        let named = pack.rules.iter().find(|rule| rule.id == exception.rule);
        let shipment = named.is_some_and(|r| r.check.scope() == Scope::ShipmentLine);
        shipment && !cx.inventory.tables.has(Input::Shipment)
    };
    let why = |at: usize| {
        let exception = &all[at];
        if exception.until < cx.policy.today {
            Some("exception-expired")
        } else if twice(all, at, cx.policy.today) {
            Some("exception-twice")
        } else if pledged(exception) {
            Some("exception-pledged")
        } else if resting(exception) {
            None
        } else if !u16::try_from(at).is_ok_and(|at| used.contains(&at)) {
            Some("exception-unused")
        } else {
            None
        }
    };
    let issue = |at: usize| {
        Some(Issue {
            key: why(at)?.to_owned(),
            at: place(&all[at]),
            value: all[at].reason.clone(),
            done: if why(at)? == "exception-unused" {
                "noted"
            } else {
                "row-ignored"
            }
            .to_owned(),
            values: BTreeMap::from([("until".to_owned(), all[at].until.into())]),
        })
    };
    (0..all.len()).filter_map(issue).collect()
}
