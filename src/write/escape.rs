//! Escaping of untrusted text, in one place: for terminals, for spreadsheets and inside JSON.

use std::borrow::Cow;
use std::fmt::Write as _;

/// Characters that act instead of showing: controls, bidirectional overrides, and everything that
/// is invisible, so that text could hide in front of the reader's eyes.
///
/// Sources: Unicode 16 general categories Cc, Zl, Zp and the property `Default_Ignorable_Code_Point`,
/// less the variation selectors, which titles with emoji carry and which only choose a glyph.
#[must_use]
pub fn acts(c: char) -> bool {
    matches!(
        c,
        '\u{0}'..='\u{1f}'
            | '\u{7f}'..='\u{9f}'
            | '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{115f}'
            | '\u{1160}'
            | '\u{17b4}'
            | '\u{17b5}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{3164}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fff0}'..='\u{fffb}'
            | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

/// Whether a character of [`acts`] can begin with these two bytes; ordinary kana, kanji and
/// full-width signs never do, so that Japanese text is passed over byte by byte. Without a branch,
/// so that many bytes are looked at in one step.
fn may_act(byte: u8, next: u8) -> bool {
    (byte < 0x20)
        | (byte == 0x7f)
        | ((byte == 0xc2) & ((next <= 0x9f) | (next == 0xad)))
        | ((byte == 0xcd) & (next == 0x8f))
        | ((byte == 0xd8) & (next == 0x9c))
        | ((byte == 0xe1) & ((next == 0x85) | (next == 0x9e) | (next == 0xa0)))
        | ((byte == 0xe2) & ((next == 0x80) | (next == 0x81)))
        | ((byte == 0xe3) & (next == 0x85))
        | ((byte == 0xef) & ((next == 0xbb) | (next == 0xbe) | (next == 0xbf)))
        | ((byte == 0xf0) & ((next == 0x9b) | (next == 0x9d)))
        | ((byte == 0xf3) & (next == 0xa0))
}

/// Text for a terminal or one line of a table: every acting character becomes a visible escape.
///
/// A newline shows as `\n`, a tab as `\t`, the escape character as `\u{1b}`.
///
/// ```
/// use kenpin::write::escape::terminal;
/// assert_eq!(terminal("a\u{1b}[2Jb\nc"), r"a\u{1b}[2Jb\nc");
/// ```
#[must_use]
pub fn terminal(text: &str) -> Cow<'_, str> {
    let Some(first) = first_acting(text) else {
        return Cow::Borrowed(text);
    };
    let mut shown = String::with_capacity(text.len() + 16);
    shown.push_str(&text[..first]);
    for c in text[first..].chars() {
        match c {
            '\n' => shown.push_str("\\n"),
            '\r' => shown.push_str("\\r"),
            '\t' => shown.push_str("\\t"),
            _ if acts(c) => {
                // Writing to a string cannot fail.
                let _ = write!(shown, "\\u{{{:x}}}", u32::from(c));
            }
            _ => shown.push(c),
        }
    }
    Cow::Owned(shown)
}

/// Byte offset of the first acting character.
pub(super) fn first_acting(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let last = bytes.last().is_some_and(|b| may_act(*b, 0));
    let pairs = bytes.iter().zip(bytes.get(1..).unwrap_or_default());
    if !pairs.fold(last, |found, (byte, next)| found | may_act(*byte, *next)) {
        return None;
    }
    text.char_indices()
        .find(|(_, c)| acts(*c))
        .map(|(at, _)| at)
}

/// True when a spreadsheet would run the cell as a formula, or strip it to one that it runs.
///
/// Source: OWASP, CSV Injection (`=` `+` `-` `@` TAB CR), with the full-width forms that Japanese
/// editions of Excel take for the same, also behind blanks and quotes that are trimmed on the way.
#[must_use]
pub fn is_formula(text: &str) -> bool {
    const QUOTES: [char; 8] = ['"', '\'', '”', '“', '’', '‘', '＂', '＇'];
    // TAB and line ends count as the first sign, other blanks and quotes are looked behind.
    let ends = |c: char| matches!(c, '\t' | '\r' | '\n');
    let first = text
        .chars()
        .find(|c| ends(*c) || !(c.is_whitespace() || QUOTES.contains(c)));
    matches!(
        first,
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '−' | '＠')
    )
}

/// True when Excel would turn an id into something else: a number that loses its leading zeros or
/// its last digits, a power of ten, a date, a time, a truth value.
#[must_use]
pub fn is_remade(id: &str) -> bool {
    let bytes = id.as_bytes();
    let Some(first) = bytes.first() else {
        return false;
    };
    if id.eq_ignore_ascii_case("true") || id.eq_ignore_ascii_case("false") {
        return true;
    }
    if !first.is_ascii_digit() && *first != b'.' {
        return is_month_first(id);
    }
    if bytes.iter().all(u8::is_ascii_digit) {
        // Excel shows twelve digits and more as a power of ten and keeps only fifteen of them.
        return bytes.len() > 11 || (bytes.len() > 1 && *first == b'0');
    }
    let parts = |separators: &[char]| id.split(separators).count();
    let power = parts(&['e', 'E']) == 2 && !id.ends_with(['e', 'E']);
    bytes
        .iter()
        .all(|b| b.is_ascii_digit() || b"-/.:,eE%".contains(b))
        && (power || !id.contains(['e', 'E']))
        || is_month_last(id)
}

const MONTHS: [&str; 12] = [
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

/// `MAR-1`, `SEP1`.
fn is_month_first(id: &str) -> bool {
    let digits = id.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    is_month(&id[..id.len() - digits.len()]) && is_day(digits.trim_start_matches(['-', '/', ' ']))
}

/// `1-MAR`, `2SEP`.
fn is_month_last(id: &str) -> bool {
    let word = id.trim_start_matches(|c: char| c.is_ascii_digit());
    is_day(&id[..id.len() - word.len()]) && is_month(word.trim_start_matches(['-', '/', ' ']))
}

fn is_month(word: &str) -> bool {
    let word = word.to_ascii_lowercase();
    MONTHS
        .iter()
        .any(|month| word == *month || word == month[..3])
}

fn is_day(digits: &str) -> bool {
    (1..=4).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_acts_becomes_visible() {
        assert_eq!(
            terminal("\u{1b}]0;x\u{7}\u{9b}2J"),
            r"\u{1b}]0;x\u{7}\u{9b}2J"
        );
        assert_eq!(
            terminal("a\u{202e}b\u{2066}c\u{200b}d"),
            r"a\u{202e}b\u{2066}c\u{200b}d"
        );
        assert_eq!(terminal("1\r\n2\t3"), r"1\r\n2\t3");
        assert_eq!(terminal("検品 ☀\u{fe0f} 🎉 é"), "検品 ☀\u{fe0f} 🎉 é");
        assert!(matches!(terminal("国内正規品"), Cow::Borrowed(_)));
    }

    #[test]
    fn formulas_are_seen_through_blanks_quotes_and_width() {
        for text in [
            "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\rx", "＝1", "＋1", "－1", "＠x", "  =1",
            "\"=1", "　＝1", "' =1", "−5",
        ] {
            assert!(is_formula(text), "{text:?}");
        }
        for text in ["", "a=1", "1-2", "\"quoted\"", "検品", "(+)", " "] {
            assert!(!is_formula(text), "{text:?}");
        }
    }

    #[test]
    fn ids_that_excel_remakes_are_seen() {
        for id in [
            "0012",
            "4901234567894",
            "123456789012",
            "1E5",
            "12e34",
            "1-2",
            "2026/1",
            "10:30",
            "1.50",
            "MAR-1",
            "sep1",
            "1-MAR",
            "TRUE",
            "1,000",
            "50%",
            "March 3",
        ] {
            assert!(is_remade(id), "{id}");
        }
        for id in [
            "",
            "0",
            "12345",
            "12345678901",
            "B0TEST1234",
            "SKU-1",
            "1-2-A",
            "12E",
            "A-0012",
            "MARKER-1",
            "10X",
            "404123456X",
        ] {
            assert!(!is_remade(id), "{id}");
        }
    }

    #[test]
    fn the_quick_look_misses_nothing() {
        for c in ('\0'..=char::MAX).filter(|c| acts(*c)) {
            for text in [format!("a{c}b"), c.to_string()] {
                assert!(first_acting(&text).is_some(), "{c:?}");
            }
        }
        assert_eq!(first_acting("ふつうの Ｔitle ｶﾅ ・ー 𠮷🎉"), None);
    }

    proptest! {
        #[test]
        fn nothing_that_acts_is_left(text in any::<String>()) {
            prop_assert!(!terminal(&text).chars().any(acts));
        }
    }
}
