//! The skeleton of a text: what is left when separators, long vowels, marks and script are taken away.
//!
//! Two spellings of one name have one skeleton: `ルイ・ヴィトン` and `るい ヴィトン`, `Nescafé` and
//! `NESCAFE`, `シャープ` and `シャ-プ`. What it leaves out is compared later, on the few places where
//! a skeleton was found at all.

use crate::text::{Class, fold};
use icu_normalizer::DecomposingNormalizerBorrowed;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Bits of [`Skeleton::flags`] that hold the class of the character as written.
pub(super) const CLASS: u8 = 7;
/// Punctuation and symbols that do not vanish.
pub(super) const OTHER: u8 = 0;
/// Letters of alphabets.
pub(super) const LETTER: u8 = 1;
/// Digits.
pub(super) const DIGIT: u8 = 2;
/// Katakana.
pub(super) const KATAKANA: u8 = 3;
/// Hiragana.
pub(super) const HIRAGANA: u8 = 4;
/// Kanji.
pub(super) const KANJI: u8 = 5;
/// A word may begin here: something else, or nothing, stands before.
pub(super) const START: u8 = 8;
/// A separator that vanished stands before.
pub(super) const GAP: u8 = 16;
/// A digit after a letter or the reverse: half an edge.
pub(super) const TURN: u8 = 32;

/// What becomes of a character.
const UNIT: u8 = 0;
const SEPARATOR: u8 = 1;
const NOTHING: u8 = 2;
const LONG: u8 = 3;
const VOICED: u8 = 4;
const SEMIVOICED: u8 = 5;
const MANY: u8 = 6;

struct Tables {
    /// Unit in the low 16 bits, class in the next 8, what becomes of it in the next 8.
    one: Box<[u32]>,
    /// Characters that become several.
    many: HashMap<char, String>,
}

/// Letters of other alphabets that look like Latin ones, in pairs.
const LATIN_TWINS: &str = "аaеeоoрpсcуyхxіiјjѕsһhԁdԛqԝwАaВbЕeЅsІiЈjКkМmНhОoРpСcТtУyХxвbкkмmнhтt\
    αaεeιiκkνvοoρpτtυuχxΑaΒbΕeΖzΗhΙiΚkΜmΝnΟoΡpΤtΥyΧxıiɡgɑaøoØo";

/// Kanji that look like katakana, in pairs; they are read so only beside katakana.
const KANA_TWINS: &str = "工エ力カ口ロ二ニ卜ト夕タ八ハ千チ三ミ一ー才オ";

fn twin(pairs: &str, c: char) -> Option<char> {
    let mut chars = pairs.chars();
    while let (Some(from), Some(to)) = (chars.next(), chars.next()) {
        if from == c {
            return Some(to);
        }
    }
    None
}

/// The katakana that a kanji beside katakana may stand for.
pub(super) fn kana_twin(c: char) -> Option<char> {
    twin(KANA_TWINS, c)
}

/// True for letters of other alphabets that are read as Latin ones.
pub(super) fn is_latin_twin(c: char) -> bool {
    !c.is_ascii() && twin(LATIN_TWINS, c).is_some()
}

/// True for characters that separate words or letters and vanish in a skeleton.
pub(super) fn is_separator(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '・' | '･'
                | '·'
                | '•'
                | '‧'
                | '.'
                | '．'
                | '\''
                | '’'
                | '‘'
                | '`'
                | '´'
                | '′'
                | '_'
                | '＿'
                | '…'
                | '*'
        )
        || is_dash(c)
}

/// True for what is typed where a long vowel mark belongs.
pub(super) fn is_dash(c: char) -> bool {
    matches!(
        c,
        '-' | '‐'
            | '‑'
            | '‒'
            | '–'
            | '—'
            | '―'
            | '−'
            | '－'
            | '─'
            | '━'
            | '~'
            | '〜'
            | '～'
    )
}

fn big_kana(c: char) -> char {
    match c {
        'ァ' | 'ィ' | 'ゥ' | 'ェ' | 'ォ' | 'ッ' | 'ャ' | 'ュ' | 'ョ' | 'ヮ' => {
            char::from_u32(c as u32 + 1).unwrap_or(c)
        }
        'ヵ' => 'カ',
        'ヶ' => 'ケ',
        'ヴ' => 'ブ',
        _ => c,
    }
}

fn class(c: char) -> u8 {
    match Class::of(c) {
        Class::Other => OTHER,
        Class::Alnum if c.is_numeric() => DIGIT,
        Class::Alnum => LETTER,
        Class::Katakana => KATAKANA,
        Class::Hiragana => HIRAGANA,
        Class::Kanji => KANJI,
    }
}

fn without_marks(c: char) -> char {
    // Only letters of alphabets lose their marks: those of kana make another sound.
    let decomposed = DecomposingNormalizerBorrowed::new_nfd();
    if Class::of(c) == Class::Alnum {
        let plain = decomposed
            .normalize(c.encode_utf8(&mut [0; 4]))
            .chars()
            .next();
        plain.unwrap_or(c)
    } else {
        c
    }
}

fn entry(c: char, many: &mut HashMap<char, String>) -> u32 {
    let pack =
        |unit: u32, class: u8, what: u8| unit | u32::from(class) << 16 | u32::from(what) << 24;
    let plain = match c {
        'ー' | 'ｰ' => return pack(0, KATAKANA, LONG),
        '\u{ff9e}' | '\u{3099}' | '\u{309b}' => return pack(0, KATAKANA, VOICED),
        '\u{ff9f}' | '\u{309a}' | '\u{309c}' => return pack(0, KATAKANA, SEMIVOICED),
        '\u{300}'..='\u{36f}'
        | '™'
        | '®'
        | '©'
        | '℠'
        | '\u{200b}'..='\u{200f}'
        | '\u{2060}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}'
        | '\u{ad}' => return pack(0, OTHER, NOTHING),
        _ if is_separator(c) || c.is_control() => return pack(0, OTHER, SEPARATOR),
        _ => twin(LATIN_TWINS, c).unwrap_or(c),
    };
    let folded = fold(without_marks(plain).encode_utf8(&mut [0; 4]));
    let mut chars = folded.chars();
    match (chars.next(), chars.next()) {
        (Some(one), None) if (one as u32) < 0x10000 => {
            pack(big_kana(without_marks(one)) as u32, class(c), UNIT)
        }
        (None, _) => pack(0, OTHER, NOTHING),
        _ => {
            many.insert(c, folded);
            pack(0, OTHER, MANY)
        }
    }
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let mut one = vec![0; 0x10000].into_boxed_slice();
    let mut many = HashMap::new();
    for c in (0..0x10000).filter_map(char::from_u32) {
        one[c as usize] = entry(c, &mut many);
    }
    Tables { one, many }
});

/// The skeleton of a text, with the place of every unit in the text as written.
#[derive(Clone, Debug, Default)]
pub(super) struct Skeleton {
    /// Folded characters as UTF-16.
    pub(super) units: Vec<u16>,
    /// Class as written, and what stands before, per unit.
    pub(super) flags: Vec<u8>,
    /// First byte and the byte behind the last in the text as written, per unit.
    pub(super) place: Vec<(u32, u32)>,
}

impl Skeleton {
    /// Reads `text` into this buffer, replacing what it held.
    pub(super) fn set(&mut self, text: &str) {
        self.units.clear();
        self.flags.clear();
        self.place.clear();
        // A character of one byte is one unit; others have at least as many bytes as units.
        self.units.reserve(text.len());
        self.flags.reserve(text.len());
        self.place.reserve(text.len());
        let tables = &*TABLES;
        let mut state = State {
            before: 0xff,
            gap: 0,
        };
        let mut at = 0;
        for c in text.chars() {
            let next = at + c.len_utf8() as u32;
            let entry = tables
                .one
                .get(c as usize)
                .copied()
                .unwrap_or((MANY as u32) << 24);
            match (entry >> 24) as u8 {
                UNIT => self.push(entry as u16, (entry >> 16) as u8, (at, next), &mut state),
                what => self.odd(what, c, (at, next), &mut state),
            }
            at = next;
        }
    }

    #[inline]
    fn push(&mut self, unit: u16, class: u8, place: (u32, u32), state: &mut State) {
        let edge = if state.before == class && class != OTHER {
            0
        } else if matches!((state.before, class), (LETTER, DIGIT) | (DIGIT, LETTER)) {
            TURN
        } else {
            START
        };
        self.units.push(unit);
        self.flags.push(class | edge | state.gap);
        self.place.push(place);
        *state = State {
            before: class,
            gap: 0,
        };
    }

    #[cold]
    fn odd(&mut self, what: u8, c: char, place: (u32, u32), state: &mut State) {
        match what {
            SEPARATOR => {
                *state = State {
                    before: 0xff,
                    gap: GAP,
                }
            }
            LONG if matches!(state.before, KATAKANA | HIRAGANA) => self.stretch(place.1),
            LONG => {
                *state = State {
                    before: 0xff,
                    gap: GAP,
                }
            }
            VOICED | SEMIVOICED => {
                if state.gap == 0 {
                    self.voice(what == VOICED);
                    self.stretch(place.1);
                }
            }
            MANY => {
                let alone;
                let folded = match TABLES.many.get(&c) {
                    Some(folded) => folded,
                    None => {
                        alone = fold(c.encode_utf8(&mut [0; 4]));
                        &alone
                    }
                };
                for f in folded.chars() {
                    if is_separator(f) {
                        *state = State {
                            before: 0xff,
                            gap: GAP,
                        };
                        continue;
                    }
                    for unit in big_kana(without_marks(f)).encode_utf16(&mut [0; 2]) {
                        self.push(*unit, class(f), place, state);
                    }
                }
            }
            _ => {
                if state.gap == 0 {
                    self.stretch(place.1);
                }
            }
        }
    }

    /// Lets the last unit reach to that byte.
    fn stretch(&mut self, end: u32) {
        if let Some(last) = self.place.last_mut() {
            last.1 = end;
        }
    }

    fn voice(&mut self, full: bool) {
        if let Some(last) = self.units.last_mut() {
            let plain = char::from_u32(u32::from(*last)).unwrap_or(' ');
            let mut text = String::from(plain);
            text.push(if full { '\u{3099}' } else { '\u{309a}' });
            let mut chars = fold(&text).chars().collect::<Vec<_>>().into_iter();
            if let (Some(one), None) = (chars.next(), chars.next()) {
                *last = big_kana(one) as u16;
            }
        }
    }

    /// Reads the kanji beside katakana that look like katakana as such: false where there are none.
    pub(super) fn twins(&self, text: &str, other: &mut Self) -> bool {
        let kana = |at: usize, step: usize| {
            let class = if step == 0 {
                self.class(at.wrapping_sub(1))
            } else {
                self.class(at + 1)
            };
            let gap = self.edge(at + step) & GAP != 0;
            (class, gap)
        };
        let looks = |at: &usize| {
            let unit = char::from_u32(u32::from(self.units[*at]));
            self.class(*at) == KANJI && unit.is_some_and(|c| kana_twin(c).is_some())
        };
        // Most titles have no katakana beside such a kanji, and none is read twice for it.
        let beside = |at: &usize| {
            let sides = [kana(*at, 0), kana(*at, 1)];
            sides.contains(&(KATAKANA, false))
                && !sides.iter().any(|(class, gap)| *class == KANJI && !gap)
        };
        if !(0..self.len()).any(|at| looks(&at) && beside(&at)) {
            return false;
        }
        let mut read = text.as_bytes().to_vec();
        for at in (0..self.len()).filter(|at| looks(at) && beside(at)) {
            let place = self.written(at, at + 1);
            let twin = text
                .get(place.clone())
                .and_then(|t| t.chars().next())
                .and_then(kana_twin);
            // A kanji and a katakana are three bytes each: every place stays where it is.
            if let (Some(twin), 3) = (twin, place.len()) {
                twin.encode_utf8(&mut read[place]);
            }
        }
        match String::from_utf8(read) {
            Ok(read) => other.set(&read),
            Err(_) => return false,
        }
        true
    }

    /// True where the units of those bytes are others than those of the same bytes in `one`.
    pub(super) fn differs(&self, one: &Self, bytes: std::ops::Range<usize>) -> bool {
        let units = |s: &Self| -> Vec<u16> {
            let places = s.place.iter().zip(&s.units);
            let inside = places.filter(|(p, _)| bytes.contains(&(p.0 as usize)));
            inside.map(|(_, unit)| *unit).collect()
        };
        units(self) != units(one)
    }

    /// Number of units.
    pub(super) fn len(&self) -> usize {
        self.units.len()
    }

    /// The class of a unit; [`OTHER`] behind the end.
    pub(super) fn class(&self, at: usize) -> u8 {
        self.flags.get(at).map_or(OTHER, |f| f & CLASS)
    }

    /// The flag bits of a unit; all edges behind the end.
    pub(super) fn edge(&self, at: usize) -> u8 {
        self.flags.get(at).map_or(START | GAP, |f| f & !CLASS)
    }

    /// The bytes of the text as written that those units came from.
    pub(super) fn written(&self, from: usize, to: usize) -> std::ops::Range<usize> {
        match (
            self.place.get(from),
            to.checked_sub(1).and_then(|l| self.place.get(l)),
        ) {
            (Some(first), Some(last)) if from < to => {
                first.0 as usize..last.1.max(first.1) as usize
            }
            _ => 0..0,
        }
    }
}

#[derive(Clone, Copy)]
struct State {
    before: u8,
    gap: u8,
}

/// The units of a text alone.
pub(super) fn units(text: &str) -> Vec<u16> {
    let mut skeleton = Skeleton::default();
    skeleton.set(text);
    skeleton.units
}
