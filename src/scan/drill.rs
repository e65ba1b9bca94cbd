//! The three-ASIN drill: which ASINs could be proven today, and what any three of them would need.
//!
//! The rules of the drill are those that cover `C09`; an ASIN may be asked about when at least one
//! of them is about it.

use super::{Active, Judged, money};
use crate::checks::Context;
use crate::inventory::Proof;
use crate::model::{
    ASKED, Chance, Drill, Drilled, Evidence, Facts, Lack, Missing, Paper, Place, Proven, Run,
    Scope, Severity, Verdict,
};
use rayon::prelude::*;
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

/// The coverage id of the drill, see `data/coverage.csv`.
const COVERS: &str = "C09";
/// Weak ASINs that are told in full.
const WEAKEST: usize = 10;

/// How one ASIN came out, in short.
#[derive(Clone, Copy, Debug)]
struct Outcome {
    page: u32,
    proven: Proven,
    lacks: u32,
    worst: Option<Severity>,
}

/// Everything that asking one rule about one ASIN needs.
pub(super) struct Desk<'a> {
    pub(super) cx: Context<'a>,
    /// The rules that cover what is asked about.
    rules: Vec<Active<'a>>,
    /// Suppliers that one of the rules found lacking or could not judge, by rule number.
    suppliers: HashSet<(u16, u32)>,
    pub(super) paths: Vec<Arc<str>>,
}

impl Judged<'_> {
    /// Holds the drill, with so many samples drawn from the seed.
    #[must_use]
    pub fn drill(&self, run: Run, draws: usize, seed: u64) -> Drill {
        let desk = Desk::set_up(self, &[COVERS]);
        let pages = 0..self.inventory.page_count();
        let results: Vec<Outcome> = pages
            .into_par_iter()
            .filter_map(|page| desk.result(page))
            .collect();
        let count = |proven| results.iter().filter(|r| r.proven == proven).count() as u32;
        let (asins, provable, open) = (
            results.len() as u32,
            count(Proven::Provable),
            count(Proven::Open),
        );
        Drill {
            run,
            asins,
            provable,
            lacking: count(Proven::Lacking),
            open,
            chance: Chance::of(provable, asins),
            chance_at_best: Chance::of(provable + open, asins),
            weakest: desk.weakest(&results),
            draws: draw(&results, draws, seed)
                .into_iter()
                .map(|pages| pages.into_iter().map(|page| desk.tell(page)).collect())
                .collect(),
        }
    }
}

impl<'a> Desk<'a> {
    pub(super) fn set_up(judged: &'a Judged<'_>, covers: &[&str]) -> Self {
        let cx = judged
            .texts
            .context(judged.inventory, &judged.pack.lists, judged.policy);
        let covers = |a: &Active<'_>| a.rule.covers.iter().any(|id| covers.contains(&id.as_str()));
        let rules: Vec<Active<'_>> = super::active(false, false, judged.pack, judged.policy)
            .into_iter()
            .filter(covers)
            .collect();
        let mut suppliers = HashSet::new();
        for active in rules.iter().filter(|a| a.scope == Scope::Supplier) {
            for supplier in 0..judged.inventory.suppliers().len() as u32 {
                if matches!(
                    active.judge(&cx, supplier, &mut Facts::unwanted()),
                    Verdict::Risk | Verdict::Unknown(..)
                ) {
                    suppliers.insert((active.number, supplier));
                }
            }
        }
        let files = judged.inventory.tables.files.iter();
        let paths = files.map(|file| file.path.as_str().into()).collect();
        Self {
            cx,
            rules,
            suppliers,
            paths,
        }
    }

    /// What every one of the rules says of a page: of the page, its SKUs, and whom it came from.
    pub(super) fn ask(
        &self,
        page: u32,
        wanted: bool,
        take: &mut dyn FnMut(&Active<'a>, Verdict, &Facts<'_>),
    ) {
        let inventory = self.cx.inventory;
        for active in &self.rules {
            let mut judge = |subject| {
                let mut facts = match wanted {
                    true => Facts::wanted(),
                    false => Facts::unwanted(),
                };
                let verdict = active.rule.check.judge(&self.cx, subject, &mut facts);
                take(active, verdict, &facts);
            };
            match active.scope {
                Scope::Asin => judge(page),
                Scope::Sku => {
                    for item in inventory.items(page) {
                        judge(*item);
                    }
                }
                Scope::Supplier => {
                    let names = inventory.purchases(page).iter().filter_map(|p| p.supplier);
                    let mut from: Vec<u32> = names.map(|name| name.index() as u32).collect();
                    from.sort_unstable();
                    from.dedup();
                    from.retain(|supplier| self.suppliers.contains(&(active.number, *supplier)));
                    for supplier in from {
                        judge(supplier);
                    }
                }
                Scope::Account | Scope::ShipmentLine => {}
            }
        }
    }

    /// How a page came out; `None` for one that has no ASIN, or that no rule of the drill is about.
    fn result(&self, page: u32) -> Option<Outcome> {
        self.cx.inventory.asin(page)?;
        let (mut asked, mut open, mut lacks, mut worst) = (false, false, 0, None);
        self.ask(page, false, &mut |active, verdict, _| {
            // A supplier alone makes no ASIN one to be asked about: it may be sold out for years.
            asked |= active.scope != Scope::Supplier && verdict != Verdict::NotApplicable;
            match verdict {
                Verdict::Risk => {
                    lacks += 1;
                    worst = worst.max(Some(active.severity));
                }
                Verdict::Unknown(..) => open = true,
                Verdict::Clear | Verdict::NotApplicable => {}
            }
        });
        let proven = match (lacks, open) {
            (1.., _) => Proven::Lacking,
            (_, true) => Proven::Open,
            _ => Proven::Provable,
        };
        asked.then_some(Outcome {
            page,
            proven,
            lacks,
            worst,
        })
    }

    /// The ASINs with most lacking, gravest and dearest first; then those that are open.
    fn weakest(&self, results: &[Outcome]) -> Vec<Drilled> {
        let mut weak: Vec<(Outcome, _)> = results
            .iter()
            .filter(|result| result.proven != Proven::Provable)
            .map(|result| (*result, money::at_stake(&self.cx, result.page)))
            .collect();
        weak.sort_by_key(|(r, yen)| (Reverse((r.proven, r.worst, r.lacks, *yen)), r.page));
        weak.truncate(WEAKEST);
        weak.into_iter().map(|(r, _)| self.tell(r.page)).collect()
    }

    /// A page in full.
    fn tell(&self, page: u32) -> Drilled {
        let mut lacks = Vec::new();
        let mut missing: BTreeMap<_, u64> = BTreeMap::new();
        self.ask(page, true, &mut |active, verdict, facts| match verdict {
            Verdict::Risk => lacks.push(Lack {
                rule: active.rule.id.clone(),
                evidence: facts
                    .list()
                    .iter()
                    .map(|fact| Evidence::of(&self.paths, fact))
                    .collect(),
            }),
            Verdict::Unknown(input, field) => *missing.entry((input, field)).or_default() += 1,
            Verdict::Clear | Verdict::NotApplicable => {}
        });
        let inventory = self.cx.inventory;
        let items = inventory.items(page).iter();
        let skus = items.map(|item| {
            inventory
                .tables
                .skus
                .get(inventory.item(*item).sku)
                .to_owned()
        });
        let proven = match (lacks.is_empty(), missing.is_empty()) {
            (false, _) => Proven::Lacking,
            (true, false) => Proven::Open,
            (true, true) => Proven::Provable,
        };
        Drilled {
            asin: inventory
                .asin(page)
                .map_or_else(String::new, |a| a.to_string()),
            skus: skus.collect(),
            title: inventory.title(page).to_owned(),
            proven,
            yen_at_stake: money::at_stake(&self.cx, page),
            lacks,
            not_judged: missing
                .into_iter()
                .map(|((input, field), subjects)| Missing {
                    input,
                    field,
                    subjects,
                })
                .collect(),
            papers: self.papers(page),
        }
    }

    /// The papers there are for a page, newest first, each once.
    fn papers(&self, page: u32) -> Vec<Paper> {
        let mut proofs: Vec<Proof> = self.cx.inventory.proofs(page).collect();
        proofs.sort_by_key(|proof| (Reverse(proof.day), proof.origin));
        proofs.iter().map(|proof| self.paper(proof)).collect()
    }

    fn paper(&self, proof: &Proof) -> Paper {
        let tables = &self.cx.inventory.tables;
        let (document, purchase) = (proof.document(tables), proof.purchase(tables));
        let text = |of_document, of_purchase| {
            let told = [of_document, of_purchase].into_iter().flatten();
            let mut told = told.map(|text| tables.strings.get(text).to_owned());
            told.find(|text| !text.is_empty())
        };
        Paper {
            file: text(document.map(|d| d.file), purchase.map(|p| p.file)),
            kind: proof.kind,
            invoice: text(document.map(|d| d.invoice), purchase.map(|p| p.invoice)),
            supplier: proof
                .supplier
                .or_else(|| document?.supplier)
                .map(|name| tables.supplier_names.get(name).to_owned()),
            day: proof.day,
            units: proof.units,
            at: Some(Place::of(&self.paths, proof.origin)),
        }
    }
}

/// So many samples of three pages each, no page twice in one.
fn draw(results: &[Outcome], draws: usize, seed: u64) -> Vec<Vec<u32>> {
    let mut dice = fastrand::Rng::with_seed(seed);
    let asked = (ASKED as usize).min(results.len());
    let one = |_| {
        let mut pages: Vec<u32> = Vec::new();
        while pages.len() < asked {
            let page = results[dice.usize(..results.len())].page;
            if !pages.contains(&page) {
                pages.push(page);
            }
        }
        pages
    };
    (0..draws).map(one).collect()
}
