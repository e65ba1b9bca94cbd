//! A small report with everything in it that a writer can meet, also hostile text.

use crate::write_rules::{feed, rules};
use kenpin::model::{
    Coverage, Day, Decision, Evidence, Family, Field, Finding, Head, Input, InputFile, Issue, Lang,
    Missing, Place, Report, Run, SCHEMA, SalesReport, Severity, Subject, Summary, Totals,
    Unmatched, Value, Yen,
};
use kenpin::write::Words;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The shipped messages of a language: all files of it, as the program joins them.
pub fn messages(lang: Lang) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/messages");
    let entries = std::fs::read_dir(folder).expect("the folder");
    let mut paths: Vec<_> = entries.map(|e| e.expect("an entry").path()).collect();
    paths.sort();
    let ending = format!("{lang}.ftl");
    let texts = paths
        .iter()
        .filter(|p| p.to_string_lossy().ends_with(&ending))
        .map(|p| std::fs::read_to_string(p).expect("text"));
    texts.collect::<Vec<_>>().join("\n")
}

/// The shipped messages, parsed.
pub fn words() -> Words {
    Words::parse(&messages(Lang::Ja), &messages(Lang::En)).expect("the messages parse")
}

/// Ids of the messages with the text of each, variables and all.
pub fn entries(lang: Lang) -> BTreeMap<String, String> {
    let mut entries: BTreeMap<String, String> = BTreeMap::new();
    let mut last = String::new();
    for line in messages(lang).lines() {
        if line.starts_with('#') || line.is_empty() {
            continue;
        }
        match line.split_once(" =") {
            Some((id, text)) if !id.is_empty() && !id.starts_with([' ', '}']) => {
                last = id.to_owned();
                let double = entries.insert(last.clone(), text.trim().to_owned());
                assert!(double.is_none(), "{lang}: {id} stands twice");
            }
            _ => entries.entry(last.clone()).or_default().push_str(line),
        }
    }
    entries
}

/// The names behind `$` in a text.
pub fn variables(text: &str) -> BTreeSet<&str> {
    text.split('$')
        .skip(1)
        .map(|rest| {
            let end = rest.find(|c: char| !c.is_ascii_lowercase() && c != '-');
            &rest[..end.unwrap_or(rest.len())]
        })
        .collect()
}

/// A title that tries every trick.
pub const HOSTILE: &str = "=HYPERLINK(\"http://x\",\"y\")<script>alert(1)</script>\u{1b}]0;owned\u{7}\r\n2行目\t\u{202e}逆\u{2066}\u{9b}2J\u{200b}見えない,カンマ";

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

fn fact(key: &str, values: &[(&str, Value)], at: Option<(&str, u32)>) -> Evidence {
    Evidence {
        key: key.to_owned().into(),
        values: values
            .iter()
            .map(|(n, v)| ((*n).to_owned().into(), v.clone()))
            .collect(),
        at: at.map(|(file, line)| Place {
            file: file.into(),
            line: (line > 0).then_some(line),
            column: None,
        }),
    }
}

fn finding(rule: &str, severity: Severity, decision: Decision, subject: Subject) -> Finding {
    Finding {
        exception: None,
        rule: rule.into(),
        severity,
        decision,
        subject,
        title: String::new(),
        evidence: Vec::new(),
        yen_at_stake: None,
        fingerprint: "0e1f2a3b4c5d6e7f".into(),
    }
}

/// The findings, worst first.
pub fn findings() -> Vec<Finding> {
    let sku = |sku: &str| Subject::Sku {
        sku: sku.into(),
        asin: Some("B0TEST0001".into()),
    };
    let asin = |asin: &str, skus: &[&str]| Subject::Asin {
        asin: asin.into(),
        skus: skus.iter().map(|s| (*s).to_owned()).collect(),
    };
    let supplier = Subject::Supplier {
        name: "@山田\u{202e}商店".into(),
    };
    let mut all = vec![
        finding(
            "MIX-001",
            Severity::Critical,
            Decision::Stop,
            sku("4901234567894"),
        ),
        finding(
            "PROOF-001",
            Severity::High,
            Decision::Hold,
            asin("B0TEST0002", &["A-1", "A-2", "A-3", "A-4", "A-5", "A-6"]),
        ),
        finding(
            "PROOF-001",
            Severity::High,
            Decision::Hold,
            asin("4041234567", &["-1+1"]),
        ),
        finding("LAW-001", Severity::High, Decision::Hold, Subject::Account),
        finding(
            "IP-001",
            Severity::Medium,
            Decision::Ship,
            asin("B0TEST0003", &["0012"]),
        ),
        finding("PROOF-005", Severity::Medium, Decision::Ship, supplier),
    ];
    all[0].title = HOSTILE.into();
    all[0].yen_at_stake = Some(Yen(1_234_567));
    all[0].evidence = vec![
        fact(
            "goods-route",
            &[
                ("route", Value::word("parallel")),
                ("supplier", "海外通販\u{1b}[31mショップ".into()),
                ("day", day("2026-09-01").into()),
            ],
            Some(("仕入れ/2026年.csv", 12)),
        ),
        fact(
            "page-unmarked",
            &[("title", HOSTILE.into())],
            Some(("出品詳細レポート+11-01-2026.txt", 3)),
        ),
    ];
    all[1].title = "ステンレス 電気ケトル 1.0L 温度調節 保温機能付き コーヒー ドリップ ポット 湯沸かし 空焚き防止 自動電源オフ 日本語説明書付き".repeat(4);
    all[1].yen_at_stake = Some(Yen(98_000));
    all[1].evidence = vec![fact(
        "document-newest-old",
        &[
            ("day", day("2025-01-31").into()),
            ("age", Value::Int(400)),
            ("days", Value::Int(365)),
            ("kind", Value::word("invoice")),
        ],
        Some(("証明書類.csv", 40)),
    )];
    all[1].evidence.extend((0..12).map(|n| {
        let values = [("units", Value::Int(n)), ("kind", Value::word("receipt"))];
        fact(
            "units-documented",
            &values,
            Some(("証明書類.csv", n as u32 + 41)),
        )
    }));
    all[2].title = "🎉👨‍👩‍👧 Ｅmoji と半角ｶﾅ".into();
    all[2].yen_at_stake = Some(Yen(0));
    all[2].evidence = vec![fact(
        "document-none-accepted",
        &[("purchases", Value::Int(3))],
        None,
    )];
    all[3].evidence = vec![
        fact(
            "used-offers",
            &[("count", Value::Int(12)), ("sku", "U-1".into())],
            Some(("listings.txt", 7)),
        ),
        fact("permit-none", &[], Some(("config.toml", 0))),
    ];
    all[4].title = "＋１ テスト商品".into();
    all[4].evidence = vec![
        fact(
            "brand-in-title",
            &[
                ("matched", "テスト".into()),
                ("brand", "TEST".into()),
                (
                    "kinds",
                    Value::words(["listing-restricted", "ip-complainer"]),
                ),
            ],
            Some(("listings.txt", 9)),
        ),
        fact(
            "brand-reported",
            &[
                ("brand", "TEST".into()),
                ("kinds", Value::words(["listing-restricted"])),
                ("claims", "".into()),
                ("source", "example.com".into()),
                ("date", "".into()),
                ("grade", "C".into()),
            ],
            None,
        ),
    ];
    all[5].evidence = vec![
        fact(
            "contact-missing",
            &[
                ("supplier", "@山田\u{202e}商店".into()),
                ("fields", Value::words([Field::Phone, Field::Site])),
            ],
            Some(("suppliers.csv", 4)),
        ),
        fact("contact-purchases", &[("purchases", Value::Int(1))], None),
    ];
    all
}

fn coverage() -> Vec<Coverage> {
    let missing = |input, field, subjects| Missing {
        input,
        field,
        subjects,
    };
    let counts = [
        (280, 1, vec![]),
        (
            200,
            2,
            vec![missing(Input::Documents, Some(Field::Issued), 80)],
        ),
        (280, 1, vec![]),
        (1, 1, vec![]),
        (12, 1, vec![missing(Input::Suppliers, None, 3)]),
        (0, 0, vec![missing(Input::Pledges, None, 280)]),
    ];
    let rows = rules().into_iter().zip(counts);
    rows.map(|(rule, (judged, risk, not_judged))| Coverage {
        rule,
        judged,
        risk,
        not_judged,
    })
    .collect()
}

fn files() -> Vec<InputFile> {
    let file = |path: &str, input: Option<Input>, encoding: &str, rows, rows_bad| InputFile {
        path: path.into(),
        shape: input.map(|_| "shape".into()),
        input,
        encoding: encoding.into(),
        rows,
        rows_bad,
        left_columns: Vec::new(),
    };
    vec![
        file(
            "出品詳細レポート+11-01-2026.txt",
            Some(Input::Listings),
            "CP932",
            300,
            2,
        ),
        file(
            "仕入れ/2026年.csv",
            Some(Input::Purchases),
            "UTF-8",
            1_200,
            0,
        ),
        file("請求書/2026-09-01.pdf", Some(Input::Documents), "", 0, 0),
        file("メモ\u{1b}[2J.csv", None, "", 0, 0),
    ]
}

fn issues() -> Vec<Issue> {
    let issue = |key: &str, line: u32, value: &str, done: &str, values: &[(&str, Value)]| Issue {
        key: key.into(),
        at: Place {
            file: "仕入れ/2026年.csv".into(),
            line: (line > 0).then_some(line),
            column: Some("数量".into()),
        },
        value: value.into(),
        done: done.into(),
        values: values
            .iter()
            .map(|(n, v)| ((*n).to_owned(), v.clone()))
            .collect(),
    };
    vec![
        issue("units-bad", 7, "三\u{1b}[0m個", "cell-ignored", &[]),
        issue("units-bad", 9, "x", "cell-ignored", &[]),
        issue(
            "row-width",
            11,
            "",
            "row-ignored",
            &[("cells", Value::Int(3)), ("columns", Value::Int(17))],
        ),
        issue(
            "more",
            0,
            "",
            "noted",
            &[
                ("key", Value::word("units-bad")),
                ("count", Value::Int(500)),
            ],
        ),
    ]
}

/// Everything of the report but its findings.
pub fn head() -> Head {
    let families = [
        (Family::Mix, 1_234_567),
        (Family::Proof, 98_000),
        (Family::Ip, 0),
    ];
    let severities = [
        (Severity::Critical, 1),
        (Severity::High, 3),
        (Severity::Medium, 2),
    ];
    Head {
        schema: SCHEMA,
        run: Run {
            version: "0.1.0".into(),
            today: day("2026-11-21"),
            profile: "balanced".into(),
            pack: "a1b2c3d4e5f60718".into(),
            store: Some("山田商店\u{1b}[2J".into()),
            feed: Some(feed()),
        },
        summary: Summary {
            suppressed: 0,
            reweighed: 0,
            skus: 300,
            asins: 280,
            stop: 1,
            hold: 9,
            ship: 290,
            open: 85,
            findings: severities.into(),
            yen_at_stake: Some(Yen(1_332_567)),
            yen_by_family: families.map(|(f, y)| (f, Yen(y))).into(),
            rules_evaluated: 5,
            rules_not_evaluated: 1,
            sales: vec![Totals {
                report: SalesReport::Orders,
                rows: 3_000,
                units: 2_950,
                units_told_twice: 120,
                units_cancelled: 30,
            }],
        },
        coverage: coverage(),
        files: files(),
        unmatched: vec![Unmatched {
            file: "仕入れ/2026年.csv".into(),
            input: Input::Purchases,
            rows: 14,
            reason: "no-listing".into(),
            first_lines: vec![3, 10, 22],
        }],
        issues: issues(),
        drill: None,
        outlook: None,
        deadlines: Vec::new(),
        changes: None,
        trend: Vec::new(),
    }
}

/// The whole report.
pub fn report() -> Report {
    Report {
        head: head(),
        findings: findings(),
        suppressed: findings().split_off(5),
    }
}
