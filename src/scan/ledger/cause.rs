//! Which other offers have what was found on the goods of a notice.

use crate::checks::Context;
use crate::inventory::StockTotal;
use crate::model::{Case, CauseSku, Facts, Family, SameCause, Scope, Value};
use crate::scan::Judged;
use std::collections::{BTreeMap, BTreeSet};

/// The coverage id of offers that repeat an earlier notice, see `data/coverage.csv`.
const REPEATS: &str = "C35";

/// The offers of a page.
pub(super) fn skus(cx: &Context<'_>, page: u32) -> Vec<CauseSku> {
    let (inventory, tables) = (cx.inventory, &cx.inventory.tables);
    let offer = |item: &u32| {
        let listing = inventory.item(*item);
        CauseSku {
            sku: tables.skus.get(listing.sku).to_owned(),
            asin: inventory.asin(page).map(|asin| asin.to_string()),
            title: tables.strings.get(listing.title).to_owned(),
            stock: inventory.units_by(*item, StockTotal::to_prove),
        }
    };
    let mut skus: Vec<CauseSku> = inventory.items(page).iter().map(offer).collect();
    skus.sort_by(|a, b| a.sku.cmp(&b.sku));
    skus
}

/// Ids of the rules that found something on some pages or on offers of them.
pub(super) fn rules_on(judged: &Judged<'_>, own: &BTreeSet<u32>) -> BTreeMap<u32, Vec<String>> {
    let mut found: BTreeMap<u32, BTreeSet<&str>> = BTreeMap::new();
    for one in &judged.found {
        let page = page_of(judged, one.rule, one.subject).filter(|page| own.contains(page));
        let rule = judged.pack.rules.get(usize::from(one.rule));
        if let (Some(page), Some(rule)) = (page, rule) {
            found.entry(page).or_default().insert(&rule.id);
        }
    }
    let ids = |ids: BTreeSet<&str>| ids.into_iter().map(str::to_owned).collect();
    found
        .into_iter()
        .map(|(page, of)| (page, ids(of)))
        .collect()
}

/// The page that a finding is on; `None` for one on a supplier, the account or a shipment.
fn page_of(judged: &Judged<'_>, rule: u16, subject: u32) -> Option<u32> {
    match judged.pack.rules.get(usize::from(rule))?.check.scope() {
        Scope::Asin => Some(subject),
        Scope::Sku => Some(judged.inventory.page_of(subject)),
        Scope::Supplier | Scope::Account | Scope::ShipmentLine => None,
    }
}

/// What was found on the goods of a notice and elsewhere: by a rule of the families that may be its
/// cause, or because an offer has the supplier or rights holder of this very notice.
pub(super) fn same(
    judged: &Judged<'_>,
    case: &Case,
    own: &BTreeSet<u32>,
    families: &[Family],
) -> Vec<SameCause> {
    let mut by_rule: BTreeMap<&str, (u16, BTreeSet<u32>)> = BTreeMap::new();
    let mut on_own: BTreeSet<u16> = BTreeSet::new();
    let cx = judged.context();
    let mut facts = Facts::wanted();
    for found in &judged.found {
        let Some(rule) = judged.pack.rules.get(usize::from(found.rule)) else {
            continue;
        };
        let Some(page) = page_of(judged, found.rule, found.subject) else {
            continue;
        };
        let repeats = rule.covers.iter().any(|id| id == REPEATS);
        if repeats {
            facts.clear();
            rule.check.judge(&cx, found.subject, &mut facts);
            let of_case = facts.list().iter().any(|fact| {
                let id = fact.values.iter().find(|(name, _)| *name == "id");
                id.is_some_and(|(_, told)| Value::from(told) == Value::from(case.id.as_str()))
            });
            if of_case {
                on_own.insert(found.rule);
            } else {
                continue;
            }
        } else if !families.contains(&rule.family) {
            continue;
        } else if own.contains(&page) {
            on_own.insert(found.rule);
        }
        let (_, of_rule) = by_rule
            .entry(&rule.id)
            .or_insert_with(|| (found.rule, BTreeSet::new()));
        of_rule.insert(page);
    }
    let causes = by_rule
        .into_iter()
        .filter(|(_, (rule, _))| on_own.contains(rule));
    let causes = causes.filter_map(|(id, (rule, pages))| {
        let others = pages.into_iter().filter(|page| !own.contains(page));
        let mut skus: Vec<CauseSku> = others.flat_map(|page| skus(&cx, page)).collect();
        skus.sort_by(|a, b| a.sku.cmp(&b.sku));
        let rule = judged.pack.rules.get(usize::from(rule))?;
        Some(SameCause {
            rule: id.to_owned(),
            title: rule.note(rule.severity).title,
            skus,
        })
    });
    causes.filter(|cause| !cause.skus.is_empty()).collect()
}
