//! The earlier audits of an example.

use super::rows::Reading;
use crate::model::{Channel, Day, Metric, Past, Percent, RateThen, Status, Tables};

pub(super) fn add(tables: &mut Tables, row: &Reading<'_>) {
    if let Some((day, rate)) = rate(row) {
        tables.keep_rates(day, &[rate]);
        return;
    }
    let Some(sku) = tables.skus.intern(row.str("sku")) else {
        return;
    };
    let past = Past {
        sku,
        title: row.text(tables, "title"),
        status: row.word("status", Status::from_word),
        stock: row.units("units"),
    };
    tables.keep_past([past]);
}

/// A rate of an earlier audit; `None` on the row of an offer.
fn rate(row: &Reading<'_>) -> Option<(Day, RateThen)> {
    let then = RateThen {
        metric: row.word("metric", Metric::from_word)?,
        channel: row.word("channel", Channel::from_word),
        rate: Percent::parse(row.str("rate"))?,
    };
    Some((row.day("day")?, then))
}
