//! All integration tests, one binary: building links the world once.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod commands;
mod config;
mod read;
mod rules;
mod run;
mod tidy;
mod write;
mod write_keys;
mod write_messages;
mod write_rules;
mod write_sample;
