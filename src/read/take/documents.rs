//! Rows of document indexes: one per document, or one per line item of a document.

use super::Desk;
use crate::model::{Asin, Day, DocumentKind, Field, Jan, Name, Origin, Text};
use crate::read::cursor::{Cursor, Got};
use crate::read::issues::Done;
use crate::read::rows::Row;

/// One row of an index, before rows of one document are put together.
#[derive(Clone, Copy, Debug)]
pub struct IndexRow {
    /// Where it stood.
    pub origin: Origin,
    /// File as written.
    pub file: Text,
    /// Kind.
    pub kind: Option<DocumentKind>,
    /// Day of issue.
    pub issued: Option<Day>,
    /// Addressee.
    pub addressee: Text,
    /// Invoice number.
    pub invoice: Text,
    /// Supplier.
    pub supplier: Option<Name>,
    /// SKU of the item, if the row is of one.
    pub sku: Option<Name>,
    /// ASIN of the item.
    pub asin: Option<Asin>,
    /// JAN of the item.
    pub jan: Option<Jan>,
    /// Units of the item.
    pub units: Option<u32>,
}

impl IndexRow {
    /// True when the row says something of an item.
    #[must_use]
    pub fn is_line(&self) -> bool {
        self.sku.is_some() || self.asin.is_some() || self.jan.is_some()
    }
}

pub(super) fn take(desk: &mut Desk, cursor: &mut Cursor<'_>, row: &Row<'_>) -> bool {
    let supplier = desk.supplier(cursor, row);
    let kind = match cursor.word(row, Field::DocumentKind, DocumentKind::from_word) {
        Got::Value(kind) => Some(kind),
        Got::Bad => Some(DocumentKind::Other),
        Got::Empty => None,
    };
    let sku = cursor.name(row, Field::Sku, &mut desk.tables.skus);
    let strings = &mut desk.tables.strings;
    let entry = IndexRow {
        origin: cursor.origin(row),
        file: cursor.keep(row, Field::File, strings),
        kind,
        issued: cursor.day(row, Field::Issued, Done::CellIgnored).value(),
        addressee: cursor.keep(row, Field::Addressee, strings),
        invoice: cursor.keep(row, Field::Invoice, strings),
        supplier,
        sku,
        asin: cursor.asin(row),
        jan: cursor.jan(row, strings).0,
        units: cursor.units(row, Field::Units),
    };
    desk.index.push(entry);
    true
}
