//! How notices write clocks, papers, parties, and the lines that divide a mail.

use crate::model::Claim;
use crate::text::fold;
use serde::Deserialize;
use std::collections::BTreeMap;

/// How deadlines are written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Clocks {
    /// Words for numbers.
    pub(super) numbers: BTreeMap<String, u32>,
    /// Names of months with their number.
    pub(super) months: BTreeMap<String, i8>,
    pub(super) hours: Vec<String>,
    pub(super) days: Vec<String>,
    pub(super) business_days: Vec<String>,
    pub(super) weeks: Vec<String>,
    /// Words behind a span or a date that make it a limit.
    pub(super) behind: Vec<String>,
    /// Words in front of a span that make it a limit.
    pub(super) before: Vec<String>,
    /// Words in front of a date that make it a limit.
    pub(super) date_before: Vec<String>,
    /// Words behind a date that make it a limit.
    pub(super) date_behind: Vec<String>,
    /// Words in front of a span of time that lies behind.
    pub(super) past_before: Vec<String>,
    /// Words behind a span that say that it is none to act in.
    pub(super) past_behind: Vec<String>,
    /// Whole phrases with the working days they leave.
    pub(super) phrases: BTreeMap<String, u32>,
}

impl Clocks {
    pub(super) fn fold(&mut self) {
        let lists = [
            &mut self.hours,
            &mut self.days,
            &mut self.business_days,
            &mut self.weeks,
            &mut self.behind,
            &mut self.before,
            &mut self.date_before,
            &mut self.date_behind,
            &mut self.past_before,
            &mut self.past_behind,
        ];
        for list in lists {
            fold_all(list);
        }
        self.numbers = folded_keys(&self.numbers);
        self.months = folded_keys(&self.months);
        self.phrases = folded_keys(&self.phrases);
    }
}

fn folded_keys<T: Copy>(map: &BTreeMap<String, T>) -> BTreeMap<String, T> {
    map.iter().map(|(key, value)| (fold(key), *value)).collect()
}

/// Folds words, the longest first.
fn fold_all(words: &mut [String]) {
    for word in words.iter_mut() {
        *word = fold(word);
    }
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
}

/// A paper that can be asked for.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Paper {
    pub(super) id: String,
    pub(super) words: Vec<String>,
    /// Texts that hold one of its words and are something else.
    #[serde(default)]
    pub(super) not: Vec<String>,
    /// Words of which one has to stand in the sentence too.
    #[serde(default)]
    pub(super) with: Vec<String>,
    /// Words of which none may stand in the sentence.
    #[serde(default)]
    pub(super) without: Vec<String>,
}

impl Paper {
    pub(super) fn folded(mut self) -> Self {
        let lists = [
            &mut self.words,
            &mut self.not,
            &mut self.with,
            &mut self.without,
        ];
        for list in lists {
            fold_all(list);
        }
        self
    }
}

/// How parties and claims are written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Parties {
    pub(super) holder_labels: Vec<String>,
    pub(super) contact_labels: Vec<String>,
    pub(super) complaint_labels: Vec<String>,
    pub(super) claim_labels: Vec<String>,
    /// Words behind a name in a sentence: より, から.
    pub(super) name_behind: Vec<String>,
    /// Words in front of a name in a sentence.
    pub(super) name_before: Vec<String>,
    /// Words that end a name that stands behind such a word.
    pub(super) name_ends: Vec<String>,
    /// What in front of a name is none of it.
    pub(super) titles: Vec<String>,
    /// What behind a name is none of it.
    pub(super) honorifics: Vec<String>,
    /// Words that are no name.
    pub(super) generic: Vec<String>,
    /// Domains of mail addresses that are Amazon's.
    pub(super) own_domains: Vec<String>,
    pub(super) claim: Vec<ClaimWords>,
}

/// Words of a claim.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ClaimWords {
    pub(super) id: Claim,
    pub(super) words: Vec<String>,
    #[serde(default)]
    pub(super) not: Vec<String>,
}

impl Parties {
    pub(super) fn fold(&mut self) {
        let lists = [
            &mut self.holder_labels,
            &mut self.contact_labels,
            &mut self.complaint_labels,
            &mut self.claim_labels,
            &mut self.name_behind,
            &mut self.name_before,
            &mut self.name_ends,
            &mut self.titles,
            &mut self.honorifics,
            &mut self.generic,
        ];
        for list in lists {
            fold_all(list);
        }
        for claim in &mut self.claim {
            fold_all(&mut claim.words);
            fold_all(&mut claim.not);
        }
    }
}

/// A line of a mail's head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Head {
    Subject,
    Date,
    Sender,
    Other,
}

/// Lines that divide a mail.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Marks {
    forward_subjects: Vec<String>,
    forwards: Vec<String>,
    cuts: Vec<String>,
    wrote: Vec<String>,
    footers: Vec<String>,
    subjects: Vec<String>,
    dates: Vec<String>,
    senders: Vec<String>,
    others: Vec<String>,
}

impl Marks {
    pub(super) fn fold(&mut self) {
        let lists = [
            &mut self.forward_subjects,
            &mut self.forwards,
            &mut self.cuts,
            &mut self.wrote,
            &mut self.footers,
            &mut self.subjects,
            &mut self.dates,
            &mut self.senders,
            &mut self.others,
        ];
        for list in lists {
            fold_all(list);
        }
    }

    pub(super) fn is_forward_subject(&self, subject: &str) -> bool {
        self.forward_subjects
            .iter()
            .any(|word| subject.starts_with(word.as_str()))
    }

    pub(super) fn forwards(&self, line: &str) -> bool {
        self.forwards
            .iter()
            .any(|word| line.contains(word.as_str()))
    }

    /// True for a line below which an earlier mail stands.
    pub(super) fn cuts(&self, line: &str) -> bool {
        let dashed =
            line.starts_with(['-', '=', '_', '*', '<', '【', '[', '▼', '■', '◆', '―', 'ー']);
        let short = line.chars().count() < 70;
        let marked = self.cuts.iter().any(|word| line.contains(word.as_str()));
        // 2026年11月3日(火) 10:00 Name <address>: or On Tue, 3 Nov 2026, Name wrote:
        let wrote = line.ends_with(':')
            && (line.contains('@') || line.chars().any(|c| c.is_ascii_digit()))
            && self.wrote.iter().any(|word| line.contains(word.as_str()));
        (marked && short && (dashed || line.ends_with(':'))) || wrote
    }

    /// True for a line below which links and policies stand.
    pub(super) fn footer(&self, line: &str) -> bool {
        line.chars().count() < 45 && self.footers.iter().any(|word| line.contains(word.as_str()))
    }

    pub(super) fn head(&self, line: &str) -> Option<Head> {
        let (name, _) = line.split_once(':')?;
        let name = name
            .trim()
            .trim_start_matches('*')
            .trim_end_matches('*')
            .trim();
        let is = |list: &[String]| list.iter().any(|word| word == name);
        match () {
            () if is(&self.subjects) => Some(Head::Subject),
            () if is(&self.dates) => Some(Head::Date),
            () if is(&self.senders) => Some(Head::Sender),
            () if is(&self.others) => Some(Head::Other),
            () => None,
        }
    }
}
