//! `kenpin audit`: a scan, what changed since the last one of the account, and the result kept.

use super::args::{self, InputArgs, OutputArgs};
use super::output::Output;
use super::schedule::{self, ScheduleArgs};
use super::{Exit, Screen, Stop, cause, notify, scan, session};
use crate::config::Config;
use crate::model::{
    Audit, AuditFile, Head, Input, InputFile, Milestone, Past, Severity, Tables, Value,
};
use crate::store::{self, Store, StoreError};
use clap::Args;
use std::cell::RefCell;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// The account of a seller who names none.
const UNNAMED: &str = "default";
/// The account of the demo.
const DEMO: &str = "demo";

/// Earlier audits that a report shows: a year of weeks.
const TREND: u32 = 52;

/// `kenpin audit`.
#[derive(Debug, Args)]
pub struct AuditArgs {
    /// The account.
    #[command(flatten)]
    pub input: InputArgs,
    /// Where the report goes.
    #[command(flatten)]
    pub output: OutputArgs,
    /// Fetch first what is missing or too old, for so many minutes at most [without a number: 10]
    #[arg(long, value_name = "MINUTES", num_args = 0..=1, require_equals = true, default_missing_value = "10")]
    pub refresh: Option<u32>,
    /// Exit with 1 at a finding of this severity or worse; new:high counts new findings only [default: high]
    #[arg(long, value_name = "SEVERITY", value_parser = fail_on)]
    pub fail_on: Option<FailOn>,
    /// Make no connection: alarms wait for the next audit
    #[arg(long)]
    pub offline: bool,
    /// When it is run again.
    #[command(flatten)]
    pub schedule: ScheduleArgs,
}

/// Which history and which fetched answers are meant.
#[derive(Debug, Default, Args)]
pub struct PlaceArgs {
    /// Folder of the history and of what was fetched [default: KENPIN_STATE, then the data folder of the system]
    #[arg(long, value_name = "DIR")]
    pub state: Option<PathBuf>,
    /// Name of the account [default: the store name of the config, else default]
    #[arg(long, value_name = "NAME")]
    pub account: Option<String>,
}

/// Which findings end an audit with 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FailOn {
    /// Only those that the last audit did not have.
    pub new: bool,
    /// From this severity on.
    pub severity: Severity,
}

impl std::fmt::Display for FailOn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let new = if self.new { "new:" } else { "" };
        write!(f, "{new}{}", self.severity)
    }
}

fn fail_on(word: &str) -> Result<FailOn, String> {
    let (new, severity) = match word.strip_prefix("new:") {
        Some(severity) => (true, severity),
        None => (false, word),
    };
    let severity = args::severity(severity)?;
    Ok(FailOn { new, severity })
}

/// What the history gave: it stays open until the audit is kept.
struct Opened {
    store: Store,
    account: String,
    last: Option<Audit>,
    trend: Vec<Milestone>,
    files: Vec<AuditFile>,
}

/// Scans, compares, reports, and keeps the result.
pub(super) fn run(args: &AuditArgs, screen: &mut Screen) -> Result<Exit, Stop> {
    if let Some(exit) = schedule::run(args, screen)? {
        return Ok(exit);
    }
    let output = Output::new(&args.output, args.input.quiet, screen)?;
    let folder = args.input.place.folder()?;
    super::fetch::refresh(args.refresh, args.offline, &args.input, screen)?;
    // A history may lie among the exports.
    let mut out = args.output.out.clone();
    out.extend(store::files(&folder));
    let opened = RefCell::new(None);
    let mut enter = |config: &Config, tables: &mut Tables| {
        *opened.borrow_mut() = Some(open(args, &folder, config, tables)?);
        Ok(())
    };
    session::entered(
        &args.input,
        &out,
        &mut enter,
        screen,
        |config, judged, screen| {
            let Some(mut history) = opened.take() else {
                return Ok(Exit::NotRun);
            };
            let mut head = judged.head(env!("CARGO_PKG_VERSION"));
            if output.looked_at() {
                head.drill = Some(judged.drill(head.run.clone(), 0, 0));
            }
            head.outlook = judged.outlook();
            let files = std::mem::take(&mut history.files);
            let audit = judged.audit(&head, config.hash(), files)?;
            if let Some(last) = history.last.take() {
                say_missed(&history, &last, &audit, screen)?;
                head.changes = Some(judged.changes(&last, &audit));
                head.trend = std::mem::take(&mut history.trend);
                head.trend.extend(audit.milestone.clone());
            }
            let put = output.put(&head, judged, &judged.suppressed(), screen);
            // Whoever reads only the first lines of it has seen the report.
            match put {
                Err(Stop::Io(error)) if error.kind() == ErrorKind::BrokenPipe => {}
                other => other?,
            }
            let run = keep(&mut history, config, &audit, &head, screen)?;
            let way = notify::Way {
                offline: args.offline || config.network.offline,
                quiet: args.input.quiet,
            };
            if !way.quiet {
                say_kept(&history, run, &head, judged.rests(), screen)?;
            }
            notify::send(&mut history.store, &config.alarms, way, screen)?;
            let at = args.fail_on.unwrap_or(FailOn {
                new: false,
                severity: config.fail_on.value,
            });
            let grave = at.reached(&head, judged.worst());
            Ok(Exit::of(grave, scan::not_judged(config, &head)))
        },
    )
}

/// Opens the history of the account, and enters how its last audit saw the offers.
fn open(
    args: &AuditArgs,
    folder: &Path,
    config: &Config,
    tables: &mut Tables,
) -> Result<Opened, Stop> {
    let account = match args.input.demo && args.input.place.account.is_none() {
        true => DEMO.to_owned(),
        false => args.input.place.account(config),
    };
    let store = Store::open(folder, &account).map_err(|error| stop(&error))?;
    let last = store.last().map_err(|error| stop(&error))?;
    let trend = store.trend(TREND).map_err(|error| stop(&error))?;
    if let Some(last) = &last {
        remember(last, tables);
    }
    for then in &trend {
        tables.keep_rates(then.day, &then.rates);
    }
    Ok(Opened {
        store,
        account,
        last,
        trend,
        files: tables.files.iter().map(hashed).collect(),
    })
}

/// Keeps the audit, and with it what is to be told of it: either both are there or neither.
fn keep(
    history: &mut Opened,
    config: &Config,
    audit: &Audit,
    head: &Head,
    screen: &Screen,
) -> Result<i64, Stop> {
    let left = history.store.parcels_left();
    let left = left.map_err(|error| stop(&error))?;
    let account = &history.account;
    let parcels = notify::parcels(&config.alarms, account, audit, head, &left, screen);
    let kept = history.store.save_with(audit, &parcels);
    kept.map_err(|error| stop(&error))
}

/// Tells of a gap that is longer than the schedule lets be, also to those who want no hints.
fn say_missed(
    history: &Opened,
    last: &Audit,
    now: &Audit,
    screen: &mut Screen,
) -> Result<(), Stop> {
    let plan = history.store.plan().map_err(|error| stop(&error))?;
    let missed = plan.and_then(|plan| Some((plan.missed(last.day, now.day)?, plan.every)));
    if let Some((since, every)) = missed {
        let values = [("since", since.into()), ("every", Value::word(every))];
        screen.tell("audit-missed", &values)?;
    }
    Ok(())
}

fn say_kept(
    history: &Opened,
    run: i64,
    head: &Head,
    rests: u64,
    screen: &mut Screen,
) -> Result<(), Stop> {
    let account: Value = history.account.as_str().into();
    if head.changes.is_none() {
        let values = [("account", account.clone()), ("rules", rests.into())];
        screen.tell("audit-first", &values)?;
    }
    let path = history.store.path().display().to_string();
    let values = [
        ("account", account),
        ("run", Value::Int(run)),
        ("path", path.into()),
    ];
    Ok(screen.tell("audit-kept", &values)?)
}

/// Enters how the last audit saw the offers that are there now.
fn remember(last: &Audit, tables: &mut Tables) {
    let mut past = Vec::with_capacity(last.goods.len());
    for goods in &last.goods {
        if let Some(sku) = tables.skus.find(&goods.sku) {
            past.push(Past {
                sku,
                title: tables.strings.add(&goods.title),
                status: goods.status,
                stock: goods.stock.and_then(|n| u32::try_from(n).ok()),
            });
        }
    }
    tables.keep_past(past);
    tables.given.insert(Input::History);
}

/// A file that was read, with the hash of its bytes as far as it can be read once more.
fn hashed(file: &InputFile) -> AuditFile {
    let mut hasher = blake3::Hasher::new();
    let read =
        std::fs::File::open(&file.path).and_then(|file| hasher.update_reader(file).map(|_| ()));
    AuditFile {
        path: file.path.clone(),
        input: file.input,
        hash: match read {
            Ok(()) => hasher.finalize().to_hex().to_string(),
            Err(_) => String::new(),
        },
        rows: file.rows,
        rows_bad: file.rows_bad,
    }
}

impl FailOn {
    /// Of a first audit every finding is new.
    fn reached(self, head: &Head, worst: Option<Severity>) -> bool {
        let worst = match head.changes.as_ref().filter(|_| self.new) {
            Some(changes) => changes.new.iter().map(|change| change.severity).max(),
            None => worst,
        };
        worst.is_some_and(|worst| worst >= self.severity)
    }
}

impl PlaceArgs {
    /// The folder of the history.
    pub(super) fn folder(&self) -> Result<PathBuf, Stop> {
        let folder = self.state.clone().or_else(store::folder);
        folder.ok_or_else(|| Stop::Said("audit-no-folder", Vec::new()))
    }

    /// The name of the account.
    pub(super) fn account(&self, config: &Config) -> String {
        let stated = config.account.as_ref().and_then(|a| a.store_name.clone());
        let name = self.account.clone().or(stated);
        name.unwrap_or_else(|| UNNAMED.to_owned())
    }
}

/// Why a history cannot be used, in words.
pub(super) fn stop(error: &StoreError) -> Stop {
    let shown = |path: &Path| ("path", Value::from(path.display().to_string()));
    match error {
        StoreError::Busy(path) => Stop::Said("audit-busy", vec![shown(path)]),
        StoreError::Damaged(path, cause) => {
            let cause = ("cause", cause.as_str().into());
            Stop::Said("audit-damaged", vec![shown(path), cause])
        }
        StoreError::Newer(path, version) => {
            let known = ("known", Value::Int(store::VERSION));
            let version = ("version", Value::Int(*version));
            Stop::Said("audit-newer", vec![shown(path), version, known])
        }
        StoreError::Io(path, error) => {
            Stop::Said("audit-io", vec![shown(path), ("cause", cause(error))])
        }
        StoreError::Failed(path, error) => {
            let cause = ("cause", error.to_string().into());
            Stop::Said("audit-io", vec![shown(path), cause])
        }
    }
}
