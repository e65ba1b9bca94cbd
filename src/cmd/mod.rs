//! Commands: the only place that sees the core and the edges together.

pub mod args;
pub mod audit;
mod columns;
mod complete;
mod demo;
mod drill;
mod except;
mod feed;
pub mod fetch;
mod fetched;
pub mod gate;
mod help;
pub mod history;
mod init;
mod inspect;
mod kept;
mod lang;
pub mod load;
pub mod login;
#[cfg(feature = "net")]
mod nets;
pub mod notice;
pub mod notify;
mod output;
mod packfiles;
mod progress;
pub mod proof;
mod pull;
mod report;
mod rules;
mod scan;
mod schedule;
mod screen;
mod session;
#[cfg(feature = "net")]
mod typed;
mod unread;
mod unstyled;
mod usage;

pub use screen::{Screen, Stop, Texts, cause};

use args::{Cli, Command};
use clap::FromArgMatches;
use std::ffi::OsString;
use std::process::ExitCode;

/// How a run ends; the number is the exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Nothing at or above the threshold, and everything required was judged.
    Clean = 0,
    /// Findings at or above the threshold, or examples of rules that fail.
    Findings = 1,
    /// Could not run: arguments, config, rules, an unreadable file.
    NotRun = 2,
    /// Nothing at the threshold, but something required was not judged.
    NotJudged = 3,
}

impl Exit {
    /// The end of a run that came to its end: findings win over what was not judged.
    #[must_use]
    pub fn of(findings: bool, not_judged: bool) -> Self {
        match (findings, not_judged) {
            (true, _) => Self::Findings,
            (false, true) => Self::NotJudged,
            (false, false) => Self::Clean,
        }
    }
}

/// Runs the program with the arguments of the process.
#[must_use]
pub fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    ExitCode::from(run(&arguments) as u8)
}

fn run(arguments: &[OsString]) -> Exit {
    let mut screen = match Screen::new(lang::early(arguments)) {
        Ok(screen) => screen,
        Err(stop) => return screen::without_words(&stop),
    };
    let result = match parse(arguments, &screen) {
        Ok(cli) => dispatch(&cli.command, &mut screen),
        Err(error) => usage::show(&error, &mut screen),
    };
    result.unwrap_or_else(|stop| screen.stop(&stop))
}

fn parse(arguments: &[OsString], screen: &Screen) -> Result<Cli, clap::Error> {
    let matches = help::command(screen).try_get_matches_from(arguments)?;
    Cli::from_arg_matches(&matches)
}

fn dispatch(command: &Command, screen: &mut Screen) -> Result<Exit, Stop> {
    match command {
        Command::Scan(args) => scan::run(args, screen),
        Command::Audit(args) => audit::run(args, screen),
        Command::Fetch(args) => fetch::run(args, screen),
        Command::History(args) => history::run(&args.command, screen),
        Command::Report(args) => report::run(args, screen),
        Command::Drill(args) => drill::run(args, screen),
        Command::Proof(args) => proof::run(args, screen),
        Command::Gate(args) => gate::run(&args.command, screen),
        Command::Pull(args) => pull::run(args, screen),
        Command::Except(args) => except::run(&args.command, screen),
        Command::Columns(args) => columns::run(args, screen),
        Command::Inspect(args) => inspect::run(args, screen),
        Command::Notice(args) => notice::run(&args.command, screen),
        Command::Notify(args) => notify::run(&args.command, screen),
        Command::Rules(args) => rules::run(&args.command, screen),
        Command::Login(args) => login::run(args, screen),
        Command::Logout(args) => login::forget(args, screen),
        Command::Init(args) => init::run(args, screen),
        Command::Completions(args) => complete::completions(args.shell, screen),
        Command::Man => complete::man(screen),
    }
}

#[cfg(test)]
mod tests;
