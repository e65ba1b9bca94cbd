//! A word as a list writes it: text with small typed gaps, and what must stand elsewhere.

use super::matcher::between_edges;
use crate::text::{Class, fold};

/// One piece of a word.
#[derive(Clone, Debug, PartialEq)]
enum Part {
    /// These characters.
    Text(String),
    /// A whole number, with or without a fraction, between two limits.
    Number(f64, f64),
    /// Blanks or none.
    Spaces,
    /// At most so many characters of any kind.
    Gap(usize),
    /// The beginning of the text.
    Start,
    /// The end of the text.
    End,
}

/// A word with everything that decides whether it is meant where its anchor stands.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Term {
    /// The longest text in it, by which it is found.
    pub(super) anchor: String,
    /// What stands before the anchor, nearest first.
    before: Vec<Part>,
    /// What stands behind the anchor.
    after: Vec<Part>,
    /// It may begin inside a longer word (`*ケース`).
    open_start: bool,
    /// It may end inside a longer word (`スプレー*`).
    open_end: bool,
    /// One of these stands anywhere in the text; none is needed when there are none.
    with: Vec<String>,
}

impl Term {
    /// Reads a word. `{n}` or `{n:0-2}` is a number, `{sp}` are blanks or none, `{any:8}` is a gap
    /// of at most 8 characters, `{start}` and `{end}` are those of the text; `*` in front or at
    /// the end lets a longer word go on there. `None` when it has no text to be found by.
    pub(super) fn parse(text: &str, with: &[String]) -> Option<Self> {
        let (text, open_start) = match text.strip_prefix('*') {
            Some(rest) => (rest, true),
            None => (text, false),
        };
        let (text, open_end) = match text.strip_suffix('*') {
            Some(rest) => (rest, true),
            None => (text, false),
        };
        let mut parts = parts(text)?;
        let length = |part: &Part| match part {
            Part::Text(text) => text.len(),
            _ => 0,
        };
        let at = (0..parts.len())
            .rev()
            .max_by_key(|at| length(&parts[*at]))?;
        let after = parts.split_off(at + 1);
        let Some(Part::Text(anchor)) = parts.pop() else {
            return None;
        };
        parts.reverse();
        Some(Self {
            anchor,
            before: parts,
            after,
            open_start,
            open_end,
            with: with.iter().map(|word| fold(word)).collect(),
        })
    }

    /// True when the anchor between edges is all there is to it.
    pub(super) fn is_plain(&self) -> bool {
        let bare = self.before.is_empty() && self.after.is_empty() && self.with.is_empty();
        bare && !self.open_start && !self.open_end
    }

    /// The whole span of the word around its anchor in a folded text, if it is meant there.
    pub(super) fn place(
        &self,
        text: &[u8],
        class: &[Class],
        (from, to): (usize, usize),
    ) -> Option<(usize, usize)> {
        let start = backward(text, from, &self.before)?;
        let end = forward(text, to, &self.after)?;
        let edges = between_edges(class, start, end, self.open_start, self.open_end);
        let beside = |word: &String| memchr::memmem::find(text, word.as_bytes()).is_some();
        let meant = edges && (self.with.is_empty() || self.with.iter().any(beside));
        meant.then_some((start, end))
    }
}

/// Splits a word at its braces; `None` when a brace is not closed or not known.
fn parts(text: &str) -> Option<Vec<Part>> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('{') {
        let (name, behind) = behind.split_once('}')?;
        if !before.is_empty() {
            parts.push(Part::Text(fold(before)));
        }
        parts.push(typed(name)?);
        rest = behind;
    }
    if !rest.is_empty() {
        parts.push(Part::Text(fold(rest)));
    }
    Some(parts)
}

fn typed(name: &str) -> Option<Part> {
    match name.split_once(':') {
        None => match name {
            "n" => Some(Part::Number(0.0, f64::MAX)),
            "sp" => Some(Part::Spaces),
            "start" => Some(Part::Start),
            "end" => Some(Part::End),
            _ => None,
        },
        Some(("n", limits)) => {
            let (low, high) = limits.split_once('-')?;
            Some(Part::Number(low.parse().ok()?, high.parse().ok()?))
        }
        Some(("any", most)) => most.parse().ok().map(Part::Gap),
        Some(_) => None,
    }
}

fn is_number(byte: &u8) -> bool {
    byte.is_ascii_digit() || *byte == b'.'
}

fn within(digits: &[u8], low: f64, high: f64) -> bool {
    let digits = std::str::from_utf8(digits).ok().filter(|d| !d.is_empty());
    let number = digits.and_then(|d| d.parse().ok());
    number.is_some_and(|n: f64| (low..=high).contains(&n))
}

/// True for the first byte of a character, and for the end of a text.
fn begins(text: &[u8], at: usize) -> bool {
    text.get(at).is_none_or(|byte| byte & 0xc0 != 0x80)
}

/// The length of the blank that a text of UTF-8 begins with.
fn blank(text: &[u8]) -> Option<usize> {
    match *text {
        [0x09..=0x0d | 0x20, ..] => Some(1),
        [0xc2, 0x85 | 0xa0, ..] => Some(2),
        [0xe1, 0x9a, 0x80, ..]
        | [0xe2, 0x80, 0x80..=0x8a | 0xa8 | 0xa9 | 0xaf, ..]
        | [0xe2, 0x81, 0x9f, ..]
        | [0xe3, 0x80, 0x80, ..] => Some(3),
        _ => None,
    }
}

/// Where the blanks end that begin at a place.
fn behind_blanks(text: &[u8], mut at: usize) -> usize {
    while let Some(length) = blank(&text[at..]) {
        at += length;
    }
    at
}

/// Where the blanks begin that end at a place.
fn before_blanks(text: &[u8], mut at: usize) -> usize {
    while let Some(start) = (at.saturating_sub(4)..at)
        .rev()
        .find(|from| begins(text, *from))
        && blank(&text[start..at]) == Some(at - start)
    {
        at = start;
    }
    at
}

/// The bytes that parts go on with, where that is text: one character of Japanese.
fn first_bytes(parts: &[Part]) -> Option<&[u8; 3]> {
    match parts.first() {
        Some(Part::Text(text)) => text.as_bytes().first_chunk(),
        _ => None,
    }
}

/// The bytes that parts given nearest first end with where text is the nearest.
fn last_bytes(parts: &[Part]) -> Option<&[u8; 3]> {
    match parts.first() {
        Some(Part::Text(text)) => text.as_bytes().last_chunk(),
        _ => None,
    }
}

/// Where the parts end that begin at a place.
fn forward(text: &[u8], at: usize, parts: &[Part]) -> Option<usize> {
    let Some((part, more)) = parts.split_first() else {
        return Some(at);
    };
    let rest = &text[at..];
    match part {
        Part::Text(wanted) => {
            let found = rest.starts_with(wanted.as_bytes());
            found.then(|| forward(text, at + wanted.len(), more))?
        }
        Part::Number(low, high) => {
            let length = rest.iter().take_while(|b| is_number(b)).count();
            let found = within(&rest[..length], *low, *high);
            found.then(|| forward(text, at + length, more))?
        }
        Part::Spaces => forward(text, behind_blanks(text, at), more),
        Part::Gap(most) => {
            let ends = (at..=text.len()).filter(|end| begins(text, *end));
            // What cannot go on there is passed over without a call.
            let next = first_bytes(more);
            let fits = |end: &usize| next.is_none() || text[*end..].first_chunk() == next;
            let mut ends = ends.take(most + 1).filter(fits);
            ends.find_map(|end| forward(text, end, more))
        }
        Part::Start => None,
        Part::End => (behind_blanks(text, at) == text.len()).then(|| forward(text, at, more))?,
    }
}

/// Where the parts begin that end at a place; they are given nearest first.
fn backward(text: &[u8], at: usize, parts: &[Part]) -> Option<usize> {
    let Some((part, more)) = parts.split_first() else {
        return Some(at);
    };
    let rest = &text[..at];
    match part {
        Part::Text(wanted) => {
            let found = rest.ends_with(wanted.as_bytes());
            found.then(|| backward(text, at - wanted.len(), more))?
        }
        Part::Number(low, high) => {
            let length = rest.iter().rev().take_while(|b| is_number(b)).count();
            let found = within(&rest[at - length..], *low, *high);
            found.then(|| backward(text, at - length, more))?
        }
        Part::Spaces => backward(text, before_blanks(text, at), more),
        Part::Gap(most) => {
            let starts = (0..=at).rev().filter(|start| begins(text, *start));
            let next = last_bytes(more);
            let fits = |start: &usize| next.is_none() || text[..*start].last_chunk() == next;
            let mut starts = starts.take(most + 1).filter(fits);
            starts.find_map(|start| backward(text, start, more))
        }
        Part::Start => (before_blanks(text, at) == 0).then(|| backward(text, at, more))?,
        Part::End => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Folded;
    use proptest::prelude::*;

    /// What a word finds in a text, as folded.
    fn found(word: &str, with: &[&str], text: &str) -> Option<String> {
        let with: Vec<String> = with.iter().map(|w| (*w).to_owned()).collect();
        let term = Term::parse(word, &with).unwrap_or_else(|| panic!("{word}"));
        let mut folded = Folded::default();
        folded.set(text);
        let places: Vec<usize> = folded
            .text
            .match_indices(&term.anchor)
            .map(|(at, _)| at)
            .collect();
        let span = |at: usize| {
            let place = (at, at + term.anchor.len());
            term.place(folded.text.as_bytes(), &folded.class, place)
        };
        let (start, end) = places.into_iter().find_map(span)?;
        Some(folded.text[start..end].to_owned())
    }

    #[test]
    fn numbers_are_whole_and_within_their_limits() {
        for (word, text, expected) in [
            ("{n:0-2}歳", "対象年齢 １歳から", Some("1歳")),
            ("{n:0-2}歳", "1.5歳から", Some("1.5歳")),
            ("{n:0-2}歳", "12歳から", None),
            ("{n:0-2}歳", "歳の市", None),
            (
                "{n}ml{sp}×{sp}{n}本",
                "お茶 500ml × 24本",
                Some("500ml × 24本"),
            ),
            ("{n}ml{sp}×{sp}{n}本", "お茶 500ml", None),
            (
                "第{n:1-3}類医薬品",
                "【第２類医薬品】かぜ薬",
                Some("第2類医薬品"),
            ),
        ] {
            assert_eq!(found(word, &[], text).as_deref(), expected, "{word} {text}");
        }
    }

    #[test]
    fn gaps_ends_and_company_are_kept() {
        for (word, with, text, expected) in [
            ("互換{any:3}バッテリー", &[][..], "互換 バッテリー", true),
            (
                "互換{any:3}バッテリー",
                &[],
                "互換のある薄型バッテリー",
                false,
            ),
            ("{start}中古", &[], " 中古 本", true),
            ("{start}中古", &[], "本 中古", false),
            ("ケース{end}", &[], "スマホ ケース ", true),
            ("ケース{end}", &[], "スマホケース", false),
            ("*ケース{end}", &[], "スマホケース", true),
            ("スプレー*", &[], "スプレータイプ", true),
            ("スプレー", &[], "スプレータイプ", false),
            (
                "レボリューション",
                &["犬", "猫"],
                "レボリューション 猫用",
                true,
            ),
            (
                "レボリューション",
                &["犬", "猫"],
                "レボリューション ゲーム",
                false,
            ),
        ] {
            assert_eq!(found(word, with, text).is_some(), expected, "{word} {text}");
        }
    }

    #[test]
    fn a_word_without_text_or_with_an_open_brace_is_refused() {
        for word in ["", "{n}", "a{n", "a{number}", "{n:x-y}円", "{any:}a"] {
            assert_eq!(Term::parse(word, &[]), None, "{word}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_searched_without_harm(text in "\\PC*", at in 0usize..40) {
            let term = Term::parse("{start}{any:3}a{sp}{n}{any:2}{end}", &[]).unwrap();
            let mut folded = Folded::default();
            folded.set(&text);
            for (from, _) in folded.text.match_indices('a').skip(at % 3) {
                if let Some((start, end)) = term.place(folded.text.as_bytes(), &folded.class, (from, from + 1)) {
                    prop_assert!(folded.text.get(start..end).is_some());
                }
            }
        }
    }

    #[test]
    fn a_blank_is_what_unicode_says() {
        for c in '\0'..=char::MAX {
            let length = c.is_whitespace().then(|| c.len_utf8());
            assert_eq!(blank(format!("{c}a").as_bytes()), length, "{c:?}");
        }
    }

    proptest! {
        #[test]
        fn a_gap_is_as_long_as_trying_every_length_finds(
            wanted in "[aア検]{1,3}",
            most in 0usize..4,
            text in "[aア検]{0,14}",
        ) {
            let parts = [Part::Gap(most), Part::Text(wanted.clone())];
            for (at, _) in text.char_indices() {
                let (before, behind) = text.split_at(at);
                let mut ends = behind.char_indices().map(|(end, _)| at + end).take(most + 1);
                let end = ends.find(|end| text[*end..].starts_with(&wanted));
                let found = forward(text.as_bytes(), at, &parts);
                prop_assert_eq!(found, end.map(|end| end + wanted.len()));
                let starts = before.char_indices().rev().map(|(start, _)| start);
                let mut starts = std::iter::once(at).chain(starts).take(most + 1);
                let start = starts.find(|start| text[..*start].ends_with(&wanted));
                let found = backward(text.as_bytes(), at, &parts);
                prop_assert_eq!(found, start.map(|start| start - wanted.len()));
            }
        }

        #[test]
        fn blanks_are_those_of_text(text in "[ \\t\u{3000}\u{85}\u{2028}aé検🎉]{0,8}") {
            let bytes = text.as_bytes();
            prop_assert_eq!(behind_blanks(bytes, 0), text.len() - text.trim_start().len());
            prop_assert_eq!(before_blanks(bytes, text.len()), text.trim_end().len());
        }
    }
}
