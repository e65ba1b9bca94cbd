//! Candidates as rows of a table: columns are found by the names of `columns.csv`.

use super::Cells;
use crate::model::{Candidate, Field, LineFault};
use crate::read::rows::{ReadError, Row, Table};
use crate::read::{Shapes, key};
use std::ops::ControlFlow;

/// The shape whose headers are those of a table of candidates.
const SHAPE: &str = "candidates";

/// A table without a column for the goods.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoColumns;

/// Takes one row: its line, and the candidate or why there is none; says whether to go on. The
/// candidate may be exchanged for another, whose memory is then used.
type Take<'t> = &'t mut dyn FnMut(u32, Result<&mut Candidate, LineFault>) -> ControlFlow<()>;

/// Gives every row of a table to `take`, blank rows left out.
///
/// # Errors
/// [`NoColumns`] where no row of the beginning names columns of candidates; inside, [`ReadError`]
/// when the file cannot be read to its end.
pub fn table(
    table: &Table,
    shapes: &Shapes,
    cells: &Cells<'_>,
    take: Take<'_>,
) -> Result<Result<(), ReadError>, NoColumns> {
    let heads = table.head(shapes.depth.max(1)).iter();
    let columns = heads.map(|head| (head.line, columns(&head.cells, shapes)));
    // Of rows that are equally good the first is the header.
    let best = columns.rev().max_by_key(|(_, columns)| columns.len());
    let Some((line, columns)) = best.filter(|(_, columns)| columns.len() > 1) else {
        return Err(NoColumns);
    };
    let goods = [Field::Asin, Field::Jan, Field::Title];
    if !columns.iter().any(|(_, field)| goods.contains(field)) {
        return Err(NoColumns);
    }
    let mut candidate = Candidate::default();
    Ok(table.rows(table.quoting(), line, &mut |row| {
        if row.is_blank() {
            return ControlFlow::Continue(());
        }
        candidate.clear();
        candidate.line = row.line();
        let read = fill(row, &columns, cells, &mut candidate);
        take(row.line(), read.map(|()| &mut candidate))
    }))
}

/// The columns of a header, each field once.
fn columns(header: &[String], shapes: &Shapes) -> Vec<(usize, Field)> {
    let own = shapes.get(SHAPE);
    let mut found: Vec<(usize, Field)> = Vec::new();
    for (at, cell) in header.iter().enumerate() {
        let cell = key(cell);
        if let Some((field, _)) = own.and_then(|shape| shape.fields.get(&cell))
            && found.iter().all(|(_, known)| known != field)
        {
            found.push((at, *field));
        }
    }
    found
}

fn fill(
    row: &Row<'_>,
    columns: &[(usize, Field)],
    cells: &Cells<'_>,
    into: &mut Candidate,
) -> Result<(), LineFault> {
    if row.fault().is_some() {
        return Err(LineFault::BrokenRow);
    }
    for (at, field) in columns {
        let cell = row.cell(*at);
        if cell.contains(char::REPLACEMENT_CHARACTER) && row.undecodable(*at) {
            return Err(LineFault::Undecodable);
        }
        cells.put(into, *field, &cell);
    }
    Ok(())
}
