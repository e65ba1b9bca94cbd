//! Every target's limits and escaping, with titles that try to get out.
#![allow(clippy::unwrap_used, clippy::panic)]

use super::split::utf16;
use super::*;
use crate::model::{AuditFinding, Decision, Severity, Yen};
use proptest::prelude::*;
use serde_json::Value as Json;

const HOSTILE: &str = "@everyone <!channel> <@U1> [toall] [To:1] [x](https://evil.example) *b* `c` \u{202e}\n# h {{y}}";

fn words() -> &'static Words {
    static WORDS: std::sync::OnceLock<Words> = std::sync::OnceLock::new();
    WORDS.get_or_init(|| {
        let ja = [
            include_str!("../../../data/messages/ja.ftl"),
            include_str!("../../../data/messages/alarm.ja.ftl"),
        ];
        let en = [
            include_str!("../../../data/messages/en.ftl"),
            include_str!("../../../data/messages/alarm.en.ftl"),
        ];
        Words::parse(&ja.join("\n"), &en.join("\n")).unwrap()
    })
}

fn alarm(kind: AlarmKind) -> Alarm {
    Alarm {
        name: "shop".into(),
        kind,
        severity: Severity::High,
        secret_env: String::new(),
        key_env: String::new(),
        to: vec!["U123".into()],
        from: String::new(),
        server: String::new(),
        user: String::new(),
        address: String::new(),
    }
}

fn news(title: &str, count: usize) -> News {
    let item = |nth: usize| NewsItem {
        finding: AuditFinding {
            rule: "IP-001".into(),
            severity: Severity::High,
            decision: Decision::Stop,
            subject: Subject::Sku {
                sku: format!("SKU-{nth}"),
                asin: Some("B0CASE0001".into()),
            },
            title: title.into(),
            yen_at_stake: Some(Yen(1234)),
            fingerprint: "f".into(),
            aside: false,
        },
        title: "規則 <b>".into(),
    };
    News {
        account: "検品商店 @here".into(),
        day: "2026-11-21".parse().unwrap(),
        since: Some("2026-11-14".parse().unwrap()),
        items: (0..count).map(item).collect(),
    }
}

fn made(kind: AlarmKind, news: &News, words: &Words) -> Vec<Json> {
    let bodies = made_text(kind, news, words);
    bodies
        .iter()
        .map(|b| serde_json::from_str(b).unwrap())
        .collect()
}

fn made_text(kind: AlarmKind, news: &News, words: &Words) -> Vec<String> {
    let voice = Voice {
        words,
        lang: Lang::Ja,
        at: "2026-11-21T00:00:00Z",
    };
    bodies(Told::News(news), &alarm(kind), voice)
}

/// Every text below a JSON value.
fn texts(json: &Json, into: &mut Vec<String>) {
    match json {
        Json::String(text) => into.push(text.clone()),
        Json::Array(all) => all.iter().for_each(|one| texts(one, into)),
        Json::Object(all) => all.values().for_each(|one| texts(one, into)),
        _ => {}
    }
}

/// What each target refuses.
fn within_limits(kind: AlarmKind, bodies: &[String]) {
    assert!(!bodies.is_empty() && bodies.len() <= 5, "{kind}");
    for body in bodies {
        if kind == AlarmKind::Chatwork {
            assert!(utf16(body) <= 10_000);
            continue;
        }
        let json: Json = serde_json::from_str(body).unwrap();
        match kind {
            AlarmKind::Slack => {
                let blocks = json["blocks"].as_array().unwrap();
                assert!(blocks.len() <= 50);
                let texts = blocks
                    .iter()
                    .map(|b| utf16(b["text"]["text"].as_str().unwrap()));
                let texts: Vec<usize> = texts.collect();
                assert!(texts.iter().all(|n| (1..=3_000).contains(n)), "{texts:?}");
                assert!(texts.iter().sum::<usize>() <= 13_000);
            }
            AlarmKind::Discord => assert!(utf16(json["content"].as_str().unwrap()) <= 2_000),
            AlarmKind::Line => {
                let messages = json["messages"].as_array().unwrap();
                assert!((1..=5).contains(&messages.len()));
                let longest = messages.iter().map(|m| utf16(m["text"].as_str().unwrap()));
                assert!(longest.max().unwrap() <= 5_000);
            }
            AlarmKind::Teams => assert!(body.len() <= 28_000, "{}", body.len()),
            AlarmKind::Webhook => assert!(body.len() <= 22_000, "{}", body.len()),
            AlarmKind::Mail | AlarmKind::Chatwork => {}
        }
    }
}

#[test]
fn many_findings_are_split_and_the_rest_is_counted() {
    let words = words();
    let many = news("鉄瓶 🍵 & <南部> ".repeat(9).as_str(), 600);
    for kind in AlarmKind::ALL {
        let bodies = made_text(*kind, &many, words);
        within_limits(*kind, &bodies);
        let last = bodies.last().unwrap();
        if *kind == AlarmKind::Webhook {
            let json: Json = serde_json::from_str(last).unwrap();
            let told = json["data"]["findings"].as_array().unwrap().len() as u64;
            assert_eq!(told + json["data"]["left"].as_u64().unwrap(), 600);
            continue;
        }
        // Every finding is told or counted, none twice.
        let all = bodies.join("\n");
        let told = (0..600).filter(|n| {
            let sku = format!("SKU-{n} ");
            all.contains(&sku) || all.contains(&sku.replace('-', "\\\\-"))
        });
        let left = all
            .split("ほか")
            .nth(1)
            .unwrap()
            .split('件')
            .next()
            .unwrap();
        let left: usize = left.replace(',', "").parse().unwrap();
        assert_eq!(told.count() + left, 600, "{kind}");
    }
}

#[test]
fn a_title_cannot_mention_link_or_format() {
    let words = words();
    for kind in AlarmKind::ALL {
        let bodies = made_text(*kind, &news(HOSTILE, 1), words);
        let all = bodies.join("\n");
        // A program gets the title as it is; what people see has nothing that acts.
        if *kind != AlarmKind::Webhook {
            assert!(!all.contains('\u{202e}'), "{kind}: {all}");
            assert!(!all.contains("https://evil"), "{kind}: {all}");
        }
        match kind {
            AlarmKind::Slack => {
                assert!(all.contains("&lt;!channel&gt;"), "{all}");
                assert!(!all.contains('<') && all.contains("plain_text"), "{all}");
            }
            AlarmKind::Discord => {
                let json = &made(*kind, &news(HOSTILE, 1), words)[0];
                assert_eq!(json["allowed_mentions"]["parse"], serde_json::json!([]));
                let content = json["content"].as_str().unwrap();
                assert!(content.contains(r"\@everyone \<\!channel\>"), "{content}");
                assert!(content.contains(r"\`c\`"), "{content}");
            }
            AlarmKind::Chatwork => {
                assert!(all.contains("［toall］"), "{all}");
                assert_eq!(all.matches('[').count(), 4, "{all}");
            }
            AlarmKind::Teams => {
                assert!(!all.contains("TextBlock\"") || all.contains("RichTextBlock"));
                let mut found = Vec::new();
                texts(&made(*kind, &news(HOSTILE, 1), words)[0], &mut found);
                assert!(!found.iter().any(|text| text == "TextBlock"));
            }
            AlarmKind::Mail => {
                let mail: Mail = serde_json::from_str(&bodies[0]).unwrap();
                assert!(!mail.subject.contains(['\n', '\r']));
            }
            AlarmKind::Line | AlarmKind::Webhook => {}
        }
    }
}

#[test]
fn a_test_and_one_finding_read_well_in_both_languages() {
    let words = words();
    for lang in [Lang::Ja, Lang::En] {
        for kind in AlarmKind::ALL {
            let voice = Voice {
                words,
                lang,
                at: "2026-11-21T00:00:00Z",
            };
            for told in [Told::Test, Told::News(&news("鉄瓶", 1))] {
                let made = bodies(told, &alarm(*kind), voice);
                assert_eq!(made.len(), 1, "{kind}");
                assert!(
                    !made[0].contains("{$") && !made[0].contains("<alarm"),
                    "{}",
                    made[0]
                );
            }
        }
    }
    let first = News {
        since: None,
        ..news("鉄瓶", 1)
    };
    let body = &made_text(AlarmKind::Line, &first, words)[0];
    assert!(
        body.contains("最初の点検（2026-11-21）で指摘が1件"),
        "{body}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn no_title_breaks_a_limit(title in any::<String>(), count in 0usize..120) {
        let words = words();
        for kind in AlarmKind::ALL {
            let bodies = made_text(*kind, &news(&title, count), words);
            within_limits(*kind, &bodies);
        }
    }
}
