//! An audit as it is kept, and what changed from one audit of an account to the next.

use super::{Day, Decision, Input, Milestone, Name, Severity, Status, Subject, Text, Weighed, Yen};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How one offer stood in the last audit, for the rules that look at changes.
#[derive(Clone, Copy, Debug)]
pub struct Past {
    /// SKU.
    pub sku: Name,
    /// Title; empty where no file told it.
    pub title: Text,
    /// Status.
    pub status: Option<Status>,
    /// Units, as [`Goods::stock`].
    pub stock: Option<u32>,
}

/// One audit of an account, whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Audit {
    /// Its number in the history of the account; 0 before it is kept.
    pub id: i64,
    /// The day it was for.
    #[schemars(with = "String")]
    pub day: Day,
    /// Version of kenpin.
    pub version: String,
    /// Policy profile.
    pub profile: String,
    /// Hash of all rules and lists in force.
    pub pack: String,
    /// Hash of the settings in force; empty for an audit that was kept without.
    #[serde(default)]
    pub settings: String,
    /// How the account stood; `None` for an audit that was kept without.
    #[serde(default)]
    pub milestone: Option<Milestone>,
    /// What was read.
    pub files: Vec<AuditFile>,
    /// The rules in force, with the severity they had.
    pub rules: BTreeMap<String, Severity>,
    /// The findings in report order, then those that exceptions set aside.
    pub findings: Vec<AuditFinding>,
    /// The offers.
    pub goods: Vec<Goods>,
}

/// A file that an audit read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AuditFile {
    /// Path as given.
    pub path: String,
    /// What it was taken for; `None` for a file that was left.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub input: Option<Input>,
    /// BLAKE3 of its bytes in hex; empty where it could not be read again.
    pub hash: String,
    /// Data rows read.
    pub rows: u64,
    /// Rows that could not be taken.
    pub rows_bad: u64,
}

/// A finding without its evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AuditFinding {
    /// Rule id.
    pub rule: String,
    /// Severity it had.
    pub severity: Severity,
    /// Decision it led to.
    pub decision: Decision,
    /// What it is about.
    pub subject: Subject,
    /// Title of the listing.
    pub title: String,
    /// Yen at stake; `None` when no input told.
    pub yen_at_stake: Option<Yen>,
    /// As in a report.
    pub fingerprint: String,
    /// True for one that an exception set aside.
    pub aside: bool,
}

/// One offer as an audit saw it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Goods {
    /// SKU.
    pub sku: String,
    /// Title.
    pub title: String,
    /// Status; `None` where no file told it.
    pub status: Option<Status>,
    /// Units on hand, reserved and on the way in; `None` where no file told it.
    pub stock: Option<u64>,
    /// Of them those at FBA.
    pub fba: Option<u64>,
    /// What its title says of the route: parallel, domestic, neutral, ambiguous.
    pub marking: String,
    /// Units of its page in stock that papers prove; `None` where the stock is not known.
    pub proven: Option<u64>,
    /// Hash of the purchases and papers of its page; empty without any.
    pub papers: String,
}

/// One line of the list of audits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AuditLine {
    /// Number.
    pub id: i64,
    /// Day.
    #[schemars(with = "String")]
    pub day: Day,
    /// Version of kenpin.
    pub version: String,
    /// Policy profile.
    pub profile: String,
    /// Hash of rules and lists.
    pub pack: String,
    /// Offers.
    pub skus: u64,
    /// Findings that are not set aside.
    pub findings: u64,
    /// Of them those that stop.
    pub stop: u64,
}

/// What changed since an earlier audit; a finding stands in one list only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Changes {
    /// The audit that this one is compared with.
    pub since: Since,
    /// Findings that were not there, worst first.
    pub new: Vec<Change>,
    /// Findings whose severity or decision went up.
    pub worse: Vec<Change>,
    /// Findings whose severity or decision went down, and neither went up.
    pub eased: Vec<Change>,
    /// Findings that are not there any more. Not a promise: see the reason.
    pub gone: Vec<Change>,
    /// Findings that are there as they were, per severity.
    pub still: BTreeMap<Severity, u64>,
}

/// Which audit was the earlier one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Since {
    /// Number.
    pub run: i64,
    /// Day.
    #[schemars(with = "String")]
    pub day: Day,
    /// Hash of its rules and lists.
    pub pack: String,
    /// Its profile.
    pub profile: String,
    /// Its version.
    pub version: String,
}

/// A finding that came, went, or is weighed otherwise than before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Change {
    /// Rule id.
    pub rule: String,
    /// Severity now; the last one of a finding that is gone.
    pub severity: Severity,
    /// Decision now; the last one of a finding that is gone.
    pub decision: Decision,
    /// How it was weighed before; `None` for a new one.
    pub was: Option<Weighed>,
    /// What it is about.
    pub subject: Subject,
    /// Title of the listing.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// Yen at stake.
    pub yen_at_stake: Option<Yen>,
    /// What of the data or the rules changed with it; several where one cannot be told from another.
    pub why: Vec<Why>,
    /// As in the report.
    pub fingerprint: String,
}

/// One reason of a change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Why {
    /// Which.
    pub reason: ChangeReason,
    /// What it is about: a SKU, a kind of input; empty where there is nothing to tell.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub of: String,
    /// Before.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub was: String,
    /// Now.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub now: String,
}

/// Why a finding came, went or is weighed otherwise: the message `ui-why-<word>` says it.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum ChangeReason {
    /// The offer is new in the files.
    GoodsNew,
    /// The offer is in the files no more.
    GoodsGone,
    /// The title changed.
    Title,
    /// The status changed.
    Status,
    /// The units in stock changed.
    Stock,
    /// Purchases or papers of the page changed.
    Papers,
    /// The rule was not in force.
    RuleNew,
    /// The rule is in force no more.
    RuleGone,
    /// The rule weighs otherwise.
    RuleWeight,
    /// Rules or lists changed.
    Pack,
    /// Another policy profile decides.
    Profile,
    /// The config changed.
    Settings,
    /// An exception sets it aside now.
    SetAside,
    /// An exception sets it aside no more.
    AsideOver,
    /// It could not be judged this time.
    NotJudged,
    /// No row changed, and the papers grew older.
    ProofAged,
    /// Rows of a kind of input changed.
    Rows,
    /// It was about a change between two audits, which is past.
    Told,
    /// Neither files, rules nor settings changed: the day did.
    Day,
}

impl ChangeReason {
    /// Every member.
    pub const ALL: [Self; 19] = [
        Self::GoodsNew,
        Self::GoodsGone,
        Self::Title,
        Self::Status,
        Self::Stock,
        Self::Papers,
        Self::RuleNew,
        Self::RuleGone,
        Self::RuleWeight,
        Self::Pack,
        Self::Profile,
        Self::Settings,
        Self::SetAside,
        Self::AsideOver,
        Self::NotJudged,
        Self::ProofAged,
        Self::Rows,
        Self::Told,
        Self::Day,
    ];

    /// Its fixed spelling.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::GoodsNew => "goods-new",
            Self::GoodsGone => "goods-gone",
            Self::Title => "title",
            Self::Status => "status",
            Self::Stock => "stock",
            Self::Papers => "papers",
            Self::RuleNew => "rule-new",
            Self::RuleGone => "rule-gone",
            Self::RuleWeight => "rule-weight",
            Self::Pack => "pack",
            Self::Profile => "profile",
            Self::Settings => "settings",
            Self::SetAside => "set-aside",
            Self::AsideOver => "aside-over",
            Self::NotJudged => "not-judged",
            Self::ProofAged => "proof-aged",
            Self::Rows => "rows",
            Self::Told => "told",
            Self::Day => "day",
        }
    }
}
