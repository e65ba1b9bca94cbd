//! Fetching many answers: each kind in its own quota, all of them side by side, and every answer
//! handed over as it comes.

use super::amazon::Amazon;
use super::{Host, Invoices, NetError, ServiceError};
use crate::model::{Fetched, Published};
use serde::Serialize;
use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;
use tokio::task::JoinSet;

/// Calls of one kind under way at once: enough for the quickest quota when answers are slow.
const WIDTH: usize = 6;
/// Failures in a row after which a kind is left.
const IN_VAIN: u32 = 5;
/// Times that keys whose answer did not come, or came garbled, are asked for once more.
const AGAIN: u32 = 3;

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
                .map(|keys| Batch { keys, again: AGAIN })
                .collect(),
            under_way: 0,
            in_vain: 0,
        }
    }

    fn stop(&mut self) {
        let left = self.batches.drain(..).map(|batch| batch.keys.len());
        self.done.left += left.sum::<usize>();
    }

    /// Takes a failure. Keys that were refused together are asked for one by one; those whose
    /// answer did not come go to the end of the queue.
    fn failed(&mut self, batch: Batch, error: ServiceError) {
        let Batch { keys, again } = batch;
        if error.is_bad_request() && keys.len() > 1 {
            let alone = |key| Batch {
                keys: vec![key],
                again,
            };
            self.batches.extend(keys.into_iter().map(alone));
            return;
        }
        // One wrong key says nothing of the others.
        self.in_vain += u32::from(!error.is_bad_request());
        let over = error.ends_all() || self.in_vain >= IN_VAIN;
        if !over && !error.is_bad_request() && again > 0 {
            let again = again - 1;
            self.batches.push_back(Batch { keys, again });
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

/// Fetches all jobs. After `budget` nothing more is begun. What is under way is bounded, whatever
/// the number of keys.
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
    let mut running = JoinSet::new();
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
                running.spawn(async move {
                    let answer = services.fetch(kind, &batch.keys).await;
                    (nth, batch, answer)
                });
            }
        }
        let Some(ended) = running.join_next().await else {
            break;
        };
        let Ok((nth, batch, answer)) = ended else {
            continue;
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
