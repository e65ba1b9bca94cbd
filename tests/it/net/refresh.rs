//! What is fetched before a scan: never against the wish of the user, and never in the way of the scan.

use super::fetching::{desk, kenpin_today, market, run, said};
use kenpin::store::Cache;

#[test]
fn offline_is_offline_before_scans_and_audits_too() {
    let market = market();
    let desk = desk(&market, 2);
    let today = kenpin_today();
    let args = ["audit", "input", "--refresh", "--today", &today];
    for command in ["scan", "audit"] {
        let ran = run(&desk, &[&[command], &args[1..], &["--offline"]].concat());
        assert_ne!(ran.code, Some(2), "{}", said(&ran));
        assert!(said(&ran).contains("makes no connection"), "{}", said(&ran));
    }
    let nobody = {
        let seen = market.seen.lock().unwrap();
        seen.calls.is_empty() && seen.tokens == 0
    };
    assert!(nobody, "somebody was called");
    let ran = run(&desk, &args);
    assert_ne!(ran.code, Some(2), "{}", said(&ran));
    assert_eq!(market.answered("getListingsRestrictions").len(), 2);
}

#[test]
fn a_scan_goes_on_while_another_run_fetches() {
    let market = market();
    let desk = desk(&market, 1);
    let held = Cache::open(&desk.path("state"), "default").unwrap();
    let today = kenpin_today();
    let scan = run(&desk, &["scan", "input", "--refresh", "--today", &today]);
    assert_ne!(scan.code, Some(2), "{}", said(&scan));
    assert!(
        said(&scan).contains("Another run is fetching"),
        "{}",
        said(&scan)
    );
    assert!(said(&scan).contains("LIST-"), "{}", said(&scan));
    // Fetching itself cannot.
    let fetch = run(&desk, &["fetch", "restrictions", "input"]);
    assert_eq!(fetch.code, Some(2), "{}", said(&fetch));
    assert!(market.seen.lock().unwrap().calls.is_empty());
    drop(held);
}
