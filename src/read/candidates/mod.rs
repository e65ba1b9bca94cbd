//! Candidates for buying: JSON lines as they come, or the rows of a table.

mod cells;
mod json;
mod lines;
mod table;

pub use cells::Cells;
pub use json::FIELDS;
pub use lines::{LONGEST, Line, Lines};
pub use table::{NoColumns, table};

use crate::model::{Candidate, LineFault};

/// Reads one line of JSON into a candidate.
///
/// # Errors
/// [`LineFault`] for a line that is no JSON object in UTF-8; the candidate is then of no use.
pub fn json(line: &[u8], cells: &Cells<'_>, into: &mut Candidate) -> Result<(), LineFault> {
    json::read(line, cells, into)
}
