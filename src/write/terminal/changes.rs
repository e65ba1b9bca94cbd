//! What changed since the last audit, on a terminal: each change once, with its reason.

use super::detail;
use super::page::{self, Page};
use crate::model::{Change, Changes, Severity, Value};
use crate::write::{escape, phrase, width, yen};
use std::collections::BTreeMap;
use std::io;

/// Changes of one kind that are shown when not all are asked for.
const SHOWN: usize = 20;
/// Reasons of one change.
const REASONS: usize = 4;

/// The changes: new, worse, gone, eased, and how many are as they were.
pub(super) fn tell(page: &mut Page<'_>, changes: &Changes) -> io::Result<()> {
    let since = &changes.since;
    let args = [("day", since.day.into()), ("run", Value::Int(since.run))];
    let heading = page.say("ui-changes", &args);
    page.heading(&heading)?;
    let lists = [
        ("ui-changes-new", &changes.new),
        ("ui-changes-worse", &changes.worse),
        ("ui-changes-gone", &changes.gone),
        ("ui-changes-eased", &changes.eased),
    ];
    let still = changes.still.values().sum::<u64>();
    let counts = page.say("ui-changes-counts", &phrase::changed(changes));
    page.painted("  ", &counts, page::STRONG)?;
    for (id, list) in lists {
        if !list.is_empty() {
            part(page, id, list)?;
        }
    }
    if still > 0 {
        let heading = page.say("ui-changes-still", &[("n", still.into())]);
        page.heading(&heading)?;
        let counts = per_severity(page, &changes.still);
        page.line(&format!("  {counts}"))?;
    }
    Ok(())
}

fn part(page: &mut Page<'_>, id: &str, list: &[Change]) -> io::Result<()> {
    let heading = page.say(id, &[("n", (list.len() as u64).into())]);
    page.heading(&heading)?;
    if id == "ui-changes-gone" {
        let promise = page.say("ui-changes-gone-what", &[]);
        page.painted("  ", &promise, page::FAINT)?;
    }
    let shown = if page.style.all { list.len() } else { SHOWN };
    for one in list.iter().take(shown) {
        change(page, one)?;
    }
    let more = list.len().saturating_sub(shown) as u64;
    if more > 0 {
        let more = page.say("ui-more-lines", &[("n", more.into())]);
        page.block("  ", &more)?;
    }
    Ok(())
}

fn change(page: &mut Page<'_>, change: &Change) -> io::Result<()> {
    let severity = format!("[{}]", page.name("severity", change.severity.word()));
    let decision = page.name("decision", change.decision.word());
    let rule = escape::terminal(&change.rule).into_owned();
    let title = page.rules.get(change.rule.as_str());
    let title = title.map(|rule| page.text(&rule.title)).unwrap_or_default();
    let taken = width::cells(&severity) + width::cells(&rule) + width::cells(&decision) + 6;
    let title = width::left(&title, page.width().saturating_sub(taken));
    let colours = (
        page::severity(change.severity),
        page::decision(change.decision),
    );
    let (severity, decision) = (
        page.paint(colours.0, &severity),
        page.paint(colours.1, &decision),
    );
    let rule = page.paint(page::STRONG, &rule);
    page.line(&format!("  {severity} {rule} {title}  {decision}"))?;
    let amount = change.yen_at_stake.map(yen).unwrap_or_default();
    let subject = detail::subject(page, &change.subject);
    let listing = escape::terminal(&change.title);
    let room = page.width().saturating_sub(6 + width::cells(&amount));
    let about = width::left(&format!("{subject}  {listing}"), room);
    page.line(&format!("    {about}  {amount}"))?;
    if let Some(was) = change
        .was
        .filter(|was| (was.severity, was.decision) != (change.severity, change.decision))
    {
        let args = [
            (
                "severity",
                page.name("severity", was.severity.word()).into(),
            ),
            (
                "decision",
                page.name("decision", was.decision.word()).into(),
            ),
        ];
        let was = page.say("ui-changes-was", &args);
        page.block("    ", &was)?;
    }
    let most = if page.style.all {
        change.why.len()
    } else {
        REASONS
    };
    for why in change.why.iter().take(most) {
        let why = phrase::reason(page.words, page.style.lang, why);
        page.painted("    → ", &why, page::FAINT)?;
    }
    Ok(())
}

fn per_severity(page: &Page<'_>, counts: &BTreeMap<Severity, u64>) -> String {
    let count = |(severity, n): (&Severity, &u64)| {
        let name = page.name("severity", severity.word());
        let args = [("severity", name.into()), ("n", (*n).into())];
        page.say("ui-severity-count", &args)
    };
    let counts: Vec<String> = counts.iter().rev().map(count).collect();
    counts.join("  ")
}
