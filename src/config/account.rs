//! `[account]`: what the seller tells of the account; what is not stated stays unknown.

use crate::model::Account;
use crate::tomltree::Table;

/// Keys of `[account]`.
pub(super) const KEYS: &[&str] = &[
    "store_name",
    "opened",
    "antique_permit",
    "antique_permit_number",
    "antique_permit_shown",
];

/// Reads the section; `None` when it states nothing.
pub(super) fn read(table: &Table<'_>) -> Option<Account> {
    table.only(KEYS);
    let text = |key| table.get(key).and_then(|node| node.filled());
    let flag = |key| table.get(key).and_then(|node| node.flag());
    let account = Account {
        store_name: text("store_name").map(str::to_owned),
        opened: table.get("opened").and_then(|node| node.day()),
        antique_permit: flag("antique_permit"),
        antique_permit_number: table.get("antique_permit_number").and_then(|node| {
            let number = node.filled()?;
            let digits = number.bytes().filter(u8::is_ascii_digit).count();
            let shape = digits == 12 && number.chars().all(|c| c.is_ascii_digit() || c == '-');
            if !shape {
                node.note_value("permit-number", number);
            }
            shape.then(|| number.to_owned())
        }),
        antique_permit_shown: flag("antique_permit_shown"),
    };
    (!table.is_empty()).then_some(account)
}
