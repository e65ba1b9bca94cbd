//! The rows of a file to look at: which column is what, and the rows in batches.

use crate::cmd::{Stop, load, unread};
use crate::model::Field;
use crate::read::rows::{Hints, Row, Table};
use crate::read::{Shapes, key};
use std::ops::ControlFlow;
use std::path::Path;

/// Rows that are looked at together; a file is never held as a whole.
const BATCH: usize = 4096;

/// One row to look at.
#[derive(Clone, Debug, Default)]
pub(super) struct Item {
    /// Its id, else its line.
    pub(super) id: String,
    /// Title.
    pub(super) title: String,
    /// Brand of the page; may be empty.
    pub(super) brand: String,
    /// Condition note; may be empty.
    pub(super) note: String,
}

/// A row that could not be taken.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bad {
    pub(super) line: u32,
    /// The message that says why.
    pub(super) why: &'static str,
}

/// What a batch of rows holds: items and bad rows in the order of the file.
pub(super) type Batch = Vec<Result<Item, Bad>>;

/// Places of the columns.
#[derive(Clone, Copy, Debug)]
struct Columns {
    id: Option<usize>,
    title: usize,
    brand: Option<usize>,
    note: Option<usize>,
}

impl Columns {
    /// Finds the columns by their own names, else by those of the known exports.
    fn of(cells: &[String], shapes: &Shapes) -> Option<Self> {
        let keys: Vec<String> = cells.iter().map(|cell| key(cell)).collect();
        let find = |own: &[&str], field: Field| {
            let mut own = own.iter().map(|name| key(name));
            let by_name = own.find_map(|name| keys.iter().position(|cell| *cell == name));
            let alias = |cell: &String| {
                let mut aliases = shapes.aliases.iter();
                aliases.any(|alias| alias.field == field && alias.key == *cell)
            };
            by_name.or_else(|| keys.iter().position(alias))
        };
        let id = find(&["id"], Field::Sku).or_else(|| find(&[], Field::Asin));
        Some(Self {
            id,
            title: find(&["title"], Field::Title)?,
            brand: find(&["brand_field", "brand"], Field::Brand),
            note: find(&["note"], Field::Note),
        })
    }

    fn item(&self, row: &Row<'_>) -> Result<Item, Bad> {
        let bad = |why| Bad {
            line: row.line(),
            why,
        };
        if row.fault().is_some() {
            return Err(bad("inspect-row-broken"));
        }
        let places = [self.id, Some(self.title), self.brand, self.note];
        if places.iter().flatten().any(|at| row.undecodable(*at)) {
            return Err(bad("inspect-row-encoding"));
        }
        let cell =
            |at: Option<usize>| at.map_or(String::new(), |at| row.cell(at).trim().to_owned());
        let title = cell(Some(self.title));
        if title.is_empty() {
            return Err(bad("inspect-row-empty"));
        }
        let id = Some(cell(self.id)).filter(|id| !id.is_empty());
        Ok(Item {
            id: id.unwrap_or_else(|| row.line().to_string()),
            title,
            brand: cell(self.brand),
            note: cell(self.note),
        })
    }
}

/// Gives the rows of a file to `take`, batch by batch; `encoding` is that of the config.
///
/// # Errors
/// When the file cannot be read, has no column with titles, and whatever `take` returns.
pub(super) fn each(
    path: &Path,
    shapes: &Shapes,
    encoding: Option<&str>,
    take: &mut dyn FnMut(Batch) -> Result<(), Stop>,
) -> Result<(), Stop> {
    let shown = path.display().to_string();
    let unreadable = |error| unread::opened(&shown, &error);
    let hints = Hints {
        encoding,
        ..Hints::default()
    };
    let tables = Table::open(path, &hints).map_err(unreadable)?;
    let mut any = false;
    for table in &tables {
        let heads = table.head(shapes.depth.max(1)).iter();
        let mut heads = heads.map(|head| (head.line, Columns::of(&head.cells, shapes)));
        let Some((line, columns)) = heads.find_map(|(line, found)| Some((line, found?))) else {
            continue;
        };
        any = true;
        let (mut batch, mut failed) = (Batch::with_capacity(BATCH), None);
        let read = table.rows(table.quoting(), line, &mut |row| {
            if !row.is_blank() {
                batch.push(columns.item(row));
            }
            if batch.len() < BATCH {
                return ControlFlow::Continue(());
            }
            match take(std::mem::take(&mut batch)) {
                Ok(()) => ControlFlow::Continue(()),
                Err(stop) => {
                    failed = Some(stop);
                    ControlFlow::Break(())
                }
            }
        });
        read.map_err(unreadable)?;
        match failed {
            Some(stop) => return Err(stop),
            None => take(batch)?,
        }
    }
    match any {
        true => Ok(()),
        false => Err(load::said_of("inspect-no-title", path)),
    }
}
