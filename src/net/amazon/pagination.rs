//! Pages of an answer: what stands on a page that was not read is not missing.

use crate::net::{Answer, NetError};
use serde::Deserialize;

/// Where an answer goes on.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Pagination {
    #[serde(default)]
    next_token: Option<String>,
}

impl Pagination {
    /// The token of the next page.
    pub(super) fn next(self) -> Option<String> {
        self.next_token.filter(|token| !token.is_empty())
    }

    /// Makes sure that an answer which lacks something that was asked for has no further page.
    ///
    /// # Errors
    /// [`NetError::Strange`].
    pub(super) fn ended(this: Option<&Self>, answer: &Answer) -> Result<(), NetError> {
        let token = this.and_then(|this| this.next_token.as_deref());
        match token {
            None | Some("") => Ok(()),
            Some(_) => Err(Self::endless(answer.host().to_owned())),
        }
    }

    /// There are more pages than there can be.
    pub(super) fn endless(host: String) -> NetError {
        let cause = "nextToken".to_owned();
        NetError::Strange { host, cause }
    }
}
