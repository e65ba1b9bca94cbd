//! The time that a run may begin something in.

use std::time::{Duration, Instant};

/// Minutes from the start of the run on, or no end.
#[derive(Clone, Copy, Debug)]
pub(super) struct Budget {
    begun: Instant,
    all: Option<Duration>,
}

impl Budget {
    /// Begins now.
    pub(super) fn new(minutes: Option<u32>) -> Self {
        Self {
            begun: Instant::now(),
            all: minutes.map(|minutes| Duration::from_secs(u64::from(minutes) * 60)),
        }
    }

    /// What is left of it; `None` for a run without an end.
    pub(super) fn left(self) -> Option<Duration> {
        let all = self.all?;
        Some(all.saturating_sub(self.begun.elapsed()))
    }

    /// True when nothing more may be begun.
    pub(super) fn is_over(self) -> bool {
        self.left() == Some(Duration::ZERO)
    }
}
