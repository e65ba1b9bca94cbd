//! The files that travel in the binary: rules, lists, headers, messages, templates, the demo.

use include_dir::{Dir, include_dir};

/// Shipped rules, one TOML file each.
pub static RULES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/rules");
/// Shipped facts: lists, headers, messages, templates, the demo account.
pub static DATA: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/data");
