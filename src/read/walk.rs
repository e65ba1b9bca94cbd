//! Which files are there: folders walked in one order, whatever order the disk lists them in.

use super::issues::{Done, Issues, Spot};
use super::options::Error;
use crate::model::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// How deep folders are followed.
const DEPTH: usize = 16;
/// Files that one scan takes: what the two bytes of a file id can count.
pub const FILES: usize = u16::MAX as usize;

/// What a file may be, by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Looks {
    /// A table, or worth trying.
    Table,
    /// JSON by its name.
    Json,
    /// A proof document.
    Document,
    /// Neither.
    Other,
}

/// One file that was found.
#[derive(Clone, Debug)]
pub struct Found {
    /// Where it is.
    pub path: PathBuf,
    /// The path as it is shown: as given, with `/`.
    pub shown: String,
    /// Size in bytes.
    pub size: u64,
    /// What it may be.
    pub looks: Looks,
    /// Named by the caller itself, not found in a folder.
    pub direct: bool,
    /// Found below a folder that was given as one of documents.
    pub proof_folder: bool,
}

impl Found {
    /// Its name without folders.
    #[must_use]
    pub fn name(&self) -> &str {
        self.shown.rsplit('/').next().unwrap_or_default()
    }

    /// The folder it lies in, as shown.
    #[must_use]
    pub fn folder(&self) -> &str {
        self.shown
            .rsplit_once('/')
            .map_or(".", |(folder, _)| folder)
    }
}

const TABLES: &[&str] = &["txt", "tsv", "csv", "tab", "xlsx", "xlsm", "xls", "gz", ""];
const DOCUMENTS: &[&str] = &[
    "pdf", "png", "jpg", "jpeg", "jfif", "pjpeg", "gif", "tif", "tiff", "heic", "heif", "webp",
    "bmp",
];
/// Left by editors, browsers and systems; none of the seller's data.
const LITTER: &[&str] = &[
    "tmp",
    "temp",
    "part",
    "crdownload",
    "download",
    "bak",
    "lock",
];
const LITTER_NAMES: &[&str] = &["thumbs.db", "desktop.ini"];

/// The part of a file name behind its last dot, in lower case.
#[must_use]
pub fn extension(name: &str) -> String {
    match name.rsplit_once('.') {
        Some((stem, extension)) if !stem.is_empty() => extension.to_lowercase(),
        _ => String::new(),
    }
}

/// Files below the paths and the folders of documents, each once, sorted by path, without those of
/// `not_input`.
///
/// # Errors
/// A path that does not exist or cannot be listed, or too many files.
pub fn walk(
    paths: &[PathBuf],
    documents: &[PathBuf],
    not_input: &[PathBuf],
    issues: &mut Issues,
) -> Result<Vec<Found>, Error> {
    let mut walker = Walker {
        found: Vec::new(),
        // What was seen already is passed over.
        seen: not_input.iter().map(|path| whole(path)).collect(),
        issues,
    };
    // Folders of documents first: a file below both is one of documents.
    for path in documents {
        walker.start(path, true)?;
    }
    for path in paths {
        walker.start(path, false)?;
    }
    let mut found = walker.found;
    found.sort_by(|a, b| a.shown.cmp(&b.shown));
    Ok(found)
}

struct Walker<'a> {
    found: Vec<Found>,
    seen: BTreeSet<PathBuf>,
    issues: &'a mut Issues,
}

impl Walker<'_> {
    fn start(&mut self, path: &Path, proof_folder: bool) -> Result<(), Error> {
        let failed = |cause| Error::Path {
            path: shown(path),
            cause,
        };
        let meta = std::fs::metadata(path).map_err(failed)?;
        if meta.is_dir() {
            std::fs::read_dir(path).map_err(failed)?;
            self.folder(path, 0, proof_folder)
        } else {
            self.file(path, meta.len(), true, proof_folder)
        }
    }

    fn folder(&mut self, path: &Path, depth: usize, proof_folder: bool) -> Result<(), Error> {
        let tell = |issues: &mut Issues, key, value: &str, values: &[(&str, Value)]| {
            let (file, spot) = (shown(path), Spot::default());
            issues.add(&file, spot, key, value, Done::FileIgnored, values);
            issues.end_file(&file);
        };
        if depth > DEPTH {
            let limit = [("limit", Value::from(DEPTH as u64))];
            tell(self.issues, "folder-deep", &shown(path), &limit);
            return Ok(());
        }
        let entries = match std::fs::read_dir(path) {
            Ok(entries) => entries,
            Err(cause) => {
                tell(self.issues, "folder-unreadable", &cause.to_string(), &[]);
                return Ok(());
            }
        };
        let mut names: Vec<_> = entries.filter_map(|e| e.ok().map(|e| e.path())).collect();
        names.sort();
        for path in names {
            if litter(&path) {
                continue;
            }
            // A broken link or a file that just went away is no file.
            let Ok(meta) = std::fs::metadata(&path) else {
                continue;
            };
            if meta.is_file() {
                self.file(&path, meta.len(), false, proof_folder)?;
            } else if meta.is_dir() && path.is_symlink() {
                let file = shown(&path);
                let done = Done::FileIgnored;
                self.issues
                    .add(&file, Spot::default(), "folder-link", &file, done, &[]);
                self.issues.end_file(&file);
            } else if meta.is_dir() {
                self.folder(&path, depth + 1, proof_folder)?;
            }
        }
        Ok(())
    }

    fn file(
        &mut self,
        path: &Path,
        size: u64,
        direct: bool,
        proof_folder: bool,
    ) -> Result<(), Error> {
        if !self.seen.insert(whole(path)) {
            return Ok(());
        }
        if self.found.len() >= FILES {
            return Err(Error::TooManyFiles { limit: FILES });
        }
        let shown = shown(path);
        let extension = extension(shown.rsplit('/').next().unwrap_or_default());
        let looks = if DOCUMENTS.contains(&extension.as_str()) {
            Looks::Document
        } else if extension == "json" {
            Looks::Json
        } else if direct || TABLES.contains(&extension.as_str()) {
            Looks::Table
        } else if proof_folder {
            Looks::Document
        } else {
            Looks::Other
        };
        self.found.push(Found {
            path: path.to_owned(),
            shown,
            size,
            looks,
            direct,
            proof_folder,
        });
        Ok(())
    }
}

/// The one path of a file, however it was named.
fn whole(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

/// A path as it is shown: with `/` on every system.
#[must_use]
pub fn shown(path: &Path) -> String {
    let text = path.to_string_lossy();
    if std::path::MAIN_SEPARATOR == '/' {
        text.into_owned()
    } else {
        text.replace(std::path::MAIN_SEPARATOR, "/")
    }
}

/// Hidden, temporary or a lock of an office program.
fn litter(path: &Path) -> bool {
    let name = path
        .file_name()
        .map(|n| n.to_string_lossy().to_lowercase())
        .unwrap_or_default();
    name.starts_with('.')
        || name.starts_with("~$")
        || LITTER_NAMES.contains(&name.as_str())
        || LITTER.contains(&extension(&name).as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn litter_is_passed_over() {
        for name in [".DS_Store", "~$仕入.xlsx", "Thumbs.db", "a.csv.tmp"] {
            assert!(litter(Path::new(name)), "{name}");
        }
        assert!(!litter(Path::new("dir.tmp/仕入.xlsx")));
        assert_eq!(extension("注文.2026.CSV"), "csv");
        assert_eq!(extension(".csv"), "");
    }
}
