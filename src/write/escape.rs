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
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        // ASCII, kana and kanji are stepped over without being decoded: first bytes E4 to EE begin
        // no acting character, and E3 only U+3164, whose second byte is 85.
        at += match byte {
            b' '..=b'~' => 1,
            0xe4..=0xee => 3,
            0xe3 if bytes.get(at + 1) != Some(&0x85) => 3,
            _ => {
                let c = text.get(at..)?.chars().next()?;
                if acts(c) {
                    return Some(at);
                }
                c.len_utf8()
            }
        };
    }
    None
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
    let number = |b: &u8| b.is_ascii_digit() || b"-/.:,eE%".contains(b);
    if bytes.iter().all(number) {
        let powers = bytes.iter().filter(|b| matches!(b, b'e' | b'E')).count();
        let power = powers == 1 && !id.ends_with(['e', 'E']);
        return power || powers == 0;
    }
    is_month_last(id)
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
    // Nearly every id begins like no month at all.
    let first = id.as_bytes().first_chunk();
    if !first.is_some_and(|first: &[u8; 3]| begins_month(*first)) {
        return false;
    }
    let digits = id.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    is_month(&id[..id.len() - digits.len()]) && is_day(digits.trim_start_matches(['-', '/', ' ']))
}

/// `1-MAR`, `2SEP`.
fn is_month_last(id: &str) -> bool {
    let word = id.trim_start_matches(|c: char| c.is_ascii_digit());
    is_day(&id[..id.len() - word.len()]) && is_month(word.trim_start_matches(['-', '/', ' ']))
}

fn begins_month(mut letters: [u8; 3]) -> bool {
    letters.make_ascii_lowercase();
    MONTHS
        .iter()
        .any(|month| month.as_bytes().first_chunk() == Some(&letters))
}

fn is_month(word: &str) -> bool {
    (3..=9).contains(&word.len())
        && MONTHS
            .iter()
            .any(|month| word.eq_ignore_ascii_case(month) || word.eq_ignore_ascii_case(&month[..3]))
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
