//! A pack as it travels: one JSON of all its files, packed with gzip.

use super::{FeedFault, PackEntry, is_plain};
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::io::{Read, Write};

/// Most files of a pack.
const FILES: usize = 4096;

/// A file of a pack: its path inside the pack, and its text.
pub type PackText = (String, String);

/// What a pack holds.
#[derive(Serialize, Deserialize)]
struct Content {
    name: String,
    serial: u64,
    files: BTreeMap<String, String>,
}

/// SHA-256 in hex.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The files of a pack that the manifest names.
///
/// # Errors
/// When these are not its bytes, or it holds what no pack may.
pub fn unpack(entry: &PackEntry, bytes: &[u8]) -> Result<Vec<PackText>, FeedFault> {
    let fault = |key| FeedFault::new(key, &entry.name);
    if bytes.len() as u64 != entry.size || sha256(bytes) != entry.sha256 {
        return Err(fault("hash"));
    }
    let mut text = Vec::new();
    // One byte more than was announced is enough to know.
    let mut unpacked = GzDecoder::new(bytes).take(entry.uncompressed_size.saturating_add(1));
    unpacked
        .read_to_end(&mut text)
        .map_err(|_| fault("packed"))?;
    if text.len() as u64 != entry.uncompressed_size {
        return Err(fault("packed"));
    }
    let content: Content = serde_json::from_slice(&text).map_err(|_| fault("packed"))?;
    if content.name != entry.name || content.serial != entry.serial {
        return Err(fault("swapped"));
    }
    if content.files.is_empty() || content.files.len() > FILES {
        return Err(fault("packed"));
    }
    if let Some(path) = content.files.keys().find(|path| !is_inside(path)) {
        return Err(FeedFault::new("path", path));
    }
    Ok(content.files.into_iter().collect())
}

/// A pack of these files, the same bytes for the same files; and how many bytes it has unpacked.
///
/// # Errors
/// When a path is none that a pack may hold.
pub fn pack(name: &str, serial: u64, files: &[PackText]) -> Result<(Vec<u8>, u64), FeedFault> {
    let fault = |key| FeedFault::new(key, name);
    if let Some((path, _)) = files.iter().find(|(path, _)| !is_inside(path)) {
        return Err(FeedFault::new("path", path));
    }
    let content = Content {
        name: name.to_owned(),
        serial,
        files: files.iter().cloned().collect(),
    };
    let text = serde_json::to_vec(&content).map_err(|_| fault("packed"))?;
    let mut packer = GzEncoder::new(Vec::new(), Compression::best());
    let packed = packer.write_all(&text).and_then(|()| packer.finish());
    let packed = packed.map_err(|_| fault("packed"))?;
    Ok((packed, text.len() as u64))
}

/// True for a path inside a pack: a file, or one in `rules/` or `words/`.
fn is_inside(path: &str) -> bool {
    match path.split_once('/') {
        None => is_plain(path),
        Some((folder, file)) => ["rules", "words"].contains(&folder) && is_plain(file),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(bytes: &[u8], unpacked: u64) -> PackEntry {
        PackEntry {
            name: "team".to_owned(),
            serial: 1,
            url: "team.pack".to_owned(),
            sha256: sha256(bytes),
            size: bytes.len() as u64,
            uncompressed_size: unpacked,
        }
    }

    fn gzip(text: &[u8]) -> Vec<u8> {
        let mut packer = GzEncoder::new(Vec::new(), Compression::best());
        packer.write_all(text).unwrap();
        packer.finish().unwrap()
    }

    fn refused(bytes: &[u8], unpacked: usize) -> &'static str {
        let entry = entry(bytes, unpacked as u64);
        unpack(&entry, bytes).map_or_else(|fault| fault.key, |_| "taken")
    }

    #[test]
    fn a_pack_comes_back_and_its_bytes_are_always_the_same() {
        let files = vec![("words/x.csv".to_owned(), "語\n".to_owned())];
        let (bytes, unpacked) = pack("team", 1, &files).unwrap();
        assert_eq!(pack("team", 1, &files).unwrap().0, bytes);
        assert_eq!(unpack(&entry(&bytes, unpacked), &bytes), Ok(files));
    }

    #[test]
    fn another_byte_or_another_size_is_seen() {
        let files = vec![("brands.csv".to_owned(), "a\n".to_owned())];
        let (bytes, unpacked) = pack("team", 1, &files).unwrap();
        let entry = entry(&bytes, unpacked);
        for at in 0..bytes.len() {
            let mut other = bytes.clone();
            other[at] ^= 1;
            assert_eq!(unpack(&entry, &other).unwrap_err().key, "hash");
        }
        assert_eq!(unpack(&entry, &bytes[1..]).unwrap_err().key, "hash");
    }

    #[test]
    fn a_bomb_is_unpacked_no_further_than_was_announced() {
        let bomb = gzip(&vec![b' '; 50_000_000]);
        assert!(bomb.len() < 100_000);
        assert_eq!(refused(&bomb, 1000), "packed");
    }

    #[test]
    fn what_no_pack_may_hold_is_refused() {
        let of = |files: &str| format!("{{\"name\":\"team\",\"serial\":1,\"files\":{files}}}");
        let of_text = |text: String| refused(&gzip(text.as_bytes()), text.len());
        assert_eq!(of_text(of("{\"brands.csv\":\"x\"}")), "taken");
        assert_eq!(of_text(of("{}")), "packed");
        assert_eq!(of_text("[]".to_owned()), "packed");
        let other = "{\"name\":\"other\",\"serial\":1,\"files\":{\"a.csv\":\"\"}}";
        assert_eq!(of_text(other.to_owned()), "swapped");
        for path in [
            "../x.csv",
            "rules/../x.toml",
            "/x.csv",
            "words/a/b.csv",
            "lexicon/ja.txt",
            "C:x.csv",
            "rules\\\\x.toml",
            ".x.csv",
            "",
        ] {
            let files = format!("{{\"{path}\":\"x\"}}");
            assert_eq!(of_text(of(&files)), "path", "{path}");
        }
        let plain = of("{\"brands.csv\":\"x\"}");
        assert_eq!(refused(plain.as_bytes(), plain.len()), "packed");
    }
}
