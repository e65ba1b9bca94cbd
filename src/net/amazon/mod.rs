//! Amazon's Selling Partner API: one client for all operations, with their quotas.

mod catalog;
mod eligibility;
mod inventory;
mod listings;
mod pagination;
mod reports;
mod restrictions;
mod token;

pub use reports::{LARGEST_REPORT, Taken};
pub use token::Keys;

use super::service::{Said, said};
use super::{Address, Answer, Host, Lane, NetError, Request, ServiceError};
use crate::model::Published;
use pagination::Pagination;
use std::collections::HashMap;
use std::sync::Arc;
use token::Token;

/// The client of one seller.
#[derive(Debug)]
pub struct Amazon {
    host: Arc<Host>,
    endpoint: Address,
    marketplace: String,
    /// Merchant token of the seller, which some operations ask for.
    seller: Option<String>,
    token: Token,
    lanes: HashMap<String, Arc<Lane>>,
}

impl Amazon {
    /// A client; nothing is called yet.
    ///
    /// # Errors
    /// [`NetError`] when an address cannot be called.
    pub fn new(
        host: &Arc<Host>,
        published: &Published,
        keys: Keys,
        seller: Option<String>,
    ) -> Result<Self, NetError> {
        Ok(Self {
            host: Arc::clone(host),
            endpoint: Address::new(&published.amazon.endpoint)?,
            marketplace: published.amazon.marketplace.clone(),
            seller,
            token: Token::new(keys, Address::new(&published.amazon.login)?),
            lanes: super::lanes(published, host.clock()),
        })
    }

    /// The address of an operation.
    fn at(&self, parts: &[&str]) -> Address {
        self.endpoint.path(parts)
    }

    /// Calls an operation. A token that is not taken is renewed once.
    async fn call(&self, operation: &str, request: Request) -> Result<Answer, ServiceError> {
        let request = match self.lanes.get(operation) {
            Some(lane) => request.lane(lane),
            None => request,
        };
        let mut renewed = false;
        loop {
            let token = self.token.get(&self.host).await?;
            let request = request.clone().secret("x-amz-access-token", "", &token)?;
            let answer = self.host.send(&request).await?;
            if (200..300).contains(&answer.status()) {
                return Ok(answer);
            }
            let Said { code, message } = said(answer.bytes());
            let status = answer.status();
            let unknown = matches!(status, 401 | 403) || code == "Unauthorized";
            let code = self.token.hide(&code, &token);
            if unknown && !renewed {
                self.token.drop(&token).await;
                renewed = true;
                continue;
            }
            let operation = operation.to_owned();
            if unknown {
                return Err(ServiceError::Forbidden { operation, code });
            }
            return Err(ServiceError::Refused {
                operation,
                status,
                code,
                message: self.token.hide(&message, &token),
            });
        }
    }

    /// What an answer says that has no `payload`.
    fn refused(&self, operation: &str, answer: &Answer) -> ServiceError {
        let Said { code, message } = said(answer.bytes());
        ServiceError::Refused {
            operation: operation.to_owned(),
            status: answer.status(),
            code: self.token.hide_kept(&code),
            message: self.token.hide_kept(&message),
        }
    }
}
