//! `kenpin except`: what the seller accepts knowingly, written down with a reason and a last day.

use super::args::{ExceptAddArgs, ExceptCommand, ExceptListArgs};
use super::{Exit, Screen, Stop, load, packfiles, session};
use crate::lists::{EXCEPTION_COLUMNS, EXCEPTIONS, exception_line};
use crate::model::{Asin, Exception};
use crate::rules::{self, Pack, PackFile};
use std::io::Write;
use std::path::{Path, PathBuf};

pub(super) fn run(command: &ExceptCommand, screen: &mut Screen) -> Result<Exit, Stop> {
    match command {
        ExceptCommand::Add(args) => add(args, screen),
        ExceptCommand::List(args) => list(args, screen),
    }
}

/// Reads exceptions, held against the rules in force.
///
/// # Errors
/// When the file cannot be read, and every problem of it.
pub(super) fn read(path: &Path, pack: &Pack) -> Result<Vec<Exception>, Stop> {
    of(&load::own_file(path, EXCEPTIONS)?, pack)
}

fn of(file: &PackFile, pack: &Pack) -> Result<Vec<Exception>, Stop> {
    rules::exceptions(file, pack)
        .map_err(|problems| Stop::Problems(problems, load::texts(std::slice::from_ref(file))))
}

fn add(args: &ExceptAddArgs, screen: &mut Screen) -> Result<Exit, Stop> {
    let (loaded, pack) = set_up(args.config.as_deref())?;
    let path = place(&loaded);
    let new = exception(args)?;
    let old = match path.is_file() {
        true => load::own_file(&path, EXCEPTIONS)?.text,
        false => String::new(),
    };
    let (line, old) = exception_line(&new, &old);
    let text = packfiles::with_line(&old, &EXCEPTION_COLUMNS, &line);
    let file = PackFile {
        shown: path.display().to_string(),
        path: EXCEPTIONS.to_owned(),
        text,
    };
    // The whole file is read with the new line, by the rules by which a scan reads it.
    let mut all = of(&file, &pack)?;
    let last = all.pop().unwrap_or_default();
    let shown = file.shown.as_str();
    if let Some(known) = all.iter().find(|known| known.same_as(&last)) {
        let values = vec![
            ("path", shown.into()),
            ("line", i64::from(known.line).into()),
        ];
        return Err(Stop::Said("except-known", values));
    }
    packfiles::save_line(&path, &file, line, args.dry_run, screen)
}

fn list(args: &ExceptListArgs, screen: &mut Screen) -> Result<Exit, Stop> {
    let (loaded, pack) = set_up(args.config.as_deref())?;
    let path = place(&loaded);
    let all = match path.is_file() {
        true => read(&path, &pack)?,
        false => Vec::new(),
    };
    let today = args.today.unwrap_or_else(session::today_in_japan);
    for (at, exception) in all.iter().enumerate() {
        let twice = all[..at].iter().any(|earlier| earlier.same_as(exception));
        let id = match (exception.until < today, twice) {
            (true, _) => "except-expired",
            (false, true) => "except-twice",
            (false, false) => "except-live",
        };
        let values = [
            ("line", i64::from(exception.line).into()),
            ("what", what(exception).into()),
            ("reason", exception.reason.as_str().into()),
            ("until", exception.until.into()),
        ];
        screen.print(id, &values)?;
    }
    let path = path.display().to_string();
    let n = all.len() as i64;
    screen.print("except-count", &[("n", n.into()), ("path", path.into())])?;
    screen.out.flush()?;
    Ok(Exit::Clean)
}

/// What an exception names and sets, as its columns name it.
fn what(exception: &Exception) -> String {
    let asin = exception.asin.map_or_else(String::new, |a| a.to_string());
    let named = [
        ("rule", &exception.rule),
        ("brand", &exception.brand),
        ("supplier", &exception.supplier),
        ("asin", &asin),
        ("sku", &exception.sku),
    ];
    let named = named.iter().filter(|(_, value)| !value.is_empty());
    let named = named.map(|(name, value)| format!("{name} {value}"));
    let severity = exception.severity.map(|s| format!("severity = {s}"));
    let decision = exception.decision.map(|d| format!("decision = {d}"));
    let named: Vec<String> = named.chain(severity).chain(decision).collect();
    named.join(", ")
}

fn set_up(config: Option<&Path>) -> Result<(load::Loaded, Pack), Stop> {
    let loaded = load::config(config, &[PathBuf::from(".")])?;
    let pack = loaded.pack(&[])?;
    Ok((loaded, pack))
}

/// Where the exceptions are, or would be: beside the config.
fn place(loaded: &load::Loaded) -> PathBuf {
    let beside = loaded.file.as_deref().and_then(Path::parent);
    beside.unwrap_or(Path::new("")).join(EXCEPTIONS)
}

fn exception(args: &ExceptAddArgs) -> Result<Exception, Stop> {
    let text = |text: &Option<String>| text.as_deref().unwrap_or_default().trim().to_owned();
    let asin = args.asin.as_deref().map(|word| {
        let asin = Asin::parse(word.trim().to_ascii_uppercase().as_bytes());
        asin.ok_or_else(|| Stop::Said("except-asin", vec![("asin", word.into())]))
    });
    Ok(Exception {
        rule: text(&args.rule),
        brand: text(&args.brand),
        supplier: text(&args.supplier),
        asin: asin.transpose()?,
        sku: text(&args.sku),
        severity: args.severity,
        decision: args.decision,
        reason: args.reason.trim().to_owned(),
        until: args.until,
        ..Exception::default()
    })
}
