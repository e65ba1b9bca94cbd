//! However much is fetched, the memory stays: a run over ten times as many items in a process of its
//! own, which tells its peak.

use super::loopback::{Asked, Loopback, Reply};
use super::simulated::{Simulated, simulate};
use kenpin::model::{Fetched, Published};
use kenpin::net::amazon::{Amazon, Keys};
use kenpin::net::{Host, Invoices, Job, Secret, ServiceError, Services, Settings, fetch};
use kenpin::store::Cache;
use serde_json::{Value, json};
use std::process::Command;
use std::sync::Arc;

const ITEMS: &str = "KENPIN_TEST_ITEMS";
const CHILD: &str = "net::memory::a_fetch_in_a_process_of_its_own";
/// Bytes of the answer about one item.
const ANSWER: usize = 4_096;

/// A service that remembers nothing: what grows is of kenpin.
fn answer(asked: &Asked) -> Reply {
    if asked.place() == "/token" {
        let token = json!({"access_token": "Atza|1", "expires_in": 3600});
        return Reply::new(200, token.to_string());
    }
    let long = "長".repeat(ANSWER / 3);
    let asins = asked.query("identifiers").unwrap();
    let item = |asin| json!({"asin": asin, "summaries": [{"brand": long}]});
    let items: Vec<Value> = asins.split(',').map(item).collect();
    Reply::new(200, json!({"items": items}).to_string())
}

fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let mut lines = status.lines();
    let line = lines.find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    let kilobytes = line.trim().trim_end_matches("kB").trim();
    kilobytes.parse::<u64>().unwrap() * 1024
}

#[test]
#[ignore = "run by the test below in a process of its own"]
fn a_fetch_in_a_process_of_its_own() {
    let items: usize = std::env::var(ITEMS).map_or(100, |text| text.parse().unwrap());
    let server = Loopback::start(answer);
    let mut published: Published =
        toml::from_str(include_str!("../../../data/fetch.toml")).unwrap();
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
    let services = Arc::new(Services {
        amazon: Ok(Amazon::new(&host, &published, keys, None).unwrap()),
        invoices: Err(ServiceError::Missing(Invoices::ID)),
        host,
        published,
    });
    let folder = tempfile::tempdir().unwrap();
    let mut cache = Cache::open(folder.path(), "a").unwrap();
    let mut keep = |kind: Fetched, answers: &[(String, String)]| {
        cache.keep(kind, 1, answers).map_err(|e| e.to_string())
    };
    let job = Job {
        kind: Fetched::Catalog,
        keys: (0..items).map(|n| format!("B0{n:07}X")).collect(),
    };
    let work = fetch(&services, vec![job], None, &mut keep);
    let done = simulate(&services.host, &clock, work);
    assert_eq!(done[0].answered, items);
    println!("peak {}", peak());
}

#[test]
fn the_memory_does_not_grow_with_what_is_fetched() {
    let peak = |items: usize| {
        let mut child = Command::new(std::env::current_exe().unwrap());
        child.args([
            "--exact",
            CHILD,
            "--ignored",
            "--nocapture",
            "--test-threads",
            "1",
        ]);
        let output = child.env(ITEMS, items.to_string()).output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(output.status.success(), "{text}");
        let mut lines = text.lines();
        let peak = lines.find_map(|line| line.rsplit_once("peak "));
        peak.unwrap_or_else(|| panic!("{text}"))
            .1
            .parse::<u64>()
            .unwrap()
    };
    let (few, many) = (peak(1_000), peak(10_000));
    // All answers together are 40 MB; held would show. The keys and the pages of the cache do not.
    let all = 9_000 * ANSWER as u64;
    let more = many.saturating_sub(few);
    assert!(
        more < all / 3,
        "{few} bytes for 1,000 items, {many} for 10,000"
    );
}
