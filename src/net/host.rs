//! The one object that opens connections.

use super::address::may_lead;
use super::error::of;
use super::retry::asked;
use super::{Address, Answer, Backoff, Clock, NetError, Request};
use reqwest::header::USER_AGENT;
use reqwest::redirect::Policy;
use reqwest::{Client, ClientBuilder, Response};
use std::future::Future;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::{Semaphore, SemaphorePermit};

/// Times an answer may send on, to the same host.
const HOPS: usize = 3;

/// Limits of everything that is sent.
#[derive(Clone, Debug)]
pub struct Settings {
    /// True when no connection may be made.
    pub offline: bool,
    /// Longest time until a connection stands.
    pub connect: Duration,
    /// Longest silence inside an answer.
    pub read: Duration,
    /// Longest time of one try.
    pub whole: Duration,
    /// Most bytes of an answer, unpacked, where the request names no limit.
    pub limit: u64,
    /// Most requests under way at once.
    pub permits: usize,
    /// Waits between tries.
    pub backoff: Backoff,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            offline: false,
            connect: Duration::from_secs(10),
            read: Duration::from_secs(30),
            whole: Duration::from_secs(120),
            limit: 16 << 20,
            permits: 8,
            backoff: Backoff::default(),
        }
    }
}

/// Opens every connection of the program.
#[derive(Debug)]
pub struct Host {
    settings: Settings,
    clock: Arc<dyn Clock>,
    permits: Semaphore,
    under_way: AtomicUsize,
    /// For this machine: no proxy, and no certificates that a bare system may lack.
    near: Client,
    /// For the world; made when it is first called.
    far: Mutex<Option<Client>>,
}

impl Host {
    /// Makes ready; nothing is called yet.
    ///
    /// # Errors
    /// [`NetError::Unusable`].
    pub fn new(settings: Settings, clock: Arc<dyn Clock>) -> Result<Self, NetError> {
        // A second host of one process finds it there.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let near = builder(&settings).no_proxy().tls_certs_only([]).build();
        Ok(Self {
            near: near.map_err(unusable)?,
            far: Mutex::new(None),
            permits: Semaphore::new(settings.permits),
            under_way: AtomicUsize::new(0),
            settings,
            clock,
        })
    }

    /// The clock it waits by.
    #[must_use]
    pub fn clock(&self) -> &Arc<dyn Clock> {
        &self.clock
    }

    /// True when no connection may be made.
    #[must_use]
    pub fn is_offline(&self) -> bool {
        self.settings.offline
    }

    /// Requests that were sent and are not answered yet.
    #[must_use]
    pub fn under_way(&self) -> usize {
        self.under_way.load(Ordering::Relaxed)
    }

    /// Sends a request until it is answered or may not be repeated. An answer of any status is an
    /// answer; those that ask to come back are waited for first.
    ///
    /// # Errors
    /// See [`NetError`].
    pub async fn send(&self, request: &Request) -> Result<Answer, NetError> {
        let mut body = Vec::new();
        let mut answer = self.receive(request, &mut body).await?;
        answer.body = body;
        Ok(answer)
    }

    /// As [`Host::send`], with the body written where it can be begun again.
    ///
    /// # Errors
    /// See [`NetError`].
    pub async fn receive(
        &self,
        request: &Request,
        into: &mut (dyn Sink + Send),
    ) -> Result<Answer, NetError> {
        let host = request.address.host();
        if self.settings.offline {
            return Err(NetError::Offline(host));
        }
        let backoff = self.settings.backoff;
        let mut tries = 1;
        loop {
            let tried = self.once(request, &host, into).await;
            let wait = match &tried {
                Ok(answer) if !request.retry.status(answer.status) => return tried,
                Ok(answer) => asked_of(answer, self.clock.unix()),
                Err(error) if !request.retry.failure(error) => return tried,
                Err(_) => None,
            };
            if let Some(after) = wait.filter(|wait| *wait > backoff.longest_asked) {
                return Err(NetError::Later { host, after });
            }
            if tries >= backoff.tries {
                return tried;
            }
            let own = backoff.wait(tries, self.clock.as_ref());
            self.clock.sleep(own.max(wait.unwrap_or_default())).await;
            tries += 1;
        }
    }

    /// One try: its turn, the exchange, and what the answer tells of the quota.
    async fn once(
        &self,
        request: &Request,
        host: &str,
        into: &mut (dyn Sink + Send),
    ) -> Result<Answer, NetError> {
        into.begin().map_err(NetError::Disk)?;
        let _permit = self.turn(request).await?;
        let _mark = Mark::new(&self.under_way);
        let answer = self.exchange(request, host, into).await?;
        if let Some(lane) = &request.lane {
            let told = answer.header("x-amzn-ratelimit-limit");
            if let Some(rate) = told.and_then(|text| text.trim().parse().ok()) {
                lane.told(rate);
            }
            if answer.status == 429 {
                lane.refused();
            }
        }
        Ok(answer)
    }

    async fn turn(&self, request: &Request) -> Result<SemaphorePermit<'_>, NetError> {
        let permit = match &request.lane {
            Some(lane) => lane.turn(&self.permits).await,
            None => self.permits.acquire().await.ok(),
        };
        permit.ok_or_else(|| NetError::Unusable("closed".to_owned()))
    }

    async fn exchange(
        &self,
        request: &Request,
        host: &str,
        into: &mut (dyn Sink + Send),
    ) -> Result<Answer, NetError> {
        let client = self.client(&request.address)?;
        let mut call = client.request(request.method.clone(), request.address.0.clone());
        call = call.headers(request.headers.clone());
        if let Some(body) = &request.body {
            call = call.body(body.clone());
        }
        if let Some(time) = request.within {
            call = call.timeout(time);
        }
        let response = call.send().await.map_err(|error| of(&error, host))?;
        let status = response.status().as_u16();
        if response.status().is_redirection() && status != 304 {
            return Err(NetError::Redirected(host.to_owned()));
        }
        let headers = response.headers().clone();
        let limit = request.limit.unwrap_or(self.settings.limit);
        take(response, limit, host, into).await?;
        Ok(Answer {
            host: host.to_owned(),
            status,
            headers,
            body: Vec::new(),
        })
    }

    fn client(&self, address: &Address) -> Result<Client, NetError> {
        if address.is_local() {
            return Ok(self.near.clone());
        }
        let mut far = self.far.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(client) = &*far {
            return Ok(client.clone());
        }
        let client = builder(&self.settings).https_only(true).build();
        let client = client.map_err(unusable)?;
        *far = Some(client.clone());
        Ok(client)
    }
}

/// Where the body of an answer goes. A try that fails is begun again from nothing.
pub trait Sink {
    /// Forgets everything that was taken.
    ///
    /// # Errors
    /// Why it cannot.
    fn begin(&mut self) -> Result<(), String>;

    /// Takes the next bytes.
    ///
    /// # Errors
    /// Why it cannot.
    fn take(&mut self, bytes: &[u8]) -> Result<(), String>;
}

impl Sink for Vec<u8> {
    fn begin(&mut self) -> Result<(), String> {
        self.clear();
        Ok(())
    }

    fn take(&mut self, bytes: &[u8]) -> Result<(), String> {
        self.extend_from_slice(bytes);
        Ok(())
    }
}

/// Reads a body no further than it may be long, whatever the headers promised.
async fn take(
    mut response: Response,
    limit: u64,
    host: &str,
    into: &mut (dyn Sink + Send),
) -> Result<(), NetError> {
    let large = || NetError::TooLarge {
        host: host.to_owned(),
        limit,
    };
    if response
        .content_length()
        .is_some_and(|length| length > limit)
    {
        return Err(large());
    }
    let mut taken = 0u64;
    while let Some(chunk) = response.chunk().await.map_err(|error| of(&error, host))? {
        taken = taken.saturating_add(chunk.len() as u64);
        if taken > limit {
            return Err(large());
        }
        into.take(&chunk).map_err(NetError::Disk)?;
    }
    Ok(())
}

fn asked_of(answer: &Answer, unix: i64) -> Option<Duration> {
    asked(answer.header("retry-after")?, unix)
}

fn builder(settings: &Settings) -> ClientBuilder {
    let policy = Policy::custom(|attempt| {
        let before = attempt.previous();
        let from = before.last();
        match from.is_some_and(|from| may_lead(from, attempt.url())) && before.len() <= HOPS {
            true => attempt.follow(),
            false => attempt.stop(),
        }
    });
    let headers = [(USER_AGENT, reqwest::header::HeaderValue::from_static(AGENT))];
    Client::builder()
        .default_headers(headers.into_iter().collect())
        .redirect(policy)
        .referer(false)
        .connect_timeout(settings.connect)
        .read_timeout(settings.read)
        .timeout(settings.whole)
}

/// What SP-API asks of every request, and others are content with.
const AGENT: &str = concat!(
    "kenpin/",
    env!("CARGO_PKG_VERSION"),
    " (Language=Rust/",
    env!("CARGO_PKG_RUST_VERSION"),
    ")"
);

fn unusable(error: reqwest::Error) -> NetError {
    let mut inner: &(dyn std::error::Error + 'static) = &error;
    while let Some(source) = inner.source() {
        inner = source;
    }
    NetError::Unusable(inner.to_string())
}

/// Counts a request as under way for as long as it lives.
struct Mark<'h>(&'h AtomicUsize);

impl<'h> Mark<'h> {
    fn new(count: &'h AtomicUsize) -> Self {
        count.fetch_add(1, Ordering::Relaxed);
        Self(count)
    }
}

impl Drop for Mark<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

/// Runs work of the network to its end on this thread.
///
/// # Errors
/// [`NetError::Unusable`] when the system gives no place to wait at.
pub fn wait<T>(work: impl Future<Output = T>) -> Result<T, NetError> {
    let mut builder = tokio::runtime::Builder::new_current_thread();
    let runtime = builder.enable_all().build();
    let runtime = runtime.map_err(|error| NetError::Unusable(error.to_string()))?;
    Ok(runtime.block_on(work))
}
