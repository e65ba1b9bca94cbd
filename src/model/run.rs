//! The run of a report: version, day, profile, rules.

use super::{Day, FeedNote};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What was run, on which day, with which rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Run {
    /// Version of kenpin.
    pub version: String,
    /// The day the scan is for, `YYYY-MM-DD`.
    #[schemars(with = "String")]
    pub today: Day,
    /// Policy profile.
    pub profile: String,
    /// Hash of all rules and lists in force (BLAKE3, first 16 hex digits).
    pub pack: String,
    /// Store name, where the config states it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub store: Option<String>,
    /// The rule feed of the settings.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub feed: Option<FeedNote>,
}
