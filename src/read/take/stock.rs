//! Rows of FBA stock reports: one row with all counts, or one row per condition of the units.

use super::{Desk, listings};
use crate::model::{Field, StockRow};
use crate::read::cursor::{Cursor, Got};
use crate::read::issues::Done;
use crate::read::rows::Row;

pub(super) fn take(desk: &mut Desk, cursor: &mut Cursor<'_>, row: &Row<'_>) -> bool {
    let Some(sku) = cursor.name(row, Field::Sku, &mut desk.tables.skus) else {
        cursor.row_issue(row, "sku-missing", Done::RowIgnored);
        return false;
    };
    let (mut on_hand, mut unsellable) = (
        cursor.units(row, Field::OnHand),
        cursor.units(row, Field::Unsellable),
    );
    if cursor.has(Field::StockCondition) {
        let sellable = |word: &str| match word {
            "sellable" => Some(true),
            "unsellable" => Some(false),
            _ => None,
        };
        let units = cursor.units(row, Field::Units);
        match cursor.word(row, Field::StockCondition, sellable) {
            Got::Value(true) => on_hand = units,
            Got::Value(false) => unsellable = units,
            Got::Empty | Got::Bad => {}
        }
    }
    let inbound = [
        Field::InboundWorking,
        Field::InboundShipped,
        Field::InboundReceiving,
    ]
    .into_iter()
    .filter_map(|field| cursor.units(row, field))
    .reduce(u32::saturating_add);
    let strings = &mut desk.tables.strings;
    let stock = StockRow {
        origin: cursor.origin(row),
        sku,
        asin: cursor.asin(row),
        title: cursor.keep(row, Field::Title, strings),
        condition: listings::condition(cursor, row),
        price: cursor.yen(row, Field::Price),
        on_hand,
        reserved: cursor.units(row, Field::Reserved),
        unsellable,
        inbound,
    };
    desk.tables.stock.push(stock);
    true
}
