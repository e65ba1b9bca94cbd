//! What stands behind a date: the time and the offset, which can make it another day in Japan.

use crate::model::Day;

/// Minutes of Japan's offset.
const JAPAN: i32 = 540;

/// The minute of the day and the offset, as far as they are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Clock {
    minute: Option<i32>,
    offset: Option<i32>,
}

/// A few digits.
pub(super) fn number(text: &[u8]) -> Option<u32> {
    if text.is_empty() || text.len() > 8 {
        return None;
    }
    text.iter().try_fold(0, |sum, b| {
        b.is_ascii_digit().then(|| sum * 10 + u32::from(b - b'0'))
    })
}

impl Clock {
    /// Reads all of `T10:20:30.5+09:00`, ` 0:21:14 JST`, ` 7:55 PM`; `None` for anything else.
    pub(super) fn read(text: &[u8]) -> Option<Self> {
        if let Some(minute) = in_japan(text) {
            return Some(Self {
                minute: Some(minute),
                offset: Some(JAPAN),
            });
        }
        let text = match text {
            [b'T' | b't' | b'_', rest @ ..] => rest,
            // A digit directly behind the day would be a longer number.
            [b'0'..=b'9', ..] => return None,
            _ => text.trim_ascii(),
        };
        if !text.first().is_some_and(u8::is_ascii_digit) {
            let offset = offset(text)?;
            return Some(Self {
                minute: None,
                offset,
            });
        }
        let end = text
            .iter()
            .position(|b| !matches!(b, b'0'..=b'9' | b':' | b'.' | b','))
            .unwrap_or(text.len());
        let (time, rest) = text.split_at(end);
        let mut minute = minute_of(time)?;
        let mut rest = rest.trim_ascii();
        if let [half @ (b'A' | b'a' | b'P' | b'p'), b'M' | b'm', behind @ ..] = rest {
            let hour = minute / 60;
            if !(1..=12).contains(&hour) {
                return None;
            }
            let late = half.eq_ignore_ascii_case(&b'P');
            minute = minute % 60 + (hour % 12 + if late { 12 } else { 0 }) * 60;
            rest = behind.trim_ascii();
        }
        Some(Self {
            minute: Some(minute),
            offset: offset(rest)?,
        })
    }

    /// The day in Japan.
    pub(super) fn in_japan(self, day: Day) -> Option<Day> {
        let (Some(minute), Some(offset)) = (self.minute, self.offset) else {
            return Some(day);
        };
        if offset == JAPAN {
            return Some(day);
        }
        match (minute - offset + JAPAN).div_euclid(24 * 60) {
            0 => Some(day),
            1 => day.tomorrow().ok(),
            -1 => day.yesterday().ok(),
            _ => None,
        }
    }
}

/// The minute of `T10:20:30+09:00`, which stands in every row of an order report.
pub(super) fn in_japan(text: &[u8]) -> Option<i32> {
    let [
        b'T',
        h,
        hh,
        b':',
        m,
        mm,
        b':',
        s,
        ss,
        b'+',
        b'0',
        b'9',
        b':',
        b'0',
        b'0',
    ] = *text
    else {
        return None;
    };
    let two = |tens: u8, ones: u8| {
        let digits = tens.is_ascii_digit() && ones.is_ascii_digit();
        digits.then(|| i32::from(tens - b'0') * 10 + i32::from(ones - b'0'))
    };
    let (hour, minute, second) = (two(h, hh)?, two(m, mm)?, two(s, ss)?);
    (hour < 24 && minute < 60 && second < 60).then_some(hour * 60 + minute)
}

/// `H:MM`, `HH:MM:SS`, `HH:MM:SS.fff`, also `H:MM:` from 時 and 分.
fn minute_of(time: &[u8]) -> Option<i32> {
    let mut parts = time.split(|b| *b == b':');
    let hour = parts.next().filter(|h| h.len() <= 2).and_then(number)?;
    let part = |text: &[u8]| number(text).filter(|n| *n < 60 && text.len() == 2);
    let minute = match parts.next()? {
        // 7時55分 may also be written 7時5分, and 7時 alone.
        [] => 0,
        text @ [_] => number(text)?,
        text => part(text)?,
    };
    if let Some(second) = parts.next()
        && !second.is_empty()
    {
        let mut halves = second.splitn(2, |b| matches!(b, b'.' | b','));
        let whole = halves.next()?;
        number(whole).filter(|n| *n <= 60 && whole.len() <= 2)?;
        let fraction = halves.next().unwrap_or(b"0");
        if fraction.is_empty() || !fraction.iter().all(u8::is_ascii_digit) {
            return None;
        }
    }
    let whole = parts.next().is_none() && (hour < 24 || (hour == 24 && minute == 0));
    whole.then(|| i32::try_from(hour * 60 + minute).ok())?
}

/// Offset from UTC in minutes; the outer `None` is text that is no offset.
fn offset(text: &[u8]) -> Option<Option<i32>> {
    let sign = match text {
        [] => return Some(None),
        b"Z" | b"z" | b"UTC" | b"GMT" => return Some(Some(0)),
        b"JST" => return Some(Some(JAPAN)),
        b"PST" => return Some(Some(-480)),
        b"PDT" => return Some(Some(-420)),
        [b'+', ..] => 1,
        [b'-', ..] => -1,
        _ => return None,
    };
    let two = |tens: u8, ones: u8| number(&[tens, ones]);
    let (hours, minutes) = match text[1..] {
        [a, b] => (two(a, b)?, 0),
        [a, b, c, d] | [a, b, b':', c, d] => (two(a, b)?, two(c, d)?),
        _ => return None,
    };
    if minutes > 59 {
        return None;
    }
    let minutes = hours * 60 + minutes;
    let minutes = i32::try_from(minutes).ok().filter(|m| *m <= 14 * 60)?;
    Some(Some(sign * minutes))
}
