//! Quotas: one lane for each operation, a bucket of tokens that all tasks share.

use super::Clock;
use governor::clock::Clock as Ticking;
use governor::middleware::NoOpMiddleware;
use governor::state::{InMemoryState, NotKeyed};
use governor::{Quota, RateLimiter};
use std::num::NonZeroU32;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::{Semaphore, SemaphorePermit};

/// How many times slower than published the other side may make it.
const SLOWEST: f64 = 100.0;

/// A published quota.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pace {
    /// Calls a second in the long run.
    pub rate: f64,
    /// Calls that may be made at once after a rest.
    pub burst: u32,
}

impl Pace {
    /// The time that so many calls need, from a full bucket on.
    #[must_use]
    pub fn time(self, calls: u64) -> Duration {
        let waited = calls.saturating_sub(u64::from(self.burst));
        Duration::try_from_secs_f64(waited as f64 / self.rate).unwrap_or(Duration::MAX)
    }
}

/// The clock as the limiter wants it.
#[derive(Clone, Debug)]
struct Ticks(Arc<dyn Clock>);

impl Ticking for Ticks {
    type Instant = Duration;

    fn now(&self) -> Duration {
        self.0.now()
    }
}

type Limiter = RateLimiter<NotKeyed, InMemoryState, Ticks, NoOpMiddleware<Duration>>;

/// The way that all calls of one operation take, one behind the other.
#[derive(Debug)]
pub struct Lane {
    published: Pace,
    clock: Ticks,
    line: tokio::sync::Mutex<()>,
    now: Mutex<Current>,
}

/// The limiter in force, at the rate it was made for.
#[derive(Debug)]
struct Current {
    rate: f64,
    limiter: Limiter,
}

impl Lane {
    /// The lane of an operation with that quota.
    #[must_use]
    pub fn new(published: Pace, clock: &Arc<dyn Clock>) -> Self {
        let clock = Ticks(Arc::clone(clock));
        let now = Current {
            rate: published.rate,
            limiter: RateLimiter::direct_with_clock(quota(published), clock.clone()),
        };
        Self {
            published,
            clock,
            line: tokio::sync::Mutex::new(()),
            now: Mutex::new(now),
        }
    }

    /// The quota in force: never above the published one.
    #[must_use]
    pub fn pace(&self) -> Pace {
        Pace {
            rate: self.lock().rate,
            burst: self.published.burst,
        }
    }

    /// Waits for a token, and for a permit to send. A token is only taken with the permit in hand,
    /// so that calls never wait behind it and leave in a bunch; no permit is held while waiting.
    ///
    /// `None` when no permits are given any more.
    pub(super) async fn turn<'p>(&self, permits: &'p Semaphore) -> Option<SemaphorePermit<'p>> {
        let _first = self.line.lock().await;
        loop {
            let permit = permits.acquire().await.ok()?;
            match self.take() {
                Ok(()) => return Some(permit),
                Err(wait) => {
                    drop(permit);
                    self.clock.0.sleep(wait).await;
                }
            }
        }
    }

    fn take(&self) -> Result<(), Duration> {
        let taken = self.lock().limiter.check();
        // A wait of nothing would spin.
        let least = Duration::from_millis(1);
        taken.map_err(|not| not.wait_time_from(self.clock.now()).max(least))
    }

    /// Goes by the rate that an answer told, where it is below the published one.
    pub(super) fn told(&self, rate: f64) {
        if !rate.is_finite() || rate <= 0.0 {
            return;
        }
        let most = self.published.rate;
        // A rate next to nothing would hold the work up for years.
        let rate = rate.max(most / SLOWEST).min(most);
        if (self.lock().rate - rate).abs() > rate * 1e-3 {
            self.emptied(rate);
        }
    }

    /// The other side counts otherwise: begin again with an empty bucket.
    pub(super) fn refused(&self) {
        let rate = self.lock().rate;
        self.emptied(rate);
    }

    fn emptied(&self, rate: f64) {
        let quota = quota(Pace {
            rate,
            burst: self.published.burst,
        });
        let limiter = RateLimiter::direct_with_clock(quota, self.clock.clone());
        // As many as fit are always there in a new one.
        let _ = limiter.check_n(quota.burst_size());
        *self.lock() = Current { rate, limiter };
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Current> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Rates out of reason, which only a data file could hold, become once a minute; longer than a day
/// no call waits.
fn quota(pace: Pace) -> Quota {
    let minute = Duration::from_secs(60);
    let period = Duration::try_from_secs_f64(pace.rate.recip()).unwrap_or(minute);
    let period = period.min(Duration::from_secs(86_400));
    let quota = Quota::with_period(period).or_else(|| Quota::with_period(minute));
    let burst = NonZeroU32::new(pace.burst).unwrap_or(NonZeroU32::MIN);
    quota
        .unwrap_or_else(|| Quota::per_minute(NonZeroU32::MIN))
        .allow_burst(burst)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::net::System;

    fn lane(rate: f64, burst: u32) -> Lane {
        let clock: Arc<dyn Clock> = Arc::new(System::default());
        Lane::new(Pace { rate, burst }, &clock)
    }

    #[test]
    fn a_burst_is_let_through_and_then_the_rate_holds() {
        let lane = lane(0.001, 2);
        assert!(lane.take().is_ok() && lane.take().is_ok());
        assert!(lane.take().unwrap_err() > Duration::from_secs(900));
    }

    #[test]
    fn a_lower_rate_is_taken_over_and_a_higher_one_is_not() {
        let lane = lane(5.0, 10);
        lane.told(0.5);
        assert!((lane.pace().rate - 0.5).abs() < 1e-9);
        assert!(lane.take().is_err(), "a change begins with an empty bucket");
        lane.told(50.0);
        assert!((lane.pace().rate - 5.0).abs() < 1e-9);
        for wrong in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            lane.told(wrong);
        }
        assert!((lane.pace().rate - 5.0).abs() < 1e-9);
    }

    #[test]
    fn a_rate_next_to_nothing_neither_ends_nor_freezes_the_lane() {
        for tiny in [1e-3, 1e-9, 1e-11, 1e-300, f64::MIN_POSITIVE] {
            let lane = lane(5.0, 10);
            lane.told(tiny);
            assert!((lane.pace().rate - 0.05).abs() < 1e-9, "{tiny}");
            assert!(
                lane.take().unwrap_err() <= Duration::from_secs(20),
                "{tiny}"
            );
        }
        assert!(self::lane(1e-11, 10).take().is_ok());
    }

    #[test]
    fn minutes_follow_from_the_quota() {
        let restrictions = Pace {
            rate: 5.0,
            burst: 10,
        };
        assert_eq!(restrictions.time(10), Duration::ZERO);
        assert_eq!(restrictions.time(10_000).as_secs(), 1_998);
    }
}
