//! Alarms behind an audit: sent once, kept while they cannot be sent, silent without news.

use super::HIDDEN;
use super::strict::{self, KEYS};
use crate::net::loopback::{Asked, How, Loopback, Reply};
use crate::scan_run::{Desk, Ran, copy_tree, files_below, repository};
use kenpin::model::AlarmKind;
use std::collections::BTreeSet;
use std::fs;
use std::process::{Output, Stdio};
use std::sync::{Arc, Mutex};
use std::time::Duration;

const SLACK: &str = "[[alarm]]\nname = \"slack\"\nkind = \"slack\"\nseverity = \"low\"\nsecret_env = \"KENPIN_TEST_SLACK\"\n";
const HOOK: &str = "[[alarm]]\nname = \"hook\"\nkind = \"webhook\"\nseverity = \"low\"\nsecret_env = \"KENPIN_TEST_HOOK\"\nkey_env = \"KENPIN_TEST_KEY\"\n";

/// A desk with an account, its alarms, and the server behind them.
struct Shop {
    desk: Desk,
    url: String,
    seen: Arc<Mutex<Vec<Asked>>>,
    /// What the next requests are answered; strictly where nothing is left.
    odd: Arc<Mutex<Vec<Reply>>>,
    _server: Loopback,
}

impl Shop {
    fn new(alarms: &str) -> Self {
        let desk = Desk::new();
        let account = repository().join("tests/cases/english-exports/input");
        copy_tree(&account, &desk.path("input"), &|_| true);
        // Units without papers: a finding from the first audit on.
        let stock = fs::read_to_string(desk.path("input/fba.txt")).unwrap();
        let more = stock.replace("1980\t3\t0\t0\t3", "1980\t30\t0\t0\t30");
        assert_ne!(stock, more);
        desk.write("input/fba.txt", more);
        let config = fs::read_to_string(desk.path("input/config.toml")).unwrap();
        desk.write("input/config.toml", format!("{config}\n{alarms}"));
        let (seen, odd) = (
            Arc::new(Mutex::new(Vec::new())),
            Arc::new(Mutex::new(Vec::new())),
        );
        let (kept, next) = (Arc::clone(&seen), Arc::<Mutex<Vec<Reply>>>::clone(&odd));
        let server = Loopback::start(move |asked: &Asked| {
            kept.lock().unwrap().push(asked.clone());
            let mut next = next.lock().unwrap();
            if !next.is_empty() {
                return next.remove(0);
            }
            match asked.place().contains("hook") {
                true => strict::answer(AlarmKind::Webhook, asked),
                false => strict::answer(AlarmKind::Slack, asked),
            }
        });
        Self {
            desk,
            url: server.url(),
            seen,
            odd,
            _server: server,
        }
    }

    fn command(&self, args: &[&str]) -> std::process::Command {
        let mut command = self.desk.kenpin();
        command
            .env(
                "KENPIN_TEST_SLACK",
                format!("{}/services/T0/{HIDDEN}", self.url),
            )
            .env("KENPIN_TEST_HOOK", format!("{}/hook/{HIDDEN}", self.url))
            .env("KENPIN_TEST_KEY", KEYS.join(" "))
            .args(args);
        command
    }

    fn run(&self, args: &[&str]) -> Ran {
        let Output {
            status,
            stdout,
            stderr,
        } = self.command(args).output().unwrap();
        let ran = Ran {
            code: status.code(),
            stdout,
            stderr,
            took: Duration::ZERO,
        };
        ran.sane();
        self.hides();
        for text in [ran.out(), ran.err()] {
            assert!(!text.contains(HIDDEN), "{text}");
            assert!(!KEYS.iter().any(|key| text.contains(key)), "{text}");
        }
        ran
    }

    /// No file that a run left holds a secret.
    fn hides(&self) {
        for (name, path) in files_below(&self.desk.path("")) {
            let bytes = fs::read(path).unwrap();
            let found = bytes
                .windows(HIDDEN.len())
                .any(|part| part == HIDDEN.as_bytes());
            assert!(!found, "{name}");
        }
    }

    fn audit(&self, day: &str, more: &[&str]) -> Ran {
        let args = [
            "audit", "input", "--state", "state", "--lang", "en", "--today", day,
        ];
        self.run(&[&args, more].concat())
    }

    fn edit(&self, from: &str, to: &str) {
        let path = self.desk.path("input/listings.txt");
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from));
        fs::write(path, text.replace(from, to)).unwrap();
    }

    /// What was asked since the last look.
    fn asked(&self) -> Vec<Asked> {
        std::mem::take(&mut *self.seen.lock().unwrap())
    }
}

fn hooks(asked: &[Asked]) -> usize {
    asked.iter().filter(|one| one.path.contains("hook")).count()
}

#[test]
fn news_is_sent_once_and_no_news_not_at_all() {
    let shop = Shop::new(&format!("{SLACK}{HOOK}"));
    let first = shop.audit("2026-11-14", &[]);
    assert!(
        first.err().contains("Alarm slack: sent"),
        "{}",
        first.told()
    );
    let asked = shop.asked();
    assert_eq!((asked.len(), hooks(&asked)), (2, 1));
    let event: serde_json::Value = serde_json::from_slice(&asked[1].body).unwrap();
    assert_eq!(event["type"], "kenpin.findings.new");
    assert!(event["data"]["since"].is_null());
    // Nothing is new.
    let same = shop.audit("2026-11-14", &[]);
    assert!(shop.asked().is_empty(), "{}", same.told());
    assert!(!same.err().contains("Alarm"), "{}", same.told());
    // One finding is.
    shop.edit("やかん 1.5L\t", "やかん 1.5L 並行輸入品\t");
    shop.audit("2026-11-15", &["--quiet"]);
    let asked = shop.asked();
    assert_eq!((asked.len(), hooks(&asked)), (2, 1));
    let event: serde_json::Value = serde_json::from_slice(&asked[1].body).unwrap();
    assert_eq!(event["data"]["since"], "2026-11-14");
    let found = event["data"]["findings"].as_array().unwrap();
    assert!(
        found.iter().any(|finding| finding["rule"] == "MIX-020"),
        "{event}"
    );
}

#[test]
fn an_audit_of_the_demo_account_tells_of_it_once() {
    let shop = Shop::new("");
    shop.desk
        .write("alarm.toml", SLACK.replace("low", "critical"));
    let args = [
        "audit",
        "--demo",
        "--config",
        "alarm.toml",
        "--state",
        "state",
        "--quiet",
    ];
    let args = [&args[..], &["--format", "csv"]].concat();
    assert_eq!(shop.run(&args).code, Some(1));
    let asked = shop.asked();
    assert_eq!(asked.len(), 1);
    let text = String::from_utf8(asked[0].body.clone()).unwrap();
    assert!(
        text.contains("ACCT-001") && !text.contains("PROOF-001"),
        "{text}"
    );
    shop.run(&args);
    assert!(shop.asked().is_empty());
}

#[test]
fn what_could_not_be_sent_is_told_and_sent_by_the_next_audit() {
    let shop = Shop::new(HOOK);
    *shop.odd.lock().unwrap() = vec![Reply::new(403, "")];
    let failed = shop.audit("2026-11-14", &["--quiet"]);
    assert_ne!(failed.code, Some(2));
    assert!(
        failed.err().contains("NOT sent: 127.0.0.1:"),
        "{}",
        failed.told()
    );
    assert!(failed.err().contains("answered 403"), "{}", failed.told());
    assert!(
        failed.err().contains("the audit itself is kept"),
        "{}",
        failed.told()
    );
    let list = shop.run(&[
        "notify",
        "list",
        "--config",
        "input/config.toml",
        "--state",
        "state",
        "--lang",
        "en",
    ]);
    assert!(
        list.out().contains("KENPIN_TEST_HOOK: set"),
        "{}",
        list.told()
    );
    let before = shop.asked();
    // Nothing is new, and the old message goes, under its first id.
    let again = shop.audit("2026-11-14", &[]);
    assert!(again.err().contains("Alarm hook: sent"), "{}", again.told());
    let asked = shop.asked();
    assert_eq!((before.len(), asked.len()), (1, 1));
    assert_eq!(
        before[0].header("webhook-id"),
        asked[0].header("webhook-id")
    );
    assert_eq!(before[0].body, asked[0].body);
    shop.audit("2026-11-14", &[]);
    assert!(shop.asked().is_empty());
}

#[test]
fn offline_an_alarm_waits() {
    let shop = Shop::new(SLACK);
    let ran = shop.audit("2026-11-14", &["--offline"]);
    assert!(ran.err().contains("--offline"), "{}", ran.told());
    assert!(shop.asked().is_empty());
    shop.audit("2026-11-14", &[]);
    assert_eq!(shop.asked().len(), 1);
    let none = shop.run(&[
        "notify",
        "test",
        "--offline",
        "--config",
        "input/config.toml",
        "--lang",
        "en",
    ]);
    assert_eq!(none.code, Some(2), "{}", none.told());
}

#[test]
fn a_target_that_is_gone_is_not_asked_until_a_test_reaches_it() {
    let shop = Shop::new(HOOK);
    *shop.odd.lock().unwrap() = vec![Reply::new(410, "")];
    let gone = shop.audit("2026-11-14", &[]);
    assert!(gone.err().contains("(410)"), "{}", gone.told());
    shop.edit("やかん 1.5L\t", "やかん 1.5L 並行輸入品\t");
    let still = shop.audit("2026-11-15", &[]);
    assert!(still.err().contains("(410)"), "{}", still.told());
    assert_eq!(shop.asked().len(), 1);
    let place = [
        "--config",
        "input/config.toml",
        "--state",
        "state",
        "--lang",
        "en",
    ];
    let test = shop.run(&[&["notify", "test", "hook"], &place[..]].concat());
    assert_eq!(test.code, Some(0), "{}", test.told());
    let after = shop.audit("2026-11-15", &[]);
    assert!(after.err().contains("Alarm hook: sent"), "{}", after.told());
    // Behind the test both messages that waited, each under an id of its own.
    let ids: BTreeSet<String> = shop.asked()[1..]
        .iter()
        .map(|one| one.header("webhook-id").unwrap().to_owned())
        .collect();
    assert_eq!(ids.len(), 2);
}

#[test]
fn a_run_that_is_killed_while_it_sends_leaves_nothing_double() {
    for (alarm, resent) in [(HOOK, true), (SLACK, false)] {
        let shop = Shop::new(alarm);
        *shop.odd.lock().unwrap() = vec![Reply::new(200, "").how(How::Silent)];
        let args = [
            "audit",
            "input",
            "--state",
            "state",
            "--today",
            "2026-11-14",
        ];
        let mut child = shop
            .command(&args)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        for _ in 0..3000 {
            if !shop.seen.lock().unwrap().is_empty() {
                break;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        let first = shop.asked();
        assert_eq!(first.len(), 1);
        child.kill().unwrap();
        child.wait().unwrap();
        let next = shop.audit("2026-11-14", &[]);
        let asked = shop.asked();
        if resent {
            assert_eq!(asked.len(), 1, "{}", next.told());
            assert_eq!(first[0].header("webhook-id"), asked[0].header("webhook-id"));
        } else {
            assert!(asked.is_empty(), "{}", next.told());
            assert!(next.err().contains("nobody knows"), "{}", next.told());
        }
        let last = shop.audit("2026-11-14", &[]);
        assert!(
            shop.asked().is_empty() && !last.err().contains("Alarm"),
            "{}",
            last.told()
        );
    }
}

#[test]
fn what_is_missing_or_wrong_is_told_without_the_secret() {
    let shop = Shop::new(SLACK);
    let mut command = shop.command(&["audit", "input", "--state", "state", "--lang", "en"]);
    let ran = command.env_remove("KENPIN_TEST_SLACK").output().unwrap();
    let err = String::from_utf8(ran.stderr).unwrap();
    assert!(err.contains("KENPIN_TEST_SLACK is not set"), "{err}");
    // A secret in the config is a mistake, and the error does not repeat it.
    for line in [
        format!("url = \"https://hooks.example.com/{HIDDEN}\""),
        format!("secret_env = \"https://hooks.example.com/{HIDDEN}\""),
    ] {
        let text = format!("[[alarm]]\nname = \"a\"\nkind = \"slack\"\n{line}\n");
        let desk = Desk::new();
        desk.write("config.toml", text);
        for lang in ["ja", "en"] {
            let ran = desk.run(&["notify", "list", "--lang", lang]);
            assert_eq!(ran.code, Some(2), "{}", ran.told());
            assert!(!ran.told().contains(HIDDEN), "{}", ran.told());
            assert!(ran.err().contains("secret_env"), "{}", ran.told());
        }
    }
}

#[test]
fn a_test_message_goes_to_one_alarm_or_to_all() {
    let shop = Shop::new(&format!("{SLACK}{HOOK}"));
    let place = [
        "--config",
        "input/config.toml",
        "--state",
        "state",
        "--lang",
        "ja",
    ];
    let test = |name: &[&str]| shop.run(&[&["notify", "test"], name, &place[..]].concat());
    assert_eq!(test(&["slack"]).code, Some(0));
    assert_eq!(shop.asked().len(), 1);
    assert_eq!(test(&[]).code, Some(0));
    assert_eq!(shop.asked().len(), 2);
    assert_eq!(test(&["nobody"]).code, Some(2));
    *shop.odd.lock().unwrap() = vec![Reply::new(404, "no_team")];
    let failed = test(&["slack"]);
    assert_eq!(failed.code, Some(2));
    assert!(failed.err().contains("404 no_team"), "{}", failed.told());
}
