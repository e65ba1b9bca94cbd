//! The file of a document once more, as it is handed on: its size and its hashes.

use super::proof_file::half;
use sha2::{Digest as _, Sha256};
use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

/// Bytes that are read at once.
const PIECE: usize = 1 << 16;

/// What a file is, byte for byte.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Original {
    /// How many bytes.
    pub bytes: u64,
    /// SHA-256 in hexadecimal.
    pub sha256: String,
    /// The hash by which reading an account knows files.
    pub digest: u128,
}

/// Hashes a file; `None` when it has more than `most` bytes.
///
/// # Errors
/// When it cannot be read.
pub fn original(path: &Path, most: u64) -> io::Result<Option<Original>> {
    let mut file = File::open(path)?.take(most.saturating_add(1));
    let (mut sha, mut own) = (Sha256::new(), blake3::Hasher::new());
    let (mut piece, mut bytes) = (vec![0; PIECE], 0u64);
    loop {
        let length = match file.read(&mut piece) {
            Ok(0) => break,
            Ok(length) => length,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        let read = piece.get(..length).unwrap_or_default();
        sha.update(read);
        own.update(read);
        bytes += length as u64;
    }
    let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    Ok((bytes <= most).then(|| Original {
        bytes,
        sha256: hex(&sha.finalize()),
        digest: half(&own),
    }))
}
