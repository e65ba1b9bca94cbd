//! `searchListingsItems`: what Amazon finds wrong with the listings of twenty SKUs a call, and from
//! when on it acts.

use super::restrictions::SELLER;
use super::{Amazon, Pagination};
use crate::model::{ListingAnswer, ToldIssue};
use crate::net::{Request, ServiceError};
use serde::Deserialize;

const MANY: &str = "searchListingsItems";
const ONE: &str = "getListingsItem";

#[derive(Deserialize)]
struct Page {
    items: Vec<Item>,
    #[serde(default)]
    pagination: Option<Pagination>,
}

#[derive(Deserialize)]
struct Item {
    sku: String,
    #[serde(default)]
    issues: Vec<Issue>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Issue {
    #[serde(default)]
    code: String,
    #[serde(default)]
    message: String,
    #[serde(default)]
    severity: String,
    #[serde(default)]
    attribute_names: Vec<String>,
    #[serde(default)]
    enforcements: Option<Enforcements>,
}

#[derive(Deserialize)]
struct Enforcements {
    #[serde(default)]
    actions: Vec<Action>,
    #[serde(default)]
    exemption: Option<Exemption>,
}

#[derive(Deserialize)]
struct Action {
    action: String,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Exemption {
    status: String,
    expiry_date: Option<String>,
}

impl Amazon {
    /// What Amazon finds wrong with up to twenty listings; a SKU that it does not know is told as
    /// such. The sentences are in Japanese.
    ///
    /// # Errors
    /// See [`ServiceError`].
    pub async fn listings(
        &self,
        skus: &[String],
    ) -> Result<Vec<(String, ListingAnswer)>, ServiceError> {
        let seller = self.seller.as_deref();
        let seller = seller.ok_or(ServiceError::Missing(SELLER))?;
        let mut items = match skus {
            // A comma parts the SKUs of a list; one that holds a comma is asked for by itself.
            [sku] if sku.contains(',') => self.listing(seller, sku).await?,
            _ => self.pages(seller, skus).await?,
        };
        let told = |sku: &String| {
            let place = items.iter().position(|item| item.sku == *sku);
            let item = place.map(|place| items.swap_remove(place));
            (sku.clone(), item.map(told).unwrap_or_default())
        };
        Ok(skus.iter().map(told).collect())
    }

    async fn listing(&self, seller: &str, sku: &str) -> Result<Vec<Item>, ServiceError> {
        let at = self.at(&["listings", "2021-08-01", "items", seller, sku]);
        let at = at.query(&[
            ("marketplaceIds", &self.marketplace),
            ("issueLocale", "ja_JP"),
            ("includedData", "issues"),
        ]);
        match self.call(ONE, Request::get(&at)).await {
            Ok(answer) => Ok(vec![answer.json()?]),
            Err(ServiceError::Refused { status: 404, .. }) => Ok(Vec::new()),
            Err(error) => Err(error),
        }
    }

    /// One page holds them all; where Amazon makes more of them, an item on a later page must not
    /// be taken for one that is not there.
    async fn pages(&self, seller: &str, skus: &[String]) -> Result<Vec<Item>, ServiceError> {
        let at = self.at(&["listings", "2021-08-01", "items", seller]);
        let at = at.query(&[
            ("marketplaceIds", &self.marketplace),
            ("identifiersType", "SKU"),
            ("identifiers", &skus.join(",")),
            ("issueLocale", "ja_JP"),
            ("includedData", "issues"),
            ("pageSize", "20"),
        ]);
        let mut items: Vec<Item> = Vec::new();
        let mut next: Option<String> = None;
        for _ in skus {
            let page = match &next {
                Some(token) => at.query(&[("pageToken", token)]),
                None => at.clone(),
            };
            let answer = self.call(MANY, Request::get(&page)).await?;
            let page: Page = answer.json()?;
            items.extend(page.items);
            let there = |sku: &String| items.iter().any(|item| item.sku == *sku);
            if skus.iter().all(there) {
                return Ok(items);
            }
            next = page.pagination.and_then(Pagination::next);
            if next.is_none() {
                return Ok(items);
            }
        }
        // More pages than SKUs, and not all of them there.
        let host = self.endpoint.host();
        Err(Pagination::endless(host).into())
    }
}

fn told(item: Item) -> ListingAnswer {
    let issue = |issue: Issue| {
        let (actions, exemption) = match issue.enforcements {
            Some(enforcements) => (enforcements.actions, enforcements.exemption),
            None => (Vec::new(), None),
        };
        let exemption = exemption.unwrap_or_default();
        ToldIssue {
            code: issue.code,
            message: issue.message,
            severity: issue.severity,
            attributes: issue.attribute_names,
            actions: actions.into_iter().map(|action| action.action).collect(),
            exemption: exemption.status,
            until: exemption.expiry_date.unwrap_or_default(),
        }
    };
    ListingAnswer {
        found: true,
        issues: item.issues.into_iter().map(issue).collect(),
    }
}
