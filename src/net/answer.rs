//! What was answered: status, headers, and a body of bounded size.

use super::NetError;
use reqwest::header::HeaderMap;
use serde::de::DeserializeOwned;

/// An answer of any status. Shown, it has neither headers nor body.
pub struct Answer {
    pub(super) host: String,
    pub(super) status: u16,
    pub(super) headers: HeaderMap,
    pub(super) body: Vec<u8>,
}

impl std::fmt::Debug for Answer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let bytes = self.body.len();
        write!(f, "{}: {}, {bytes} bytes", self.host, self.status)
    }
}

impl Answer {
    /// Status.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.status
    }

    /// Host that answered.
    #[must_use]
    pub fn host(&self) -> &str {
        &self.host
    }

    /// A header; `None` where there is none, or no text.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// The body.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.body
    }

    /// The answer, if it is a yes.
    ///
    /// # Errors
    /// [`NetError::Status`] otherwise.
    pub fn success(self) -> Result<Self, NetError> {
        match self.status {
            200..=299 => Ok(self),
            status => Err(NetError::Status {
                host: self.host,
                status,
            }),
        }
    }

    /// The body as JSON, which is an object.
    ///
    /// # Errors
    /// [`NetError::Strange`], with the place but never with what stands there.
    pub fn json<T: DeserializeOwned>(&self) -> Result<T, NetError> {
        // A list would be read as the fields in their order.
        if self.body.trim_ascii_start().first() != Some(&b'{') {
            return Err(NetError::Strange {
                host: self.host.clone(),
                cause: "JSON".to_owned(),
            });
        }
        serde_json::from_slice(&self.body).map_err(|error| NetError::Strange {
            host: self.host.clone(),
            cause: format!("JSON {}:{}", error.line(), error.column()),
        })
    }
}
