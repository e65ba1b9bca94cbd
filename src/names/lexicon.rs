//! Plain words of Japanese and English, and the words that stand around names in titles.

use super::skeleton::units;
use std::fmt;
use std::sync::Arc;

/// Words as skeleton units, the longest first.
#[derive(Clone, Debug, Default)]
pub(super) struct Words {
    list: Vec<Vec<u16>>,
    first: Units,
    last: Units,
}

/// A bit per unit, modulo 1024: nearly every place of a text is refused by it.
#[derive(Clone, Debug, Default)]
struct Units([u64; 16]);

impl Units {
    fn insert(&mut self, unit: u16) {
        self.0[usize::from(unit / 64 % 16)] |= 1 << (unit % 64);
    }

    #[inline]
    fn may_have(&self, unit: u16) -> bool {
        self.0[usize::from(unit / 64 % 16)] >> (unit % 64) & 1 == 1
    }
}

impl Words {
    fn push(&mut self, units: Vec<u16>) {
        if let (Some(first), Some(last)) = (units.first(), units.last()) {
            self.first.insert(*first);
            self.last.insert(*last);
            let place = self.list.partition_point(|word| word.len() >= units.len());
            self.list.insert(place, units);
        }
    }

    /// The length of the longest word that the units begin with.
    #[inline]
    pub(super) fn begin(&self, units: &[u16]) -> Option<usize> {
        let first = units.first()?;
        if !self.first.may_have(*first) {
            return None;
        }
        let mut words = self.list.iter().filter(|word| word.first() == Some(first));
        words.find(|word| units.starts_with(word)).map(Vec::len)
    }

    /// The length of the longest word that the units end with.
    #[inline]
    pub(super) fn end(&self, units: &[u16]) -> Option<usize> {
        let last = units.last()?;
        if !self.last.may_have(*last) {
            return None;
        }
        let mut words = self.list.iter().filter(|word| word.last() == Some(last));
        words.find(|word| units.ends_with(word)).map(Vec::len)
    }

    /// All words.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Vec<u16>> {
        self.list.iter()
    }
}

/// What stands around a name.
#[derive(Clone, Debug, Default)]
pub(super) struct Context {
    /// Company forms and shop words around a brand in the brand field.
    pub(super) affixes: Words,
    /// What may stand before the brand at the head of a title.
    pub(super) leads: Words,
    /// Behind a name: the goods only go with it or look like it.
    pub(super) after: Words,
    /// Directly behind a name, without a space: the goods only look like it.
    pub(super) joined: Words,
    /// Before a name: the goods only go with it or look like it.
    pub(super) before: Words,
    /// What may directly follow a name within a run of kanji or hiragana.
    pub(super) tails: Words,
}

/// Plain words and context words; one is shared by all watch lists.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    ja: Arc<str>,
    en: Arc<str>,
    pub(super) context: Context,
}

/// A row of the context file that cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LexiconFault {
    /// Line from 1.
    pub line: u32,
    /// What is wrong: the role that is not known, or the csv library's own words.
    pub fault: String,
}

impl fmt::Display for LexiconFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.fault)
    }
}

impl std::error::Error for LexiconFault {}

impl Lexicon {
    /// Takes the word lists, one folded word a line in byte order, and the context file, a CSV with
    /// the columns `role` (`affix`, `lead`, `after`, `joined`, `before`,
    /// `tail`) and `text`.
    ///
    /// The word lists are searched as they are: nothing is built for them, so loading costs nothing.
    ///
    /// # Errors
    /// The first row of the context file with an unknown role.
    pub fn parse(ja: &str, en: &str, context: &str) -> Result<Self, LexiconFault> {
        let mut lexicon = Self {
            ja: ja.into(),
            en: en.into(),
            context: Context::default(),
        };
        let mut reader = csv::ReaderBuilder::new()
            .flexible(true)
            .from_reader(context.as_bytes());
        for (row, record) in reader.records().enumerate() {
            let fault = |fault: String| LexiconFault {
                line: row as u32 + 2,
                fault,
            };
            let record = record.map_err(|e| fault(e.to_string()))?;
            let c = &mut lexicon.context;
            let list = match record.get(0).unwrap_or_default() {
                "affix" => &mut c.affixes,
                "lead" => &mut c.leads,
                "after" => &mut c.after,
                "joined" => &mut c.joined,
                "before" => &mut c.before,
                "tail" => &mut c.tails,
                other => return Err(fault(other.to_owned())),
            };
            list.push(units(record.get(1).unwrap_or_default()));
        }
        Ok(lexicon)
    }

    /// True for a plain word or a place name; `folded` is what [`crate::text::fold`] gives.
    #[must_use]
    pub fn has(&self, folded: &str) -> bool {
        let list = if folded.is_ascii() {
            &self.en
        } else {
            &self.ja
        };
        !folded.is_empty() && has_line(list, folded)
    }
}

/// Looks a line up in a text whose lines stand in byte order.
fn has_line(text: &str, line: &str) -> bool {
    let bytes = text.as_bytes();
    let (mut from, mut to) = (0, bytes.len());
    while from < to {
        let middle = from + (to - from) / 2;
        let start = memchr::memrchr(b'\n', &bytes[from..middle]).map_or(from, |at| from + at + 1);
        let end = memchr::memchr(b'\n', &bytes[middle..to]).map_or(to, |at| middle + at);
        match bytes[start.min(end)..end].cmp(line.as_bytes()) {
            std::cmp::Ordering::Equal => return true,
            std::cmp::Ordering::Less => from = end + 1,
            std::cmp::Ordering::Greater => to = start,
        }
    }
    false
}
