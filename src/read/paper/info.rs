//! Who made a PDF and when, as the file itself says.

use super::budget::Stop;
use super::file::Pdf;
use crate::model::{Day, Stamp};
use encoding_rs::{SHIFT_JIS, UTF_16BE, WINDOWS_1252};

/// Characters that are kept of a name of a program.
const NAME: usize = 120;

/// What the document information says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Info {
    /// Program that wrote the file; may be empty.
    pub producer: String,
    /// Program that the page was made in; may be empty.
    pub creator: String,
    /// When it was made.
    pub created: Option<Stamp>,
    /// When it was last changed.
    pub modified: Option<Stamp>,
}

pub(super) fn read(pdf: &Pdf<'_>) -> Result<Info, Stop> {
    let info = pdf.trailer("Info")?;
    let Some(dict) = info.dict() else {
        return Ok(Info::default());
    };
    let text = |key: &str| -> Result<String, Stop> {
        let value = pdf.get(dict, key)?;
        Ok(value.text().map(words).unwrap_or_default())
    };
    Ok(Info {
        producer: text("Producer")?,
        creator: text("Creator")?,
        created: stamp(&text("CreationDate")?),
        modified: stamp(&text("ModDate")?),
    })
}

/// A text string: UTF-16 or UTF-8 by its mark, else what fits, as older programs in Japan write
/// Shift_JIS where the standard knows only Latin.
fn words(bytes: &[u8]) -> String {
    let bytes = &bytes[..bytes.len().min(NAME * 4)];
    let text = if let Some(wide) = bytes.strip_prefix(b"\xfe\xff") {
        UTF_16BE.decode_without_bom_handling(wide).0
    } else if let Some(utf8) = bytes.strip_prefix(b"\xef\xbb\xbf") {
        String::from_utf8_lossy(utf8)
    } else {
        let (text, _, wrong) = SHIFT_JIS.decode(bytes);
        if wrong {
            WINDOWS_1252.decode(bytes).0
        } else {
            text
        }
    };
    let shown = text.chars().filter(|c| !c.is_control());
    shown.take(NAME).collect::<String>().trim().to_owned()
}

/// `D:20260901120000+09'00'`; what is left out is the first or zero.
fn stamp(text: &str) -> Option<Stamp> {
    let text = text.strip_prefix("D:").unwrap_or(text);
    let end = text.find(|c: char| !c.is_ascii_digit());
    let (digits, zone) = text.split_at(end.unwrap_or(text.len()));
    let part = |from: usize, to: usize| digits.get(from..to)?.parse::<i16>().ok();
    let small = |from: usize| part(from, from + 2).and_then(|n| i8::try_from(n).ok());
    let day = Day::new(part(0, 4)?, small(4).unwrap_or(1), small(6).unwrap_or(1)).ok()?;
    let clock = i64::from(small(8).unwrap_or(0)) * 60 + i64::from(small(10).unwrap_or(0));
    let mut parts = zone.get(1..).unwrap_or("").split('\'');
    let mut next = || {
        parts
            .next()
            .and_then(|p| p.parse::<i64>().ok())
            .unwrap_or(0)
    };
    let ahead = next() * 60 + next();
    let ahead = match zone.chars().next() {
        Some('+') => ahead,
        Some('-') => -ahead,
        _ => 0,
    };
    Some(Stamp::new(day, clock - ahead))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_with_their_zone() {
        let at = |text| stamp(text).expect("a date");
        let tokyo = at("D:20260901090000+09'00'");
        assert_eq!(tokyo.day.to_string(), "2026-09-01");
        assert_eq!(tokyo.minutes_to(at("D:20260901000000Z")), 0);
        assert_eq!(tokyo.minutes_to(at("20260902000500")), 24 * 60 + 5);
        assert_eq!(tokyo.minutes_to(at("D:20260831200000-04'00")), 0);
        assert_eq!(at("D:2026").day.to_string(), "2026-01-01");
        for none in [
            "",
            "D:",
            "yesterday",
            "D:20261399",
            "D:99999999999999999999",
        ] {
            assert_eq!(stamp(none), None, "{none}");
        }
    }

    #[test]
    fn names_of_programs_come_in_three_spellings() {
        assert_eq!(words(b"\xfe\xff\x8a\xcb\x6c\x42"), "請求");
        assert_eq!(words(b"\x90\xbf\x8b\x81"), "請求");
        assert_eq!(words(b" Acme\n\x00 "), "Acme");
    }
}
