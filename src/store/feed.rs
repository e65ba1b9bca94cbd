//! The shelf of a rule feed: the accepted issue and the one before it, byte for byte as they came.
//!
//! A generation is a folder that is written aside, flushed, and renamed into place; it counts from
//! the moment that `state.json` is renamed over the old one. Whatever kills the program, the state
//! names a whole generation: the old one or the new one.

use super::{StoreError, lock};
use crate::model::FeedIssue;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// The files of an issue, by plain names.
pub type FeedFiles = BTreeMap<String, Vec<u8>>;

const STATE: &str = "state.json";
/// Most bytes of a file that is read from here; what was accepted is smaller.
const LARGEST: u64 = 32 << 20;
/// Names of folders that are not whole yet begin so.
const UNFINISHED: &str = ".new-";

/// What was accepted so far.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Accepted {
    /// The issue in use.
    pub current: Option<Generation>,
    /// The issue before it.
    pub previous: Option<Generation>,
    /// The highest issue that was ever accepted: none below it is taken again.
    pub highest: Option<FeedIssue>,
    /// What the server called the manifest of the issue in use.
    pub etag: Option<String>,
}

/// An issue and its folder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Generation {
    /// The issue.
    #[serde(flatten)]
    pub issue: FeedIssue,
    folder: String,
}

/// The shelf of one feed.
#[derive(Clone, Debug)]
pub struct FeedShelf {
    folder: PathBuf,
}

/// A shelf that no other run changes.
#[derive(Debug)]
pub struct OpenShelf<'s> {
    shelf: &'s FeedShelf,
    /// What was accepted so far.
    pub state: Accepted,
    _lock: File,
}

impl FeedShelf {
    /// The shelf of a channel at an address, below the folder for data.
    #[must_use]
    pub fn of(folder: &Path, channel: &str, address: &str) -> Self {
        let hash = blake3::hash(address.as_bytes()).to_hex();
        let name = format!("{channel}-{}", &hash[..16]);
        Self {
            folder: folder.join("feeds").join(name),
        }
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.folder
    }

    /// What was accepted so far.
    ///
    /// # Errors
    /// When it cannot be read, or is damaged.
    pub fn state(&self) -> Result<Accepted, StoreError> {
        let path = self.folder.join(STATE);
        let bytes = match read(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Accepted::default()),
            read => read.map_err(|error| StoreError::Io(path.clone(), error))?,
        };
        let damaged = |cause: String| StoreError::Damaged(path.clone(), cause);
        let state: Accepted =
            serde_json::from_slice(&bytes).map_err(|error| damaged(error.to_string()))?;
        let mut named = state.current.iter().chain(&state.previous);
        let plain = |one: &Generation| {
            !one.folder.contains(['/', '\\', ':']) && !one.folder.starts_with('.')
        };
        match named.all(plain) {
            true => Ok(state),
            false => Err(damaged("folder".to_owned())),
        }
    }

    /// The issue in use with its files; `None` where none was ever accepted.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn read(&self) -> Result<Option<(Generation, FeedFiles)>, StoreError> {
        loop {
            let state = self.state()?;
            let Some(current) = state.current.clone() else {
                return Ok(None);
            };
            match self.files(&current) {
                Ok(files) => return Ok(Some((current, files))),
                // Two updates went by while it was read: the new one is there.
                Err(_) if self.state()? != state => {}
                Err(error) => return Err(error),
            }
        }
    }

    /// The files of a generation.
    ///
    /// # Errors
    /// When one cannot be read.
    pub fn files(&self, of: &Generation) -> Result<FeedFiles, StoreError> {
        let folder = self.folder.join(&of.folder);
        let fail = |error| StoreError::Io(folder.clone(), error);
        let mut files = FeedFiles::new();
        for entry in fs::read_dir(&folder).map_err(fail)? {
            let entry = entry.map_err(fail)?;
            let name = entry.file_name().to_string_lossy().into_owned();
            files.insert(name, read(&entry.path()).map_err(fail)?);
        }
        Ok(files)
    }

    /// Keeps every other run from changing it.
    ///
    /// # Errors
    /// [`StoreError::Busy`] while another one does; when the folder cannot be made or read.
    pub fn open(&self) -> Result<OpenShelf<'_>, StoreError> {
        let fail = |error| StoreError::Io(self.folder.clone(), error);
        fs::create_dir_all(&self.folder).map_err(fail)?;
        Ok(OpenShelf {
            _lock: lock(&self.folder.join(STATE))?,
            state: self.state()?,
            shelf: self,
        })
    }
}

impl OpenShelf<'_> {
    /// Puts an issue into use; the one before it is kept, and older ones go.
    ///
    /// # Errors
    /// When it cannot be written: the issue that was in use still is.
    pub fn install(
        &mut self,
        issue: FeedIssue,
        files: &FeedFiles,
        etag: Option<String>,
    ) -> Result<(), StoreError> {
        let folder = &self.shelf.folder;
        let fail = |error| StoreError::Io(folder.clone(), error);
        self.sweep();
        let mut builder = tempfile::Builder::new();
        let aside = builder
            .prefix(UNFINISHED)
            .tempdir_in(folder)
            .map_err(fail)?;
        for (name, bytes) in files {
            write(&aside.path().join(name), bytes).map_err(fail)?;
        }
        sync_folder(aside.path()).map_err(fail)?;
        // The name is new every time: a damaged folder of the same issue is in nobody's way.
        let unique = aside.path().file_name().unwrap_or_default();
        let unique = unique.to_string_lossy().replace(UNFINISHED, "");
        let generation = Generation {
            folder: format!("{}-{unique}", issue.serial),
            issue: issue.clone(),
        };
        let place = folder.join(&generation.folder);
        fs::rename(aside.path(), &place).map_err(fail)?;
        sync_folder(folder).map_err(fail)?;
        let old = self.state.clone();
        let before = old.current.filter(|before| before.issue != issue);
        let higher = old.highest.filter(|high| high.serial > issue.serial);
        self.save(Accepted {
            previous: before.or(old.previous),
            highest: higher.or(Some(issue)),
            current: Some(generation),
            etag,
        })?;
        self.sweep();
        Ok(())
    }

    /// Puts the issue before into use again; `None` when there is none.
    ///
    /// # Errors
    /// When that cannot be written: nothing has changed then.
    pub fn roll_back(&mut self) -> Result<Option<FeedIssue>, StoreError> {
        let Some(previous) = self.state.previous.clone() else {
            return Ok(None);
        };
        let issue = previous.issue.clone();
        self.save(Accepted {
            current: Some(previous),
            previous: None,
            highest: self.state.highest.clone(),
            // The server would call the issue unchanged that was just left.
            etag: None,
        })?;
        Ok(Some(issue))
    }

    fn save(&mut self, state: Accepted) -> Result<(), StoreError> {
        let path = self.shelf.folder.join(STATE);
        let fail = |error| StoreError::Io(path.clone(), error);
        let text = serde_json::to_vec_pretty(&state).map_err(|error| fail(error.into()))?;
        let mut builder = tempfile::Builder::new();
        let named = builder.prefix(UNFINISHED).tempfile_in(&self.shelf.folder);
        let mut aside = named.map_err(fail)?;
        aside.write_all(&text).map_err(fail)?;
        aside.as_file().sync_all().map_err(fail)?;
        aside.persist(&path).map_err(|error| fail(error.error))?;
        sync_folder(&self.shelf.folder).map_err(fail)?;
        self.state = state;
        Ok(())
    }

    /// Takes away what no state names. Nothing depends on it, so failures are no matter.
    fn sweep(&self) {
        let named = self.state.current.iter().chain(&self.state.previous);
        let named: Vec<&str> = named.map(|one| one.folder.as_str()).collect();
        for entry in fs::read_dir(&self.shelf.folder)
            .into_iter()
            .flatten()
            .flatten()
        {
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = entry.path();
            if path.is_dir() && !named.contains(&name.as_str()) {
                let _ = fs::remove_dir_all(path);
            } else if name.starts_with(UNFINISHED) {
                let _ = fs::remove_file(path);
            }
        }
    }
}

fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(LARGEST).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create_new(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// Makes names last; only unix lets a folder be flushed.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) {
        // Some network file systems refuse it; the files themselves are on disk already.
        let _ = File::open(folder)?.sync_all();
    }
    Ok(())
}

#[cfg(test)]
#[path = "feed_tests.rs"]
mod tests;
