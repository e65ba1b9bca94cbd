//! The forms that plans come in, and the plan written again.

use super::{desk, gate, refused};
use crate::scan_run::cp932;
use kenpin::model::{Decision, GateLine, ShipmentGate};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// The form as a workbook: a sheet that shows how, and one that is filled in.
#[cfg(feature = "xlsx")]
fn workbook(sheets: &[(&str, &str, f64)]) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, sku, units) in sheets {
        let sheet = book.add_worksheet();
        sheet.set_name(*name).unwrap();
        sheet
            .write(
                0,
                0,
                "このシートに記入する前にExampleタブを確認してください",
            )
            .unwrap();
        let heads = [
            "Merchant SKU",
            "Quantity",
            "Prep owner",
            "Expiration date (MM/DD/YYYY)",
        ];
        for (at, head) in (0u16..).zip(heads) {
            sheet.write(7, at, head).unwrap();
        }
        sheet.write(8, 0, *sku).unwrap();
        sheet.write(8, 1, *units).unwrap();
        sheet.write(8, 3, "01/02/2028").unwrap();
    }
    book.save_to_buffer().unwrap()
}

#[cfg(feature = "xlsx")]
#[test]
fn the_form_as_a_workbook_is_read_without_its_example() {
    let desk = desk();
    let book = workbook(&[("Example", "SKU-A", 10.0), ("納品プラン", "KM-001", 5.0)]);
    desk.write("plan.xlsx", book);
    let (gate, code) = gate(&desk, "plan.xlsx", &[]);
    let line = &gate.lines[0];
    assert_eq!((gate.lines.len(), code), (1, Some(0)));
    assert_eq!(
        (line.sku.as_str(), line.quantity, line.at.line),
        ("KM-001", Some(5), Some(9))
    );
    assert_eq!(line.expiry.unwrap().to_string(), "2028-01-02");
    let said = refused(&desk, "plan.xlsx", &["--cleaned", "new.xlsx"]);
    assert!(said.contains("tab-separated"), "{said}");
    let book = workbook(&[("東京", "KM-002", 1.0), ("大阪", "KM-001", 5.0)]);
    desk.write("plan.xlsx", book);
    assert!(refused(&desk, "plan.xlsx", &[]).contains("Several sheets"));
}

/// A plan in one of the forms sellers have: its name and bytes.
fn file(form: u8, lines: &[(u8, u8, u8)]) -> (&'static str, Vec<u8>) {
    let rows = lines.iter().map(|(sku, units, each)| {
        let boxes = match each {
            0 => ["".to_owned(), "".to_owned()],
            each => [each.to_string(), (units / each).to_string()],
        };
        (format!("KM-00{sku}"), units.to_string(), boxes)
    });
    match form {
        0 => {
            let head = "シートの説明\t\r\n\r\nMerchant SKU\tQuantity\tPrep owner\tUnits per box \tNumber of boxes\r\n";
            let row = |(sku, units, [each, boxes]): (String, String, [String; 2])| {
                format!("{sku}\t{units}\t\t{each}\t{boxes}\r\n")
            };
            (
                "plan.txt",
                cp932(&(head.to_owned() + &rows.map(row).collect::<String>())),
            )
        }
        1 => {
            let row = |(sku, units, [each, boxes]): (String, String, [String; 2])| {
                format!("\"{units}\",\"備考, \"\"あり\"\"\",{sku},{each},{boxes}\n")
            };
            let text = "数量,備考,SKU,入数,箱数\n".to_owned() + &rows.map(row).collect::<String>();
            (
                "plan.csv",
                [b"\xef\xbb\xbf".to_vec(), text.into_bytes()].concat(),
            )
        }
        _ => {
            let row = |(sku, units, [each, boxes]): (String, String, [String; 2])| {
                format!("{sku}\t{units}\t{each}\t{boxes}\r\n")
            };
            let text =
                "SKU\t納品数\t入数\t箱数\r\n".to_owned() + &rows.map(row).collect::<String>();
            let wide = text.encode_utf16().flat_map(u16::to_le_bytes);
            ("plan.tsv", [0xff, 0xfe].into_iter().chain(wide).collect())
        }
    }
}

fn units(gate: &ShipmentGate) -> BTreeMap<String, u32> {
    let goes = gate.lines.iter().filter(|line| line.may_go > 0);
    goes.map(|line| (line.sku.clone(), line.may_go)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, max_shrink_iters: 10, ..ProptestConfig::default() })]

    #[test]
    fn the_plan_read_again_is_what_may_go(
        form in 0u8..3,
        lines in prop::collection::vec((1u8..7, 0u8..50, 0u8..4), 1..6),
    ) {
        let mut seen = BTreeSet::new();
        let lines: Vec<_> = lines.into_iter().filter(|line| seen.insert(line.0)).collect();
        let desk = desk();
        let (name, bytes) = file(form, &lines);
        desk.write(name, &bytes);
        let (first, _) = gate(&desk, name, &["--cleaned", &format!("new-{name}")]);
        let new = desk.read(&format!("new-{name}"));
        if units(&first).is_empty() {
            refused(&desk, &format!("new-{name}"), &[]);
        } else {
            let (again, code) = gate(&desk, &format!("new-{name}"), &[]);
            prop_assert_eq!(code, Some(0));
            prop_assert_eq!(units(&again), units(&first));
            prop_assert_eq!(again.lines.len(), units(&first).len());
            prop_assert!(again.lines.iter().all(|line| line.decision == Decision::Ship));
            // Whole lines and the head are the very bytes that stood there; a line of no units goes.
            let whole = |line: &GateLine| line.may_go > 0 && Some(line.may_go) == line.quantity;
            if first.lines.iter().all(whole) {
                prop_assert_eq!(new, bytes);
            }
        }
    }
}
