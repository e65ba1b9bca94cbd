//! The proof ledger on the demo account and on small ones: figures that fit, filters, formats.

use crate::scan_run::{Desk, Ran, copy_tree, repository};
use crate::write_sample::words;
use kenpin::model::{Lang, Ledger, PaperState, Proven, Report};
use kenpin::write::width::cells as cells_of;
use kenpin::write::{self, Style};
use std::path::Path;

fn demo() -> Desk {
    let desk = Desk::new();
    let (from, to) = (repository().join("data/demo"), desk.path("input"));
    copy_tree(&from, &to, &|name| {
        !["README.md", "expected.json", "generate.py"].contains(&name)
    });
    desk
}

fn run(desk: &Desk, more: &[&str]) -> Ran {
    let args = ["proof", "input", "--today", "2026-11-21"];
    desk.run(&[&args, more].concat())
}

fn ledger(desk: &Desk, more: &[&str]) -> (Ledger, Option<i32>) {
    let ran = run(desk, &[&["--format", "json"], more].concat());
    let whole: serde_json::Value =
        serde_json::from_slice(&ran.stdout).unwrap_or_else(|e| panic!("{e}: {}", ran.told()));
    let ledger: Ledger = serde_json::from_value(whole.clone()).unwrap();
    assert_eq!(serde_json::to_value(&ledger).unwrap(), whole);
    (ledger, ran.code)
}

/// An ASIN with two purchases, of which one has a paper that ends soon, and a supplier without one.
fn small() -> Desk {
    let desk = Desk::new();
    desk.write(
        "input/fba.txt",
        "sku\tfnsku\tasin\tproduct-name\tcondition\tyour-price\tmfn-listing-exists\tmfn-fulfillable-quantity\tafn-listing-exists\tafn-warehouse-quantity\tafn-fulfillable-quantity\n\
         S-1\tX1\tB0CASE0001\t木の\u{1b}[31m皿\tNew\t1000\tNo\t0\tYes\t14\t14\n",
    );
    desk.write(
        "input/purchases.csv",
        "仕入日,仕入先,ASIN,数量\n2025-12-01,=みほん卸,B0CASE0001,10\n2026-10-01,=みほん卸,B0CASE0001,8\n",
    );
    desk.write(
        "input/documents.csv",
        "ファイル名,書類種類,発行日,仕入先,ASIN,数量\na.pdf,請求書,2025-12-12,=みほん卸,B0CASE0001,10\n",
    );
    desk.write(
        "input/orders.txt",
        "amazon-order-id\tpurchase-date\torder-status\tsku\tasin\tquantity\titem-status\n\
         503-0000001-0000001\t2026-01-10T10:00:00+09:00\tShipped\tS-1\tB0CASE0001\t4\tShipped\n\
         503-0000001-0000002\t2026-01-11T10:00:00+09:00\tCancelled\tS-1\tB0CASE0001\t9\tCancelled\n",
    );
    desk
}

#[test]
fn the_figures_of_the_demo_fit_each_other() {
    let (ledger, code) = ledger(&demo(), &[]);
    let head = &ledger.head;
    assert_eq!(code, Some(1));
    assert_eq!(head.asins_shown, ledger.asins.len() as u64);
    assert!(head.asins_in_all > 300 && head.ready > 250 && head.not_ready > 5);
    let sum = |of: &dyn Fn(&kenpin::model::AsinLedger) -> u64| -> u64 {
        ledger.asins.iter().map(of).sum()
    };
    assert_eq!(sum(&|a| a.figures.stock), head.totals.stock);
    assert_eq!(sum(&|a| a.figures.documented), head.totals.documented);
    for (nth, ahead) in head.forecast.iter().enumerate() {
        assert_eq!(sum(&|a| a.forecast[nth].covered), ahead.covered);
        assert_eq!(sum(&|a| a.forecast[nth].stock), ahead.stock);
    }
    for asin in &ledger.asins {
        let f = &asin.figures;
        let parts = f.documented_sold + f.documented_in_stock + f.documented_left_over;
        assert_eq!(f.documented, parts, "{asin:?}");
        let units: u64 = asin.lots.iter().map(|lot| lot.units).sum();
        let held: u64 = asin.lots.iter().map(|lot| lot.in_stock).sum();
        assert_eq!(
            (units, held + f.stock_unaccounted),
            (f.units, f.stock),
            "{asin:?}"
        );
        let counts = |lot: &kenpin::model::LedgerLot| {
            let mut papers = lot.papers.iter();
            papers.any(|paper| paper.state == PaperState::Counts)
        };
        let covered = asin.lots.iter().filter(|lot| counts(lot));
        assert_eq!(
            covered.map(|lot| lot.in_stock).sum::<u64>(),
            f.stock_covered
        );
        let days: Vec<_> = asin.lots.iter().map(|lot| lot.day).collect();
        assert!(days.is_sorted(), "{asin:?}");
    }
    let uncovered = |a: &kenpin::model::AsinLedger| a.figures.stock - a.figures.stock_covered;
    assert!(
        ledger
            .asins
            .is_sorted_by(|a, b| uncovered(a) >= uncovered(b))
    );
}

/// What the ledger says ends within 30 days is what the rule about it hits.
#[test]
fn the_ledger_agrees_with_the_rule_about_papers_that_end() {
    let desk = demo();
    let report: Report = desk.scan(&[]);
    let hit = report.findings.iter().filter(|f| f.rule == "PROOF-017");
    let hit: Vec<String> = hit.map(|f| format!("{:?}", f.subject)).collect();
    let (ledger, _) = ledger(&desk, &["--expiring", "30"]);
    assert!(!hit.is_empty());
    for subject in hit {
        let told = |a: &kenpin::model::AsinLedger| subject.contains(a.asin.as_deref().unwrap());
        let asin = ledger.asins.iter().find(|a| told(a));
        let next = asin
            .and_then(|a| a.expires)
            .unwrap_or_else(|| panic!("{subject}"));
        assert!(next.days_left <= 30 && next.units > 0, "{next:?}");
    }
}

#[test]
fn one_asin_is_told_with_its_lots() {
    let desk = small();
    let (ledger, code) = ledger(&desk, &["--asin", "b0case0001"]);
    let asin = &ledger.asins[0];
    let f = &asin.figures;
    assert_eq!((f.bought, f.documented, f.sold, f.stock), (18, 10, 4, 14));
    assert_eq!(
        (f.documented_sold, f.documented_in_stock, f.stock_covered),
        (4, 6, 6)
    );
    let next = asin.expires.unwrap();
    assert_eq!((next.days_left, next.units), (21, 6));
    assert_eq!(next.falls_out.to_string(), "2026-12-13");
    // Four units in 2 days of reports: everything is sold before the next 30 days are over.
    assert_eq!(asin.pace.unwrap().days, 2);
    assert_eq!((asin.forecast[0].stock, asin.forecast[0].covered), (0, 0));
    let told: Vec<_> = asin
        .lots
        .iter()
        .map(|l| (l.units, l.sold, l.in_stock))
        .collect();
    assert_eq!(told, [(10, 4, 6), (8, 0, 8)]);
    assert_eq!(asin.lots[1].papers, []);
    // No folder with the file was given, and nothing tells how to reach the supplier.
    assert_eq!(asin.readiness.state, Some(Proven::Open));
    assert!(!asin.readiness.not_judged.is_empty());
    let [supplier] = ledger.head.suppliers.as_slice() else {
        panic!("{:?}", ledger.head.suppliers);
    };
    assert_eq!((supplier.lacks.len(), supplier.units), (5, 18));
    assert_eq!(code, Some(1));
    assert_eq!((ledger.head.ready_unknown, asin.not_told.len()), (1, 0));
}

#[test]
fn filters_pick_and_wrong_ones_are_told() {
    let desk = small();
    let shown = |more: &[&str]| ledger(&desk, more).0.head.asins_shown;
    assert_eq!(
        (shown(&["--expiring", "21"]), shown(&["--expiring", "20"])),
        (1, 0)
    );
    for (asin, said) in [("B0", "is no ASIN"), ("B0CASE0009", "none of the files")] {
        let ran = run(&desk, &["--asin", asin, "--lang", "en"]);
        assert!(
            ran.code == Some(2) && ran.err().contains(said),
            "{}",
            ran.told()
        );
    }
    let ran = run(&desk, &["--expiring", "soon", "--lang", "en"]);
    assert_eq!(ran.code, Some(2), "{}", ran.told());
}

#[test]
fn the_screen_keeps_its_width_in_both_languages_and_nothing_in_it_acts() {
    for desk in [demo(), small()] {
        let head = desk.scan(&[]).head;
        let (ledger, _) = ledger(&desk, &[]);
        for (lang, width) in [Lang::Ja, Lang::En].into_iter().flat_map(|lang| {
            let widths = [40, 60, 80, 120];
            widths.into_iter().map(move |width| (lang, width))
        }) {
            let style = Style {
                lang,
                width,
                color: false,
                all: true,
            };
            let mut out = Vec::new();
            let asins = Box::new(ledger.asins.iter().cloned());
            write::proof(&mut out, &head, &ledger.head, asins, &words(), &style).unwrap();
            let said = String::from_utf8(out).unwrap();
            assert!(!said.contains('\u{1b}') && !said.contains("<ui"), "{said}");
            for line in said.lines() {
                let cells = cells_of(line);
                assert!(cells <= width, "{lang} {cells} of {width}: {line}");
            }
        }
    }
}

#[test]
fn files_are_written_and_a_spreadsheet_runs_nothing() {
    let desk = small();
    let out = [
        "--out", "l.csv", "--out", "l.json", "--out", "l.txt", "--lang", "en",
    ];
    let ran = run(&desk, &out);
    assert_eq!(ran.code, Some(1), "{}", ran.told());
    let bytes = desk.read("l.csv");
    let text = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap();
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text);
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 4, "headings, a total, two lots");
    assert!(rows.iter().all(|row| row.len() == rows[0].len()));
    assert_eq!((&rows[1][0], &rows[2][0]), ("total", "lot"));
    assert_eq!(&rows[2][5], "'=みほん卸");
    assert_eq!(
        (&rows[2][16], &rows[2][17], &rows[2][18]),
        ("2026-12-13", "21", "6")
    );
    assert_eq!(&rows[3][11], "no paper");
    let json: Ledger = serde_json::from_slice(&desk.read("l.json")).unwrap();
    assert_eq!(json.asins.len(), 1);
    assert!(
        String::from_utf8(desk.read("l.txt"))
            .unwrap()
            .contains("expires in 21 days")
    );
}

#[test]
fn what_is_missing_is_told_and_nothing_is_covered_by_it() {
    for name in ["documents.csv", "purchases.csv", "orders.txt"] {
        let desk = small();
        std::fs::remove_file(desk.path(&format!("input/{name}"))).unwrap();
        let (ledger, code) = ledger(&desk, &[]);
        assert!(matches!(code, Some(1 | 3)), "{name}");
        assert!(!ledger.asins[0].not_told.is_empty(), "{name}");
        assert!(ledger.head.totals.stock_covered <= 10, "{name}");
    }
}

#[test]
fn the_ledger_is_the_same_on_any_number_of_threads() {
    let desk = demo();
    let said = |threads| run(&desk, &["--format", "json", "--threads", threads]).stdout;
    assert_eq!(said("1"), said("8"));
}

#[test]
fn the_schema_in_the_repository_is_the_types_and_accepts_a_ledger() {
    let schema = serde_json::to_value(schemars::schema_for!(Ledger)).unwrap();
    let text = serde_json::to_string_pretty(&schema).unwrap() + "\n";
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/proof.schema.json");
    if std::env::var_os("KENPIN_BLESS").is_some() {
        std::fs::write(&path, &text).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == text,
        "data/proof.schema.json is old: run the test with KENPIN_BLESS=1"
    );
    let checker = jsonschema::validator_for(&schema).unwrap();
    let ran = run(&small(), &["--format", "json"]);
    let ledger = serde_json::from_slice(&ran.stdout).unwrap();
    let errors: Vec<String> = checker
        .iter_errors(&ledger)
        .map(|e| e.to_string())
        .collect();
    assert!(errors.is_empty(), "{errors:?}");
}
