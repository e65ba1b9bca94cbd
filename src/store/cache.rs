//! What was fetched, one SQLite file per account beside its history: every answer is kept as it
//! comes, so that a run that dies loses nothing.

use super::{StoreError, connect, failed, lock, path};
use crate::model::{Fetched, Kept};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};
use std::fs::File;
use std::path::{Path, PathBuf};

/// Marks a file as ours (`kenf`).
const APPLICATION: i64 = 0x6b65_6e66;
/// Version of the tables. A cache of another version is fetched again.
const VERSION: i64 = 1;
/// Kind of the answer to the order of a report: its number.
const ORDERED: &str = "ordered-report";
// What came while the clock of the machine ran ahead would count for ever; a day is left to the
// clock of another machine.
/// An answer that counts from a second on.
const ANSWERS: &str = "SELECT key, at, body FROM answer
    WHERE kind = ?1 AND at BETWEEN ?2 AND unixepoch() + 86400 ORDER BY key";
/// The number of an order that counts from a second on.
const NUMBER: &str = "SELECT body FROM answer
    WHERE kind = ?1 AND key = ?2 AND at BETWEEN ?3 AND unixepoch() + 86400";
const TABLES: &str = "
CREATE TABLE answer (
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  at INTEGER NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (kind, key)
) STRICT, WITHOUT ROWID;
";

/// The open cache of one account.
#[derive(Debug)]
pub struct Cache {
    path: PathBuf,
    db: Connection,
    /// Held while something may be written.
    _lock: Option<File>,
}

impl Cache {
    /// The file of the cache of an account.
    #[must_use]
    pub fn file(folder: &Path, account: &str) -> PathBuf {
        path(folder, account).with_extension("fetched.db")
    }

    /// Opens the cache of an account to write, and begins one where there is none.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn open(folder: &Path, account: &str) -> Result<Self, StoreError> {
        let fail = |error| StoreError::Io(folder.to_owned(), error);
        std::fs::create_dir_all(folder).map_err(fail)?;
        let path = Self::file(folder, account);
        let lock = lock(&path)?;
        Self::at(path, Some(lock))
    }

    /// Opens the cache of an account to read, while another run may write it; `None` where there
    /// is none.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn existing(folder: &Path, account: &str) -> Result<Option<Self>, StoreError> {
        let path = Self::file(folder, account);
        if !path.exists() {
            return Ok(None);
        }
        Self::at(path, None).map(Some)
    }

    fn at(path: PathBuf, lock: Option<File>) -> Result<Self, StoreError> {
        let mut cache = Self {
            db: connect(&path)?,
            path,
            _lock: lock,
        };
        let begun = cache.begin();
        match begun.map_err(|error| cache.failed(error))? {
            true => Ok(cache),
            false => Err(StoreError::Damaged(
                cache.path,
                "no cache of this kenpin".to_owned(),
            )),
        }
    }

    /// False for a file of something else, which is left as it is.
    fn begin(&mut self) -> rusqlite::Result<bool> {
        let number = |pragma| self.db.pragma_query_value(None, pragma, |row| row.get(0));
        let (application, version): (i64, i64) =
            (number("application_id")?, number("user_version")?);
        let tables = "SELECT count(*) FROM sqlite_schema";
        let tables: i64 = self.db.query_row(tables, [], |row| row.get(0))?;
        if tables > 0 {
            return Ok((application, version) == (APPLICATION, VERSION));
        }
        self.db
            .pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
        let behavior = TransactionBehavior::Immediate;
        let change = self.db.transaction_with_behavior(behavior)?;
        change.execute_batch(TABLES)?;
        change.pragma_update(None, "application_id", APPLICATION)?;
        change.pragma_update(None, "user_version", VERSION)?;
        change.commit()?;
        Ok(true)
    }

    /// The file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Keeps answers that came at that second, all of them or none, in place of earlier ones.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn keep(
        &mut self,
        kind: Fetched,
        at: i64,
        answers: &[(String, String)],
    ) -> Result<(), StoreError> {
        let kept = || {
            let change = self
                .db
                .transaction_with_behavior(TransactionBehavior::Immediate)?;
            let into =
                "INSERT OR REPLACE INTO answer (kind, key, at, body) VALUES (?1, ?2, ?3, ?4)";
            for (key, body) in answers {
                let row = params![kind.word(), key, at, body];
                change.prepare_cached(into)?.execute(row)?;
            }
            change.commit()
        };
        let kept: rusqlite::Result<()> = { kept }();
        kept.map_err(|error| self.failed(error))
    }

    /// The answers of a kind that came at that second or later, and not in the future, by their keys.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn answers(&self, kind: Fetched, since: i64) -> Result<Vec<Kept>, StoreError> {
        let read = || {
            let mut query = self.db.prepare(ANSWERS)?;
            let rows = query.query_map(params![kind.word(), since], |row| {
                Ok(Kept {
                    key: row.get(0)?,
                    at: row.get(1)?,
                    body: row.get(2)?,
                })
            })?;
            rows.collect()
        };
        let read: rusqlite::Result<Vec<Kept>> = { read }();
        read.map_err(|error| self.failed(error))
    }

    /// The number of a report that was ordered at that second or later and is not taken yet.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn ordered(&self, report: &str, since: i64) -> Result<Option<String>, StoreError> {
        let found = self
            .db
            .query_row(NUMBER, params![ORDERED, report, since], |row| row.get(0))
            .optional();
        found.map_err(|error| self.failed(error))
    }

    /// Remembers that a report was ordered, or with `None` that it is waited for no longer.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn order(&self, report: &str, at: i64, number: Option<&str>) -> Result<(), StoreError> {
        let into = "INSERT OR REPLACE INTO answer (kind, key, at, body) VALUES (?1, ?2, ?3, ?4)";
        let done = match number {
            Some(number) => self.db.execute(into, params![ORDERED, report, at, number]),
            None => {
                let forget = "DELETE FROM answer WHERE kind = ?1 AND key = ?2";
                self.db.execute(forget, params![ORDERED, report])
            }
        };
        done.map(drop).map_err(|error| self.failed(error))
    }

    fn failed(&self, error: rusqlite::Error) -> StoreError {
        failed(&self.path, error)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(key: &str, body: &str) -> Vec<(String, String)> {
        vec![(key.to_owned(), body.to_owned())]
    }

    #[test]
    fn an_answer_is_kept_until_a_newer_one_comes() {
        let folder = tempfile::tempdir().unwrap();
        assert!(Cache::existing(folder.path(), "a").unwrap().is_none());
        let mut cache = Cache::open(folder.path(), "a").unwrap();
        cache.keep(Fetched::Catalog, 10, &one("K", "1")).unwrap();
        cache.keep(Fetched::Catalog, 20, &one("K", "2")).unwrap();
        cache
            .keep(Fetched::Restrictions, 10, &one("K", "3"))
            .unwrap();
        // A scan may read while this one writes; a second one that writes may not.
        let seen = Cache::existing(folder.path(), "a").unwrap().unwrap();
        let kept = seen.answers(Fetched::Catalog, 20).unwrap();
        assert_eq!((kept.len(), kept[0].body.as_str()), (1, "2"));
        assert!(seen.answers(Fetched::Catalog, 21).unwrap().is_empty());
        let second = Cache::open(folder.path(), "a");
        assert!(matches!(second, Err(StoreError::Busy(_))));
        assert!(Cache::open(folder.path(), "b").is_ok());
    }

    #[test]
    fn what_comes_from_the_future_does_not_count() {
        let folder = tempfile::tempdir().unwrap();
        let mut cache = Cache::open(folder.path(), "a").unwrap();
        let now = jiff::Timestamp::now().as_second();
        for (at, counts) in [
            (now + 3_600, true),
            (now + 200_000, false),
            (i64::MAX, false),
        ] {
            cache.keep(Fetched::Catalog, at, &one("K", "1")).unwrap();
            cache.order("LISTINGS", at, Some("5")).unwrap();
            let kept = cache.answers(Fetched::Catalog, 0).unwrap();
            let ordered = cache.ordered("LISTINGS", 0).unwrap();
            assert_eq!(
                (!kept.is_empty(), ordered.is_some()),
                (counts, counts),
                "{at}"
            );
        }
    }

    #[test]
    fn an_order_is_remembered_until_it_is_taken_or_old() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::open(folder.path(), "a").unwrap();
        cache.order("LISTINGS", 10, Some("5")).unwrap();
        let known = |since| cache.ordered("LISTINGS", since).unwrap();
        assert_eq!((known(10).as_deref(), known(11)), (Some("5"), None));
        assert_eq!(cache.ordered("STOCK", 0).unwrap(), None);
        cache.order("LISTINGS", 20, None).unwrap();
        assert_eq!(known(0), None);
    }

    #[test]
    fn a_file_of_something_else_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = Cache::file(folder.path(), "a");
        std::fs::write(&path, "no database at all, but long enough for one").unwrap();
        let refused = Cache::open(folder.path(), "a");
        assert!(
            matches!(refused, Err(StoreError::Damaged(..))),
            "{refused:?}"
        );
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.starts_with("no database"));
    }
}
