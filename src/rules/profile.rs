//! The account profile of an example, with the keys that it has in the config.

use crate::model::{Account, Attest, SellerDetail, Stated};
use crate::tomltree::{Node, key_of};
use std::collections::BTreeMap;

/// Keys beside those of the seller details.
const KEYS: &[&str] = &[
    "store_name",
    "opened",
    "antique_permit",
    "antique_permit_number",
    "antique_permit_shown",
    "attested",
];

/// Reads the profile; what is wrong with it is noted.
pub(super) fn read(node: &Node<'_>) -> Option<Account> {
    let table = node.table()?;
    let details = SellerDetail::ALL.iter().map(|word| key_of(word.word()));
    let keys: Vec<String> = KEYS
        .iter()
        .map(|k| (*k).to_owned())
        .chain(details)
        .collect();
    table.only(&keys.iter().map(String::as_str).collect::<Vec<_>>());
    let text = |key| {
        let node = table.get(key)?;
        node.text().map(str::to_owned)
    };
    let flag = |key| table.get(key).and_then(|node| node.flag());
    Some(Account {
        store_name: text("store_name"),
        opened: table.get("opened").and_then(|node| node.day()),
        antique_permit: flag("antique_permit"),
        antique_permit_number: text("antique_permit_number"),
        antique_permit_shown: flag("antique_permit_shown"),
        details: table.by_word::<SellerDetail, _>(|node| {
            node.unless_false(|node| node.text().map(str::to_owned))
        }),
        attested: table
            .get("attested")
            .and_then(|node| attested(&node))
            .unwrap_or_default(),
    })
}

fn attested(node: &Node<'_>) -> Option<BTreeMap<Attest, Stated>> {
    let table = node.table()?;
    let keys: Vec<String> = Attest::ALL.iter().map(|word| key_of(word.word())).collect();
    table.only(&keys.iter().map(String::as_str).collect::<Vec<_>>());
    Some(table.by_word(|node| {
        let day = node.unless_false(Node::day)?;
        Some(day.map_or(Stated::No, Stated::On))
    }))
}
