//! The arguments of every command; the texts here are the English help, `cli.ja.ftl` has the
//! Japanese one under ids made of the command and the argument (`help-scan-config`).
// Help texts speak of `[[source]]` in the config, which is no link.
#![allow(rustdoc::broken_intra_doc_links)]

mod rules;

pub use rules::{
    RulesAddArgs, RulesArgs, RulesCommand, RulesCoverageArgs, RulesDirArgs, RulesExplainArgs,
    RulesKeygenArgs, RulesListArgs, RulesPackArgs, RulesRollbackArgs, RulesSignArgs,
    RulesUpdateArgs,
};

use crate::model::{Day, Decision, Lang, Severity};
use crate::write::{Format, ReportFormat};
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Find the inventory that could stop an Amazon.co.jp seller account, before Amazon does.
#[derive(Debug, Parser)]
#[command(name = "kenpin", version, propagate_version = true)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// Language of the output [default: config, then system, then ja]
    #[arg(long, global = true, value_name = "LANG", value_parser = lang, hide_possible_values = true)]
    pub lang: Option<Lang>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Check exports and purchase files, and report what is at risk
    Scan(ScanArgs),
    /// Scan, say what changed since the last audit, and keep the result
    Audit(super::audit::AuditArgs),
    /// Fetch what exports lack from Amazon and the tax agency
    Fetch(super::fetch::FetchArgs),
    /// Look at the audits that were kept
    History(super::history::HistoryArgs),
    /// Write a saved report again, in any format
    Report(ReportArgs),
    /// Draw any three ASINs, as Amazon does, and see whether the papers of all are there
    Drill(DrillArgs),
    /// Show which paper proves which units, and when each falls out
    Proof(super::proof::ProofArgs),
    /// Judge before something is done: goods to be bought, a shipment to FBA
    Gate(super::gate::GateArgs),
    /// List every offer of one brand or rights holder, to pull them all at once
    Pull(PullArgs),
    /// Show what a file is taken for, and which column is read as which field
    Columns(ColumnsArgs),
    /// Set a finding aside knowingly, with a reason and a last day
    Except(ExceptArgs),
    /// Look at titles: page, brands, regulated goods, condition, trademarks
    Inspect(InspectArgs),
    /// Read a mail of Amazon, and keep the notices with their deadlines
    Notice(super::notice::NoticeArgs),
    /// Look at the alarms that tell of new findings
    Notify(super::notify::NotifyArgs),
    /// List, explain, check and test rules
    Rules(RulesArgs),
    /// Put a secret into the keyring of the system
    Login(super::login::LoginArgs),
    /// Take a secret out of the keyring of the system
    Logout(super::login::LogoutArgs),
    /// Write a config and templates, and say what to download from Seller Central
    Init(InitArgs),
    /// Print completions for a shell
    Completions(CompletionsArgs),
    /// Print the manual page
    Man,
}

/// What every command takes that looks at an account.
#[derive(Debug, Args)]
pub struct InputArgs {
    /// Files or folders with exports, purchase files and proof documents
    #[arg(value_name = "PATH", required_unless_present = "demo")]
    pub paths: Vec<PathBuf>,
    /// Scan the bundled demo account
    #[arg(long, conflicts_with = "paths")]
    pub demo: bool,
    /// Settings [default: config.toml in the first folder, then in the current one]
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Day the scan is for, YYYY-MM-DD [default: today in Japan]
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub today: Option<Day>,
    /// Threads [default: one per processor]
    #[arg(long, value_name = "N", value_parser = threads)]
    pub threads: Option<u16>,
    /// Folder with rules and lists of your own (repeatable)
    #[arg(long, value_name = "DIR")]
    pub rules: Vec<PathBuf>,
    /// What stops, holds or lets ship: safe, balanced, profit, or one of the settings [default: balanced]
    #[arg(long, value_name = "NAME")]
    pub profile: Option<String>,
    /// Whose history and fetched answers are meant.
    #[command(flatten)]
    pub place: super::audit::PlaceArgs,
    /// Print only the report, no progress and no hints
    #[arg(long, short)]
    pub quiet: bool,
}

/// `kenpin scan`.
#[derive(Debug, Args)]
pub struct ScanArgs {
    /// The account.
    #[command(flatten)]
    pub input: InputArgs,
    /// Where the report goes.
    #[command(flatten)]
    pub output: OutputArgs,
    /// Fetch first what is missing or too old, for so many minutes at most [without a number: 10]
    #[arg(long, value_name = "MINUTES", num_args = 0..=1, require_equals = true, default_missing_value = "10")]
    pub refresh: Option<u32>,
    /// Make no connection: --refresh then fetches nothing
    #[arg(long)]
    pub offline: bool,
    /// Exit with 1 at a finding of this severity or worse [default: high]
    #[arg(long, value_name = "SEVERITY", value_parser = severity)]
    pub fail_on: Option<Severity>,
}

/// `kenpin report`.
#[derive(Debug, Args)]
pub struct ReportArgs {
    /// A report that was saved as JSON
    #[arg(value_name = "RUN.json")]
    pub run: PathBuf,
    /// Where the report goes.
    #[command(flatten)]
    pub output: OutputArgs,
    /// Print only the report
    #[arg(long, short)]
    pub quiet: bool,
}

/// What every command takes that writes a report.
#[derive(Debug, Args)]
pub struct OutputArgs {
    /// Format of what is printed: table, json, csv, jsonl, md, html, ics
    #[arg(long, value_name = "FORMAT", default_value = "table", value_parser = report_format)]
    pub format: ReportFormat,
    /// Also write a report file; its extension names the format (repeatable)
    #[arg(long, value_name = "FILE")]
    pub out: Vec<PathBuf>,
    /// Print every finding, issue and setting
    #[arg(long, short, conflicts_with = "quiet")]
    pub verbose: bool,
}

/// `kenpin drill`.
#[derive(Debug, Args)]
pub struct DrillArgs {
    /// The account.
    #[command(flatten)]
    pub input: InputArgs,
    /// Samples of three ASINs to draw
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = draws, hide_default_value = true)]
    pub draws: u16,
    /// Number that the samples follow from, the same from the same number [default: the day]
    #[arg(long, value_name = "N")]
    pub seed: Option<u64>,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

/// `kenpin pull`.
#[derive(Debug, Args)]
pub struct PullArgs {
    /// Brand or rights holder, on a list or not
    #[arg(value_name = "BRAND")]
    pub brand: String,
    /// The account.
    #[command(flatten)]
    pub input: InputArgs,
    /// Format of what is printed
    #[arg(long, value_name = "FORMAT", default_value = "table", value_parser = format)]
    pub format: Format,
}

/// `kenpin columns`.
#[derive(Debug, Args)]
pub struct ColumnsArgs {
    /// The file
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Settings, for its [[source]] blocks [default: config.toml in the current folder]
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
}

/// `kenpin except`.
#[derive(Debug, Args)]
pub struct ExceptArgs {
    /// What to do with them.
    #[command(subcommand)]
    pub command: ExceptCommand,
}

/// `kenpin except …`.
#[derive(Debug, Subcommand)]
pub enum ExceptCommand {
    /// Write one more exception into exceptions.csv beside the settings
    Add(ExceptAddArgs),
    /// List the exceptions, with those that are over or stand twice
    List(ExceptListArgs),
}

/// `kenpin except add`.
#[derive(Debug, Args)]
#[command(group = clap::ArgGroup::new("what").required(true).multiple(true))]
pub struct ExceptAddArgs {
    /// Rule, for example IP-001
    #[arg(long, value_name = "ID", group = "what")]
    pub rule: Option<String>,
    /// Brand, in the title or the catalogue
    #[arg(long, value_name = "NAME", group = "what")]
    pub brand: Option<String>,
    /// Supplier that all goods were bought from
    #[arg(long, value_name = "NAME", group = "what")]
    pub supplier: Option<String>,
    /// ASIN
    #[arg(long, value_name = "ASIN", group = "what")]
    pub asin: Option<String>,
    /// SKU
    #[arg(long, value_name = "SKU", group = "what")]
    pub sku: Option<String>,
    /// Keep it as a finding of this severity instead of setting it aside: info, low, medium, high, critical
    #[arg(long, value_name = "SEVERITY", value_parser = severity)]
    pub severity: Option<Severity>,
    /// Keep it as a finding with this decision instead of setting it aside: ship, hold, stop
    #[arg(long, value_name = "DECISION", value_parser = decision)]
    pub decision: Option<Decision>,
    /// Why it is accepted
    #[arg(long, value_name = "TEXT")]
    pub reason: String,
    /// Last day on which it holds, YYYY-MM-DD
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub until: Day,
    /// Only show what would be written
    #[arg(long)]
    pub dry_run: bool,
    /// Settings, beside which the file lies [default: config.toml in the current folder]
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
}

/// `kenpin except list`.
#[derive(Debug, Args)]
pub struct ExceptListArgs {
    /// Day to look from, YYYY-MM-DD [default: today in Japan]
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub today: Option<Day>,
    /// Settings, beside which the file lies [default: config.toml in the current folder]
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
}

/// `kenpin inspect`.
#[derive(Debug, Args)]
pub struct InspectArgs {
    /// CSV or TSV file with the columns id, title, brand_field, note, or a listings report
    #[arg(value_name = "FILE", required_unless_present = "title")]
    pub file: Option<PathBuf>,
    /// A title to look at
    #[arg(long, value_name = "TEXT", conflicts_with = "file")]
    pub title: Option<String>,
    /// Brand of its page
    #[arg(long, value_name = "TEXT", requires = "title")]
    pub brand: Option<String>,
    /// Its condition note
    #[arg(long, value_name = "TEXT", requires = "title")]
    pub note: Option<String>,
    /// Names to look for instead of those of the packs: a TSV file with the columns canonical and aliases, separated by |
    #[arg(long, value_name = "FILE")]
    pub watchlist: Option<PathBuf>,
    /// Show only the rows that name this brand or rights holder
    #[arg(long, value_name = "NAME")]
    pub only: Option<String>,
    /// Print one line of JSON per row
    #[arg(long)]
    pub json: bool,
    /// Packs.
    #[command(flatten)]
    pub packs: PackArgs,
}

/// Where rules come from beside the shipped ones.
#[derive(Debug, Args)]
pub struct PackArgs {
    /// Settings [default: config.toml in the current folder]
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Folder with rules and lists of your own (repeatable)
    #[arg(long, value_name = "DIR")]
    pub rules: Vec<PathBuf>,
}

/// `kenpin init`.
#[derive(Debug, Args)]
pub struct InitArgs {
    /// Folder to write to
    #[arg(value_name = "DIR", default_value = ".")]
    pub dir: PathBuf,
}

/// `kenpin completions`.
#[derive(Debug, Args)]
pub struct CompletionsArgs {
    /// Shell
    #[arg(value_name = "SHELL")]
    pub shell: Shell,
}

/// Shells that completions can be made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Shell {
    /// Bash.
    Bash,
    /// Elvish.
    Elvish,
    /// Fish.
    Fish,
    /// PowerShell.
    Powershell,
    /// Zsh.
    Zsh,
}

/// Parsers give words, not sentences: the sentence is made in the language of the output.
fn lang(word: &str) -> Result<Lang, String> {
    Lang::from_word(word).ok_or_else(|| all(Lang::ALL))
}

pub(super) fn severity(word: &str) -> Result<Severity, String> {
    Severity::from_word(word).ok_or_else(|| all(Severity::ALL))
}

pub(super) fn decision(word: &str) -> Result<Decision, String> {
    Decision::from_word(word).ok_or_else(|| all(Decision::ALL))
}

pub(super) fn format(word: &str) -> Result<Format, String> {
    Format::of_name(word).map_err(|_| {
        let names: Vec<&str> = Format::ALL.iter().map(|(_, name, _)| *name).collect();
        names.join(", ")
    })
}

fn report_format(word: &str) -> Result<ReportFormat, String> {
    ReportFormat::of_name(word).map_err(|_| {
        let names: Vec<&str> = ReportFormat::ALL.iter().map(|(_, name, _)| *name).collect();
        names.join(", ")
    })
}

fn threads(word: &str) -> Result<u16, String> {
    let number = word.parse().ok().filter(|n| (1..=1024).contains(n));
    number.ok_or_else(|| "1-1024".to_owned())
}

fn draws(word: &str) -> Result<u16, String> {
    let number = word.parse().ok().filter(|n| (1..=100).contains(n));
    number.ok_or_else(|| "1-100".to_owned())
}

pub(super) fn day(word: &str) -> Result<Day, String> {
    let written = word.len() == 10;
    let day = written.then(|| word.parse().ok()).flatten();
    day.ok_or_else(|| "2026-11-21".to_owned())
}

pub(super) fn all<T: std::fmt::Display>(words: &[T]) -> String {
    let words: Vec<String> = words.iter().map(ToString::to_string).collect();
    words.join(", ")
}
