//! Which encoding a file is in: byte order mark, strict UTF-8 of the whole file, then CP932.

use super::OpenError;
use super::source::{Source, fill};
use encoding_rs::{
    CoderResult, Decoder, Encoding, ISO_2022_JP, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE,
};
use memchr::memmem;
use std::io::{self, Read};

const BLOCK: usize = 1 << 16;
/// So many broken sequences that reading on can only confirm what they say.
const ENOUGH_BAD: u64 = 64;

/// An encoding and how many bytes of byte order mark stand before the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Told {
    pub(super) encoding: &'static Encoding,
    pub(super) mark: usize,
}

impl Told {
    /// Name for people; WHATWG's Shift_JIS is what Windows calls CP932.
    pub(super) fn name(self) -> &'static str {
        if self.encoding == SHIFT_JIS {
            "CP932"
        } else {
            self.encoding.name()
        }
    }

    /// True when cells can be split before decoding: `delimiter`, quote and line ends never are
    /// part of another character. Trail bytes of CP932, GBK and Big5 begin at 0x40; GB18030
    /// has digits below.
    pub(super) fn splits_raw(self, delimiter: u8) -> bool {
        let low = delimiter < 0x40 && !delimiter.is_ascii_digit();
        self.encoding == UTF_8 || (self.encoding.is_ascii_compatible() && low)
    }
}

/// The encoding of a label: WHATWG's labels and the names that Japanese tools use.
fn of_label(label: &str) -> Result<&'static Encoding, OpenError> {
    let plain = label.trim().to_ascii_lowercase().replace('_', "-");
    match plain.as_str() {
        "cp932" | "ms932" | "932" | "mskanji" => Ok(SHIFT_JIS),
        "utf-8-sig" => Ok(UTF_8),
        "eucjp" => Ok(encoding_rs::EUC_JP),
        _ => Encoding::for_label_no_replacement(label.trim().as_bytes())
            .ok_or_else(|| OpenError::UnknownEncoding(label.to_owned())),
    }
}

/// Tells the encoding of a text. A byte order mark is believed before the hint: it cannot stand
/// there by chance, and one hint is often given for a whole folder.
pub(super) fn tell(source: &Source, hint: Option<&str>) -> Result<Told, OpenError> {
    let hint = hint.map(of_label).transpose()?;
    let mut block = vec![0; BLOCK];
    let mut input = source.unpacked()?;
    let length = fill(&mut input, &mut block)?;
    let first = &block[..length];
    if let Some((encoding, mark)) = Encoding::for_bom(first) {
        return Ok(Told { encoding, mark });
    }
    let bare = |encoding| Told { encoding, mark: 0 };
    if let Some(encoding) = hint {
        return Ok(bare(encoding));
    }
    if let Some(encoding) = wide(first)? {
        return Ok(bare(encoding));
    }
    if is_utf8(&mut input, &mut block, length)? {
        return Ok(bare(UTF_8));
    }
    survey(&mut source.unpacked()?, &mut block).map(bare)
}

/// True for a text that is UTF-8 from end to end, as most are: a survey could find nothing else.
fn is_utf8(input: &mut dyn Read, block: &mut [u8], mut length: usize) -> io::Result<bool> {
    let mut kept = 0;
    while length > kept {
        let text = &block[..length];
        let good = if text.is_ascii() {
            // ISO-2022-JP is ASCII as well.
            memchr::memchr(0x1b, text).map_or(length, |_| 0)
        } else {
            Encoding::utf8_valid_up_to(text)
        };
        kept = length - good;
        // More than the beginning of a last character.
        if kept > 3 {
            return Ok(false);
        }
        block.copy_within(good..length, 0);
        length = kept + fill(input, &mut block[kept..])?;
    }
    Ok(kept == 0)
}

/// UTF-16 without a byte order mark shows as NUL bytes in every other place.
fn wide(first: &[u8]) -> Result<Option<&'static Encoding>, OpenError> {
    if memchr::memchr(0, first).is_none() {
        return Ok(None);
    }
    let zeros = |from: usize| {
        first
            .iter()
            .skip(from)
            .step_by(2)
            .filter(|b| **b == 0)
            .count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    let pairs = first.len() / 2;
    if odd * 10 >= pairs && odd > even * 4 && pairs > 0 {
        Ok(Some(UTF_16LE))
    } else if even * 10 >= pairs && even > odd * 4 && pairs > 0 {
        Ok(Some(UTF_16BE))
    } else if (even + odd) * 20 > first.len() {
        Err(OpenError::Binary)
    } else {
        Ok(None)
    }
}

/// What the bytes look like when read as UTF-8.
#[derive(Default)]
struct Survey {
    /// Characters of two bytes; half-width kana in CP932 look like that by chance.
    two: u64,
    /// Characters of three and four bytes.
    more: u64,
    /// Broken sequences.
    bad: u64,
    /// `ESC $ B` or `ESC $ @` stands somewhere in ASCII.
    escape: bool,
    /// Some byte is no ASCII.
    wide: bool,
}

impl Survey {
    fn good(&mut self, bytes: &[u8]) {
        // Sums of so few bytes fit a byte, which the compiler turns into vector code.
        for part in bytes.chunks(192) {
            let from = |low: u8| part.iter().map(|b| u8::from(*b >= low)).sum::<u8>();
            let (all, more) = (from(0xc0), from(0xe0));
            self.two += u64::from(all - more);
            self.more += u64::from(more);
        }
    }

    fn ascii(&mut self, bytes: &[u8]) {
        let has = |sequence| memmem::find(bytes, sequence).is_some();
        self.escape = self.escape
            || (memchr::memchr(0x1b, bytes).is_some() && (has(b"\x1b$B") || has(b"\x1b$@")));
    }

    /// Takes a block; gives the incomplete sequence at its end.
    fn take<'b>(&mut self, mut bytes: &'b [u8]) -> &'b [u8] {
        if bytes.is_ascii() {
            self.ascii(bytes);
            return &[];
        }
        self.wide = true;
        // Far faster than the loop, which is left with the last character of most blocks.
        let (good, rest) = bytes.split_at(Encoding::utf8_valid_up_to(bytes));
        self.good(good);
        bytes = rest;
        loop {
            match std::str::from_utf8(bytes) {
                Ok(_) => {
                    self.good(bytes);
                    return &[];
                }
                Err(e) => {
                    let (good, rest) = bytes.split_at(e.valid_up_to());
                    self.good(good);
                    let Some(broken) = e.error_len() else {
                        return rest;
                    };
                    self.bad += 1;
                    bytes = &rest[broken..];
                }
            }
        }
    }

    /// True when there is far more right UTF-8 than chance gives a CP932 text: in hiragana one
    /// three-byte sequence can come right for each lead byte that stays broken.
    fn nearly_utf8(&self) -> bool {
        4 * self.more + self.two >= 16 * self.bad
    }
}

/// Reads the whole text, unless it says very early that it is no UTF-8.
fn survey(input: &mut dyn Read, block: &mut [u8]) -> Result<&'static Encoding, OpenError> {
    let mut survey = Survey::default();
    let (mut kept, mut length) = (0, fill(input, block)?);
    while length > kept {
        kept = survey.take(&block[..length]).len();
        if survey.bad >= ENOUGH_BAD && !survey.nearly_utf8() {
            return Ok(SHIFT_JIS);
        }
        block.copy_within(length - kept..length, 0);
        length = kept + fill(input, &mut block[kept..])?;
    }
    if survey.escape && !survey.wide {
        return Ok(ISO_2022_JP);
    }
    // A last character that was cut is no argument against UTF-8 if any other stands there.
    let cut = survey.bad == 0 && kept > 0 && survey.more > 0;
    if kept > 0 {
        survey.bad += 1;
    }
    if survey.bad == 0 || cut || survey.nearly_utf8() {
        Ok(UTF_8)
    } else {
        Ok(SHIFT_JIS)
    }
}

/// Turns an encoding whose separators cannot be seen in the raw bytes into UTF-8 while reading.
pub(super) struct Transcoder {
    input: Box<dyn Read>,
    decoder: Decoder,
    block: Vec<u8>,
    from: usize,
    to: usize,
    ended: bool,
    done: bool,
}

impl Transcoder {
    pub(super) fn new(input: Box<dyn Read>, encoding: &'static Encoding) -> Self {
        Self {
            input,
            decoder: encoding.new_decoder_without_bom_handling(),
            block: vec![0; BLOCK],
            from: 0,
            to: 0,
            ended: false,
            done: false,
        }
    }
}

impl Read for Transcoder {
    /// `out` must have room for a few characters, which the splitter sees to.
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        while !self.done {
            if self.from == self.to && !self.ended {
                self.from = 0;
                self.to = fill(&mut self.input, &mut self.block)?;
                self.ended = self.to < self.block.len();
            }
            let source = &self.block[self.from..self.to];
            let (result, read, written, _) = self.decoder.decode_to_utf8(source, out, self.ended);
            self.from += read;
            self.done = self.ended && result == CoderResult::InputEmpty;
            if written > 0 {
                return Ok(written);
            }
            if result == CoderResult::OutputFull {
                return Err(io::ErrorKind::WriteZero.into());
            }
        }
        Ok(0)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Pieces of text in several encodings, whole and cut.
    fn knotty() -> impl Strategy<Value = Vec<u8>> {
        let piece = prop::sample::select(vec![
            &b"a,"[..],
            "検".as_bytes(),
            "é".as_bytes(),
            "𠮷".as_bytes(),
            b"\xe6\xa4",
            b"\x8c\x9f\x95\x69",
            b"\x1b$B",
            b"\xff",
        ]);
        prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn what_is_utf8_at_a_glance_is_so_by_the_survey(text in knotty(), size in 4_usize..20) {
            let mut block = vec![0; size];
            let mut input = &text[..];
            let length = fill(&mut input, &mut block).unwrap();
            let told = is_utf8(&mut input, &mut block, length).unwrap();
            let valid = std::str::from_utf8(&text).is_ok();
            prop_assert!(told == valid || text.contains(&0x1b));
            prop_assert!(!told || (valid && survey(&mut &text[..], &mut block).unwrap() == UTF_8));
        }
    }
}
