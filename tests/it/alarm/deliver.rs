//! One message and its target, in simulated time: limits, refusals, waits, and never twice.

use super::strict::{self, KEYS};
use super::{HIDDEN, alarm, parcels};
use crate::net::loopback::{Asked, How, Loopback, Reply};
use crate::net::simulated::{Simulated, simulate};
use kenpin::model::{Alarm, AlarmKind, Parcel, ParcelState};
use kenpin::net::alarm::{Cause, End, Keys, Target, deliver};
use kenpin::net::{Clock, Host, Secret, Settings};
use std::convert::Infallible;
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// The secret that leads to a server.
fn secret(kind: AlarmKind, url: &str) -> String {
    match kind {
        AlarmKind::Slack => format!("{url}/services/T0/B0/{HIDDEN}"),
        AlarmKind::Discord => format!("{url}/api/webhooks/1/{HIDDEN}"),
        AlarmKind::Teams => format!("{url}/workflows/1?api-version=1&sig={HIDDEN}"),
        AlarmKind::Webhook => format!("{url}/hook/{HIDDEN}"),
        _ => HIDDEN.to_owned(),
    }
}

/// What came of a message, the states it went through, and the time it took.
struct Sent {
    end: End,
    states: Vec<ParcelState>,
    time: Duration,
}

fn send(of: &Alarm, url: &str, parcel: &Parcel) -> Sent {
    let mut of = of.clone();
    if matches!(of.kind, AlarmKind::Chatwork | AlarmKind::Line) {
        of.address = url.to_owned();
    }
    let (clock, seen) = Simulated::pair();
    let host = Host::new(Settings::default(), seen).unwrap();
    let keys = Secret::new(KEYS.join(" "));
    let target = Target {
        alarm: &of,
        secret: Some(Secret::new(secret(of.kind, url))),
        keys: (of.kind == AlarmKind::Webhook).then(|| Keys::parse(&keys).unwrap()),
    };
    assert!(!format!("{target:?}").contains(HIDDEN));
    let mut states = Vec::new();
    let mut mark = |state, _| {
        states.push(state);
        Ok::<(), Infallible>(())
    };
    let work = deliver(&host, &target, parcel, &mut mark);
    let Ok(end) = simulate(&host, &clock, work);
    assert!(!format!("{end:?}").contains(HIDDEN));
    Sent {
        end,
        states,
        time: clock.now(),
    }
}

/// A server with these answers in order, the last for ever, and everything that it was asked.
fn in_order(replies: Vec<Reply>) -> (Loopback, Arc<Mutex<Vec<Asked>>>) {
    let seen = Arc::new(Mutex::new(Vec::new()));
    let kept = Arc::clone(&seen);
    let server = Loopback::start(move |asked| {
        let mut all = kept.lock().unwrap();
        all.push(asked.clone());
        replies[(all.len() - 1).min(replies.len() - 1)].clone()
    });
    (server, seen)
}

fn http() -> impl Iterator<Item = AlarmKind> {
    let kinds = AlarmKind::ALL.iter().copied();
    kinds.filter(|kind| *kind != AlarmKind::Mail)
}

/// Sends one message to a server with these answers.
fn one(kind: AlarmKind, replies: Vec<Reply>) -> (Sent, Vec<Asked>) {
    let (server, seen) = in_order(replies);
    let of = alarm(kind);
    let sent = send(&of, &server.url(), &parcels(&of, 1)[0]);
    let seen = seen.lock().unwrap().clone();
    (sent, seen)
}

#[test]
fn every_target_takes_every_message_of_many_findings() {
    for kind in http() {
        let server = Loopback::start(move |asked| strict::answer(kind, asked));
        let of = alarm(kind);
        for parcel in parcels(&of, 700) {
            let sent = send(&of, &server.url(), &parcel);
            assert_eq!(sent.end, End::Sent, "{kind} {}", parcel.part);
            assert_eq!(sent.states, [ParcelState::UnderWay, ParcelState::Sent]);
        }
    }
}

#[test]
fn a_refusal_is_final_for_this_run_and_says_why() {
    for (status, word) in [
        (400, "invalid_payload"),
        (403, "action_prohibited"),
        (404, "channel_not_found"),
    ] {
        let (sent, asked) = one(AlarmKind::Slack, vec![Reply::new(status, word)]);
        let End::Failed(Cause::Status {
            status: s, word: w, ..
        }) = &sent.end
        else {
            panic!("{:?}", sent.end)
        };
        assert_eq!((*s, w.as_str(), asked.len()), (status, word, 1));
        assert_eq!(sent.states.last(), Some(&ParcelState::Waiting));
    }
    // What a server makes up is not shown.
    let odd = format!("see http://x/{HIDDEN}");
    let (sent, _) = one(AlarmKind::Slack, vec![Reply::new(400, odd)]);
    assert!(!format!("{:?}", sent.end).contains("see"));
    // Another place is not gone to.
    for kind in http() {
        let moved = Reply::new(302, "").header("location", "https://elsewhere.example/");
        let (sent, asked) = one(kind, vec![moved]);
        assert!(matches!(sent.end, End::Failed(_)), "{kind}");
        assert_eq!(asked.len(), 1);
    }
}

#[test]
fn a_target_that_is_gone_is_left_alone() {
    for kind in http() {
        let (sent, asked) = one(kind, vec![Reply::new(410, "channel_is_archived")]);
        assert_eq!((sent.end, asked.len()), (End::Gone, 1), "{kind}");
        assert_eq!(sent.states.last(), Some(&ParcelState::Gone));
    }
}

#[test]
fn waits_are_those_that_are_asked_for() {
    let limits = |kind: AlarmKind| match kind {
        AlarmKind::Discord => {
            let body =
                r#"{"message":"You are being rate limited.","retry_after":9.5,"global":false}"#;
            Reply::new(429, body)
        }
        AlarmKind::Chatwork => {
            Reply::new(429, r#"{"errors":["limit"]}"#).header("x-ratelimit-reset", "1790000010")
        }
        _ => Reply::new(429, "").header("retry-after", "9"),
    };
    for kind in http() {
        let (sent, asked) = one(kind, vec![limits(kind), Reply::new(200, "{}")]);
        assert_eq!((sent.end, asked.len()), (End::Sent, 2), "{kind}");
        let wait = sent.time.as_secs_f64();
        assert!((9.0..=10.5).contains(&wait), "{kind}: {wait}");
        // Whoever wants to be left alone for hours is, until the next audit.
        let later = Reply::new(429, "").header("retry-after", "7200");
        let (sent, asked) = one(kind, vec![later]);
        assert!(matches!(sent.end, End::Failed(_)), "{kind}");
        assert_eq!(asked.len(), 1, "{kind}");
        // A server that stays broken is not asked for ever, and signatures stay good meanwhile.
        let (sent, asked) = one(kind, vec![Reply::new(503, "")]);
        assert!(matches!(sent.end, End::Failed(_)), "{kind}");
        assert_eq!(asked.len(), 4, "{kind}");
        assert!(sent.time < Duration::from_secs(120));
    }
}

#[test]
fn what_may_have_arrived_is_repeated_only_under_a_key() {
    let broken = [
        Reply::new(200, "").how(How::Gone),
        Reply::new(200, "ok, but the connection ends").how(How::Cut),
        Reply::new(504, ""),
    ];
    for reply in broken {
        for kind in http() {
            let (sent, asked) = one(kind, vec![reply.clone(), Reply::new(200, "{}")]);
            if !kind.knows_keys() {
                assert!(
                    matches!(sent.end, End::Unknown(_)),
                    "{kind}: {:?}",
                    sent.end
                );
                assert_eq!(asked.len(), 1, "{kind}");
                assert_eq!(sent.states, [ParcelState::UnderWay, ParcelState::Unknown]);
                continue;
            }
            assert_eq!((sent.end, asked.len()), (End::Sent, 2), "{kind}");
            let name = match kind {
                AlarmKind::Line => "x-line-retry-key",
                _ => "webhook-id",
            };
            assert_eq!(asked[0].header(name), asked[1].header(name));
            assert_eq!(asked[0].body, asked[1].body);
        }
    }
}

#[test]
fn a_key_that_line_knows_already_is_a_success() {
    let known = r#"{"message":"The retry key is already accepted"}"#;
    let (sent, asked) = one(AlarmKind::Line, vec![Reply::new(409, known)]);
    assert_eq!((sent.end, asked.len()), (End::Sent, 1));
    let (sent, _) = one(AlarmKind::Webhook, vec![Reply::new(409, "")]);
    assert!(matches!(sent.end, End::Failed(_)));
}

#[test]
fn a_signature_is_made_anew_for_each_try_and_by_each_key() {
    let busy = Reply::new(429, "").header("retry-after", "30");
    let (sent, asked) = one(AlarmKind::Webhook, vec![busy, Reply::new(204, "")]);
    assert_eq!((sent.end, asked.len()), (End::Sent, 2));
    for one in &asked {
        for key in KEYS {
            assert_eq!(strict::signed(one, key), Some(true));
        }
        let foreign = "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        assert_eq!(strict::signed(one, foreign), Some(false));
    }
    let at = |nth: usize| {
        asked[nth]
            .header("webhook-timestamp")
            .unwrap()
            .parse::<i64>()
    };
    assert!(at(1).unwrap() >= at(0).unwrap() + 30);
    assert_eq!(asked[0].header("webhook-id"), asked[1].header("webhook-id"));
}

#[test]
fn nothing_is_sent_without_encryption_to_another_machine() {
    let of = alarm(AlarmKind::Slack);
    let sent = send(&of, "http://192.0.2.1", &parcels(&of, 1)[0]);
    assert!(matches!(sent.end, End::Failed(_)), "{:?}", sent.end);
}
