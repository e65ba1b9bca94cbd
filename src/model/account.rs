//! The account profile and the policy that the seller states in the config.

use super::{Attest, Choice, Day, Decision, Grade, SellerDetail, Severity};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What the seller tells of the account; `None` is "not stated", never "no".
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// Store name as registered with Amazon.
    pub store_name: Option<String>,
    /// Day the account was opened.
    pub opened: Option<Day>,
    /// Whether an antique-dealer permit (古物商許可) is held.
    pub antique_permit: Option<bool>,
    /// Its number, 12 digits.
    pub antique_permit_number: Option<String>,
    /// Whether the number is shown on the seller page.
    pub antique_permit_shown: Option<bool>,
    /// Seller details as shown on the seller page; `None` states that one is not shown.
    #[serde(default)]
    pub details: BTreeMap<SellerDetail, Option<String>>,
    /// What the seller attests.
    #[serde(default)]
    pub attested: BTreeMap<Attest, Stated>,
}

/// What the seller states of one point of the checklist.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stated {
    /// So on that day, or done on that day.
    On(Day),
    /// Not so.
    No,
}

/// Maps severity and evidence to decisions; data, see `data/profiles.toml`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    /// Name of the profile: `safe`, `balanced`, `profit` or the seller's own.
    pub name: String,
    /// What each severity leads to.
    pub weights: BTreeMap<Severity, Weight>,
    /// Whether a shipment line that only asks for too many units is cut to those that may go.
    pub cut_lines: bool,
    /// What a finding says of goods that are not bought yet, per severity.
    pub candidates: BTreeMap<Severity, Choice>,
    /// The same for a finding that is an indication only; where it does not name a severity, as
    /// for any finding.
    pub indications: BTreeMap<Severity, Choice>,
}

/// What one severity leads to, by how well it is evidenced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weight {
    /// Decision per [`Grade`], best first.
    pub by_grade: [Decision; 4],
    /// The most that something which is only an indication leads to.
    pub indication: Decision,
}

impl Weight {
    /// The same decision whatever the evidence.
    #[must_use]
    pub fn all(decision: Decision) -> Self {
        Self {
            by_grade: [decision; 4],
            indication: decision,
        }
    }
}

impl Profile {
    /// True when the grade of the evidence makes a difference at a severity.
    #[must_use]
    pub fn heeds_grade(&self, severity: Severity) -> bool {
        let weight = self.weights.get(&severity);
        weight.is_some_and(|w| w.by_grade.iter().any(|d| *d != w.by_grade[0]))
    }

    /// The decision for a finding of a severity, by the grade of its evidence and whether it is
    /// only an indication; a severity the profile does not name lets ship.
    #[must_use]
    pub fn decide(&self, severity: Severity, grade: Grade, indication: bool) -> Decision {
        let Some(weight) = self.weights.get(&severity) else {
            return Decision::Ship;
        };
        let decision = weight.by_grade[grade as usize];
        if indication {
            decision.min(weight.indication)
        } else {
            decision
        }
    }

    /// The choice about a candidate; a severity that the profile does not name for candidates is
    /// taken as for goods in stock: what stops them is avoided, what holds them is asked about.
    #[must_use]
    pub fn choose(&self, severity: Severity, indication: bool) -> Choice {
        let indicated = self.indications.get(&severity).filter(|_| indication);
        let named = indicated.or_else(|| self.candidates.get(&severity));
        let decided = || self.decide(severity, Grade::A, indication).into();
        named.copied().unwrap_or_else(decided)
    }
}

/// What judging needs beside the rules: the day, the account, the profile, tuned severities.
#[derive(Clone, Debug)]
pub struct Policy {
    /// The day the scan is for.
    pub today: Day,
    /// The account profile; `None` when the config has none.
    pub account: Option<Account>,
    /// The profile in force.
    pub profile: Profile,
    /// Severities that the seller set otherwise, by rule id.
    pub severities: BTreeMap<String, Severity>,
    /// Rules the seller switched off, by id.
    pub off: std::collections::BTreeSet<String>,
    /// What the seller accepts knowingly, those of the config before those of the file; the first
    /// that fits holds.
    pub exceptions: Vec<super::Exception>,
}
