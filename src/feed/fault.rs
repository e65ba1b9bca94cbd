//! What is wrong with a feed.

/// Why a feed is refused: the word `word-feed-<key>` says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedFault {
    /// Key of the word.
    pub key: &'static str,
    /// What of the feed it is about: a file, a name, a number. It comes from outside.
    pub of: String,
}

impl FeedFault {
    /// A fault of something.
    pub(super) fn new(key: &'static str, of: impl ToString) -> Self {
        let of = of.to_string();
        Self { key, of }
    }
}
