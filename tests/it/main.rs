//! All integration tests, one binary: building links the world once.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod read;
mod tidy;
mod write;
mod write_keys;
mod write_messages;
mod write_rules;
mod write_sample;
