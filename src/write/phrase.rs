//! What several writers say alike: the rule behind a finding, places, subjects.

use super::Words;
use super::words::push_number;
use crate::model::{Excepted, Head, Lang, Missing, Proven, Readiness, RuleNote, Value};
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

/// Whether papers can be handed in within 72 hours; empty where no rule is about it.
pub(super) fn readiness(words: &Words, lang: Lang, readiness: &Readiness) -> String {
    let (id, name, value) = match readiness.state {
        None => return String::new(),
        Some(Proven::Provable) => return words.say(lang, "ui-proof-provable", &[]),
        Some(Proven::Lacking) => ("ui-proof-lacking", "rules", readiness.lacks.join(", ")),
        Some(Proven::Open) => {
            let inputs = missing(words, lang, &readiness.not_judged);
            ("ui-proof-open", "inputs", inputs)
        }
    };
    words.say(lang, id, &[(name, &Value::Text(value))])
}

/// Inputs and fields that were missing, in one line.
pub(super) fn missing(words: &Words, lang: Lang, missing: &[Missing]) -> String {
    let one = |gap: &Missing| {
        let name = words.say(lang, &format!("ui-input-{}", gap.input), &[]);
        let Some(field) = gap.field else { return name };
        let (input, field) = (Value::Text(name), Value::word(field));
        words.say(
            lang,
            "ui-proof-field",
            &[("input", &input), ("field", &field)],
        )
    };
    let all: Vec<String> = missing.iter().map(one).collect();
    all.join(match lang {
        Lang::Ja => "、",
        Lang::En => ", ",
    })
}
