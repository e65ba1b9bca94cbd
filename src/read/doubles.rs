//! Files that tell the same: the same bytes twice, and a report that kenpin fetched beside the same one
//! as somebody downloaded it.
//!
//! Of the latter the newer one counts: both tell all offers or all stock, so reading both would count
//! units twice. No report says inside when it was made, and names can be given freely. What is left is
//! when the file last changed: for a download as for a fetched file that is the moment it came, and
//! copies within a system keep it. Where both came at once, as after unpacking an archive without
//! times, the fetched one counts.

use super::options::Error;
use super::walk::{Found, Looks};
use crate::model::Input;
use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::time::SystemTime;

/// How the names of fetched files begin.
const FETCHED: &str = "fetched-";
/// Reports that tell the whole of something at one moment.
const WHOLE: [Input; 2] = [Input::Listings, Input::Stock];

/// A report that is to be read.
pub(super) struct Report<'a> {
    pub(super) path: &'a Path,
    pub(super) shape: &'a str,
    pub(super) input: Input,
}

impl Report<'_> {
    fn is_fetched(&self) -> bool {
        let name = self.path.file_name().unwrap_or_default();
        name.to_string_lossy().starts_with(FETCHED)
    }

    fn changed(&self) -> Option<SystemTime> {
        std::fs::metadata(self.path).ok()?.modified().ok()
    }
}

/// Places of the reports that do not count, each with that of the newer one, in their order.
pub(super) fn older(reports: &[Report<'_>]) -> Vec<(usize, usize)> {
    let mut older = Vec::new();
    for (fetched, report) in reports.iter().enumerate() {
        if !report.is_fetched() || !WHOLE.contains(&report.input) {
            continue;
        }
        let others = reports.iter().enumerate();
        let same = |other: &Report<'_>| other.shape == report.shape && !other.is_fetched();
        let others: Vec<usize> = others.filter(|(_, o)| same(o)).map(|(n, _)| n).collect();
        let newest = others.iter().copied().max_by_key(|n| reports[*n].changed());
        match newest {
            Some(newest) if reports[newest].changed() > report.changed() => {
                older.push((fetched, newest));
            }
            _ => older.extend(others.into_iter().map(|other| (other, fetched))),
        }
    }
    older.sort_unstable();
    older
}

/// Tables whose bytes another file before them has: their place, and that of the first.
pub(super) fn same_bytes(found: &[Found]) -> Result<BTreeMap<usize, usize>, Error> {
    let mut by_size: HashMap<u64, Vec<usize>> = HashMap::new();
    for (n, file) in found.iter().enumerate() {
        if matches!(file.looks, Looks::Table | Looks::Json) && file.size > 0 {
            by_size.entry(file.size).or_default().push(n);
        }
    }
    let mut twice = BTreeMap::new();
    for group in by_size.values().filter(|g| g.len() > 1) {
        let mut first: HashMap<blake3::Hash, usize> = HashMap::new();
        for n in group {
            let file = &found[*n];
            let mut hasher = blake3::Hasher::new();
            let hashed = std::fs::File::open(&file.path)
                .and_then(|mut f| std::io::copy(&mut f, &mut hasher).map(drop));
            hashed.map_err(|cause| Error::Path {
                path: file.shown.clone(),
                cause,
            })?;
            match first.entry(hasher.finalize()) {
                std::collections::hash_map::Entry::Occupied(first) => {
                    twice.insert(*n, *first.get());
                }
                std::collections::hash_map::Entry::Vacant(place) => {
                    place.insert(*n);
                }
            }
        }
    }
    Ok(twice)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs::File;
    use std::path::PathBuf;
    use std::time::Duration;

    fn folder(files: &[(&str, u64)]) -> (tempfile::TempDir, Vec<PathBuf>) {
        let folder = tempfile::tempdir().unwrap();
        let made = files.iter().map(|(name, hours)| {
            let path = folder.path().join(name);
            let then = SystemTime::UNIX_EPOCH + Duration::from_secs(hours * 3600);
            File::create(&path).unwrap().set_modified(then).unwrap();
            path
        });
        let made = made.collect();
        (folder, made)
    }

    fn told(files: &[(&str, u64)]) -> Vec<(usize, usize)> {
        let (_folder, paths) = folder(files);
        let reports: Vec<Report<'_>> = paths
            .iter()
            .map(|path| Report {
                path,
                shape: "fba-stock",
                input: Input::Stock,
            })
            .collect();
        older(&reports)
    }

    #[test]
    fn the_newer_of_a_fetched_and_a_downloaded_report_counts() {
        assert_eq!(told(&[("fetched-a.txt", 2), ("b.txt", 1)]), [(1, 0)]);
        assert_eq!(told(&[("fetched-a.txt", 1), ("b.txt", 2)]), [(0, 1)]);
        assert_eq!(told(&[("fetched-a.txt", 1), ("b.txt", 1)]), [(1, 0)]);
        let several = [("a.txt", 1), ("b.txt", 3), ("fetched-c.txt", 2)];
        assert_eq!(told(&several), [(2, 1)]);
    }

    #[test]
    fn reports_that_were_not_fetched_are_left_as_they_are() {
        assert!(told(&[("a.txt", 2), ("b.txt", 1)]).is_empty());
        assert!(told(&[("fetched-a.txt", 1)]).is_empty());
    }
}
