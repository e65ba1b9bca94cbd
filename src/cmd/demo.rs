//! The bundled demo account: unpacked into a folder of its own for the length of a scan.

use super::Stop;
use crate::embedded;
use crate::model::{Day, Tables};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// The day the demo account was made for, so that its report is the same on every day.
pub(super) const DAY: Day = jiff::civil::date(2026, 11, 21);

/// Its shipment plan.
pub(super) const PLAN: &str = "send-to-amazon_11-21-2026.txt";

/// The name its files are shown under.
const SHOWN: &str = "demo";

/// The unpacked demo account; dropped with its folder.
pub(super) struct Demo {
    folder: PathBuf,
    _temporary: TempDir,
}

impl Demo {
    pub(super) fn unpack() -> Result<Self, Stop> {
        let temporary = tempfile::Builder::new().prefix("kenpin-").tempdir()?;
        let folder = temporary.path().join(SHOWN);
        std::fs::create_dir(&folder)?;
        if let Some(demo) = embedded::DATA.get_dir(SHOWN) {
            unpack(demo, demo.path(), &folder)?;
        }
        Ok(Self {
            folder,
            _temporary: temporary,
        })
    }

    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Shows `demo/orders.txt` in place of a path that differs with every run.
    pub(super) fn hide_folder(&self, tables: &mut Tables) {
        let parent = self.folder.parent().unwrap_or(&self.folder);
        let shown = |path: &mut String| {
            if let Ok(below) = Path::new(path.as_str()).strip_prefix(parent) {
                let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
                *path = parts.join("/");
            }
        };
        tables
            .files
            .iter_mut()
            .for_each(|file| shown(&mut file.path));
        for issue in &mut tables.issues {
            let mut path = issue.at.file.to_string();
            shown(&mut path);
            issue.at.file = path.into();
            shown(&mut issue.value);
        }
    }
}

/// Writes what a seller would have; the generator and its notes stay in the binary.
fn unpack(dir: &include_dir::Dir<'_>, root: &Path, into: &Path) -> std::io::Result<()> {
    for file in dir.files() {
        let below = file.path().strip_prefix(root).unwrap_or(file.path());
        let path = into.join(below);
        let generator = matches!(
            below.to_str(),
            Some("generate.py" | "README.md" | "expected.json")
        );
        if !generator {
            if let Some(parent) = path.parent() {
                std::fs::create_dir_all(parent)?;
            }
            std::fs::write(path, file.contents())?;
        }
    }
    dir.dirs().try_for_each(|dir| unpack(dir, root, into))
}
