//! Alarms: targets that enforce their limits, messages that are sent once, secrets that never show.

mod audit;
mod deliver;
mod smtp;
mod strict;

use kenpin::model::{
    Alarm, AlarmKind, AuditFinding, Decision, Lang, News, NewsItem, Parcel, ParcelState, Severity,
    Subject, Yen,
};
use kenpin::write::alarm::{Told, Voice, bodies};

/// What no output may hold; part of every secret of these tests.
pub const HIDDEN: &str = "XsEcReT0nLyFoRtHeTaRgEt";

pub fn alarm(kind: AlarmKind) -> Alarm {
    Alarm {
        name: "shop".into(),
        kind,
        severity: Severity::High,
        secret_env: "KENPIN_TEST".into(),
        key_env: String::new(),
        to: vec!["123".into()],
        from: "kenpin@example.com".into(),
        server: String::new(),
        user: String::new(),
        address: String::new(),
    }
}

/// News with titles that try to get out of the message.
pub fn news(count: usize) -> News {
    let item = |nth: usize| NewsItem {
        finding: AuditFinding {
            rule: "IP-001".into(),
            severity: Severity::High,
            decision: Decision::Stop,
            subject: Subject::Sku {
                sku: format!("SKU-{nth}"),
                asin: Some("B0CASE0001".into()),
            },
            title: "@everyone <!channel> [toall] **鉄瓶** 🍵 \u{1b}[31m".into(),
            yen_at_stake: Some(Yen(1234)),
            fingerprint: "f".into(),
            aside: false,
        },
        title: "知的財産".into(),
    };
    News {
        account: "検品商店".into(),
        day: "2026-11-21".parse().unwrap(),
        since: None,
        items: (0..count).map(item).collect(),
    }
}

pub fn parcels(alarm: &Alarm, count: usize) -> Vec<Parcel> {
    let words = crate::write_sample::words();
    let voice = Voice {
        words: &words,
        lang: Lang::Ja,
        at: "2026-11-21T00:00:00Z",
    };
    let bodies = bodies(Told::News(&news(count)), alarm, voice).into_iter();
    let parcel = |(part, body)| Parcel {
        id: 0,
        alarm: alarm.name.clone(),
        kind: alarm.kind,
        part,
        key: format!("00000000-0000-4000-8000-{part:012}"),
        body,
        state: ParcelState::Waiting,
        tries: 0,
    };
    (1..).zip(bodies).map(parcel).collect()
}
