//! What is asked: an address, headers that may be secret, a body, and how far it may be repeated.

use super::{Address, Lane, NetError, Retry, Secret};
use reqwest::Method;
use reqwest::header::{CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};
use serde::Serialize;
use std::sync::Arc;
use std::time::Duration;

/// A request. Shown, it has neither headers nor body.
#[derive(Clone)]
pub struct Request {
    pub(super) method: Method,
    pub(super) address: Address,
    pub(super) headers: HeaderMap,
    pub(super) body: Option<Vec<u8>>,
    pub(super) lane: Option<Arc<Lane>>,
    pub(super) retry: Retry,
    pub(super) limit: Option<u64>,
    pub(super) within: Option<Duration>,
}

impl std::fmt::Debug for Request {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {:?}", self.method, self.address)
    }
}

impl Request {
    /// Asks for something; it may be repeated.
    #[must_use]
    pub fn get(address: &Address) -> Self {
        Self::new(Method::GET, address, Retry::Idempotent)
    }

    /// Sends something; it is not repeated where it may have been taken.
    #[must_use]
    pub fn post(address: &Address) -> Self {
        Self::new(Method::POST, address, Retry::Once)
    }

    fn new(method: Method, address: &Address, retry: Retry) -> Self {
        Self {
            method,
            address: address.clone(),
            headers: HeaderMap::new(),
            body: None,
            lane: None,
            retry,
            limit: None,
            within: None,
        }
    }

    /// Adds a header.
    ///
    /// # Errors
    /// [`NetError::BadHeader`] when no header can have that name or value.
    pub fn header(mut self, name: &str, value: &str) -> Result<Self, NetError> {
        let bad = || NetError::BadHeader(name.to_owned());
        let key = HeaderName::from_bytes(name.as_bytes()).map_err(|_| bad())?;
        let value = HeaderValue::from_str(value).map_err(|_| bad())?;
        self.headers.insert(key, value);
        Ok(self)
    }

    /// Adds a header with a secret behind a prefix (`Bearer `, or nothing).
    ///
    /// # Errors
    /// [`NetError::BadHeader`] when no header can have that name or value.
    pub fn secret(mut self, name: &str, prefix: &str, value: &Secret) -> Result<Self, NetError> {
        let bad = || NetError::BadHeader(name.to_owned());
        let key = HeaderName::from_bytes(name.as_bytes()).map_err(|_| bad())?;
        let text = format!("{prefix}{}", value.expose());
        let mut value = HeaderValue::from_str(&text).map_err(|_| bad())?;
        value.set_sensitive(true);
        self.headers.insert(key, value);
        Ok(self)
    }

    /// Sends a value as JSON.
    ///
    /// # Errors
    /// [`NetError::BadHeader`] for a value that JSON cannot hold.
    pub fn json(self, value: &impl Serialize) -> Result<Self, NetError> {
        let bad = |_| NetError::BadHeader("content-type: application/json".to_owned());
        let body = serde_json::to_vec(value).map_err(bad)?;
        Ok(self.body("application/json", body))
    }

    /// Sends pairs as a form.
    #[must_use]
    pub fn form(self, pairs: &[(&str, &str)]) -> Self {
        // The query of an address is written exactly as a form is.
        let mut url = self.address.0.clone();
        url.query_pairs_mut().clear().extend_pairs(pairs);
        let body = url.query().unwrap_or_default().as_bytes().to_vec();
        self.body("application/x-www-form-urlencoded;charset=UTF-8", body)
    }

    /// Sends bytes.
    #[must_use]
    pub fn body(mut self, kind: &'static str, bytes: Vec<u8>) -> Self {
        let kind = HeaderValue::from_static(kind);
        self.headers.insert(CONTENT_TYPE, kind);
        self.body = Some(bytes);
        self
    }

    /// Waits its turn in the lane of its operation.
    #[must_use]
    pub fn lane(mut self, lane: &Arc<Lane>) -> Self {
        self.lane = Some(Arc::clone(lane));
        self
    }

    /// Says how far it may be repeated.
    #[must_use]
    pub fn retry(mut self, retry: Retry) -> Self {
        self.retry = retry;
        self
    }

    /// Takes answers up to so many bytes, counted after unpacking.
    #[must_use]
    pub fn limit(mut self, bytes: u64) -> Self {
        self.limit = Some(bytes);
        self
    }

    /// Takes no longer than that for one try.
    #[must_use]
    pub fn within(mut self, time: Duration) -> Self {
        self.within = Some(time);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_shows_no_secret() {
        let address = Address::new("https://api.example.com/x?id=hidden").unwrap();
        let token = Secret::new("hidden".to_owned());
        let request = Request::post(&address)
            .secret("x-amz-access-token", "", &token)
            .unwrap()
            .form(&[("client_secret", "hidden")]);
        let shown = format!("{request:?} {:?}", request.headers);
        assert!(!shown.contains("hidden"), "{shown}");
    }

    #[test]
    fn a_form_is_escaped() {
        let address = Address::new("https://api.example.com/").unwrap();
        let request = Request::post(&address).form(&[("a", "Atzr|x y&z"), ("b", "値")]);
        let body = String::from_utf8(request.body.unwrap()).unwrap();
        assert_eq!(body, "a=Atzr%7Cx+y%26z&b=%E5%80%A4");
    }

    #[test]
    fn a_header_cannot_be_broken_open() {
        let address = Address::new("https://api.example.com/").unwrap();
        let error = Request::get(&address).header("x-a", "1\r\nx-b: 2");
        assert_eq!(error.unwrap_err(), NetError::BadHeader("x-a".to_owned()));
    }
}
