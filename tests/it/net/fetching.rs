//! `kenpin fetch` as a program, against services on this machine: from a token to a finding.

use super::market::{Faults, Market, distinct};
use crate::scan_run::{Desk, Ran, TODAY};
use kenpin::model::{Fetched, Input, Report};
use kenpin::net::System;
use kenpin::store::Cache;
use serde_json::json;
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

const NUMBER: &str = "T7000012050002";

pub fn market() -> Market {
    Market::start(Arc::new(System::default()), Faults(0.0))
}

/// An account whose settings name the market.
pub fn desk(market: &Market, offers: usize) -> Desk {
    let desk = Desk::new();
    let head = "item-name\tseller-sku\tprice\tquantity\titem-condition\tasin1\tfulfillment-channel\tstatus\n";
    let line = |n: usize| {
        let price = 1_000 + n * 100;
        format!("やかん {n}\tKM-{n:03}\t{price}\t\t11\tB0CASE{n:04}\tAMAZON_JP\tActive\n")
    };
    let lines: String = (0..offers).map(line).collect();
    desk.write("input/listings.txt", format!("{head}{lines}"));
    desk.write(
        "input/purchases.csv",
        "仕入日,仕入先,SKU,ASIN,商品名,数量,単価\n2026/09/01,見本商事,KM-001,B0CASE0001,やかん 1,5,900\n",
    );
    desk.write(
        "input/suppliers.csv",
        format!("仕入先,区分,登録番号\n見本商事,卸,{NUMBER}\n"),
    );
    let url = market.url();
    let config = format!(
        "[network]\nseller_id = \"A1SELLER\"\namazon = \"{url}\"\nlogin = \"{url}/auth/o2/token\"\ninvoices = \"{url}\"\n"
    );
    desk.write("input/config.toml", config);
    desk
}

pub fn command(desk: &Desk, args: &[&str]) -> Command {
    let mut command = desk.kenpin();
    command
        .args(args)
        .args(["--lang", "en"])
        .env("KENPIN_STATE", desk.path("state"))
        .env("KENPIN_LWA_CLIENT_ID", "client")
        .env("KENPIN_LWA_CLIENT_SECRET", "hidden")
        .env("KENPIN_LWA_REFRESH_TOKEN", "Atzr|grant")
        .env("KENPIN_INVOICE_ID", "hidden-id");
    command
}

pub fn run(desk: &Desk, args: &[&str]) -> Ran {
    let start = Instant::now();
    let output = command(desk, args).output().unwrap();
    Ran {
        code: output.status.code(),
        stdout: output.stdout,
        stderr: output.stderr,
        took: start.elapsed(),
    }
}

pub fn said(ran: &Ran) -> String {
    let text = [&ran.stdout[..], &ran.stderr[..]].concat();
    let text = String::from_utf8(text).unwrap();
    for secret in ["hidden", "Atzr|grant", "Atza|"] {
        assert!(!text.contains(secret), "{text}");
    }
    text
}

pub fn scan(desk: &Desk) -> Report {
    let today = kenpin_today();
    let args = ["scan", "input", "--format", "json", "--today", &today];
    run(desk, &args).report()
}

/// Answers are dated by the clock of the machine, so the scan goes by it too.
pub fn kenpin_today() -> String {
    let japan = jiff::tz::offset(9).to_time_zone();
    jiff::Timestamp::now().to_zoned(japan).date().to_string()
}

pub fn found<'r>(report: &'r Report, rule: &str) -> Vec<&'r str> {
    let of = report.findings.iter().filter(|f| f.rule == rule);
    of.map(|finding| finding.title.as_ref()).collect()
}

#[test]
fn what_was_fetched_is_one_more_input_of_a_scan() {
    let market = market();
    let desk = desk(&market, 3);
    market.special(
        "getListingsRestrictions",
        "B0CASE0001",
        json!([{"conditionType": "new_new", "reasons": [
            {"message": "この商品は出品の承認が必要です。", "reasonCode": "APPROVAL_REQUIRED"},
        ]}]),
    );
    market.special(
        "num",
        NUMBER,
        json!({"registratedNumber": NUMBER, "name": "他社物産株式会社",
            "registrationDate": "2023-10-01"}),
    );
    let before = scan(&desk);
    // What was never fetched rests: the rules would only say so of every offer.
    let asked = |report: &Report, rule: &str| {
        let mut coverage = report.head.coverage.iter();
        coverage.any(|coverage| coverage.rule.id == rule)
    };
    assert!(!asked(&before, "LIST-030") && !asked(&before, "PROOF-042"));
    let mut told = String::new();
    for kind in [
        "catalog",
        "restrictions",
        "eligibility",
        "inventory",
        "invoice-numbers",
    ] {
        let ran = run(&desk, &["fetch", kind, "input"]);
        assert_eq!(ran.code, Some(0), "{}", said(&ran));
        told.push_str(&said(&ran));
    }
    assert!(told.contains("Restrictions on listing: 3 fetched, 0 failed, 0 not asked"));
    let after = scan(&desk);
    assert_eq!(found(&after, "LIST-030"), ["やかん 1"]);
    assert_eq!(found(&after, "PROOF-042").len(), 1);
    let open = |report: &Report, rule: &str| {
        let mut coverage = report.head.coverage.iter();
        let of = coverage.find(|coverage| coverage.rule.id == rule).unwrap();
        !of.not_judged.is_empty()
    };
    assert!(!open(&after, "LIST-030"));
    let given: Vec<Input> = after
        .head
        .files
        .iter()
        .filter_map(|file| file.input)
        .collect();
    for input in [Input::Catalog, Input::Stock, Input::Eligibility] {
        assert!(given.contains(&input), "{input}");
    }
    // Nothing is asked for twice while the answers count.
    let ran = run(&desk, &["fetch", "restrictions", "input"]);
    assert!(said(&ran).contains("nothing to fetch"), "{}", said(&ran));
    for operation in ["getListingsRestrictions", "searchCatalogItems", "num"] {
        assert!(distinct(&market.answered(operation)), "{operation}");
    }
    // After their days they are: a scan of a later day does not count them.
    let later = ["scan", "input", "--format", "json", "--today", "2099-01-01"];
    let later = run(&desk, &later).report();
    assert!(!asked(&later, "LIST-030"));
    // An offer that came later was not asked about: it is not judged, and not clear.
    let listings = String::from_utf8(desk.read("input/listings.txt")).unwrap();
    let newer = listings + "やかん 9\tKM-900\t1000\t\t11\tB0CASE0900\tAMAZON_JP\tActive\n";
    desk.write("input/listings.txt", newer);
    assert!(open(&scan(&desk), "LIST-030"));
    // No secret was kept anywhere.
    for entry in std::fs::read_dir(desk.path("state")).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("Atz") && !text.contains("hidden"));
    }
}

#[test]
fn a_dry_run_tells_calls_and_minutes_and_calls_nobody() {
    let market = market();
    let desk = desk(&market, 100);
    let ran = run(
        &desk,
        &["fetch", "all", "input", "--dry-run", "--today", TODAY],
    );
    assert_eq!(ran.code, Some(0), "{}", said(&ran));
    let text = said(&ran);
    assert!(
        text.contains("Catalog: 100 to fetch (0 kept), 5 calls"),
        "{text}"
    );
    assert!(
        text.contains("FBA eligibility: 100 to fetch (0 kept), 100 calls, 1.6 min"),
        "{text}"
    );
    assert!(market.seen.lock().unwrap().calls.is_empty());
}

#[test]
fn an_interrupted_fetch_goes_on_where_it_stopped() {
    let market = market();
    let desk = desk(&market, 9);
    market.seen.lock().unwrap().silent_after = Some(4);
    let args = ["fetch", "restrictions", "input", "--quiet"];
    let mut child = command(&desk, &args).spawn().unwrap();
    let waited = Instant::now();
    // Four are answered, and kept; the others are under way.
    let kept = || {
        let cache = Cache::existing(&desk.path("state"), "default").ok()??;
        Some(cache.answers(Fetched::Restrictions, 0).ok()?.len())
    };
    while market.calls("getListingsRestrictions") < 8 || kept() != Some(4) {
        std::thread::sleep(Duration::from_millis(20));
        assert!(
            waited.elapsed() < Duration::from_secs(120),
            "nothing is asked"
        );
    }
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(market.answered("getListingsRestrictions").len(), 4);
    market.seen.lock().unwrap().silent_after = None;
    let ran = run(&desk, &args);
    assert_eq!(ran.code, Some(0), "{}", said(&ran));
    let answered = market.answered("getListingsRestrictions");
    assert_eq!(answered.len(), 9);
    assert!(distinct(&answered), "{answered:?}");
}

#[test]
fn what_went_wrong_is_said_in_plain_words() {
    let market = market();
    let desk = desk(&market, 2);
    let fetch = ["fetch", "restrictions", "input"];
    let offline = run(&desk, &[&fetch[..], &["--offline"]].concat());
    assert_eq!(offline.code, Some(2), "{}", said(&offline));
    assert!(
        said(&offline).contains("makes no connection"),
        "{}",
        said(&offline)
    );
    assert_eq!(market.calls("getListingsRestrictions"), 0);
    let grant = (400, "invalid_grant".to_owned());
    market.seen.lock().unwrap().refuse_login = Some(grant);
    let ended = run(&desk, &fetch);
    assert_eq!(ended.code, Some(2));
    assert!(
        said(&ended).contains("Authorise your application again"),
        "{}",
        said(&ended)
    );
    market.seen.lock().unwrap().refuse_login = None;
    market.seen.lock().unwrap().refuse = Some((403, "Unauthorized".to_owned()));
    let forbidden = run(&desk, &fetch);
    assert!(
        said(&forbidden).contains("lacks the role"),
        "{}",
        said(&forbidden)
    );
    let mut without = command(&desk, &fetch);
    without.env_remove("KENPIN_LWA_CLIENT_SECRET");
    let told = String::from_utf8(without.output().unwrap().stderr).unwrap();
    assert!(
        told.contains("KENPIN_LWA_CLIENT_SECRET is not set"),
        "{told}"
    );
    desk.write(
        "input/config.toml",
        "[network]\namazon = \"http://example.com\"\n",
    );
    let insecure = run(&desk, &fetch);
    assert!(
        said(&insecure).contains("only https is"),
        "{}",
        said(&insecure)
    );
    let demo = run(&desk, &["fetch", "all", "--demo"]);
    assert!(said(&demo).contains("--dry-run"), "{}", said(&demo));
}

#[test]
fn reports_become_files_that_a_scan_reads() {
    let market = market();
    let desk = desk(&market, 1);
    let config = desk.read("input/config.toml");
    desk.write("new/config.toml", config);
    let health = "GET_V2_SELLER_PERFORMANCE_REPORT";
    market.special("getReport", health, json!("FATAL"));
    let ran = run(&desk, &["fetch", "reports", "new"]);
    // One of the three could not be made.
    assert_eq!(ran.code, Some(3), "{}", said(&ran));
    assert!(said(&ran).contains("FATAL"), "{}", said(&ran));
    let args = ["scan", "new", "--format", "json", "--today", TODAY];
    let report = run(&desk, &args).report();
    let given: Vec<Input> = report
        .head
        .files
        .iter()
        .filter_map(|file| file.input)
        .collect();
    assert_eq!(given, [Input::Listings, Input::Stock]);
    assert_eq!(
        report
            .head
            .files
            .iter()
            .map(|file| file.rows_bad)
            .sum::<u64>(),
        0
    );
}

#[test]
fn the_readmes_show_what_a_dry_run_prints() {
    let desk = Desk::new();
    for (readme, lang) in [("README.md", "en"), ("README.ja.md", "ja")] {
        let args = ["fetch", "all", "--demo", "--dry-run", "--lang", lang];
        let ran = desk.run(&args);
        let printed = String::from_utf8(ran.stdout).unwrap();
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(readme);
        let shown = std::fs::read_to_string(path).unwrap();
        assert!(
            shown.contains(&printed),
            "{readme} does not show:\n{printed}"
        );
    }
}
