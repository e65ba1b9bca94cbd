//! One proof file: its name as people write it, the numbers in it, its type by the first bytes.

use super::paper::{self, Seen};
use super::walk::{Found, extension};
use crate::model::{Content, ContentId, FileState, FileType, Marks, Pdf, Sight, Tables};
use crate::text::{Class, fold};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::io::Read;

/// Bytes that are enough to tell a file's type.
const HEAD: usize = 4_096;
/// Bytes of a file that are hashed; what is longer has no hash.
const HASHED: u64 = 1 << 30;
/// Bytes of text that all documents may keep, and the least and most for each of them.
const TEXTS: usize = 256 << 20;
const TEXT_LEAST: usize = 4 << 10;
const TEXT_MOST: usize = 48 << 10;
/// Characters below which an invoice number in a file name may be chance.
const INVOICE: usize = 4;
/// Parts of a file name that an invoice number may consist of.
const PARTS: usize = 6;

/// The last part of a path as written on any system.
pub(super) fn base(path: &str) -> &str {
    path.trim().rsplit(['/', '\\']).next().unwrap_or_default()
}

/// What looking at one file gives: its state, and for one that was read its hash and its inside.
type Look = (FileState, Option<Inside>);

/// The hash of a file, and what a PDF shows.
type Inside = (Option<u128>, Option<Seen>);

/// Opens every file, on all processors; what was seen is kept in the order of the files.
pub(super) fn look_into(files: &[Found], tables: &mut Tables) -> Vec<(FileState, ContentId)> {
    // Many documents share what one may keep.
    let text = (TEXTS / files.len().max(1)).clamp(TEXT_LEAST, TEXT_MOST);
    let looked: Vec<_> = files.par_iter().map(|file| look(file, text)).collect();
    let mut keep = |((state, seen), file): (Look, &Found)| {
        let content = seen.map_or_else(ContentId::default, |(digest, seen)| {
            let sight = seen.map_or(Sight::Other, |seen| sight(seen, tables));
            let path = tables.strings.add(&file.path.to_string_lossy());
            tables.keep_content(Content {
                digest,
                sight,
                path,
            })
        });
        (state, content)
    };
    looked.into_iter().zip(files).map(&mut keep).collect()
}

/// Tells the type of a file by its first bytes and by its name, its hash, and what a PDF shows.
fn look(file: &Found, text: usize) -> Look {
    if file.size == 0 {
        return (FileState::Empty, None);
    }
    let (mut bytes, mut hasher) = (Vec::new(), blake3::Hasher::new());
    let read = std::fs::File::open(&file.path).and_then(|mut f| {
        (&mut f).take(paper::FILE + 1).read_to_end(&mut bytes)?;
        hasher.update(&bytes);
        // The rest of a huge file is hashed and not kept.
        std::io::copy(&mut f.take(HASHED), &mut hasher)
    });
    match read {
        Err(_) => return (FileState::Unreadable, None),
        Ok(_) if bytes.is_empty() => return (FileState::Empty, None),
        Ok(_) => {}
    }
    let head = &bytes[..bytes.len().min(HEAD)];
    let kind = infer::get(head).map_or(FileType::Other, |t| by_extension(t.extension()));
    let named = by_extension(&extension(file.name()));
    let whole = hasher.count() < HASHED;
    let digest = whole.then(|| half(&hasher));
    let seen = (kind == FileType::Pdf).then(|| paper::look(&bytes, text));
    (FileState::Read { kind, named }, Some((digest, seen)))
}

/// The half of a hash by which files are told apart.
pub(super) fn half(hasher: &blake3::Hasher) -> u128 {
    let bytes = *hasher.finalize().as_bytes();
    let half = bytes.iter().take(16);
    half.fold(0, |sum, b| sum << 8 | u128::from(*b))
}

fn sight(seen: Seen, tables: &mut Tables) -> Sight {
    match seen {
        Seen::Locked => Sight::Locked,
        Seen::Broken => Sight::Broken,
        Seen::TooMuch => Sight::Unlooked,
        Seen::Pdf(pdf) => {
            let mut add = |text: &str| tables.strings.add(text);
            Sight::Pdf(Pdf {
                pages: pdf.pages,
                producer: add(&pdf.info.producer),
                creator: add(&pdf.info.creator),
                created: pdf.info.created,
                modified: pdf.info.modified,
                updates: pdf.updates,
                marks: Marks::new(pdf.marks, pdf.mark_count),
                layer: pdf.layer,
                text: add(&pdf.text),
            })
        }
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
