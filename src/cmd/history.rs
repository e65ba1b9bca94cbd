//! `kenpin history`: the audits that were kept, one of them, and fewer of them.

use super::audit::{self, PlaceArgs};
use super::{Exit, Screen, Stop, load, output};
use crate::model::{Audit, AuditFinding, Decision, Value};
use crate::store::Store;
use crate::write::{self, escape};
use clap::{Args, Subcommand};
use comfy_table::Table;
use serde::Serialize;
use std::io::Write;
use std::path::PathBuf;

/// `kenpin history`.
#[derive(Debug, Args)]
pub struct HistoryArgs {
    /// What to do with them.
    #[command(subcommand)]
    pub command: HistoryCommand,
}

/// `kenpin history …`.
#[derive(Debug, Subcommand)]
pub enum HistoryCommand {
    /// List the audits
    List(ListArgs),
    /// Show one audit
    Show(ShowArgs),
    /// Write one audit as JSON
    Export(ExportArgs),
    /// Drop old audits
    Prune(PruneArgs),
}

/// Which account's history is meant.
#[derive(Debug, Args)]
pub struct WhoseArgs {
    /// Where the history is.
    #[command(flatten)]
    pub place: PlaceArgs,
    /// Settings, for the name of the store [default: config.toml in the current folder]
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
}

/// `kenpin history list`.
#[derive(Debug, Args)]
pub struct ListArgs {
    /// Whose.
    #[command(flatten)]
    pub whose: WhoseArgs,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

/// `kenpin history show`.
#[derive(Debug, Args)]
pub struct ShowArgs {
    /// Number of the audit
    #[arg(value_name = "RUN")]
    pub run: u32,
    /// Whose.
    #[command(flatten)]
    pub whose: WhoseArgs,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

/// `kenpin history export`.
#[derive(Debug, Args)]
pub struct ExportArgs {
    /// Number of the audit
    #[arg(value_name = "RUN")]
    pub run: u32,
    /// File to write (.json)
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    /// Whose.
    #[command(flatten)]
    pub whose: WhoseArgs,
}

/// `kenpin history prune`.
#[derive(Debug, Args)]
pub struct PruneArgs {
    /// How many of the newest stay
    #[arg(long, value_name = "N")]
    pub keep: u32,
    /// Whose.
    #[command(flatten)]
    pub whose: WhoseArgs,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

/// What pruning came to.
#[derive(Serialize)]
struct Pruned {
    dropped: u64,
    kept: u64,
}

/// Does what was asked.
pub(super) fn run(command: &HistoryCommand, screen: &mut Screen) -> Result<Exit, Stop> {
    match command {
        HistoryCommand::List(args) => list(args, screen),
        HistoryCommand::Show(args) => show(args, screen),
        HistoryCommand::Export(args) => export(args, screen),
        HistoryCommand::Prune(args) => prune(args, screen),
    }?;
    screen.out.flush()?;
    Ok(Exit::Clean)
}

fn list(args: &ListArgs, screen: &mut Screen) -> Result<(), Stop> {
    let (store, _) = args.whose.open()?;
    let lines = store.lines().map_err(|error| audit::stop(&error))?;
    if args.json {
        return json(&lines, screen);
    }
    let columns = [
        "run", "day", "skus", "findings", "stop", "profile", "version", "pack",
    ];
    let rows = lines.into_iter().map(|line| {
        vec![
            line.id.to_string(),
            line.day.to_string(),
            line.skus.to_string(),
            line.findings.to_string(),
            line.stop.to_string(),
            line.profile,
            line.version,
            line.pack,
        ]
    });
    table(&columns, rows, screen)
}

fn show(args: &ShowArgs, screen: &mut Screen) -> Result<(), Stop> {
    let found = args.whose.audit(args.run)?;
    if args.json {
        return json(&found, screen);
    }
    let values = [
        ("run", Value::Int(found.id)),
        ("day", found.day.into()),
        ("profile", found.profile.as_str().into()),
        ("version", found.version.as_str().into()),
        ("pack", found.pack.as_str().into()),
    ];
    screen.print("history-head", &values)?;
    let aside = found.findings.iter().filter(|f| f.aside).count() as u64;
    let values = [
        ("skus", (found.goods.len() as u64).into()),
        ("findings", (found.findings.len() as u64 - aside).into()),
        ("aside", aside.into()),
        ("files", (found.files.len() as u64).into()),
    ];
    screen.print("history-figures", &values)?;
    writeln!(screen.out)?;
    let files = found.files.iter().map(|file| {
        let input = file.input.map_or("", |input| input.word());
        vec![
            file.path.clone(),
            screen.word(input),
            file.rows.to_string(),
            file.hash.chars().take(16).collect(),
        ]
    });
    let files: Vec<_> = files.collect();
    table(
        &["file", "input", "rows", "hash"],
        files.into_iter(),
        screen,
    )?;
    writeln!(screen.out)?;
    for finding in found.findings.iter().filter(|f| !f.aside) {
        let line = line(finding, screen);
        writeln!(screen.out, "{}", escape::terminal(&line))?;
    }
    Ok(())
}

fn line(finding: &AuditFinding, screen: &Screen) -> String {
    use crate::model::Subject;
    let about = match &finding.subject {
        Subject::Sku { sku, .. } | Subject::ShipmentLine { sku, .. } => sku.as_str(),
        Subject::Asin { asin, .. } => asin,
        Subject::Supplier { name } => name,
        Subject::Account => "-",
    };
    let decision: Decision = finding.decision;
    format!(
        "[{}] {} {}  {about}  {}",
        screen.word(finding.severity.word()),
        screen.word(decision.word()),
        finding.rule,
        finding.title,
    )
}

fn export(args: &ExportArgs, screen: &mut Screen) -> Result<(), Stop> {
    let path = &args.out;
    if path.extension().is_none_or(|ending| ending != "json") {
        let path = path.display().to_string();
        return Err(Stop::Said("history-export", vec![("path", path.into())]));
    }
    let found = args.whose.audit(args.run)?;
    let saved = write::save(path, |out| write::value_json(out, &found));
    output::saved(saved, path, false, screen)
}

fn prune(args: &PruneArgs, screen: &mut Screen) -> Result<(), Stop> {
    let (mut store, _) = args.whose.open()?;
    let dropped = store
        .prune(args.keep)
        .map_err(|error| audit::stop(&error))?;
    let kept = store.lines().map_err(|error| audit::stop(&error))?;
    let pruned = Pruned {
        dropped: dropped as u64,
        kept: kept.len() as u64,
    };
    if args.json {
        return json(&pruned, screen);
    }
    let values = [("n", pruned.dropped.into()), ("left", pruned.kept.into())];
    Ok(screen.print("history-pruned", &values)?)
}

fn json(value: &impl Serialize, screen: &mut Screen) -> Result<(), Stop> {
    Ok(write::value_json(&mut screen.out, value)?)
}

fn table(
    columns: &[&str],
    rows: impl Iterator<Item = Vec<String>>,
    screen: &mut Screen,
) -> Result<(), Stop> {
    let mut table = Table::new();
    table.load_style(comfy_table::presets::NOTHING);
    table.set_header(
        columns
            .iter()
            .map(|name| screen.say(&format!("history-column-{name}"), &[])),
    );
    for row in rows {
        table.add_row(row.iter().map(|cell| escape::terminal(cell).into_owned()));
    }
    writeln!(screen.out, "{}", table.trim_fmt())?;
    Ok(())
}

impl WhoseArgs {
    fn open(&self) -> Result<(Store, String), Stop> {
        let loaded = load::config(self.config.as_deref(), &[PathBuf::from(".")])?;
        let account = self.place.account(&loaded.config);
        let folder = self.place.folder()?;
        let store = Store::existing(&folder, &account).map_err(|error| audit::stop(&error))?;
        let none = || {
            let path = folder.display().to_string();
            let values = vec![("account", account.as_str().into()), ("path", path.into())];
            Stop::Said("history-none", values)
        };
        Ok((store.ok_or_else(none)?, account))
    }

    fn audit(&self, run: u32) -> Result<Audit, Stop> {
        let (store, account) = self.open()?;
        let found = store
            .audit(i64::from(run))
            .map_err(|error| audit::stop(&error))?;
        found.ok_or_else(|| {
            let values = vec![
                ("run", Value::Int(i64::from(run))),
                ("account", account.into()),
            ];
            Stop::Said("history-no-run", values)
        })
    }
}
