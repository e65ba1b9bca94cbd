//! Proofs: which document speaks for how many units of which page.

use super::pages::{Codes, Left};
use crate::model::{Contact, Day, Document, DocumentKind, Input, Name, Origin, Purchase, Tables};
use crate::text::fold;
use hashbrown::HashMap;
use std::num::NonZeroU32;

/// One statement of a document about a page.
#[derive(Clone, Copy, Debug)]
pub struct Proof {
    /// Where it stood.
    pub origin: Origin,
    /// Day of issue, else of the purchase.
    pub day: Option<Day>,
    /// Units; `None` when neither document nor ledger tells.
    pub units: Option<u32>,
    /// Kind of the document.
    pub kind: Option<DocumentKind>,
    /// Row of the document in [`Tables::documents`].
    pub document: Option<u32>,
    /// Row of the purchase in [`Tables::purchases`], when the ledger speaks for the document.
    pub purchase: Option<u32>,
    /// Who issued it.
    pub supplier: Option<Name>,
}

impl Proof {
    /// The document.
    #[must_use]
    pub fn document<'t>(&self, tables: &'t Tables) -> Option<&'t Document> {
        tables.documents.get(self.document? as usize)
    }

    /// The purchase.
    #[must_use]
    pub fn purchase<'t>(&self, tables: &'t Tables) -> Option<&'t Purchase> {
        tables.purchases.get(self.purchase? as usize)
    }

    /// Contact written on the ledger line.
    #[must_use]
    pub fn contact(&self, tables: &Tables) -> Option<Contact> {
        self.purchase(tables).map(|p| tables.contact(p.contact))
    }
}

/// Where a proof stands. The proof itself is made when asked for: a million of them would be as
/// large as the ledger that holds them.
#[derive(Clone, Copy, Debug)]
pub(super) enum Stands {
    /// In a line of a document.
    Line {
        /// Row in [`Tables::documents`].
        document: u32,
        /// Row in [`Tables::document_lines`].
        line: u32,
    },
    /// In a line of the ledger.
    Ledger {
        /// Row in [`Tables::documents`] of the document that it names, if that is known.
        document: Option<NonZeroU32>,
        /// Row in [`Tables::purchases`].
        purchase: u32,
    },
}

impl Stands {
    fn ledger(document: Option<u32>, purchase: usize) -> Self {
        Self::Ledger {
            document: document.and_then(|d| NonZeroU32::new(d + 1)),
            purchase: purchase as u32,
        }
    }

    /// The proof that stands there; `None` for a row that does not exist.
    pub(super) fn proof(self, tables: &Tables) -> Option<Proof> {
        match self {
            Self::Line { document, line } => {
                let (row, line) = (document, tables.document_lines.get(line as usize)?);
                let document = tables.documents.get(row as usize)?;
                Some(Proof {
                    origin: line.origin,
                    day: document.issued,
                    units: line.units,
                    kind: document.kind,
                    document: Some(row),
                    purchase: None,
                    supplier: document.supplier,
                })
            }
            Self::Ledger { document, purchase } => {
                let (row, document) = (purchase, document.map(|d| d.get() - 1));
                let purchase = tables.purchases.get(row as usize)?;
                let known = document.and_then(|d| tables.documents.get(d as usize));
                Some(Proof {
                    origin: purchase.origin,
                    day: known.and_then(|d| d.issued).or(purchase.day),
                    units: purchase.units,
                    kind: known.and_then(|d| d.kind).or(purchase.document_kind),
                    document,
                    purchase: Some(row),
                    supplier: purchase.supplier,
                })
            }
        }
    }
}

/// All proofs with the page of each.
pub(super) fn collect(
    tables: &Tables,
    codes: &Codes<'_>,
    purchase_pages: &[u32],
    left: &mut Left,
) -> (Vec<Stands>, Vec<u32>) {
    let (mut proofs, mut pages) = (Vec::new(), Vec::new());
    for (row, document) in tables.documents.iter().enumerate() {
        let lines = document.first_line..document.first_line + document.lines;
        for number in lines {
            let Some(line) = tables.document_lines.get(number as usize) else {
                break;
            };
            let page = codes.page(line.sku, line.asin, line.jan);
            let coded = line.sku.is_some() || line.asin.is_some() || line.jan.is_some();
            left.note(Input::Documents, line.origin, page, coded);
            pages.push(page);
            proofs.push(Stands::Line {
                document: row as u32,
                line: number,
            });
        }
    }
    let index = Index::build(tables);
    for (row, purchase) in tables.purchases.iter().enumerate() {
        let document = index.document(tables, purchase);
        let own_lines = document.is_some_and(|d| tables.documents[d as usize].lines > 0);
        let names_one = document.is_some() || !purchase.file.is_empty();
        if purchase_pages[row] >= super::SHARED || own_lines || !names_one {
            continue;
        }
        pages.push(purchase_pages[row]);
        proofs.push(Stands::ledger(document, row));
    }
    (proofs, pages)
}

/// The document that each purchase names.
pub(super) fn named(tables: &Tables) -> Vec<Option<u32>> {
    let index = Index::build(tables);
    let purchases = tables.purchases.iter();
    purchases.map(|p| index.document(tables, p)).collect()
}

/// Documents by file name and by invoice number, folded.
struct Index {
    files: HashMap<String, u32>,
    invoices: HashMap<String, u32>,
}

impl Index {
    fn build(tables: &Tables) -> Self {
        let (mut files, mut invoices) = (HashMap::new(), HashMap::new());
        for (row, document) in tables.documents.iter().enumerate() {
            let (file, invoice) = (
                tables.strings.get(document.file),
                tables.strings.get(document.invoice),
            );
            if !file.is_empty() {
                files.entry(fold(base(file))).or_insert(row as u32);
            }
            if !invoice.is_empty() {
                invoices.entry(fold(invoice)).or_insert(row as u32);
            }
        }
        Self { files, invoices }
    }

    fn document(&self, tables: &Tables, purchase: &Purchase) -> Option<u32> {
        if self.files.is_empty() && self.invoices.is_empty() {
            return None;
        }
        let named = |map: &HashMap<String, u32>, text: &str| {
            if text.is_empty() {
                None
            } else {
                map.get(fold(text).as_str()).copied()
            }
        };
        named(&self.files, base(tables.strings.get(purchase.file)))
            .or_else(|| named(&self.invoices, tables.strings.get(purchase.invoice)))
    }
}

/// The file name without folders.
fn base(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}
