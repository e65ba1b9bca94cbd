//! A notice as the seller keeps it: what was read from the mail, and how the matter stands.

use super::{Asin, Claim, Day, NoticeKind, Origin, Turn};

/// A notice with all that was noted of it since.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// Where it stands in the file of notices.
    pub origin: Origin,
    /// Its id: `N-001`.
    pub id: String,
    /// What it is about.
    pub kind: NoticeKind,
    /// Day it was received.
    pub received: Day,
    /// Last day to answer, where one is known.
    pub deadline: Option<Day>,
    /// The words that set it; may be empty.
    pub deadline_rule: String,
    /// ASINs it is about.
    pub asins: Vec<Asin>,
    /// Who complained; may be empty.
    pub rights_holder: String,
    /// What was claimed.
    pub claim: Option<Claim>,
    /// Mail address of who complained; may be empty.
    pub contact: String,
    /// Number of the complaint; may be empty.
    pub complaint: String,
    /// Papers asked for.
    pub documents: Vec<String>,
    /// Subject of the mail; may be empty.
    pub subject: String,
    /// File it was read from.
    pub source: String,
    /// Hash of that file.
    pub hash: String,
    /// Day it was closed.
    pub closed: Option<Day>,
    /// Appeals that were sent.
    pub appeals: u32,
    /// Appeals that Amazon refused.
    pub refused: u32,
    /// Who has to act.
    pub turn: Turn,
}

impl Case {
    /// True while something has to be done.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.closed.is_none()
    }

    /// True when Amazon refused two appeals: reported to be the end of the matter.
    #[must_use]
    pub fn is_lost(&self) -> bool {
        self.refused >= 2
    }
}
