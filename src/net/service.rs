//! Why a service gave nothing, and the forms in which it says so.

use super::NetError;
use serde_json::Value;

/// Most characters of a sentence that a service says.
const LONGEST: usize = 300;

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

    /// True when the request itself was wrong, and a part of it may be right.
    #[must_use]
    pub fn is_bad_request(&self) -> bool {
        matches!(self, Self::Refused { status: 400, .. })
    }
}

/// What an error answer says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) code: String,
    pub(super) message: String,
}

/// Reads an error answer: an object with a list, the bare list, or the form of a login. Anything
/// else says nothing.
pub(super) fn said(body: &[u8]) -> Said {
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
        text.chars().take(LONGEST).collect()
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
        let long = format!(r#"[{{"code":"a","message":"{}"}}]"#, "x".repeat(9_999));
        assert_eq!(said(&long).1.len(), LONGEST);
    }
}
