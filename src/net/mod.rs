//! Edge: the network. One [`Host`] opens every connection, so that one place keeps the limits of
//! time, size and pace, refuses what is not secure, and repeats what may be repeated.

mod address;
pub mod alarm;
mod alone;
mod answer;
mod clock;
mod error;
mod host;
mod keyring;
mod lane;
mod request;
mod retry;
pub mod secret;

pub use address::Address;
pub use alone::Alone;
pub use answer::Answer;
pub use clock::{Clock, Pause, System};
pub use error::NetError;
pub use host::{Host, Settings, Sink, wait};
pub use keyring::{Chest, Secrets, keyring};
pub use lane::{Lane, Pace};
pub use request::Request;
pub use retry::{Backoff, Retry};
pub use secret::Secret;
