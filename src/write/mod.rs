//! Edge out: a report becomes bytes, one file per format, escaping in one place.

pub mod alarm;
mod calendar;
mod candidates;
mod cells;
mod csv;
mod demand;
mod demand_csv;
pub mod escape;
mod format;
mod json;
mod jsonl;
mod markdown;
mod pack;
mod page;
mod phrase;
mod proof;
mod pull;
mod save;
pub mod schedule;
mod shipment_csv;
mod template;
mod terminal;
pub mod width;
mod words;
#[cfg(feature = "xlsx")]
mod workbook;

pub use candidates::{AnswerFormat, Answers};
pub use csv::csv;
pub use demand::demand_sheet;
pub use demand_csv::{demand_csv, demand_skus_csv};
pub use format::{Format, ReportFormat, UnknownFormat};
pub use json::{json, shipment_json, value_json};
pub use pack::{Enclosed, pack, pack_names};
pub use page::{Parts, Vendored};
pub use phrase::feed;
pub use proof::{proof_csv, proof_json};
pub use pull::{pull, pull_csv};
pub use save::{SaveError, SaveFault, save, save_file};
pub use shipment_csv::shipment_csv;
pub use terminal::{Style, drill, proof, shipment, terminal};
pub use words::{Words, WordsError, grouped, yen};

use crate::model::{Findings, Head, Lang};
use std::io::{self, Write};

/// A report, and what the formats say it with.
#[derive(Clone, Copy)]
pub struct Whole<'a> {
    /// Everything but the findings.
    pub head: &'a Head,
    /// The findings in report order.
    pub findings: &'a dyn Findings,
    /// What exceptions set aside.
    pub suppressed: &'a dyn Findings,
    /// The messages.
    pub words: &'a Words,
    /// The parts of the page.
    pub parts: &'a Parts,
}

impl std::fmt::Debug for Whole<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Whole")
    }
}

/// Writes a report in a format; `style` tells the language, and how text for a terminal looks.
///
/// # Errors
/// Those of `out` and of the findings.
pub fn render(
    out: &mut dyn Write,
    format: ReportFormat,
    whole: &Whole<'_>,
    style: &Style,
) -> io::Result<()> {
    let Whole {
        head,
        findings,
        suppressed,
        words,
        parts: _,
    } = *whole;
    let lang: Lang = style.lang;
    match format {
        ReportFormat::Plain(Format::Table) => {
            terminal(out, head, findings, suppressed, words, style)
        }
        ReportFormat::Plain(Format::Json) => json(out, head, findings, suppressed),
        ReportFormat::Plain(Format::Csv) => csv(out, head, findings, suppressed, words, lang),
        ReportFormat::Jsonl => jsonl::jsonl(out, head, findings, suppressed, words, lang),
        ReportFormat::Markdown => markdown::markdown(out, head, findings, words, lang),
        ReportFormat::Html => page::page(out, whole, lang),
        #[cfg(feature = "xlsx")]
        ReportFormat::Xlsx => workbook::workbook(out, whole, lang),
        ReportFormat::Ics => calendar::calendar(out, head, words, lang),
    }
}
