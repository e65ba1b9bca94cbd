//! Mail: a subject and plain text.

use super::split::{Room, utf16};
use super::{Draft, Voice};
use serde::{Deserialize, Serialize};

const ROOM: Room = Room {
    most: 60_000,
    base: 1_500,
    per_item: 2,
    item: 2_000,
    items: usize::MAX,
    messages: 1,
    unit: utf16,
};

/// A mail without its addresses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mail {
    /// Subject, one line.
    pub subject: String,
    /// Plain text.
    pub text: String,
}

pub(super) fn bodies(draft: &Draft, voice: Voice<'_>) -> Vec<String> {
    let parts = ROOM.parts(&draft.items);
    let bodies = parts.into_iter().map(|part| {
        let texts = [draft.heading.clone()].into_iter().chain(part.items);
        let texts = texts.chain([voice.more(part.left), draft.foot.clone()]);
        let texts: Vec<String> = texts.filter(|text| !text.is_empty()).collect();
        let mail = Mail {
            subject: draft.heading.clone(),
            text: texts.join("\n\n"),
        };
        serde_json::to_string(&mail).unwrap_or_default()
    });
    bodies.collect()
}
