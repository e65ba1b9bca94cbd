//! Days: dates as Japanese exports, spreadsheets and people write them.

mod clock;

use super::clean::{Ascii, bare, is_empty, is_scientific, or_folded};
use super::{Cell, Repair};
use crate::model::Day;
use clock::{Clock, number};
use jiff::ToSpan;

/// Stand-ins for characters that have no ASCII, inside [`Ascii`].
const NEN: u8 = 0x01;
const GATSU: u8 = 0x02;
const NICHI: u8 = 0x03;

/// Serial numbers of Excel that are taken for days: 1954-10-03 to 2119-01-10.
const SERIALS: std::ops::RangeInclusive<u32> = 20_000..=80_000;

/// A calendar day in Japan. The day stands as it is written, unless a time with an offset other
/// than +09:00 says that it was another day in Japan.
///
/// Only shapes that can be read in one way are: year first, a named month, a Japanese era, or an
/// Excel serial number. `format` (strftime) is tried before them.
#[must_use]
pub fn day(cell: &str, format: Option<&str>) -> Cell<Day> {
    let (text, guard) = bare(cell);
    if is_empty(text) {
        return Cell::empty();
    }
    if let Some(day) = format.and_then(|format| formatted(text, format)) {
        return Cell::good(day, guard);
    }
    let Some(ascii) = fold(text) else {
        return Cell::bad(None);
    };
    let bytes = match ascii.as_bytes() {
        [b'"', inner @ .., b'"'] | [b'\'', inner @ ..] => inner,
        bytes => bytes,
    };
    if is_scientific(bytes) {
        return Cell::bad(Some(Repair::Scientific));
    }
    let Some((day, damage)) = shapes(bytes) else {
        return Cell::bad(None);
    };
    Cell::found(credible(day), damage.or(or_folded(guard, &ascii)))
}

/// A day that a seller's file can hold.
fn credible(day: Day) -> Option<Day> {
    (1900..2200).contains(&day.year()).then_some(day)
}

/// `2025-12-21` and `2025/12/21`, alone or with a time: nearly every cell without a format of its
/// own. `None` says nothing.
#[must_use]
pub fn quick(text: &[u8]) -> Option<Day> {
    let (date, rest) = text.split_first_chunk::<10>()?;
    if date[4] != date[7] || !matches!(date[4], b'-' | b'/') {
        return None;
    }
    let (year, month, day) = (
        number(&date[..4])?,
        number(&date[5..7])?,
        number(&date[8..])?,
    );
    let day = credible(civil(year, month, day)?)?;
    if rest.is_empty() || clock::in_japan(rest).is_some() {
        Some(day)
    } else {
        Clock::read(rest)?.in_japan(day)
    }
}

fn civil(year: u32, month: u32, day: u32) -> Option<Day> {
    let year = i16::try_from(year).ok()?;
    Day::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

fn formatted(text: &str, format: &str) -> Option<Day> {
    let parts = jiff::fmt::strtime::parse(format, text).ok()?;
    let day = parts.to_date().ok()?;
    match (parts.offset(), parts.to_time()) {
        (Some(offset), Ok(time)) if offset.seconds() != 9 * 3600 => {
            let utc = day
                .to_datetime(time)
                .checked_sub(offset.seconds().seconds())
                .ok()?;
            credible(utc.checked_add(9.hours()).ok()?.date())
        }
        _ => credible(day),
    }
}

/// Folds width and the characters of Japanese dates; weekdays in brackets are left out.
fn fold(text: &str) -> Option<Ascii> {
    let mut ascii = Ascii::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        let byte = match c {
            '年' => NEN,
            '月' => GATSU,
            '日' => NICHI,
            '時' | '分' => b':',
            '秒' => b' ',
            '元' if rest.starts_with('年') => b'1',
            '㋿' => b'R',
            '㍻' => b'H',
            '㍼' => b'S',
            '(' | '（' => {
                rest = after_weekday(rest)?;
                b' '
            }
            '令' | '平' | '昭' | '午' => {
                let (_, byte, second) = PAIRS
                    .iter()
                    .copied()
                    .find(|(f, _, s)| *f == c && rest.starts_with(*s))?;
                rest = &rest[second.len_utf8()..];
                byte
            }
            _ => ascii.plain(c)?,
        };
        ascii.push(byte)?;
    }
    Some(ascii)
}

/// Words of two characters: the first, what stands for the word, the second. Noon does not change
/// the day.
const PAIRS: &[(char, u8, char)] = &[
    ('令', b'R', '和'),
    ('平', b'H', '成'),
    ('昭', b'S', '和'),
    ('午', b' ', '前'),
    ('午', b' ', '後'),
];

/// The text behind `月)`, `月曜日)`, `Mon)`.
fn after_weekday(text: &str) -> Option<&str> {
    let (inside, rest) = text.split_once([')', '）'])?;
    let japanese = ["月", "火", "水", "木", "金", "土", "日", "祝"];
    let name = inside.trim_end_matches("曜日").trim_end_matches("曜");
    (japanese.contains(&name) || weekday(inside.as_bytes())).then_some(rest)
}

fn weekday(name: &[u8]) -> bool {
    const DAYS: &[&str] = &["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    name.len() == 3 && DAYS.iter().any(|d| name.eq_ignore_ascii_case(d.as_bytes()))
}

/// Tries the shapes one after another.
fn shapes(text: &[u8]) -> Option<(Day, Option<Repair>)> {
    if text.iter().all(u8::is_ascii_digit) {
        return match text.len() {
            5 => serial(number(text)?),
            8 => compact(text).map(|day| (day, None)),
            _ => None,
        };
    }
    let mut at = Cursor(text);
    if let Some(era) = at.era() {
        let year = at.number(1..=2).filter(|year| *year > 0)?;
        return at
            .month_and_day(era + year)
            .map(|day| (day, Some(Repair::EraDate)));
    }
    if at.0.first()?.is_ascii_digit() {
        let mut year_first = at;
        if let Some(year) = year_first.number(4..=4) {
            return year_first.month_and_day(year).map(|day| (day, None));
        }
        if at.0.len() > 8 && at.0[..8].iter().all(u8::is_ascii_digit) {
            let day = compact(&at.0[..8])?;
            return Clock::read(&at.0[8..])?
                .in_japan(day)
                .map(|day| (day, None));
        }
    }
    at.named_month().map(|day| (day, None))
}

fn compact(text: &[u8]) -> Option<Day> {
    civil(
        number(&text[..4])?,
        number(&text[4..6])?,
        number(&text[6..])?,
    )
}

/// Day 1 of Excel is 1900-01-01, and it believes in a 29 February 1900.
fn serial(number: u32) -> Option<(Day, Option<Repair>)> {
    let start = civil(1899, 12, 30)?;
    let day = start.checked_add(i64::from(number).days()).ok()?;
    SERIALS
        .contains(&number)
        .then_some((day, Some(Repair::ExcelSerial)))
}

/// What is left to read of a date.
#[derive(Clone, Copy)]
struct Cursor<'t>(&'t [u8]);

impl Cursor<'_> {
    fn skip(&mut self, skip: impl Fn(u8) -> bool) {
        while let [first, rest @ ..] = self.0
            && skip(*first)
        {
            self.0 = rest;
        }
    }

    fn number(&mut self, length: std::ops::RangeInclusive<usize>) -> Option<u32> {
        self.skip(|b| b == b' ');
        let count = self.0.iter().take_while(|b| b.is_ascii_digit()).count();
        if !length.contains(&count) {
            return None;
        }
        let (digits, rest) = self.0.split_at(count);
        self.0 = rest;
        number(digits)
    }

    /// The year before the first of an era. Years past the end of an era are written on old
    /// permits and can be read in one way only.
    fn era(&mut self) -> Option<u32> {
        let (first, rest) = self.0.split_first()?;
        let year = match first.to_ascii_uppercase() {
            b'R' => 2018,
            b'H' => 1988,
            b'S' => 1925,
            _ => return None,
        };
        // `Sep 5, 2025` begins like an era.
        let mut next = Cursor(rest);
        next.skip(|b| matches!(b, b' ' | b'.'));
        if !next.0.first()?.is_ascii_digit() {
            return None;
        }
        *self = next;
        Some(year)
    }

    /// What stands behind the year: one separator twice, or the words for it.
    fn month_and_day(&mut self, year: u32) -> Option<Day> {
        self.skip(|b| b == b' ');
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        let (second, third) = match *first {
            NEN => (GATSU, Some(NICHI)),
            b @ (b'-' | b'/' | b'.') => (b, None),
            _ => return None,
        };
        let month = self.number(1..=2)?;
        self.skip(|b| b == b' ');
        let (found, rest) = self.0.split_first()?;
        if *found != second {
            return None;
        }
        self.0 = rest;
        let mut day = self.number(1..=2)?;
        if let Some(third) = third {
            self.skip(|b| b == b' ');
            let (found, rest) = self.0.split_first()?;
            day = if *found == third { day } else { return None };
            self.0 = rest;
        }
        self.ending(civil(year, month, day)?)
    }

    /// `Jan 5, 2025`, `5 Jan 2025`, `05-JAN-2025`, `Fri, 05 Dec 2025 10:11:12 GMT`.
    fn named_month(&mut self) -> Option<Day> {
        let start = *self;
        if !self.word().is_some_and(weekday) {
            *self = start;
        }
        self.skip(|b| matches!(b, b',' | b' '));
        let gap = |b| matches!(b, b' ' | b'-' | b',' | b'.' | b'/');
        let (month, day) = if self.0.first()?.is_ascii_digit() {
            let day = self.number(1..=2)?;
            self.skip(gap);
            (month(self.word()?)?, day)
        } else {
            let month = month(self.word()?)?;
            self.skip(gap);
            (month, self.number(1..=2)?)
        };
        self.skip(gap);
        let year = self.number(4..=4)?;
        self.ending(civil(year, month, day)?)
    }

    fn word(&mut self) -> Option<&[u8]> {
        let count = self
            .0
            .iter()
            .take_while(|b| b.is_ascii_alphabetic())
            .count();
        let (word, rest) = self.0.split_at(count);
        self.0 = rest;
        (count > 0).then_some(word)
    }

    fn ending(&self, day: Day) -> Option<Day> {
        if self.0.is_empty() {
            Some(day)
        } else {
            Clock::read(self.0)?.in_japan(day)
        }
    }
}

/// A month by its English name, whole or cut to three letters.
fn month(name: &[u8]) -> Option<u32> {
    const MONTHS: &[&str] = &[
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let fits = |m: &&str| {
        name.eq_ignore_ascii_case(m.as_bytes())
            || name.eq_ignore_ascii_case(&m.as_bytes()[..3])
            || (name.eq_ignore_ascii_case(b"sept") && *m == "september")
    };
    let place = MONTHS.iter().position(fits)?;
    u32::try_from(place + 1).ok()
}

#[cfg(test)]
mod tests;
