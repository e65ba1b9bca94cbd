//! The proof ledger on a terminal: the stock on the days ahead, the ASINs with their lots, and what
//! proves the papers of the suppliers.

use super::Style;
use super::page::{self, Page};
use crate::model::{AsinLedger, Day, Head, LedgerHead, LedgerLot, Ledgers, SupplierPapers, Value};
use crate::write::{Words, escape, grouped, width, yen};
use std::io::{self, Write};

/// ASINs, lots of one of them, and suppliers that are shown unless all are asked for.
const ASINS: usize = 20;
const LOTS: usize = 12;
const SUPPLIERS: usize = 10;
/// What stands between two statements in one line.
const BETWEEN: &str = " / ";
/// Cells of a line from which on lots stand in a table.
const WIDE: usize = 72;
/// Cells between two columns.
const GAP: usize = 2;

/// Writes a ledger.
///
/// # Errors
/// Those of `out`.
pub fn proof(
    out: &mut dyn Write,
    head: &Head,
    ledger: &LedgerHead,
    asins: Ledgers<'_>,
    words: &Words,
    style: &Style,
) -> io::Result<()> {
    let mut page = Page::new(out, head, words, *style);
    summary(&mut page, ledger)?;
    if ledger.asins_shown == 0 {
        return Ok(());
    }
    let most = if style.all { usize::MAX } else { ASINS };
    let shown = (most as u64).min(ledger.asins_shown);
    let args = [("shown", shown.into()), ("n", ledger.asins_shown.into())];
    let heading = page.say("ui-proof-heading", &args);
    page.heading(&heading)?;
    for asin in asins.take(most) {
        told(&mut page, &asin)?;
    }
    let more = ledger.asins_shown - shown;
    if more > 0 {
        page.line("")?;
        let said = page.say("ui-proof-more", &[("n", more.into())]);
        page.painted("  ", &said, page::FAINT)?;
    }
    suppliers(&mut page, &ledger.suppliers)
}

fn summary(page: &mut Page<'_>, ledger: &LedgerHead) -> io::Result<()> {
    let title = page.say("ui-proof", &[("day", ledger.run.today.into())]);
    let title = page.paint(page::STRONG, &title);
    page.line(&title)?;
    let kinds = Value::words(ledger.window.kinds.iter().map(|kind| kind.word()));
    let args = [("kinds", kinds), ("days", ledger.window.days.into())];
    say(page, "ui-proof-window", &args)?;
    match ledger.sales_span {
        Some((from, to)) => {
            let span = [("from", from.into()), ("to", to.into())];
            say(page, "ui-proof-sales", &span)?;
        }
        None => say(page, "ui-proof-no-sales", &[])?,
    }
    let (n, shown) = (ledger.asins_in_all, ledger.asins_shown);
    say(
        page,
        "ui-proof-asins",
        &[("n", n.into()), ("shown", shown.into())],
    )?;
    if shown == 0 {
        return say(page, "ui-proof-none", &[]);
    }
    page.line("")?;
    table(page, ledger)?;
    page.line("")?;
    let sum = &ledger.totals;
    let args = [
        ("bought", sum.bought.into()),
        ("sold", sum.sold.into()),
        ("returned", sum.returned.into()),
    ];
    say(page, "ui-proof-units", &args)?;
    let args = [
        ("documented", sum.documented.into()),
        ("sold", sum.documented_sold.into()),
        ("stock", sum.documented_in_stock.into()),
        ("left", sum.documented_left_over.into()),
    ];
    say(page, "ui-proof-documented", &args)?;
    if sum.sold_unaccounted + sum.stock_unaccounted > 0 {
        let args = [
            ("sold", sum.sold_unaccounted.into()),
            ("stock", sum.stock_unaccounted.into()),
        ];
        say(page, "ui-proof-unaccounted", &args)?;
    }
    let args = [
        ("ready", ledger.ready.into()),
        ("lacking", ledger.not_ready.into()),
        ("open", ledger.ready_unknown.into()),
    ];
    say(page, "ui-proof-ready", &args)?;
    for id in ["ui-proof-formula", "ui-proof-note"] {
        let said = page.say(id, &[]);
        page.painted("  ", &said, page::FAINT)?;
    }
    Ok(())
}

fn say(page: &mut Page<'_>, id: &str, args: &[(&str, Value)]) -> io::Result<()> {
    let said = page.say(id, args);
    page.block("  ", &said)
}

/// Stock, covered and not covered, today and on the days ahead.
fn table(page: &mut Page<'_>, ledger: &LedgerHead) -> io::Result<()> {
    let sum = &ledger.totals;
    let mut columns = vec![(
        page.say("ui-proof-today", &[]),
        sum.stock,
        sum.stock_covered,
    )];
    for ahead in &ledger.forecast {
        let name = page.say("ui-proof-ahead", &[("days", ahead.days.into())]);
        columns.push((name, ahead.stock, ahead.covered));
    }
    let names = ["stock", "covered", "uncovered"];
    let names = names.map(|row| page.say(&format!("ui-proof-row-{row}"), &[]));
    if page.width() < WIDE {
        for (day, stock, covered) in &columns {
            let figures = [*stock, *covered, stock - covered].map(|n| grouped(n as i64));
            let said = names.iter().zip(&figures).map(|(n, f)| format!("{n} {f}"));
            let said = said.collect::<Vec<_>>().join(BETWEEN);
            page.block("  ", &format!("{day}: {said}"))?;
        }
        return Ok(());
    }
    let label = names.iter().map(|n| width::cells(n)).max().unwrap_or(0);
    let mut lines = [
        format!("  {:label$}", ""),
        format!("  {}", width::left(&names[0], label)),
        format!("  {}", width::left(&names[1], label)),
        format!("  {}", width::left(&names[2], label)),
    ];
    for (name, stock, covered) in &columns {
        let figures = [*stock, *covered, stock - covered].map(|n| grouped(n as i64));
        let cells = [name, &figures[0], &figures[1], &figures[2]];
        let room = cells.iter().map(|c| width::cells(c)).max().unwrap_or(0);
        for (line, cell) in lines.iter_mut().zip(cells) {
            line.push_str(&format!("{:GAP$}{}", "", width::right(cell, room)));
        }
    }
    lines.iter().try_for_each(|line| page.line(line))
}

/// One ASIN with its lots.
fn told(page: &mut Page<'_>, asin: &AsinLedger) -> io::Result<()> {
    page.line("")?;
    let amount = asin.yen_at_stake.map(yen).unwrap_or_default();
    let skus = asin.skus.join(", ");
    let name = match &asin.asin {
        Some(asin) => format!("{asin} ({skus})"),
        None => skus,
    };
    let name = escape::terminal(&format!("{name}  {}", asin.title)).into_owned();
    let room = page.width().saturating_sub(width::cells(&amount) + 4);
    let name = page.paint(page::STRONG, &width::left(&name, room));
    page.line(&format!("  {name}  {amount}"))?;
    let mut said = vec![stock(page, asin)];
    if let Some(pace) = asin.pace {
        let args = [("sold", pace.sold.into()), ("days", pace.days.into())];
        said.push(page.say("ui-proof-pace", &args));
    }
    page.block("    ", &said.join(BETWEEN))?;
    if let Some(next) = &asin.expires {
        let args = [
            ("left", next.days_left.into()),
            ("units", next.units.into()),
            ("day", next.falls_out.into()),
        ];
        let said = page.say("ui-proof-expires", &args);
        page.block("    ", &said)?;
    }
    let ahead = |page: &Page<'_>, a: &crate::model::Ahead| {
        let args = [
            ("days", a.days.into()),
            ("stock", a.stock.into()),
            ("covered", a.covered.into()),
        ];
        page.say("ui-proof-ahead-covered", &args)
    };
    let forecast: Vec<String> = asin.forecast.iter().map(|a| ahead(page, a)).collect();
    if asin.figures.stock > 0 {
        let ahead = Value::Text(forecast.join(BETWEEN));
        let said = page.say("ui-proof-ahead-line", &[("ahead", ahead)]);
        page.block("    ", &said)?;
    }
    let ready = page.readiness(&asin.readiness);
    if !ready.is_empty() {
        page.block("    ", &ready)?;
    }
    if asin.figures.shared_jan > 0 {
        let args = [("units", asin.figures.shared_jan.into())];
        let said = page.say("ui-proof-shared", &args);
        page.block("    ", &said)?;
    }
    if !asin.not_told.is_empty() {
        let inputs = Value::Text(page.missing(&asin.not_told));
        let said = page.say("ui-proof-untold", &[("inputs", inputs)]);
        page.painted("    ", &said, page::FAINT)?;
    }
    lots(page, &asin.lots)
}

fn stock(page: &Page<'_>, asin: &AsinLedger) -> String {
    if !asin.stock_told {
        return page.say("ui-proof-stock-untold", &[]);
    }
    let sum = &asin.figures;
    let args = [
        ("stock", sum.stock.into()),
        ("covered", sum.stock_covered.into()),
        ("uncovered", (sum.stock - sum.stock_covered).into()),
    ];
    page.say("ui-proof-stock", &args)
}

/// The lots as a table; the newest are the ones that lie in stock, so the oldest give way.
fn lots(page: &mut Page<'_>, lots: &[LedgerLot]) -> io::Result<()> {
    if lots.is_empty() {
        return Ok(());
    }
    let hidden = match page.style.all {
        true => 0,
        false => lots.len().saturating_sub(LOTS),
    };
    if hidden > 0 {
        let said = page.say("ui-proof-more-lots", &[("n", (hidden as u64).into())]);
        page.painted("    ", &said, page::FAINT)?;
    }
    let names = ["day", "units", "sold", "stock", "falls-out"];
    let names = names.map(|name| page.say(&format!("ui-proof-col-{name}"), &[]));
    let rows: Vec<[String; 5]> = lots[hidden..].iter().map(figures).collect();
    let rooms: [usize; 5] = std::array::from_fn(|column| {
        let cells = rows.iter().map(|row| width::cells(&row[column]));
        cells
            .chain([width::cells(&names[column])])
            .max()
            .unwrap_or(0)
    });
    let line = |row: &[String; 5]| {
        let cells = row.iter().zip(rooms).enumerate();
        let cells = cells.map(|(column, (cell, room))| match column {
            0 | 4 => width::left(cell, room),
            _ => width::right(cell, room),
        });
        cells.collect::<Vec<_>>().join("  ")
    };
    let taken = rooms.iter().sum::<usize>() + 4 * GAP + 4 + GAP;
    let rest = page.width().saturating_sub(taken).max(12);
    let heading = format!(
        "{}: {}",
        page.say("ui-proof-col-paper", &[]),
        page.say("ui-proof-col-supplier", &[])
    );
    row(page, &line(&names), &heading, rest, page::FAINT)?;
    for (lot, figures) in lots[hidden..].iter().zip(&rows) {
        let paper = escape::terminal(&paper(page, lot)).into_owned();
        row(page, &line(figures), &paper, rest, anstyle::Style::new())?;
    }
    Ok(())
}

/// One line of the table; on a narrow screen a few lines.
fn row(
    page: &mut Page<'_>,
    figures: &str,
    paper: &str,
    rest: usize,
    colour: anstyle::Style,
) -> io::Result<()> {
    if page.width() < WIDE {
        return page.painted("    ", &format!("{figures}  {paper}"), colour);
    }
    let line = format!("    {figures}  {}", width::cut(paper, rest));
    let line = page.paint(colour, &line);
    page.line(&line)
}

fn figures(lot: &LedgerLot) -> [String; 5] {
    let day = |day: Option<Day>| day.map_or_else(|| "-".to_owned(), |day| day.to_string());
    let units = |n: u64| grouped(i64::try_from(n).unwrap_or(i64::MAX));
    [
        day(lot.day),
        units(lot.units),
        units(lot.sold),
        units(lot.in_stock),
        day(lot.falls_out),
    ]
}

/// The papers of a lot and its supplier.
fn paper(page: &Page<'_>, lot: &LedgerLot) -> String {
    let mut said: Vec<String> = Vec::new();
    for paper in &lot.papers {
        let kind = paper.kind.map_or("unknown", |kind| kind.word());
        let mut one = page.word(kind);
        let named = paper.file.as_ref().or(paper.number.as_ref());
        if let Some(name) = named {
            one.push(' ');
            one.push_str(name);
        }
        if paper.state != crate::model::PaperState::Counts {
            let state = page.name("proof-state", paper.state.word());
            one.push_str(&format!(" [{state}]"));
        }
        said.push(one);
    }
    if said.is_empty() {
        said.push(page.say("ui-proof-no-paper", &[]));
    }
    let mut said = said.join(" + ");
    if let Some(supplier) = &lot.supplier {
        said.push_str(": ");
        said.push_str(supplier);
    }
    if !lot.bought {
        said.push(' ');
        said.push_str(&page.say("ui-proof-no-purchase", &[]));
    }
    said
}

/// What each supplier has and lacks; those that lack most first.
fn suppliers(page: &mut Page<'_>, all: &[SupplierPapers]) -> io::Result<()> {
    if all.is_empty() {
        return Ok(());
    }
    let malformed = |s: &SupplierPapers| s.registration_well_formed == Some(false);
    let lacking = all.iter().filter(|s| !s.lacks.is_empty() || malformed(s));
    let args = [
        ("lacking", (lacking.count() as u64).into()),
        ("n", (all.len() as u64).into()),
    ];
    let heading = page.say("ui-proof-suppliers", &args);
    page.heading(&heading)?;
    let most = if page.style.all { all.len() } else { SUPPLIERS };
    for supplier in all.iter().take(most) {
        let name = escape::terminal(&supplier.name).into_owned();
        let name = width::cut(&name, page.width() - 4).into_owned();
        page.line(&format!("  {name}"))?;
        let said = papers_of(page, supplier);
        page.block("    ", &said.join(BETWEEN))?;
    }
    let more = all.len().saturating_sub(most) as u64;
    if more > 0 {
        let said = page.say("ui-proof-more-suppliers", &[("n", more.into())]);
        page.painted("  ", &said, page::FAINT)?;
    }
    Ok(())
}

fn papers_of(page: &Page<'_>, supplier: &SupplierPapers) -> Vec<String> {
    let mut said = Vec::new();
    for (id, fields) in [
        ("ui-proof-lacks", &supplier.lacks),
        ("ui-proof-has", &supplier.has),
    ] {
        if !fields.is_empty() {
            said.push(page.say(id, &[("fields", Value::words(fields))]));
        }
    }
    if supplier.registration_well_formed == Some(false) {
        let number = supplier.registration.as_deref().unwrap_or_default();
        let number = width::cut(number, 40).into_owned();
        said.push(page.say("ui-proof-registration-form", &[("number", number.into())]));
    }
    if let Some(brands) = &supplier.loa_brands {
        let today = page.head.run.today;
        let over = supplier.loa_expiry.is_some_and(|day| day < today);
        let id = if over {
            "ui-proof-loa-over"
        } else {
            "ui-proof-loa"
        };
        let brands = width::cut(brands, 60).into_owned();
        let args = [
            ("brands", brands.into()),
            ("day", supplier.loa_expiry.into()),
        ];
        said.push(page.say(id, &args));
    }
    said
}
