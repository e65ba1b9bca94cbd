//! Deadlines: spans of hours, days and working days, and dates, with the words that set them.

use super::data::{Clocks, Data};
use super::found::Sentence;
use super::numbers::{self, Number};
use crate::model::Day;
use crate::text::fold;
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
    /// Line of the mail, from 1.
    pub line: u32,
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

fn span_limit(text: &str, number: Number, data: &Data, received: Day) -> Option<(Day, usize, usize)> {
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
    let date_part = text[..number.start].trim_end().ends_with(['月', '/', '年', '-', ':']);
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
    if !limit || has(&clocks.past_before, tail(before, 18)) || has(&clocks.past_behind, behind) {
        return None;
    }
    let day = match kind {
        'b' => data.calendar.after(received, Some(number.value).filter(|n| *n <= 90)?)?,
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
    let word = clocks.before.iter().find(|word| before.ends_with(word.as_str()) && word.is_ascii());
    word.map_or(start, |word| before.len() - word.len())
}

fn plus(day: Day, days: u32) -> Option<Day> {
    (days <= LONGEST_DAYS).then(|| day.checked_add(i64::from(days).days()).ok())?
}

/// Dates of a text with the bytes they stood at.
fn dates(text: &str, clocks: &Clocks, numbers: &[Number], received: Day) -> Vec<(Day, usize, usize)> {
    let mut found = Vec::new();
    let mut skip_to = 0;
    for (place, first) in numbers.iter().enumerate() {
        if first.start < skip_to {
            continue;
        }
        let part = &numbers[place..numbers.len().min(place + 3)];
        let date = japanese(text, part, received)
            .or_else(|| written(text, part, received))
            .or_else(|| english(text, part, clocks, received));
        if let Some((day, start, end)) = date {
            skip_to = end;
            found.push((day, start, end));
        }
    }
    found
}

/// 2026年12月1日, 令和8年12月1日, 12月1日.
fn japanese(text: &str, part: &[Number], received: Day) -> Option<(Day, usize, usize)> {
    let behind = |number: &Number| text[number.end..].trim_start();
    let first = part.first()?;
    if behind(first).starts_with('年') {
        let (month, day) = (part.get(1)?, part.get(2)?);
        let whole = behind(month).starts_with('月') && behind(day).starts_with('日');
        let era = text[..first.start].trim_end().ends_with("令和");
        let start = if era { text[..first.start].rfind("令和")? } else { first.start };
        let year = if era { first.value + 2018 } else { first.value };
        let end = text.len() - behind(day).len() + '日'.len_utf8();
        return whole.then(|| Some((civil(year, month.value, day.value)?, start, end)))?;
    }
    let day = part.get(1)?;
    let whole = behind(first).starts_with('月') && behind(day).starts_with('日');
    let near = day.start - first.end <= 8;
    let end = text.len() - behind(day).len() + '日'.len_utf8();
    (whole && near).then(|| Some((coming(first.value, day.value, received)?, first.start, end)))?
}

/// 2026/12/1, 2026-12-01, 2026.12.1, 12/1.
fn written(text: &str, part: &[Number], received: Day) -> Option<(Day, usize, usize)> {
    let between = |a: &Number, b: &Number| text.get(a.end..b.start);
    let first = part.first()?;
    let second = part.get(1)?;
    let sign = between(first, second)?;
    let joined = text[..first.start].ends_with(['/', '-', '.']);
    if joined || !matches!(sign, "/" | "-" | ".") {
        return None;
    }
    if let Some(third) = part.get(2)
        && between(second, third) == Some(sign)
    {
        let day = match first.value >= 1900 {
            true => civil(first.value, second.value, third.value),
            false if sign == "/" => civil(third.value, first.value, second.value),
            false => None,
        };
        return Some((day?, first.start, third.end));
    }
    let day = coming(first.value, second.value, received)?;
    (sign == "/").then_some((day, first.start, second.end))
}

/// December 1, 2026; Dec 1; 1 December 2026.
fn english(text: &str, part: &[Number], clocks: &Clocks, received: Day) -> Option<(Day, usize, usize)> {
    let day = part.first()?;
    let ordinal = |rest: &str| {
        ["st", "nd", "rd", "th"].iter().find_map(|end| rest.strip_prefix(end).map(str::len))
    };
    let rest = &text[day.end..];
    let rest = &rest[rest.len() - ordinal(rest).unwrap_or(rest.len())..];
    let end = text.len() - rest.len();
    let year_at = |from: usize| {
        let next = part.get(1).filter(|year| (1900..2200).contains(&year.value))?;
        let between = text.get(from..next.start)?;
        between.chars().all(|c| matches!(c, ' ' | ',' | '.')).then_some(*next)
    };
    let before = text[..day.start].trim_end_matches([' ', '.']);
    let month = clocks.months.iter().find(|(name, _)| {
        let at = before.len().checked_sub(name.len());
        at.is_some_and(|at| word_at(before, name).is_some() && before.get(at..) == Some(name))
    });
    if let Some((name, month)) = month {
        let start = before.len() - name.len();
        let year = year_at(end);
        let month = u32::try_from(*month).ok()?;
        let at = match year {
            Some(year) => civil(year.value, month, day.value),
            None => coming(month, day.value, received),
        };
        return Some((at?, start, year.map_or(end, |year| year.end)));
    }
    let behind = rest.trim_start().trim_start_matches("of ");
    let (name, month) = clocks.months.iter().rev().find(|(name, _)| begins(behind, name))?;
    let from = text.len() - behind.len() + name.len();
    let month = u32::try_from(*month).ok()?;
    let year = year_at(from);
    let at = match year {
        Some(year) => civil(year.value, month, day.value),
        None => coming(month, day.value, received),
    };
    Some((at?, day.start, year.map_or(from, |year| year.end)))
}

fn civil(year: u32, month: u32, day: u32) -> Option<Day> {
    let [month, day] = [month, day].map(|n| i8::try_from(n).ok());
    Day::new(i16::try_from(year).ok().filter(|y| (1990..2200).contains(y))?, month?, day?).ok()
}

/// A day without a year: the next one, unless it only just went by.
fn coming(month: u32, day: u32, received: Day) -> Option<Day> {
    let year = u32::try_from(received.year()).ok()?;
    let this = civil(year, month, day)?;
    let gone = received.checked_sub(30.days()).is_ok_and(|limit| this < limit);
    match gone {
        true => civil(year + 1, month, day),
        false => Some(this),
    }
}

/// The day of a head line: as mails write it, or as Japanese mail programs show it.
pub(super) fn stated_day(text: &str) -> Option<Day> {
    let folded = fold(text);
    let numbers = digits(&folded);
    let received = Day::constant(2026, 1, 1);
    let three = |part: &[Number]| japanese(&folded, part, received).or_else(|| written(&folded, part, received));
    let first = numbers.first()?;
    if first.value >= 1990 || folded.contains("令和") {
        return three(&numbers).map(|(day, _, _)| day);
    }
    // Fri, 20 Nov 2026 ..., November 20, 2026
    const MONTHS: [&str; 12] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    let month = MONTHS.iter().zip(1..).find(|(name, _)| word_start(&folded, name))?;
    let year = numbers.iter().find(|number| (1990..2200).contains(&number.value))?;
    civil(year.value, month.1, first.value)
}

fn word_start(text: &str, word: &str) -> bool {
    text.split(|c: char| !c.is_ascii_alphabetic()).any(|part| part.starts_with(word))
}

fn digits(text: &str) -> Vec<Number> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(|c: char| c.is_ascii_digit()).map(|n| n + at) {
        let end = text[start..].find(|c: char| !c.is_ascii_digit()).map_or(text.len(), |n| n + start);
        if let Ok(value) = text[start..end].parse() {
            found.push(Number { value, start, end });
        }
        at = end;
    }
    found
}

/// True where a text begins with a word that ends there.
fn begins(text: &str, word: &str) -> bool {
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
    text.char_indices().nth(length).map_or(text, |(at, _)| &text[..at])
}
