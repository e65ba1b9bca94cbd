//! Judging: every subject by every rule, in parallel, folded into one deterministic result.

pub mod candidates;
mod drill;
pub mod examples;
mod except;
mod finding;
mod hits;
mod money;
mod report;
mod tally;

use crate::checks::Context;
use crate::inventory::Inventory;
use crate::model::{
    Coverage, Decision, Facts, Head, Input, Missing, Policy, Run, SCHEMA, Scope, Severity, Summary,
    Verdict, Yen,
};
use crate::rules::{Pack, Rule};
use except::Exceptions;
pub use except::ISSUE_KEYS;
use hits::Texts;
use rayon::prelude::*;
pub use report::Suppressed;
use tally::Tally;

/// Pages that one piece of work judges: enough to hide the cost of handing it out.
const PAGES: u32 = 2048;

/// One rule at risk on one subject, without its evidence, which the check gives again when asked.
#[derive(Clone, Copy, Debug)]
struct Found {
    severity: Severity,
    rule: u16,
    subject: u32,
    yen: Option<Yen>,
}

/// The result of judging: findings in report order, coverage and figures.
pub struct Judged<'a> {
    inventory: &'a Inventory,
    pack: &'a Pack,
    policy: &'a Policy,
    texts: Texts,
    found: Vec<Found>,
    /// What exceptions set aside, with the number of the exception.
    aside: Vec<(Found, u16)>,
    coverage: Vec<Coverage>,
    summary: Summary,
}

/// A rule in force with its severity.
struct Active<'a> {
    rule: &'a Rule,
    scope: Scope,
    number: u16,
    severity: Severity,
    decision: Decision,
}

impl Active<'_> {
    /// The verdict alone: the facts are made when the finding is written.
    fn judge<'a>(&'a self, cx: &Context<'a>, subject: u32, unwanted: &mut Facts<'a>) -> Verdict {
        unwanted.clear();
        self.rule.check.judge(cx, subject, unwanted)
    }
}

/// Judges every subject by every rule that is not switched off.
///
/// `advanced` is told how many pages each finished piece of work held.
pub fn judge<'a>(
    inventory: &'a Inventory,
    pack: &'a Pack,
    policy: &'a Policy,
    advanced: &(dyn Fn(u64) + Sync),
) -> Judged<'a> {
    let texts = Texts::read(inventory, &pack.lists);
    let rules = active(pack, policy);
    let cx = texts.context(inventory, &pack.lists, policy);
    let of_scope = |scope| rules.iter().filter(|a| a.scope == scope).collect();
    let exceptions = Exceptions::new(cx);
    let by_scope: [Vec<_>; 2] = [Scope::Asin, Scope::Sku].map(of_scope);
    let starts: Vec<u32> = (0..inventory.page_count())
        .step_by(PAGES as usize)
        .collect();
    let pieces: Vec<Tally> = starts
        .into_par_iter()
        .map(|start| {
            let end = (start + PAGES).min(inventory.page_count());
            let mut tally = Tally::new(pack.rules.len());
            for page in start..end {
                judge_page(&cx, &exceptions, &by_scope, page, &mut tally);
            }
            advanced(u64::from(end - start));
            tally
        })
        .collect();
    let mut tally = Tally::new(pack.rules.len());
    pieces.into_iter().for_each(|piece| tally.add(piece));
    judge_rest(&exceptions, &cx, &rules, &mut tally);
    let mut found = std::mem::take(&mut tally.found);
    // No two are equal, so that the order is the same on any number of threads.
    found.par_sort_unstable_by(order);
    let coverage = coverage(inventory, &rules, &tally);
    let summary = tally.summary(inventory, &found, &coverage);
    let mut aside = tally.aside;
    aside.sort_unstable_by(|(a, _), (b, _)| order(a, b));
    Judged {
        inventory,
        pack,
        policy,
        texts,
        found,
        aside,
        coverage,
        summary,
    }
}

/// Gravest first, then dearest: the order of the report.
fn order(a: &Found, b: &Found) -> std::cmp::Ordering {
    b.severity
        .cmp(&a.severity)
        .then(b.yen.cmp(&a.yen))
        .then(a.rule.cmp(&b.rule))
        .then(a.subject.cmp(&b.subject))
}

fn active<'a>(pack: &'a Pack, policy: &Policy) -> Vec<Active<'a>> {
    let rules = pack
        .rules
        .iter()
        .enumerate()
        .filter(|(_, rule)| !policy.off.contains(&rule.id));
    rules
        .map(|(number, rule)| {
            let advised = pack.advisory(&rule.id, policy.today);
            let shipped = advised.map_or(rule.severity, |a| rule.severity.max(a.severity));
            // What the seller set goes before any advisory.
            let set = policy.severities.get(&rule.id).copied();
            let severity = set.unwrap_or(shipped);
            Active {
                rule,
                scope: rule.check.scope(),
                number: number as u16,
                severity,
                decision: policy.profile.decide(severity),
            }
        })
        .collect()
}

/// Judges one page and its items, and counts each item under its gravest decision.
fn judge_page(
    cx: &Context<'_>,
    exceptions: &Exceptions<'_>,
    [of_page, of_item]: &[Vec<&Active<'_>>; 2],
    page: u32,
    tally: &mut Tally,
) {
    let mut facts = Facts::unwanted();
    let mut money = None;
    let mut families = 0u32;
    // True when the finding counts, false when an exception sets it aside.
    let mut note = |tally: &mut Tally, active: &Active<'_>, subject: u32| {
        let found = Found {
            severity: active.severity,
            rule: active.number,
            subject,
            yen: *money.get_or_insert_with(|| money::at_stake(cx, page)),
        };
        let exception = exceptions.of(active, subject, Some(page));
        match exception {
            Some(exception) => tally.aside.push((found, exception)),
            None => {
                families |= 1 << active.rule.family as u32;
                tally.found.push(found);
            }
        }
        exception.is_none()
    };
    let (mut page_decision, mut page_open) = (Decision::Ship, false);
    for active in of_page {
        match tally.take(active.number, active.judge(cx, page, &mut facts)) {
            Answer::Risk if note(tally, active, page) => {
                page_decision = page_decision.max(active.decision);
            }
            Answer::Unknown => page_open = true,
            Answer::Risk | Answer::Other => {}
        }
    }
    for item in cx.inventory.items(page) {
        let (mut decision, mut open) = (page_decision, page_open);
        for active in of_item {
            match tally.take(active.number, active.judge(cx, *item, &mut facts)) {
                Answer::Risk if note(tally, active, *item) => {
                    decision = decision.max(active.decision);
                }
                Answer::Unknown => open = true,
                Answer::Risk | Answer::Other => {}
            }
        }
        tally.decide(decision, open);
    }
    if families != 0 {
        tally.money(money.flatten(), families);
    }
}

/// Judges suppliers and the account.
fn judge_rest(
    exceptions: &Exceptions<'_>,
    cx: &Context<'_>,
    rules: &[Active<'_>],
    tally: &mut Tally,
) {
    let mut facts = Facts::unwanted();
    for active in rules {
        let subjects = match active.scope {
            Scope::Supplier => cx.inventory.suppliers().len() as u32,
            Scope::Account => 1,
            Scope::Asin | Scope::Sku => 0,
        };
        for subject in 0..subjects {
            if tally.take(active.number, active.judge(cx, subject, &mut facts)) == Answer::Risk {
                let yen = match active.scope {
                    Scope::Supplier => money::of_supplier(cx, subject),
                    _ => None,
                };
                let found = Found {
                    severity: active.severity,
                    rule: active.number,
                    subject,
                    yen,
                };
                match exceptions.of(active, subject, None) {
                    Some(exception) => tally.aside.push((found, exception)),
                    None => tally.found.push(found),
                }
            }
        }
    }
}

/// What a verdict means for a subject's decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Answer {
    Risk,
    Unknown,
    Other,
}

impl Answer {
    fn of(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Risk => Self::Risk,
            Verdict::Unknown(..) => Self::Unknown,
            Verdict::Clear | Verdict::NotApplicable => Self::Other,
        }
    }
}

fn coverage(inventory: &Inventory, rules: &[Active<'_>], tally: &Tally) -> Vec<Coverage> {
    let of_rule = |active: &Active<'_>| {
        let counts = &tally.rules[active.number as usize];
        let mut not_judged: Vec<Missing> = counts
            .unknown()
            .into_iter()
            .map(|((input, field), subjects)| Missing {
                input,
                field,
                subjects,
            })
            .collect();
        if counts.judged == 0 && not_judged.is_empty() {
            // No subject: the rule was not evaluated for want of what it lives on.
            let inputs = active.rule.check.inputs();
            let gone = inputs.into_iter().find(|i| !inventory.tables.has(*i));
            let none = counts.not_applicable == 0;
            let missing = gone.or(none.then_some(Input::Listings));
            not_judged.extend(missing.map(|input| Missing {
                input,
                field: None,
                subjects: 0,
            }));
        }
        Coverage {
            rule: active.rule.note(active.severity),
            judged: counts.judged,
            risk: counts.risk,
            not_judged,
        }
    };
    rules.iter().map(of_rule).collect()
}

impl Judged<'_> {
    /// How many findings there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.found.len()
    }

    /// True when there is no finding; this says nothing of what could not be judged.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// The gravest severity found.
    #[must_use]
    pub fn worst(&self) -> Option<Severity> {
        self.found.iter().map(|f| f.severity).max()
    }

    /// Everything of the report but its findings.
    #[must_use]
    pub fn head(&self, version: &str) -> Head {
        let tables = &self.inventory.tables;
        let mut issues = tables.issues.clone();
        let used = self.aside.iter().map(|(_, exception)| *exception);
        issues.extend(except::idle(&self.context(), &used.collect()));
        Head {
            schema: SCHEMA,
            run: Run {
                version: version.to_owned(),
                today: self.policy.today,
                profile: self.policy.profile.name.clone(),
                pack: self.pack.hash.clone(),
                store: self
                    .policy
                    .account
                    .as_ref()
                    .and_then(|a| a.store_name.clone()),
            },
            summary: self.summary.clone(),
            coverage: self.coverage.clone(),
            files: tables.files.clone(),
            unmatched: self.inventory.unmatched.clone(),
            issues,
        }
    }
}
