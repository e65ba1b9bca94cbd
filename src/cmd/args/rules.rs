//! The arguments of `kenpin rules`.

use super::{PackArgs, day};
use crate::model::Day;
use clap::{Args, Subcommand};
use std::path::PathBuf;

/// `kenpin rules`.
#[derive(Debug, Args)]
pub struct RulesArgs {
    /// What to do with them.
    #[command(subcommand)]
    pub command: RulesCommand,
}

/// `kenpin rules …`.
#[derive(Debug, Subcommand)]
pub enum RulesCommand {
    /// List all rules in force
    List(RulesListArgs),
    /// Show what is checked by which rules, and what cannot be seen
    Coverage(RulesCoverageArgs),
    /// Explain one rule with its parameters, sources and examples
    Explain(RulesExplainArgs),
    /// Check rules and lists, and show every problem at its place
    Lint(RulesDirArgs),
    /// Run the examples of the rules
    Test(RulesDirArgs),
    /// Add a brand or right holder to your own list
    AddBrand(RulesAddArgs),
}

/// `kenpin rules list`.
#[derive(Debug, Args)]
pub struct RulesListArgs {
    /// Packs.
    #[command(flatten)]
    pub packs: PackArgs,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
    /// Print the text of rules/README.md
    #[arg(long, hide = true, conflicts_with = "json")]
    pub markdown: bool,
}

/// `kenpin rules coverage`.
#[derive(Debug, Args)]
pub struct RulesCoverageArgs {
    /// Packs.
    #[command(flatten)]
    pub packs: PackArgs,
    /// Print the text of docs/coverage.md
    #[arg(long)]
    pub markdown: bool,
}

/// `kenpin rules explain`.
#[derive(Debug, Args)]
pub struct RulesExplainArgs {
    /// Packs.
    #[command(flatten)]
    pub packs: PackArgs,
    /// Id of the rule, for example PROOF-001
    #[arg(value_name = "ID")]
    pub id: String,
}

/// `kenpin rules lint` and `kenpin rules test`.
#[derive(Debug, Args)]
pub struct RulesDirArgs {
    /// Folder with rules and lists [default: the shipped ones and those of the config]
    #[arg(value_name = "DIR")]
    pub dir: Option<PathBuf>,
}

/// `kenpin rules add-brand`.
#[derive(Debug, Args)]
pub struct RulesAddArgs {
    /// Name of the brand or right holder
    #[arg(value_name = "NAME")]
    pub name: String,
    /// Another spelling (repeatable)
    #[arg(long, value_name = "TEXT")]
    pub alias: Vec<String>,
    /// An ASIN to watch (repeatable)
    #[arg(long, value_name = "ASIN")]
    pub asin: Vec<String>,
    /// What it is known for: listing-restricted, ip-complainer, parallel-import-complainer, counterfeit-prone, authorised-only [default: ip-complainer]
    #[arg(long, value_name = "KIND")]
    pub kind: Option<String>,
    /// What was claimed: trademark, copyright, design, patent, counterfeit, unfair-competition, drug-law, sales-terms (repeatable)
    #[arg(long, value_name = "CLAIM")]
    pub claim: Vec<String>,
    /// Day of the notice, YYYY-MM-DD
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub date: Option<Day>,
    /// Remark
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
    /// Only show what would be added
    #[arg(long)]
    pub dry_run: bool,
    /// Settings, beside which the list lies [default: config.toml in the current folder]
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
}
