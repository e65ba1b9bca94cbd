//! Rows of the supplier master.

use super::Desk;
use crate::model::{Contact, Field, Route, Supplier, SupplierClass};
use crate::read::cursor::Cursor;
use crate::read::issues::Done;
use crate::read::rows::Row;

pub(super) fn take(desk: &mut Desk, cursor: &mut Cursor<'_>, row: &Row<'_>) -> bool {
    let name = cursor.name(row, Field::Supplier, &mut desk.tables.supplier_names);
    let Some(name) = name else {
        cursor.row_issue(row, "supplier-missing", Done::RowIgnored);
        return false;
    };
    let class = cursor.word(row, Field::SupplierClass, SupplierClass::from_word);
    let route = cursor.word(row, Field::Route, Route::from_word);
    let strings = &mut desk.tables.strings;
    let supplier = Supplier {
        origin: cursor.origin(row),
        name,
        class: class.value().or(cursor.plan.class),
        contact: Contact {
            phone: cursor.keep(row, Field::Phone, strings),
            address: cursor.keep(row, Field::Address, strings),
            mail: cursor.keep(row, Field::Mail, strings),
            site: cursor.keep(row, Field::Site, strings),
        },
        registration: cursor.keep(row, Field::Registration, strings),
        route: route.value().or(cursor.plan.route),
        loa_brands: cursor.keep(row, Field::LoaBrands, strings),
        loa_expiry: cursor.day(row, Field::LoaExpiry, Done::CellIgnored).value(),
    };
    desk.tables.suppliers.push(supplier);
    true
}
