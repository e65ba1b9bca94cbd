//! A word as a list writes it: text with small typed gaps, and what must stand elsewhere.

use super::matcher::between_edges;
use crate::text::{Folded, fold};

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

    /// The whole span of the word around its anchor, if it is meant there.
    pub(super) fn place(&self, folded: &Folded, from: usize, to: usize) -> Option<(usize, usize)> {
        let text = folded.text.as_str();
        let start = backward(text, from, &self.before)?;
        let end = forward(text, to, &self.after)?;
        let edges = between_edges(&folded.class, start, end, self.open_start, self.open_end);
        let beside = || self.with.is_empty() || self.with.iter().any(|w| text.contains(w.as_str()));
        (edges && beside()).then_some((start, end))
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

fn is_number(byte: u8) -> bool {
    byte.is_ascii_digit() || byte == b'.'
}

fn within(digits: &str, low: f64, high: f64) -> bool {
    digits.parse().is_ok_and(|n: f64| (low..=high).contains(&n))
}

/// Where the parts end that begin at a place.
fn forward(text: &str, at: usize, parts: &[Part]) -> Option<usize> {
    let Some((part, more)) = parts.split_first() else {
        return Some(at);
    };
    let rest = &text[at..];
    match part {
        Part::Text(wanted) => {
            let found = rest.starts_with(wanted.as_str());
            found.then(|| forward(text, at + wanted.len(), more))?
        }
        Part::Number(low, high) => {
            let length = rest.bytes().take_while(|b| is_number(*b)).count();
            let found = within(&rest[..length], *low, *high);
            found.then(|| forward(text, at + length, more))?
        }
        Part::Spaces => forward(text, text.len() - rest.trim_start().len(), more),
        Part::Gap(most) => {
            let ends = rest.char_indices().map(|(i, _)| i);
            let mut ends = ends.chain([rest.len()]).take(most + 1);
            ends.find_map(|end| forward(text, at + end, more))
        }
        Part::Start => None,
        Part::End => rest
            .trim_end()
            .is_empty()
            .then(|| forward(text, at, more))?,
    }
}

/// Where the parts begin that end at a place; they are given nearest first.
fn backward(text: &str, at: usize, parts: &[Part]) -> Option<usize> {
    let Some((part, more)) = parts.split_first() else {
        return Some(at);
    };
    let rest = &text[..at];
    match part {
        Part::Text(wanted) => {
            let found = rest.ends_with(wanted.as_str());
            found.then(|| backward(text, at - wanted.len(), more))?
        }
        Part::Number(low, high) => {
            let length = rest.bytes().rev().take_while(|b| is_number(*b)).count();
            let found = within(&rest[at - length..], *low, *high);
            found.then(|| backward(text, at - length, more))?
        }
        Part::Spaces => backward(text, rest.trim_end().len(), more),
        Part::Gap(most) => {
            let starts = rest.char_indices().rev().map(|(i, _)| i);
            let mut starts = std::iter::once(at).chain(starts).take(most + 1);
            starts.find_map(|start| backward(text, start, more))
        }
        Part::Start => rest
            .trim_start()
            .is_empty()
            .then(|| backward(text, at, more))?,
        Part::End => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
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
        let span = |at: usize| term.place(&folded, at, at + term.anchor.len());
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
                if let Some((start, end)) = term.place(&folded, from, from + 1) {
                    prop_assert!(folded.text.get(start..end).is_some());
                }
            }
        }
    }
}
