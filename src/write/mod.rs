//! Edge out: a report becomes bytes, one file per format, escaping in one place.

mod candidates;
mod cells;
mod csv;
pub mod escape;
mod json;
mod phrase;
mod save;
mod template;
mod terminal;
pub mod width;
mod words;

pub use candidates::{AnswerFormat, Answers};
pub use csv::csv;
pub use json::json;
pub use save::{SaveError, SaveFault, save};
pub use terminal::{Style, drill, terminal};
pub use words::{Words, WordsError, grouped, yen};

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
    ];

    /// The extensions that are known, `.txt, .json, .csv`.
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
