//! `kenpin fetch`: what exports lack, from Amazon and the tax agency, kept beside the history.

#[cfg(feature = "net")]
mod budget;
#[cfg(feature = "net")]
mod plan;
#[cfg(feature = "net")]
mod reports;
#[cfg(feature = "net")]
mod services;
#[cfg(feature = "net")]
mod unpack;

use super::args::{InputArgs, all};
use super::{Exit, Screen, Stop};
use crate::model::Fetched;
#[cfg(feature = "net")]
use budget::Budget;
use clap::Args;
use std::path::PathBuf;

/// `kenpin fetch`.
#[derive(Debug, Args)]
pub struct FetchArgs {
    /// What: reports, catalog, restrictions, eligibility, listings, inventory, invoice-numbers, or all
    #[arg(value_name = "WHAT", value_parser = what)]
    pub what: What,
    /// The account.
    #[command(flatten)]
    pub input: InputArgs,
    /// Candidates for buying (as for gate candidates), asked about beside the account
    #[arg(long, value_name = "FILE")]
    pub candidates: Option<PathBuf>,
    /// Only tell how many calls and minutes it takes
    #[arg(long)]
    pub dry_run: bool,
    /// Begin nothing more after so many minutes; the most yen at stake goes first
    #[arg(long, value_name = "MINUTES")]
    pub budget: Option<u32>,
    /// Make no connection, whatever is asked
    #[arg(long)]
    pub offline: bool,
}

/// What to fetch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct What {
    /// Answers about ASINs, SKUs and numbers.
    pub kinds: Vec<Fetched>,
    /// Reports, as files.
    pub reports: bool,
}

fn what(word: &str) -> Result<What, String> {
    let kinds = match word {
        "all" => Fetched::ALL.to_vec(),
        "reports" => Vec::new(),
        word => {
            let known = || format!("reports, {}, all", all(Fetched::ALL));
            vec![Fetched::from_word(word).ok_or_else(known)?]
        }
    };
    let reports = matches!(word, "all" | "reports");
    Ok(What { kinds, reports })
}

/// Fetches, or tells what it takes.
#[cfg(feature = "net")]
pub(super) fn run(args: &FetchArgs, screen: &mut Screen) -> Result<Exit, Stop> {
    if args.input.demo && !args.dry_run {
        return Err(Stop::Said("fetch-demo", Vec::new()));
    }
    let budget = Budget::new(args.budget);
    let mut whole = true;
    if args.what.reports && !args.input.demo {
        // First: what they list is what is asked about.
        whole = reports::run(args, budget, screen)?;
    }
    if args.what.kinds.is_empty() {
        return Ok(Exit::of(false, !whole));
    }
    match plan::run(args, budget, screen)? {
        Exit::Clean => Ok(Exit::of(false, !whole)),
        other => Ok(other),
    }
}

/// Fetches what is missing or too old, before a scan. Without a number of minutes, nothing.
#[cfg(feature = "net")]
pub(super) fn refresh(
    minutes: Option<u32>,
    offline: bool,
    input: &InputArgs,
    screen: &mut Screen,
) -> Result<(), Stop> {
    match minutes.filter(|_| !input.demo) {
        Some(_) => plan::refresh(Budget::new(minutes), offline, input, screen),
        None => Ok(()),
    }
}

/// Says that this program cannot.
#[cfg(not(feature = "net"))]
pub(super) fn run(_: &FetchArgs, _: &mut Screen) -> Result<Exit, Stop> {
    Err(Stop::Said("net-not-built", Vec::new()))
}

/// Says that this program cannot.
#[cfg(not(feature = "net"))]
pub(super) fn refresh(
    minutes: Option<u32>,
    _: bool,
    _: &InputArgs,
    _: &mut Screen,
) -> Result<(), Stop> {
    match minutes {
        Some(_) => Err(Stop::Said("net-not-built", Vec::new())),
        None => Ok(()),
    }
}
