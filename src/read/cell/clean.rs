//! What is common to all cells: blanks, guards against Excel, marks for empty, full-width letters.

use super::{Cell, Repair};

/// Free text (also a SKU): trimmed of blanks of either width, the guard `="…"` taken off; marks for
/// empty give no value. Never bad.
#[must_use]
pub fn text(cell: &str) -> Cell<&str> {
    let (text, repair) = bare(cell);
    if is_empty(text) {
        return Cell::empty();
    }
    Cell::good(text, repair)
}

/// True for a cell that [`text`] gives as it stands, for certain: it begins and ends with an ASCII
/// letter, digit or sign, and its first byte begins no guard and no mark for empty.
#[must_use]
pub fn is_clean(raw: &[u8]) -> bool {
    match raw {
        [b'=' | b'-' | b'n' | b'N', ..] => false,
        [first, .., last] => first.is_ascii_graphic() && last.is_ascii_graphic(),
        [only] => only.is_ascii_graphic(),
        [] => false,
    }
}

/// As [`is_clean`], for text that may begin and end with kana, kanji and the like too.
#[must_use]
pub fn is_clean_text(text: &str) -> bool {
    // Behind the blanks and dashes of U+2000 to U+3000; no byte order mark, no U+FFFD.
    let letter = |a, b, c| match a {
        0xe3 => (b, c) > (0x80, 0x80),
        0xe4..=0xee => true,
        _ => a == 0xef && matches!(b, 0xbc..=0xbe),
    };
    let first = match *text.as_bytes() {
        [b'=' | b'-' | b'n' | b'N', ..] => false,
        [first, ..] if first.is_ascii() => first.is_ascii_graphic(),
        [a, b, c, ..] => letter(a, b, c) && !is_empty(text),
        _ => false,
    };
    first
        && match *text.as_bytes() {
            [.., last] if last.is_ascii() => last.is_ascii_graphic(),
            [.., a, b, c] => letter(a, b, c),
            _ => false,
        }
}

/// The cell without blanks around it and without a guard.
pub(super) fn bare(cell: &str) -> (&str, Option<Repair>) {
    let text = trim(cell);
    // A cell may have been guarded twice by two tools, never more often in earnest.
    let Some(inner) = unguarded(text) else {
        return (text, None);
    };
    let inner = trim(inner);
    (
        unguarded(inner).map_or(inner, trim),
        Some(Repair::FormulaGuard),
    )
}

/// `="…"` without its guard; `None` where the inside has quotes of its own and may be a formula.
fn unguarded(text: &str) -> Option<&str> {
    let inner = text.strip_prefix("=\"")?.strip_suffix('"')?;
    (!inner.contains('"')).then_some(inner)
}

fn trim(text: &str) -> &str {
    let edge = |b: Option<&u8>| b.is_some_and(u8::is_ascii_graphic);
    let bytes = text.as_bytes();
    if edge(bytes.first()) && edge(bytes.last()) {
        return text;
    }
    text.trim_matches(|c: char| {
        c.is_whitespace() || c.is_control() || matches!(c, '\u{feff}' | '\u{200b}')
    })
}

/// True for nothing at all and for what tools and people write instead of nothing.
pub(super) fn is_empty(text: &str) -> bool {
    const MARKS: &[&str] = &[
        "-",
        "--",
        "－",
        "ー",
        "―",
        "—",
        "–",
        "−",
        "nan",
        "NaN",
        "NAN",
        "null",
        "NULL",
        "None",
        "N/A",
        "n/a",
        "該当無し",
        "該当なし",
    ];
    match text.as_bytes() {
        [] => true,
        [b'-' | b'n' | b'N' | 0x80.., ..] => text.len() <= 12 && MARKS.contains(&text),
        _ => false,
    }
}

/// A short text as ASCII.
pub(super) struct Ascii {
    bytes: [u8; Self::ROOM],
    length: usize,
    /// Full-width characters were folded.
    pub(super) folded: bool,
}

impl Ascii {
    /// Longest text that can be a code, a number or a date.
    const ROOM: usize = 64;

    pub(super) fn new() -> Self {
        Self {
            bytes: [0; Self::ROOM],
            length: 0,
            folded: false,
        }
    }

    /// `None` when the text is full.
    pub(super) fn push(&mut self, byte: u8) -> Option<()> {
        *self.bytes.get_mut(self.length)? = byte;
        self.length += 1;
        Some(())
    }

    pub(super) fn as_bytes(&self) -> &[u8] {
        &self.bytes[..self.length]
    }

    /// Folds full-width letters, digits and signs, and what `special` knows; `None` for a text that
    /// is too long or has any other character.
    pub(super) fn fold(text: &str, special: impl Fn(char) -> Option<u8>) -> Option<Self> {
        let mut ascii = Self::new();
        for c in text.chars() {
            let byte = match special(c) {
                Some(byte) => byte,
                None => ascii.plain(c)?,
            };
            ascii.push(byte)?;
        }
        Some(ascii)
    }

    /// The ASCII of a character that is or stands for one.
    pub(super) fn plain(&mut self, c: char) -> Option<u8> {
        match c {
            ' '..='~' => Some(c as u8),
            '\u{ff01}'..='\u{ff5e}' => {
                self.folded = true;
                u8::try_from(c as u32 - 0xfee0).ok()
            }
            '\u{3000}' | '\u{a0}' => Some(b' '),
            '\u{2010}'..='\u{2015}' | '\u{2212}' => Some(b'-'),
            _ => None,
        }
    }
}

/// A repair that folding made necessary, unless a more telling one is known.
pub(super) fn or_folded(repair: Option<Repair>, ascii: &Ascii) -> Option<Repair> {
    repair.or(ascii.folded.then_some(Repair::FullWidth))
}

/// True for `4.9E+12` and the like.
pub(super) fn is_scientific(text: &[u8]) -> bool {
    let digits = |part: &[u8]| !part.is_empty() && part.iter().all(u8::is_ascii_digit);
    let Some(e) = text.iter().position(|b| matches!(b, b'e' | b'E')) else {
        return false;
    };
    let (mantissa, exponent) = (&text[..e], &text[e + 1..]);
    let mantissa = mantissa.strip_prefix(b"-").unwrap_or(mantissa);
    let exponent = match exponent {
        [b'+' | b'-', rest @ ..] => rest,
        rest => rest,
    };
    let mut halves = mantissa.splitn(2, |b| *b == b'.');
    halves.all(digits) && !mantissa.is_empty() && digits(exponent)
}
