//! `kenpin gate`: what is asked before goods move; each question is a command of its own.

mod cleaned;
mod shipment;

pub use shipment::ShipmentArgs;

use super::{Exit, Screen, Stop};
use clap::{Args, Subcommand};

/// `kenpin gate`.
#[derive(Debug, Args)]
pub struct GateArgs {
    /// What is asked.
    #[command(subcommand)]
    pub command: GateCommand,
}

/// `kenpin gate …`.
#[derive(Debug, Subcommand)]
pub enum GateCommand {
    /// Judge a shipment plan to FBA line by line, and say what may go
    Shipment(ShipmentArgs),
}

pub(super) fn run(command: &GateCommand, screen: &mut Screen) -> Result<Exit, Stop> {
    match command {
        GateCommand::Shipment(args) => shipment::run(args, screen),
    }
}
