//! The time that the network waits by: that of the system, or one that a test moves.

use std::fmt::Debug;
use std::future::Future;
use std::pin::Pin;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// A wait that is not over yet.
pub type Pause<'c> = Pin<Box<dyn Future<Output = ()> + Send + 'c>>;

/// Where time and chance come from.
pub trait Clock: Debug + Send + Sync {
    /// Time since a start that never changes; it never goes back.
    fn now(&self) -> Duration;

    /// Seconds since 1970, as the world counts them.
    fn unix(&self) -> i64;

    /// Ends when so much time has passed.
    fn sleep(&self, time: Duration) -> Pause<'_>;

    /// Chance from 0 up to but not 1, which keeps many programs from repeating in step.
    fn chance(&self) -> f64;
}

/// The clock of the system.
#[derive(Clone, Copy, Debug)]
pub struct System {
    start: Instant,
}

impl Default for System {
    fn default() -> Self {
        let start = Instant::now();
        Self { start }
    }
}

impl Clock for System {
    fn now(&self) -> Duration {
        self.start.elapsed()
    }

    fn unix(&self) -> i64 {
        let since = SystemTime::now().duration_since(UNIX_EPOCH);
        since.map_or(0, |time| time.as_secs().try_into().unwrap_or(i64::MAX))
    }

    fn sleep(&self, time: Duration) -> Pause<'_> {
        // Made where it is waited for: only there is a runtime sure to be.
        Box::pin(async move { tokio::time::sleep(time).await })
    }

    fn chance(&self) -> f64 {
        fastrand::f64()
    }
}
