//! Rows of purchase ledgers.

use super::Desk;
use crate::model::{DocumentKind, Field, Identity, Purchase, Route, SupplierClass, Yen};
use crate::read::cursor::{Cursor, Got};
use crate::read::issues::Done;
use crate::read::rows::Row;

/// Gives the purchases that wait for it their SKU.
pub(super) fn settle(desk: &mut Desk) {
    let tables = &mut desk.tables;
    let purchases = &mut tables.purchases;
    let put = |row: usize, sku| purchases[row].sku = sku;
    desk.later.settle(&mut tables.skus, put);
}

pub(super) fn take(desk: &mut Desk, cursor: &mut Cursor<'_>, row: &Row<'_>) -> bool {
    // An antique-dealer ledger holds what was sold as well.
    let disposal = |word: &str| (word == "disposal").then_some(());
    if cursor.word(row, Field::TransactionKind, disposal) == Got::Value(()) {
        cursor.row_alike(row, "not-purchase", Done::RowIgnored);
        return true;
    }
    let supplier = desk.supplier(cursor, row);
    let contact = desk.contact(cursor, row, supplier);
    let units = cursor.units(row, Field::Units);
    let unit_cost = cursor.yen(row, Field::UnitCost).or_else(|| {
        let total = cursor.yen(row, Field::Amount)?;
        each(total, units?)
    });
    let class = cursor.word(row, Field::SupplierClass, SupplierClass::from_word);
    let route = cursor.word(row, Field::Route, Route::from_word);
    let kind = cursor.word(row, Field::DocumentKind, DocumentKind::from_word);
    let day = cursor.day(row, Field::Day, Done::CellIgnored).value();
    let sku = cursor.bytes(row, Field::Sku);
    let full = desk.later.add(desk.tables.purchases.len(), &sku);
    let strings = &mut desk.tables.strings;
    let (jan, bad_jan) = cursor.jan(row, strings);
    let purchase = Purchase {
        origin: cursor.origin(row),
        day,
        sku: None,
        asin: cursor.asin(row),
        jan,
        bad_jan,
        title: cursor.keep(row, Field::Title, strings),
        units,
        unit_cost,
        supplier,
        contact,
        class: class.value().or(cursor.plan.class),
        route: route.value().or(cursor.plan.route),
        file: cursor.keep(row, Field::File, strings),
        document_kind: match kind {
            Got::Value(kind) => Some(kind),
            // A kind that no one knows is no accepted kind, which is not the same as none stated.
            Got::Bad => Some(DocumentKind::Other),
            Got::Empty => None,
        },
        invoice: cursor.keep(row, Field::Invoice, strings),
        registration: cursor.keep(row, Field::Registration, strings),
        remark: cursor.keep(row, Field::Remark, strings),
    };
    if cursor.has(Field::Identity) {
        desk.tables.identities.push(Identity {
            origin: purchase.origin,
            means: cursor.keep(row, Field::Identity, strings),
        });
    }
    desk.tables.purchases.push(purchase);
    if full {
        settle(desk);
    }
    true
}

/// The cost of one unit of a line, rounded to the whole yen.
fn each(total: Yen, units: u32) -> Option<Yen> {
    let units = i64::from(units);
    (units > 0).then(|| Yen((total.0.saturating_add(units / 2)).div_euclid(units)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cost_of_one_is_rounded() {
        assert_eq!(each(Yen(1_000), 3), Some(Yen(333)));
        assert_eq!(each(Yen(1_001), 2), Some(Yen(501)));
        assert_eq!(each(Yen(1_000), 0), None);
        assert_eq!(each(Yen(i64::MAX), 1), Some(Yen(i64::MAX)));
    }
}
