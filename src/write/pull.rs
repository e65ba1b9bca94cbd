//! The offers of one brand, as a table for a terminal and as CSV for a spreadsheet.

use super::cells::Row;
use super::words::{grouped, yen};
use super::{Style, Words, escape};
use crate::model::{Lang, Pull, Pulled, Value};
use comfy_table::{ContentArrangement, Table};
use std::io::{self, Write};

/// Columns of the table: the message `ui-pull-<name>` is the heading.
const COLUMNS: [&str; 8] = [
    "tier", "sku", "asin", "status", "units", "fba", "yen", "title",
];
/// Columns that the CSV has besides.
const MORE: [&str; 2] = ["matched", "why"];

/// Writes the offers as a table, with the sums below.
///
/// # Errors
/// Those of `out`.
pub fn pull(
    out: &mut dyn Write,
    pull: &Pull,
    words: &Words,
    style: &Style,
    terminal: bool,
) -> io::Result<()> {
    let say = |id: &str, values: &[(&str, &Value)]| words.say(style.lang, id, values);
    let brand = Value::from(escape::terminal(&pull.brand).as_ref());
    if pull.offers.is_empty() {
        return writeln!(out, "{}", say("ui-pull-none", &[("brand", &brand)]));
    }
    let mut table = Table::new();
    table.load_style(comfy_table::presets::NOTHING);
    if terminal {
        let width = u16::try_from(style.width).unwrap_or(u16::MAX);
        table
            .set_content_arrangement(ContentArrangement::Dynamic)
            .set_width(width);
    }
    table.set_header(COLUMNS.map(|name| say(&format!("ui-pull-{name}"), &[])));
    for offer in &pull.offers {
        let cells = cells(offer, words, style.lang);
        table.add_row(cells.map(|cell| escape::terminal(&cell).into_owned()));
    }
    writeln!(out, "{}\n", table.trim_fmt())?;
    let at_stake = pull
        .yen_at_stake
        .map_or_else(|| Value::word("unknown"), Value::from);
    let values = [
        ("n", &Value::from(pull.offers.len() as u64)),
        ("asins", &Value::from(pull.asins)),
        ("units", &Value::from(pull.units)),
        ("yen", &at_stake),
        ("brand", &brand),
    ];
    writeln!(out, "{}", say("ui-pull-sum", &values))?;
    writeln!(out, "{}", say("ui-pull-how", &[]))
}

fn cells(offer: &Pulled, words: &Words, lang: Lang) -> [String; 8] {
    let unknown = || words.word(lang, "unknown").into_owned();
    let count = |units: Option<u64>| {
        units.map_or_else(unknown, |n| grouped(i64::try_from(n).unwrap_or(i64::MAX)))
    };
    let status = |status: crate::model::Status| words.word(lang, status.word()).into_owned();
    [
        words
            .word(lang, &format!("tier-{}", offer.tier))
            .into_owned(),
        offer.sku.clone(),
        offer.asin.clone().unwrap_or_else(unknown),
        offer.status.map_or_else(unknown, status),
        count(offer.units),
        // An offer that the seller ships has no unit at FBA.
        offer.fba.map_or_else(|| "-".to_owned(), |n| count(Some(n))),
        offer.yen_at_stake.map_or_else(unknown, yen),
        offer.title.clone(),
    ]
}

/// Writes the offers as CSV, as [`super::csv`] writes findings: for Excel, and no cell acts.
///
/// # Errors
/// Those of `out`.
pub fn pull_csv(out: &mut dyn Write, pull: &Pull, words: &Words, lang: Lang) -> io::Result<()> {
    let mut text = String::from('\u{feff}');
    let mut row = Row::new(&mut text);
    for name in COLUMNS.iter().chain(&MORE) {
        row.text(&words.say(lang, &format!("ui-pull-{name}"), &[]));
    }
    row.end();
    for offer in &pull.offers {
        let number = |n: Option<u64>| n.map(|n| i64::try_from(n).unwrap_or(i64::MAX));
        let mut row = Row::new(&mut text);
        row.text(&words.word(lang, &format!("tier-{}", offer.tier)));
        row.id(&offer.sku);
        row.id(offer.asin.as_deref().unwrap_or_default());
        let status = offer.status.map(|status| words.word(lang, status.word()));
        row.text(status.as_deref().unwrap_or_default());
        row.number(number(offer.units));
        row.number(number(offer.fba));
        row.number(offer.yen_at_stake.map(|yen| yen.0));
        row.text(&offer.title);
        row.text(&offer.matched);
        row.text(&words.word(lang, &offer.why));
        row.end();
    }
    out.write_all(text.as_bytes())
}
