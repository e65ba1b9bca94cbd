//! The ledger against a slow and obvious one in which every unit is a thing of its own.

mod account;
mod slow;

use super::lots::PageLots;
use crate::inventory::Inventory;
use crate::lists::Lists;
use crate::model::{DocumentKind, Policy, Profile, ProofWindow};
use crate::scan::hits::Texts;
use account::{ASINS, Account, TODAY, WINDOW, account, asin};
use proptest::prelude::*;
use slow::Unit;

fn policy() -> Policy {
    Policy {
        today: TODAY,
        account: None,
        profile: Profile::default(),
        severities: std::collections::BTreeMap::new(),
        off: std::collections::BTreeSet::new(),
        exceptions: Vec::new(),
    }
}

fn window() -> ProofWindow {
    ProofWindow {
        days: WINDOW,
        ahead: vec![30, 60, 90],
        kinds: vec![DocumentKind::Invoice],
    }
}

/// Does something with the lots of each ASIN.
fn each(account: &Account, mut take: impl FnMut(usize, &PageLots)) {
    let lists = Lists::default();
    let inventory = Inventory::join(account.tables(), &lists);
    let (texts, policy) = (Texts::read(&inventory, &lists), policy());
    let cx = texts.context(&inventory, &lists, &policy);
    let named = inventory.named_documents();
    for page in 0..inventory.page_count() {
        let n = (0..ASINS.len()).find(|n| asin(*n) == inventory.asin(page));
        let lots = PageLots::of(&cx, &window(), &named, page);
        take(n.unwrap_or_default(), &lots);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn every_unit_is_where_the_slow_ledger_has_it(account in account()) {
        each(&account, |n, lots| {
            let (units, figures) = account.slow(n);
            assert_eq!(lots.figures, figures);
            let longest = |u: &Unit| u.left.iter().max().copied();
            let mut units = units.iter();
            for lot in &lots.lots {
                let mine: Vec<&Unit> = units.by_ref().take(lot.units as usize).collect();
                assert_eq!(mine.iter().filter(|u| u.sold).count() as u64, lot.sold);
                assert_eq!(mine.iter().filter(|u| u.held).count() as u64, lot.held);
                assert!(mine.iter().all(|u| longest(u) == lot.left));
            }
            assert!(units.next().is_none());
        });
    }

    #[test]
    fn the_totals_reconcile(account in account()) {
        each(&account, |_, lots| {
            let sum = &lots.figures;
            let of = |part: fn(&super::lots::Lot) -> u64| lots.lots.iter().map(part).sum::<u64>();
            assert_eq!(
                sum.documented,
                sum.documented_sold + sum.documented_in_stock + sum.documented_left_over
            );
            assert_eq!(of(|l| l.sold) + sum.sold_unaccounted, sum.sold);
            assert_eq!(of(|l| l.held) + sum.stock_unaccounted, sum.stock);
            assert_eq!(of(|l| l.units), sum.units);
            assert!(sum.stock_covered <= sum.documented_in_stock);
        });
    }

    /// The days ahead, with every unit in stock a thing of its own.
    #[test]
    fn the_forecast_is_that_of_single_units(account in account(), days in 0i64..130) {
        each(&account, |n, lots| {
            let ahead = lots.ahead(days);
            let (units, sum) = account.slow(n);
            let mut held: Vec<&Unit> = units.iter().filter(|u| u.held).collect();
            let expected = lots.pace.map_or(0, |p| p.sold * days as u64 / p.days);
            held.drain(..(expected as usize).min(held.len()));
            let covered = held.iter().filter(|u| u.left.iter().any(|left| *left >= days));
            assert_eq!(ahead.covered, covered.count() as u64);
            assert_eq!(ahead.stock, sum.stock.saturating_sub(expected));
            assert_eq!(ahead.stock + ahead.sold, sum.stock);
        });
    }
}
