//! Random accounts of two ASINs: purchases, papers, sales, returns, stock.

use crate::model::{
    Asin, ContactId, ContentId, Day, Disposition, Document, DocumentKind, DocumentLine, FileId,
    FileState, Input, Jan, Listing, Origin, Purchase, Returned, Sale, SalesReport, StockRow,
    Tables, Text,
};
use jiff::ToSpan;
use proptest::prelude::*;

pub(super) const ASINS: [&str; 2] = ["B000000001", "B000000002"];
/// The first JAN belongs to both ASINs, the second to the first one.
const JANS: [&str; 2] = ["4901234567894", "4900000000009"];
pub(super) const TODAY: Day = Day::constant(2026, 11, 21);
pub(super) const WINDOW: i64 = 60;

#[derive(Clone, Debug)]
pub(super) struct Bought {
    /// 0 and 1 name an ASIN, 2 the shared JAN, 3 the JAN of the first ASIN.
    pub(super) by: usize,
    pub(super) day: Option<i64>,
    pub(super) units: u32,
    pub(super) names: Option<usize>,
    pub(super) supplier: Option<usize>,
}

#[derive(Clone, Debug)]
pub(super) struct Paper {
    pub(super) day: i64,
    pub(super) kind: Option<DocumentKind>,
    pub(super) lines: Vec<(usize, u32)>,
    pub(super) supplier: Option<usize>,
}

/// Units of an ASIN on a day; the flag means cancelled or come back sellable.
pub(super) type Moved = (usize, i64, u32, bool);

#[derive(Clone, Debug)]
pub(super) struct Account {
    pub(super) bought: Vec<Bought>,
    pub(super) papers: Vec<Paper>,
    pub(super) sold: Vec<Moved>,
    pub(super) returned: Vec<Moved>,
    pub(super) stock: [u32; 2],
}

pub(super) fn day(ago: i64) -> Day {
    TODAY.checked_sub(ago.days()).unwrap_or(TODAY)
}

fn origin(line: usize) -> Origin {
    Origin {
        file: FileId(0),
        line: line as u32 + 1,
    }
}

pub(super) fn asin(n: usize) -> Option<Asin> {
    Asin::parse(ASINS[n].as_bytes())
}

fn file(tables: &mut Tables, n: usize) -> Text {
    tables.strings.add(&format!("{n}.pdf"))
}

impl Account {
    pub(super) fn tables(&self) -> Tables {
        let mut tables = Tables::default();
        let inputs = [
            Input::Listings,
            Input::Stock,
            Input::Purchases,
            Input::Documents,
            Input::Sales,
            Input::Returns,
        ];
        for input in inputs {
            tables.given.insert(input);
        }
        for n in 0..ASINS.len() {
            for (nth, jan) in JANS.iter().enumerate().take(ASINS.len() - n) {
                self.list(&mut tables, n, nth, jan);
            }
        }
        for (line, bought) in self.bought.iter().enumerate() {
            let row = self.purchase(&mut tables, line, bought);
            tables.purchases.push(row);
        }
        for (line, paper) in self.papers.iter().enumerate() {
            let row = self.document(&mut tables, line, paper);
            tables.documents.push(row);
        }
        for (line, (n, ago, units, cancelled)) in self.sold.iter().enumerate() {
            tables.sales.push(Sale {
                origin: origin(line),
                sku: None,
                asin: asin(*n),
                order: None,
                day: Some(day(*ago)),
                units: *units,
                amount: None,
                report: SalesReport::Orders,
                cancelled: *cancelled,
            });
        }
        for (line, (n, ago, units, sellable)) in self.returned.iter().enumerate() {
            tables.returns.push(Returned {
                origin: origin(line),
                sku: None,
                asin: asin(*n),
                day: Some(day(*ago)),
                units: *units,
                disposition: match sellable {
                    true => Disposition::Sellable,
                    false => Disposition::CustomerDamaged,
                },
                reason: Text::EMPTY,
                comment: Text::EMPTY,
            });
        }
        tables
    }

    /// One SKU of an ASIN with a JAN; all stock of the ASIN lies in its first SKU.
    fn list(&self, tables: &mut Tables, n: usize, nth: usize, jan: &str) {
        let Some(sku) = tables.skus.intern(&format!("S{n}{nth}")) else {
            return;
        };
        tables.listings.push(Listing {
            origin: origin(n),
            sku,
            asin: asin(n),
            jan: Jan::parse(jan.as_bytes()),
            bad_jan: Text::EMPTY,
            title: Text::EMPTY,
            note: Text::EMPTY,
            condition: None,
            price: None,
            quantity: None,
            channel: None,
            status: None,
        });
        tables.stock.push(StockRow {
            origin: origin(n),
            sku,
            asin: asin(n),
            title: Text::EMPTY,
            condition: None,
            price: None,
            on_hand: Some(if nth == 0 { self.stock[n] } else { 0 }),
            reserved: None,
            unsellable: None,
            inbound: None,
        });
    }

    fn purchase(&self, tables: &mut Tables, line: usize, bought: &Bought) -> Purchase {
        let names = bought.names.filter(|n| *n < self.papers.len());
        Purchase {
            origin: origin(line),
            day: bought.day.map(day),
            sku: None,
            asin: (bought.by < 2).then(|| asin(bought.by)).flatten(),
            jan: (bought.by >= 2)
                .then(|| Jan::parse(JANS[bought.by - 2].as_bytes()))
                .flatten(),
            bad_jan: Text::EMPTY,
            title: Text::EMPTY,
            units: Some(bought.units),
            unit_cost: None,
            supplier: bought
                .supplier
                .and_then(|n| tables.supplier_names.intern(&format!("V{n}"))),
            contact: ContactId::default(),
            class: None,
            route: None,
            file: names.map_or(Text::EMPTY, |n| file(tables, n)),
            document_kind: None,
            invoice: Text::EMPTY,
            registration: Text::EMPTY,
            remark: Text::EMPTY,
        }
    }

    fn document(&self, tables: &mut Tables, line: usize, paper: &Paper) -> Document {
        let first_line = tables.document_lines.len() as u32;
        for (n, units) in &paper.lines {
            tables.document_lines.push(DocumentLine {
                origin: origin(line),
                sku: None,
                asin: asin(*n),
                jan: None,
                units: Some(*units),
            });
        }
        Document {
            origin: origin(line),
            file: file(tables, line),
            kind: paper.kind,
            issued: Some(day(paper.day)),
            addressee: Text::EMPTY,
            invoice: Text::EMPTY,
            supplier: paper
                .supplier
                .and_then(|n| tables.supplier_names.intern(&format!("V{n}"))),
            state: FileState::Unseen,
            content: ContentId::default(),
            first_line,
            lines: paper.lines.len() as u32,
        }
    }
}

fn moved() -> impl Strategy<Value = Vec<Moved>> {
    prop::collection::vec((0usize..2, 0i64..120, 0u32..4, any::<bool>()), 0..6)
}

pub(super) fn account() -> impl Strategy<Value = Account> {
    let ago = || -5i64..120;
    let supplier = || prop::option::of(0usize..2);
    let bought = (
        0usize..4,
        prop::option::weighted(0.9, ago()),
        0u32..6,
        prop::option::of(0usize..4),
        supplier(),
    );
    let bought = bought.prop_map(|(by, day, units, names, supplier)| Bought {
        by,
        day,
        units,
        names,
        supplier,
    });
    let kind = prop_oneof![
        6 => Just(Some(DocumentKind::Invoice)),
        1 => Just(Some(DocumentKind::TillReceipt)),
        1 => Just(None),
    ];
    let lines = prop::collection::vec((0usize..2, 0u32..8), 0..3);
    let paper = (ago(), kind, lines, supplier()).prop_map(|(day, kind, mut lines, supplier)| {
        // The lines about one ASIN stand together, as they do once they are joined.
        lines.sort_by_key(|line| line.0);
        Paper {
            day,
            kind,
            lines,
            supplier,
        }
    });
    let bought = prop::collection::vec(bought, 0..7);
    let papers = prop::collection::vec(paper, 0..4);
    let stock = [0u32..12, 0u32..12];
    (bought, papers, moved(), moved(), stock).prop_map(|(bought, papers, sold, returned, stock)| {
        Account {
            bought,
            papers,
            sold,
            returned,
            stock,
        }
    })
}
