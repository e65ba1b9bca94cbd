//! Deadlines: spans of hours, days and working days, and dates, with the words that set them.

use super::data::Data;
use super::dates::dates;
use super::found::Sentence;
use super::numbers::{self, Number};
use super::wording::Clocks;
use crate::model::Day;
use jiff::ToSpan;

/// Concepts that this asks for by name.
pub(super) const CONCEPTS: &[&str] = &[
    "ask",
    "paper",
    "submit",
    "phone",
    "destroy",
    "payout",
    "held",
    "amazon-acts",
    "objection",
];

/// A longer span is a window of the past or of a hold, never a time to answer in.
const LONGEST_DAYS: u32 = 120;
/// Characters around a span or a date in which the words stand that make it a limit.
const NEAR: usize = 16;
/// The same in front of it, where English puts them.
const NEAR_BEFORE: usize = 26;

/// Until when something is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// The last day.
    pub day: Day,
    /// The words that set it, as written.
    pub rule: String,
    /// Line of the mail, from 1; 0 where the mail does not state it.
    pub line: u32,
    /// False for the usual clock of its kind of notice.
    pub stated: bool,
}

/// What a deadline is for; papers go before anything else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Tier {
    Papers,
    Answer,
    Later,
}

/// The earliest day by which papers are asked for, else an answer, else an objection.
pub(super) fn deadline(sentences: &[Sentence], data: &Data, received: Day) -> Option<Deadline> {
    let mut best: Option<(Tier, Deadline)> = None;
    for sentence in sentences {
        let Some(tier) = tier(sentence, data) else {
            continue;
        };
        for (day, start, end) in limits(&sentence.folded, data, received) {
            let earlier = best
                .as_ref()
                .is_none_or(|(known, deadline)| (tier, day) < (*known, deadline.day));
            if earlier {
                let deadline = Deadline {
                    day,
                    rule: sentence.written(start..end).to_owned(),
                    line: sentence.line(start),
                    stated: true,
                };
                best = Some((tier, deadline));
            }
        }
    }
    best.map(|(_, deadline)| deadline)
}

/// What a limit in this sentence would be for; `None` where Amazon speaks of what it does itself.
fn tier(sentence: &Sentence, data: &Data) -> Option<Tier> {
    let has = |name: &str| sentence.has(data.concept(name));
    let paper = has("paper") && has("ask");
    if has("amazon-acts") && !paper {
        return None;
    }
    if has("payout") && has("held") && !paper {
        return None;
    }
    Some(match () {
        () if has("destroy") => Tier::Later,
        () if has("phone") && !has("paper") => Tier::Answer,
        () if has("objection") && !has("paper") => Tier::Answer,
        () if paper || has("submit") => Tier::Papers,
        () => Tier::Answer,
    })
}

/// Every limit of a text: its last day and the bytes it stood at.
fn limits(text: &str, data: &Data, received: Day) -> Vec<(Day, usize, usize)> {
    let clocks = &data.clocks;
    let numbers = numbers::all(text, clocks);
    let mut found = Vec::new();
    for number in &numbers {
        found.extend(span_limit(text, *number, data, received));
    }
    for (day, start, end) in dates(text, clocks, &numbers, received) {
        let before = tail(&text[..start], NEAR_BEFORE);
        let behind = head(&text[end..], NEAR);
        let near = |words: &[String], text: &str| words.iter().any(|w| word_at(text, w).is_some());
        if near(&clocks.date_before, before) || near(&clocks.date_behind, behind) {
            let end = end + behind_length(behind, &clocks.date_behind);
            found.push((day, start, end));
        }
    }
    for (phrase, working) in &clocks.phrases {
        if let Some(at) = word_at(text, phrase)
            && let Some(day) = data.calendar.after(received, *working)
        {
            found.push((day, at, at + phrase.len()));
        }
    }
    found
}

/// The end of a word that closes a limit at once (まで), else nothing.
fn behind_length(behind: &str, words: &[String]) -> usize {
    let starts = words.iter().find(|word| behind.starts_with(word.as_str()));
    starts.map_or(0, String::len)
}

fn span_limit(
    text: &str,
    number: Number,
    data: &Data,
    received: Day,
) -> Option<(Day, usize, usize)> {
    let clocks = &data.clocks;
    let rest = &text[number.end..];
    let skipped = rest.trim_start_matches([' ', '-', ')', '(']);
    // "seventeen (17) days": the digits say it again.
    let skipped = match skipped.find(|c: char| !c.is_ascii_digit()) {
        Some(length) if length > 0 => skipped[length..].trim_start_matches([')', ' ', '-']),
        _ => skipped,
    };
    let unit_of = |words: &[String]| {
        let word = words.iter().find(|word| begins(skipped, word))?;
        Some(text.len() - skipped.len() + word.len())
    };
    let date_part = text[..number.start]
        .trim_end()
        .ends_with(['月', '/', '年', '-']);
    let (kind, end) = if let Some(end) = unit_of(&clocks.business_days) {
        ('b', end)
    } else if let Some(end) = unit_of(&clocks.hours) {
        ('h', end)
    } else if let Some(end) = unit_of(&clocks.weeks) {
        ('w', end)
    } else {
        ('d', unit_of(&clocks.days)?)
    };
    if date_part && kind == 'd' {
        return None;
    }
    let before = tail(&text[..number.start], NEAR_BEFORE);
    let behind = head(&text[end..], NEAR);
    let has = |words: &[String], near: &str| words.iter().any(|w| word_at(near, w).is_some());
    let close_behind = clocks.behind.iter().find(|word| {
        let behind = behind.trim_start();
        behind.starts_with(word.as_str()) || word_at(head(behind, 10), word).is_some()
    });
    let limit = close_behind.is_some() || has(&clocks.before, before);
    // Another span near by has words of its own.
    let apart = |c: char| matches!(c, '、' | ',') || c.is_ascii_digit();
    let own_before = tail(before, 18).rsplit(apart).next().unwrap_or_default();
    let own_behind = behind.split(apart).next().unwrap_or_default();
    if !limit || has(&clocks.past_before, own_before) || has(&clocks.past_behind, own_behind) {
        return None;
    }
    let day = match kind {
        'b' => data
            .calendar
            .after(received, Some(number.value).filter(|n| *n <= 90)?)?,
        'h' => plus(received, number.value.div_ceil(24))?,
        'w' => plus(received, number.value.checked_mul(7)?)?,
        _ => plus(received, number.value)?,
    };
    let shown = end + behind_length(behind.trim_start(), &clocks.behind);
    let shown = shown + (behind.len() - behind.trim_start().len()) * usize::from(shown > end);
    let start = lead(text, number.start, clocks);
    Some((day, start, shown.min(text.len())))
}

/// Where the English word in front of a span begins (`within 7 days`).
fn lead(text: &str, start: usize, clocks: &Clocks) -> usize {
    let before = text[..start].trim_end_matches([' ', '(']);
    let word = clocks
        .before
        .iter()
        .find(|word| before.ends_with(word.as_str()) && word.is_ascii());
    word.map_or(start, |word| before.len() - word.len())
}

fn plus(day: Day, days: u32) -> Option<Day> {
    (days <= LONGEST_DAYS).then(|| day.checked_add(i64::from(days).days()).ok())?
}

/// True where a text begins with a word that ends there.
pub(super) fn begins(text: &str, word: &str) -> bool {
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
    text.strip_prefix(word)
        .is_some_and(|rest| !(letter(word.chars().next_back()) && letter(rest.chars().next())))
}

/// The first place of a word that no Latin letter or digit goes on at.
pub(super) fn word_at(text: &str, word: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let joined = |a: Option<&u8>, b: Option<&u8>| {
        a.is_some_and(u8::is_ascii_alphanumeric) && b.is_some_and(u8::is_ascii_alphanumeric)
    };
    text.match_indices(word).map(|(at, _)| at).find(|at| {
        let before = at.checked_sub(1).and_then(|place| bytes.get(place));
        let end = at + word.len();
        let last = end.checked_sub(1).and_then(|place| bytes.get(place));
        !joined(before, bytes.get(*at)) && !joined(last, bytes.get(end))
    })
}

/// The last so many characters.
fn tail(text: &str, length: usize) -> &str {
    let at = text.char_indices().rev().nth(length.saturating_sub(1));
    at.map_or(text, |(at, _)| &text[at..])
}

/// The first so many characters.
fn head(text: &str, length: usize) -> &str {
    text.char_indices()
        .nth(length)
        .map_or(text, |(at, _)| &text[..at])
}
