//! The text of `rules/README.md`, made from the rules so that it cannot be out of date.

use super::{Pack, Reach, Rule, in_language};
use crate::model::{Family, Lang};
use std::fmt::Write;

const HEAD: &str = "# Rules\n\n\
    What kenpin judges: one file per rule, named after its id, with its sources and its examples.\n\
    This page is made by `kenpin rules list --markdown`; do not edit it by hand.\n\
    `kenpin rules explain ID` shows everything of one rule.\n";

/// The overview of all rules of a pack as Markdown.
#[must_use]
pub fn readme(pack: &Pack) -> String {
    let mut out = HEAD.to_owned();
    for family in Family::ALL {
        let mut rules = pack.rules.iter().filter(|r| r.family == *family).peekable();
        if rules.peek().is_none() {
            continue;
        }
        // Writing to a string cannot fail, here and below.
        let _ = write!(out, "\n## {}\n\n", family.word().to_uppercase());
        out.push_str("| rule | severity | covers | judges each | inputs | title | 内容 |\n");
        out.push_str("|---|---|---|---|---|---|---|\n");
        rules.for_each(|rule| row(&mut out, rule));
    }
    not_covered(&mut out, pack);
    out
}

fn row(out: &mut String, rule: &Rule) {
    let inputs: Vec<&str> = rule.check.inputs().iter().map(|i| i.word()).collect();
    let cell = |text: &str| text.replace('|', "\\|");
    let _ = writeln!(
        out,
        "| [{id}]({id}.toml) | {}{} | {} | {} | {} | {} | {} |",
        rule.severity,
        if rule.indication { ", indication" } else { "" },
        rule.covers.join(", "),
        rule.check.scope(),
        inputs.join(", "),
        cell(in_language(&rule.title, Lang::En)),
        cell(in_language(&rule.title, Lang::Ja)),
        id = rule.id,
    );
}

fn not_covered(out: &mut String, pack: &Pack) {
    let covered = |id: &str| pack.rules.iter().any(|r| r.covers.iter().any(|c| c == id));
    let open = pack.coverage.iter();
    let open = open.filter(|(id, what)| what.reach != Reach::Never && !covered(id));
    out.push_str("\n## Without a rule\n\n| id | what | 内容 |\n|---|---|---|\n");
    for (id, what) in open {
        let en = in_language(&what.text, Lang::En);
        let ja = in_language(&what.text, Lang::Ja);
        let _ = writeln!(out, "| {id} | {en} | {ja} |");
    }
}
