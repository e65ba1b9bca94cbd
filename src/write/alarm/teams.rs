//! Teams: an adaptive card for a workflow; only text runs, which know no markup.

use super::split::{Room, json_bytes};
use super::{Draft, Voice};
use serde_json::{Value, json};

/// About 28 KB are taken, counted by Teams after more is put around it.
const ROOM: Room = Room {
    most: 20_000,
    base: 2_500,
    per_item: 100,
    item: 6_000,
    items: 60,
    messages: 5,
    unit: json_bytes,
};

pub(super) fn bodies(draft: &Draft, voice: Voice<'_>) -> Vec<String> {
    let parts = ROOM.parts(&draft.items);
    let bodies = parts.into_iter().enumerate().map(|(nth, part)| {
        let heading = run(&voice.heading(draft, nth), "Bolder");
        let texts = part.items.into_iter();
        let texts = texts.chain([voice.more(part.left), draft.foot.clone()]);
        let texts = texts.filter(|text| !text.is_empty());
        let blocks = texts.map(|text| run(&text, "Default"));
        let blocks: Vec<Value> = [heading].into_iter().chain(blocks).collect();
        card(&blocks).to_string()
    });
    bodies.collect()
}

fn run(text: &str, weight: &str) -> Value {
    let run = json!({ "type": "TextRun", "text": text, "weight": weight });
    json!({ "type": "RichTextBlock", "inlines": [run] })
}

fn card(blocks: &[Value]) -> Value {
    json!({
        "type": "message",
        "attachments": [{
            "contentType": "application/vnd.microsoft.card.adaptive",
            "contentUrl": null,
            "content": {
                "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
                "type": "AdaptiveCard",
                "version": "1.4",
                "body": blocks,
            },
        }],
    })
}
