//! Conditions: Amazon's codes and their Japanese and English names.

use super::clean::{bare, is_empty};
use super::{Cell, FromCell, Repair};
use crate::model::Condition;
use crate::text::fold;

/// Names without blanks, hyphens and underscores, folded; the codes are Amazon's.
const NAMES: &[(&str, u32)] = &[
    ("新品", 11),
    ("new", 11),
    ("newnew", 11),
    ("newitem", 11),
    ("中古ホボ新品", 1),
    ("usedlikenew", 1),
    ("中古非常ニ良イ", 2),
    ("usedverygood", 2),
    ("中古良イ", 3),
    ("usedgood", 3),
    ("中古可", 4),
    ("usedacceptable", 4),
    ("コレクター商品ホボ新品", 5),
    ("collectiblelikenew", 5),
    ("コレクター商品非常ニ良イ", 6),
    ("collectibleverygood", 6),
    ("コレクター商品良イ", 7),
    ("collectiblegood", 7),
    ("コレクター商品可", 8),
    ("collectibleacceptable", 8),
    ("再生品", 10),
    ("refurbished", 10),
    ("refurbishedrefurbished", 10),
    ("amazon整備済ミ品", 10),
];

impl FromCell for Condition {
    fn quick(raw: &[u8]) -> Option<Self> {
        code(raw).and_then(Self::from_code)
    }

    fn read(text: &str) -> Cell<Self> {
        condition(text)
    }
}

/// A condition: Amazon's code or its Japanese or English name.
#[must_use]
pub fn condition(cell: &str) -> Cell<Condition> {
    if let Some(code) = code(cell.as_bytes()) {
        return Cell::found(Condition::from_code(code), None);
    }
    let (text, guard) = bare(cell);
    if is_empty(text) {
        return Cell::empty();
    }
    // No name is longer; a note in the wrong column need not be folded.
    if text.len() > 100 {
        return Cell::bad(None);
    }
    let folded = fold(text);
    if let Some(code) = code(folded.as_bytes()) {
        let repair = guard.or((folded != text).then_some(Repair::FullWidth));
        return Cell::found(Condition::from_code(code), repair);
    }
    let name: String = folded
        .chars()
        .filter(|c| {
            !c.is_whitespace()
                && !matches!(
                    c,
                    '-' | '_' | '‐' | '–' | '—' | '−' | '―' | ';' | ':' | '・'
                )
        })
        .collect();
    let found = NAMES.iter().find(|(n, _)| *n == name);
    Cell::found(
        found.and_then(|(_, code)| Condition::from_code(*code)),
        guard,
    )
}

fn code(text: &[u8]) -> Option<u32> {
    match text {
        [d @ b'0'..=b'9'] => Some(u32::from(d - b'0')),
        [t @ b'0'..=b'9', d @ b'0'..=b'9'] => Some(u32::from(t - b'0') * 10 + u32::from(d - b'0')),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_names_mean_the_same() {
        let shapes: &[(&str, u8)] = &[
            ("11", 11),
            ("新品", 11),
            ("New", 11),
            ("１１", 11),
            ("=\"11\"", 11),
            ("中古 - ほぼ新品", 1),
            ("中古-ほぼ新品", 1),
            ("中古品 - 良い", 0),
            ("中古 － 非常に良い", 2),
            ("Used - Very Good", 2),
            ("UsedGood", 3),
            ("used_acceptable", 4),
            ("コレクター商品 - 可", 8),
            ("再生品", 10),
            ("refurbished_refurbished", 10),
            ("9", 0),
            ("12", 0),
            ("動作確認済み", 0),
        ];
        for (shape, code) in shapes {
            let cell = condition(shape);
            assert_eq!(cell.value.map_or(0, Condition::code), *code, "{shape}");
            assert_eq!(cell.bad, *code == 0, "{shape}");
        }
        assert_eq!(condition(""), Cell::empty());
    }

    #[test]
    fn the_names_are_written_folded() {
        for (name, _) in NAMES {
            assert_eq!(fold(name), *name);
        }
    }
}
