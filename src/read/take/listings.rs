//! Rows of listings reports.

use super::Desk;
use crate::model::{Asin, Channel, Condition, Field, Jan, Listing, Name, Status, Text};
use crate::read::cell::{self, FromCell};
use crate::read::cursor::{Cursor, Got};
use crate::read::issues::Done;
use crate::read::rows::Row;

/// Product codes of one listing.
#[derive(Default)]
struct Codes {
    asin: Option<Asin>,
    jan: Option<Jan>,
    bad_jan: Text,
}

/// Gives the listings that wait for it their SKU.
pub(super) fn settle(desk: &mut Desk) {
    let tables = &mut desk.tables;
    let listings = &mut tables.listings;
    let put = |row: usize, sku: Option<Name>| {
        if let Some(sku) = sku {
            listings[row].sku = sku;
        }
    };
    desk.later.settle(&mut tables.skus, put);
}

pub(super) fn take(desk: &mut Desk, cursor: &mut Cursor<'_>, row: &Row<'_>) -> bool {
    let sku = cursor.bytes(row, Field::Sku);
    if sku.is_empty() {
        cursor.row_issue(row, "sku-missing", Done::RowIgnored);
        return false;
    }
    let full = desk.later.add(desk.tables.listings.len(), &sku);
    let codes = codes(desk, cursor, row);
    let strings = &mut desk.tables.strings;
    let listing = Listing {
        origin: cursor.origin(row),
        sku: Name::FIRST,
        asin: codes.asin,
        jan: codes.jan,
        bad_jan: codes.bad_jan,
        title: cursor.keep(row, Field::Title, strings),
        note: cursor.keep(row, Field::Note, strings),
        condition: condition(cursor, row),
        price: cursor.yen(row, Field::Price),
        quantity: cursor.units(row, Field::Quantity),
        channel: cursor.word(row, Field::Channel, Channel::from_word).value(),
        status: cursor.word(row, Field::Status, Status::from_word).value(),
    };
    desk.tables.listings.push(listing);
    if full {
        settle(desk);
    }
    true
}

/// Condition by Amazon's code, else by the words of it.
pub(super) fn condition(cursor: &mut Cursor<'_>, row: &Row<'_>) -> Option<Condition> {
    let at = cursor.plan.columns.get(Field::Condition)?;
    if let Some(condition) = Condition::quick(row.raw(at)) {
        return Some(condition);
    }
    match cell::condition(&row.cell(at)) {
        read if read.value.is_some() => read.value,
        read if !read.bad => None,
        _ => cursor
            .word(row, Field::Condition, |word| {
                word.parse().ok().and_then(Condition::from_code)
            })
            .value(),
    }
}

/// ASIN and JAN: from columns of their own, else from the product id by its kind.
fn codes(desk: &mut Desk, cursor: &mut Cursor<'_>, row: &Row<'_>) -> Codes {
    let mut codes = Codes {
        asin: cursor.asin(row),
        ..Codes::default()
    };
    let strings = &mut desk.tables.strings;
    (codes.jan, codes.bad_jan) = cursor.jan(row, strings);
    if !cursor.has(Field::ProductId) {
        return codes;
    }
    let kind = match cursor.plan.columns.get(Field::ProductIdType) {
        Some(at) => row.raw(at).trim_ascii(),
        None => b"",
    };
    match kind {
        b"1" if codes.asin.is_none() => {
            let ignored = Done::CellIgnored;
            let got = cursor.get(row, Field::ProductId, "asin-bad", ignored);
            codes.asin = got.value();
        }
        b"1" => {}
        b"2" | b"3" | b"4" => {
            match cursor.get(row, Field::ProductId, "jan-bad", Done::Noted) {
                Got::Value(jan) => codes.jan = Some(jan),
                Got::Bad => codes.bad_jan = strings.add(&cursor.text(row, Field::ProductId)),
                Got::Empty => {}
            }
            // A book's ASIN is its ISBN-10.
            if codes.asin.is_none() && kind == b"2" && codes.jan.is_some() {
                codes.asin = cell::asin(&cursor.text(row, Field::ProductId)).value;
            }
        }
        // Without a kind only an ASIN that begins with B can be told for certain.
        b"" => {
            if codes.asin.is_none() {
                let asin = cell::asin(&cursor.text(row, Field::ProductId)).value;
                codes.asin = asin.filter(|a| !a.is_isbn());
            }
        }
        _ => cursor.cell_issue(
            row,
            Field::ProductIdType,
            "product-id-kind",
            Done::CellIgnored,
        ),
    }
    codes
}
