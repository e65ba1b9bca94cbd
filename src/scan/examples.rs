//! Examples of rules, run through the real engine.

use super::{Answer, hits::Texts};
use crate::checks::{Context, Outcome as RuleOutcome, Results};
use crate::inventory::Inventory;
use crate::model::{Facts, Policy, Profile, Scope, Verdict};
use crate::rules::{Example, Expect, Pack, Rule};

/// What one example came to.
#[derive(Clone, Debug)]
pub struct Outcome<'a> {
    /// The example.
    pub example: &'a Example,
    /// The answer the rule gave; `None` when it was about nothing in the example.
    pub got: Option<Expect>,
}

impl Outcome<'_> {
    /// True when the rule gave the answer the example expects.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.got == Some(self.example.expect)
    }
}

/// Runs every example of a rule.
#[must_use]
pub fn run<'a>(rule: &'a Rule, pack: &Pack) -> Vec<Outcome<'a>> {
    rule.examples
        .iter()
        .map(|example| Outcome {
            example,
            got: answer(rule, pack, example),
        })
        .collect()
}

fn answer(rule: &Rule, pack: &Pack, example: &Example) -> Option<Expect> {
    let lists = pack.lists.watching(example.own_asins.as_deref());
    let inventory = Inventory::join(example.tables(), &lists);
    let policy = Policy {
        today: example.today,
        account: example.account.clone(),
        profile: Profile::default(),
        severities: std::collections::BTreeMap::new(),
        off: std::collections::BTreeSet::new(),
        exceptions: Vec::new(),
    };
    let mut texts = Texts::read(&inventory, &lists);
    let others = rule.check.rules().iter();
    let others = others.filter_map(|id| pack.rule(id));
    let results = others.map(|other| {
        let cx = texts.context(&inventory, &lists, &policy);
        (other.id.clone(), outcome(other, &cx))
    });
    texts.results = Results::new(results.collect());
    let cx = texts.context(&inventory, &lists, &policy);
    let subjects = subjects(rule, &inventory);
    let (mut risk, mut unknown, mut clear) = (false, false, false);
    for subject in 0..subjects {
        let verdict = rule.check.judge(&cx, subject, &mut Facts::unwanted());
        match Answer::of(verdict) {
            Answer::Risk => risk = true,
            Answer::Unknown => unknown = true,
            Answer::Other => clear |= verdict == Verdict::Clear,
        }
    }
    match (risk, unknown, clear) {
        (true, ..) => Some(Expect::Risk),
        (_, true, _) => Some(Expect::Unknown),
        // A rule that is not about what is there is clear, unless there was nothing at all.
        _ if clear || subjects > 0 => Some(Expect::Clear),
        _ => None,
    }
}

fn subjects(rule: &Rule, inventory: &Inventory) -> u32 {
    match rule.check.scope() {
        Scope::Sku => inventory.item_count(),
        Scope::Asin => inventory.page_count(),
        Scope::Supplier => inventory.suppliers().len() as u32,
        Scope::Account => 1,
        Scope::ShipmentLine => inventory.line_count(),
    }
}

/// What a rule that another one goes by comes to in the example.
fn outcome(rule: &Rule, cx: &Context<'_>) -> RuleOutcome {
    let mut outcome = RuleOutcome::default();
    for subject in 0..subjects(rule, cx.inventory) {
        match rule.check.judge(cx, subject, &mut Facts::unwanted()) {
            Verdict::Risk => outcome.risk += 1,
            Verdict::Unknown(input, field) => {
                outcome.unknown = outcome.unknown.or(Some((input, field)));
            }
            Verdict::Clear | Verdict::NotApplicable => {}
        }
    }
    outcome
}
