//! `kenpin login` and `logout`: secrets in the keyring of the system, never in a file of kenpin.

use super::{Exit, Screen, Stop};
use clap::Args;
#[cfg(feature = "net")]
use std::io::Write;

/// `kenpin login`.
#[derive(Debug, Args)]
pub struct LoginArgs {
    /// Name of the secret: that of the environment variable which would hold it [default: the three of the Selling Partner API, one after the other]
    #[arg(value_name = "NAME", value_parser = name)]
    pub name: Option<String>,
    /// Only list the names that the keyring holds
    #[arg(long, conflicts_with = "name")]
    pub list: bool,
}

/// `kenpin logout`.
#[derive(Debug, Args)]
pub struct LogoutArgs {
    /// Name of the secret
    #[arg(value_name = "NAME", value_parser = name)]
    pub name: String,
}

/// A name that any system takes for an environment variable.
fn name(text: &str) -> Result<String, String> {
    let word = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_';
    let right = text.starts_with(|c: char| c.is_ascii_uppercase()) && text.chars().all(word);
    match right && text.len() <= 80 {
        true => Ok(text.to_owned()),
        // What cannot be a name may be the secret itself: it is not repeated.
        false => Err("A-Z, 0-9, _".to_owned()),
    }
}

/// Asks for secrets and keeps them.
#[cfg(feature = "net")]
pub(super) fn run(args: &LoginArgs, screen: &mut Screen) -> Result<Exit, Stop> {
    let chest = with_keyring::chest()?;
    if args.list {
        return with_keyring::list(chest.as_ref(), screen);
    }
    let names = args.name.clone().map(|name| vec![name]);
    let names = names.unwrap_or_else(|| with_keyring::SELLING_PARTNER.map(str::to_owned).to_vec());
    for name in names {
        with_keyring::ask(chest.as_ref(), &name, screen)?;
    }
    screen.out.flush()?;
    Ok(Exit::Clean)
}

/// Forgets a secret.
#[cfg(feature = "net")]
pub(super) fn forget(args: &LogoutArgs, screen: &mut Screen) -> Result<Exit, Stop> {
    let chest = with_keyring::chest()?;
    let forgotten = chest.forget(&args.name);
    let id = match forgotten.map_err(|cause| with_keyring::vault(&cause))? {
        true => "login-forgotten",
        false => "login-unknown",
    };
    screen.print(id, &[("name", args.name.as_str().into())])?;
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
