//! Exceptions: what they set aside stays visible, what they cannot set aside counts, and none is
//! forgotten.

use crate::scan_run::Desk;
use kenpin::model::{Finding, Report};

const LISTINGS: &str = "item-name\tlisting-id\tseller-sku\tprice\tquantity\topen-date\titem-is-marketplace\tproduct-id-type\titem-note\titem-condition\twill-ship-internationally\texpedited-shipping\tproduct-id\tpending-quantity\tfulfillment-channel\tstatus\n";

/// Two offers of Gucci goods; the ASIN of the second was promised never to be sold again.
fn desk(exceptions: &[u8]) -> Desk {
    let desk = Desk::new();
    let row = |sku: &str, asin: &str, title: &str| {
        format!(
            "{title}\t1\t{sku}\t1000\t1\t2026-01-01\ty\t1\t\t11\t\t\t{asin}\t0\tDEFAULT\tActive\n"
        )
    };
    let listings = [
        LISTINGS.to_owned(),
        row("A-1", "B0CASE0001", "グッチ 長財布 レザー"),
        row("A-2", "B0CASE0002", "グッチ 財布 レザー"),
    ];
    desk.write("input/listings.txt", listings.concat());
    desk.write(
        "input/config.toml",
        "pledged_asins = [\"B0CASE0002\"]\n[account]\nstore_name = \"みほん商店\"\n",
    );
    desk.write(
        "input/purchases.csv",
        "仕入日,仕入先,ASIN,数量\n2026-10-01,みほん卸,B0CASE0001,1\n",
    );
    if !exceptions.is_empty() {
        let head = "rule,brand,supplier,asin,sku,reason,until\n".as_bytes();
        desk.write("input/exceptions.csv", [head, exceptions].concat());
    }
    desk
}

fn of<'a>(findings: &'a [Finding], rule: &str) -> Vec<&'a Finding> {
    findings.iter().filter(|f| f.rule == rule).collect()
}

fn scan(exceptions: &str) -> Report {
    desk(exceptions.as_bytes()).scan(&[])
}

#[test]
fn what_is_set_aside_stays_visible_and_counts_nowhere_else() {
    let plain = scan("");
    assert_eq!(of(&plain.findings, "IP-003").len(), 2);
    let report = scan("IP-003,,,,,we hold the papers,2026-11-21\n");
    // The second stands on a page that was promised never to be sold again.
    assert_eq!(of(&report.findings, "IP-003").len(), 1);
    let [aside] = report.suppressed.as_slice() else {
        panic!("{:?}", report.suppressed);
    };
    let why = aside.exception.as_ref().unwrap();
    assert_eq!(
        (why.reason.as_str(), why.at.line),
        ("we hold the papers", Some(2))
    );
    assert_eq!(report.head.summary.suppressed, 1);
    assert_eq!(report.findings.len() + 1, plain.findings.len());
    let fingerprints = |r: &Report| {
        let all = r.findings.iter().chain(&r.suppressed);
        let mut all: Vec<String> = all.map(|f| f.fingerprint.clone()).collect();
        all.sort();
        all
    };
    assert_eq!(fingerprints(&report), fingerprints(&plain));
}

#[test]
fn everything_an_exception_names_must_fit() {
    let aside = |line: &str| scan(&format!("{line},why,2027-01-01\n")).suppressed.len();
    assert_eq!(aside("IP-003,グッチ,,B0CASE0001,A-1"), 1);
    assert_eq!(aside("IP-003,,みほん卸,,"), 1);
    assert_eq!(aside("IP-003,,ほかの店,,"), 0);
    assert_eq!(aside("IP-003,ｸﾞｯﾁ,,,"), 1, "folded");
    assert_eq!(aside("IP-003,グッチョン,,,"), 0);
    assert_eq!(aside("IP-003,,,B0CASE0009,"), 0);
    assert_eq!(aside("IP-003,,,,A-9"), 0);
    assert!(aside(",,,B0CASE0001,") > 1, "every rule on the page");
}

#[test]
fn a_promise_to_amazon_cannot_be_excepted() {
    let report = scan(",,,B0CASE0002,,why,2027-01-01\n");
    assert!(report.suppressed.is_empty());
    assert_eq!(of(&report.findings, "ACCT-001").len(), 1);
    let keys: Vec<_> = report.head.issues.iter().map(|i| i.key.as_str()).collect();
    assert!(keys.contains(&"exception-pledged"), "{keys:?}");
    let desk = desk(b"ACCT-001,,,,,why,2027-01-01\n");
    let ran = desk.run(&["scan", "input", "--lang", "en"]);
    assert_eq!(ran.code, Some(2));
    let said = String::from_utf8_lossy(&ran.stderr).into_owned();
    assert!(
        said.contains("can neither be excepted") && said.contains(":2:1"),
        "{said}"
    );
}

#[test]
fn what_sets_nothing_aside_is_told() {
    let report = scan(
        "IP-003,,,B0CASE0001,,good,2026-11-21\nIP-003,,,B0CASE0001,,again,2027-01-01\nIP-003,,,,,over,2026-11-20\nIP-004,,,,,idle,2027-01-01\n",
    );
    let told: Vec<_> = report
        .head
        .issues
        .iter()
        .filter(|i| i.key.starts_with("exception"))
        .map(|i| (i.at.line.unwrap_or(0), i.key.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            (3, "exception-twice"),
            (4, "exception-expired"),
            (5, "exception-unused")
        ]
    );
    assert_eq!(report.suppressed.len(), 1);
}

#[test]
fn a_file_saved_by_excel_in_japan_is_read_and_a_bad_row_stops() {
    let (cp932, _, _) = encoding_rs::SHIFT_JIS.encode("IP-003,グッチ,,,,許可済み,2027/1/5\n");
    let ran = desk(&cp932).scan(&[]);
    assert_eq!(
        ran.suppressed[0].exception.as_ref().unwrap().reason,
        "許可済み"
    );
    for bad in [
        ",,,,,why,2027-01-01\n",
        "IP-003,,,,,,2027-01-01\n",
        "IP-999,,,,,why,2027-01-01\n",
        "IP-003,,,,,why,soon\n",
    ] {
        let ran = desk(bad.as_bytes()).run(&["scan", "input", "--lang", "ja"]);
        assert_eq!(ran.code, Some(2), "{bad}");
    }
}

#[test]
fn exceptions_are_written_and_listed() {
    let desk = desk(b"");
    let add = |more: &[&str]| {
        let args = [
            "except",
            "add",
            "--config",
            "input/config.toml",
            "--lang",
            "en",
        ];
        desk.run(&[&args, more].concat())
    };
    let rule = [
        "--rule",
        "IP-003",
        "--reason",
        "papers, \"all\"",
        "--until",
        "2027-01-01",
    ];
    assert_eq!(add(&[&rule[..], &["--dry-run"]].concat()).code, Some(0));
    assert!(!desk.path("input/exceptions.csv").exists());
    assert_eq!(add(&rule).code, Some(0));
    assert_eq!(add(&rule).code, Some(2), "twice");
    assert_eq!(
        add(&["--reason", "x", "--until", "2027-01-01"]).code,
        Some(2),
        "nothing named"
    );
    assert_eq!(
        add(&["--sku", "A-1", "--reason", "x", "--until", "2026-01-01"]).code,
        Some(0)
    );
    let bytes = desk.read("input/exceptions.csv");
    assert!(bytes.starts_with("\u{feff}rule,".as_bytes()));
    let list = [
        "except",
        "list",
        "--config",
        "input/config.toml",
        "--today",
        "2026-11-21",
        "--lang",
        "en",
    ];
    let said = String::from_utf8(desk.run(&list).stdout).unwrap();
    assert!(
        said.contains("papers, \"all\"") && said.contains("ended 2026-01-01"),
        "{said}"
    );
    assert_eq!(desk.scan(&[]).suppressed.len(), 1);
    let ran = desk.run(&["scan", "input", "--today", "2026-11-21", "--lang", "ja"]);
    let said = String::from_utf8(ran.stdout).unwrap();
    assert!(
        said.contains("例外で除いた指摘 1件") && said.contains("papers"),
        "{said}"
    );
}

#[test]
fn an_override_weighs_a_finding_otherwise_and_it_stays_one() {
    let plain = scan("");
    let desk = desk(b"");
    desk.write(
        "input/exceptions.csv",
        "rule,brand,supplier,asin,sku,severity,decision,reason,until\n\
         IP-003,,,,,info,,papers,2027-01-01\n,,,,A-2,,ship,pledged,2027-01-01\n",
    );
    let report = desk.scan(&[]);
    assert_eq!(report.findings.len(), plain.findings.len());
    assert_eq!(
        (report.head.summary.reweighed, report.suppressed.len()),
        (1, 0)
    );
    let before = of(&plain.findings, "IP-003");
    let now = of(&report.findings, "IP-003");
    // Only the one whose page was not promised to Amazon; the profile decides on the new severity.
    let changed: Vec<_> = now.iter().filter(|f| f.exception.is_some()).collect();
    let [one] = changed[..] else {
        panic!("{now:?}");
    };
    let instead_of = one.exception.as_ref().unwrap().instead_of.unwrap();
    assert_eq!(
        (instead_of.severity, instead_of.decision),
        (before[0].severity, before[0].decision)
    );
    assert_eq!((one.severity.word(), one.decision.word()), ("info", "ship"));
    assert!(before.iter().any(|f| f.fingerprint == one.fingerprint));
    let keys: Vec<_> = report.head.issues.iter().map(|i| i.key.as_str()).collect();
    assert!(keys.contains(&"exception-unused"), "{keys:?}");
}

#[test]
fn an_exception_that_is_over_makes_room_for_a_new_one() {
    let report = scan("IP-003,,,,,over,2026-11-20\nIP-003,,,,,renewed,2027-01-01\n");
    assert_eq!(report.suppressed.len(), 1);
}

#[test]
fn overrides_are_written_with_the_columns_they_need() {
    let desk = desk(b"IP-002,,,,,old,2027-01-01\n");
    let args = [
        "except",
        "add",
        "--config",
        "input/config.toml",
        "--brand",
        "x",
        "--decision",
    ];
    let more = ["hold", "--reason", "r", "--until", "2027-01-01"];
    assert_eq!(desk.run(&[&args[..], &more].concat()).code, Some(0));
    let said = String::from_utf8(desk.read("input/exceptions.csv")).unwrap();
    assert!(
        said.contains("reason,until,decision\n") && said.contains("r,2027-01-01,hold"),
        "{said}"
    );
    let bad = [
        "except",
        "add",
        "--sku",
        "x",
        "--severity",
        "worst",
        "--reason",
        "r",
        "--until",
    ];
    let ran = desk.run(&[&bad[..], &["2027-01-01"]].concat());
    assert!(
        ran.code == Some(2) && ran.err().contains("critical"),
        "{}",
        ran.told()
    );
}

#[test]
fn a_misspelt_profile_is_told_with_the_one_that_was_meant() {
    let ran = desk(b"").run(&["scan", "input", "--profile", "balancd", "--lang", "en"]);
    assert!(
        ran.code == Some(2) && ran.err().contains("`balanced`"),
        "{}",
        ran.told()
    );
    let ran = desk(b"").scan(&["--profile", "profit"]);
    assert_eq!(ran.head.run.profile, "profit");
}
