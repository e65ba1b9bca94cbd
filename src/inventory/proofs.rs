//! Proofs: which document speaks for how many units of which page.

use super::pages::{Codes, Left};
use crate::model::{Contact, Day, Document, DocumentKind, Input, Name, Origin, Purchase, Tables};
use crate::text::fold;
use hashbrown::HashMap;

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
    pub fn contact<'t>(&self, tables: &'t Tables) -> Option<&'t Contact> {
        self.purchase(tables).map(|p| &p.contact)
    }
}

/// All proofs with the page of each.
pub(super) fn collect(
    tables: &Tables,
    codes: &Codes<'_>,
    purchase_pages: &[u32],
    left: &mut Left,
) -> (Vec<Proof>, Vec<u32>) {
    let (mut proofs, mut pages) = (Vec::new(), Vec::new());
    for (row, document) in tables.documents.iter().enumerate() {
        let lines = document.first_line as usize..(document.first_line + document.lines) as usize;
        for line in tables.document_lines.get(lines).unwrap_or_default() {
            let page = codes.page(line.sku, line.asin, line.jan);
            let coded = line.sku.is_some() || line.asin.is_some() || line.jan.is_some();
            left.note(Input::Documents, line.origin, page, coded);
            pages.push(page);
            proofs.push(Proof {
                origin: line.origin,
                day: document.issued,
                units: line.units,
                kind: document.kind,
                document: Some(row as u32),
                purchase: None,
                supplier: document.supplier,
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
        let known = document.and_then(|d| tables.documents.get(d as usize));
        pages.push(purchase_pages[row]);
        proofs.push(Proof {
            origin: purchase.origin,
            day: known.and_then(|d| d.issued).or(purchase.day),
            units: purchase.units,
            kind: known.and_then(|d| d.kind).or(purchase.document_kind),
            document,
            purchase: Some(row as u32),
            supplier: purchase.supplier,
        });
    }
    (proofs, pages)
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
