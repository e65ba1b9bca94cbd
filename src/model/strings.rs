//! Where the text of the input stands: an append-only arena, and names that are kept once.

use hashbrown::HashTable;
use std::hash::BuildHasher;

/// Bytes per block of the arena: large enough that blocks are few, small enough to waste little.
const BLOCK: usize = 1 << 20;
/// Bytes of a length at most: a text is shorter than 64 GB.
const LENGTH: usize = 6;

/// A handle of eight bytes to a piece of text in one [`Strings`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Text {
    block: u32,
    /// Offset in the block of the text's length, which stands in front of it.
    start: u32,
}

impl Text {
    /// The empty text, equal in every arena.
    pub const EMPTY: Self = Self { block: 0, start: 0 };

    /// True for the empty text.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self == Self::EMPTY
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
    pub fn add(&mut self, text: &str) -> Text {
        if text.is_empty() {
            return Text::EMPTY;
        }
        let need = text.len() + LENGTH;
        let fits = |block: &String| block.len() + need <= block.capacity();
        if !self.blocks.last().is_some_and(fits) {
            let mut block = String::with_capacity(BLOCK.max(need + 1));
            // Offset 0 of a block is never a text, so that EMPTY is no one's handle.
            block.push('\0');
            self.blocks.push(block);
        }
        let index = self.blocks.len() - 1;
        let block = &mut self.blocks[index];
        let start = block.len();
        let mut length = text.len();
        while length > 0x3f {
            block.push(char::from(length as u8 & 0x3f | 0x40));
            length >>= 6;
        }
        block.push(char::from(length as u8));
        block.push_str(text);
        Text {
            block: index as u32,
            start: start as u32,
        }
    }

    /// The text behind a handle; empty for a handle of another arena that points outside.
    #[must_use]
    pub fn get(&self, text: Text) -> &str {
        if text.is_empty() {
            return "";
        }
        let read = || {
            let block = self.blocks.get(text.block as usize)?;
            let start = text.start as usize;
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

/// All names of one kind; the key bytes are compared in full on every hit.
#[derive(Debug, Default)]
pub struct Names {
    table: HashTable<Name>,
    texts: Vec<Text>,
    arena: Strings,
    hasher: hashbrown::DefaultHashBuilder,
}

impl Names {
    /// The name of a text, new if it was not seen before; `None` for an empty text.
    pub fn intern(&mut self, text: &str) -> Option<Name> {
        if text.is_empty() {
            return None;
        }
        if let Some(name) = self.find(text) {
            return Some(name);
        }
        let next = u32::try_from(self.texts.len()).ok()?.checked_add(1)?;
        let name = Name(std::num::NonZeroU32::new(next)?);
        self.texts.push(self.arena.add(text));
        let (hasher, texts, arena) = (&self.hasher, &self.texts, &self.arena);
        self.table
            .insert_unique(hasher.hash_one(text.as_bytes()), name, |n| {
                hasher.hash_one(arena.bytes(texts[n.index()]))
            });
        Some(name)
    }

    /// The name of a text that was seen before.
    #[must_use]
    pub fn find(&self, text: &str) -> Option<Name> {
        self.find_bytes(text.as_bytes())
    }

    /// As [`Names::find`], for bytes that need not be text: those of no name find none.
    #[must_use]
    pub fn find_bytes(&self, text: &[u8]) -> Option<Name> {
        self.table
            .find(self.hasher.hash_one(text), |n| {
                self.arena.bytes(self.texts[n.index()]) == text
            })
            .copied()
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
