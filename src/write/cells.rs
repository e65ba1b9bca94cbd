//! Cells of a CSV row: escaped, disarmed, cut and quoted, each byte looked at once where it can be.

use super::escape;
use super::words::push_number;

/// Most characters of a cell. Source: Excel specifications and limits (32,767 per cell).
pub(super) const CELL: usize = 32_000;

/// A row that is being written behind other rows.
pub(super) struct Row<'t> {
    text: &'t mut String,
}

impl<'t> Row<'t> {
    pub(super) fn new(text: &'t mut String) -> Self {
        Self { text }
    }

    /// A cell of free text.
    #[inline]
    pub(super) fn text(&mut self, text: &str) {
        encode(self.text, text);
        self.text.push(',');
    }

    /// A cell of free text that is put together where it will stand.
    #[inline]
    pub(super) fn cell(&mut self, write: impl FnOnce(&mut String)) {
        let start = self.text.len();
        write(self.text);
        if Cell::of(&self.text[start..]) != Cell::Plain {
            let cell = self.text.split_off(start);
            encode(self.text, &cell);
        }
        self.text.push(',');
    }

    /// A cell that must stay the text it is.
    pub(super) fn id(&mut self, id: &str) {
        if escape::is_remade(id) {
            encode_behind(self.text, "'", id);
            self.text.push(',');
        } else {
            self.text(id);
        }
    }

    /// A bare number, or nothing.
    #[inline]
    pub(super) fn number(&mut self, number: Option<i64>) {
        if let Some(number) = number {
            push_number(self.text, number);
        }
        self.text.push(',');
    }

    /// A cell that is encoded already, or several.
    #[inline]
    pub(super) fn raw(&mut self, cell: &str) {
        self.text.push_str(cell);
        self.text.push(',');
    }

    /// Ends the row: the comma behind the last cell gives way to CRLF.
    pub(super) fn end(self) {
        self.text.pop();
        self.text.push_str("\r\n");
    }
}

/// Appends one cell: acting characters escaped, formulas disarmed, cut to a spreadsheet's limit,
/// quoted where a comma or a quote stands in it.
pub(super) fn encode(row: &mut String, text: &str) {
    match Cell::of(text) {
        Cell::Plain => row.push_str(text),
        Cell::Quoted => {
            quoted(row, "", text);
            row.push('"');
        }
        Cell::Odd => encode_odd(row, text),
    }
}

/// How a text becomes a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cell {
    /// As it stands, which nearly all do.
    Plain,
    /// In quotes.
    Quoted,
    /// With all care.
    Odd,
}

impl Cell {
    fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let (Some(first), Some(last)) = (bytes.first(), bytes.last()) else {
            return Self::Plain;
        };
        // No formula begins with these: digits, letters, kanji.
        let harmless = first.is_ascii_alphanumeric() || matches!(first, 0xe4..=0xe9);
        if bytes.len() > CELL || (!harmless && escape::is_formula(text)) {
            return Self::Odd;
        }
        let edged = *first == b' ' || *last == b' ';
        let seen = match is_short_ascii(bytes) {
            true => Seen::default(),
            false => Seen::in_all(bytes),
        };
        match seen.acts && escape::first_acting(text).is_some() {
            true => Self::Odd,
            false if seen.special || edged => Self::Quoted,
            false => Self::Plain,
        }
    }
}

/// Bytes of a text that are looked at one by one: ids and places are no longer.
const SHORT: usize = 48;

/// True for bytes of ASCII that neither act nor separate nor quote.
const HARMLESS: [bool; 256] = {
    let mut harmless = [false; 256];
    let mut byte = b' ';
    while byte <= b'~' {
        harmless[byte as usize] = byte != b'"' && byte != b',';
        byte += 1;
    }
    harmless
};

/// True for a short text of harmless ASCII.
fn is_short_ascii(bytes: &[u8]) -> bool {
    let harmless = |all: bool, byte: &u8| all & HARMLESS[usize::from(*byte)];
    bytes.len() <= SHORT && bytes.iter().fold(true, harmless)
}

/// Bytes that [`Seen::in_block`] looks at in one go.
const BLOCK: usize = 32;

/// What stands in a text. No branch hangs on a byte, so that the machine looks at many of them at
/// once.
#[derive(Clone, Copy, Debug, Default)]
struct Seen {
    /// Some character may act; false is certain.
    acts: bool,
    /// A comma or a quote.
    special: bool,
}

impl Seen {
    fn in_all(bytes: &[u8]) -> Self {
        // A character has three bytes or is seen by its first: two bytes of the next block are
        // enough.
        let mut seen = Self::default();
        let mut rest = bytes;
        while let Some(block) = rest.first_chunk() {
            seen = seen.and(Self::in_block(block));
            rest = &rest[BLOCK..];
        }
        // What is left is seen together with what was seen before.
        match bytes.last_chunk() {
            Some(block) => seen.and(Self::in_last(block)),
            None => {
                let mut block = [b'a'; BLOCK + 2];
                block[..bytes.len()].copy_from_slice(bytes);
                seen.and(Self::in_last(&block))
            }
        }
    }

    fn and(self, other: Self) -> Self {
        Self {
            acts: self.acts | other.acts,
            special: self.special | other.special,
        }
    }

    /// As [`Seen::in_block`], with the last two bytes, of which a block sees only what is before
    /// them: they are harmless ASCII or the rest of a character where they begin nothing that acts.
    fn in_last(block: &[u8; BLOCK + 2]) -> Self {
        let special = |byte: &u8| matches!(byte, b'"' | b',');
        let quiet = |byte: &u8| {
            HARMLESS[usize::from(*byte)] || special(byte) || matches!(byte, 0x80..=0xbf)
        };
        let last = &block[BLOCK..];
        Self::in_block(block).and(Self {
            acts: !last.iter().all(quiet),
            special: last.iter().any(special),
        })
    }

    fn in_block(block: &[u8; BLOCK + 2]) -> Self {
        let (mut acts, mut special) = (0, 0);
        for at in 0..BLOCK {
            let (a, b, c) = (block[at], block[at + 1], block[at + 2]);
            // First bytes of what lies above the basic plane, and behind them, wrapped, the
            // controls.
            let edges = (a.wrapping_sub(0xf0) <= 0x2f) | (a == 0x7f);
            // First bytes of U+0080 to U+2FFF.
            let first = a.wrapping_sub(0xc0) <= 0xe2 - 0xc0;
            // U+3164; U+FEFF, U+FFA0, and U+FFF0 onwards, with few of their neighbours.
            let filler = (a == 0xe3) & (b == 0x85);
            let wide = (a == 0xef) & ((b & 0xfb == 0xbb) | (b == 0xbe) & (c == 0xa0));
            acts |= u8::from(edges | first | filler | wide);
            special |= u8::from((a == b'"') | (a == b','));
        }
        Self {
            acts: acts != 0,
            special: special != 0,
        }
    }
}

/// Begins a cell in quotes: the closing one comes behind the mark of what was cut.
fn quoted(row: &mut String, guard: &str, text: &str) {
    row.push('"');
    row.push_str(guard);
    for (nth, part) in text.split('"').enumerate() {
        if nth > 0 {
            row.push_str("\"\"");
        }
        row.push_str(part);
    }
}

fn encode_odd(row: &mut String, text: &str) {
    // Asked of the text as it stood: an escaped TAB no longer looks like one.
    encode_behind(row, if escape::is_formula(text) { "'" } else { "" }, text);
}

fn encode_behind(row: &mut String, guard: &str, text: &str) {
    let shown = escape::terminal(text);
    let mut shown: &str = &shown;
    let mut cut = false;
    if shown.len() > CELL
        && let Some((at, _)) = shown.char_indices().nth(CELL)
    {
        shown = &shown[..at];
        cut = true;
    }
    let special = memchr::memchr2(b',', b'"', shown.as_bytes()).is_some();
    let in_quotes = special || shown.starts_with(' ') || shown.ends_with(' ');
    if in_quotes {
        quoted(row, guard, shown);
    } else {
        row.push_str(guard);
        row.push_str(shown);
    }
    if cut {
        row.push('…');
    }
    if in_quotes {
        row.push('"');
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[inline]
    fn cell(write: impl FnOnce(&mut String)) -> String {
        let mut row = String::from("before,");
        write(&mut row);
        row
    }

    fn same(text: &str) {
        let slow = cell(|row| encode_odd(row, text));
        assert_eq!(cell(|row| encode(row, text)), slow, "{text:?}");
        let built = cell(|row| Row::new(row).cell(|cell| cell.push_str(text)));
        assert_eq!(built, slow + ",", "{text:?}");
    }

    #[test]
    fn every_character_is_seen_by_the_quick_look() {
        let long = "a".repeat(BLOCK - 2);
        // The whole basic plane, and a sample of what lies above it.
        let above = (0x10000..=0x10ffff).step_by(61);
        for c in (0..=0xffff).chain(above).filter_map(char::from_u32) {
            for text in [
                format!("検{c}品です"),
                format!("{long}{c}"),
                format!("{c}{long}x"),
            ] {
                let bytes = text.as_bytes();
                let clear = escape::first_acting(&text).is_none()
                    && memchr::memchr2(b',', b'"', bytes).is_none();
                let seen = Seen::in_all(bytes);
                assert!(clear || seen.acts || seen.special, "{text:?}");
                if c < '\u{100}' {
                    same(&text);
                }
            }
        }
    }

    #[test]
    fn long_cells_are_cut() {
        for n in [CELL - 1, CELL, CELL + 1] {
            same(&"a".repeat(n));
            same(&"検".repeat(n));
        }
    }

    proptest! {
        #[test]
        fn the_quick_way_writes_what_the_careful_one_writes(
            text in any::<String>(),
            hostile in r#"[=+@\-＝ 　"',\r\n\ta-c検ｶﾞア\u{200b}\u{202e}\u{3164}\u{feff}\u{ffa0}€é🎉]{0,12}"#,
        ) {
            same(&text);
            same(&hostile);
        }
    }
}
