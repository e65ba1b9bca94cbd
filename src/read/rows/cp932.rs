//! CP932 to text through one table: `encoding_rs` keeps its own small and is slower for it.

use encoding_rs::{SHIFT_JIS, UTF_8};
use std::sync::LazyLock;

/// UTF-8 of one character, and its length in the last byte; 0 where there is no character.
type Unit = [u8; 4];

/// What stands in the table for the first byte of a code of two.
const PAIR: Unit = [0, 0, 0, 4];
/// First byte of the first code of two bytes.
const FIRST: u8 = 0x81;

/// All characters as `encoding_rs` has them: first the codes of one byte, then those of two by
/// their first byte.
static UNITS: LazyLock<Vec<Unit>> = LazyLock::new(|| {
    let lead = |b: u8| matches!(b, 0x81..=0x9f | 0xe0..=0xfc);
    let one = (0..=u8::MAX).map(|b| if lead(b) { PAIR } else { unit(&[b]) });
    let two = (FIRST..=0xfc).flat_map(|a| (0..=u8::MAX).map(move |b| [a, b]));
    let two = two.map(|code| match code {
        [a, 0x40..=0xfc] if lead(a) => unit(&code),
        _ => Unit::default(),
    });
    one.chain(two).collect()
});

fn unit(code: &[u8]) -> Unit {
    let text = SHIFT_JIS.decode_without_bom_handling_and_without_replacement(code);
    let mut unit = Unit::default();
    match text.as_deref().map(str::as_bytes) {
        Some(text) if text.len() < unit.len() => {
            unit[..text.len()].copy_from_slice(text);
            unit[3] = text.len() as u8;
        }
        _ => {}
    }
    unit
}

/// Bytes of text that are decoded without asking for memory first: more than a title has.
const ROOM: usize = 1024;

/// The text of CP932; `None` for bytes that are no CP932 in full.
pub(super) fn decode(raw: &[u8]) -> Option<String> {
    // A half-width kana of one byte becomes three, and a whole unit is written each time.
    let most = raw.len() * 3 + 4;
    let (mut room, mut more) = ([0; ROOM], Vec::new());
    let text = match room.get_mut(..most) {
        Some(room) => room,
        None => {
            more.resize(most, 0);
            &mut more[..]
        }
    };
    let end = decode_into(raw, text)?;
    // Units of UTF-8 make UTF-8; this looks at it faster than the standard library.
    let text = UTF_8.decode_without_bom_handling_and_without_replacement(text.get(..end)?)?;
    Some(text.into_owned())
}

/// Writes the text and gives its length.
fn decode_into(mut raw: &[u8], text: &mut [u8]) -> Option<usize> {
    let units: &[Unit] = &UNITS;
    let mut end = 0;
    while let [lead, rest @ ..] = raw {
        let mut unit = units[usize::from(*lead)];
        raw = rest;
        if unit == PAIR {
            let (trail, rest) = rest.split_first()?;
            let code = usize::from(lead - FIRST) << 8 | usize::from(*trail);
            unit = *units.get(256 + code)?;
            raw = rest;
        }
        text.get_mut(end..end + 4)?.copy_from_slice(&unit);
        end += usize::from(unit[3]);
        if unit[3] == 0 {
            return None;
        }
    }
    Some(end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn same(raw: &[u8]) {
        let expected = SHIFT_JIS.decode_without_bom_handling_and_without_replacement(raw);
        match decode(raw) {
            Some(text) => assert_eq!(Some(text), expected.map(String::from), "{raw:x?}"),
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
