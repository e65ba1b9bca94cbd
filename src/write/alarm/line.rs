//! LINE: one push of at most five texts of 5,000 characters, which counts as one message.

use super::split::{Room, utf16};
use super::{Draft, Voice};
use crate::model::Alarm;
use serde_json::{Value, json};

/// Source: LINE Messaging API, text message: characters are UTF-16 code units.
const ROOM: Room = Room {
    most: 5_000,
    base: 800,
    per_item: 2,
    item: 2_000,
    items: usize::MAX,
    messages: 5,
    unit: utf16,
};

/// LINE knows no markup in a text.
pub(super) fn bodies(draft: &Draft, alarm: &Alarm, voice: Voice<'_>) -> Vec<String> {
    let parts = ROOM.parts(&draft.items);
    let texts = parts.into_iter().enumerate().map(|(nth, part)| {
        let texts = [voice.heading(draft, nth)].into_iter().chain(part.items);
        let texts = texts.chain([voice.more(part.left), draft.foot.clone()]);
        let texts: Vec<String> = texts.filter(|text| !text.is_empty()).collect();
        json!({ "type": "text", "text": texts.join("\n\n") })
    });
    let messages: Vec<Value> = texts.collect();
    let to = alarm.to.first().map_or("", String::as_str);
    let body = json!({ "to": to, "messages": messages, "notificationDisabled": false });
    vec![body.to_string()]
}
