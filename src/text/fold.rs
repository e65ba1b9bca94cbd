//! Folding: NFKC, full case folding and hiragana to katakana, with the class of every edge.

use icu_casemap::CaseMapper;
use icu_normalizer::ComposingNormalizerBorrowed;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Class of a character as written, before kana folding: a run of one class is a word's body.
///
/// It is taken before folding because a hiragana particle behind a katakana brand (`ブランドの`)
/// must not lengthen the katakana run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Class {
    /// Spaces, punctuation, symbols.
    Other,
    /// Letters and digits of alphabets, in any width.
    Alnum,
    /// Katakana in any width, with the prolonged sound mark.
    Katakana,
    /// Hiragana.
    Hiragana,
    /// Kanji and everything written without spaces between words.
    Kanji,
}

impl Class {
    /// The class of one character as written.
    #[must_use]
    pub fn of(c: char) -> Self {
        match c {
            '0'..='9' | 'a'..='z' | 'A'..='Z' => Self::Alnum,
            '\0'..='\u{7f}' => Self::Other,
            '\u{3041}'..='\u{309f}' => Self::Hiragana,
            '・' | '\u{ff65}' | '\u{30a0}' => Self::Other,
            '\u{30a1}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{ff66}'..='\u{ff9f}' => {
                Self::Katakana
            }
            '々'
            | '〆'
            | '\u{3400}'..='\u{9fff}'
            | '\u{f900}'..='\u{faff}'
            | '\u{20000}'..='\u{3ffff}' => Self::Kanji,
            _ if c.is_alphanumeric() => Self::Alnum,
            _ => Self::Other,
        }
    }
}

/// Marks a character whose fold is not one character of the basic plane.
const SLOW: u16 = 0;

struct Tables {
    /// Folded character per basic-plane character, or [`SLOW`], with the class of the unfolded one.
    one: Box<[(u16, Class)]>,
    /// UTF-8 bytes of that character, little end first, and their number in the top byte; 0 where
    /// the character is [`SLOW`]. One look and one store of four bytes fold a character.
    packed: Box<[u32]>,
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
    (0x3200, 0x9fff),
    (0xe000, 0xf8ff),
    (0xf900, 0xfaff),
    (0xfe30, 0xfe4f),
    (0xff01, 0xff9d),
    (0xffe0, 0xffe6),
];

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let mut one = vec![(SLOW, Class::Other); 0x10000].into_boxed_slice();
    let mut many = HashMap::new();
    for c in ALONE
        .iter()
        .flat_map(|(from, to)| *from..=*to)
        .filter_map(char::from_u32)
    {
        let folded = general(c.encode_utf8(&mut [0; 4]));
        let mut chars = folded.chars();
        match (chars.next(), chars.next()) {
            (Some(f), None) if (f as u32) < 0x10000 => {
                one[c as usize] = (f as u16, Class::of(c));
            }
            _ => {
                many.insert(c, folded);
            }
        }
    }
    let packed = one.iter().map(|(folded, _)| packed(*folded)).collect();
    Tables { one, packed, many }
});

fn packed(folded: u16) -> u32 {
    let mut bytes = [0; 4];
    match char::from_u32(u32::from(folded)).filter(|_| folded != SLOW) {
        Some(c) => {
            bytes[3] = c.encode_utf8(&mut bytes).len() as u8;
            u32::from_le_bytes(bytes)
        }
        None => 0,
    }
}

/// Folds `text` into `out` as UTF-8 bytes, replacing what it held: [`Folded::set`] without classes,
/// for the texts in which nothing will be found. True when [`fold_classes`] may be asked for them.
pub fn fold_bytes(text: &str, out: &mut Vec<u8>) -> bool {
    // No character of the table grows by more than half of its bytes.
    out.clear();
    out.resize(text.len() * 2 + 8, 0);
    match quick_bytes(text, out) {
        Some(length) => {
            out.truncate(length);
            true
        }
        None => {
            out.clear();
            out.extend_from_slice(fold(text).as_bytes());
            false
        }
    }
}

/// The classes that [`Folded::set`] gives, for a text that [`fold_bytes`] folded by its table.
pub fn fold_classes(text: &str, out: &mut Vec<Class>) {
    let tables = &*TABLES;
    out.clear();
    for c in text.chars() {
        let place = c as usize;
        let packed = tables.packed.get(place).copied().unwrap_or(0);
        if packed != 0 {
            let class = tables
                .one
                .get(place)
                .map_or(Class::Other, |(_, class)| *class);
            let length = (packed >> 24) as usize;
            out.extend_from_slice(&[class; 3][..length.min(3)]);
        } else if matches!(c, '\u{ff9e}' | '\u{ff9f}') {
            // The mark went into the kana before it.
            let kana = out.len().saturating_sub(3);
            out[kana..].fill(Class::Katakana);
        } else {
            let length = tables.many.get(&c).map_or(0, String::len);
            out.resize(out.len() + length, Class::of(c));
        }
    }
}

fn quick_bytes(text: &str, out: &mut [u8]) -> Option<usize> {
    let tables = &*TABLES;
    let mut length = 0;
    for c in text.chars() {
        let packed = tables.packed.get(c as usize).copied().unwrap_or(0);
        if packed != 0 {
            *out.get_mut(length..)?.first_chunk_mut()? = packed.to_le_bytes();
            length += (packed >> 24) as usize;
        } else if matches!(c, '\u{ff9e}' | '\u{ff9f}') {
            let last = length.checked_sub(3)?;
            let kana = std::str::from_utf8(&out[last..length])
                .ok()?
                .chars()
                .next()?;
            voiced(kana, c)?.encode_utf8(&mut out[last..length]);
        } else {
            let folded = tables.many.get(&c)?.as_bytes();
            out.get_mut(length..length + folded.len())?
                .copy_from_slice(folded);
            length += folded.len();
        }
    }
    Some(length)
}

/// The fold as its definition says it, for texts the table cannot do.
fn general(text: &str) -> String {
    let nfkc = ComposingNormalizerBorrowed::new_nfkc().normalize(text);
    let cased = CaseMapper::new().fold_string(&nfkc);
    cased.chars().map(katakana).collect()
}

/// Hiragana as the katakana of the same sound.
fn katakana(c: char) -> char {
    match c {
        'ぁ'..='ゖ' | 'ゝ' | 'ゞ' => char::from_u32(c as u32 + 0x60).unwrap_or(c),
        _ => c,
    }
}

/// The voiced form of a folded kana, where it has one.
fn voiced(kana: char, mark: char) -> Option<char> {
    let shift = |by| char::from_u32(kana as u32 + by);
    match (mark, kana) {
        ('\u{ff9e}', 'ウ') => Some('ヴ'),
        (
            '\u{ff9e}',
            'カ' | 'キ' | 'ク' | 'ケ' | 'コ' | 'サ' | 'シ' | 'ス' | 'セ' | 'ソ' | 'タ' | 'チ'
            | 'ツ' | 'テ' | 'ト',
        ) => shift(1),
        ('\u{ff9e}', 'ハ' | 'ヒ' | 'フ' | 'ヘ' | 'ホ') => shift(1),
        ('\u{ff9f}', 'ハ' | 'ヒ' | 'フ' | 'ヘ' | 'ホ') => shift(2),
        _ => None,
    }
}

/// A folded text with, per byte, the class of the character it came from.
#[derive(Clone, Debug, Default)]
pub struct Folded {
    /// The folded text.
    pub text: String,
    /// Class per byte of `text`.
    pub class: Vec<Class>,
}

impl Folded {
    /// Folds `text` into this buffer, replacing what it held.
    pub fn set(&mut self, text: &str) {
        self.text.clear();
        self.class.clear();
        if !self.quick(text) {
            self.slow(text);
        }
    }

    fn push(&mut self, c: char, class: Class) {
        self.text.push(c);
        match c.len_utf8() {
            1 => self.class.push(class),
            2 => self.class.extend_from_slice(&[class; 2]),
            3 => self.class.extend_from_slice(&[class; 3]),
            _ => self.class.extend_from_slice(&[class; 4]),
        }
    }

    /// Appends the fold of a text without marks that join with what stands before; false otherwise.
    pub(super) fn quick(&mut self, text: &str) -> bool {
        let tables = &*TABLES;
        for c in text.chars() {
            let known = tables.one.get(c as usize).copied();
            let (folded, class) = known.unwrap_or((SLOW, Class::Other));
            match folded {
                SLOW if matches!(c, '\u{ff9e}' | '\u{ff9f}') => {
                    let Some(kana) = self.text.chars().next_back().and_then(|k| voiced(k, c))
                    else {
                        return false;
                    };
                    self.text.pop();
                    self.class.truncate(self.text.len());
                    self.push(kana, Class::Katakana);
                }
                SLOW => match tables.many.get(&c) {
                    Some(folded) => {
                        self.text.push_str(folded);
                        self.class.resize(self.text.len(), Class::of(c));
                    }
                    None => return false,
                },
                folded => match char::from_u32(u32::from(folded)) {
                    Some(f) => self.push(f, class),
                    None => return false,
                },
            }
        }
        true
    }

    /// The whole text at once; the classes are those of the normalised text before kana folding.
    fn slow(&mut self, text: &str) {
        self.text.clear();
        self.class.clear();
        let nfkc = ComposingNormalizerBorrowed::new_nfkc().normalize(text);
        let cased = CaseMapper::new().fold_string(&nfkc);
        for c in cased.chars() {
            self.push(katakana(c), Class::of(c));
        }
    }
}

/// The folded text alone, for keys.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = Folded::default();
    folded.set(text);
    folded.text
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn spellings_of_one_name_fold_to_one_key() {
        for same in ["クレベリン", "ｸﾚﾍﾞﾘﾝ", "くれべりん", "クレヘ\u{3099}リン"]
        {
            assert_eq!(fold(same), "クレベリン", "{same}");
        }
        assert_eq!(fold("ＡＢＣ①㈱"), "abc1(株)");
        assert_eq!(fold("Straße"), "strasse");
    }

    #[test]
    fn the_class_is_that_of_the_text_as_written() {
        let mut folded = Folded::default();
        folded.set("ブの");
        assert_eq!(folded.text, "ブノ");
        assert_eq!(folded.class[0], Class::Katakana);
        assert_eq!(folded.class[3], Class::Hiragana);
    }

    proptest! {
        #[test]
        fn the_table_equals_the_general_fold(text in "\\PC*", kana in "[ｦ-ﾟぁ-ヿ゙゚A-Zａ-ｚ㈱①…]*") {
            for t in [text.as_str(), kana.as_str()] {
                prop_assert_eq!(fold(t), general(t));
                let mut bytes = Vec::new();
                let by_table = fold_bytes(t, &mut bytes);
                prop_assert_eq!(String::from_utf8(bytes).unwrap(), general(t));
                let mut f = Folded::default();
                f.set(t);
                prop_assert_eq!(f.class.len(), f.text.len());
                let mut classes = Vec::new();
                fold_classes(t, &mut classes);
                prop_assert!(!by_table || classes == f.class, "{:?}", t);
            }
        }
    }

    #[test]
    fn every_character_folds_alone_as_in_general() {
        let (mut bytes, mut classes, mut folded) = (Vec::new(), Vec::new(), Folded::default());
        // The whole basic plane, and a sample of what lies above it.
        let above = (0x10000..=0x10ffff).step_by(61);
        for c in (1..=0xffff).chain(above).filter_map(char::from_u32) {
            let text = format!("ハ{c}ﾊ{c}カ");
            assert_eq!(fold(&text), general(&text), "U+{:04X}", c as u32);
            let by_table = fold_bytes(&text, &mut bytes);
            assert_eq!(bytes, general(&text).as_bytes(), "U+{:04X}", c as u32);
            folded.set(&text);
            fold_classes(&text, &mut classes);
            assert!(!by_table || classes == folded.class, "U+{:04X}", c as u32);
        }
    }
}
