//! Purchases in a workbook, made here and never kept as an opaque file.

use crate::scan_digest::digest;
use crate::scan_run::Desk;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

const LISTINGS: &str = "item-name\tseller-sku\tasin1\titem-condition\tfulfillment-channel\tstatus\n\
    やかん 1.5L\tKM-001\tB0CASE0001\t11\tAMAZON_JP\tActive\n\
    鍋ぶた 24cm\tKM-002\tB0CASE0002\t11\tAMAZON_JP\tActive\n";

/// The ledger as a seller has it: a title row, real dates, numbers, a JAN typed as a number, a
/// hidden sheet and one that is something else.
fn workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("仕入2026").unwrap();
    sheet.write(0, 0, "2026年 仕入れ").unwrap();
    let headers = [
        "仕入日",
        "仕入先",
        "SKU",
        "ASIN",
        "JAN",
        "数量",
        "単価",
        "流通経路",
        "仕入先区分",
    ];
    for (column, header) in (0..).zip(headers) {
        sheet.write(2, column, header).unwrap();
    }
    let date = Format::new().set_num_format("yyyy/mm/dd");
    let day = ExcelDateTime::from_ymd(2026, 5, 1).unwrap();
    for (row, sku, asin) in [(3, "KM-001", "B0CASE0001"), (5, "KM-002", "B0CASE0002")] {
        sheet.write_with_format(row, 0, &day, &date).unwrap();
        sheet.write(row, 1, "見本 一郎").unwrap();
        sheet.write(row, 2, sku).unwrap();
        sheet.write(row, 3, asin).unwrap();
        sheet.write(row, 4, 4_900_000_000_016_f64).unwrap();
        sheet.write(row, 5, 3).unwrap();
        sheet.write(row, 6, 1200.0).unwrap();
        sheet.write(row, 7, "並行輸入品").unwrap();
        sheet.write(row, 8, "個人").unwrap();
    }
    let other = book.add_worksheet().set_name("メモ").unwrap();
    other.write(0, 0, "電話する").unwrap();
    let hidden = book.add_worksheet().set_name("old").unwrap();
    hidden.set_hidden(true).write(0, 0, "仕入日").unwrap();
    book.save_to_buffer().unwrap()
}

#[test]
fn a_workbook_is_read_as_its_csv_would_be() {
    let desk = Desk::new();
    desk.write("input/listings.txt", LISTINGS)
        .write("input/仕入.xlsx", workbook());
    let report = desk.scan(&[]);
    let told = digest(&report);
    let csv = Desk::new();
    let row = |sku: &str, asin: &str| {
        format!("2026/05/01,見本 一郎,{sku},{asin},4900000000016,3,1200,並行輸入品,個人\r\n")
    };
    let rows = row("KM-001", "B0CASE0001") + "\r\n" + &row("KM-002", "B0CASE0002");
    // The same rows on the same lines, so that the places are the same too.
    let head = "2026年 仕入れ\r\n\r\n仕入日,仕入先,SKU,ASIN,JAN,数量,単価,流通経路,仕入先区分\r\n";
    csv.write("input/listings.txt", LISTINGS)
        .write("input/仕入.csv", format!("{head}{rows}"));
    let wanted = csv.scan(&[]);
    assert!(!report.findings.is_empty(), "{told}");
    let facts = |report: &kenpin::model::Report| -> Vec<String> {
        let lines = digest(report);
        let start = lines.find("findings").unwrap();
        let plain = |l: &str| l.replace(" [仕入2026]", "").replace(".xlsx", ".csv");
        lines[start..].lines().map(plain).collect()
    };
    assert_eq!(facts(&report), facts(&wanted));
    let file = |ending: &str| {
        let found = report.head.files.iter().find(|f| f.path.contains(ending));
        found.unwrap_or_else(|| panic!("{ending} in {told}"))
    };
    assert_eq!(file("仕入2026").rows, 2, "{told}");
    assert_eq!(file("メモ").input, None, "{told}");
    assert!(
        !report.head.files.iter().any(|f| f.path.contains("old")),
        "{told}"
    );
}

#[test]
fn a_report_is_written_again_and_never_read() {
    let desk = Desk::new();
    desk.write("input/listings.txt", LISTINGS);
    for lang in ["ja", "en"] {
        let out = format!("input/report-{lang}.xlsx");
        for _ in 0..2 {
            let ran = desk.run(&["scan", "--demo", "--quiet", "--lang", lang, "--out", &out]);
            assert_eq!(ran.code, Some(1), "{}", ran.told());
        }
    }
    let report = desk.scan(&[]);
    let sheets = report.head.files.iter();
    let mut sheets = sheets.filter(|file| file.path.contains("report-"));
    assert!(
        sheets.all(|sheet| sheet.input.is_none()),
        "{:#?}",
        report.head.files
    );
}
