//! `kenpin rules`: list, explain, lint and test, and one more line in the seller's own list.

mod add;
mod coverage;
mod explain;
mod list;
mod publish;
#[cfg(feature = "net")]
mod sign;
#[cfg(not(feature = "net"))]
#[path = "unsigned.rs"]
mod sign;
mod test;
mod update;

use super::args::{PackArgs, RulesCommand, RulesDirArgs};
use super::{Exit, Screen, Stop, load};
use crate::model::{Severity, Value};
use crate::rules::{Pack, Rule};
use std::io::Write;
use std::path::PathBuf;

pub(super) fn run(command: &RulesCommand, screen: &mut Screen) -> Result<Exit, Stop> {
    match command {
        RulesCommand::List(args) => list::run(args, screen),
        RulesCommand::Coverage(args) => coverage::run(args, screen),
        RulesCommand::Explain(args) => explain::run(args, screen),
        RulesCommand::Lint(args) => lint(args, screen),
        RulesCommand::Test(args) => test::run(args, screen),
        RulesCommand::AddBrand(args) => add::run(args, screen),
        RulesCommand::Update(args) => update::run(args, screen),
        RulesCommand::Rollback(args) => update::roll_back(args, screen),
        RulesCommand::Pack(args) => publish::run(args, screen),
        RulesCommand::Sign(args) => sign::run(args, screen),
        RulesCommand::Keygen(args) => sign::generate(args, screen),
    }
}

/// Rules with the settings that tune them.
struct Tuned {
    pack: Pack,
    loaded: load::Loaded,
}

impl Tuned {
    fn load(args: &PackArgs) -> Result<Self, Stop> {
        let loaded = load::config(args.config.as_deref(), &[PathBuf::from(".")])?;
        let pack = loaded.pack(&args.rules)?;
        Ok(Self { pack, loaded })
    }

    /// The severity in force.
    fn severity(&self, rule: &Rule) -> Severity {
        let tuned = self.loaded.config.severity.iter();
        let mut tuned = tuned.filter(|(id, _)| id.value == rule.id);
        tuned
            .next_back()
            .map_or(rule.severity, |(_, severity)| *severity)
    }

    fn is_off(&self, rule: &Rule) -> bool {
        self.loaded.config.off.iter().any(|id| id.value == rule.id)
    }
}

/// The packs that `lint` and `test` are about: the shipped ones with one folder, or what a scan
/// would use.
fn pack(args: &RulesDirArgs) -> Result<Pack, Stop> {
    match &args.dir {
        Some(dir) => load::pack(std::slice::from_ref(dir)),
        None => {
            let loaded = load::config(None, &[PathBuf::from(".")])?;
            load::parsed(&loaded.files(&[])?.1)
        }
    }
}

fn lint(args: &RulesDirArgs, screen: &mut Screen) -> Result<Exit, Stop> {
    let pack = pack(args)?;
    let examples: usize = pack.rules.iter().map(|rule| rule.examples.len()).sum();
    let values = [
        ("rules", Value::Int(pack.rules.len() as i64)),
        ("examples", Value::Int(examples as i64)),
        ("pack", Value::from(pack.hash.as_str())),
    ];
    screen.print("rules-lint-clean", &values)?;
    screen.out.flush()?;
    Ok(Exit::Clean)
}
