//! The sheet of what changed since the last audit, and the figures of those before.

use super::sheets::{Column, Maker};
use crate::model::{Change, Changes, Milestone, Severity};
use crate::write::phrase;
use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};

/// Changes of a sheet: Excel ends at 1,048,576 rows, and a person long before.
const MOST: usize = 100_000;

impl Maker<'_> {
    /// Adds both sheets to the report of an audit; to any other none.
    pub(super) fn since(&self, book: &mut Workbook) -> Result<(), XlsxError> {
        if let Some(changes) = &self.whole.head.changes {
            self.changes(book.add_worksheet_with_constant_memory()?, changes)?;
        }
        if self.whole.head.trend.len() > 1 {
            self.trend(book.add_worksheet(), &self.whole.head.trend)?;
        }
        Ok(())
    }

    fn changes(&self, sheet: &mut Worksheet, changes: &Changes) -> Result<(), XlsxError> {
        let columns: &[Column] = &[
            ("way", 16.0),
            ("decision", 10.0),
            ("severity", 10.0),
            ("rule", 12.0),
            ("what", 40.0),
            ("sku", 22.0),
            ("asin", 13.0),
            ("title", 44.0),
            ("reason", 60.0),
            ("fingerprint", 18.0),
        ];
        self.begin(sheet, "changes", columns)?;
        let lists = [
            ("new", &changes.new),
            ("worse", &changes.worse),
            ("gone", &changes.gone),
            ("eased", &changes.eased),
        ];
        let mut row = 0;
        let all = lists
            .iter()
            .flat_map(|(way, list)| list.iter().map(move |one| (*way, one)));
        for (way, change) in all.take(MOST) {
            row += 1;
            self.change(sheet, row, way, change)?;
        }
        self.colours(sheet, row, 1)?;
        Self::end(sheet, columns, row)
    }

    fn change(
        &self,
        sheet: &mut Worksheet,
        row: u32,
        way: &str,
        change: &Change,
    ) -> Result<(), XlsxError> {
        let rule = self.rules.get(change.rule.as_str());
        let what = rule.map_or("", |rule| phrase::text(&rule.title, self.lang));
        let reasons = change.why.iter();
        let reasons: Vec<String> = reasons
            .map(|why| phrase::reason(self.whole.words, self.lang, why))
            .collect();
        let reasons = reasons.join("\n");
        self.text(sheet, row, 0, &self.say(&format!("page-way-{way}"), &[]))?;
        self.text(
            sheet,
            row,
            1,
            &self.word("decision", change.decision.word()),
        )?;
        self.text(
            sheet,
            row,
            2,
            &self.word("severity", change.severity.word()),
        )?;
        self.text(sheet, row, 3, &change.rule)?;
        let texts = [(what, 40.0), (&*change.title, 44.0), (&*reasons, 60.0)];
        Self::height(sheet, row, &texts)?;
        self.long(sheet, row, 4, what)?;
        self.subject(sheet, row, 5, &change.subject)?;
        self.long(sheet, row, 7, &change.title)?;
        self.long(sheet, row, 8, &reasons)?;
        self.text(sheet, row, 9, &change.fingerprint)
    }

    fn trend(&self, sheet: &mut Worksheet, trend: &[Milestone]) -> Result<(), XlsxError> {
        let columns: &[Column] = &[
            ("day", 13.0),
            ("stop", 10.0),
            ("hold", 10.0),
            ("critical", 10.0),
            ("high", 10.0),
            ("medium", 10.0),
            ("low", 10.0),
            ("info", 10.0),
            ("yen", 16.0),
            ("held", 12.0),
            ("covered", 12.0),
        ];
        self.begin(sheet, "trend", columns)?;
        for (row, then) in (1..).zip(trend) {
            sheet.write_datetime_with_format(row, 0, then.day, &self.looks.day)?;
            let of = |s: &Severity| then.findings.get(s).copied().unwrap_or(0);
            let counts = [then.stop, then.hold].into_iter();
            let counts = counts.chain(Severity::ALL.iter().rev().map(of));
            let mut column = 1;
            for n in counts {
                sheet.write_number_with_format(row, column, n as f64, &self.looks.number)?;
                column += 1;
            }
            if let Some(yen) = then.yen_at_stake {
                sheet.write_number_with_format(row, column, yen.0 as f64, &self.looks.yen)?;
            }
            for (nth, n) in (1..).zip([then.held, then.covered]) {
                sheet.write_number_with_format(row, column + nth, n as f64, &self.looks.number)?;
            }
        }
        Ok(())
    }
}
