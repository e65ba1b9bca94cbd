//! The export shapes that are known, as `data/exports.toml` and `data/columns.csv` state them.

use super::issues::ISSUE_KEYS;
use super::words::Words;
use crate::model::{Field, Input, Lang, SalesReport, SupplierClass};
use crate::text::fold;
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};

/// How headers and words are compared: folded, without any blank.
#[must_use]
pub fn key(text: &str) -> String {
    let mut folded = fold(text);
    folded.retain(|c| !c.is_whitespace() && c != '\u{feff}');
    folded
}

/// When `"` encloses a cell in files of a shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum QuotingRule {
    /// Always data.
    Off,
    /// Always RFC 4180.
    On,
    /// Data in tab-separated files, RFC 4180 in others: Seller Central offers both downloads.
    TabOff,
}

/// Rows of a shape that are left, because of one cell.
#[derive(Clone, Debug)]
pub struct Skip {
    /// Key of the column's header.
    pub header: String,
    /// Keys of the cell that make a row to be left.
    pub words: Vec<String>,
    /// Issue that says why.
    pub issue: &'static str,
}

/// One export shape.
#[derive(Clone, Debug)]
pub struct Shape {
    /// Id, as `InputFile::shape` carries it.
    pub id: String,
    /// What its rows become; `None` for a shape that is only recognised and left.
    pub input: Option<Input>,
    /// What Seller Central or the tool calls it.
    pub name: BTreeMap<Lang, String>,
    /// Where the Japanese menus offer it; empty where they do not.
    pub menu: String,
    /// Fields that the header must have.
    pub required: Vec<Field>,
    /// Fields of which the header must have one; empty for no such need.
    pub any: Vec<Field>,
    /// Keys of further headers that must be there.
    pub headers: Vec<String>,
    /// Quoting.
    pub quoting: QuotingRule,
    /// Report of its sales.
    pub report: Option<SalesReport>,
    /// Class of every supplier in it.
    pub class: Option<SupplierClass>,
    /// Supplier where no column names one.
    pub supplier: Option<String>,
    /// Rows to leave.
    pub skip: Vec<Skip>,
    /// Issue that says why a file of this shape is left.
    pub reject: Option<&'static str>,
    /// Left without an issue: a file of kenpin's own, such as an earlier report.
    pub quiet: bool,
    /// Only taken for this where the caller says what the file is: its header says too little.
    pub asked: bool,
    /// How dates are written (strftime), where no usual way fits.
    pub date_format: Option<String>,
    /// Keys of words in the name of a sheet that only shows how to fill in the others.
    pub not_sheets: Vec<String>,
    /// Keys of the first cell of a file without a header.
    pub first: Vec<String>,
    /// Cells per row of a file without a header.
    pub columns: usize,
    /// Field of each known header's key, with its rank among the headers of that field.
    pub fields: HashMap<String, (Field, u16)>,
}

/// A header as `data/columns.csv` states it.
#[derive(Clone, Debug)]
pub struct Alias {
    /// Place of its shape in [`Shapes::list`].
    pub shape: usize,
    /// Field it fills.
    pub field: Field,
    /// The header as written.
    pub header: String,
    /// Its key.
    pub key: String,
}

/// All shapes, their headers, and the words of their cells.
#[derive(Clone, Debug)]
pub struct Shapes {
    /// Lines searched for the header.
    pub depth: usize,
    /// The shapes, in order of preference.
    pub list: Vec<Shape>,
    /// All headers, for proposals.
    pub aliases: Vec<Alias>,
    /// Words of cells.
    pub words: Words,
}

/// What is wrong with the shipped facts about exports; a test keeps them right.
#[derive(Debug, thiserror::Error)]
pub enum ShapesError {
    /// `exports.toml` is no TOML of the right form.
    #[error("exports.toml: {0}")]
    Exports(#[from] toml::de::Error),
    /// `columns.csv` or `values.csv` is no CSV of the right form.
    #[error("{0}: {1}")]
    Csv(&'static str, csv::Error),
    /// A row names something that does not exist.
    #[error("{0}: {1} is not known")]
    Unknown(&'static str, String),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExportsFile {
    depth: usize,
    export: Vec<ExportEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExportEntry {
    id: String,
    input: Option<Input>,
    name: BTreeMap<Lang, String>,
    menu: String,
    #[serde(default)]
    required: Vec<Field>,
    #[serde(default)]
    any: Vec<Field>,
    #[serde(default)]
    headers: Vec<String>,
    quoting: QuotingRule,
    report: Option<SalesReport>,
    class: Option<SupplierClass>,
    supplier: Option<String>,
    #[serde(default)]
    skip: Vec<SkipEntry>,
    reject: Option<String>,
    #[serde(default)]
    quiet: bool,
    #[serde(default)]
    asked: bool,
    date_format: Option<String>,
    #[serde(default)]
    not_sheets: Vec<String>,
    #[serde(default)]
    first: Vec<String>,
    #[serde(default)]
    columns: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SkipEntry {
    header: String,
    words: Vec<String>,
    issue: String,
}

#[derive(Deserialize)]
struct ColumnEntry {
    shape: String,
    field: Field,
    header: String,
}

impl Shapes {
    /// Parses the shipped facts: texts of `exports.toml`, `columns.csv` and `values.csv`.
    ///
    /// # Errors
    /// [`ShapesError`] at the first thing that is wrong.
    pub fn parse(exports: &str, columns: &str, values: &str) -> Result<Self, ShapesError> {
        let file: ExportsFile = toml::from_str(exports)?;
        let mut list = Vec::with_capacity(file.export.len());
        for entry in file.export {
            list.push(shape(entry)?);
        }
        let mut aliases = Vec::new();
        for row in csv::Reader::from_reader(columns.as_bytes()).deserialize() {
            let row: ColumnEntry = row.map_err(|e| ShapesError::Csv("columns.csv", e))?;
            let index = list
                .iter()
                .position(|s: &Shape| s.id == row.shape)
                .ok_or_else(|| ShapesError::Unknown("columns.csv", row.shape.clone()))?;
            let rank = u16::try_from(aliases.len()).unwrap_or(u16::MAX);
            let folded = key(&row.header);
            list[index]
                .fields
                .entry(folded.clone())
                .or_insert((row.field, rank));
            aliases.push(Alias {
                shape: index,
                field: row.field,
                header: row.header,
                key: folded,
            });
        }
        Ok(Self {
            depth: file.depth,
            list,
            aliases,
            words: Words::parse(values)?,
        })
    }

    /// The shape of an id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Shape> {
        self.list.iter().find(|s| s.id == id)
    }
}

/// The issue key of that spelling, as the closed list has it.
fn issue(text: &str) -> Result<&'static str, ShapesError> {
    ISSUE_KEYS
        .iter()
        .map(|(k, _)| *k)
        .find(|k| *k == text)
        .ok_or_else(|| ShapesError::Unknown("exports.toml", text.to_owned()))
}

fn shape(entry: ExportEntry) -> Result<Shape, ShapesError> {
    let mut skip = Vec::new();
    for s in &entry.skip {
        skip.push(Skip {
            header: key(&s.header),
            words: s.words.iter().map(|w| key(w)).collect(),
            issue: issue(&s.issue)?,
        });
    }
    Ok(Shape {
        reject: entry.reject.as_deref().map(issue).transpose()?,
        id: entry.id,
        input: entry.input,
        name: entry.name,
        menu: entry.menu,
        required: entry.required,
        any: entry.any,
        headers: entry.headers.iter().map(|h| key(h)).collect(),
        quoting: entry.quoting,
        report: entry.report,
        class: entry.class,
        supplier: entry.supplier,
        skip,
        quiet: entry.quiet,
        asked: entry.asked,
        date_format: entry.date_format,
        not_sheets: entry.not_sheets.iter().map(|w| key(w)).collect(),
        first: entry.first.iter().map(|c| key(c)).collect(),
        columns: entry.columns,
        fields: HashMap::new(),
    })
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;

    fn shipped() -> Shapes {
        Shapes::parse(
            include_str!("../../data/exports.toml"),
            include_str!("../../data/columns.csv"),
            include_str!("../../data/values.csv"),
        )
        .expect("shipped facts")
    }

    #[test]
    fn the_shipped_facts_are_whole() {
        let shapes = shipped();
        for shape in &shapes.list {
            let recognised = !shape.required.is_empty();
            assert!(!recognised || shape.input.is_some() && shape.reject.is_none());
            assert_eq!(shape.input == Some(Input::Sales), shape.report.is_some());
            for field in shape.required.iter().chain(&shape.any) {
                assert!(
                    shape.fields.values().any(|(f, _)| f == field),
                    "{} has no header for {field}",
                    shape.id
                );
            }
            assert!(!shape.name[&Lang::Ja].is_empty() && !shape.name[&Lang::En].is_empty());
        }
    }

    #[test]
    fn a_header_means_one_field_in_one_shape() {
        let shapes = shipped();
        for alias in &shapes.aliases {
            let (field, _) = shapes.list[alias.shape].fields[&alias.key];
            assert_eq!(field, alias.field, "{}", alias.header);
        }
    }

    #[test]
    fn keys_know_no_width_and_no_blanks() {
        assert_eq!(key("（子）ＡＳＩＮ "), key("(子)ASIN"));
        assert_eq!(key("Units per box "), "unitsperbox");
    }
}
