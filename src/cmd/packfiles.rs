//! The files of packs: the shipped ones, those of a folder, and the lists a seller writes.

use super::{Exit, Screen, Stop};
use crate::config::FILE_NAME;
use crate::embedded;
use crate::lists::OWN_LIST;
use crate::rules::PackFile;
use crate::write;
use encoding_rs::UTF_8;
use include_dir::Dir;
use std::io::Write;
use std::path::{Path, PathBuf};

/// No rule or list that a person wrote is larger; a larger file was given by mistake.
const LARGEST: u64 = 64 << 20;

/// The shipped rules and lists.
#[must_use]
pub fn shipped() -> Vec<PackFile> {
    let inside = |folder: &str| {
        embedded::DATA
            .get_dir(folder)
            .into_iter()
            .flat_map(Dir::files)
    };
    let lists = embedded::DATA.files().chain(inside("words"));
    let lists = lists.filter(|file| is_list(&slashed(file.path())));
    let lexicon = inside("lexicon").filter(|file| is_lexicon(&slashed(file.path())));
    let lists = lists.chain(lexicon);
    let rules = embedded::RULES.files();
    let rules = rules.filter(|file| file.path().extension().is_some_and(|e| e == "toml"));
    let file = |folder: &str, file: &include_dir::File<'_>| {
        let path = slashed(file.path());
        // Megabytes at every start: looked through many bytes at a time.
        let text = UTF_8.decode_without_bom_handling_and_without_replacement(file.contents())?;
        Some(PackFile {
            shown: format!("{folder}/{path}"),
            path,
            text: text.into_owned(),
        })
    };
    rules
        .filter_map(|f| file("rules", f))
        .chain(lists.filter_map(|f| file("data", f)))
        .collect()
}

fn is_list(path: &str) -> bool {
    let tables = [
        "brands.csv",
        "brands-abroad.csv",
        "suppliers.csv",
        "asins.csv",
        "coverage.csv",
        "regulated.csv",
        "regulated-words.csv",
        "compatible.csv",
        "advisories.csv",
        OWN_LIST,
    ];
    tables.contains(&path)
        || path
            .strip_prefix("words/")
            .is_some_and(|name| name.ends_with(".csv") && !name.contains('/'))
}

/// The plain words are kenpin's own; a pack cannot add to them.
fn is_lexicon(path: &str) -> bool {
    matches!(
        path,
        "lexicon/ja.txt" | "lexicon/en.txt" | "lexicon/context.csv"
    )
}

fn slashed(path: &Path) -> String {
    let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}

/// The rules and lists of a seller's own folder: `*.toml` in it or in `rules/`, and the lists.
///
/// # Errors
/// When the folder or one of its files cannot be read, or holds nothing of a pack.
pub fn folder(folder: &Path) -> Result<Vec<PackFile>, Stop> {
    if is_own_list(folder) {
        return Ok(vec![own_list(folder)?]);
    }
    let mut files = Vec::new();
    for (path, inside) in pack_paths(folder)? {
        files.push(PackFile {
            shown: path.display().to_string(),
            text: text(&path)?,
            path: inside,
        });
    }
    if files.is_empty() {
        return Err(said_of("cli-pack-empty", folder));
    }
    Ok(files)
}

/// True for the path of the seller's own list, which stands for a pack of its own.
fn is_own_list(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == OWN_LIST) && path.is_file()
}

/// Reads the seller's own list.
///
/// # Errors
/// As [`own_file`].
pub fn own_list(path: &Path) -> Result<PackFile, Stop> {
    own_file(path, OWN_LIST)
}

/// Reads a list that the seller writes. Excel on Windows saves a CSV in CP932 unless told otherwise.
///
/// # Errors
/// When it cannot be read or is neither UTF-8 nor CP932.
pub fn own_file(path: &Path, inside: &str) -> Result<PackFile, Stop> {
    let text = match text(path) {
        Err(Stop::Said("cli-not-utf8", _)) => {
            let bytes = std::fs::read(path).map_err(|error| unreadable_at(path, &error))?;
            let (text, _, wrong) = encoding_rs::SHIFT_JIS.decode(&bytes);
            match wrong {
                true => Err(said_of("cli-not-utf8", path)),
                false => Ok(text.into_owned()),
            }
        }
        read => read,
    }?;
    Ok(PackFile {
        shown: path.display().to_string(),
        path: inside.to_owned(),
        text,
    })
}

/// The text of a list with one more line, as Excel on Japanese Windows opens it right.
pub(super) fn with_line(old: &str, columns: &[&str], line: &str) -> String {
    let mut text = match old.trim().is_empty() {
        true => format!("{}\r\n", columns.join(",")),
        false => old.to_owned(),
    };
    if !text.ends_with('\n') {
        text.push_str("\r\n");
    }
    text + line + "\r\n"
}

/// Writes a list that has a new line, or only shows the line.
///
/// # Errors
/// When it cannot be written.
pub(super) fn save_line(
    path: &Path,
    file: &PackFile,
    line: String,
    dry_run: bool,
    screen: &mut Screen,
) -> Result<Exit, Stop> {
    let values = [("line", line.into()), ("path", file.shown.as_str().into())];
    if dry_run {
        screen.print("rules-add-dry", &values)?;
    } else {
        let text = format!("\u{feff}{}", file.text);
        let saved = write::save(path, |out| out.write_all(text.as_bytes()));
        saved.map_err(|error| {
            let said = error.say(&screen.words, screen.lang);
            Stop::Said("scan-save", vec![("what", said.into())])
        })?;
        screen.print("rules-added", &values)?;
    }
    screen.out.flush()?;
    Ok(Exit::Clean)
}

/// The files of a pack, each with its path inside the folder.
///
/// # Errors
/// When the folder cannot be listed.
pub fn pack_paths(folder: &Path) -> Result<Vec<(PathBuf, String)>, Stop> {
    if is_own_list(folder) {
        return Ok(vec![(folder.to_owned(), OWN_LIST.to_owned())]);
    }
    let mut paths = files_of(folder)?;
    for inner in ["rules", "words"] {
        let inner = folder.join(inner);
        if inner.is_dir() {
            paths.extend(files_of(&inner)?);
        }
    }
    paths.sort();
    let inside = |path: PathBuf| {
        let inside = slashed(path.strip_prefix(folder).unwrap_or(&path));
        (path, inside)
    };
    let wanted = |(_, inside): &(PathBuf, String)| of_pack(inside);
    Ok(paths.into_iter().map(inside).filter(wanted).collect())
}

/// True for the path of a rule or a list inside a pack.
fn of_pack(inside: &str) -> bool {
    let is_rule = inside.ends_with(".toml") && inside != FILE_NAME && !inside.starts_with("words/");
    // The coverage ids are kenpin's own; a pack cannot add to them.
    is_rule || (is_list(inside) && inside != "coverage.csv")
}

/// True for the path of a rule or a list inside a pack of a feed: a seller's own list is nobody
/// else's to write.
pub(super) fn of_feed(inside: &str) -> bool {
    of_pack(inside) && inside != OWN_LIST
}

fn files_of(folder: &Path) -> Result<Vec<PathBuf>, Stop> {
    let unreadable = |error: std::io::Error| unreadable_at(folder, &error);
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.is_file() {
            paths.push(path);
        }
    }
    Ok(paths)
}

/// The text of a file that a person wrote, without the mark that Windows editors put in front.
///
/// # Errors
/// When it cannot be read, is far too large, or is not UTF-8.
pub fn text(path: &Path) -> Result<String, Stop> {
    let unreadable = |error: std::io::Error| unreadable_at(path, &error);
    if std::fs::metadata(path).map_err(unreadable)?.len() > LARGEST {
        return Err(said_of("cli-too-large", path));
    }
    let bytes = std::fs::read(path).map_err(unreadable)?;
    let text = String::from_utf8(bytes).map_err(|_| said_of("cli-not-utf8", path))?;
    Ok(match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    })
}

pub(super) fn said_of(id: &'static str, path: &Path) -> Stop {
    Stop::Said(id, vec![("path", path.display().to_string().into())])
}

pub(super) fn unreadable_at(path: &Path, error: &std::io::Error) -> Stop {
    let path = path.display().to_string();
    let values = vec![("path", path.into()), ("cause", super::cause(error))];
    Stop::Said("cli-unreadable", values)
}
