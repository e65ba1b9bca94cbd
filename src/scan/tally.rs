//! Counting: what each rule judged, how many items each decision holds, yen without counting twice.

use super::{Answer, Found};
use crate::inventory::Inventory;
use crate::model::{Coverage, Decision, Family, Field, Input, Severity, Summary, Verdict, Yen};
use std::collections::BTreeMap;

/// Rules that can be asked by the words of a title: a bit each.
pub(super) const WORDED: usize = 64;

/// What became of one rule.
#[derive(Clone, Debug, Default)]
pub(super) struct Counts {
    pub(super) judged: u64,
    pub(super) risk: u64,
    pub(super) not_applicable: u64,
    /// What was missing, with the number of subjects: one or two things in all.
    unknown: Vec<((Input, Option<Field>), u64)>,
}

impl Counts {
    fn miss(&mut self, what: (Input, Option<Field>), subjects: u64) {
        match self.unknown.iter_mut().find(|(known, _)| *known == what) {
            Some((_, count)) => *count += subjects,
            None => self.unknown.push((what, subjects)),
        }
    }

    /// What was missing, in a fixed order, with the number of subjects.
    pub(super) fn unknown(&self) -> BTreeMap<(Input, Option<Field>), u64> {
        self.unknown.iter().copied().collect()
    }
}

/// The counts of one piece of work, and of all pieces added up in their order.
#[derive(Debug)]
pub(super) struct Tally {
    pub(super) rules: Vec<Counts>,
    pub(super) found: Vec<Found>,
    /// What exceptions set aside, with the number of the exception.
    pub(super) aside: Vec<(Found, u16)>,
    /// Items with a title, and how many of them each rule was asked of that is asked by words.
    pub(super) titled: u64,
    pub(super) worded: [u64; WORDED],
    /// Pages and items of which no rule about brands was asked.
    pub(super) without_brand: [u64; 2],
    /// What exceptions weigh otherwise, as it was weighed before, with the number of the exception.
    pub(super) reweighed: Vec<(Found, u16)>,
    decisions: [u64; 3],
    open: u64,
    yen: Option<Yen>,
    families: [Option<Yen>; Family::ALL.len()],
}

impl Tally {
    pub(super) fn new(rules: usize) -> Self {
        Self {
            rules: vec![Counts::default(); rules],
            found: Vec::new(),
            aside: Vec::new(),
            reweighed: Vec::new(),
            titled: 0,
            worded: [0; WORDED],
            without_brand: [0; 2],
            decisions: [0; 3],
            open: 0,
            yen: None,
            families: [None; Family::ALL.len()],
        }
    }

    /// Counts a verdict.
    #[inline]
    pub(super) fn take(&mut self, rule: u16, verdict: Verdict) -> Answer {
        self.take_many(rule, verdict, 1);
        Answer::of(verdict)
    }

    /// Counts the verdict of so many subjects.
    #[inline]
    pub(super) fn take_many(&mut self, rule: u16, verdict: Verdict, subjects: u64) {
        let counts = &mut self.rules[rule as usize];
        match verdict {
            Verdict::Clear => counts.judged += subjects,
            Verdict::Risk => {
                counts.judged += subjects;
                counts.risk += subjects;
            }
            Verdict::NotApplicable => counts.not_applicable += subjects,
            Verdict::Unknown(..) if subjects == 0 => {}
            Verdict::Unknown(input, field) => counts.miss((input, field), subjects),
        }
    }

    /// Counts an item under its decision.
    pub(super) fn decide(&mut self, decision: Decision, open: bool) {
        self.decisions[decision as usize] += 1;
        self.open += u64::from(open && decision == Decision::Ship);
    }

    /// Adds a page's yen, once in all and once in each family that found something on it.
    pub(super) fn money(&mut self, yen: Option<Yen>, families: u32) {
        let Some(yen) = yen else { return };
        self.yen = Some(self.yen.unwrap_or_default() + yen);
        for (nth, sum) in self.families.iter_mut().enumerate() {
            if families >> nth & 1 == 1 {
                *sum = Some(sum.unwrap_or_default() + yen);
            }
        }
    }

    pub(super) fn add(&mut self, mut piece: Self) {
        self.found.append(&mut piece.found);
        self.aside.append(&mut piece.aside);
        self.reweighed.append(&mut piece.reweighed);
        for (sum, counts) in self.rules.iter_mut().zip(piece.rules) {
            sum.judged += counts.judged;
            sum.risk += counts.risk;
            sum.not_applicable += counts.not_applicable;
            for (what, subjects) in counts.unknown {
                sum.miss(what, subjects);
            }
        }
        for (sum, count) in self.decisions.iter_mut().zip(piece.decisions) {
            *sum += count;
        }
        self.open += piece.open;
        if let Some(yen) = piece.yen {
            self.yen = Some(self.yen.unwrap_or_default() + yen);
        }
        for (sum, yen) in self.families.iter_mut().zip(piece.families) {
            if let Some(yen) = yen {
                *sum = Some(sum.unwrap_or_default() + yen);
            }
        }
        self.titled += piece.titled;
        for (sum, asked) in self.worded.iter_mut().zip(piece.worded) {
            *sum += asked;
        }
        for (sum, quiet) in self.without_brand.iter_mut().zip(piece.without_brand) {
            *sum += quiet;
        }
    }

    pub(super) fn summary(
        &self,
        inventory: &Inventory,
        found: &[Found],
        coverage: &[Coverage],
    ) -> Summary {
        let mut findings: BTreeMap<Severity, u64> = BTreeMap::new();
        for f in found {
            *findings.entry(f.severity).or_default() += 1;
        }
        let not_evaluated = coverage
            .iter()
            .filter(|c| c.judged == 0 && !c.not_judged.is_empty())
            .count();
        let asins = (0..inventory.page_count())
            .filter(|p| inventory.asin(*p).is_some())
            .count();
        let by_family = Family::ALL.iter().zip(self.families);
        // Nothing at stake is a figure too, once sales or stock tell of money.
        let told = [Input::Sales, Input::Stock]
            .iter()
            .any(|i| inventory.tables.has(*i));
        Summary {
            skus: u64::from(inventory.item_count()),
            asins: asins as u64,
            stop: self.decisions[Decision::Stop as usize],
            hold: self.decisions[Decision::Hold as usize],
            ship: self.decisions[Decision::Ship as usize],
            open: self.open,
            findings,
            suppressed: self.aside.len() as u64,
            reweighed: self.reweighed.len() as u64,
            yen_at_stake: self.yen.or(told.then(Yen::default)),
            yen_by_family: by_family.filter_map(|(f, yen)| Some((*f, yen?))).collect(),
            rules_evaluated: (coverage.len() - not_evaluated) as u64,
            rules_not_evaluated: not_evaluated as u64,
            sales: inventory.totals.clone(),
        }
    }
}
