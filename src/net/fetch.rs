//! Fetching many answers: each kind in its own quota, all of them side by side, and every answer
//! handed over as it comes.

use super::amazon::Amazon;
use super::{Address, Clock, Host, Invoices, NetError, ServiceError};
use crate::model::{Fetched, Published};
use serde::Serialize;
use std::collections::{HashMap, VecDeque};
use std::sync::Arc;
use std::time::Duration;
use tokio::task::{Id, JoinError, JoinSet};

/// Calls of one kind under way at once: enough for the quickest quota when answers are slow.
const WIDTH: usize = 6;
/// Failures in a row after which a kind is left.
const IN_VAIN: u32 = 5;
/// Times that keys whose answer did not come, or came garbled, are asked for once more.
const AGAIN: u32 = 3;
/// Time behind the budget in which what was begun may still come.
const GRACE: Duration = Duration::from_secs(20);

/// The services that something is fetched from.
#[derive(Debug)]
pub struct Services {
    /// Opens the connections.
    pub host: Arc<Host>,
    /// Amazon, or why there is none.
    pub amazon: Result<Amazon, ServiceError>,
    /// The tax agency, or why there is none.
    pub invoices: Result<Invoices, ServiceError>,
    /// Quotas and batches.
    pub published: Published,
}

/// What is to be fetched of one kind, the most important first.
#[derive(Clone, Debug)]
pub struct Job {
    /// Kind.
    pub kind: Fetched,
    /// ASINs, SKUs or numbers.
    pub keys: Vec<String>,
}

/// What became of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// Kind.
    pub kind: Fetched,
    /// Keys that were answered.
    pub answered: usize,
    /// Keys that failed, and why the last of them did.
    pub failed: usize,
    /// Keys that were not asked for any more.
    pub left: usize,
    /// The last failure.
    pub why: Option<ServiceError>,
    /// Calls that were made, repeats not counted.
    pub calls: u64,
}

/// Takes what was fetched: the answers with their keys, as JSON.
///
/// An error of it ends the work.
pub type Keep<'k> = &'k mut dyn FnMut(Fetched, &[(String, String)]) -> Result<(), String>;

type Answers = Vec<(String, String)>;

impl Services {
    /// The host that is asked about a kind.
    fn asked(&self, kind: Fetched) -> String {
        let endpoint = match kind {
            Fetched::Numbers => &self.published.invoices.endpoint,
            _ => &self.published.amazon.endpoint,
        };
        Address::new(endpoint).map_or_else(|_| String::new(), |at| at.host())
    }

    /// Fetches some keys of a kind in one call.
    ///
    /// # Errors
    /// See [`ServiceError`].
    pub async fn fetch(&self, kind: Fetched, keys: &[String]) -> Result<Answers, ServiceError> {
        let amazon = || self.amazon.as_ref().map_err(Clone::clone);
        let invoices = || self.invoices.as_ref().map_err(Clone::clone);
        match kind {
            Fetched::Catalog => written(amazon()?.catalog(keys).await?),
            Fetched::Listings => written(amazon()?.listings(keys).await?),
            Fetched::Stock => written(amazon()?.inventory(keys).await?),
            Fetched::Numbers => written(invoices()?.numbers(keys).await?),
            Fetched::Restrictions => {
                let mut all = Vec::new();
                for key in keys {
                    all.push((key.clone(), amazon()?.restrictions(key).await?));
                }
                written(all)
            }
            Fetched::Eligibility => {
                let mut all = Vec::new();
                for key in keys {
                    all.push((key.clone(), amazon()?.eligibility(key).await?));
                }
                written(all)
            }
        }
    }
}

fn written<T: Serialize>(answers: Vec<(String, T)>) -> Result<Answers, ServiceError> {
    let json = |(key, answer): (String, T)| Ok((key, serde_json::to_string(&answer)?));
    let all: serde_json::Result<Answers> = answers.into_iter().map(json).collect();
    all.map_err(|error| ServiceError::Net(NetError::Disk(error.to_string())))
}

/// The keys of one call, and how often they may still be asked for.
struct Batch {
    keys: Vec<String>,
    again: u32,
    /// Why no answer came yet.
    why: Option<ServiceError>,
}

impl Batch {
    fn new(keys: Vec<String>, again: u32) -> Self {
        let why = None;
        Self { keys, again, why }
    }
}

/// One kind while it is fetched.
struct Queue {
    done: Done,
    batches: VecDeque<Batch>,
    under_way: usize,
    in_vain: u32,
}

impl Queue {
    fn new(job: Job, published: &Published) -> Self {
        let batch = published.fetching(job.kind).map_or(1, |o| o.batch.max(1));
        Self {
            done: Done {
                kind: job.kind,
                answered: 0,
                failed: 0,
                left: 0,
                why: None,
                calls: 0,
            },
            batches: batches(job.keys, batch)
                .into_iter()
                .map(|keys| Batch::new(keys, AGAIN))
                .collect(),
            under_way: 0,
            in_vain: 0,
        }
    }

    fn stop(&mut self) {
        for batch in std::mem::take(&mut self.batches) {
            self.leave(batch);
        }
    }

    fn leave(&mut self, batch: Batch) {
        self.done.left += batch.keys.len();
        self.done.why = self.done.why.take().or(batch.why);
    }

    /// Takes a failure. Keys that were refused together are asked for one by one; those whose
    /// answer did not come go to the end of the queue.
    fn failed(&mut self, batch: Batch, error: ServiceError) {
        let Batch { keys, again, .. } = batch;
        if error.is_bad_request() && keys.len() > 1 {
            let alone = |key| Batch::new(vec![key], again);
            self.batches.extend(keys.into_iter().map(alone));
            return;
        }
        // One wrong or unknown key says nothing of the others.
        let alone = error.is_bad_request() || (error.is_unknown() && keys.len() == 1);
        self.in_vain += u32::from(!alone);
        let over = error.ends_all() || self.in_vain >= IN_VAIN;
        if !over && !alone && again > 0 {
            self.batches.push_back(Batch {
                keys,
                again: again - 1,
                why: Some(error),
            });
            return;
        }
        self.done.failed += keys.len();
        self.done.why = Some(error);
        if over {
            self.stop();
        }
    }
}

/// Keys in batches; one that holds a comma goes by itself, because commas part them.
fn batches(keys: Vec<String>, batch: usize) -> Vec<Vec<String>> {
    let (alone, plain): (Vec<String>, Vec<String>) = match batch {
        1 => (keys, Vec::new()),
        _ => keys.into_iter().partition(|key| key.contains(',')),
    };
    let mut all: Vec<Vec<String>> = plain.chunks(batch.max(1)).map(<[_]>::to_vec).collect();
    all.extend(alone.into_iter().map(|key| vec![key]));
    all
}

/// What is under way: calls, the queue each is of, and what it asks for.
struct Running {
    calls: JoinSet<Result<Answers, ServiceError>>,
    asked: HashMap<Id, (usize, Batch)>,
}

impl Running {
    /// Waits for a call to end, until `end` and the grace behind it; `None` when none is left.
    async fn next(
        &mut self,
        clock: &dyn Clock,
        end: Option<Duration>,
    ) -> Option<(usize, Batch, Result<Answers, ServiceError>)> {
        let ended = match end {
            None => self.calls.join_next_with_id().await,
            Some(end) => tokio::select! {
                ended = self.calls.join_next_with_id() => ended,
                () = clock.sleep((end + GRACE).saturating_sub(clock.now())) => None,
            },
        };
        let (id, answer) = match ended? {
            Ok(ended) => ended,
            Err(error) => (error.id(), Err(broken(&error))),
        };
        let (nth, batch) = self.asked.remove(&id)?;
        Some((nth, batch, answer))
    }
}

/// A call that did not come to its end.
fn broken(error: &JoinError) -> ServiceError {
    let cause = match error.is_panic() {
        true => "panic",
        false => "cancelled",
    };
    NetError::Unusable(cause.to_owned()).into()
}

/// Fetches all jobs. After `budget` nothing more is begun, and little later nothing is waited for.
/// What is under way is bounded, whatever the number of keys.
pub async fn fetch(
    services: &Arc<Services>,
    jobs: Vec<Job>,
    budget: Option<Duration>,
    keep: Keep<'_>,
) -> Vec<Done> {
    let clock = services.host.clock();
    let end = budget.map(|budget| clock.now() + budget);
    let queues = jobs.into_iter();
    let mut queues: Vec<Queue> = queues
        .map(|job| Queue::new(job, &services.published))
        .collect();
    let mut running = Running {
        calls: JoinSet::new(),
        asked: HashMap::new(),
    };
    loop {
        if end.is_some_and(|end| clock.now() >= end) {
            queues.iter_mut().for_each(Queue::stop);
        }
        for (nth, queue) in queues.iter_mut().enumerate() {
            while queue.under_way < WIDTH
                && let Some(batch) = queue.batches.pop_front()
            {
                queue.under_way += 1;
                queue.done.calls += 1;
                let (services, kind) = (Arc::clone(services), queue.done.kind);
                let keys = batch.keys.clone();
                let call = async move { services.fetch(kind, &keys).await };
                let id = running.calls.spawn(call).id();
                running.asked.insert(id, (nth, batch));
            }
        }
        let Some((nth, batch, answer)) = running.next(clock.as_ref(), end).await else {
            break;
        };
        let Some(queue) = queues.get_mut(nth) else {
            continue;
        };
        queue.under_way -= 1;
        match answer {
            Ok(answers) => {
                queue.in_vain = 0;
                queue.done.answered += answers.len();
                if let Err(why) = keep(queue.done.kind, &answers) {
                    queue.done.answered -= answers.len();
                    queue.failed(batch, NetError::Disk(why).into());
                    queues.iter_mut().for_each(Queue::stop);
                }
            }
            Err(error) => queue.failed(batch, error),
        }
    }
    // Whatever is still under way now ends with the set.
    for (nth, mut batch) in running.asked.into_values() {
        if let Some(queue) = queues.get_mut(nth) {
            let slow = || NetError::Slow(services.asked(queue.done.kind)).into();
            batch.why.get_or_insert_with(slow);
            queue.leave(batch);
        }
    }
    queues.into_iter().map(|queue| queue.done).collect()
}

/// The time that some keys of a kind need under its quota, and the calls.
#[must_use]
pub fn time(published: &Published, kind: Fetched, keys: &[String]) -> (u64, Duration) {
    let Some(operation) = published.fetching(kind) else {
        return (0, Duration::ZERO);
    };
    let calls = batches(keys.to_vec(), operation.batch.max(1)).len() as u64;
    let pace = super::Pace {
        rate: operation.rate,
        burst: operation.burst,
    };
    (calls, pace.time(calls))
}
