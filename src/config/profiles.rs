//! Policy profiles: which severity stops, holds or lets ship, from `profiles.toml`.

use crate::model::{Profile, Severity};
use crate::tomltree::{File, Problem};
use std::collections::BTreeMap;

/// Key of the one setting beside the severities.
const CUT_LINES: &str = "cut-lines";

/// Reads profiles: one table each, `[safe]`, with a decision per severity.
///
/// # Errors
/// Every problem of the file.
pub fn profiles(name: &str, text: &str) -> Result<Vec<Profile>, Vec<Problem>> {
    let file = File::parse(name, text);
    let mut profiles = Vec::new();
    for (key, node) in file.root().entries() {
        let Some(table) = node.table() else { continue };
        let (mut decisions, mut cut_lines) = (BTreeMap::new(), false);
        for (word, node) in table.entries() {
            match Severity::from_word(word.name) {
                None if word.name == CUT_LINES => cut_lines = node.flag().unwrap_or_default(),
                None => table.unknown(&word, Severity::ALL.iter().map(|s| s.word())),
                Some(severity) => {
                    decisions.extend(node.word().map(|decision| (severity, decision)));
                }
            }
        }
        profiles.push(Profile {
            name: key.name.to_owned(),
            decisions,
            cut_lines,
        });
    }
    let problems = file.into_problems();
    if problems.is_empty() {
        Ok(profiles)
    } else {
        Err(problems)
    }
}
