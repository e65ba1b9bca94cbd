//! The coverage ids of the field: the causes a rule can say it covers, and what no rule can see.

use super::PackFile;
use crate::model::{Family, Lang};
use crate::tomltree::Problem;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The file of the ids inside the shipped pack.
pub(super) const FILE: &str = "coverage.csv";

/// How far a cause can be seen in what a seller can hand in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Reach {
    /// Fully, offline.
    #[serde(rename = "F")]
    Full,
    /// Fully where the files tell it, else by a proxy.
    #[serde(rename = "F/P")]
    Partial,
    /// By a proxy only: an indication.
    #[serde(rename = "P")]
    Proxy,
    /// Not at all.
    #[serde(rename = "N")]
    Never,
}

impl Reach {
    /// Its letters.
    #[must_use]
    pub fn letters(self) -> &'static str {
        match self {
            Self::Full => "F",
            Self::Partial => "F/P",
            Self::Proxy => "P",
            Self::Never => "N",
        }
    }
}

/// What one coverage id stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Covered {
    /// Family it belongs to.
    pub family: Family,
    /// Short text, by language.
    pub text: BTreeMap<Lang, String>,
    /// How far it can be seen.
    pub reach: Reach,
    /// What is not seen of it, by language; empty when there is nothing to say.
    pub limit: BTreeMap<Lang, String>,
    /// Why no rule covers it, or what does instead, by language; empty when a rule should.
    pub without: BTreeMap<Lang, String>,
}

#[derive(Deserialize)]
struct Row {
    id: String,
    family: Family,
    ja: String,
    en: String,
    kind: Reach,
    limit_ja: String,
    limit_en: String,
    without_ja: String,
    without_en: String,
}

/// Reads the ids; a row that cannot be taken is a problem.
pub(super) fn parse(files: &[PackFile], problems: &mut Vec<Problem>) -> BTreeMap<String, Covered> {
    let mut ids = BTreeMap::new();
    for file in files.iter().filter(|f| f.path == FILE) {
        let mut reader = csv::Reader::from_reader(file.text.as_bytes());
        for (index, row) in reader.deserialize::<Row>().enumerate() {
            let line = index as u32 + 2;
            match row {
                Ok(row) if ![&row.id, &row.ja, &row.en].iter().any(|t| t.is_empty()) => {
                    let (id, covered) = covered(row);
                    ids.insert(id, covered);
                }
                _ => problems.push(Problem::on_line(
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

fn covered(row: Row) -> (String, Covered) {
    let both = |ja: String, en: String| {
        let texts = [(Lang::Ja, ja), (Lang::En, en)];
        texts
            .into_iter()
            .filter(|(_, text)| !text.is_empty())
            .collect()
    };
    let covered = Covered {
        family: row.family,
        text: both(row.ja, row.en),
        reach: row.kind,
        limit: both(row.limit_ja, row.limit_en),
        without: both(row.without_ja, row.without_en),
    };
    (row.id, covered)
}
