//! TOML text to values with every problem and its place, for rules and config alike.
