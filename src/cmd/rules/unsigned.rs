//! Signing in a program that was built without it: it says so.

use crate::cmd::args::{RulesKeygenArgs, RulesSignArgs};
use crate::cmd::{Exit, Screen, Stop};

pub(super) fn run(_: &RulesSignArgs, _: &mut Screen) -> Result<Exit, Stop> {
    Err(Stop::Said("feed-no-net", Vec::new()))
}

pub(super) fn generate(_: &RulesKeygenArgs, _: &mut Screen) -> Result<Exit, Stop> {
    Err(Stop::Said("feed-no-net", Vec::new()))
}
