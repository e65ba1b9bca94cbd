//! Bytes to rows: open, unpack, tell the encoding and the delimiter, split, count lines.

use std::borrow::Cow;
use std::ops::ControlFlow;
use std::path::Path;

/// Cells of one row beyond this many are dropped and the row is marked [`Fault::TooManyCells`].
pub const MAX_CELLS: usize = 1024;
/// Bytes of one record; a longer one is cut and marked.
pub const MAX_RECORD: usize = 1 << 20;
/// Rows that [`Table::head`] keeps at most.
pub const HEAD_ROWS: usize = 64;

/// What the caller knows better than the bytes tell.
#[derive(Clone, Copy, Debug, Default)]
pub struct Hints<'a> {
    /// Label of the encoding (`cp932`, `utf-8`, `utf-16le`, `euc-jp`, any WHATWG label).
    pub encoding: Option<&'a str>,
    /// Separator of cells, an ASCII byte.
    pub delimiter: Option<u8>,
    /// The one sheet of a workbook to read, by its exact name.
    pub sheet: Option<&'a str>,
}

/// Whether `"` may enclose a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quoting {
    /// RFC 4180: a cell that begins with `"` ends at the closing `"`; `""` inside is one `"`.
    On,
    /// `"` is data, as in Amazon's tab-separated reports.
    Off,
}

/// Why a file could not be opened as a table.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The file system said no.
    #[error("cannot be read: {0}")]
    Io(#[from] std::io::Error),
    /// An old Excel workbook (.xls), or a workbook with a password.
    #[error("is an old .xls workbook or has a password; save it as .xlsx without one")]
    OldWorkbook,
    /// A zip archive that is no workbook.
    #[error("is a zip archive; unpack it first")]
    Archive,
    /// A workbook that cannot be read; the library's own words.
    #[error("is a damaged workbook: {0}")]
    BadWorkbook(String),
    /// This build reads no workbooks (feature `xlsx` is off).
    #[error("is a workbook, and this build of kenpin reads none; save it as CSV")]
    NoWorkbooks,
    /// The hint names a sheet that the workbook does not have.
    #[error("has no sheet named {0}")]
    NoSheet(String),
    /// A picture, a PDF or other bytes that are no table.
    #[error("is no text")]
    Binary,
    /// The hint names an encoding that no one knows.
    #[error("encoding {0} is not known")]
    UnknownEncoding(String),
    /// The hint names a delimiter that cannot be one.
    #[error("byte {0} cannot separate cells")]
    BadDelimiter(u8),
    /// Unpacked, the file is larger than the limit, or grows as only a bomb does.
    #[error("is too large once unpacked")]
    TooLarge,
}

impl OpenError {
    /// Key of the message: `issue-<key>`.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::Io(_) => "file-unreadable",
            Self::OldWorkbook => "file-old-workbook",
            Self::Archive => "file-archive",
            Self::BadWorkbook(_) => "file-bad-workbook",
            Self::NoWorkbooks => "file-no-workbooks",
            Self::NoSheet(_) => "file-no-sheet",
            Self::Binary => "file-binary",
            Self::UnknownEncoding(_) => "file-unknown-encoding",
            Self::BadDelimiter(_) => "file-bad-delimiter",
            Self::TooLarge => "file-too-large",
        }
    }
}

/// Why reading rows stopped before the end; the rows before it were given.
pub type ReadError = OpenError;

/// What is wrong with the shape of one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// More than [`MAX_CELLS`] cells; the rest was dropped.
    TooManyCells,
    /// Longer than [`MAX_RECORD`]; the rest of the line was dropped.
    TooLong,
    /// A quoted cell that is never closed: the line was split without quoting, and reading went on
    /// at the next line.
    UnclosedQuote,
}

impl Fault {
    /// Key of the message: `issue-<key>`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::TooManyCells => "row-too-many-cells",
            Self::TooLong => "row-too-long",
            Self::UnclosedQuote => "row-unclosed-quote",
        }
    }
}

/// One of the first rows of a table, for recognising its header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeadRow {
    /// Physical line (row of the sheet), from 1.
    pub line: u32,
    /// Decoded cells, as they stand (not trimmed).
    pub cells: Vec<String>,
}

/// One opened file, or one sheet of a workbook. Holds the first rows, not the file.
#[derive(Debug)]
pub struct Table {
    head: Vec<HeadRow>,
}

impl Table {
    /// Opens a file: gzip and workbooks are told by their first bytes, not by their name.
    ///
    /// Gives one table for a text file and one for each sheet of a workbook that has a cell. The
    /// encoding is told from the whole file unless the hint names it.
    ///
    /// # Errors
    /// [`OpenError`], each of them a reason to leave the whole file.
    pub fn open(path: &Path, hints: &Hints<'_>) -> Result<Vec<Self>, OpenError> {
        let _ = hints;
        std::fs::metadata(path)?;
        Ok(Vec::new())
    }

    /// As [`Table::open`], for bytes in memory.
    ///
    /// # Errors
    /// As [`Table::open`].
    pub fn from_bytes(bytes: Vec<u8>, hints: &Hints<'_>) -> Result<Vec<Self>, OpenError> {
        let _ = (bytes, hints);
        Ok(Vec::new())
    }

    /// Name of the encoding: `UTF-8`, `CP932`, `UTF-16LE`, …; `XLSX` for a sheet.
    #[must_use]
    pub fn encoding(&self) -> &str {
        ""
    }

    /// Name of the sheet, for a workbook.
    #[must_use]
    pub fn sheet(&self) -> Option<&str> {
        None
    }

    /// Size of the file in bytes, packed if it is packed.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        0
    }

    /// Separator of cells; `None` for a sheet.
    #[must_use]
    pub fn delimiter(&self) -> Option<u8> {
        None
    }

    /// How [`Table::head`] was split: tab-separated text without quoting unless every cell of its
    /// first row is quoted, everything else with.
    #[must_use]
    pub fn quoting(&self) -> Quoting {
        Quoting::Off
    }

    /// The first rows, at most [`HEAD_ROWS`] of them, blank lines left out; nothing is consumed.
    #[must_use]
    pub fn head(&self, max_rows: usize) -> &[HeadRow] {
        &self.head[..max_rows.min(self.head.len())]
    }

    /// Streams the rows that begin behind line `after` (0: all), blank lines left out, until `each`
    /// says break. May be called again: the file is opened anew.
    ///
    /// Memory stays flat whatever the size of the file. A sheet ignores `quoting`.
    ///
    /// # Errors
    /// [`ReadError`] when the file cannot be read to its end; rows given before it stand.
    pub fn rows(
        &self,
        quoting: Quoting,
        after: u32,
        each: &mut dyn FnMut(&Row<'_>) -> ControlFlow<()>,
    ) -> Result<(), ReadError> {
        let _ = (quoting, after, each);
        Ok(())
    }
}

/// One row, borrowed from the reader's buffer.
#[derive(Clone, Copy, Debug)]
pub struct Row<'r> {
    line: u32,
    bytes: &'r [u8],
}

impl<'r> Row<'r> {
    /// Physical line on which the row begins (row of the sheet), from 1.
    #[must_use]
    pub fn line(&self) -> u32 {
        self.line
    }

    /// Number of cells.
    #[must_use]
    pub fn len(&self) -> usize {
        0
    }

    /// True for a row without cells; the reader never gives one.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        true
    }

    /// True when every cell is empty or blank, such as the `,,,,` that Excel leaves at the end.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        true
    }

    /// The decoded cell, not trimmed; empty past the end. ASCII and valid UTF-8 are borrowed.
    /// Bytes that the encoding does not have become U+FFFD.
    #[must_use]
    pub fn cell(&self, i: usize) -> Cow<'r, str> {
        String::from_utf8_lossy(self.raw(i))
    }

    /// The cell's bytes in the file's encoding (UTF-8 if it was transcoded); empty past the end.
    #[must_use]
    pub fn raw(&self, i: usize) -> &'r [u8] {
        let _ = i;
        self.bytes
    }

    /// True when the cell has bytes that its encoding does not have. A U+FFFD that stands in the
    /// file itself is not meant.
    #[must_use]
    pub fn undecodable(&self, i: usize) -> bool {
        let _ = i;
        false
    }

    /// What is wrong with the shape of the row, if anything.
    #[must_use]
    pub fn fault(&self) -> Option<Fault> {
        None
    }

    /// Bytes of (unpacked) text before this row: for progress against [`Table::bytes`].
    #[must_use]
    pub fn offset(&self) -> u64 {
        0
    }
}
