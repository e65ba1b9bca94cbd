//! What a table was taken for: which column is which field, where the rows begin, what is fixed.

use super::issues::Issues;
use super::options::SourceMap;
use super::rows::{HeadRow, Quoting, Table};
use super::shapes::{QuotingRule, Shape, Shapes, key};
use crate::model::{Field, Input, Route, SalesReport, SupplierClass};

const FIELDS: usize = Field::ALL.len();
const NONE: u16 = u16::MAX;

/// Column numbers by field.
#[derive(Clone, Debug)]
pub struct Columns {
    first: [u16; FIELDS],
    /// Further columns of a field, read where the ones before them are empty.
    more: Vec<(Field, u16)>,
    /// Headers as written.
    pub headers: Vec<String>,
}

impl Columns {
    fn new(headers: Vec<String>) -> Self {
        Self {
            first: [NONE; FIELDS],
            more: Vec::new(),
            headers,
        }
    }

    /// The column of a field.
    #[must_use]
    pub fn get(&self, field: Field) -> Option<usize> {
        let at = self.first[field as usize];
        (at != NONE).then_some(usize::from(at))
    }

    /// Further columns of a field.
    pub fn more(&self, field: Field) -> impl Iterator<Item = usize> + '_ {
        self.more
            .iter()
            .filter(move |(f, _)| *f == field)
            .map(|(_, at)| usize::from(*at))
    }

    /// True when some column is that field.
    #[must_use]
    pub fn has(&self, field: Field) -> bool {
        self.first[field as usize] != NONE
    }

    /// The field of a column.
    #[must_use]
    pub fn field(&self, at: usize) -> Option<Field> {
        Field::ALL
            .iter()
            .copied()
            .find(|f| self.get(*f) == Some(at) || self.more(*f).any(|m| m == at))
    }

    /// Header of a column; empty past the end.
    #[must_use]
    pub fn header(&self, at: usize) -> &str {
        self.headers.get(at).map_or("", String::as_str)
    }

    fn put(&mut self, field: Field, at: usize) {
        let at = u16::try_from(at).unwrap_or(NONE);
        if self.has(field) {
            self.more.push((field, at));
        } else {
            self.first[field as usize] = at;
        }
    }
}

/// A row to be left because of the cell in one column.
#[derive(Clone, Debug)]
pub struct SkipAt {
    /// Column.
    pub at: usize,
    /// Keys of the cell.
    pub words: Vec<String>,
    /// Issue that says why.
    pub issue: &'static str,
}

/// How to read one table.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Id of the shape; `source` for a mapping of the config.
    pub shape: String,
    /// What the rows become.
    pub input: Input,
    /// Line of the header; rows begin behind it.
    pub header_line: u32,
    /// Columns.
    pub columns: Columns,
    /// Quoting.
    pub quoting: Quoting,
    /// Headers that stand twice, each with its field.
    pub twice: Vec<(Field, String)>,
    /// Headers the mapping names that are not there.
    pub absent: Vec<String>,
    /// Report of the sales.
    pub report: SalesReport,
    /// Class of rows that name none.
    pub class: Option<SupplierClass>,
    /// Supplier of rows that name none.
    pub supplier: Option<String>,
    /// Route of rows that name none.
    pub route: Option<Route>,
    /// How dates are written.
    pub date_format: Option<String>,
    /// Rows to leave.
    pub skip: Vec<SkipAt>,
}

/// What a table was recognised as.
#[derive(Debug)]
pub enum Taken {
    /// To be read.
    Plan(Box<Plan>),
    /// A known shape that is left.
    Rejected {
        /// Id of the shape.
        shape: String,
        /// Issue that says why; `None` where there is nothing to say.
        issue: Option<&'static str>,
    },
    /// A mapping of the config is for it, but none of its columns is there.
    SourceMisfit {
        /// The headers it names.
        wanted: Vec<String>,
    },
    /// No known shape; whether it looks like a table at all.
    Unknown {
        /// At least two rows of three cells or more.
        tableish: bool,
    },
    /// No row with a cell.
    Empty,
}

/// Recognises a table by its first rows.
#[must_use]
pub fn recognise(table: &Table, shapes: &Shapes, source: Option<&SourceMap>) -> Taken {
    let head = table.head(shapes.depth);
    if head
        .iter()
        .all(|r| r.cells.iter().all(|c| c.trim().is_empty()))
    {
        return Taken::Empty;
    }
    let keys: Vec<Vec<String>> = head
        .iter()
        .map(|r| r.cells.iter().map(|c| key(c)).collect())
        .collect();
    let taken = match source {
        Some(source) if !source.columns.is_empty() => {
            return by_source(table, head, &keys, source);
        }
        Some(source) => by_shapes(table, head, &keys, shapes, Some(source.kind)).map(|t| match t {
            Taken::Plan(plan) => Taken::Plan(Box::new(fixed(*plan, source))),
            other => other,
        }),
        None => by_shapes(table, head, &keys, shapes, None),
    };
    taken.unwrap_or_else(|| Taken::Unknown {
        tableish: tableish(head),
    })
}

/// Two rows of three cells or more, with one width: prose and logs seldom look so.
fn tableish(head: &[HeadRow]) -> bool {
    head.windows(2)
        .any(|w| w[0].cells.len() >= 3 && w[0].cells.len() == w[1].cells.len())
}

fn by_shapes(
    table: &Table,
    head: &[HeadRow],
    keys: &[Vec<String>],
    shapes: &Shapes,
    kind: Option<Input>,
) -> Option<Taken> {
    for (row, keys) in head.iter().zip(keys) {
        let mut best: Option<(usize, &Shape)> = None;
        for shape in &shapes.list {
            if kind.is_some_and(|k| shape.input != Some(k)) || (shape.asked && kind.is_none()) {
                continue;
            }
            // What kenpin wrote or asked for itself has headers that nothing else has together. Else
            // a shape that can be read goes before one that is left; then more fields win, then the
            // order of the list.
            let score = match fit(shape, keys) {
                Some(fields) if shape.quiet => fields + 2_000,
                Some(fields) => fields + if shape.input.is_some() { 1_000 } else { 0 },
                None => continue,
            };
            if best.is_none_or(|(s, _)| score > s) {
                best = Some((score, shape));
            }
        }
        let Some((_, shape)) = best else { continue };
        let Some(input) = shape.input else {
            return (shape.quiet || shape.reject.is_some()).then(|| Taken::Rejected {
                shape: shape.id.clone(),
                issue: shape.reject,
            });
        };
        return Some(Taken::Plan(Box::new(plan(table, row, keys, shape, input))));
    }
    None
}

/// How many columns of a header a shape knows; `None` when it is no header of that shape.
fn fit(shape: &Shape, keys: &[String]) -> Option<usize> {
    if !shape.first.is_empty() {
        let first = keys.first()?;
        return (keys.len() == shape.columns && shape.first.contains(first)).then_some(1);
    }
    if shape.required.is_empty() && shape.headers.is_empty() {
        return None;
    }
    let has = |field: &Field| {
        keys.iter()
            .any(|k| shape.fields.get(k).is_some_and(|(f, _)| f == field))
    };
    let fits = shape.required.iter().all(has)
        && (shape.any.is_empty() || shape.any.iter().any(has))
        && shape.headers.iter().all(|h| keys.contains(h));
    fits.then(|| {
        let known = keys
            .iter()
            .filter(|k| shape.fields.contains_key(*k))
            .count();
        known + shape.headers.len()
    })
}

fn plan(table: &Table, row: &HeadRow, keys: &[String], shape: &Shape, input: Input) -> Plan {
    let mut columns = Columns::new(row.cells.iter().map(|c| c.trim().to_owned()).collect());
    let mut known: Vec<(u16, usize, Field)> = keys
        .iter()
        .enumerate()
        .filter_map(|(at, k)| shape.fields.get(k).map(|(field, rank)| (*rank, at, *field)))
        .collect();
    known.sort_unstable();
    let mut twice = Vec::new();
    for (n, (rank, at, field)) in known.iter().enumerate() {
        if n > 0 && known[n - 1].0 == *rank {
            twice.push((*field, columns.header(*at).to_owned()));
        } else {
            columns.put(*field, *at);
        }
    }
    let skip = shape
        .skip
        .iter()
        .filter_map(|s| {
            let at = keys.iter().position(|k| *k == s.header)?;
            Some(SkipAt {
                at,
                words: s.words.clone(),
                issue: s.issue,
            })
        })
        .collect();
    let tab = table.delimiter() == Some(b'\t');
    Plan {
        shape: shape.id.clone(),
        input,
        header_line: row.line,
        columns,
        quoting: match shape.quoting {
            QuotingRule::On => Quoting::On,
            QuotingRule::Off => Quoting::Off,
            // A tab-separated file whose header cells are all quoted was written by a spreadsheet;
            // the reader of the head has told it so.
            QuotingRule::TabOff if tab => table.quoting(),
            QuotingRule::TabOff => Quoting::On,
        },
        twice,
        absent: Vec::new(),
        report: shape.report.unwrap_or(SalesReport::Orders),
        class: shape.class,
        supplier: shape.supplier.clone(),
        route: None,
        date_format: shape.date_format.clone(),
        skip,
    }
}

/// What the mapping fixes goes before what the shape fixes.
fn fixed(mut plan: Plan, source: &SourceMap) -> Plan {
    plan.class = source.class.or(plan.class);
    plan.supplier = source.supplier.clone().or(plan.supplier);
    plan.route = source.route.or(plan.route);
    plan.date_format = source.date_format.clone().or(plan.date_format);
    plan
}

fn by_source(table: &Table, head: &[HeadRow], keys: &[Vec<String>], source: &SourceMap) -> Taken {
    let wanted: Vec<(Field, &String, String)> = source
        .columns
        .iter()
        .map(|(field, header)| (*field, header, key(header)))
        .collect();
    let found = |keys: &Vec<String>| wanted.iter().filter(|(_, _, k)| keys.contains(k)).count();
    let rows = head.iter().zip(keys);
    let best = match source.header_line {
        Some(line) => rows.into_iter().find(|(row, _)| row.line == line),
        // Of rows that are equally good the first is the header.
        None => rows.rev().max_by_key(|(_, keys)| found(keys)),
    };
    let Some((row, keys)) = best.filter(|(_, keys)| found(keys) > 0) else {
        return Taken::SourceMisfit {
            wanted: wanted.iter().map(|(_, h, _)| (*h).clone()).collect(),
        };
    };
    let mut columns = Columns::new(row.cells.iter().map(|c| c.trim().to_owned()).collect());
    let mut absent = Vec::new();
    for (field, header, wanted) in &wanted {
        match keys.iter().position(|k| k == wanted) {
            Some(at) => columns.put(*field, at),
            None => absent.push((*header).clone()),
        }
    }
    let plan = Plan {
        shape: "source".to_owned(),
        input: source.kind,
        header_line: row.line,
        columns,
        quoting: table.quoting(),
        twice: Vec::new(),
        absent,
        report: SalesReport::Orders,
        class: None,
        supplier: None,
        route: None,
        date_format: None,
        skip: Vec::new(),
    };
    Taken::Plan(Box::new(fixed(plan, source)))
}

impl Plan {
    /// Headers of the columns that no field takes.
    #[must_use]
    pub fn left(&self) -> Vec<String> {
        (0..self.columns.headers.len())
            .filter(|at| self.columns.field(*at).is_none())
            .map(|at| self.columns.header(at).to_owned())
            .filter(|h| !h.is_empty())
            .collect()
    }

    /// Tells what is odd about the header.
    pub fn report(&self, path: &str, issues: &mut Issues) {
        use super::issues::{Done, Spot};
        use crate::model::Value;
        for (field, header) in &self.twice {
            let spot = Spot {
                line: self.header_line,
                column: header,
            };
            let values = [("field", Value::word(field))];
            issues.add(path, spot, "column-twice", header, Done::Noted, &values);
        }
        if !self.absent.is_empty() {
            let spot = Spot {
                line: self.header_line,
                column: "",
            };
            let wanted = self.absent.join(", ");
            issues.add(path, spot, "source-columns", &wanted, Done::Noted, &[]);
        }
    }
}
