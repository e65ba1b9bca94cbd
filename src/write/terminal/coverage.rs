//! What was judged and what was not, and which file would change that.

use super::page::{self, Page};
use super::summary::widest;
use crate::model::{Coverage, Field, Input, Value};
use crate::write::{escape, grouped, width};
use std::collections::BTreeMap;
use std::io;

/// Headings of the figures of a rule, in order.
const FIGURES: [&str; 3] = ["judged", "risk", "open"];

/// What could not be judged, by the input that was missing; the most useful input first.
pub(super) fn missing(page: &mut Page<'_>) -> io::Result<()> {
    let mut gaps: BTreeMap<_, (Vec<&str>, u64)> = BTreeMap::new();
    for coverage in &page.head.coverage {
        for gap in &coverage.not_judged {
            let (rules, subjects) = gaps.entry((gap.input, gap.field)).or_default();
            rules.push(&coverage.rule.id);
            *subjects = gap.subjects.max(*subjects);
        }
    }
    if gaps.is_empty() {
        return Ok(());
    }
    let heading = page.say("ui-missing", &[]);
    page.heading(&heading)?;
    let mut gaps: Vec<_> = gaps.into_iter().collect();
    gaps.sort_by_key(|((input, field), (rules, _))| {
        (
            field.is_some(),
            std::cmp::Reverse(rules.len()),
            *input,
            *field,
        )
    });
    let get = page.name("label", "get");
    let rule = page.name("label", "rules");
    let label = widest(&[get.clone(), rule.clone()]);
    for ((input, field), (rules, subjects)) in gaps {
        let said = gap(page, input, field, rules.len(), subjects);
        page.block("  ", &said)?;
        let first = |text: &str| format!("    {}  ", width::left(text, label));
        let ids = escape::terminal(&rules.join(", ")).into_owned();
        page.painted(&first(&rule), &ids, page::FAINT)?;
        let how = remedy(page, input, field);
        page.block(&first(&get), &how)?;
    }
    Ok(())
}

/// Where to get what is missing, or what to fill in.
pub(super) fn remedy(page: &Page<'_>, input: Input, field: Option<Field>) -> String {
    match field {
        None => page.name("get", input.word()),
        // No column tells what is inside a file.
        Some(Field::FileContent) => page.say("ui-fill-file-content", &[]),
        Some(Field::FileText) => page.say("ui-fill-file-text", &[]),
        Some(field) => {
            let field = Value::Text(page.field(field));
            page.say(&format!("ui-fill-{input}"), &[("field", field)])
        }
    }
}

fn gap(page: &Page<'_>, input: Input, field: Option<Field>, rules: usize, subjects: u64) -> String {
    let mut args = vec![
        ("input", Value::Text(page.name("input", input.word()))),
        ("rules", (rules as u64).into()),
        ("subjects", subjects.into()),
    ];
    match field {
        None => page.say("ui-missing-input", &args),
        Some(field) => {
            args.push(("field", Value::Text(page.field(field))));
            page.say("ui-missing-field", &args)
        }
    }
}

/// One line per rule: `-` where it was not evaluated, `0` where it judged and found nothing.
pub(super) fn rules(page: &mut Page<'_>) -> io::Result<()> {
    if page.head.coverage.is_empty() {
        return Ok(());
    }
    let args = [
        ("n", page.head.summary.rules_evaluated.into()),
        ("open", page.head.summary.rules_not_evaluated.into()),
    ];
    let heading = page.say("ui-coverage", &args);
    page.heading(&heading)?;
    let note = page.say("ui-coverage-note", &[]);
    page.painted("  ", &note, page::FAINT)?;
    let heads = FIGURES.map(|name| page.name("column", name));
    let rows: Vec<[String; 3]> = page.head.coverage.iter().map(figures).collect();
    let ids: Vec<String> = page
        .head
        .coverage
        .iter()
        .map(|c| escape::terminal(&c.rule.id).into_owned())
        .collect();
    let wide: Vec<usize> = (0..FIGURES.len())
        .map(|n| {
            let cells = rows.iter().map(|r| width::cells(&r[n])).max();
            cells.unwrap_or(0).max(width::cells(&heads[n]))
        })
        .collect();
    let id = widest(&ids).max(width::cells(&page.name("column", "rule")));
    let room = page
        .width()
        .saturating_sub(2 + id + 2 + wide.iter().map(|w| w + 2).sum::<usize>());
    let row = |id_text: &str, title: &str, cells: &[String; 3]| {
        let mut line = format!(
            "  {}  {}",
            width::left(id_text, id),
            width::left(title, room)
        );
        for (cell, wide) in cells.iter().zip(&wide) {
            line.push_str("  ");
            line.push_str(&width::right(cell, *wide));
        }
        line
    };
    let head = row(
        &page.name("column", "rule"),
        &page.name("column", "title"),
        &heads,
    );
    let head = page.paint(page::FAINT, &head);
    page.line(&head)?;
    let coverage = page.head.coverage.iter();
    for ((coverage, id), cells) in coverage.zip(&ids).zip(&rows) {
        let line = row(id, &page.text(&coverage.rule.title), cells);
        let colour = match (cells[0].as_str(), coverage.risk) {
            ("-", _) => page::FAINT,
            (_, 0) => anstyle::Style::new(),
            _ => page::severity(coverage.rule.severity),
        };
        let line = page.paint(colour, &line);
        page.line(&line)?;
    }
    Ok(())
}

/// Judged, at risk, not judged. A rule whose subjects all lacked an input was not evaluated; one
/// that is about none of the subjects was, and found nothing.
fn figures(coverage: &Coverage) -> [String; 3] {
    let count = |n: u64| grouped(i64::try_from(n).unwrap_or(i64::MAX));
    let open: u64 = coverage.not_judged.iter().map(|gap| gap.subjects).sum();
    if coverage.judged == 0 && !coverage.not_judged.is_empty() {
        return ["-".into(), "-".into(), count(open)];
    }
    [count(coverage.judged), count(coverage.risk), count(open)]
}
