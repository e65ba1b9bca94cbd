//! `[[policy.override]]`: what the seller accepts knowingly, written into the settings.

use super::Set;
use crate::model::{Asin, Exception};
use crate::tomltree::Table;

/// Keys of `[[policy.override]]`.
pub(super) const KEYS: &[&str] = &[
    "rule", "brand", "supplier", "asin", "sku", "severity", "decision", "reason", "until",
];
/// Those of which one must be there.
const NAMES: usize = 5;

/// Reads one, with the place of its rule id; no exception when something of it is wrong.
pub(super) fn read(table: &Table<'_>, file: &str) -> (Option<Set<String>>, Option<Exception>) {
    let rule = table.get("rule");
    let rule = rule.and_then(|node| Some(Set::at(&node, node.filled()?.to_owned())));
    (rule, exception(table, file))
}

fn exception(table: &Table<'_>, file: &str) -> Option<Exception> {
    table.only(KEYS);
    let text = |key| match table.get(key) {
        None => Some(String::new()),
        Some(node) => node.filled().map(str::to_owned),
    };
    let asin = table.get("asin").map(|node| {
        let word = node.filled()?.to_ascii_uppercase();
        let asin = Asin::parse(word.as_bytes());
        if asin.is_none() {
            node.note_value("bad-asin", &word);
        }
        asin
    });
    let named = KEYS[..NAMES].iter().any(|key| table.get(key).is_some());
    if !named {
        let problem = table.file().problem(table.span(), "override-names-nothing");
        table.file().note(problem);
    }
    // Everything is read before anything is given up, so that all problems are seen.
    let severity = table.get("severity").map(|node| node.word());
    let decision = table.get("decision").map(|node| node.word());
    let names = [text("rule"), text("brand"), text("supplier"), text("sku")];
    let reason = table.need("reason").and_then(|node| node.filled());
    let until = table.need("until").and_then(|node| node.day());
    let [id, brand, supplier, sku] = names;
    Some(Exception {
        file: file.to_owned(),
        line: table.line(),
        rule: id?,
        brand: brand?,
        supplier: supplier?,
        asin: told(asin)?,
        sku: sku?,
        severity: told(severity)?,
        decision: told(decision)?,
        reason: reason?.to_owned(),
        until: until?,
    })
}

/// A value that need not be there; `None` when it is there and wrong.
fn told<T>(value: Option<Option<T>>) -> Option<Option<T>> {
    value.map_or(Some(None), |value| value.map(Some))
}
