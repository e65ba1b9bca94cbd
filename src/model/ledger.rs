//! The proof ledger: which papers speak for which units, how long, and what is left of them.

use super::{
    Day, DocumentKind, Field, Input, Missing, Place, Proven, Run, SupplierClass, Totals, Yen,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What papers count, and how long.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ProofWindow {
    /// Days a paper counts from its issue; on the last of them it still does.
    pub days: i64,
    /// Days ahead for which a forecast is made.
    pub ahead: Vec<i64>,
    /// Kinds of papers that count.
    pub kinds: Vec<DocumentKind>,
}

/// A whole ledger, as `kenpin proof --format json` writes it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Ledger {
    /// Everything but the ASINs.
    #[serde(flatten)]
    pub head: LedgerHead,
    /// The ASINs, worst first: most units in stock without a paper that counts, then the soonest to
    /// lose one.
    pub asins: Vec<AsinLedger>,
}

/// Everything of a ledger but its ASINs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LedgerHead {
    /// This run.
    pub run: Run,
    /// What papers count, and how long.
    pub window: ProofWindow,
    /// First and last day of the sales that were read.
    #[schemars(with = "Option<(String, String)>")]
    pub sales_span: Option<(Day, Day)>,
    /// Which sales reports were used.
    pub sales: Vec<Totals>,
    /// ASINs in the ledger, and SKUs whose ASIN no file tells.
    pub asins_in_all: u64,
    /// Of them those in `asins`, after `--asin` and `--expiring`.
    pub asins_shown: u64,
    /// Of these those whose stock no file tells.
    pub stock_untold: u64,
    /// Their figures added up.
    pub totals: Figures,
    /// Units in stock over all of them, as far as told, on the days ahead.
    pub forecast: Vec<Ahead>,
    /// How many are ready to be handed in within 72 hours.
    pub ready: u64,
    /// How many are not.
    pub not_ready: u64,
    /// How many could not be judged.
    pub ready_unknown: u64,
    /// Suppliers of units in them, with what proves their papers; those that lack most first.
    pub suppliers: Vec<SupplierPapers>,
}

/// Units of an ASIN, or of several.
///
/// `documented = documented_sold + documented_in_stock + documented_left_over`, and
/// `sold + in_stock` of all lots with `sold_unaccounted` and `stock_unaccounted` is what was sold
/// and what is in stock.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Figures {
    /// Units of all lots: bought, and those of papers that no purchase accounts for.
    pub units: u64,
    /// Of them bought.
    pub bought: u64,
    /// Units for which a paper of a kind that counts speaks, however old; each once.
    pub documented: u64,
    /// Of them gone with sales, the oldest first.
    pub documented_sold: u64,
    /// Of them in stock, which is always the newest.
    pub documented_in_stock: u64,
    /// Of them neither sold nor in stock, as far as the files tell.
    pub documented_left_over: u64,
    /// Units sold, without those that came back to stock.
    pub sold: u64,
    /// Units that came back to stock.
    pub returned: u64,
    /// Units sold that no lot had by then.
    pub sold_unaccounted: u64,
    /// Units in stock and on the way there, as far as told.
    pub stock: u64,
    /// Of them those for which a paper counts today.
    pub stock_covered: u64,
    /// Units in stock that no lot has left.
    pub stock_unaccounted: u64,
    /// Units bought by a JAN that several ASINs share: counted for none, and 0 in totals.
    pub shared_jan: u64,
}

/// Units in stock in so many days, sold on at the pace of the window, oldest first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Ahead {
    /// Days from today.
    pub days: i64,
    /// Units expected to be sold until then: units sold in the window / its days with sales
    /// reports x days, rounded down, and no more than there are.
    pub sold: u64,
    /// Units still in stock then.
    pub stock: u64,
    /// Of them those for which a paper still counts then.
    pub covered: u64,
}

/// How fast an ASIN is sold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Pace {
    /// Units sold in the window, without those that came back.
    pub sold: u64,
    /// Days of the window that the sales reports cover.
    pub days: u64,
}

/// Units in stock that lose their paper on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Expiry {
    /// The first day on which the paper does not count any more.
    #[schemars(with = "String")]
    pub falls_out: Day,
    /// Days after today on which it still counts; 0 when today is the last.
    pub days_left: i64,
    /// Units.
    pub units: u64,
}

/// One ASIN.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct AsinLedger {
    /// ASIN; `None` for a SKU whose ASIN no file tells.
    pub asin: Option<String>,
    /// Its SKUs.
    pub skus: Vec<String>,
    /// Title of the listing.
    pub title: String,
    /// Its units.
    pub figures: Figures,
    /// False when no file tells the stock: then nothing is said of it.
    pub stock_told: bool,
    /// How fast it is sold; `None` when no sales report tells days.
    pub pace: Option<Pace>,
    /// Its stock on the days ahead; empty when no file tells the stock.
    pub forecast: Vec<Ahead>,
    /// The next units in stock to lose their paper.
    pub expires: Option<Expiry>,
    /// Whether the papers can be handed in within 72 hours.
    pub readiness: Readiness,
    /// What the ledger could not take into account.
    pub not_told: Vec<Missing>,
    /// Yen at stake.
    pub yen_at_stake: Option<Yen>,
    /// Its units in the order in which they were bought.
    pub lots: Vec<LedgerLot>,
}

/// Whether everything that an ASIN needs could be handed in within 72 hours.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Readiness {
    /// By the rules that cover `C10`; `None` when none of them is about the ASIN.
    pub state: Option<Proven>,
    /// Rules that found a lack.
    pub lacks: Vec<String>,
    /// What could not be judged.
    pub not_judged: Vec<Missing>,
}

/// Units that were bought together and for which the same papers speak.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LedgerLot {
    /// Day of purchase; of issue where no purchase accounts for the units.
    #[schemars(with = "Option<String>")]
    pub day: Option<Day>,
    /// False for units of a paper that no purchase accounts for.
    pub bought: bool,
    /// Supplier.
    pub supplier: Option<String>,
    /// What the supplier lacks for its papers to be believed.
    pub supplier_lacks: Vec<Field>,
    /// Units.
    pub units: u64,
    /// Of them sold.
    pub sold: u64,
    /// Of them in stock.
    pub in_stock: u64,
    /// The first day on which no paper counts for them any more; `None` when none counts.
    #[schemars(with = "Option<String>")]
    pub falls_out: Option<Day>,
    /// Days after today on which one still counts, negative when it is over.
    pub days_left: Option<i64>,
    /// The papers, the one that counts longest first.
    pub papers: Vec<LotPaper>,
    /// Where the purchase stands.
    pub at: Option<Place>,
}

/// A paper that speaks for units of a lot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct LotPaper {
    /// File, where one is named.
    pub file: Option<String>,
    /// Kind.
    pub kind: Option<DocumentKind>,
    /// Number.
    pub number: Option<String>,
    /// Day of issue, else of the purchase.
    #[schemars(with = "Option<String>")]
    pub issued: Option<Day>,
    /// Whether it counts.
    pub state: PaperState,
    /// Where it is named.
    pub at: Option<Place>,
}

/// Whether a paper counts today.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum PaperState {
    /// It counts.
    Counts,
    /// It is older than the window.
    Old,
    /// It is dated later than today.
    Future,
    /// Its day or kind is not told.
    Untold,
    /// It is of a kind that does not count.
    Refused,
}

impl PaperState {
    /// The word of the state, as in JSON.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Counts => "counts",
            Self::Old => "old",
            Self::Future => "future",
            Self::Untold => "untold",
            Self::Refused => "refused",
        }
    }
}

/// What proves the papers of a supplier.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SupplierPapers {
    /// Name as written.
    pub name: String,
    /// Class.
    pub class: Option<SupplierClass>,
    /// What is there.
    pub has: Vec<Field>,
    /// What is not, although a file has a column for it, or the whole master is missing.
    pub lacks: Vec<Field>,
    /// Qualified-invoice number.
    pub registration: Option<String>,
    /// False when the number is not `T` and 13 digits; whether it exists is not looked up.
    pub registration_well_formed: Option<bool>,
    /// Brands that a letter of authorisation covers.
    pub loa_brands: Option<String>,
    /// Last day of the letter.
    #[schemars(with = "Option<String>")]
    pub loa_expiry: Option<Day>,
    /// Units of lots from the supplier.
    pub units: u64,
}

/// The ASINs of a ledger, one after the other: an account may have a million.
pub type Ledgers<'a> = Box<dyn Iterator<Item = AsinLedger> + 'a>;

impl Missing {
    /// An input, or a field of it, that was missing on one subject.
    #[must_use]
    pub fn one(input: Input, field: Option<Field>) -> Self {
        Self {
            input,
            field,
            subjects: 1,
        }
    }
}
