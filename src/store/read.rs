//! Reading audits back: the list, one of them, the last.

use super::{Store, StoreError};
use crate::model::{
    Audit, AuditFile, AuditFinding, AuditLine, Day, Decision, Goods, Input, Milestone, Severity,
    Status, Yen,
};
use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension, Row};
use std::path::Path;

impl Store {
    /// All audits, the newest first.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn lines(&self) -> Result<Vec<AuditLine>, StoreError> {
        lines(&self.db).map_err(|error| self.failed(error))
    }

    /// One audit; `None` where there is none of that number.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn audit(&self, id: i64) -> Result<Option<Audit>, StoreError> {
        audit(&self.db, id).map_err(|error| self.failed(error))
    }

    /// The newest audit; `None` before the first.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn last(&self) -> Result<Option<Audit>, StoreError> {
        let newest = "SELECT max(id) FROM run";
        let id: rusqlite::Result<Option<i64>> = self.db.query_row(newest, [], |row| row.get(0));
        match id.map_err(|error| self.failed(error))? {
            None => Ok(None),
            Some(id) => self.audit(id),
        }
    }

    /// How the account stood in its newest audits, the oldest first; none of those that were kept
    /// without.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn trend(&self, most: u32) -> Result<Vec<Milestone>, StoreError> {
        let of = "SELECT id, milestone FROM run WHERE milestone <> '' ORDER BY id DESC LIMIT ?1";
        let read = || {
            let mut trend: Vec<Milestone> = all(&self.db, of, most.into(), |row| {
                let mut milestone = milestone(row, 1)?.ok_or_else(|| wrong(1, "".into()))?;
                milestone.run = row.get(0)?;
                Ok(milestone)
            })?;
            trend.reverse();
            Ok(trend)
        };
        read().map_err(|error| self.failed(error))
    }

    pub(super) fn told(path: &Path, error: rusqlite::Error) -> StoreError {
        StoreError::Failed(path.to_owned(), error)
    }
}

fn lines(db: &Connection) -> rusqlite::Result<Vec<AuditLine>> {
    let of = "SELECT id, day, version, profile, pack,
        (SELECT count(*) FROM goods WHERE run = run.id),
        (SELECT count(*) FROM finding WHERE run = run.id AND aside = 0),
        (SELECT count(*) FROM finding WHERE run = run.id AND aside = 0 AND decision = 'stop')
        FROM run ORDER BY id DESC";
    let line = |row: &Row<'_>| {
        Ok(AuditLine {
            id: row.get(0)?,
            day: day(row, 1)?,
            version: row.get(2)?,
            profile: row.get(3)?,
            pack: row.get(4)?,
            skus: units(row, 5)?.unwrap_or(0),
            findings: units(row, 6)?.unwrap_or(0),
            stop: units(row, 7)?.unwrap_or(0),
        })
    };
    db.prepare(of)?.query_map([], line)?.collect()
}

fn audit(db: &Connection, id: i64) -> rusqlite::Result<Option<Audit>> {
    let of = "SELECT day, version, profile, pack, settings, milestone FROM run WHERE id = ?1";
    let head = |row: &Row<'_>| {
        Ok(Audit {
            id,
            day: day(row, 0)?,
            version: row.get(1)?,
            profile: row.get(2)?,
            pack: row.get(3)?,
            settings: row.get(4)?,
            milestone: milestone(row, 5)?.map(|milestone| Milestone {
                run: id,
                ..milestone
            }),
            files: Vec::new(),
            rules: std::collections::BTreeMap::new(),
            findings: Vec::new(),
            goods: Vec::new(),
        })
    };
    let Some(mut audit) = db.query_row(of, [id], head).optional()? else {
        return Ok(None);
    };
    audit.files = all(
        db,
        "SELECT path, input, hash, rows, rows_bad FROM file WHERE run = ?1 ORDER BY rowid",
        id,
        file,
    )?;
    let rule = |row: &Row<'_>| Ok((row.get(0)?, word(row, 1, Severity::from_word)?));
    let of = "SELECT id, severity FROM rule WHERE run = ?1";
    audit.rules = all(db, of, id, rule)?.into_iter().collect();
    audit.findings = all(
        db,
        "SELECT rule, severity, decision, subject, title, yen, fingerprint, aside FROM finding WHERE run = ?1 ORDER BY rowid",
        id,
        finding,
    )?;
    audit.goods = all(
        db,
        "SELECT sku, text, status, stock, fba, marking, proven, papers FROM goods JOIN title ON title.id = title WHERE run = ?1 ORDER BY goods.rowid",
        id,
        goods,
    )?;
    Ok(Some(audit))
}

fn all<T>(
    db: &Connection,
    of: &str,
    run: i64,
    take: fn(&Row<'_>) -> rusqlite::Result<T>,
) -> rusqlite::Result<Vec<T>> {
    db.prepare(of)?.query_map([run], take)?.collect()
}

fn milestone(row: &Row<'_>, at: usize) -> rusqlite::Result<Option<Milestone>> {
    let text: String = row.get(at)?;
    match text.is_empty() {
        true => Ok(None),
        false => serde_json::from_str(&text).map_err(|error| wrong(at, error.into())),
    }
}

fn file(row: &Row<'_>) -> rusqlite::Result<AuditFile> {
    let input: Option<String> = row.get(1)?;
    Ok(AuditFile {
        path: row.get(0)?,
        input: input.and_then(|word| Input::from_word(&word)),
        hash: row.get(2)?,
        rows: units(row, 3)?.unwrap_or(0),
        rows_bad: units(row, 4)?.unwrap_or(0),
    })
}

fn finding(row: &Row<'_>) -> rusqlite::Result<AuditFinding> {
    let subject: String = row.get(3)?;
    let yen: Option<i64> = row.get(5)?;
    Ok(AuditFinding {
        rule: row.get(0)?,
        severity: word(row, 1, Severity::from_word)?,
        decision: word(row, 2, Decision::from_word)?,
        subject: serde_json::from_str(&subject).map_err(|error| wrong(3, error.into()))?,
        title: row.get(4)?,
        yen_at_stake: yen.map(Yen),
        fingerprint: row.get(6)?,
        aside: row.get(7)?,
    })
}

fn goods(row: &Row<'_>) -> rusqlite::Result<Goods> {
    let status: Option<String> = row.get(2)?;
    Ok(Goods {
        sku: row.get(0)?,
        title: row.get(1)?,
        status: status.and_then(|word| Status::from_word(&word)),
        stock: units(row, 3)?,
        fba: units(row, 4)?,
        marking: row.get(5)?,
        proven: units(row, 6)?,
        papers: row.get(7)?,
    })
}

fn units(row: &Row<'_>, at: usize) -> rusqlite::Result<Option<u64>> {
    let units: Option<i64> = row.get(at)?;
    Ok(units.and_then(|n| u64::try_from(n).ok()))
}

fn day(row: &Row<'_>, at: usize) -> rusqlite::Result<Day> {
    let text: String = row.get(at)?;
    text.parse()
        .map_err(|error: jiff::Error| wrong(at, error.into()))
}

fn word<T>(row: &Row<'_>, at: usize, from: fn(&str) -> Option<T>) -> rusqlite::Result<T> {
    let text: String = row.get(at)?;
    from(&text).ok_or_else(|| wrong(at, text.into()))
}

fn wrong(at: usize, why: Box<dyn std::error::Error + Send + Sync>) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(at, Type::Text, why)
}
