//! The findings as CSV for a spreadsheet: one row each, safe from formulas, text kept as text.

use super::{Words, escape, phrase};
use crate::model::{
    Decision, Evidence, Finding, Findings, Head, Lang, RuleNote, Scope, Severity, Source, Subject,
};
use hashbrown::HashMap;
use std::fmt::Write as _;
use std::io::{self, Write};
use std::rc::Rc;

/// Most characters of a cell. Source: Excel specifications and limits (32,767 per cell).
const CELL: usize = 32_000;

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
    let mut sheet = Sheet::new(head, words, lang);
    sheet.row.push('\u{feff}');
    for name in COLUMNS {
        let heading = words.say(lang, &format!("ui-csv-{name}"), &[]);
        sheet.text(&heading);
    }
    sheet.end(out)?;
    findings.each(&mut |finding| {
        sheet.finding(&finding);
        sheet.end(out)
    })
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
    rules: HashMap<&'a str, Rc<RuleCells>>,
    /// Encoded names of severities, decisions and kinds of subject, whose words are all distinct.
    names: HashMap<&'static str, String>,
    unknown: Rc<RuleCells>,
    /// The row being written.
    row: String,
    /// A cell being put together.
    cell: String,
}

impl<'a> Sheet<'a> {
    fn new(head: &'a Head, words: &'a Words, lang: Lang) -> Self {
        let rules = phrase::rules(head)
            .into_iter()
            .map(|(id, rule)| (id, Rc::new(RuleCells::new(rule, words, lang))))
            .collect();
        Self {
            words,
            lang,
            rules,
            names: names(words, lang),
            unknown: Rc::new(RuleCells {
                source: ",,".into(),
                ..RuleCells::default()
            }),
            row: String::new(),
            cell: String::new(),
        }
    }

    fn finding(&mut self, finding: &Finding) {
        let rule = self.rules.get(finding.rule.as_str());
        let rule = Rc::clone(rule.unwrap_or(&self.unknown));
        self.text(&finding.rule);
        self.name(finding.severity.word());
        self.name(finding.decision.word());
        self.raw(&rule.family);
        self.name(phrase::kind(&finding.subject));
        self.subject(&finding.subject);
        self.text(&finding.title);
        if let Some(yen) = finding.yen_at_stake {
            // Writing to a string cannot fail.
            let _ = write!(self.row, "{}", yen.0);
        }
        self.raw("");
        self.raw(&rule.title);
        self.evidence(&finding.evidence);
        self.places(&finding.evidence);
        self.raw(&rule.fix);
        self.raw(&rule.source);
        self.raw(&rule.indication);
        self.id(&finding.fingerprint);
    }

    fn subject(&mut self, subject: &Subject) {
        let none = String::new();
        match subject {
            Subject::Sku { sku, asin } => {
                self.id(sku);
                self.id(asin.as_ref().unwrap_or(&none));
                self.raw("");
            }
            Subject::Asin { asin, skus } => {
                if let [sku] = skus.as_slice() {
                    self.id(sku);
                } else {
                    self.text(&skus.join(" / "));
                }
                self.id(asin);
                self.raw("");
            }
            Subject::Supplier { name } => {
                self.raw("");
                self.raw("");
                self.id(name);
            }
            Subject::Account => (0..3).for_each(|_| self.raw("")),
        }
    }

    fn evidence(&mut self, evidence: &[Evidence]) {
        let mut cell = std::mem::take(&mut self.cell);
        cell.clear();
        for (nth, fact) in evidence.iter().enumerate() {
            if nth > 0 {
                cell.push_str(" / ");
            }
            self.words.fact(&mut cell, self.lang, fact);
            if cell.len() > CELL * 4 {
                break;
            }
        }
        self.text(&cell);
        self.cell = cell;
    }

    fn places(&mut self, evidence: &[Evidence]) {
        let mut cell = std::mem::take(&mut self.cell);
        cell.clear();
        let mut first = None;
        for at in evidence.iter().filter_map(|fact| fact.at.as_ref()) {
            if first.is_some() {
                cell.push_str(" / ");
            }
            phrase::place(&mut cell, at);
            first.get_or_insert(cell.len());
            if cell.len() > CELL * 4 {
                break;
            }
        }
        self.text(&cell[..first.unwrap_or(0)]);
        self.text(&cell);
        self.cell = cell;
    }

    fn name(&mut self, word: &str) {
        self.row
            .push_str(self.names.get(word).map_or("", String::as_str));
        self.row.push(',');
    }

    /// A cell of free text.
    fn text(&mut self, text: &str) {
        encode(&mut self.row, text);
        self.row.push(',');
    }

    /// A cell that must stay the text it is.
    fn id(&mut self, id: &str) {
        if escape::is_remade(id) {
            encode_behind(&mut self.row, "'", id);
            self.row.push(',');
        } else {
            self.text(id);
        }
    }

    /// A cell that is encoded already, or the end of one.
    fn raw(&mut self, cell: &str) {
        self.row.push_str(cell);
        self.row.push(',');
    }

    /// Ends the row: the comma behind the last cell gives way to CRLF.
    fn end(&mut self, out: &mut dyn Write) -> io::Result<()> {
        self.row.pop();
        self.row.push_str("\r\n");
        out.write_all(self.row.as_bytes())?;
        self.row.clear();
        Ok(())
    }
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

/// Appends one cell: acting characters escaped, formulas disarmed, cut to a spreadsheet's limit,
/// quoted where a comma or a quote stands in it.
fn encode(row: &mut String, text: &str) {
    // Asked of the text as it stood: an escaped TAB no longer looks like one.
    encode_behind(row, if escape::is_formula(text) { "'" } else { "" }, text);
}

fn encode_behind(row: &mut String, guard: &str, text: &str) {
    let shown = escape::terminal(text);
    let mut shown: &str = &shown;
    let mut cut = false;
    if shown.len() > CELL
        && let Some((at, _)) = shown.char_indices().nth(CELL)
    {
        shown = &shown[..at];
        cut = true;
    }
    let special = memchr::memchr2(b',', b'"', shown.as_bytes()).is_some();
    let quoted = special || shown.starts_with(' ') || shown.ends_with(' ');
    if !quoted {
        row.push_str(guard);
        row.push_str(shown);
    } else {
        row.push('"');
        row.push_str(guard);
        for (nth, part) in shown.split('"').enumerate() {
            if nth > 0 {
                row.push_str("\"\"");
            }
            row.push_str(part);
        }
    }
    if cut {
        row.push('…');
    }
    if quoted {
        row.push('"');
    }
}
