//! Files that are there as a whole or not at all: written beside, flushed to disk, renamed over.

use super::Words;
use crate::model::{Lang, Value};
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// A file that could not be written; what stood there before is untouched.
#[derive(Debug, thiserror::Error)]
#[error("{}: {cause}", path.display())]
pub struct SaveError {
    /// The file that was to be written.
    pub path: PathBuf,
    /// What kind of failure it is.
    pub kind: SaveFault,
    /// What the system said.
    #[source]
    pub cause: io::Error,
}

/// Kinds of failure of [`save`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveFault {
    /// The folder of the file does not exist.
    NoFolder,
    /// Nothing can be created in the folder.
    Denied,
    /// A folder stands where the file should be.
    IsFolder,
    /// The disk is full.
    Full,
    /// Writing itself failed.
    Write,
}

impl SaveError {
    fn new(path: &Path, kind: SaveFault, cause: io::Error) -> Self {
        Self {
            path: path.to_owned(),
            kind,
            cause,
        }
    }

    /// Guesses the kind from what the system said.
    fn from_io(path: &Path, cause: io::Error) -> Self {
        let kind = match cause.kind() {
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                SaveFault::Denied
            }
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => SaveFault::Full,
            io::ErrorKind::IsADirectory => SaveFault::IsFolder,
            _ => SaveFault::Write,
        };
        Self::new(path, kind, cause)
    }

    /// The error as a sentence; the path in it is not escaped.
    #[must_use]
    pub fn say(&self, words: &Words, lang: Lang) -> String {
        let id = match self.kind {
            SaveFault::NoFolder => "ui-save-no-folder",
            SaveFault::Denied => "ui-save-denied",
            SaveFault::IsFolder => "ui-save-is-folder",
            SaveFault::Full => "ui-save-full",
            SaveFault::Write => "ui-save-failed",
        };
        let path = Value::Text(self.path.display().to_string());
        let folder = Value::Text(folder_of(&self.path).display().to_string());
        let cause = Value::Text(self.cause.to_string());
        let args = [("path", &path), ("folder", &folder), ("cause", &cause)];
        words.say(lang, id, &args)
    }
}

/// How files that are not whole yet are called.
const PREFIX: &str = ".kenpin-";
const SUFFIX: &str = ".tmp";
/// No run writes for so long: what is older was left by one that was killed.
const STALE: Duration = Duration::from_secs(24 * 3600);

/// The folder a file stands in.
fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// Writes a file through `fill` so that at any moment, also after a crash, either the old content
/// or the whole new one stands there.
///
/// A link is followed to the file it names. Something that is no ordinary file (`/dev/null`, a
/// pipe) is written to as it is, since a rename would replace it.
///
/// # Errors
/// When the folder is missing or closed, or `fill` fails; the old file is untouched then, and no
/// other file stays behind.
pub fn save(
    path: &Path,
    fill: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), SaveError> {
    save_file(path, |file| fill_file(file, fill))
}

/// As [`save`], for what goes back in the file while it writes.
///
/// # Errors
/// As [`save`].
pub fn save_file(path: &Path, fill: impl FnOnce(&File) -> io::Result<()>) -> Result<(), SaveError> {
    let fail = |cause| SaveError::from_io(path, cause);
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let old = fs::metadata(&target).ok();
    match &old {
        Some(meta) if meta.is_dir() => {
            let cause = io::Error::from(io::ErrorKind::IsADirectory);
            return Err(SaveError::new(path, SaveFault::IsFolder, cause));
        }
        Some(meta) if !meta.is_file() => {
            let file = File::options().write(true).open(&target).map_err(fail)?;
            return fill(&file).map_err(fail);
        }
        _ => {}
    }
    let folder = folder_of(&target);
    if !folder.is_dir() {
        let cause = io::Error::from(io::ErrorKind::NotFound);
        return Err(SaveError::new(path, SaveFault::NoFolder, cause));
    }
    sweep(folder);
    let beside = beside(folder).map_err(fail)?;
    fill(beside.as_file()).map_err(fail)?;
    if let Some(meta) = old {
        // Who may read the report stays as the seller set it.
        beside
            .as_file()
            .set_permissions(meta.permissions())
            .map_err(fail)?;
    }
    beside.as_file().sync_all().map_err(fail)?;
    beside.persist(&target).map_err(|e| fail(e.error))?;
    sync_folder(folder).map_err(fail)
}

/// An unnamed-to-the-user file in the folder of the target: only there a rename is atomic.
fn beside(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(PREFIX).suffix(SUFFIX);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // As any new file: the umask takes away what the user does not want to give.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

/// Takes away what killed runs left in the folder. Nothing depends on it, so failures are no matter.
fn sweep(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let ours = name
            .to_str()
            .is_some_and(|n| n.starts_with(PREFIX) && n.ends_with(SUFFIX));
        let old = || {
            let meta = entry.metadata().ok().filter(fs::Metadata::is_file)?;
            Some(meta.modified().ok()?.elapsed().ok()? > STALE)
        };
        if ours && old() == Some(true) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

fn fill_file(file: &File, fill: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let mut out = BufWriter::with_capacity(1 << 16, file);
    fill(&mut out)?;
    out.flush()
}

/// Makes the rename itself last; only unix lets a folder be flushed.
#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    match File::open(folder)?.sync_all() {
        // Some network file systems refuse it; the file itself is safe on disk already.
        Err(e)
            if matches!(
                e.kind(),
                io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported
            ) =>
        {
            Ok(())
        }
        done => done,
    }
}

#[cfg(not(unix))]
fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(folder)
            .unwrap()
            .map(|e| e.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_file_is_new_or_old_never_half() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("report.json");
        save(&path, |out| out.write_all(b"one")).unwrap();
        let broken = save(&path, |out| {
            out.write_all(&[b'x'; 200_000])?;
            Err(io::Error::other("cut"))
        });
        assert_eq!(broken.unwrap_err().kind, SaveFault::Write);
        assert_eq!(fs::read(&path).unwrap(), b"one");
        assert_eq!(names(folder.path()), ["report.json"]);
        save(&path, |out| out.write_all(b"two")).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
    }

    #[test]
    fn what_killed_runs_left_is_swept_a_running_one_is_not_disturbed() {
        let folder = tempfile::tempdir().unwrap();
        for (name, hours) in [
            (".kenpin-old.tmp", 25),
            (".kenpin-new.tmp", 1),
            ("old.tmp", 25),
        ] {
            let file = File::create(folder.path().join(name)).unwrap();
            let then = std::time::SystemTime::now() - Duration::from_secs(hours * 3600);
            file.set_modified(then).unwrap();
        }
        save(&folder.path().join("report.csv"), |_| Ok(())).unwrap();
        assert_eq!(
            names(folder.path()),
            [".kenpin-new.tmp", "old.tmp", "report.csv"]
        );
    }

    #[test]
    fn a_missing_folder_and_a_folder_as_file_are_told_apart() {
        let folder = tempfile::tempdir().unwrap();
        let missing = save(&folder.path().join("no/report.csv"), |_| Ok(())).unwrap_err();
        assert_eq!(missing.kind, SaveFault::NoFolder);
        let taken = save(folder.path(), |_| Ok(())).unwrap_err();
        assert_eq!(taken.kind, SaveFault::IsFolder);
        assert!(names(folder.path()).is_empty());
    }

    #[cfg(unix)]
    #[test]
    fn links_and_devices_stay_what_they_are() {
        use std::os::unix::fs::{PermissionsExt as _, symlink};
        let folder = tempfile::tempdir().unwrap();
        let real = folder.path().join("real.csv");
        fs::write(&real, "old").unwrap();
        fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
        let link = folder.path().join("link.csv");
        symlink(&real, &link).unwrap();
        save(&link, |out| out.write_all(b"new")).unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read(&real).unwrap(), b"new");
        assert_eq!(
            fs::metadata(&real).unwrap().permissions().mode() & 0o777,
            0o640
        );
        let device = folder.path().join("null");
        symlink("/dev/null", &device).unwrap();
        save(&device, |out| out.write_all(b"gone")).unwrap();
        assert!(!fs::metadata("/dev/null").unwrap().is_file());
    }

    #[cfg(unix)]
    #[test]
    fn a_closed_folder_is_said_so() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o555)).unwrap();
        // The superuser may write everywhere; then there is nothing to see.
        if File::create(folder.path().join("probe")).is_err() {
            let closed = save(&folder.path().join("report.csv"), |_| Ok(())).unwrap_err();
            assert_eq!(closed.kind, SaveFault::Denied);
        }
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
    }
}
