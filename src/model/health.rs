//! The account-health report: rates and counts of the account, with no ASIN in them.

use super::{AccountState, Channel, Day, Metric, Origin, Text};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// A share in percent, exact to a ten-thousandth of a percent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Percent(u32);

impl Percent {
    /// The share of a fraction, 0 to 1; `None` for anything else.
    #[must_use]
    pub fn of_fraction(fraction: f64) -> Option<Self> {
        let millionths = (fraction * 1_000_000.0).round();
        (0.0..=1_000_000.0)
            .contains(&millionths)
            .then_some(Self(millionths as u32))
    }

    /// Reads `2.5%`; `None` for anything else, and above 100 %.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let number = text.strip_suffix('%')?;
        let plain = !number.is_empty() && number.bytes().all(|c| c.is_ascii_digit() || c == b'.');
        Self::of_fraction(plain.then(|| number.parse::<f64>().ok()).flatten()? / 100.0)
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, part) = (self.0 / 10_000, self.0 % 10_000);
        if part == 0 {
            return write!(f, "{whole}%");
        }
        let part = format!("{part:04}");
        write!(f, "{whole}.{}%", part.trim_end_matches('0'))
    }
}

impl Serialize for Percent {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Percent {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom("not a share such as \"2.5%\""))
    }
}

/// One figure of the report, or the state of the account.
#[derive(Clone, Copy, Debug)]
pub struct HealthRow {
    /// Where it stood.
    pub origin: Origin,
    /// Which figure; `None` on the row with the state of the account.
    pub metric: Option<Metric>,
    /// Of which orders, where the report keeps them apart.
    pub channel: Option<Channel>,
    /// The rate.
    pub rate: Option<Percent>,
    /// The rate as it is shown; empty when there is none.
    pub shown: Text,
    /// Orders or shipments that the rate is of.
    pub orders: Option<u64>,
    /// Defects, where the figure is a count.
    pub count: Option<u64>,
    /// State of the account.
    pub state: Option<AccountState>,
    /// The state as written.
    pub said: Text,
    /// Last day it covers.
    pub until: Option<Day>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_read_and_shown_exactly() {
        for text in ["0%", "4%", "2.5%", "3.9999%", "95%", "100%"] {
            assert_eq!(
                Percent::parse(text).map(|p| p.to_string()),
                Some(text.into())
            );
        }
        for text in [
            "", "%", "4", "-1%", "100.1%", "1e1%", "nan%", "1.2.3%", "４%",
        ] {
            assert_eq!(Percent::parse(text), None, "{text}");
        }
        assert_eq!(Percent::of_fraction(0.04), Percent::parse("4%"));
        assert_eq!(Percent::of_fraction(f64::NAN), None);
        assert!(Percent::parse("3.9999%") < Percent::parse("4%"));
    }
}
