//! The report as a workbook for people who live in Excel: what to do, by whom, with what proof.

mod cells;
mod goods;
mod looks;
mod sheets;
mod since;

use super::Whole;
use crate::model::Lang;
use looks::Looks;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};
use std::io::{self, Write};

/// Writes the workbook: summary, what to do, findings, proof ledger, suppliers to ask, what was
/// not judged, sources. The same report gives the same bytes.
///
/// Every text is written as text, so that no cell of the input becomes a formula.
///
/// # Errors
/// Those of `out`, of the findings, and of the temporary files the rows are kept in.
pub(super) fn workbook(out: &mut dyn Write, whole: &Whole<'_>, lang: Lang) -> io::Result<()> {
    let mut book = Workbook::new();
    let looks = Looks::new();
    properties(&mut book, whole).map_err(failed)?;
    sheets::all(&mut book, &looks, whole, lang)?;
    let bytes = book.save_to_buffer().map_err(failed)?;
    out.write_all(&bytes)
}

/// The day of the scan stands for the day of writing, because the clock is no part of a report.
fn properties(book: &mut Workbook, whole: &Whole<'_>) -> Result<(), XlsxError> {
    let run = &whole.head.run;
    let (year, month, date) = (run.today.year(), run.today.month(), run.today.day());
    let year = u16::try_from(year).unwrap_or(1900);
    let made = ExcelDateTime::from_ymd(year, month as u8, date as u8)?;
    let program = format!("kenpin {}", run.version);
    let properties = DocProperties::new()
        .set_creation_datetime(&made)
        .set_comment(program);
    book.set_properties(&properties);
    Ok(())
}

/// A failure of the library as one of the file.
pub(super) fn failed(error: XlsxError) -> io::Error {
    match error {
        XlsxError::IoError(error) => error,
        other => io::Error::other(other),
    }
}
