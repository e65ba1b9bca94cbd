//! `[[source]]`: how to read a file whose shape kenpin does not know.

use crate::model::{Field, Input};
use crate::read::SourceMap;
use crate::tomltree::{Node, Table};
use std::collections::BTreeMap;

/// Keys of `[[source]]`.
pub(super) const KEYS: &[&str] = &[
    "file",
    "kind",
    "columns",
    "date_format",
    "encoding",
    "delimiter",
    "sheet",
    "header_line",
    "supplier",
    "class",
    "route",
];

/// Kinds of input that come in files.
const KINDS: &[Input] = &[
    Input::Listings,
    Input::Stock,
    Input::Purchases,
    Input::Suppliers,
    Input::Documents,
    Input::Sales,
    Input::Returns,
    Input::Catalog,
    Input::Pledges,
    Input::Shipment,
];

/// Encodings that can be asked for.
pub(super) const ENCODINGS: &[&str] = &["auto", "utf-8", "cp932", "utf-16le", "utf-16be", "euc-jp"];

/// Separators by name.
const DELIMITERS: &[(&str, u8)] = &[
    ("tab", b'\t'),
    ("\t", b'\t'),
    (",", b','),
    (";", b';'),
    ("|", b'|'),
];

pub(super) fn read(table: &Table<'_>) -> Option<SourceMap> {
    table.only(KEYS);
    let text = |key| {
        let node = table.get(key)?;
        node.filled().map(str::to_owned)
    };
    let pattern = table.need("file").and_then(|node| node.filled());
    let kind = table.need("kind").and_then(|node| node.word_of(KINDS));
    let columns = table.get("columns").map(|node| columns(&node));
    let source = SourceMap {
        pattern: pattern.unwrap_or_default().to_owned(),
        kind: kind.unwrap_or(Input::Purchases),
        columns: columns.flatten().unwrap_or_default(),
        date_format: table.get("date_format").and_then(|node| date_format(&node)),
        encoding: table.get("encoding").and_then(|node| encoding(&node)),
        delimiter: table.get("delimiter").and_then(|node| delimiter(&node)),
        sheet: text("sheet"),
        header_line: table
            .get("header_line")
            .and_then(|node| node.number(1..=10_000))
            .and_then(|line| u32::try_from(line).ok()),
        supplier: text("supplier"),
        class: table.get("class").and_then(|node| node.word()),
        route: table.get("route").and_then(|node| node.word()),
    };
    (pattern.is_some() && kind.is_some()).then_some(source)
}

fn columns(node: &Node<'_>) -> Option<BTreeMap<Field, String>> {
    let table = node.table()?;
    let mut columns = BTreeMap::new();
    for (key, node) in table.entries() {
        let Some(field) = Field::from_word(key.name) else {
            table.unknown(&key, Field::ALL.iter().map(|f| f.word()));
            continue;
        };
        if let Some(header) = node.filled() {
            columns.insert(field, header.to_owned());
        }
    }
    Some(columns)
}

/// An encoding; `None` also for "auto".
pub(super) fn encoding(node: &Node<'_>) -> Option<String> {
    let text = node.text()?;
    let found = ENCODINGS.iter().find(|e| e.eq_ignore_ascii_case(text));
    if found.is_none() {
        node.bad_word(text, ENCODINGS.iter().copied());
    }
    found.filter(|e| **e != "auto").map(|e| (*e).to_owned())
}

fn delimiter(node: &Node<'_>) -> Option<u8> {
    let text = node.text()?;
    let found = DELIMITERS.iter().find(|(name, _)| *name == text);
    if found.is_none() {
        let names = DELIMITERS.iter().map(|(name, _)| *name);
        node.bad_word(text, names.filter(|name| *name != "\t"));
    }
    found.map(|(_, byte)| *byte)
}

/// A strftime format that can stand for a date.
fn date_format(node: &Node<'_>) -> Option<String> {
    let format = node.filled()?;
    let written = jiff::fmt::strtime::format(format, jiff::civil::date(2026, 11, 21));
    if !format.contains('%') || written.is_err() {
        node.note_value("date-format", format);
        return None;
    }
    Some(format.to_owned())
}
