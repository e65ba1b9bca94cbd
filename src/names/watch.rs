//! A watch list made ready: every alias folded, classed and indexed.

use super::index::{Index, Raw};
use super::lexicon::Lexicon;
use super::skeleton::{CLASS, DIGIT, HIRAGANA, KANJI, KATAKANA, LETTER, OTHER, Skeleton};
use super::spelling::{Written, gaps};
use super::typo::Typos;
use super::{Entry, Fault};
use crate::text::fold;
use std::collections::{HashMap, HashSet};

/// Entry number of the terms that only clear what lies inside them.
pub(super) const ALLOW: u32 = u32::MAX;

/// Names of so many other entries that hold the alias as a word make it a plain word.
const FREQUENT: u32 = 8;

/// Why a bare occurrence of an alias tells little.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Plain {
    /// It does tell.
    No,
    /// A word of a dictionary, a place, or a word of many names.
    Word,
    /// Two or three letters, or two kana.
    Short,
}

/// One spelling of one entry.
#[derive(Clone, Debug)]
pub(super) struct Alias {
    pub(super) entry: u32,
    /// 0 for the name itself.
    pub(super) nth: u32,
    folded: Box<str>,
    gaps: u64,
    one_kana: Option<u8>,
    pub(super) plain: Plain,
}

impl Alias {
    pub(super) fn written(&self) -> Written<'_> {
        Written {
            folded: &self.folded,
            gaps: self.gaps,
            one_kana: self.one_kana,
            plain: self.plain == Plain::Word,
        }
    }
}

/// A watch list made ready: find its names in titles with [`Watch::look`].
#[derive(Clone, Debug, Default)]
pub struct Watch {
    pub(super) aliases: Vec<Alias>,
    pub(super) index: Index,
    pub(super) typos: Typos,
    pub(super) lexicon: Lexicon,
}

impl Watch {
    /// Folds and classes all names. A hit that lies inside one of the `allow` terms is none.
    ///
    /// An alias of which folding leaves nothing, such as `---`, is passed over.
    ///
    /// # Errors
    /// An entry of which no spelling is left.
    pub fn build(entries: &[Entry], allow: &[String], lexicon: &Lexicon) -> Result<Self, Fault> {
        let mut made = Made::default();
        for (entry, names) in entries.iter().enumerate() {
            let mut seen = HashSet::new();
            let mut usable = false;
            for (nth, name) in std::iter::once(&names.name)
                .chain(&names.aliases)
                .enumerate()
            {
                let folded = fold(name.trim());
                if seen.insert(folded.clone()) {
                    usable |= made.add(name, folded, entry as u32, nth as u32);
                }
            }
            if !usable {
                return Err(Fault {
                    entry: entry as u32,
                });
            }
        }
        for term in allow {
            made.add(term, fold(term.trim()), ALLOW, 0);
        }
        // At the head of a title, and no name there: Amazon.co.jp限定.
        for units in lexicon.context.leads.iter() {
            made.units.push(units.clone());
            made.aliases.push(Alias {
                entry: ALLOW,
                nth: 0,
                folded: String::from_utf16_lossy(units).into(),
                gaps: 0,
                one_kana: None,
                plain: Plain::No,
            });
        }
        made.class(lexicon);
        let typos = Typos::build(&made.aliases, &made.units);
        Ok(Self {
            index: Index::build(&made.units),
            typos,
            aliases: made.aliases,
            lexicon: lexicon.clone(),
        })
    }

    /// The alias of a match.
    pub(super) fn alias(&self, raw: &Raw) -> &Alias {
        &self.aliases[raw.alias as usize]
    }
}

/// A watch list in the making.
#[derive(Default)]
struct Made {
    aliases: Vec<Alias>,
    units: Vec<Vec<u16>>,
    /// Words of names of several words, with the entry.
    words: HashMap<Vec<u16>, (u32, u32)>,
    skeleton: Skeleton,
}

impl Made {
    /// Adds a spelling; false where nothing is left of it.
    fn add(&mut self, name: &str, folded: String, entry: u32, nth: u32) -> bool {
        let skeleton = &mut self.skeleton;
        skeleton.set(name.trim());
        if skeleton.len() == 0 {
            return false;
        }
        let has = |class| skeleton.flags().iter().any(|f| f & CLASS == class);
        let one_kana = match (has(KATAKANA), has(HIRAGANA)) {
            (true, false) => Some(KATAKANA),
            (false, true) => Some(HIRAGANA),
            _ => None,
        };
        let gaps = gaps(skeleton, 0, skeleton.len());
        let short = short(skeleton, &folded);
        if gaps != 0 && entry != ALLOW {
            self.count(entry);
        }
        self.units.push(self.skeleton.units().to_vec());
        self.aliases.push(Alias {
            entry,
            nth,
            folded: folded.into(),
            gaps,
            one_kana,
            plain: if short { Plain::Short } else { Plain::No },
        });
        true
    }

    /// Counts the words of the name in the skeleton, each once an entry.
    fn count(&mut self, entry: u32) {
        let skeleton = &self.skeleton;
        let mut from = 0;
        for at in 1..=skeleton.len() {
            if skeleton.after_gap(at) {
                let word = self.words.entry(skeleton.units()[from..at].to_vec());
                let (count, last) = word.or_insert((0, ALLOW));
                if *last != entry {
                    (*count, *last) = (*count + 1, entry);
                }
                from = at;
            }
        }
    }

    fn class(&mut self, lexicon: &Lexicon) {
        for (alias, units) in self.aliases.iter_mut().zip(&self.units) {
            if alias.entry == ALLOW {
                continue;
            }
            let frequent = self
                .words
                .get(units)
                .is_some_and(|(count, _)| *count >= FREQUENT);
            if lexicon.has(&alias.folded) || frequent {
                alias.plain = Plain::Word;
            }
        }
    }
}

/// Too short to mean only this name.
fn short(skeleton: &Skeleton, folded: &str) -> bool {
    let letters = folded
        .chars()
        .filter(|c| c.is_alphanumeric() || *c == 'ー')
        .count();
    let classes = skeleton.flags().iter().map(|f| f & CLASS);
    let all = |of: &[u8]| classes.clone().all(|class| of.contains(&class));
    if all(&[DIGIT, OTHER]) {
        return true;
    }
    if all(&[LETTER, DIGIT, OTHER]) {
        return letters <= 3;
    }
    if all(&[KATAKANA, HIRAGANA, OTHER]) {
        return letters <= 2;
    }
    all(&[KANJI]) && letters <= 1
}
