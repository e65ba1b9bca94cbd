//! Alarms of a program that was built without the network: they wait, and it says so.

use super::{Way, named};
use crate::cmd::{Screen, Stop, audit};
use crate::model::Alarm;
use crate::store::Store;

/// Says of every alarm with messages that they wait.
pub(in crate::cmd) fn all(
    store: &mut Store,
    alarms: &[Alarm],
    way: Way,
    screen: &mut Screen,
) -> Result<(), Stop> {
    let id = match way.offline {
        true => "alarm-waiting",
        false => "alarm-no-net",
    };
    let open = store.open_parcels().map_err(|error| audit::stop(&error))?;
    for alarm in alarms {
        if open.iter().any(|parcel| parcel.alarm == alarm.name) {
            screen.tell(id, &[named(alarm)])?;
        }
    }
    Ok(())
}

/// Says that nothing can be sent.
pub(super) fn test(alarm: &Alarm, _offline: bool, screen: &mut Screen) -> Result<bool, Stop> {
    screen.tell("alarm-no-net", &[named(alarm)])?;
    Ok(false)
}

/// True when there is a secret of that name.
pub(super) fn is_set(name: &str) -> bool {
    std::env::var_os(name).is_some_and(|value| !value.is_empty())
}
