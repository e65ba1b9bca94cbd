//! The account profile and the policy that the seller states in the config.

use super::{Choice, Day, Decision, Severity};
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
}

/// Maps severities to decisions; data, see `data/profiles.toml`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    /// Name of the profile: `safe`, `balanced`, `profit` or the seller's own.
    pub name: String,
    /// Decision per severity.
    pub decisions: BTreeMap<Severity, Decision>,
    /// What a finding says of goods that are not bought yet, per severity.
    pub candidates: BTreeMap<Severity, Choice>,
    /// The same for a finding that is an indication only; where it does not name a severity, as
    /// for any finding.
    pub indications: BTreeMap<Severity, Choice>,
}

impl Profile {
    /// The decision for a severity; a severity the profile does not name lets ship.
    #[must_use]
    pub fn decide(&self, severity: Severity) -> Decision {
        self.decisions
            .get(&severity)
            .copied()
            .unwrap_or(Decision::Ship)
    }

    /// The choice about a candidate; a severity that the profile does not name for candidates is
    /// taken as for goods in stock: what stops them is avoided, what holds them is asked about.
    #[must_use]
    pub fn choose(&self, severity: Severity, indication: bool) -> Choice {
        let indicated = self.indications.get(&severity).filter(|_| indication);
        let named = indicated.or_else(|| self.candidates.get(&severity));
        named.copied().unwrap_or(match self.decide(severity) {
            Decision::Ship => Choice::Buy,
            Decision::Hold => Choice::Ask,
            Decision::Stop => Choice::Avoid,
        })
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
    /// What the seller accepts knowingly, in the order of the file; the first that fits holds.
    pub exceptions: Vec<super::Exception>,
}
