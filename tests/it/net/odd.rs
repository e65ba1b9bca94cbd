//! Services that answer something else than was asked, or do not come to an end: none of it is taken
//! for an answer, and none of it stops what can go on.

use super::amazon::{Pocket, published};
use super::loopback::{Asked, Loopback, Reply};
use super::simulated::{Simulated, simulate};
use kenpin::model::Fetched;
use kenpin::net::amazon::{Amazon, Keys};
use kenpin::net::{
    Clock, Done, Host, Invoices, Job, NetError, Pause, ServiceError, Services, Settings, fetch,
};
use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

/// What became of a fetch.
struct Ended {
    done: Done,
    kept: Vec<(String, String)>,
    calls: u64,
    time: Duration,
}

impl Ended {
    fn why(&self) -> &ServiceError {
        self.done.why.as_ref().unwrap()
    }
}

fn services(url: &str, clock: Arc<dyn Clock>) -> Arc<Services> {
    let published = published(url);
    let host = Arc::new(Host::new(Settings::default(), clock).unwrap());
    let keys = Keys::from(&Pocket).unwrap();
    let seller = Some("A1SELLER".to_owned());
    Arc::new(Services {
        amazon: Ok(Amazon::new(&host, &published, keys, seller).unwrap()),
        invoices: Invoices::new(&host, &published, &Pocket),
        host,
        published,
    })
}

/// Fetches keys of a kind from a server that grants tokens and answers all else so.
fn ended(
    kind: Fetched,
    keys: &[&str],
    budget: Option<Duration>,
    answer: impl Fn(&Asked) -> Reply + Send + Sync + 'static,
) -> Ended {
    let calls = Arc::new(AtomicU64::new(0));
    let counted = Arc::clone(&calls);
    let server = Loopback::start(move |asked: &Asked| {
        if asked.place() == "/auth/o2/token" {
            let token = json!({"access_token": "Atza|1", "expires_in": 3600});
            return Reply::new(200, token.to_string());
        }
        counted.fetch_add(1, Ordering::SeqCst);
        answer(asked)
    });
    let (clock, seen) = Simulated::pair();
    let services = services(&server.url(), seen);
    let mut kept = Vec::new();
    let mut keep = |_: Fetched, answers: &[(String, String)]| {
        kept.extend_from_slice(answers);
        Ok(())
    };
    let keys = keys.iter().map(|key| (*key).to_owned()).collect();
    let work = fetch(&services, vec![Job { kind, keys }], budget, &mut keep);
    let done = simulate(&services.host, &clock, work).remove(0);
    Ended {
        done,
        kept,
        calls: calls.load(Ordering::SeqCst),
        time: clock.now(),
    }
}

fn json_of(value: &Value) -> Reply {
    Reply::new(200, value.to_string())
}

fn asins(number: usize) -> Vec<String> {
    (0..number).map(|n| format!("B0{n:07}X")).collect()
}

fn texts(keys: &[String]) -> Vec<&str> {
    keys.iter().map(String::as_str).collect()
}

#[test]
fn an_answer_of_another_shape_is_no_answer() {
    let errors = r#"{"errors": [{"code": "InternalFailure", "message": "later"}]}"#;
    let bodies = [
        "{}",
        errors,
        r#"{"foo": [1]}"#,
        "<html></html>",
        "null",
        "[]",
        "[[]]",
        "[{}]",
    ];
    for kind in Fetched::ALL {
        for body in bodies.into_iter().chain([r#"{"payload": {}}"#]) {
            let ended = ended(*kind, &["B000000001"], None, move |_| Reply::new(200, body));
            let done = &ended.done;
            assert_eq!(
                (done.answered, done.failed),
                (0, 1),
                "{kind}: {body}: {done:?}"
            );
            assert!(
                ended.kept.is_empty() && done.why.is_some(),
                "{kind}: {body}"
            );
        }
    }
}

#[test]
fn a_number_is_only_answered_by_itself() {
    let numbers = ["T7000012050002", "T1180301018771"];
    let asked = |all: Value| {
        let answer = move |_: &Asked| json_of(&all);
        ended(Fetched::Numbers, &numbers, None, answer)
    };
    let one = |number: &str| json!({"registratedNumber": number, "name": "名"});
    for wrong in [
        one("T1234567890123"),
        one("7000012050002"),
        json!({"registratedNumber": null, "name": "名"}),
        json!({"name": "名"}),
    ] {
        let all = json!({"count": "2", "announcement": [one(numbers[0]), wrong.clone()]});
        let ended = asked(all);
        assert!(ended.kept.is_empty() && ended.done.failed == 2, "{wrong}");
        let strange = matches!(ended.why(), ServiceError::Net(NetError::Strange { .. }));
        assert!(strange, "{:?}", ended.why());
    }
    // One that is left out is not published.
    for none in [
        json!({"count": "0", "announcement": []}),
        json!({"count": "0"}),
        json!({"count": 0, "announcement": null}),
    ] {
        let ended = asked(none.clone());
        assert_eq!(ended.done.answered, 2, "{none}");
        let unknown = |(_, body): &(String, String)| body.contains("\"found\":false");
        assert!(ended.kept.iter().all(unknown), "{none}");
    }
}

#[test]
fn a_rate_next_to_nothing_is_not_believed() {
    let keys = asins(12);
    for rate in ["1e-9", "1e-11", "1e-300"] {
        let ended = ended(Fetched::Restrictions, &texts(&keys), None, move |_| {
            json_of(&json!({"restrictions": []})).header("x-amzn-RateLimit-Limit", rate)
        });
        assert_eq!(ended.done.answered, 12, "{rate}: {:?}", ended.done);
        assert!(
            ended.time < Duration::from_secs(1_000),
            "{rate}: {:?}",
            ended.time
        );
    }
}

/// A clock without chance.
#[derive(Debug)]
struct Broken(Arc<Simulated>, AtomicBool);

impl Clock for Broken {
    fn now(&self) -> Duration {
        self.0.now()
    }

    fn unix(&self) -> i64 {
        self.0.unix()
    }

    fn sleep(&self, time: Duration) -> Pause<'_> {
        self.0.sleep(time)
    }

    fn chance(&self) -> f64 {
        self.1.store(true, Ordering::SeqCst);
        panic!("no chance")
    }
}

#[test]
fn a_call_that_breaks_is_counted() {
    let server = Loopback::start(|asked: &Asked| match asked.place() {
        "/auth/o2/token" => json_of(&json!({"access_token": "Atza|1", "expires_in": 3600})),
        _ => Reply::new(503, ""),
    });
    let (clock, _) = Simulated::pair();
    let broken = Arc::new(Broken(Arc::clone(&clock), AtomicBool::new(false)));
    let seen: Arc<dyn Clock> = Arc::<Broken>::clone(&broken);
    let services = services(&server.url(), seen);
    let kind = Fetched::Restrictions;
    let job = Job {
        kind,
        keys: asins(20),
    };
    let mut keep = |_: Fetched, _: &[(String, String)]| Ok(());
    let work = fetch(&services, vec![job], None, &mut keep);
    let done = simulate(&services.host, &clock, work).remove(0);
    assert!(broken.1.load(Ordering::SeqCst), "nothing broke");
    assert_eq!(
        (done.answered, done.failed + done.left),
        (0, 20),
        "{done:?}"
    );
    assert!(done.failed > 0 && done.why.is_some(), "{done:?}");
}

#[test]
fn an_unknown_asin_says_nothing_of_the_others() {
    let keys = asins(20);
    let unknown = keys[7].clone();
    let ended = ended(Fetched::Eligibility, &texts(&keys), None, move |asked| {
        let asin = asked.query("asin").unwrap();
        if asin <= unknown {
            let error = json!({"errors": [{"code": "NotFound", "message": "no such ASIN"}]});
            return Reply::new(404, error.to_string());
        }
        json_of(&json!({"payload": {"asin": asin, "isEligibleForProgram": true}}))
    });
    let done = &ended.done;
    assert_eq!(
        (done.answered, done.failed, done.left),
        (12, 8, 0),
        "{done:?}"
    );
    assert_eq!(ended.calls, 20);
    assert!(matches!(
        ended.why(),
        ServiceError::Refused { status: 404, .. }
    ));
    assert!(ended.kept.iter().all(|(key, _)| *key > keys[7]));
}

#[test]
fn a_budget_ends_waiting_too() {
    let budget = Some(Duration::from_secs(60));
    let keys = asins(3);
    let ended = ended(Fetched::Restrictions, &texts(&keys), budget, |_| {
        Reply::new(503, "").header("retry-after", "600")
    });
    assert_eq!(
        (ended.done.answered, ended.done.left),
        (0, 3),
        "{:?}",
        ended.done
    );
    assert!(matches!(ended.why(), ServiceError::Net(NetError::Slow(_))));
    assert!(ended.time < Duration::from_secs(120), "{:?}", ended.time);
}

#[test]
fn what_a_budget_leaves_tells_what_went_wrong_before() {
    // The second call waits for its turn beyond the budget; both come garbled.
    let budget = Some(Duration::from_millis(500));
    let ended = ended(Fetched::Eligibility, &["B000000001"], budget, |_| {
        Reply::new(200, "<")
    });
    assert_eq!(
        (ended.done.failed, ended.done.left),
        (0, 1),
        "{:?}",
        ended.done
    );
    assert!(matches!(
        ended.why(),
        ServiceError::Net(NetError::Strange { .. })
    ));
    assert_eq!(ended.calls, 2);
}

#[test]
fn what_stands_on_a_later_page_is_not_missing() {
    let page = json!({"nextToken": "more"});
    let items = json!([{"asin": "B000000001", "sku": "B000000001", "issues": []}]);
    let listed = json!({"items": items, "pagination": page});
    let stock = json!({"payload": {"inventorySummaries": [{"sellerSku": "B000000001"}]},
        "pagination": page});
    for (kind, body) in [
        (Fetched::Catalog, listed.clone()),
        (Fetched::Listings, listed),
        (Fetched::Stock, stock),
    ] {
        let asked = |keys: &[&str], body: Value| ended(kind, keys, None, move |_| json_of(&body));
        let all = asked(&["B000000001"], body.clone());
        assert_eq!(all.done.answered, 1, "{kind}: {:?}", all.done);
        let torn = asked(&["B000000001", "B000000002"], body.clone());
        assert_eq!(
            (torn.done.answered, torn.done.failed),
            (0, 2),
            "{kind}: {:?}",
            torn.done
        );
        assert!(torn.kept.is_empty(), "{kind}");
        // Without another page, what is not there is not known.
        let mut last = body;
        last["pagination"] = json!({"nextToken": ""});
        let last = asked(&["B000000001", "B000000002"], last);
        assert_eq!(last.done.answered, 2, "{kind}: {:?}", last.done);
    }
}

#[test]
fn no_part_of_a_secret_is_left_where_a_sentence_is_cut() {
    for (kind, secret) in [
        (Fetched::Numbers, "hidden-id"),
        (Fetched::Catalog, "Atzr|grant"),
        (Fetched::Restrictions, "hidden"),
    ] {
        for before in 290..300 {
            let sentence = format!("{}{secret}", "z".repeat(before));
            let error = json!({"errors": [{"code": sentence, "message": sentence}]});
            let ended = ended(kind, &["B000000001"], None, move |_| {
                Reply::new(400, error.to_string())
            });
            let shown = format!("{} {:?}", ended.why(), ended.why());
            assert!(
                !shown.contains("zh") && !shown.contains("zA"),
                "{kind}: {shown}"
            );
        }
    }
}

#[test]
fn a_flood_in_place_of_an_error_is_not_looked_into() {
    let flood = format!("[{{\"code\": \"Bad\"}}{}]", ",1".repeat(200_000));
    let ended = ended(Fetched::Restrictions, &["B000000001"], None, move |_| {
        Reply::new(400, flood.clone())
    });
    let told = matches!(ended.why(), ServiceError::Refused { code, .. } if code.is_empty());
    assert!(told, "{:?}", ended.why());
}
