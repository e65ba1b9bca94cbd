//! Calendar dates in folded text, as Japanese and English write them.

use super::clock::{begins, word_at};
use super::numbers::Number;
use super::wording::Clocks;
use crate::model::Day;
use crate::text::fold;
use jiff::ToSpan;

/// Dates of a text with the bytes they stood at.
pub(super) fn dates(
    text: &str,
    clocks: &Clocks,
    numbers: &[Number],
    received: Day,
) -> Vec<(Day, usize, usize)> {
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
        let start = if era {
            text[..first.start].rfind("令和")?
        } else {
            first.start
        };
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
fn english(
    text: &str,
    part: &[Number],
    clocks: &Clocks,
    received: Day,
) -> Option<(Day, usize, usize)> {
    let day = part.first()?;
    let ordinal = |rest: &str| {
        ["st", "nd", "rd", "th"]
            .iter()
            .find_map(|end| rest.strip_prefix(end).map(str::len))
    };
    let rest = &text[day.end..];
    let rest = &rest[rest.len() - ordinal(rest).unwrap_or(rest.len())..];
    let end = text.len() - rest.len();
    let year_at = |from: usize| {
        let next = part
            .get(1)
            .filter(|year| (1900..2200).contains(&year.value))?;
        let between = text.get(from..next.start)?;
        between
            .chars()
            .all(|c| matches!(c, ' ' | ',' | '.'))
            .then_some(*next)
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
    let (name, month) = clocks
        .months
        .iter()
        .rev()
        .find(|(name, _)| begins(behind, name))?;
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
    Day::new(
        i16::try_from(year)
            .ok()
            .filter(|y| (1990..2200).contains(y))?,
        month?,
        day?,
    )
    .ok()
}

/// A day without a year: the next one, unless it only just went by.
fn coming(month: u32, day: u32, received: Day) -> Option<Day> {
    let year = u32::try_from(received.year()).ok()?;
    let this = civil(year, month, day)?;
    let gone = received
        .checked_sub(30.days())
        .is_ok_and(|limit| this < limit);
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
    let three = |part: &[Number]| {
        japanese(&folded, part, received).or_else(|| written(&folded, part, received))
    };
    let first = numbers.first()?;
    if first.value >= 1990 || folded.contains("令和") {
        return three(&numbers).map(|(day, _, _)| day);
    }
    // Fri, 20 Nov 2026 ..., November 20, 2026
    const MONTHS: [&str; 12] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    let month = MONTHS
        .iter()
        .zip(1..)
        .find(|(name, _)| word_start(&folded, name))?;
    let year = numbers
        .iter()
        .find(|number| (1990..2200).contains(&number.value))?;
    civil(year.value, month.1, first.value)
}

fn word_start(text: &str, word: &str) -> bool {
    text.split(|c: char| !c.is_ascii_alphabetic())
        .any(|part| part.starts_with(word))
}

fn digits(text: &str) -> Vec<Number> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..]
        .find(|c: char| c.is_ascii_digit())
        .map(|n| n + at)
    {
        let end = text[start..]
            .find(|c: char| !c.is_ascii_digit())
            .map_or(text.len(), |n| n + start);
        if let Ok(value) = text[start..end].parse() {
            found.push(Number { value, start, end });
        }
        at = end;
    }
    found
}
