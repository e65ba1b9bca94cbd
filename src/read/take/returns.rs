//! Rows of the FBA customer returns report, with or without comments.

use super::Desk;
use crate::model::{Disposition, Field, Returned};
use crate::read::cursor::{Cursor, Got};
use crate::read::issues::Done;
use crate::read::rows::Row;

/// Stands before the reason codes of some reports and says nothing.
const PREFIX: &str = "CR-";

pub(super) fn take(desk: &mut Desk, cursor: &mut Cursor<'_>, row: &Row<'_>) -> bool {
    let sku = cursor.name(row, Field::Sku, &mut desk.tables.skus);
    let asin = cursor.asin(row);
    if sku.is_none() && asin.is_none() {
        cursor.row_issue(row, "product-missing", Done::RowIgnored);
        return false;
    }
    let ignored = Done::RowIgnored;
    let units = match cursor.get(row, Field::Units, "units-bad", ignored) {
        Got::Value(units) => units,
        Got::Bad => return false,
        Got::Empty => {
            cursor.row_issue(row, "units-missing", ignored);
            return false;
        }
    };
    let disposition = cursor
        .word(row, Field::Disposition, Disposition::from_word)
        .value()
        .unwrap_or(Disposition::Unknown);
    let day = cursor.day(row, Field::Day, Done::CellIgnored).value();
    let reason = cursor.text(row, Field::Reason);
    let strings = &mut desk.tables.strings;
    let returned = Returned {
        origin: cursor.origin(row),
        sku,
        asin,
        day,
        units,
        disposition,
        reason: strings.add(reason.strip_prefix(PREFIX).unwrap_or(&reason)),
        comment: cursor.keep(row, Field::Comment, strings),
    };
    desk.tables.returns.push(returned);
    true
}
