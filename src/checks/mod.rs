//! How to judge: one file per kind of check, pure functions; here stands the one list of them.

use crate::model::{Input, Scope};

/// A kind of check with its parameters, read from the `[check.NAME]` table of a rule.
pub trait Judge: std::fmt::Debug + Send + Sync {
    /// What it judges one of.
    fn scope(&self) -> Scope;
    /// Inputs without which it cannot judge.
    fn inputs(&self) -> Vec<Input>;
    /// Names of the lists it looks things up in; an empty or unknown one is refused by lint.
    fn lists(&self) -> Vec<String> {
        Vec::new()
    }
}

/// A kind of check, by the name of its table in a rule.
pub struct Kind {
    /// Name of the table: `proof-window`.
    pub name: &'static str,
    /// Reads the parameters; unknown keys are refused.
    pub parse: fn(toml::Table) -> Result<Box<dyn Judge>, toml::de::Error>,
}

/// Every kind of check.
pub const KINDS: &[Kind] = &[];
