//! An answer as a row of CSV: as safe for a spreadsheet as the report.

use super::Answers;
use crate::model::{Answer, Severity};
use crate::write::cells::Row;
use crate::write::phrase;

/// The columns: the message `candidate-csv-<name>` is the heading.
pub(super) const COLUMNS: [&str; 13] = [
    "line", "id", "decision", "asin", "jan", "title", "severity", "rules", "reasons", "todo",
    "papers", "open", "note",
];

impl Answers<'_> {
    /// The byte order mark and the header.
    pub(super) fn head(&self) -> String {
        let mut text = String::from('\u{feff}');
        let mut row = Row::new(&mut text);
        for name in COLUMNS {
            row.text(&self.say(&format!("candidate-csv-{name}"), &[]));
        }
        row.end();
        text
    }

    /// One row.
    pub(super) fn row(&self, answer: &Answer) -> String {
        let lang = self.style.lang;
        let mut text = String::new();
        let mut row = Row::new(&mut text);
        row.number(Some(i64::from(answer.line)));
        row.id(&answer.id);
        row.text(&self.choice(answer.decision));
        row.id(answer.asin.as_deref().unwrap_or_default());
        row.id(answer.jan.as_deref().unwrap_or_default());
        row.text(&answer.title);
        let worst: Option<Severity> = answer.reasons.iter().map(|r| r.severity).max();
        row.text(&worst.map_or_else(String::new, |s| {
            self.words.word(lang, s.word()).into_owned()
        }));
        let joined = |parts: Vec<String>| parts.join(" / ");
        let reasons = answer.reasons.iter();
        row.text(&joined(
            reasons.clone().map(|r| r.rule.to_string()).collect(),
        ));
        let told = |r: &crate::model::Reason| {
            let facts: Vec<String> = r.evidence.iter().map(|fact| self.fact(fact)).collect();
            format!("{}: {}", phrase::text(&r.title, lang), facts.join(" "))
        };
        row.text(&joined(reasons.clone().map(told).collect()));
        let mut todo: Vec<String> = Vec::new();
        for reason in reasons {
            let fix = phrase::text(&reason.fix, lang).to_owned();
            if !todo.contains(&fix) {
                todo.push(fix);
            }
        }
        row.text(&joined(todo));
        row.text(&joined(
            answer.papers.iter().map(|p| self.paper(p)).collect(),
        ));
        row.text(&joined(self.open(answer.not_judged.iter())));
        row.text(&joined(self.remarks(answer)));
        row.end();
        text
    }

    fn remarks(&self, answer: &Answer) -> Vec<String> {
        let error = answer.error.iter();
        let mut remarks: Vec<String> = error
            .map(|error| self.say(&format!("candidate-line-{}", error.word()), &[]))
            .collect();
        remarks.extend(answer.unread.iter().map(|cell| {
            let field = self.field(cell.field);
            let unread = self.say("candidate-unread", &[]);
            format!("{unread}: {field} {}", cell.value)
        }));
        if !answer.listed_as.is_empty() {
            let skus = answer.listed_as.join(", ").into();
            remarks.push(self.say("candidate-listed", &[("skus", &skus)]));
        }
        remarks
    }
}
