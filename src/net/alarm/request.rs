//! The request of each target: where it goes, and where its secret stands.

use super::Target;
use crate::model::{AlarmKind, Parcel};
use crate::net::{Address, NetError, Request};

const CHATWORK: &str = "https://api.chatwork.com";
const LINE: &str = "https://api.line.me";
const JSON: &str = "application/json";

/// The request of one try.
///
/// # Errors
/// When an address, a secret or a key is none that can be sent.
pub(super) fn of(target: &Target<'_>, parcel: &Parcel, unix: i64) -> Result<Request, NetError> {
    let secret = target.secret.as_ref().ok_or(NetError::BadAddress)?;
    let body = parcel.body.as_bytes().to_vec();
    let alarm = target.alarm;
    let to = alarm.to.first().map_or("", String::as_str);
    let service = |own: &str| match alarm.address.as_str() {
        "" => Address::new(own),
        other => Address::new(other),
    };
    match parcel.kind {
        AlarmKind::Slack | AlarmKind::Teams => {
            let address = Address::new(secret.expose())?;
            Ok(Request::post(&address).body(JSON, body))
        }
        AlarmKind::Discord => {
            // Only then a message that cannot be shown is refused.
            let address = Address::new(secret.expose())?.query(&[("wait", "true")]);
            Ok(Request::post(&address).body(JSON, body))
        }
        AlarmKind::Chatwork => {
            let address = service(CHATWORK)?.path(&["v2", "rooms", to, "messages"]);
            let form = [("body", parcel.body.as_str()), ("self_unread", "1")];
            let request = Request::post(&address).form(&form);
            request.secret("x-chatworktoken", "", secret)
        }
        AlarmKind::Line => {
            let address = service(LINE)?.path(&["v2", "bot", "message", "push"]);
            let request = Request::post(&address).body(JSON, body);
            let request = request.secret("authorization", "Bearer ", secret)?;
            request.header("x-line-retry-key", &parcel.key)
        }
        AlarmKind::Webhook => {
            let address = Address::new(secret.expose())?;
            let keys = target.keys.as_ref().ok_or(NetError::BadAddress)?;
            let id = format!("msg_{}", parcel.key);
            let signed = keys.sign(&id, unix, &parcel.body);
            let request = Request::post(&address).body(JSON, body);
            let request = request.header("webhook-id", &id)?;
            let request = request.header("webhook-timestamp", &unix.to_string())?;
            request.header("webhook-signature", &signed)
        }
        AlarmKind::Mail => Err(NetError::BadAddress),
    }
}
