//! Files that nothing is written over: what an account is read from, and what the seller keeps.

use super::Stop;
use crate::model::Input;
use crate::read;
use std::path::{Path, PathBuf};

/// Refuses to write over one of `kept`, and over a file that an account is read from: a slip in
/// `--out` must not cost a ledger.
///
/// A plan of a shipment may be: `--cleaned` renews one, and the gate keeps the one it judges.
pub(super) fn check(
    out: &[PathBuf],
    kept: &[PathBuf],
    reading: &read::Options,
) -> Result<(), Stop> {
    let mut there = out.iter().filter(|path| path.is_file());
    let refused = there.find(|path| {
        let named = kept.iter().any(|other| same(path, other));
        named
            || read::inputs(path, reading)
                .iter()
                .any(|i| *i != Input::Shipment)
    });
    refused.map_or(Ok(()), |path| Err(over(path)))
}

/// Says that a file may not be written over.
pub(super) fn over(path: &Path) -> Stop {
    let path = path.display().to_string().into();
    Stop::Said("scan-over-input", vec![("path", path)])
}

/// True for two names of one file.
pub(super) fn same(one: &Path, other: &Path) -> bool {
    let whole = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
    whole(one) == whole(other)
}
