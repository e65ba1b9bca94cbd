//! The findings as JSON lines: one object a line, with its sentences, for tools that read in stream.

use super::{Words, json, phrase};
use crate::model::{Finding, Findings, Head, Lang, Lent};
use serde::Serialize;
use std::io::{self, Write};

/// A finding with what a reader without the rule files would ask for.
#[derive(Serialize)]
struct Line<'a> {
    #[serde(flatten)]
    finding: &'a Finding,
    /// Title of the rule in the language of the report.
    rule_title: &'a str,
    /// The facts as sentences.
    said: Vec<String>,
    /// What to do.
    fix: &'a str,
}

/// Writes every finding as a line, then those that an exception sets aside, which carry it.
///
/// # Errors
/// Those of `out` and of the findings.
pub(super) fn jsonl(
    out: &mut dyn Write,
    head: &Head,
    findings: &dyn Findings,
    suppressed: &dyn Findings,
    words: &Words,
    lang: Lang,
) -> io::Result<()> {
    let rules = phrase::rules(head);
    let say = |text: &mut String, lent: &Lent<'_>| {
        let rule = rules.get(lent.rule);
        let line = Line {
            finding: &Finding::from(lent),
            rule_title: rule.map_or("", |rule| phrase::text(&rule.title, lang)),
            said: phrase::said(words, lang, lent),
            fix: rule.map_or("", |rule| phrase::text(&rule.fix, lang)),
        };
        // Plain data of our own: it always serialises, and a line that did not would be left out.
        if json::push(text, &line).is_ok() {
            text.push('\n');
        }
    };
    findings.write(out, &say)?;
    suppressed.write(out, &say)
}
