//! Why a service gave nothing, and the forms in which it says so.

use super::{NetError, Secret};
use serde_json::Value;

/// Most characters of a sentence that a service says.
const LONGEST: usize = 300;
/// Most bytes of an error answer that is looked into.
const LARGEST: usize = 64 << 10;

/// Why a service gave nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ServiceError {
    /// Nothing came through.
    #[error(transparent)]
    Net(#[from] NetError),
    /// A secret that no place has; its name.
    #[error("{0} is not set")]
    Missing(&'static str),
    /// The place of a secret cannot be opened.
    #[error("{0}")]
    Vault(String),
    /// The login refused what it was given; its code.
    #[error("login refused: {0}")]
    Login(String),
    /// The right for this is not granted, or not any more.
    #[error("{operation}: not allowed ({code})")]
    Forbidden {
        /// Operation.
        operation: String,
        /// Code of the answer.
        code: String,
    },
    /// The service does not want the request.
    #[error("{operation}: status {status}, {code}: {message}")]
    Refused {
        /// Operation.
        operation: String,
        /// Status of the answer.
        status: u16,
        /// Code of the answer.
        code: String,
        /// What it says, cut, without any secret.
        message: String,
    },
}

impl ServiceError {
    /// True when no other request to the service can do better.
    #[must_use]
    pub fn ends_all(&self) -> bool {
        match self {
            Self::Missing(_) | Self::Vault(_) | Self::Login(_) | Self::Forbidden { .. } => true,
            Self::Refused { .. } => false,
            Self::Net(error) => !matches!(
                error,
                NetError::Slow(_)
                    | NetError::Cut(_)
                    | NetError::Connect { .. }
                    | NetError::TooLarge { .. }
                    | NetError::Strange { .. }
            ),
        }
    }

    /// True when the service knows nothing of what was asked for.
    pub(super) fn is_unknown(&self) -> bool {
        matches!(self, Self::Refused { status: 404, .. })
    }

    /// True when the request itself was wrong, and a part of it may be right.
    #[must_use]
    pub fn is_bad_request(&self) -> bool {
        matches!(self, Self::Refused { status: 400, .. })
    }
}

/// What an error answer says, as long as it comes and with whatever it repeats.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) code: String,
    pub(super) message: String,
}

/// Reads an error answer: an object with a list, the bare list, or the form of a login. Anything
/// else says nothing.
pub(super) fn said(body: &[u8]) -> Said {
    if body.len() > LARGEST {
        return Said::default();
    }
    let Ok(value) = serde_json::from_slice::<Value>(body) else {
        return Said::default();
    };
    let first = |list: &Value| list.as_array().and_then(|list| list.first()).cloned();
    let error = value
        .get("errors")
        .and_then(first)
        .or_else(|| first(&value));
    let text = |value: &Value, key: &str| {
        let text = value.get(key).and_then(Value::as_str).unwrap_or_default();
        text.to_owned()
    };
    match error {
        Some(error) => Said {
            code: text(&error, "code"),
            message: text(&error, "message"),
        },
        None => Said {
            code: text(&value, "error"),
            message: text(&value, "error_description"),
        },
    }
}

/// A sentence of a service without the secrets.
pub(super) fn hidden(text: &str, secrets: &[&Secret]) -> String {
    let secrets = secrets.iter().map(|secret| secret.expose());
    secrets
        .filter(|secret| !secret.is_empty())
        .fold(text.to_owned(), |text, secret| text.replace(secret, "…"))
}

/// A sentence as long as it may be shown. Secrets are hidden before: of one that is cut in two, a
/// part would stay.
pub(super) fn cut(text: &str) -> String {
    text.chars().take(LONGEST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_of_an_error_is_read() {
        let said = |text: &str| {
            let said = said(text.as_bytes());
            (said.code, said.message)
        };
        let read = |code: &str, message: &str| (code.to_owned(), message.to_owned());
        let object = r#"{"errors":[{"code":"QuotaExceeded","message":"slow down","details":""}]}"#;
        assert_eq!(said(object), read("QuotaExceeded", "slow down"));
        let list = r#"[{"code":"InvalidInput","message":"bad asin"}]"#;
        assert_eq!(said(list), read("InvalidInput", "bad asin"));
        let login = r#"{"error":"invalid_grant","error_description":"expired"}"#;
        assert_eq!(said(login), read("invalid_grant", "expired"));
        for nothing in ["", "<html>", "null", "[]", "{}", r#"{"errors":"x"}"#, "[1]"] {
            assert_eq!(said(nothing), read("", ""), "{nothing}");
        }
        let long = format!(r#"[{{"code":"a","message":"{}"}}]"#, "x".repeat(LARGEST));
        assert_eq!(said(&long), read("", ""));
    }

    #[test]
    fn a_sentence_is_cut_behind_its_secrets() {
        let secret = Secret::new("s3cret".to_owned());
        for before in LONGEST - 8..LONGEST + 2 {
            let text = format!("{}s3cret and more", "x".repeat(before));
            let none = Secret::new(String::new());
            let shown = cut(&hidden(&text, &[&secret, &none]));
            assert!(!shown.contains("s3"), "{before}: {shown}");
            assert!(shown.chars().count() <= LONGEST);
        }
    }
}
