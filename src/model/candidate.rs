//! Goods that may be bought: what is known of them before, and what kenpin answers.

use super::{
    Asin, Choice, Condition, Evidence, Excepted, Field, Input, Jan, Lang, LineFault, Route,
    Severity, Source, SupplierClass, Value, Yen,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Goods that somebody thinks of buying. An empty text and `None` mean "not told".
#[derive(Clone, Debug, Default)]
pub struct Candidate {
    /// Line of the input it stands on, from 1.
    pub line: u32,
    /// The id its sender gave it.
    pub id: String,
    /// Detail page it shall be offered on.
    pub asin: Option<Asin>,
    /// JAN with a right check digit.
    pub jan: Option<Jan>,
    /// A product code that should be a JAN and is none, as written.
    pub bad_jan: String,
    /// Title of the page.
    pub title: String,
    /// Brand of the page.
    pub brand: String,
    /// Manufacturer.
    pub manufacturer: String,
    /// Who offers the goods.
    pub supplier: String,
    /// What the supplier is, where the line tells it.
    pub class: Option<SupplierClass>,
    /// Route that the goods come by.
    pub route: Option<Route>,
    /// Condition they shall be offered in.
    pub condition: Option<Condition>,
    /// What one unit costs.
    pub price: Option<Yen>,
    /// What one unit is offered for on Amazon.
    pub list_price: Option<Yen>,
    /// Units to buy.
    pub units: Option<u32>,
    /// Condition note or remark.
    pub note: String,
    /// Cells that could not be read: the field, and the text as written, cut.
    pub unread: Vec<(Field, String)>,
}

impl Candidate {
    /// Forgets everything and keeps the memory, for the next line.
    pub fn clear(&mut self) {
        let texts = [
            &mut self.id,
            &mut self.bad_jan,
            &mut self.title,
            &mut self.brand,
            &mut self.manufacturer,
            &mut self.supplier,
            &mut self.note,
        ];
        texts.into_iter().for_each(String::clear);
        let mut unread = std::mem::take(&mut self.unread);
        unread.clear();
        *self = Self {
            id: std::mem::take(&mut self.id),
            bad_jan: std::mem::take(&mut self.bad_jan),
            title: std::mem::take(&mut self.title),
            brand: std::mem::take(&mut self.brand),
            manufacturer: std::mem::take(&mut self.manufacturer),
            supplier: std::mem::take(&mut self.supplier),
            note: std::mem::take(&mut self.note),
            unread,
            ..Self::default()
        };
    }
}

/// The answer to one line of candidates: a line of JSON.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Answer {
    /// The id that the line gave.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub id: String,
    /// Line of the input, from 1.
    pub line: u32,
    /// ASIN.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asin: Option<String>,
    /// JAN with a right check digit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub jan: Option<String>,
    /// Title.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// Buy, ask or avoid. "Buy" is no promise: see `not_judged`.
    pub decision: Choice,
    /// What speaks against it, gravest first.
    pub reasons: Vec<Reason>,
    /// Papers to ask the supplier for before paying.
    pub papers: Vec<AskedPaper>,
    /// Rules that could not be judged, and for want of what.
    pub not_judged: Vec<NotJudged>,
    /// Findings that an exception of the seller sets aside.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub suppressed: Vec<Reason>,
    /// SKUs of the seller's account on that ASIN.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub listed_as: Vec<String>,
    /// Cells of the line that could not be read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unread: Vec<Unread>,
    /// Why the whole line could not be read; then nothing was judged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<LineFault>,
}

impl Answer {
    /// The answer to a line that cannot be read: nothing of it is known, so that it asks.
    #[must_use]
    pub fn unreadable(line: u32, error: LineFault) -> Self {
        Self {
            id: String::new(),
            line,
            asin: None,
            jan: None,
            title: String::new(),
            decision: Choice::Ask,
            reasons: Vec::new(),
            papers: Vec::new(),
            not_judged: Vec::new(),
            suppressed: Vec::new(),
            listed_as: Vec::new(),
            unread: Vec::new(),
            error: Some(error),
        }
    }
}

/// One rule that speaks against a candidate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Reason {
    /// Rule id, FAMILY-NNN.
    pub rule: Arc<str>,
    /// Severity in force.
    pub severity: Severity,
    /// What the policy makes of it.
    pub decision: Choice,
    /// True when a hit is an indication only, by a proxy.
    #[serde(default)]
    pub indication: bool,
    /// Title of the rule, by language.
    pub title: Arc<BTreeMap<Lang, String>>,
    /// The facts: matched text, field and place, source and date.
    pub evidence: Vec<Evidence>,
    /// What to do before buying, by language.
    pub fix: Arc<BTreeMap<Lang, String>>,
    /// Where the rule is known from.
    pub source: Arc<Vec<Source>>,
    /// The seller's exception that set it aside; only in [`Answer::suppressed`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exception: Option<Excepted>,
}

impl From<super::Decision> for Choice {
    /// What stops goods in stock is avoided, what holds them is asked about.
    fn from(decision: super::Decision) -> Self {
        match decision {
            super::Decision::Ship => Self::Buy,
            super::Decision::Hold => Self::Ask,
            super::Decision::Stop => Self::Avoid,
        }
    }
}

/// A paper to ask for: the message `paper-<paper>` says it in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AskedPaper {
    /// Its word, one of [`PAPERS`].
    pub paper: Cow<'static, str>,
    /// Values for the message.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub values: BTreeMap<Cow<'static, str>, Value>,
}

/// Every paper with the values of its message, for the tests that hold messages complete.
pub const PAPERS: &[(&str, &[&str])] = &[
    ("invoice", &[]),
    ("contact", &["fields"]),
    ("route", &[]),
    ("authorisation", &[]),
    ("maker-proofs", &[]),
    ("goods", &["goods", "proof"]),
    ("identity", &[]),
];

/// A rule that could not be judged for a candidate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct NotJudged {
    /// Rule id.
    pub rule: Arc<str>,
    /// What does not tell.
    pub missing: Lacking,
    /// True when this alone makes "buy" an "ask".
    #[serde(default)]
    pub asks: bool,
}

/// What does not tell.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
pub struct Lacking {
    /// Kind of input; `listings`, `purchases` and `catalog` are the line itself.
    pub input: Input,
    /// Field of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<Field>,
}

/// A cell that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Unread {
    /// Its field.
    pub field: Field,
    /// The text as written, cut.
    pub value: String,
}
