//! Alarms on their way out: one try, what its answer means, and how often it is tried again.

mod mail;
mod request;
mod sign;

pub use sign::{Keys, signature};

use super::retry::asked;
use super::{Answer, Backoff, Host, NetError, Retry, Secret};
use crate::model::{Alarm, AlarmKind, Parcel, ParcelState};
use std::time::Duration;

/// Tries within one run.
const TRIES: u32 = 4;
/// The waits between them. All tries of a message end within the five minutes for which its
/// receiver holds a signature good.
const BACKOFF: Backoff = Backoff {
    tries: TRIES,
    first: Duration::from_secs(1),
    most: Duration::from_secs(15),
    longest_asked: Duration::from_secs(45),
};
/// Longest time of one try.
const WITHIN: Duration = Duration::from_secs(20);
/// Between two messages to one target: Slack takes one a second, a room of Chatwork ten in ten.
const BETWEEN: Duration = Duration::from_millis(1_100);

/// An alarm with its secrets, which live no longer than this run.
#[derive(Debug)]
pub struct Target<'a> {
    /// The alarm.
    pub alarm: &'a Alarm,
    /// Address, token or password; none for mail without a name to sign in with.
    pub secret: Option<Secret>,
    /// Signing keys of a generic webhook.
    pub keys: Option<Keys>,
}

/// Why a message was not taken. None of it holds a secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The network failed.
    Net(NetError),
    /// The target said no.
    Status {
        /// Host.
        host: String,
        /// Status of HTTP or SMTP.
        status: u16,
        /// The target's own word for it, where it is a word of a known kind.
        word: String,
    },
    /// A mail address is none.
    Mailbox,
}

/// What one try came to.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Tried {
    Taken,
    /// The target is there no more.
    Gone,
    /// Surely not taken, and not worth another try now.
    Refused(Cause),
    /// Surely not taken, and worth another try.
    Again(Cause, Duration),
    /// It may have been taken.
    Unsure(Cause),
}

/// How a message ended in this run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    /// Taken by the target.
    Sent,
    /// The target is there no more.
    Gone,
    /// Not taken; it waits.
    Failed(Cause),
    /// It may have been taken, and the target would not know a second one for the first.
    Unknown(Cause),
}

/// Sends a message, at most as often as it surely was not taken.
///
/// `mark` is told before and after each try how far the message came; what it cannot keep is not
/// sent.
///
/// # Errors
/// Those of `mark`.
pub async fn deliver<E>(
    host: &Host,
    target: &Target<'_>,
    parcel: &Parcel,
    mark: &mut dyn FnMut(ParcelState, u32) -> Result<(), E>,
) -> Result<End, E> {
    let mut nth = 0;
    loop {
        nth += 1;
        let tries = parcel.tries.saturating_add(nth);
        mark(ParcelState::UnderWay, tries)?;
        let tried = attempt(host, target, parcel).await;
        let (cause, wait) = match tried {
            Tried::Taken => {
                mark(ParcelState::Sent, tries)?;
                return Ok(End::Sent);
            }
            Tried::Gone => {
                mark(ParcelState::Gone, tries)?;
                return Ok(End::Gone);
            }
            Tried::Unsure(cause) if !parcel.kind.knows_keys() => {
                mark(ParcelState::Unknown, tries)?;
                return Ok(End::Unknown(cause));
            }
            Tried::Refused(cause) => {
                mark(ParcelState::Waiting, tries)?;
                return Ok(End::Failed(cause));
            }
            Tried::Unsure(cause) => (cause, Duration::ZERO),
            Tried::Again(cause, wait) => (cause, wait),
        };
        // A target that knows keys takes the next one for the same; to all others it is surely new.
        mark(ParcelState::Waiting, tries)?;
        if nth >= TRIES || wait > BACKOFF.longest_asked {
            return Ok(End::Failed(cause));
        }
        let clock = host.clock();
        let own = BACKOFF.wait(nth, clock.as_ref());
        clock.sleep(own.max(wait)).await;
    }
}

/// The rest between two messages to one target.
pub async fn rest(host: &Host) {
    host.clock().sleep(BETWEEN).await;
}

async fn attempt(host: &Host, target: &Target<'_>, parcel: &Parcel) -> Tried {
    if parcel.kind == AlarmKind::Mail {
        return mail::attempt(host, target, parcel).await;
    }
    let request = match request::of(target, parcel, host.clock().unix()) {
        Ok(request) => request.retry(Retry::Never).within(WITHIN).limit(64 << 10),
        Err(error) => return Tried::Refused(Cause::Net(error)),
    };
    match host.send(&request).await {
        Ok(answer) => of_answer(parcel.kind, &answer, host.clock().unix()),
        Err(error) => of_error(error),
    }
}

fn of_error(error: NetError) -> Tried {
    match &error {
        NetError::Connect { .. } => Tried::Again(Cause::Net(error), Duration::ZERO),
        // A server that answered, if with too much or something odd, has seen the request.
        NetError::Slow(_) | NetError::Cut(_) | NetError::TooLarge { .. } => {
            Tried::Unsure(Cause::Net(error))
        }
        _ => Tried::Refused(Cause::Net(error)),
    }
}

fn of_answer(kind: AlarmKind, answer: &Answer, unix: i64) -> Tried {
    let status = answer.status();
    let cause = Cause::Status {
        host: answer.host().to_owned(),
        status,
        word: word(kind, answer),
    };
    match status {
        200..=299 => Tried::Taken,
        // Taken already, under the same key.
        409 if kind == AlarmKind::Line => Tried::Taken,
        410 => Tried::Gone,
        429 | 500 | 503 => Tried::Again(cause, wait(kind, answer, unix)),
        // What stands behind a gateway may have taken it.
        502 | 504 => Tried::Unsure(cause),
        _ => Tried::Refused(cause),
    }
}

/// The wait that is asked for, as each target says it.
fn wait(kind: AlarmKind, answer: &Answer, unix: i64) -> Duration {
    let told = answer
        .header("retry-after")
        .and_then(|text| asked(text, unix));
    let own = || match kind {
        AlarmKind::Discord => {
            let body: serde_json::Value = answer.json().ok()?;
            Duration::try_from_secs_f64(body.get("retry_after")?.as_f64()?).ok()
        }
        AlarmKind::Chatwork => asked_until(answer.header("x-ratelimit-reset")?, unix),
        _ => None,
    };
    told.or_else(own).unwrap_or_default()
}

fn asked_until(text: &str, unix: i64) -> Option<Duration> {
    let at: i64 = text.trim().parse().ok()?;
    let after = u64::try_from(at.saturating_sub(unix)).unwrap_or(0);
    Some(Duration::from_secs(after))
}

/// Slack says why in one plain word; a body of anything else is not shown.
fn word(kind: AlarmKind, answer: &Answer) -> String {
    let text = std::str::from_utf8(answer.bytes()).unwrap_or_default();
    let plain = |c: char| c.is_ascii_lowercase() || c == '_';
    match kind {
        AlarmKind::Slack if text.len() <= 40 && text.chars().all(plain) => text.to_owned(),
        _ => String::new(),
    }
}
