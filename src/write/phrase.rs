//! What several writers say alike: the rule behind a finding, places, subjects.

use crate::model::{Head, Lang, Place, RuleNote, Subject};
use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;

/// The rules of a report by id.
pub(super) fn rules(head: &Head) -> HashMap<&str, &RuleNote> {
    head.coverage
        .iter()
        .map(|c| (c.rule.id.as_str(), &c.rule))
        .collect()
}

/// A text of a rule in the language, else in the other one, else empty.
pub(super) fn text(texts: &BTreeMap<Lang, String>, lang: Lang) -> &str {
    texts
        .get(&lang)
        .or_else(|| texts.values().next())
        .map_or("", String::as_str)
}

/// Appends `file:line`, or the file alone.
pub(super) fn place(out: &mut String, at: &Place) {
    out.push_str(&at.file);
    if let Some(line) = at.line {
        // Writing to a string cannot fail.
        let _ = write!(out, ":{line}");
    }
}

/// Word of the kind of a subject, a member of `Scope`.
pub(super) fn kind(subject: &Subject) -> &'static str {
    match subject {
        Subject::Sku { .. } => "sku",
        Subject::Asin { .. } => "asin",
        Subject::Supplier { .. } => "supplier",
        Subject::Account => "account",
    }
}
