//! When a request is repeated, and after how long.

use super::{Clock, NetError};
use std::time::Duration;

/// What may be repeated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Retry {
    /// Asking twice does what asking once does: repeated after 429, 5xx and broken connections.
    #[default]
    Idempotent,
    /// Asking twice does it twice: repeated only where it surely was not taken, which is after 429
    /// and when no connection could be made.
    Once,
    /// Never repeated.
    Never,
}

impl Retry {
    /// True when an answer of that status may be asked for again.
    pub(super) fn status(self, status: u16) -> bool {
        match (self, status) {
            (Self::Never, _) => false,
            (_, 429) => true,
            (Self::Idempotent, 500 | 502 | 503 | 504) => true,
            _ => false,
        }
    }

    /// True when a request that failed so may be sent again.
    pub(super) fn failure(self, error: &NetError) -> bool {
        match (self, error) {
            (Self::Never, _) => false,
            (_, NetError::Connect { .. }) => true,
            (Self::Idempotent, NetError::Slow(_) | NetError::Cut(_)) => true,
            _ => false,
        }
    }
}

/// How long to wait between tries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Backoff {
    /// Tries in all, the first one counted.
    pub tries: u32,
    /// Longest wait after the first try; it doubles with each.
    pub first: Duration,
    /// Longest wait of all.
    pub most: Duration,
    /// Longest wait that an answer may ask for; beyond it the request is given up.
    pub longest_asked: Duration,
}

impl Default for Backoff {
    fn default() -> Self {
        Self {
            tries: 6,
            first: Duration::from_secs(1),
            most: Duration::from_secs(60),
            longest_asked: Duration::from_secs(15 * 60),
        }
    }
}

impl Backoff {
    /// The wait after so many tries: between half of the longest and the longest, by chance.
    pub(super) fn wait(&self, tries: u32, clock: &dyn Clock) -> Duration {
        let doubled = 2u32.saturating_pow(tries.saturating_sub(1));
        let longest = self.first.saturating_mul(doubled).min(self.most);
        longest.mul_f64(0.5 + clock.chance() / 2.0)
    }
}

/// The wait that a `Retry-After` asks for: seconds, or a day and time.
pub(super) fn asked(text: &str, unix: i64) -> Option<Duration> {
    let text = text.trim();
    if let Ok(seconds) = text.parse::<f64>() {
        return Duration::try_from_secs_f64(seconds).ok();
    }
    let at = jiff::fmt::rfc2822::parse(text)
        .ok()?
        .timestamp()
        .as_second();
    let after = u64::try_from(at.saturating_sub(unix)).unwrap_or(0);
    Some(Duration::from_secs(after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_for_is_seconds_or_a_time() {
        let seconds = |text| asked(text, 784_111_777).map(|wait| wait.as_secs_f64());
        assert_eq!(seconds(" 30 "), Some(30.0));
        assert_eq!(seconds("0.5"), Some(0.5));
        assert_eq!(seconds("Sun, 06 Nov 1994 08:49:40 GMT"), Some(3.0));
        assert_eq!(seconds("Sun, 06 Nov 1994 08:00:00 GMT"), Some(0.0));
        for wrong in ["", "-1", "soon", "NaN", "inf", "1e300"] {
            assert_eq!(seconds(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn only_what_cannot_be_done_twice_is_held_back() {
        assert!(Retry::Idempotent.status(503) && Retry::Once.status(429));
        assert!(!Retry::Once.status(503) && !Retry::Never.status(429));
        assert!(!Retry::Idempotent.status(400));
        let cut = NetError::Cut(String::new());
        assert!(Retry::Idempotent.failure(&cut) && !Retry::Once.failure(&cut));
    }
}
