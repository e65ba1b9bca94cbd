//! `kenpin scan`: from exports to a report.

use super::args::ScanArgs;
use super::{Exit, Screen, Stop};

/// Scans and reports.
pub(super) fn run(_args: &ScanArgs, _screen: &mut Screen) -> Result<Exit, Stop> {
    Err(Stop::Said("cli-unfinished", Vec::new()))
}
