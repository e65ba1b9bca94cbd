//! What was seen inside the file of a document.

use super::{Day, Layer, Mark, Text};

/// What was seen inside the file of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Content {
    /// Hash of all bytes; `None` where they could not all be read.
    pub digest: Option<u128>,
    /// What opening it shows.
    pub sight: Sight,
    /// Where the file lies; empty for one that is only told of.
    pub path: Text,
}

/// What opening a file shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sight {
    /// It is no PDF: a picture shows nothing but itself.
    Other,
    /// A PDF that was not looked into: too large, too entangled, or gone in the meantime.
    Unlooked,
    /// A PDF that cannot be opened without a password.
    Locked,
    /// A damaged PDF.
    Broken,
    /// A PDF that opens.
    Pdf(Pdf),
}

/// A PDF that opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pdf {
    /// Pages.
    pub pages: u32,
    /// Program that wrote the file; may be empty.
    pub producer: Text,
    /// Program that the page was made in; may be empty.
    pub creator: Text,
    /// When it was made, as it says.
    pub created: Option<Stamp>,
    /// When it was last changed, as it says.
    pub modified: Option<Stamp>,
    /// How often something was appended to the finished file.
    pub updates: u32,
    /// What was put onto the pages.
    pub marks: Marks,
    /// How far its text can be read.
    pub layer: Layer,
    /// Its text, squeezed to letters and digits.
    pub text: Text,
}

/// Kinds of what was put onto the pages, and how many there are in all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    kinds: u8,
    /// How many.
    pub count: u32,
}

impl Marks {
    /// So many marks of these kinds.
    #[must_use]
    pub fn new(kinds: impl IntoIterator<Item = Mark>, count: u32) -> Self {
        let kinds = kinds.into_iter().fold(0, |bits, k| bits | 1 << k as u8);
        Self { kinds, count }
    }

    /// The kinds, in order.
    pub fn kinds(self) -> impl Iterator<Item = Mark> {
        let has = move |kind: &&Mark| self.kinds & (1 << **kind as u8) != 0;
        Mark::ALL.iter().filter(has).copied()
    }
}

/// A moment as a document tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// The day as written, where it was written.
    pub day: Day,
    /// Minutes from the beginning of that day to the moment in universal time.
    minutes: i32,
}

impl Stamp {
    /// The moment so many minutes of universal time behind the beginning of a day.
    #[must_use]
    pub fn new(day: Day, minutes: i64) -> Self {
        let limit = 4 * 24 * 60;
        Self {
            day,
            minutes: minutes.clamp(-limit, limit) as i32,
        }
    }

    /// Minutes from this moment to another; negative when the other is earlier.
    #[must_use]
    pub fn minutes_to(self, other: Self) -> i64 {
        let days = (other.day - self.day).get_days();
        i64::from(days) * 24 * 60 + i64::from(other.minutes) - i64::from(self.minutes)
    }
}

/// A content by its place in [`super::Tables::contents`], from 1; 0 where no file was opened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ContentId(pub(super) u32);
