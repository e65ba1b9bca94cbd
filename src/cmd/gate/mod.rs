//! `kenpin gate`: judging before something is done, while it can still be left.

pub mod candidates;
mod cleaned;
mod shipment;

pub use shipment::ShipmentArgs;

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
    /// Judge a shipment plan to FBA line by line, and say what may go
    Shipment(ShipmentArgs),
    /// Judge goods before they are bought: buy, ask or avoid, and the papers to ask for
    Candidates(candidates::CandidatesArgs),
}

pub(super) fn run(command: &GateCommand, screen: &mut Screen) -> Result<Exit, Stop> {
    match command {
        GateCommand::Shipment(args) => shipment::run(args, screen),
        GateCommand::Candidates(args) => candidates::run(args, screen),
    }
}
