//! One rule file: its keys read and checked, every problem noted.

use super::{Covered, Example, PackFile, check};
use crate::checks::{Judge, Kind};
use crate::lists::Lists;
use crate::model::{Day, Family, Grade, Lang, RuleNote, Severity, Source};
use crate::tomltree::{File, Node, Problem, Table};
use std::collections::BTreeMap;

/// A rule: what is judged, by which check, why, and examples that prove it.
#[derive(Debug)]
pub struct Rule {
    /// FAMILY-NNN, also the name of its file.
    pub id: String,
    /// Day from which the rule is shipped.
    pub since: Day,
    /// Severity as shipped; the config can set another.
    pub severity: Severity,
    /// Family, the first half of the id.
    pub family: Family,
    /// Coverage ids.
    pub covers: Vec<String>,
    /// True when a hit is an indication only, by a proxy.
    pub indication: bool,
    /// Title, by language.
    pub title: BTreeMap<Lang, String>,
    /// Why it matters, by language.
    pub why: BTreeMap<Lang, String>,
    /// What to do, by language.
    pub fix: BTreeMap<Lang, String>,
    /// Where it is known from.
    pub source: Vec<Source>,
    /// Name of the check.
    pub check_name: String,
    /// The check with its parameters.
    pub check: Box<dyn Judge>,
    /// The parameters as written.
    pub parameters: toml::Table,
    /// Its examples.
    pub examples: Vec<Example>,
    /// File as it is shown.
    pub file: String,
    /// Line of the id.
    pub line: u32,
}

impl Rule {
    /// What a writer needs to know of the rule, at the severity in force.
    #[must_use]
    pub fn note(&self, severity: Severity) -> RuleNote {
        RuleNote {
            id: self.id.clone(),
            family: self.family,
            severity,
            scope: self.check.scope(),
            covers: self.covers.clone(),
            inputs: self.check.inputs(),
            indication: self.indication,
            title: self.title.clone(),
            why: self.why.clone(),
            fix: self.fix.clone(),
            source: self.source.clone(),
        }
    }
}

/// What a rule file is checked against.
pub(super) struct Context<'c> {
    pub(super) kinds: &'c [Kind],
    /// `None` when a list could not be read: what rules say of lists is then left unchecked.
    pub(super) lists: Option<&'c Lists>,
    pub(super) list_names: &'c [String],
    pub(super) coverage: &'c BTreeMap<String, Covered>,
}

const KEYS: &[&str] = &[
    "id",
    "since",
    "severity",
    "family",
    "coverage",
    "indication",
    "title",
    "why",
    "fix",
    "source",
    "check",
    "example",
];

/// Reads one rule; with any problem there may be none. A `proven` one goes without its examples,
/// which are its last tables: they are the larger part of it, and judging does not need them.
pub(super) fn parse(
    file: &PackFile,
    context: &Context<'_>,
    proven: bool,
) -> (Option<Rule>, Vec<Problem>) {
    let end = file.text.find("\n[[example]]").filter(|_| proven);
    let toml = File::parse(&file.shown, &file.text[..end.unwrap_or(file.text.len())]);
    let rule = read(&toml, file, context, proven);
    (rule, toml.into_problems())
}

fn read(toml: &File<'_>, file: &PackFile, context: &Context<'_>, proven: bool) -> Option<Rule> {
    let root = toml.root();
    root.only(KEYS);
    // Everything is read before anything is given up, so that all problems are seen.
    let id = root.need("id").and_then(|node| id(&node, file));
    let line = root.get("id").map_or(1, |node| node.line());
    let since = root.need("since").and_then(|node| node.day());
    let severity = root.need("severity").and_then(|node| node.word());
    let family = root.need("family").and_then(|node| node.word());
    if let (Some(id), Some(family)) = (&id, family) {
        same_family(&root, id, family);
    }
    let covers = root
        .need("coverage")
        .and_then(|node| covers(&node, context));
    let indication = match root.get("indication") {
        Some(node) => node.flag(),
        None => Some(false),
    };
    let (title, why, fix) = (both(&root, "title"), both(&root, "why"), both(&root, "fix"));
    let source = root.need("source").and_then(|node| sources(&node));
    let check = check::read(&root, context);
    let examples = if proven {
        Some(Vec::new())
    } else {
        examples(&root)
    };
    let check = check?;
    Some(Rule {
        id: id?,
        since: since?,
        severity: severity?,
        family: family?,
        covers: covers?,
        indication: indication?,
        title: title?,
        why: why?,
        fix: fix?,
        source: source?,
        check_name: check.name,
        check: check.judge,
        parameters: check.parameters,
        examples: examples?,
        file: file.shown.clone(),
        line,
    })
}

/// FAMILY-NNN, equal to the name of the file.
fn id(node: &Node<'_>, file: &PackFile) -> Option<String> {
    let id = node.text()?;
    let shape = id.split_once('-').is_some_and(|(family, number)| {
        (2..=8).contains(&family.len())
            && family.bytes().all(|c| c.is_ascii_uppercase())
            && number.len() == 3
            && number.bytes().all(|c| c.is_ascii_digit())
    });
    if !shape {
        node.note("rule-id");
        return None;
    }
    let name = file.path.rsplit('/').next().unwrap_or(&file.path);
    if name.strip_suffix(".toml") != Some(id) {
        let problem = node.problem("rule-file").with("name", format!("{id}.toml"));
        node.file().note(problem.with("file", name));
    }
    Some(id.to_owned())
}

fn same_family(root: &Table<'_>, id: &str, family: Family) {
    let prefix = id.split('-').next().unwrap_or(id).to_lowercase();
    if prefix != family.word()
        && let Some(node) = root.get("family")
    {
        let problem = node.problem("rule-family").with("id", id);
        node.file().note(problem.with("family", prefix));
    }
}

fn covers(node: &Node<'_>, context: &Context<'_>) -> Option<Vec<String>> {
    let ids = node.texts()?;
    if ids.is_empty() {
        node.note("empty-list");
    }
    for (id, node) in &ids {
        if !context.coverage.contains_key(*id) {
            node.note_value("coverage-unknown", id);
        }
    }
    Some(ids.iter().map(|(id, _)| (*id).to_owned()).collect())
}

/// A text in both languages.
fn both(root: &Table<'_>, key: &str) -> Option<BTreeMap<Lang, String>> {
    let table = root.need(key)?.table()?;
    table.only(&["ja", "en"]);
    let ja = table.need("ja").and_then(|node| node.filled());
    let en = table.need("en").and_then(|node| node.filled());
    Some(BTreeMap::from([
        (Lang::Ja, ja?.to_owned()),
        (Lang::En, en?.to_owned()),
    ]))
}

fn sources(node: &Node<'_>) -> Option<Vec<Source>> {
    let tables = node.tables()?;
    if tables.is_empty() {
        node.note("empty-list");
        return None;
    }
    tables.iter().map(source).collect()
}

fn source(table: &Table<'_>) -> Option<Source> {
    table.only(&["title", "date", "url", "grade"]);
    let title = table.need("title").and_then(|node| node.filled());
    let grade = table.need("grade").and_then(|node| node.word::<Grade>());
    let date = match table.get("date") {
        Some(node) => node.day_or_text(),
        None => Some(String::new()),
    };
    let url = match table.get("url") {
        Some(node) => node.text().filter(|url| {
            let known = url.is_empty() || url.starts_with("https://") || url.starts_with("http://");
            if !known {
                node.note("bad-url");
            }
            known
        }),
        None => Some(""),
    };
    Some(Source {
        title: title?.to_owned(),
        date: date?,
        url: url?.to_owned(),
        grade: grade?,
    })
}

/// All examples; at least one for each answer.
fn examples(root: &Table<'_>) -> Option<Vec<Example>> {
    let node = root.need("example")?;
    let tables = node.tables()?;
    let examples: Vec<Option<Example>> = tables.iter().map(Example::read).collect();
    let complete = examples.iter().all(Option::is_some);
    let examples: Vec<Example> = examples.into_iter().flatten().collect();
    for expect in super::Expect::ALL {
        // An example that could not be read may be the one that seems to be missing.
        if complete && !examples.iter().any(|e| e.expect == *expect) {
            let problem = node.problem("example-missing");
            node.file().note(problem.with("expect", expect.word()));
        }
    }
    complete.then_some(examples)
}
