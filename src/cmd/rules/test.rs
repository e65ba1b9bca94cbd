//! `kenpin rules test`: every example of every rule through the engine.

use crate::cmd::args::RulesDirArgs;
use crate::cmd::{Exit, Screen, Stop};
use crate::model::Value;
use crate::rules::Rule;
use crate::scan::examples::{self, Outcome};
use std::io::Write;

pub(super) fn run(args: &RulesDirArgs, screen: &mut Screen) -> Result<Exit, Stop> {
    let pack = super::pack(args)?;
    let (mut right, mut wrong) = (0, 0);
    for rule in &pack.rules {
        for outcome in examples::run(rule, &pack) {
            if outcome.holds() {
                right += 1;
            } else {
                wrong += 1;
                report(rule, &outcome, screen)?;
            }
        }
    }
    let values = [
        ("right", Value::Int(right)),
        ("wrong", Value::Int(wrong)),
        ("rules", Value::Int(pack.rules.len() as i64)),
    ];
    screen.print("rules-test-total", &values)?;
    screen.out.flush()?;
    Ok(Exit::of(wrong > 0, false))
}

fn report(rule: &Rule, outcome: &Outcome<'_>, screen: &mut Screen) -> std::io::Result<()> {
    let word = |word: &str| Value::word(format!("expect-{word}"));
    let found = outcome.got.map_or("nothing", |found| found.word());
    let values = [
        ("rule", Value::from(rule.id.as_str())),
        ("file", rule.file.as_str().into()),
        // As text: a line number takes no thousands comma.
        ("line", outcome.example.line.to_string().into()),
        ("expected", word(outcome.example.expect.word())),
        ("found", word(found)),
    ];
    screen.print("rules-test-wrong", &values)
}
