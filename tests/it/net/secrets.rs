//! Nothing that is fetched, or refused, shows a secret: not on the screen, not in a file.

use super::loopback::{Asked, Loopback, Reply};
use super::market::{Faults, Market};
use crate::scan_run::Desk;
use kenpin::model::Fetched;
use kenpin::net::System;
use serde_json::json;
use std::path::Path;
use std::sync::Arc;

/// Planted into every secret, and into the token that Amazon gives out.
const PLANTED: &str = "pl4nted-S3cret-value";
const SECRETS: [&str; 4] = [
    "KENPIN_LWA_CLIENT_ID",
    "KENPIN_LWA_CLIENT_SECRET",
    "KENPIN_LWA_REFRESH_TOKEN",
    "KENPIN_INVOICE_ID",
];

fn desk(url: &str) -> Desk {
    let desk = Desk::new();
    desk.write(
        "input/listings.txt",
        "item-name\tseller-sku\tprice\tquantity\titem-condition\tasin1\tfulfillment-channel\tstatus\n\
         やかん\tKM-1\t1000\t\t11\tB0CASE0001\tAMAZON_JP\tActive\n",
    );
    desk.write(
        "input/suppliers.csv",
        "仕入先,区分,登録番号\n見本商事,卸,T7000012050002\n",
    );
    desk.write(
        "input/purchases.csv",
        "仕入日,仕入先,SKU,ASIN,商品名,数量,単価\n2026/09/01,見本商事,KM-1,B0CASE0001,やかん,5,900\n",
    );
    desk.write(
        "input/config.toml",
        format!(
            "[network]\nseller_id = \"A1SELLER\"\namazon = \"{url}\"\n\
             login = \"{url}/auth/o2/token\"\ninvoices = \"{url}\"\n"
        ),
    );
    desk
}

/// Everything below a folder, in one text.
fn files(folder: &Path, into: &mut String) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => files(&path, into),
            false => into.push_str(&String::from_utf8_lossy(&std::fs::read(&path).unwrap())),
        }
    }
}

/// Runs every fetch there is, with those values as secrets; none of `hidden` may show.
fn every_fetch(desk: &Desk, secrets: &[(&str, &str)], hidden: &[&str]) {
    let kinds = Fetched::ALL.iter().map(|kind| kind.word());
    for kind in kinds.chain(["reports", "all"]) {
        for lang in ["en", "ja"] {
            let mut command = desk.kenpin();
            command
                .args(["fetch", kind, "input", "--lang", lang])
                .env("KENPIN_STATE", desk.path("state"))
                .envs(secrets.iter().copied());
            let output = command.output().unwrap();
            let mut text = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
            assert!(!text.is_empty(), "{kind} says nothing");
            files(&desk.path("."), &mut text);
            for hidden in hidden {
                assert!(!text.contains(hidden), "{kind}: {text}");
            }
        }
    }
}

#[test]
fn no_refusal_repeats_a_secret() {
    let echo = json!([{"code": format!("Denied {PLANTED}"),
        "message": format!("you sent Atza|{PLANTED} and {PLANTED}")}]);
    let broken = format!("{{\"{PLANTED}\": {PLANTED}");
    let answers = [
        (401, json!({"errors": echo}).to_string()),
        (403, echo.to_string()),
        (400, json!({"errors": echo}).to_string()),
        (200, json!({"errors": echo}).to_string()),
        (200, broken),
    ];
    // Side by side: what comes garbled is asked for again, in its quota.
    std::thread::scope(|scope| {
        for (status, body) in answers {
            scope.spawn(move || refused(status, body));
        }
    });
}

fn refused(status: u16, body: String) {
    let server = Loopback::start(move |asked: &Asked| {
        if asked.place() == "/auth/o2/token" {
            let token = format!("Atza|{PLANTED}");
            let token = json!({"access_token": token, "expires_in": 3600});
            return Reply::new(200, token.to_string());
        }
        Reply::new(status, body.clone()).header("x-echo", PLANTED)
    });
    let secrets = SECRETS.map(|name| (name, PLANTED));
    every_fetch(&desk(&server.url()), &secrets, &[PLANTED]);
}

#[test]
fn a_refused_login_repeats_no_secret() {
    let server = Loopback::start(|_: &Asked| {
        let body = json!({"error": format!("invalid {PLANTED}"), "error_description": PLANTED});
        Reply::new(400, body.to_string())
    });
    let secrets = SECRETS.map(|name| (name, PLANTED));
    every_fetch(&desk(&server.url()), &secrets, &[PLANTED]);
}

#[test]
fn what_was_fetched_is_kept_without_a_secret() {
    let market = Market::start(Arc::new(System::default()), Faults(0.0));
    let values = ["client", "hidden", "Atzr|grant", "hidden-id"];
    let secrets: Vec<(&str, &str)> = SECRETS.into_iter().zip(values).collect();
    let desk = desk(&market.url());
    every_fetch(&desk, &secrets, &["hidden", "Atza|", "Atzr|"]);
    // It was fetched: there is something to look through.
    let mut kept = String::new();
    files(&desk.path("state"), &mut kept);
    assert!(kept.contains("Quillmere") && desk.path("input/fetched-listings.txt").exists());
}
