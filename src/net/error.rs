//! Why the network gave nothing. No text here holds more of an address than its host.

use std::time::Duration;

/// Why a request came to nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NetError {
    /// The user wants no connection.
    #[error("{0}: no connection is made offline")]
    Offline(String),
    /// Not encrypted and not this machine.
    #[error("{0}: only https is called")]
    NotSecure(String),
    /// No address at all.
    #[error("this is no address that can be called")]
    BadAddress,
    /// A text that no header can hold; the name of the header.
    #[error("header {0}: the value cannot be sent")]
    BadHeader(String),
    /// The connection could not be made.
    #[error("{host}: no connection ({cause})")]
    Connect {
        /// Host.
        host: String,
        /// What the system said.
        cause: String,
    },
    /// The other side could not prove who it is.
    #[error("{host}: not to be trusted ({cause})")]
    Untrusted {
        /// Host.
        host: String,
        /// What is wrong with its certificate.
        cause: String,
    },
    /// No answer in time.
    #[error("{0}: no answer in time")]
    Slow(String),
    /// The connection ended before the answer did.
    #[error("{0}: the answer broke off")]
    Cut(String),
    /// The answer is larger than anything expected.
    #[error("{host}: the answer has more than {limit} bytes")]
    TooLarge {
        /// Host.
        host: String,
        /// Most bytes that were expected.
        limit: u64,
    },
    /// The answer sends on to somewhere else.
    #[error("{0}: sends on to another address")]
    Redirected(String),
    /// The answer asks to come back much later.
    #[error("{host}: asks to come back in {} s", .after.as_secs())]
    Later {
        /// Host.
        host: String,
        /// Time to wait.
        after: Duration,
    },
    /// The answer says no.
    #[error("{host}: status {status}")]
    Status {
        /// Host.
        host: String,
        /// Status of the answer.
        status: u16,
    },
    /// The answer is not what was asked for.
    #[error("{host}: not the answer that was expected ({cause})")]
    Strange {
        /// Host.
        host: String,
        /// Where it went wrong, without what the answer held.
        cause: String,
    },
    /// What was received could not be kept.
    #[error("{0}")]
    Disk(String),
    /// The network of this machine cannot be used at all.
    #[error("the network cannot be used: {0}")]
    Unusable(String),
}

/// What a failed exchange comes to. The address is taken off: it may hold secrets.
pub(super) fn of(error: &reqwest::Error, host: &str) -> NetError {
    let host = host.to_owned();
    let mut inner: &(dyn std::error::Error + 'static) = error;
    let mut cause = String::new();
    loop {
        if let Some(tls) = inner.downcast_ref::<rustls::Error>() {
            let cause = tls.to_string();
            return NetError::Untrusted { host, cause };
        }
        if let Some(io) = inner.downcast_ref::<std::io::Error>() {
            // TLS errors travel inside those of the system.
            if let Some(tls) = io.get_ref().and_then(|e| e.downcast_ref::<rustls::Error>()) {
                let cause = tls.to_string();
                return NetError::Untrusted { host, cause };
            }
            cause = io.kind().to_string();
        }
        match inner.source() {
            Some(source) => inner = source,
            None => break,
        }
    }
    if error.is_timeout() {
        return NetError::Slow(host);
    }
    if error.is_connect() {
        return NetError::Connect { host, cause };
    }
    NetError::Cut(host)
}
