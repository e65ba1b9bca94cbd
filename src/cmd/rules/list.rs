//! `kenpin rules list`: a table, JSON, or the text of rules/README.md.

use super::Tuned;
use crate::cmd::args::RulesListArgs;
use crate::cmd::{Exit, Screen, Stop};
use crate::model::RuleNote;
use crate::rules::{in_language, readme};
use comfy_table::{ContentArrangement, Table};
use std::io::Write;

pub(super) fn run(args: &RulesListArgs, screen: &mut Screen) -> Result<Exit, Stop> {
    let tuned = Tuned::load(&args.packs)?;
    if args.markdown {
        write!(screen.out, "{}", readme(&tuned.pack))?;
    } else if args.json {
        json(&tuned, screen)?;
    } else {
        table(&tuned, screen)?;
    }
    screen.out.flush()?;
    Ok(Exit::Clean)
}

fn json(tuned: &Tuned, screen: &mut Screen) -> std::io::Result<()> {
    let rules = tuned.pack.rules.iter().filter(|rule| !tuned.is_off(rule));
    let notes: Vec<RuleNote> = rules.map(|rule| rule.note(tuned.severity(rule))).collect();
    serde_json::to_writer_pretty(&mut screen.out, &notes)?;
    writeln!(screen.out)
}

fn table(tuned: &Tuned, screen: &mut Screen) -> std::io::Result<()> {
    let mut table = Table::new();
    table.load_style(comfy_table::presets::NOTHING);
    if screen.terminal {
        let width = u16::try_from(screen.width).unwrap_or(u16::MAX);
        table
            .set_content_arrangement(ContentArrangement::Dynamic)
            .set_width(width);
    }
    let heads = ["id", "severity", "family", "coverage", "inputs", "title"];
    table.set_header(heads.map(|head| screen.say(&format!("rules-head-{head}"), &[])));
    for rule in &tuned.pack.rules {
        let inputs = rule.check.inputs();
        let inputs: Vec<String> = inputs.iter().map(|i| screen.word(i.word())).collect();
        let severity = match tuned.is_off(rule) {
            true => screen.say("rules-off", &[]),
            false => screen.word(tuned.severity(rule).word()),
        };
        table.add_row([
            rule.id.clone(),
            severity,
            screen.word(rule.family.word()),
            rule.covers.join(" "),
            inputs.join(&screen.say("rules-and", &[])),
            in_language(&rule.title, screen.lang).to_owned(),
        ]);
    }
    writeln!(screen.out, "{}\n", table.trim_fmt())?;
    let count = tuned.pack.rules.len() as i64;
    screen.print("rules-count", &[("n", count.into())])
}
