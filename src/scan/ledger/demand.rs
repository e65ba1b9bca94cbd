//! What a notice asks for, ASIN by ASIN: the papers that the ledger gives to its units, and gaps.

use super::cause;
use super::demand_papers::{Draft, PagePapers};
use super::lots::{Lot, PageLots};
use crate::model::{
    Asin, Asked, AskedUnits, Case, Day, Demand, DemandAsin, DemandNotice, DemandPaper,
    DemandSupplier, DocumentKind, Evidence, Fact, Field, Input, Missing, Name, PaperUse,
    ProofWindow, Refusal, Request, Run, Text, Told, Trouble,
};
use crate::scan::Judged;
use crate::scan::drill::Desk;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// Rules that look into files and at addressees, see `data/coverage.csv`.
const INSIDE: &[&str] = &["C04", "C05", "C16"];
/// Days for a request that states no window: longer than any paper is kept.
const FOREVER: i64 = 36_500;
/// What the seller writes or does, and no paper is for.
const TO_WRITE: &[&str] = &["improvement-plan", "retraction"];
/// Told in the sheet itself.
const TOLD: &str = "supplier-contact";

/// What a notice's kind asks for, and what facts about files mean for it.
#[derive(Clone, Copy, Debug)]
pub struct Terms<'r> {
    /// What its kind of notice accepts.
    pub request: &'r Request,
    /// What facts about a file mean.
    pub troubles: &'r [Trouble],
}

/// Everything that judging one page for a notice needs.
pub(super) struct Bench<'a> {
    pub(super) desk: Desk<'a>,
    pub(super) terms: Terms<'a>,
    pub(super) asked: Asked,
    pub(super) window: ProofWindow,
    pub(super) named: Vec<Option<u32>>,
    /// Files that could not be opened, by row of the document.
    pub(super) refused: &'a BTreeMap<u32, Refusal>,
}

impl Judged<'_> {
    /// The notice of an id, in any case.
    #[must_use]
    pub fn case(&self, id: &str) -> Option<&Case> {
        let mut cases = self.inventory.tables.cases.iter();
        cases.find(|case| case.id.eq_ignore_ascii_case(id))
    }

    /// Where the file of a document lies, and the hash that it had when it was read.
    #[must_use]
    pub fn original(&self, document: u32) -> Option<(&str, Option<u128>)> {
        let tables = &self.inventory.tables;
        let content = tables.content(tables.documents.get(document as usize)?)?;
        let path = tables.strings.get(content.path);
        (!path.is_empty()).then_some((path, content.digest))
    }

    /// The pages of some ASINs, where files name them.
    fn pages_of(&self, asins: &[Asin]) -> HashMap<Asin, u32> {
        let wanted: HashSet<Asin> = asins.iter().copied().collect();
        let pages = 0..self.inventory.page_count();
        let pages = pages.filter_map(|page| Some((self.inventory.asin(page)?, page)));
        pages.filter(|(asin, _)| wanted.contains(asin)).collect()
    }

    /// Lays out what a notice asks for; `refused` are documents whose files could not be put in.
    #[must_use]
    pub fn demand(
        &self,
        run: Run,
        case: &Case,
        terms: Terms<'_>,
        refused: &BTreeMap<u32, Refusal>,
    ) -> Demand {
        let asked = asked(case, terms.request);
        let kinds = [asked.papers.as_slice(), &terms.request.stand_in].concat();
        let bench = Bench {
            desk: Desk::set_up(self, INSIDE),
            terms,
            window: ProofWindow {
                days: terms.request.days.unwrap_or(FOREVER),
                ahead: Vec::new(),
                kinds,
            },
            asked,
            named: self.inventory.named_documents(),
            refused,
        };
        let mut drafts: Vec<Draft> = Vec::new();
        let mut asins: Vec<DemandAsin> = Vec::new();
        let pages = self.pages_of(&case.asins);
        for asin in &case.asins {
            asins.push(bench.asin(*asin, pages.get(asin).copied(), &mut drafts));
        }
        let papers = numbered(drafts);
        for told in &mut asins {
            let of = |p: &&DemandPaper| p.asins.iter().any(|a| a.asin == told.asin && a.proves > 0);
            let lasting =
                |p: &&DemandPaper| p.kind.is_some_and(|k| terms.request.lasting.contains(&k));
            let names = |p: &&DemandPaper| p.asins.iter().any(|a| a.asin == told.asin);
            let put = papers.iter().filter(|p| p.put != PaperUse::Out);
            let mine = put.filter(|p| of(p) || (lasting(p) && names(p)));
            told.papers = mine.map(|p| p.number).collect();
        }
        for told in &mut asins {
            told.not_at_hand = bench.not_at_hand(&told.papers, &papers);
        }
        let own: BTreeSet<u32> = pages.values().copied().collect();
        let same_cause = cause::same(self, case, &own, &terms.request.families);
        let findings = cause::rules_on(self, &own);
        for (asin, told) in case.asins.iter().zip(&mut asins) {
            let found = pages.get(asin).and_then(|page| findings.get(page));
            told.findings = found.cloned().unwrap_or_default();
        }
        let sum = |count: fn(&DemandAsin) -> usize| asins.iter().map(count).sum::<usize>() as u64;
        // Without an ASIN, or without anything known to be asked, nothing was looked for.
        let nothing = asins.is_empty() || bench.asks_nothing();
        Demand {
            run,
            notice: notice(case),
            missing: sum(|asin| asin.missing.len()),
            not_judged: sum(|asin| asin.not_judged.len() + asin.not_at_hand.len())
                + bench.asked.to_add.len() as u64
                + u64::from(nothing),
            asked: bench.asked,
            asins,
            papers,
            same_cause,
        }
    }
}

fn notice(case: &Case) -> DemandNotice {
    DemandNotice {
        id: case.id.clone(),
        kind: case.kind,
        received: case.received,
        deadline: case.deadline,
        deadline_rule: case.deadline_rule.clone(),
        rights_holder: case.rights_holder.clone(),
        claim_type: case.claim,
        appeals: case.appeals,
        refused: case.refused,
    }
}

/// What the mail names goes before what its kind usually asks for: nothing else is handed in.
fn asked(case: &Case, request: &Request) -> Asked {
    let kinds = case.documents.iter();
    let named: Vec<DocumentKind> = kinds.filter_map(|p| DocumentKind::from_word(p)).collect();
    let others = || {
        let others = case.documents.iter().filter(|p| *p != TOLD);
        others.filter(|p| DocumentKind::from_word(p).is_none())
    };
    let written = |paper: &&String| TO_WRITE.contains(&paper.as_str());
    Asked {
        named: !named.is_empty(),
        papers: match named.is_empty() {
            true => request.papers.clone(),
            false => named,
        },
        types: request.types.clone(),
        days: request.days,
        units: request.units,
        supplier: request.supplier.clone(),
        to_add: others().filter(|p| !written(p)).cloned().collect(),
        to_write: others().filter(written).cloned().collect(),
    }
}

/// The papers in the order of their use, days and names, with their numbers.
fn numbered(mut drafts: Vec<Draft>) -> Vec<DemandPaper> {
    drafts.sort_by(|a, b| {
        let key = |d: &Draft| (d.paper.put, d.paper.issued, d.paper.file.clone(), d.key);
        key(a).cmp(&key(b))
    });
    let numbered = drafts.into_iter().zip(1..);
    let numbered = numbered.map(|(draft, number)| DemandPaper {
        number,
        ..draft.paper
    });
    numbered.collect()
}

impl Bench<'_> {
    fn asks_nothing(&self) -> bool {
        let Asked {
            papers,
            to_add,
            to_write,
            ..
        } = &self.asked;
        papers.is_empty() && to_add.is_empty() && to_write.is_empty()
    }

    /// Lasting kinds, as a letter of authorisation, that the mail names and that are not put in.
    fn not_at_hand(&self, numbers: &[u32], papers: &[DemandPaper]) -> Vec<DocumentKind> {
        let request = self.terms.request;
        let asked = self.asked.papers.iter().copied();
        let lasting = asked.filter(|kind| request.lasting.contains(kind) && !request.any_of);
        let put = |kind: &DocumentKind| {
            let mut put = papers.iter().filter(|p| numbers.contains(&p.number));
            put.any(|paper| paper.kind == Some(*kind))
        };
        lasting.filter(|kind| !put(kind)).collect()
    }

    /// True for a lot whose units are asked about.
    pub(super) fn counts(&self, lots: &PageLots, lot: &Lot) -> bool {
        self.units(lots, lot) > 0
    }

    /// The units of a lot that are asked about.
    pub(super) fn units(&self, lots: &PageLots, lot: &Lot) -> u64 {
        match self.asked.units {
            Some(AskedUnits::Stock) if lots.stock.is_some() => lot.held,
            _ => lot.units,
        }
    }

    fn asin(&self, asin: Asin, page: Option<u32>, drafts: &mut Vec<Draft>) -> DemandAsin {
        let shown = asin.to_string();
        let Some(page) = page else {
            let fact = Fact::new("demand-no-asin").with("asin", asin);
            return DemandAsin {
                asin: shown,
                missing: vec![self.said(&fact)],
                ..DemandAsin::default()
            };
        };
        let cx = &self.desk.cx;
        let lots = PageLots::of(cx, &self.window, &self.named, page);
        let papers = PagePapers::of(self, page, &lots);
        let sold = lots.pace.map(|pace| pace.sold);
        let days = || {
            let bought = lots.lots.iter().filter(|lot| lot.purchase.is_some());
            let days = bought.map(|lot| lot.day);
            days.filter(|day| *day != Day::MIN)
        };
        let mut told = DemandAsin {
            asin: shown,
            known: true,
            skus: cause::skus(cx, page),
            title: cx.inventory.title(page).to_owned(),
            bought: lots.figures.bought,
            first_bought: days().min(),
            last_bought: days().max(),
            sold,
            stock: lots.stock,
            needed: match self.asked.units {
                Some(AskedUnits::Sold) => sold,
                Some(AskedUnits::Stock) => lots.stock,
                None => None,
            },
            proven: papers.proven,
            proven_weakly: papers.weakly,
            suppliers: self.suppliers(&lots, &papers),
            ..DemandAsin::default()
        };
        self.gaps(&mut told, &lots, &papers);
        papers.into_drafts(self, &told.asin, drafts);
        told
    }

    /// What is missing of an ASIN, and what cannot be judged.
    fn gaps(&self, told: &mut DemandAsin, lots: &PageLots, papers: &PagePapers) {
        if self.asked.papers.is_empty() {
            return;
        }
        let mut open: BTreeSet<(Input, Option<Field>)> = papers.untold.iter().copied().collect();
        if !papers.any() && papers.untold.is_empty() {
            let fact = Fact::new("demand-no-paper");
            told.missing.push(self.said(&fact));
        }
        match (self.asked.units, told.needed) {
            (Some(_), Some(needed)) if papers.any() && papers.proven < needed => {
                let short = needed - papers.proven;
                let fact = Fact::new("demand-units-short")
                    .with("needed", needed)
                    .with("proven", papers.proven)
                    .with("short", short);
                match papers.without_units {
                    true => drop(open.insert((Input::Documents, Some(Field::Quantity)))),
                    false => told.missing.push(self.said(&fact)),
                }
            }
            (Some(AskedUnits::Sold), None) => drop(open.insert((Input::Sales, None))),
            (Some(AskedUnits::Stock), None) => drop(open.insert((Input::Stock, None))),
            _ => {}
        }
        if papers.any() {
            self.supplier_gaps(told, &mut open);
        }
        open.extend(lots.not_told.iter().map(|gap| (gap.input, gap.field)));
        let open = open.into_iter();
        told.not_judged = open
            .map(|(input, field)| Missing::one(input, field))
            .collect();
    }

    fn supplier_gaps(&self, told: &mut DemandAsin, open: &mut BTreeSet<(Input, Option<Field>)>) {
        let master = self.desk.cx.inventory.tables.has(Input::Suppliers);
        if !self.asked.supplier.is_empty() && told.suppliers.is_empty() {
            open.insert((Input::Purchases, Some(Field::Supplier)));
        }
        for supplier in told.suppliers.iter().filter(|s| !s.lacks.is_empty()) {
            if !master {
                open.insert((Input::Suppliers, None));
                continue;
            }
            let fields = supplier.lacks.iter().map(|field| field.word()).collect();
            let fact = Fact::new("demand-supplier-lacks")
                .with("supplier", supplier.name.as_str())
                .with("fields", Told::Words(fields));
            told.missing.push(self.said(&fact));
        }
    }

    /// The suppliers of the units that papers are put in for; of all units where there are none.
    fn suppliers(&self, lots: &PageLots, papers: &PagePapers) -> Vec<DemandSupplier> {
        let of = |only_proven: bool| -> BTreeSet<Name> {
            let all = lots.lots.iter().filter(|lot| self.counts(lots, lot));
            let all = all.filter(|lot| !only_proven || papers.prove(lot));
            all.filter_map(|lot| super::tell::supplier(&self.desk.cx, lots, lot))
                .collect()
        };
        let mut names = of(true);
        if names.is_empty() {
            names = of(false);
        }
        let mut all: Vec<DemandSupplier> = names.into_iter().map(|n| self.supplier(n)).collect();
        all.sort_by(|a, b| a.name.cmp(&b.name));
        all
    }

    fn supplier(&self, name: Name) -> DemandSupplier {
        let (inventory, tables) = (self.desk.cx.inventory, &self.desk.cx.inventory.tables);
        let info = inventory.supplier(name);
        let master = info.row(tables);
        let bought = || inventory.bought_from(name.index() as u32);
        let contacts = master.map(|row| row.contact).into_iter();
        let contacts = contacts.chain(bought().map(|p| tables.contact(p.contact)));
        let registration = master.map(|row| row.registration).into_iter();
        let registration = registration.chain(bought().map(|p| p.registration));
        let mut contact: BTreeMap<Field, String> = BTreeMap::new();
        let mut keep = |field, text: Text| {
            let text = tables.strings.get(text);
            if !text.is_empty() {
                contact.entry(field).or_insert_with(|| text.to_owned());
            }
        };
        for told in contacts {
            keep(Field::Phone, told.phone);
            keep(Field::Address, told.address);
            keep(Field::Mail, told.mail);
            keep(Field::Site, told.site);
        }
        registration.for_each(|text| keep(Field::Registration, text));
        let lacks = self.asked.supplier.iter();
        let lacks = lacks.filter(|field| !contact.contains_key(*field)).copied();
        DemandSupplier {
            name: tables.supplier_names.get(name).to_owned(),
            lacks: lacks.collect(),
            contact,
        }
    }

    pub(super) fn said(&self, fact: &Fact<'_>) -> Evidence {
        Evidence::of(&self.desk.paths, fact)
    }
}
