//! What was fetched from Amazon and from the tax agency: answers as they are kept, rows as they are
//! judged.

use super::kinds::words;
use super::{Asin, Day, Name, Origin, Text};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

words! {
    /// What can be fetched.
    Fetched {
        #[doc = "Brand, maker, codes and family of an ASIN."] Catalog = "catalog",
        #[doc = "Whether Amazon lets this seller list an ASIN."] Restrictions = "restrictions",
        #[doc = "Whether FBA takes an ASIN in."] Eligibility = "eligibility",
        #[doc = "What Amazon finds wrong with a listing, and does about it."] Listings = "listings",
        #[doc = "FBA stock of a SKU."] Stock = "inventory",
        #[doc = "Qualified-invoice numbers at the tax agency."] Numbers = "invoice-numbers",
    }
}

impl Fetched {
    /// True for what is asked by ASIN, and so of goods too that are not offered yet.
    #[must_use]
    pub fn is_about_asins(self) -> bool {
        matches!(self, Self::Catalog | Self::Restrictions | Self::Eligibility)
    }
}

/// An answer as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// What it is about: an ASIN, a SKU, a number.
    pub key: String,
    /// Second since 1970 at which it came.
    pub at: i64,
    /// One of the answers of this file, as JSON.
    pub body: String,
}

/// What the catalogue says of an ASIN. Empty texts are not told.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CatalogAnswer {
    /// False when the catalogue does not have the ASIN.
    pub found: bool,
    /// Brand.
    pub brand: String,
    /// Manufacturer.
    pub manufacturer: String,
    /// JAN, EAN or UPC.
    pub jan: String,
    /// ASIN of the variation family.
    pub parent: String,
}

/// What holds an offer back; nothing when Amazon names no restriction.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RestrictionAnswer {
    /// Every reason of every condition.
    pub reasons: Vec<HeldBack>,
}

/// One reason why an offer is held back.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct HeldBack {
    /// Amazon's word for the condition (`new_new`); empty where it holds for all.
    pub condition: String,
    /// Amazon's code (`APPROVAL_REQUIRED`); empty where it gives none.
    pub code: String,
    /// Amazon's sentence.
    pub message: String,
}

/// Whether FBA takes goods in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct EligibilityAnswer {
    /// True when it does.
    pub eligible: bool,
    /// Codes of the reasons why not (`FBA_INB_0009`).
    pub reasons: Vec<String>,
}

/// What Amazon finds wrong with the listing of a SKU.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListingAnswer {
    /// False when Amazon does not know the SKU.
    pub found: bool,
    /// Every issue.
    pub issues: Vec<ToldIssue>,
}

/// One issue with a listing. Empty texts are not told.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ToldIssue {
    /// Amazon's number for it.
    pub code: String,
    /// Amazon's sentence.
    pub message: String,
    /// Amazon's word for how bad it is (`ERROR`).
    pub severity: String,
    /// Names of the attributes it is about.
    pub attributes: Vec<String>,
    /// Amazon's words for what it does about it (`LISTING_SUPPRESSED`).
    pub actions: Vec<String>,
    /// Amazon's word for whether the listing is spared that (`EXEMPT_UNTIL_EXPIRY_DATE`).
    pub exemption: String,
    /// Moment at which it is spared no longer, as ISO 8601.
    pub until: String,
}

/// FBA stock of a SKU.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct StockAnswer {
    /// False when FBA does not know the SKU.
    pub found: bool,
    /// ASIN.
    pub asin: String,
    /// Units that can be sold.
    pub on_hand: Option<u32>,
    /// Units reserved.
    pub reserved: Option<u32>,
    /// Units that cannot be sold.
    pub unsellable: Option<u32>,
    /// Units on the way in.
    pub inbound: Option<u32>,
}

/// What the tax agency publishes of a qualified-invoice number. Empty texts are not told.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct NumberAnswer {
    /// False when the number is not published.
    pub found: bool,
    /// Registered name.
    pub name: String,
    /// Trade name.
    pub trade_name: String,
    /// First day it is valid, `YYYY-MM-DD`.
    pub from: String,
    /// First day it is not valid any more.
    pub until: String,
}

/// What Amazon said of listing an ASIN: a row for each reason, or one without.
#[derive(Clone, Copy, Debug)]
pub struct Restriction {
    /// Where it is kept.
    pub origin: Origin,
    /// ASIN.
    pub asin: Asin,
    /// Day it was asked.
    pub asked: Day,
    /// False in a row that says that nothing holds the offer back.
    pub held: bool,
    /// As [`HeldBack::condition`].
    pub condition: Text,
    /// As [`HeldBack::code`].
    pub code: Text,
    /// As [`HeldBack::message`].
    pub message: Text,
}

/// What Amazon said of sending an ASIN to FBA: a row for each reason, or one without.
#[derive(Clone, Copy, Debug)]
pub struct Eligibility {
    /// Where it is kept.
    pub origin: Origin,
    /// ASIN.
    pub asin: Asin,
    /// Day it was asked.
    pub asked: Day,
    /// False in a row that says that FBA takes it in.
    pub refused: bool,
    /// Code of the reason; empty where Amazon gives none.
    pub reason: Text,
}

/// What Amazon finds wrong with a listing: a row for each issue and each thing it does about it, or
/// one without.
#[derive(Clone, Copy, Debug)]
pub struct ListingIssue {
    /// Where it is kept.
    pub origin: Origin,
    /// SKU.
    pub sku: Name,
    /// Day it was asked.
    pub asked: Day,
    /// False in a row that says that Amazon finds nothing.
    pub told: bool,
    /// As [`ToldIssue::severity`].
    pub severity: Text,
    /// As [`ToldIssue::code`].
    pub code: Text,
    /// As [`ToldIssue::message`].
    pub message: Text,
    /// Names of the attributes, parted by commas.
    pub attributes: Text,
    /// What Amazon does about it; empty where it does nothing.
    pub action: Text,
    /// Whether it does so already.
    pub spared: Spared,
}

/// Whether a listing is spared what Amazon does about an issue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spared {
    /// No: it is done.
    No,
    /// Up to a day, which is not always told.
    Until(Option<Day>),
    /// For good.
    Always,
}

impl Spared {
    /// By Amazon's word; one that no published list has spares nothing.
    #[must_use]
    pub fn of(word: &str, until: Option<Day>) -> Self {
        match word {
            "EXEMPT" => Self::Always,
            "EXEMPT_UNTIL_EXPIRY_DATE" => Self::Until(until),
            _ => Self::No,
        }
    }
}

/// What the tax agency says of a qualified-invoice number.
#[derive(Clone, Copy, Debug)]
pub struct Registration {
    /// Where it is kept.
    pub origin: Origin,
    /// The thirteen digits behind the T.
    pub number: u64,
    /// Day it was asked.
    pub asked: Day,
    /// False when the number is not published.
    pub found: bool,
    /// Registered name.
    pub name: Text,
    /// Trade name.
    pub trade_name: Text,
    /// First day it is valid.
    pub from: Option<Day>,
    /// First day it is not valid any more.
    pub until: Option<Day>,
}

/// Where things are fetched from and how fast, as published.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Published {
    /// Amazon.
    pub amazon: AmazonPlaces,
    /// The tax agency.
    pub invoices: InvoicePlaces,
    /// Days an answer counts, by what was fetched.
    pub age: Ages,
    /// Quotas.
    pub operation: Vec<Operation>,
    /// Reports that an audit lives on.
    pub report: Vec<ReportFile>,
}

/// A report, and the file it becomes.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportFile {
    /// Amazon's word for it.
    pub kind: String,
    /// Name of the file.
    pub file: String,
}

/// Addresses of Amazon.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AmazonPlaces {
    /// Selling Partner API.
    pub endpoint: String,
    /// Login with Amazon.
    pub login: String,
    /// Marketplace.
    pub marketplace: String,
}

/// Addresses of the tax agency.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InvoicePlaces {
    /// The system that publishes issuers of qualified invoices.
    pub endpoint: String,
}

/// Days an answer counts.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Ages {
    /// Days an ordered report is waited for, before it is ordered anew.
    pub reports: u32,
    catalog: u32,
    restrictions: u32,
    eligibility: u32,
    listings: u32,
    inventory: u32,
    invoice_numbers: u32,
}

impl Ages {
    /// Days an answer of that kind counts.
    #[must_use]
    pub fn days(self, kind: Fetched) -> u32 {
        match kind {
            Fetched::Catalog => self.catalog,
            Fetched::Restrictions => self.restrictions,
            Fetched::Eligibility => self.eligibility,
            Fetched::Listings => self.listings,
            Fetched::Stock => self.inventory,
            Fetched::Numbers => self.invoice_numbers,
        }
    }
}

/// The quota of an operation.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Operation {
    /// Its name at the service.
    pub name: String,
    /// What it is called for, where it is called once for some keys.
    pub kind: Option<String>,
    /// Calls a second in the long run.
    pub rate: f64,
    /// Calls at once after a rest.
    pub burst: u32,
    /// Keys in one call.
    pub batch: usize,
}

impl Published {
    /// The operation that fetches that kind.
    #[must_use]
    pub fn fetching(&self, kind: Fetched) -> Option<&Operation> {
        let mut all = self.operation.iter();
        all.find(|operation| operation.kind.as_deref() == Some(kind.word()))
    }
}
