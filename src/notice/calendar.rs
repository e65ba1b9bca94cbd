//! Working days in Japan: neither Saturday, Sunday nor a holiday of `data/holidays.csv`.

use crate::model::Day;
use jiff::civil::Weekday;
use std::collections::BTreeSet;

/// Days on which offices in Japan are closed by law.
#[derive(Clone, Debug, Default)]
pub struct Calendar {
    holidays: BTreeSet<Day>,
}

impl Calendar {
    /// Reads `date,name,source`.
    ///
    /// # Errors
    /// What is wrong with which line.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut calendar = Self::default();
        for (number, line) in text.lines().enumerate().skip(1) {
            let date = line.split(',').next().unwrap_or_default();
            let day = date
                .parse()
                .map_err(|e| format!("line {}: {e}", number + 1))?;
            calendar.holidays.insert(day);
        }
        Ok(calendar)
    }

    /// True for a day on which offices are open.
    #[must_use]
    pub fn is_working(&self, day: Day) -> bool {
        let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        !weekend && !self.holidays.contains(&day)
    }

    /// The so-many-th working day after a day.
    #[must_use]
    pub fn after(&self, day: Day, working_days: u32) -> Option<Day> {
        let mut at = day;
        let mut left = working_days;
        while left > 0 {
            at = at.tomorrow().ok()?;
            left -= u32::from(self.is_working(at));
        }
        Some(at)
    }
}
