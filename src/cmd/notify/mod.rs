//! `kenpin notify`, and the alarms of an audit: made with it, kept with it, sent behind it.

mod made;
#[cfg(feature = "net")]
mod send;
#[cfg(not(feature = "net"))]
#[path = "unsent.rs"]
mod send;

pub(super) use made::parcels;
pub(super) use send::all as send;

use super::history::WhoseArgs;
use super::{Exit, Screen, Stop, audit, load};
use crate::config::Config;
use crate::model::{Alarm, ParcelState, Value};
use crate::store::Store;
use clap::{Args, Subcommand};
use comfy_table::Table;
use std::io::Write;
use std::path::PathBuf;

/// `kenpin notify`.
#[derive(Debug, Args)]
pub struct NotifyArgs {
    /// What to do.
    #[command(subcommand)]
    pub command: NotifyCommand,
}

/// `kenpin notify …`.
#[derive(Debug, Subcommand)]
pub enum NotifyCommand {
    /// Send a test message
    Test(NotifyTestArgs),
    /// List the alarms, whether their secrets are there, and what waits to be sent
    List(NotifyListArgs),
}

/// `kenpin notify test`.
#[derive(Debug, Args)]
pub struct NotifyTestArgs {
    /// Name of the alarm [default: all of them]
    #[arg(value_name = "NAME")]
    pub name: Option<String>,
    /// Whose.
    #[command(flatten)]
    pub whose: WhoseArgs,
    /// Make no connection
    #[arg(long)]
    pub offline: bool,
}

/// `kenpin notify list`.
#[derive(Debug, Args)]
pub struct NotifyListArgs {
    /// Whose.
    #[command(flatten)]
    pub whose: WhoseArgs,
}

/// How alarms are sent.
#[derive(Clone, Copy, Debug)]
pub(super) struct Way {
    /// No connection may be made.
    pub(super) offline: bool,
    /// Only what went wrong is told.
    pub(super) quiet: bool,
}

/// Does what was asked.
pub(super) fn run(command: &NotifyCommand, screen: &mut Screen) -> Result<Exit, Stop> {
    match command {
        NotifyCommand::Test(args) => test(args, screen),
        NotifyCommand::List(args) => list(args, screen),
    }?;
    screen.out.flush()?;
    Ok(Exit::Clean)
}

fn test(args: &NotifyTestArgs, screen: &mut Screen) -> Result<(), Stop> {
    let (config, mut store) = settings(&args.whose)?;
    let named = |alarm: &&Alarm| args.name.as_ref().is_none_or(|name| *name == alarm.name);
    let chosen: Vec<&Alarm> = config.alarms.iter().filter(named).collect();
    if let (Some(name), true) = (&args.name, chosen.is_empty()) {
        let values = vec![("name", name.as_str().into())];
        return Err(Stop::Said("notify-no-name", values));
    }
    if chosen.is_empty() {
        return Err(Stop::Said("notify-none", Vec::new()));
    }
    let mut failed = false;
    for alarm in chosen {
        if !send::test(alarm, args.offline || config.network.offline, screen)? {
            failed = true;
        } else if let Some(store) = &mut store {
            store
                .revive(&alarm.name)
                .map_err(|error| audit::stop(&error))?;
        }
    }
    match failed {
        true => Err(Stop::Said("notify-not-sent", Vec::new())),
        false => Ok(()),
    }
}

fn list(args: &NotifyListArgs, screen: &mut Screen) -> Result<(), Stop> {
    let (config, store) = settings(&args.whose)?;
    let alarms = config.alarms;
    if alarms.is_empty() {
        return Ok(screen.print("notify-none", &[])?);
    }
    let left = match &store {
        Some(store) => store.parcels_left().map_err(|error| audit::stop(&error))?,
        None => std::collections::BTreeMap::new(),
    };
    let mut table = Table::new();
    table.load_style(comfy_table::presets::NOTHING);
    let columns = ["name", "kind", "severity", "secret", "left", "gone"];
    table.set_header(columns.map(|name| screen.say(&format!("notify-column-{name}"), &[])));
    for alarm in &alarms {
        let count = |states: &[ParcelState]| -> u64 {
            let of = |state| left.get(&(alarm.name.clone(), state)).copied();
            states.iter().filter_map(|state| of(*state)).sum()
        };
        table.add_row([
            crate::write::escape::terminal(&alarm.name).into_owned(),
            alarm.kind.to_string(),
            screen.word(alarm.severity.word()),
            secrets(alarm, screen),
            count(&[ParcelState::Waiting, ParcelState::UnderWay]).to_string(),
            count(&[ParcelState::Gone, ParcelState::Unknown]).to_string(),
        ]);
    }
    Ok(writeln!(screen.out, "{}", table.trim_fmt())?)
}

/// The secrets of an alarm by name, each with whether it is set; never what is in it.
fn secrets(alarm: &Alarm, screen: &Screen) -> String {
    let names = [&alarm.secret_env, &alarm.key_env];
    let told = names
        .into_iter()
        .filter(|name| !name.is_empty())
        .map(|name| {
            let state = if send::is_set(name) {
                "notify-set"
            } else {
                "notify-unset"
            };
            format!("{name}: {}", screen.say(state, &[]))
        });
    let told: Vec<String> = told.collect();
    match told.is_empty() {
        true => screen.say("notify-needless", &[]),
        false => told.join(", "),
    }
}

/// The settings, and the history of the account where there is one.
fn settings(whose: &WhoseArgs) -> Result<(Config, Option<Store>), Stop> {
    let loaded = load::config(whose.config.as_deref(), &[PathBuf::from(".")])?;
    let account = whose.place.account(&loaded.config);
    let store = Store::existing(&whose.place.folder()?, &account);
    let store = store.map_err(|error| audit::stop(&error))?;
    Ok((loaded.config, store))
}

/// The name of an alarm as a value of a message.
fn named(alarm: &Alarm) -> (&'static str, Value) {
    ("name", alarm.name.as_str().into())
}
