//! A server that refuses what the real targets refuse.

use super::HIDDEN;
use crate::net::loopback::{Asked, Reply};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use kenpin::model::AlarmKind;
use serde_json::Value;

/// Signing keys of the webhook, the new one and the one that it replaces.
pub const KEYS: [&str; 2] = [
    "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD",
    "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
];

fn utf16(text: &str) -> usize {
    text.encode_utf16().count()
}

/// What a target of a kind answers.
pub fn answer(kind: AlarmKind, asked: &Asked) -> Reply {
    if asked.method != "POST" {
        return Reply::new(405, "");
    }
    match kind {
        AlarmKind::Slack => slack(asked),
        AlarmKind::Discord => discord(asked),
        AlarmKind::Chatwork => chatwork(asked),
        AlarmKind::Line => line(asked),
        AlarmKind::Teams => teams(asked),
        AlarmKind::Webhook => webhook(asked),
        AlarmKind::Mail => Reply::new(500, ""),
    }
}

fn json(asked: &Asked) -> Option<Value> {
    let kind = asked.header("content-type")?;
    let json = serde_json::from_slice(&asked.body).ok()?;
    kind.starts_with("application/json").then_some(json)
}

fn slack(asked: &Asked) -> Reply {
    if !asked.path.ends_with(HIDDEN) {
        return Reply::new(403, "invalid_token");
    }
    let fits = || {
        let json = json(asked)?;
        let blocks = json["blocks"].as_array()?;
        let texts: Option<Vec<&str>> = blocks.iter().map(|b| b["text"]["text"].as_str()).collect();
        let texts = texts?;
        let small = texts.iter().all(|text| (1..=3_000).contains(&utf16(text)));
        let all = texts.iter().map(|text| utf16(text)).sum::<usize>();
        let plain = !texts
            .iter()
            .any(|text| text.contains("<!") || text.contains("<@"));
        (blocks.len() <= 50 && small && all <= 13_000 && plain).then_some(())
    };
    match fits() {
        Some(()) => Reply::new(200, "ok"),
        None => Reply::new(400, "invalid_payload"),
    }
}

fn discord(asked: &Asked) -> Reply {
    if !asked.place().ends_with(HIDDEN) {
        return Reply::new(
            401,
            r#"{"message": "Invalid Webhook Token", "code": 50027}"#,
        );
    }
    let fits = || {
        let json = json(asked)?;
        let content = json["content"].as_str()?;
        let nobody = json["allowed_mentions"]["parse"].as_array()?.is_empty();
        ((1..=2_000).contains(&utf16(content)) && nobody).then_some(())
    };
    match (fits(), asked.query("wait").as_deref()) {
        (Some(()), Some("true")) => Reply::new(200, r#"{"id": "1"}"#),
        (Some(()), _) => Reply::new(204, ""),
        (None, _) => Reply::new(400, r#"{"code": 50035, "message": "Invalid Form Body"}"#),
    }
}

fn chatwork(asked: &Asked) -> Reply {
    if asked.header("x-chatworktoken") != Some(HIDDEN) {
        return Reply::new(401, r#"{"errors":["Invalid API token"]}"#);
    }
    let form = asked
        .header("content-type")
        .is_some_and(|kind| kind.starts_with("application/x-www-form-urlencoded"));
    let text = asked.form("body").unwrap_or_default();
    let right = asked.path == "/v2/rooms/123/messages" && form && !text.is_empty();
    if !right || text.contains("[toall]") || asked.form("self_unread").is_none() {
        return Reply::new(400, r#"{"errors":["bad request"]}"#);
    }
    Reply::new(200, r#"{"message_id":"1"}"#)
}

fn line(asked: &Asked) -> Reply {
    if asked.header("authorization") != Some(&format!("Bearer {HIDDEN}")) {
        return Reply::new(401, r#"{"message":"Authentication failed"}"#);
    }
    let fits = || {
        let json = json(asked)?;
        let messages = json["messages"].as_array()?;
        let text = |m: &Value| m["text"].as_str().map(utf16);
        let texts: Option<Vec<usize>> = messages.iter().map(text).collect();
        let small = texts?.iter().all(|n| (1..=5_000).contains(n));
        let key = asked.header("x-line-retry-key")?;
        let uuid = key.len() == 36 && key.split('-').count() == 5;
        let right = asked.path == "/v2/bot/message/push" && json["to"] == "123" && uuid;
        (right && (1..=5).contains(&messages.len()) && small).then_some(())
    };
    match fits() {
        Some(()) => Reply::new(200, r#"{"sentMessages":[]}"#),
        None => Reply::new(400, r#"{"message":"The request body has 1 error(s)"}"#),
    }
}

fn teams(asked: &Asked) -> Reply {
    if asked.query("sig").as_deref() != Some(HIDDEN) {
        return Reply::new(401, "");
    }
    let fits = || {
        let json = json(asked)?;
        let card = &json["attachments"][0];
        let kind = card["contentType"] == "application/vnd.microsoft.card.adaptive";
        let blocks = card["content"]["body"].as_array()?;
        (kind && !blocks.is_empty() && asked.body.len() <= 28 * 1024).then_some(())
    };
    match fits() {
        Some(()) => Reply::new(202, ""),
        None => Reply::new(400, ""),
    }
}

fn webhook(asked: &Asked) -> Reply {
    match signed(asked, KEYS[1]) {
        Some(true) => Reply::new(204, ""),
        _ => Reply::new(401, ""),
    }
}

/// As a receiver checks it: one of the signatures must be that of its key.
pub fn signed(asked: &Asked, key: &str) -> Option<bool> {
    let id = asked.header("webhook-id")?;
    let at: i64 = asked.header("webhook-timestamp")?.parse().ok()?;
    let key = STANDARD.decode(key.strip_prefix("whsec_")?).ok()?;
    let body = std::str::from_utf8(&asked.body).ok()?;
    let wanted = kenpin::net::alarm::signature(&key, id, at, body);
    let mut given = asked.header("webhook-signature")?.split(' ');
    Some(given.any(|one| one == wanted))
}
