//! What several writers say alike: the rule behind a finding, places, subjects.

use super::words::push_number;
use crate::model::{Head, Lang, RuleNote};
use std::collections::{BTreeMap, HashMap};

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

/// Appends `file:line`, or the file alone for line 0.
pub(super) fn place(out: &mut String, file: &str, line: u32) {
    out.push_str(file);
    if line > 0 {
        out.push(':');
        push_number(out, i64::from(line));
    }
}
