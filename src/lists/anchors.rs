//! Many words searched at once: by their first two characters, then compared.
//!
//! Words are looked for where a character begins, so that nearly every place of a text is refused
//! by two looks into small tables. An automaton over all words takes megabytes, and is built at
//! every start.

use hashbrown::HashMap;

/// Bytes of a word that are compared at once.
const HEAD: usize = 8;
/// Words of which so many begin alike are compared one by one.
const FEW: usize = 8;
/// Bits that tell the first two characters of words: as many as stay in the nearest cache.
const PAIRS: u32 = 17;
/// Bits that tell words of one character.
const SINGLES: u32 = 12;
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

/// A set of numbers that may say yes too often, never no wrongly.
#[derive(Clone, Debug, Default)]
struct Bits {
    words: Vec<u64>,
    shift: u32,
}

impl Bits {
    fn new(bits: u32) -> Self {
        Self {
            words: vec![0; 1 << (bits - 6)],
            shift: u64::BITS - bits,
        }
    }

    #[inline]
    fn place(&self, key: u64) -> usize {
        (key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> self.shift) as usize
    }

    fn insert(&mut self, key: u64) {
        let place = self.place(key);
        self.words[place / 64] |= 1 << (place % 64);
    }

    #[inline]
    fn may_have(&self, key: u64) -> bool {
        let place = self.place(key);
        let word = self.words.get(place / 64).copied().unwrap_or(0);
        word >> (place % 64) & 1 == 1
    }
}

/// Words, to be found where they stand in a text.
#[derive(Clone, Debug, Default)]
pub(super) struct Anchors {
    bytes: Vec<u8>,
    /// In the order of their bytes.
    slots: Vec<Slot>,
    pairs: Bits,
    singles: Bits,
    /// Slots from and to, by their first two characters.
    groups: HashMap<u64, (u32, u32)>,
}

/// The character that begins a text of UTF-8 with three bytes of room behind it, as its bytes, and
/// their number.
#[inline]
fn first_char(text: &[u8]) -> (u32, usize) {
    /// Lengths by the upper half of the first byte, four bits each.
    const LENGTHS: u64 = 0x4322_1111_1111_1111;
    let Some(bytes) = text.first_chunk() else {
        return (0, 1);
    };
    let bytes = u32::from_le_bytes(*bytes);
    let length = (LENGTHS >> ((bytes >> 4 & 0xf) * 4) & 7) as u32;
    (
        bytes & (u32::MAX >> (u32::BITS - 8 * length)),
        length as usize,
    )
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
        let mut anchors = Self {
            pairs: Bits::new(PAIRS),
            singles: Bits::new(SINGLES),
            ..Self::default()
        };
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
        let char = |from: usize| match word.get(from..).and_then(|rest| rest.chars().next()) {
            None => (NONE, 0),
            Some(c) => {
                let mut room = [0; 4];
                c.encode_utf8(&mut room);
                first_char(&room)
            }
        };
        let (first, length) = char(0);
        let (second, _) = char(length);
        let key = key(first, second);
        if second == NONE {
            self.singles.insert(u64::from(first));
        } else {
            self.pairs.insert(key);
        }
        self.groups.entry(key).or_insert((slot, slot)).1 = slot + 1;
        Ok(())
    }

    /// Gives the number and the span of every word that stands in a text of UTF-8; the text is
    /// followed by at least [`Anchors::ROOM`] zeros.
    pub(super) fn each(&self, padded: &[u8], mut found: impl FnMut(usize, usize, usize)) {
        let mut at = 0;
        let (mut code, mut length) = first_char(padded);
        while at + Self::ROOM < padded.len() {
            let next = at + length;
            let following = first_char(padded.get(next..).unwrap_or_default());
            let pair = key(code, following.0);
            let mut found = |slot: &Slot| {
                found(slot.word as usize, at, at + slot.length as usize);
            };
            if self.pairs.may_have(pair) {
                let known = length + following.1;
                self.compare(pair, known, &padded[at..], &mut found);
            }
            if self.singles.may_have(u64::from(code)) {
                self.compare(key(code, NONE), length, &padded[at..], &mut found);
            }
            at = next;
            (code, length) = following;
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
        let mut found = Vec::new();
        anchors.each(&padded, |word, from, to| found.push((word, from, to)));
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
            words in prop::collection::vec("[a検]{1,12}", 0..80),
            text in "\\PC{0,5}[a検]{0,30}\\PC{0,5}",
        ) {
            same(&sorted(words), &text);
        }
    }
}
