//! The skeleton of a text: what is left when separators, long vowels, marks and script are taken away.
//!
//! Two spellings of one name have one skeleton: `ルイ・ヴィトン` and `るい ヴィトン`, `Nescafé` and
//! `NESCAFE`, `シャープ` and `シャ-プ`. What it leaves out is compared later, on the few places where
//! a skeleton was found at all.

use super::chars::{
    CHARS, Char, Fate, KINDS, PLANE, char_of, class, kana_twin, kind, several, voiced,
};
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
/// A name may begin here: behind an edge or half of one, and anywhere among kanji.
const BEGIN: u8 = 64;

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
    /// The text with [`END`], while it is read.
    bytes: Vec<u8>,
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

/// What stood last: the class of the last unit, [`EDGE`] or [`GAPPED`].
type Before = u8;

/// Nothing stands before.
const EDGE: Before = 6;
/// A separator that vanished stands before.
const GAPPED: Before = 7;

/// What reading one character does: the flags of its unit in the low byte, [`WRITES`], [`ODD`], and
/// above them the row of [`STEPS`] for what then stood last.
type Step = u32;

/// The character is one unit.
const WRITES: Step = 1 << 8;
/// The character is neither one unit nor nothing.
const ODD: Step = 1 << 9;
/// Place of the row.
const NEXT: u32 = 16;

/// Every step, by what stood last and the kind of the character: a table takes no branches.
static STEPS: [Step; 8 * KINDS] = {
    let mut steps = [ODD; 8 * KINDS];
    let mut before = 0;
    while before < 8 {
        let row = before as usize * KINDS;
        let kana = before == KATAKANA || before == HIRAGANA;
        let mut class = OTHER;
        while class <= KANJI {
            steps[row + kind(class, Fate::Unit)] =
                behind(class) | WRITES | flags(class, before) as Step;
            steps[row + kind(class, Fate::Separator)] = behind(GAPPED);
            steps[row + kind(class, Fate::Long)] = behind(if kana { before } else { GAPPED });
            class += 1;
        }
        before += 1;
    }
    steps
};

/// The step that only changes what stood last.
const fn behind(last: Before) -> Step {
    ((last as usize * KINDS) as Step) << NEXT
}

/// The class of a unit with what stands before it.
const fn flags(class: u8, before: Before) -> u8 {
    let edge = match (before, class) {
        (LETTER, DIGIT) | (DIGIT, LETTER) => TURN,
        (GAPPED, _) => START | GAP,
        (LETTER..=KANJI, _) if before == class => 0,
        _ => START,
    };
    let begins = if edge != 0 || class == KANJI {
        BEGIN
    } else {
        0
    };
    class | edge | begins
}

/// Bytes behind a text that no character begins with, so that three can be taken anywhere.
const END: [u8; 3] = [0xff; 3];

/// Reads text, followed by [`END`], from the byte `at` up to the first character that is neither one
/// unit nor nothing; gives that place and the number of units made. Nearly every character is read
/// here, so that nothing else stands in this loop.
fn plain(
    text: &[u8],
    mut at: usize,
    (units, marks): (&mut [u16], &mut [u32]),
    before: &mut Before,
) -> (usize, usize) {
    let chars: &[Char; PLANE] = &CHARS;
    let marks = &mut marks[..units.len()];
    let (mut last, mut made) = (usize::from(*before) * KINDS, 0);
    while let Some([a, b, c]) = text.get(at..).and_then(<[u8]>::first_chunk) {
        let low = |byte: &u8| usize::from(*byte & 0x3f);
        let (code, next) = match a {
            ..0x80 => (usize::from(*a), at + 1),
            ..0xe0 => (usize::from(a & 0x1f) << 6 | low(b), at + 2),
            ..0xf0 => (usize::from(a & 0xf) << 12 | low(b) << 6 | low(c), at + 3),
            _ => break,
        };
        let char = chars[code];
        let step = STEPS[(last | char.kind()) % STEPS.len()];
        let (Some(unit), Some(mark)) = (units.get_mut(made), marks.get_mut(made)) else {
            break;
        };
        if step & ODD != 0 {
            break;
        }
        // Written over by the next character where this one is no unit.
        *unit = char.unit();
        *mark = (at as u32) << 8 | step & 0xff;
        made += usize::from(step & WRITES != 0);
        last = (step >> NEXT) as usize;
        at = next;
    }
    *before = (last / KINDS) as Before;
    (at, made)
}

impl Skeleton {
    /// Reads `text` into this buffer, replacing what it held.
    pub(super) fn set(&mut self, text: &str) {
        self.units.clear();
        self.marks.clear();
        self.twins.clear();
        let text = head(text);
        let mut bytes = std::mem::take(&mut self.bytes);
        bytes.clear();
        bytes.extend_from_slice(text.as_bytes());
        bytes.extend_from_slice(&END);
        let (mut before, mut at) = (EDGE, 0);
        loop {
            // Room for a unit per byte, and no plain character makes more.
            let first = self.units.len();
            let room = first + bytes.len() - at;
            self.units.resize(room, 0);
            self.marks.resize(room, 0);
            let room = (&mut self.units[first..], &mut self.marks[first..]);
            let (read, made) = plain(&bytes, at, room, &mut before);
            self.units.truncate(first + made);
            self.marks.truncate(first + made);
            let Some(c) = text.get(read..).and_then(|left| left.chars().next()) else {
                break;
            };
            self.odd(char_of(&CHARS, c), c, read as u32, &mut before);
            at = read + c.len_utf8();
        }
        self.bytes = bytes;
    }

    fn push(&mut self, unit: u16, class: u8, at: u32, before: &mut Before) {
        self.units.push(unit);
        self.marks.push(at << 8 | u32::from(flags(class, *before)));
        *before = class;
    }

    #[inline(never)]
    fn odd(&mut self, char: Char, c: char, at: u32, before: &mut Before) {
        match char.fate() {
            Fate::Twin => {
                self.twins.push(self.units.len() as u32);
                self.push(char.unit(), char.class(), at, before);
            }
            Fate::Foreign => self.push(char.unit(), class(c), at, before),
            Fate::Voiced | Fate::Semivoiced if *before != GAPPED => {
                if let Some(last) = self.units.last_mut() {
                    *last = voiced(*last, char.fate() == Fate::Voiced);
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

    /// Places where a name may begin.
    #[inline]
    pub(super) fn begins(&self) -> impl Iterator<Item = usize> + '_ {
        let marks = self.marks.iter().enumerate();
        marks
            .filter(|(_, mark)| **mark & u32::from(BEGIN) != 0)
            .map(|(at, _)| at)
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
            match char_of(&CHARS, c).fate() {
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
