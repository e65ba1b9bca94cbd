//! What Amazon finds wrong with listings, from the call to the finding.

use super::fetching::{desk, found, market, run, said, scan};
use serde_json::{Value, json};

/// An issue about which Amazon acts, or will from a moment on.
fn issue(action: &str, exemption: Value) -> Value {
    json!({"code": "18027", "message": "メイン画像に文字が入っています。", "severity": "ERROR",
        "attributeNames": ["main_product_image_locator"], "categories": ["INVALID_IMAGE"],
        "enforcements": {"actions": [{"action": action}], "exemption": exemption}})
}

fn until(days: i64) -> Value {
    let then = jiff::Timestamp::now() + jiff::SignedDuration::from_hours(24 * days);
    json!({"status": "EXEMPT_UNTIL_EXPIRY_DATE", "expiryDate": then.to_string()})
}

#[test]
fn issues_of_listings_become_findings_with_the_day_amazon_acts() {
    let market = market();
    let desk = desk(&market, 5);
    let special = |sku: &str, issues: Value| market.special("searchListingsItems", sku, issues);
    let stopped = issue("LISTING_SUPPRESSED", json!({"status": "NOT_EXEMPT"}));
    special("KM-000", json!([stopped]));
    special("KM-001", json!([issue("SEARCH_SUPPRESSED", until(7))]));
    special("KM-002", json!([issue("SEARCH_SUPPRESSED", until(60))]));
    let missing =
        json!([{"code": "90220", "message": "サイズがありません。", "severity": "ERROR"}]);
    special("KM-003", missing);
    let before = scan(&desk);
    let rests = |rule: &str| !before.head.coverage.iter().any(|c| c.rule.id == rule);
    assert!(rests("LIST-033") && rests("LIST-035"));
    let ran = run(&desk, &["fetch", "listings", "input"]);
    assert_eq!(ran.code, Some(0), "{}", said(&ran));
    assert!(
        said(&ran).contains("Issues of listings: 5 fetched"),
        "{}",
        said(&ran)
    );
    let after = scan(&desk);
    for (rule, title) in [
        ("LIST-033", "やかん 0"),
        ("LIST-035", "やかん 1"),
        ("LIST-036", "やかん 2"),
        ("LIST-037", "やかん 3"),
    ] {
        assert_eq!(found(&after, rule), [title], "{rule}");
    }
    let soon = after
        .findings
        .iter()
        .find(|f| f.rule == "LIST-035")
        .unwrap();
    let shown = serde_json::to_string(&soon.evidence).unwrap();
    for told in [
        "search-suppressed",
        "18027",
        "メイン画像",
        "main_product_image",
        "\"days\":",
    ] {
        assert!(shown.contains(told), "{told}: {shown}");
    }
    // Kept for days: nothing is asked for twice.
    let again = run(&desk, &["fetch", "listings", "input"]);
    assert!(
        said(&again).contains("nothing to fetch"),
        "{}",
        said(&again)
    );
    assert_eq!(market.calls("searchListingsItems"), 1);
}

#[test]
fn without_the_merchant_token_it_is_said_where_it_goes() {
    let market = market();
    let desk = desk(&market, 1);
    let config = String::from_utf8(desk.read("input/config.toml")).unwrap();
    let config = config.replace("seller_id = \"A1SELLER\"\n", "");
    desk.write("input/config.toml", config);
    let ran = run(&desk, &["fetch", "listings", "input"]);
    assert_eq!(ran.code, Some(2), "{}", said(&ran));
    assert!(
        said(&ran).contains("seller_id under [network]"),
        "{}",
        said(&ran)
    );
    assert_eq!(market.calls("searchListingsItems"), 0);
}
