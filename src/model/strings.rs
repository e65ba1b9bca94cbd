//! Where the text of the input stands: an append-only arena, and names that are kept once.

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
    #[inline]
    pub fn is_empty(self) -> bool {
        self == Self::EMPTY
    }

    /// The block of the text, and where its length stands in it, in front of its bytes.
    #[inline]
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
    #[inline]
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
    /// The first name: stands where a name is not looked up yet.
    pub const FIRST: Self = Self(std::num::NonZeroU32::MIN);

    /// Place in the order of first appearance, from 0: an index for side tables.
    #[must_use]
    #[inline]
    pub fn index(self) -> usize {
        self.0.get() as usize - 1
    }
}

/// Bytes of a name that stand in the table itself, the last of them for its length.
const HEAD: usize = 16;
/// Slots of the smallest table.
const SLOTS: usize = 64;

/// A place in the table of names. A name is looked up millions of times in no order, and every step
/// to another place in memory costs more than all the rest: most names are known by their slot
/// alone.
#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    /// Half of the hash, so that a table that grows need not read all texts again.
    hash: u32,
    /// The name; 0 in an empty slot.
    name: u32,
    head: [u8; HEAD],
}

/// All names of one kind; the key bytes are compared in full on every hit.
///
/// The table is open addressing with linear probing. Names stand in the order of their hashes, so
/// that growing it reads and writes memory from one end to the other.
#[derive(Debug, Default)]
pub struct Names {
    slots: Vec<Slot>,
    texts: Vec<Text>,
    arena: Strings,
    hasher: hashbrown::DefaultHashBuilder,
}

/// The first bytes of a text and its length: the whole of a short text.
#[inline]
fn head(text: &[u8]) -> [u8; HEAD] {
    let mut head = [0; HEAD];
    let kept = &text[..text.len().min(HEAD - 1)];
    match (kept.first_chunk::<8>(), kept.last_chunk::<8>()) {
        // Twice the same bytes in the middle cost less than a copy of any length.
        (Some(first), Some(last)) => {
            head[..8].copy_from_slice(first);
            head[kept.len() - 8..kept.len()].copy_from_slice(last);
        }
        _ => head[..kept.len()].copy_from_slice(kept),
    }
    head[HEAD - 1] = text.len().min(HEAD) as u8;
    head
}

/// The place of a hash in so many slots.
#[inline]
fn home(hash: u32, slots: usize) -> usize {
    ((u64::from(hash) * slots as u64) >> u32::BITS) as usize
}

impl Names {
    /// So many texts [`Names::intern_many`] takes.
    pub const MANY: usize = 64;

    /// As [`Names::intern`] for one after the other. Bytes that are no text get no name.
    ///
    /// All slots are touched first: memory answers for many of them in the time of one.
    pub fn intern_many(&mut self, texts: &[&[u8]; Self::MANY]) -> [Option<Name>; Self::MANY] {
        let hashes = texts.map(|text| self.hash(text));
        let touched = hashes.iter().map(|hash| {
            let slot = self.slots.get(home(*hash, self.slots.len()));
            slot.map_or(0, |slot| slot.name)
        });
        std::hint::black_box(touched.fold(0, |sum, name| sum ^ name));
        let mut names = [None; Self::MANY];
        for ((name, text), hash) in names.iter_mut().zip(texts).zip(hashes) {
            *name = self.intern_hashed(text, hash);
        }
        names
    }

    /// The name of a text, new if it was not seen before; `None` for an empty text.
    pub fn intern(&mut self, text: &str) -> Option<Name> {
        self.intern_hashed(text.as_bytes(), self.hash(text.as_bytes()))
    }

    fn intern_hashed(&mut self, text: &[u8], hash: u32) -> Option<Name> {
        if text.is_empty() {
            return None;
        }
        if let Some(name) = self.known(hash, text) {
            return Some(name);
        }
        let text = std::str::from_utf8(text).ok()?;
        // At most two thirds of the slots are taken, so that a free one is near.
        if self.slots.len() * 2 <= (self.texts.len() + 1) * 3 {
            self.grow();
        }
        let name = u32::try_from(self.texts.len()).ok()?.checked_add(1)?;
        self.texts.push(self.arena.add(text));
        let head = head(text.as_bytes());
        put(&mut self.slots, Slot { hash, name, head });
        std::num::NonZeroU32::new(name).map(Name)
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
        let head = head(text);
        let mut place = home(hash, self.slots.len());
        loop {
            let slot = self.slots.get(place)?;
            // Gives None for the name 0, which ends the search: there always is a free slot.
            let name = Name(std::num::NonZeroU32::new(slot.name)?);
            let same = slot.hash == hash && slot.head == head;
            if same && (text.len() < HEAD || self.get(name).as_bytes() == text) {
                return Some(name);
            }
            place = if place + 1 < self.slots.len() {
                place + 1
            } else {
                0
            };
        }
    }

    /// Half as many slots again.
    fn grow(&mut self) {
        let more = (self.slots.len() + self.slots.len() / 2).max(SLOTS);
        let old = std::mem::replace(&mut self.slots, vec![Slot::default(); more]);
        for slot in old.into_iter().filter(|slot| slot.name > 0) {
            put(&mut self.slots, slot);
        }
    }

    /// The text of a name.
    #[must_use]
    #[inline]
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
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }
}

/// Puts a name into the first free slot from its home on; there always is one.
fn put(slots: &mut [Slot], slot: Slot) {
    let (before, after) = slots.split_at_mut(home(slot.hash, slots.len()));
    let mut places = after.iter_mut().chain(before);
    if let Some(free) = places.find(|place| place.name == 0) {
        *free = slot;
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
    fn many_names_are_those_of_one_after_the_other() {
        let (mut many, mut one) = (Names::default(), Names::default());
        for round in 0..200 {
            let long = "x".repeat(round % 40);
            let texts: Vec<String> = (0..Names::MANY)
                .map(|n| format!("{long}{}", (n * 7 + round * 3) % 500))
                .collect();
            let mut bytes = [[].as_slice(); Names::MANY];
            for (bytes, text) in bytes.iter_mut().zip(&texts) {
                *bytes = text.as_bytes();
            }
            let expected: Vec<_> = texts.iter().map(|text| one.intern(text)).collect();
            assert_eq!(many.intern_many(&bytes).to_vec(), expected);
        }
        assert!(many.iter().all(|name| many.get(name) == one.get(name)));
        assert_eq!(many.intern_many(&[b"\xff"; Names::MANY])[0], None);
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
