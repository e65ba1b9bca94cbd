//! Brand names in titles: which listed name a title or a brand field carries, how surely, and why.
//!
//! ```text
//! names ── fold, class ──> Watch                 title ──> Skeleton ──> matches between edges
//!                                                                          │ spelling, longest, allow terms
//!                            brand field ──> names of the brand ──> judge ─┴─> Hit: is / mentions / weak
//! ```

mod chars;
mod field;
mod index;
mod judge;
mod lead;
mod lexicon;
mod look;
mod skeleton;
mod spelling;
#[cfg(test)]
mod tests;
mod typo;
mod watch;

pub use lexicon::{Lexicon, LexiconFault};
pub use look::{Look, Scratch};
pub use watch::Watch;

use std::fmt;

/// One watched name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// The name.
    pub name: String,
    /// Other spellings, in any script.
    pub aliases: Vec<String>,
}

/// An entry of whose name and aliases folding leaves nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Number of the entry.
    pub entry: u32,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "entry {} has no letter in its name", self.entry)
    }
}

impl std::error::Error for Fault {}

/// How surely the goods bear the name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tier {
    /// The goods are said to be of that brand.
    Is,
    /// The name is meant, but as something the goods go with, or beside another brand.
    Mentions,
    /// A plain word or a short name without other evidence: it may be the name.
    Weak,
}

/// The text in which a name was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Where {
    /// The brand field, of the catalogue or of the listing.
    Brand,
    /// The title.
    Title,
}

/// In what the text differs from the alias, beyond case, width and separators between words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Respelling {
    /// Hiragana for katakana, or the reverse.
    Kana,
    /// Long vowels left out or typed as a dash; big kana for small.
    Vowel,
    /// A separator inside a word.
    Split,
    /// A space after every letter.
    Spaced,
    /// Letters of another script that look alike.
    Lookalike,
    /// One letter wrong, missing, added, or swapped.
    Typo,
}

/// Why a hit has its tier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// Is: the brand field names it.
    BrandField,
    /// Is: it leads the title.
    Lead,
    /// Is: it stands in a bracket that leads the title.
    Bracket,
    /// Is: two spellings of it stand in the title.
    Twin,
    /// Is: a name that means nothing else, and no other brand in sight.
    Named,
    /// Is: another spelling of the name.
    Respelled(Respelling),
    /// Mentions: wording says that the goods go with it or look like it.
    Compatible,
    /// Mentions: the brand of the goods is another.
    OtherBrand,
    /// Weak: a word of the dictionary, a place, or a word of many names.
    PlainWord,
    /// Weak: two or three letters.
    Short,
    /// Weak: a spelling that may be chance.
    Doubtful(Respelling),
}

impl Why {
    /// The word for it in reports.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::BrandField => "brand-field",
            Self::Lead => "lead",
            Self::Bracket => "bracket",
            Self::Twin => "twin",
            Self::Named => "named",
            Self::Respelled(r) | Self::Doubtful(r) => r.word(),
            Self::Compatible => "compatible",
            Self::OtherBrand => "other-brand",
            Self::PlainWord => "plain-word",
            Self::Short => "short",
        }
    }
}

impl Respelling {
    /// The word for it in reports.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Kana => "respelled-kana",
            Self::Vowel => "respelled-vowel",
            Self::Split => "respelled-split",
            Self::Spaced => "respelled-spaced",
            Self::Lookalike => "respelled-lookalike",
            Self::Typo => "respelled-typo",
        }
    }
}

impl Tier {
    /// The word for it in reports.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Is => "is",
            Self::Mentions => "mentions",
            Self::Weak => "weak",
        }
    }
}

impl Where {
    /// The word for it in reports.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Brand => "brand",
            Self::Title => "title",
        }
    }
}

/// A listed name in a text: the best place of that name in that text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// Number of the entry.
    pub entry: u32,
    /// 0 for the name itself, else the number of the alias from 1.
    pub alias: u32,
    /// How surely.
    pub tier: Tier,
    /// In which text.
    pub field: Where,
    /// First byte in that text as written.
    pub start: u32,
    /// Byte behind the last.
    pub end: u32,
    /// Why it has its tier.
    pub why: Why,
}
