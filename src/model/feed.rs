//! A rule feed as a report tells of it: which one was in force, and whether it still may be.

use super::Day;
use super::kinds::words;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

words! {
    /// Whether the rule feed of the settings could be gone by.
    FeedState {
        #[doc = "Used, and still valid."] InForce = "in-force",
        #[doc = "Used, though its last day is over: newer rules may be there."] Expired = "expired",
        #[doc = "Used, though it is issued after the day of the run: the clock may be wrong."] Early = "early",
        #[doc = "Never accepted here: the run knows the shipped rules alone."] Missing = "missing",
    }
}

/// The rule feed of a run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FeedNote {
    /// Channel.
    pub channel: String,
    /// Whether it could be gone by.
    pub state: FeedState,
    /// What was used; `None` for one that is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub used: Option<FeedIssue>,
}

/// One issue of a rule feed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FeedIssue {
    /// Serial of its manifest.
    pub serial: u64,
    /// SHA-256 of its manifest, in hex.
    pub sha256: String,
    /// Day it was issued, in Japan.
    #[schemars(with = "String")]
    pub issued: Day,
    /// Last day on which it is valid, in Japan.
    #[schemars(with = "String")]
    pub expires: Day,
}

/// The rule feed of the settings, with what of it was accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feed {
    /// Channel.
    pub channel: String,
    /// What is used; `None` where nothing was ever accepted.
    pub used: Option<FeedIssue>,
}

impl Feed {
    /// What a report of a day tells of it.
    #[must_use]
    pub fn on(&self, today: Day) -> FeedNote {
        let state = match &self.used {
            None => FeedState::Missing,
            Some(issue) if today > issue.expires => FeedState::Expired,
            Some(issue) if today < issue.issued => FeedState::Early,
            Some(_) => FeedState::InForce,
        };
        FeedNote {
            channel: self.channel.clone(),
            state,
            used: self.used.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_feed_holds_from_its_first_day_to_its_last() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let mut feed = Feed {
            channel: "stable".to_owned(),
            used: Some(FeedIssue {
                serial: 1,
                sha256: String::new(),
                issued: day("2026-11-01"),
                expires: day("2026-11-30"),
            }),
        };
        assert_eq!(feed.on(day("2026-10-31")).state, FeedState::Early);
        assert_eq!(feed.on(day("2026-11-01")).state, FeedState::InForce);
        assert_eq!(feed.on(day("2026-11-30")).state, FeedState::InForce);
        assert_eq!(feed.on(day("2026-12-01")).state, FeedState::Expired);
        feed.used = None;
        assert_eq!(feed.on(day("2026-11-01")).state, FeedState::Missing);
    }
}
