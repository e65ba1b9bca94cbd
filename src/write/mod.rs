//! Edge out: a report becomes bytes, one file per format, escaping in one place.

mod calendar;
mod cells;
mod csv;
pub mod escape;
mod json;
mod jsonl;
mod markdown;
mod page;
mod phrase;
mod save;
mod template;
mod terminal;
pub mod width;
mod words;
#[cfg(feature = "xlsx")]
mod workbook;

pub use csv::csv;
pub use json::json;
pub use page::{Parts, Vendored};
pub use save::{SaveError, SaveFault, save};
pub use terminal::{Style, drill, terminal};
pub use words::{Words, WordsError, grouped, yen};

use crate::model::{Findings, Head, Lang};
use std::io::{self, Write};
use std::path::Path;

/// A format of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// The text for a terminal.
    Table,
    /// JSON, see `data/report.schema.json`.
    Json,
    /// CSV for a spreadsheet.
    Csv,
    /// JSON lines: one finding a line, for tools.
    Jsonl,
    /// A short summary for a chat or an issue tracker.
    Markdown,
    /// One self-contained page.
    Html,
    /// A workbook.
    #[cfg(feature = "xlsx")]
    Xlsx,
    /// Calendar entries of expiring proofs.
    Ics,
}

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
    format: Format,
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
        Format::Table => terminal(out, head, findings, suppressed, words, style),
        Format::Json => json(out, head, findings, suppressed),
        Format::Csv => csv(out, head, findings, words, lang),
        Format::Jsonl => jsonl::jsonl(out, head, findings, suppressed, words, lang),
        Format::Markdown => markdown::markdown(out, head, findings, words, lang),
        Format::Html => page::page(out, whole, lang),
        #[cfg(feature = "xlsx")]
        Format::Xlsx => workbook::workbook(out, whole, lang),
        Format::Ics => calendar::calendar(out, head, words, lang),
    }
}

/// A name or a file extension that no format has.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown format `{given}` (known: {})", Format::known())]
pub struct UnknownFormat {
    /// The name or the extension, empty when the file has none.
    pub given: String,
}

impl Format {
    /// Every format with its name and the extension of its files.
    pub const ALL: &'static [(Self, &'static str, &'static str)] = &[
        (Self::Table, "table", "txt"),
        (Self::Json, "json", "json"),
        (Self::Csv, "csv", "csv"),
        (Self::Jsonl, "jsonl", "jsonl"),
        (Self::Markdown, "md", "md"),
        (Self::Html, "html", "html"),
        #[cfg(feature = "xlsx")]
        (Self::Xlsx, "xlsx", "xlsx"),
        (Self::Ics, "ics", "ics"),
    ];

    /// True for a format that is no text.
    #[must_use]
    pub fn is_binary(self) -> bool {
        #[cfg(feature = "xlsx")]
        return self == Self::Xlsx;
        #[cfg(not(feature = "xlsx"))]
        false
    }

    /// The extensions that are known: `.txt, .json, …`.
    #[must_use]
    pub fn known() -> String {
        let dotted: Vec<String> = Self::ALL.iter().map(|(_, _, e)| format!(".{e}")).collect();
        dotted.join(", ")
    }

    /// The format of a name as `--format` takes it.
    ///
    /// # Errors
    /// For any other name.
    pub fn of_name(name: &str) -> Result<Self, UnknownFormat> {
        let found = Self::ALL.iter().find(|(_, n, _)| *n == name);
        found
            .map(|(format, ..)| *format)
            .ok_or_else(|| UnknownFormat {
                given: name.to_owned(),
            })
    }

    /// The format that a file's extension asks for, in either case.
    ///
    /// # Errors
    /// For any other extension, and for none.
    pub fn of_path(path: &Path) -> Result<Self, UnknownFormat> {
        let extension = path.extension().unwrap_or_default().to_string_lossy();
        let found = Self::ALL
            .iter()
            .find(|(_, _, e)| extension.eq_ignore_ascii_case(e));
        found
            .map(|(format, ..)| *format)
            .ok_or_else(|| UnknownFormat {
                given: extension.into_owned(),
            })
    }
}
