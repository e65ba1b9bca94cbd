//! kenpin reads a seller's Amazon.co.jp exports and purchase files, joins them, checks every ASIN
//! against rule files and writes a risk report.

pub mod checks;
pub mod cmd;
pub mod config;
pub mod embedded;
pub mod feed;
pub mod inventory;
pub mod lists;
pub mod model;
pub mod names;
#[cfg(feature = "net")]
pub mod net;
pub mod notice;
pub mod read;
pub mod rules;
pub mod scan;
pub mod store;
pub mod text;
pub mod tomltree;
pub mod write;
