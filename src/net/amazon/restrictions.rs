//! `getListingsRestrictions`: whether this seller may list an ASIN, in every condition.

use super::Amazon;
use crate::model::{HeldBack, RestrictionAnswer};
use crate::net::{Request, ServiceError};
use serde::Deserialize;

const OPERATION: &str = "getListingsRestrictions";
/// The merchant token, which the operation asks for.
pub(super) const SELLER: &str = "KENPIN_SELLER_ID";

#[derive(Deserialize)]
struct Found {
    // Never left out: an answer without it is none.
    restrictions: Vec<Restriction>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Restriction {
    #[serde(default)]
    condition_type: Option<String>,
    // An entry without reasons restricts nothing.
    #[serde(default)]
    reasons: Vec<Reason>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Reason {
    #[serde(default)]
    message: String,
    // The model makes it optional, and its own example has none.
    #[serde(default)]
    reason_code: Option<String>,
}

impl Amazon {
    /// What holds an offer of an ASIN back. The sentences are in Japanese.
    ///
    /// # Errors
    /// See [`ServiceError`].
    pub async fn restrictions(&self, asin: &str) -> Result<RestrictionAnswer, ServiceError> {
        let seller = self.seller.as_deref();
        let seller = seller.ok_or(ServiceError::Missing(SELLER))?;
        let at = self
            .at(&["listings", "2021-08-01", "restrictions"])
            .query(&[
                ("asin", asin),
                ("sellerId", seller),
                ("marketplaceIds", &self.marketplace),
                ("reasonLocale", "ja_JP"),
            ]);
        let answer = self.call(OPERATION, Request::get(&at)).await?;
        let found: Found = answer.json()?;
        let reasons = found.restrictions.into_iter().flat_map(|restriction| {
            let condition = restriction.condition_type.unwrap_or_default();
            restriction.reasons.into_iter().map(move |reason| HeldBack {
                condition: condition.clone(),
                code: reason.reason_code.unwrap_or_default(),
                message: reason.message,
            })
        });
        let reasons = reasons.collect();
        Ok(RestrictionAnswer { reasons })
    }
}
