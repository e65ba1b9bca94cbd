//! Where the bytes come from: a file or memory, unpacked if they are gzip, within limits.

use super::OpenError;
use flate2::read::MultiGzDecoder;
use std::fs::File;
use std::io::{self, BufReader, Cursor, Read, Seek};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Unpacked bytes of one file at most.
const MAX_UNPACKED: u64 = 8 << 30;
/// Unpacked bytes per packed byte at most; tables pack to a tenth, repetitive ones to a fiftieth.
const MAX_RATIO: u64 = 250;
/// Below this many unpacked bytes the ratio does not matter.
const FREE_UNPACKED: u64 = 64 << 20;

/// What the first bytes of a file say it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Magic {
    Gzip,
    Zip,
    Ole,
    Binary,
    Text,
}

impl Magic {
    pub(super) fn of(first: &[u8]) -> Self {
        const BINARY: &[&[u8]] = &[
            b"%PDF-",
            b"\x89PNG",
            b"\xff\xd8\xff",
            b"GIF8",
            b"Rar!",
            b"7z\xbc\xaf",
            b"\x7fELF",
            b"SQLite format 3\0",
        ];
        if first.starts_with(b"\x1f\x8b") {
            Self::Gzip
        } else if first.starts_with(b"PK\x03\x04") || first.starts_with(b"PK\x05\x06") {
            Self::Zip
        } else if first.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
            Self::Ole
        } else if BINARY.iter().any(|magic| first.starts_with(magic)) {
            Self::Binary
        } else {
            Self::Text
        }
    }
}

/// A place that bytes can be read from again and again.
#[derive(Clone)]
pub(super) enum Source {
    File(PathBuf),
    Memory(Arc<[u8]>),
}

impl std::fmt::Debug for Source {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::File(path) => write!(f, "{}", path.display()),
            Self::Memory(bytes) => write!(f, "{} bytes in memory", bytes.len()),
        }
    }
}

/// Reading with a way back, as workbooks need it.
pub(super) trait ReadSeek: Read + Seek {}
impl<T: Read + Seek> ReadSeek for T {}

impl Source {
    pub(super) fn file(path: &Path) -> Self {
        Self::File(path.to_owned())
    }

    /// Size in bytes as stored.
    pub(super) fn size(&self) -> Result<u64, OpenError> {
        match self {
            Self::File(path) => {
                let meta = std::fs::metadata(path)?;
                if !meta.is_file() {
                    // A pipe could be read only once, and a folder not at all.
                    let error = io::Error::new(io::ErrorKind::InvalidInput, "not a regular file");
                    return Err(OpenError::Io(error));
                }
                Ok(meta.len())
            }
            Self::Memory(bytes) => Ok(bytes.len() as u64),
        }
    }

    /// The bytes as stored.
    pub(super) fn stored(&self) -> Result<Box<dyn ReadSeek>, OpenError> {
        Ok(match self {
            Self::File(path) => Box::new(File::open(path)?),
            Self::Memory(bytes) => Box::new(Cursor::new(Arc::clone(bytes))),
        })
    }

    /// What the first bytes say.
    pub(super) fn magic(&self) -> Result<Magic, OpenError> {
        let mut first = [0; 16];
        let length = fill(&mut self.stored()?, &mut first)?;
        Ok(Magic::of(&first[..length]))
    }

    /// The bytes, unpacked if they are gzip.
    pub(super) fn unpacked(&self) -> Result<Box<dyn Read>, OpenError> {
        let stored = self.stored()?;
        if self.magic()? != Magic::Gzip {
            return Ok(Box::new(stored));
        }
        let left = unpacked_limit(self.size()?);
        let inner = MultiGzDecoder::new(BufReader::with_capacity(1 << 16, stored));
        Ok(Box::new(Limited { inner, left }))
    }
}

fn unpacked_limit(packed: u64) -> u64 {
    packed
        .saturating_mul(MAX_RATIO)
        .clamp(FREE_UNPACKED, MAX_UNPACKED)
}

/// Fails once more bytes come than the limit allows.
pub(super) struct Limited<R> {
    pub(super) inner: R,
    pub(super) left: u64,
}

impl<R: Read> Read for Limited<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(out)?;
        match self.left.checked_sub(count as u64) {
            Some(left) => self.left = left,
            None => return Err(io::ErrorKind::FileTooLarge.into()),
        }
        Ok(count)
    }
}

/// Reads until `out` is full or the input ends.
pub(super) fn fill(input: &mut dyn Read, out: &mut [u8]) -> io::Result<usize> {
    let mut length = 0;
    while length < out.len() {
        match input.read(&mut out[length..]) {
            Ok(0) => break,
            Ok(count) => length += count,
            Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
            Err(e) => return Err(e),
        }
    }
    Ok(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bomb_is_not_unpacked() {
        assert_eq!(unpacked_limit(1000), FREE_UNPACKED);
        assert_eq!(unpacked_limit(1 << 20), 250 << 20);
        assert_eq!(unpacked_limit(1 << 40), MAX_UNPACKED);
        let mut bomb = Limited {
            inner: io::repeat(0),
            left: 100_000,
        };
        let error = io::copy(&mut bomb, &mut io::sink()).err();
        let error = error.map(OpenError::from);
        assert!(matches!(error, Some(OpenError::TooLarge)));
    }
}
