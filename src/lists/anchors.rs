//! Many words searched at once: by their first two characters, then compared.
//!
//! Words are looked for where a character begins, so that nearly every place of a text is refused
//! by two looks into small tables. An automaton over all words takes megabytes, and is built at
//! every start.

use crate::text::Spot;
use hashbrown::HashMap;

/// Bytes of a word that are compared at once.
const HEAD: usize = 8;
/// Words of which so many begin alike are compared one by one.
const FEW: usize = 32;
/// Stands for the second character of such a word.
const NONE: u32 = u32::MAX;

/// A word.
#[derive(Clone, Copy, Debug)]
struct Slot {
    /// Its first bytes, and ones where it has bytes.
    head: u64,
    mask: u64,
    /// Where it stands among the bytes of all words.
    from: u32,
    length: u32,
    /// Its number.
    word: u32,
}

/// Words of bits that tell the first two characters of words: as many as stay in the nearest cache.
const PAIRS: usize = 1 << 11;
/// Words of bits that tell words of one character.
const SINGLES: usize = 1 << 6;

/// A set of numbers that may say yes too often, never no wrongly; of fixed size, so that no place in
/// it has to be checked.
#[derive(Clone, Debug)]
struct Bits<const N: usize>(Box<[u64; N]>);

impl<const N: usize> Default for Bits<N> {
    fn default() -> Self {
        let words = vec![0; N].try_into();
        Self(words.unwrap_or_else(|_| Box::new([0; N])))
    }
}

impl<const N: usize> Bits<N> {
    fn insert(&mut self, place: usize) {
        self.0[place / 64 % N] |= 1 << (place % 64);
    }

    #[inline]
    fn may_have(&self, place: usize) -> bool {
        self.0[place / 64 % N] >> (place % 64) & 1 == 1
    }
}

/// The place of a key among the bits of pairs.
#[inline]
fn pair_place(key: u64) -> usize {
    (key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (u64::BITS - 17)) as usize
}

/// The place of three characters among the bits of triples.
#[inline]
fn triple_place(pair: u64, third: u32) -> usize {
    pair_place(pair.rotate_left(21) ^ u64::from(third).wrapping_mul(0xff51_afd7_ed55_8ccd))
}

/// The place of a character among the bits of single ones: of its bytes the last tell it best.
#[inline]
fn single_place(character: u32) -> usize {
    (character ^ character >> 8 ^ character >> 10) as usize
}

/// Words, to be found where they stand in a text.
#[derive(Clone, Debug, Default)]
pub(super) struct Anchors {
    bytes: Vec<u8>,
    /// In the order of their bytes.
    slots: Vec<Slot>,
    pairs: Bits<PAIRS>,
    singles: Bits<SINGLES>,
    /// Words of two characters, and the first three characters of all longer ones: what begins like
    /// a word seldom goes on like one.
    twos: Bits<PAIRS>,
    triples: Bits<PAIRS>,
    /// Slots from and to, by their first two characters.
    groups: HashMap<u64, (u32, u32)>,
}

#[inline]
fn key(first: u32, second: u32) -> u64 {
    u64::from(first) << 32 | u64::from(second)
}

impl Anchors {
    /// Zeros that a text needs behind it.
    pub(super) const ROOM: usize = HEAD;

    /// Takes words that have a character each, sorted by their bytes.
    ///
    /// # Errors
    /// When they are larger than 4 GB.
    pub(super) fn build(words: &[String]) -> Result<Self, String> {
        let mut anchors = Self::default();
        for (number, word) in words.iter().enumerate() {
            anchors.add(number as u32, word)?;
        }
        Ok(anchors)
    }

    fn add(&mut self, number: u32, word: &str) -> Result<(), String> {
        let from = self.bytes.len() as u32;
        self.bytes.extend_from_slice(word.as_bytes());
        u32::try_from(self.bytes.len()).map_err(|e| e.to_string())?;
        let mut head = [0; HEAD];
        let kept = word.len().min(HEAD);
        head[..kept].copy_from_slice(&word.as_bytes()[..kept]);
        let slot = self.slots.len() as u32;
        self.slots.push(Slot {
            head: u64::from_le_bytes(head),
            mask: u64::MAX >> (8 * (HEAD - kept)),
            from,
            length: word.len() as u32,
            word: number,
        });
        let mut codes = word.chars().map(|c| Spot::new(c, 0).code);
        let mut code = || codes.next().unwrap_or(NONE);
        let (first, second, third) = (code(), code(), code());
        let key = key(first, second);
        if second == NONE {
            self.singles.insert(single_place(first));
        } else {
            self.pairs.insert(pair_place(key));
            match third {
                NONE => self.twos.insert(pair_place(key)),
                _ => self.triples.insert(triple_place(key, third)),
            }
        }
        self.groups.entry(key).or_insert((slot, slot)).1 = slot + 1;
        Ok(())
    }

    /// Gives the number and the span of every word that stands in a text: its characters with two
    /// zeros behind them, and its bytes with [`Anchors::ROOM`] of them.
    pub(super) fn each(
        &self,
        spots: &[Spot],
        padded: &[u8],
        mut found: impl FnMut(usize, usize, usize),
    ) {
        for [first, second, third] in spots.array_windows() {
            let pair = key(first.code, second.code);
            let place = pair_place(pair);
            let goes_on = || self.triples.may_have(triple_place(pair, third.code));
            let two = self.pairs.may_have(place) && (self.twos.may_have(place) || goes_on());
            let one = self.singles.may_have(single_place(first.code));
            if two || one {
                let (at, rest) = (first.at as usize, &padded[first.at as usize..]);
                let mut found = |slot: &Slot| {
                    found(slot.word as usize, at, at + slot.length as usize);
                };
                if two {
                    self.compare(pair, third.at as usize - at, rest, &mut found);
                }
                if one {
                    let key = key(first.code, NONE);
                    self.compare(key, second.at as usize - at, rest, &mut found);
                }
            }
        }
    }

    fn word(&self, slot: &Slot) -> &[u8] {
        let from = slot.from as usize;
        &self.bytes[from..from + slot.length as usize]
    }

    /// Gives the words with those first characters, of so many bytes, that a text begins with.
    #[inline(never)]
    fn compare(&self, key: u64, mut depth: usize, padded: &[u8], found: &mut impl FnMut(&Slot)) {
        let (Some((from, to)), Some(head)) = (self.groups.get(&key), padded.first_chunk()) else {
            return;
        };
        let head = u64::from_le_bytes(*head);
        let text = &padded[..padded.len() - Self::ROOM];
        let mut slots = &self.slots[*from as usize..*to as usize];
        // In a long list the words that begin with the text's next bytes are looked up.
        while slots.len() > FEW && depth <= text.len() {
            // Those that end here stand first.
            let ends = |slot: &&Slot| slot.length as usize == depth;
            let (ended, longer) = slots.split_at(slots.iter().take_while(ends).count());
            ended.iter().for_each(&mut *found);
            let Some(byte) = text.get(depth) else { return };
            let low = longer.partition_point(|slot| self.word(slot)[depth] < *byte);
            let high = longer.partition_point(|slot| self.word(slot)[depth] <= *byte);
            slots = &longer[low..high];
            depth += 1;
        }
        for slot in slots {
            let length = slot.length as usize;
            // The zeros behind the text may look like a word.
            if head & slot.mask == slot.head
                && length <= text.len()
                && (length <= HEAD || text.starts_with(self.word(slot)))
            {
                found(slot);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn same(words: &[String], text: &str) {
        let anchors = Anchors::build(words).unwrap();
        let mut padded = text.as_bytes().to_vec();
        padded.resize(padded.len() + Anchors::ROOM, 0);
        let beyond = [text.len(), text.len() + 1].map(|at| (at, '\0'));
        let spots = text.char_indices().chain(beyond);
        let spots: Vec<Spot> = spots.map(|(at, c)| Spot::new(c, at)).collect();
        let mut found = Vec::new();
        anchors.each(&spots, &padded, |word, from, to| {
            found.push((word, from, to))
        });
        found.sort_unstable();
        let mut expected = Vec::new();
        for (number, word) in words.iter().enumerate() {
            for (from, _) in text.char_indices() {
                if text[from..].starts_with(word.as_str()) {
                    expected.push((number, from, from + word.len()));
                }
            }
        }
        assert_eq!(found, expected, "{words:?} {text:?}");
    }

    fn sorted(mut words: Vec<String>) -> Vec<String> {
        words.sort();
        words.dedup();
        words
    }

    proptest! {
        #[test]
        fn every_place_of_every_word_is_found(
            words in prop::collection::vec("[ab\0アイ検é🎉]{1,5}", 0..60),
            text in "[ab\0アイ検é🎉]{0,40}",
        ) {
            same(&sorted(words), &text);
        }

        #[test]
        fn long_words_and_any_text_are_compared_in_full(
            words in prop::collection::vec("[a検]{1,12}", 0..300),
            text in "\\PC{0,5}[a検]{0,30}\\PC{0,5}",
        ) {
            same(&sorted(words), &text);
        }
    }
}
