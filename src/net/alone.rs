//! A host for work that has nothing else to wait for: one request after the other.

use super::{Answer, Host, NetError, Request, Settings, System};
use std::sync::Arc;
use tokio::runtime::{Builder, Runtime};

/// A host with a place to wait at. Both live as long: connections that are kept open belong to the
/// place that they were opened at.
#[derive(Debug)]
pub struct Alone {
    host: Host,
    place: Runtime,
}

impl Alone {
    /// Makes ready; nothing is called yet.
    ///
    /// # Errors
    /// [`NetError::Unusable`].
    pub fn new(settings: Settings) -> Result<Self, NetError> {
        let place = Builder::new_current_thread().enable_all().build();
        Ok(Self {
            place: place.map_err(|error| NetError::Unusable(error.to_string()))?,
            host: Host::new(settings, Arc::new(System::default()))?,
        })
    }

    /// As [`Host::send`].
    ///
    /// # Errors
    /// See [`NetError`].
    pub fn send(&self, request: &Request) -> Result<Answer, NetError> {
        self.place.block_on(self.host.send(request))
    }
}
