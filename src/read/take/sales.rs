//! Rows of the four reports that tell units sold.

use super::Desk;
use crate::model::{Field, OrderId, Sale, SalesReport};
use crate::read::cell;
use crate::read::cursor::{Cursor, Got};
use crate::read::issues::Done;
use crate::read::rows::Row;

/// Gives the sales that wait for it their SKU.
pub(super) fn settle(desk: &mut Desk) {
    let tables = &mut desk.tables;
    let sales = &mut tables.sales;
    let put = |row: usize, sku| sales[row].sku = sku;
    desk.later.settle(&mut tables.skus, put);
}

pub(super) fn take(desk: &mut Desk, cursor: &mut Cursor<'_>, row: &Row<'_>) -> bool {
    let report = cursor.plan.report;
    // A refund repeats the quantity of its order: only sales count, and a kind of transaction that
    // no one knows is told and not counted.
    if cursor.has(Field::TransactionKind) {
        let sale = |word: &str| Some(word == "sale");
        match cursor.word_or(row, Field::TransactionKind, Done::RowIgnored, sale) {
            Got::Value(true) => {}
            Got::Value(false) => return true,
            Got::Empty | Got::Bad => return false,
        }
    }
    let sku = cursor.bytes(row, Field::Sku);
    let asin = cursor.asin(row);
    if sku.is_empty() && asin.is_none() {
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
    let day = match cursor.day(row, Field::Day, ignored) {
        Got::Value(day) => Some(day),
        Got::Bad => return false,
        Got::Empty if report == SalesReport::Business => None,
        Got::Empty => {
            cursor.row_issue(row, "day-missing", ignored);
            return false;
        }
    };
    let cancelled = cancelled(cursor, row);
    let amount = cursor.yen(row, Field::Amount).or_else(|| {
        let each = cursor.yen(row, Field::Price)?;
        Some(each.times(u64::from(units)))
    });
    // Seller-fulfilled or test orders may have other numbers: not worth an issue.
    let order = cursor.plan.columns.get(Field::OrderId);
    let full = desk.later.add(desk.tables.sales.len(), &sku);
    desk.tables.sales.push(Sale {
        origin: cursor.origin(row),
        sku: None,
        asin,
        order: order.and_then(|at| {
            OrderId::parse(row.raw(at)).or_else(|| cell::order_id(&row.cell(at)).value)
        }),
        day,
        units,
        amount,
        report,
        cancelled,
    });
    if full {
        settle(desk);
    }
    true
}

/// True for an order that was cancelled, or that was not made on Amazon and is told.
fn cancelled(cursor: &mut Cursor<'_>, row: &Row<'_>) -> bool {
    let cancelled = |word: &str| (word == "cancelled").then_some(());
    let cancelled = cursor
        .word(row, Field::OrderStatus, cancelled)
        .value()
        .is_some();
    let elsewhere = |word: &str| (word == "other").then_some(());
    if cursor
        .word(row, Field::SalesChannel, elsewhere)
        .value()
        .is_some()
    {
        cursor.row_alike(row, "not-amazon-order", Done::Noted);
        return true;
    }
    cancelled
}
