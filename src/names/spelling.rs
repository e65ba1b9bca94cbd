//! How the text as written differs from the alias whose skeleton it has.

use super::chars::{is_dash, is_latin_twin, is_nothing, is_separator};
use super::skeleton::{HIRAGANA, KANJI, KATAKANA, Skeleton};
use super::{Lexicon, Respelling};
use crate::text::fold;

/// What the spelling as written lets one believe.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spelled {
    /// As the alias, but for case, width and separators between its words.
    Same,
    /// Respelled in a way that does not happen by chance.
    Other(Respelling),
    /// Respelled in a way that may be chance: other evidence is needed.
    Doubtful(Respelling),
    /// Another word.
    Not,
}

/// An alias as far as its spelling matters.
#[derive(Clone, Copy, Debug)]
pub(super) struct Written<'a> {
    /// What [`fold`] gives.
    pub(super) folded: &'a str,
    /// Bit per unit (the first 64) before which the alias has a separator.
    pub(super) gaps: u64,
    /// True where the alias as written has katakana and no hiragana, or the reverse.
    pub(super) one_kana: Option<u8>,
    /// It is a plain word.
    pub(super) plain: bool,
}

/// Judges the units `from..to` of a text against the alias.
pub(super) fn spelled(
    text: &str,
    skeleton: &Skeleton,
    (from, to): (usize, usize),
    alias: &Written<'_>,
    lexicon: &Lexicon,
) -> Spelled {
    let place = skeleton.written(text, from, to);
    let written = text.get(place.clone()).unwrap_or_default();
    // Most names are written as the list writes them.
    if written == alias.folded || written.eq_ignore_ascii_case(alias.folded) {
        return kana(skeleton, (from, to), alias);
    }
    let folded = match written.contains(is_nothing) {
        true => fold(&written.replace(is_nothing, "")),
        false => fold(written),
    };
    if folded == alias.folded {
        return kana(skeleton, (from, to), alias);
    }
    let bare = |c: &char| !is_separator(*c);
    let letters = folded.chars().filter(bare);
    if letters.eq(alias.folded.chars().filter(bare)) {
        let gaps = gaps(skeleton, from, to);
        if gaps & !alias.gaps == 0 {
            return kana(skeleton, (from, to), alias);
        }
        return split(skeleton, (from, to), written, gaps, lexicon);
    }
    let length = to - from;
    if written.chars().any(is_latin_twin) {
        return if length >= 4 || !alias.plain && length == 3 {
            Spelled::Other(Respelling::Lookalike)
        } else {
            Spelled::Doubtful(Respelling::Lookalike)
        };
    }
    if without_accents(&folded) == without_accents(alias.folded) {
        return Spelled::Same;
    }
    // The dash in place of a last long vowel stands behind the match.
    let behind = text.get(place.end..).and_then(|rest| rest.chars().next());
    let folded = match behind.filter(|c| is_dash(*c)) {
        Some(dash) if alias.folded.ends_with('ー') && !folded.ends_with('ー') => {
            folded + dash.encode_utf8(&mut [0; 4])
        }
        _ => folded,
    };
    vowel(skeleton, (from, to), &folded, alias, lexicon)
}

fn without_accents(folded: &str) -> Vec<u16> {
    // Long vowels and kana are left as they are: only letters lose their marks here.
    folded
        .chars()
        .filter(|c| !is_separator(*c))
        .flat_map(|c| match c {
            '\u{3000}'..='\u{30ff}' => vec![c as u16],
            _ => super::skeleton::units(c.encode_utf8(&mut [0; 4])),
        })
        .collect()
}

/// Before which units of a match a separator stands.
pub(super) fn gaps(skeleton: &Skeleton, from: usize, to: usize) -> u64 {
    (from + 1..to.min(from + 64))
        .filter(|at| skeleton.after_gap(*at))
        .fold(0, |gaps, at| gaps | 1 << (at - from))
}

/// Hiragana for katakana or the reverse: a word of everyday language may be meant.
fn kana(skeleton: &Skeleton, (from, to): (usize, usize), alias: &Written<'_>) -> Spelled {
    let Some(kana) = alias.one_kana else {
        return Spelled::Same;
    };
    let other = if kana == KATAKANA { HIRAGANA } else { KATAKANA };
    let swapped = (from..to).filter(|at| skeleton.class(*at) == other).count();
    match (swapped, alias.plain, to - from) {
        (0, ..) => Spelled::Same,
        // サクラ and さくら are one word: no less a name than the alias itself.
        (_, true, _) | (_, false, 3) => Spelled::Doubtful(Respelling::Kana),
        (_, false, ..3) => Spelled::Not,
        _ => Spelled::Other(Respelling::Kana),
    }
}

fn split(
    skeleton: &Skeleton,
    (from, to): (usize, usize),
    written: &str,
    gaps: u64,
    lexicon: &Lexicon,
) -> Spelled {
    let length = to - from;
    let all = u64::MAX >> (64 - length.min(64)) & !1;
    if gaps == all && length >= 3 {
        // One more single letter before or behind, and it is a list of letters.
        let single = |at: usize| skeleton.after_gap(at) && skeleton.after_gap(at + 1);
        let listed = from > 0 && skeleton.after_gap(from) && single(from - 1)
            || to < skeleton.len() && single(to);
        return match (listed, length) {
            (true, _) => Spelled::Not,
            (false, 3) => Spelled::Doubtful(Respelling::Spaced),
            (false, _) => Spelled::Other(Respelling::Spaced),
        };
    }
    let spaced = written.chars().any(char::is_whitespace);
    let needed = match (spaced, skeleton.class(from)) {
        (true, KANJI) => 4,
        (true, _) => 5,
        (false, KATAKANA | HIRAGANA) => 3,
        (false, _) => 4,
    };
    if length < needed {
        return if length >= 3 && !spaced {
            Spelled::Doubtful(Respelling::Split)
        } else {
            Spelled::Not
        };
    }
    let mut pieces = written.split(is_separator).filter(|p| !p.is_empty());
    if pieces.all(|piece| {
        let piece = fold(piece);
        lexicon.has(&piece) || piece.chars().all(char::is_numeric)
    }) {
        return Spelled::Doubtful(Respelling::Split);
    }
    Spelled::Other(Respelling::Split)
}

/// Long vowels left out, added or typed as a dash; big kana for small ones.
fn vowel(
    skeleton: &Skeleton,
    (from, to): (usize, usize),
    folded: &str,
    alias: &Written<'_>,
    lexicon: &Lexicon,
) -> Spelled {
    let mut kana = (from..to).map(|at| skeleton.class(at));
    if !kana.any(|class| matches!(class, KATAKANA | HIRAGANA)) {
        return Spelled::Not;
    }
    let length = to - from;
    let dashed: String = folded
        .chars()
        .map(|c| if is_dash(c) { 'ー' } else { c })
        .collect();
    if dashed != folded && dashed == alias.folded {
        let typed = if length >= 4 && !alias.plain {
            Spelled::Other(Respelling::Vowel)
        } else {
            Spelled::Doubtful(Respelling::Vowel)
        };
        return typed;
    }
    if alias.plain || lexicon.has(folded) || length < 3 {
        return Spelled::Not;
    }
    if length >= 4 {
        Spelled::Other(Respelling::Vowel)
    } else {
        Spelled::Doubtful(Respelling::Vowel)
    }
}
