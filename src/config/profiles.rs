//! Policy profiles: which severity stops, holds or lets ship, from `profiles.toml`.

use crate::model::{Choice, Profile, Severity};
use crate::tomltree::{File, Problem, Table};
use std::collections::BTreeMap;

/// Reads profiles: one table each, `[safe]`, with a decision per severity.
///
/// # Errors
/// Every problem of the file.
pub fn profiles(name: &str, text: &str) -> Result<Vec<Profile>, Vec<Problem>> {
    let file = File::parse(name, text);
    let mut profiles = Vec::new();
    for (key, node) in file.root().entries() {
        let Some(table) = node.table() else { continue };
        let mut decisions = BTreeMap::new();
        let (mut candidates, mut indications) = (BTreeMap::new(), BTreeMap::new());
        for (word, node) in table.entries() {
            let choices = match word.name {
                "candidate" => Some(&mut candidates),
                "candidate_indication" => Some(&mut indications),
                _ => None,
            };
            if let Some(choices) = choices {
                choices.extend(node.table().map(|table| chosen(&table)).unwrap_or_default());
                continue;
            }
            match Severity::from_word(word.name) {
                None => table.unknown(&word, Severity::ALL.iter().map(|s| s.word())),
                Some(severity) => {
                    decisions.extend(node.word().map(|decision| (severity, decision)));
                }
            }
        }
        profiles.push(Profile {
            name: key.name.to_owned(),
            decisions,
            candidates,
            indications,
        });
    }
    let problems = file.into_problems();
    if problems.is_empty() {
        Ok(profiles)
    } else {
        Err(problems)
    }
}

/// What each severity says of a candidate.
fn chosen(table: &Table<'_>) -> BTreeMap<Severity, Choice> {
    let mut choices = BTreeMap::new();
    for (word, node) in table.entries() {
        match Severity::from_word(word.name) {
            None => table.unknown(&word, Severity::ALL.iter().map(|s| s.word())),
            Some(severity) => choices.extend(node.word().map(|choice| (severity, choice))),
        }
    }
    choices
}
