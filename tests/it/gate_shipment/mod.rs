//! The shipment gate: what ships, holds and stops.

mod form;
mod hostile;

use crate::scan_run::{Desk, cp932, files_below, repository};
use kenpin::model::{Decision, GateLine, Severity, ShipmentGate};
use std::collections::BTreeSet;
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
        .filter(|rule| rule.id.starts_with("SHIP-"))
        // Amazon cannot be asked about goods that do not exist.
        .filter(|rule| {
            let inputs = rule.check.inputs();
            !inputs.contains(&kenpin::model::Input::Eligibility)
        });
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
