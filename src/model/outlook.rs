//! What becomes of the proofs: units in stock, and the days on which papers fall out of the window.

use super::{Day, DocumentKind, LotPaper, NoticeKind, Place};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The proofs of the stock, today and in the time ahead.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Outlook {
    /// Units in stock or inbound of all ASINs, for which a proof is needed.
    pub held: u64,
    /// Of them those that a document of the window covers today.
    pub covered: u64,
    /// Documents that fall out of the window in the time ahead while units stand on them, soonest first.
    pub expiries: Vec<ProofEnd>,
    /// Expiries beyond those that are listed.
    #[serde(default)]
    pub more: u64,
    /// Units in stock with what they stand on: the ASINs that lack most first.
    #[serde(default)]
    pub lots: Vec<HeldLot>,
    /// True when there are more lots than are listed.
    #[serde(default)]
    pub lots_cut: bool,
}

/// Units in stock that were bought together, and the paper that speaks for them longest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct HeldLot {
    /// ASIN; empty where no file tells it.
    pub asin: String,
    /// Its SKUs.
    pub skus: Vec<String>,
    /// Title of the listing.
    pub title: String,
    /// Units in stock.
    pub units: u64,
    /// Day of purchase; `None` for units that no purchase accounts for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub bought: Option<Day>,
    /// Supplier, where told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supplier: Option<String>,
    /// The paper; `None` where none is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paper: Option<LotPaper>,
    /// First day on which no paper counts any more; `None` when none counts or ever did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub falls_out: Option<Day>,
    /// Days after today on which a paper still counts, negative when it is over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days_left: Option<i64>,
    /// Where the purchase stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Place>,
}

/// A document that is about to fall out of the window.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ProofEnd {
    /// First day on which it counts no more.
    #[schemars(with = "String")]
    pub day: Day,
    /// ASIN.
    pub asin: String,
    /// Its SKUs.
    pub skus: Vec<String>,
    /// Title of the listing.
    pub title: String,
    /// Units in stock that stand on it.
    pub units: u64,
    /// Kind of the document, where told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<DocumentKind>,
    /// Who issued it, where told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supplier: Option<String>,
    /// Where it is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Place>,
}

/// The last day to answer an open notice of Amazon.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Deadline {
    /// The day.
    #[schemars(with = "String")]
    pub day: Day,
    /// Id of the notice, `N-001`.
    pub notice: String,
    /// What it is about.
    pub kind: NoticeKind,
    /// ASINs that it names.
    pub asins: Vec<String>,
}
