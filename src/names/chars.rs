//! What becomes of each character in a skeleton.

use crate::text::{Class, fold};
use icu_normalizer::DecomposingNormalizerBorrowed;
use std::collections::HashMap;
use std::sync::LazyLock;

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

/// What becomes of a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Fate {
    /// One unit of that class.
    Unit,
    /// One unit, a kanji that looks like a katakana.
    Twin,
    /// One unit of another script.
    Foreign,
    /// It parts words and vanishes.
    Separator,
    /// It vanishes.
    Nothing,
    /// A long vowel mark: it vanishes behind kana.
    Long,
    /// A mark that voices the kana before it.
    Voiced,
    /// A mark that half voices the kana before it.
    Semivoiced,
    /// Several units.
    Many,
}

impl Fate {
    /// Every fate, by its number.
    const ALL: [Self; 9] = [
        Self::Unit,
        Self::Twin,
        Self::Foreign,
        Self::Separator,
        Self::Nothing,
        Self::Long,
        Self::Voiced,
        Self::Semivoiced,
        Self::Many,
    ];
}

/// Unit, class and fate of a character of the basic plane, in one number: reading a text looks up
/// one after the other.
#[derive(Clone, Copy, Debug)]
pub(super) struct Char(u32);

/// Kinds of characters: classes with a fate.
pub(super) const KINDS: usize = 128;

/// The number of a class with a fate.
pub(super) const fn kind(class: u8, fate: Fate) -> usize {
    (fate as usize) << 3 | (class & 7) as usize
}

impl Char {
    const fn new(unit: u16, class: u8, fate: Fate) -> Self {
        Self((kind(class, fate) as u32) << 16 | unit as u32)
    }

    #[inline]
    pub(super) fn unit(self) -> u16 {
        self.0 as u16
    }

    /// The number of its class with its fate.
    #[inline]
    pub(super) fn kind(self) -> usize {
        (self.0 >> 16) as usize
    }

    #[inline]
    pub(super) fn class(self) -> u8 {
        self.kind() as u8 & 7
    }

    #[inline]
    pub(super) fn fate(self) -> Fate {
        Fate::ALL[(self.kind() >> 3) % Fate::ALL.len()]
    }
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
    matches!(c, '\u{80}'..='\u{24f}' | '\u{250}'..='\u{2af}' | '\u{370}'..='\u{52f}')
        && twin(LATIN_TWINS, c).is_some()
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

/// True for characters that vanish without separating anything.
pub(super) fn is_nothing(c: char) -> bool {
    matches!(
        c,
        '\u{300}'..='\u{36f}' | '™' | '®' | '©' | '℠' | '\u{200b}'..='\u{200f}' | '\u{2060}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ad}'
    )
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

/// Small kana as big ones, and the v row as the b row.
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

pub(super) fn class(c: char) -> u8 {
    match Class::of(c) {
        Class::Other => OTHER,
        Class::Alnum if c.is_numeric() => DIGIT,
        Class::Alnum => LETTER,
        Class::Katakana => KATAKANA,
        Class::Hiragana => HIRAGANA,
        Class::Kanji => KANJI,
    }
}

/// Letters of alphabets without their marks; those of kana make another sound and stay.
fn without_marks(c: char) -> char {
    if c.is_ascii() || Class::of(c) != Class::Alnum {
        return c;
    }
    let decomposed = DecomposingNormalizerBorrowed::new_nfd();
    let mut bytes = [0; 4];
    let plain = decomposed.normalize(c.encode_utf8(&mut bytes));
    plain.chars().next().unwrap_or(c)
}

/// The kana that a mark makes of the one before.
pub(super) fn voiced(unit: u16, full: bool) -> u16 {
    let mut text: String = char::from_u32(u32::from(unit)).into_iter().collect();
    text.push(if full { '\u{3099}' } else { '\u{309a}' });
    let folded = fold(&text);
    let mut chars = folded.chars();
    match (chars.next(), chars.next()) {
        (Some(one), None) => big_kana(one) as u16,
        _ => unit,
    }
}

/// The units that a character of several becomes, each with its class; a separator is none.
pub(super) fn several(c: char, mut each: impl FnMut(Option<(u16, u8)>)) {
    for folded in fold(c.encode_utf8(&mut [0; 4])).chars() {
        if is_separator(folded) {
            each(None);
            continue;
        }
        for unit in big_kana(without_marks(folded)).encode_utf16(&mut [0; 2]) {
            each(Some((*unit, class(folded))));
        }
    }
}

fn entry(c: char, latin: &HashMap<char, char>) -> Char {
    let of = Char::new;
    match c {
        'ー' | 'ｰ' => return of(0, KATAKANA, Fate::Long),
        '\u{ff9e}' | '\u{3099}' | '\u{309b}' => return of(0, KATAKANA, Fate::Voiced),
        '\u{ff9f}' | '\u{309a}' | '\u{309c}' => return of(0, KATAKANA, Fate::Semivoiced),
        '\u{3400}'..='\u{9fff}' => {
            let twin = KANA_TWINS.contains(c);
            return of(c as u16, KANJI, if twin { Fate::Twin } else { Fate::Unit });
        }
        // Scripts of which no title here is written: taken as they are, to spare their folding; of
        // which class they are is looked up where one is met.
        '\u{600}'..='\u{1dff}'
        | '\u{2c00}'..='\u{2e7f}'
        | '\u{a000}'..='\u{f8ff}'
        | '\u{fb50}'..='\u{fdff}'
        | '\u{fe70}'..='\u{fefe}' => return of(c as u16, OTHER, Fate::Foreign),
        _ if is_nothing(c) => return of(0, OTHER, Fate::Nothing),
        _ if is_separator(c) || c.is_control() => return of(0, OTHER, Fate::Separator),
        _ => {}
    }
    let plain = without_marks(latin.get(&c).copied().unwrap_or(c));
    let folded = fold(plain.encode_utf8(&mut [0; 4]));
    let mut chars = folded.chars();
    match (chars.next(), chars.next()) {
        (Some(one), None) if (one as u32) < 0x10000 => {
            of(big_kana(without_marks(one)) as u16, class(c), Fate::Unit)
        }
        (None, _) => of(0, OTHER, Fate::Nothing),
        _ => of(0, OTHER, Fate::Many),
    }
}

/// Characters of the basic plane.
pub(super) const PLANE: usize = 0x10000;

/// What becomes of a character above the basic plane.
const ABOVE: Char = Char::new(0, OTHER, Fate::Many);

/// Every character of the basic plane; an array, so that no place of it has to be checked.
pub(super) static CHARS: LazyLock<Box<[Char; PLANE]>> = LazyLock::new(|| {
    let pairs: Vec<char> = LATIN_TWINS.chars().collect();
    let latin = pairs
        .chunks_exact(2)
        .map(|pair| (pair[0], pair[1]))
        .collect();
    let of = |code: usize| char::from_u32(code as u32).map_or(ABOVE, |c| entry(c, &latin));
    let chars: Vec<Char> = (0..PLANE).map(of).collect();
    chars
        .try_into()
        .unwrap_or_else(|_| Box::new([ABOVE; PLANE]))
});

/// What becomes of a character; those above the basic plane become several units.
#[inline]
pub(super) fn char_of(chars: &[Char; PLANE], c: char) -> Char {
    match u16::try_from(c as u32) {
        Ok(code) => chars[usize::from(code)],
        Err(_) => ABOVE,
    }
}
