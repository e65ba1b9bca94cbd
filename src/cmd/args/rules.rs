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
    /// Take the newest issue of the rule feed, if its signature and all its rules are right
    Update(RulesUpdateArgs),
    /// Go back to the issue of the rule feed before
    Rollback(RulesRollbackArgs),
    /// Make an issue of a rule feed from folders with rules and lists
    Pack(RulesPackArgs),
    /// Sign the issue of a rule feed
    Sign(RulesSignArgs),
    /// Make the keys of a rule feed
    Keygen(RulesKeygenArgs),
}

/// `kenpin rules update`.
#[derive(Debug, Args)]
pub struct RulesUpdateArgs {
    /// Take it from this address, folder or zip file [default: the address of the settings]
    #[arg(long, value_name = "SOURCE")]
    pub from: Option<String>,
    /// Make no connection, whatever is asked
    #[arg(long)]
    pub offline: bool,
    /// Settings [default: config.toml in the current folder]
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
}

/// `kenpin rules rollback`.
#[derive(Debug, Args)]
pub struct RulesRollbackArgs {
    /// Settings [default: config.toml in the current folder]
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
}

/// `kenpin rules pack`.
#[derive(Debug, Args)]
pub struct RulesPackArgs {
    /// Folders with rules and lists; each becomes a pack of its name
    #[arg(value_name = "DIR", required = true)]
    pub dirs: Vec<PathBuf>,
    /// Folder of the feed, with the issue before if there was one
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    /// Channel
    #[arg(long, value_name = "NAME", default_value = "stable")]
    pub channel: String,
    /// Days until it expires
    #[arg(long, value_name = "N", default_value_t = 90, value_parser = clap::value_parser!(u16).range(1..=3660))]
    pub days: u16,
    /// Number of the issue [default: the next one]
    #[arg(long, value_name = "N")]
    pub serial: Option<u64>,
}

/// `kenpin rules sign`.
#[derive(Debug, Args)]
pub struct RulesSignArgs {
    /// Folder of the feed
    #[arg(value_name = "DIR")]
    pub dir: PathBuf,
    /// Secret key (minisign); its password comes from KENPIN_SIGN_PASSWORD, else it is asked for
    #[arg(long, value_name = "FILE")]
    pub key: PathBuf,
}

/// `kenpin rules keygen`.
#[derive(Debug, Args)]
pub struct RulesKeygenArgs {
    /// File for the secret key
    #[arg(long, value_name = "FILE")]
    pub key: PathBuf,
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
