//! Codes: ASIN, JAN, order number.

use super::clean::{Ascii, bare, is_empty, is_scientific, or_folded};
use super::{Cell, FromCell, Repair};
use crate::model::{Asin, Jan, OrderId};

impl FromCell for Asin {
    fn quick(raw: &[u8]) -> Option<Self> {
        Self::parse(raw)
    }

    fn read(text: &str) -> Cell<Self> {
        asin(text)
    }
}

impl FromCell for Jan {
    fn quick(raw: &[u8]) -> Option<Self> {
        Self::parse(raw)
    }

    fn read(text: &str) -> Cell<Self> {
        jan(text)
    }
}

/// An ASIN or ISBN-10.
#[must_use]
pub fn asin(cell: &str) -> Cell<Asin> {
    code(cell, |text| (Asin::parse(text), None))
}

/// An Amazon order number.
#[must_use]
pub fn order_id(cell: &str) -> Cell<OrderId> {
    code(cell, |text| (OrderId::parse(text), None))
}

/// A JAN, EAN, UPC, ISBN-13 or ISBN-10 with a right check digit; the zero that a spreadsheet takes
/// from a UPC is given back where the check digit proves it.
#[must_use]
pub fn jan(cell: &str) -> Cell<Jan> {
    code(cell, damaged_jan)
}

/// What all codes have in common: guards, marks for empty, width, lost digits.
fn code<T>(cell: &str, parse: impl Fn(&[u8]) -> (Option<T>, Option<Repair>)) -> Cell<T> {
    let (text, guard) = bare(cell);
    if is_empty(text) {
        return Cell::empty();
    }
    let Some(ascii) = Ascii::fold(text, |_| None) else {
        return Cell::bad(None);
    };
    let mut repair = or_folded(guard, &ascii);
    let mut bytes = ascii.as_bytes();
    if let [b'"', inner @ .., b'"'] = bytes {
        bytes = inner.trim_ascii();
    } else if let [b'\'', inner @ ..] = bytes {
        bytes = inner;
        repair = repair.or(Some(Repair::TextMark));
    }
    if is_scientific(bytes) {
        return Cell::bad(Some(Repair::Scientific));
    }
    let (value, damage) = parse(bytes);
    Cell::found(value, damage.or(repair))
}

fn damaged_jan(text: &[u8]) -> (Option<Jan>, Option<Repair>) {
    let (text, mut repair) = match text.iter().position(|b| *b == b'.') {
        Some(dot) if text.len() > dot + 1 && text[dot + 1..].iter().all(|b| *b == b'0') => {
            (&text[..dot], Some(Repair::ZeroFraction))
        }
        _ => (text, None),
    };
    let mut digits = Ascii::new();
    for (place, b) in text.iter().enumerate() {
        let inside = place > 0 && place + 1 < text.len();
        match b {
            b'-' | b' ' if inside => repair = Some(Repair::Separators),
            _ if digits.push(*b).is_none() => return (None, None),
            _ => {}
        }
    }
    let digits = digits.as_bytes();
    match digits.len() {
        10 => (isbn_13(digits), Some(Repair::Isbn10)),
        // A UPC that begins with a zero. Fewer digits have lost too many to be sure.
        11 if digits[0] != b'0' => {
            let mut padded = *b"000000000000";
            padded[1..].copy_from_slice(digits);
            (Jan::parse(&padded), Some(Repair::LostZeros))
        }
        _ => (Jan::parse(digits), repair),
    }
}

/// The ISBN-13 of an ISBN-10 with a right check digit (ISO 2108: weights 10 to 1, modulo 11).
fn isbn_13(isbn: &[u8]) -> Option<Jan> {
    let mut sum = 0;
    for (weight, b) in (1..=10).rev().zip(isbn) {
        sum += weight
            * match b {
                b'0'..=b'9' => u32::from(b - b'0'),
                b'X' | b'x' if weight == 1 => 10,
                _ => return None,
            };
    }
    if sum % 11 != 0 {
        return None;
    }
    let mut ean = *b"9780000000000";
    ean[3..12].copy_from_slice(isbn.get(..9)?);
    let weighted: u32 = (0..12)
        .map(|i| u32::from(ean[i] - b'0') * if i % 2 == 1 { 3 } else { 1 })
        .sum();
    ean[12] = b'0' + ((10 - weighted % 10) % 10) as u8;
    Jan::parse(&ean)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn jan_of(cell: &str) -> (Option<String>, Option<Repair>, bool) {
        let cell = jan(cell);
        (cell.value.map(|j| j.to_string()), cell.repair, cell.bad)
    }

    #[test]
    fn an_asin_is_read_through_its_guards() {
        let expected = Asin::parse(b"B00TEST123");
        let shapes: &[(&str, Option<Repair>)] = &[
            ("B00TEST123", None),
            ("b00test123", None),
            (" B00TEST123\u{3000}", None),
            ("=\"B00TEST123\"", Some(Repair::FormulaGuard)),
            ("\"B00TEST123\"", None),
            ("'B00TEST123", Some(Repair::TextMark)),
            ("Ｂ００ＴＥＳＴ１２３", Some(Repair::FullWidth)),
        ];
        for (shape, repair) in shapes {
            assert_eq!(
                asin(shape),
                Cell {
                    value: expected,
                    repair: *repair,
                    bad: false
                },
                "{shape}"
            );
        }
        for empty in ["", "-", "nan", "該当無し", "　", "=\"\""] {
            assert_eq!(asin(empty), Cell::empty(), "{empty}");
        }
        for bad in [
            "B00TEST12",
            "404123456",
            "#N/A",
            "不明",
            "B00TEST1234",
            "=B00TEST123",
        ] {
            assert_eq!(asin(bad), Cell::bad(None), "{bad}");
        }
        assert_eq!(asin("4.04E+09"), Cell::bad(Some(Repair::Scientific)));
    }

    #[test]
    fn a_jan_is_repaired_only_where_its_check_digit_proves_it() {
        let jan13 = || Some("4901234567894".to_owned());
        let shapes: &[(&str, Option<Repair>)] = &[
            ("4901234567894", None),
            ("４９０１２３４５６７８９４", Some(Repair::FullWidth)),
            ("=\"4901234567894\"", Some(Repair::FormulaGuard)),
            ("4901234567894.0", Some(Repair::ZeroFraction)),
            ("4-901234-567894", Some(Repair::Separators)),
            ("'4901234567894", Some(Repair::TextMark)),
        ];
        for (shape, repair) in shapes {
            assert_eq!(jan_of(shape), (jan13(), *repair, false), "{shape}");
        }
        let upc = || Some("0036000291452".to_owned());
        assert_eq!(jan_of("036000291452"), (upc(), None, false));
        assert_eq!(
            jan_of("36000291452"),
            (upc(), Some(Repair::LostZeros), false)
        );
        let isbn = Some("9784041234563".to_owned());
        assert_eq!(jan_of("4-04-123456-5").0, isbn);
        assert_eq!(jan_of("4041234565"), (isbn, Some(Repair::Isbn10), false));
        assert_eq!(
            jan_of("4.90123E+12"),
            (None, Some(Repair::Scientific), true)
        );
        for bad in [
            "4901234567890",
            "36000291453",
            "6000291452",
            "4041234567",
            "490123456789",
            "-4901234567894",
            "4901234567894.5",
        ] {
            assert!(jan_of(bad).2, "{bad}");
        }
    }

    #[test]
    fn an_order_number_keeps_its_shape() {
        assert!(order_id("=\"503-1234567-1234567\"").value.is_some());
        assert!(
            order_id("５０３－１２３４５６７－１２３４５６７")
                .value
                .is_some()
        );
        assert!(order_id("S01-1234567-1234567").bad);
    }
}
