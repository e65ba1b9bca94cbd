//! Sheets of .xlsx workbooks as rows, streamed cell by cell within limits.

use super::record::Span;
use super::row::Row;
use super::source::{Limited, ReadSeek, Source};
use super::split::Record;
use super::{Each, Fault, MAX_CELLS, MAX_RECORD, OpenError};
use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx, XlsxCellReader};
use encoding_rs::UTF_8;
use std::fmt::Write;
use std::io::{self, BufReader};
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Unpacked bytes of all parts of a workbook together.
const MAX_PARTS: u64 = 1 << 30;
/// Unpacked bytes of a part that is held in memory (texts, styles), not streamed.
const MAX_HELD: u64 = 256 << 20;

type Input = BufReader<Box<dyn ReadSeek>>;

/// An open workbook.
pub(super) type Workbook = Xlsx<Input>;

fn bad(error: impl std::fmt::Display) -> OpenError {
    OpenError::BadWorkbook(error.to_string())
}

/// Runs the library on untrusted bytes: a panic in it is a damaged workbook, not the end of us.
fn guarded<T>(run: impl FnOnce() -> Result<T, OpenError>) -> Result<T, OpenError> {
    catch_unwind(AssertUnwindSafe(run))
        .unwrap_or_else(|_| Err(bad("its parts contradict each other")))
}

/// Unpacks every part once into nothing: the sizes that an archive states need not be true, and
/// the library holds some parts whole.
pub(super) fn weigh(source: &Source) -> Result<(), OpenError> {
    guarded(|| unpack(source))
}

fn unpack(source: &Source) -> Result<(), OpenError> {
    let mut archive = zip::ZipArchive::new(BufReader::new(source.stored()?)).map_err(bad)?;
    let has = |name: &str| {
        archive
            .file_names()
            .flatten()
            .any(|n| n.eq_ignore_ascii_case(name))
    };
    if !has("xl/workbook.xml") {
        let other = ["xl/workbook.bin", "content.xml"].into_iter().any(has);
        return Err(if other {
            OpenError::OtherWorkbook
        } else {
            OpenError::Archive
        });
    }
    let mut left = MAX_PARTS;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(bad)?;
        let name = part.name().map_err(bad)?.to_ascii_lowercase();
        let streamed = name.starts_with("xl/worksheets/");
        let limit = if streamed { left } else { left.min(MAX_HELD) };
        let mut inner = Limited {
            inner: part,
            left: limit,
        };
        let length = io::copy(&mut inner, &mut io::sink()).map_err(|e| match e.kind() {
            io::ErrorKind::FileTooLarge => OpenError::TooLarge,
            _ => bad(e),
        })?;
        left = left.saturating_sub(length);
    }
    Ok(())
}

/// Opens a workbook whose weight is known to be bearable.
pub(super) fn open(source: &Source) -> Result<Workbook, OpenError> {
    let input = BufReader::new(source.stored()?);
    guarded(|| Xlsx::new(input).map_err(bad))
}

/// Names of the sheets to read: the wanted one, else all visible worksheets.
pub(super) fn names(workbook: &Workbook, wanted: Option<&str>) -> Result<Vec<String>, OpenError> {
    let sheets = workbook.sheets_metadata();
    let Some(wanted) = wanted else {
        let visible = sheets.iter().filter(|sheet| {
            sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible
        });
        return Ok(visible.map(|sheet| sheet.name.clone()).collect());
    };
    if sheets.iter().any(|sheet| sheet.name == wanted) {
        Ok(vec![wanted.to_owned()])
    } else {
        Err(OpenError::NoSheet(wanted.to_owned()))
    }
}

/// Streams the rows of one sheet that stand behind row `after`.
pub(super) fn rows(
    workbook: &mut Workbook,
    name: &str,
    after: u32,
    each: Each<'_>,
) -> Result<(), OpenError> {
    let mut cells = guarded(|| workbook.worksheet_cells_reader(name).map_err(bad))?;
    let mut line = Line::default();
    while let Some((row, column)) = next(&mut cells, &mut line.value)? {
        let number = row.saturating_add(1);
        if number != line.number {
            if line.give(after, each).is_break() {
                return Ok(());
            }
            line.begin(number);
        }
        line.add(column);
    }
    let _ = line.give(after, each);
    Ok(())
}

/// Reads the next cell that holds something into `value`; gives its row and column.
fn next<R: io::Read + io::Seek>(
    cells: &mut XlsxCellReader<'_, R>,
    value: &mut String,
) -> Result<Option<(u32, u32)>, OpenError> {
    loop {
        let Some(cell) = guarded(|| cells.next_cell().map_err(bad))? else {
            return Ok(None);
        };
        value.clear();
        // Writing into a String cannot fail.
        let _ = match cell.get_value() {
            DataRef::Empty => Ok(()),
            DataRef::Int(number) => write!(value, "{number}"),
            DataRef::Float(number) => write!(value, "{number}"),
            DataRef::String(text) => value.write_str(text),
            DataRef::SharedString(text) => value.write_str(text),
            DataRef::Bool(truth) => value.write_str(if *truth { "TRUE" } else { "FALSE" }),
            DataRef::DateTime(time) => write_time(value, time),
            DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => value.write_str(text),
            DataRef::Error(error) => write!(value, "{error}"),
        };
        if !value.is_empty() {
            return Ok(Some(cell.get_position()));
        }
    }
}

/// A date as ISO text; a duration, or a number that only wears a date format, as the number.
fn write_time(value: &mut String, time: &ExcelDateTime) -> std::fmt::Result {
    let number = time.as_f64();
    // 1900-01-01 to 9999-12-31: outside, the format lies.
    if time.is_duration() || !(1.0..2_958_466.0).contains(&number) {
        return write!(value, "{number}");
    }
    let (year, month, day, hour, minute, second, _) = time.to_ymd_hms_milli();
    write!(value, "{year:04}-{month:02}-{day:02}")?;
    if number.fract() != 0.0 {
        write!(value, "T{hour:02}:{minute:02}:{second:02}")?;
    }
    Ok(())
}

/// One row of a sheet while its cells come in.
#[derive(Default)]
struct Line {
    number: u32,
    text: Vec<u8>,
    spans: Vec<Span>,
    fault: Option<Fault>,
    offset: u64,
    /// The cell that comes in.
    value: String,
}

impl Line {
    fn begin(&mut self, number: u32) {
        self.number = number;
        self.offset += self.text.len() as u64;
        self.text.clear();
        self.spans.clear();
        self.fault = None;
    }

    fn add(&mut self, column: u32) {
        let column = column as usize;
        if column >= MAX_CELLS {
            self.fault = Some(Fault::TooManyCells);
            return;
        }
        if self.text.len() + self.value.len() > MAX_RECORD {
            self.fault = Some(Fault::TooLong);
            return;
        }
        let from = self.text.len();
        self.text.extend_from_slice(self.value.as_bytes());
        if self.spans.len() <= column {
            self.spans.resize(column + 1, Span::default());
        }
        self.spans[column] = Span::new(from, self.text.len());
    }

    fn give(&self, after: u32, each: Each<'_>) -> ControlFlow<()> {
        if self.spans.is_empty() || self.number <= after {
            return ControlFlow::Continue(());
        }
        each(&Row {
            record: Record {
                line: self.number,
                offset: self.offset,
                from: 0,
                fault: self.fault,
            },
            text: &self.text,
            spans: &self.spans,
            encoding: UTF_8,
            transcoded: false,
        })
    }
}
