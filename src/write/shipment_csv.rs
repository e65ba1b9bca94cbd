//! A shipment plan at the gate as CSV for a spreadsheet: one row a line, safe from formulas.

use super::cells::Row;
use super::{Words, phrase};
use crate::model::{Decision, Field, Finding, GateLine, Lang, RuleNote, ShipmentGate};
use std::collections::HashMap;
use std::io::{self, Write};

/// The columns: the message `gate-shipment-csv-<name>` is the heading.
const COLUMNS: [&str; 15] = [
    "sku", "asin", "title", "decision", "quantity", "covered", "may-go", "expiry", "rules",
    "reasons", "places", "fix", "missing", "yen", "line",
];

/// Writes the lines of a plan: UTF-8 with byte order mark and CRLF, as Excel in Japan opens it.
///
/// # Errors
/// Those of `out`.
pub fn shipment_csv(
    out: &mut dyn Write,
    gate: &ShipmentGate,
    words: &Words,
    lang: Lang,
) -> io::Result<()> {
    let rules = gate.rules.iter().map(|rule| (rule.id.as_str(), rule));
    let sheet = Sheet {
        words,
        lang,
        rules: rules.collect(),
    };
    let mut text = String::from('\u{feff}');
    let mut row = Row::new(&mut text);
    for name in COLUMNS {
        row.text(&words.say(lang, &format!("gate-shipment-csv-{name}"), &[]));
    }
    row.end();
    for line in &gate.lines {
        sheet.line(Row::new(&mut text), line);
        out.write_all(text.as_bytes())?;
        text.clear();
    }
    out.write_all(text.as_bytes())
}

struct Sheet<'a> {
    words: &'a Words,
    lang: Lang,
    rules: HashMap<&'a str, &'a RuleNote>,
}

impl Sheet<'_> {
    fn line(&self, mut row: Row<'_>, line: &GateLine) {
        let decision = format!("ui-decision-{}", line.decision);
        let wide = |units: u64| i64::try_from(units).unwrap_or(i64::MAX);
        // What does not hold a line is no reason; the rules are named all the same.
        let holds = |finding: &&Finding| finding.decision > Decision::Ship;
        let reasons: Vec<&Finding> = line.findings.iter().filter(holds).collect();
        row.id(&line.sku);
        row.id(line.asin.as_deref().unwrap_or_default());
        row.text(&line.title);
        row.text(&self.words.say(self.lang, &decision, &[]));
        row.number(line.quantity.map(i64::from));
        row.number(line.covered.map(wide));
        row.number(Some(line.may_go.into()));
        row.text(&line.expiry.map_or_else(String::new, |day| day.to_string()));
        row.text(&joined(line.findings.iter().map(|f| f.rule.clone())));
        row.text(&joined(reasons.iter().map(|f| self.reason(f))));
        row.text(&joined(reasons.iter().flat_map(|f| places(f))));
        row.text(&joined(reasons.iter().filter_map(|f| self.fix(f))));
        row.text(&self.missing(line));
        row.number(line.yen_at_stake.map(|yen| yen.0));
        row.number(line.at.line.map(i64::from));
        row.end();
    }

    fn reason(&self, finding: &Finding) -> String {
        let rule = self.rules.get(finding.rule.as_str());
        let mut said = rule
            .map_or("", |rule| phrase::text(&rule.title, self.lang))
            .to_owned();
        for fact in &finding.evidence {
            said.push(' ');
            self.words.fact(&mut said, self.lang, fact);
        }
        said
    }

    fn fix(&self, finding: &Finding) -> Option<String> {
        let rule = self.rules.get(finding.rule.as_str())?;
        Some(phrase::text(&rule.fix, self.lang).to_owned())
    }

    fn missing(&self, line: &GateLine) -> String {
        let held = line.not_judged.iter().filter(|held| held.required);
        let word = |word: &str| self.words.word(self.lang, word).into_owned();
        joined(held.map(|held| {
            let field = held.field.map(Field::word).map(word);
            let input = word(held.input.word());
            [Some(held.rule.clone()), Some(input), field]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" ")
        }))
    }
}

fn places(finding: &Finding) -> Vec<String> {
    let places = finding.evidence.iter().filter_map(|fact| fact.at.as_ref());
    let place = |at: &crate::model::Place| {
        let mut place = String::new();
        phrase::place(&mut place, &at.file, at.line.unwrap_or(0));
        place
    };
    places.map(place).collect()
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(" / ")
}
