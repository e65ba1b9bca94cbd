//! The shipment gate: what ships, holds and stops; the plan written again; hostile plans.

use crate::scan_run::{Desk, cp932, files_below, repository};
use kenpin::model::{Decision, GateLine, Severity, ShipmentGate};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// A small account with papers, laid into `account`.
fn desk() -> Desk {
    let desk = Desk::new();
    let case = repository().join("tests/cases/gate-manifest/input/account");
    for (name, path) in files_below(&case) {
        let content = fs::read(path).unwrap();
        match name.strip_suffix(".cp932") {
            Some(name) => desk.write(
                &format!("account/{name}"),
                cp932(&String::from_utf8(content).unwrap()),
            ),
            None => desk.write(&format!("account/{name}"), content),
        };
    }
    desk
}

fn gate(desk: &Desk, plan: &str, more: &[&str]) -> (ShipmentGate, Option<i32>) {
    let args = ["gate", "shipment", plan, "account", "--today", "2026-11-21"];
    let ran = desk.run(&[&args[..], &["--format", "json"], more].concat());
    ran.sane();
    let gate: ShipmentGate =
        serde_json::from_slice(&ran.stdout).unwrap_or_else(|e| panic!("{e}\n{}", ran.told()));
    let whole: serde_json::Value = serde_json::from_slice(&ran.stdout).unwrap();
    assert_eq!(serde_json::to_value(&gate).unwrap(), whole);
    (gate, ran.code)
}

/// Runs on a plan that cannot be judged; gives what was said.
fn refused(desk: &Desk, plan: &str, more: &[&str]) -> String {
    let args = ["gate", "shipment", plan, "account", "--today", "2026-11-21"];
    let ran = desk.run(&[&args[..], &["--lang", "en"], more].concat());
    ran.sane();
    assert_eq!(ran.code, Some(2), "{}", ran.told());
    assert!(ran.stdout.is_empty(), "{}", ran.told());
    ran.err()
}

fn rules(line: &GateLine) -> BTreeSet<&str> {
    line.findings.iter().map(|f| f.rule.as_str()).collect()
}

fn demo() -> ShipmentGate {
    let desk = Desk::new();
    let ran = desk.run(&["gate", "shipment", "--demo", "--format", "json", "--quiet"]);
    assert_eq!(ran.code, Some(1), "{}", ran.told());
    serde_json::from_slice(&ran.stdout).unwrap()
}

#[test]
fn every_shipment_rule_fires_and_stays_clear_in_the_demo() {
    let gate = demo();
    assert_eq!(gate.plan, "demo/send-to-amazon_11-21-2026.txt");
    let pack = kenpin::cmd::load::pack(&[]).unwrap();
    let shipment = pack
        .rules
        .iter()
        .filter(|rule| rule.id.starts_with("SHIP-"));
    for rule in shipment {
        let fires = |line: &&GateLine| rules(line).contains(rule.id.as_str());
        let open = |line: &&GateLine| line.not_judged.iter().any(|held| held.rule == rule.id);
        assert!(
            gate.lines.iter().any(|l| fires(&l)),
            "{} is silent",
            rule.id
        );
        let clear = |line: &GateLine| !fires(&line) && !open(&line);
        assert!(gate.lines.iter().any(clear), "{} is never clear", rule.id);
    }
    let by = |decision| gate.lines.iter().filter(|l| l.decision == decision).count() as u64;
    let sum = &gate.summary;
    assert_eq!(
        (sum.ship, sum.hold, sum.stop),
        (by(Decision::Ship), by(Decision::Hold), by(Decision::Stop))
    );
    assert!(sum.ship > 4 && sum.hold > 4 && sum.stop > 1, "{sum:?}");
    assert!(gate.fetch.len() > 2 && gate.fetch.last().unwrap().supplier.is_none());
}

#[test]
fn a_plan_in_a_scanned_folder_is_known_and_left() {
    let desk = desk();
    desk.write("account/plan.csv", "SKU,納品数,賞味期限\nKM-001,5,\n");
    let ran = desk.run(&[
        "scan",
        "account",
        "--today",
        "2026-11-21",
        "--format",
        "json",
    ]);
    let report = ran.report();
    let plan = report
        .head
        .files
        .iter()
        .find(|f| f.path.ends_with("plan.csv"));
    let plan = plan.unwrap();
    assert_eq!(
        (plan.shape.as_deref(), plan.input),
        (Some("shipment"), None)
    );
    let said = report
        .head
        .issues
        .iter()
        .filter(|i| i.key == "file-inbound");
    assert_eq!(said.count(), 1);
    let of_shipment = |c: &&kenpin::model::Coverage| c.rule.id.starts_with("SHIP-");
    assert_eq!(report.head.coverage.iter().filter(of_shipment).count(), 0);
    let ran = desk.run(&["columns", "account/plan.csv", "--lang", "en"]);
    assert!(ran.out().contains("Shipment plan"), "{}", ran.told());
}

#[test]
fn only_the_plan_that_was_named_is_judged() {
    let desk = desk();
    desk.write("account/old.csv", "SKU,納品数,賞味期限\nKM-003,9,\n");
    // The very same bytes once more: the named one counts, wherever its name sorts.
    desk.write("account/a.csv", "SKU,納品数,賞味期限\nKM-001,5,\n");
    desk.write("account/z.csv", "SKU,納品数,賞味期限\nKM-001,5,\n");
    let (gate, code) = gate(&desk, "account/z.csv", &[]);
    assert_eq!((gate.lines.len(), code), (1, Some(0)), "{gate:?}");
    assert_eq!(gate.lines[0].decision, Decision::Ship);
    assert_eq!(gate.plan, "account/z.csv");
}

#[test]
fn the_profile_decides_whether_a_line_is_cut() {
    let desk = desk();
    desk.write("plan.csv", "SKU,Quantity,Expiry\nKM-002,20,\n");
    let line = |gate: &ShipmentGate| {
        let line = &gate.lines[0];
        (line.decision, line.covered, line.may_go)
    };
    let (cut, code) = gate(&desk, "plan.csv", &["--cleaned", "new.csv"]);
    assert_eq!(code, Some(1));
    assert_eq!(line(&cut), (Decision::Hold, Some(12), 12));
    assert_eq!(desk.read("new.csv"), b"SKU,Quantity,Expiry\nKM-002,12,\n");
    let config = String::from_utf8(desk.read("account/config.toml")).unwrap();
    let config = format!("{config}\n[policy]\nprofile = \"safe\"\n");
    desk.write("account/config.toml", config);
    let (whole, _) = gate(&desk, "plan.csv", &["--cleaned", "new.csv"]);
    assert_eq!(line(&whole), (Decision::Stop, Some(12), 0));
    assert_eq!(desk.read("new.csv"), b"SKU,Quantity,Expiry\n");
}

#[test]
fn exit_codes_follow_what_was_found_and_what_was_missing() {
    let desk = desk();
    desk.write("plan.csv", "SKU,Quantity,Expiry\nKM-001,5,\n");
    assert_eq!(gate(&desk, "plan.csv", &[]).1, Some(0));
    // A row without a SKU is in no line: it was not judged.
    desk.write("plan.csv", "SKU,Quantity,Expiry\nKM-001,5,\n,3,\n");
    let (bad, code) = gate(&desk, "plan.csv", &[]);
    assert_eq!((bad.summary.rows_bad, code), (1, Some(3)));
    desk.write("plan.csv", "SKU,Quantity,Expiry\nKM-001,5,2026-12-31\n");
    assert_eq!(gate(&desk, "plan.csv", &[]).1, Some(1));
    assert_eq!(
        gate(&desk, "plan.csv", &["--fail-on", "critical"]).1,
        Some(0)
    );
    for gone in ["orders.txt", "fba.csv", "purchases.csv", "listings.txt"] {
        let desk = self::desk();
        desk.write("plan.csv", "SKU,Quantity,Expiry\nKM-001,5,\n");
        fs::remove_file(desk.path(&format!("account/{gone}"))).unwrap();
        let (gate, code) = gate(&desk, "plan.csv", &["--fail-on", "critical"]);
        assert_eq!(
            (gate.lines[0].decision, code),
            (Decision::Hold, Some(3)),
            "{gone}"
        );
        assert_eq!(gate.lines[0].may_go, 0, "{gone}");
    }
}

#[test]
fn exceptions_count_here_too_but_never_for_a_pledge() {
    let desk = desk();
    let exceptions = "rule,brand,supplier,asin,sku,reason,until\nSHIP-005,,,,KM-001,short run,2027-01-01\n,,,B0CASE0005,,try,2027-01-01\n";
    desk.write("account/exceptions.csv", exceptions);
    let config = String::from_utf8(desk.read("account/config.toml")).unwrap();
    let config = config.replace("pledged_asins = []", "pledged_asins = [\"B0CASE0005\"]");
    desk.write("account/config.toml", config);
    desk.write(
        "plan.csv",
        "SKU,Quantity,Expiry\nKM-001,5,2026-12-31\nKM-005,4,\n",
    );
    let (gate, _) = gate(&desk, "plan.csv", &[]);
    let [kettle, step] = &gate.lines[..] else {
        panic!("{gate:?}")
    };
    assert_eq!(
        (kettle.decision, kettle.suppressed.len()),
        (Decision::Ship, 1)
    );
    assert_eq!((step.decision, step.suppressed.len()), (Decision::Stop, 0));
    assert!(rules(step).contains("SHIP-001"));
    assert_eq!(step.findings[0].severity, Severity::Critical);
}

#[test]
fn hostile_plans_end_well() {
    let desk = desk();
    let write = |text: &str| desk.write("plan.csv", text);
    for broken in [
        "",
        "\n\n",
        "SKU\nKM-001\n",
        "Merchant SKU;;Quantity\u{0}\nKM-001;;1\n",
        "KM-001,5\nKM-002,6\n",
    ] {
        write(broken);
        let said = refused(&desk, "plan.csv", &[]);
        assert!(said.contains("plan.csv"), "{broken:?}: {said}");
    }
    write("SKU,Quantity,Expiry\n");
    assert!(refused(&desk, "plan.csv", &[]).contains("no line"));
    assert!(refused(&desk, "account", &[]).contains("account"));
    assert!(refused(&desk, "gone.csv", &[]).contains("gone.csv"));
    let bad = [
        "-5",
        "0",
        "99999999999999999999",
        "=1+1",
        "1e9",
        "五",
        "",
        "3.5",
        "NaN",
    ];
    let lines: String = bad
        .iter()
        .map(|units| format!("KM-001,{units},\n"))
        .collect();
    write(&format!("SKU,Quantity,Expiry\n{lines}"));
    let (held, code) = gate(&desk, "plan.csv", &["--cleaned", "new.csv"]);
    assert_eq!((held.lines.len(), code), (bad.len(), Some(3)));
    for (line, units) in held.lines.iter().zip(bad) {
        assert!(
            line.quantity.unwrap_or(0) == 0 && line.may_go == 0,
            "{units}"
        );
        assert_eq!(line.decision, Decision::Hold, "{units}");
    }
    assert_eq!(desk.read("new.csv"), b"SKU,Quantity,Expiry\n");
    write("SKU,Quantity,Expiry\nKM-001,4294967295,\nKM-001,4294967295,\n");
    assert_eq!(gate(&desk, "plan.csv", &[]).0.summary.may_go, 0);
    let days = "KM-001,1,31/12/2027\nKM-001,1,2027-13-01\nKM-001,1,soon\nKM-001,1,12/31/2027\n";
    write(&format!("SKU,Quantity,Expiry\n{days}"));
    let (dated, _) = gate(&desk, "plan.csv", &[]);
    let open = |line: &GateLine| line.not_judged.iter().any(|held| held.rule == "SHIP-005");
    let told: Vec<_> = dated
        .lines
        .iter()
        .map(|l| (l.expiry.is_some(), open(l)))
        .collect();
    let unread = (false, true);
    assert_eq!(told, [unread, unread, unread, (true, false)]);
}

#[test]
fn nothing_of_a_plan_acts_on_a_terminal_or_in_a_spreadsheet() {
    let desk = desk();
    desk.write(
        "plan.csv",
        "SKU,Quantity,Expiry\n\u{1b}[2J\u{202e}x,1,\n=HYPERLINK(1),2,\n+1,\u{1b}]0;t\u{7},\n",
    );
    for format in ["table", "csv", "json"] {
        let args = [
            "gate", "shipment", "plan.csv", "account", "--format", format,
        ];
        let ran = desk.run(&args);
        ran.sane();
        let out = ran.out();
        assert!(!out.contains(['\u{1b}', '\u{202e}', '\u{7}']), "{out:?}");
        if format == "csv" {
            assert!(
                out.contains("'=HYPERLINK(1)") && out.contains("'+1"),
                "{out}"
            );
        }
    }
}

#[test]
fn a_file_that_is_read_is_never_written_over() {
    let desk = desk();
    let plan = "SKU,Quantity,Expiry\nKM-001,5,\n";
    desk.write("plan.csv", plan);
    let ledger = desk.read("account/purchases.csv");
    for more in [
        ["--cleaned", "plan.csv"],
        ["--cleaned", "./account/../plan.csv"],
        ["--cleaned", "account/purchases.csv"],
        ["--out", "plan.csv"],
    ] {
        let said = refused(&desk, "plan.csv", &more);
        assert!(said.contains("another name"), "{more:?}: {said}");
    }
    let twice = ["--out", "a.csv", "--cleaned", "a.csv"];
    assert!(refused(&desk, "plan.csv", &twice).contains("another name"));
    assert_eq!(desk.read("plan.csv"), plan.as_bytes());
    assert_eq!(desk.read("account/purchases.csv"), ledger);
    // What an earlier run wrote may be written again.
    gate(&desk, "plan.csv", &["--cleaned", "account/new.csv"]);
    gate(&desk, "plan.csv", &["--cleaned", "account/new.csv"]);
    assert_eq!(desk.read("account/new.csv"), plan.as_bytes());
}

#[test]
fn many_lines_come_out_alike_on_any_number_of_threads() {
    let desk = desk();
    let line = |n: usize| format!("KM-{:03},{},\n", n % 7, n % 9);
    let lines: String = (0..3000).map(line).collect();
    desk.write("plan.csv", format!("SKU,Quantity,Expiry\n{lines}"));
    let out = |threads| {
        let args = [
            "gate", "shipment", "plan.csv", "account", "--format", "json",
        ];
        let more = ["--today", "2026-11-21", "--threads", threads];
        desk.run(&[&args[..], &more].concat()).stdout
    };
    assert!(out("1") == out("8"));
}

#[test]
fn the_schema_in_the_repository_is_the_types_and_accepts_a_result() {
    let schema = serde_json::to_value(schemars::schema_for!(ShipmentGate)).unwrap();
    let text = serde_json::to_string_pretty(&schema).unwrap() + "\n";
    let path = repository().join("data/shipment.schema.json");
    if std::env::var_os("KENPIN_BLESS").is_some() {
        fs::write(&path, &text).unwrap();
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        written.replace("\r\n", "\n") == text,
        "data/shipment.schema.json is old: run the test with KENPIN_BLESS=1"
    );
    let checker = jsonschema::validator_for(&schema).unwrap();
    let result = serde_json::to_value(demo()).unwrap();
    let wrong: Vec<String> = checker
        .iter_errors(&result)
        .map(|e| e.to_string())
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

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
