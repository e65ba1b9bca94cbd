//! The proof ledger as JSON and as CSV, one ASIN after the other.

use super::Words;
use super::cells::Row;
use super::json::item;
use super::phrase;
use crate::model::{AsinLedger, Field, Lang, LedgerHead, LedgerLot, Ledgers, Value};
use std::io::{self, Write};

/// Writes a ledger as JSON; equal to `serde_json` of a `Ledger`, one ASIN a line.
///
/// # Errors
/// Those of `out`.
pub fn proof_json(out: &mut dyn Write, head: &LedgerHead, asins: Ledgers<'_>) -> io::Result<()> {
    let mut text = Vec::new();
    item(&mut text, head)?;
    // The ASINs stand in the same object, behind everything else.
    text.pop();
    out.write_all(&text)?;
    out.write_all(b",\n\"asins\":[")?;
    for (nth, asin) in asins.enumerate() {
        out.write_all(if nth > 0 { b",\n" } else { b"\n" })?;
        item(out, &asin)?;
    }
    out.write_all(b"\n]}\n")
}

/// The columns in front of those of the days ahead: the message `ui-proof-csv-<name>` is the
/// heading.
const COLUMNS: [&str; 19] = [
    "row",
    "asin",
    "sku",
    "title",
    "day",
    "supplier",
    "supplier-lacks",
    "file",
    "kind",
    "number",
    "issued",
    "state",
    "units",
    "sold",
    "in-stock",
    "left-over",
    "falls-out",
    "days-left",
    "covered",
];

/// Writes a ledger as CSV for a spreadsheet: a row of totals for each ASIN and one for each lot, told
/// apart by the first column.
///
/// # Errors
/// Those of `out`.
pub fn proof_csv(
    out: &mut dyn Write,
    head: &LedgerHead,
    asins: Ledgers<'_>,
    words: &Words,
    lang: Lang,
) -> io::Result<()> {
    let sheet = Sheet { head, words, lang };
    let mut text = String::from('\u{feff}');
    sheet.headings(Row::new(&mut text));
    for asin in asins {
        sheet.total(Row::new(&mut text), &asin);
        for lot in &asin.lots {
            sheet.lot(Row::new(&mut text), &asin, lot);
        }
        out.write_all(text.as_bytes())?;
        text.clear();
    }
    out.write_all(text.as_bytes())
}

struct Sheet<'a> {
    head: &'a LedgerHead,
    words: &'a Words,
    lang: Lang,
}

impl Sheet<'_> {
    fn say(&self, id: &str) -> String {
        self.words.say(self.lang, id, &[])
    }

    fn headings(&self, mut row: Row<'_>) {
        for name in COLUMNS {
            row.text(&self.say(&format!("ui-proof-csv-{name}")));
        }
        for days in &self.head.window.ahead {
            let days = Value::Int(*days);
            for id in ["ui-proof-csv-ahead-stock", "ui-proof-csv-ahead"] {
                row.text(&self.words.say(self.lang, id, &[("days", &days)]));
            }
        }
        for name in ["ready", "place"] {
            row.text(&self.say(&format!("ui-proof-csv-{name}")));
        }
        row.end();
    }

    fn about(&self, row: &mut Row<'_>, kind: &str, asin: &AsinLedger) {
        row.text(&self.say(&format!("ui-proof-csv-{kind}")));
        row.id(asin.asin.as_deref().unwrap_or_default());
        match asin.skus.as_slice() {
            [sku] => row.id(sku),
            skus => row.text(&skus.join(" / ")),
        }
        row.text(&asin.title);
    }

    fn total(&self, mut row: Row<'_>, asin: &AsinLedger) {
        let sum = &asin.figures;
        self.about(&mut row, "total", asin);
        (0..8).for_each(|_| row.raw(""));
        let stock = |units: u64| Some(units).filter(|_| asin.stock_told);
        row.number(count(sum.units));
        row.number(count(sum.sold));
        row.number(stock(sum.stock).and_then(count));
        row.number(stock(sum.documented_left_over).and_then(count));
        match &asin.expires {
            Some(next) => {
                row.raw(&next.falls_out.to_string());
                row.number(Some(next.days_left));
            }
            None => (0..2).for_each(|_| row.raw("")),
        }
        row.number(stock(sum.stock_covered).and_then(count));
        for (nth, _) in self.head.window.ahead.iter().enumerate() {
            let ahead = asin.forecast.get(nth);
            row.number(ahead.and_then(|a| count(a.stock)));
            row.number(ahead.and_then(|a| count(a.covered)));
        }
        row.text(&phrase::readiness(self.words, self.lang, &asin.readiness));
        row.raw("");
        row.end();
    }

    fn lot(&self, mut row: Row<'_>, asin: &AsinLedger, lot: &LedgerLot) {
        self.about(&mut row, "lot", asin);
        row.raw(&lot.day.map(|day| day.to_string()).unwrap_or_default());
        row.id(lot.supplier.as_deref().unwrap_or_default());
        row.text(&self.fields(&lot.supplier_lacks));
        let joined = |told: &dyn Fn(&crate::model::LotPaper) -> String| {
            let all: Vec<String> = lot.papers.iter().map(told).collect();
            all.join(" / ")
        };
        row.text(&joined(&|p| p.file.clone().unwrap_or_default()));
        let word = |word: Option<&str>| {
            let word = word.unwrap_or("unknown");
            self.words.word(self.lang, word).into_owned()
        };
        row.text(&joined(&|p| word(p.kind.map(|kind| kind.word()))));
        row.text(&joined(&|p| p.number.clone().unwrap_or_default()));
        let issued = |p: &crate::model::LotPaper| p.issued.map(|day| day.to_string());
        row.text(&joined(&|p| issued(p).unwrap_or_default()));
        row.text(&match lot.papers.is_empty() {
            true => self.say("ui-proof-no-paper"),
            false => joined(&|p| self.say(&format!("ui-proof-state-{}", p.state.word()))),
        });
        row.number(count(lot.units));
        row.number(count(lot.sold));
        row.number(
            Some(lot.in_stock)
                .filter(|_| asin.stock_told)
                .and_then(count),
        );
        let left = lot.units - lot.sold - lot.in_stock;
        row.number(Some(left).filter(|_| asin.stock_told).and_then(count));
        row.raw(&lot.falls_out.map(|day| day.to_string()).unwrap_or_default());
        row.number(lot.days_left);
        let covered = lot.days_left.is_some_and(|left| left >= 0);
        let covered = if covered { lot.in_stock } else { 0 };
        row.number(Some(covered).filter(|_| asin.stock_told).and_then(count));
        (0..2 * self.head.window.ahead.len() + 1).for_each(|_| row.raw(""));
        row.cell(|cell| {
            if let Some(at) = &lot.at {
                phrase::place(cell, &at.file, at.line.unwrap_or(0));
            }
        });
        row.end();
    }

    fn fields(&self, fields: &[Field]) -> String {
        let words = Value::words(fields);
        self.words.value(self.lang, &words).into_owned()
    }
}

fn count(units: u64) -> Option<i64> {
    i64::try_from(units).ok()
}
