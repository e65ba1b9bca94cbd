//! The rules in force: those that have something to judge, with the severity that the seller or an
//! advisory gave them.

use crate::checks::Context;
use crate::model::{Decision, Facts, Grade, Input, Inputs, Policy, Scope, Severity, Verdict};
use crate::rules::{Pack, Rule};

/// A rule in force with its severity.
pub(super) struct Active<'a> {
    pub(super) rule: &'a Rule,
    pub(super) scope: Scope,
    pub(super) number: u16,
    pub(super) severity: Severity,
    /// The best grade among the sources of the rule.
    pub(super) grade: Grade,
    /// The decision by that severity and grade.
    pub(super) decision: Decision,
}

impl Active<'_> {
    /// The verdict alone: the facts are made when the finding is written.
    pub(super) fn judge<'a>(
        &'a self,
        cx: &Context<'a>,
        subject: u32,
        unwanted: &mut Facts<'a>,
    ) -> Verdict {
        unwanted.clear();
        self.rule.check.judge(cx, subject, unwanted)
    }
}

/// Inputs that an account has or has not, whatever its files: an earlier audit, and what was fetched.
const ASIDE: [Input; 5] = [
    Input::History,
    Input::Restrictions,
    Input::Eligibility,
    Input::ListingIssues,
    Input::Registry,
];

/// The rules in force. Those about a shipment rest while no plan is asked about, and those about
/// changes or what was fetched while nothing of it is there: they would only say so.
pub(super) fn active<'a>(
    planned: bool,
    given: Inputs,
    pack: &'a Pack,
    policy: &Policy,
) -> Vec<Active<'a>> {
    let rests = |input: &Input| ASIDE.contains(input) && !given.contains(input);
    let rules = pack.rules.iter().enumerate().filter(|(_, rule)| {
        let planned = planned || rule.check.scope() != Scope::ShipmentLine;
        let rests = rule.check.inputs().iter().any(rests);
        planned && !rests && !policy.off.contains(&rule.id)
    });
    rules
        .map(|(number, rule)| {
            let advised = pack.advisory(&rule.id, policy.today);
            let shipped = advised.map_or(rule.severity, |a| rule.severity.max(a.severity));
            // What the seller set goes before any advisory.
            let set = policy.severities.get(&rule.id).copied();
            let severity = set.unwrap_or(shipped);
            let grade = best_grade(rule);
            let decision = policy.profile.decide(severity, grade, rule.indication);
            Active {
                rule,
                scope: rule.check.scope(),
                number: number as u16,
                severity,
                grade,
                // What nobody may accept no profile lets pass.
                decision: match rule.check.can_be_excepted() {
                    true => decision,
                    false => Decision::Stop,
                },
            }
        })
        .collect()
}

/// The best grade among the sources of a rule, which has at least one.
fn best_grade(rule: &Rule) -> Grade {
    let grades = rule.source.iter().map(|source| source.grade);
    grades.min().unwrap_or(Grade::D)
}
