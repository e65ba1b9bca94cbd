//! Discord: content of at most 2,000 characters, nobody mentioned, no previews of links.

use super::split::{Room, utf16};
use super::{Draft, Voice};
use serde_json::json;

/// Source: Discord API, Execute Webhook.
const ROOM: Room = Room {
    most: 2_000,
    base: 600,
    per_item: 2,
    item: 1_300,
    items: usize::MAX,
    messages: 5,
    unit: utf16,
};

/// `SUPPRESS_EMBEDS`.
const NO_PREVIEWS: u32 = 1 << 2;

pub(super) fn bodies(draft: &Draft, voice: Voice<'_>) -> Vec<String> {
    let items: Vec<String> = draft.items.iter().map(|item| escaped(item)).collect();
    let parts = ROOM.parts(&items);
    let bodies = parts.into_iter().enumerate().map(|(nth, part)| {
        let heading = escaped(&voice.heading(draft, nth));
        let texts = [heading].into_iter().chain(part.items);
        let texts = texts.chain([voice.more(part.left), draft.foot.clone()]);
        let texts: Vec<String> = texts.filter(|text| !text.is_empty()).collect();
        json!({
            "content": texts.join("\n\n"),
            "allowed_mentions": { "parse": [] },
            "flags": NO_PREVIEWS,
        })
        .to_string()
    });
    bodies.collect()
}

/// Every sign of its Markdown and of mentions, made plain by a backslash.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        if r"\*_~`|>#-+[]()<:@.!".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
