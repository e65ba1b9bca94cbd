//! Where separators, line ends and quotes stand in a text, found 64 bytes at a time.

use super::record::Span;

/// Bytes that are looked at together.
const BLOCK: usize = 64;
/// Bytes for whose marks there is room at a time; each may be one.
const PART: usize = 16 * BLOCK;

/// The places of the bytes that can end a cell or a record, in a buffer that slides over a text.
///
/// Looking for each of them on its own costs more than all else that is done with most cells. Each
/// is kept with the text in front of it: where no quote stands, that is a cell.
#[derive(Debug)]
pub(super) struct Marks {
    /// The bytes that are looked for.
    wanted: [u8; 3],
    /// From behind the mark before to the mark itself, up to `count`; the rest is room.
    spans: Vec<Span>,
    count: usize,
    /// Marks before this one are done with.
    done: usize,
    /// Behind the last mark.
    next: u32,
}

impl Marks {
    pub(super) fn new(wanted: [u8; 3]) -> Self {
        Self {
            wanted,
            spans: Vec::new(),
            count: 0,
            done: 0,
            next: 0,
        }
    }

    /// The marks that are not yet done with, each as the end of its span.
    pub(super) fn rest(&self) -> &[Span] {
        &self.spans[self.done..self.count]
    }

    /// The last marks that were left.
    pub(super) fn left(&self, marks: usize) -> &[Span] {
        &self.spans[self.done.saturating_sub(marks)..self.done]
    }

    /// Takes the next marks for the cells of a record that lies in the text from `from` to `to`.
    #[inline]
    pub(super) fn take(&mut self, cells: usize, from: usize, to: usize) {
        if let [first, ..] = &mut self.spans[self.done..] {
            first.from = from as u32;
        }
        self.done += cells;
        if let [.., last] = &mut self.spans[..self.done] {
            last.to = to as u32;
        }
    }

    /// Leaves `used` marks, and whatever else stands before `from`.
    pub(super) fn leave(&mut self, used: usize, from: usize) {
        self.done = (self.done + used).min(self.count);
        while self.rest().first().is_some_and(|m| (m.to as usize) < from) {
            self.done += 1;
        }
    }

    /// The text was moved `by` bytes to the front of its buffer; what was before it is gone.
    pub(super) fn slide(&mut self, by: usize) {
        self.leave(0, by);
        self.spans.copy_within(self.done..self.count, 0);
        self.count -= self.done;
        self.done = 0;
        let by = by as u32;
        for span in &mut self.spans[..self.count] {
            // The first may begin in the text that is gone.
            *span = Span {
                from: span.from.saturating_sub(by),
                to: span.to - by,
            };
        }
        self.next = self.next.saturating_sub(by);
    }

    /// Looks through text that was read into the buffer at `from`.
    pub(super) fn look(&mut self, text: &[u8], from: usize) {
        match self.wanted {
            [a, b, c] if b == c => self.look_for([a, b], text, from),
            wanted => self.look_for(wanted, text, from),
        }
    }

    fn look_for<const WANTED: usize>(&mut self, wanted: [u8; WANTED], text: &[u8], from: usize) {
        let mut at = from as u32;
        for part in text.chunks(PART) {
            if self.spans.len() < self.count + PART {
                self.spans.resize(2 * (self.count + PART), Span::default());
            }
            let Some(room) = self.spans[self.count..].first_chunk_mut::<PART>() else {
                return;
            };
            let (mut count, mut from) = (0, self.next);
            let mut keep = |mut mask: u64, at: u32| {
                while mask != 0 {
                    let to = at + mask.trailing_zeros();
                    room[count % PART] = Span { from, to };
                    from = to + 1;
                    count += 1;
                    mask &= mask - 1;
                }
            };
            let (blocks, rest) = part.as_chunks::<BLOCK>();
            for block in blocks {
                keep(mask(block, wanted), at);
                at += BLOCK as u32;
            }
            if !rest.is_empty() {
                let mut last = [0; BLOCK];
                last[..rest.len()].copy_from_slice(rest);
                let real = (1 << rest.len()) - 1;
                keep(mask(&last, wanted) & real, at);
            }
            (self.count, self.next) = (self.count + count, from);
        }
    }
}

/// For each byte of a block one bit: that of its eight.
const BITS: [u8; BLOCK] = {
    let mut bits = [0; BLOCK];
    let mut place = 0;
    while place < BLOCK {
        bits[place] = 1 << (place / 8);
        place += 1;
    }
    bits
};

/// One bit for each byte that is wanted.
#[inline]
fn mask<const WANTED: usize>(block: &[u8; BLOCK], wanted: [u8; WANTED]) -> u64 {
    // Written so that the compiler compares sixteen bytes and more at once.
    let mut hits = [0; BLOCK];
    for ((hit, byte), bit) in hits.iter_mut().zip(block).zip(&BITS) {
        let found = wanted.iter().fold(false, |found, w| found | (byte == w));
        *hit = u8::from(found).wrapping_neg() & bit;
    }
    let (eights, _) = hits.as_chunks::<8>();
    let rows = eights
        .iter()
        .fold(0, |rows, e| rows | u64::from_le_bytes(*e));
    if rows == 0 { 0 } else { transposed(rows) }
}

/// Bit `a` of byte `b` becomes bit `b` of byte `a` (Hacker's Delight, section 7-3).
fn transposed(mut bits: u64) -> u64 {
    for (by, kept) in [
        (7, 0x00aa_00aa_00aa_00aa),
        (14, 0x0000_cccc_0000_cccc),
        (28, 0x0000_0000_f0f0_f0f0),
    ] {
        let swap = (bits ^ (bits >> by)) & kept;
        bits ^= swap ^ (swap << by);
    }
    bits
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
            let found: Vec<usize> = marks.rest().iter().map(|m| m.to as usize + by).collect();
            let expected: Vec<usize> = (by..bytes.len()).filter(|i| b",\"\n".contains(&bytes[*i])).collect();
            prop_assert_eq!(&found, &expected);
            let begins: Vec<usize> = marks.rest().iter().map(|m| m.from as usize + by).collect();
            let behind = found.iter().map(|place| place + 1);
            prop_assert!(begins.iter().skip(1).copied().eq(behind.take(begins.len().saturating_sub(1))));
        }
    }
}
