//! What one notice asks for, the papers at hand that go with it, and what is missing.

use super::{
    Claim, Day, DocumentKind, Evidence, Family, Field, FileType, Lang, Missing, NoticeKind, Place,
    Run,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What the requests of some kinds of notices accept; data, see `data/notices/requests.toml`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Request {
    /// Kinds of notices.
    pub kinds: Vec<NoticeKind>,
    /// Papers that are asked for where the mail names none.
    pub papers: Vec<DocumentKind>,
    /// Papers that stand in where units have none that is asked for: weak.
    pub stand_in: Vec<DocumentKind>,
    /// Papers that do not grow old and prove no units.
    pub lasting: Vec<DocumentKind>,
    /// Types of files.
    pub types: Vec<FileType>,
    /// Endings of files whose bytes tell no type.
    pub endings: Vec<String>,
    /// Days that a paper counts from its issue; `None` where the request states none.
    pub days: Option<i64>,
    /// Units that the papers have to prove; `None` where the request states none.
    pub units: Option<AskedUnits>,
    /// True when any one of the papers is enough.
    #[serde(default)]
    pub any_of: bool,
    /// What a supplier has to be told with.
    pub supplier: Vec<Field>,
    /// Families of rules whose findings on the goods may be the cause.
    pub families: Vec<Family>,
}

/// What units the papers have to prove.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AskedUnits {
    /// Those sold while papers count.
    Sold,
    /// Those in stock and on the way there.
    Stock,
}

/// What a fact about a file means for handing it in; data, see `data/notices/requests.toml`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trouble {
    /// Keys of the facts.
    pub facts: Vec<String>,
    /// Marks that alone are meant; empty for any.
    #[serde(default)]
    pub only: Vec<String>,
    /// What becomes of the paper.
    pub paper: PaperUse,
}

/// What becomes of a paper, best first.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum PaperUse {
    /// It is put in.
    In,
    /// It is put in and may be refused.
    Weak,
    /// It is not put in.
    Out,
}

/// Why the file of a paper could not be put in, found when it was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It cannot be read.
    Unreadable,
    /// It is not what it was when the account was read.
    Changed,
    /// It has more bytes than this many megabytes.
    TooLarge(u32),
    /// With it the pack would have more than this many megabytes.
    Full(u32),
}

/// Everything about one notice, as `kenpin notice pack --json` writes it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Demand {
    /// This run.
    pub run: Run,
    /// The notice.
    pub notice: DemandNotice,
    /// What it asks for.
    pub asked: Asked,
    /// Its ASINs, in its order.
    pub asins: Vec<DemandAsin>,
    /// Every paper of them that was looked at, those that are put in first.
    pub papers: Vec<DemandPaper>,
    /// Other offers on which the same was found.
    pub same_cause: Vec<SameCause>,
    /// What was asked for and is missing.
    pub missing: u64,
    /// What could not be judged.
    pub not_judged: u64,
}

/// The notice.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DemandNotice {
    /// Its id.
    pub id: String,
    /// Its kind.
    pub kind: NoticeKind,
    /// Day it was received.
    #[schemars(with = "String")]
    pub received: Day,
    /// Last day to answer.
    #[schemars(with = "Option<String>")]
    pub deadline: Option<Day>,
    /// What set it.
    pub deadline_rule: String,
    /// Who complained; may be empty.
    pub rights_holder: String,
    /// What was claimed.
    pub claim_type: Option<Claim>,
    /// Appeals that were sent.
    pub appeals: u32,
    /// Appeals that were refused.
    pub refused: u32,
}

/// What a notice asks for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Asked {
    /// Kinds of papers.
    pub papers: Vec<DocumentKind>,
    /// True when the mail names them; false when its kind of notice usually asks for them.
    pub named: bool,
    /// Types of files.
    pub types: Vec<FileType>,
    /// Days that a paper counts.
    pub days: Option<i64>,
    /// Units to be proven.
    pub units: Option<AskedUnits>,
    /// What a supplier has to be told with.
    pub supplier: Vec<Field>,
    /// Papers that no file of an account can be: the seller adds them.
    pub to_add: Vec<String>,
    /// What the seller writes or does.
    pub to_write: Vec<String>,
}

/// One ASIN of a notice.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DemandAsin {
    /// ASIN.
    pub asin: String,
    /// False when no file names it.
    pub known: bool,
    /// Its offers.
    pub skus: Vec<CauseSku>,
    /// Title.
    pub title: String,
    /// Units bought, as far as purchases and papers tell.
    pub bought: u64,
    /// First day of purchase.
    #[schemars(with = "Option<String>")]
    pub first_bought: Option<Day>,
    /// Last day of purchase.
    #[schemars(with = "Option<String>")]
    pub last_bought: Option<Day>,
    /// Units sold while papers count.
    pub sold: Option<u64>,
    /// Units in stock and on the way there.
    pub stock: Option<u64>,
    /// Units that the papers have to prove.
    pub needed: Option<u64>,
    /// Units that the papers which are put in prove.
    pub proven: u64,
    /// Of them those that only weak papers prove.
    pub proven_weakly: u64,
    /// Numbers of the papers that are put in.
    pub papers: Vec<u32>,
    /// Kinds asked for beside papers of purchase of which none is put in; only the mail tells whether
    /// one of them is needed.
    pub not_at_hand: Vec<DocumentKind>,
    /// Suppliers of the goods.
    pub suppliers: Vec<DemandSupplier>,
    /// What was asked for and is missing.
    pub missing: Vec<Evidence>,
    /// What could not be judged.
    pub not_judged: Vec<Missing>,
    /// Rules that found something on it.
    pub findings: Vec<String>,
}

/// A supplier as the files tell it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DemandSupplier {
    /// Name.
    pub name: String,
    /// What is known of it.
    pub contact: BTreeMap<Field, String>,
    /// What is asked for and not known.
    pub lacks: Vec<Field>,
}

/// One paper.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DemandPaper {
    /// Its number in the pack, from 1.
    pub number: u32,
    /// What becomes of it.
    #[serde(rename = "use")]
    pub put: PaperUse,
    /// Its file as the account names it.
    pub file: String,
    /// Its name in the pack.
    pub name: Option<String>,
    /// SHA-256 of its bytes.
    pub sha256: Option<String>,
    /// How many bytes.
    pub bytes: Option<u64>,
    /// Kind.
    pub kind: Option<DocumentKind>,
    /// Number written on it.
    pub invoice: String,
    /// Day of issue.
    #[schemars(with = "Option<String>")]
    pub issued: Option<Day>,
    /// Who issued it.
    pub supplier: Option<String>,
    /// Addressee as the index tells it.
    pub addressee: String,
    /// What it tells of the ASINs of the notice.
    pub asins: Vec<PaperAsin>,
    /// Why it is weak or not put in.
    pub reasons: Vec<Evidence>,
    /// Where it is named.
    pub at: Option<Place>,
    /// Its row among the documents.
    #[serde(skip)]
    pub document: Option<u32>,
}

/// What a paper tells of an ASIN.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PaperAsin {
    /// ASIN.
    pub asin: String,
    /// Units written on it; `None` when not told.
    pub units: Option<u64>,
    /// Units that it is put in for.
    pub proves: u64,
}

/// Offers on which one rule found what it found on the goods of the notice.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SameCause {
    /// The rule.
    pub rule: String,
    /// Its title.
    pub title: BTreeMap<Lang, String>,
    /// The offers, without those of the notice.
    pub skus: Vec<CauseSku>,
}

/// One offer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CauseSku {
    /// SKU.
    pub sku: String,
    /// ASIN.
    pub asin: Option<String>,
    /// Title.
    pub title: String,
    /// Units in stock and on the way there.
    pub stock: Option<u64>,
}
