//! The schedule that the audits of an account run by, as far as the history has to know it.

use super::{Store, StoreError};
use crate::model::{Every, Planned};
use rusqlite::{OptionalExtension, TransactionBehavior, params};

impl Store {
    /// How often audits are meant to run; `None` without a schedule.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn plan(&self) -> Result<Option<Planned>, StoreError> {
        let of = "SELECT every, since FROM plan";
        let texts = self.db.query_row(of, [], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))
        });
        let texts = texts.optional().map_err(|error| self.failed(error))?;
        Ok(texts.and_then(|(every, since)| {
            Some(Planned {
                every: Every::from_word(&every)?,
                since: since.parse().ok()?,
            })
        }))
    }

    /// Remembers how often audits are meant to run; `None` forgets it.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn set_plan(&mut self, plan: Option<Planned>) -> Result<(), StoreError> {
        let path = self.path.clone();
        let set = || {
            let behavior = TransactionBehavior::Immediate;
            let change = self.db.transaction_with_behavior(behavior)?;
            change.execute("DELETE FROM plan", [])?;
            if let Some(plan) = plan {
                let into = "INSERT INTO plan (every, since) VALUES (?1, ?2)";
                change.execute(into, params![plan.every.word(), plan.since.to_string()])?;
            }
            change.commit()
        };
        let done: rusqlite::Result<()> = { set }();
        done.map_err(|error| Self::told(&path, error))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn a_schedule_is_remembered_and_forgotten() {
        let folder = tempfile::tempdir().unwrap();
        let mut store = Store::open(folder.path(), "a").unwrap();
        assert_eq!(store.plan().unwrap(), None);
        for every in [Every::Daily, Every::Monthly] {
            let plan = Planned {
                every,
                since: "2026-11-21".parse().unwrap(),
            };
            store.set_plan(Some(plan)).unwrap();
            assert_eq!(store.plan().unwrap(), Some(plan));
        }
        store.set_plan(None).unwrap();
        assert_eq!(store.plan().unwrap(), None);
    }
}
