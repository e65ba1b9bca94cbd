//! The findings as CSV for a spreadsheet: one row each, safe from formulas, text kept as text.

use super::cells::{CELL, Row, encode};
use super::{Words, phrase};
use crate::model::{
    Decision, Findings, Head, Lang, Lent, LentSubject, RuleNote, Scope, Severity, Source,
};
use hashbrown::HashMap;
use std::io::{self, Write};

/// The columns: the message `ui-csv-<name>` is the heading.
const COLUMNS: [&str; 20] = [
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
];

/// Writes the findings as CSV: UTF-8 with byte order mark and CRLF, as Excel in Japan opens it.
///
/// A cell that a spreadsheet would run as a formula, and an id that it would take for a number or a
/// date, begin with an apostrophe. Acting characters show as escapes, so that a row is one line.
/// Amounts are bare numbers.
///
/// # Errors
/// Those of `out` and of the findings.
pub fn csv(
    out: &mut dyn Write,
    head: &Head,
    findings: &dyn Findings,
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
    findings.write(out, &|text, finding| sheet.finding(Row::new(text), finding))
}

/// The cells of one rule, encoded once.
#[derive(Default)]
struct RuleCells {
    family: String,
    title: String,
    fix: String,
    source: String,
    indication: String,
}

struct Sheet<'a> {
    words: &'a Words,
    lang: Lang,
    rules: HashMap<&'a str, RuleCells>,
    /// Encoded names of severities, decisions and kinds of subject, whose words are all distinct.
    names: HashMap<&'static str, String>,
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
            names: names(words, lang),
            unknown: RuleCells {
                source: ",,".into(),
                ..RuleCells::default()
            },
        }
    }

    fn finding(&self, mut row: Row<'_>, finding: &Lent<'_>) {
        let rule = self.rules.get(finding.rule).unwrap_or(&self.unknown);
        row.text(finding.rule);
        row.raw(self.name(finding.severity.word()));
        row.raw(self.name(finding.decision.word()));
        row.raw(&rule.family);
        row.raw(self.name(kind(&finding.subject)));
        subject(&mut row, &finding.subject);
        row.text(finding.title);
        row.number(finding.yen_at_stake.map(|yen| yen.0));
        row.raw(&rule.title);
        self.evidence(&mut row, finding);
        places(&mut row, finding);
        row.raw(&rule.fix);
        row.raw(&rule.source);
        row.raw(&rule.indication);
        row.id(finding.fingerprint);
        row.end();
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

    fn name(&self, word: &str) -> &str {
        self.names.get(word).map_or("", String::as_str)
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
        Self {
            family: cell(&words.say(lang, &format!("ui-family-{}", rule.family), &[])),
            title: cell(phrase::text(&rule.title, lang)),
            fix: cell(phrase::text(&rule.fix, lang)),
            source: format!("{title},{},{grade}", cell(&date)),
            indication: cell(&words.say(lang, &format!("ui-{indication}"), &[])),
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

fn names(words: &Words, lang: Lang) -> HashMap<&'static str, String> {
    let severities = Severity::ALL.iter().map(|w| ("severity", w.word()));
    let decisions = Decision::ALL.iter().map(|w| ("decision", w.word()));
    let kinds = Scope::ALL.iter().map(|w| ("kind", w.word()));
    let name = |(set, word): (&str, &'static str)| {
        let mut cell = String::new();
        encode(
            &mut cell,
            &words.say(lang, &format!("ui-{set}-{word}"), &[]),
        );
        (word, cell)
    };
    severities.chain(decisions).chain(kinds).map(name).collect()
}

/// Word of the kind of a subject, a member of `Scope`.
fn kind(subject: &LentSubject<'_>) -> &'static str {
    match subject {
        LentSubject::Sku { .. } => Scope::Sku,
        LentSubject::Asin { .. } => Scope::Asin,
        LentSubject::Supplier { .. } => Scope::Supplier,
        LentSubject::Account => Scope::Account,
        LentSubject::ShipmentLine { .. } => Scope::ShipmentLine,
    }
    .word()
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
