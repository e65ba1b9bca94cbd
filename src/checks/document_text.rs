//! `document-text`: what the index says of a document stands in the text of its file.

use super::papers::{self, Paper, Told, core, each};
use super::{Context, Judge};
use crate::model::{Day, Facts, Field, Input, Layer, Scope, Verdict};
use crate::text::squeeze;
use serde::Deserialize;

/// Letters and digits below which an invoice number says nothing.
const NUMBER: usize = 3;
/// Years between an era year and the common one: Reiwa 1 is 2019.
const REIWA: i16 = 2018;

/// Parameters of `document-text`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DocumentText {
    /// List of legal forms of companies, left out when names are looked for.
    forms: String,
}

impl Judge for DocumentText {
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
        each(cx, page, stated, |paper| self.told(cx, page, paper))
    }
}

impl DocumentText {
    fn told<'a>(&'a self, cx: &Context<'a>, page: u32, paper: &Paper<'a>) -> Told<'a> {
        let tables = &cx.inventory.tables;
        let purchase = paper.proof.purchase(tables);
        let invoices = [Some(paper.document.invoice), purchase.map(|p| p.invoice)];
        let invoice = invoices.into_iter().flatten().find(|t| !t.is_empty());
        let invoice = invoice.map_or("", |t| cx.text(t));
        let number = squeeze(invoice);
        let supplier = paper.document.supplier.or(paper.proof.supplier);
        let supplier = supplier.map_or("", |s| tables.supplier_names.get(s));
        let numbered = number.chars().count() >= NUMBER;
        if !numbered && supplier.is_empty() {
            return Ok(None);
        }
        let Some(pdf) = paper.pdf(cx)? else {
            // A picture, or no file at all.
            return match paper.content(cx)? {
                Some(_) => Err((Input::Documents, Some(Field::FileText))),
                None => Ok(None),
            };
        };
        let text = cx.text(pdf.text);
        let mut facts = Vec::new();
        if numbered && !text.contains(&number) {
            facts.push(
                paper
                    .fact(cx, "text-lacks-invoice")
                    .with("invoice", invoice),
            );
        }
        if !supplier.is_empty() && !self.names(cx, text, supplier) {
            facts.push(
                paper
                    .fact(cx, "text-lacks-supplier")
                    .with("supplier", supplier),
            );
        }
        if facts.is_empty() {
            return Ok(Some(facts));
        }
        // What was not found may stand where the text cannot be read.
        if pdf.layer != Layer::Whole {
            return Err((Input::Documents, Some(Field::FileText)));
        }
        // Day and units are written in too many ways to accuse by themselves; they make it graver.
        if let Some(day) = paper.document.issued.filter(|day| !dated(text, *day)) {
            facts.push(paper.fact(cx, "text-lacks-day").with("day", day));
        }
        let lines = cx.inventory.proofs(page);
        let of_paper = lines.filter(|p| p.document == Some(paper.row));
        let units: Option<u32> = of_paper.map(|p| p.units).sum();
        if let Some(units) = units.filter(|u| *u > 1 && !text.contains(&u.to_string())) {
            facts.push(paper.fact(cx, "text-lacks-units").with("units", units));
        }
        Ok(Some(facts))
    }

    /// True when the text names a supplier, or the chain that it is a branch of.
    fn names(&self, cx: &Context<'_>, text: &str, supplier: &str) -> bool {
        let chain = cx.lists.supplier_named(supplier).map(|k| squeeze(&k.name));
        let chain = chain.filter(|name| name.chars().count() > 1);
        text.contains(&core(cx, supplier, &self.forms))
            || chain.is_some_and(|name| text.contains(&name))
    }
}

/// True when a squeezed text holds a day in one of its usual spellings.
fn dated(text: &str, day: Day) -> bool {
    let (y, m, d) = (day.year(), day.month(), day.day());
    let era = y - REIWA;
    [
        format!("{y}{m:02}{d:02}"),
        format!("{y}{m}{d}"),
        format!("{y}年{m}月{d}日"),
        format!("{y}年{m:02}月{d:02}日"),
        format!("{era}年{m}月{d}日"),
        format!("{era:02}年{m:02}月{d:02}日"),
        format!("r{era}{m}{d}"),
        format!("r{era:02}{m:02}{d:02}"),
        format!("{:02}{m:02}{d:02}", y % 100),
    ]
    .iter()
    .any(|spelling| text.contains(spelling))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_found_in_its_spellings() {
        let day = Day::new(2026, 9, 1).expect("a day");
        for text in [
            "2026/9/1",
            "2026-09-01",
            "2026年9月1日",
            "令和8年9月1日",
            "令和08年09月01日",
            "R8.9.1",
            "26.09.01",
        ] {
            assert!(dated(&squeeze(text), day), "{text}");
        }
        assert!(!dated(&squeeze("2026年9月12日 2026/10/01"), day));
    }
}
