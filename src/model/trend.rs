//! How an account stood in each of its audits: the figures that a curve is drawn of.

use super::{Channel, Day, Metric, Percent, Severity, Text, Yen};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One audit in figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Milestone {
    /// Number of the audit; 0 before it is kept.
    #[serde(default)]
    pub run: i64,
    /// The day it was for.
    #[schemars(with = "String")]
    pub day: Day,
    /// SKUs in all.
    pub skus: u64,
    /// SKUs to stop.
    pub stop: u64,
    /// SKUs to hold.
    pub hold: u64,
    /// Findings per severity, without those set aside.
    pub findings: BTreeMap<Severity, u64>,
    /// Yen at stake; `None` when nothing told it.
    pub yen_at_stake: Option<Yen>,
    /// Units in stock, as far as told.
    pub held: u64,
    /// Of them those for which a paper counted that day.
    pub covered: u64,
    /// Rates of the account-health report; empty without one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rates: Vec<RateThen>,
}

/// A rate of the account-health report as an audit saw it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RateThen {
    /// Which.
    pub metric: Metric,
    /// Of which orders, where the report keeps them apart.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<Channel>,
    /// The rate.
    #[schemars(with = "String")]
    pub rate: Percent,
}

impl RateThen {
    /// True for the same rate of the same orders, however high.
    #[must_use]
    pub fn same_as(&self, other: &Self) -> bool {
        (self.metric, self.channel) == (other.metric, other.channel)
    }
}

/// A rate of an earlier audit, for the rules that look at its course.
#[derive(Clone, Copy, Debug)]
pub struct PastRate {
    /// The day of that audit.
    pub day: Day,
    /// The rate.
    pub then: RateThen,
    /// The rate as it is shown.
    pub shown: Text,
}
