//! The tests that see the whole crate, in one binary.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout
)]

mod write;
mod write_messages;
mod write_rules;
mod write_sample;
