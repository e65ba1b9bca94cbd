//! Identifiers and money: each type can only hold a well-formed value.

use std::fmt;
use std::num::NonZeroU64;

/// Amazon's ten-character product id: `B` + nine letters or digits, or an ISBN-10.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Asin([u8; 10]);

impl Asin {
    /// Reads ten ASCII characters, letters in either case; `None` for anything else.
    ///
    /// Accepted are `B` followed by letters and digits with at least one digit, and an ISBN-10
    /// (nine digits and a digit or `X`). The ISBN's check digit is judged by a rule, not here.
    #[must_use]
    pub fn parse(text: &[u8]) -> Option<Self> {
        let mut id: [u8; 10] = text.try_into().ok()?;
        id.make_ascii_uppercase();
        let alnum = id.iter().all(u8::is_ascii_alphanumeric);
        let digits = id.iter().filter(|c| c.is_ascii_digit()).count();
        let isbn = digits == 10 || (digits == 9 && id[9] == b'X');
        (alnum && (isbn || (id[0] == b'B' && digits > 0))).then_some(Self(id))
    }

    /// The ten characters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// True for an ISBN-10, whose last character is a check digit.
    #[must_use]
    pub fn is_isbn(&self) -> bool {
        self.0[..9].iter().all(u8::is_ascii_digit)
    }
}

impl fmt::Display for Asin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Asin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A JAN / EAN / UPC / ISBN-13 whose check digit is right, compared as a GTIN-14.
///
/// A UPC (12 digits) and the EAN that is the same number behind a zero are equal.
/// Source of the check digit: GS1 General Specifications, section 7.9 (mod 10, weights 3 and 1).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Jan(NonZeroU64);

impl Jan {
    /// Reads 8, 12, 13 or 14 ASCII digits; `None` when the count or the check digit is wrong.
    #[must_use]
    pub fn parse(text: &[u8]) -> Option<Self> {
        if !matches!(text.len(), 8 | 12 | 13 | 14) || !text.iter().all(u8::is_ascii_digit) {
            return None;
        }
        let value = text
            .iter()
            .fold(0u64, |sum, c| sum * 10 + u64::from(c - b'0'));
        let weighted: u32 = text
            .iter()
            .rev()
            .enumerate()
            .map(|(place, c)| u32::from(c - b'0') * if place % 2 == 1 { 3 } else { 1 })
            .sum();
        if weighted.is_multiple_of(10) {
            NonZeroU64::new(value).map(Self)
        } else {
            None
        }
    }
}

impl fmt::Display for Jan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A JAN-8 stays eight digits, everything else is written as thirteen (or fourteen).
        let width = if self.0.get() < 100_000_000 { 8 } else { 13 };
        write!(f, "{:0width$}", self.0)
    }
}

impl fmt::Debug for Jan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// An amount in yen, tax included, as it stood in the file.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    serde::Serialize,
    serde::Deserialize,
    schemars::JsonSchema,
)]
#[serde(transparent)]
pub struct Yen(pub i64);

impl std::ops::Add for Yen {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl std::ops::AddAssign for Yen {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl std::iter::Sum for Yen {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self(0), |sum, next| sum + next)
    }
}

impl Yen {
    /// The amount for so many units; saturates instead of overflowing.
    #[must_use]
    pub fn times(self, units: u64) -> Self {
        Self(
            self.0
                .saturating_mul(i64::try_from(units).unwrap_or(i64::MAX)),
        )
    }
}

/// An Amazon order number `503-1234567-1234567`, kept as its 17 digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OrderId(NonZeroU64);

impl OrderId {
    /// Reads `ddd-ddddddd-ddddddd`; `None` for any other shape.
    #[must_use]
    pub fn parse(text: &[u8]) -> Option<Self> {
        let text: &[u8; 19] = text.try_into().ok()?;
        if text[3] != b'-' || text[11] != b'-' {
            return None;
        }
        let word = |from: usize| text[from..].first_chunk().map(|w| u64::from_le_bytes(*w));
        // The dash in front of seven digits is read as a zero.
        let dash = u64::from(b'-' ^ b'0');
        let first = digits((word(0)? ^ ZEROS) << 40)?;
        let second = digits(word(3)? ^ ZEROS ^ dash)?;
        let third = digits(word(11)? ^ ZEROS ^ dash)?;
        NonZeroU64::new((first * 10_000_000 + second) * 10_000_000 + third).map(Self)
    }
}

/// Eight times `0`.
const ZEROS: u64 = u64::from_ne_bytes([b'0'; 8]);

/// The number of eight digits, one a byte, the first in the lowest.
#[inline]
fn digits(all: u64) -> Option<u64> {
    // What is more than nine gets the highest bit of its byte, if it has not got it already.
    if (all | all.wrapping_add(0x7676_7676_7676_7676)) & 0x8080_8080_8080_8080 != 0 {
        return None;
    }
    // Each digit joins its neighbour, then each two, then each four.
    let pairs = (all * 10 + (all >> 8)) & 0x00ff_00ff_00ff_00ff;
    let fours = (pairs * 100 + (pairs >> 16)) & 0x0000_ffff_0000_ffff;
    Some((fours * 10_000 + (fours >> 32)) & 0xffff_ffff)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_asin_is_ten_characters_with_a_digit() {
        assert_eq!(
            Asin::parse(b"b00test123").map(|a| a.to_string()),
            Some("B00TEST123".into())
        );
        assert!(Asin::parse(b"B00TEST12").is_none());
        assert!(Asin::parse(b"BLUETOOTHS").is_none());
        assert!(Asin::parse(b"A00TEST123").is_none());
        assert!(Asin::parse(b"404123456X").is_some_and(|a| a.is_isbn()));
    }

    #[test]
    fn a_jan_needs_its_check_digit_and_equals_its_upc() {
        assert!(Jan::parse(b"4901234567894").is_some());
        assert!(Jan::parse(b"4901234567890").is_none());
        assert!(Jan::parse(b"49123456").is_some());
        assert_eq!(Jan::parse(b"036000291452"), Jan::parse(b"0036000291452"));
        assert_eq!(
            Jan::parse(b"4901234567894").map(|j| j.to_string()),
            Some("4901234567894".into())
        );
        assert!(Jan::parse(b"0000000000000").is_none());
    }

    #[test]
    fn an_order_id_has_its_dashes() {
        assert!(OrderId::parse(b"503-1234567-1234567").is_some());
        assert!(OrderId::parse(b"503-12345671234567").is_none());
        assert!(OrderId::parse(b"50-31234567-1234567").is_none());
        assert!(OrderId::parse(b"000-0000000-0000000").is_none());
        // Each place tells its digit, and takes nothing else.
        for place in (0..19).filter(|place| ![3, 11].contains(place)) {
            for byte in 0..=u8::MAX {
                let mut text = *b"503-1234567-7654321";
                text[place] = byte;
                let digits = text.iter().filter(|b| **b != b'-').map(|b| char::from(*b));
                let expected = byte.is_ascii_digit().then(|| digits.collect::<String>());
                let found = OrderId::parse(&text).map(|order| format!("{:017}", order.0));
                assert_eq!(found, expected, "{place} {byte}");
            }
        }
    }
}
