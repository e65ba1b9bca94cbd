//! The skeleton of a text: what is left when separators, long vowels, marks and script are taken away.
//!
//! Two spellings of one name have one skeleton: `ルイ・ヴィトン` and `るい ヴィトン`, `Nescafé` and
//! `NESCAFE`, `シャープ` and `シャ-プ`. What it leaves out is compared later, on the few places where
//! a skeleton was found at all.

use super::chars::{
    CHARS, Char, Fate, KINDS, PLANE, char_of, class, kana_twin, kind, several, voiced,
};
pub(super) use super::chars::{DIGIT, HIRAGANA, KANJI, KATAKANA, LETTER, OTHER};
use crate::text::first_char;
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
pub(super) const BEGIN: u8 = 64;

/// The skeleton of a text, with the place of every unit in the text as written. Its buffers keep
/// their room from text to text.
#[derive(Clone, Debug, Default)]
pub(super) struct Skeleton {
    /// Folded characters as UTF-16, and zeros behind the last.
    units: Vec<u16>,
    /// Per unit the class as written and what stands before; zeros behind the last.
    flags: Vec<u8>,
    /// Per unit how many bytes of the text are left where its character begins.
    left: Vec<u32>,
    /// Number of units.
    length: usize,
    /// Bytes of the text.
    bytes: usize,
    /// Units that are kanji and look like katakana.
    twins: Vec<u32>,
}

/// Units that are looked at together for places where a name may begin; as many stand behind the
/// last one.
const BLOCK: usize = 64;

/// Bytes of a text that are read.
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
pub(super) const EDGE: Before = 6;
/// A separator that vanished stands before.
pub(super) const GAPPED: Before = 7;

/// What reading one character does: the flags of its unit in the low byte, [`WRITES`], [`ODD`], and
/// above them the row of [`STEPS`] for what then stood last.
type Step = u32;

/// The character is one unit.
const WRITES: Step = 1 << 8;
/// The character is neither one unit nor nothing.
const ODD: Step = 1 << 31;
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
pub(super) const fn flags(class: u8, before: Before) -> u8 {
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

/// Reads text from its begin up to the first character that is neither one unit nor nothing; gives
/// what is left of it and the number of units made. Nearly every character is read here, so that
/// nothing else stands in this loop.
fn plain<'t>(
    mut text: &'t [u8],
    (units, flags, left): (&mut [u16], &mut [u8], &mut [u32]),
    before: &mut Before,
) -> (&'t [u8], usize) {
    let chars: &[Char; PLANE] = &CHARS;
    let (flags, left) = (&mut flags[..units.len()], &mut left[..units.len()]);
    let (mut last, mut made) = (usize::from(*before) * KINDS, 0);
    while let Some((code, next)) = first_char(text) {
        let char = chars[usize::from(code)];
        let step = STEPS[(last | char.kind()) % STEPS.len()];
        let Some(unit) = units.get_mut(made).filter(|_| step & ODD == 0) else {
            break;
        };
        // Written over by the next character where this one is no unit.
        *unit = char.unit();
        flags[made] = step as u8;
        left[made] = text.len() as u32;
        made += usize::from(step & WRITES != 0);
        last = (step >> NEXT) as usize;
        text = next;
    }
    *before = (last / KINDS) as Before;
    (text, made)
}

impl Skeleton {
    /// Reads `text` into this buffer, replacing what it held.
    pub(super) fn set(&mut self, text: &str) {
        let text = head(text);
        self.twins.clear();
        (self.length, self.bytes) = (0, text.len());
        let (mut rest, mut before) = (text, EDGE);
        loop {
            self.make_room(rest.len());
            let first = self.length;
            let room = (
                &mut self.units[first..],
                &mut self.flags[first..],
                &mut self.left[first..],
            );
            let (left, made) = plain(rest.as_bytes(), room, &mut before);
            self.length += made;
            rest = rest.get(rest.len() - left.len()..).unwrap_or_default();
            let Some(c) = rest.chars().next() else { break };
            self.odd(char_of(&CHARS, c), c, rest.len() as u32, &mut before);
            rest = &rest[c.len_utf8()..];
        }
        self.units[self.length..][..BLOCK].fill(0);
        self.flags[self.length..][..BLOCK].fill(0);
    }

    /// Makes room for a unit per byte, as no plain character makes more, and for what stands behind.
    fn make_room(&mut self, bytes: usize) {
        let needed = self.length + bytes + 2 * BLOCK;
        if self.units.len() < needed {
            self.units.resize(needed, 0);
            self.flags.resize(needed, 0);
            self.left.resize(needed, 0);
        }
    }

    fn push(&mut self, unit: u16, class: u8, left: u32, before: &mut Before) {
        self.make_room(0);
        self.units[self.length] = unit;
        self.flags[self.length] = flags(class, *before);
        self.left[self.length] = left;
        self.length += 1;
        *before = class;
    }

    #[inline(never)]
    fn odd(&mut self, char: Char, c: char, left: u32, before: &mut Before) {
        match char.fate() {
            Fate::Twin => {
                self.twins.push(self.length as u32);
                self.push(char.unit(), char.class(), left, before);
            }
            Fate::Foreign => self.push(char.unit(), class(c), left, before),
            Fate::Voiced | Fate::Semivoiced if *before != GAPPED => {
                if let Some(last) = self.units[..self.length].last_mut() {
                    *last = voiced(*last, char.fate() == Fate::Voiced);
                }
            }
            Fate::Many => several(c, |unit| match unit {
                Some((unit, class)) => self.push(unit, class, left, before),
                None => *before = GAPPED,
            }),
            _ => {}
        }
    }

    /// Folded characters as UTF-16.
    #[inline]
    pub(super) fn units(&self) -> &[u16] {
        &self.units[..self.length]
    }

    /// The units from that one on, with zeros behind them.
    #[inline]
    pub(super) fn padded(&self, from: usize) -> &[u16] {
        &self.units[from..]
    }

    /// Number of units.
    pub(super) fn len(&self) -> usize {
        self.length
    }

    /// Class and edge bits of every unit.
    #[inline]
    pub(super) fn flags(&self) -> &[u8] {
        &self.flags[..self.length]
    }

    /// Places where a name may begin.
    #[inline]
    pub(super) fn begins(&self, mut each: impl FnMut(usize)) {
        let (blocks, _) = self.flags.as_chunks::<BLOCK>();
        for (block, flags) in blocks.iter().enumerate().take(self.length.div_ceil(BLOCK)) {
            let mut places = begins(flags);
            while places != 0 {
                each(block * BLOCK + places.trailing_zeros() as usize);
                places &= places - 1;
            }
        }
    }

    #[inline]
    fn flag(&self, at: usize) -> Option<u8> {
        self.flags().get(at).copied()
    }

    #[inline]
    fn start(&self, at: usize) -> Option<usize> {
        let left = self.left[..self.length].get(at)?;
        Some(self.bytes - *left as usize)
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
        let left = &self.left[..self.length];
        left.partition_point(|left| self.bytes - (*left as usize) < byte)
    }
}

/// A bit per flags that hold [`BEGIN`]: eight of them are gathered by one multiplication.
#[inline]
fn begins(flags: &[u8; BLOCK]) -> u64 {
    const LOWEST: u64 = 0x0101_0101_0101_0101;
    let (eights, _) = flags.as_chunks::<8>();
    eights.iter().rev().fold(0, |places, eight| {
        let bits = u64::from_le_bytes(*eight) >> BEGIN.trailing_zeros() & LOWEST;
        places << 8 | bits.wrapping_mul(0x0102_0408_1020_4080) >> 56
    })
}

/// The units of a text alone.
pub(super) fn units(text: &str) -> Vec<u16> {
    let mut skeleton = Skeleton::default();
    skeleton.set(text);
    skeleton.units().to_vec()
}
