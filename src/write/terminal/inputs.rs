//! What was read and from where: sales reports, files, cells that could not be taken, lost rows.

use super::page::{self, Page};
use super::summary::widest;
use crate::model::{InputFile, Issue, Value};
use crate::write::{escape, width};
use std::collections::BTreeMap;
use std::io;

/// Files, kinds of issue and kinds of unmatched rows that are shown unless all are asked for.
const SHOWN: usize = 12;

/// Which sales reports were counted, and what of them was not counted again.
pub(super) fn sales(page: &mut Page<'_>) -> io::Result<()> {
    if page.head.summary.sales.is_empty() {
        return Ok(());
    }
    let heading = page.say("ui-sales", &[]);
    page.heading(&heading)?;
    for total in &page.head.summary.sales {
        let args = [
            ("report", Value::word(total.report)),
            ("rows", total.rows.into()),
            ("units", total.units.into()),
            ("twice", total.units_told_twice.into()),
            ("cancelled", total.units_cancelled.into()),
        ];
        let said = page.say("ui-sales-report", &args);
        page.block("  ", &said)?;
    }
    Ok(())
}

/// What each file was taken for, and the files that were left.
pub(super) fn files(page: &mut Page<'_>) -> io::Result<()> {
    let files = &page.head.files;
    let (taken, left): (Vec<&InputFile>, Vec<&InputFile>) =
        files.iter().partition(|f| f.input.is_some());
    let args = [("n", (taken.len() as u64).into())];
    let heading = page.say("ui-files", &args);
    page.heading(&heading)?;
    let most = most(page, taken.len());
    for file in &taken[..most] {
        let path = escape::terminal(&file.path).into_owned();
        page.block("  ", &path)?;
        let said = taken_for(page, file);
        page.painted("    ", &said, page::FAINT)?;
    }
    more(page, taken.len() - most)?;
    if left.is_empty() {
        return Ok(());
    }
    let heading = page.say("ui-left", &[("n", (left.len() as u64).into())]);
    page.heading(&heading)?;
    let how = page.say("ui-left-how", &[]);
    page.painted("  ", &how, page::FAINT)?;
    let most = self::most(page, left.len());
    for file in &left[..most] {
        let path = escape::terminal(&file.path).into_owned();
        page.block("  ", &path)?;
    }
    more(page, left.len() - most)
}

fn taken_for(page: &Page<'_>, file: &InputFile) -> String {
    let input = file.input.map(|i| page.name("input", i.word()));
    let args = [
        ("input", Value::Text(input.unwrap_or_default())),
        ("rows", file.rows.into()),
        ("bad", file.rows_bad.into()),
        ("encoding", file.encoding.as_str().into()),
    ];
    let id = match (file.encoding.is_empty(), file.rows_bad) {
        (true, _) => "ui-file-plain",
        (_, 0) => "ui-file",
        _ => "ui-file-bad",
    };
    page.say(id, &args)
}

/// Cells and rows that could not be taken, by kind: how many, and where the first one stands.
pub(super) fn issues(page: &mut Page<'_>) -> io::Result<()> {
    if page.head.issues.is_empty() {
        return Ok(());
    }
    let mut kinds: BTreeMap<(&str, &str), (u64, &Issue)> = BTreeMap::new();
    for issue in &page.head.issues {
        // What was only counted behind a flood of one kind belongs to that kind.
        if let Some((kind, n)) = counted(issue)
            && let Some((seen, _)) = kinds
                .iter_mut()
                .find(|((key, _), _)| *key == kind)
                .map(|k| k.1)
        {
            *seen += n;
            continue;
        }
        let kind = (issue.key.as_str(), issue.done.as_str());
        kinds.entry(kind).or_insert((0, issue)).0 += 1;
    }
    let all: u64 = kinds.values().map(|(n, _)| n).sum();
    let heading = page.say("ui-issues", &[("n", all.into())]);
    page.heading(&heading)?;
    let mut kinds: Vec<_> = kinds.into_iter().collect();
    kinds.sort_by_key(|(kind, (n, _))| (std::cmp::Reverse(*n), *kind));
    let most = most(page, kinds.len());
    let counts: Vec<String> = kinds
        .iter()
        .map(|(_, (n, _))| page.say("ui-count", &[("n", (*n).into())]))
        .collect();
    let wide = widest(&counts);
    for (((_, done), (_, first)), count) in kinds[..most].iter().zip(&counts) {
        let args = [
            ("done", Value::word(done)),
            ("issue", Value::Text(page.issue(first))),
        ];
        let said = page.say("ui-issue", &args);
        let count = format!("  {}  ", width::right(count, wide));
        page.ended(&count, &said, &page::place(Some(&first.at)))?;
    }
    more(page, kinds.len() - most)
}

/// Kind and number behind an issue that only counts further ones.
fn counted(issue: &Issue) -> Option<(&str, u64)> {
    if issue.key != "more" {
        return None;
    }
    match (issue.values.get("key")?, issue.values.get("count")?) {
        (Value::Word { word }, Value::Int(n)) => Some((word, u64::try_from(*n).ok()?)),
        _ => None,
    }
}

/// Rows that joined nothing.
pub(super) fn unmatched(page: &mut Page<'_>) -> io::Result<()> {
    let all = &page.head.unmatched;
    if all.is_empty() {
        return Ok(());
    }
    let rows: u64 = all.iter().map(|u| u.rows).sum();
    let heading = page.say("ui-unmatched", &[("n", rows.into())]);
    page.heading(&heading)?;
    let most = most(page, all.len());
    for lost in &all[..most] {
        let why = page.say(&format!("unmatched-{}", lost.reason), &[]);
        let lines: Vec<String> = lost.first_lines.iter().map(ToString::to_string).collect();
        let args = [
            ("file", lost.file.as_str().into()),
            ("n", lost.rows.into()),
            ("why", why.into()),
            ("lines", lines.join(", ").into()),
        ];
        let id = if lines.is_empty() {
            "ui-unmatched-rows"
        } else {
            "ui-unmatched-lines"
        };
        let said = page.say(id, &args);
        page.block("  ", &said)?;
    }
    more(page, all.len() - most)
}

fn most(page: &Page<'_>, all: usize) -> usize {
    if page.style.all { all } else { all.min(SHOWN) }
}

fn more(page: &mut Page<'_>, left: usize) -> io::Result<()> {
    if left == 0 {
        return Ok(());
    }
    let said = page.say("ui-more-lines", &[("n", (left as u64).into())]);
    page.painted("  ", &said, page::FAINT)
}
