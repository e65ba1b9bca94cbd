//! `createReport`, `getReport`, `getReportDocument`: a report from the order to its bytes.

use super::Amazon;
use crate::net::{Address, NetError, Request, ServiceError};
use flate2::read::MultiGzDecoder;
use serde::Deserialize;
use serde_json::json;
use std::io::Read;
use std::time::Duration;

/// Most bytes of a report, packed or not.
const LARGEST: u64 = 1 << 30;
/// Waits between looks double up to this.
const LONGEST_WAIT: Duration = Duration::from_secs(30);
/// Looks until a report is given up: about half an hour.
const LOOKS: u32 = 64;

/// A report that was made.
#[derive(Debug)]
pub struct Made {
    /// The file, unpacked.
    pub bytes: Vec<u8>,
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
#[serde(rename_all = "camelCase")]
struct Document {
    url: String,
    #[serde(default)]
    compression_algorithm: Option<String>,
}

impl Amazon {
    /// Orders a report of a type, waits for it and takes it.
    ///
    /// # Errors
    /// See [`ServiceError`].
    pub async fn report(&self, kind: &str) -> Result<Made, ServiceError> {
        let parts = ["reports", "2021-06-30", "reports"];
        let order = json!({"reportType": kind, "marketplaceIds": [self.marketplace]});
        let order = Request::post(&self.at(&parts)).json(&order)?;
        let ordered: Ordered = self.call("createReport", order).await?.json()?;
        let look = self.at(&parts).path(&[&ordered.report_id]);
        let mut wait = Duration::from_secs(1);
        for _ in 0..LOOKS {
            let state = self.call("getReport", Request::get(&look)).await?;
            let state: State = state.json()?;
            match (state.processing_status.as_str(), state.report_document_id) {
                ("DONE", Some(document)) => return self.document(&document).await,
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

    async fn document(&self, id: &str) -> Result<Made, ServiceError> {
        let at = self.at(&["reports", "2021-06-30", "documents", id]);
        let document = self.call("getReportDocument", Request::get(&at)).await?;
        let document: Document = document.json()?;
        // The address is signed and lives for minutes; the token is no business of that host.
        let request = Request::get(&Address::new(&document.url)?).limit(LARGEST);
        let answer = self.host.send(&request).await?.success()?;
        let kind = answer.header("content-type").unwrap_or_default();
        let charset = kind.split(';').find_map(|part| {
            let (name, value) = part.split_once('=')?;
            let is = name.trim().eq_ignore_ascii_case("charset");
            is.then(|| value.trim().trim_matches('"').to_owned())
        });
        let host = answer.host().to_owned();
        let bytes = match document.compression_algorithm.as_deref() {
            Some("GZIP") => unpacked(answer.bytes(), &host)?,
            _ => answer.bytes().to_vec(),
        };
        Ok(Made { bytes, charset })
    }
}

fn unpacked(packed: &[u8], host: &str) -> Result<Vec<u8>, NetError> {
    let mut bytes = Vec::new();
    let mut reader = MultiGzDecoder::new(packed).take(LARGEST + 1);
    let read = reader.read_to_end(&mut bytes);
    let host = host.to_owned();
    match read {
        Ok(_) if bytes.len() as u64 > LARGEST => Err(NetError::TooLarge {
            host,
            limit: LARGEST,
        }),
        Ok(_) => Ok(bytes),
        Err(error) => Err(NetError::Strange {
            host,
            cause: format!("gzip: {}", error.kind()),
        }),
    }
}
