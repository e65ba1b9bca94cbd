//! Reasons: what a rule found on a candidate, as the answer tells it.

use super::{Asked, Buyer};
use crate::model::{Answer, Choice, Evidence, Exception, Facts, Field, Reason};
use crate::scan::except;
use std::sync::Arc;

/// Facts that speak of goods in stock or of a shipment, where a candidate is only a line.
const NOT_YET: [&str; 2] = ["pledged-listed", "shipment-line"];

impl Buyer<'_> {
    /// What a rule found.
    pub(super) fn reason(&self, asked: &Asked<'_>, facts: &Facts<'_>) -> Reason {
        let told = facts.list().iter();
        let told = told.filter(|fact| !NOT_YET.contains(&fact.key));
        let evidence = told.map(|fact| {
            let mut evidence = Evidence::of(&self.paths, fact);
            // Only the line of the candidate has its columns.
            let own = fact.at.is_some_and(|at| at.file.0 == 0);
            if let Some(place) = evidence.at.as_mut().filter(|_| own) {
                place.column = field(fact.key).map(|field| field.word().to_owned());
            }
            evidence
        });
        Reason {
            rule: Arc::clone(&asked.id),
            severity: asked.active.severity,
            decision: asked.choice,
            indication: asked.active.rule.indication,
            title: Arc::clone(&asked.title),
            evidence: evidence.collect(),
            fix: Arc::clone(&asked.fix),
            source: Arc::clone(&asked.source),
            exception: None,
        }
    }

    /// Sets a reason aside, or weighs it otherwise, as the exception says.
    pub(super) fn excepted(
        &self,
        asked: &Asked<'_>,
        exception: &Exception,
        mut reason: Reason,
        answer: &mut Answer,
    ) {
        reason.exception = Some(except::note(exception, None));
        if exception.sets_aside() {
            return answer.suppressed.push(reason);
        }
        if let Some(severity) = exception.severity {
            let profile = &self.policy.profile;
            reason.severity = severity;
            reason.decision = profile.choose(severity, asked.active.rule.indication);
        }
        if let Some(decision) = exception.decision {
            reason.decision = Choice::from(decision);
        }
        answer.reasons.push(reason);
    }
}

/// The field of a candidate that a fact speaks of.
fn field(key: &str) -> Option<Field> {
    Some(match key {
        "word-in-title"
        | "title-half-width-kana"
        | "title-html"
        | "title-too-long"
        | "page-unmarked"
        | "page-marked"
        | "brand-in-title"
        | "mark-in-title"
        | "regulated-goods" => Field::Title,
        "word-in-note" | "note-marked" => Field::Note,
        "brand-in-catalog" | "page-brand" => Field::Brand,
        "goods-route" => Field::Route,
        "bought-from-class" | "bought-from-individuals" | "maker-proof-missing" => Field::Supplier,
        "cost-far-under-price" => Field::UnitCost,
        "offered-new" | "used-offers" => Field::Condition,
        "asin-watched" | "isbn-check-digit" | "pledged-bought" => Field::Asin,
        "code-check-digit" => Field::Jan,
        _ => return None,
    })
}
