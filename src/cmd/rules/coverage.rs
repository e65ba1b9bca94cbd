//! `kenpin rules coverage`: what is checked by which rules, and what cannot be seen.

use super::Tuned;
use crate::cmd::args::RulesCoverageArgs;
use crate::cmd::{Exit, Screen, Stop};
use crate::rules::{Reach, covering, in_language, inputs_of, overview};
use comfy_table::{ContentArrangement, Table};
use std::io::Write;

pub(super) fn run(args: &RulesCoverageArgs, screen: &mut Screen) -> Result<Exit, Stop> {
    let tuned = Tuned::load(&args.packs)?;
    if args.markdown {
        write!(screen.out, "{}", overview(&tuned.pack))?;
    } else {
        table(&tuned, screen)?;
    }
    screen.out.flush()?;
    Ok(Exit::Clean)
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
    let heads = ["number", "reach", "what", "id", "inputs", "limit"];
    table.set_header(heads.map(|head| screen.say(&format!("rules-head-{head}"), &[])));
    let (mut all, mut by_rule, mut never) = (0i64, 0i64, 0i64);
    for (id, covered, rules) in covering(&tuned.pack) {
        let in_force: Vec<_> = rules
            .into_iter()
            .filter(|rule| !tuned.is_off(rule))
            .collect();
        all += 1;
        by_rule += i64::from(!in_force.is_empty());
        never += i64::from(covered.reach == Reach::Never);
        let ids: Vec<&str> = in_force.iter().map(|rule| rule.id.as_str()).collect();
        let inputs = inputs_of(&in_force);
        let inputs: Vec<String> = inputs.iter().map(|i| screen.word(i.word())).collect();
        let why = match in_force.is_empty() && !covered.without.is_empty() {
            true => &covered.without,
            false => &covered.limit,
        };
        table.add_row([
            id.to_owned(),
            covered.reach.letters().to_owned(),
            in_language(&covered.text, screen.lang).to_owned(),
            ids.join(" "),
            inputs.join(&screen.say("rules-and", &[])),
            in_language(why, screen.lang).to_owned(),
        ]);
    }
    writeln!(screen.out, "{}\n", table.trim_fmt())?;
    let values = [
        ("all", all.into()),
        ("rules", by_rule.into()),
        ("never", never.into()),
    ];
    screen.print("rules-coverage", &values)
}
