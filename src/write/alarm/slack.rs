//! Slack: blocks of plain text, of at most 3,000 characters each and 50 in a message.

use super::split::{Room, utf16};
use super::{Draft, Voice};
use serde_json::{Value, json};

/// Source: api.slack.com, section block; messages of about 13,000 characters are refused as a whole.
const ROOM: Room = Room {
    most: 12_000,
    base: 1_500,
    per_item: 0,
    item: 2_900,
    items: 45,
    messages: 5,
    unit: utf16,
};

pub(super) fn bodies(draft: &Draft, voice: Voice<'_>) -> Vec<String> {
    let items: Vec<String> = draft.items.iter().map(|item| escaped(item)).collect();
    let parts = ROOM.parts(&items);
    let bodies = parts.into_iter().enumerate().map(|(nth, part)| {
        let heading = escaped(&voice.heading(draft, nth));
        let texts = [heading.clone()].into_iter().chain(part.items);
        let texts = texts.chain([voice.more(part.left), draft.foot.clone()]);
        let blocks: Vec<Value> = texts.filter(|text| !text.is_empty()).map(block).collect();
        json!({ "text": heading, "blocks": blocks, "unfurl_links": false }).to_string()
    });
    bodies.collect()
}

fn block(text: String) -> Value {
    json!({
        "type": "section",
        "text": { "type": "plain_text", "text": text, "emoji": false },
    })
}

/// The three signs by which Slack knows mentions, channels and links.
pub(super) fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    text.replace('>', "&gt;")
}
