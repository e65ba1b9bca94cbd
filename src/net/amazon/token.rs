//! The access token of Login with Amazon: fetched with the seller's grant, renewed before it ends.

use crate::net::service::{Said, cut, hidden, said};
use crate::net::{Address, Host, NetError, Request, Retry, Secret, ServiceError, secret::Vault};
use serde::Deserialize;
use std::time::Duration;
use tokio::sync::Mutex;

/// A token is not used in its last minute: the answer to the last call must come before its end.
const MARGIN: Duration = Duration::from_secs(60);

/// What a seller's own application signs in with.
#[derive(Clone, Debug)]
pub struct Keys {
    /// Client id of the application.
    pub client: Secret,
    /// Its secret.
    pub secret: Secret,
    /// The grant of the seller.
    pub grant: Secret,
}

impl Keys {
    /// Names of the secrets, in the order in which a seller gets them.
    pub const NAMES: [&'static str; 3] = [
        "KENPIN_LWA_CLIENT_ID",
        "KENPIN_LWA_CLIENT_SECRET",
        "KENPIN_LWA_REFRESH_TOKEN",
    ];

    /// Takes them from where they are kept.
    ///
    /// # Errors
    /// [`ServiceError::Missing`] with the name of the first that is not there.
    pub fn from(vault: &dyn Vault) -> Result<Self, ServiceError> {
        let [client, secret, grant] = Self::NAMES.map(|name| {
            let found = vault.secret(name).map_err(ServiceError::Vault)?;
            found.ok_or(ServiceError::Missing(name))
        });
        Ok(Self {
            client: client?,
            secret: secret?,
            grant: grant?,
        })
    }
}

/// The token in use.
#[derive(Debug)]
pub(super) struct Token {
    keys: Keys,
    login: Address,
    held: Mutex<Option<Held>>,
}

#[derive(Debug)]
struct Held {
    token: Secret,
    /// Reading of the clock until which it is used.
    until: Duration,
}

#[derive(Deserialize)]
struct Granted {
    access_token: String,
    #[serde(default)]
    expires_in: u64,
}

impl Token {
    pub(super) fn new(keys: Keys, login: Address) -> Self {
        Self {
            keys,
            login,
            held: Mutex::new(None),
        }
    }

    /// The token; all that need one wait while one of them fetches it.
    pub(super) async fn get(&self, host: &Host) -> Result<Secret, ServiceError> {
        let mut held = self.held.lock().await;
        let now = host.clock().now();
        if let Some(held) = held.as_ref().filter(|held| now < held.until) {
            return Ok(held.token.clone());
        }
        let granted = self.fetch(host).await?;
        let lasts = Duration::from_secs(granted.expires_in.min(86_400));
        // Time passed while it was on its way; a short one is used for half of its life.
        let until = now + lasts.saturating_sub(MARGIN).max(lasts / 2);
        let token = Secret::new(granted.access_token);
        let kept = token.clone();
        *held = Some(Held { token, until });
        Ok(kept)
    }

    /// Forgets a token that was not taken, unless there is another one already.
    pub(super) async fn drop(&self, refused: &Secret) {
        let mut held = self.held.lock().await;
        let same = |held: &Held| held.token.expose() == refused.expose();
        if held.as_ref().is_some_and(same) {
            *held = None;
        }
    }

    /// A sentence of the service without anything that is secret, cut.
    pub(super) fn hide(&self, text: &str, token: &Secret) -> String {
        let keys = &self.keys;
        let text = hidden(text, &[token, &keys.secret, &keys.grant, &keys.client]);
        // Tokens of earlier hours too: all of them begin alike.
        let words =
            text.split(' ').map(
                |word| match word.contains("Atza|") || word.contains("Atzr|") {
                    true => "…",
                    false => word,
                },
            );
        cut(&words.collect::<Vec<_>>().join(" "))
    }

    /// As [`Self::hide`], where the token that was sent is not at hand.
    pub(super) fn hide_kept(&self, text: &str) -> String {
        self.hide(text, &self.keys.grant)
    }

    async fn fetch(&self, host: &Host) -> Result<Granted, ServiceError> {
        let request = Request::post(&self.login).retry(Retry::Idempotent).form(&[
            ("grant_type", "refresh_token"),
            ("refresh_token", self.keys.grant.expose()),
            ("client_id", self.keys.client.expose()),
            ("client_secret", self.keys.secret.expose()),
        ]);
        let answer = host.send(&request).await?;
        match answer.status() {
            200..=299 => Ok(answer.json()?),
            status @ 400..=499 => {
                let Said { code, .. } = said(answer.bytes());
                let known = !code.is_empty();
                Err(ServiceError::Login(match known {
                    true => self.hide_kept(&code),
                    false => status.to_string(),
                }))
            }
            status => Err(ServiceError::Net(NetError::Status {
                host: answer.host().to_owned(),
                status,
            })),
        }
    }
}
