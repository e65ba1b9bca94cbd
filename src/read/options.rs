//! What reading is told beside the paths: the shapes, the seller's own mappings, the folders.

use super::rows::OpenError;
use super::shapes::{Shapes, key};
use crate::model::{Field, Input, Route, SupplierClass};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// Everything [`super::read`] needs beside the paths.
#[derive(Clone, Debug)]
pub struct Options {
    /// Known export shapes.
    pub shapes: Shapes,
    /// The seller's own mappings, in the order of the config; the first that fits a name is used.
    pub sources: Vec<SourceMap>,
    /// Encoding of all files, where the seller states it; a source's own goes before it.
    pub encoding: Option<String>,
    /// Folders with proof documents beside those found below the paths.
    pub documents: Vec<PathBuf>,
    /// Files that are no input though they lie among it: the config, packs, reports of earlier runs.
    pub not_input: Vec<PathBuf>,
    /// ASINs pledged in the config; `None` when the config says nothing of pledges.
    pub pledged: Option<Vec<String>>,
    /// The shipment plan to be judged; every other plan among the files is left.
    pub plan: Option<PathBuf>,
}

impl Options {
    /// Options without anything of the seller's.
    #[must_use]
    pub fn new(shapes: Shapes) -> Self {
        Self {
            shapes,
            sources: Vec::new(),
            encoding: None,
            documents: Vec::new(),
            not_input: Vec::new(),
            pledged: None,
            plan: None,
        }
    }

    /// The mapping for a file name, with its place in [`Options::sources`].
    #[must_use]
    pub fn source(&self, file_name: &str) -> Option<(usize, &SourceMap)> {
        self.sources
            .iter()
            .enumerate()
            .find(|(_, s)| glob(&key(&s.pattern), &key(file_name)))
    }
}

/// One `[[source]]` of the config: how to read files of an unknown shape.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceMap {
    /// File names it is for; `*` stands for any characters, `?` for one. Width and case do not
    /// matter.
    pub pattern: String,
    /// What its rows are.
    pub kind: Input,
    /// Header of each field's column. Empty: the headers of the known shapes of that kind.
    pub columns: BTreeMap<Field, String>,
    /// How dates are written (strftime), where no usual way fits.
    pub date_format: Option<String>,
    /// Encoding.
    pub encoding: Option<String>,
    /// Separator of cells, an ASCII byte.
    pub delimiter: Option<u8>,
    /// The one sheet to read of a workbook.
    pub sheet: Option<String>,
    /// Line of the header; found by itself when absent.
    pub header_line: Option<u32>,
    /// Supplier of rows that name none.
    pub supplier: Option<String>,
    /// Supplier class of rows that name none.
    pub class: Option<SupplierClass>,
    /// Route of rows that name none.
    pub route: Option<Route>,
}

impl SourceMap {
    /// A mapping that names nothing but the files and their kind.
    #[must_use]
    pub fn new(pattern: impl Into<String>, kind: Input) -> Self {
        Self {
            pattern: pattern.into(),
            kind,
            columns: BTreeMap::new(),
            date_format: None,
            encoding: None,
            delimiter: None,
            sheet: None,
            header_line: None,
            supplier: None,
            class: None,
            route: None,
        }
    }
}

/// Told how far reading has come; called from one thread.
pub trait Progress {
    /// So many bytes will be read in all.
    fn started(&self, total_bytes: u64);
    /// So many more bytes were read.
    fn advanced(&self, bytes: u64);
    /// This file is read now.
    fn file(&self, name: &str);
}

/// Tells no one.
#[derive(Clone, Copy, Debug, Default)]
pub struct Silent;

impl Progress for Silent {
    fn started(&self, _total_bytes: u64) {}
    fn advanced(&self, _bytes: u64) {}
    fn file(&self, _name: &str) {}
}

/// Why nothing could be read at all: what was asked for is not there or is broken.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A path that was given does not exist or cannot be listed.
    #[error("{path}: {cause}")]
    Path {
        /// The path as given.
        path: String,
        /// What the file system said.
        cause: std::io::Error,
    },
    /// A file cannot be read, or not to its end.
    #[error("{path}: {cause}")]
    File {
        /// The path.
        path: String,
        /// Why.
        cause: OpenError,
    },
    /// The file that was named as a shipment plan is none.
    #[error("{path}: no shipment plan")]
    NoPlan {
        /// The path.
        path: String,
    },
    /// Several sheets of the workbook could be the shipment plan.
    #[error("{path}: several sheets could be the plan")]
    Sheets {
        /// The path.
        path: String,
    },
    /// More files than one scan takes.
    #[error("more than {limit} files")]
    TooManyFiles {
        /// The limit.
        limit: usize,
    },
}

impl Error {
    /// The path that is meant, if one is.
    #[must_use]
    pub fn path(&self) -> Option<&str> {
        match self {
            Self::Path { path, .. }
            | Self::File { path, .. }
            | Self::NoPlan { path }
            | Self::Sheets { path } => Some(path),
            Self::TooManyFiles { .. } => None,
        }
    }

    /// Key of the message: `issue-<key>`.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::Path { .. } => "file-unreadable",
            Self::File { cause, .. } => cause.key(),
            Self::NoPlan { .. } | Self::Sheets { .. } => "file-unknown",
            Self::TooManyFiles { .. } => "files-too-many",
        }
    }
}

/// True when a text fits a pattern of `*` and `?`; both are keys.
fn glob(pattern: &str, text: &str) -> bool {
    let (pattern, text): (Vec<char>, Vec<char>) =
        (pattern.chars().collect(), text.chars().collect());
    let (mut p, mut t) = (0, 0);
    // Where to go back to when the characters after the last `*` do not fit.
    let mut back = None;
    while t < text.len() {
        match pattern.get(p) {
            Some('*') => {
                back = Some((p + 1, t));
                p += 1;
            }
            Some(c) if *c == '?' || *c == text[t] => {
                p += 1;
                t += 1;
            }
            _ => match back {
                Some((after, from)) => {
                    p = after;
                    t = from + 1;
                    back = Some((after, t));
                }
                None => return false,
            },
        }
    }
    pattern[p..].iter().all(|c| *c == '*')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_fits_names_as_people_expect() {
        for (pattern, name, fits) in [
            ("仕入*.csv", "仕入2026.csv", true),
            ("仕入*.csv", "仕入2026.csv.bak", false),
            ("*", "", true),
            ("a?c*", "abcd", true),
            ("a?c", "ac", false),
            ("*a*b", "xxaxxb", true),
            ("", "a", false),
        ] {
            assert_eq!(glob(pattern, name), fits, "{pattern} {name}");
        }
    }
}
