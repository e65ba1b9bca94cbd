//! One ASIN of the ledger in words and figures.

use super::Book;
use super::lots::{Lot, PageLots, day_after};
use super::papers::Paper;
use crate::checks::Context;
use crate::model::{
    AsinLedger, LedgerLot, LotPaper, Missing, Name, Place, Proven, Readiness, Text, Verdict,
};
use crate::scan::drill::Desk;
use crate::scan::money;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

impl Desk<'_> {
    /// Whether everything that a page needs could be handed in, by the rules of the desk.
    pub(super) fn readiness(&self, page: u32) -> Readiness {
        let (mut asked, mut lacks) = (false, BTreeSet::new());
        let mut missing: BTreeMap<_, u64> = BTreeMap::new();
        self.ask(page, false, &mut |active, verdict, _| {
            asked |= verdict != Verdict::NotApplicable;
            match verdict {
                Verdict::Risk => {
                    lacks.insert(active.rule.id.clone());
                }
                Verdict::Unknown(input, field) => *missing.entry((input, field)).or_default() += 1,
                Verdict::Clear | Verdict::NotApplicable => {}
            }
        });
        let state = match (lacks.is_empty(), missing.is_empty()) {
            (false, _) => Proven::Lacking,
            (true, false) => Proven::Open,
            (true, true) => Proven::Provable,
        };
        let missing = missing.into_iter();
        Readiness {
            state: asked.then_some(state),
            lacks: lacks.into_iter().collect(),
            not_judged: missing
                .map(|((input, field), subjects)| Missing {
                    input,
                    field,
                    subjects,
                })
                .collect(),
        }
    }
}

/// The supplier of a lot: of the purchase, else of its first paper.
pub(super) fn supplier(cx: &Context<'_>, lots: &PageLots, lot: &Lot) -> Option<Name> {
    let bought = lot.purchase.map(|row| &cx.inventory.tables.purchases[row]);
    let paper = || Some(&lots.papers[*lot.papers.first()?].proof);
    bought
        .and_then(|p| p.supplier)
        .or_else(|| paper()?.supplier)
}

impl Book<'_> {
    /// A page in full.
    pub(super) fn tell(&self, page: u32) -> AsinLedger {
        let cx = self.context();
        let inventory = cx.inventory;
        let lots = PageLots::of(cx, &self.window, &self.named, page);
        let items = inventory.items(page).iter();
        let sku = |item: &u32| inventory.tables.skus.get(inventory.item(*item).sku);
        let mut skus: Vec<String> = items.map(|item| sku(item).to_owned()).collect();
        skus.sort_unstable();
        let ahead = self.window.ahead.iter();
        AsinLedger {
            asin: inventory.asin(page).map(|asin| asin.to_string()),
            skus,
            title: inventory.title(page).to_owned(),
            figures: lots.figures,
            stock_told: lots.stock.is_some(),
            pace: lots.pace,
            forecast: match lots.stock {
                Some(_) => ahead.map(|days| lots.ahead(*days)).collect(),
                None => Vec::new(),
            },
            expires: lots.expires(cx.policy.today),
            readiness: self.desk.readiness(page),
            not_told: lots.not_told.clone(),
            yen_at_stake: money::at_stake(cx, page),
            lots: lots.lots.iter().map(|lot| self.lot(&lots, lot)).collect(),
        }
    }

    fn lot(&self, lots: &PageLots, lot: &Lot) -> LedgerLot {
        let cx = self.context();
        let tables = &cx.inventory.tables;
        let purchase = lot.purchase.map(|row| &tables.purchases[row]);
        let supplier = supplier(cx, lots, lot);
        let known = supplier.and_then(|name| self.of_supplier.get(&(name.index() as u32)));
        let mut papers: Vec<&Paper> = lot.papers.iter().map(|p| &lots.papers[*p]).collect();
        papers.sort_by_key(|p| (p.state, Reverse(p.left), p.proof.origin));
        let origin = purchase.map(|p| p.origin);
        LedgerLot {
            day: Some(lot.day).filter(|day| *day != crate::model::Day::MIN),
            bought: lot.purchase.is_some(),
            supplier: supplier.map(|name| tables.supplier_names.get(name).to_owned()),
            supplier_lacks: known.map_or_else(Vec::new, |at| self.suppliers[*at].lacks.clone()),
            units: lot.units,
            sold: lot.sold,
            in_stock: lot.held,
            falls_out: lot.left.and_then(|left| day_after(cx.policy.today, left)),
            days_left: lot.left,
            papers: papers.into_iter().map(|paper| self.paper(paper)).collect(),
            at: origin.map(|at| Place::of(&self.desk.paths, at)),
        }
    }

    fn paper(&self, paper: &Paper) -> LotPaper {
        let tables = &self.context().inventory.tables;
        let (document, purchase) = (paper.proof.document(tables), paper.proof.purchase(tables));
        let text = |of_document: Option<Text>, of_purchase: Option<Text>| {
            let told = [of_document, of_purchase].into_iter().flatten();
            let mut told = told.map(|text| tables.strings.get(text).to_owned());
            told.find(|text| !text.is_empty())
        };
        LotPaper {
            file: text(document.map(|d| d.file), purchase.map(|p| p.file)),
            kind: paper.proof.kind,
            number: text(document.map(|d| d.invoice), purchase.map(|p| p.invoice)),
            issued: paper.proof.day,
            state: paper.state,
            at: Some(Place::of(&self.desk.paths, paper.proof.origin)),
        }
    }
}
