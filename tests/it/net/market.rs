//! Amazon and the tax agency on this machine: they keep quotas, end tokens, and break now and then.

use super::loopback::{Asked, How, Loopback, Reply, unescape};
use kenpin::net::Clock;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// What the services remember.
#[derive(Debug, Default)]
pub struct Seen {
    /// Calls that came, by operation.
    pub calls: BTreeMap<&'static str, u64>,
    /// Calls above the quota.
    pub violations: u64,
    /// Tokens given out.
    pub tokens: u64,
    /// Keys that were answered, by operation, each as often as it was.
    pub answered: BTreeMap<&'static str, Vec<String>>,
    /// Most keys of one call.
    pub widest: usize,
    buckets: BTreeMap<&'static str, (f64, Duration)>,
    chance: u64,
    /// Reading of the clock at which the token in use ends.
    token_ends: Duration,
    /// Codes that answers of a kind have, by key.
    pub special: BTreeMap<(&'static str, String), Value>,
    /// Calls after which nothing is said any more.
    pub silent_after: Option<u64>,
    /// What every call but the login is answered with.
    pub refuse: Option<(u16, String)>,
    /// What the login is answered with.
    pub refuse_login: Option<(u16, String)>,
    looks: u32,
    /// Reports that were ordered.
    pub orders: Vec<String>,
    /// True while no report gets done.
    pub making: bool,
    /// True when a document comes cut off.
    pub cut_documents: bool,
    /// True when a page stands where a document should.
    pub page_documents: bool,
    /// What calls of a method about reports are answered with.
    pub refuse_reports: Option<(&'static str, u16)>,
    /// A rate that answers tell.
    pub told_rate: Option<f64>,
}

/// The services; they end with the value.
pub struct Market {
    server: Loopback,
    pub seen: Arc<Mutex<Seen>>,
}

/// How often an exchange breaks, from 0 to 1.
#[derive(Clone, Copy, Debug)]
pub struct Faults(pub f64);

impl Market {
    pub fn start(clock: Arc<dyn Clock>, faults: Faults) -> Self {
        let seen: Arc<Mutex<Seen>> = Arc::default();
        let remembered = Arc::clone(&seen);
        let server = Loopback::start(move |asked| {
            let mut seen = remembered.lock().unwrap();
            seen.answer(asked, clock.as_ref(), faults.0)
        });
        Self { server, seen }
    }

    pub fn url(&self) -> String {
        self.server.url()
    }

    pub fn calls(&self, operation: &str) -> u64 {
        let seen = self.seen.lock().unwrap();
        seen.calls.get(operation).copied().unwrap_or(0)
    }

    /// Keys that an operation answered, in the order in which it did.
    pub fn answered(&self, operation: &str) -> Vec<String> {
        let seen = self.seen.lock().unwrap();
        seen.answered.get(operation).cloned().unwrap_or_default()
    }

    /// Says something else about a key.
    pub fn special(&self, operation: &'static str, key: &str, answer: Value) {
        let mut seen = self.seen.lock().unwrap();
        seen.special.insert((operation, key.to_owned()), answer);
    }
}

/// Listings of the only seller there is.
const LISTINGS: &str = "/listings/2021-08-01/items/A1SELLER";

const QUOTAS: &[(&str, f64, f64)] = &[
    ("searchCatalogItems", 2.0, 2.0),
    ("getListingsRestrictions", 5.0, 10.0),
    ("getItemEligibilityPreview", 1.0, 1.0),
    ("searchListingsItems", 5.0, 5.0),
    ("getListingsItem", 5.0, 10.0),
    ("getInventorySummaries", 2.0, 2.0),
    ("num", 0.5, 1.0),
];

impl Seen {
    fn answer(&mut self, asked: &Asked, clock: &dyn Clock, faults: f64) -> Reply {
        if asked.place() == "/auth/o2/token" {
            return self.login(asked, clock.now());
        }
        if asked.place().starts_with("/download/") {
            if self.page_documents {
                return Reply::new(200, "\r\n <html>maintenance</html>");
            }
            return download(asked, self.cut_documents);
        }
        if asked.place().starts_with("/reports/") {
            return self.report(asked);
        }
        let agent = asked.header("user-agent").unwrap_or_default();
        if !agent.contains("(Language=Rust/") {
            return error(400, "MissingUserAgent");
        }
        let operation = match asked.place() {
            "/catalog/2022-04-01/items" => "searchCatalogItems",
            "/listings/2021-08-01/restrictions" => "getListingsRestrictions",
            "/fba/inbound/v1/eligibility/itemPreview" => "getItemEligibilityPreview",
            "/fba/inventory/v1/summaries" => "getInventorySummaries",
            "/num" => "num",
            LISTINGS => "searchListingsItems",
            place if place.starts_with(LISTINGS) => "getListingsItem",
            other => return error(404, &format!("no {other}")),
        };
        *self.calls.entry(operation).or_default() += 1;
        let calls: u64 = self.calls.values().sum();
        if self.silent_after.is_some_and(|most| calls > most) {
            return Reply::new(200, "").how(How::Silent);
        }
        if !self.within(operation, clock.now()) {
            self.violations += 1;
            return error(429, "QuotaExceeded").header("x-amzn-ErrorType", "TooManyRequests");
        }
        if let Some((status, code)) = &self.refuse {
            return error(*status, code);
        }
        let token = asked.header("x-amz-access-token").unwrap_or_default();
        let expected = format!("Atza|{}", self.tokens);
        if operation != "num" && (token != expected || clock.now() >= self.token_ends) {
            return error(403, "Unauthorized");
        }
        if let Some(broken) = self.broken(faults) {
            return broken;
        }
        self.keys(operation, asked)
    }

    fn login(&mut self, asked: &Asked, now: Duration) -> Reply {
        if let Some((status, code)) = &self.refuse_login {
            let body = json!({"error": code, "error_description": "Atzr|grant is no good"});
            return Reply::new(*status, body.to_string());
        }
        let form = |name| asked.form(name).unwrap_or_default();
        assert_eq!(form("grant_type"), "refresh_token");
        assert_eq!(form("refresh_token"), "Atzr|grant");
        assert_eq!(
            (form("client_id"), form("client_secret")),
            ("client".into(), "hidden".into())
        );
        self.tokens += 1;
        self.token_ends = now + Duration::from_secs(3600);
        let token = format!("Atza|{}", self.tokens);
        let body = json!({"access_token": token, "token_type": "bearer", "expires_in": 3600});
        Reply::new(200, body.to_string())
    }

    /// Takes a token of the bucket of an operation.
    fn within(&mut self, operation: &'static str, now: Duration) -> bool {
        let quota = QUOTAS.iter().find(|(name, ..)| *name == operation);
        let (_, rate, burst) = *quota.unwrap();
        let (held, last) = self.buckets.entry(operation).or_insert((burst, now));
        let came = now.saturating_sub(*last).as_secs_f64() * rate;
        *held = (*held + came).min(burst);
        *last = now;
        // Nanoseconds are rounded on both sides.
        let enough = *held > 1.0 - 1e-3;
        if enough {
            *held -= 1.0;
        }
        enough
    }

    fn broken(&mut self, faults: f64) -> Option<Reply> {
        self.chance = self.chance.wrapping_mul(6_364_136_223_846_793_005) + 1_442_695;
        let draw = (self.chance >> 11) as f64 / (1u64 << 53) as f64;
        if draw >= faults {
            return None;
        }
        Some(match self.chance >> 40 & 7 {
            0 => error(500, "InternalFailure"),
            1 => error(503, "ServiceUnavailable"),
            2 => error(429, "QuotaExceeded"),
            3 => Reply::new(200, "{\"payload\": {\"isElig").how(How::Cut),
            4 => Reply::new(200, "").how(How::Gone),
            5 => Reply::new(200, "<html>maintenance</html>"),
            6 => Reply::new(200, vec![b' '; 2_000_000]),
            _ => error(504, "Timeout"),
        })
    }

    fn keys(&mut self, operation: &'static str, asked: &Asked) -> Reply {
        let name = match operation {
            "searchCatalogItems" | "searchListingsItems" => "identifiers",
            "getInventorySummaries" => "sellerSkus",
            "num" => "number",
            _ => "asin",
        };
        let alone = || match asked.place().strip_prefix(LISTINGS) {
            Some(sku) => Some(vec![unescape(&sku[1..])]),
            None => asked.query("sellerSku").map(|sku| vec![sku]),
        };
        let list = asked.query(name);
        let list = list.map(|list| list.split(',').map(str::to_owned).collect());
        let keys: Vec<String> = list.or_else(alone).unwrap();
        self.widest = self.widest.max(keys.len());
        let most = match operation {
            "searchCatalogItems" | "searchListingsItems" => 20,
            "getInventorySummaries" => 50,
            "num" => 10,
            _ => 1,
        };
        if keys.len() > most || keys.iter().any(|key| key == "B0BADBADBA") {
            return error(400, "InvalidInput");
        }
        self.answered
            .entry(operation)
            .or_default()
            .extend(keys.iter().cloned());
        let body = match operation {
            "searchCatalogItems" => self.catalog(&keys),
            "getListingsRestrictions" => {
                json!({"restrictions": self.of(operation, &keys[0], json!([]))})
            }
            "getItemEligibilityPreview" => json!({"payload": self.of(operation, &keys[0], json!({
                "asin": keys[0], "program": "INBOUND", "isEligibleForProgram": true,
            }))}),
            "getInventorySummaries" => self.stock(&keys),
            "searchListingsItems" => {
                assert_eq!(asked.query("identifiersType").unwrap(), "SKU");
                let items: Vec<Value> = keys.iter().map(|sku| self.listing(sku)).collect();
                json!({"numberOfResults": items.len(), "items": items})
            }
            "getListingsItem" => self.listing(&keys[0]),
            _ => self.numbers(&keys),
        };
        let reply = Reply::new(200, body.to_string()).header("content-type", "application/json");
        match self.told_rate {
            Some(rate) => reply.header("x-amzn-RateLimit-Limit", &rate.to_string()),
            None => reply,
        }
    }

    /// A report is in the queue, then being made, then done.
    fn report(&mut self, asked: &Asked) -> Reply {
        *self.calls.entry("reports").or_default() += 1;
        if let Some((_, status)) = self.refuse_reports.filter(|(m, _)| *m == asked.method) {
            return error(status, "Refused");
        }
        if asked.method == "POST" {
            let order: Value = serde_json::from_slice(&asked.body).unwrap();
            assert_eq!(order["marketplaceIds"], json!(["A1VC38T7YXB528"]));
            let kind = order["reportType"].as_str().unwrap();
            self.looks = 0;
            self.orders.push(kind.to_owned());
            return Reply::new(202, json!({"reportId": kind}).to_string());
        }
        let name = asked.place().rsplit('/').next().unwrap().to_owned();
        if asked.place().contains("/documents/") {
            let host = asked.header("host").unwrap();
            let url = format!("http://{host}/download/{name}?X-Amz-Signature=hidden");
            let body =
                json!({"reportDocumentId": name, "url": url, "compressionAlgorithm": "GZIP"});
            return Reply::new(200, body.to_string());
        }
        self.looks += 1;
        let body = match self.looks {
            1 => json!({"processingStatus": "IN_QUEUE"}),
            _ if self.making => json!({"processingStatus": "IN_PROGRESS"}),
            _ => json!({"processingStatus": self.of("getReport", &name, json!("DONE")),
                "reportDocumentId": name}),
        };
        Reply::new(200, body.to_string())
    }

    fn of(&self, operation: &'static str, key: &str, usual: Value) -> Value {
        let key = (operation, key.to_owned());
        self.special.get(&key).cloned().unwrap_or(usual)
    }

    /// Every ASIN that ends in 9 is unknown to the catalogue.
    fn catalog(&self, keys: &[String]) -> Value {
        let known = keys.iter().filter(|key| !key.ends_with('9'));
        let items: Vec<Value> = known
            .map(|asin| {
                json!({
                    "asin": asin,
                    "summaries": [{"marketplaceId": "A1VC38T7YXB528", "brand": "Quillmere"}],
                    "identifiers": [{"identifiers": [
                        {"identifierType": "EAN", "identifier": "4901234567894"},
                    ]}],
                    "relationships": [{"relationships": [
                        {"type": "VARIATION", "parentAsins": ["B0PARENT01"]},
                    ]}],
                })
            })
            .collect();
        json!({"numberOfResults": items.len(), "items": items})
    }

    fn listing(&self, sku: &str) -> Value {
        let issues = self.of("searchListingsItems", sku, json!([]));
        json!({"sku": sku, "issues": issues})
    }

    fn stock(&self, keys: &[String]) -> Value {
        let summary = |sku: &String| {
            json!({"sellerSku": sku, "asin": "B0STOCK001", "inventoryDetails": {
                "fulfillableQuantity": 3, "inboundShippedQuantity": 2,
                "reservedQuantity": {"totalReservedQuantity": 1},
                "unfulfillableQuantity": {"totalUnfulfillableQuantity": 0},
            }})
        };
        let all: Vec<Value> = keys.iter().map(summary).collect();
        json!({"payload": {"inventorySummaries": all}, "pagination": {}})
    }

    fn numbers(&self, keys: &[String]) -> Value {
        let known = keys
            .iter()
            .filter_map(|key| self.special.get(&("num", key.clone())));
        let all: Vec<Value> = known.cloned().collect();
        json!({"count": all.len().to_string(), "announcement": all})
    }
}

const HEALTH: &str = r#"{"accountStatuses": [{"marketplaceId": "A1VC38T7YXB528", "status": "AT_RISK"}],
    "performanceMetrics": [{"marketplaceId": "A1VC38T7YXB528",
        "listingPolicyViolations": {"status": "BAD", "defectsCount": 3}}]}"#;

/// A packed table in CP932, as reports of Japan come.
fn download(asked: &Asked, cut: bool) -> Reply {
    use std::io::Write;
    assert!(asked.header("x-amz-access-token").is_none());
    let place = asked.place();
    let table = match (place.contains("LISTINGS"), place.contains("PERFORMANCE")) {
        (_, true) => HEALTH,
        (true, _) => {
            "商品名\t出品者SKU\t価格\tコンディション\tASIN 1\tフルフィルメント・チャンネル\tステータス\n\
             やかん\tKM-900\t1980\t11\tB0CASE0900\tAMAZON_JP\tActive\n"
        }
        _ => {
            "sku\tfnsku\tasin\tproduct-name\tcondition\tyour-price\tafn-fulfillable-quantity\n\
             KM-900\tX1\tB0CASE0900\tやかん\tNew\t1980\t7\n"
        }
    };
    let (bytes, ..) = encoding_rs::SHIFT_JIS.encode(table);
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packer.write_all(&bytes).unwrap();
    let mut packed = packer.finish().unwrap();
    if cut {
        packed.truncate(packed.len() - 9);
    }
    Reply::new(200, packed).header("content-type", "text/plain; charset=Shift_JIS")
}

fn error(status: u16, code: &str) -> Reply {
    let body = json!({"errors": [{"code": code, "message": "no Atza|1 hidden"}]});
    Reply::new(status, body.to_string())
}

/// True when no key stands there twice.
pub fn distinct(keys: &[String]) -> bool {
    keys.iter().collect::<BTreeSet<_>>().len() == keys.len()
}
