//! All integration tests, one binary: building links the world once.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

#[cfg(feature = "net")]
mod alarm;
mod atomic;
mod audit;
mod audit_year;
mod cases;
mod commands;
mod config;
mod drill;
mod except;
#[cfg(feature = "net")]
mod feed;
mod gate_candidates;
mod gate_shipment;
mod hostile;
mod inspect;
#[cfg(feature = "net")]
mod net;
mod notice;
mod notice_read;
mod own_files;
mod own_list;
mod pack;
mod pack_more;
mod papers;
mod proof;
mod pull;
mod read;
mod readme;
mod report;
mod rules;
mod run;
mod scan_broken;
mod scan_demo;
mod scan_digest;
mod scan_load;
mod scan_run;
mod scan_xlsx;
mod schedule;
mod tidy;
mod write;
mod write_keys;
mod write_messages;
mod write_rules;
mod write_sample;
