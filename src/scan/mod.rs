//! Judging: every subject by every rule, in parallel, folded into one deterministic result.

mod active;
mod asking;
mod audit;
pub mod candidates;
mod changes;
mod drill;
pub mod examples;
mod except;
mod finding;
mod found;
mod hits;
mod ledger;
mod money;
mod pull;
mod report;
mod shipment;
mod stakes;
mod tally;
mod weigh;

use crate::checks::{Context, Outcome, Results};
use crate::inventory::Inventory;
use crate::model::{
    Coverage, Decision, Facts, Head, Input, Missing, Policy, Run, SCHEMA, Scope, Severity, Summary,
    Verdict, Weighed,
};
use crate::rules::Pack;
use active::{Active, active};
use asking::Asking;
use except::Exceptions;
pub use except::ISSUE_KEYS;
use found::Found;
use hits::Texts;
pub use ledger::{Book, Terms, Wanted};
pub use pull::pull;
use rayon::prelude::*;
pub use report::Suppressed;
use std::collections::HashMap;
use tally::Tally;

/// The decision where nothing was found.
const LEAST: Decision = Decision::Ship;
/// Pages that one piece of work judges: enough to hide the cost of handing it out.
const PAGES: u32 = 2048;

/// The result of judging: findings in report order, coverage and figures.
pub struct Judged<'a> {
    inventory: &'a Inventory,
    pack: &'a Pack,
    policy: &'a Policy,
    texts: Texts,
    found: Vec<Found>,
    /// What exceptions set aside, with the number of the exception.
    aside: Vec<(Found, u16)>,
    /// What exceptions weigh otherwise: by rule and subject, how it was weighed, and the number of
    /// the exception.
    reweighed: HashMap<(u16, u32), (Weighed, u16)>,
    coverage: Vec<Coverage>,
    summary: Summary,
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
    let mut texts = Texts::read(inventory, &pack.lists);
    let given = |input| inventory.tables.has(input);
    let rules = active(given(Input::Shipment), inventory.tables.given, pack, policy);
    let cx = texts.context(inventory, &pack.lists, policy);
    let exceptions = Exceptions::new(cx);
    let asking = Asking::new(&cx, &rules);
    let starts: Vec<u32> = (0..inventory.page_count())
        .step_by(PAGES as usize)
        .collect();
    let pieces: Vec<Tally> = starts
        .into_par_iter()
        .map(|start| {
            let end = (start + PAGES).min(inventory.page_count());
            let mut tally = Tally::new(pack.rules.len());
            for page in start..end {
                judge_page(&cx, &exceptions, &asking, page, &mut tally);
            }
            advanced(u64::from(end - start));
            tally
        })
        .collect();
    let mut tally = Tally::new(pack.rules.len());
    pieces.into_iter().for_each(|piece| tally.add(piece));
    asking.finish(&cx, &mut tally);
    // Rules about the account may go by what those about goods came to.
    texts.results = results(&rules, &tally);
    let cx = texts.context(inventory, &pack.lists, policy);
    judge_rest(&Exceptions::new(cx), &cx, &rules, &mut tally);
    let reweighed = weighed_before(&tally.reweighed);
    let mut found = std::mem::take(&mut tally.found);
    // No two are equal, so that the order is the same on any number of threads.
    found.par_sort_unstable_by_key(Found::place);
    let coverage = coverage(inventory, &rules, &tally);
    let summary = tally.summary(inventory, &found, &coverage);
    let mut aside = tally.aside;
    aside.sort_unstable_by_key(|(found, _)| found.place());
    Judged {
        inventory,
        pack,
        policy,
        texts,
        found,
        aside,
        reweighed,
        coverage,
        summary,
    }
}

fn weighed_before(reweighed: &[(Found, u16)]) -> HashMap<(u16, u32), (Weighed, u16)> {
    let before = |(found, exception): &(Found, u16)| {
        let weighed = Weighed {
            severity: found.severity,
            decision: found.decision,
        };
        ((found.rule, found.subject), (weighed, *exception))
    };
    reweighed.iter().map(before).collect()
}

/// Judges one page and its items, and counts each item under its gravest decision.
fn judge_page(
    cx: &Context<'_>,
    exceptions: &Exceptions<'_>,
    asking: &Asking<'_, '_>,
    page: u32,
    tally: &mut Tally,
) {
    debug_assert!(asking.holds(cx, page), "a rule that is not asked");
    let mut facts = Facts::unwanted();
    let mut money = None;
    let mut families = 0u32;
    // The decision of a finding that counts; none for one that is set aside.
    let mut note = |tally: &mut Tally, active: &Active<'_>, subject: u32| {
        let yen = *money.get_or_insert_with(|| money::at_stake(cx, page));
        let decision = weigh::settle(exceptions, active, (subject, Some(page)), yen, tally)?;
        families |= 1 << active.rule.family as u32;
        Some(decision)
    };
    let (mut page_decision, mut page_open) = (LEAST, asking.open());
    let branded = asking.may_be_branded(cx, page, tally);
    for active in asking.of_page(branded) {
        match tally.take(active.number, active.judge(cx, page, &mut facts)) {
            Answer::Risk => {
                page_decision = page_decision.max(note(tally, active, page).unwrap_or(LEAST));
            }
            Answer::Unknown => page_open = true,
            Answer::Other => {}
        }
    }
    for item in cx.inventory.items(page) {
        let (mut decision, mut open) = (page_decision, page_open);
        for (active, told) in asking.of_item(cx, *item, branded, tally) {
            let verdict = told.unwrap_or_else(|| active.judge(cx, *item, &mut facts));
            match tally.take(active.number, verdict) {
                Answer::Risk => {
                    decision = decision.max(note(tally, active, *item).unwrap_or(LEAST));
                }
                Answer::Unknown => open = true,
                Answer::Other => {}
            }
        }
        tally.decide(decision, open);
    }
    if families != 0 {
        tally.money(money.flatten(), families);
    }
}

/// Judges suppliers, the account and the lines of a shipment.
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
            Scope::ShipmentLine => cx.inventory.line_count(),
            Scope::Asin | Scope::Sku => 0,
        };
        for subject in 0..subjects {
            if tally.take(active.number, active.judge(cx, subject, &mut facts)) == Answer::Risk {
                let page = match active.scope {
                    Scope::ShipmentLine => cx.inventory.line_page(subject),
                    _ => None,
                };
                let yen = match active.scope {
                    Scope::Supplier => money::of_supplier(cx, subject),
                    _ => page.and_then(|page| money::at_stake(cx, page)),
                };
                weigh::settle(exceptions, active, (subject, page), yen, tally);
            }
        }
    }
}

fn results(rules: &[Active<'_>], tally: &Tally) -> Results {
    let of_rule = |active: &Active<'_>| {
        let counts = &tally.rules[active.number as usize];
        let outcome = Outcome {
            risk: counts.risk,
            unknown: counts.unknown().into_keys().next(),
        };
        (active.rule.id.clone(), outcome)
    };
    let on_goods = rules.iter().filter(|active| on_goods(active.scope));
    Results::new(on_goods.map(of_rule).collect())
}

/// True for what is judged before the account.
fn on_goods(scope: Scope) -> bool {
    matches!(scope, Scope::Sku | Scope::Asin)
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
        let aside = self.aside.iter().map(|(_, exception)| *exception);
        let reweighed = self.reweighed.values().map(|(_, exception)| *exception);
        let used = aside.chain(reweighed);
        issues.extend(except::idle(&self.context(), self.pack, &used.collect()));
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
                feed: self
                    .pack
                    .feed
                    .as_ref()
                    .map(|feed| feed.on(self.policy.today)),
            },
            summary: self.summary.clone(),
            coverage: self.coverage.clone(),
            files: tables.files.clone(),
            unmatched: self.inventory.unmatched.clone(),
            issues,
            drill: None,
            outlook: None,
            deadlines: Vec::new(),
            changes: None,
            trend: Vec::new(),
        }
    }
}
