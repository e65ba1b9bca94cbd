//! The papers and offers of a notice as CSV.

use super::Words;
use super::cells::Row;
use crate::model::{Demand, Lang, PaperUse};
use std::io::{self, Write};

/// The columns of the papers: the message `ui-csv-pack-<name>` is the heading.
const PAPERS: [&str; 17] = [
    "number",
    "use",
    "name",
    "file",
    "sha256",
    "bytes",
    "kind",
    "invoice",
    "issued",
    "supplier",
    "addressee",
    "asin",
    "units",
    "proves",
    "reasons",
    "place",
    "line",
];

/// Writes the papers as CSV for a spreadsheet, a row for each paper and ASIN.
///
/// # Errors
/// Those of `out`.
pub fn demand_csv(
    out: &mut dyn Write,
    demand: &Demand,
    words: &Words,
    lang: Lang,
) -> io::Result<()> {
    let mut all = String::from('\u{feff}');
    headings(&mut all, &PAPERS, words, lang);
    for paper in &demand.papers {
        for of in &paper.asins {
            let number = |n: Option<u64>| n.and_then(|n| i64::try_from(n).ok());
            let mut row = Row::new(&mut all);
            row.number(Some(i64::from(paper.number)));
            row.text(&words.say(lang, put(paper.put), &[]));
            row.text(paper.name.as_deref().unwrap_or_default());
            row.text(&paper.file);
            row.id(paper.sha256.as_deref().unwrap_or_default());
            row.number(number(paper.bytes));
            let kind = paper.kind.map(|kind| format!("paper-{kind}"));
            row.text(&kind.map_or_else(String::new, |kind| words.word(lang, &kind).into_owned()));
            row.id(&paper.invoice);
            row.text(&paper.issued.map_or_else(String::new, |day| day.to_string()));
            row.text(paper.supplier.as_deref().unwrap_or_default());
            row.text(&paper.addressee);
            row.id(&of.asin);
            row.number(number(of.units));
            row.number(number(Some(of.proves)));
            let reasons = paper.reasons.iter().map(|reason| {
                let mut said = String::new();
                words.fact(&mut said, lang, reason);
                said
            });
            row.text(&reasons.collect::<Vec<_>>().join(" / "));
            row.text(paper.at.as_ref().map_or("", |at| &*at.file));
            let line = paper.at.as_ref().and_then(|at| at.line);
            row.number(line.map(i64::from));
            row.end();
        }
    }
    out.write_all(all.as_bytes())
}

/// The columns of the offers.
const OFFER: [&str; 5] = ["rule", "sku", "asin", "title", "stock"];

/// Writes every offer of the notice and every other with the same cause as CSV.
///
/// # Errors
/// Those of `out`.
pub fn demand_skus_csv(
    out: &mut dyn Write,
    demand: &Demand,
    words: &Words,
    lang: Lang,
) -> io::Result<()> {
    let mut all = String::from('\u{feff}');
    headings(&mut all, &OFFER, words, lang);
    let own = demand
        .asins
        .iter()
        .map(|asin| (demand.notice.id.as_str(), &asin.skus));
    let others = demand.same_cause.iter().map(|c| (c.rule.as_str(), &c.skus));
    for (cause, skus) in own.chain(others) {
        for sku in skus {
            let mut row = Row::new(&mut all);
            row.id(cause);
            row.id(&sku.sku);
            row.id(sku.asin.as_deref().unwrap_or_default());
            row.text(&sku.title);
            row.number(sku.stock.and_then(|n| i64::try_from(n).ok()));
            row.end();
        }
    }
    out.write_all(all.as_bytes())
}

fn headings(all: &mut String, columns: &[&str], words: &Words, lang: Lang) {
    let mut row = Row::new(all);
    for column in columns {
        row.text(&words.say(lang, &format!("ui-csv-pack-{column}"), &[]));
    }
    row.end();
}

fn put(put: PaperUse) -> &'static str {
    match put {
        PaperUse::In => "ui-pack-in",
        PaperUse::Weak => "ui-pack-weak",
        PaperUse::Out => "ui-pack-not-in",
    }
}
