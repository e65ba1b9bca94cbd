//! The sheets about the goods behind the findings: what proves them, and whom to ask for more.

use super::looks;
use super::sheets::{BOXES, Column, Maker};
use crate::model::{Decision, Finding, HeldLot, LotPaper, RuleNote, Subject};
use crate::write::phrase;
use rust_xlsxwriter::{ConditionalFormatFormula, DataValidation, Worksheet, XlsxError};
use std::collections::{BTreeMap, BTreeSet};

/// Days ahead of an expiry from which a paper is shown as about to fall out.
const SOON: i32 = 30;
/// Columns of the ledger that conditions look at: units, last day, days left.
const UNITS: u16 = 3;
const FALLS_OUT: u16 = 10;
const DAYS_LEFT: u16 = 11;

impl Maker<'_> {
    /// Every unit in stock with the paper that speaks for it, and the day it falls out.
    pub(super) fn ledger(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let columns: &[Column] = &[
            ("asin", 13.0),
            ("sku", 22.0),
            ("title", 44.0),
            ("in-stock", 10.0),
            ("bought", 13.0),
            ("supplier", 26.0),
            ("document", 14.0),
            ("number", 18.0),
            ("issued", 13.0),
            ("state", 16.0),
            ("falls-out", 13.0),
            ("days-left", 10.0),
            ("file", 30.0),
            ("place", 34.0),
        ];
        self.begin(sheet, "ledger", columns)?;
        let Some(outlook) = &self.whole.head.outlook else {
            let none = self.say("page-chart-expiry-unknown", &[]);
            return self.long(sheet, 1, 2, &none);
        };
        let mut row = 0;
        for lot in &outlook.lots {
            row += 1;
            self.lot(sheet, row, lot)?;
        }
        self.lapses(sheet, row)?;
        Self::end(sheet, columns, row)?;
        if outlook.lots_cut {
            let args = [("shown", u64::from(row).into())];
            self.long(sheet, row + 1, 2, &self.say("xlsx-ledger-cut", &args))?;
        }
        Ok(())
    }

    fn lot(&self, sheet: &mut Worksheet, row: u32, lot: &HeldLot) -> Result<(), XlsxError> {
        self.asin(sheet, row, 0, &lot.asin)?;
        self.text(sheet, row, 1, &lot.skus.join(", "))?;
        Self::height(sheet, row, &[(&lot.title, 44.0)])?;
        self.long(sheet, row, 2, &lot.title)?;
        sheet.write_number_with_format(row, UNITS, lot.units as f64, &self.looks.number)?;
        if let Some(day) = lot.bought {
            sheet.write_datetime_with_format(row, 4, day, &self.looks.day)?;
        }
        self.text(sheet, row, 5, lot.supplier.as_deref().unwrap_or_default())?;
        match &lot.paper {
            Some(paper) => self.paper(sheet, row, paper)?,
            None => self.text(sheet, row, 9, &self.say("xlsx-no-paper", &[]))?,
        }
        if let Some(day) = lot.falls_out {
            sheet.write_datetime_with_format(row, FALLS_OUT, day, &self.looks.day)?;
        }
        if let Some(left) = lot.days_left {
            sheet.write_number_with_format(row, DAYS_LEFT, left as f64, &self.looks.number)?;
        }
        let mut place = String::new();
        if let Some(at) = &lot.at {
            phrase::place(&mut place, &at.file, at.line.unwrap_or(0));
        }
        self.text(sheet, row, 13, &place)
    }

    fn paper(&self, sheet: &mut Worksheet, row: u32, paper: &LotPaper) -> Result<(), XlsxError> {
        let kind = paper
            .kind
            .map(|k| self.whole.words.word(self.lang, k.word()));
        self.text(sheet, row, 6, &kind.unwrap_or_default())?;
        self.text(sheet, row, 7, paper.number.as_deref().unwrap_or_default())?;
        if let Some(day) = paper.issued {
            sheet.write_datetime_with_format(row, 8, day, &self.looks.day)?;
        }
        self.text(sheet, row, 9, &self.word("proof-state", paper.state.word()))?;
        self.text(sheet, row, 12, paper.file.as_deref().unwrap_or_default())
    }

    /// Colours the units without a paper that counts, and the days left that are few.
    fn lapses(&self, sheet: &mut Worksheet, rows: u32) -> Result<(), XlsxError> {
        if rows == 0 {
            return Ok(());
        }
        // Absent days are blank cells, which a comparison with a number would take for 0.
        let bare = ConditionalFormatFormula::new()
            .set_rule("=OR(ISBLANK($L2),$L2<0)")
            .set_format(looks::colour_of_stop());
        sheet.add_conditional_format(1, UNITS, rows, UNITS, &bare)?;
        let rule = format!("=AND(ISNUMBER($L2),$L2>=0,$L2<={SOON})");
        let soon = ConditionalFormatFormula::new()
            .set_rule(rule.as_str())
            .set_format(looks::colour_of_hold());
        sheet.add_conditional_format(1, DAYS_LEFT, rows, DAYS_LEFT, &soon)?;
        Ok(())
    }

    /// Whom to ask, and about which goods: the suppliers that findings name.
    pub(super) fn suppliers(
        &self,
        sheet: &mut Worksheet,
        findings: &[Finding],
    ) -> Result<(), XlsxError> {
        let columns: &[Column] = &[
            ("done", 6.0),
            ("supplier", 30.0),
            ("rule", 12.0),
            ("what", 44.0),
            ("goods", 60.0),
            ("action", 60.0),
        ];
        self.begin(sheet, "suppliers", columns)?;
        let mut row = 0;
        for ((supplier, id), goods) in asked(findings) {
            row += 1;
            let rule = self.rules.get(id);
            let text = |of: fn(&RuleNote) -> &BTreeMap<_, String>| {
                rule.map_or("", |rule| phrase::text(of(rule), self.lang))
            };
            sheet.write_string_with_format(row, 0, BOXES[0], &self.looks.own)?;
            self.text(sheet, row, 1, supplier)?;
            self.text(sheet, row, 2, id)?;
            self.long(sheet, row, 3, text(|rule| &rule.title))?;
            let goods: Vec<&str> = goods.into_iter().collect();
            let (goods, fix) = (goods.join(", "), text(|rule| &rule.fix));
            Self::height(sheet, row, &[(&goods, 60.0), (fix, 60.0)])?;
            self.long(sheet, row, 4, &goods)?;
            self.long(sheet, row, 5, fix)?;
        }
        if row > 0 {
            let boxes = DataValidation::new().allow_list_strings(&BOXES)?;
            sheet.add_data_validation(1, 0, row, 0, &boxes)?;
        }
        Self::end(sheet, columns, row)
    }
}

/// The goods of each supplier and rule among the findings that stop or hold.
fn asked(findings: &[Finding]) -> BTreeMap<(&str, &str), BTreeSet<&str>> {
    let mut asked: BTreeMap<(&str, &str), BTreeSet<&str>> = BTreeMap::new();
    for finding in findings.iter().filter(|f| f.decision != Decision::Ship) {
        let goods = match &finding.subject {
            Subject::Sku { sku, asin } | Subject::ShipmentLine { sku, asin } => {
                Some(asin.as_deref().unwrap_or(sku))
            }
            Subject::Asin { asin, .. } => Some(asin.as_str()),
            Subject::Supplier { .. } | Subject::Account => None,
        };
        for name in phrase::suppliers(finding) {
            let all = asked.entry((name, &finding.rule)).or_default();
            all.extend(goods);
        }
    }
    asked
}
