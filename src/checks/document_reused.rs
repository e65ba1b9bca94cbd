//! `document-reused`: one paper speaks for one delivery of one supplier.

use super::papers::{self, Paper, Told, alike, core, each};
use super::{Context, Judge};
use crate::model::{
    Document, Fact, Facts, Field, FileState, Input, Layer, Name, Pdf, Purchase, Scope, Sight,
    Verdict,
};
use serde::Deserialize;

/// Parameters of `document-reused`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DocumentReused {
    /// List of legal forms of companies, left out when names are compared.
    forms: String,
    /// Days that the purchases of one paper may lie apart: a collective invoice is for a month.
    days: i64,
}

impl Judge for DocumentReused {
    fn scope(&self) -> Scope {
        Scope::Asin
    }

    fn inputs(&self) -> Vec<Input> {
        vec![Input::Documents]
    }

    fn lists(&self) -> Vec<String> {
        vec![self.forms.clone()]
    }

    fn settled(&self, cx: &Context<'_>) -> Option<Verdict> {
        papers::settled(cx)
    }

    fn judge<'a>(&'a self, cx: &Context<'a>, page: u32, stated: &mut Facts<'a>) -> Verdict {
        each(cx, page, stated, |paper| -> Told<'a> {
            let facts = [
                self.as_bytes(cx, paper),
                self.as_purchases(cx, paper),
                as_units(cx, page, paper),
                self.as_number(cx, paper),
            ];
            let facts: Vec<Fact<'_>> = facts.into_iter().flatten().collect();
            // Copies under other names show only where the file was there to be read.
            let unread = matches!(paper.document.state, FileState::Unseen);
            if facts.is_empty() && unread {
                return Err((Input::Documents, Some(Field::File)));
            }
            Ok(Some(facts))
        })
    }
}

impl DocumentReused {
    fn same_supplier(&self, cx: &Context<'_>, one: Option<Name>, other: Option<Name>) -> bool {
        let (Some(one), Some(other)) = (one, other) else {
            // Who did not say is not another.
            return true;
        };
        let name = |n| core(cx, cx.inventory.tables.supplier_names.get(n), &self.forms);
        one == other || alike(&name(one), &name(other))
    }

    /// The same bytes under two names that stand for different deliveries.
    fn as_bytes<'a>(&'a self, cx: &Context<'a>, paper: &Paper<'a>) -> Option<Fact<'a>> {
        let tables = &cx.inventory.tables;
        let mut twins = cx.inventory.papers().same_file(tables, paper.row);
        let other = twins.find_map(|row| {
            let other = tables.documents.get(row as usize)?;
            let one = paper.document;
            let supplier = self.same_supplier(cx, one.supplier, other.supplier);
            let number = !differ(cx.text(one.invoice), cx.text(other.invoice));
            let day = one.issued.zip(other.issued).is_none_or(|(a, b)| a == b);
            (!supplier || !number || !day).then_some(other)
        })?;
        let fact = paper.fact(cx, "file-same-bytes");
        Some(fact.with("other", cx.text(other.file)))
    }

    /// Purchases of several suppliers, or far apart in time, that name one file.
    fn as_purchases<'a>(&'a self, cx: &Context<'a>, paper: &Paper<'a>) -> Option<Fact<'a>> {
        let (first, rest) = users(cx, paper)?;
        for other in rest {
            let suppliers = self.same_supplier(cx, first.supplier, other.supplier);
            if !suppliers {
                let fact = paper
                    .fact(cx, "file-two-suppliers")
                    .with("supplier", cx.supplier(first))
                    .with("other", cx.supplier(other));
                return Some(fact.at(other.origin));
            }
            let (Some(from), Some(to)) = (first.day, other.day) else {
                continue;
            };
            if i64::from((to - from).get_days()).abs() > self.days {
                let fact = paper
                    .fact(cx, "file-purchases-apart")
                    .with("day", from)
                    .with("other", to);
                return Some(fact.at(other.origin));
            }
        }
        None
    }

    /// One invoice number of one supplier on two papers that say different things.
    fn as_number<'a>(&'a self, cx: &Context<'a>, paper: &Paper<'a>) -> Option<Fact<'a>> {
        let tables = &cx.inventory.tables;
        let mut same = cx.inventory.papers().same_number(tables, paper.row);
        let one = paper.document;
        let other = same.find_map(|row| {
            let other = tables.documents.get(row as usize)?;
            let known = one.supplier.is_some() && other.supplier.is_some();
            let kind = one.kind == other.kind;
            let supplier = known && self.same_supplier(cx, one.supplier, other.supplier);
            (kind && supplier && contradict(cx, one, other)).then_some(other)
        })?;
        let fact = paper.fact(cx, "file-same-number");
        Some(
            fact.with("invoice", cx.text(one.invoice))
                .with("other", cx.text(other.file)),
        )
    }
}

/// The first purchase that names the file, and the others.
fn users<'a>(
    cx: &Context<'a>,
    paper: &Paper<'_>,
) -> Option<(&'a Purchase, impl Iterator<Item = &'a Purchase> + Clone)> {
    let purchases = &cx.inventory.tables.purchases;
    let mut rows = cx.inventory.papers().uses(paper.row);
    let first = purchases.get(rows.next()? as usize)?;
    Some((first, rows.filter_map(|row| purchases.get(row as usize))))
}

/// Several purchases of the page lean on more units than the lines of the paper tell.
fn as_units<'a>(cx: &Context<'a>, page: u32, paper: &Paper<'a>) -> Option<Fact<'a>> {
    let told: Option<u64> = cx
        .inventory
        .proofs(page)
        .filter(|p| p.document == Some(paper.row) && p.purchase.is_none())
        .map(|p| p.units.map(u64::from))
        .sum();
    let on_page = cx.inventory.purchase_rows(page);
    let rows = cx.inventory.papers().uses(paper.row);
    let rows = rows.filter(|row| on_page.contains(&(*row as usize)));
    let purchases = &cx.inventory.tables.purchases;
    let units = |row: u32| purchases.get(row as usize).and_then(|p| p.units);
    let bought: Option<u64> = rows.clone().map(|row| units(row).map(u64::from)).sum();
    let (told, bought) = (told?, bought?);
    if rows.count() < 2 || told == 0 || bought <= told {
        return None;
    }
    let fact = paper.fact(cx, "file-more-bought");
    Some(fact.with("told", told).with("bought", bought))
}

fn differ(one: &str, other: &str) -> bool {
    let key = crate::text::squeeze;
    !one.is_empty() && !other.is_empty() && key(one) != key(other)
}

/// Two different files that cannot be two copies or two pages of one paper.
fn contradict(cx: &Context<'_>, one: &Document, other: &Document) -> bool {
    let tables = &cx.inventory.tables;
    let digest = |d| tables.content(d).and_then(|c| c.digest);
    let (Some(first), Some(second)) = (digest(one), digest(other)) else {
        return false;
    };
    let days = one.issued.zip(other.issued);
    let texts = whole(cx, one).zip(whole(cx, other));
    let texts = texts.map(|(a, b)| (cx.text(a.text), cx.text(b.text)));
    first != second && (days.is_some_and(|(a, b)| a != b) || texts.is_some_and(|(a, b)| a != b))
}

/// The PDF whose text can be read to its end.
fn whole<'a>(cx: &Context<'a>, document: &Document) -> Option<&'a Pdf> {
    match cx.inventory.tables.content(document).map(|c| &c.sight) {
        Some(Sight::Pdf(pdf)) if pdf.layer == Layer::Whole => Some(pdf),
        _ => None,
    }
}
