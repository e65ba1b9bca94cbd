//! Bytes to rows: open, unpack, tell the encoding and the delimiter, split, count lines.

mod cp932;
mod delimiter;
mod edit;
mod encoding;
mod error;
mod marks;
mod record;
mod row;
#[cfg(feature = "xlsx")]
mod sheet;
mod source;
mod split;

pub use edit::{Edit, EditError};
pub use error::{Fault, OpenError, ReadError};
pub use row::Row;

use encoding::{Told, Transcoder};
use encoding_rs::UTF_8;
use record::Rules;
use source::{Magic, Source};
use split::Splitter;
use std::io::Read;
use std::ops::ControlFlow;
use std::path::Path;

/// Cells of one row beyond this many are dropped and the row is marked [`Fault::TooManyCells`].
pub const MAX_CELLS: usize = 1024;
/// Bytes of one record with its line end; a longer one is cut and marked [`Fault::TooLong`].
pub const MAX_RECORD: usize = 1 << 20;
/// Rows that [`Table::head`] keeps at most.
pub const HEAD_ROWS: usize = 64;
/// Bytes from which the delimiter is told.
const SAMPLE: usize = 1 << 16;

/// What the caller knows better than the bytes tell.
#[derive(Clone, Copy, Debug, Default)]
pub struct Hints<'a> {
    /// Label of the encoding (`cp932`, `utf-8`, `utf-16le`, `euc-jp`, any WHATWG label). A byte
    /// order mark in the file is believed before it.
    pub encoding: Option<&'a str>,
    /// Separator of cells, an ASCII byte.
    pub delimiter: Option<u8>,
    /// The one sheet of a workbook to read, by its exact name; else every visible sheet is.
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

/// One of the first rows of a table, for recognising its header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeadRow {
    /// Physical line (row of the sheet), from 1.
    pub line: u32,
    /// Decoded cells, as they stand (not trimmed).
    pub cells: Vec<String>,
}

/// What a table is made of.
#[derive(Clone, Debug)]
enum Form {
    Text {
        told: Told,
        rules: Rules,
    },
    #[cfg_attr(not(feature = "xlsx"), expect(dead_code, reason = "nothing opens one"))]
    Sheet {
        name: String,
    },
}

/// One opened file, or one sheet of a workbook. Holds the first rows, not the file.
#[derive(Clone, Debug)]
pub struct Table {
    source: Source,
    size: u64,
    form: Form,
    head: Vec<HeadRow>,
}

/// Takes rows until it says break.
type Each<'e> = &'e mut dyn FnMut(&Row<'_>) -> ControlFlow<()>;

impl Table {
    /// Opens a file: gzip and workbooks are told by their first bytes, not by their name.
    ///
    /// Gives one table for a text file (without head if the file is empty) and one for each visible
    /// sheet of a workbook that has a cell. The encoding is told from the whole file unless a byte
    /// order mark or the hint names it.
    ///
    /// # Errors
    /// [`OpenError`], each of them a reason to leave the whole file.
    pub fn open(path: &Path, hints: &Hints<'_>) -> Result<Vec<Self>, OpenError> {
        Self::of(Source::file(path), hints)
    }

    /// As [`Table::open`], for bytes in memory.
    ///
    /// # Errors
    /// As [`Table::open`].
    pub fn from_bytes(bytes: Vec<u8>, hints: &Hints<'_>) -> Result<Vec<Self>, OpenError> {
        Self::of(Source::Memory(bytes.into()), hints)
    }

    fn of(source: Source, hints: &Hints<'_>) -> Result<Vec<Self>, OpenError> {
        delimiter::check(hints.delimiter)?;
        let size = source.size()?;
        match source.magic()? {
            Magic::Ole => Err(OpenError::OtherWorkbook),
            Magic::Binary => Err(OpenError::Binary),
            Magic::Zip => Self::workbook(&source, size, hints),
            Magic::Text | Magic::Gzip => Self::text(source, size, hints).map(|table| vec![table]),
        }
    }

    #[cfg(feature = "xlsx")]
    fn workbook(source: &Source, size: u64, hints: &Hints<'_>) -> Result<Vec<Self>, OpenError> {
        sheet::weigh(source)?;
        let mut book = sheet::open(source)?;
        let mut tables = Vec::new();
        for name in sheet::names(&book, hints.sheet)? {
            let head = first_rows(|each| sheet::rows(&mut book, &name, 0, each))?;
            if !head.is_empty() {
                tables.push(Self {
                    source: source.clone(),
                    size,
                    form: Form::Sheet { name },
                    head,
                });
            }
        }
        Ok(tables)
    }

    #[cfg(not(feature = "xlsx"))]
    fn workbook(_: &Source, _: u64, _: &Hints<'_>) -> Result<Vec<Self>, OpenError> {
        Err(OpenError::NoWorkbooks)
    }

    fn text(source: Source, size: u64, hints: &Hints<'_>) -> Result<Self, OpenError> {
        let mut sample = vec![0; SAMPLE];
        let mut unpacked = source.unpacked()?;
        let length = source::fill(&mut unpacked, &mut sample)?;
        match Magic::of(&sample[..length]) {
            Magic::Text => {}
            Magic::Zip | Magic::Gzip => return Err(OpenError::Archive),
            Magic::Ole => return Err(OpenError::OtherWorkbook),
            Magic::Binary => return Err(OpenError::Binary),
        }
        let told = encoding::tell(&source, hints.encoding)?;
        let mut text = decoded(&source, told, hints.delimiter.unwrap_or(b'\t'))?;
        let length = source::fill(&mut text, &mut sample)?;
        let sample = &sample[..length];
        let terminator = delimiter::terminator(sample);
        let delimiter = hints
            .delimiter
            .unwrap_or_else(|| delimiter::tell(sample, terminator));
        let rules = Rules {
            delimiter,
            quoting: delimiter::quoting(sample, delimiter, terminator),
            terminator,
        };
        let mut table = Self {
            source,
            size,
            form: Form::Text { told, rules },
            head: Vec::new(),
        };
        table.head = first_rows(|each| table.rows(rules.quoting, 0, each))?;
        Ok(table)
    }

    /// Name of the encoding: `UTF-8`, `CP932`, `UTF-16LE`, …; `XLSX` for a sheet.
    #[must_use]
    pub fn encoding(&self) -> &str {
        match &self.form {
            Form::Text { told, .. } => told.name(),
            Form::Sheet { .. } => "XLSX",
        }
    }

    /// Name of the sheet, for a workbook.
    #[must_use]
    pub fn sheet(&self) -> Option<&str> {
        match &self.form {
            Form::Text { .. } => None,
            Form::Sheet { name } => Some(name),
        }
    }

    /// Size of the file in bytes, packed if it is packed.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.size
    }

    /// Separator of cells; `None` for a sheet.
    #[must_use]
    pub fn delimiter(&self) -> Option<u8> {
        match &self.form {
            Form::Text { rules, .. } => Some(rules.delimiter),
            Form::Sheet { .. } => None,
        }
    }

    /// How [`Table::head`] was split: tab-separated text without quoting unless its first row has
    /// nothing but quoted cells, everything else with.
    #[must_use]
    pub fn quoting(&self) -> Quoting {
        match &self.form {
            Form::Text { rules, .. } => rules.quoting,
            Form::Sheet { .. } => Quoting::Off,
        }
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
    pub fn rows(&self, quoting: Quoting, after: u32, each: Each<'_>) -> Result<(), ReadError> {
        let (told, rules) = match &self.form {
            Form::Text { told, rules } => (*told, Rules { quoting, ..*rules }),
            #[cfg(feature = "xlsx")]
            Form::Sheet { name } => {
                return sheet::rows(&mut sheet::open(&self.source)?, name, after, each);
            }
            #[cfg(not(feature = "xlsx"))]
            Form::Sheet { .. } => return Err(OpenError::NoWorkbooks),
        };
        let raw = told.splits_raw(rules.delimiter);
        let encoding = if raw { told.encoding } else { UTF_8 };
        let text = decoded(&self.source, told, rules.delimiter)?;
        let mut splitter = Splitter::new(text, rules);
        while let Some(record) = splitter.next()? {
            if record.line <= after {
                continue;
            }
            let (text, spans) = splitter.cells();
            let row = Row {
                record,
                text,
                spans,
                encoding,
                transcoded: !raw,
            };
            if each(&row).is_break() {
                break;
            }
        }
        Ok(())
    }
}

/// The rows that a head keeps.
fn first_rows(
    read: impl FnOnce(Each<'_>) -> Result<(), OpenError>,
) -> Result<Vec<HeadRow>, OpenError> {
    let mut head = Vec::new();
    read(&mut |row| {
        head.push(HeadRow {
            line: row.line(),
            cells: (0..row.len()).map(|i| row.cell(i).into_owned()).collect(),
        });
        if head.len() < HEAD_ROWS {
            ControlFlow::Continue(())
        } else {
            ControlFlow::Break(())
        }
    })?;
    Ok(head)
}

/// The text without its byte order mark, transcoded where it cannot be split as it stands.
fn decoded(source: &Source, told: Told, delimiter: u8) -> Result<Box<dyn Read>, OpenError> {
    let mut input = source.unpacked()?;
    source::fill(&mut input, &mut [0; 4][..told.mark])?;
    Ok(if told.splits_raw(delimiter) {
        input
    } else {
        Box::new(Transcoder::new(input, told.encoding))
    })
}

#[cfg(test)]
mod tests;
