//! `getItemEligibilityPreview`: whether FBA takes an ASIN in, and why not.

use super::Amazon;
use crate::model::EligibilityAnswer;
use crate::net::{Request, ServiceError};
use serde::Deserialize;

const OPERATION: &str = "getItemEligibilityPreview";

#[derive(Deserialize)]
struct Wrapped {
    payload: Option<Preview>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Preview {
    is_eligible_for_program: bool,
    // Never a closed set: published lists lack codes that are in use.
    #[serde(default)]
    ineligibility_reason_list: Vec<String>,
}

impl Amazon {
    /// Whether an ASIN may be sent to FBA in Japan.
    ///
    /// # Errors
    /// See [`ServiceError`].
    pub async fn eligibility(&self, asin: &str) -> Result<EligibilityAnswer, ServiceError> {
        let parts = ["fba", "inbound", "v1", "eligibility", "itemPreview"];
        let at = self.at(&parts).query(&[
            ("asin", asin),
            ("program", "INBOUND"),
            ("marketplaceIds", &self.marketplace),
        ]);
        let answer = self.call(OPERATION, Request::get(&at)).await?;
        let wrapped: Wrapped = answer.json()?;
        let preview = wrapped.payload;
        let preview = preview.ok_or_else(|| self.refused(OPERATION, &answer))?;
        Ok(EligibilityAnswer {
            eligible: preview.is_eligible_for_program,
            reasons: preview.ineligibility_reason_list,
        })
    }
}
