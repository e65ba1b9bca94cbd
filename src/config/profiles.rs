//! Policy profiles: which severity, how well evidenced, stops, holds or lets ship.

use crate::model::{Choice, Decision, Grade, Profile, Severity, Weight};
use crate::tomltree::{File, Node, Problem, Table};
use std::collections::BTreeMap;

/// Key of a weight for what is only an indication, beside those of [`Grade`].
const INDICATION: &str = "indication";
/// Key of what is made of shipment lines, beside the severities.
const CUT_LINES: &str = "cut-lines";
/// Key of what each severity says of goods that are not bought yet.
const CANDIDATE: &str = "candidate";
/// Key of the same where it is only an indication.
const CANDIDATE_INDICATION: &str = "candidate_indication";

/// Reads profiles: one table each, `[safe]`, with a decision per severity.
///
/// # Errors
/// Every problem of the file.
pub fn profiles(name: &str, text: &str) -> Result<Vec<Profile>, Vec<Problem>> {
    let file = File::parse(name, text);
    let profiles = all(&file.root());
    let problems = file.into_problems();
    if problems.is_empty() {
        Ok(profiles)
    } else {
        Err(problems)
    }
}

/// The profiles of a table of tables.
pub(super) fn all(table: &Table<'_>) -> Vec<Profile> {
    let entries = table.entries().into_iter();
    entries
        .filter_map(|(key, node)| Some(profile(key.name, &node.table()?)))
        .collect()
}

fn profile(name: &str, table: &Table<'_>) -> Profile {
    let mut profile = Profile {
        name: name.to_owned(),
        ..Profile::default()
    };
    for (word, node) in table.entries() {
        let chosen = || node.table().map(|table| chosen(&table)).unwrap_or_default();
        match (Severity::from_word(word.name), word.name) {
            (Some(severity), _) => {
                let weight = weight(&node).map(|weight| (severity, weight));
                profile.weights.extend(weight);
            }
            (None, CUT_LINES) => profile.cut_lines = node.flag().unwrap_or_default(),
            (None, CANDIDATE) => profile.candidates = chosen(),
            (None, CANDIDATE_INDICATION) => profile.indications = chosen(),
            (None, _) => table.unknown(&word, Severity::ALL.iter().map(|s| s.word())),
        }
    }
    profile
}

/// One decision for every grade, or a table with one for each.
fn weight(node: &Node<'_>) -> Option<Weight> {
    if !node.plain().is_table() {
        return Some(Weight::all(node.word()?));
    }
    let table = node.table()?;
    let grades: Vec<&str> = Grade::ALL.iter().map(|grade| grade.word()).collect();
    table.only(&[&grades[..], &[INDICATION]].concat());
    let mut by_grade = [Decision::Stop; 4];
    for (grade, decision) in Grade::ALL.iter().zip(&mut by_grade) {
        // Everything is read before anything is given up, so that all problems are seen.
        let told = table.need(grade.word()).and_then(|node| node.word());
        *decision = told.unwrap_or(Decision::Stop);
    }
    let indication = table.get(INDICATION).and_then(|node| node.word());
    Some(Weight {
        by_grade,
        indication: indication.unwrap_or(Decision::Stop),
    })
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
