//! The `[check.NAME]` table of a rule: which check it is, and what is wrong with its parameters.

use super::rule::Context;
use crate::checks::Judge;
use crate::model::Value;
use crate::tomltree::{Problem, Table};

/// Lists that only a seller has; they may be empty or absent.
const OWN_LISTS: &[&str] = &["asins"];

/// A check as a rule names it.
pub(super) struct Check {
    pub(super) name: String,
    pub(super) judge: Box<dyn Judge>,
    pub(super) parameters: toml::Table,
}

/// Reads the one check of a rule.
pub(super) fn read(root: &Table<'_>, context: &Context<'_>) -> Option<Check> {
    let checks = root.need("check")?.table()?;
    let entries = checks.entries();
    let file = root.file();
    let Some(((key, node), more)) = entries.split_first() else {
        file.note(file.problem(checks.span(), "check-none"));
        return None;
    };
    for (other, _) in more {
        let problem = file.problem(other.span.clone(), "check-two");
        file.note(problem.with("first", key.name).with("name", other.name));
    }
    let table = node.table()?;
    let Some(kind) = context.kinds.iter().find(|kind| kind.name == key.name) else {
        let problem = file.problem(key.span.clone(), "check-unknown");
        let names = context.kinds.iter().map(|kind| kind.name);
        file.note(problem.with("name", key.name).suggest(key.name, names));
        return None;
    };
    let mut judge = parameters(kind.parse, &table)?;
    for list in judge.lists() {
        known_list(&table, &list, context);
    }
    if let Some(lists) = context.lists {
        judge.bind(lists);
    }
    Some(Check {
        name: key.name.to_owned(),
        judge,
        parameters: table.plain(),
    })
}

type Parse = fn(toml::Table) -> Result<Box<dyn Judge>, toml::de::Error>;

/// Gives the parameters to the check; takes out what it refuses and asks again, so that every
/// wrong parameter is noted and not just the first.
fn parameters(parse: Parse, table: &Table<'_>) -> Option<Box<dyn Judge>> {
    let mut plain = table.plain();
    let mut refused = false;
    loop {
        let error = match parse(plain.clone()) {
            Ok(judge) => return (!refused).then_some(judge),
            Err(error) => error,
        };
        let said = Said::of(&error);
        let missing_because_taken_out =
            refused && said.kind == Kind::Missing && table.get(&said.name).is_some();
        if missing_because_taken_out {
            return None;
        }
        refused = true;
        table.file().note(said.problem(table));
        said.key().and_then(|key| plain.remove(key))?;
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Unknown,
    Missing,
    Word,
    Type,
    Other,
}

/// What serde said of a parameter: it knows no places, so the key is taken from its words.
struct Said {
    kind: Kind,
    /// The key or word it names.
    name: String,
    /// Path of the value, `days` or `limits.days`; empty where serde tells none.
    path: String,
    /// Words it would have taken, or its own explanation.
    rest: Vec<String>,
    message: String,
}

impl Said {
    fn of(error: &toml::de::Error) -> Self {
        let message = error.message().to_owned();
        let shown = error.to_string();
        let path = shown
            .trim_end()
            .rsplit_once("\nin `")
            .map_or("", |(_, path)| path.trim_end_matches('`'));
        let mut quoted = message.split('`').skip(1).step_by(2).map(str::to_owned);
        let kind = match message.as_str() {
            m if m.starts_with("unknown field") => Kind::Unknown,
            m if m.starts_with("missing field") => Kind::Missing,
            m if m.starts_with("unknown variant") => Kind::Word,
            m if m.starts_with("invalid type") => Kind::Type,
            _ => Kind::Other,
        };
        Self {
            kind,
            name: quoted.next().unwrap_or_default(),
            path: path.to_owned(),
            rest: quoted.collect(),
            message,
        }
    }

    /// The parameter that is meant.
    fn key(&self) -> Option<&str> {
        match self.path.split('.').next() {
            Some(key) if !key.is_empty() => Some(key),
            _ if matches!(self.kind, Kind::Unknown) => Some(&self.name),
            _ => None,
        }
    }

    fn problem(&self, table: &Table<'_>) -> Problem {
        let file = table.file();
        let entry = table
            .entries()
            .into_iter()
            .find(|(key, _)| Some(key.name) == self.key());
        let (key_span, span) = match entry {
            Some((key, node)) => (key.span, node.span()),
            None => (table.span(), table.span()),
        };
        let words = self.rest.iter().map(String::as_str);
        let table_name = table.name().to_owned();
        match self.kind {
            Kind::Unknown => file
                .problem(key_span, "unknown-key-in")
                .with("table", table_name)
                .with("key", self.name.as_str())
                .suggest(&self.name, words),
            Kind::Missing => file
                .problem(span, "missing-key-in")
                .with("table", table_name)
                .with("key", self.name.as_str()),
            Kind::Word => file
                .problem(span, "bad-word")
                .with("key", format!("{table_name}.{}", self.path))
                .with("value", self.name.as_str())
                .suggest(&self.name, words),
            Kind::Type => self.wrong_type(file.problem(span, "wrong-type"), &table_name),
            Kind::Other => file
                .problem(span, "parameter")
                .with("key", format!("{table_name}.{}", self.path))
                .with("message", self.message.as_str()),
        }
    }

    /// "invalid type: string "x", expected u32"
    fn wrong_type(&self, problem: Problem, table: &str) -> Problem {
        let said = self.message.as_str();
        let said = said.strip_prefix("invalid type: ").unwrap_or(said);
        let (found, wanted) = said.rsplit_once(", expected ").unwrap_or((said, ""));
        problem
            .with("key", format!("{table}.{}", self.path))
            .with("wanted", Value::word(type_word(wanted)))
            .with("found", Value::word(type_word(found)))
    }
}

/// The word of this project for a type as serde names it.
fn type_word(serde: &str) -> &'static str {
    const WORDS: &[(&str, &str)] = &[
        ("a sequence", "type-array"),
        ("sequence", "type-array"),
        ("a string", "type-string"),
        ("string", "type-string"),
        ("a boolean", "type-boolean"),
        ("boolean", "type-boolean"),
        ("a map", "type-table"),
        ("map", "type-table"),
        ("struct", "type-table"),
        ("float", "type-float"),
        ("f64", "type-float"),
    ];
    WORDS
        .iter()
        .find(|(said, _)| serde.starts_with(said))
        .map_or("type-integer", |(_, word)| *word)
}

fn known_list(table: &Table<'_>, list: &str, context: &Context<'_>) {
    let Some(lists) = context.lists else { return };
    if lists.has(list) || OWN_LISTS.contains(&list) {
        return;
    }
    let names = || context.list_names.iter().map(String::as_str);
    // A check can also have lists of its own, which no parameter names.
    let written = table.get("list");
    let written = written.filter(|node| node.plain().as_str() == Some(list));
    let span = written.map_or(table.span(), |node| node.span());
    let file = table.file();
    let problem = if names().any(|name| name == list) {
        file.problem(span, "list-empty").with("list", list)
    } else {
        let problem = file.problem(span, "list-unknown").with("list", list);
        problem.suggest(list, names())
    };
    file.note(problem);
}
