//! What the seller accepts knowingly: a finding that is set aside or weighed otherwise, with a reason
//! and until a day.

use super::{Asin, Day, Decision, Place, Severity};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One exception of the seller. All that it names must fit; it names at least one thing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exception {
    /// File it stands in.
    pub file: String,
    /// Line in it.
    pub line: u32,
    /// Rule id; empty for any.
    pub rule: String,
    /// Brand, in the title or the catalogue; empty for any.
    pub brand: String,
    /// Supplier the goods were bought from; empty for any.
    pub supplier: String,
    /// ASIN.
    pub asin: Option<Asin>,
    /// SKU; empty for any.
    pub sku: String,
    /// The severity that what fits is to have.
    pub severity: Option<Severity>,
    /// The decision that what fits is to lead to.
    pub decision: Option<Decision>,
    /// Why the seller accepts it.
    pub reason: String,
    /// Last day on which it holds.
    pub until: Day,
}

impl Exception {
    /// True when it speaks of the same findings as another one.
    #[must_use]
    pub fn same_as(&self, other: &Self) -> bool {
        let key = |e: &Self| {
            (
                e.rule.clone(),
                e.brand.clone(),
                e.supplier.clone(),
                e.asin,
                e.sku.clone(),
            )
        };
        key(self) == key(other)
    }

    /// True when what fits is set aside; else it is weighed otherwise and stays a finding.
    #[must_use]
    pub fn sets_aside(&self) -> bool {
        self.severity.is_none() && self.decision.is_none()
    }
}

/// The exception that set a finding aside or weighed it otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Excepted {
    /// Why the seller accepts it.
    pub reason: String,
    /// Last day on which it holds.
    #[schemars(with = "String")]
    pub until: Day,
    /// Where it stands.
    pub at: Place,
    /// What the finding would be without it; absent where it was set aside.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instead_of: Option<Weighed>,
}

/// How a finding is weighed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Weighed {
    /// Severity.
    pub severity: Severity,
    /// Decision.
    pub decision: Decision,
}
