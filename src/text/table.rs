//! Folding through a table, character by character: exact wherever no character joins with another.

use super::fold::{Class, general, voiced};
use std::collections::HashMap;
use std::sync::LazyLock;

/// Characters of the basic plane.
const PLANE: usize = 0x10000;

/// What becomes of a character: the UTF-8 of its fold, little end first, and in the top byte its
/// length and the class of the character as written. One look and one store fold a character.
#[derive(Clone, Copy)]
struct Entry(u32);

/// Stands for a character whose fold is not one character of the basic plane.
const SLOW: Entry = Entry(0);

/// The classes by the number that an entry holds, each for four bytes.
const CLASSES: [[Class; 4]; 8] = [
    [Class::Other; 4],
    [Class::Alnum; 4],
    [Class::Katakana; 4],
    [Class::Hiragana; 4],
    [Class::Kanji; 4],
    [Class::Other; 4],
    [Class::Other; 4],
    [Class::Other; 4],
];

/// A character of a folded text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spot {
    /// Its UTF-8 as a number, the first byte lowest.
    pub code: u32,
    /// Its first byte in the text.
    pub at: u32,
}

impl Spot {
    /// A character that stands at that byte.
    #[must_use]
    pub fn new(c: char, at: usize) -> Self {
        let mut bytes = [0; 4];
        c.encode_utf8(&mut bytes);
        Self {
            code: u32::from_le_bytes(bytes),
            at: at as u32,
        }
    }
}

/// The character that a text of UTF-8 begins with, and what stands behind it; none where it is above
/// the basic plane, and at the end.
#[inline]
pub(crate) fn first_char(text: &[u8]) -> Option<(u16, &[u8])> {
    // What marks the bytes of a character is taken off their sum, all at once.
    match *text {
        [a @ ..0x80, ref next @ ..] => Some((u16::from(a), next)),
        [a @ 0xe0..0xf0, b, c, ref next @ ..] => {
            let sum = (u32::from(a) << 12) + (u32::from(b) << 6) + u32::from(c);
            Some((sum.wrapping_sub(0xe_2080) as u16, next))
        }
        [a @ 0xc0..0xe0, b, ref next @ ..] => {
            let sum = (u32::from(a) << 6) + u32::from(b);
            Some((sum.wrapping_sub(0x3080) as u16, next))
        }
        _ => None,
    }
}

impl Entry {
    fn new(folded: char, class: Class) -> Self {
        let mut bytes = [0; 4];
        let length = folded.encode_utf8(&mut bytes).len() as u8;
        bytes[3] = length | (class as u8) << 2;
        Self(u32::from_le_bytes(bytes))
    }

    #[inline]
    fn is_slow(self) -> bool {
        self.0 == SLOW.0
    }

    #[inline]
    fn length(self) -> usize {
        (self.0 >> 24 & 3) as usize
    }

    /// The folded character where it may be a kana.
    fn kana(self) -> Option<char> {
        let [bytes @ .., _] = self.0.to_le_bytes();
        std::str::from_utf8(&bytes).ok()?.chars().next()
    }

    /// The class, for each byte that is stored at once.
    #[inline]
    fn classes(self) -> [Class; 4] {
        CLASSES[(self.0 >> 26 & 7) as usize]
    }

    /// The folded character, which stands at that byte.
    #[inline]
    fn spot(self, at: usize) -> Spot {
        Spot {
            code: self.0 & 0xff_ffff,
            at: at as u32,
        }
    }
}

struct Tables {
    one: Box<[Entry; PLANE]>,
    /// Folds of several characters, such as ㈱ to (株), where folding alone is exact.
    many: HashMap<char, String>,
}

/// Ranges in which no character joins with its neighbour under NFKC, so that folding character by
/// character equals folding the whole text; a property test holds the two against each other.
const ALONE: &[(u32, u32)] = &[
    (0x1, 0x2ff),
    (0x370, 0x482),
    (0x48a, 0x52f),
    (0x1e00, 0x1fff),
    (0x2000, 0x20cf),
    (0x2100, 0x2bff),
    (0x3000, 0x3029),
    (0x3030, 0x3098),
    (0x309b, 0x30ff),
    (0x3200, 0x33ff),
    (0xf900, 0xfaff),
    (0xfe30, 0xfe4f),
    (0xff01, 0xff9d),
    (0xffe0, 0xffe6),
];

/// Ranges of that kind in which every character is its own fold: kanji, and the private use area.
const SAME: &[(u32, u32)] = &[(0x3400, 0x9fff), (0xe000, 0xf8ff)];

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let mut one: Box<[Entry; PLANE]> = vec![SLOW; PLANE]
        .try_into()
        .unwrap_or_else(|_| Box::new([SLOW; PLANE]));
    let mut many = HashMap::new();
    let chars = |ranges: &'static [(u32, u32)]| {
        let codes = ranges.iter().flat_map(|(from, to)| *from..=*to);
        codes.filter_map(char::from_u32)
    };
    for c in chars(SAME) {
        one[c as usize] = Entry::new(c, Class::of(c));
    }
    for c in chars(ALONE) {
        let folded = general(c.encode_utf8(&mut [0; 4]));
        let mut chars = folded.chars();
        match (chars.next(), chars.next()) {
            (Some(f), None) if (f as usize) < PLANE => {
                one[c as usize] = Entry::new(f, Class::of(c));
            }
            _ => {
                many.insert(c, folded);
            }
        }
    }
    Tables { one, many }
});

impl Tables {
    #[inline]
    fn of(&self, c: char) -> Entry {
        u16::try_from(c as u32).map_or(SLOW, |code| self.one[usize::from(code)])
    }
}

/// True for the marks of half-width kana, which join with the kana before them.
#[inline]
fn is_mark(c: char) -> bool {
    matches!(c, '\u{ff9e}' | '\u{ff9f}')
}

/// Bytes of room behind a folded text.
pub(super) const ROOM: usize = 8;

/// Folds into two buffers that become long enough: UTF-8, and per byte the class of the character
/// it came from; `each` is told of every folded character, and again of one that a mark voiced. Gives
/// the number of bytes and of characters; behind the bytes stand [`ROOM`] zeros. `None` for a text
/// with a mark that joins with what stands before it, which has to be folded as a whole.
pub(super) fn quick(
    text: &str,
    bytes: &mut Vec<u8>,
    class: &mut Vec<Class>,
    mut each: impl FnMut(usize, Spot),
) -> Option<(usize, usize)> {
    let tables = &*TABLES;
    // No character of the table grows by more than half of its bytes.
    let most = text.len() * 2 + 2 * ROOM;
    if bytes.len().min(class.len()) < most {
        bytes.resize(most, 0);
        class.resize(most, Class::Other);
    }
    // Of one length, so that one look tells that there is room in both.
    let (bytes, class) = (&mut bytes[..most], &mut class[..most]);
    let (mut at, mut count, mut rest) = (0, 0, text.as_bytes());
    while let Some((code, next)) = first_char(rest) {
        rest = next;
        let entry = tables.one[usize::from(code)];
        if !entry.is_slow() {
            let four = at..at + 4;
            bytes
                .get_mut(four.clone())?
                .copy_from_slice(&entry.0.to_le_bytes());
            class.get_mut(four)?.copy_from_slice(&entry.classes());
            each(count, entry.spot(at));
            at += entry.length();
            count += 1;
            continue;
        }
        let c = char::from_u32(u32::from(code))?;
        if is_mark(c) {
            let kana = at.checked_sub(3)?;
            let known = std::str::from_utf8(bytes.get(kana..at)?).ok()?;
            let made = voiced(known.chars().next()?, c)?;
            made.encode_utf8(&mut bytes[kana..at]);
            class[kana..at].fill(Class::Katakana);
            each(count.checked_sub(1)?, Spot::new(made, kana));
            continue;
        }
        let class = class.get_mut(at..)?;
        let folded = tables.many.get(&c)?;
        bytes
            .get_mut(at..at + folded.len())?
            .copy_from_slice(folded.as_bytes());
        class.get_mut(..folded.len())?.fill(Class::of(c));
        for c in folded.chars() {
            each(count, Spot::new(c, at));
            at += c.len_utf8();
            count += 1;
        }
    }
    // Left where a character above the basic plane stands.
    if !rest.is_empty() {
        return None;
    }
    bytes.get_mut(at..at + ROOM)?.fill(0);
    Some((at, count))
}

/// The length of the fold of a text that is given character by character.
pub(super) struct Length {
    /// Bytes so far.
    pub(super) bytes: usize,
    /// The last folded character, with which a mark may join.
    last: Entry,
}

impl Length {
    /// The length of nothing.
    pub(super) fn new() -> Self {
        Self {
            bytes: 0,
            last: SLOW,
        }
    }

    /// Adds a character; false for one that joins with what stands before it.
    #[inline]
    pub(super) fn push(&mut self, c: char) -> bool {
        let tables = &*TABLES;
        let entry = tables.of(c);
        if !entry.is_slow() {
            self.bytes += entry.length();
            self.last = entry;
            return true;
        }
        let entry = |c: char| Entry::new(c, Class::Other);
        if is_mark(c) {
            let voiced = self.last.kana().and_then(|kana| voiced(kana, c));
            self.last = voiced.map_or(SLOW, entry);
            return voiced.is_some();
        }
        let folded = tables.many.get(&c);
        self.bytes += folded.map_or(0, String::len);
        let last = folded.and_then(|folded| folded.chars().next_back());
        self.last = last.map_or(SLOW, entry);
        folded.is_some()
    }
}
