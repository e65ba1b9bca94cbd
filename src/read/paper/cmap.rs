//! ToUnicode maps: which text the codes of a font stand for.

use super::budget::{Budget, Stop};
use super::syntax::{Lexer, Object};
use std::collections::BTreeMap;

/// A map of codes to text.
#[derive(Debug, Default)]
pub(super) struct Map {
    /// Lengths of codes in bytes with their first and last code.
    spaces: Vec<(usize, u32, u32)>,
    /// Text of code ranges by length and first code: last code, text of the first.
    ranges: BTreeMap<(usize, u32), (u32, Vec<u16>)>,
}

/// Code lengths that one map may declare.
const SPACES: usize = 100;

impl Map {
    pub(super) fn parse(data: &[u8], budget: &Budget) -> Result<Self, Stop> {
        let mut map = Self::default();
        let mut lexer = Lexer::new(data, 0, budget);
        let mut operands: Vec<Object> = Vec::new();
        while let Some(object) = lexer.object()? {
            let Object::Word(word) = object else {
                operands.push(object);
                continue;
            };
            match word.as_slice() {
                b"endcodespacerange" => map.spaces(&operands),
                b"endbfchar" => map.chars(&operands),
                b"endbfrange" => map.ranges(&operands),
                _ => {}
            }
            operands.clear();
        }
        Ok(map)
    }

    fn spaces(&mut self, operands: &[Object]) {
        for pair in operands.chunks_exact(2) {
            if let (Some((length, low)), Some((_, high))) = (code(&pair[0]), code(&pair[1]))
                && self.spaces.len() < SPACES
            {
                self.spaces.push((length, low, high));
            }
        }
    }

    fn chars(&mut self, operands: &[Object]) {
        for pair in operands.chunks_exact(2) {
            if let (Some((length, low)), Some(text)) = (code(&pair[0]), pair[1].text()) {
                self.ranges.insert((length, low), (low, utf16(text)));
            }
        }
    }

    fn ranges(&mut self, operands: &[Object]) {
        for three in operands.chunks_exact(3) {
            let (Some((length, low)), Some((_, high))) = (code(&three[0]), code(&three[1])) else {
                continue;
            };
            match &three[2] {
                Object::Text(text) => {
                    self.ranges.insert((length, low), (high, utf16(text)));
                }
                Object::Array(texts) => {
                    for (code, text) in (low..=high).zip(texts) {
                        let text = text.text().map(utf16).unwrap_or_default();
                        self.ranges.insert((length, code), (code, text));
                    }
                }
                _ => {}
            }
        }
    }

    /// The next code of a string: its length and value.
    fn next(&self, bytes: &[u8], wide: bool) -> (usize, u32) {
        for (length, low, high) in &self.spaces {
            if let Some(value) = bytes.get(..*length).map(number)
                && (*low..=*high).contains(&value)
            {
                return (*length, value);
            }
        }
        let length = if wide { 2 } else { 1 }.min(bytes.len());
        (length, number(&bytes[..length]))
    }

    fn text(&self, length: usize, code: u32) -> Option<Vec<u16>> {
        let mut below = self.ranges.range((length, 0)..=(length, code));
        let ((_, low), (high, text)) = below.next_back()?;
        if *high < code {
            return None;
        }
        let mut text = text.clone();
        let last = text.last_mut()?;
        *last = last.wrapping_add((code - low) as u16);
        Some(text)
    }

    /// Adds the text of a string; `other` gives it for codes without an entry. False when some code
    /// stands for no known text.
    pub(super) fn decode(
        &self,
        bytes: &[u8],
        wide: bool,
        other: impl Fn(u32) -> Option<char>,
        out: &mut String,
    ) -> bool {
        let (mut rest, mut whole) = (bytes, true);
        while !rest.is_empty() {
            let (length, code) = self.next(rest, wide);
            rest = rest.get(length.max(1)..).unwrap_or_default();
            if let Some(text) = self.text(length, code) {
                let chars = char::decode_utf16(text);
                out.extend(chars.map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)));
            } else if let Some(c) = other(code) {
                out.push(c);
            } else {
                // Blanks are often left out of a map.
                whole &= code <= 3 || code == 0x20;
            }
        }
        whole
    }
}

fn number(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0, |n, b| n << 8 | u32::from(*b))
}

fn code(object: &Object) -> Option<(usize, u32)> {
    let bytes = object.text().filter(|t| (1..=4).contains(&t.len()))?;
    Some((bytes.len(), number(bytes)))
}

fn utf16(bytes: &[u8]) -> Vec<u16> {
    let units = bytes.chunks_exact(2).take(8);
    units.map(|u| u16::from_be_bytes([u[0], u[1]])).collect()
}
