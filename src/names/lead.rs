//! The head of a title: brackets and words that stand before the brand, and where it would stand.

use super::lexicon::Context;
use super::skeleton::{OTHER, Skeleton};

/// Brackets at the head that are looked into.
const MOST: usize = 4;
/// Units of the longest bracket.
const LONGEST: usize = 64;

/// Where a brand is expected.
#[derive(Clone, Debug, Default)]
pub(super) struct Head {
    /// The insides of the brackets at the head, first unit and the one behind the last.
    pub(super) brackets: Vec<(usize, usize)>,
    /// The first unit outside brackets that is no word such as 新品.
    pub(super) lead: usize,
}

pub(super) fn closing(open: u16) -> Option<u16> {
    let close = match char::from_u32(u32::from(open))? {
        '(' => ')',
        '[' => ']',
        '{' => '}',
        '<' => '>',
        '【' => '】',
        '〔' => '〕',
        '「' => '」',
        '『' => '』',
        '《' => '》',
        '〈' => '〉',
        '≪' => '≫',
        _ => return None,
    };
    Some(close as u16)
}

impl Head {
    /// Reads the head of a title into this buffer.
    pub(super) fn set(&mut self, text: &Skeleton, context: &Context) {
        self.brackets.clear();
        let mut at = 0;
        while at < text.len() {
            if text.class(at) == OTHER {
                at = match bracket(text, at) {
                    Some(end) if self.brackets.len() < MOST => {
                        self.brackets.push((at + 1, end));
                        end + 1
                    }
                    _ => at + 1,
                };
                continue;
            }
            match context.leads.begin(&text.units()[at..]) {
                Some(length) if text.starts_word(at + length) => at += length,
                _ => break,
            }
        }
        self.lead = at;
    }
}

/// Where the bracket that opens there closes.
pub(super) fn bracket(text: &Skeleton, open: usize) -> Option<usize> {
    let close = closing(*text.units().get(open)?)?;
    let rest = &text.units()[open + 1..];
    let length = rest.iter().take(LONGEST).position(|unit| *unit == close)?;
    Some(open + 1 + length)
}
