//! Time that stands while requests are under way, and jumps when everybody waits.

use kenpin::net::{Clock, Host, Pause};
use std::collections::BTreeMap;
use std::future::Future;
use std::pin::{Pin, pin};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

/// A clock that a test moves.
#[derive(Debug, Default)]
pub struct Simulated(Arc<Mutex<State>>);

#[derive(Debug, Default)]
struct State {
    now: Duration,
    next: u64,
    sleepers: BTreeMap<(Duration, u64), Waker>,
    chance: u64,
}

impl Simulated {
    /// The clock, and itself as what a host waits by.
    pub fn pair() -> (Arc<Self>, Arc<dyn Clock>) {
        let clock = Arc::new(Self::default());
        let seen: Arc<dyn Clock> = Arc::<Self>::clone(&clock);
        (clock, seen)
    }

    fn jump(&self) {
        let mut state = self.0.lock().unwrap();
        if let Some(((until, _), waker)) = state.sleepers.pop_first() {
            state.now = state.now.max(until);
            waker.wake();
        }
    }
}

impl Clock for Simulated {
    fn now(&self) -> Duration {
        self.0.lock().unwrap().now
    }

    fn unix(&self) -> i64 {
        1_790_000_000 + self.now().as_secs() as i64
    }

    fn sleep(&self, time: Duration) -> Pause<'_> {
        let until = self.now() + time;
        let state = Arc::clone(&self.0);
        Box::pin(Sleep {
            state,
            until,
            id: None,
        })
    }

    fn chance(&self) -> f64 {
        let mut state = self.0.lock().unwrap();
        state.chance = state.chance.wrapping_mul(6_364_136_223_846_793_005) + 1;
        (state.chance >> 11) as f64 / (1u64 << 53) as f64
    }
}

struct Sleep {
    state: Arc<Mutex<State>>,
    until: Duration,
    id: Option<u64>,
}

impl Future for Sleep {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        let shared = Arc::clone(&self.state);
        let mut state = shared.lock().unwrap();
        if state.now >= self.until {
            return Poll::Ready(());
        }
        let id = *self.id.get_or_insert_with(|| {
            state.next += 1;
            state.next
        });
        let waker = cx.waker().clone();
        state.sleepers.insert((self.until, id), waker);
        Poll::Pending
    }
}

impl Drop for Sleep {
    fn drop(&mut self) {
        if let Some(id) = self.id {
            self.state
                .lock()
                .unwrap()
                .sleepers
                .remove(&(self.until, id));
        }
    }
}

/// Runs work to its end; whenever nothing is under way, the next sleeper is woken.
pub fn simulate<T>(host: &Host, clock: &Simulated, work: impl Future<Output = T>) -> T {
    let pacing = async {
        let mut idle = 0;
        loop {
            tokio::task::yield_now().await;
            idle = if host.under_way() == 0 { idle + 1 } else { 0 };
            if idle > 16 {
                clock.jump();
                idle = 0;
            }
            std::thread::yield_now();
        }
    };
    kenpin::net::wait(async {
        let (work, pacing) = (pin!(work), pin!(pacing));
        tokio::select! {
            done = work => done,
            () = pacing => unreachable!(),
        }
    })
    .unwrap()
}
