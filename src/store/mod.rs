//! Edge: the history of audits, one SQLite file per account; a run is kept whole or not at all.

mod cache;
mod feed;
mod outbox;
mod plan;
mod read;
mod saving;
mod schema;

pub use cache::Cache;
pub use feed::{Accepted, FeedFiles, FeedShelf, Generation, OpenShelf};
pub use saving::Saving;
pub use schema::VERSION;

use directories::ProjectDirs;
use rusqlite::{Connection, ErrorCode, OpenFlags};
use std::fs::{File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Why a history cannot be used. Nothing of it was changed.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Another run holds it.
    #[error("{0} is in use")]
    Busy(PathBuf),
    /// The file is no history, or is damaged.
    #[error("{0} is damaged: {1}")]
    Damaged(PathBuf, String),
    /// A newer kenpin wrote it.
    #[error("{0} has version {1}")]
    Newer(PathBuf, i64),
    /// The file or its folder cannot be read or written.
    #[error("{0}: {1}")]
    Io(PathBuf, io::Error),
    /// The database did not do what it was asked.
    #[error("{0}: {1}")]
    Failed(PathBuf, rusqlite::Error),
}

/// The open history of one account; no other run has it open.
#[derive(Debug)]
pub struct Store {
    path: PathBuf,
    db: Connection,
    /// Held until the store goes; the system lets it go when the program dies.
    _lock: File,
}

/// The folder for data of this program: that of `KENPIN_STATE`, else the one of the system; `None`
/// where the system has no home for the user.
#[must_use]
pub fn folder() -> Option<PathBuf> {
    if let Some(named) = std::env::var_os("KENPIN_STATE").filter(|name| !name.is_empty()) {
        return Some(PathBuf::from(named));
    }
    Some(
        ProjectDirs::from("", "", "kenpin")?
            .data_local_dir()
            .join("history"),
    )
}

/// The file of an account: what of its name any file system takes, and a hash of all of it.
#[must_use]
pub fn path(folder: &Path, account: &str) -> PathBuf {
    let plain = account.chars().filter(|c| c.is_alphanumeric());
    let plain: String = plain.take(24).collect();
    let hash = blake3::hash(account.as_bytes()).to_hex();
    folder.join(format!("{plain}-{}.kenpin.db", &hash[..8]))
}

/// The files of all histories in a folder, with what lies beside them.
#[must_use]
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let paths = entries.map(|entry| entry.path());
    let ours = |path: &PathBuf| {
        let name = path.file_name().map(|name| name.to_string_lossy());
        name.is_some_and(|name| name.contains(".kenpin."))
    };
    paths.filter(ours).collect()
}

impl Store {
    /// Opens the history of an account, and begins one where there is none.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn open(folder: &Path, account: &str) -> Result<Self, StoreError> {
        let fail = |error| StoreError::Io(folder.to_owned(), error);
        std::fs::create_dir_all(folder).map_err(fail)?;
        Self::at(path(folder, account), account)
    }

    /// Opens the history of an account; `None` where there is none.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn existing(folder: &Path, account: &str) -> Result<Option<Self>, StoreError> {
        let path = path(folder, account);
        if !path.exists() {
            return Ok(None);
        }
        Self::at(path, account).map(Some)
    }

    fn at(path: PathBuf, account: &str) -> Result<Self, StoreError> {
        let lock = lock(&path)?;
        // A file of no bytes is what is left of a first run that was killed; any other file must
        // be a history before a byte of it is changed.
        let fresh = !std::fs::metadata(&path).is_ok_and(|file| file.len() > 0);
        let mut store = Self {
            db: connect(&path)?,
            path,
            _lock: lock,
        };
        if !fresh {
            store.check(account)?;
        }
        schema::migrate(&mut store.db, account).map_err(|error| store.failed(error))?;
        Ok(store)
    }

    /// Refuses a file that is not this account's history, or not sound.
    fn check(&self, account: &str) -> Result<(), StoreError> {
        let number = |pragma| self.db.pragma_query_value(None, pragma, |row| row.get(0));
        let version: i64 = number("user_version").map_err(|e| self.failed(e))?;
        let application: i64 = number("application_id").map_err(|e| self.failed(e))?;
        let tables = "SELECT count(*) FROM sqlite_schema";
        let tables: i64 = self
            .db
            .query_row(tables, [], |row| row.get(0))
            .map_err(|e| self.failed(e))?;
        // The header may be written before a first run is killed.
        if tables == 0 && version == 0 {
            return Ok(());
        }
        if application != schema::APPLICATION {
            return Err(self.damaged("no kenpin history"));
        }
        if version > schema::VERSION {
            return Err(StoreError::Newer(self.path.clone(), version));
        }
        let found: String = self
            .db
            .pragma_query_value(None, "quick_check", |row| row.get(0))
            .map_err(|error| self.failed(error))?;
        if found != "ok" {
            return Err(self.damaged(&found));
        }
        let name = "SELECT name FROM account";
        let name: String = self
            .db
            .query_row(name, [], |row| row.get(0))
            .map_err(|error| self.failed(error))?;
        if name != account {
            return Err(self.damaged("of another account"));
        }
        Ok(())
    }

    /// The file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    fn damaged(&self, what: &str) -> StoreError {
        StoreError::Damaged(self.path.clone(), what.to_owned())
    }

    fn failed(&self, error: rusqlite::Error) -> StoreError {
        failed(&self.path, error)
    }
}

/// A database that this process works on alone, or waits a little for.
fn connect(path: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_CREATE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let opened = Connection::open_with_flags(path, flags);
    let db = opened.map_err(|error| failed(path, error))?;
    let timeout = db.busy_timeout(Duration::from_secs(5));
    timeout.map_err(|error| failed(path, error))?;
    Ok(db)
}

/// What an error of a database means for the user.
fn failed(path: &Path, error: rusqlite::Error) -> StoreError {
    let path = path.to_owned();
    match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
            StoreError::Damaged(path, error.to_string())
        }
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => StoreError::Busy(path),
        _ => StoreError::Failed(path, error),
    }
}

/// One run at a time: the lock stands beside the history and goes with the process.
fn lock(path: &Path) -> Result<File, StoreError> {
    let beside = path.with_extension("lock");
    let fail = |error| StoreError::Io(beside.clone(), error);
    let mut options = File::options();
    let file = options
        .create(true)
        .truncate(false)
        .write(true)
        .open(&beside);
    let file = file.map_err(fail)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(StoreError::Busy(path.to_owned())),
        Err(TryLockError::Error(error)) => Err(fail(error)),
    }
}

#[cfg(test)]
mod tests;
