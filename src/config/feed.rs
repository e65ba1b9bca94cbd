//! `[feed]`: where further rules come from, and whose signature they must bear.

use super::Set;
use crate::feed::{is_key, is_plain};
use crate::tomltree::Table;

/// Keys of `[feed]`.
pub(super) const KEYS: &[&str] = &["url", "keys", "channel"];
/// The channel of those who name none.
const CHANNEL: &str = "stable";

/// The rule feed that is trusted.
#[derive(Clone, Debug, PartialEq)]
pub struct FeedSource {
    /// Address of the folder that holds the manifest; `None` when issues come as files only.
    pub url: Option<String>,
    /// Public keys (minisign, base64); an issue needs the signature of one of them.
    pub keys: Set<Vec<String>>,
    /// Channel.
    pub channel: String,
}

pub(super) fn read(table: &Table<'_>) -> Option<FeedSource> {
    table.only(KEYS);
    let url = table.get("url").and_then(|node| {
        let url = node.filled()?;
        let known = url.starts_with("https://") || url.starts_with("http://");
        if !known {
            node.note_value("feed-url", url);
        }
        known.then(|| url.to_owned())
    });
    let channel = table.get("channel").and_then(|node| {
        let channel = node.filled()?;
        if !is_plain(channel) {
            node.note_value("feed-channel", channel);
        }
        Some(channel.to_owned())
    });
    let node = table.need("keys")?;
    let keys = node.texts()?;
    if keys.is_empty() {
        node.note("feed-no-key");
    }
    for (key, node) in keys.iter().filter(|(key, _)| !is_key(key)) {
        node.note_value("feed-key", key);
    }
    let keys = keys.iter().map(|(key, _)| (*key).to_owned()).collect();
    Some(FeedSource {
        url,
        keys: Set::at(&node, keys),
        channel: channel.unwrap_or_else(|| CHANNEL.to_owned()),
    })
}
