//! What one issue of a feed has that another has not: rules by id, entries of lists by their name.

use super::PackText;
use std::collections::BTreeMap;

/// What became of a rule or an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// It is new.
    Added,
    /// It is there no more.
    Gone,
    /// It says something else.
    Changed,
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    /// What became of it.
    pub how: How,
    /// File of the list; `None` for a rule.
    pub list: Option<String>,
    /// Id of the rule, first cell of the entry.
    pub name: String,
}

/// A rule or an entry: list and name.
type Key = (Option<String>, String);

/// All changes from `old` to `new`, in the order of what became of it, list and name.
#[must_use]
pub fn changes(old: &[PackText], new: &[PackText]) -> Vec<Change> {
    let (old, new) = (parts(old), parts(new));
    let change = |how, (list, name): &Key| Change {
        how,
        list: list.clone(),
        name: name.clone(),
    };
    let mut all: Vec<Change> = old
        .keys()
        .filter(|key| !new.contains_key(*key))
        .map(|key| change(How::Gone, key))
        .collect();
    for (key, text) in &new {
        match old.get(key) {
            None => all.push(change(How::Added, key)),
            Some(before) if before != text => all.push(change(How::Changed, key)),
            Some(_) => {}
        }
    }
    all.sort();
    all
}

fn parts(files: &[PackText]) -> BTreeMap<Key, String> {
    let mut parts: BTreeMap<Key, String> = BTreeMap::new();
    for (path, text) in files {
        if path.ends_with(".toml") {
            let rule = text.parse::<toml::Table>().ok();
            let id = rule.and_then(|rule| Some(rule.get("id")?.as_str()?.to_owned()));
            parts.insert((None, id.unwrap_or_else(|| path.clone())), text.clone());
            continue;
        }
        let mut rows = csv::ReaderBuilder::new();
        let rows = rows.flexible(true).from_reader(text.as_bytes());
        for row in rows.into_records().flatten() {
            let name = row.get(0).unwrap_or_default().trim().to_owned();
            let cells: Vec<&str> = row.iter().collect();
            // Two entries of one name are looked at as one.
            let known = parts.entry((Some(path.clone()), name)).or_default();
            known.push_str(&cells.join("\u{1f}"));
            known.push('\u{1e}');
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_and_entries_are_told_by_name() {
        let file = |path: &str, text: &str| (path.to_owned(), text.to_owned());
        let old = [
            file("rules/a.toml", "id = 'IP-901'\nx = 1"),
            file("rules/b.toml", "id = 'IP-902'"),
            file("brands.csv", "name,kind\nA,x\nB,x\n"),
        ];
        let new = [
            file("rules/renamed.toml", "id = 'IP-901'\nx = 2"),
            file("brands.csv", "name,kind\nB,y\nC,\"x\ny\"\n"),
        ];
        let told: Vec<(How, Option<String>, String)> = changes(&old, &new)
            .into_iter()
            .map(|change| (change.how, change.list, change.name))
            .collect();
        let list = || Some("brands.csv".to_owned());
        assert_eq!(
            told,
            [
                (How::Added, list(), "C".to_owned()),
                (How::Gone, None, "IP-902".to_owned()),
                (How::Gone, list(), "A".to_owned()),
                (How::Changed, None, "IP-901".to_owned()),
                (How::Changed, list(), "B".to_owned()),
            ]
        );
        assert_eq!(changes(&new, &new), []);
    }
}
