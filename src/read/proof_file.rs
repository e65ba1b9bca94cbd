//! One proof file: its name as people write it, the numbers in it, its type by the first bytes.

use super::walk::{Found, extension};
use crate::model::{FileState, FileType};
use crate::text::{Class, fold};
use std::collections::BTreeSet;
use std::io::Read;

/// Bytes that are enough to tell a file's type.
const HEAD: u64 = 4_096;
/// Characters below which an invoice number in a file name may be chance.
const INVOICE: usize = 4;
/// Parts of a file name that an invoice number may consist of.
const PARTS: usize = 6;

/// The last part of a path as written on any system.
pub(super) fn base(path: &str) -> &str {
    path.trim().rsplit(['/', '\\']).next().unwrap_or_default()
}

/// Tells the type of a file by its first bytes and by its name.
pub(super) fn look(file: &Found) -> FileState {
    if file.size == 0 {
        return FileState::Empty;
    }
    let mut head = Vec::new();
    let read = std::fs::File::open(&file.path).and_then(|f| f.take(HEAD).read_to_end(&mut head));
    match read {
        Err(_) => FileState::Unreadable,
        Ok(0) => FileState::Empty,
        Ok(_) => FileState::Read {
            kind: infer::get(&head).map_or(FileType::Other, |t| by_extension(t.extension())),
            named: by_extension(&extension(file.name())),
        },
    }
}

fn by_extension(extension: &str) -> FileType {
    match extension {
        "pdf" => FileType::Pdf,
        "jpg" | "jpeg" | "jfif" | "pjpeg" => FileType::Jpg,
        "png" => FileType::Png,
        "gif" => FileType::Gif,
        "tif" | "tiff" => FileType::Tiff,
        _ => FileType::Other,
    }
}

/// Runs of letters and digits in a file name, alone and with the signs between them.
pub(super) fn parts(name: &str) -> BTreeSet<String> {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let stem = fold(stem);
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for (at, c) in stem.char_indices() {
        let end = at + c.len_utf8();
        match runs.last_mut() {
            _ if Class::of(c) != Class::Alnum => {}
            Some((_, last)) if *last == at => *last = end,
            _ => runs.push((at, end)),
        }
    }
    let mut parts = BTreeSet::new();
    for (n, (from, _)) in runs.iter().enumerate() {
        for (_, to) in runs[n..].iter().take(PARTS) {
            let part = &stem[*from..*to];
            if distinct(part) {
                parts.insert(part.to_owned());
            }
        }
    }
    parts
}

/// Long enough to be no chance, and with a digit.
pub(super) fn distinct(invoice: &str) -> bool {
    invoice.chars().count() >= INVOICE && invoice.chars().any(|c| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_a_name_keep_their_edges() {
        let parts = parts("請求書_INV-0012_山田商事(2025).PDF");
        assert!(parts.contains("inv-0012") && parts.contains("0012"));
        assert!(!parts.contains("001") && !parts.contains("inv"));
    }

    #[test]
    fn a_path_of_any_system_has_a_last_part() {
        assert_eq!(base("docs\\2025/請求書.pdf "), "請求書.pdf");
        assert_eq!(base(""), "");
    }
}
