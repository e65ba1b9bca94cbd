//! The account-health figures of an example.

use super::rows::Reading;
use crate::model::{AccountState, Channel, HealthRow, Metric, Percent, Tables};

pub(super) fn add(tables: &mut Tables, row: &Reading<'_>) {
    let figure = HealthRow {
        origin: row.origin(),
        metric: row.word("metric", Metric::from_word),
        channel: row.word("channel", Channel::from_word),
        rate: Percent::parse(row.str("rate")),
        shown: row.text(tables, "rate"),
        orders: row.units("orders").map(u64::from),
        count: row.units("count").map(u64::from),
        state: row.word("state", AccountState::from_word),
        said: row.text(tables, "state"),
        until: row.day("until"),
    };
    tables.health.push(figure);
}
