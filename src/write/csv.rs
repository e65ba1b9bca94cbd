//! The findings as CSV for a spreadsheet: one row each, safe from formulas, text kept as text.

use super::cells::{CELL, Row, encode};
use super::{Words, phrase};
use crate::model::{
    Decision, Excepted, Findings, Head, Lang, Lent, LentSubject, RuleNote, Scope, Severity, Source,
};
use hashbrown::HashMap;
use std::io::{self, Write};

/// The columns: the message `ui-csv-<name>` is the heading.
const COLUMNS: [&str; 21] = [
    "rule",
    "severity",
    "decision",
    "family",
    "kind",
    "sku",
    "asin",
    "supplier",
    "title",
    "yen",
    "rule-title",
    "evidence",
    "place",
    "places",
    "fix",
    "source",
    "source-date",
    "grade",
    "indication",
    "fingerprint",
    "exception",
];

/// Word of the decision of what is set aside, beside those of [`Decision`].
const SET_ASIDE: &str = "set-aside";

/// Writes the findings as CSV: UTF-8 with byte order mark and CRLF, as Excel in Japan opens it.
///
/// A cell that a spreadsheet would run as a formula, and an id that it would take for a number or a
/// date, begin with an apostrophe. Acting characters show as escapes, so that a row is one line.
/// Amounts are bare numbers. What exceptions set aside stands in the last rows, with a decision of
/// its own, so that whoever filters by a decision sees what still waits for it.
///
/// # Errors
/// Those of `out` and of the findings.
pub fn csv(
    out: &mut dyn Write,
    head: &Head,
    findings: &dyn Findings,
    suppressed: &dyn Findings,
    words: &Words,
    lang: Lang,
) -> io::Result<()> {
    let sheet = Sheet::new(head, words, lang);
    let mut text = String::from('\u{feff}');
    let mut row = Row::new(&mut text);
    for name in COLUMNS {
        let heading = words.say(lang, &format!("ui-csv-{name}"), &[]);
        row.text(&heading);
    }
    row.end();
    out.write_all(text.as_bytes())?;
    let say = |text: &mut String, finding: &Lent<'_>| sheet.finding(Row::new(text), finding);
    findings.write(out, &say)?;
    suppressed.write(out, &say)
}

/// The cells of one rule, encoded once.
#[derive(Default)]
struct RuleCells {
    family: String,
    title: String,
    /// What to do, the three cells of the source, and whether it is an indication.
    behind: String,
}

struct Sheet<'a> {
    words: &'a Words,
    lang: Lang,
    rules: HashMap<&'a str, RuleCells>,
    /// Encoded names, in the order of their sets.
    severities: Vec<String>,
    decisions: Vec<String>,
    kinds: Vec<String>,
    /// What stands for the decision of a finding that is set aside.
    set_aside: String,
    unknown: RuleCells,
}

impl<'a> Sheet<'a> {
    fn new(head: &'a Head, words: &'a Words, lang: Lang) -> Self {
        let rules = phrase::rules(head).into_iter();
        Self {
            words,
            lang,
            rules: rules
                .map(|(id, rule)| (id, RuleCells::new(rule, words, lang)))
                .collect(),
            severities: names(
                words,
                lang,
                "severity",
                Severity::ALL.iter().map(|w| w.word()),
            ),
            decisions: names(
                words,
                lang,
                "decision",
                Decision::ALL.iter().map(|w| w.word()),
            ),
            kinds: names(words, lang, "kind", Scope::ALL.iter().map(|w| w.word())),
            set_aside: names(words, lang, "decision", [SET_ASIDE].into_iter()).concat(),
            unknown: RuleCells {
                behind: ",,,,".into(),
                ..RuleCells::default()
            },
        }
    }

    fn finding(&self, mut row: Row<'_>, finding: &Lent<'_>) {
        let rule = self.rules.get(finding.rule).unwrap_or(&self.unknown);
        row.text(finding.rule);
        row.raw(nth(&self.severities, finding.severity as usize));
        row.raw(match finding.exception {
            Some(exception) if exception.instead_of.is_none() => &self.set_aside,
            _ => nth(&self.decisions, finding.decision as usize),
        });
        row.raw(&rule.family);
        row.raw(nth(&self.kinds, kind(&finding.subject) as usize));
        subject(&mut row, &finding.subject);
        row.text(finding.title);
        row.number(finding.yen_at_stake.map(|yen| yen.0));
        row.raw(&rule.title);
        self.evidence(&mut row, finding);
        places(&mut row, finding);
        row.raw(&rule.behind);
        row.id(finding.fingerprint);
        self.exception(&mut row, finding.exception);
        row.end();
    }

    /// Why and until when an exception sets the finding aside or weighs it otherwise.
    fn exception(&self, row: &mut Row<'_>, exception: Option<&Excepted>) {
        let Some(exception) = exception else {
            return row.raw("");
        };
        row.text(&phrase::exception(self.words, self.lang, exception));
    }

    fn evidence(&self, row: &mut Row<'_>, finding: &Lent<'_>) {
        row.cell(|cell| {
            let start = cell.len();
            for (nth, fact) in finding.facts.iter().enumerate() {
                if nth > 0 {
                    cell.push_str(" / ");
                }
                self.words.lent_fact(cell, self.lang, fact);
                if cell.len() - start > CELL * 4 {
                    break;
                }
            }
        });
    }
}

/// The first place of a finding, and all of them.
fn places(row: &mut Row<'_>, finding: &Lent<'_>) {
    let all = finding.facts.iter().filter_map(|fact| fact.at);
    let place = |cell: &mut String, at| phrase::place(cell, finding.file(at), at.line);
    row.cell(|cell| {
        if let Some(at) = all.clone().next() {
            place(cell, at);
        }
    });
    row.cell(|cell| {
        let start = cell.len();
        for (nth, at) in all.enumerate() {
            if nth > 0 {
                cell.push_str(" / ");
            }
            place(cell, at);
            if cell.len() - start > CELL * 4 {
                break;
            }
        }
    });
}

impl RuleCells {
    fn new(rule: &RuleNote, words: &Words, lang: Lang) -> Self {
        let cell = |text: &str| {
            let mut cell = String::new();
            encode(&mut cell, text);
            cell
        };
        let sources = |of: fn(&Source) -> &str| {
            let all: Vec<&str> = rule.source.iter().map(of).collect();
            cell(&all.join(" / "))
        };
        let title = sources(|s| &s.title);
        let date = dates(&rule.source, &words.say(lang, "ui-csv-undated", &[]));
        let grade = sources(|s| s.grade.word());
        let indication = if rule.indication { "yes" } else { "no" };
        let fix = cell(phrase::text(&rule.fix, lang));
        let indication = cell(&words.say(lang, &format!("ui-{indication}"), &[]));
        Self {
            family: cell(&words.say(lang, &format!("ui-family-{}", rule.family), &[])),
            title: cell(phrase::text(&rule.title, lang)),
            behind: format!("{fix},{title},{},{grade},{indication}", cell(&date)),
        }
    }
}

/// Dates of the sources, in their order; empty when none has one.
fn dates(sources: &[Source], undated: &str) -> String {
    if sources.iter().all(|source| source.date.is_empty()) {
        return String::new();
    }
    let dates: Vec<&str> = sources
        .iter()
        .map(|source| match source.date.as_str() {
            "" => undated,
            date => date,
        })
        .collect();
    dates.join(" / ")
}

fn nth(names: &[String], place: usize) -> &str {
    names.get(place).map_or("", String::as_str)
}

/// The names of the words of a set, encoded.
fn names(
    words: &Words,
    lang: Lang,
    set: &str,
    of: impl Iterator<Item = &'static str>,
) -> Vec<String> {
    let name = |word: &'static str| {
        let mut cell = String::new();
        encode(
            &mut cell,
            &words.say(lang, &format!("ui-{set}-{word}"), &[]),
        );
        cell
    };
    of.map(name).collect()
}

/// The kind of a subject.
fn kind(subject: &LentSubject<'_>) -> Scope {
    match subject {
        LentSubject::Sku { .. } => Scope::Sku,
        LentSubject::Asin { .. } => Scope::Asin,
        LentSubject::Supplier { .. } => Scope::Supplier,
        LentSubject::Account => Scope::Account,
        LentSubject::ShipmentLine { .. } => Scope::ShipmentLine,
    }
}

/// The SKU, the ASIN and the supplier.
fn subject(row: &mut Row<'_>, subject: &LentSubject<'_>) {
    match subject {
        LentSubject::Sku { sku, asin } | LentSubject::ShipmentLine { sku, asin } => {
            row.id(sku);
            row.id(asin.unwrap_or_default());
            row.raw("");
        }
        LentSubject::Asin { asin, skus } => {
            match skus {
                [sku] => row.id(sku),
                skus => row.text(&skus.join(" / ")),
            }
            row.id(asin);
            row.raw("");
        }
        LentSubject::Supplier { name } => {
            row.raw("");
            row.raw("");
            row.id(name);
        }
        LentSubject::Account => (0..3).for_each(|_| row.raw("")),
    }
}
