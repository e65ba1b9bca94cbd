//! Where the text of the input stands: an append-only arena, and names that are kept once.

use hashbrown::HashTable;
use std::hash::BuildHasher;

/// Bytes per block of the arena: large enough that blocks are few, small enough to waste little.
const BLOCK: usize = 1 << 20;
/// Texts begin at multiples of this, so that four bytes can point at 16 GB of text.
const STEP: usize = 4;
/// Bits of a handle that tell the place in a block.
const PLACE: u32 = (BLOCK / STEP).ilog2();
/// Bytes of a length at most: a text is shorter than 64 GB.
const LENGTH: usize = 6;

/// A handle of four bytes to a piece of text in one [`Strings`]: the block, then the place in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Text(u32);

impl Text {
    /// The empty text, equal in every arena.
    pub const EMPTY: Self = Self(0);

    /// True for the empty text.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self == Self::EMPTY
    }

    /// The block of the text, and where its length stands in it, in front of its bytes.
    fn place(self) -> (usize, usize) {
        let place = self.0 & ((1 << PLACE) - 1);
        ((self.0 >> PLACE) as usize, place as usize * STEP)
    }
}

/// An append-only arena of texts.
///
/// A block is text as a whole, so that a text is lent from it without looking at its bytes again.
/// That is why lengths are written in ASCII: six bits a byte, the lowest first, and 0x40 in every
/// byte that another one follows.
#[derive(Debug, Default)]
pub struct Strings {
    blocks: Vec<String>,
}

impl Strings {
    /// Keeps a text and gives its handle; the empty text costs nothing.
    ///
    /// What comes behind 16 GB of text is not kept: no machine that could scan so much is known.
    pub fn add(&mut self, text: &str) -> Text {
        if text.is_empty() {
            return Text::EMPTY;
        }
        let need = text.len() + LENGTH + STEP;
        let fits = |block: &String| block.len() + need <= block.capacity();
        if !self.blocks.last().is_some_and(fits) {
            if self.blocks.len() >> (u32::BITS - PLACE) != 0 {
                return Text::EMPTY;
            }
            let mut block = String::with_capacity(BLOCK.max(need + STEP));
            // Place 0 of a block is never a text, so that EMPTY is no one's handle.
            block.push('\0');
            self.blocks.push(block);
        }
        let index = self.blocks.len() - 1;
        let block = &mut self.blocks[index];
        while !block.len().is_multiple_of(STEP) {
            block.push('\0');
        }
        let handle = (index << PLACE) | (block.len() / STEP);
        let mut length = text.len();
        while length > 0x3f {
            block.push(char::from(length as u8 & 0x3f | 0x40));
            length >>= 6;
        }
        block.push(char::from(length as u8));
        block.push_str(text);
        Text(handle as u32)
    }

    /// The text behind a handle; empty for a handle of another arena that points outside.
    #[must_use]
    pub fn get(&self, text: Text) -> &str {
        if text.is_empty() {
            return "";
        }
        let read = || {
            let (block, start) = text.place();
            let block = self.blocks.get(block)?;
            let (mut length, mut bytes) = (0, 0);
            loop {
                let byte = *block.as_bytes().get(start + bytes)?;
                length |= usize::from(byte & 0x3f) << (6 * bytes);
                bytes += 1;
                if byte & 0x40 == 0 || bytes == LENGTH {
                    break;
                }
            }
            block.get(start + bytes..start + bytes + length)
        };
        read().unwrap_or_default()
    }

    /// The bytes of that text.
    #[must_use]
    pub fn bytes(&self, text: Text) -> &[u8] {
        self.get(text).as_bytes()
    }
}

/// A name that is kept once (a SKU, a supplier): four bytes, equal exactly when the text is equal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name(std::num::NonZeroU32);

impl Name {
    /// Place in the order of first appearance, from 0: an index for side tables.
    #[must_use]
    pub fn index(self) -> usize {
        self.0.get() as usize - 1
    }
}

/// A name in the table, with its text: a name is looked up millions of times in no order, and
/// every step to another place in memory costs more than all the rest.
#[derive(Clone, Copy, Debug)]
struct Known {
    /// Half of the hash, so that a table that grows need not read all texts again.
    hash: u32,
    text: Text,
    name: Name,
}

/// All names of one kind; the key bytes are compared in full on every hit.
#[derive(Debug, Default)]
pub struct Names {
    table: HashTable<Known>,
    texts: Vec<Text>,
    arena: Strings,
    hasher: hashbrown::DefaultHashBuilder,
}

/// The hash in the table, made of its kept half.
fn spread(hash: u32) -> u64 {
    u64::from(hash) << 32 | u64::from(hash)
}

impl Names {
    /// The name of a text, new if it was not seen before; `None` for an empty text.
    pub fn intern(&mut self, text: &str) -> Option<Name> {
        if text.is_empty() {
            return None;
        }
        let hash = self.hash(text.as_bytes());
        if let Some(name) = self.known(hash, text.as_bytes()) {
            return Some(name);
        }
        let next = u32::try_from(self.texts.len()).ok()?.checked_add(1)?;
        let known = Known {
            hash,
            text: self.arena.add(text),
            name: Name(std::num::NonZeroU32::new(next)?),
        };
        self.texts.push(known.text);
        self.table
            .insert_unique(spread(hash), known, |known| spread(known.hash));
        Some(known.name)
    }

    /// The name of a text that was seen before.
    #[must_use]
    pub fn find(&self, text: &str) -> Option<Name> {
        self.find_bytes(text.as_bytes())
    }

    /// As [`Names::find`], for bytes that need not be text: those of no name find none.
    #[must_use]
    pub fn find_bytes(&self, text: &[u8]) -> Option<Name> {
        self.known(self.hash(text), text)
    }

    fn hash(&self, text: &[u8]) -> u32 {
        self.hasher.hash_one(text) as u32
    }

    fn known(&self, hash: u32, text: &[u8]) -> Option<Name> {
        let same = |known: &Known| known.hash == hash && self.arena.bytes(known.text) == text;
        self.table.find(spread(hash), same).map(|known| known.name)
    }

    /// The text of a name.
    #[must_use]
    pub fn get(&self, name: Name) -> &str {
        self.texts
            .get(name.index())
            .map_or("", |t| self.arena.get(*t))
    }

    /// All names, in the order of first appearance.
    pub fn iter(&self) -> impl Iterator<Item = Name> + use<> {
        (1..=self.texts.len() as u32)
            .filter_map(std::num::NonZeroU32::new)
            .map(Name)
    }

    /// How many different names there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.texts.len()
    }

    /// True when no name was kept.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_come_back_whatever_their_length() {
        let mut strings = Strings::default();
        let long = "検".repeat(500_000);
        let texts = ["", "a", &"b".repeat(63), &"c".repeat(64), &long, "後"];
        let handles: Vec<Text> = texts.iter().map(|t| strings.add(t)).collect();
        for (text, handle) in texts.iter().zip(handles) {
            assert_eq!(strings.get(handle), *text);
        }
    }

    #[test]
    fn a_name_is_kept_once() {
        let mut names = Names::default();
        let first = names.intern("SKU-1");
        for i in 0..10_000 {
            names.intern(&format!("sku {i}"));
        }
        assert_eq!(names.intern("SKU-1"), first);
        assert_eq!(names.find("nobody"), None);
        assert_eq!(names.len(), 10_001);
        assert_eq!(names.intern(""), None);
    }
}
