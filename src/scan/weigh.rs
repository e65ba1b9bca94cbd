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

/// What became of a risk.
pub(super) struct Settled {
    /// The finding as it counts.
    pub(super) found: Found,
    /// The exception about it.
    pub(super) exception: Option<u16>,
    /// The finding as it was weighed before the exception.
    pub(super) before: Option<Found>,
    /// True when the exception sets it aside.
    pub(super) aside: bool,
}

/// Weighs what a rule found on a subject.
pub(super) fn weigh(
    exceptions: &Exceptions<'_>,
    active: &Active<'_>,
    (subject, page): (u32, Option<u32>),
    yen: Option<Yen>,
) -> Settled {
    let cx = exceptions.context();
    let decision = active.decide(cx, subject, active.severity);
    let found = Found::new(active, subject, decision, yen);
    let mut settled = Settled {
        found,
        exception: exceptions.of(active, subject, page),
        before: None,
        aside: false,
    };
    let Some(number) = settled.exception else {
        return settled;
    };
    let exception = exceptions.get(number);
    if exception.sets_aside() {
        settled.aside = true;
        return settled;
    }
    let decided = || match exception.severity {
        Some(severity) => active.decide(cx, subject, severity),
        None => found.decision,
    };
    settled.before = Some(found);
    settled.found = Found {
        severity: exception.severity.unwrap_or(found.severity),
        decision: exception.decision.unwrap_or_else(decided),
        ..found
    };
    settled
}

/// Counts what a rule found on a subject. Gives the decision that it leads to; none when an
/// exception sets it aside.
pub(super) fn settle(
    exceptions: &Exceptions<'_>,
    active: &Active<'_>,
    about: (u32, Option<u32>),
    yen: Option<Yen>,
    tally: &mut Tally,
) -> Option<Decision> {
    let settled = weigh(exceptions, active, about, yen);
    if let Some(number) = settled.exception {
        if settled.aside {
            tally.aside.push((settled.found, number));
            return None;
        }
        tally
            .reweighed
            .extend(settled.before.map(|found| (found, number)));
    }
    tally.found.push(settled.found);
    Some(settled.found.decision)
}
