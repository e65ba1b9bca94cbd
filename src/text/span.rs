//! Back from a place in a folded text to the place in the text as written.

use super::Folded;
use super::table::Length;
use std::ops::Range;

/// The bytes of `text` as written that the bytes `start..end` of its fold came from.
#[must_use]
pub fn span(text: &str, start: usize, end: usize) -> Range<usize> {
    let mut folded = Length::new();
    let (mut from, mut to) = (None, text.len());
    for (at, c) in text.char_indices() {
        let next = at + c.len_utf8();
        if !folded.push(c) {
            return span_of_marks(text, start, end);
        }
        let length = folded.bytes;
        if from.is_none() && length > start {
            from = Some(at);
        }
        // A voicing mark rewrites the last kana without making the fold longer.
        if length <= end {
            to = next;
        }
        if length > end {
            to = if from == Some(at) { next } else { to };
            break;
        }
    }
    let from = from.unwrap_or(text.len());
    from..to.max(from)
}

/// As [`span`], for a text with marks that join with what stands before them: the fold of a whole
/// prefix tells where it ends, and since prefixes only grow, few of them have to be folded.
fn span_of_marks(text: &str, start: usize, end: usize) -> Range<usize> {
    let ends: Vec<usize> = text
        .char_indices()
        .map(|(at, c)| at + c.len_utf8())
        .collect();
    let mut folded = Folded::default();
    let mut first_beyond = |limit: usize| {
        ends.partition_point(|end| {
            folded.set(&text[..*end]);
            folded.text.len() <= limit
        })
    };
    let (first, behind) = (first_beyond(start), first_beyond(end));
    let before = |at: usize| at.checked_sub(1).map_or(0, |at| ends[at]);
    let from = before(first);
    let to = match ends.get(behind) {
        Some(end) if behind == first => *end,
        _ => before(behind),
    };
    from..to.max(from)
}

#[cfg(test)]
mod tests {
    use super::super::fold;
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_span_as_written_is_found_again() {
        for (text, word, written) in [
            ("新品 ｶﾞﾝﾀﾞﾑ です", "ガンダム", "ｶﾞﾝﾀﾞﾑ"),
            ("㈱ＡＢＣ…デス", "abc", "ＡＢＣ"),
            ("カ\u{3099}ン", "ガ", "カ\u{3099}"),
            ("並行輸入品", "並行輸入", "並行輸入"),
            ("x㈱", "株", "㈱"),
        ] {
            let folded = fold(text);
            let start = folded.find(word).unwrap();
            assert_eq!(&text[span(text, start, start + word.len())], written);
        }
    }

    /// The span by folding every prefix.
    fn slow_span(text: &str, start: usize, end: usize) -> Range<usize> {
        let (mut from, mut to) = (None, text.len());
        for (at, c) in text.char_indices() {
            let next = at + c.len_utf8();
            let length = fold(&text[..next]).len();
            if from.is_none() && length > start {
                from = Some(at);
            }
            if length <= end {
                to = next;
            }
            if length > end {
                to = if from == Some(at) { next } else { to };
                break;
            }
        }
        let from = from.unwrap_or(text.len());
        from..to.max(from)
    }

    proptest! {
        #[test]
        fn a_span_is_the_one_that_every_prefix_tells(text in "[aéか\u{3099}\u{309a}\u{301}\u{302}ｶﾞ㈱並각]{0,12}", a in 0usize..30, b in 0usize..30) {
            let (start, end) = (a.min(b), a.max(b));
            prop_assert_eq!(span(&text, start, end), slow_span(&text, start, end));
        }

        #[test]
        fn a_span_never_cuts_a_character(text in "\\PC*", a in 0usize..40, b in 0usize..40) {
            let found = span(&text, a.min(b), a.max(b));
            prop_assert!(text.get(found).is_some());
        }
    }
}
