//! Tests of the account-health report: values as they come, and nothing that falls over.
#![allow(clippy::unwrap_used, clippy::panic)]

use super::*;
use proptest::prelude::*;

fn rows(text: &str) -> (Vec<HealthRow>, Vec<String>) {
    let (mut tables, mut issues) = (Tables::default(), Issues::default());
    if let Json::Report(report) = recognise(text.as_bytes(), "a.json") {
        take(&[*report], &mut tables, &mut issues);
    }
    let keys = issues.into_list().into_iter().map(|issue| issue.key);
    (tables.health, keys.collect())
}

#[test]
fn numbers_may_stand_as_text_and_must_be_possible() {
    let (found, issues) = rows(
        r#"{"performanceMetrics":[{"lateShipmentRate":{"rate":" 0.04 ","orderCount":"12"}}]}"#,
    );
    let row = &found[0];
    assert_eq!((row.rate, row.orders), (Percent::parse("4%"), Some(12)));
    assert_eq!(issues, Vec::<String>::new());
    let (found, issues) = rows(
        r#"{"performanceMetrics":[{"lateShipmentRate":{"rate":-0.1,"orderCount":1.5},
            "validTrackingRate":{"rate":"many"},"documentRequests":[]}]}"#,
    );
    assert!(
        found
            .iter()
            .all(|row| row.rate.is_none() && row.orders.is_none())
    );
    assert_eq!(issues, ["health-value"; 4]);
}

#[test]
fn deep_nesting_is_broken_and_not_a_fall() {
    let text = "[".repeat(100_000);
    assert!(matches!(
        recognise(text.as_bytes(), "a"),
        Json::Broken { line: 1, .. }
    ));
}

const PIECES: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "\"performanceMetrics\"",
    "\"accountStatuses\"",
    "\"status\"",
    "\"NORMAL\"",
    "\"orderDefectRate\"",
    "\"mfn\"",
    "\"rate\"",
    "\"defectsCount\"",
    "0.04",
    "-1",
    "1e309",
    "null",
    "true",
    "\"検\"",
    "\"reportingDateRange\"",
    "\"reportingDateTo\"",
    "\n",
];

proptest! {
    #[test]
    fn anything_is_read_or_left(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..40)) {
        rows(&pieces.concat());
    }

    #[test]
    fn any_value_of_a_report_is_read_or_told(value in prop::sample::select(PIECES), key in prop::sample::select(METRICS)) {
        let (key, _) = key;
        rows(&format!("{{\"performanceMetrics\":[{{\"{key}\":{{\"rate\":{value},\"defectsCount\":{value},\"reportingDateRange\":{{\"reportingDateTo\":{value}}}}}}}]}}"));
    }
}
