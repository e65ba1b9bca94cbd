//! The papers of one page: whether each counts, and which purchases it may speak for.

use crate::checks::{Context, Standing, standing};
use crate::inventory::cover::Stated;
use crate::inventory::{Proof, day_number};
use crate::model::{Name, PaperState, ProofWindow, Purchase};
use std::collections::HashMap;

/// Days between a purchase and a paper that may speak for it without being named by it. An
/// assumption: a paper of the end of a month comes up to a month after the goods, and twice that is
/// room for late ones.
const NEAR: i64 = 62;
/// Purchases on either side of its day among which such a paper finds its own.
const LOOK: usize = 500;

/// One paper that speaks for a page.
pub(super) struct Paper {
    /// The first of its statements about the page.
    pub(super) proof: Proof,
    /// Units over all of them; `None` when one does not tell.
    pub(super) units: Option<u64>,
    pub(super) state: PaperState,
    /// Days after today on which it counts, negative when it is over; `None` when it never did.
    pub(super) left: Option<i64>,
    /// Units as far as told.
    told: u64,
    of: Vec<usize>,
    named: bool,
}

/// The papers of a page, those that count first, and what each of them says of the purchases in
/// `rows`, by their place there.
pub(super) fn of_page(
    cx: &Context<'_>,
    window: &ProofWindow,
    named: &[Option<u32>],
    page: u32,
    rows: &[usize],
) -> (Vec<Paper>, Vec<Stated>) {
    let mut papers = each(cx, window, page);
    let places: HashMap<usize, usize> = rows.iter().enumerate().map(|(n, row)| (*row, n)).collect();
    let mut by_document: HashMap<u32, Vec<usize>> = HashMap::new();
    for (place, row) in rows.iter().enumerate() {
        if let Some(document) = named.get(*row).copied().flatten() {
            by_document.entry(document).or_default().push(place);
        }
    }
    for paper in &mut papers {
        let proof = &paper.proof;
        let own = proof.purchase.and_then(|row| places.get(&(row as usize)));
        let by_name = proof.document.and_then(|d| by_document.get(&d));
        (paper.named, paper.of) = match (own, by_name) {
            (Some(own), _) => (true, vec![*own]),
            (None, Some(purchases)) => (true, purchases.clone()),
            (None, None) => (false, near(cx, proof, named, rows)),
        };
    }
    papers.sort_by_key(|p| (rank(p.state), !p.named, p.proof.day, p.proof.origin));
    let stated = papers.iter().map(|paper| Stated {
        units: paper.told,
        of: paper.of.clone(),
    });
    let stated = stated.collect();
    (papers, stated)
}

/// What counts chooses its purchases before what did, and that before what never will.
fn rank(state: PaperState) -> u8 {
    match state {
        PaperState::Counts => 0,
        PaperState::Old => 1,
        PaperState::Future | PaperState::Untold | PaperState::Refused => 2,
    }
}

/// Every paper once, with the units of all its lines about the page.
fn each(cx: &Context<'_>, window: &ProofWindow, page: u32) -> Vec<Paper> {
    let mut papers: Vec<Paper> = Vec::new();
    for proof in cx.inventory.proofs(page) {
        let units = proof.units.map(u64::from);
        // The lines of one document stand together.
        let same = |last: &&mut Paper| {
            let of_line = |p: &Proof| p.purchase.is_none().then_some(p.document);
            of_line(&proof).is_some() && of_line(&last.proof) == of_line(&proof)
        };
        if let Some(last) = papers.last_mut().filter(same) {
            last.units = last.units.zip(units).map(|(sum, units)| sum + units);
            last.told += units.unwrap_or(0);
            continue;
        }
        let (state, left) = match standing(cx, &proof, window.days, &window.kinds) {
            Standing::Counts(age) => (PaperState::Counts, Some(window.days - age)),
            Standing::Old(age) => (PaperState::Old, Some(window.days - age)),
            Standing::Future => (PaperState::Future, None),
            Standing::Refused => (PaperState::Refused, None),
            Standing::Untold(_) => (PaperState::Untold, None),
        };
        papers.push(Paper {
            proof,
            units,
            state,
            left,
            told: units.unwrap_or(0),
            of: Vec::new(),
            named: false,
        });
    }
    papers
}

/// The purchases that a paper may speak for although none names it: of the same supplier, as far as
/// both tell, and not long before or after it. Those that name no paper come first, then the others,
/// for which it is one more; each time the nearest first.
fn near(cx: &Context<'_>, proof: &Proof, named: &[Option<u32>], rows: &[usize]) -> Vec<usize> {
    let purchases = &cx.inventory.tables.purchases;
    let day = |place: usize| purchases[rows[place]].day;
    // Those without a day stand in front of all others.
    let dated = rows.partition_point(|row| purchases[*row].day.is_none());
    let at = rows.partition_point(|row| purchases[*row].day <= proof.day);
    let around = at.saturating_sub(LOOK).max(dated)..(at + LOOK).min(rows.len());
    let mut near: Vec<(bool, i64, usize)> = Vec::new();
    for place in (0..dated.min(LOOK)).chain(around) {
        let purchase = &purchases[rows[place]];
        let apart = proof.day.zip(day(place));
        let apart = apart.map(|(a, b)| i64::from(day_number(a).abs_diff(day_number(b))));
        if apart.is_some_and(|days| days > NEAR) || !same_supplier(cx, proof, purchase) {
            continue;
        }
        // One that names a file which no index knows has a paper, too.
        let has_one = named[rows[place]].is_some() || !purchase.file.is_empty();
        near.push((has_one, apart.unwrap_or(NEAR + 1), place));
    }
    near.sort_unstable();
    near.into_iter().map(|(.., place)| place).collect()
}

fn same_supplier(cx: &Context<'_>, proof: &Proof, purchase: &Purchase) -> bool {
    let master = |name: Name| cx.inventory.supplier(name).master;
    let suppliers = proof.supplier.zip(purchase.supplier);
    suppliers.is_none_or(|(a, b)| a == b || (master(a).is_some() && master(a) == master(b)))
}
