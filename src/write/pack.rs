//! A pack of papers: a zip of untouched files under safe names, the same bytes from the same files.

use crate::text::fold;
use sha2::{Digest as _, Sha256};
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, Read as _, Seek, Write};
use std::path::Path;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Bytes that are copied at once.
const PIECE: usize = 1 << 16;
/// Bytes of a name: with its ending it fits into every file system and into Windows' paths.
const NAME: usize = 120;

/// A file that goes in as it is.
#[derive(Clone, Copy, Debug)]
pub struct Enclosed<'a> {
    /// Its name in the pack.
    pub name: &'a str,
    /// Where it lies.
    pub path: &'a Path,
    /// SHA-256 that its bytes must have, in hexadecimal.
    pub sha256: &'a str,
}

/// Writes a pack: texts first, then files. Nothing is compressed and no time is kept, so that the
/// same files give the same bytes and every program opens it.
///
/// # Errors
/// Those of `out` and of the files; `InvalidData` when a file has not the bytes it should have.
pub fn pack(
    out: impl Write + Seek,
    texts: &[(&str, Vec<u8>)],
    files: &[Enclosed<'_>],
) -> io::Result<()> {
    let mut zip = ZipWriter::new(out);
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    for (name, text) in texts {
        zip.start_file(*name, options)?;
        zip.write_all(text)?;
    }
    for file in files {
        zip.start_file(file.name, options)?;
        copy(file, &mut zip)?;
    }
    zip.finish()?.flush()
}

fn copy(file: &Enclosed<'_>, zip: &mut impl Write) -> io::Result<()> {
    let (mut from, mut sha) = (File::open(file.path)?, Sha256::new());
    let mut piece = vec![0; PIECE];
    loop {
        let length = match from.read(&mut piece) {
            Ok(0) => break,
            Ok(length) => length,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        let read = piece.get(..length).unwrap_or_default();
        sha.update(read);
        zip.write_all(read)?;
    }
    let hex: String = sha.finalize().iter().map(|b| format!("{b:02x}")).collect();
    match hex == file.sha256 {
        true => Ok(()),
        false => Err(io::Error::from(io::ErrorKind::InvalidData)),
    }
}

/// Names for files in a pack: without folders and without what Windows refuses or what acts on a
/// screen, each once whatever the case of its letters, and none of `taken`.
#[must_use]
pub fn pack_names(files: &[&str], taken: &[&str]) -> Vec<String> {
    let mut used: BTreeSet<String> = taken.iter().map(|name| fold(name)).collect();
    let mut name = |file: &&str| {
        let safe = safe(file);
        let (stem, ending) = parted(&safe);
        let mut name = safe.clone();
        for number in 2u32.. {
            if used.insert(fold(&name)) {
                break;
            }
            name = format!("{stem} ({number}){ending}");
        }
        name
    };
    files.iter().map(&mut name).collect()
}

/// The stem of a name and its ending with the dot.
fn parted(name: &str) -> (&str, &str) {
    match name.rfind('.') {
        Some(at) if at > 0 && name.len() - at <= 12 => name.split_at(at),
        _ => (name, ""),
    }
}

fn safe(file: &str) -> String {
    let last = file.rsplit(['/', '\\']).next().unwrap_or_default();
    let bad = |c: char| super::escape::acts(c) || r#"<>:"|?*"#.contains(c) || c == '\u{fffd}';
    let plain: String = last.chars().map(|c| if bad(c) { '_' } else { c }).collect();
    // A name that begins with a dot is hidden, and Windows cuts dots and blanks at its end.
    let plain = plain
        .trim_start_matches('.')
        .trim()
        .trim_end_matches(['.', ' ']);
    let (stem, ending) = parted(plain);
    let mut length = stem.len().min(NAME.saturating_sub(ending.len()));
    while !stem.is_char_boundary(length) {
        length -= 1;
    }
    let stem = stem.get(..length).unwrap_or_default().trim_end();
    let stem = if stem.is_empty() { "_" } else { stem };
    match is_device(stem) {
        true => format!("_{stem}{ending}"),
        false => format!("{stem}{ending}"),
    }
}

/// True for a name that Windows keeps for a device, whatever its ending.
fn is_device(stem: &str) -> bool {
    let first = stem.split('.').next().unwrap_or_default().trim_end();
    let first = first.to_ascii_lowercase();
    let numbered = |word: &str| {
        let rest = first.strip_prefix(word);
        rest.is_some_and(|n| n.len() == 1 && n.bytes().all(|b| b.is_ascii_digit()))
    };
    matches!(first.as_str(), "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_are_safe_and_unique() {
        let files = [
            "a/請求書.pdf",
            "b\\請求書.pdf",
            "請求書.PDF",
            "../../etc/passwd",
            "CON.pdf",
            "lpt1",
            "a:b?.png",
            "",
            "..",
            "x\u{202e}fdp.exe",
            ".hidden.pdf",
            "SHEET.md",
            "end. . ",
        ];
        let names = pack_names(&files, &["sheet.md"]);
        assert_eq!(
            names,
            [
                "請求書.pdf",
                "請求書 (2).pdf",
                "請求書 (3).PDF",
                "passwd",
                "_CON.pdf",
                "_lpt1",
                "a_b_.png",
                "_",
                "_ (2)",
                "x_fdp.exe",
                "hidden.pdf",
                "SHEET (2).md",
                "end",
            ]
        );
    }

    proptest! {
        #[test]
        fn any_names_become_safe_ones(files in proptest::collection::vec("(\\PC|[/\\\\.: \n]){0,200}", 0..8)) {
            let files: Vec<&str> = files.iter().map(String::as_str).collect();
            let names = pack_names(&files, &[]);
            let folded: BTreeSet<String> = names.iter().map(|n| fold(n)).collect();
            prop_assert_eq!(folded.len(), files.len());
            for name in names {
                prop_assert!(!name.is_empty() && name.len() <= NAME + 12, "{name:?}");
                prop_assert!(!name.contains(['/', '\\', ':', '\n']) && !name.starts_with('.'), "{name:?}");
            }
        }
    }

    #[test]
    fn a_pack_is_the_same_and_refuses_a_file_that_changed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("p");
        std::fs::write(&path, b"abc").unwrap();
        let sha = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        let file = |sha256| Enclosed {
            name: "請求書.pdf",
            path: &path,
            sha256,
        };
        let made = || {
            let mut out = io::Cursor::new(Vec::new());
            pack(&mut out, &[("sheet.md", b"x".to_vec())], &[file(sha)]).unwrap();
            out.into_inner()
        };
        assert_eq!(made(), made());
        let mut zip = zip::ZipArchive::new(io::Cursor::new(made())).unwrap();
        let mut text = String::new();
        zip.by_name("請求書.pdf")
            .unwrap()
            .read_to_string(&mut text)
            .unwrap();
        assert_eq!(text, "abc");
        let other = pack(io::Cursor::new(Vec::new()), &[], &[file("00")]);
        assert_eq!(other.unwrap_err().kind(), io::ErrorKind::InvalidData);
    }
}
