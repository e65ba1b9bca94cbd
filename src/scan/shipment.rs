//! A shipment plan at the gate: every line by every rule that touches it, and what of it may go.

mod fetch;

use super::except::Exceptions;
use super::finding::{self, Desk};
use super::weigh::{Settled, weigh};
use super::{Active, Judged, except, money};
use crate::checks::Context;
use crate::model::{
    Decision, Facts, Family, Field, Finding, GATE_SCHEMA, GateLine, GateSummary, Held, Input,
    Inputs, Lent, Place, Run, Scope, ShipmentGate, Verdict, Weighed, Yen,
};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Inputs for want of which no line is held, nor for want of registration numbers: lists and notices
/// are there when there is something to list, few sellers keep a catalogue, and not everybody fetches.
const MAY_LACK: [Input; 7] = [
    Input::OwnLists,
    Input::Notices,
    Input::Catalog,
    Input::Restrictions,
    Input::Eligibility,
    Input::ListingIssues,
    Input::Registry,
];

/// Everything that judging one line after another needs.
struct Gate<'a> {
    judged: &'a Judged<'a>,
    cx: Context<'a>,
    rules: Vec<Active<'a>>,
    exceptions: Exceptions<'a>,
    desk: Desk,
    /// Families that must be judged of every line.
    required: &'a [Family],
    /// Suppliers that a rule found lacking or could not judge, by rule number.
    suppliers: HashMap<(u16, u32), Verdict>,
}

/// What a shipment is judged by beside the files: what was fetched, and no earlier audit.
fn given(judged: &Judged<'_>) -> Inputs {
    let fetched = [
        Input::Restrictions,
        Input::Eligibility,
        Input::ListingIssues,
        Input::Registry,
    ];
    let mut given = Inputs::default();
    let tables = &judged.inventory.tables;
    for input in fetched.into_iter().filter(|input| tables.has(*input)) {
        given.insert(input);
    }
    given
}

/// What the rules said of one line.
#[derive(Default)]
struct Said {
    findings: Vec<Finding>,
    suppressed: Vec<Finding>,
    not_judged: Vec<Held>,
    /// The gravest decision of a finding.
    decision: Option<Decision>,
    /// Units up to which nothing would hold the line; `None` when its quantity is not the matter.
    limit: Option<u64>,
    /// True when something else than the quantity holds it.
    held: bool,
}

impl Judged<'_> {
    /// Judges every line of the plan. `required` are the families without which a line is held.
    #[must_use]
    pub fn shipment(&self, run: Run, required: &[Family]) -> ShipmentGate {
        let gate = Gate::set_up(self, required);
        let lines = 0..self.inventory.line_count();
        let lines: Vec<GateLine> = lines.into_par_iter().map(|line| gate.line(line)).collect();
        let tables = &self.inventory.tables;
        let of_plan = |file: &&crate::model::InputFile| file.input == Some(Input::Shipment);
        let file = tables.files.iter().find(of_plan);
        let plan = file.map_or_else(String::new, |file| file.path.clone());
        let issues = tables.issues.iter().filter(|issue| *issue.at.file == plan);
        ShipmentGate {
            schema: GATE_SCHEMA,
            run,
            summary: GateSummary {
                rows_bad: file.map_or(0, |file| file.rows_bad),
                ..gate.summary(&lines)
            },
            fetch: gate.fetch(&lines),
            rules: gate.named(&lines),
            issues: issues.cloned().collect(),
            lines,
            plan,
        }
    }
}

impl<'a> Gate<'a> {
    fn set_up(judged: &'a Judged<'a>, required: &'a [Family]) -> Self {
        let cx = judged.context();
        let rules = super::active(true, given(judged), judged.pack, judged.policy);
        let mut suppliers = HashMap::new();
        for active in rules.iter().filter(|a| a.scope == Scope::Supplier) {
            for supplier in 0..judged.inventory.suppliers().len() as u32 {
                let verdict = active
                    .rule
                    .check
                    .judge(&cx, supplier, &mut Facts::unwanted());
                if matches!(verdict, Verdict::Risk | Verdict::Unknown(..)) {
                    suppliers.insert((active.number, supplier), verdict);
                }
            }
        }
        Self {
            judged,
            cx,
            rules,
            exceptions: Exceptions::new(cx),
            desk: judged.desk(),
            required,
            suppliers,
        }
    }

    fn line(&self, line: u32) -> GateLine {
        let inventory = self.cx.inventory;
        let row = inventory.line(line);
        let page = inventory.line_page(line);
        let yen = page.and_then(|page| money::at_stake(&self.cx, page));
        let mut said = self.ask(line, page, yen);
        said.findings
            .sort_by_key(|finding| std::cmp::Reverse(finding.severity));
        let open = said.not_judged.iter().any(|held| held.required);
        let held = if open { Decision::Hold } else { Decision::Ship };
        let decision = said.decision.map_or(held, |found| found.max(held));
        let title = inventory.line_item(line).map(|item| inventory.item(item));
        let text = |text| inventory.tables.strings.get(text).to_owned();
        GateLine {
            sku: inventory.tables.skus.get(row.sku).to_owned(),
            asin: inventory.line_asin(line).map(|asin| asin.to_string()),
            title: title.map_or_else(String::new, |listing| text(listing.title)),
            quantity: row.units,
            expiry: row.expiry,
            units_per_box: row.per_box,
            boxes: row.boxes,
            decision,
            covered: self.covered(line),
            may_go: self.may_go(line, decision, &said, open),
            at: Place::of(&self.desk.files, row.origin),
            yen_at_stake: yen,
            findings: said.findings,
            suppressed: said.suppressed,
            not_judged: said.not_judged,
        }
    }

    /// Every rule on everything that a line touches: itself, its SKU, its ASIN, its suppliers.
    fn ask(&self, line: u32, page: Option<u32>, yen: Option<Yen>) -> Said {
        let inventory = self.cx.inventory;
        let mut said = Said::default();
        let mut desk = self.desk.clone();
        let suppliers: BTreeSet<u32> = page
            .map(|page| inventory.purchases(page).iter())
            .into_iter()
            .flatten()
            .filter_map(|p| Some(p.supplier?.index() as u32))
            .collect();
        for active in &self.rules {
            let subjects: Vec<u32> = match active.scope {
                Scope::ShipmentLine => vec![line],
                Scope::Asin => page.into_iter().collect(),
                Scope::Sku => inventory.line_item(line).into_iter().collect(),
                Scope::Supplier => suppliers.iter().copied().collect(),
                Scope::Account => Vec::new(),
            };
            for subject in subjects {
                match self.verdict(active, subject) {
                    Verdict::Risk => {
                        let settled = weigh(&self.exceptions, active, (subject, page), yen);
                        self.found(&mut said, &mut desk, active, line, &settled);
                    }
                    Verdict::Unknown(input, field) => {
                        said.not_judged.push(self.unknown(active, input, field));
                    }
                    Verdict::Clear | Verdict::NotApplicable => {}
                }
            }
        }
        said
    }

    fn verdict(&self, active: &Active<'_>, subject: u32) -> Verdict {
        if active.scope == Scope::Supplier {
            let known = self.suppliers.get(&(active.number, subject));
            return known.copied().unwrap_or(Verdict::Clear);
        }
        let mut facts = Facts::unwanted();
        active.rule.check.judge(&self.cx, subject, &mut facts)
    }

    fn found(
        &self,
        said: &mut Said,
        desk: &mut Desk,
        active: &Active<'_>,
        line: u32,
        settled: &Settled,
    ) {
        let exceptions = &self.judged.policy.exceptions;
        let exception = settled
            .exception
            .and_then(|n| exceptions.get(usize::from(n)));
        let before = settled.before.map(|found| Weighed {
            severity: found.severity,
            decision: found.decision,
        });
        let note = exception.map(|exception| except::note(exception, before));
        let into = match settled.aside {
            true => &mut said.suppressed,
            false => &mut said.findings,
        };
        let mut keep = |lent: &Lent<'_>| {
            into.push(Finding::from(&Lent {
                exception: note.as_ref(),
                ..lent.clone()
            }));
        };
        let (pack, mut facts) = (self.judged.pack, Facts::wanted());
        let made = (desk, &mut facts);
        finding::lend(&self.cx, made, pack, active.rule, &settled.found, &mut keep);
        if settled.aside {
            return;
        }
        said.decision = said.decision.max(Some(settled.found.decision));
        if settled.found.decision == Decision::Ship {
            return;
        }
        let shipment = active.scope == Scope::ShipmentLine;
        match active.rule.check.limit(&self.cx, line).filter(|_| shipment) {
            Some(limit) => said.limit = Some(said.limit.map_or(limit, |least| least.min(limit))),
            None => said.held = true,
        }
    }

    /// A line is held for want of a judgement that could have held it. Rules that only indicate
    /// are told and hold nothing: they would ask for tables that few sellers keep.
    fn unknown(&self, active: &Active<'_>, input: Input, field: Option<Field>) -> Held {
        let kept = !MAY_LACK.contains(&input) && field != Some(Field::Registration);
        let must = self.required.contains(&active.rule.family) && kept;
        Held {
            rule: active.rule.id.clone(),
            input,
            field,
            required: must && !active.rule.indication && self.holds(active),
        }
    }

    /// True when a finding of the rule holds a line at all, whatever list entry it stands on.
    fn holds(&self, active: &Active<'_>) -> bool {
        let profile = &self.judged.policy.profile;
        profile.decide(active.severity, active.grade, active.rule.indication) > Decision::Ship
    }

    /// Units that papers prove, by the rule that counts fewest.
    fn covered(&self, line: u32) -> Option<u64> {
        let of_line = self.rules.iter().filter(|a| a.scope == Scope::ShipmentLine);
        let proven = of_line.filter_map(|a| a.rule.check.proven(&self.cx, line));
        proven.min()
    }

    fn may_go(&self, line: u32, decision: Decision, said: &Said, open: bool) -> u32 {
        let row = self.cx.inventory.line(line);
        let units = row.units.unwrap_or(0);
        if decision == Decision::Ship {
            return units;
        }
        if said.held || open || !self.judged.policy.profile.cut_lines {
            return 0;
        }
        let limit = said.limit.unwrap_or(0).min(units.into()) as u32;
        // Boxes stay full.
        limit - limit % row.per_box.unwrap_or(1).max(1)
    }

    fn summary(&self, lines: &[GateLine]) -> GateSummary {
        let mut sum = GateSummary {
            lines: lines.len() as u64,
            ..GateSummary::default()
        };
        let mut yen: BTreeMap<&str, Option<Yen>> = BTreeMap::new();
        for line in lines {
            *match line.decision {
                Decision::Ship => &mut sum.ship,
                Decision::Hold => &mut sum.hold,
                Decision::Stop => &mut sum.stop,
            } += 1;
            sum.not_judged += u64::from(line.not_judged.iter().any(|held| held.required));
            sum.units += u64::from(line.quantity.unwrap_or(0));
            sum.may_go += u64::from(line.may_go);
            if line.decision > Decision::Ship {
                let asin = line.asin.as_deref().unwrap_or(&line.sku);
                yen.insert(asin, line.yen_at_stake);
            }
        }
        let told = [Input::Sales, Input::Stock];
        let told = told.iter().any(|i| self.cx.inventory.tables.has(*i));
        sum.yen_at_stake = told.then(|| yen.into_values().flatten().sum());
        sum
    }

    /// What is to be known of the rules that lines name.
    fn named(&self, lines: &[GateLine]) -> Vec<crate::model::RuleNote> {
        let mut ids: BTreeSet<&str> = BTreeSet::new();
        for line in lines {
            let findings = line.findings.iter().chain(&line.suppressed);
            ids.extend(findings.map(|finding| finding.rule.as_str()));
            ids.extend(line.not_judged.iter().map(|held| held.rule.as_str()));
        }
        let rules = self.rules.iter();
        let rules = rules.filter(|active| ids.contains(active.rule.id.as_str()));
        rules
            .map(|active| active.rule.note(active.severity))
            .collect()
    }
}
