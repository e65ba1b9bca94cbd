//! Rows of a shipment plan: Amazon's Send to Amazon form, or any table with SKU and quantity.

use super::Desk;
use crate::model::{Field, ShipmentLine, Text};
use crate::read::cursor::{Cursor, Got};
use crate::read::issues::Done;
use crate::read::rows::Row;

/// A line whose quantity cannot be read is kept, so that it is held and not forgotten.
pub(super) fn take(desk: &mut Desk, cursor: &mut Cursor<'_>, row: &Row<'_>) -> bool {
    let tables = &mut desk.tables;
    let Some(sku) = cursor.name(row, Field::Sku, &mut tables.skus) else {
        cursor.row_issue(row, "sku-missing", Done::RowIgnored);
        return false;
    };
    let (expiry, bad_expiry) = match cursor.day(row, Field::Expiry, Done::CellIgnored) {
        Got::Value(day) => (Some(day), Text::EMPTY),
        Got::Empty => (None, Text::EMPTY),
        Got::Bad => (None, cursor.keep(row, Field::Expiry, &mut tables.strings)),
    };
    let line = ShipmentLine {
        origin: cursor.origin(row),
        sku,
        asin: cursor.asin(row),
        units: cursor.units(row, Field::Units),
        expiry,
        bad_expiry,
        per_box: cursor.units(row, Field::UnitsPerBox),
        boxes: cursor.units(row, Field::Boxes),
    };
    tables.shipment.push(line);
    true
}
