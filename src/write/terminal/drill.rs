//! The three-ASIN drill on a terminal: the chance, the weakest ASINs, and samples with their papers.

use super::Style;
use super::page::{self, Page};
use crate::model::{Chance, Drill, Drilled, Head, Paper, Proven, Value};
use crate::write::{Words, escape, width, yen};
use std::io::{self, Write};

/// Facts and papers shown of one ASIN, unless all are asked for.
const LINES: usize = 6;

/// Writes the result of a drill.
///
/// # Errors
/// Those of `out`.
pub fn drill(
    out: &mut dyn Write,
    head: &Head,
    drill: &Drill,
    words: &Words,
    style: &Style,
) -> io::Result<()> {
    let mut page = Page::new(out, head, words, *style);
    summary(&mut page, drill)?;
    if !drill.weakest.is_empty() {
        let n = drill.weakest.len() as u64;
        let heading = page.say("ui-drill-weakest", &[("n", n.into())]);
        page.heading(&heading)?;
        for asin in &drill.weakest {
            told(&mut page, asin, false)?;
        }
    }
    for (nth, sample) in drill.draws.iter().enumerate() {
        if sample.is_empty() {
            continue;
        }
        let heading = page.say("ui-drill-draw", &[("n", (nth as u64 + 1).into())]);
        page.heading(&heading)?;
        for asin in sample {
            told(&mut page, asin, true)?;
        }
    }
    Ok(())
}

fn summary(page: &mut Page<'_>, drill: &Drill) -> io::Result<()> {
    let title = page.say("ui-drill", &[("day", drill.run.today.into())]);
    let title = page.paint(page::STRONG, &title);
    page.line(&title)?;
    if drill.asins == 0 {
        let none = page.say("ui-drill-none", &[]);
        return page.block("  ", &none);
    }
    let counts = [
        ("n", drill.asins.into()),
        ("provable", drill.provable.into()),
        ("lacking", drill.lacking.into()),
        ("open", drill.open.into()),
    ];
    let counts = page.say("ui-drill-counts", &counts);
    page.block("  ", &counts)?;
    let args = [
        ("chance", percent(drill.chance)),
        ("best", percent(drill.chance_at_best)),
    ];
    let id = if drill.open == 0 {
        "ui-drill-chance"
    } else {
        "ui-drill-chance-open"
    };
    let chance = page.say(id, &args);
    page.block("  ", &chance)?;
    let note = page.say("ui-drill-note", &[]);
    page.painted("  ", &note, page::FAINT)
}

/// `34.12 %`, rounded down.
fn percent(chance: Chance) -> Value {
    let points = chance.basis_points().unwrap_or_default();
    Value::Text(format!("{}.{:02} %", points / 100, points % 100))
}

/// One ASIN: how it came out, what it lacks, and the papers there are.
fn told(page: &mut Page<'_>, asin: &Drilled, papers: bool) -> io::Result<()> {
    page.line("")?;
    let state = match asin.proven {
        Proven::Provable => "provable",
        Proven::Open => "open",
        Proven::Lacking => "lacking",
    };
    let state = format!("[{}]", page.name("drill-state", state));
    let amount = asin.yen_at_stake.map(yen).unwrap_or_default();
    let name = format!("{}  {}", asin.asin, asin.title);
    let name = escape::terminal(&name).into_owned();
    let taken = width::cells(&state) + width::cells(&amount) + 6;
    let room = page.width().saturating_sub(taken);
    let name = width::left(&name, room);
    let state = page.paint(page::STRONG, &state);
    page.line(&format!("  {state}  {name}  {amount}"))?;
    lacks(page, asin)?;
    for gap in &asin.not_judged {
        let input = Value::Text(page.name("input", gap.input.word()));
        let said = match gap.field {
            None => page.say("ui-drill-missing-input", &[("input", input)]),
            Some(field) => {
                let field = Value::Text(page.field(field));
                page.say(
                    "ui-drill-missing-field",
                    &[("input", input), ("field", field)],
                )
            }
        };
        page.painted("    ", &said, page::FAINT)?;
    }
    if papers { hand_in(page, asin) } else { Ok(()) }
}

fn lacks(page: &mut Page<'_>, asin: &Drilled) -> io::Result<()> {
    for lack in &asin.lacks {
        let rule = page.rules.get(lack.rule.as_str());
        let title = rule.map(|rule| page.text(&rule.title)).unwrap_or_default();
        let id = escape::terminal(&lack.rule).into_owned();
        page.block("    ", &format!("{id} {title}"))?;
        for fact in lack.evidence.iter().take(shown(page)) {
            let said = page.fact(fact);
            page.ended("      ", &said, &page::place(fact.at.as_ref()))?;
        }
    }
    Ok(())
}

/// The list of papers to hand in for an ASIN.
fn hand_in(page: &mut Page<'_>, asin: &Drilled) -> io::Result<()> {
    if asin.papers.is_empty() {
        let none = page.say("ui-drill-no-paper", &[]);
        return page.block("    ", &none);
    }
    let heading = page.say("ui-drill-papers", &[]);
    page.block("    ", &heading)?;
    for paper in asin.papers.iter().take(shown(page)) {
        let said = sentence(page, paper);
        page.ended("      ", &said, &page::place(paper.at.as_ref()))?;
    }
    let more = asin.papers.len().saturating_sub(shown(page)) as u64;
    if more > 0 {
        let said = page.say("ui-more-lines", &[("n", more.into())]);
        page.painted("      ", &said, page::FAINT)?;
    }
    Ok(())
}

fn sentence(page: &Page<'_>, paper: &Paper) -> String {
    let text = |text: &Option<String>| Value::from(text.clone());
    let args = [
        ("kind", paper.kind.map(Value::word).into()),
        ("day", paper.day.into()),
        ("units", paper.units.into()),
        ("supplier", text(&paper.supplier)),
        ("file", text(&paper.file)),
        ("invoice", text(&paper.invoice)),
    ];
    page.say("ui-drill-paper", &args)
}

fn shown(page: &Page<'_>) -> usize {
    if page.style.all { usize::MAX } else { LINES }
}
