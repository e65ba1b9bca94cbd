//! Alarms by mail: TLS always, but on this machine.

use super::{Cause, Target, Tried, WITHIN};
use crate::model::Parcel;
use crate::net::{Host, NetError};
use lettre::message::header::ContentType;
use lettre::message::{Mailbox, Message};
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::{AsyncSmtpTransport, Error};
use lettre::{AsyncTransport, Tokio1Executor};
use serde::Deserialize;
use std::time::{Duration, UNIX_EPOCH};

type Transport = AsyncSmtpTransport<Tokio1Executor>;

/// Port at which TLS begins with the first byte; at any other it is asked for.
const TLS_PORT: u16 = 465;
/// Port of submission.
const PORT: u16 = 587;

/// A message in the form in which it was kept.
#[derive(Deserialize)]
struct Written {
    subject: String,
    text: String,
}

pub(super) async fn attempt(host: &Host, target: &Target<'_>, parcel: &Parcel) -> Tried {
    let server = target.alarm.server.as_str();
    if host.is_offline() {
        return Tried::Refused(Cause::Net(NetError::Offline(server.to_owned())));
    }
    let Some(message) = message(target, parcel, host.clock().unix()) else {
        return Tried::Refused(Cause::Mailbox);
    };
    let transport = match transport(target) {
        Ok(transport) => transport,
        Err(error) => return Tried::Refused(cause(server, &error)),
    };
    // Nothing was said of the mail before this is over, so that whatever fails may be repeated.
    match tokio::time::timeout(WITHIN, transport.test_connection()).await {
        Err(_) => {
            let slow = NetError::Slow(server.to_owned());
            return Tried::Again(Cause::Net(slow), Duration::ZERO);
        }
        Ok(Err(error)) => return of(server, &error, false),
        Ok(Ok(_)) => {}
    }
    match tokio::time::timeout(2 * WITHIN, transport.send(message)).await {
        Err(_) => Tried::Unsure(Cause::Net(NetError::Slow(server.to_owned()))),
        Ok(Err(error)) => of(server, &error, true),
        Ok(Ok(_)) => Tried::Taken,
    }
}

fn of(server: &str, error: &Error, begun: bool) -> Tried {
    let cause = cause(server, error);
    if error.is_permanent() {
        Tried::Refused(cause)
    } else if error.is_transient() {
        Tried::Again(cause, Duration::ZERO)
    } else if error.is_tls() || error.is_client() {
        Tried::Refused(cause)
    } else if begun {
        Tried::Unsure(cause)
    } else {
        Tried::Again(cause, Duration::ZERO)
    }
}

/// Without the words of the server: some repeat what they were told.
fn cause(server: &str, error: &Error) -> Cause {
    let host = server.to_owned();
    if let Some(code) = error.status() {
        return Cause::Status {
            host,
            status: code.into(),
            word: String::new(),
        };
    }
    let cause = String::new();
    Cause::Net(if error.is_tls() {
        NetError::Untrusted { host, cause }
    } else if error.is_timeout() {
        NetError::Slow(host)
    } else {
        NetError::Connect { host, cause }
    })
}

fn transport(target: &Target<'_>) -> Result<Transport, Error> {
    let (host, port) = place(&target.alarm.server);
    let near = host
        .parse::<std::net::IpAddr>()
        .is_ok_and(|number| number.is_loopback());
    let builder = match port {
        _ if near => Transport::builder_dangerous(host),
        TLS_PORT => Transport::relay(host)?,
        _ => Transport::starttls_relay(host)?,
    };
    let builder = builder.port(port).timeout(Some(WITHIN));
    let user = target.alarm.user.as_str();
    Ok(match &target.secret {
        Some(secret) if !user.is_empty() => {
            let credentials = Credentials::new(user.to_owned(), secret.expose().to_owned());
            builder.credentials(credentials).build()
        }
        _ => builder.build(),
    })
}

fn place(server: &str) -> (&str, u16) {
    let split = server.rsplit_once(':');
    let port = split.and_then(|(host, port)| Some((host, port.parse().ok()?)));
    port.unwrap_or((server, PORT))
}

fn message(target: &Target<'_>, parcel: &Parcel, unix: i64) -> Option<Message> {
    let written: Written = serde_json::from_str(&parcel.body).ok()?;
    let from: Mailbox = target.alarm.from.parse().ok()?;
    let domain = from.email.domain().to_owned();
    let seconds = u64::try_from(unix).unwrap_or(0);
    let mut message = Message::builder()
        .from(from)
        // The same over all tries: most servers drop a second one.
        .message_id(Some(format!("<{}@{domain}>", parcel.key)))
        .date(UNIX_EPOCH + Duration::from_secs(seconds))
        .subject(written.subject);
    for to in &target.alarm.to {
        message = message.to(to.parse().ok()?);
    }
    message
        .header(ContentType::TEXT_PLAIN)
        .body(written.text)
        .ok()
}
