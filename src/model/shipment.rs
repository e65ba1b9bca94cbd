//! A shipment to FBA: the lines of its plan, and what became of each at the gate.

use super::{
    Asin, Day, Decision, Field, Finding, Input, Issue, Name, Origin, Place, RuleNote, Run, Text,
    Yen,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Version of the gate's JSON; it grows by one when a field changes its meaning or goes.
pub const GATE_SCHEMA: u32 = 1;

/// One line of a shipment plan. `None` always means "the file does not say".
#[derive(Clone, Copy, Debug)]
pub struct ShipmentLine {
    /// Where it stood.
    pub origin: Origin,
    /// SKU.
    pub sku: Name,
    /// ASIN, where the plan has one.
    pub asin: Option<Asin>,
    /// Units to be sent.
    pub units: Option<u32>,
    /// Expiry date.
    pub expiry: Option<Day>,
    /// An expiry that is no date, as written; else empty.
    pub bad_expiry: Text,
    /// Units in one box, where goods are packed alike.
    pub per_box: Option<u32>,
    /// Number of such boxes.
    pub boxes: Option<u32>,
}

/// A shipment plan at the gate: what may go, what not and why, and the papers to fetch.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ShipmentGate {
    /// [`GATE_SCHEMA`].
    pub schema: u32,
    /// This run.
    pub run: Run,
    /// The plan as it was named.
    pub plan: String,
    /// The figures a seller reads first.
    pub summary: GateSummary,
    /// Every line, in the order of the plan.
    pub lines: Vec<GateLine>,
    /// Papers to fetch, by supplier; those of an unknown supplier last.
    pub fetch: Vec<Fetch>,
    /// The rules that the lines name.
    pub rules: Vec<RuleNote>,
    /// Rows and cells of the plan that could not be taken as they stood.
    pub issues: Vec<Issue>,
}

/// The figures of a shipment plan.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct GateSummary {
    /// Lines that could be read.
    pub lines: u64,
    /// Lines per decision.
    pub ship: u64,
    /// Lines to hold.
    pub hold: u64,
    /// Lines that must not go.
    pub stop: u64,
    /// Lines that something required could not be judged of.
    pub not_judged: u64,
    /// Rows that could not be read; they are in no line.
    pub rows_bad: u64,
    /// Units planned, as far as lines tell them.
    pub units: u64,
    /// Units that may go.
    pub may_go: u64,
    /// Yen at stake on the ASINs of lines that may not go whole, each ASIN once.
    pub yen_at_stake: Option<Yen>,
}

/// One line at the gate.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct GateLine {
    /// SKU.
    pub sku: String,
    /// ASIN of its listing, else of the plan.
    pub asin: Option<String>,
    /// Title of the listing; empty where nothing lists it.
    pub title: String,
    /// Units planned.
    pub quantity: Option<u32>,
    /// Expiry date.
    #[schemars(with = "Option<String>")]
    pub expiry: Option<Day>,
    /// Units in one box.
    pub units_per_box: Option<u32>,
    /// Number of boxes.
    pub boxes: Option<u32>,
    /// What the policy makes of the whole line.
    pub decision: Decision,
    /// Units of the line that papers prove; `None` where that could not be counted.
    pub covered: Option<u64>,
    /// Units that may go: all of a line to ship, and of a line that only asks for too many those
    /// that nothing stands against, if the profile cuts lines.
    pub may_go: u32,
    /// Where it stood.
    pub at: Place,
    /// Yen at stake on its ASIN.
    pub yen_at_stake: Option<Yen>,
    /// Findings on its SKU, ASIN, suppliers and the line itself, gravest first.
    pub findings: Vec<Finding>,
    /// Findings that an exception sets aside.
    pub suppressed: Vec<Finding>,
    /// What could not be judged.
    pub not_judged: Vec<Held>,
}

/// A rule that could not be judged on a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Held {
    /// Rule id.
    pub rule: String,
    /// Kind of input that is missing.
    pub input: Input,
    /// Field of it, when the input is there and does not tell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<Field>,
    /// Whether the line is held for it.
    pub required: bool,
}

/// Papers to fetch from one supplier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Fetch {
    /// Name as written; `None` where no purchase tells whom the goods came from.
    pub supplier: Option<String>,
    /// Phone.
    pub phone: String,
    /// E-mail.
    pub mail: String,
    /// Web site.
    pub site: String,
    /// What to ask for.
    pub papers: Vec<FetchPaper>,
}

/// One paper to fetch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FetchPaper {
    /// SKU of the plan.
    pub sku: String,
    /// Its ASIN.
    pub asin: Option<String>,
    /// Title of the listing.
    pub title: String,
    /// Units of the line that no paper proves; `None` where that could not be counted.
    pub missing: Option<u64>,
    /// Day of the purchase that the paper is to show.
    #[schemars(with = "Option<String>")]
    pub day: Option<Day>,
    /// Units of that purchase.
    pub units: Option<u32>,
    /// Invoice number, where the ledger has one.
    pub invoice: String,
    /// Where the purchase stands.
    pub at: Option<Place>,
}
