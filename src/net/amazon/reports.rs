//! `createReport`, `getReport`, `getReportDocument`: a report from the order to its document.

use super::Amazon;
use crate::net::{Address, NetError, Request, ServiceError, Sink};
use serde::Deserialize;
use serde_json::json;
use std::time::Duration;

/// Most bytes of a report, packed or not.
pub const LARGEST_REPORT: u64 = 1 << 30;
/// Longest time in which a report comes, however slowly.
const LONGEST_TAKE: Duration = Duration::from_secs(3600);
const REPORTS: [&str; 3] = ["reports", "2021-06-30", "reports"];
/// Waits between looks double up to this.
const LONGEST_WAIT: Duration = Duration::from_secs(30);
/// Looks until a report is given up: about half an hour.
const LOOKS: u32 = 64;

/// How a report came.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// Host that gave it.
    pub host: String,
    /// Encoding that the answer names.
    pub charset: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Ordered {
    report_id: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct State {
    processing_status: String,
    #[serde(default)]
    report_document_id: Option<String>,
}

#[derive(Deserialize)]
struct Document {
    url: String,
}

/// The address of a document. Only a service on this machine may name a place on it: what listens
/// there is no business of the world.
fn place(endpoint: &Address, url: &str) -> Result<Address, NetError> {
    let at = Address::new(url)?;
    match at.is_local() && !endpoint.is_local() {
        true => Err(NetError::NotSecure(at.host())),
        false => Ok(at),
    }
}

impl Amazon {
    /// Orders a report of a type, and tells the number by which it is asked for.
    ///
    /// # Errors
    /// See [`ServiceError`].
    pub async fn order(&self, kind: &str) -> Result<String, ServiceError> {
        let order = json!({"reportType": kind, "marketplaceIds": [self.marketplace]});
        let order = Request::post(&self.at(&REPORTS)).json(&order)?;
        let ordered: Ordered = self.call("createReport", order).await?.json()?;
        Ok(ordered.report_id)
    }

    /// Waits until an ordered report is made, and tells the number of its document.
    ///
    /// # Errors
    /// See [`ServiceError`]. A report that was not made is refused with status 200.
    pub async fn made(&self, kind: &str, id: &str) -> Result<String, ServiceError> {
        let look = self.at(&REPORTS).path(&[id]);
        let mut wait = Duration::from_secs(1);
        for _ in 0..LOOKS {
            let state = self.call("getReport", Request::get(&look)).await?;
            let state: State = state.json()?;
            match (state.processing_status.as_str(), state.report_document_id) {
                ("DONE", Some(document)) => return Ok(document),
                ("CANCELLED" | "FATAL" | "DONE", _) => {
                    return Err(ServiceError::Refused {
                        operation: "getReport".to_owned(),
                        status: 200,
                        code: state.processing_status,
                        message: kind.to_owned(),
                    });
                }
                _ => {}
            }
            self.host.clock().sleep(wait).await;
            wait = (wait * 2).min(LONGEST_WAIT);
        }
        Err(NetError::Slow(self.endpoint.host()).into())
    }

    /// Takes a document piece by piece, packed as it comes.
    ///
    /// # Errors
    /// See [`ServiceError`].
    pub async fn take(
        &self,
        document: &str,
        into: &mut (dyn Sink + Send),
    ) -> Result<Taken, ServiceError> {
        let at = self.at(&["reports", "2021-06-30", "documents", document]);
        let document = self.call("getReportDocument", Request::get(&at)).await?;
        let document: Document = document.json()?;
        // The address is signed and lives for minutes; the token is no business of that host.
        let request = Request::get(&place(&self.endpoint, &document.url)?)
            .limit(LARGEST_REPORT)
            .within(LONGEST_TAKE);
        let answer = self.host.receive(&request, into).await?.success()?;
        let kind = answer.header("content-type").unwrap_or_default();
        let charset = kind.split(';').find_map(|part| {
            let (name, value) = part.split_once('=')?;
            let is = name.trim().eq_ignore_ascii_case("charset");
            is.then(|| value.trim().trim_matches('"').to_owned())
        });
        let host = answer.host().to_owned();
        Ok(Taken { host, charset })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_document_of_the_world_lies_on_this_machine() {
        let world = Address::new("https://sellingpartnerapi-fe.amazon.com").unwrap();
        let near = Address::new("http://127.0.0.1:80").unwrap();
        for local in [
            "http://127.0.0.1:9/x",
            "https://127.0.0.1/x",
            "http://[::1]:9/x",
        ] {
            let refused = place(&world, local).unwrap_err();
            assert!(matches!(refused, NetError::NotSecure(_)), "{refused:?}");
            assert!(place(&near, local).is_ok());
        }
        assert!(place(&world, "https://bucket.s3.amazonaws.com/x?y").is_ok());
    }
}
