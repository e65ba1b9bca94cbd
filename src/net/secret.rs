//! Secrets: where they come from, and a holder that never shows what it holds.

use secrecy::{ExposeSecret, SecretString};
use std::fmt;

/// A text that no output shows; it is wiped from memory when it goes.
#[derive(Clone)]
pub struct Secret(SecretString);

impl Secret {
    /// Holds a text.
    #[must_use]
    pub fn new(text: String) -> Self {
        Self(SecretString::from(text))
    }

    /// The text itself, only for what is sent to the service that it belongs to.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// A place that keeps secrets by name. The names are those of environment variables
/// (`KENPIN_LWA_CLIENT_SECRET`), whatever the place.
pub trait Vault: fmt::Debug {
    /// The secret of that name; `None` where this place has none.
    ///
    /// # Errors
    /// When the place cannot be opened, in words that hold no secret.
    fn secret(&self, name: &str) -> Result<Option<Secret>, String>;
}

/// The environment of the process.
#[derive(Clone, Copy, Debug, Default)]
pub struct Environment;

impl Vault for Environment {
    fn secret(&self, name: &str) -> Result<Option<Secret>, String> {
        let value = std::env::var(name).ok();
        // Copied secrets like to end with a line break, which no header may hold.
        let value = value.map(|text| text.trim().to_owned());
        Ok(value.filter(|text| !text.is_empty()).map(Secret::new))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_does_not_show_itself() {
        let secret = Secret::new("Atzr|hidden".to_owned());
        let shown = format!("{secret:?} {:?}", Some(&secret));
        assert!(!shown.contains("hidden"), "{shown}");
        assert_eq!(secret.expose(), "Atzr|hidden");
    }
}
