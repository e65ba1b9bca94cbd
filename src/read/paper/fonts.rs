//! Fonts: how the bytes of a string become text.

use super::budget::Stop;
use super::cmap::Map;
use super::file::Pdf;
use super::syntax::{Dict, Object};
use encoding_rs::{
    BIG5, EUC_JP, EUC_KR, Encoding, GBK, MACINTOSH, SHIFT_JIS, UTF_16BE, WINDOWS_1252,
};

/// How a font's codes are read.
#[derive(Debug)]
pub(super) enum Font {
    /// By its own map; codes without an entry by the table.
    Mapped {
        map: Map,
        wide: bool,
        table: Option<Table>,
    },
    /// As text of an encoding.
    Encoded(&'static Encoding),
    /// As JIS X 0208 in seven bits, two bytes a character.
    Jis,
    /// By a table of 256 characters.
    Simple(Table),
    /// Codes of glyphs, whose text the file does not tell.
    Glyphs,
}

/// Characters of single-byte codes.
type Table = Box<[Option<char>; 256]>;

impl Font {
    pub(super) fn read(pdf: &Pdf<'_>, dict: &Dict) -> Result<Self, Stop> {
        let wide = pdf.get(dict, "Subtype")?.name() == Some(b"Type0");
        let map = match dict.get(b"ToUnicode".as_slice()) {
            Some(Object::Ref(id)) => pdf.stream(*id)?,
            _ => None,
        };
        let map = map.map(|(_, data)| Map::parse(&data, pdf.budget()));
        let encoding = pdf.get(dict, "Encoding")?;
        if wide {
            return Ok(match map {
                Some(map) => Self::Mapped {
                    map: map?,
                    wide,
                    table: None,
                },
                None => encoding.name().map_or(Self::Glyphs, by_name),
            });
        }
        let table = table(pdf, dict, &encoding)?;
        Ok(match (map, table) {
            (Some(map), table) => Self::Mapped {
                map: map?,
                wide,
                table,
            },
            (None, Some(table)) => Self::Simple(table),
            (None, None) => Self::Glyphs,
        })
    }

    /// Adds the text of a string; false when not all of it can be told.
    pub(super) fn decode(&self, bytes: &[u8], out: &mut String) -> bool {
        match self {
            Self::Mapped { map, wide, table } => {
                let other = |code: u32| {
                    let table = table.as_ref()?;
                    *table.get(usize::try_from(code).ok()?)?
                };
                map.decode(bytes, *wide, other, out)
            }
            Self::Encoded(encoding) => {
                let (text, wrong) = encoding.decode_without_bom_handling(bytes);
                out.push_str(&text);
                !wrong
            }
            Self::Jis => {
                let high: Vec<u8> = bytes.iter().map(|b| b | 0x80).collect();
                let (text, wrong) = EUC_JP.decode_without_bom_handling(&high);
                out.push_str(&text);
                !wrong
            }
            Self::Simple(table) => {
                let chars = bytes.iter().map(|b| table[usize::from(*b)]);
                out.extend(chars.clone().flatten());
                chars.zip(bytes).all(|(c, b)| c.is_some() || *b == 0x20)
            }
            Self::Glyphs => bytes.is_empty(),
        }
    }
}

/// The predefined CMaps of Japanese, and the common ones of its neighbours.
fn by_name(name: &[u8]) -> Font {
    let name = String::from_utf8_lossy(name);
    let has = |part: &str| name.contains(part);
    if has("UTF16") || has("UCS2") {
        Font::Encoded(UTF_16BE)
    } else if has("RKSJ") {
        Font::Encoded(SHIFT_JIS)
    } else if name == "H" || name == "V" {
        Font::Jis
    } else if has("KSC") {
        Font::Encoded(EUC_KR)
    } else if has("GBK") || name.starts_with("GB-EUC") {
        Font::Encoded(GBK)
    } else if has("B5") {
        Font::Encoded(BIG5)
    } else if name.starts_with("EUC-") {
        Font::Encoded(EUC_JP)
    } else {
        Font::Glyphs
    }
}

/// The table of a simple font; `None` when its codes are those of its own glyphs.
fn table(pdf: &Pdf<'_>, dict: &Dict, encoding: &Object) -> Result<Option<Table>, Stop> {
    let base = match encoding {
        Object::Name(name) => Some(latin(name)),
        Object::Dict(dict) => pdf.get(dict, "BaseEncoding")?.name().map(latin),
        _ => None,
    };
    let descriptor = pdf.get(dict, "FontDescriptor")?;
    let symbolic = match descriptor.dict() {
        // Symbolic fonts have an encoding of their own.
        Some(dict) => pdf.get(dict, "Flags")?.int().unwrap_or(0) & 4 != 0,
        None => pdf.get(dict, "Subtype")?.name() == Some(b"Type3"),
    };
    let mut table: Table = Box::new([None; 256]);
    if base.is_some() || !symbolic {
        let base = base.unwrap_or(WINDOWS_1252);
        for code in 0x20..=255u8 {
            let (text, _) = base.decode_without_bom_handling(std::slice::from_ref(&code));
            table[usize::from(code)] = text.chars().next();
        }
    } else if encoding.dict().is_none() {
        return Ok(None);
    }
    if let Some(encoding) = encoding.dict()
        && let Object::Array(list) = pdf.get(encoding, "Differences")?.as_ref()
    {
        let mut at = 0;
        for item in list {
            match item {
                Object::Int(code) => at = usize::try_from(*code).unwrap_or(256),
                Object::Name(name) => {
                    if let Some(place) = table.get_mut(at) {
                        *place = glyph(name);
                    }
                    at = at.saturating_add(1);
                }
                _ => {}
            }
        }
    }
    Ok(Some(table))
}

fn latin(name: &[u8]) -> &'static Encoding {
    match name {
        b"MacRomanEncoding" => MACINTOSH,
        _ => WINDOWS_1252,
    }
}

/// The character of a glyph name, for what invoice numbers, dates and names are made of.
fn glyph(name: &[u8]) -> Option<char> {
    const NAMES: &[(&str, char)] = &[
        ("space", ' '),
        ("zero", '0'),
        ("one", '1'),
        ("two", '2'),
        ("three", '3'),
        ("four", '4'),
        ("five", '5'),
        ("six", '6'),
        ("seven", '7'),
        ("eight", '8'),
        ("nine", '9'),
        ("hyphen", '-'),
        ("minus", '-'),
        ("period", '.'),
        ("comma", ','),
        ("slash", '/'),
        ("colon", ':'),
        ("parenleft", '('),
        ("parenright", ')'),
        ("numbersign", '#'),
        ("ampersand", '&'),
        ("underscore", '_'),
        ("at", '@'),
        ("yen", '¥'),
        ("plus", '+'),
        ("quotesingle", '\''),
        ("quoteright", '\''),
        ("bullet", '•'),
        ("endash", '–'),
    ];
    let name = std::str::from_utf8(name).ok()?;
    let mut chars = name.chars();
    if let (Some(c), None) = (chars.next(), chars.next()) {
        return c.is_ascii_alphabetic().then_some(c);
    }
    if let Some(code) = name.strip_prefix("uni").and_then(|hex| hex.get(..4)) {
        return u32::from_str_radix(code, 16).ok().and_then(char::from_u32);
    }
    NAMES.iter().find(|(n, _)| *n == name).map(|(_, c)| *c)
}
