//! Fetching from services that keep quotas and break, in simulated time.

use super::loopback::Loopback;
use super::market::{Faults, Market, distinct};
use super::simulated::{Simulated, simulate};
use kenpin::model::{
    CatalogAnswer, EligibilityAnswer, Fetched, ListingAnswer, NumberAnswer, Published,
    RestrictionAnswer, StockAnswer,
};
use kenpin::net::amazon::{Amazon, Keys};
use kenpin::net::secret::Vault;
use kenpin::net::{
    Done, Host, Invoices, Job, NetError, Secret, ServiceError, Services, Settings, fetch, time,
};
use serde::de::DeserializeOwned;
use serde_json::json;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

/// Secrets of a test.
#[derive(Debug)]
pub struct Pocket;

impl Vault for Pocket {
    fn secret(&self, name: &str) -> Result<Option<Secret>, String> {
        let text = match name {
            "KENPIN_LWA_CLIENT_ID" => "client",
            "KENPIN_LWA_CLIENT_SECRET" => "hidden",
            "KENPIN_LWA_REFRESH_TOKEN" => "Atzr|grant",
            "KENPIN_INVOICE_ID" => "hidden-id",
            _ => return Ok(None),
        };
        Ok(Some(Secret::new(text.to_owned())))
    }
}

pub fn published(url: &str) -> Published {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/data/fetch.toml");
    let text = std::fs::read_to_string(path).unwrap();
    let mut published: Published = toml::from_str(&text).unwrap();
    published.amazon.endpoint = url.to_owned();
    published.amazon.login = format!("{url}/auth/o2/token");
    published.invoices.endpoint = url.to_owned();
    published
}

/// A market, the services that ask it, and the time between them.
struct Desk {
    clock: Arc<Simulated>,
    market: Market,
    services: Arc<Services>,
    kept: BTreeMap<(Fetched, String), String>,
    largest: usize,
}

impl Desk {
    fn new(faults: f64) -> Self {
        let (clock, seen) = Simulated::pair();
        let market = Market::start(Arc::clone(&seen), Faults(faults));
        let published = published(&market.url());
        let settings = Settings {
            limit: 1_000_000,
            ..Settings::default()
        };
        let host = Arc::new(Host::new(settings, seen).unwrap());
        let keys = Keys::from(&Pocket).unwrap();
        let seller = Some("A1SELLER".to_owned());
        let services = Services {
            amazon: Ok(Amazon::new(&host, &published, keys, seller).unwrap()),
            invoices: Invoices::new(&host, &published, &Pocket),
            host,
            published,
        };
        Self {
            clock,
            market,
            services: Arc::new(services),
            kept: BTreeMap::new(),
            largest: 0,
        }
    }

    fn fetch(&mut self, jobs: Vec<Job>, budget: Option<Duration>) -> Vec<Done> {
        let (kept, largest) = (&mut self.kept, &mut self.largest);
        let mut keep = |kind: Fetched, answers: &[(String, String)]| {
            *largest = (*largest).max(answers.len());
            for (key, body) in answers {
                let twice = kept.insert((kind, key.clone()), body.clone());
                assert!(twice.is_none(), "{key} came twice");
            }
            Ok(())
        };
        let work = fetch(&self.services, jobs, budget, &mut keep);
        simulate(&self.services.host, &self.clock, work)
    }

    fn one(&mut self, kind: Fetched, keys: &[&str]) -> Done {
        let keys = keys.iter().map(|key| (*key).to_owned()).collect();
        self.fetch(vec![Job { kind, keys }], None).remove(0)
    }

    fn answer<T: DeserializeOwned>(&self, kind: Fetched, key: &str) -> T {
        serde_json::from_str(&self.kept[&(kind, key.to_owned())]).unwrap()
    }

    fn violations(&self) -> u64 {
        self.market.seen.lock().unwrap().violations
    }
}

fn asins(number: usize) -> Vec<String> {
    (0..number).map(|n| format!("B0{n:07}X")).collect()
}

#[test]
fn every_kind_of_answer_is_read() {
    let mut desk = Desk::new(0.0);
    desk.market.special(
        "getListingsRestrictions",
        "B000000002",
        json!([{"marketplaceId": "A1VC38T7YXB528", "conditionType": "new_new", "reasons": [
            {"message": "承認が必要です", "reasonCode": "APPROVAL_REQUIRED", "links": []},
            {"message": "without a code"},
        ]}, {}]),
    );
    let number = "T7000012050002";
    desk.market.special(
        "num",
        number,
        json!({"registratedNumber": number, "name": "国税庁", "registrationDate": "2023-10-01",
            "disposalDate": "", "expireDate": null, "tradeName": null}),
    );
    desk.one(Fetched::Catalog, &["B000000001", "B000000009"]);
    let found: CatalogAnswer = desk.answer(Fetched::Catalog, "B000000001");
    assert_eq!(
        (found.brand.as_str(), found.jan.as_str()),
        ("Quillmere", "4901234567894")
    );
    assert_eq!(found.parent, "B0PARENT01");
    let unknown: CatalogAnswer = desk.answer(Fetched::Catalog, "B000000009");
    assert_eq!(unknown, CatalogAnswer::default());
    desk.one(Fetched::Restrictions, &["B000000001", "B000000002"]);
    let none: RestrictionAnswer = desk.answer(Fetched::Restrictions, "B000000001");
    assert!(none.reasons.is_empty());
    let held: RestrictionAnswer = desk.answer(Fetched::Restrictions, "B000000002");
    let codes: Vec<&str> = held.reasons.iter().map(|r| r.code.as_str()).collect();
    assert_eq!(codes, ["APPROVAL_REQUIRED", ""]);
    assert_eq!(held.reasons[0].condition, "new_new");
    desk.market.special(
        "getItemEligibilityPreview",
        "B000000003",
        json!({"isEligibleForProgram": false, "ineligibilityReasonList": ["FBA_INB_0009"]}),
    );
    desk.one(Fetched::Eligibility, &["B000000003"]);
    let refused: EligibilityAnswer = desk.answer(Fetched::Eligibility, "B000000003");
    assert_eq!((refused.eligible, refused.reasons.len()), (false, 1));
    desk.market.special(
        "searchListingsItems",
        "with,comma",
        json!([{"code": "18027", "message": "画像", "severity": "ERROR",
            "enforcements": {"actions": [{"action": "SEARCH_SUPPRESSED"}],
                "exemption": {"status": "NOT_EXEMPT"}}}]),
    );
    desk.one(Fetched::Listings, &["SKU 1/ä", "with,comma", "SKU-3"]);
    let faulty: ListingAnswer = desk.answer(Fetched::Listings, "with,comma");
    assert_eq!(faulty.issues[0].actions, ["SEARCH_SUPPRESSED"]);
    let sound: ListingAnswer = desk.answer(Fetched::Listings, "SKU 1/ä");
    assert!(sound.found && sound.issues.is_empty());
    assert_eq!(desk.market.calls("searchListingsItems"), 1);
    assert_eq!(desk.market.calls("getListingsItem"), 1);
    desk.one(Fetched::Stock, &["SKU 1/ä", "with,comma", "SKU-3"]);
    let stock: StockAnswer = desk.answer(Fetched::Stock, "with,comma");
    assert_eq!((stock.on_hand, stock.inbound), (Some(3), Some(2)));
    assert_eq!(desk.market.calls("getInventorySummaries"), 2);
    desk.one(Fetched::Numbers, &[number, "T1180301018771"]);
    let agency: NumberAnswer = desk.answer(Fetched::Numbers, number);
    assert_eq!(
        (agency.name.as_str(), agency.until.as_str()),
        ("国税庁", "")
    );
    let unpublished: NumberAnswer = desk.answer(Fetched::Numbers, "T1180301018771");
    assert!(!unpublished.found);
    assert_eq!(desk.violations(), 0);
}

#[test]
fn ten_thousand_asins_take_the_published_minutes() {
    let mut desk = Desk::new(0.0);
    let job = |kind| Job {
        kind,
        keys: asins(10_000),
    };
    for (kind, minutes) in [
        (Fetched::Catalog, 250.0 / 60.0),
        (Fetched::Restrictions, 2000.0 / 60.0),
        (Fetched::Eligibility, 10_000.0 / 60.0),
    ] {
        let (_, needed) = time(&desk.services.published, kind, &job(kind).keys);
        let off = needed.as_secs_f64() / 60.0 / minutes - 1.0;
        assert!(off.abs() < 0.05, "{kind}: {needed:?}");
    }
    // The two side by side take as long as the slower one.
    let done = desk.fetch(
        vec![job(Fetched::Catalog), job(Fetched::Restrictions)],
        None,
    );
    assert!(done.iter().all(|done| done.answered == 10_000), "{done:?}");
    let off = desk.clock_seconds() / 2000.0 - 1.0;
    assert!(off.abs() < 0.05, "{} s", desk.clock_seconds());
    assert_eq!(desk.violations(), 0);
    assert!(distinct(&desk.market.answered("getListingsRestrictions")));
    assert_eq!(desk.market.calls("searchCatalogItems"), 500);
    // However much is fetched, what is held at once is an answer of each call under way.
    assert_eq!(desk.largest, 20);
    // A token is renewed before it ends, not for every call.
    assert_eq!(desk.market.seen.lock().unwrap().tokens, 1);
}

#[test]
fn ten_thousand_asins_at_the_slowest_quota_take_its_hours() {
    let mut desk = Desk::new(0.0);
    let job = Job {
        kind: Fetched::Eligibility,
        keys: asins(10_000),
    };
    let done = desk.fetch(vec![job], None).remove(0);
    assert_eq!((done.answered, done.calls), (10_000, 10_000), "{done:?}");
    // 2 hours and 47 minutes.
    let off = desk.clock_seconds() / 10_000.0 - 1.0;
    assert!(off.abs() < 0.05, "{} s", desk.clock_seconds());
    assert_eq!(desk.violations(), 0);
    assert!(distinct(&desk.market.answered("getItemEligibilityPreview")));
    assert_eq!(desk.largest, 1);
    // A token lasts an hour, and is renewed a minute before its end.
    assert_eq!(desk.market.seen.lock().unwrap().tokens, 3);
}

#[test]
fn all_items_come_through_whatever_breaks() {
    let mut desk = Desk::new(0.05);
    let jobs = vec![
        Job {
            kind: Fetched::Eligibility,
            keys: asins(4_000),
        },
        Job {
            kind: Fetched::Catalog,
            keys: asins(10_000),
        },
    ];
    let done = desk.fetch(jobs, None);
    let answered: Vec<usize> = done.iter().map(|done| done.answered).collect();
    assert_eq!(answered, [4_000, 10_000], "{done:?}");
    assert!(
        done.iter().all(|done| done.failed + done.left == 0),
        "{done:?}"
    );
    assert_eq!(desk.violations(), 0);
    // 4,000 seconds are longer than a token lasts.
    assert_eq!(desk.market.seen.lock().unwrap().tokens, 2);
    let seconds = desk.clock_seconds();
    assert!(seconds < 4_000.0 * 1.15, "{seconds}");
}

#[test]
fn a_budget_ends_the_work_and_the_rest_is_left() {
    let mut desk = Desk::new(0.0);
    let job = Job {
        kind: Fetched::Eligibility,
        keys: asins(1_000),
    };
    let done = desk
        .fetch(vec![job], Some(Duration::from_secs(60)))
        .remove(0);
    assert_eq!(done.answered + done.left, 1_000);
    assert!((60..=68).contains(&done.answered), "{done:?}");
    // The most important went first.
    assert!(
        desk.kept
            .contains_key(&(Fetched::Eligibility, asins(1).remove(0)))
    );
}

#[test]
fn a_lower_rate_is_heeded() {
    let mut desk = Desk::new(0.0);
    desk.market.seen.lock().unwrap().told_rate = Some(0.5);
    let keys = asins(60);
    let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
    desk.one(Fetched::Restrictions, &keys);
    assert!(desk.clock_seconds() > 80.0, "{}", desk.clock_seconds());
}

#[test]
fn a_wrong_key_does_not_spoil_the_others() {
    let mut desk = Desk::new(0.0);
    let done = desk.one(
        Fetched::Catalog,
        &["B000000001", "B0BADBADBA", "B000000002"],
    );
    assert_eq!((done.answered, done.failed), (2, 1), "{done:?}");
    let why = done.why.unwrap();
    assert!(
        matches!(&why, ServiceError::Refused { status: 400, .. }),
        "{why:?}"
    );
}

#[test]
fn what_is_not_allowed_ends_the_kind_at_once_and_shows_no_secret() {
    let mut desk = Desk::new(0.0);
    desk.market.seen.lock().unwrap().refuse = Some((403, "Unauthorized".to_owned()));
    let keys = asins(100);
    let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
    let done = desk.one(Fetched::Restrictions, &keys);
    let why = done.why.unwrap();
    assert!(matches!(why, ServiceError::Forbidden { .. }), "{why:?}");
    assert_eq!(done.answered, 0);
    assert!(done.left >= 90, "{}", done.left);
    // One renewal for those under way, and no more.
    assert!(desk.market.seen.lock().unwrap().tokens <= 7);
    desk.market.seen.lock().unwrap().refuse = Some((413, "TooLarge".to_owned()));
    let why = desk.one(Fetched::Eligibility, &["B000000001"]).why.unwrap();
    let shown = format!("{why} {why:?}");
    for secret in ["Atza|1", "Atzr|grant", "hidden"] {
        assert!(!shown.contains(secret), "{shown}");
    }
}

#[test]
fn a_grant_that_ended_is_told_as_such() {
    let mut desk = Desk::new(0.0);
    let grant = (400, "invalid_grant".to_owned());
    desk.market.seen.lock().unwrap().refuse_login = Some(grant);
    let done = desk.one(Fetched::Catalog, &["B000000001"]);
    assert_eq!(
        done.why,
        Some(ServiceError::Login("invalid_grant".to_owned()))
    );
    let shown = format!("{:?}", done.why);
    assert!(!shown.contains("Atzr"), "{shown}");
}

#[test]
fn a_service_that_is_down_is_left_after_some_tries() {
    let mut desk = Desk::new(0.0);
    desk.market.seen.lock().unwrap().refuse = Some((503, "Down".to_owned()));
    let keys = asins(1_000);
    let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
    let done = desk.one(Fetched::Restrictions, &keys);
    assert_eq!(
        (done.answered, done.failed + done.left),
        (0, 1_000),
        "{done:?}"
    );
    assert!(desk.market.calls("getListingsRestrictions") < 120);
}

#[test]
fn what_cannot_be_kept_ends_everything() {
    let desk = Desk::new(0.0);
    let job = |kind| Job {
        kind,
        keys: asins(1_000),
    };
    let mut keep = |_: Fetched, _: &[(String, String)]| Err("disk full".to_owned());
    let jobs = vec![job(Fetched::Catalog), job(Fetched::Restrictions)];
    let work = fetch(&desk.services, jobs, None, &mut keep);
    let done = simulate(&desk.services.host, &desk.clock, work);
    assert!(done.iter().all(|done| done.answered == 0), "{done:?}");
    let disk = ServiceError::Net(NetError::Disk("disk full".to_owned()));
    assert!(done.iter().any(|done| done.why.as_ref() == Some(&disk)));
    assert!(desk.clock_seconds() < 30.0);
}

#[test]
fn other_addresses_are_secure_or_of_this_machine() {
    let server = Loopback::start(|_| super::loopback::Reply::new(200, ""));
    let mut published = published(&server.url());
    let (_, seen) = Simulated::pair();
    let host = Arc::new(Host::new(Settings::default(), seen).unwrap());
    published.amazon.endpoint = "http://sellingpartnerapi.example.com".to_owned();
    let keys = Keys::from(&Pocket).unwrap();
    let refused = Amazon::new(&host, &published, keys, None).unwrap_err();
    assert!(matches!(refused, NetError::NotSecure(_)));
}

impl Desk {
    fn clock_seconds(&self) -> f64 {
        use kenpin::net::Clock;
        self.clock.now().as_secs_f64()
    }
}
