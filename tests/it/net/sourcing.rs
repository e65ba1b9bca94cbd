//! Candidates for buying, judged by what was fetched about them.

use super::fetching::{desk, kenpin_today, market, run, said};
use crate::scan_run::Desk;
use kenpin::model::{Answer, Choice};
use serde_json::json;

/// Candidates by the numbers of their ASINs.
fn candidates(desk: &Desk, numbers: &[u32]) {
    let line = |n: &u32| {
        let asin = format!("B0CAND{n:04}");
        let line = json!({"id": n.to_string(), "asin": asin, "title": "青葉 マグネット 10個",
            "brand": "青葉", "supplier": "株式会社青葉商店", "supplier_class": "卸", "price": 300,
            "list_price": 980, "condition": "新品", "route": "国内正規品", "quantity": 5});
        format!("{line}\n")
    };
    desk.write(
        "candidates.jsonl",
        numbers.iter().map(line).collect::<String>(),
    );
}

fn gate(desk: &Desk, today: &str) -> Vec<Answer> {
    let args = [
        "gate",
        "candidates",
        "candidates.jsonl",
        "--account",
        "input",
    ];
    let ran = run(desk, &[&args[..], &["--today", today, "--quiet"]].concat());
    let text = String::from_utf8(ran.stdout).unwrap();
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn reasons(answer: &Answer) -> Vec<&str> {
    answer.reasons.iter().map(|reason| &*reason.rule).collect()
}

#[test]
fn candidates_are_judged_by_what_was_fetched_about_them() {
    let market = market();
    let desk = desk(&market, 1);
    candidates(&desk, &[1, 2, 3]);
    let today = kenpin_today();
    let before = gate(&desk, &today);
    assert!(
        before.iter().all(|answer| answer.decision == Choice::Buy),
        "{before:?}"
    );
    let held = json!([{"conditionType": "new_new", "reasons": [
        {"message": "この商品は出品の承認が必要です。", "reasonCode": "APPROVAL_REQUIRED"}]}]);
    market.special("getListingsRestrictions", "B0CAND0001", held);
    let refused = json!({"isEligibleForProgram": false,
        "ineligibilityReasonList": ["FBA_INB_0051"]});
    market.special("getItemEligibilityPreview", "B0CAND0002", refused);
    for kind in ["restrictions", "eligibility"] {
        let ran = run(
            &desk,
            &["fetch", kind, "input", "--candidates", "candidates.jsonl"],
        );
        assert_eq!(ran.code, Some(0), "{}", said(&ran));
        assert!(said(&ran).contains(": 4 fetched"), "{}", said(&ran));
    }
    // One came later.
    candidates(&desk, &[1, 2, 3, 4, 1]);
    let answers = gate(&desk, &today);
    assert_eq!(reasons(&answers[0]), ["LIST-030"]);
    let told = serde_json::to_string(&answers[0].reasons).unwrap();
    assert!(told.contains("この商品は出品の承認が必要です。"), "{told}");
    assert!(told.contains(".fetched.db"), "{told}");
    // The same ASIN once more is told once more, and not twice at once.
    assert_eq!(
        answers[4].reasons[0].evidence.len(),
        answers[0].reasons[0].evidence.len()
    );
    assert_eq!(reasons(&answers[1]), ["SHIP-030"]);
    assert!(answers[1].decision > Choice::Buy);
    assert!(
        answers[2].reasons.is_empty() && answers[2].decision == Choice::Buy,
        "{:?}",
        answers[2]
    );
    // Nobody asked about the fourth: whether it may be listed has to be asked first.
    assert_eq!(answers[3].decision, Choice::Ask);
    let asks = |rule: &str| {
        let mut open = answers[3].not_judged.iter();
        open.find(|not| &*not.rule == rule).map(|not| not.asks)
    };
    assert_eq!(
        (asks("LIST-030"), asks("SHIP-030")),
        (Some(true), Some(false))
    );
    // Answers that are too old count for nothing.
    let later = gate(&desk, "2099-01-01");
    assert!(
        later.iter().all(|answer| answer.reasons.is_empty()),
        "{later:?}"
    );
}
