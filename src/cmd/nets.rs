//! Why the network gave nothing, in words.

use super::Stop;
use crate::model::Value;
use crate::net::{Invoices, NetError, ServiceError, amazon::Keys};

/// A message and its values.
pub(super) type Said = (&'static str, Vec<(&'static str, Value)>);

/// A command that cannot go on.
pub(super) fn stop(error: &ServiceError) -> Stop {
    let (id, values) = said(error);
    Stop::Said(id, values)
}

/// The message of an error.
pub(super) fn said(error: &ServiceError) -> Said {
    match error {
        ServiceError::Net(error) => net(error),
        ServiceError::Missing(name) if *name == Invoices::ID => {
            ("net-missing-id", vec![("name", (*name).into())])
        }
        ServiceError::Missing(name) if Keys::NAMES.contains(name) => {
            ("net-missing", vec![("name", (*name).into())])
        }
        ServiceError::Missing(name) => ("net-missing-seller", vec![("name", (*name).into())]),
        ServiceError::Vault(cause) => ("net-vault", vec![("cause", cause.as_str().into())]),
        ServiceError::Login(code) => {
            let id = match code.as_str() {
                "invalid_grant" => "net-login-grant",
                "invalid_client" | "unauthorized_client" => "net-login-client",
                _ => "net-login",
            };
            (id, vec![("code", code.as_str().into())])
        }
        ServiceError::Forbidden { operation, code } if operation == "num" => {
            ("net-forbidden-id", vec![("code", code.as_str().into())])
        }
        ServiceError::Forbidden { operation, code } => (
            "net-forbidden",
            vec![
                ("operation", operation.as_str().into()),
                ("code", code.as_str().into()),
            ],
        ),
        ServiceError::Refused {
            operation,
            status,
            code,
            message,
        } => (
            "net-refused",
            vec![
                ("operation", operation.as_str().into()),
                ("status", u32::from(*status).into()),
                ("code", code.as_str().into()),
                ("message", message.as_str().into()),
            ],
        ),
    }
}

fn net(error: &NetError) -> Said {
    let of = |id, host: &String| (id, vec![("host", Value::from(host.as_str()))]);
    let with = |id, host: &String, name, value: Value| {
        (
            id,
            vec![("host", Value::from(host.as_str())), (name, value)],
        )
    };
    match error {
        NetError::Offline(host) => of("net-offline", host),
        NetError::NotSecure(host) => of("net-not-secure", host),
        NetError::BadAddress => ("net-bad-address", Vec::new()),
        NetError::BadHeader(name) => ("net-bad-header", vec![("name", name.as_str().into())]),
        NetError::Connect { host, cause } => {
            with("net-connect", host, "cause", cause.as_str().into())
        }
        NetError::Untrusted { host, cause } => {
            with("net-untrusted", host, "cause", cause.as_str().into())
        }
        NetError::Slow(host) => of("net-slow", host),
        NetError::Cut(host) => of("net-cut", host),
        NetError::TooLarge { host, limit } => with("net-large", host, "limit", (*limit).into()),
        NetError::Redirected(host) => of("net-redirected", host),
        NetError::Later { host, after } => {
            with("net-later", host, "seconds", after.as_secs().into())
        }
        NetError::Status { host, status } => {
            with("net-status", host, "status", u32::from(*status).into())
        }
        NetError::Strange { host, cause } => {
            with("net-strange", host, "cause", cause.as_str().into())
        }
        NetError::Disk(cause) => ("net-disk", vec![("cause", cause.as_str().into())]),
        NetError::Unusable(cause) => ("net-unusable", vec![("cause", cause.as_str().into())]),
    }
}
