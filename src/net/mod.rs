//! Edge: the network. One [`Host`] opens every connection, so that one place keeps the limits of
//! time, size and pace, refuses what is not secure, and repeats what may be repeated.

mod address;
pub mod alarm;
mod alone;
pub mod amazon;
mod answer;
mod clock;
mod error;
mod fetch;
mod host;
mod invoices;
mod keyring;
mod lane;
mod request;
mod retry;
pub mod secret;
mod service;

pub use address::Address;
pub use alone::Alone;
pub use answer::Answer;
pub use clock::{Clock, Pause, System};
pub use error::NetError;
pub use fetch::{Done, Job, Keep, Services, fetch, time};
pub use host::{Host, Settings, Sink, wait};
pub use invoices::Invoices;
pub use keyring::{Chest, Secrets, keyring};
pub use lane::{Lane, Pace};
pub use request::Request;
pub use retry::{Backoff, Retry};
pub use secret::Secret;
pub use service::ServiceError;

use crate::model::Published;
use std::collections::HashMap;
use std::sync::Arc;

/// A lane for every operation.
fn lanes(published: &Published, clock: &Arc<dyn Clock>) -> HashMap<String, Arc<Lane>> {
    let lane = |operation: &crate::model::Operation| {
        let pace = Pace {
            rate: operation.rate,
            burst: operation.burst,
        };
        (operation.name.clone(), Arc::new(Lane::new(pace, clock)))
    };
    published.operation.iter().map(lane).collect()
}
