//! The coverage ids of the field (C01 to C90): the causes a rule can say it covers.

use super::PackFile;
use crate::model::{Family, Lang};
use crate::tomltree::Problem;
use std::collections::BTreeMap;

/// The file of the ids inside the shipped pack.
pub(super) const FILE: &str = "coverage.csv";

/// What one coverage id stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Covered {
    /// Family it belongs to.
    pub family: Family,
    /// Short text, by language.
    pub text: BTreeMap<Lang, String>,
}

/// Reads the ids; a row that cannot be taken is a problem.
pub(super) fn parse(files: &[PackFile], problems: &mut Vec<Problem>) -> BTreeMap<String, Covered> {
    let mut ids = BTreeMap::new();
    for file in files.iter().filter(|f| f.path == FILE) {
        let mut reader = csv::ReaderBuilder::new()
            .flexible(true)
            .from_reader(file.text.as_bytes());
        for (index, row) in reader.records().enumerate() {
            let line = index as u32 + 2;
            let parsed = row.ok().and_then(|row| {
                let text = |at: usize| row.get(at).filter(|t| !t.is_empty()).map(str::to_owned);
                let covered = Covered {
                    family: Family::from_word(row.get(1)?)?,
                    text: BTreeMap::from([(Lang::Ja, text(2)?), (Lang::En, text(3)?)]),
                };
                Some((text(0)?, covered))
            });
            match parsed {
                Some((id, covered)) => {
                    ids.insert(id, covered);
                }
                None => problems.push(Problem::on_line(
                    &file.shown,
                    &file.text,
                    line,
                    "coverage-row",
                )),
            }
        }
    }
    ids
}
