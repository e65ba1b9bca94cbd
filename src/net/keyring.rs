//! The keyring of the system: secrets by name, under the name of this program.
//!
//! Windows (Credential Manager) and macOS (Keychain) have one that is always there. Linux has none
//! of that kind; there secrets come from environment variables alone.

use super::Secret;
use super::secret::{Environment, Vault};

/// A place that also takes secrets.
pub trait Chest: Vault {
    /// Keeps a secret, in place of one of that name.
    ///
    /// # Errors
    /// When the place takes none, in words that hold no secret.
    fn put(&self, name: &str, secret: &Secret) -> Result<(), String>;

    /// Forgets a secret; false where there was none.
    ///
    /// # Errors
    /// When the place cannot be opened.
    fn forget(&self, name: &str) -> Result<bool, String>;

    /// The names of all secrets, in order.
    ///
    /// # Errors
    /// When the place cannot be opened.
    fn names(&self) -> Result<Vec<String>, String>;
}

/// The keyring of this system; `None` where it has none.
///
/// # Errors
/// When it cannot be opened.
pub fn keyring() -> Result<Option<Box<dyn Chest>>, String> {
    system::keyring()
}

/// Every place that this program takes secrets from: the environment, then the keyring.
#[derive(Debug, Default)]
pub struct Secrets {
    keyring: Option<Box<dyn Chest>>,
}

impl Secrets {
    /// The environment and the keyring of this system.
    ///
    /// # Errors
    /// When the keyring cannot be opened.
    pub fn of_system() -> Result<Self, String> {
        let keyring = keyring()?;
        Ok(Self { keyring })
    }
}

impl Vault for Secrets {
    fn secret(&self, name: &str) -> Result<Option<Secret>, String> {
        if let Some(secret) = Environment.secret(name)? {
            return Ok(Some(secret));
        }
        match &self.keyring {
            Some(keyring) => keyring.secret(name),
            None => Ok(None),
        }
    }
}

#[cfg(not(any(windows, target_os = "macos")))]
mod system {
    //! No keyring.

    use super::Chest;

    // The other systems may fail here.
    #[allow(clippy::unnecessary_wraps)]
    pub(super) fn keyring() -> Result<Option<Box<dyn Chest>>, String> {
        Ok(None)
    }
}

#[cfg(any(windows, target_os = "macos"))]
mod system {
    //! The keyring of Windows or macOS.

    use super::{Chest, Secret, Vault};
    #[cfg(target_os = "macos")]
    use apple_native_keyring_store::keychain::Store;
    use keyring_core::api::CredentialStoreApi;
    use keyring_core::{Entry, Error};
    use std::collections::{BTreeSet, HashMap};
    use std::sync::Arc;
    #[cfg(windows)]
    use windows_native_keyring_store::Store;

    /// The name of this program in the keyring.
    const SERVICE: &str = "kenpin";

    #[derive(Debug)]
    struct Keyring(Arc<Store>);

    pub(super) fn keyring() -> Result<Option<Box<dyn Chest>>, String> {
        let store = Store::new().map_err(|error| why(&error))?;
        Ok(Some(Box::new(Keyring(store))))
    }

    impl Keyring {
        fn entry(&self, name: &str) -> Result<Entry, String> {
            let built = self.0.build(SERVICE, name, None);
            built.map_err(|error| why(&error))
        }
    }

    impl Vault for Keyring {
        fn secret(&self, name: &str) -> Result<Option<Secret>, String> {
            match self.entry(name)?.get_password() {
                Ok(text) => Ok(Some(Secret::new(text))),
                Err(Error::NoEntry) => Ok(None),
                Err(error) => Err(why(&error)),
            }
        }
    }

    impl Chest for Keyring {
        fn put(&self, name: &str, secret: &Secret) -> Result<(), String> {
            let set = self.entry(name)?.set_password(secret.expose());
            set.map_err(|error| why(&error))
        }

        fn forget(&self, name: &str) -> Result<bool, String> {
            match self.entry(name)?.delete_credential() {
                Ok(()) => Ok(true),
                Err(Error::NoEntry) => Ok(false),
                Err(error) => Err(why(&error)),
            }
        }

        fn names(&self) -> Result<Vec<String>, String> {
            #[cfg(windows)]
            let spec = HashMap::from([("pattern", r"^[A-Z][A-Z0-9_]*\.kenpin$")]);
            #[cfg(target_os = "macos")]
            let spec = HashMap::from([("service", SERVICE)]);
            let found = self.0.search(&spec).map_err(|error| why(&error))?;
            let specified = found.iter().filter_map(Entry::get_specifiers);
            let ours = specified.filter(|(service, _)| service == SERVICE);
            let names: BTreeSet<String> = ours.map(|(_, name)| name).collect();
            Ok(names.into_iter().collect())
        }
    }

    /// What went wrong, in words of our own: errors of the store may hold what was stored.
    fn why(error: &Error) -> String {
        let why = match error {
            Error::NoStorageAccess(_) => "locked",
            Error::TooLong(..) => "too long",
            Error::BadEncoding(_) | Error::BadDataFormat(..) => "not readable",
            _ => "refused",
        };
        why.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A keyring of one secret.
    #[derive(Debug)]
    struct One(&'static str);

    impl Vault for One {
        fn secret(&self, name: &str) -> Result<Option<Secret>, String> {
            Ok((name == self.0).then(|| Secret::new("kept".to_owned())))
        }
    }

    impl Chest for One {
        fn put(&self, _: &str, _: &Secret) -> Result<(), String> {
            Err("full".to_owned())
        }

        fn forget(&self, _: &str) -> Result<bool, String> {
            Ok(false)
        }

        fn names(&self) -> Result<Vec<String>, String> {
            Ok(vec![self.0.to_owned()])
        }
    }

    #[test]
    fn the_environment_goes_before_the_keyring() {
        let secrets = |name| Secrets {
            keyring: Some(Box::new(One(name))),
        };
        let found = |name| {
            let secret = secrets(name).secret(name).unwrap();
            secret.map(|secret| secret.expose().to_owned())
        };
        // Cargo sets it for every test.
        let set = std::env::var("CARGO_PKG_NAME").unwrap();
        assert_eq!(found("CARGO_PKG_NAME"), Some(set));
        assert_eq!(found("KENPIN_TEST_UNSET"), Some("kept".to_owned()));
        let other = secrets("KENPIN_TEST_UNSET").secret("KENPIN_TEST_OTHER");
        assert!(other.unwrap().is_none());
    }
}
