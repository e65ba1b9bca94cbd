//! Folding: NFKC, full case folding and hiragana to katakana, with the class of every edge.

use super::table::{ROOM, Spot, quick};
use icu_casemap::CaseMapper;
use icu_normalizer::ComposingNormalizerBorrowed;

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

/// The fold as its definition says it, for texts the table cannot do.
pub(super) fn general(text: &str) -> String {
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
pub(super) fn voiced(kana: char, mark: char) -> Option<char> {
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
        let mut bytes = std::mem::take(&mut self.text).into_bytes();
        let read = quick(text, &mut bytes, &mut self.class, |_, _| {});
        bytes.truncate(read.map_or(0, |(length, _)| length));
        self.class.truncate(bytes.len());
        self.text = String::from_utf8(bytes).unwrap_or_default();
        if read.is_none() {
            self.slow(text);
        }
    }

    /// The whole text at once; the classes are those of the normalised text before kana folding.
    fn slow(&mut self, text: &str) {
        let nfkc = ComposingNormalizerBorrowed::new_nfkc().normalize(text);
        let cased = CaseMapper::new().fold_string(&nfkc);
        for c in cased.chars() {
            self.text.push(katakana(c));
            self.class.resize(self.text.len(), Class::of(c));
        }
    }
}

/// Texts folded one after the other to UTF-8 that is not looked at again to be lent as `str`: for
/// searching, which reads each character once.
#[derive(Debug, Default)]
pub struct Folding {
    bytes: Vec<u8>,
    class: Vec<Class>,
    spots: Vec<Spot>,
    length: usize,
    count: usize,
}

impl Folding {
    /// Zeros that stand behind the text of [`Folding::padded`].
    pub const ROOM: usize = ROOM;
    /// Characters that stand behind those of the text in [`Folding::spots`], all of them zeros.
    pub const BEYOND: usize = 2;

    /// Folds `text` into this buffer, replacing what it held.
    pub fn set(&mut self, text: &str) {
        // As many as there is room for bytes.
        let most = text.len() * 2 + 2 * ROOM;
        if self.spots.len() < most {
            self.spots.resize(most, Spot::default());
        }
        let spots = &mut self.spots[..];
        let put = |nth: usize, spot: Spot| spots.get_mut(nth).into_iter().for_each(|s| *s = spot);
        let read = quick(text, &mut self.bytes, &mut self.class, put);
        (self.length, self.count) = read.unwrap_or_else(|| self.slow(text));
        for (nth, spot) in self.spots[self.count..][..Self::BEYOND]
            .iter_mut()
            .enumerate()
        {
            let at = (self.length + nth) as u32;
            *spot = Spot { code: 0, at };
        }
    }

    fn slow(&mut self, text: &str) -> (usize, usize) {
        let mut folded = Folded::default();
        folded.slow(text);
        let length = folded.text.len();
        self.spots.clear();
        let spots = folded.text.char_indices().map(|(at, c)| Spot::new(c, at));
        self.spots.extend(spots);
        let count = self.spots.len();
        self.spots.resize(count + Self::BEYOND, Spot::default());
        self.bytes = folded.text.into_bytes();
        self.bytes.resize(length + ROOM, 0);
        self.class = folded.class;
        (length, count)
    }

    /// The characters of the folded text, with [`Folding::BEYOND`] zeros behind them.
    #[must_use]
    pub fn spots(&self) -> &[Spot] {
        self.spots
            .get(..self.count + Self::BEYOND)
            .unwrap_or_default()
    }

    /// The folded text, with [`Folding::ROOM`] zeros behind it.
    #[must_use]
    pub fn padded(&self) -> &[u8] {
        self.bytes.get(..self.length + ROOM).unwrap_or_default()
    }

    /// The folded text.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        self.bytes.get(..self.length).unwrap_or_default()
    }

    /// Class per byte of the folded text.
    #[must_use]
    pub fn class(&self) -> &[Class] {
        self.class.get(..self.length).unwrap_or_default()
    }
}

/// The folded text alone, for keys.
#[must_use]
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
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
                let mut folding = Folding::default();
                folding.set(t);
                prop_assert_eq!(folding.bytes().to_vec(), general(t).into_bytes());
                prop_assert_eq!(&folding.padded()[folding.bytes().len()..], [0; Folding::ROOM]);
                let mut spots = folding.spots().to_vec();
                prop_assert!(spots.split_off(spots.len() - Folding::BEYOND).iter().all(|s| s.code == 0));
                let general: Vec<Spot> = general(t).char_indices().map(|(at, c)| Spot::new(c, at)).collect();
                prop_assert_eq!(spots, general);
                let mut f = Folded::default();
                f.set(t);
                prop_assert_eq!(f.class.len(), f.text.len());
                prop_assert_eq!(folding.class(), f.class);
            }
        }
    }

    #[test]
    fn every_character_folds_alone_as_in_general() {
        let (mut folding, mut folded) = (Folding::default(), Folded::default());
        // The whole basic plane, and a sample of what lies above it.
        let above = (0x10000..=0x10ffff).step_by(61);
        for c in (1..=0xffff).chain(above).filter_map(char::from_u32) {
            let text = format!("ハ{c}ﾊ{c}カ");
            assert_eq!(fold(&text), general(&text), "U+{:04X}", c as u32);
            folding.set(&text);
            assert_eq!(
                folding.bytes(),
                general(&text).as_bytes(),
                "U+{:04X}",
                c as u32
            );
            folded.set(&text);
            assert_eq!(folding.class(), folded.class, "U+{:04X}", c as u32);
        }
    }
}
