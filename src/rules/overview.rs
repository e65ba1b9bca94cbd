//! The text of `docs/coverage.md`: what is checked by which rules, and what cannot be seen.

use super::{Covered, Pack, Reach, Rule, in_language};
use crate::model::{Family, Input, Lang};
use std::collections::BTreeSet;
use std::fmt::Write;

const HEAD: &str = "# What is checked, and what cannot be seen\n\n\
    Every cause of stopped accounts that the sources of the rules tell of, and how far files can show it.\n\
    This page is made by `kenpin rules coverage --markdown`; do not edit it by hand.\n\n\
    アカウント停止の原因として出典にあるものすべてと、手元のファイルからどこまで分かるかの一覧です。\n\n\
    | | | |\n|---|---|---|\n\
    | F | fully, offline, from the files named | 手元のファイルだけで判定できる |\n\
    | P | by a proxy only: the finding says that it is an indication | 目安としてしか判定できない（検出にその旨を書く） |\n\
    | F/P | fully where the files tell it, else by a proxy | 記載があれば判定でき、なければ目安 |\n\
    | N | not at all: no file shows it, and kenpin does not pretend to see it | どのファイルからも分からない |\n";

/// The ids in order with what covers each.
pub fn covering(pack: &Pack) -> impl Iterator<Item = (&str, &Covered, Vec<&Rule>)> {
    pack.coverage.iter().map(|(id, covered)| {
        let rules = pack.rules.iter();
        let rules = rules.filter(|rule| rule.covers.iter().any(|known| known == id));
        (id.as_str(), covered, rules.collect())
    })
}

/// The inputs that rules live on, each once.
#[must_use]
pub fn inputs_of(rules: &[&Rule]) -> BTreeSet<Input> {
    let all = rules.iter().flat_map(|rule| rule.check.inputs());
    all.collect()
}

/// The overview as Markdown.
#[must_use]
pub fn overview(pack: &Pack) -> String {
    let mut out = HEAD.to_owned();
    for family in Family::ALL {
        let mut rows = covering(pack)
            .filter(|(_, covered, _)| covered.family == *family && covered.reach != Reach::Never)
            .peekable();
        if rows.peek().is_none() {
            continue;
        }
        // Writing to a string cannot fail, here and below.
        let _ = write!(out, "\n## {}\n\n", family.word().to_uppercase());
        out.push_str("| id | | what | 内容 | rules | inputs |\n|---|---|---|---|---|---|\n");
        rows.for_each(|(id, covered, rules)| row(&mut out, id, covered, &rules));
    }
    out.push_str(
        "\n## Limits / 限界\n\n| id | what is not seen | 分からないこと |\n|---|---|---|\n",
    );
    let seen = |(_, covered, _): &(&str, &Covered, Vec<&Rule>)| covered.reach != Reach::Never;
    for (id, covered, _) in covering(pack).filter(seen) {
        if !covered.limit.is_empty() {
            texts(&mut out, id, &covered.limit);
        }
    }
    out.push_str("\n## Without a rule / ルールのないもの\n\n| id | why, or what does it | 理由・代わりになるもの |\n|---|---|---|\n");
    for (id, covered, rules) in covering(pack).filter(seen) {
        if rules.is_empty() {
            texts(&mut out, id, &covered.without);
        }
    }
    out.push_str("\n## Not visible in any file (N) / どのファイルからも分からないもの\n\n| id | what | 内容 | why | 理由 |\n|---|---|---|---|---|\n");
    for (id, covered, _) in covering(pack).filter(|row| !seen(row)) {
        let [ja, en] = [Lang::Ja, Lang::En].map(|lang| in_language(&covered.text, lang));
        let [why_ja, why_en] = [Lang::Ja, Lang::En].map(|lang| in_language(&covered.limit, lang));
        let _ = writeln!(out, "| {id} | {en} | {ja} | {why_en} | {why_ja} |");
    }
    out
}

fn row(out: &mut String, id: &str, covered: &Covered, rules: &[&Rule]) {
    let link = |rule: &&Rule| format!("[{id}](../rules/{id}.toml)", id = rule.id);
    let links: Vec<String> = rules.iter().map(link).collect();
    let inputs = inputs_of(rules);
    let inputs: Vec<&str> = inputs.iter().map(|input| input.word()).collect();
    let dash = |text: String| {
        if text.is_empty() {
            "-".to_owned()
        } else {
            text
        }
    };
    let _ = writeln!(
        out,
        "| {id} | {} | {} | {} | {} | {} |",
        covered.reach.letters(),
        in_language(&covered.text, Lang::En),
        in_language(&covered.text, Lang::Ja),
        dash(links.join(" ")),
        dash(inputs.join(", ")),
    );
}

fn texts(out: &mut String, id: &str, texts: &std::collections::BTreeMap<Lang, String>) {
    let [ja, en] = [Lang::Ja, Lang::En].map(|lang| in_language(texts, lang));
    let _ = writeln!(out, "| {id} | {en} | {ja} |");
}
