//! A finding that lends what it says from where it stands, so that a writer copies it only once.

use super::{
    Decision, Evidence, Excepted, Fact, FileId, Finding, Origin, Place, Severity, Subject, Value,
    Yen,
};
use std::borrow::Cow;
use std::sync::Arc;

/// A [`Finding`] that owns nothing.
#[derive(Clone, Debug)]
pub struct Lent<'a> {
    /// Rule id, FAMILY-NNN.
    pub rule: &'a str,
    /// Severity in force.
    pub severity: Severity,
    /// What the policy makes of it.
    pub decision: Decision,
    /// What it is about.
    pub subject: LentSubject<'a>,
    /// Title of the listing; empty for a supplier or the account.
    pub title: &'a str,
    /// The facts, with places.
    pub facts: &'a [Fact<'a>],
    /// Paths of the files that the places stand in, by [`FileId`].
    pub files: &'a [Arc<str>],
    /// As in a [`Finding`].
    pub yen_at_stake: Option<Yen>,
    /// As in a [`Finding`].
    pub exception: Option<&'a Excepted>,
    /// As in a [`Finding`].
    pub fingerprint: &'a str,
}

/// A [`Subject`] that owns nothing.
#[derive(Clone, Copy, Debug)]
pub enum LentSubject<'a> {
    /// One offer.
    Sku {
        /// SKU.
        sku: &'a str,
        /// Its ASIN, where known.
        asin: Option<&'a str>,
    },
    /// One detail page with all its offers.
    Asin {
        /// ASIN.
        asin: &'a str,
        /// Its SKUs.
        skus: &'a [&'a str],
    },
    /// A supplier.
    Supplier {
        /// Name as written.
        name: &'a str,
    },
    /// The account.
    Account,
    /// One line of a shipment plan.
    ShipmentLine {
        /// SKU as the plan writes it.
        sku: &'a str,
        /// Its ASIN, where known.
        asin: Option<&'a str>,
    },
}

impl Lent<'_> {
    /// Path of the file that a place stands in.
    #[must_use]
    pub fn file(&self, at: Origin) -> &str {
        let file = self.files.get(at.file.0 as usize);
        file.map_or("", |path| path)
    }
}

impl Place {
    /// Where a fact stood, by the paths of the files.
    #[must_use]
    pub fn of(files: &[Arc<str>], at: Origin) -> Self {
        Self {
            file: files.get(at.file.0 as usize).cloned().unwrap_or_default(),
            line: (at.line > 0).then_some(at.line),
            column: None,
        }
    }
}

impl Evidence {
    /// A fact as the report carries it.
    #[must_use]
    pub fn of(files: &[Arc<str>], fact: &Fact<'_>) -> Self {
        let value = |(name, told): &(&str, _)| (Cow::Owned((*name).to_owned()), Value::from(told));
        Self {
            key: Cow::Owned(fact.key.to_owned()),
            values: fact.values.iter().map(value).collect(),
            at: fact.at.map(|at| Place::of(files, at)),
        }
    }
}

impl From<&Lent<'_>> for Finding {
    fn from(lent: &Lent<'_>) -> Self {
        Self {
            rule: lent.rule.to_owned(),
            severity: lent.severity,
            decision: lent.decision,
            subject: Subject::from(lent.subject),
            title: lent.title.to_owned(),
            evidence: lent
                .facts
                .iter()
                .map(|fact| Evidence::of(lent.files, fact))
                .collect(),
            yen_at_stake: lent.yen_at_stake,
            exception: lent.exception.cloned(),
            fingerprint: lent.fingerprint.to_owned(),
        }
    }
}

impl From<LentSubject<'_>> for Subject {
    fn from(lent: LentSubject<'_>) -> Self {
        match lent {
            LentSubject::Sku { sku, asin } => Self::Sku {
                sku: sku.to_owned(),
                asin: asin.map(str::to_owned),
            },
            LentSubject::Asin { asin, skus } => Self::Asin {
                asin: asin.to_owned(),
                skus: skus.iter().map(|sku| (*sku).to_owned()).collect(),
            },
            LentSubject::Supplier { name } => Self::Supplier {
                name: name.to_owned(),
            },
            LentSubject::Account => Self::Account,
            LentSubject::ShipmentLine { sku, asin } => Self::ShipmentLine {
                sku: sku.to_owned(),
                asin: asin.map(str::to_owned),
            },
        }
    }
}

impl Finding {
    /// Lends the finding to `take`.
    pub fn lend(&self, take: impl FnOnce(&Lent<'_>)) {
        let path = |e: &Evidence| e.at.as_ref().map(|at| Arc::clone(&at.file));
        let files: Vec<Arc<str>> = self
            .evidence
            .iter()
            .map(|e| path(e).unwrap_or_default())
            .collect();
        let facts = self.evidence.iter().enumerate();
        let facts: Vec<Fact<'_>> = facts.map(|(nth, evidence)| fact(nth, evidence)).collect();
        let skus: Vec<&str> = match &self.subject {
            Subject::Asin { skus, .. } => skus.iter().map(String::as_str).collect(),
            _ => Vec::new(),
        };
        let subject = match &self.subject {
            Subject::Sku { sku, asin } => LentSubject::Sku {
                sku,
                asin: asin.as_deref(),
            },
            Subject::Asin { asin, .. } => LentSubject::Asin { asin, skus: &skus },
            Subject::Supplier { name } => LentSubject::Supplier { name },
            Subject::Account => LentSubject::Account,
            Subject::ShipmentLine { sku, asin } => LentSubject::ShipmentLine {
                sku,
                asin: asin.as_deref(),
            },
        };
        take(&Lent {
            rule: &self.rule,
            severity: self.severity,
            decision: self.decision,
            subject,
            title: &self.title,
            facts: &facts,
            files: &files,
            yen_at_stake: self.yen_at_stake,
            exception: self.exception.as_ref(),
            fingerprint: &self.fingerprint,
        });
    }
}

/// A fact whose file is the `nth`.
fn fact(nth: usize, evidence: &Evidence) -> Fact<'_> {
    let values = evidence.values.iter();
    Fact {
        key: &evidence.key,
        values: values
            .map(|(name, value)| (name.as_ref(), value.into()))
            .collect(),
        at: evidence.at.as_ref().map(|at| Origin {
            file: FileId(nth as u16),
            line: at.line.unwrap_or(0),
        }),
    }
}
