//! All integration tests, one binary: building links the world once.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod cases;
mod scan_digest;
mod scan_run;
mod tidy;
