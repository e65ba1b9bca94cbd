//! The arguments of `kenpin gate candidates`.

use crate::cmd::args::{all, day, severity};
use crate::model::{Day, Severity};
use crate::write::AnswerFormat;
use clap::Args;
use std::path::PathBuf;

/// `kenpin gate candidates`.
#[derive(Debug, Args)]
pub struct CandidatesArgs {
    /// Table (CSV, TSV, XLSX) or JSON lines with candidates; - reads what is piped in
    #[arg(value_name = "FILE", required_unless_present = "demo")]
    pub file: Option<PathBuf>,
    /// Judge the bundled candidates with the bundled demo account
    #[arg(long, conflicts_with_all = ["file", "account"])]
    pub demo: bool,
    /// File or folder of your own account: suppliers, pledges, purchases, listings (repeatable)
    #[arg(long, value_name = "PATH")]
    pub account: Vec<PathBuf>,
    /// Folder of what was fetched [default: KENPIN_STATE, then the data folder of the system]
    #[arg(long, value_name = "DIR")]
    pub state: Option<PathBuf>,
    /// Format of the answers: jsonl, table, csv [default: jsonl for JSON lines and pipes, else table]
    #[arg(long, value_name = "FORMAT", value_parser = format)]
    pub format: Option<AnswerFormat>,
    /// Write the answers to a file; its extension (.jsonl, .csv, .txt) names the format
    #[arg(long, value_name = "FILE", conflicts_with = "format")]
    pub out: Option<PathBuf>,
    /// Take the input for JSON lines, whatever it begins with
    #[arg(long, conflicts_with = "demo")]
    pub json_lines: bool,
    /// Settings [default: config.toml in the account's folder, then in the current one]
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// What to avoid, ask about or buy: safe, balanced, profit, or one of the settings [default: balanced]
    #[arg(long, value_name = "NAME")]
    pub profile: Option<String>,
    /// Day of buying, YYYY-MM-DD [default: today in Japan]
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub today: Option<Day>,
    /// Exit with 1 at an "avoid" for a finding of this severity or worse [default: high]
    #[arg(long, value_name = "SEVERITY", value_parser = severity)]
    pub fail_on: Option<Severity>,
    /// Folder with rules and lists of your own (repeatable)
    #[arg(long, value_name = "DIR")]
    pub rules: Vec<PathBuf>,
    /// Print only the answers, no progress and no hints
    #[arg(long, short)]
    pub quiet: bool,
}

fn format(word: &str) -> Result<AnswerFormat, String> {
    let found = AnswerFormat::ALL.iter().find(|(_, name, _)| *name == word);
    found.map(|(format, ..)| *format).ok_or_else(|| {
        let names: Vec<&str> = AnswerFormat::ALL.iter().map(|(_, name, _)| *name).collect();
        all(&names)
    })
}
