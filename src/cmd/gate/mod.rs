//! `kenpin gate`: judging before something is done, while it can still be left.

pub mod candidates;

use super::{Exit, Screen, Stop};
use clap::{Args, Subcommand};

/// `kenpin gate`.
#[derive(Debug, Args)]
pub struct GateArgs {
    /// What is judged.
    #[command(subcommand)]
    pub command: GateCommand,
}

/// `kenpin gate …`.
#[derive(Debug, Subcommand)]
pub enum GateCommand {
    /// Judge goods before they are bought: buy, ask or avoid, and the papers to ask for
    Candidates(candidates::CandidatesArgs),
}

pub(super) fn run(command: &GateCommand, screen: &mut Screen) -> Result<Exit, Stop> {
    match command {
        GateCommand::Candidates(args) => candidates::run(args, screen),
    }
}
