//! A shipment plan at the gate, on a terminal: the figures, every line with its reasons, the papers.

use super::Style;
use super::page::{self, Page};
use crate::model::{
    Decision, Fetch, FetchPaper, Field, Finding, GateLine, Head, Input, ShipmentGate, Value,
};
use crate::write::{Words, escape, width, yen};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

/// Facts shown of one finding, unless all are asked for.
const FACTS: usize = 4;
/// Papers shown of one supplier, unless all are asked for.
const PAPERS: usize = 12;

/// Writes what became of a shipment plan.
///
/// # Errors
/// Those of `out`.
pub fn shipment(
    out: &mut dyn Write,
    head: &Head,
    gate: &ShipmentGate,
    words: &Words,
    style: &Style,
) -> io::Result<()> {
    let mut page = Page::new(out, head, words, *style);
    summary(&mut page, gate)?;
    let heading = page.say("gate-shipment-lines", &[]);
    page.heading(&heading)?;
    let mut dense = false;
    for line in &gate.lines {
        let bare = line.findings.is_empty() && line.suppressed.is_empty();
        let bare = bare && line.decision == Decision::Ship;
        // Lines with nothing to say stand close together.
        if !(dense && bare) {
            page.line("")?;
        }
        told(&mut page, line)?;
        dense = bare;
    }
    gaps(&mut page, gate)?;
    fetch(&mut page, gate)?;
    issues(&mut page, gate)
}

fn summary(page: &mut Page<'_>, gate: &ShipmentGate) -> io::Result<()> {
    let args = [
        ("plan", Value::from(gate.plan.as_str())),
        ("day", gate.run.today.into()),
    ];
    let title = page.say("gate-shipment-title", &args);
    let title = page.paint(page::STRONG, &title);
    page.line(&title)?;
    let sum = &gate.summary;
    for (decision, n) in [
        (Decision::Stop, sum.stop),
        (Decision::Hold, sum.hold),
        (Decision::Ship, sum.ship),
    ] {
        let count = page.say("gate-shipment-count", &[("n", n.into())]);
        let name = width::left(&page.name("decision", decision.word()), 10);
        let name = page.paint(page::decision(decision), &name);
        page.line(&format!("  {name}{count}"))?;
    }
    let units = [("may", sum.may_go.into()), ("units", sum.units.into())];
    let units = page.say("gate-shipment-units", &units);
    page.block("  ", &units)?;
    for (id, n) in [
        ("gate-shipment-open", sum.not_judged),
        ("gate-shipment-bad", sum.rows_bad),
    ] {
        if n > 0 {
            let said = page.say(id, &[("n", n.into())]);
            page.block("  ", &said)?;
        }
    }
    if let Some(amount) = sum.yen_at_stake {
        let said = page.say("gate-shipment-yen", &[("yen", amount.into())]);
        page.block("  ", &said)?;
    }
    let note = page.say("gate-shipment-note", &[]);
    page.painted("  ", &note, page::FAINT)
}

/// One line: its decision, its units, why, and what to do.
fn told(page: &mut Page<'_>, line: &GateLine) -> io::Result<()> {
    let decision = page.name("decision", line.decision.word());
    let amount = line.yen_at_stake.map(yen).unwrap_or_default();
    let place = page::place(Some(&line.at));
    let asin = line.asin.as_deref().unwrap_or_default();
    let name = format!("{}  {asin}  {}", line.sku, line.title);
    let name = escape::terminal(&name).into_owned();
    let taken = width::cells(&decision) + width::cells(&amount) + 6;
    let name = width::left(&name, page.width().saturating_sub(taken));
    let decision = page.paint(page::decision(line.decision), &decision);
    page.line(&format!("{decision}  {name}  {amount}"))?;
    let units = units(page, line);
    page.ended("    ", &units, &place)?;
    for finding in &line.findings {
        reason(page, finding)?;
    }
    for finding in &line.suppressed {
        accepted(page, finding)?;
    }
    missing(page, line)
}

fn units(page: &Page<'_>, line: &GateLine) -> String {
    let mut args = vec![
        ("units", Value::from(line.quantity)),
        ("may", line.may_go.into()),
    ];
    let mut said = match line.covered {
        _ if line.quantity.is_none() => page.say("gate-shipment-line-unread", &args),
        Some(covered) => {
            args.push(("covered", covered.into()));
            page.say("gate-shipment-line", &args)
        }
        None => page.say("gate-shipment-line-unproven", &args),
    };
    if line.may_go > 0 && line.decision > Decision::Ship {
        said.push_str(" - ");
        said.push_str(&page.say("gate-shipment-cut", &[]));
    }
    said
}

/// A finding; what does not hold the line is named only.
fn reason(page: &mut Page<'_>, finding: &Finding) -> io::Result<()> {
    let rule = page.rules.get(finding.rule.as_str()).copied();
    let title = rule.map(|rule| page.text(&rule.title)).unwrap_or_default();
    let id = escape::terminal(&finding.rule).into_owned();
    let severity = format!("[{}]", page.name("severity", finding.severity.word()));
    let taken = 4 + width::cells(&severity) + 1;
    let severity = page.paint(page::severity(finding.severity), &severity);
    page.behind(&format!("    {severity} "), taken, &format!("{id} {title}"))?;
    if finding.decision == Decision::Ship && !page.style.all {
        return Ok(());
    }
    let most = if page.style.all { usize::MAX } else { FACTS };
    for fact in finding.evidence.iter().take(most) {
        let said = page.fact(fact);
        page.ended("      ", &said, &page::place(fact.at.as_ref()))?;
    }
    let more = finding.evidence.len().saturating_sub(most) as u64;
    if more > 0 {
        let said = page.say("ui-more-lines", &[("n", more.into())]);
        page.painted("      ", &said, page::FAINT)?;
    }
    let fix = rule.map(|rule| page.text(&rule.fix)).unwrap_or_default();
    let label = page.say("gate-shipment-fix", &[]);
    page.painted(&format!("      {label}: "), &fix, page::FAINT)
}

fn accepted(page: &mut Page<'_>, finding: &Finding) -> io::Result<()> {
    let Some(exception) = &finding.exception else {
        return Ok(());
    };
    let args = [
        ("until", exception.until.into()),
        ("reason", Value::from(exception.reason.as_str())),
    ];
    let said = page.say("gate-shipment-accepted", &args);
    let id = escape::terminal(&finding.rule).into_owned();
    let place = page::place(Some(&exception.at));
    page.ended("    ", &format!("{id} {said}"), &place)
}

/// What the line is held for want of, with the rules that want it.
fn missing(page: &mut Page<'_>, line: &GateLine) -> io::Result<()> {
    let mut gaps: BTreeMap<(Input, Option<Field>), Vec<&str>> = BTreeMap::new();
    for held in line.not_judged.iter().filter(|held| held.required) {
        let rules = gaps.entry((held.input, held.field)).or_default();
        if !rules.contains(&held.rule.as_str()) {
            rules.push(&held.rule);
        }
    }
    for ((input, field), rules) in gaps {
        let mut args = vec![
            ("input", Value::Text(page.name("input", input.word()))),
            ("rules", rules.join(", ").into()),
        ];
        let said = match field {
            None => page.say("gate-shipment-missing", &args),
            Some(field) => {
                args.push(("field", Value::Text(page.field(field))));
                page.say("gate-shipment-missing-field", &args)
            }
        };
        page.block("    ", &said)?;
    }
    Ok(())
}

/// Everything that lines are held for want of, each with where to get it.
fn gaps(page: &mut Page<'_>, gate: &ShipmentGate) -> io::Result<()> {
    let held = gate.lines.iter().flat_map(|line| &line.not_judged);
    let held = held.filter(|held| held.required);
    let gaps: BTreeSet<_> = held.map(|held| (held.input, held.field)).collect();
    if gaps.is_empty() {
        return Ok(());
    }
    let heading = page.say("ui-missing", &[]);
    page.heading(&heading)?;
    for (input, field) in gaps {
        let how = page.remedy(input, field);
        page.block("  - ", &how)?;
    }
    Ok(())
}

fn fetch(page: &mut Page<'_>, gate: &ShipmentGate) -> io::Result<()> {
    if gate.fetch.is_empty() {
        return Ok(());
    }
    let heading = page.say("gate-shipment-fetch", &[]);
    page.heading(&heading)?;
    for fetch in &gate.fetch {
        let who = whom(page, fetch);
        let who = page.paint(page::STRONG, &who);
        page.line(&format!("  {who}"))?;
        let most = if page.style.all { usize::MAX } else { PAPERS };
        for paper in fetch.papers.iter().take(most) {
            let said = asked(page, paper);
            page.ended("    ", &said, &page::place(paper.at.as_ref()))?;
        }
        let more = fetch.papers.len().saturating_sub(most) as u64;
        if more > 0 {
            let said = page.say("ui-more-lines", &[("n", more.into())]);
            page.painted("    ", &said, page::FAINT)?;
        }
    }
    Ok(())
}

/// Name and contact of a supplier.
fn whom(page: &Page<'_>, fetch: &Fetch) -> String {
    let Some(name) = &fetch.supplier else {
        return page.say("gate-shipment-nobody", &[]);
    };
    let contact = [&fetch.phone, &fetch.mail, &fetch.site];
    let contact = contact.into_iter().filter(|text| !text.is_empty());
    let parts: Vec<&str> = [name]
        .into_iter()
        .chain(contact)
        .map(|s| s.as_str())
        .collect();
    let line = escape::terminal(&parts.join("  ")).into_owned();
    width::cut(&line, page.width().saturating_sub(2)).into_owned()
}

fn asked(page: &Page<'_>, paper: &FetchPaper) -> String {
    let title = width::cut(&paper.title, 40).into_owned();
    let mut args = vec![
        ("sku", Value::from(paper.sku.as_str())),
        ("title", title.into()),
        ("missing", paper.missing.into()),
    ];
    if paper.at.is_none() {
        return page.say("gate-shipment-paper-none", &args);
    }
    args.push(("day", paper.day.into()));
    args.push(("units", paper.units.into()));
    page.say("gate-shipment-paper", &args)
}

fn issues(page: &mut Page<'_>, gate: &ShipmentGate) -> io::Result<()> {
    if gate.issues.is_empty() {
        return Ok(());
    }
    let heading = page.say("gate-shipment-issues", &[]);
    page.heading(&heading)?;
    for issue in &gate.issues {
        let said = page.issue(issue);
        page.ended("  ", &said, &page::place(Some(&issue.at)))?;
    }
    Ok(())
}
