//! `getInventorySummaries`: FBA stock of fifty SKUs a call.

use super::{Amazon, Pagination};
use crate::model::StockAnswer;
use crate::net::{Request, ServiceError};
use serde::Deserialize;

const OPERATION: &str = "getInventorySummaries";

#[derive(Deserialize)]
struct Wrapped {
    payload: Option<Payload>,
    // Beside what it pages.
    #[serde(default)]
    pagination: Option<Pagination>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Payload {
    inventory_summaries: Vec<Summary>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Summary {
    #[serde(default)]
    seller_sku: String,
    #[serde(default)]
    asin: String,
    #[serde(default)]
    inventory_details: Details,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Details {
    fulfillable_quantity: Option<u32>,
    inbound_working_quantity: Option<u32>,
    inbound_shipped_quantity: Option<u32>,
    inbound_receiving_quantity: Option<u32>,
    reserved_quantity: Reserved,
    unfulfillable_quantity: Unfulfillable,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Reserved {
    total_reserved_quantity: Option<u32>,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Unfulfillable {
    total_unfulfillable_quantity: Option<u32>,
}

impl Amazon {
    /// FBA stock of up to fifty SKUs; one that FBA does not know is told as such.
    ///
    /// # Errors
    /// See [`ServiceError`].
    pub async fn inventory(
        &self,
        skus: &[String],
    ) -> Result<Vec<(String, StockAnswer)>, ServiceError> {
        // A comma parts the SKUs of a list; one that holds a comma is asked for by itself.
        let list = skus.join(",");
        let by = match skus {
            [sku] => ("sellerSku", sku.as_str()),
            _ => ("sellerSkus", list.as_str()),
        };
        let at = self.at(&["fba", "inventory", "v1", "summaries"]).query(&[
            ("details", "true"),
            ("granularityType", "Marketplace"),
            ("granularityId", &self.marketplace),
            ("marketplaceIds", &self.marketplace),
            by,
        ]);
        let answer = self.call(OPERATION, Request::get(&at)).await?;
        let wrapped: Wrapped = answer.json()?;
        let payload = wrapped.payload;
        let payload = payload.ok_or_else(|| self.refused(OPERATION, &answer))?;
        let known = |sku: &String| {
            let mut all = payload.inventory_summaries.iter();
            all.any(|summary| summary.seller_sku == *sku)
        };
        if !skus.iter().all(known) {
            Pagination::ended(wrapped.pagination.as_ref(), &answer)?;
        }
        let told = |sku: &String| {
            let mut all = payload.inventory_summaries.iter();
            let summary = all.find(|summary| summary.seller_sku == *sku);
            (sku.clone(), summary.map(told).unwrap_or_default())
        };
        Ok(skus.iter().map(told).collect())
    }
}

fn told(summary: &Summary) -> StockAnswer {
    let details = &summary.inventory_details;
    let inbound = [
        details.inbound_working_quantity,
        details.inbound_shipped_quantity,
        details.inbound_receiving_quantity,
    ];
    let told = inbound.iter().any(Option::is_some);
    let units = inbound.into_iter().flatten();
    StockAnswer {
        found: true,
        asin: summary.asin.clone(),
        on_hand: details.fulfillable_quantity,
        reserved: details.reserved_quantity.total_reserved_quantity,
        unsellable: details.unfulfillable_quantity.total_unfulfillable_quantity,
        inbound: told.then(|| units.fold(0, u32::saturating_add)),
    }
}
