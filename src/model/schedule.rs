//! When an audit is repeated, and how long a gap between two audits is too long.

use super::Day;
use super::kinds::words;
use jiff::ToSpan;
use jiff::civil::Weekday;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

words! {
    /// How often an audit is repeated.
    Every {
        #[doc = "Each day."] Daily = "daily",
        #[doc = "Each week."] Weekly = "weekly",
        #[doc = "Each month."] Monthly = "monthly",
    }
}

/// The days on which an audit is repeated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repeat {
    /// Each day.
    Daily,
    /// Each week on this day.
    Weekly(Weekday),
    /// Each month on this day, 1 to 28: every month has it.
    Monthly(u8),
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// Hour, 0 to 23.
    pub hour: u8,
    /// Minute, 0 to 59.
    pub minute: u8,
}

/// When an audit is repeated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// On which days.
    pub repeat: Repeat,
    /// At which time of the machine.
    pub at: Clock,
}

/// The schedule as the history keeps it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Planned {
    /// How often.
    pub every: Every,
    /// The day it was set up.
    pub since: Day,
}

impl Clock {
    /// `HH:MM`; `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (hour, minute) = text.split_once(':')?;
        let number = |text: &str, most: u8| {
            let digits = text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit());
            text.parse().ok().filter(|n| digits && *n <= most)
        };
        Some(Self {
            hour: number(hour, 23)?,
            minute: number(minute, 59)?,
        })
    }
}

impl std::fmt::Display for Clock {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)
    }
}

impl Repeat {
    /// How often.
    #[must_use]
    pub fn every(self) -> Every {
        match self {
            Self::Daily => Every::Daily,
            Self::Weekly(_) => Every::Weekly,
            Self::Monthly(_) => Every::Monthly,
        }
    }
}

impl Planned {
    /// The day since which no audit ran, when the gap up to `today` is longer than the schedule
    /// lets be; `last` is the day of the last audit.
    #[must_use]
    pub fn missed(self, last: Day, today: Day) -> Option<Day> {
        // What lies before the schedule was set up was not missed by it.
        let from = last.max(self.since);
        let due = match self.every {
            Every::Daily => from.saturating_add(1.day()),
            Every::Weekly => from.saturating_add(7.days()),
            Every::Monthly => from.saturating_add(1.month()),
        };
        (today > due).then_some(last)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn a_time_is_two_digits_twice() {
        for text in ["00:00", "09:05", "23:59"] {
            assert_eq!(Clock::parse(text).unwrap().to_string(), text);
        }
        for text in [
            "",
            "9:00",
            "24:00",
            "12:60",
            "12-00",
            "+1:00",
            "０９:00",
            "12:00:00",
        ] {
            assert_eq!(Clock::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_gap_is_too_long_one_day_behind_the_day_that_is_due() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        for (every, last, on_time, late) in [
            (Every::Daily, "2026-02-28", "2026-03-01", "2026-03-02"),
            (Every::Weekly, "2026-12-28", "2027-01-04", "2027-01-05"),
            (Every::Monthly, "2027-01-31", "2027-02-28", "2027-03-01"),
        ] {
            let planned = Planned {
                every,
                since: day("2026-01-01"),
            };
            let last = day(last);
            assert_eq!(planned.missed(last, day(on_time)), None, "{every}");
            assert_eq!(planned.missed(last, day(late)), Some(last), "{every}");
            // A day before the last audit, as `--today` may ask for, is no gap.
            assert_eq!(planned.missed(last, day("2026-01-01")), None);
        }
        let planned = Planned {
            every: Every::Weekly,
            since: day("2026-11-21"),
        };
        assert_eq!(planned.missed(day("2026-06-01"), day("2026-11-28")), None);
        assert!(
            planned
                .missed(day("2026-06-01"), day("2026-11-29"))
                .is_some()
        );
    }
}
