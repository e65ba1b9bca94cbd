//! All offers of one brand or rights holder, to be pulled.

use super::{Status, Yen};
use serde::{Deserialize, Serialize};

/// The offers that name a brand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pull {
    /// The name that was asked for.
    pub brand: String,
    /// Offers that name it, the surest first.
    pub offers: Vec<Pulled>,
    /// ASINs among them.
    pub asins: u64,
    /// Units in stock and on the way over all offers, as far as told.
    pub units: u64,
    /// Yen at stake over all ASINs, each once; `None` when neither sales nor stock were given.
    pub yen_at_stake: Option<Yen>,
}

/// One offer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pulled {
    /// SKU.
    pub sku: String,
    /// ASIN, where known.
    pub asin: Option<String>,
    /// Title.
    pub title: String,
    /// `is` the brand, `mentions` it, or `weak`: look.
    pub tier: String,
    /// The word for why.
    pub why: String,
    /// What stands there.
    pub matched: String,
    /// Listing status, where told.
    pub status: Option<Status>,
    /// Units in stock, reserved and on the way; `None` when no file tells.
    pub units: Option<u64>,
    /// Those of them at FBA or on the way there, unsellable ones too; `None` when no stock report
    /// names the offer.
    pub fba: Option<u64>,
    /// Yen at stake of its ASIN.
    pub yen_at_stake: Option<Yen>,
}
