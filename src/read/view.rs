//! What a file is taken for, column by column, and a proposed mapping where that is unsure.

use super::health;
use super::options::{Error, Options};
use super::plan::{Plan, Taken, recognise};
use super::rows::{HeadRow, Table};
use super::scan::open;
use super::shapes::{Shapes, key};
use super::walk::{Found, Looks, shown};
use crate::model::{Field, Input};
use std::collections::BTreeMap;
use std::path::Path;

/// Sample values shown per column.
const SAMPLES: usize = 3;
/// Columns and characters of a header that are compared with known ones: a header beyond them is
/// none, and comparing must not take for ever.
const COMPARED: usize = 200;
const HEADER: usize = 60;
/// Likeness from which a header is proposed as a field.
const ALIKE: f64 = 0.82;

/// What one table is taken for.
#[derive(Clone, Debug, PartialEq)]
pub struct ColumnsView {
    /// Path as given.
    pub path: String,
    /// Sheet of a workbook.
    pub sheet: Option<String>,
    /// Encoding.
    pub encoding: String,
    /// Separator of cells; `None` for a sheet.
    pub delimiter: Option<u8>,
    /// Id of the shape; `None` for an unknown one.
    pub shape: Option<String>,
    /// What its rows become; `None` for a file that would be left.
    pub input: Option<Input>,
    /// Issue that says why it would be left.
    pub issue: Option<&'static str>,
    /// Line of the header, or of the row most like one; 0 when there is none.
    pub header_line: u32,
    /// The columns.
    pub columns: Vec<ColumnView>,
    /// A mapping to start from, for a file that no shape fits.
    pub proposal: Option<Proposal>,
}

/// One column.
#[derive(Clone, Debug, PartialEq)]
pub struct ColumnView {
    /// Header as written.
    pub header: String,
    /// Field it is read as; `None` for a column that is left.
    pub field: Option<Field>,
    /// The first values that are not empty.
    pub samples: Vec<String>,
}

/// A proposed `[[source]]`.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// What the rows seem to be.
    pub kind: Input,
    /// Header of each field.
    pub columns: BTreeMap<Field, String>,
    /// True when fields are missing that rows of that kind need.
    pub incomplete: bool,
}

/// Looks at one file without reading it.
///
/// # Errors
/// [`Error`] when it cannot be opened as a table.
pub fn columns(path: &Path, options: &Options) -> Result<Vec<ColumnsView>, Error> {
    let found = table(path);
    let tables = open(&found, options).map_err(|cause| Error::File {
        path: found.shown.clone(),
        cause,
    })?;
    let source = options.source(found.name()).map(|(_, s)| s);
    let views = tables.iter().map(|table| {
        let taken = recognise(table, &options.shapes, source);
        view(&found.shown, table, taken, &options.shapes)
    });
    Ok(views.collect())
}

/// What the rows of a file would become; nothing for a file that would be left, or that is not there.
#[must_use]
pub fn inputs(path: &Path, options: &Options) -> Vec<Input> {
    if matches!(health::open(&table(path)), Ok(health::Json::Report(_))) {
        return vec![Input::Health];
    }
    let views = columns(path, options).unwrap_or_default();
    views.iter().filter_map(|view| view.input).collect()
}

fn table(path: &Path) -> Found {
    Found {
        path: path.to_owned(),
        shown: shown(path),
        size: std::fs::metadata(path).map_or(0, |meta| meta.len()),
        looks: Looks::Table,
        direct: true,
        proof_folder: false,
    }
}

fn view(path: &str, table: &Table, taken: Taken, shapes: &Shapes) -> ColumnsView {
    let mut view = ColumnsView {
        path: path.to_owned(),
        sheet: table.sheet().map(str::to_owned),
        encoding: table.encoding().to_owned(),
        delimiter: table.delimiter(),
        shape: None,
        input: None,
        issue: None,
        header_line: 0,
        columns: Vec::new(),
        proposal: None,
    };
    let head = table.head(usize::MAX);
    match taken {
        Taken::Plan(plan) => {
            view.shape = Some(plan.shape.clone());
            view.input = Some(plan.input);
            view.header_line = plan.header_line;
            view.columns = of_header(head, plan.header_line, Some(&plan));
        }
        Taken::Rejected { shape, issue } => {
            view.shape = Some(shape);
            view.issue = issue;
            view.header_line = likeliest(head, shapes);
            view.columns = of_header(head, view.header_line, None);
        }
        Taken::Unknown { .. } | Taken::SourceMisfit { .. } => {
            let misfit = matches!(taken, Taken::SourceMisfit { .. });
            view.issue = Some(if misfit {
                "source-columns"
            } else {
                "file-unknown"
            });
            view.header_line = likeliest(head, shapes);
            view.columns = of_header(head, view.header_line, None);
            view.proposal = propose(&view.columns, shapes);
        }
        Taken::Empty => view.issue = Some("file-empty"),
    }
    view
}

fn of_header(head: &[HeadRow], line: u32, plan: Option<&Plan>) -> Vec<ColumnView> {
    let Some(row) = head.iter().find(|r| r.line == line) else {
        return Vec::new();
    };
    let samples = |at: usize| {
        let values = head
            .iter()
            .filter(|r| r.line > line)
            .filter_map(|r| r.cells.get(at))
            .map(|c| c.trim().to_owned())
            .filter(|c| !c.is_empty());
        values.take(SAMPLES).collect()
    };
    let columns = row.cells.iter().enumerate().map(|(at, header)| ColumnView {
        header: header.trim().to_owned(),
        field: plan.and_then(|p| p.columns.field(at)),
        samples: samples(at),
    });
    columns.collect()
}

/// Line of the row that is most like a header: most cells like known ones, then most cells.
fn likeliest(head: &[HeadRow], shapes: &Shapes) -> u32 {
    let score = |row: &HeadRow| {
        let known = |cell: &&String| {
            let key = key(cell);
            !key.is_empty() && shapes.aliases.iter().any(|a| a.key == key)
        };
        let filled = row.cells.iter().filter(|c| !c.trim().is_empty()).count();
        (row.cells.iter().filter(known).count(), filled)
    };
    let rows = head.iter().take(shapes.depth);
    rows.rev()
        .max_by_key(|row| score(row))
        .map_or(0, |row| row.line)
}

/// The kind of input whose known headers are most like these, with the mapping.
fn propose(columns: &[ColumnView], shapes: &Shapes) -> Option<Proposal> {
    let mut best: Option<(f64, Proposal)> = None;
    for kind in Input::ALL {
        let of_kind = |shape: usize| {
            shapes
                .list
                .get(shape)
                .is_some_and(|s| s.input == Some(*kind) && !s.asked)
        };
        let mut likes: Vec<(f64, usize, Field)> = Vec::new();
        for (at, column) in columns.iter().take(COMPARED).enumerate() {
            let header = key(&column.header);
            if header.is_empty() || header.chars().count() > HEADER {
                continue;
            }
            for alias in shapes.aliases.iter().filter(|a| of_kind(a.shape)) {
                let like = likeness(&header, &alias.key);
                if like >= ALIKE {
                    likes.push((like, at, alias.field));
                }
            }
        }
        likes.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
        let (mut mapped, mut taken, mut sum) = (BTreeMap::new(), vec![false; columns.len()], 0.0);
        for (like, at, field) in likes {
            if !taken[at] && !mapped.contains_key(&field) {
                taken[at] = true;
                mapped.insert(field, columns[at].header.clone());
                sum += like;
            }
        }
        let whole = shapes.list.iter().any(|s| {
            // What only fits because the caller says so is no guess.
            s.input == Some(*kind)
                && !s.asked
                && !s.required.is_empty()
                && s.required.iter().all(|f| mapped.contains_key(f))
                && (s.any.is_empty() || s.any.iter().any(|f| mapped.contains_key(f)))
        });
        // A kind whose needs are met goes before one with more columns alike.
        let score = sum + if whole { 100.0 } else { 0.0 };
        if !mapped.is_empty() && best.as_ref().is_none_or(|(s, _)| score > *s) {
            let proposal = Proposal {
                kind: *kind,
                columns: mapped,
                incomplete: !whole,
            };
            best = Some((score, proposal));
        }
    }
    best.map(|(_, proposal)| proposal)
}

/// How alike two keys are, 0 to 1: one inside the other (単価 in 単価税込), or few letters apart.
fn likeness(header: &str, alias: &str) -> f64 {
    if header == alias {
        return 1.0;
    }
    let long_enough = alias.chars().count() >= 2 && alias.len() >= 4;
    if long_enough && (header.starts_with(alias) || header.ends_with(alias)) {
        return 0.9;
    }
    strsim::normalized_levenshtein(header, alias)
}
