//! What the seller accepts knowingly: a finding that is set aside, with a reason and until a day.

use super::{Asin, Day, Place};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One line of the seller's exceptions. All that it names must fit; it names at least one thing.
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
    /// Why the seller accepts it.
    pub reason: String,
    /// Last day on which it holds.
    pub until: Day,
}

impl Exception {
    /// True when it sets the same findings aside as another one.
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
}

/// The exception that set a finding aside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Excepted {
    /// Why the seller accepts it.
    pub reason: String,
    /// Last day on which it holds.
    #[schemars(with = "String")]
    pub until: Day,
    /// Where it stands.
    pub at: Place,
}
