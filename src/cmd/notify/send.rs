//! Sending: every message that waits, in its order, each step kept before the next is taken.

use super::made::parcels_of;
use super::{Way, named};
use crate::cmd::{Screen, Stop, audit};
use crate::model::{Alarm, Parcel, ParcelState, Value};
use crate::net::alarm::{Cause, End, Keys, Target, deliver, rest};
use crate::net::secret::Vault;
use crate::net::{Host, NetError, Secret, Secrets, Settings, System, wait};
use crate::store::{Store, StoreError};
use crate::write::alarm::Told;
use std::convert::Infallible;
use std::sync::Arc;

/// A message with its values.
type Said = (&'static str, Vec<(&'static str, Value)>);

/// How a message ended: what says it, and what says why.
struct Ended {
    id: &'static str,
    why: Option<Said>,
}

/// Sends what waits for these alarms. What goes wrong is told, and fails nothing else.
pub(in crate::cmd) fn all(
    store: &mut Store,
    alarms: &[Alarm],
    way: Way,
    screen: &mut Screen,
) -> Result<(), Stop> {
    let open = store.open_parcels().map_err(|error| audit::stop(&error))?;
    let left = store.parcels_left().map_err(|error| audit::stop(&error))?;
    let mut unsent = 0_u64;
    let mut host = None;
    for alarm in alarms {
        let mut ended = Vec::new();
        if left.contains_key(&(alarm.name.clone(), ParcelState::Gone)) {
            ended.push(Ended::of("alarm-gone"));
        }
        let ours = |parcel: &&Parcel| parcel.alarm == alarm.name && parcel.kind == alarm.kind;
        let parcels: Vec<&Parcel> = open.iter().filter(ours).collect();
        if way.offline && !parcels.is_empty() {
            ended.push(Ended::of("alarm-waiting"));
        } else if !parcels.is_empty() {
            match target(alarm) {
                Ok(target) => {
                    let host = match &host {
                        Some(host) => host,
                        None => host.insert(ready(false)?),
                    };
                    ended.extend(in_order(host, &target, &parcels, store)?);
                }
                Err(why) => ended.push(Ended::failed(why)),
            }
        }
        unsent += tell(alarm, &ended, way, screen)?;
    }
    if unsent > 0 {
        screen.tell("alarm-summary", &[("n", unsent.into())])?;
    }
    Ok(())
}

/// Sends a test message and says how it went; true when it arrived.
pub(super) fn test(alarm: &Alarm, offline: bool, screen: &mut Screen) -> Result<bool, Stop> {
    let way = Way {
        offline,
        quiet: false,
    };
    let target = match target(alarm) {
        Ok(target) => target,
        Err(why) => {
            tell(alarm, &[Ended::not_tested(why)], way, screen)?;
            return Ok(false);
        }
    };
    let host = ready(offline)?;
    let mut ended = Vec::new();
    for parcel in &parcels_of(Told::Test, alarm, ParcelState::Waiting, screen) {
        let mut mark = |_, _| Ok::<(), Infallible>(());
        let end = wait(deliver(&host, &target, parcel, &mut mark));
        let Ok(end) = end.map_err(|error| unusable(&error))?;
        ended.push(match end {
            End::Failed(cause) | End::Unknown(cause) => Ended::not_tested(why(&cause)),
            End::Gone => Ended::of("alarm-gone"),
            End::Sent => Ended::of("alarm-sent"),
        });
    }
    Ok(tell(alarm, &ended, way, screen)? == 0)
}

fn ready(offline: bool) -> Result<Host, Stop> {
    let settings = Settings {
        offline,
        ..Settings::default()
    };
    let host = Host::new(settings, Arc::new(System::default()));
    host.map_err(|error| unusable(&error))
}

fn unusable(error: &NetError) -> Stop {
    Stop::Said("alarm-unusable", vec![("cause", error.to_string().into())])
}

/// The messages of one alarm, one behind the other, up to the first that cannot be sent.
fn in_order(
    host: &Host,
    target: &Target<'_>,
    parcels: &[&Parcel],
    store: &mut Store,
) -> Result<Vec<Ended>, Stop> {
    let stop = |error: StoreError| audit::stop(&error);
    let mut all = Vec::new();
    let mut gone = false;
    for (nth, parcel) in parcels.iter().enumerate() {
        if gone {
            let marked = store.mark(parcel.id, ParcelState::Gone, parcel.tries);
            marked.map_err(stop)?;
            continue;
        }
        if parcel.state == ParcelState::UnderWay && !parcel.kind.knows_keys() {
            // The run that sent it ended before it could say what came of it.
            let marked = store.mark(parcel.id, ParcelState::Unknown, parcel.tries);
            marked.map_err(stop)?;
            all.push(Ended {
                id: "alarm-unknown",
                why: Some(("alarm-unknown-killed", Vec::new())),
            });
            continue;
        }
        let mut mark = |state, tries| store.mark(parcel.id, state, tries);
        let work = async {
            if nth > 0 {
                rest(host).await;
            }
            deliver(host, target, parcel, &mut mark).await
        };
        let end = wait(work).map_err(|error| unusable(&error))?;
        match end.map_err(stop)? {
            End::Sent => all.push(Ended::of("alarm-sent")),
            End::Gone => {
                gone = true;
                all.push(Ended::of("alarm-gone"));
            }
            End::Unknown(cause) => all.push(Ended {
                id: "alarm-unknown",
                why: Some(why(&cause)),
            }),
            End::Failed(cause) => {
                all.push(Ended::failed(why(&cause)));
                // The next one would only fail the same way, or overtake this one.
                break;
            }
        }
    }
    Ok(all)
}

/// Tells how messages ended, those that were sent once for all; gives how many were not.
fn tell(alarm: &Alarm, ended: &[Ended], way: Way, screen: &mut Screen) -> Result<u64, Stop> {
    let sent = |ended: &&Ended| ended.id == "alarm-sent";
    if ended.iter().any(|ended| sent(&ended)) && !way.quiet {
        screen.tell("alarm-sent", &[named(alarm)])?;
    }
    let mut unsent = 0;
    for one in ended.iter().filter(|ended| !sent(ended)) {
        let mut values = vec![named(alarm)];
        if let Some((id, of)) = &one.why {
            values.push(("cause", screen.say(id, of).into()));
        }
        screen.tell(one.id, &values)?;
        unsent += 1;
    }
    Ok(unsent)
}

impl Ended {
    fn of(id: &'static str) -> Self {
        Self { id, why: None }
    }

    fn failed(why: Said) -> Self {
        Self {
            id: "alarm-failed",
            why: Some(why),
        }
    }

    fn not_tested(why: Said) -> Self {
        Self {
            id: "alarm-not-tested",
            why: Some(why),
        }
    }
}

/// An alarm with its secrets, or why it has none.
fn target(alarm: &Alarm) -> Result<Target<'_>, Said> {
    let keys = match secret(&alarm.key_env)? {
        None => None,
        Some(text) => {
            let env = || vec![("env", alarm.key_env.as_str().into())];
            Some(Keys::parse(&text).ok_or_else(|| ("alarm-cause-key", env()))?)
        }
    };
    Ok(Target {
        alarm,
        secret: secret(&alarm.secret_env)?,
        keys,
    })
}

/// The secret of a name; `None` where no name is set.
fn secret(name: &str) -> Result<Option<Secret>, Said> {
    if name.is_empty() {
        return Ok(None);
    }
    let missing = || ("alarm-cause-secret", vec![("env", name.into())]);
    let found = Secrets::of_system().and_then(|secrets| secrets.secret(name));
    found.map_err(|_| missing())?.map(Some).ok_or_else(missing)
}

/// True when there is a secret of that name.
pub(super) fn is_set(name: &str) -> bool {
    matches!(secret(name), Ok(Some(_)))
}

/// Why a message was not taken, in words that hold no more of an address than its host.
fn why(cause: &Cause) -> Said {
    let of_host = |id, host: &String| (id, vec![("host", host.as_str().into())]);
    match cause {
        Cause::Mailbox => ("alarm-cause-mailbox", Vec::new()),
        Cause::Status { host, status, word } => (
            "alarm-cause-status",
            vec![
                ("host", host.as_str().into()),
                // A code, not a number to be grouped.
                ("status", status.to_string().into()),
                ("word", word.as_str().into()),
            ],
        ),
        Cause::Net(error) => match error {
            NetError::Offline(_) => ("alarm-cause-offline", Vec::new()),
            NetError::NotSecure(_) | NetError::BadAddress => ("alarm-cause-address", Vec::new()),
            NetError::BadHeader(_) => ("alarm-cause-signs", Vec::new()),
            NetError::Connect { host, .. } => of_host("alarm-cause-connect", host),
            NetError::Untrusted { host, .. } => of_host("alarm-cause-untrusted", host),
            NetError::Slow(host) => of_host("alarm-cause-slow", host),
            NetError::Cut(host) => of_host("alarm-cause-cut", host),
            NetError::Redirected(host)
            | NetError::Later { host, .. }
            | NetError::TooLarge { host, .. }
            | NetError::Status { host, .. }
            | NetError::Strange { host, .. } => of_host("alarm-cause-other", host),
            NetError::Disk(_) | NetError::Unusable(_) => ("alarm-cause-offline", Vec::new()),
        },
    }
}
