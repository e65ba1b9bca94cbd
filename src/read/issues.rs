//! What went wrong while reading: one closed list of keys, and a collector that keeps it short.

use crate::model::{Issue, Place, Value};
use std::collections::BTreeMap;

/// Every issue key that reading files into tables can give; the message `issue-<key>` says it.
///
/// `{file}`, `{line}`, `{column}` come from the place, `{value}` is the value as it stood; the names
/// behind a key are further values. Repairs of a cell have the keys of [`super::cell::Repair`].
pub const ISSUE_KEYS: &[(&str, &[&str])] = &[
    // A whole file.
    // Looks like a table, but no known shape fits its header. Value: the header cells, cut.
    ("file-unknown", &[]),
    // Has no byte, or no row with a cell.
    ("file-empty", &[]),
    // The same bytes as another file, read once. Value: the other file.
    ("file-twice", &[]),
    ("file-older", &[]),
    // Known, but of no use here: ペイメント > トランザクション表示 has no SKU, ASIN or quantity.
    ("file-payments", &[]),
    // Known, but of no use here: an accounting journal names no product.
    ("file-accounting", &[]),
    // Known, but of no use here: a marketplace list names no product code or quantity.
    ("file-marketplace", &[]),
    // A shipment plan that was not asked about: only the gate judges one.
    ("file-inbound", &[]),
    // Known, but not one of the inputs yet: planning, restock, stranded or ledger report.
    ("file-other-report", &[]),
    // The four of [`super::rows::OpenError`] that only leave a file found in a folder: named like a
    // table, but no text; a zip archive; a workbook that is no .xlsx; a build that reads none.
    ("file-binary", &[]),
    ("file-archive", &[]),
    ("file-other-workbook", &[]),
    ("file-no-workbooks", &[]),
    // Named .json, but breaks off or is no JSON. Value: the line where it breaks.
    ("json-broken", &[]),
    // A part of an account-health report is about another marketplace. Value: its id.
    ("health-marketplace", &[]),
    // A value of an account-health report that cannot be; `{column}` is its name.
    ("health-value", &[]),
    // A `[[source]]` fits the file name, but the named columns are not in its header. Value: them.
    ("source-columns", &[]),
    // A folder lies deeper than folders are followed. Value: the folder.
    ("folder-deep", &["limit"]),
    // A folder is a link and was not followed. Value: the folder.
    ("folder-link", &[]),
    // A folder could not be listed. Value: the cause.
    ("folder-unreadable", &[]),
    // A column of the header.
    // Two columns mean the same field; the first is read. Value: the second header.
    ("column-twice", &["field"]),
    // A row.
    // More or fewer cells than the header has columns: nothing of it is read, columns never shift.
    ("row-width", &["cells", "columns"]),
    // The three of [`super::rows::Fault`]: what there is of the row is not taken.
    ("row-too-many-cells", &["cells", "columns"]),
    ("row-too-long", &["cells", "columns"]),
    ("row-unclosed-quote", &["cells", "columns"]),
    // A listing or stock row without a SKU.
    ("sku-missing", &[]),
    // A catalogue or pledge row without an ASIN.
    ("asin-missing", &[]),
    // A supplier row without a name.
    ("supplier-missing", &[]),
    // A sale or return that names neither SKU nor ASIN.
    ("product-missing", &[]),
    // A sale or return without units.
    ("units-missing", &[]),
    // A sale without a day; it cannot be placed in any window.
    ("day-missing", &[]),
    // An order outside Amazon (multi-channel fulfilment): known, never counted. Counted per file.
    ("not-amazon-order", &["count"]),
    // A row of an antique-dealer ledger that is a sale. Counted per file.
    ("not-purchase", &["count"]),
    // A gift card or top-up in the purchase history, no goods. Counted per file.
    ("gift-card", &["count"]),
    // A listing whose product id is of another kind than ASIN, JAN, UPC or ISBN.
    ("product-id-kind", &[]),
    // A cell.
    // Bytes that are no text in the file's encoding; they are shown as U+FFFD.
    ("undecodable", &["encoding"]),
    // No ASIN: ten letters and digits.
    ("asin-bad", &[]),
    // No JAN, EAN, UPC or ISBN: wrong length or check digit. Kept for the rules as written.
    ("jan-bad", &[]),
    // Not a whole number of units.
    ("units-bad", &[]),
    // Not an amount in yen.
    ("yen-bad", &[]),
    // Not a date.
    ("day-bad", &[]),
    // A word that is none of the known ones of its column.
    ("word-unknown", &["field"]),
    // A cell was repaired in the same way in many rows; shown once per column.
    ("repaired-alike", &["repair", "count"]),
    // Documents.
    // Two document files of one name in different folders; the first is taken. Value: the second.
    ("document-twice", &[]),
    // More of one key in one file than are listed one by one.
    ("more", &["key", "count"]),
];

/// Detailed issues per file and key; a file that is wrong all over must not flood the report.
const DETAILED: u32 = 1_000;

/// Characters of a value that an issue keeps.
const VALUE: usize = 120;

/// What was done about an issue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// The value was put right, with certainty.
    Repaired,
    /// The cell counts as empty.
    CellIgnored,
    /// The row was not taken.
    RowIgnored,
    /// The file was not taken.
    FileIgnored,
    /// Taken as it stood.
    Noted,
}

impl Done {
    /// The word in [`Issue::done`].
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Repaired => "repaired",
            Self::CellIgnored => "cell-ignored",
            Self::RowIgnored => "row-ignored",
            Self::FileIgnored => "file-ignored",
            Self::Noted => "noted",
        }
    }
}

/// Where in the current file an issue stands.
#[derive(Clone, Copy, Debug, Default)]
pub struct Spot<'a> {
    /// Line from 1; 0 for the whole file.
    pub line: u32,
    /// Header of the column; empty for the whole row.
    pub column: &'a str,
}

/// Collects the issues of one file after the other.
#[derive(Debug, Default)]
pub struct Issues {
    list: Vec<Issue>,
    /// How often each key came up in the current file.
    counts: BTreeMap<&'static str, u32>,
}

impl Issues {
    /// Adds an issue of the current file, unless its key came up too often there.
    pub fn add(
        &mut self,
        file: &str,
        spot: Spot<'_>,
        key: &'static str,
        value: &str,
        done: Done,
        values: &[(&str, Value)],
    ) {
        let count = self.counts.entry(key).or_default();
        *count += 1;
        if *count > DETAILED {
            return;
        }
        self.list.push(Issue {
            key: key.to_owned(),
            at: Place {
                file: file.into(),
                line: (spot.line > 0).then_some(spot.line),
                column: (!spot.column.is_empty()).then(|| spot.column.to_owned()),
            },
            value: cut(value),
            done: done.word().to_owned(),
            values: values
                .iter()
                .map(|(name, value)| ((*name).to_owned(), value.clone()))
                .collect(),
        });
    }

    /// Ends the current file: tells what was counted only.
    pub fn end_file(&mut self, file: &str) {
        for (key, count) in std::mem::take(&mut self.counts) {
            if count > DETAILED {
                let values = [
                    ("key", Value::word(key)),
                    ("count", Value::from(count - DETAILED)),
                ];
                self.add(file, Spot::default(), "more", "", Done::Noted, &values);
            }
        }
        self.counts.clear();
    }

    /// All issues, in the order of the files.
    #[must_use]
    pub fn into_list(self) -> Vec<Issue> {
        self.list
    }
}

/// The value, cut to a printable length at a character's edge.
fn cut(value: &str) -> String {
    match value.char_indices().nth(VALUE) {
        Some((end, _)) => format!("{}…", &value[..end]),
        None => value.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flood_is_cut_and_counted() {
        let mut issues = Issues::default();
        for line in 1..=1_500 {
            let spot = Spot {
                line,
                column: "数量",
            };
            issues.add("a.csv", spot, "units-bad", "x", Done::CellIgnored, &[]);
        }
        issues.end_file("a.csv");
        let list = issues.into_list();
        assert_eq!(list.len(), 1_001);
        let last = &list[1_000];
        assert_eq!((last.key.as_str(), last.at.line), ("more", None));
        assert_eq!(last.values["count"], Value::Int(500));
    }

    #[test]
    fn a_long_value_is_cut_between_characters() {
        assert_eq!(cut(&"検".repeat(121)).chars().count(), 121);
        assert_eq!(cut("検品"), "検品");
    }
}
