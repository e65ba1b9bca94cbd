//! The network, against servers that live inside the test.

mod host;
pub mod loopback;
pub mod simulated;
