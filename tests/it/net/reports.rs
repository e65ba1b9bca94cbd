//! Reports: ordered once, taken whole or not at all, and read by the next scan.

use super::fetching::{command, desk, market, run, said};
use crate::scan_run::{Desk, TODAY};
use kenpin::model::{Input, Report};
use std::fs::File;
use std::time::{Duration, Instant, SystemTime};

const LISTINGS: &str = "GET_MERCHANT_LISTINGS_ALL_DATA";

fn read(desk: &Desk) -> Report {
    run(desk, &["scan", "new", "--format", "json", "--today", TODAY]).report()
}

/// A folder with settings and no file.
fn folder(desk: &Desk) {
    desk.write("new/config.toml", desk.read("input/config.toml"));
}

#[test]
fn the_account_health_report_needs_no_download_by_hand() {
    let market = market();
    let desk = desk(&market, 1);
    folder(&desk);
    let ran = run(&desk, &["fetch", "reports", "new"]);
    assert_eq!(ran.code, Some(0), "{}", said(&ran));
    let report = read(&desk);
    let given: Vec<Input> = report.head.files.iter().filter_map(|f| f.input).collect();
    assert!(given.contains(&Input::Health), "{given:?}");
    let of_account = |rule: &str| rule.starts_with("ACCT-");
    assert!(
        report.findings.iter().any(|f| of_account(&f.rule)),
        "nothing is said of the account"
    );
    assert_eq!(market.seen.lock().unwrap().orders.len(), 3);
}

#[test]
fn an_ordered_report_is_waited_for_again_and_not_ordered_twice() {
    let market = market();
    let desk = desk(&market, 1);
    folder(&desk);
    market.seen.lock().unwrap().making = true;
    let args = ["fetch", "reports", "new", "--quiet"];
    let mut child = command(&desk, &args).spawn().unwrap();
    let waited = Instant::now();
    // The order and two looks.
    while market.calls("reports") < 3 {
        std::thread::sleep(Duration::from_millis(20));
        assert!(
            waited.elapsed() < Duration::from_secs(120),
            "nothing is asked"
        );
    }
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(!desk.path("new/fetched-listings.txt").exists());
    market.seen.lock().unwrap().making = false;
    let ran = run(&desk, &args);
    assert_eq!(ran.code, Some(0), "{}", said(&ran));
    let orders = market.seen.lock().unwrap().orders.clone();
    let of = |kind: &str| orders.iter().filter(|order| *order == kind).count();
    assert_eq!((of(LISTINGS), orders.len()), (1, 3), "{orders:?}");
    // What was taken is ordered anew the next time.
    let ran = run(&desk, &args);
    assert_eq!(ran.code, Some(0), "{}", said(&ran));
    assert_eq!(market.seen.lock().unwrap().orders.len(), 6);
}

#[test]
fn a_report_that_breaks_off_leaves_the_last_one_as_it_is() {
    let market = market();
    let desk = desk(&market, 1);
    folder(&desk);
    desk.write("new/fetched-listings.txt", "of last week");
    market.seen.lock().unwrap().cut_documents = true;
    let ran = run(&desk, &["fetch", "reports", "new"]);
    assert_eq!(ran.code, Some(2), "{}", said(&ran));
    assert!(said(&ran).contains("gzip"), "{}", said(&ran));
    assert_eq!(desk.read("new/fetched-listings.txt"), b"of last week");
    let files = std::fs::read_dir(desk.path("new")).unwrap().count();
    assert_eq!(files, 2, "something stayed behind");
}

#[test]
fn a_page_in_place_of_a_report_leaves_the_last_one_as_it_is() {
    let market = market();
    let desk = desk(&market, 1);
    folder(&desk);
    desk.write("new/fetched-listings.txt", "of last week");
    market.seen.lock().unwrap().page_documents = true;
    let ran = run(&desk, &["fetch", "reports", "new"]);
    assert_eq!(ran.code, Some(2), "{}", said(&ran));
    assert!(said(&ran).contains("HTML"), "{}", said(&ran));
    assert_eq!(desk.read("new/fetched-listings.txt"), b"of last week");
}

#[test]
fn an_order_stands_until_amazon_does_not_know_it() {
    let market = market();
    let desk = desk(&market, 1);
    folder(&desk);
    let refuse = |refused| market.seen.lock().unwrap().refuse_reports = refused;
    let orders = || market.seen.lock().unwrap().orders.len();
    let args = ["fetch", "reports", "new"];
    // A look that is refused for now, of a new order and of one that is known.
    refuse(Some(("GET", 413)));
    for _ in 0..2 {
        let ran = run(&desk, &args);
        assert_eq!(ran.code, Some(3), "{}", said(&ran));
        assert_eq!(orders(), 3);
    }
    // Not known any more: ordered anew, and not known either.
    refuse(Some(("GET", 404)));
    let ran = run(&desk, &args);
    assert_eq!((ran.code, orders()), (Some(3), 6), "{}", said(&ran));
    refuse(None);
    let ran = run(&desk, &args);
    assert_eq!((ran.code, orders()), (Some(0), 9), "{}", said(&ran));
}

#[test]
fn without_reports_the_other_kinds_still_come() {
    let market = market();
    let desk = desk(&market, 1);
    market.seen.lock().unwrap().refuse_reports = Some(("POST", 403));
    let ran = run(&desk, &["fetch", "all", "input"]);
    assert_eq!(ran.code, Some(3), "{}", said(&ran));
    assert!(said(&ran).contains("createReport"), "{}", said(&ran));
    assert_eq!(market.answered("getListingsRestrictions").len(), 1);
    // Alone, they end the run.
    let ran = run(&desk, &["fetch", "reports", "input"]);
    assert_eq!(ran.code, Some(2), "{}", said(&ran));
}

#[test]
fn without_the_keys_of_amazon_the_agency_is_still_asked() {
    let market = market();
    let desk = desk(&market, 1);
    let mut without = command(&desk, &["fetch", "all", "input"]);
    without.env_remove("KENPIN_LWA_CLIENT_SECRET");
    let output = without.output().unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(3), "{told}");
    assert!(
        told.contains("KENPIN_LWA_CLIENT_SECRET is not set"),
        "{told}"
    );
    assert_eq!(market.answered("num").len(), 1);
}

#[test]
fn a_budget_that_is_over_orders_no_report() {
    let market = market();
    let desk = desk(&market, 1);
    let ran = run(&desk, &["fetch", "all", "input", "--budget", "0"]);
    assert_eq!(ran.code, Some(3), "{}", said(&ran));
    assert!(
        said(&ran).contains("Reports: 3 not fetched"),
        "{}",
        said(&ran)
    );
    let seen = market.seen.lock().unwrap();
    assert!(seen.calls.is_empty() && seen.orders.is_empty() && seen.tokens == 0);
}

#[test]
fn of_a_fetched_and_a_downloaded_report_the_newer_is_read() {
    let market = market();
    let desk = desk(&market, 1);
    folder(&desk);
    let ran = run(&desk, &["fetch", "reports", "new"]);
    assert_eq!(ran.code, Some(0), "{}", said(&ran));
    let head = "item-name\tseller-sku\tprice\tquantity\titem-condition\tasin1\tstatus\n";
    let line = "やかん\tOLD-1\t1000\t3\t11\tB0CASE0001\tActive\n";
    desk.write("new/all-listings.txt", format!("{head}{line}"));
    let by_hand = File::options()
        .write(true)
        .open(desk.path("new/all-listings.txt"))
        .unwrap();
    let now = SystemTime::now();
    for (moved, left, taken) in [
        (
            now - Duration::from_secs(86_400),
            "all-listings.txt",
            "fetched-listings.txt",
        ),
        (
            now + Duration::from_secs(86_400),
            "fetched-listings.txt",
            "all-listings.txt",
        ),
    ] {
        by_hand.set_modified(moved).unwrap();
        let report = read(&desk);
        let input = |name: &str| {
            let mut files = report.head.files.iter();
            files.find(|f| f.path.ends_with(name)).unwrap().input
        };
        assert_eq!(
            (input(left), input(taken)),
            (None, Some(Input::Listings)),
            "{left}"
        );
        // Nothing is lost in silence.
        let mut issues = report.head.issues.iter();
        let told = issues.find(|issue| issue.key == "file-older").unwrap();
        assert!(told.at.file.ends_with(left), "{told:?}");
    }
}
