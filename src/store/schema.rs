//! The tables of a history, and how one of an earlier version becomes one of this.

use rusqlite::{Connection, TransactionBehavior};

/// Marks a file as ours (`kenp`).
pub(super) const APPLICATION: i64 = 0x6b65_6e70;
/// Version that this program writes: the number of `STEPS`.
pub const VERSION: i64 = STEPS.len() as i64;

/// What leads from each version to the next. A step that was released is never changed.
const STEPS: &[&str] = &[
    "
CREATE TABLE account (name TEXT NOT NULL) STRICT;
CREATE TABLE run (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  day TEXT NOT NULL,
  version TEXT NOT NULL,
  profile TEXT NOT NULL,
  pack TEXT NOT NULL
) STRICT;
CREATE TABLE file (
  run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
  path TEXT NOT NULL,
  input TEXT,
  hash TEXT NOT NULL,
  rows INTEGER NOT NULL,
  rows_bad INTEGER NOT NULL
) STRICT;
CREATE INDEX file_run ON file (run);
CREATE TABLE rule (
  run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
  id TEXT NOT NULL,
  severity TEXT NOT NULL,
  PRIMARY KEY (run, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE finding (
  run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
  rule TEXT NOT NULL,
  severity TEXT NOT NULL,
  decision TEXT NOT NULL,
  subject TEXT NOT NULL,
  title TEXT NOT NULL,
  yen INTEGER,
  fingerprint TEXT NOT NULL,
  aside INTEGER NOT NULL
) STRICT;
CREATE INDEX finding_run ON finding (run);
CREATE TABLE title (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE goods (
  run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
  sku TEXT NOT NULL,
  title INTEGER NOT NULL REFERENCES title,
  status TEXT,
  stock INTEGER,
  fba INTEGER,
  marking TEXT NOT NULL,
  proven INTEGER,
  papers TEXT NOT NULL
) STRICT;
CREATE INDEX goods_run ON goods (run);
CREATE INDEX goods_title ON goods (title);
",
    "
ALTER TABLE run ADD COLUMN settings TEXT NOT NULL DEFAULT '';
-- How the account stood, as JSON; empty for a run that was kept without.
ALTER TABLE run ADD COLUMN milestone TEXT NOT NULL DEFAULT '';
",
    "
CREATE TABLE plan (every TEXT NOT NULL, since TEXT NOT NULL) STRICT;
CREATE TABLE outbox (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
  alarm TEXT NOT NULL,
  kind TEXT NOT NULL,
  part INTEGER NOT NULL,
  key TEXT NOT NULL,
  body TEXT NOT NULL,
  state TEXT NOT NULL,
  tries INTEGER NOT NULL,
  UNIQUE (run, alarm, part)
) STRICT;
",
];

/// Brings a history to this version, each step whole or not at all.
pub(super) fn migrate(db: &mut Connection, account: &str) -> rusqlite::Result<()> {
    db.pragma_update(None, "foreign_keys", true)?;
    // Readers and a writer in each other's way wait; what is not committed is not there.
    db.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
    db.pragma_update(None, "synchronous", "FULL")?;
    let version: i64 = db.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let done = usize::try_from(version).unwrap_or(0);
    for (nth, step) in STEPS.iter().enumerate().skip(done) {
        let change = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        change.execute_batch(step)?;
        if nth == 0 {
            change.execute("INSERT INTO account (name) VALUES (?1)", [account])?;
            change.pragma_update(None, "application_id", APPLICATION)?;
        }
        change.pragma_update(None, "user_version", nth as i64 + 1)?;
        change.commit()?;
    }
    Ok(())
}
