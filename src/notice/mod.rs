//! What a notice of Amazon says: its kind, ASINs, clock, rights holder and the papers it asks for.
//!
//! A mail is cut into sentences (`page`); words of the concepts (`data/notices`) are looked up in
//! each; concepts that stand together are signals; signals make a kind. Every step is kept, so that
//! the answer can be explained.

mod asins;
mod calendar;
mod cases;
mod claims;
mod clock;
mod data;
mod dates;
mod found;
mod holder;
mod judge;
mod numbers;
mod page;
mod papers;
mod requests;
mod wording;

#[cfg(test)]
mod tests;

pub use calendar::Calendar;
pub use cases::{CaseProblem, Entry, Event, FILE, cases, line, next_id};
pub use clock::Deadline;
pub use data::{Data, DataError, Sources};
pub use found::Stood;
pub use requests::{Limits, Requests};

use crate::model::{Asin, Claim, Day, Letter, NoticeKind};
use found::Sentence;
use page::{Page, Zone};

/// What was read from a mail.
#[derive(Clone, Debug)]
pub struct Reading {
    /// Its kind; unknown when nothing was certain enough.
    pub kind: NoticeKind,
    /// How certain, 0 to 1; below what is asked for where the kind is unknown.
    pub confidence: f64,
    /// What it would be if less were asked for.
    pub nearest: Option<NoticeKind>,
    /// ASINs it is about, in the order of the text.
    pub asins: Vec<Asin>,
    /// Day the clocks run from.
    pub received: Day,
    /// Until when papers, else an answer, are asked for.
    pub deadline: Option<Deadline>,
    /// Who complained.
    pub rights_holder: Option<String>,
    /// What was claimed.
    pub claim: Option<Claim>,
    /// Mail address of who complained.
    pub contact: Option<String>,
    /// Number of the complaint.
    pub complaint: Option<String>,
    /// Papers asked for, by their ids in the data.
    pub documents: Vec<String>,
    /// Which words decided.
    pub why: Vec<Stood>,
    /// True when only text below a forwarding mark could be judged.
    pub forwarded: bool,
}

/// Reads a mail. `received` goes before the mail's own date; `today` is the day where it has none.
#[must_use]
pub fn read(letter: &Letter, data: &Data, received: Option<Day>, today: Day) -> Reading {
    let page = Page::of(letter, data);
    let day = received.or(letter.day).or(page.sent);
    let day = day.unwrap_or(today);
    let fresh = Text::of(&page, data, &[Zone::Subject, Zone::Fresh]);
    let first = fresh.judged(data);
    let carries = first.kind == NoticeKind::Unknown && page.is_forwarded();
    let (text, judged, day) = match carries {
        false => (fresh, first, day),
        true => {
            let below = Text::of(&page, data, &[Zone::Subject, Zone::Quoted]);
            let judged = below.judged(data);
            // The clock runs from the mail that was forwarded.
            let sent = page.sent_below.filter(|below| *below <= day);
            let day = received.or(sent).unwrap_or(day);
            (below, judged, day)
        }
    };
    reading(&page, data, &text, judged, (day, carries))
}

fn reading(
    page: &Page,
    data: &Data,
    text: &Text,
    judged: judge::Judged,
    (received, forwarded): (Day, bool),
) -> Reading {
    let open = !judged.kind.is_resolved() && judged.kind != NoticeKind::Unknown;
    let complained = judged.complained || judged.kind == NoticeKind::IntellectualProperty;
    let holder = match complained {
        true => holder::holder(&text.sentences, data),
        false => None,
    };
    let claim = match complained {
        true => claims::claim(&text.sentences, data),
        false => None,
    };
    let zone = if forwarded { Zone::Quoted } else { Zone::Fresh };
    let mut asins = asins::of(page, zone);
    if asins.is_empty() {
        asins = asins::of(page, Zone::Quoted);
    }
    Reading {
        asins,
        received,
        deadline: match open {
            true => clock::deadline(&text.sentences, data, received)
                .or_else(|| usual(data, judged.kind, received)),
            false => None,
        },
        rights_holder: holder,
        claim,
        contact: complained
            .then(|| holder::contact(&text.sentences, data))
            .flatten(),
        complaint: complained
            .then(|| holder::complaint(&text.sentences, data))
            .flatten(),
        documents: match open {
            true => papers::asked(&text.sentences, data),
            false => Vec::new(),
        },
        kind: judged.kind,
        confidence: judged.confidence,
        nearest: judged.nearest,
        why: judged.why,
        forwarded,
    }
}

/// The deadline of a notice of a kind that states none, by the usual clock of the kind; `None` where
/// none is known.
#[must_use]
pub fn usual(data: &Data, kind: NoticeKind, received: Day) -> Option<Deadline> {
    data.requests.usual(kind, received, &data.calendar)
}

/// The sentences of some zones with the words found in them.
struct Text {
    sentences: Vec<Sentence>,
}

impl Text {
    fn of(page: &Page, data: &Data, zones: &[Zone]) -> Self {
        let sentences = page.sentences(zones).into_iter();
        Self {
            sentences: sentences.map(|raw| data.words.look(raw)).collect(),
        }
    }

    fn judged(&self, data: &Data) -> judge::Judged {
        judge::judge(&self.sentences, data)
    }
}
