//! Qualified-invoice numbers: T and thirteen digits, in any writing.

use super::fold;

/// The thirteen digits behind the T.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RegistrationNumber([u8; 13]);

/// Reads a number; `None` for any other shape.
#[must_use]
pub fn registration_number(text: &str) -> Option<RegistrationNumber> {
    let mut folded = fold(text);
    folded.retain(|c| !c.is_whitespace() && !matches!(c, '-' | '‐' | '−' | '–'));
    let digits = folded.strip_prefix('t')?;
    let digits: [u8; 13] = digits.as_bytes().try_into().ok()?;
    let all = digits.iter().all(u8::is_ascii_digit);
    all.then(|| RegistrationNumber(digits.map(|c| c - b'0')))
}

impl RegistrationNumber {
    /// The digits as one number.
    #[must_use]
    pub fn value(self) -> u64 {
        let digits = self.0.iter();
        digits.fold(0, |value, digit| value * 10 + u64::from(*digit))
    }

    /// True when the first digit is that of a corporate number.
    ///
    /// 9 - (sum of the other digits, weighted 1 and 2 from the last) mod 9; source: 法人番号の指定等に
    /// 関する省令, article 2.
    #[must_use]
    pub fn is_corporate(self) -> bool {
        let weights = [1u32, 2].into_iter().cycle();
        let rest = self.0.iter().skip(1).rev().zip(weights);
        let sum: u32 = rest.map(|(digit, weight)| u32::from(*digit) * weight).sum();
        u32::from(self.0[0]) == 9 - sum % 9
    }
}

impl std::fmt::Display for RegistrationNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "T{:013}", self.value())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_known_in_every_writing() {
        // 国税庁, 7000012050002: the number of the tax agency itself.
        for text in [
            "T7000012050002",
            "ｔ７００００１２０５０００２",
            "T7-0000-1205-0002",
            " T 7000012050002",
        ] {
            let number = registration_number(text).unwrap();
            assert!(number.is_corporate(), "{text}");
            assert_eq!(number.to_string(), "T7000012050002");
            assert_eq!(number.value(), 7_000_012_050_002);
        }
        let other = registration_number("T8000012050002").unwrap();
        assert!(!other.is_corporate());
        for text in [
            "7000012050002",
            "T700001205000",
            "T70000120500022",
            "T700001205000X",
            "",
        ] {
            assert_eq!(registration_number(text), None, "{text}");
        }
    }
}
