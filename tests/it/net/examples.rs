//! The examples of Amazon's own models, answered to the client by a server on this machine.

use super::loopback::{Asked, Loopback, Reply};
use super::simulated::{Simulated, simulate};
use kenpin::model::Published;
use kenpin::net::amazon::{Amazon, Keys};
use kenpin::net::{Host, Secret, ServiceError, Settings};
use serde_json::{Value, json};
use std::sync::Arc;

/// A client whose every call but the login gets that answer.
fn client(status: u16, body: &Value) -> (Loopback, Arc<Host>, Arc<Simulated>, Amazon) {
    let body = body.to_string();
    let server = Loopback::start(move |asked: &Asked| {
        if asked.place() == "/token" {
            let token = json!({"access_token": "Atza|1", "expires_in": 3600});
            return Reply::new(200, token.to_string());
        }
        Reply::new(status, body.clone())
    });
    let text = include_str!("../../../data/fetch.toml");
    let mut published: Published = toml::from_str(text).unwrap();
    published.amazon.endpoint = server.url();
    published.amazon.login = format!("{}/token", server.url());
    let (clock, seen) = Simulated::pair();
    let host = Arc::new(Host::new(Settings::default(), seen).unwrap());
    let secret = || Secret::new("x".to_owned());
    let keys = Keys {
        client: secret(),
        secret: secret(),
        grant: secret(),
    };
    let seller = Some("A1".to_owned());
    let amazon = Amazon::new(&host, &published, keys, seller).unwrap();
    (server, host, clock, amazon)
}

#[test]
fn the_day_on_which_amazon_acts_is_read() {
    let all: Vec<Value> =
        serde_json::from_str(include_str!("amazon-examples/examples.json")).unwrap();
    let example = all.iter().find(|example| {
        example["operationId"] == "searchListingsItems" && example["status"] == 200
    });
    let (_server, host, clock, amazon) = client(200, &example.unwrap()["response"]);
    let sku = "GM-ZDPI-9B4E".to_owned();
    let answer = simulate(&host, &clock, amazon.listings(&[sku])).unwrap();
    let issues = &answer[0].1.issues;
    let told: Vec<(&str, &str, &str)> = issues
        .iter()
        .map(|issue| {
            let action = issue.actions.first().map_or("", String::as_str);
            (issue.code.as_str(), action, issue.exemption.as_str())
        })
        .collect();
    let expected = [
        ("90220", "", ""),
        ("18027", "SEARCH_SUPPRESSED", "EXEMPT_UNTIL_EXPIRY_DATE"),
        ("99300", "ATTRIBUTE_SUPPRESSED", "EXEMPT"),
        ("18155", "LISTING_SUPPRESSED", "NOT_EXEMPT"),
        ("18742", "CATALOG_ITEM_REMOVED", "NOT_EXEMPT"),
    ];
    assert_eq!(told, expected);
    assert_eq!(issues[1].until, "2025-05-28T00:36:48.914Z");
    assert_eq!(issues[0].attributes, ["size"]);
}

#[test]
fn the_examples_of_amazon_are_read_as_what_they_are() {
    let all: Vec<Value> =
        serde_json::from_str(include_str!("amazon-examples/examples.json")).unwrap();
    let mut read = 0;
    for example in &all {
        let status = u16::try_from(example["status"].as_u64().unwrap()).unwrap();
        let operation = example["operationId"].as_str().unwrap();
        let (_server, host, clock, amazon) = client(status, &example["response"]);
        let asked = async {
            match operation {
                "searchCatalogItems" => amazon.catalog(&["B07N4M94X4".to_owned()]).await.map(drop),
                "getListingsRestrictions" => amazon.restrictions("B000").await.map(drop),
                "searchListingsItems" => {
                    // More pages are announced than there are: only what is there is asked for.
                    amazon
                        .listings(&["GM-ZDPI-9B4E".to_owned()])
                        .await
                        .map(drop)
                }
                "getListingsItem" => amazon.listings(&["GM,1".to_owned()]).await.map(drop),
                "getItemEligibilityPreview" => amazon.eligibility("B000").await.map(drop),
                "createReport" => amazon.order("REPORT").await.map(drop),
                // The others of a report go on to further calls; the market speaks them.
                "getReport" if status >= 400 => amazon.made("REPORT", "1").await.map(drop),
                "getReportDocument" if status >= 400 => {
                    amazon.take("1", &mut Vec::new()).await.map(drop)
                }
                _ => return None,
            }
            .into()
        };
        let Some(answer) = simulate(&host, &clock, asked) else {
            continue;
        };
        read += 1;
        match (status, answer) {
            (200 | 202, Ok(())) => {}
            (401 | 403, Err(ServiceError::Forbidden { .. })) => {}
            (_, Err(ServiceError::Refused { code, .. })) if status >= 400 => {
                assert!(
                    !code.is_empty(),
                    "{operation} {status}: the form is not known"
                );
            }
            (_, other) => panic!("{operation} {status}: {other:?}"),
        }
    }
    assert!(read >= 20, "{read}");
}
