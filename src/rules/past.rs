//! The last audit of an example.

use super::rows::Reading;
use crate::model::{Past, Status, Tables};

pub(super) fn add(tables: &mut Tables, row: &Reading<'_>) {
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
