//! A report as it came, as the text that a scan reads: unpacked and in UTF-8, a piece at a time.

use encoding_rs::{Decoder, DecoderResult, Encoding};
use flate2::read::MultiGzDecoder;
use std::fs::File;
use std::io::{self, BufReader, Read, Seek, Write};

/// Bytes that are held at once.
const PIECE: usize = 1 << 16;
/// How gzip begins.
const GZIP: [u8; 2] = [0x1f, 0x8b];

/// Why a report cannot be copied.
#[derive(Debug)]
pub(super) enum Fault {
    /// What came cannot be read, or is packed wrongly.
    Broken(io::Error),
    /// It has more bytes than it may have.
    TooLarge,
    /// It has bytes that its encoding does not.
    Letters,
    /// It cannot be written.
    Write(io::Error),
}

/// The encoding to change a report from: the one it is said to be in, unless that is UTF-8 or
/// unknown.
pub(super) fn encoding(charset: Option<&str>) -> Option<&'static Encoding> {
    let named = charset.and_then(|name| Encoding::for_label(name.as_bytes()));
    named.filter(|encoding| *encoding != encoding_rs::UTF_8)
}

/// Copies a report of at most `limit` bytes; without an encoding byte for byte.
pub(super) fn copy(
    packed: &File,
    encoding: Option<&'static Encoding>,
    limit: u64,
    out: &mut dyn Write,
) -> Result<(), Fault> {
    let mut read = unpacked(packed).map_err(Fault::Broken)?;
    let mut decoding = encoding.map(Decoding::new);
    let mut piece = vec![0; PIECE];
    let mut taken = 0u64;
    loop {
        let length = match read.read(&mut piece) {
            Ok(length) => length,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(Fault::Broken(error)),
        };
        taken = taken.saturating_add(length as u64);
        if taken > limit {
            return Err(Fault::TooLarge);
        }
        match &mut decoding {
            Some(decoding) => decoding.take(&piece[..length], length == 0, out)?,
            None => out.write_all(&piece[..length]).map_err(Fault::Write)?,
        }
        if length == 0 {
            return Ok(());
        }
    }
}

/// Told by how it begins: what a server has unpacked already comes plain, whatever it was called.
fn unpacked(mut packed: &File) -> io::Result<Box<dyn Read + '_>> {
    packed.rewind()?;
    let mut begin = Vec::new();
    packed.take(GZIP.len() as u64).read_to_end(&mut begin)?;
    packed.rewind()?;
    let plain = BufReader::new(packed);
    Ok(match begin == GZIP {
        true => Box::new(MultiGzDecoder::new(plain)),
        false => Box::new(plain),
    })
}

struct Decoding {
    decoder: Decoder,
    room: Vec<u8>,
}

impl Decoding {
    fn new(encoding: &'static Encoding) -> Self {
        Self {
            decoder: encoding.new_decoder(),
            room: vec![0; PIECE],
        }
    }

    fn take(&mut self, mut bytes: &[u8], last: bool, out: &mut dyn Write) -> Result<(), Fault> {
        loop {
            let decoder = &mut self.decoder;
            let (result, read, written) =
                decoder.decode_to_utf8_without_replacement(bytes, &mut self.room, last);
            out.write_all(&self.room[..written]).map_err(Fault::Write)?;
            bytes = &bytes[read..];
            match result {
                DecoderResult::InputEmpty => return Ok(()),
                DecoderResult::OutputFull => {}
                DecoderResult::Malformed(..) => return Err(Fault::Letters),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::Compression;
    use flate2::write::GzEncoder;

    fn file(bytes: &[u8]) -> File {
        let mut file = tempfile::tempfile().unwrap();
        file.write_all(bytes).unwrap();
        file
    }

    fn packed(bytes: &[u8]) -> Vec<u8> {
        let mut packer = GzEncoder::new(Vec::new(), Compression::fast());
        packer.write_all(bytes).unwrap();
        packer.finish().unwrap()
    }

    fn copied(bytes: &[u8], charset: &str, limit: u64) -> Result<String, Fault> {
        let mut out = Vec::new();
        copy(&file(bytes), encoding(Some(charset)), limit, &mut out)?;
        Ok(String::from_utf8(out).unwrap())
    }

    #[test]
    fn a_report_comes_out_as_text_whatever_it_came_in() {
        // Letters of two bytes lie across the ends of pieces.
        let text = format!("a{}", "商品名\t価格\n".repeat(20_000));
        let (japanese, ..) = encoding_rs::SHIFT_JIS.encode(&text);
        for (bytes, charset) in [
            (japanese.to_vec(), "Shift_JIS"),
            (packed(&japanese), "windows-31j"),
            (text.clone().into_bytes(), "UTF-8"),
            (packed(text.as_bytes()), "unheard-of"),
        ] {
            assert_eq!(copied(&bytes, charset, 1 << 20).unwrap(), text, "{charset}");
        }
    }

    #[test]
    fn what_is_too_large_broken_or_in_other_letters_is_told() {
        let bomb = packed(&vec![b' '; 4_000_000]);
        assert!(bomb.len() < 40_000);
        let large = copied(&bomb, "UTF-8", 1_000_000);
        assert!(matches!(large, Err(Fault::TooLarge)), "{large:?}");
        let whole = packed("商品名".as_bytes());
        let cut = copied(&whole[..whole.len() - 9], "UTF-8", 1_000);
        assert!(matches!(cut, Err(Fault::Broken(_))), "{cut:?}");
        let other = copied("商品名".as_bytes(), "Shift_JIS", 1_000);
        assert!(matches!(other, Err(Fault::Letters)), "{other:?}");
    }
}
