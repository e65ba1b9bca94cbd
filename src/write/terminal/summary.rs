//! The head of the terminal report: what may go out, what is at stake, and the line at the end.

use super::page::{self, Page};
use crate::model::{Decision, FeedState, Severity, Value};
use crate::write::{escape, width, yen};
use std::io;

/// Cells between a label and its figure.
const GAP: usize = 2;

pub(super) fn title(page: &mut Page<'_>) -> io::Result<()> {
    let run = &page.head.run;
    let title = page.say("ui-title", &[("day", run.today.into())]);
    let store = run.store.as_deref().unwrap_or_default();
    let mut line = page.paint(page::STRONG, &title);
    let room = page.width().saturating_sub(width::cells(&title) + GAP);
    if !store.is_empty() && room > 8 {
        line.push_str("  ");
        line.push_str(&width::cut(&escape::terminal(store), room));
    }
    page.line(&line)?;
    let args = [
        ("profile", run.profile.as_str().into()),
        ("rules", (page.head.coverage.len() as u64).into()),
        ("version", run.version.as_str().into()),
        ("pack", run.pack.as_str().into()),
    ];
    let said = page.say("ui-run", &args);
    page.painted("", &said, page::FAINT)?;
    let Some(feed) = &page.head.run.feed else {
        return Ok(());
    };
    let colour = match feed.state {
        FeedState::InForce => page::FAINT,
        _ => page::decision(Decision::Stop),
    };
    let said = page.feed(feed);
    page.painted("", &said, colour)
}

pub(super) fn decisions(page: &mut Page<'_>) -> io::Result<()> {
    let sum = &page.head.summary;
    let args = [("skus", sum.skus.into()), ("asins", sum.asins.into())];
    let heading = page.say("ui-decisions", &args);
    page.heading(&heading)?;
    let rows = [
        (Decision::Stop, sum.stop),
        (Decision::Hold, sum.hold),
        (Decision::Ship, sum.ship),
    ];
    let names = rows.map(|(decision, _)| page.name("decision", decision.word()));
    let counts = rows.map(|(_, n)| page.say("ui-skus", &[("n", n.into())]));
    let label = widest(&names);
    let figure = widest(&counts);
    for (((decision, n), name), count) in rows.iter().zip(&names).zip(&counts) {
        let colour = if *n > 0 {
            page::decision(*decision)
        } else {
            anstyle::Style::new()
        };
        let name = page.paint(colour, &width::left(name, label + GAP));
        let first = format!("  {name}{}", width::right(count, figure));
        page.line(&first)?;
        if *decision == Decision::Ship && sum.open > 0 {
            let open = page.say("ui-open", &[("n", sum.open.into())]);
            page.block("    ", &open)?;
        }
    }
    let not_a_promise = page.say("ui-no-promise", &[]);
    page.painted("  ", &not_a_promise, page::FAINT)
}

pub(super) fn money(page: &mut Page<'_>) -> io::Result<()> {
    let sum = &page.head.summary;
    let total = match sum.yen_at_stake {
        Some(total) => page.say("ui-money", &[("yen", total.into())]),
        None => page.say("ui-money-unknown", &[]),
    };
    page.heading(&total)?;
    let what = page.say("ui-money-what", &[]);
    page.painted("  ", &what, page::FAINT)?;
    let names: Vec<String> = sum
        .yen_by_family
        .keys()
        .map(|f| page.name("family", f.word()))
        .collect();
    let amounts: Vec<String> = sum.yen_by_family.values().map(|y| yen(*y)).collect();
    let figure = widest(&amounts);
    let room = page.width().saturating_sub(figure + 2 * GAP);
    let label = widest(&names).min(room);
    for (name, amount) in names.iter().zip(&amounts) {
        let name = width::left(name, label + GAP);
        page.line(&format!("  {name}{}", width::right(amount, figure)))?;
    }
    Ok(())
}

/// The counts again at the end, where the eye is after the last finding, and how to see more.
pub(super) fn closing(page: &mut Page<'_>, shown: usize) -> io::Result<()> {
    let sum = &page.head.summary;
    let total = total(page);
    page.line("")?;
    if !page.style.all && total > shown as u64 {
        let more = page.say("ui-more", &[("n", (total - shown as u64).into())]);
        page.painted("", &more, page::STRONG)?;
    }
    let args = [
        ("stop", sum.stop.into()),
        ("hold", sum.hold.into()),
        ("ship", sum.ship.into()),
        ("judged", sum.rules_evaluated.into()),
        ("open", sum.rules_not_evaluated.into()),
    ];
    let said = page.say("ui-closing", &args);
    page.painted("", &said, page::STRONG)
}

/// All findings.
pub(super) fn total(page: &Page<'_>) -> u64 {
    page.head.summary.findings.values().sum()
}

/// `critical 2, high 20`: the findings per severity, worst first, without the empty ones.
pub(super) fn by_severity(page: &Page<'_>) -> Vec<(Severity, String)> {
    let findings = &page.head.summary.findings;
    findings
        .iter()
        .rev()
        .filter(|(_, n)| **n > 0)
        .map(|(severity, n)| {
            let name = Value::Text(page.name("severity", severity.word()));
            let args = [("severity", name), ("n", (*n).into())];
            (*severity, page.say("ui-severity-count", &args))
        })
        .collect()
}

pub(super) fn widest(texts: &[String]) -> usize {
    texts.iter().map(|t| width::cells(t)).max().unwrap_or(0)
}
