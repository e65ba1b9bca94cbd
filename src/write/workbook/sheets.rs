//! The sheets of the workbook, one function each.

use super::cells::clean;
use super::failed;
use super::looks::Looks;
use crate::model::{Decision, Finding, Lang, RuleNote, Severity, Value};
use crate::write::{Whole, phrase};
use rust_xlsxwriter::{DataValidation, Format, Workbook, Worksheet, XlsxError};
use std::collections::HashMap;
use std::io;

/// Findings of a sheet: Excel ends at 1,048,576 rows, and a person long before.
const MOST: usize = 100_000;
/// Signs of the box to tick.
pub(super) const BOXES: [&str; 2] = ["☐", "☑"];

/// What every sheet writes with.
pub(super) struct Maker<'a> {
    pub(super) whole: &'a Whole<'a>,
    pub(super) looks: &'a Looks,
    pub(super) lang: Lang,
    pub(super) rules: HashMap<&'a str, &'a RuleNote>,
}

/// One column: name of its heading, width in cells.
pub(super) type Column = (&'static str, f64);

/// Adds all sheets.
pub(super) fn all(
    book: &mut Workbook,
    looks: &Looks,
    whole: &Whole<'_>,
    lang: Lang,
) -> io::Result<()> {
    let maker = Maker {
        whole,
        looks,
        lang,
        rules: phrase::rules(whole.head),
    };
    let findings = phrase::first(whole.findings, MOST)?;
    let aside = phrase::first(whole.suppressed, MOST.saturating_sub(findings.len()))?;
    let made = maker
        .summary(book.add_worksheet(), findings.len())
        .and_then(|()| maker.to_do(book.add_worksheet_with_constant_memory()?, &findings))
        .and_then(|()| {
            maker.findings(
                book.add_worksheet_with_constant_memory()?,
                &findings,
                &aside,
            )
        })
        .and_then(|()| maker.since(book))
        .and_then(|()| maker.ledger(book.add_worksheet()))
        .and_then(|()| maker.suppliers(book.add_worksheet(), &findings))
        .and_then(|()| maker.gaps(book.add_worksheet()))
        .and_then(|()| maker.sources(book.add_worksheet()));
    made.map_err(failed)
}

impl Maker<'_> {
    pub(super) fn say(&self, id: &str, args: &[(&str, Value)]) -> String {
        let args: Vec<_> = args.iter().map(|(name, value)| (*name, value)).collect();
        self.whole.words.say(self.lang, id, &args)
    }

    pub(super) fn word(&self, set: &str, word: &str) -> String {
        self.say(&format!("ui-{set}-{word}"), &[])
    }

    /// Names the sheet and writes its headings; returns the number of columns.
    pub(super) fn begin(
        &self,
        sheet: &mut Worksheet,
        name: &str,
        columns: &[Column],
    ) -> Result<(), XlsxError> {
        sheet.set_name(self.say(&format!("xlsx-{name}"), &[]))?;
        sheet.set_landscape().set_paper_size(9);
        sheet.set_print_fit_to_pages(1, 0);
        for (at, (column, width)) in (0..).zip(columns) {
            sheet.set_column_width(at, *width)?;
            let heading = self.say(&format!("xlsx-column-{column}"), &[]);
            sheet.write_string_with_format(0, at, heading, &self.looks.head)?;
        }
        sheet.set_repeat_rows(0, 0)?;
        sheet.set_freeze_panes(1, 0)?;
        Ok(())
    }

    /// Lets the reader filter what stands below the headings.
    pub(super) fn end(
        sheet: &mut Worksheet,
        columns: &[Column],
        rows: u32,
    ) -> Result<(), XlsxError> {
        let last = columns.len().saturating_sub(1) as u16;
        if rows > 0 {
            sheet.autofilter(0, 0, rows, last)?;
        }
        Ok(())
    }

    fn summary(&self, sheet: &mut Worksheet, shown: usize) -> Result<(), XlsxError> {
        let (run, looks) = (&self.whole.head.run, self.looks);
        sheet.set_name(self.say("xlsx-summary", &[]))?;
        sheet.set_column_width(0, 46)?;
        sheet.set_column_width(1, 18)?;
        let title = self.say("ui-title", &[("day", run.today.into())]);
        sheet.write_string_with_format(0, 0, title, &looks.title)?;
        let store = run.store.as_deref().unwrap_or_default();
        sheet.write_string_with_format(1, 0, clean(store), &looks.text)?;
        if let Some(feed) = &run.feed {
            let said = clean(&phrase::feed(self.whole.words, self.lang, feed));
            sheet.write_string_with_format(2, 0, said, &looks.text)?;
        }
        let mut row = 3;
        for (label, value, look) in self.figures() {
            sheet.write_string_with_format(row, 0, label, &looks.text)?;
            match value {
                Some(n) => sheet.write_number_with_format(row, 1, n as f64, look)?,
                None => {
                    let unknown = self.say("ui-unknown", &[]);
                    sheet.write_string_with_format(row, 1, unknown, &looks.text)?
                }
            };
            row += 1;
        }
        let all: u64 = self.whole.head.summary.findings.values().sum();
        if all > shown as u64 {
            let args = [("shown", (shown as u64).into()), ("n", all.into())];
            sheet.write_string_with_format(row + 1, 0, self.say("xlsx-cut", &args), &looks.text)?;
        }
        let note = self.say("md-no-promise", &[]);
        sheet.write_string_with_format(row + 2, 0, note, &looks.text)?;
        Ok(())
    }

    /// The figures of the summary: label, value, look.
    fn figures(&self) -> Vec<(String, Option<i64>, &Format)> {
        let (sum, number, yen) = (
            &self.whole.head.summary,
            &self.looks.number,
            &self.looks.yen,
        );
        let count = |n: u64| i64::try_from(n).ok();
        let of_skus = [
            (Decision::Stop, sum.stop),
            (Decision::Hold, sum.hold),
            (Decision::Ship, sum.ship),
        ];
        let mut figures = Vec::new();
        for (decision, n) in of_skus {
            let name = self.word("decision", decision.word());
            let label = self.say("xlsx-skus", &[("decision", name.into())]);
            figures.push((label, count(n), number));
        }
        figures.push((self.say("xlsx-open", &[]), count(sum.open), number));
        let money = sum.yen_at_stake.map(|y| y.0);
        figures.push((self.say("xlsx-money", &[]), money, yen));
        for (family, at_stake) in &sum.yen_by_family {
            let name = self.word("family", family.word());
            figures.push((format!("    {name}"), Some(at_stake.0), yen));
        }
        for severity in Severity::ALL.iter().rev() {
            let n = sum.findings.get(severity).copied().unwrap_or(0);
            let name = self.word("severity", severity.word());
            let label = self.say("xlsx-findings-of", &[("severity", name.into())]);
            figures.push((label, count(n), number));
        }
        let (judged, not) = (sum.rules_evaluated, sum.rules_not_evaluated);
        figures.push((self.say("xlsx-judged", &[]), count(judged), number));
        figures.push((self.say("xlsx-not-judged", &[]), count(not), number));
        figures
    }

    /// One row per action: a rule on one subject that stops or holds goods.
    fn to_do(&self, sheet: &mut Worksheet, findings: &[Finding]) -> Result<(), XlsxError> {
        let columns: &[Column] = &[
            ("done", 6.0),
            ("owner", 12.0),
            ("decision", 10.0),
            ("severity", 10.0),
            ("action", 60.0),
            ("sku", 22.0),
            ("asin", 13.0),
            ("title", 44.0),
            ("yen", 13.0),
            ("rule", 12.0),
        ];
        self.begin(sheet, "to-do", columns)?;
        let mut row = 0;
        for finding in findings.iter().filter(|f| f.decision != Decision::Ship) {
            row += 1;
            let rule = self.rules.get(finding.rule.as_str());
            let fix = rule.map_or("", |rule| phrase::text(&rule.fix, self.lang));
            sheet.write_string_with_format(row, 0, BOXES[0], &self.looks.own)?;
            sheet.write_string_with_format(row, 1, "", &self.looks.own)?;
            self.marks(sheet, row, 2, finding)?;
            Self::height(sheet, row, &[(fix, 60.0), (&finding.title, 44.0)])?;
            self.long(sheet, row, 4, fix)?;
            self.subject(sheet, row, 5, &finding.subject)?;
            self.long(sheet, row, 7, &finding.title)?;
            self.yen(sheet, row, 8, finding)?;
            self.text(sheet, row, 9, &finding.rule)?;
        }
        if row > 0 {
            let boxes = DataValidation::new().allow_list_strings(&BOXES)?;
            sheet.add_data_validation(1, 0, row, 0, &boxes)?;
        }
        self.colours(sheet, row, 2)?;
        Self::end(sheet, columns, row)
    }

    /// Every finding; behind them those that an exception sets aside, with its reason.
    fn findings(
        &self,
        sheet: &mut Worksheet,
        findings: &[Finding],
        aside: &[Finding],
    ) -> Result<(), XlsxError> {
        let columns: &[Column] = &[
            ("decision", 10.0),
            ("severity", 10.0),
            ("rule", 12.0),
            ("what", 40.0),
            ("sku", 22.0),
            ("asin", 13.0),
            ("title", 44.0),
            ("yen", 13.0),
            ("evidence", 70.0),
            ("place", 34.0),
            ("exception", 30.0),
            ("fingerprint", 18.0),
        ];
        self.begin(sheet, "findings", columns)?;
        let mut row = 0;
        for finding in findings.iter().chain(aside) {
            row += 1;
            let rule = self.rules.get(finding.rule.as_str());
            let what = rule.map_or("", |rule| phrase::text(&rule.title, self.lang));
            self.marks(sheet, row, 0, finding)?;
            self.text(sheet, row, 2, &finding.rule)?;
            self.long(sheet, row, 3, what)?;
            self.subject(sheet, row, 4, &finding.subject)?;
            self.long(sheet, row, 6, &finding.title)?;
            self.yen(sheet, row, 7, finding)?;
            let (said, places) = self.evidence(finding);
            let texts = [
                (what, 40.0),
                (&*finding.title, 44.0),
                (&*said, 70.0),
                (&*places, 34.0),
            ];
            Self::height(sheet, row, &texts)?;
            self.long(sheet, row, 8, &said)?;
            self.long(sheet, row, 9, &places)?;
            self.long(sheet, row, 10, &self.exception(finding))?;
            self.text(sheet, row, 11, &finding.fingerprint)?;
        }
        self.colours(sheet, row, 0)?;
        Self::end(sheet, columns, row)
    }

    fn gaps(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let columns: &[Column] = &[("gap", 60.0), ("get", 70.0), ("rules", 50.0)];
        self.begin(sheet, "gaps", columns)?;
        let mut row = 0;
        for gap in phrase::gaps(self.whole.head) {
            row += 1;
            let (what, how) = phrase::gap(self.whole.words, self.lang, &gap);
            let rules = gap.rules.join(", ");
            Self::height(sheet, row, &[(&what, 60.0), (&how, 70.0), (&rules, 50.0)])?;
            self.long(sheet, row, 0, &what)?;
            self.long(sheet, row, 1, &how)?;
            self.long(sheet, row, 2, &rules)?;
        }
        Self::end(sheet, columns, row)
    }

    fn sources(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let columns: &[Column] = &[
            ("rule", 12.0),
            ("what", 50.0),
            ("source", 70.0),
            ("date", 13.0),
            ("grade", 8.0),
        ];
        self.begin(sheet, "sources", columns)?;
        let mut row = 0;
        for coverage in &self.whole.head.coverage {
            let rule = &coverage.rule;
            for source in &rule.source {
                row += 1;
                let title = phrase::text(&rule.title, self.lang);
                Self::height(sheet, row, &[(title, 50.0), (&source.title, 70.0)])?;
                self.text(sheet, row, 0, &rule.id)?;
                self.long(sheet, row, 1, title)?;
                self.link(sheet, row, 2, &source.url, &source.title)?;
                self.text(sheet, row, 3, &source.date)?;
                self.text(sheet, row, 4, source.grade.word())?;
            }
        }
        Self::end(sheet, columns, row)
    }
}
