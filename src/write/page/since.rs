//! What the page shows of an audit: what changed since the last one, and how the account stood in
//! those before.

use super::data::Both;
use crate::model::{Change, Changes, Milestone, Since, Subject, Weighed};
use crate::write::{Whole, phrase};
use serde::Serialize;
use std::collections::HashMap;

/// Changes of each kind that the page holds.
const MOST: usize = 2_000;

/// The audit's part of the page.
#[derive(Serialize)]
pub(super) struct Audited<'a> {
    since: &'a Since,
    /// How many changed in each way, and how many are as they were.
    counts: [(&'static str, u64); 5],
    changes: Vec<Changed<'a>>,
    trend: &'a [Milestone],
}

/// One finding that came, went or weighs otherwise.
#[derive(Serialize)]
struct Changed<'a> {
    /// In which way.
    way: &'static str,
    /// Number of the rule; none for one that is in force no more.
    r: Option<usize>,
    /// Its id.
    rule: &'a str,
    /// Severity and decision.
    s: &'static str,
    d: &'static str,
    /// How it was weighed before.
    was: Option<Weighed>,
    /// What it is about; empty for the account.
    about: String,
    /// ASIN.
    a: &'a str,
    /// Title of the listing.
    t: &'a str,
    /// Yen at stake.
    y: Option<i64>,
    /// Reasons.
    why: Vec<Both>,
    /// Fingerprint, by which the finding is opened.
    p: &'a str,
}

impl<'a> Audited<'a> {
    /// `None` for a report that is compared with nothing.
    pub(super) fn of(whole: &Whole<'a>, numbers: &HashMap<&str, usize>) -> Option<Self> {
        let changes = whole.head.changes.as_ref()?;
        let lists = lists(changes);
        let [new, worse, gone, eased] = lists.map(|(way, list)| (way, list.len() as u64));
        let still = changes.still.values().sum();
        let changed = lists.iter().flat_map(|(way, list)| {
            let shown = list.iter().take(MOST);
            shown.map(|change| Changed::of(way, change, whole, numbers))
        });
        Some(Self {
            since: &changes.since,
            counts: [new, worse, gone, eased, ("still", still)],
            changes: changed.collect(),
            trend: &whole.head.trend,
        })
    }
}

/// The lists of changes, those that want a look first.
fn lists(changes: &Changes) -> [(&'static str, &[Change]); 4] {
    [
        ("new", &changes.new),
        ("worse", &changes.worse),
        ("gone", &changes.gone),
        ("eased", &changes.eased),
    ]
}

impl<'a> Changed<'a> {
    fn of(
        way: &'static str,
        change: &'a Change,
        whole: &Whole<'a>,
        numbers: &HashMap<&str, usize>,
    ) -> Self {
        let (about, asin) = match &change.subject {
            Subject::Sku { sku, asin } | Subject::ShipmentLine { sku, asin } => {
                (sku.clone(), asin.as_deref().unwrap_or_default())
            }
            Subject::Asin { asin, skus } => (skus.join(", "), asin.as_str()),
            Subject::Supplier { name } => (name.clone(), ""),
            Subject::Account => (String::new(), ""),
        };
        let reasons = change.why.iter();
        let said = |why| Both::of(|lang| phrase::reason(whole.words, lang, why));
        Self {
            way,
            r: numbers.get(change.rule.as_str()).copied(),
            rule: &change.rule,
            s: change.severity.word(),
            d: change.decision.word(),
            was: change.was,
            about,
            a: asin,
            t: &change.title,
            y: change.yen_at_stake.map(|yen| yen.0),
            why: reasons.map(said).collect(),
            p: &change.fingerprint,
        }
    }
}
