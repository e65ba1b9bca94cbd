//! The tax agency's list of issuers of qualified invoices, ten numbers a call.

use super::secret::Vault;
use super::service::{Said, cut, hidden, said};
use super::{Address, Host, Lane, NetError, Request, Secret, ServiceError};
use crate::model::{NumberAnswer, Published};
use serde::Deserialize;
use serde_json::Value;
use std::collections::HashMap;
use std::sync::Arc;

const OPERATION: &str = "num";

/// The client of one user, who has an id of the agency.
#[derive(Debug)]
pub struct Invoices {
    host: Arc<Host>,
    endpoint: Address,
    id: Secret,
    lanes: HashMap<String, Arc<Lane>>,
}

#[derive(Deserialize)]
struct Answered {
    #[serde(default)]
    announcement: Option<Vec<Announcement>>,
    /// A number, or one in quotes.
    #[serde(default)]
    count: Value,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Announcement {
    // Spelled so by the agency.
    registrated_number: Option<String>,
    registration_date: Option<String>,
    disposal_date: Option<String>,
    expire_date: Option<String>,
    name: Option<String>,
    trade_name: Option<String>,
}

impl Invoices {
    /// Name of the id.
    pub const ID: &'static str = "KENPIN_INVOICE_ID";

    /// A client; nothing is called yet.
    ///
    /// # Errors
    /// [`ServiceError`] when the id is missing or the address cannot be called.
    pub fn new(
        host: &Arc<Host>,
        published: &Published,
        vault: &dyn Vault,
    ) -> Result<Self, ServiceError> {
        let id = vault.secret(Self::ID).map_err(ServiceError::Vault)?;
        Ok(Self {
            host: Arc::clone(host),
            endpoint: Address::new(&published.invoices.endpoint)?,
            id: id.ok_or(ServiceError::Missing(Self::ID))?,
            lanes: super::lanes(published, host.clock()),
        })
    }

    /// What is published of up to ten numbers (`T` and thirteen digits).
    ///
    /// # Errors
    /// See [`ServiceError`].
    pub async fn numbers(
        &self,
        numbers: &[String],
    ) -> Result<Vec<(String, NumberAnswer)>, ServiceError> {
        let at = self.endpoint.path(&[OPERATION]).query(&[
            ("id", self.id.expose()),
            ("number", &numbers.join(",")),
            ("type", "21"),
            ("history", "0"),
        ]);
        let request = Request::get(&at);
        let request = match self.lanes.get(OPERATION) {
            Some(lane) => request.lane(lane),
            None => request,
        };
        let answer = self.host.send(&request).await?;
        let status = answer.status();
        match status {
            200..=299 => {}
            // The agency answers an id that it does not know like this.
            401 | 403 | 404 => {
                let operation = OPERATION.to_owned();
                let code = status.to_string();
                return Err(ServiceError::Forbidden { operation, code });
            }
            400..=499 => {
                let Said { code, message } = said(answer.bytes());
                let shown = |text: &str| cut(&hidden(text, &[&self.id]));
                return Err(ServiceError::Refused {
                    operation: OPERATION.to_owned(),
                    status,
                    code: shown(&code),
                    message: shown(&message),
                });
            }
            _ => {
                let host = answer.host().to_owned();
                return Err(NetError::Status { host, status }.into());
            }
        }
        let answered: Answered = answer.json()?;
        let strange = |cause: &str| NetError::Strange {
            host: answer.host().to_owned(),
            cause: cause.to_owned(),
        };
        let none = answered.count == "0" || answered.count == 0;
        let published = answered.announcement.or(none.then(Vec::new));
        let published = published.ok_or_else(|| strange("announcement"))?;
        // A number that is not published is left out; another one in its place is no answer to it.
        let asked = |one: &Announcement| {
            let number = one.registrated_number.as_ref();
            number.is_some_and(|number| numbers.contains(number))
        };
        if !published.iter().all(asked) {
            return Err(strange("registratedNumber").into());
        }
        let told = |number: &String| {
            let of = |one: &&Announcement| one.registrated_number.as_deref() == Some(number);
            let found = published.iter().find(of);
            (number.clone(), found.map(told).unwrap_or_default())
        };
        Ok(numbers.iter().map(told).collect())
    }
}

fn told(one: &Announcement) -> NumberAnswer {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    // Days of ISO sort as text; the first one that ends it counts.
    let ends = [&one.disposal_date, &one.expire_date];
    let ends = ends.into_iter().flatten().filter(|day| !day.is_empty());
    NumberAnswer {
        found: true,
        name: text(&one.name),
        trade_name: text(&one.trade_name),
        from: text(&one.registration_date),
        until: ends.min().cloned().unwrap_or_default(),
    }
}
