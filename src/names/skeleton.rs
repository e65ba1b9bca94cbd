//! The skeleton of a text: what is left when separators, long vowels, marks and script are taken away.
//!
//! Two spellings of one name have one skeleton: `ルイ・ヴィトン` and `るい ヴィトン`, `Nescafé` and
//! `NESCAFE`, `シャープ` and `シャ-プ`. What it leaves out is compared later, on the few places where
//! a skeleton was found at all.

use super::chars::{CHARS, Char, Fate, PLANE, char_of, class, kana_twin, several, voiced};
pub(super) use super::chars::{DIGIT, HIRAGANA, KANJI, KATAKANA, LETTER, OTHER};
use std::ops::Range;

/// Bits of [`Skeleton::flags`] that hold the class of the character as written.
pub(super) const CLASS: u8 = 7;
/// A word may begin here: something else, or nothing, stands before.
pub(super) const START: u8 = 8;
/// A separator that vanished stands before.
pub(super) const GAP: u8 = 16;
/// A digit after a letter or the reverse: half an edge.
pub(super) const TURN: u8 = 32;

/// The skeleton of a text, with the place of every unit in the text as written.
#[derive(Clone, Debug, Default)]
pub(super) struct Skeleton {
    /// Folded characters as UTF-16.
    pub(super) units: Vec<u16>,
    /// Per unit the class as written and what stands before, in the low byte, and above it the first
    /// byte in the text as written.
    marks: Vec<u32>,
    /// Units that are kanji and look like katakana.
    twins: Vec<u32>,
}

/// Bytes of a text that are read: places take 24 bits.
const LONGEST: usize = 1 << 24;

/// As much of a text as is read.
fn head(text: &str) -> &str {
    if text.len() <= LONGEST {
        return text;
    }
    let mut ends = (LONGEST - 3..=LONGEST).rev();
    let end = ends.find(|end| text.is_char_boundary(*end));
    &text[..end.unwrap_or(0)]
}

/// What stood last.
#[derive(Clone, Copy)]
struct Before {
    /// Class of the last unit, or [`NONE`].
    class: u8,
    gap: u8,
}

/// The class of nothing: a separator, or the begin of the text.
const NONE: u8 = 7;

const EDGE: Before = Before {
    class: NONE,
    gap: 0,
};

/// Behind a separator.
const GAPPED: Before = Before {
    class: NONE,
    gap: GAP,
};

/// The edge between two classes, by eight times the first and the second.
const EDGES: [u8; 64] = {
    let mut edges = [START; 64];
    edges[(LETTER * 8 + DIGIT) as usize] = TURN;
    edges[(DIGIT * 8 + LETTER) as usize] = TURN;
    let mut class = LETTER;
    while class <= KANJI {
        edges[(class * 8 + class) as usize] = 0;
        class += 1;
    }
    edges
};

/// Reads text that begins at the byte `from`, up to the first character that is neither one unit
/// nor nothing; gives the bytes read and the units made. Nearly every character is read here, so
/// that nothing else stands in this loop.
fn plain(
    text: &[u8],
    from: usize,
    (units, marks): (&mut [u16], &mut [u32]),
    before: &mut Before,
) -> (usize, usize) {
    let chars: &[Char; PLANE] = &CHARS;
    let room = units.len();
    let mut places = units.iter_mut().zip(marks);
    let mut last = *before;
    let mut rest = text;
    loop {
        let low = |byte: u8| usize::from(byte & 0x3f);
        let (code, next) = match rest {
            [a, next @ ..] if *a < 0x80 => (usize::from(*a), next),
            [a, b, next @ ..] if *a < 0xe0 => (usize::from(a & 0x1f) << 6 | low(*b), next),
            [a, b, c, next @ ..] if *a < 0xf0 => {
                (usize::from(a & 0xf) << 12 | low(*b) << 6 | low(*c), next)
            }
            _ => break,
        };
        let char = chars[code];
        match char.fate {
            Fate::Unit => {
                let Some((unit, place)) = places.next() else {
                    break;
                };
                let at = from + text.len() - rest.len();
                *unit = char.unit;
                *place = mark(char.class, at as u32, last);
                last = Before {
                    class: char.class,
                    gap: 0,
                };
            }
            Fate::Separator => last = GAPPED,
            Fate::Long if matches!(last.class, KATAKANA | HIRAGANA) => {}
            Fate::Long => last = GAPPED,
            _ => break,
        }
        rest = next;
    }
    *before = last;
    (text.len() - rest.len(), room - places.len())
}

/// Class, edges and place of a unit.
#[inline]
fn mark(class: u8, at: u32, before: Before) -> u32 {
    let edge = EDGES[usize::from(before.class << 3 | class) & 63];
    at << 8 | u32::from(class | edge | before.gap)
}

impl Skeleton {
    /// Reads `text` into this buffer, replacing what it held.
    pub(super) fn set(&mut self, text: &str) {
        self.units.clear();
        self.marks.clear();
        self.twins.clear();
        let text = head(text);
        let mut before = EDGE;
        let mut rest = text;
        loop {
            // Room for a unit per byte; no plain character makes more.
            let first = self.units.len();
            self.units.resize(first + rest.len(), 0);
            self.marks.resize(first + rest.len(), 0);
            let room = (&mut self.units[first..], &mut self.marks[first..]);
            let from = text.len() - rest.len();
            let (read, made) = plain(rest.as_bytes(), from, room, &mut before);
            self.units.truncate(first + made);
            self.marks.truncate(first + made);
            let mut left = rest[read..].chars();
            let Some(c) = left.next() else { break };
            self.odd(char_of(&CHARS, c), c, (from + read) as u32, &mut before);
            rest = left.as_str();
        }
    }

    fn push(&mut self, unit: u16, class: u8, at: u32, before: &mut Before) {
        self.units.push(unit);
        self.marks.push(mark(class, at, *before));
        *before = Before { class, gap: 0 };
    }

    #[inline(never)]
    fn odd(&mut self, char: Char, c: char, at: u32, before: &mut Before) {
        match char.fate {
            Fate::Twin => {
                self.twins.push(self.units.len() as u32);
                self.push(char.unit, char.class, at, before);
            }
            Fate::Foreign => self.push(char.unit, class(c), at, before),
            Fate::Voiced | Fate::Semivoiced if before.gap == 0 => {
                if let Some(last) = self.units.last_mut() {
                    *last = voiced(*last, char.fate == Fate::Voiced);
                }
            }
            Fate::Many => several(c, |unit| match unit {
                Some((unit, class)) => self.push(unit, class, at, before),
                None => *before = GAPPED,
            }),
            _ => {}
        }
    }

    /// Number of units.
    pub(super) fn len(&self) -> usize {
        self.units.len()
    }

    /// Class and edge bits of every unit.
    #[inline]
    pub(super) fn flags(&self) -> impl Iterator<Item = u8> + Clone + '_ {
        self.marks.iter().map(|mark| *mark as u8)
    }

    #[inline]
    fn flag(&self, at: usize) -> Option<u8> {
        self.marks.get(at).map(|mark| *mark as u8)
    }

    #[inline]
    fn start(&self, at: usize) -> Option<usize> {
        self.marks.get(at).map(|mark| (mark >> 8) as usize)
    }

    /// The class of a unit; [`OTHER`] behind the end.
    #[inline]
    pub(super) fn class(&self, at: usize) -> u8 {
        self.flag(at).map_or(OTHER, |f| f & CLASS)
    }

    /// True for a word's first unit, and behind the end.
    #[inline]
    pub(super) fn starts_word(&self, at: usize) -> bool {
        self.flag(at).is_none_or(|f| f & START != 0)
    }

    /// True where a separator stands before the unit, and behind the end.
    #[inline]
    pub(super) fn after_gap(&self, at: usize) -> bool {
        self.flag(at).is_none_or(|f| f & GAP != 0)
    }

    /// True between letters and digits.
    #[inline]
    pub(super) fn turns(&self, at: usize) -> bool {
        self.flag(at).is_some_and(|f| f & TURN != 0)
    }

    /// The bytes that the units came from; `text` is what the skeleton was made of.
    pub(super) fn written(&self, text: &str, from: usize, to: usize) -> Range<usize> {
        let last = to.checked_sub(1).filter(|last| from <= *last);
        let (Some(start), Some(last)) = (self.start(from), last.and_then(|l| self.start(l))) else {
            return 0..0;
        };
        let kana = matches!(self.class(to - 1), KATAKANA | HIRAGANA);
        let mut rest = text.get(last..).unwrap_or_default().chars();
        let mut end = last + rest.next().map_or(0, char::len_utf8);
        for c in rest {
            match char_of(&CHARS, c).fate {
                Fate::Nothing | Fate::Voiced | Fate::Semivoiced => end += c.len_utf8(),
                Fate::Long if kana => end += c.len_utf8(),
                _ => break,
            }
        }
        start..end
    }

    /// The slice of `text` that the units came from.
    pub(super) fn slice<'t>(&self, text: &'t str, from: usize, to: usize) -> &'t str {
        text.get(self.written(text, from, to)).unwrap_or_default()
    }

    /// Reads the kanji that look like katakana and stand beside katakana as such, into `other`: the
    /// text so read, in which the bytes keep their places; none where there are no such kanji.
    pub(super) fn read_twins(&self, text: &str, other: &mut Self) -> Option<String> {
        let beside = |at: &&u32| {
            let at = **at as usize;
            let joined = |left: usize, right: usize| {
                right < self.len() && !self.after_gap(right) && left < right
            };
            let sides = [
                (at > 0 && joined(at - 1, at)).then(|| self.class(at - 1)),
                joined(at, at + 1).then(|| self.class(at + 1)),
            ];
            let twin = |at: usize| self.twins.binary_search(&(at as u32)).is_ok();
            let kanji = sides[0] == Some(KANJI) && !twin(at - 1)
                || sides[1] == Some(KANJI) && !twin(at + 1);
            sides.contains(&Some(KATAKANA)) && !kanji
        };
        let mut read: Option<Vec<u8>> = None;
        for at in self.twins.iter().filter(beside) {
            let place = self.written(text, *at as usize, *at as usize + 1);
            let c = text[place.start..].chars().next();
            let Some(twin) = c.and_then(kana_twin) else {
                continue;
            };
            // A kanji and a katakana are three bytes each.
            let read = read.get_or_insert_with(|| text.as_bytes().to_vec());
            twin.encode_utf8(&mut read[place.start..]);
        }
        let read = String::from_utf8(read?).ok()?;
        other.set(&read);
        Some(read)
    }

    /// The unit that begins at that byte or is the first behind it.
    pub(super) fn unit_at(&self, byte: usize) -> usize {
        self.marks
            .partition_point(|mark| ((mark >> 8) as usize) < byte)
    }
}

/// The units of a text alone.
pub(super) fn units(text: &str) -> Vec<u16> {
    let mut skeleton = Skeleton::default();
    skeleton.set(text);
    skeleton.units
}
