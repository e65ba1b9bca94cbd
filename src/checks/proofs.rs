//! What several proof checks share: which proofs count, and why one could not be told.

use super::context::{Age, Context};
use crate::inventory::fifo::Sold;
use crate::inventory::{Proof, day_number};
use crate::model::{DocumentKind, Field, Input, Verdict};
use jiff::ToSpan;

/// How one proof counts on the day of the scan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// Accepted kind, so many days old, inside the window.
    Counts(i64),
    /// Accepted kind, but so many days old.
    Old(i64),
    /// Dated later than today.
    Future,
    /// Of a kind that is not accepted.
    Refused,
    /// Day or kind is not told.
    Untold(Field),
}

pub(crate) fn standing(
    cx: &Context<'_>,
    proof: &Proof,
    days: i64,
    kinds: &[DocumentKind],
) -> Standing {
    match (proof.kind, proof.day) {
        (Some(kind), _) if !kinds.contains(&kind) => Standing::Refused,
        (_, Some(day)) => match cx.age(day, days) {
            Age::Before(age) => Standing::Old(age),
            Age::Future => Standing::Future,
            Age::Inside(_) if proof.kind.is_none() => Standing::Untold(Field::DocumentKind),
            Age::Inside(age) => Standing::Counts(age),
        },
        (_, None) => Standing::Untold(Field::Issued),
    }
}

/// What a rule about purchases says of a page without one: papers of it show that it was bought, so
/// a ledger is missing; without papers the `no-purchase` rules speak.
pub(super) fn unbought(cx: &Context<'_>, page: u32) -> Verdict {
    if cx.inventory.has_proof(page) {
        Verdict::Unknown(Input::Purchases, None)
    } else {
        Verdict::NotApplicable
    }
}

/// What ends a proof check before it looks at a single proof: inputs missing, or not its subject.
///
/// A page without any purchase or document is the matter of the `no-purchase` rules.
pub(super) fn before(cx: &Context<'_>, page: u32, days: i64) -> Option<Verdict> {
    let inventory = cx.inventory;
    if !cx.has(Input::Purchases) {
        return Some(Verdict::Unknown(Input::Purchases, None));
    }
    if !cx.in_play(page, days) {
        return Some(Verdict::NotApplicable);
    }
    let bought = !inventory.purchase_rows(page).is_empty() || inventory.has_proof(page);
    if !cx.has(Input::Documents) {
        return Some(Verdict::Unknown(Input::Documents, None));
    }
    if !bought && inventory.shared_purchases(page).next().is_some() {
        return Some(Verdict::Unknown(Input::Purchases, Some(Field::Asin)));
    }
    (!bought).then_some(Verdict::NotApplicable)
}

/// The sales of a page in the order of their days; those without a day count as the latest.
pub(super) fn sold(cx: &Context<'_>, page: u32) -> Vec<Sold> {
    let today = cx.policy.today;
    let start = day_number(today);
    let sale = |sold: &crate::inventory::Sold| Sold {
        day: sold
            .day()
            .and_then(|day| today.checked_add(i64::from(day - start).days()).ok())
            .unwrap_or(today),
        units: sold.units(),
    };
    let mut sales: Vec<Sold> = cx.inventory.sales(page).iter().map(sale).collect();
    sales.sort_by_key(|sale| sale.day);
    sales
}
