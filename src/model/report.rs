//! The report: this type is the JSON, both ways, and everything a writer needs.

use super::{
    Decision, Evidence, Family, Field, Grade, Input, Lent, Place, Run, Scope, Severity, Value, Yen,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Version of the report's JSON; it grows by one when a field changes its meaning or goes.
pub const SCHEMA: u32 = 1;

/// A whole report.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(from = "Flat")]
#[schemars(!from)]
pub struct Report {
    /// Everything but the findings.
    #[serde(flatten)]
    pub head: Head,
    /// Findings, worst first, in a total order.
    pub findings: Vec<Finding>,
    /// Findings that an exception covers; they stay visible.
    pub suppressed: Vec<Finding>,
}

/// A report as it is read: serde takes no number beyond 64 bits out of a flattened part.
#[derive(Deserialize)]
struct Flat {
    schema: u32,
    run: Run,
    summary: Summary,
    coverage: Vec<Coverage>,
    files: Vec<InputFile>,
    unmatched: Vec<Unmatched>,
    issues: Vec<Issue>,
    drill: Option<super::Drill>,
    outlook: Option<super::Outlook>,
    #[serde(default)]
    deadlines: Vec<super::Deadline>,
    changes: Option<super::Changes>,
    #[serde(default)]
    trend: Vec<super::Milestone>,
    findings: Vec<Finding>,
    suppressed: Vec<Finding>,
}

impl From<Flat> for Report {
    fn from(flat: Flat) -> Self {
        Self {
            head: Head {
                schema: flat.schema,
                run: flat.run,
                summary: flat.summary,
                coverage: flat.coverage,
                files: flat.files,
                unmatched: flat.unmatched,
                issues: flat.issues,
                drill: flat.drill,
                outlook: flat.outlook,
                deadlines: flat.deadlines,
                changes: flat.changes,
                trend: flat.trend,
            },
            findings: flat.findings,
            suppressed: flat.suppressed,
        }
    }
}

/// Appends to a text what a writer makes of a finding.
pub type Say<'s> = &'s (dyn Fn(&mut String, &Lent<'_>) + Sync);

/// A source of findings that need not be in memory all at once.
pub trait Findings {
    /// Gives every finding in report order to `take`; ends early with its first error.
    ///
    /// # Errors
    /// The first error that `take` returns.
    fn each(&self, take: &mut dyn FnMut(Finding) -> std::io::Result<()>) -> std::io::Result<()>;

    /// Writes what `say` makes of every finding, in report order; `say` is asked in any order and
    /// on any thread.
    ///
    /// # Errors
    /// The first error of `out`.
    fn write(&self, out: &mut dyn std::io::Write, say: Say<'_>) -> std::io::Result<()>;
}

impl Findings for [Finding] {
    fn each(&self, take: &mut dyn FnMut(Finding) -> std::io::Result<()>) -> std::io::Result<()> {
        self.iter().cloned().try_for_each(take)
    }

    fn write(&self, out: &mut dyn std::io::Write, say: Say<'_>) -> std::io::Result<()> {
        let mut text = String::new();
        for finding in self {
            text.clear();
            finding.lend(|lent| say(&mut text, lent));
            out.write_all(text.as_bytes())?;
        }
        Ok(())
    }
}

impl Findings for Vec<Finding> {
    fn each(&self, take: &mut dyn FnMut(Finding) -> std::io::Result<()>) -> std::io::Result<()> {
        self.as_slice().each(take)
    }

    fn write(&self, out: &mut dyn std::io::Write, say: Say<'_>) -> std::io::Result<()> {
        self.as_slice().write(out, say)
    }
}

/// Everything of a report but its findings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Head {
    /// [`SCHEMA`].
    pub schema: u32,
    /// This run.
    pub run: Run,
    /// The figures a seller reads first.
    pub summary: Summary,
    /// Per rule: judged, at risk, not judged and for want of what.
    pub coverage: Vec<Coverage>,
    /// What each file was taken for.
    pub files: Vec<InputFile>,
    /// Rows that joined nothing, counted per file, with the first of them.
    pub unmatched: Vec<Unmatched>,
    /// Rows and cells that could not be taken as they stood.
    pub issues: Vec<Issue>,
    /// The three-ASIN drill, without samples; only in reports that are kept or looked at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub drill: Option<super::Drill>,
    /// The proofs of the stock in the time ahead; only in reports that are kept or looked at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outlook: Option<super::Outlook>,
    /// Open notices with a deadline, soonest first; only in reports that are kept or looked at.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deadlines: Vec<super::Deadline>,
    /// What changed since the last audit; only in the report of an audit that had one before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changes: Option<super::Changes>,
    /// The audits before this one and this one, the oldest first; only in the report of an audit.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub trend: Vec<super::Milestone>,
}

/// The figures a seller reads first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Summary {
    /// SKUs in all.
    pub skus: u64,
    /// ASINs in all.
    pub asins: u64,
    /// SKUs per decision; a SKU counts once, under its gravest.
    pub stop: u64,
    /// SKUs to hold.
    pub hold: u64,
    /// SKUs without a finding that stops or holds them. Not a promise: see `open`.
    pub ship: u64,
    /// Of the `ship` ones, those on which at least one rule could not be judged.
    pub open: u64,
    /// Findings per severity.
    pub findings: BTreeMap<Severity, u64>,
    /// Findings that an exception sets aside; they count nowhere else.
    #[serde(default)]
    pub suppressed: u64,
    /// Findings that an exception weighs otherwise; they count as they are weighed now.
    #[serde(default)]
    pub reweighed: u64,
    /// Yen at stake over all ASINs with a finding, each ASIN once; `None` when nothing tells it.
    pub yen_at_stake: Option<Yen>,
    /// Yen at stake per family, each ASIN once in each family.
    pub yen_by_family: BTreeMap<Family, Yen>,
    /// Rules that judged a subject, or found that none of them is their matter.
    pub rules_evaluated: u64,
    /// Rules that could judge none for want of an input.
    pub rules_not_evaluated: u64,
    /// Units sold, and from which report they were taken.
    pub sales: Vec<Totals>,
}

/// Rows and units that one report contributed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Totals {
    /// Kind of report (a word of `SalesReport`).
    pub report: super::SalesReport,
    /// Rows read.
    pub rows: u64,
    /// Units counted.
    pub units: u64,
    /// Units that another report had told already.
    pub units_told_twice: u64,
    /// Units of cancelled orders.
    pub units_cancelled: u64,
}

/// A finding: one rule at risk on one subject.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Finding {
    /// Rule id, FAMILY-NNN.
    pub rule: String,
    /// Severity in force.
    pub severity: Severity,
    /// What the policy makes of it.
    pub decision: Decision,
    /// What it is about.
    pub subject: Subject,
    /// Title of the listing; empty for a supplier or the account.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// The facts, with places.
    pub evidence: Vec<Evidence>,
    /// Last 180 days' sales of the ASIN plus the value of its FBA stock; `None` when no input tells.
    pub yen_at_stake: Option<Yen>,
    /// The seller's exception that set it aside, in [`Report::suppressed`], or that weighs it
    /// otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exception: Option<super::Excepted>,
    /// Rule + subject + evidence keys, hashed: the same finding in a re-sorted export.
    pub fingerprint: String,
}

/// What a finding is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Subject {
    /// One offer.
    Sku {
        /// SKU.
        sku: String,
        /// Its ASIN, where known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        asin: Option<String>,
    },
    /// One detail page with all its offers.
    Asin {
        /// ASIN.
        asin: String,
        /// Its SKUs.
        skus: Vec<String>,
    },
    /// A supplier.
    Supplier {
        /// Name as written.
        name: String,
    },
    /// The account.
    Account,
    /// One line of a shipment plan.
    ShipmentLine {
        /// SKU as the plan writes it.
        sku: String,
        /// Its ASIN, where known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        asin: Option<String>,
    },
}

/// What became of one rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Coverage {
    /// The rule.
    pub rule: RuleNote,
    /// Subjects judged, at risk or clear.
    pub judged: u64,
    /// Of them at risk.
    pub risk: u64,
    /// Subjects that could not be judged, by what was missing.
    pub not_judged: Vec<Missing>,
}

/// What was missing, and on how many subjects.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct Missing {
    /// Kind of input.
    pub input: Input,
    /// Field of it, when the input is there and does not tell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<Field>,
    /// Subjects concerned; 0 when the rule had no subject at all.
    pub subjects: u64,
}

/// What a writer needs to know of a rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RuleNote {
    /// FAMILY-NNN.
    pub id: String,
    /// Family.
    pub family: Family,
    /// Severity in force.
    pub severity: Severity,
    /// What it judges one of.
    pub scope: Scope,
    /// Coverage ids of the domain (C01..C90).
    pub covers: Vec<String>,
    /// Inputs it needs.
    pub inputs: Vec<Input>,
    /// True when a hit is an indication only, by a proxy.
    #[serde(default)]
    pub indication: bool,
    /// Title, by language.
    pub title: BTreeMap<super::Lang, String>,
    /// Why it matters, by language.
    pub why: BTreeMap<super::Lang, String>,
    /// What to do, by language.
    pub fix: BTreeMap<super::Lang, String>,
    /// Where it is known from.
    pub source: Vec<Source>,
}

/// Where a rule or a list entry is known from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Source {
    /// Title of the page or its site.
    pub title: String,
    /// Date of the page as it states it, or of reading it; empty when undated.
    #[serde(default)]
    pub date: String,
    /// Address.
    #[serde(default)]
    pub url: String,
    /// Grade of evidence.
    pub grade: Grade,
}

/// What one file was taken for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct InputFile {
    /// Path as given.
    pub path: String,
    /// Id of the export shape in `data/exports.toml`; `None` for a file that was left.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shape: Option<String>,
    /// Kind of input; `None` for a file that was left.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub input: Option<Input>,
    /// Encoding it was read in, for example `UTF-8` or `CP932`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub encoding: String,
    /// Data rows read.
    pub rows: u64,
    /// Rows that could not be taken.
    pub rows_bad: u64,
    /// Headers of columns that no field takes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left_columns: Vec<String>,
}

/// Rows of one file that joined nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Unmatched {
    /// File.
    pub file: String,
    /// Kind of input.
    pub input: Input,
    /// How many rows.
    pub rows: u64,
    /// Key of the reason: the message `unmatched-<reason>`.
    pub reason: String,
    /// Lines of the first of them.
    pub first_lines: Vec<u32>,
}

/// A row or cell that could not be taken as it stood, and what was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Issue {
    /// The message `issue-<key>` says it in words.
    pub key: String,
    /// Where.
    pub at: Place,
    /// The value as it stood, cut to a printable length.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub value: String,
    /// What was done: `repaired`, `cell-ignored`, `row-ignored`, `file-ignored`, `noted`.
    pub done: String,
    /// Further values for the message.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub values: BTreeMap<String, Value>,
}
