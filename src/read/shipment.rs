//! The one file that is a shipment plan: opened as such, and written again with what may go.

use super::options::{Error, Options, SourceMap};
use super::plan::{Plan, Taken, recognise};
use super::rows::{Edit, Table};
use super::scan::open;
use super::shapes::key;
use super::walk::{Found, Looks, shown};
use crate::model::{Field, Input};
use std::path::Path;

pub use super::rows::EditError;

/// What becomes of a line of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cut {
    /// It goes as it stands.
    Whole,
    /// It is left out.
    Out,
    /// So many units go, in so many boxes where the plan names them.
    To {
        /// Units.
        units: u32,
        /// Boxes.
        boxes: Option<u32>,
    },
}

/// The plan's file, table and columns.
pub(super) fn open_plan(
    path: &Path,
    options: &Options,
) -> Result<(Found, Table, Box<Plan>), Error> {
    let found = Found {
        path: path.to_owned(),
        shown: shown(path),
        size: 0,
        looks: Looks::Table,
        direct: true,
        proof_folder: false,
    };
    let no_plan = || Error::NoPlan {
        path: found.shown.clone(),
    };
    let tables = open(&found, options).map_err(|cause| Error::File {
        path: found.shown.clone(),
        cause,
    })?;
    let named = options.source(found.name()).map(|(_, source)| source);
    let any = SourceMap::new("*", Input::Shipment);
    let source = named.filter(|s| s.kind == Input::Shipment).unwrap_or(&any);
    let mut plans = Vec::new();
    for table in tables {
        if let Taken::Plan(plan) = recognise(&table, &options.shapes, Some(source))
            && !only_shows(&table, &plan, options)
        {
            plans.push((table, plan));
        }
    }
    let (table, plan) = plans.pop().ok_or_else(no_plan)?;
    if !plans.is_empty() {
        return Err(Error::Sheets { path: found.shown });
    }
    Ok((found, table, plan))
}

/// True for a sheet of Amazon's form that shows how to fill in the others: its rows are no plan.
fn only_shows(table: &Table, plan: &Plan, options: &Options) -> bool {
    let sheet = key(table.sheet().unwrap_or_default());
    let shape = options.shapes.get(&plan.shape);
    let mut words = shape.iter().flat_map(|shape| &shape.not_sheets);
    !sheet.is_empty() && words.any(|word| sheet.contains(word.as_str()))
}

/// The bytes of a plan with its lines cut as `cut` says of each line number; a row that is no line
/// of the plan is left out. Encoding, line ends and head stay as they are.
///
/// # Errors
/// [`EditError`], also when the file can no longer be read as a plan.
pub fn cut_plan(
    path: &Path,
    options: &Options,
    cut: &dyn Fn(u32) -> Cut,
) -> Result<Vec<u8>, EditError> {
    let opened = open_plan(path, options).map_err(|error| match error {
        Error::File { cause, .. } => EditError::Open(cause),
        // It was a plan a moment ago.
        _ => EditError::Undecodable,
    });
    let (_, table, plan) = opened?;
    table.edited(
        plan.quoting,
        plan.header_line,
        &mut |row| match cut(row.line()) {
            Cut::Whole => Edit::Keep,
            Cut::Out => Edit::Drop,
            Cut::To { units, boxes } => {
                let new = [(Field::Units, Some(units)), (Field::Boxes, boxes)];
                let cells = new.into_iter().filter_map(|(field, number)| {
                    Some((plan.columns.get(field)?, number?.to_string()))
                });
                Edit::Cells(cells.collect())
            }
        },
    )
}
