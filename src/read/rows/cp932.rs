//! CP932 to text through one table: `encoding_rs` keeps its own small and is slower for it.

use encoding_rs::{SHIFT_JIS, UTF_8};
use std::sync::LazyLock;

/// What two bytes begin with: the UTF-8 of one character in the lower three bytes, its length, and
/// how many of the two it takes.
type Unit = u32;

/// There is no such character.
const BAD: Unit = 1 << 27;
/// Where the length of the UTF-8 stands, two bits.
const LENGTH: u32 = 28;
/// Where the length of the code stands, two bits.
const TAKEN: u32 = 30;

/// All characters as `encoding_rs` has them, by two bytes: no branch asks whether a code has one
/// or two of them, which nothing could foresee in a title of kanji and Latin letters.
static UNITS: LazyLock<Box<[Unit; 1 << 16]>> = LazyLock::new(|| {
    let mut units = Box::new([BAD | 1 << TAKEN; 1 << 16]);
    let (leads, ones): (Vec<u8>, Vec<u8>) =
        (0..=u8::MAX).partition(|b| matches!(b, 0x81..=0x9f | 0xe0..=0xfc));
    for one in ones {
        let (text, _) = SHIFT_JIS.decode_without_bom_handling(std::slice::from_ref(&one));
        let from = usize::from(one) << 8;
        units[from..from + 256].fill(unit(text.as_bytes(), 1));
    }
    for lead in leads {
        // No code ends with a line end, so that what has none is told from its neighbours.
        let mut codes = Vec::with_capacity(3 << 8);
        for trail in 0..=u8::MAX {
            codes.extend_from_slice(&[lead, trail.max(b' '), b'\n']);
        }
        let (text, _) = SHIFT_JIS.decode_without_bom_handling(&codes);
        let from = usize::from(lead) << 8;
        let texts = text.as_bytes().split(|b| *b == b'\n');
        for (place, text) in units[from..from + 256].iter_mut().zip(texts) {
            *place = unit(text, 2);
        }
    }
    units
});

/// The unit of a text that is one character of so many bytes.
fn unit(text: &[u8], taken: Unit) -> Unit {
    let (bytes, length) = match *text {
        [a] => ([a, 0, 0, 0], 1),
        [a, b] => ([a, b, 0, 0], 2),
        [0xef, 0xbf, 0xbd] => return BAD | 1 << TAKEN,
        [a, b, c] => ([a, b, c, 0], 3),
        _ => return BAD | 1 << TAKEN,
    };
    Unit::from_le_bytes(bytes) | length << LENGTH | taken << TAKEN
}

/// Bytes that are decoded at once: more than most titles have.
const PIECE: usize = 256;
/// Room for their text: a half-width kana of one byte becomes three.
const ROOM: usize = 4 * PIECE;
/// A unit is written as a whole.
const UNIT: usize = size_of::<Unit>();

/// The text of CP932, written into `room`; `None` for bytes that are no CP932 in full.
pub(super) fn decode<'t>(raw: &[u8], room: &'t mut Vec<u8>) -> Option<&'t str> {
    let (mut rest, mut end) = (raw, 0);
    while !rest.is_empty() {
        if room.len() < end + ROOM + UNIT {
            room.resize(end + ROOM + UNIT, 0);
        }
        let (taken, written) = piece(rest, room.get_mut(end..)?.first_chunk_mut()?)?;
        rest = rest.get(taken..)?;
        end += written;
    }
    // Units of UTF-8 make UTF-8; this looks at it faster than the standard library.
    match UTF_8.decode_without_bom_handling_and_without_replacement(room.get(..end)?)? {
        std::borrow::Cow::Borrowed(text) => Some(text),
        std::borrow::Cow::Owned(_) => None,
    }
}

/// Decodes the first bytes; gives how many, and the length of their text.
fn piece(raw: &[u8], text: &mut [u8; ROOM + UNIT]) -> Option<(usize, usize)> {
    let units: &[Unit; 1 << 16] = &UNITS;
    // Behind the end stands what is no second byte.
    let mut codes = [0; PIECE + 1];
    let length = raw.len().min(PIECE + 1);
    codes[..length].copy_from_slice(&raw[..length]);
    let stop = length.min(PIECE);
    let (mut at, mut end, mut seen) = (0, 0, 0);
    while at < stop {
        let code = u16::from_be_bytes([codes[at % PIECE], codes[at % PIECE + 1]]);
        let unit = units[usize::from(code)];
        // The room is never full; this only says so.
        let from = end % ROOM;
        text[from..from + UNIT].copy_from_slice(&unit.to_le_bytes());
        end += (unit >> LENGTH & 3) as usize;
        at += (unit >> TAKEN) as usize;
        seen |= unit;
    }
    (seen & BAD == 0).then_some((at, end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn same(raw: &[u8]) {
        let expected = SHIFT_JIS.decode_without_bom_handling_and_without_replacement(raw);
        match decode(raw, &mut Vec::new()) {
            Some(text) => assert_eq!(Some(text), expected.as_deref(), "{raw:x?}"),
            None => assert!(expected.is_none(), "{raw:x?}"),
        }
    }

    #[test]
    fn every_code_is_that_of_encoding_rs() {
        for lead in 0..=u8::MAX {
            same(&[lead]);
            for trail in 0..=u8::MAX {
                same(&[lead, trail]);
                same(&[b'a', lead, trail, 0x8c, 0x9f]);
            }
        }
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_as_encoding_rs_does(raw: Vec<u8>) {
            same(&raw);
        }
    }
}
