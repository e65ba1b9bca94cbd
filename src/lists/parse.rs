//! CSV text of a list to entries; every bad row is reported with its line.

use super::matcher::Role;
use super::{Brand, Goods, KnownSupplier, WatchedAsin, Word};
use crate::model::{Asin, Grade, Route, Source, SupplierClass};
use crate::text::fold;
use std::collections::HashMap;

/// What is wrong with a row of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListProblem {
    /// File as it is shown.
    pub file: String,
    /// Line from 1; 0 for the whole file.
    pub line: u32,
    /// What is wrong.
    pub fault: ListFault,
}

/// What can be wrong with a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListFault {
    /// The header has no such column.
    NoColumn(String),
    /// The cell of that column is empty.
    Empty(String),
    /// The cell of that column holds what it cannot hold.
    BadWord {
        /// The column.
        column: String,
        /// The cell.
        value: String,
    },
    /// The cell of that column holds none of the words it can hold.
    NotOneOf {
        /// The column.
        column: String,
        /// The word.
        value: String,
        /// The words it can hold, or what it looks like.
        words: String,
    },
    /// The file cannot be split into rows; the library's own words.
    NotCsv(String),
    /// The words of all lists together cannot be searched; the library's own words.
    TooLarge(String),
}

/// One file of a pack: its path inside the pack (`words/damage.csv`, `brands.csv`) and its text.
#[derive(Clone, Debug)]
pub struct ListFile {
    /// Path inside the pack, with `/`.
    pub path: String,
    /// Name of the file as it is shown.
    pub shown: String,
    /// Text.
    pub text: String,
}

/// One row by column name.
pub(super) struct Row<'a> {
    cells: HashMap<&'a str, &'a str>,
    pub(super) line: u32,
}

impl Row<'_> {
    pub(super) fn text(&self, column: &str) -> String {
        self.cells.get(column).map_or("", |t| t.trim()).to_owned()
    }

    pub(super) fn list(&self, column: &str) -> Vec<String> {
        let cell = self.cells.get(column).copied().unwrap_or_default();
        cell.split(';')
            .map(str::trim)
            .filter(|t| !t.is_empty())
            .map(str::to_owned)
            .collect()
    }

    pub(super) fn needed(&self, column: &str) -> Result<String, ListFault> {
        let text = self.text(column);
        if text.is_empty() {
            Err(ListFault::Empty(column.to_owned()))
        } else {
            Ok(text)
        }
    }

    pub(super) fn word<T>(
        &self,
        column: &str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<T, ListFault> {
        let value = self.needed(column)?;
        read(&value).ok_or_else(|| ListFault::BadWord {
            column: column.to_owned(),
            value,
        })
    }

    pub(super) fn optional<T>(
        &self,
        column: &str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<Option<T>, ListFault> {
        if self.text(column).is_empty() {
            Ok(None)
        } else {
            self.word(column, read).map(Some)
        }
    }

    /// A word of a closed set, or nothing.
    pub(super) fn one_of<T: std::fmt::Display>(
        &self,
        column: &str,
        read: impl Fn(&str) -> Option<T>,
        all: &[T],
    ) -> Result<Option<T>, ListFault> {
        let value = self.text(column);
        let words = || all.iter().map(T::to_string).collect::<Vec<_>>();
        match read(&value.to_ascii_lowercase()) {
            Some(word) => Ok(Some(word)),
            None if value.is_empty() => Ok(None),
            None => Err(ListFault::NotOneOf {
                column: column.to_owned(),
                value,
                words: words().join(", "),
            }),
        }
    }

    fn source(&self) -> Result<Source, ListFault> {
        Ok(Source {
            title: self.text("source"),
            date: self.text("source_date"),
            url: self.text("url"),
            grade: self.word("grade", Grade::from_word)?,
        })
    }
}

pub(super) fn rows<T>(
    file: &ListFile,
    needed: &[&str],
    take: impl Fn(&Row<'_>) -> Result<T, ListFault>,
) -> Result<Vec<T>, Vec<ListProblem>> {
    let text = file.text.strip_prefix('\u{feff}').unwrap_or(&file.text);
    // The line numbers of the csv crate are right for `\n` alone (BurntSushi/rust-csv#395).
    let text = text.replace("\r\n", "\n");
    let problem = |line: u64, fault: ListFault| ListProblem {
        file: file.shown.clone(),
        line: line as u32,
        fault,
    };
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .from_reader(text.as_bytes());
    let header = reader
        .headers()
        .cloned()
        .map_err(|e| vec![problem(1, ListFault::NotCsv(e.to_string()))])?;
    if let Some(missing) = needed.iter().find(|n| !header.iter().any(|h| h == **n)) {
        return Err(vec![problem(1, ListFault::NoColumn((*missing).to_owned()))]);
    }
    let (mut good, mut bad) = (Vec::new(), Vec::new());
    for record in reader.records() {
        match record {
            Err(e) => bad.push(problem(
                e.position().map_or(0, csv::Position::line),
                ListFault::NotCsv(e.to_string()),
            )),
            Ok(record) => {
                let line = record.position().map_or(0, csv::Position::line);
                let row = Row {
                    cells: header.iter().zip(record.iter()).collect(),
                    line: line as u32,
                };
                match take(&row) {
                    Ok(value) => good.push(value),
                    Err(fault) => bad.push(problem(line, fault)),
                }
            }
        }
    }
    if bad.is_empty() { Ok(good) } else { Err(bad) }
}

/// A row of a word list.
pub(super) struct WordRow {
    pub(super) role: Role,
    pub(super) word: Word,
    /// Words of which one has to stand in the text too.
    pub(super) with: Vec<String>,
    /// The kind of goods, in the list of regulated goods.
    pub(super) goods: String,
    pub(super) line: u32,
}

impl Row<'_> {
    fn role(&self) -> Result<Role, ListFault> {
        self.word("role", |w| match w {
            "word" => Some(Role::Word),
            "allow" => Some(Role::Allow),
            "clear" => Some(Role::Clear),
            _ => None,
        })
    }

    /// A text in Japanese and English.
    fn both(&self, ja: &str, en: &str) -> Result<[String; 2], ListFault> {
        Ok([self.needed(ja)?, self.needed(en)?])
    }
}

/// The texts of a plain list.
pub(super) fn texts(file: &ListFile) -> Result<Vec<String>, Vec<ListProblem>> {
    rows(file, &["text", "grade"], |row| {
        row.source()?;
        row.needed("text")
    })
}

/// The words of a list.
pub(super) fn words(file: &ListFile) -> Result<Vec<WordRow>, Vec<ListProblem>> {
    rows(file, &["role", "text", "grade"], |row| {
        Ok(WordRow {
            role: row.role()?,
            word: Word {
                text: row.needed("text")?,
                kind: row.text("kind"),
                owners: row.list("owners").iter().map(|name| fold(name)).collect(),
                source: row.source()?,
            },
            with: row.list("with"),
            goods: String::new(),
            line: row.line,
        })
    })
}

/// The words by which regulated goods are found; their source is that of the goods.
pub(super) fn regulated_words(file: &ListFile) -> Result<Vec<WordRow>, Vec<ListProblem>> {
    rows(file, &["goods", "role", "text"], |row| {
        let goods = row.needed("goods")?;
        Ok(WordRow {
            role: row.role()?,
            word: Word {
                text: row.needed("text")?,
                kind: goods.clone(),
                owners: Vec::new(),
                source: Source {
                    title: String::new(),
                    date: String::new(),
                    url: String::new(),
                    grade: Grade::C,
                },
            },
            with: row.list("with"),
            goods,
            line: row.line,
        })
    })
}

/// The kinds of regulated goods.
pub(super) fn goods(file: &ListFile) -> Result<Vec<Goods>, Vec<ListProblem>> {
    rows(file, &["goods", "name_ja", "name_en", "grade"], |row| {
        Ok(Goods {
            id: row.needed("goods")?,
            name: row.both("name_ja", "name_en")?,
            law: row.both("law_ja", "law_en")?,
            proof: row.both("proof_ja", "proof_en")?,
            office: row.both("office_ja", "office_en")?,
            source: row.source()?,
        })
    })
}

/// What can be reported of a brand.
pub(super) const KINDS: &[&str] = &[
    "listing-restricted",
    "ip-complainer",
    "parallel-import-complainer",
    "counterfeit-prone",
    "authorised-only",
];
/// Kinds of claims that can be reported.
pub(super) const CLAIMS: &[&str] = &[
    "trademark",
    "copyright",
    "design",
    "patent",
    "counterfeit",
    "unfair-competition",
    "drug-law",
    "sales-terms",
];
impl Row<'_> {
    /// The words of a cell, each of a closed set.
    pub(super) fn words_of(&self, column: &str, set: &[&str]) -> Result<Vec<String>, ListFault> {
        let words = self.list(column);
        match words.iter().find(|word| !set.contains(&word.as_str())) {
            None => Ok(words),
            Some(word) => Err(ListFault::NotOneOf {
                column: column.to_owned(),
                value: word.clone(),
                words: set.join(", "),
            }),
        }
    }
}

pub(super) fn brands(file: &ListFile) -> Result<Vec<Brand>, Vec<ListProblem>> {
    rows(file, &["name", "kinds", "use", "grade"], |row| {
        Ok(Brand {
            name: row.needed("name")?,
            aliases: row.list("aliases"),
            kinds: row.words_of("kinds", KINDS)?,
            claims: row.words_of("claim_types", CLAIMS)?,
            usage: row.word("use", |w| {
                matches!(w, "warn" | "hint" | "opt-in" | "off").then(|| w.to_owned())
            })?,
            source: row.source()?,
            file: 0,
        })
    })
}

pub(super) fn suppliers(file: &ListFile) -> Result<Vec<KnownSupplier>, Vec<ListProblem>> {
    rows(file, &["name", "class", "grade"], |row| {
        Ok(KnownSupplier {
            name: row.text("name"),
            aliases: row.list("aliases"),
            class: row.word("class", SupplierClass::from_word)?,
            // Routes such as "varies" or "unknown" tell nothing.
            route: row
                .optional("route", |w| Some(Route::from_word(w)))?
                .flatten(),
            source: row.source()?,
        })
    })
}

pub(super) fn asins(file: &ListFile) -> Result<Vec<(Asin, WatchedAsin)>, Vec<ListProblem>> {
    rows(file, &["asin", "reason"], |row| {
        let asin = row.word("asin", |w| Asin::parse(w.as_bytes()))?;
        let grade = row.optional("grade", Grade::from_word)?.unwrap_or(Grade::D);
        let source = Source {
            title: row.text("source"),
            date: row.text("source_date"),
            url: row.text("url"),
            grade,
        };
        Ok((
            asin,
            WatchedAsin {
                reason: row.needed("reason")?,
                source,
            },
        ))
    })
}
