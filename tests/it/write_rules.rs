//! The rules of the sample report.

use kenpin::model::{Family, Grade, Input, Lang, RuleNote, Scope, Severity, Source};
use std::collections::BTreeMap;

fn both(ja: &str, en: &str) -> BTreeMap<Lang, String> {
    BTreeMap::from([(Lang::Ja, ja.to_owned()), (Lang::En, en.to_owned())])
}

fn source(title: &str, date: &str, url: &str, grade: Grade) -> Source {
    Source {
        title: title.into(),
        date: date.into(),
        url: url.into(),
        grade,
    }
}

fn rule(
    id: &str,
    family: Family,
    severity: Severity,
    title: [&str; 2],
    fix: [&str; 2],
) -> RuleNote {
    RuleNote {
        id: id.into(),
        family,
        severity,
        scope: Scope::Asin,
        covers: vec!["C01".into()],
        inputs: vec![Input::Purchases],
        indication: false,
        title: both(title[0], title[1]),
        why: both("理由", "why"),
        fix: both(fix[0], fix[1]),
        source: vec![source(
            "Amazon出品大学",
            "2026-05-01",
            "https://sellercentral.amazon.co.jp/help/hub/reference/G200936440",
            Grade::A,
        )],
    }
}

/// Six rules of all severities.
pub fn rules() -> Vec<RuleNote> {
    let mut brand = rule(
        "IP-001",
        Family::Ip,
        Severity::Medium,
        [
            "出品制限の報告があるブランド",
            "Brand reported as restricted for listing",
        ],
        [
            "Seller Central で出品の許可が要るかを確かめてください。",
            "Check in Seller Central whether approval is needed.",
        ],
    );
    brand.indication = true;
    brand
        .source
        .push(source("seller blog, with \"quotes\"", "", "", Grade::C));
    vec![
        rule(
            "MIX-001",
            Family::Mix,
            Severity::Critical,
            [
                "並行輸入品を、並行輸入の表示がないページに出品している",
                "Parallel-import goods on a page without the parallel marking",
            ],
            [
                "この ASIN への出品を止め、商品名に「並行輸入品」とある別のページに出品し直してください。該当するページがなければ、並行輸入品として新しいページを作ってください。",
                "Stop offering on this ASIN and move the goods to a page marked as parallel import; create one where there is none.",
            ],
        ),
        rule(
            "PROOF-001",
            Family::Proof,
            Severity::High,
            [
                "365日以内の仕入れの証明書類がない",
                "No proof document of the last 365 days",
            ],
            [
                "仕入先に請求書の再発行を頼むか、証明できる仕入れに切り替えてください。",
                "Ask the supplier for a new invoice, or buy where you get one.",
            ],
        ),
        brand,
        rule(
            "LAW-001",
            Family::Law,
            Severity::High,
            [
                "中古品を古物商許可なしで出品している",
                "Used goods without an antique-dealer permit",
            ],
            [
                "許可番号を設定に書いてください。",
                "State the permit in the config.",
            ],
        ),
        rule(
            "PROOF-005",
            Family::Proof,
            Severity::Medium,
            ["仕入先の連絡先が足りない", "Supplier contact incomplete"],
            [
                "仕入先の表に書き足してください。",
                "Complete the supplier table.",
            ],
        ),
        rule(
            "ACCT-001",
            Family::Acct,
            Severity::Critical,
            ["誓約した ASIN がまだある", "A pledged ASIN is still there"],
            ["すぐに取り下げてください。", "Take it down at once."],
        ),
    ]
}

/// A rule feed whose last day is over.
pub fn feed() -> kenpin::model::FeedNote {
    let day = |text: &str| text.parse().expect("a day");
    kenpin::model::FeedNote {
        channel: "stable".to_owned(),
        state: kenpin::model::FeedState::Expired,
        used: Some(kenpin::model::FeedIssue {
            serial: 12,
            sha256: "0123456789abcdef".repeat(4),
            issued: day("2026-08-01"),
            expires: day("2026-11-01"),
        }),
    }
}
