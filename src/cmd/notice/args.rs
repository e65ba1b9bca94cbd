//! The arguments of `kenpin notice`.

use crate::cmd::args::day;
use crate::model::{Day, NoticeKind};
use clap::{Args, Subcommand};
use std::path::PathBuf;

/// `kenpin notice`.
#[derive(Debug, Args)]
pub struct NoticeArgs {
    /// What to do with them.
    #[command(subcommand)]
    pub command: NoticeCommand,
}

/// `kenpin notice …`.
#[derive(Debug, Subcommand)]
pub enum NoticeCommand {
    /// Read a mail and keep it in notices.jsonl beside the settings
    Add(NoticeAddArgs),
    /// List the notices with their deadlines
    List(NoticeListArgs),
    /// Show one notice
    Show(NoticeShowArgs),
    /// Collect the papers that a notice asks for, untouched, with a sheet of facts
    Pack(NoticePackArgs),
    /// Note that a matter is over
    Close(NoticeCloseArgs),
    /// Note an appeal, or that Amazon refused it
    Appeal(NoticeAppealArgs),
}

/// `kenpin notice add`.
#[derive(Debug, Args)]
pub struct NoticeAddArgs {
    /// The mail as .eml or text; - reads standard input
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Day it was received, YYYY-MM-DD [default: that of a forwarded original, else the Date header, else a date line of pasted text, else today in Japan]
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub received: Option<Day>,
    /// What it is, where you know better
    #[arg(long, value_name = "KIND", value_parser = kind)]
    pub kind: Option<NoticeKind>,
    /// Also put pledged ASINs on the list of pledges and the rights holder on your own list
    #[arg(long, conflicts_with = "json")]
    pub yes: bool,
    /// Only show what was read
    #[arg(long)]
    pub dry_run: bool,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
    /// Settings, beside which the notices lie [default: config.toml in the current folder]
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
}

/// `kenpin notice list`.
#[derive(Debug, Args)]
pub struct NoticeListArgs {
    /// Show closed notices too
    #[arg(long)]
    pub all: bool,
    /// Day to look from, YYYY-MM-DD [default: today in Japan]
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub today: Option<Day>,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
    /// Settings, beside which the notices lie [default: config.toml in the current folder]
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
}

/// `kenpin notice show`.
#[derive(Debug, Args)]
pub struct NoticeShowArgs {
    /// Id of the notice, for example N-001
    #[arg(value_name = "ID")]
    pub id: String,
    /// Day to look from, YYYY-MM-DD [default: today in Japan]
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub today: Option<Day>,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
    /// Settings, beside which the notices lie [default: config.toml in the current folder]
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
}

/// `kenpin notice close`.
#[derive(Debug, Args)]
pub struct NoticeCloseArgs {
    /// Id of the notice, for example N-001
    #[arg(value_name = "ID")]
    pub id: String,
    /// Day it ended, YYYY-MM-DD [default: today in Japan]
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub day: Option<Day>,
    /// Settings, beside which the notices lie [default: config.toml in the current folder]
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
}

/// `kenpin notice appeal`.
#[derive(Debug, Args)]
pub struct NoticeAppealArgs {
    /// Id of the notice, for example N-001
    #[arg(value_name = "ID")]
    pub id: String,
    /// Amazon refused the last appeal
    #[arg(long)]
    pub refused: bool,
    /// Day of it, YYYY-MM-DD [default: today in Japan]
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub day: Option<Day>,
    /// Settings, beside which the notices lie [default: config.toml in the current folder]
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
}

/// `kenpin notice pack`.
#[derive(Debug, Args)]
pub struct NoticePackArgs {
    /// Id of the notice, for example N-001
    #[arg(value_name = "ID")]
    pub id: String,
    /// Files or folders of the account [default: the folder of the settings]
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Take the bundled demo account
    #[arg(long, conflicts_with = "paths")]
    pub demo: bool,
    /// Also write the papers and the sheet into a zip; without it nothing is written
    #[arg(long, value_name = "FILE.zip")]
    pub out: Option<PathBuf>,
    /// Day to look from, YYYY-MM-DD [default: today in Japan]
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub today: Option<Day>,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
    /// Settings, beside which the notices lie [default: config.toml in the first folder, then in the current one]
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Folder with rules and lists of your own (repeatable)
    #[arg(long, value_name = "DIR")]
    pub rules: Vec<PathBuf>,
    /// Print only the sheet, no progress and no hints
    #[arg(long, short)]
    pub quiet: bool,
}

fn kind(word: &str) -> Result<NoticeKind, String> {
    NoticeKind::from_word(word).ok_or_else(|| {
        let all: Vec<&str> = NoticeKind::ALL.iter().map(|kind| kind.word()).collect();
        all.join(", ")
    })
}
