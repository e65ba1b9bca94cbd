//! What several writers say alike: the rule behind a finding, places, gaps, the first findings.

use super::words::push_number;
use super::{Words, width};
use crate::model::{
    Change, ChangeReason, Changes, Excepted, FeedNote, FeedState, Field, Finding, Findings, Head,
    Input, Lang, Lent, Missing, Proven, Readiness, RuleNote, Subject, Value, Why,
};
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::io;

/// Cells of a title inside a reason.
const TITLE: usize = 60;

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

/// What could not be judged for want of one input, or of one field of it.
pub(super) struct Gap<'a> {
    pub(super) input: Input,
    pub(super) field: Option<Field>,
    /// Rules concerned.
    pub(super) rules: Vec<&'a str>,
    /// Subjects concerned, of the rule with most of them.
    pub(super) subjects: u64,
}

/// The gaps of a report, the most useful input first.
pub(super) fn gaps(head: &Head) -> Vec<Gap<'_>> {
    let mut gaps: BTreeMap<_, Gap<'_>> = BTreeMap::new();
    for coverage in &head.coverage {
        for missing in &coverage.not_judged {
            let (input, field) = (missing.input, missing.field);
            let gap = gaps.entry((input, field)).or_insert_with(|| Gap {
                input,
                field,
                rules: Vec::new(),
                subjects: 0,
            });
            gap.rules.push(&coverage.rule.id);
            gap.subjects = gap.subjects.max(missing.subjects);
        }
    }
    let mut gaps: Vec<_> = gaps.into_values().collect();
    gaps.sort_by_key(|gap| {
        let rules = Reverse(gap.rules.len());
        (gap.field.is_some(), rules, gap.input, gap.field)
    });
    gaps
}

/// The name of a field; a few have a word that means something else as well.
pub(super) fn field(words: &Words, lang: Lang, field: Field) -> String {
    let id = format!("ui-field-{field}");
    if words.has(lang, &id) {
        return words.say(lang, &id, &[]);
    }
    words.word(lang, field.word()).into_owned()
}

/// What is missing, and how a seller gets it.
pub(super) fn gap(words: &Words, lang: Lang, gap: &Gap<'_>) -> (String, String) {
    let input = words.say(lang, &format!("ui-input-{}", gap.input), &[]);
    let mut args = vec![
        ("input", Value::Text(input)),
        ("rules", (gap.rules.len() as u64).into()),
        ("subjects", gap.subjects.into()),
    ];
    let say = |id: &str, args: &[(&str, Value)]| {
        let args: Vec<_> = args.iter().map(|(name, value)| (*name, value)).collect();
        words.say(lang, id, &args)
    };
    let what = match gap.field {
        None => say("ui-missing-input", &args),
        Some(named) => {
            args.push(("field", Value::Text(field(words, lang, named))));
            say("ui-missing-field", &args)
        }
    };
    (what, remedy(words, lang, gap.input, gap.field))
}

/// Where to get what is missing, or what to fill in.
pub(super) fn remedy(words: &Words, lang: Lang, input: Input, named: Option<Field>) -> String {
    match named {
        None => words.say(lang, &format!("ui-get-{input}"), &[]),
        // No column tells what is inside a file.
        Some(Field::FileContent) => words.say(lang, "ui-fill-file-content", &[]),
        Some(Field::FileText) => words.say(lang, "ui-fill-file-text", &[]),
        Some(named) => {
            let field = Value::Text(field(words, lang, named));
            words.say(lang, &format!("ui-fill-{input}"), &[("field", &field)])
        }
    }
}

/// The first `most` findings, without asking for the rest.
pub(super) fn first(findings: &dyn Findings, most: usize) -> io::Result<Vec<Finding>> {
    let mut first = Vec::new();
    if most == 0 {
        return Ok(first);
    }
    let taken = findings.each(&mut |finding| {
        first.push(finding);
        // The trait ends early with an error only; this one never leaves the function.
        if first.len() < most {
            Ok(())
        } else {
            Err(io::Error::from(io::ErrorKind::Other))
        }
    });
    if first.len() < most {
        taken?;
    }
    Ok(first)
}

/// The suppliers that a finding is about or names, in its order, each once.
pub(super) fn suppliers(finding: &Finding) -> Vec<&str> {
    let mut names = Vec::new();
    if let Subject::Supplier { name } = &finding.subject {
        names.push(name.as_str());
    }
    for fact in &finding.evidence {
        if let Some(Value::Text(name)) = fact.values.get("supplier")
            && !name.is_empty()
            && !names.contains(&name.as_str())
        {
            names.push(name);
        }
    }
    names
}

/// The sentence of every fact of a finding.
pub(super) fn said(words: &Words, lang: Lang, finding: &Lent<'_>) -> Vec<String> {
    let sentence = |fact| {
        let mut said = String::new();
        words.lent_fact(&mut said, lang, fact);
        said
    };
    finding.facts.iter().map(sentence).collect()
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

/// Which rule feed was gone by, and whether it still could be; text of the feed is not escaped.
#[must_use]
pub fn feed(words: &Words, lang: Lang, feed: &FeedNote) -> String {
    let channel = Value::from(feed.channel.as_str());
    let Some(used) = &feed.used else {
        return words.say(lang, "ui-feed-missing", &[("channel", &channel)]);
    };
    let id = match feed.state {
        FeedState::InForce | FeedState::Missing => "ui-feed-in-force",
        FeedState::Expired => "ui-feed-expired",
        FeedState::Early => "ui-feed-early",
    };
    // As text: a serial takes no thousands comma.
    let serial = Value::from(used.serial.to_string());
    let hash = Value::from(used.sha256.get(..16).unwrap_or(&used.sha256));
    let (issued, expires) = (Value::from(used.issued), Value::from(used.expires));
    let args = [
        ("channel", &channel),
        ("serial", &serial),
        ("hash", &hash),
        ("issued", &issued),
        ("expires", &expires),
    ];
    words.say(lang, id, &args)
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

/// Why a finding came, went or weighs otherwise, as a sentence.
pub(super) fn reason(words: &Words, lang: Lang, why: &Why) -> String {
    let word = |text: &str| words.word(lang, text).into_owned();
    let value = |text: &str| match why.reason {
        ChangeReason::Title => width::cut(text, TITLE).into_owned(),
        _ => word(text),
    };
    let of = match why.reason {
        ChangeReason::NotJudged | ChangeReason::Rows => word(&why.of),
        _ => why.of.clone(),
    };
    let [of, was, now] = [of, value(&why.was), value(&why.now)].map(Value::from);
    let args = [("of", &of), ("was", &was), ("now", &now)];
    words.say(lang, &format!("ui-why-{}", why.reason.word()), &args)
}

/// How many findings changed in each way: the values of `ui-changes-counts`.
pub(super) fn changed(changes: &Changes) -> [(&'static str, Value); 5] {
    let count = |list: &[Change]| Value::from(list.len() as u64);
    [
        ("new", count(&changes.new)),
        ("worse", count(&changes.worse)),
        ("gone", count(&changes.gone)),
        ("eased", count(&changes.eased)),
        ("still", changes.still.values().sum::<u64>().into()),
    ]
}
