//! An address that may be called: secure, or on this machine.

use super::NetError;
use reqwest::Url;
use std::fmt;

/// An address that was checked. Shown, it is its host: path and query may hold secrets.
#[derive(Clone, PartialEq, Eq)]
pub struct Address(pub(super) Url);

impl Address {
    /// Checks an address: `https`, or `http` to this machine.
    ///
    /// # Errors
    /// [`NetError::BadAddress`], [`NetError::NotSecure`].
    pub fn new(text: &str) -> Result<Self, NetError> {
        let url = Url::parse(text.trim()).map_err(|_| NetError::BadAddress)?;
        if url.host_str().is_none() || !url.username().is_empty() || url.password().is_some() {
            return Err(NetError::BadAddress);
        }
        let address = Self(url);
        match address.0.scheme() {
            "https" => Ok(address),
            "http" if address.is_local() => Ok(address),
            _ => Err(NetError::NotSecure(address.host())),
        }
    }

    /// The same place with this path below it, each part escaped.
    #[must_use]
    pub fn path(&self, parts: &[&str]) -> Self {
        let mut url = self.0.clone();
        if let Ok(mut segments) = url.path_segments_mut() {
            segments.pop_if_empty().extend(parts);
        }
        Self(url)
    }

    /// The same address with these parameters, escaped.
    #[must_use]
    pub fn query(&self, pairs: &[(&str, &str)]) -> Self {
        let mut url = self.0.clone();
        url.query_pairs_mut().extend_pairs(pairs);
        Self(url)
    }

    /// Host, with the port where one is named.
    #[must_use]
    pub fn host(&self) -> String {
        let host = self.0.host_str().unwrap_or_default();
        match self.0.port() {
            Some(port) => format!("{host}:{port}"),
            None => host.to_owned(),
        }
    }

    /// True for this machine, by number: a name could be made to lead elsewhere.
    #[must_use]
    pub fn is_local(&self) -> bool {
        let host = self.0.host_str().unwrap_or_default();
        let number = host.trim_start_matches('[').trim_end_matches(']');
        let number = number.parse::<std::net::IpAddr>();
        number.is_ok_and(|number| number.is_loopback())
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://{}/…", self.0.scheme(), self.host())
    }
}

/// True when an answer may send on to another address: the same host, and secure.
pub(super) fn may_lead(from: &Url, to: &Url) -> bool {
    let same = from.host_str() == to.host_str()
        && from.port_or_known_default() == to.port_or_known_default();
    same && to.scheme() == "https"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_secure_addresses_and_this_machine_are_called() {
        for good in [
            "https://api.amazon.com/auth",
            "http://127.0.0.1:80/x",
            "http://[::1]:8080/",
            "http://127.9.9.9/",
        ] {
            assert!(Address::new(good).is_ok(), "{good}");
        }
        for bad in [
            "http://api.amazon.com/",
            "http://localhost/",
            "http://localhost.example.com/",
            "http://127.0.0.1.example.com/",
            "http://10.0.0.1/",
            "ftp://127.0.0.1/",
            "file:///etc/passwd",
            "https://user:secret@api.amazon.com/",
            "api.amazon.com",
            "",
        ] {
            assert!(Address::new(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn an_address_shows_its_host_alone() {
        let address = Address::new("https://hooks.example.com/T/secret?key=secret").unwrap();
        assert_eq!(format!("{address:?}"), "https://hooks.example.com/…");
    }

    #[test]
    fn parts_and_parameters_are_escaped() {
        let base = Address::new("https://a.example/v1/").unwrap();
        let whole = base.path(&["items", "A/B ?"]).query(&[("ids", "A,B&c")]);
        let expected = "https://a.example/v1/items/A%2FB%20%3F?ids=A%2CB%26c";
        assert_eq!(whole.0.as_str(), expected);
    }

    #[test]
    fn only_the_same_host_is_followed_and_only_securely() {
        let url = |text: &str| Url::parse(text).unwrap();
        let from = url("https://a.example/x");
        assert!(may_lead(&from, &url("https://a.example/y")));
        assert!(may_lead(&from, &url("https://a.example:443/y")));
        for other in [
            "http://a.example/x",
            "https://b.example/x",
            "https://a.example:8443/",
        ] {
            assert!(!may_lead(&from, &url(other)), "{other}");
        }
    }
}
