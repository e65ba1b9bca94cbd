//! The network, against servers that live inside the test.

mod amazon;
mod examples;
mod fetching;
mod host;
mod listings;
pub mod loopback;
mod market;
#[cfg(target_os = "linux")]
mod memory;
mod odd;
mod refresh;
mod reports;
mod secrets;
pub mod simulated;
mod sourcing;
