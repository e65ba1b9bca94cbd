//! `searchCatalogItems`: brand, maker, codes and family of twenty ASINs a call.

use super::{Amazon, Pagination};
use crate::model::CatalogAnswer;
use crate::net::{Request, ServiceError};
use serde::Deserialize;

const OPERATION: &str = "searchCatalogItems";

#[derive(Deserialize)]
struct Page {
    items: Vec<Item>,
    #[serde(default)]
    pagination: Option<Pagination>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Item {
    asin: String,
    #[serde(default)]
    summaries: Vec<Summary>,
    #[serde(default)]
    identifiers: Vec<Identifiers>,
    #[serde(default)]
    relationships: Vec<Relationships>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Summary {
    brand: Option<String>,
    manufacturer: Option<String>,
}

#[derive(Deserialize)]
struct Identifiers {
    #[serde(default)]
    identifiers: Vec<Identifier>,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Identifier {
    identifier_type: String,
    identifier: String,
}

#[derive(Deserialize)]
struct Relationships {
    #[serde(default)]
    relationships: Vec<Relationship>,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Relationship {
    r#type: String,
    parent_asins: Vec<String>,
}

impl Amazon {
    /// What the catalogue says of up to twenty ASINs; one it does not have is told as such.
    ///
    /// # Errors
    /// See [`ServiceError`].
    pub async fn catalog(
        &self,
        asins: &[String],
    ) -> Result<Vec<(String, CatalogAnswer)>, ServiceError> {
        let at = self.at(&["catalog", "2022-04-01", "items"]).query(&[
            ("marketplaceIds", &self.marketplace),
            ("identifiersType", "ASIN"),
            ("identifiers", &asins.join(",")),
            ("includedData", "summaries,identifiers,relationships"),
            ("pageSize", "20"),
        ]);
        let answer = self.call(OPERATION, Request::get(&at)).await?;
        let mut page: Page = answer.json()?;
        let there = |asin: &String| page.items.iter().any(|item| item.asin == *asin);
        if !asins.iter().all(there) {
            Pagination::ended(page.pagination.as_ref(), &answer)?;
        }
        let told = |asin: &String| {
            let place = page.items.iter().position(|item| item.asin == *asin);
            let item = place.map(|place| page.items.swap_remove(place));
            (asin.clone(), item.map(told).unwrap_or_default())
        };
        Ok(asins.iter().map(told).collect())
    }
}

fn told(item: Item) -> CatalogAnswer {
    let mut summaries = item.summaries.into_iter();
    let summary = summaries.next().unwrap_or_default();
    let codes = item.identifiers.into_iter().flat_map(|all| all.identifiers);
    let is_code = |code: &Identifier| {
        matches!(
            code.identifier_type.as_str(),
            "JAN" | "EAN" | "UPC" | "GTIN"
        )
    };
    let family = item.relationships.into_iter();
    let family = family.flat_map(|all| all.relationships);
    let parent = family
        .filter(|relationship| relationship.r#type == "VARIATION")
        .find_map(|relationship| relationship.parent_asins.into_iter().next());
    CatalogAnswer {
        found: true,
        brand: summary.brand.unwrap_or_default(),
        manufacturer: summary.manufacturer.unwrap_or_default(),
        jan: codes
            .into_iter()
            .find(is_code)
            .map(|code| code.identifier)
            .unwrap_or_default(),
        parent: parent.unwrap_or_default(),
    }
}
