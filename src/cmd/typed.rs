//! A secret that somebody types: never shown, and from a pipe where there is no terminal.

use super::{Screen, Stop};
use crate::model::Value;
use crate::net::Secret;
use std::io::{BufRead, IsTerminal, Read, Write};

/// Longest secret, in bytes; tokens have up to two thousand.
const LONGEST: u64 = 8 << 10;

/// Asks once.
pub(super) fn once(
    id: &str,
    values: &[(&'static str, Value)],
    screen: &mut Screen,
) -> Result<Secret, Stop> {
    let stdin = std::io::stdin();
    let typed = match stdin.is_terminal() {
        true => {
            let asked = screen.say(id, values);
            write!(screen.err, "{asked} ")?;
            screen.err.flush()?;
            Secret::new(rpassword::read_password()?)
        }
        false => {
            let mut line = String::new();
            stdin.lock().take(LONGEST).read_line(&mut line)?;
            Secret::new(line)
        }
    };
    // Copied secrets like to end with a line break, which no header may hold.
    Ok(Secret::new(typed.expose().trim().to_owned()))
}

/// Asks twice, so that nobody is locked out by a slip; a pipe makes no slips.
pub(super) fn twice(
    id: &str,
    values: &[(&'static str, Value)],
    screen: &mut Screen,
) -> Result<Secret, Stop> {
    let first = once(id, values, screen)?;
    if std::io::stdin().is_terminal() {
        let second = once("typed-again", values, screen)?;
        if first.expose() != second.expose() {
            return Err(Stop::Said("typed-differs", Vec::new()));
        }
    }
    Ok(first)
}
