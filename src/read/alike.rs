//! Things that many rows have alike: told once per column, with their number and first place.

use super::cell::Repair;
use super::issues::{Done, Issues, Spot};
use super::plan::Columns;
use crate::model::Value;

/// What makes two of them the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Same {
    key: &'static str,
    /// Column; `None` for a thing of the whole row.
    at: Option<usize>,
    repair: Option<Repair>,
}

impl Same {
    /// An issue of whole rows.
    #[must_use]
    pub fn row(key: &'static str) -> Self {
        Self {
            key,
            at: None,
            repair: None,
        }
    }

    /// A repair that a column needs again and again.
    #[must_use]
    pub fn repair(at: usize, repair: Repair) -> Self {
        Self {
            key: "repaired-alike",
            at: Some(at),
            repair: Some(repair),
        }
    }
}

#[derive(Debug)]
struct Counted {
    same: Same,
    line: u32,
    value: String,
    done: Done,
    count: u64,
}

/// The counts of one table; a handful of them, so that a list is enough.
#[derive(Debug, Default)]
pub struct Tally(Vec<Counted>);

impl Tally {
    /// Counts one more; the first one's line and value are kept.
    pub fn count(&mut self, same: Same, line: u32, value: &str, done: Done) {
        match self.0.iter_mut().find(|c| c.same == same) {
            Some(counted) => counted.count += 1,
            None => self.0.push(Counted {
                same,
                line,
                value: value.to_owned(),
                done,
                count: 1,
            }),
        }
    }

    /// Tells all of them as issues of a file.
    pub fn tell(self, columns: &Columns, path: &str, issues: &mut Issues) {
        for counted in self.0 {
            let mut values = vec![("count", Value::from(counted.count))];
            if let Some(repair) = counted.same.repair {
                values.push(("repair", Value::word(repair.key())));
            }
            let spot = Spot {
                line: counted.line,
                column: counted.same.at.map_or("", |at| columns.header(at)),
            };
            let (key, value) = (counted.same.key, &counted.value);
            issues.add(path, spot, key, value, counted.done, &values);
        }
    }
}
