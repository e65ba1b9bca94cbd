//! The pack: rules parsed and linted, all problems at once with file, line and column.

mod advisory;
mod check;
mod content;
mod coverage;
mod example;
mod exceptions;
mod fetched;
mod health;
mod notices;
mod overview;
mod past;
mod profile;
mod readme;
mod rows;
mod rule;
mod spec;

pub use advisory::Advisory;
pub use coverage::{Covered, Reach};
pub use example::{Example, Expect};
pub use exceptions::exceptions;
pub use overview::{covering, inputs_of, overview};
pub use readme::readme;
pub use rule::Rule;

use crate::checks::Kind;
use crate::lists::{ListFault, ListFile, ListProblem, Lists};
use crate::model::{Day, Feed, Lang, Scope};
use crate::tomltree::Problem;
use std::collections::BTreeMap;

/// One file of a pack, as text: reading it from disk is done elsewhere.
#[derive(Clone, Debug)]
pub struct PackFile {
    /// Name of the file as it is shown, for example its path on disk.
    pub shown: String,
    /// Path inside the pack with `/`: `rules/PROOF-001.toml`, `words/damage.csv`, `brands.csv`.
    pub path: String,
    /// Text.
    pub text: String,
}

/// Everything that is judged: rules, the lists they look things up in, what they cover.
#[derive(Debug)]
pub struct Pack {
    /// Rules by family and number.
    pub rules: Vec<Rule>,
    /// Lists.
    pub lists: Lists,
    /// Dated advisories.
    pub advisories: Vec<Advisory>,
    /// What the coverage ids stand for.
    pub coverage: BTreeMap<String, Covered>,
    /// BLAKE3 over the sorted paths and texts of all files, first 16 hex digits.
    pub hash: String,
    /// The rule feed among the packs, where the settings name one.
    pub feed: Option<Feed>,
}

impl Pack {
    /// The rule of an id.
    #[must_use]
    pub fn rule(&self, id: &str) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.id == id)
    }

    /// The gravest advisory on a rule that is in force on a day.
    #[must_use]
    pub fn advisory(&self, rule: &str, day: Day) -> Option<&Advisory> {
        let advisories = self.advisories.iter();
        let in_force =
            advisories.filter(|advisory| advisory.rule == rule && advisory.in_force(day));
        in_force.max_by_key(|advisory| advisory.severity)
    }
}

/// Parses and checks all rules and lists of all packs.
///
/// # Errors
/// Every problem of every file, in the order of files and lines.
pub fn load(files: &[PackFile], kinds: &[Kind]) -> Result<Pack, Vec<Problem>> {
    load_to_judge(files, 0, kinds)
}

/// As [`load`], without the examples of the first `proven` files, whose rules were shown to hold.
///
/// # Errors
/// Every problem of every file, in the order of files and lines.
pub fn load_to_judge(
    files: &[PackFile],
    proven: usize,
    kinds: &[Kind],
) -> Result<Pack, Vec<Problem>> {
    let mut problems = Vec::new();
    let coverage = coverage::parse(files, &mut problems);
    let lists = lists(files);
    let names = list_names(files);
    let context = rule::Context {
        kinds,
        lists: lists.as_ref().ok(),
        list_names: &names,
        coverage: &coverage,
    };
    let mut rules: Vec<Rule> = Vec::new();
    let of_rules = files.iter().enumerate();
    for (nth, file) in of_rules.filter(|(_, f)| f.path.ends_with(".toml")) {
        let (rule, found) = rule::parse(file, &context, nth < proven);
        problems.extend(found);
        let Some(rule) = rule else { continue };
        match rules.iter().find(|other| other.id == rule.id) {
            None => rules.push(rule),
            Some(other) => problems.push(
                Problem::on_line(&file.shown, &file.text, rule.line, "rule-duplicate")
                    .with("id", rule.id.as_str())
                    .with("other", other.file.as_str()),
            ),
        }
    }
    let ids: Vec<&str> = rules.iter().map(|rule| rule.id.as_str()).collect();
    for rule in &rules {
        let on_goods = |id: &&String| {
            let known = rules.iter().find(|rule| rule.id == **id);
            let scope = known.map(|rule| rule.check.scope());
            matches!(scope, Some(Scope::Sku | Scope::Asin))
        };
        for id in rule.check.rules().iter().filter(|id| !on_goods(id)) {
            let text = files.iter().find(|file| file.shown == rule.file);
            let text = text.map_or("", |file| file.text.as_str());
            let problem = Problem::on_line(&rule.file, text, rule.line, "check-rule");
            problems.push(problem.with("id", id.as_str()));
        }
    }
    let advisories = advisory::parse(files, &ids, &mut problems);
    let lists = lists.unwrap_or_else(|found| {
        problems.extend(found);
        Lists::default()
    });
    if !problems.is_empty() {
        crate::tomltree::sort(&mut problems);
        return Err(problems);
    }
    rules.sort_by(|a, b| (a.family, &a.id).cmp(&(b.family, &b.id)));
    Ok(Pack {
        rules,
        lists,
        advisories,
        coverage,
        hash: hash(files),
        feed: None,
    })
}

/// Parses the lists of all packs.
///
/// # Errors
/// Every problem of every list.
pub fn lists(files: &[PackFile]) -> Result<Lists, Vec<Problem>> {
    let is_list = |f: &&PackFile| {
        let other = f.path == coverage::FILE || f.path.ends_with(advisory::FILE);
        f.path.starts_with("lexicon/") || (f.path.ends_with(".csv") && !other)
    };
    let taken = |f: &PackFile| ListFile {
        path: f.path.clone(),
        shown: f.shown.clone(),
        text: f.text.clone(),
    };
    let wanted: Vec<ListFile> = files.iter().filter(is_list).map(taken).collect();
    let text = |shown: &str| {
        let file = files.iter().find(|file| file.shown == shown);
        file.map_or("", |file| file.text.as_str())
    };
    Lists::parse(&wanted).map_err(|found| {
        let problems = found.iter();
        problems
            .map(|problem| list_problem(&problem.file, text(&problem.file), problem))
            .collect()
    })
}

fn list_problem(shown: &str, text: &str, found: &ListProblem) -> Problem {
    let problem = |key| Problem::on_line(shown, text, found.line, key);
    match &found.fault {
        ListFault::NoColumn(column) => problem("list-column").with("column", column.as_str()),
        ListFault::Empty(column) => problem("list-cell").with("column", column.as_str()),
        ListFault::BadWord { column, value } => problem("list-word")
            .with("column", column.as_str())
            .with("value", value.as_str()),
        ListFault::NotOneOf {
            column,
            value,
            words,
        } => problem("list-one-of")
            .with("column", column.as_str())
            .with("value", value.as_str())
            .with("words", words.as_str()),
        ListFault::NotCsv(detail) => problem("list-csv").with("detail", detail.as_str()),
        ListFault::TooLarge(detail) => problem("list-large").with("detail", detail.as_str()),
    }
}

/// Names under which rules can look something up: `damage` for `words/damage.csv`.
fn list_names(files: &[PackFile]) -> Vec<String> {
    files
        .iter()
        .filter(|f| f.path != coverage::FILE && !f.path.starts_with("lexicon/"))
        .filter_map(|f| f.path.strip_suffix(".csv"))
        .map(|path| path.rsplit('/').next().unwrap_or(path).to_owned())
        .collect()
}

fn hash(files: &[PackFile]) -> String {
    let mut parts: Vec<(&str, &str)> = files.iter().map(|f| (&*f.path, &*f.text)).collect();
    parts.sort_unstable();
    let mut hasher = blake3::Hasher::new();
    for part in parts.iter().flat_map(|(path, text)| [path, text]) {
        // The length in front keeps ("ab", "c") apart from ("a", "bc").
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part.as_bytes());
    }
    hasher.finalize().to_hex().chars().take(16).collect()
}

/// Text by language, with a fallback that is never wrong: the other language.
#[must_use]
pub fn in_language(texts: &BTreeMap<Lang, String>, lang: Lang) -> &str {
    texts
        .get(&lang)
        .or_else(|| texts.values().next())
        .map_or("", String::as_str)
}

#[cfg(test)]
mod tests;
