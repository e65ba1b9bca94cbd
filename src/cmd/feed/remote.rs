//! An issue behind an address, fetched through the one host of the program.

use super::Got;
use crate::cmd::Stop;
use crate::feed::{LARGEST_MANIFEST, MANIFEST};
use crate::model::Value;
use crate::net::{Address, Alone, Answer, Backoff, NetError, Request, Settings};
use std::time::Duration;

/// Longest name of a manifest that is kept.
const ETAG: usize = 200;

/// The folder of a feed on a server.
pub(in crate::cmd) struct Remote {
    host: Alone,
    folder: Address,
}

impl Remote {
    pub(super) fn new(address: &str, offline: bool) -> Result<Self, Stop> {
        let settings = Settings {
            offline,
            // Somebody waits before the screen; a feed can be fetched again at any time.
            backoff: Backoff {
                tries: 3,
                first: Duration::from_millis(250),
                longest_asked: Duration::from_secs(10),
                ..Backoff::default()
            },
            ..Settings::default()
        };
        Ok(Self {
            host: Alone::new(settings).map_err(|error| stop(&error))?,
            folder: Address::new(address).map_err(|error| stop(&error))?,
        })
    }

    pub(super) fn manifest(&mut self, known: Option<&str>) -> Result<Got, Stop> {
        let mut request = self.request(MANIFEST).limit(LARGEST_MANIFEST);
        if let Some(known) = known {
            let header = request.header("if-none-match", known);
            request = header.map_err(|error| stop(&error))?;
        }
        let answer = self.host.send(&request).map_err(|error| stop(&error))?;
        if known.is_some() && answer.status() == 304 {
            return Ok(Got::Unchanged);
        }
        let answer = answer.success().map_err(|error| stop(&error))?;
        Ok(Got::Manifest(answer.bytes().to_vec(), etag(&answer)))
    }

    pub(super) fn get(&mut self, path: &str, limit: u64) -> Result<Vec<u8>, Stop> {
        let request = self.request(path).limit(limit);
        let answer = self.host.send(&request).and_then(Answer::success);
        Ok(answer.map_err(|error| stop(&error))?.bytes().to_vec())
    }

    fn request(&self, path: &str) -> Request {
        let parts: Vec<&str> = path.split('/').collect();
        Request::get(&self.folder.path(&parts))
    }
}

/// What the server calls what it sent, if that can be sent back.
fn etag(answer: &Answer) -> Option<String> {
    let etag = answer.header("etag")?.trim();
    let sound =
        etag.len() <= ETAG && !etag.is_empty() && etag.bytes().all(|c| c.is_ascii_graphic());
    sound.then(|| etag.to_owned())
}

/// Why the network gave nothing.
fn stop(error: &NetError) -> Stop {
    let of = |id, host: &str| Stop::Said(id, vec![("host", host.into())]);
    let with = |id, host: &str, name, value: Value| {
        Stop::Said(id, vec![("host", host.into()), (name, value)])
    };
    match error {
        NetError::Offline(host) => of("feed-net-offline", host),
        NetError::NotSecure(host) => of("feed-net-not-secure", host),
        NetError::BadAddress | NetError::BadHeader(_) => of("feed-net-address", ""),
        NetError::Connect { host, cause } => {
            with("feed-net-connect", host, "cause", cause.as_str().into())
        }
        NetError::Untrusted { host, cause } => {
            with("feed-net-untrusted", host, "cause", cause.as_str().into())
        }
        NetError::Slow(host) => of("feed-net-slow", host),
        NetError::Cut(host) => of("feed-net-cut", host),
        NetError::TooLarge { host, limit } => {
            with("feed-net-large", host, "limit", (*limit).into())
        }
        NetError::Redirected(host) => of("feed-net-redirected", host),
        NetError::Later { host, after } => {
            with("feed-net-later", host, "seconds", after.as_secs().into())
        }
        NetError::Status { host, status } => {
            // A code, not a number to be grouped.
            with("feed-net-status", host, "status", status.to_string().into())
        }
        NetError::Strange { host, .. } => of("feed-net-cut", host),
        NetError::Disk(cause) | NetError::Unusable(cause) => {
            Stop::Said("feed-net-unusable", vec![("cause", cause.as_str().into())])
        }
    }
}
