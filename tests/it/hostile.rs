//! Input that means harm or is broken: nothing acts, nothing hangs, nothing panics.

use crate::scan_broken::{beside, scan};
use crate::scan_run::{Desk, TODAY};
use kenpin::write::escape;
use std::time::Duration;

/// The longest that a scan of one hostile file may take here, unoptimised and on a busy machine.
pub const PATIENCE: Duration = Duration::from_secs(300);

/// What a listing must not be able to do, each a title, a SKU and a supplier's name in turn.
const TEXTS: &[&str] = &[
    "=HYPERLINK(\"http://evil.example/\",\"x\")<script>alert(1)</script>",
    "+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "＝1+1",
    "\u{1b}[2J\u{1b}]0;owned\u{7}\u{1b}[31m",
    "\u{9b}2J\u{90}x\u{9c}",
    "\u{202e}gnp.exe\u{2066}x\u{2069}\u{200f}",
    "zero\u{200b}width\u{feff}\u{2060}",
    "nul\0l\u{8}\u{7f}",
    "\"};alert(1);//\\\",\u{2028}\u{2029}",
    "{ $x } %s %n {0} \\u{1b}",
    "&lt;img src=x onerror=alert(1)&gt;' OR 1=1 --",
    "'=1+1",
    "\u{3000}=1+1",
];

/// Marks a title for a rule, so that it is shown as evidence.
const MARK: &str = "国内正規品 並行輸入品";

fn hostile_account() -> Desk {
    let desk = Desk::new();
    let mut listings = String::from(
        "item-name\tseller-sku\tasin1\titem-note\titem-condition\tfulfillment-channel\tstatus\n",
    );
    let mut bought = csv::Writer::from_writer(Vec::new());
    let head = [
        "仕入日",
        "仕入先",
        "SKU",
        "商品名",
        "数量",
        "請求書番号",
        "書類ファイル",
        "仕入先区分",
        "備考",
    ];
    bought.write_record(head).unwrap();
    for (n, text) in TEXTS.iter().enumerate() {
        let sku = format!("{text}{n}");
        listings.push_str(&format!(
            "{text} {MARK}\t{sku}\tB0EVIL{n:04}\t箱に傷み {text}\t11\tDEFAULT\tActive\n"
        ));
        let lines = format!("{text}\n{text}");
        let row = [
            "2026/05/01",
            text,
            &sku,
            &lines,
            "many",
            text,
            text,
            "個人",
            &lines,
        ];
        bought.write_record(row).unwrap();
    }
    desk.write("input/listings.txt", listings)
        .write("input/bought.csv", bought.into_inner().unwrap())
        .write("input/left\u{202e}.csv", "\u{1b}[2J,=1+1\n1,2\n");
    #[cfg(unix)]
    desk.write("input/\u{1b}[31m.csv", "a,b\n1,2\n");
    desk
}

/// Fails when a text that was printed or written can act on a terminal.
#[track_caller]
pub fn inert(text: &str) {
    let acting = text
        .char_indices()
        .find(|(_, c)| escape::acts(*c) && *c != '\n');
    if let Some((at, c)) = acting {
        let near: String = text[..at].chars().rev().take(60).collect();
        let near: String = near.chars().rev().collect();
        panic!("{c:?} behind {near:?}");
    }
}

#[test]
fn texts_of_the_input_do_not_act_in_any_output() {
    let desk = hostile_account();
    for lang in ["ja", "en"] {
        let ran = desk.run(&["scan", "input", "--today", TODAY, "--lang", lang, "-v"]);
        assert_eq!(ran.sane().code, Some(1), "{}", ran.told());
        inert(&ran.out());
        inert(&ran.err());
        assert!(ran.out().contains("HYPERLINK"), "the titles are not shown");
    }
    let ran = desk.run(&["columns", "input/bought.csv"]);
    inert(&ran.sane().out());
    let ran = desk.run(&["columns", "input/left\u{202e}.csv"]);
    inert(&ran.sane().out());
    inert(&ran.err());
}

#[test]
fn cells_of_the_csv_are_no_formulas() {
    let desk = hostile_account();
    let ran = desk.run(&[
        "scan", "input", "--today", TODAY, "--format", "csv", "--out", "r.csv",
    ]);
    assert_eq!(ran.sane().code, Some(1), "{}", ran.told());
    let written = desk.read("r.csv");
    assert!(written == ran.stdout, "printed and written CSV differ");
    let text = String::from_utf8(written).unwrap();
    let body = text.strip_prefix('\u{feff}').expect("no byte order mark");
    inert(&body.replace("\r\n", "\n"));
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(body.as_bytes());
    let mut rows = 0;
    for row in reader.records() {
        for cell in &row.unwrap() {
            let bare = cell.parse::<u64>().is_ok();
            let guarded = cell.starts_with('\'') || !escape::is_formula(cell);
            assert!(bare || guarded, "{cell:?}");
        }
        rows += 1;
    }
    assert!(rows > TEXTS.len(), "{rows} rows");
}

#[test]
fn the_json_is_whole_and_keeps_the_texts() {
    let desk = hostile_account();
    let ran = desk.run(&["scan", "input", "--today", TODAY, "--format", "json"]);
    inert(&ran.sane().out());
    let report = ran.report();
    for text in TEXTS {
        let kept = report
            .findings
            .iter()
            .any(|f| f.title.contains(text.trim_start()));
        // What cannot stand in a title is taken out on reading, at most.
        let shown = text.chars().all(|c| !escape::acts(c));
        assert!(kept || !shown, "{text:?} is lost");
    }
    assert!(!report.findings.is_empty());
}

#[test]
fn a_title_of_100_kilobytes_is_read() {
    let desk = Desk::new();
    let title = format!("{MARK} {}", "長い題".repeat(12_000));
    let head = "item-name\tseller-sku\tasin1\n";
    let hits = "並行輸入品 グッチ 非売品 ".repeat(3_000);
    let rows = format!("{title}\tKM-1\tB0CASE0001\n{hits}\tKM-2\tB0CASE0002\n");
    desk.write("input/long.txt", format!("{head}{rows}"));
    for format in ["table", "csv", "json"] {
        let ran = desk.run(&["scan", "input", "--today", TODAY, "--format", format]);
        assert_eq!(ran.sane().code, Some(1), "{}", ran.told());
        assert!(ran.took < PATIENCE, "{:?}", ran.took);
        inert(
            ran.out()
                .trim_start_matches('\u{feff}')
                .replace("\r\n", "\n")
                .as_str(),
        );
    }
}

#[test]
fn goods_that_are_all_alike_are_no_burden() {
    let count = 1_500;
    // Every offer on one page, every purchase of its own; and one JAN on every page and purchase.
    for (one_page, one_jan) in [(true, false), (false, true)] {
        let desk = Desk::new();
        let mut listings = "item-name\tseller-sku\tasin1\titem-condition\n".to_owned();
        let mut catalog = "ASIN,JAN,ブランド\n".to_owned();
        let mut bought = "仕入日,SKU,JAN,数量,仕入先,流通経路\n".to_owned();
        for n in 0..count {
            let page = if one_page { 0 } else { n };
            listings.push_str(&format!("やかん\tKM-{n}\tB0A{page:07}\t11\n"));
            catalog.push_str(&format!("B0A{page:07},4900000000016,みほん\n"));
            let sku = if one_jan {
                String::new()
            } else {
                format!("KM-{n}")
            };
            bought.push_str(&format!("2026/05/01,{sku},4900000000016,1,みほん卸,\n"));
        }
        desk.write("input/listings.txt", listings)
            .write("input/catalog.csv", catalog)
            .write("input/bought.csv", bought);
        let ran = scan(&desk);
        assert_eq!(ran.report().head.summary.skus, count, "{}", ran.told());
        assert!(ran.took < PATIENCE, "{:?}", ran.took);
    }
}

#[test]
fn numbers_beyond_all_bounds_are_counted_or_said() {
    let desk = Desk::new();
    let mut listings = "item-name\tseller-sku\tasin1\tprice\tquantity\n".to_owned();
    let mut stock = "sku\tasin\tafn-fulfillable-quantity\tafn-reserved-quantity\n".to_owned();
    let mut orders =
        "amazon-order-id\tpurchase-date\torder-status\tsales-channel\tsku\tquantity\titem-price\n"
            .to_owned();
    let mut bought = "仕入日,SKU,数量,単価,仕入先,仕入先区分\n".to_owned();
    let numbers = [
        "4294967295",
        "4294967296",
        "9223372036854775807",
        "1e300",
        "-1",
        "NaN",
    ];
    let days = [
        "9999-12-31",
        "0000-00-00",
        "-262144-01-01",
        "99999-01-01",
        "2026-02-29",
    ];
    for (n, number) in numbers.iter().cycle().take(24).enumerate() {
        let (sku, day) = (format!("KM-{n}"), days[n % days.len()]);
        listings.push_str(&format!("{MARK}\t{sku}\tB0NUM{n:05}\t{number}\t{number}\n"));
        stock.push_str(&format!("{sku}\tB0NUM{n:05}\t{number}\t{number}\n"));
        bought.push_str(&format!(
            "2026/05/01,{sku},{number},{number},見本 一郎,個人\n"
        ));
        bought.push_str(&format!("{day},{sku},{number},{number},見本 一郎,個人\n"));
        for day in ["2026-11-01T00:00:00Z", day] {
            let row =
                format!("503-1-{n}\t{day}\tShipped\tAmazon.co.jp\t{sku}\t{number}\t{number}\n");
            orders.push_str(&row);
        }
    }
    desk.write("input/listings.txt", listings)
        .write("input/stock.txt", stock)
        .write("input/orders.txt", orders)
        .write("input/bought.csv", bought);
    for day in ["0001-01-01", "2026-11-21", "9999-12-31"] {
        let ran = desk.run(&["scan", "input", "--today", day, "--format", "json"]);
        assert_eq!(ran.sane().code, Some(1), "{}", ran.told());
        assert!(!ran.report().head.issues.is_empty());
    }
}

#[test]
fn arguments_that_cannot_be_are_said_and_not_tried() {
    let desk = beside();
    for args in [
        &["scan"][..],
        &["scan", "gone"],
        &["scan", "input", "--today", "2026-02-30"],
        &["scan", "input", "--threads", "0"],
        &["scan", "input", "--format", "pdf"],
        &["scan", "input", "--fail-on", "terrible"],
        &["scan", "input", "--out", "report.docx"],
        &["scan", "input", "--out", "gone/report.csv"],
        &["scan", "input", "--config", "gone.toml"],
        &["scan", "input", "--rules", "gone"],
        &["scan", "input", "--lang", "fr"],
        &["scan", "--demo", "input"],
        &["scam", "input"],
        &["columns", "gone.csv"],
        &["rules", "explain", "PROOF-999"],
        &["scan", "in\u{1b}[31mput"],
    ] {
        for lang in ["ja", "en"] {
            let mut args = args.to_vec();
            if !args.contains(&"--lang") {
                args.extend(["--lang", lang]);
            }
            let ran = desk.run(&args);
            assert_eq!(ran.sane().code, Some(2), "{args:?}: {}", ran.told());
            assert!(ran.stdout.is_empty(), "{args:?}: {}", ran.told());
            assert!(!ran.err().is_empty(), "{args:?} says nothing");
            inert(&ran.err());
        }
    }
    assert!(!desk.path("report.docx").exists());
}
