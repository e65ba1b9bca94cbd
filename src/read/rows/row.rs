//! One row as the reader lends it: raw cells, decoded one by one when asked for.

use super::record::Span;
use super::split::Record;
use super::{Fault, cp932};
use encoding_rs::{Encoding, SHIFT_JIS, UTF_8};
use std::borrow::Cow;

/// One row, borrowed from the reader's buffer.
#[derive(Clone, Copy, Debug)]
pub struct Row<'r> {
    pub(super) record: Record,
    pub(super) text: &'r [u8],
    pub(super) spans: &'r [Span],
    /// Encoding of `text`.
    pub(super) encoding: &'static Encoding,
    /// The text was decoded before it was split: what could not be is U+FFFD by now.
    pub(super) transcoded: bool,
}

impl<'r> Row<'r> {
    /// Physical line on which the row begins (row of the sheet), from 1.
    #[must_use]
    pub fn line(&self) -> u32 {
        self.record.line
    }

    /// Number of cells.
    #[must_use]
    pub fn len(&self) -> usize {
        self.spans.len()
    }

    /// True for a row without cells; the reader never gives one.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    /// True when every cell is empty or ASCII blanks, such as the `,,,,` that Excel leaves behind.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        (0..self.len()).all(|i| self.raw(i).iter().all(u8::is_ascii_whitespace))
    }

    /// The decoded cell, not trimmed; empty past the end. ASCII and right UTF-8 are borrowed.
    /// Bytes that the encoding does not have become U+FFFD; only then [`Row::undecodable`] is
    /// worth asking.
    #[must_use]
    pub fn cell(&self, i: usize) -> Cow<'r, str> {
        let raw = self.raw(i);
        if self.encoding == UTF_8 || raw.is_ascii() {
            return match std::str::from_utf8(raw) {
                Ok(text) => Cow::Borrowed(text),
                Err(_) => String::from_utf8_lossy(raw),
            };
        }
        if self.encoding == SHIFT_JIS
            && let Some(text) = cp932::decode(raw, &mut Vec::new())
        {
            return Cow::Owned(text.to_owned());
        }
        self.encoding.decode_without_bom_handling(raw).0
    }

    /// The text of a cell that is all in its encoding, where it can be lent; `None` says nothing.
    #[must_use]
    pub fn lent(&self, i: usize) -> Option<&'r str> {
        let raw = self.raw(i);
        let utf8 = self.encoding == UTF_8 && !self.transcoded;
        (utf8 || raw.is_ascii()).then(|| std::str::from_utf8(raw).ok())?
    }

    /// As [`Row::lent`], or decoded into `room`.
    #[must_use]
    pub fn sound<'t>(&self, i: usize, room: &'t mut Vec<u8>) -> Option<&'t str>
    where
        'r: 't,
    {
        match self.lent(i) {
            None if self.encoding == SHIFT_JIS => cp932::decode(self.raw(i), room),
            lent => lent,
        }
    }

    /// The cell's bytes in the file's encoding (UTF-8 where the file had to be transcoded, and in a
    /// workbook); empty past the end.
    #[must_use]
    pub fn raw(&self, i: usize) -> &'r [u8] {
        let span = self.spans.get(i).copied().unwrap_or_default();
        self.text
            .get(span.from as usize..span.to as usize)
            .unwrap_or_default()
    }

    /// True when the cell has bytes that its encoding does not have. A U+FFFD that stands in the
    /// file itself is not meant, except in a file that had to be transcoded (UTF-16, ISO-2022-JP),
    /// where the two cannot be told apart.
    #[must_use]
    pub fn undecodable(&self, i: usize) -> bool {
        let raw = self.raw(i);
        if self.encoding != UTF_8 {
            return self.encoding.decode_without_bom_handling(raw).1;
        }
        match std::str::from_utf8(raw) {
            Ok(text) => self.transcoded && text.contains(char::REPLACEMENT_CHARACTER),
            Err(_) => true,
        }
    }

    /// What is wrong with the shape of the row, if anything.
    #[must_use]
    pub fn fault(&self) -> Option<Fault> {
        self.record.fault
    }

    /// Bytes of (unpacked) text before this row: for progress against [`super::Table::bytes`].
    #[must_use]
    pub fn offset(&self) -> u64 {
        self.record.offset
    }
}
