//! Messages on their way: kept with their audit, and marked before and after each try to send them.

use super::{Store, StoreError};
use crate::model::{AlarmKind, Audit, Parcel, ParcelState};
use rusqlite::{Row, Transaction, params};
use std::collections::BTreeMap;

impl Store {
    /// Keeps an audit with the messages that tell of it, all or nothing, and gives its number.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn save_with(&mut self, audit: &Audit, parcels: &[Parcel]) -> Result<i64, StoreError> {
        let path = self.path.clone();
        let told = |error| Self::told(&path, error);
        let mut saving = self.begin(audit)?;
        saving.fill(audit).map_err(told)?;
        for parcel in parcels {
            saving.parcel(parcel).map_err(told)?;
        }
        saving.finish().map_err(told)
    }

    /// Messages that are not known to have come to an end, the oldest first.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn open_parcels(&self) -> Result<Vec<Parcel>, StoreError> {
        let of = "SELECT id, alarm, kind, part, key, body, state, tries FROM outbox
            WHERE state IN ('waiting', 'under-way') ORDER BY id";
        let read = || -> rusqlite::Result<Vec<Option<Parcel>>> {
            self.db.prepare(of)?.query_map([], parcel)?.collect()
        };
        let all = read().map_err(|error| self.failed(error))?;
        // A kind that only a newer kenpin knows is left to it.
        Ok(all.into_iter().flatten().collect())
    }

    /// Marks how far a message came.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn mark(&mut self, id: i64, state: ParcelState, tries: u32) -> Result<(), StoreError> {
        let set = "UPDATE outbox SET state = ?2, tries = ?3 WHERE id = ?1";
        let done = self.db.execute(set, params![id, state.word(), tries]);
        done.map(|_| ()).map_err(|error| self.failed(error))
    }

    /// How many messages of each alarm are in each state, those that were sent left out.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn parcels_left(&self) -> Result<BTreeMap<(String, ParcelState), u64>, StoreError> {
        let of = "SELECT alarm, state, count(*) FROM outbox WHERE state <> 'sent' GROUP BY 1, 2";
        let line = |row: &Row<'_>| {
            let (alarm, state): (String, String) = (row.get(0)?, row.get(1)?);
            let count: i64 = row.get(2)?;
            Ok((alarm, state, u64::try_from(count).unwrap_or(0)))
        };
        let read =
            || -> rusqlite::Result<Vec<_>> { self.db.prepare(of)?.query_map([], line)?.collect() };
        let all = read().map_err(|error| self.failed(error))?;
        let known = all.into_iter().filter_map(|(alarm, state, count)| {
            Some(((alarm, ParcelState::from_word(&state)?), count))
        });
        Ok(known.collect())
    }

    /// Lets an alarm whose target was gone be used again; its messages wait once more.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn revive(&mut self, alarm: &str) -> Result<(), StoreError> {
        let set = "UPDATE outbox SET state = 'waiting' WHERE alarm = ?1 AND state = 'gone'";
        let done = self.db.execute(set, [alarm]);
        done.map(|_| ()).map_err(|error| self.failed(error))
    }
}

/// Writes one message of a run.
pub(super) fn keep(change: &Transaction<'_>, run: i64, parcel: &Parcel) -> rusqlite::Result<()> {
    let into = "INSERT INTO outbox (run, alarm, kind, part, key, body, state, tries) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    let row = params![
        run,
        parcel.alarm,
        parcel.kind.word(),
        parcel.part,
        parcel.key,
        parcel.body,
        parcel.state.word(),
        parcel.tries
    ];
    change.execute(into, row)?;
    Ok(())
}

fn parcel(row: &Row<'_>) -> rusqlite::Result<Option<Parcel>> {
    let (kind, state): (String, String) = (row.get(2)?, row.get(6)?);
    let known = AlarmKind::from_word(&kind).zip(ParcelState::from_word(&state));
    let Some((kind, state)) = known else {
        return Ok(None);
    };
    Ok(Some(Parcel {
        id: row.get(0)?,
        alarm: row.get(1)?,
        kind,
        part: row.get(3)?,
        key: row.get(4)?,
        body: row.get(5)?,
        state,
        tries: row.get(7)?,
    }))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn parcel(alarm: &str, part: u32) -> Parcel {
        Parcel {
            id: 0,
            alarm: alarm.into(),
            kind: AlarmKind::Slack,
            part,
            key: format!("key-{part}"),
            body: "{}".into(),
            state: ParcelState::Waiting,
            tries: 0,
        }
    }

    #[test]
    fn a_message_is_kept_with_its_audit_once_and_leaves_when_it_is_sent() {
        let folder = tempfile::tempdir().unwrap();
        let mut store = Store::open(folder.path(), "a").unwrap();
        let audit = crate::store::tests::audit("2026-11-21");
        let both = [parcel("s", 1), parcel("s", 2)];
        store.save_with(&audit, &both).unwrap();
        let open = store.open_parcels().unwrap();
        assert_eq!(open.iter().map(|p| p.part).collect::<Vec<_>>(), [1, 2]);
        store.mark(open[0].id, ParcelState::Sent, 1).unwrap();
        store.mark(open[1].id, ParcelState::UnderWay, 1).unwrap();
        let open = store.open_parcels().unwrap();
        assert_eq!((open.len(), open[0].state), (1, ParcelState::UnderWay));
        store.mark(open[0].id, ParcelState::Gone, 2).unwrap();
        assert!(store.open_parcels().unwrap().is_empty());
        let left = store.parcels_left().unwrap();
        assert_eq!(left[&("s".to_owned(), ParcelState::Gone)], 1);
        store.revive("s").unwrap();
        assert_eq!(store.open_parcels().unwrap().len(), 1);
        // The same message of a run cannot be kept twice, and then the run is not kept either.
        let twice = [parcel("s", 1), parcel("s", 1)];
        assert!(store.save_with(&audit, &twice).is_err());
        assert_eq!(store.lines().unwrap().len(), 1);
        store.prune(0).unwrap();
        assert!(store.open_parcels().unwrap().is_empty());
    }
}
