//! How the account stood in its last audits, on a terminal: a line each, the newest last.

use super::page::{self, Page};
use crate::model::{Head, Milestone, ProofEnd, Severity, Value};
use crate::write::{width, words::grouped, yen};
use std::collections::BTreeSet;
use std::io;

/// Audits that are shown when not all are asked for.
const SHOWN: usize = 6;
/// Days ahead in which proofs that fall out are counted.
const SOON: i32 = 30;
/// Cells between two columns.
const GAP: usize = 2;

/// The figures of the last audits, and the proofs that fall out soon.
pub(super) fn tell(page: &mut Page<'_>, head: &Head) -> io::Result<()> {
    if head.trend.len() > 1 {
        let heading = page.say("ui-trend", &[]);
        page.heading(&heading)?;
        let most = if page.style.all { usize::MAX } else { SHOWN };
        let from = head.trend.len().saturating_sub(most);
        table(page, head.trend.get(from..).unwrap_or_default())?;
    }
    soon(page, head)
}

fn table(page: &mut Page<'_>, trend: &[Milestone]) -> io::Result<()> {
    let heading = [
        page.say("ui-trend-day", &[]),
        page.name("decision", "stop"),
        page.name("decision", "hold"),
        page.name("severity", "critical"),
        page.name("severity", "high"),
        page.say("ui-trend-yen", &[]),
        page.say("ui-trend-proven", &[]),
    ];
    let rows: Vec<[String; 7]> = trend.iter().map(figures).collect();
    let widest = |column: usize| {
        let all = rows.iter().map(|row| &row[column]);
        let cells = all.chain([&heading[column]]).map(|cell| width::cells(cell));
        cells.max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..heading.len()).map(widest).collect();
    let line = |cells: &[String; 7]| {
        let cells = cells.iter().zip(&widths);
        let cells: Vec<String> = cells
            .map(|(cell, room)| width::right(cell, *room))
            .collect();
        cells.join(&" ".repeat(GAP))
    };
    let (heading, last) = (line(&heading), rows.len().saturating_sub(1));
    page.line(&format!("  {}", page.paint(page::FAINT, &heading)))?;
    for (nth, row) in rows.iter().enumerate() {
        let text = line(row);
        let text = match nth == last {
            true => page.paint(page::STRONG, &text),
            false => text,
        };
        page.line(&format!("  {text}"))?;
    }
    Ok(())
}

fn figures(then: &Milestone) -> [String; 7] {
    let count = |n: u64| grouped(i64::try_from(n).unwrap_or(i64::MAX));
    let of = |severity| count(then.findings.get(&severity).copied().unwrap_or(0));
    [
        then.day.to_string(),
        count(then.stop),
        count(then.hold),
        of(Severity::Critical),
        of(Severity::High),
        then.yen_at_stake.map_or("-".to_owned(), yen),
        format!("{} / {}", count(then.covered), count(then.held)),
    ]
}

/// The units whose proof falls out in the days ahead.
fn soon(page: &mut Page<'_>, head: &Head) -> io::Result<()> {
    let Some(outlook) = &head.outlook else {
        return Ok(());
    };
    let near = |end: &&ProofEnd| {
        end.day
            .since(head.run.today)
            .is_ok_and(|s| s.get_days() <= SOON)
    };
    let near: Vec<&ProofEnd> = outlook.expiries.iter().filter(near).collect();
    let Some(first) = near.first() else {
        return Ok(());
    };
    let asins: BTreeSet<&str> = near.iter().map(|end| end.asin.as_str()).collect();
    let units: u64 = near.iter().map(|end| end.units).sum();
    let args = [
        ("days", Value::Int(SOON.into())),
        ("units", units.into()),
        ("asins", (asins.len() as u64).into()),
        ("first", first.day.into()),
    ];
    let said = page.say("ui-trend-soon", &args);
    page.block("  ", &said)
}
