//! `[account]`: what the seller tells of the account; what is not stated stays unknown.

use crate::model::{Account, Attest, SellerDetail, Stated};
use crate::tomltree::{Node, Table, key_of};

/// Keys of `[account]`.
pub(super) const KEYS: &[&str] = &[
    "store_name",
    "opened",
    "antique_permit",
    "antique_permit_number",
    "antique_permit_shown",
    "seller_name",
    "seller_address",
    "seller_phone",
    "seller_manager",
    "attested",
];

/// Keys of `[account.attested]`.
#[must_use]
pub(super) fn attested_keys() -> Vec<String> {
    Attest::ALL.iter().map(|word| key_of(word.word())).collect()
}

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
        details: table.by_word::<SellerDetail, _>(|node| {
            node.unless_false(|node| node.filled().map(str::to_owned))
        }),
        attested: table
            .get("attested")
            .and_then(|node| attested(&node))
            .unwrap_or_default(),
    };
    (!table.is_empty()).then_some(account)
}

fn attested(node: &Node<'_>) -> Option<std::collections::BTreeMap<Attest, Stated>> {
    let table = node.table()?;
    let keys = attested_keys();
    table.only(&keys.iter().map(String::as_str).collect::<Vec<_>>());
    Some(table.by_word(|node| {
        let day = node.unless_false(Node::day)?;
        Some(day.map_or(Stated::No, Stated::On))
    }))
}
