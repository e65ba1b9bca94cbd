//! What several writers say alike: the rule behind a finding, places, subjects.

use super::Words;
use super::words::push_number;
use crate::model::{Excepted, Head, Lang, RuleNote, Value};
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

/// Why an exception sets a finding aside or weighs it otherwise, until when, and what the finding
/// would be without it.
pub(super) fn exception(words: &Words, lang: Lang, exception: &Excepted) -> String {
    let reason = Value::from(exception.reason.as_str());
    let until = Value::from(exception.until);
    let mut args = vec![("reason", &reason), ("until", &until)];
    let Some(before) = exception.instead_of else {
        return words.say(lang, "ui-suppressed-why", &args);
    };
    let severity = Value::word(before.severity);
    let decision = Value::word(before.decision);
    args.extend([("severity", &severity), ("decision", &decision)]);
    words.say(lang, "ui-reweighed-why", &args)
}
