//! Weighing a risk: severity and evidence give a decision, and an exception of the seller may give
//! another one or set the finding aside.

use super::except::Exceptions;
use super::tally::Tally;
use super::{Active, Found};
use crate::checks::Context;
use crate::model::{Decision, Facts, Grade, Severity, Told, Yen};

impl Active<'_> {
    /// The decision for what the rule found on a subject, were it of that severity.
    fn decide(&self, cx: &Context<'_>, subject: u32, severity: Severity) -> Decision {
        let profile = &cx.policy.profile;
        let by_entry = self.rule.check.graded() && profile.heeds_grade(severity);
        if severity == self.severity && !by_entry {
            return self.decision;
        }
        let entry = || self.entry_grade(cx, subject);
        let grade = by_entry.then(entry).flatten().unwrap_or(self.grade);
        profile.decide(severity, grade, self.rule.indication)
    }

    /// The best grade among the entries of lists that the finding stands on.
    fn entry_grade(&self, cx: &Context<'_>, subject: u32) -> Option<Grade> {
        let mut facts = Facts::wanted();
        self.rule.check.judge(cx, subject, &mut facts);
        let values = facts.list().iter().flat_map(|fact| &fact.values);
        let grades = values.filter_map(|(name, told)| match told {
            Told::Word(word) if *name == "grade" => Grade::from_word(word),
            _ => None,
        });
        grades.min()
    }
}

/// Counts what a rule found on a subject. Gives the decision that it leads to; none when an
/// exception sets it aside.
pub(super) fn settle(
    exceptions: &Exceptions<'_>,
    active: &Active<'_>,
    (subject, page): (u32, Option<u32>),
    yen: Option<Yen>,
    tally: &mut Tally,
) -> Option<Decision> {
    let cx = exceptions.context();
    let found = Found {
        severity: active.severity,
        decision: active.decide(cx, subject, active.severity),
        rule: active.number,
        subject,
        yen,
    };
    let Some(number) = exceptions.of(active, subject, page) else {
        tally.found.push(found);
        return Some(found.decision);
    };
    let exception = exceptions.get(number);
    if exception.sets_aside() {
        tally.aside.push((found, number));
        return None;
    }
    let severity = exception.severity.unwrap_or(found.severity);
    let decided = || match exception.severity {
        Some(severity) => active.decide(cx, subject, severity),
        None => found.decision,
    };
    let decision = exception.decision.unwrap_or_else(decided);
    tally.reweighed.push((found, number));
    tally.found.push(Found {
        severity,
        decision,
        ..found
    });
    Some(decision)
}
