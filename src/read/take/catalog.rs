//! Rows of the catalogue table and of the list of pledged ASINs.

use super::Desk;
use crate::model::{Asin, CatalogRow, Field, Pledge, Route};
use crate::read::cursor::{Cursor, Got};
use crate::read::issues::Done;
use crate::read::rows::Row;

/// The ASIN without which the row says nothing.
fn asin(cursor: &mut Cursor<'_>, row: &Row<'_>) -> Option<Asin> {
    match cursor.get(row, Field::Asin, "asin-bad", Done::RowIgnored) {
        Got::Value(asin) => Some(asin),
        Got::Bad => None,
        Got::Empty => {
            cursor.row_issue(row, "asin-missing", Done::RowIgnored);
            None
        }
    }
}

pub(super) fn take(desk: &mut Desk, cursor: &mut Cursor<'_>, row: &Row<'_>) -> bool {
    let Some(asin) = asin(cursor, row) else {
        return false;
    };
    let strings = &mut desk.tables.strings;
    let distribution = match cursor.word(row, Field::Distribution, Route::from_word) {
        Got::Value(route) => Some(route),
        // The attribute knows one word for parallel imports; any other says it is none.
        Got::Bad => Some(Route::Domestic),
        Got::Empty => None,
    };
    let entry = CatalogRow {
        origin: cursor.origin(row),
        asin: Some(asin),
        brand: cursor.keep(row, Field::Brand, strings),
        manufacturer: cursor.keep(row, Field::Manufacturer, strings),
        jan: cursor.jan(row, strings).0,
        list_price: cursor.yen(row, Field::ListPrice),
        parent: cursor
            .get(row, Field::Parent, "asin-bad", Done::CellIgnored)
            .value(),
        distribution,
    };
    desk.tables.catalog.push(entry);
    true
}

pub(super) fn take_pledge(desk: &mut Desk, cursor: &mut Cursor<'_>, row: &Row<'_>) -> bool {
    let Some(asin) = asin(cursor, row) else {
        return false;
    };
    let day = cursor.day(row, Field::Day, Done::CellIgnored).value();
    let pledge = Pledge {
        origin: cursor.origin(row),
        asin,
        day,
        remark: cursor.keep(row, Field::Remark, &mut desk.tables.strings),
    };
    desk.tables.pledges.push(pledge);
    true
}
