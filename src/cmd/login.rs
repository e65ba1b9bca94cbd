//! `kenpin login` and `logout`: secrets in the keyring of the system, never in a file of kenpin.

use super::{Exit, Screen, Stop};
use clap::Args;
#[cfg(feature = "net")]
use std::io::Write;

/// `kenpin login`.
#[derive(Debug, Args)]
pub struct LoginArgs {
    /// Names of secrets: those of the environment variables which would hold them [default: the three of the Selling Partner API]
    #[arg(value_name = "NAME")]
    pub names: Vec<String>,
    /// Only list the names that the keyring holds
    #[arg(long, conflicts_with = "names")]
    pub list: bool,
}

/// `kenpin logout`.
#[derive(Debug, Args)]
pub struct LogoutArgs {
    /// Names of secrets
    #[arg(value_name = "NAME", required = true)]
    pub names: Vec<String>,
}

/// Refuses what no system takes for the name of an environment variable. It may be the secret
/// itself, so it is not repeated; that is also why any number of arguments is taken.
#[cfg(feature = "net")]
fn check(names: &[String]) -> Result<(), Stop> {
    let word = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_';
    let is_name = |text: &String| {
        let begins = text.starts_with(|c: char| c.is_ascii_uppercase());
        begins && text.len() <= 80 && text.chars().all(word)
    };
    match names.iter().all(is_name) {
        true => Ok(()),
        false => Err(Stop::Said("login-no-name", Vec::new())),
    }
}

/// Asks for secrets and keeps them.
#[cfg(feature = "net")]
pub(super) fn run(args: &LoginArgs, screen: &mut Screen) -> Result<Exit, Stop> {
    check(&args.names)?;
    let chest = with_keyring::chest()?;
    if args.list {
        return with_keyring::list(chest.as_ref(), screen);
    }
    let names = match args.names.is_empty() {
        true => with_keyring::SELLING_PARTNER.map(str::to_owned).to_vec(),
        false => args.names.clone(),
    };
    for name in &names {
        with_keyring::ask(chest.as_ref(), name, screen)?;
    }
    screen.out.flush()?;
    Ok(Exit::Clean)
}

/// Forgets secrets.
#[cfg(feature = "net")]
pub(super) fn forget(args: &LogoutArgs, screen: &mut Screen) -> Result<Exit, Stop> {
    check(&args.names)?;
    let chest = with_keyring::chest()?;
    for name in &args.names {
        let forgotten = chest.forget(name);
        let id = match forgotten.map_err(|cause| with_keyring::vault(&cause))? {
            true => "login-forgotten",
            false => "login-unknown",
        };
        screen.print(id, &[("name", name.as_str().into())])?;
    }
    screen.out.flush()?;
    Ok(Exit::Clean)
}

/// Says that this program cannot.
#[cfg(not(feature = "net"))]
pub(super) fn run(_: &LoginArgs, _: &mut Screen) -> Result<Exit, Stop> {
    Err(Stop::Said("feed-no-net", Vec::new()))
}

/// Says that this program cannot.
#[cfg(not(feature = "net"))]
pub(super) fn forget(_: &LogoutArgs, _: &mut Screen) -> Result<Exit, Stop> {
    Err(Stop::Said("feed-no-net", Vec::new()))
}

#[cfg(feature = "net")]
mod with_keyring {
    //! What is done with a keyring.

    use crate::cmd::{Exit, Screen, Stop, typed};
    use crate::net::{Chest, keyring};
    use std::io::Write;

    /// The secrets that the Selling Partner API asks for.
    pub(super) const SELLING_PARTNER: [&str; 3] = [
        "KENPIN_LWA_CLIENT_ID",
        "KENPIN_LWA_CLIENT_SECRET",
        "KENPIN_LWA_REFRESH_TOKEN",
    ];

    /// The keyring of this system.
    pub(super) fn chest() -> Result<Box<dyn Chest>, Stop> {
        let chest = keyring().map_err(|cause| vault(&cause))?;
        chest.ok_or_else(|| Stop::Said("login-no-keyring", Vec::new()))
    }

    pub(super) fn ask(chest: &dyn Chest, name: &str, screen: &mut Screen) -> Result<(), Stop> {
        let named = [("name", name.into())];
        let secret = typed::once("login-ask", &named, screen)?;
        if secret.expose().is_empty() {
            screen.print("login-left", &named)?;
            return Ok(());
        }
        chest.put(name, &secret).map_err(|cause| vault(&cause))?;
        screen.print("login-kept", &named)?;
        if std::env::var_os(name).is_some() {
            screen.tell("login-environment", &named)?;
        }
        Ok(())
    }

    /// Names only: what they stand for is never shown.
    pub(super) fn list(chest: &dyn Chest, screen: &mut Screen) -> Result<Exit, Stop> {
        let names = chest.names().map_err(|cause| vault(&cause))?;
        for name in &names {
            screen.print("login-name", &[("name", name.as_str().into())])?;
        }
        if names.is_empty() {
            screen.tell("login-none", &[])?;
        }
        screen.out.flush()?;
        Ok(Exit::Clean)
    }

    pub(super) fn vault(cause: &str) -> Stop {
        Stop::Said("login-vault", vec![("cause", cause.into())])
    }
}
