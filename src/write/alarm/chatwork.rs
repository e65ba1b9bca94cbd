//! Chatwork: text whose tags stand in brackets, for which there is no escape.

use super::split::{Room, utf16};
use super::{Draft, Voice};

/// Chatwork names no length; long messages are folded anyway.
const ROOM: Room = Room {
    most: 8_000,
    base: 800,
    per_item: 2,
    item: 2_000,
    items: usize::MAX,
    messages: 5,
    unit: utf16,
};

pub(super) fn bodies(draft: &Draft, voice: Voice<'_>) -> Vec<String> {
    let items: Vec<String> = draft.items.iter().map(|item| escaped(item)).collect();
    let parts = ROOM.parts(&items);
    let bodies = parts.into_iter().enumerate().map(|(nth, part)| {
        let heading = escaped(&voice.heading(draft, nth));
        let texts = part.items.into_iter();
        let texts = texts.chain([voice.more(part.left), draft.foot.clone()]);
        let texts: Vec<String> = texts.filter(|text| !text.is_empty()).collect();
        let text = texts.join("\n\n");
        format!("[info][title]{heading}[/title]{text}[/info]")
    });
    bodies.collect()
}

/// Brackets as wide ones: a tag (`[toall]`, `[To:1]`) is none with them.
pub(super) fn escaped(text: &str) -> String {
    text.replace('[', "［").replace(']', "］")
}
