//! What every pack of a feed has to pass: the lint of all rules together, and its own examples.

use crate::cmd::{Stop, load};
use crate::rules::PackFile;
use crate::scan::examples;
use std::collections::BTreeSet;

/// Parses all packs and runs the examples of those rules that stand in `new`.
pub(in crate::cmd) fn lint(all: &[PackFile], new: &[PackFile]) -> Result<(), Stop> {
    let pack = load::parsed(all)?;
    let new: BTreeSet<&str> = new.iter().map(|file| file.shown.as_str()).collect();
    let ours = |file: &str| new.contains(file);
    for rule in pack.rules.iter().filter(|rule| ours(&rule.file)) {
        for outcome in examples::run(rule, &pack) {
            if !outcome.holds() {
                let values = vec![
                    ("rule", rule.id.as_str().into()),
                    ("file", rule.file.as_str().into()),
                    // As text: a line number takes no thousands comma.
                    ("line", outcome.example.line.to_string().into()),
                ];
                return Err(Stop::Said("feed-example", values));
            }
        }
    }
    Ok(())
}
