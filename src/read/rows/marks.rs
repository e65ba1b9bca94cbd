//! Where separators, line ends and quotes stand in a text, found 64 bytes at a time.

/// Bytes that are looked at together.
const BLOCK: usize = 64;

/// The places of the bytes that can end a cell or a record, in a buffer that slides over a text.
///
/// Looking for each of them on its own costs more than all else that is done with most cells.
#[derive(Debug)]
pub(super) struct Marks {
    /// The bytes that are looked for.
    wanted: [u8; 3],
    /// Places in the buffer, up to `count`; the rest is room.
    places: Vec<u32>,
    count: usize,
    /// Places before this one are done with.
    done: usize,
}

impl Marks {
    pub(super) fn new(wanted: [u8; 3]) -> Self {
        Self {
            wanted,
            places: Vec::new(),
            count: 0,
            done: 0,
        }
    }

    /// The places that are not yet done with.
    pub(super) fn rest(&self) -> &[u32] {
        &self.places[self.done..self.count]
    }

    /// Leaves `used` places, and whatever else stands before `from`.
    pub(super) fn leave(&mut self, used: usize, from: usize) {
        self.done = (self.done + used).min(self.count);
        while self.rest().first().is_some_and(|p| (*p as usize) < from) {
            self.done += 1;
        }
    }

    /// The text was moved `by` bytes to the front of its buffer; what was before it is gone.
    pub(super) fn slide(&mut self, by: usize) {
        self.leave(0, by);
        self.places.copy_within(self.done..self.count, 0);
        self.count -= self.done;
        self.done = 0;
        for place in &mut self.places[..self.count] {
            *place -= by as u32;
        }
    }

    /// Looks through text that was read into the buffer at `from`.
    pub(super) fn look(&mut self, text: &[u8], from: usize) {
        let room = self.count + text.len() + BLOCK;
        if self.places.len() < room {
            self.places.resize(room, 0);
        }
        let (blocks, rest) = text.as_chunks::<BLOCK>();
        let mut at = from;
        for block in blocks {
            self.push(mask(block, self.wanted), at);
            at += BLOCK;
        }
        let mut last = [0; BLOCK];
        last[..rest.len()].copy_from_slice(rest);
        let real = (1 << rest.len()) - 1;
        self.push(mask(&last, self.wanted) & real, at);
    }

    /// Keeps the places of the bits of a mask.
    fn push(&mut self, mut mask: u64, at: usize) {
        let Some(room) = self.places.get_mut(self.count..self.count + BLOCK) else {
            return;
        };
        let mut count = 0;
        while mask != 0 {
            room[count % BLOCK] = at as u32 + mask.trailing_zeros();
            count += 1;
            mask &= mask - 1;
        }
        self.count += count;
    }
}

/// One bit for each byte that is wanted.
fn mask(block: &[u8; BLOCK], [a, b, c]: [u8; 3]) -> u64 {
    // Written so that the compiler compares sixteen bytes and more at once.
    let mut hits = [0; BLOCK];
    for (hit, byte) in hits.iter_mut().zip(block) {
        *hit = u8::from((*byte == a) | (*byte == b) | (*byte == c));
    }
    let (eights, _) = hits.as_chunks::<8>();
    let mut mask = 0;
    for (n, eight) in eights.iter().enumerate() {
        // Gathers the lowest bits of eight bytes in the highest byte.
        let bits = u64::from_le_bytes(*eight).wrapping_mul(0x0102_0408_1020_4080) >> 56;
        mask |= bits << (8 * n);
    }
    mask
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_place_is_found_once(bytes in "[ab,\"\n\0]{0,300}", cut in 0_usize..300, by in 0_usize..300) {
            let bytes = bytes.as_bytes();
            let cut = cut.min(bytes.len());
            let by = by.min(cut);
            let mut marks = Marks::new(*b",\"\n");
            marks.look(&bytes[..cut], 0);
            marks.slide(by);
            marks.look(&bytes[cut..], cut - by);
            let found: Vec<usize> = marks.rest().iter().map(|p| *p as usize + by).collect();
            let expected: Vec<usize> = (by..bytes.len()).filter(|i| b",\"\n".contains(&bytes[*i])).collect();
            prop_assert_eq!(found, expected);
        }
    }
}
