//! Keeping an audit: one transaction, so that a run that dies leaves nothing of itself.

use super::{Store, StoreError};
use crate::model::{Audit, AuditFile, AuditFinding, Goods, Parcel, Severity, Yen};
use rusqlite::{Transaction, TransactionBehavior, params};

/// An audit that is being kept; dropped without [`Saving::finish`] it never was.
#[derive(Debug)]
pub struct Saving<'s> {
    change: Transaction<'s>,
    run: i64,
}

impl Store {
    /// Keeps an audit and gives its number.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn save(&mut self, audit: &Audit) -> Result<i64, StoreError> {
        self.save_with(audit, &[])
    }

    /// Begins to keep an audit: its day, versions and profile.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn begin(&mut self, audit: &Audit) -> Result<Saving<'_>, StoreError> {
        let path = self.path.clone();
        let begun = Saving::begin(&mut self.db, audit);
        begun.map_err(|error| Self::told(&path, error))
    }

    /// Drops all audits but the newest and gives how many went.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn prune(&mut self, keep: u32) -> Result<usize, StoreError> {
        let old = "DELETE FROM run WHERE id NOT IN (SELECT id FROM run ORDER BY id DESC LIMIT ?1)";
        let path = self.path.clone();
        let prune = || {
            let behavior = TransactionBehavior::Immediate;
            let change = self.db.transaction_with_behavior(behavior)?;
            let gone = change.execute(old, [keep])?;
            let unused = "DELETE FROM title WHERE id NOT IN (SELECT title FROM goods)";
            change.execute(unused, [])?;
            change.commit()?;
            self.db.execute_batch("VACUUM")?;
            Ok(gone)
        };
        let pruned: rusqlite::Result<usize> = { prune }();
        pruned.map_err(|error| Self::told(&path, error))
    }
}

impl<'s> Saving<'s> {
    fn begin(db: &'s mut rusqlite::Connection, audit: &Audit) -> rusqlite::Result<Self> {
        let change = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let milestone = match &audit.milestone {
            Some(milestone) => json(milestone)?,
            None => String::new(),
        };
        change.execute(
            "INSERT INTO run (day, version, profile, pack, settings, milestone) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![
                audit.day.to_string(),
                audit.version,
                audit.profile,
                audit.pack,
                audit.settings,
                milestone
            ],
        )?;
        let run = change.last_insert_rowid();
        Ok(Self { change, run })
    }

    pub(super) fn fill(&mut self, audit: &Audit) -> rusqlite::Result<()> {
        audit.files.iter().try_for_each(|file| self.file(file))?;
        let mut rules = audit.rules.iter();
        rules.try_for_each(|(id, severity)| self.rule(id, *severity))?;
        let mut findings = audit.findings.iter();
        findings.try_for_each(|finding| self.finding(finding))?;
        audit.goods.iter().try_for_each(|goods| self.goods(goods))
    }

    fn file(&mut self, file: &AuditFile) -> rusqlite::Result<()> {
        let into = "INSERT INTO file (run, path, input, hash, rows, rows_bad) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        let input = file.input.map(crate::model::Input::word);
        let row = params![
            self.run,
            file.path,
            input,
            file.hash,
            count(file.rows),
            count(file.rows_bad)
        ];
        self.change.prepare_cached(into)?.execute(row)?;
        Ok(())
    }

    fn rule(&mut self, id: &str, severity: Severity) -> rusqlite::Result<()> {
        let into = "INSERT INTO rule (run, id, severity) VALUES (?1, ?2, ?3)";
        let row = params![self.run, id, severity.word()];
        self.change.prepare_cached(into)?.execute(row)?;
        Ok(())
    }

    fn finding(&mut self, finding: &AuditFinding) -> rusqlite::Result<()> {
        let into = "INSERT INTO finding (run, rule, severity, decision, subject, title, yen, fingerprint, aside) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
        let subject = json(&finding.subject)?;
        let row = params![
            self.run,
            finding.rule,
            finding.severity.word(),
            finding.decision.word(),
            subject,
            finding.title,
            finding.yen_at_stake.map(|Yen(yen)| yen),
            finding.fingerprint,
            finding.aside
        ];
        self.change.prepare_cached(into)?.execute(row)?;
        Ok(())
    }

    /// Keeps one offer.
    ///
    /// # Errors
    /// Those of the database.
    pub fn goods(&mut self, goods: &Goods) -> rusqlite::Result<()> {
        // Titles hardly change from week to week: each stands once.
        let title = "INSERT INTO title (text) VALUES (?1) ON CONFLICT (text) DO NOTHING";
        self.change.prepare_cached(title)?.execute([&goods.title])?;
        let into = "INSERT INTO goods (run, sku, title, status, stock, fba, marking, proven, papers) SELECT ?1, ?2, id, ?4, ?5, ?6, ?7, ?8, ?9 FROM title WHERE text = ?3";
        let row = params![
            self.run,
            goods.sku,
            goods.title,
            goods.status.map(crate::model::Status::word),
            goods.stock.map(count),
            goods.fba.map(count),
            goods.marking,
            goods.proven.map(count),
            goods.papers
        ];
        self.change.prepare_cached(into)?.execute(row)?;
        Ok(())
    }

    pub(super) fn parcel(&mut self, parcel: &Parcel) -> rusqlite::Result<()> {
        super::outbox::keep(&self.change, self.run, parcel)
    }

    /// Makes the audit part of the history and gives its number.
    ///
    /// # Errors
    /// Those of the database; nothing was kept then.
    pub fn finish(self) -> rusqlite::Result<i64> {
        self.change.commit()?;
        Ok(self.run)
    }
}

fn json(value: &impl serde::Serialize) -> rusqlite::Result<String> {
    serde_json::to_string(value)
        .map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))
}

fn count(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}
