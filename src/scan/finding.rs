//! A finding in full: the check is asked again for its evidence, which was not kept.

use super::Found;
use crate::checks::Context;
use crate::inventory::Inventory;
use crate::model::{Fact, Facts, Lent, LentSubject, Scope, Told, Verdict};
use crate::rules::{Advisory, Pack, Rule};
use std::hint::black_box;
use std::sync::Arc;

/// What making one finding after another needs.
#[derive(Clone, Debug)]
pub(super) struct Desk {
    /// Paths of the files that places stand in.
    pub(super) files: Vec<Arc<str>>,
    /// What is hashed to a fingerprint.
    hashed: Vec<u8>,
}

impl Desk {
    pub(super) fn new(files: Vec<Arc<str>>) -> Self {
        Self {
            files,
            hashed: Vec::new(),
        }
    }
}

/// Looks at what findings will be made of, one kind of thing after the other: findings stand in the
/// order of the report and their things anywhere in memory, but a machine waits for many
/// independent places no longer than for one.
pub(super) fn fetch(inventory: &Inventory, piece: &[(Scope, u32)]) {
    let page = |(scope, subject): &(Scope, u32)| match scope {
        Scope::Sku => Some(inventory.page_of(*subject)),
        Scope::Asin => Some(*subject),
        Scope::ShipmentLine => inventory.line_page(*subject),
        Scope::Supplier | Scope::Account => None,
    };
    let pages: Vec<u32> = piece.iter().filter_map(page).collect();
    let each = |look: &dyn Fn(u32) -> usize| {
        black_box(
            pages
                .iter()
                .fold(0usize, |sum, page| sum.wrapping_add(look(*page))),
        );
    };
    let listing = |page: u32| {
        inventory
            .items(page)
            .first()
            .map(|item| inventory.item(*item))
    };
    each(&|page| inventory.items(page).len());
    each(&|page| inventory.purchases(page).len() + inventory.sales(page).len());
    each(&|page| listing(page).map_or(0, |l| l.origin.line as usize + l.sku.index()));
    each(&|page| {
        inventory
            .sales(page)
            .first()
            .map_or(0, |sold| sold.units() as usize)
    });
    each(&|page| {
        let lines = inventory.purchases(page).iter();
        lines
            .map(|p| p.origin.line as usize + usize::from(p.file.is_empty()))
            .sum()
    });
    each(&|page| usize::from(inventory.has_proof(page)));
    each(&|page| listing(page).map_or(0, |l| inventory.tables.skus.get(l.sku).len()));
    each(&|page| {
        let title = listing(page).map(|l| inventory.tables.strings.bytes(l.title));
        title
            .unwrap_or_default()
            .iter()
            .step_by(64)
            .map(|b| usize::from(*b))
            .sum()
    });
}

/// Lends the finding behind a compact record; none when the check no longer sees the risk, which a
/// pure check on the same inventory never does.
pub(super) fn lend<'a>(
    cx: &Context<'a>,
    (desk, facts): (&mut Desk, &mut Facts<'a>),
    pack: &'a Pack,
    rule: &'a Rule,
    found: &Found,
    take: &mut dyn FnMut(&Lent<'_>),
) {
    facts.clear();
    if rule.check.judge(cx, found.subject, facts) != Verdict::Risk {
        return;
    }
    let inventory = cx.inventory;
    let (item, page) = match rule.check.scope() {
        Scope::Sku => (Some(found.subject), Some(inventory.page_of(found.subject))),
        Scope::Asin => (
            inventory.items(found.subject).first().copied(),
            Some(found.subject),
        ),
        Scope::ShipmentLine => (
            inventory.line_item(found.subject),
            inventory.line_page(found.subject),
        ),
        Scope::Supplier | Scope::Account => (None, None),
    };
    let asin = match rule.check.scope() {
        Scope::ShipmentLine => inventory.line_asin(found.subject),
        _ => page.and_then(|page| inventory.asin(page)),
    };
    let asin = asin.as_ref().map(|asin| asin.as_str());
    let mut skus: Vec<&str> = Vec::new();
    let subject = subject(
        inventory,
        (rule.check.scope(), found.subject),
        item,
        asin,
        &mut skus,
    );
    let fingerprint = fingerprint(&mut desk.hashed, &rule.id, &subject, facts.list());
    // Behind the fingerprint: a finding stays the same when an advisory begins or ends.
    facts.add(|| pack.advisory(&rule.id, cx.policy.today).map(advised));
    take(&Lent {
        rule: &rule.id,
        severity: found.severity,
        decision: found.decision,
        subject,
        title: item.map_or("", |item| {
            inventory.tables.strings.get(inventory.item(item).title)
        }),
        facts: facts.list(),
        files: &desk.files,
        yen_at_stake: found.yen(),
        exception: None,
        fingerprint: std::str::from_utf8(&fingerprint).unwrap_or_default(),
    });
}

/// What a finding is about; the SKUs of a page are put into `skus`.
fn subject<'s>(
    inventory: &'s Inventory,
    (scope, number): (Scope, u32),
    item: Option<u32>,
    asin: Option<&'s str>,
    skus: &'s mut Vec<&'s str>,
) -> LentSubject<'s> {
    let sku = |item: u32| inventory.tables.skus.get(inventory.item(item).sku);
    match (scope, item) {
        (Scope::Sku, Some(item)) => LentSubject::Sku {
            sku: sku(item),
            asin,
        },
        // A page without an ASIN is its one SKU.
        (Scope::Asin, Some(item)) if asin.is_none() => LentSubject::Sku {
            sku: sku(item),
            asin,
        },
        (Scope::Sku | Scope::Asin, _) => {
            let items = inventory.items(number);
            skus.extend(items.iter().map(|item| sku(*item)));
            skus.sort_unstable();
            LentSubject::Asin {
                asin: asin.unwrap_or_default(),
                skus,
            }
        }
        (Scope::Supplier, _) => {
            let info = inventory.suppliers().get(number as usize);
            let name = info.map_or("", |i| inventory.tables.supplier_names.get(i.name));
            LentSubject::Supplier { name }
        }
        (Scope::Account, _) => LentSubject::Account,
        (Scope::ShipmentLine, _) => LentSubject::ShipmentLine {
            sku: inventory.tables.skus.get(inventory.line(number).sku),
            asin,
        },
    }
}

pub(super) fn advised(advisory: &Advisory) -> Fact<'_> {
    let [ja, en] = &advisory.text;
    Fact::new("advisory")
        .with("text", Told::Said(ja, en))
        .with("from", advisory.from)
        .with("until", advisory.until)
        .with("source", advisory.source.title.as_str())
        .with("grade", Told::Word(advisory.source.grade.word()))
}

/// Rule, subject and evidence keys, hashed: never rows or values, so that it survives a re-sorted
/// export and a changed count.
fn fingerprint(
    hashed: &mut Vec<u8>,
    rule: &str,
    subject: &LentSubject<'_>,
    facts: &[Fact<'_>],
) -> [u8; 16] {
    hashed.clear();
    let mut part = |text: &str| {
        hashed.extend_from_slice(&(text.len() as u64).to_le_bytes());
        hashed.extend_from_slice(text.as_bytes());
    };
    part(rule);
    match subject {
        // The SKUs of a page may change; the page stays the same subject.
        LentSubject::Asin { asin, .. } => part(asin),
        LentSubject::Sku { sku, asin } => {
            part(sku);
            part(asin.unwrap_or_default());
        }
        LentSubject::Supplier { name } => part(name),
        LentSubject::Account => part("account"),
        LentSubject::ShipmentLine { sku, asin } => {
            part("shipment");
            part(sku);
            part(asin.unwrap_or_default());
        }
    }
    // Each key once, in their order.
    let mut last = "";
    while let Some(next) = facts.iter().map(|f| f.key).filter(|key| *key > last).min() {
        part(next);
        last = next;
    }
    let hash = blake3::hash(hashed);
    let mut hex = [0; 16];
    for (pair, byte) in hex.chunks_mut(2).zip(hash.as_bytes()) {
        let digit = |half: u8| b"0123456789abcdef"[usize::from(half & 0xf)];
        pair.copy_from_slice(&[digit(byte >> 4), digit(*byte)]);
    }
    hex
}
