//! The formats: three of everything that is a table, and more of the report.

use std::path::Path;

/// A format of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// The text for a terminal.
    Table,
    /// JSON; the report's is described by `data/report.schema.json`.
    Json,
    /// CSV for a spreadsheet.
    Csv,
}

/// A format of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportFormat {
    /// One that other tables have as well.
    Plain(Format),
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

/// A format with its name and the extension of its files.
type Named<T> = (T, &'static str, &'static str);

/// A name or a file extension that no format has.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown format `{given}` (known: {known})")]
pub struct UnknownFormat {
    /// The name or the extension, empty when the file has none.
    pub given: String,
    /// The extensions that are known: `.txt, .json, …`.
    pub known: String,
}

impl Format {
    /// Every format with its name and the extension of its files.
    pub const ALL: &'static [Named<Self>] = &[
        (Self::Table, "table", "txt"),
        (Self::Json, "json", "json"),
        (Self::Csv, "csv", "csv"),
    ];

    /// The format of a name as `--format` takes it.
    ///
    /// # Errors
    /// For any other name.
    pub fn of_name(name: &str) -> Result<Self, UnknownFormat> {
        of_name(Self::ALL, name)
    }

    /// The format that a file's extension asks for, in either case.
    ///
    /// # Errors
    /// For any other extension, and for none.
    pub fn of_path(path: &Path) -> Result<Self, UnknownFormat> {
        of_path(Self::ALL, path)
    }
}

impl ReportFormat {
    /// Every format with its name and the extension of its files.
    pub const ALL: &'static [Named<Self>] = &[
        (Self::Plain(Format::Table), "table", "txt"),
        (Self::Plain(Format::Json), "json", "json"),
        (Self::Plain(Format::Csv), "csv", "csv"),
        (Self::Jsonl, "jsonl", "jsonl"),
        (Self::Markdown, "md", "md"),
        (Self::Html, "html", "html"),
        #[cfg(feature = "xlsx")]
        (Self::Xlsx, "xlsx", "xlsx"),
        (Self::Ics, "ics", "ics"),
    ];

    /// The format of a name as `--format` takes it.
    ///
    /// # Errors
    /// For any other name.
    pub fn of_name(name: &str) -> Result<Self, UnknownFormat> {
        of_name(Self::ALL, name)
    }

    /// The format that a file's extension asks for, in either case.
    ///
    /// # Errors
    /// For any other extension, and for none.
    pub fn of_path(path: &Path) -> Result<Self, UnknownFormat> {
        of_path(Self::ALL, path)
    }

    /// True for a format that is no text.
    #[must_use]
    pub fn is_binary(self) -> bool {
        #[cfg(feature = "xlsx")]
        return self == Self::Xlsx;
        #[cfg(not(feature = "xlsx"))]
        false
    }
}

fn of_name<T: Copy>(all: &[Named<T>], given: &str) -> Result<T, UnknownFormat> {
    let found = all.iter().find(|(_, name, _)| *name == given);
    found
        .map(|(format, ..)| *format)
        .ok_or_else(|| unknown(all, given))
}

fn of_path<T: Copy>(all: &[Named<T>], path: &Path) -> Result<T, UnknownFormat> {
    let given = path.extension().unwrap_or_default().to_string_lossy();
    let found = all.iter().find(|(_, _, e)| given.eq_ignore_ascii_case(e));
    found
        .map(|(format, ..)| *format)
        .ok_or_else(|| unknown(all, &given))
}

fn unknown<T>(all: &[Named<T>], given: &str) -> UnknownFormat {
    let dotted: Vec<String> = all.iter().map(|(_, _, e)| format!(".{e}")).collect();
    UnknownFormat {
        given: given.to_owned(),
        known: dotted.join(", "),
    }
}
