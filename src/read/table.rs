//! One table, row by row: width, repeated headers and rows to leave, then the taker of its kind.

use super::cell;
use super::cursor::Cursor;
use super::issues::Done;
use super::options::Progress;
use super::plan::Plan;
use super::rows::{Quoting, ReadError, Row, Table};
use super::shapes::key;
use super::take::Desk;
use crate::model::{Field, Value};
use std::ops::ControlFlow;

/// How many rows a table had.
#[derive(Clone, Copy, Debug, Default)]
pub struct Counts {
    /// Rows with a cell.
    pub rows: u64,
    /// Rows that could not be taken.
    pub bad: u64,
}

/// Bytes between two reports of progress.
const STEP: u64 = 4 << 20;

/// Reads all rows of a table.
///
/// # Errors
/// The file could not be read to its end.
pub fn read(
    table: &Table,
    cursor: &mut Cursor<'_>,
    desk: &mut Desk,
    progress: &dyn Progress,
) -> Result<Counts, ReadError> {
    let plan = cursor.plan;
    let header = HeaderEcho::new(table, plan);
    let mut counts = Counts::default();
    let mut told = 0;
    table.rows(plan.quoting, plan.header_line, &mut |row| {
        if row.offset() >= told + STEP {
            // Packed files grow on unpacking: progress must not run past the size on disk.
            let now = row.offset().min(table.bytes());
            progress.advanced(now.saturating_sub(told));
            told = told.max(row.offset());
        }
        if row.is_blank() || header.is_repeated(row) {
            return ControlFlow::Continue(());
        }
        counts.rows += 1;
        let taken = width(cursor, row) && (left(cursor, row) || desk.take(cursor, row));
        counts.bad += u64::from(!taken);
        ControlFlow::Continue(())
    })?;
    progress.advanced(table.bytes().saturating_sub(told));
    Ok(counts)
}

/// The header's cell by which a repeated header row is known, at the cost of one comparison.
struct HeaderEcho {
    at: usize,
    text: String,
    ascii: bool,
    cells: Vec<String>,
}

impl HeaderEcho {
    fn new(table: &Table, plan: &Plan) -> Self {
        let cells: Vec<String> = table
            .head(usize::MAX)
            .iter()
            .find(|r| r.line == plan.header_line)
            .map(|r| r.cells.clone())
            .unwrap_or_default();
        let at = cells.iter().position(|c| !c.trim().is_empty()).unwrap_or(0);
        let text = cells.get(at).cloned().unwrap_or_default();
        Self {
            at,
            ascii: text.is_ascii(),
            text,
            cells,
        }
    }

    fn is_repeated(&self, row: &Row<'_>) -> bool {
        // Compared as bytes first: the text of a CP932 file is only decoded when lengths allow.
        let raw = row.raw(self.at);
        if raw.len() > self.text.len() || self.text.is_empty() {
            return false;
        }
        if self.ascii && raw != self.text.as_bytes() {
            return false;
        }
        self.cells
            .iter()
            .enumerate()
            .all(|(at, cell)| row.cell(at) == cell.as_str())
    }
}

/// False, with an issue, for a row whose cells do not stand under their headers.
fn width(cursor: &mut Cursor<'_>, row: &Row<'_>) -> bool {
    let columns = cursor.plan.columns.headers.len();
    let fault = row.fault();
    let fits = match fault {
        Some(_) => false,
        None if row.len() == columns => true,
        // Excel and some tools end rows with further separators.
        None if row.len() > columns => {
            (columns..row.len()).all(|at| row.raw(at).trim_ascii().is_empty())
        }
        None => complete(cursor, row),
    };
    if !fits {
        let values = [
            ("cells", Value::from(row.len() as u64)),
            ("columns", Value::from(columns as u64)),
        ];
        let key = fault.map_or("row-width", super::rows::Fault::key);
        cursor.row_issue_with(row, key, Done::RowIgnored, &values);
    }
    fits
}

/// True for a short row that only lacks empty cells at its end.
///
/// Without quoting, a row cut by a line break inside a title is short as well, and its rest would
/// be read under the wrong headers. So a short row must prove itself: its typed cells hold what
/// their columns say, and where line breaks cannot be quoted one of them at least is not empty.
fn complete(cursor: &Cursor<'_>, row: &Row<'_>) -> bool {
    let columns = &cursor.plan.columns;
    let format = cursor.plan.date_format.as_deref();
    let mut proven = cursor.plan.quoting == Quoting::On;
    for field in Field::ALL {
        let Some(at) = columns.get(*field) else {
            continue;
        };
        let text = row.cell(at);
        let (some, bad) = match field {
            Field::Asin => test(cell::asin(&text)),
            Field::OrderId => test(cell::order_id(&text)),
            Field::Day | Field::Issued | Field::LoaExpiry | Field::Expiry => {
                test(cell::day(&text, format))
            }
            Field::Units
            | Field::Quantity
            | Field::OnHand
            | Field::Reserved
            | Field::Unsellable
            | Field::InboundWorking
            | Field::InboundShipped
            | Field::InboundReceiving
            | Field::UnitsPerBox
            | Field::Boxes
            | Field::StockTotal => test(cell::units(&text)),
            Field::Price | Field::Amount | Field::UnitCost => test(cell::yen(&text)),
            _ => continue,
        };
        if bad {
            return false;
        }
        proven |= some;
    }
    proven
}

fn test<T>(cell: cell::Cell<T>) -> (bool, bool) {
    (cell.value.is_some(), cell.bad)
}

/// True for a row that the shape says to leave.
fn left(cursor: &mut Cursor<'_>, row: &Row<'_>) -> bool {
    let plan = cursor.plan;
    for skip in &plan.skip {
        let text = row.cell(skip.at);
        if !text.is_empty() && skip.words.contains(&key(&text)) {
            cursor.row_alike(row, skip.issue, Done::RowIgnored);
            return true;
        }
    }
    false
}
