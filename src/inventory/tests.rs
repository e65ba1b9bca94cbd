//! The join against the slow and obvious way of doing it, on random tables.

use super::*;
use crate::model::{ContactId, FileId, Jan, OrderId, Origin, Sale, SalesReport, Text};
use proptest::prelude::*;

/// A row by the codes it names: 0 is none.
type Codes = (u8, u8, u8);

fn asin(n: u8) -> Option<Asin> {
    (n > 0).then(|| Asin::parse(format!("B00000000{n}").as_bytes()))?
}

fn jan(n: u8) -> Option<Jan> {
    const JANS: [&str; 4] = [
        "4901234567894",
        "4900000000009",
        "4900000000016",
        "4900000000023",
    ];
    (n > 0).then(|| Jan::parse(JANS[usize::from(n) - 1].as_bytes()))?
}

fn origin(line: usize) -> Origin {
    Origin {
        file: FileId(0),
        line: line as u32 + 1,
    }
}

fn listing(tables: &mut Tables, line: usize, (sku, page, code): Codes) {
    let sku = tables.skus.intern(&format!("S{sku}")).unwrap();
    tables.listings.push(Listing {
        origin: origin(line),
        sku,
        asin: asin(page),
        jan: jan(code),
        bad_jan: Text::EMPTY,
        title: Text::EMPTY,
        note: Text::EMPTY,
        condition: None,
        price: None,
        quantity: Some(1),
        channel: None,
        status: None,
    });
}

fn purchase(tables: &mut Tables, line: usize, (sku, page, code): Codes) {
    let sku = if sku == 0 {
        None
    } else {
        tables.skus.intern(&format!("S{sku}"))
    };
    tables.purchases.push(Purchase {
        origin: origin(line),
        day: None,
        sku,
        asin: asin(page),
        jan: jan(code),
        bad_jan: Text::EMPTY,
        title: Text::EMPTY,
        units: Some(1),
        unit_cost: None,
        supplier: None,
        contact: ContactId::default(),
        class: None,
        route: None,
        file: Text::EMPTY,
        document_kind: None,
        invoice: Text::EMPTY,
        registration: Text::EMPTY,
        remark: Text::EMPTY,
    });
}

/// The pages, by their ASIN, that a purchase belongs to by the rule in words: by SKU, else by ASIN,
/// else by JAN; the flag tells whether several ASINs share the JAN.
fn slow(listings: &[Codes], (sku, page, code): Codes) -> (Vec<u8>, bool) {
    // Of several rows of a SKU the first one speaks; later ones only add what it does not say.
    let told = |of: u8, part: fn(&Codes) -> u8| {
        listings
            .iter()
            .filter(|l| l.0 == of)
            .map(part)
            .find(|n| *n > 0)
            .unwrap_or(0)
    };
    let page_of = |of: u8| told(of, |l| l.1);
    if sku > 0 && listings.iter().any(|l| l.0 == sku) {
        return (vec![page_of(sku)], false);
    }
    if page > 0 && listings.iter().any(|l| page_of(l.0) == page) {
        return (vec![page], false);
    }
    let same = listings
        .iter()
        .filter(|l| code > 0 && told(l.0, |l| l.2) == code);
    let mut pages: Vec<u8> = same.map(|l| page_of(l.0)).collect();
    pages.sort_unstable();
    pages.dedup();
    let shared = pages.len() > 1;
    (pages, shared)
}

proptest! {
    #[test]
    fn purchases_join_as_the_rule_in_words_says(
        listings in prop::collection::vec((1u8..6, 1u8..4, 0u8..4), 0..8),
        purchases in prop::collection::vec((0u8..8, 0u8..6, 0u8..5), 0..12),
    ) {
        let mut tables = Tables::default();
        listings.iter().enumerate().for_each(|(line, codes)| listing(&mut tables, line, *codes));
        purchases.iter().enumerate().for_each(|(line, codes)| purchase(&mut tables, line, *codes));
        let inventory = Inventory::join(tables, &Lists::default());
        for (row, codes) in purchases.iter().enumerate() {
            let (pages, shared) = slow(&listings, *codes);
            for page in 0..inventory.page_count() {
                let own = inventory.purchases(page).iter().any(|p| p.origin == origin(row));
                let among = inventory.shared_purchases(page).any(|p| p.origin == origin(row));
                let meant = pages.iter().any(|n| asin(*n) == inventory.asin(page));
                prop_assert_eq!(own, meant && !shared, "row {} page {}", row, page);
                prop_assert_eq!(among, meant && shared, "row {} page {}", row, page);
            }
        }
        let left: u64 = inventory
            .unmatched
            .iter()
            .filter(|u| u.input == Input::Purchases)
            .map(|u| u.rows)
            .sum();
        let slow_left = purchases.iter().filter(|p| { let (pages, shared) = slow(&listings, **p); pages.is_empty() || shared });
        prop_assert_eq!(left, slow_left.count() as u64);
    }

    /// However an account's orders are cut into files that overlap, each order counts once.
    #[test]
    fn overlapping_order_files_count_every_order_once(
        orders in prop::collection::vec((1u8..4, 1u32..4), 1..20),
        cut in 0usize..20,
        overlap in 0usize..8,
    ) {
        let mut tables = Tables::default();
        (1..4).for_each(|sku| listing(&mut tables, usize::from(sku), (sku, sku, 0)));
        let cut = cut.min(orders.len());
        let files = [0..cut, cut.saturating_sub(overlap)..orders.len()];
        for (file, rows) in files.into_iter().enumerate() {
            for row in rows {
                let (sku, units) = orders[row];
                let order = OrderId::parse(format!("503-{row:07}-0000001").as_bytes());
                tables.sales.push(Sale {
                    origin: Origin { file: FileId(file as u16), line: row as u32 + 2 },
                    sku: tables.skus.find(&format!("S{sku}")),
                    asin: None,
                    order,
                    day: Some(jiff::civil::date(2026, 1, 1 + row as i8)),
                    units,
                    amount: None,
                    report: SalesReport::Orders,
                    cancelled: false,
                });
            }
        }
        let inventory = Inventory::join(tables, &Lists::default());
        let counted: u64 = (0..inventory.page_count())
            .flat_map(|page| inventory.sales(page))
            .map(|sale| sale.units())
            .sum();
        prop_assert_eq!(counted, orders.iter().map(|(_, units)| u64::from(*units)).sum::<u64>());
    }
}
