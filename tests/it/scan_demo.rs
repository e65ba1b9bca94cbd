//! The demo account: what was planted is found, nothing else is, in both languages of the exports,
//! and a file that is taken away never makes anything look clean.

use crate::scan_digest::subject;
use crate::scan_run::{Desk, copy_tree, files_below, repository};
use kenpin::model::{Coverage, Finding, Input, InputFile, Report, Scope, Subject};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

/// A finding as rule, subject and fingerprint.
type Key = (String, String, String);

fn demo() -> PathBuf {
    repository().join("data/demo")
}

/// Files of the folder that are no input.
const BESIDE: &[&str] = &[
    ".gitattributes",
    "README.md",
    "expected.json",
    "generate.py",
];

/// The demo account in a folder `input`, without the files that `left_out` names.
fn desk(left_out: &dyn Fn(&str) -> bool) -> Desk {
    let desk = Desk::new();
    copy_tree(&demo(), &desk.path("input"), &|name| {
        !BESIDE.contains(&name) && !left_out(name)
    });
    desk
}

fn whole() -> &'static Report {
    static REPORT: std::sync::LazyLock<Report> =
        std::sync::LazyLock::new(|| desk(&|_| false).scan(&[]));
    &REPORT
}

fn keys(report: &Report) -> BTreeSet<Key> {
    let key = |f: &Finding| (f.rule.clone(), subject(&f.subject), f.fingerprint.clone());
    report.findings.iter().map(key).collect()
}

/// The name that `expected.json` gives a subject.
fn name(subject: &Subject) -> &str {
    match subject {
        Subject::Sku { sku, .. } | Subject::ShipmentLine { sku, .. } => sku,
        Subject::Asin { asin, .. } => asin,
        Subject::Supplier { name } => name,
        Subject::Account => "account",
    }
}

#[derive(serde::Deserialize)]
struct Expected {
    listings: u64,
    rules: BTreeMap<String, ExpectedRule>,
}

#[derive(serde::Deserialize)]
struct ExpectedRule {
    fires_on: BTreeSet<String>,
    may_fire_on: BTreeSet<String>,
    clear_on: BTreeSet<String>,
}

#[test]
fn the_demo_finds_what_was_planted_and_nothing_else() {
    let text = fs::read_to_string(demo().join("expected.json")).unwrap();
    let expected: Expected = serde_json::from_str(&text).unwrap();
    let report = whole();
    let listings = report
        .head
        .files
        .iter()
        .find(|f| f.path.contains("all-listings"));
    assert_eq!(listings.map(|f| f.rows), Some(expected.listings));
    let mut wrong = Vec::new();
    for coverage in &report.head.coverage {
        let id = &coverage.rule.id;
        let Some(rule) = expected.rules.get(id) else {
            wrong.push(format!("{id}: expected.json does not know it"));
            continue;
        };
        let of_rule = report.findings.iter().filter(|f| f.rule == *id);
        let found: BTreeSet<String> = of_rule.map(|f| name(&f.subject).to_owned()).collect();
        for missing in rule.fires_on.difference(&found) {
            wrong.push(format!("{id} is silent on {missing}"));
        }
        for extra in found.difference(&rule.fires_on) {
            if !rule.may_fire_on.contains(extra) {
                wrong.push(format!("{id} fires on {extra}"));
            }
        }
        for subject in found.intersection(&rule.clear_on) {
            wrong.push(format!("{id} must stay clear on {subject}"));
        }
        // The account is one subject: it cannot be both.
        let one = coverage.rule.scope == Scope::Account;
        let shown_clear = one && rule.clear_on.contains("account") && coverage.judged == 1;
        if coverage.risk == 0 && !shown_clear {
            wrong.push(format!("{id} never fires"));
        }
        if coverage.judged <= coverage.risk && !one {
            wrong.push(format!("{id} is never clear: {coverage:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_bundled_demo_is_the_folder() {
    let desk = Desk::new();
    let ran = desk.run(&["scan", "--demo", "--format", "json"]);
    ran.sane();
    let bundled = ran.report();
    let folder = whole();
    assert_eq!(keys(&bundled), keys(folder));
    assert_eq!(bundled.head.summary, folder.head.summary);
    assert_eq!(bundled.head.run, folder.head.run);
}

#[test]
fn english_exports_give_the_same_findings() {
    let english_files = repository().join("tests/cases/demo-english/input");
    let japanese = |name: &str| name.starts_with("all-listings") || name.starts_with("fba-inv");
    let desk = desk(&japanese);
    copy_tree(&english_files, &desk.path("input"), &|_| true);
    for (name, path) in files_below(&desk.path("input")) {
        let bytes = fs::read(path).unwrap();
        let table = name.ends_with(".csv") || name.ends_with(".txt");
        if table && std::str::from_utf8(&bytes).is_err() {
            let (text, lost) = encoding_rs::SHIFT_JIS.decode_without_bom_handling(&bytes);
            assert!(!lost, "{name} is not CP932");
            desk.write(&format!("input/{name}"), text.as_bytes());
        }
    }
    let english = desk.scan(&[]);
    let files = english.head.files.iter().map(|f| f.encoding.as_str());
    let encodings: BTreeSet<&str> = files.filter(|e| !e.is_empty()).collect();
    assert_eq!(encodings, BTreeSet::from(["UTF-8"]));
    let shapes = |report: &Report| -> Vec<_> {
        let files = report.head.files.iter();
        files
            .map(|f| (f.shape.clone(), f.rows, f.rows_bad))
            .collect()
    };
    assert_eq!(shapes(&english), shapes(whole()));
    let (ja, en) = (keys(whole()), keys(&english));
    let lost: Vec<&Key> = ja.difference(&en).collect();
    let new: Vec<&Key> = en.difference(&ja).collect();
    assert!(
        lost.is_empty() && new.is_empty(),
        "lost {lost:#?}\nnew {new:#?}"
    );
    assert_eq!(english.head.summary, whole().head.summary);
}

/// Kinds of input by file, and how many files of the demo have each.
fn kinds(report: &Report) -> BTreeMap<String, Input> {
    let files = report.head.files.iter();
    let kind = |f: &InputFile| Some((f.path.strip_prefix("input/")?.to_owned(), f.input?));
    files.filter_map(kind).collect()
}

#[test]
fn a_file_taken_away_makes_nothing_look_clean() {
    let kinds = kinds(whole());
    let files: Vec<&String> = kinds.keys().filter(|f| demo().join(f).is_file()).collect();
    assert!(files.len() >= 12, "{kinds:?}");
    let (front, back) = files.split_at(files.len() / 2);
    let work = |part: &[&String]| -> Vec<String> {
        part.iter().flat_map(|f| without(f, &kinds)).collect()
    };
    let told: Vec<String> = std::thread::scope(|scope| {
        let other = scope.spawn(|| work(back));
        [work(front), other.join().unwrap()].concat()
    });
    assert!(told.is_empty(), "{}", told.join("\n"));
}

/// Whatever looks cleaner than it may when one file is gone.
fn without(gone: &str, kinds: &BTreeMap<String, Input>) -> Vec<String> {
    let report = desk(&|name| name == gone).scan(&[]);
    let kind = kinds[gone];
    let last = kinds.values().filter(|k| **k == kind).count() == 1;
    let mut told = Vec::new();
    let now = places(&report);
    let pages: BTreeSet<&str> = now.iter().map(|(_, page)| *page).collect();
    let unmatched = |r: &Report| r.head.unmatched.iter().map(|u| u.rows).sum::<u64>();
    let more_unmatched = unmatched(&report) > unmatched(whole());
    let open = |c: &Coverage| c.not_judged.iter().map(|m| m.subjects).sum::<u64>();
    for (coverage, before) in report.head.coverage.iter().zip(&whole().head.coverage) {
        let id = coverage.rule.id.as_str();
        assert_eq!(id, before.rule.id);
        let needed = coverage.rule.inputs.contains(&kind);
        if needed && last && coverage.judged == 0 && coverage.not_judged.is_empty() {
            told.push(format!(
                "without {gone}: {id} judged nothing and does not say so"
            ));
        }
        let found = places(whole());
        let of_rule = found.iter().filter(|(rule, _)| *rule == id);
        // Another rule may say now what is missing, as that no purchase is recorded. An offer that
        // only the listings tell is gone with them, and its rows are told as unmatched. A supplier
        // is looked at because of purchases; which ledgers there are, no file tells.
        let gone_too =
            |page: &str| kind == Input::Listings && !in_fba_stock(page) && more_unmatched;
        let supplier = coverage.rule.scope == Scope::Supplier && !last;
        let silent: Vec<&str> = of_rule
            .filter(|place| !now.contains(*place) && !pages.contains(place.1))
            .map(|(_, page)| *page)
            .filter(|page| !gone_too(page) && !supplier)
            .collect();
        let more = open(coverage).saturating_sub(open(before));
        let said = coverage.judged == 0 && !coverage.not_judged.is_empty();
        if !said && more < silent.len() as u64 {
            told.push(format!(
                "without {gone} ({kind}): {id} is silent on {silent:?}, open {more} more"
            ));
        }
    }
    told
}

/// True for a page that the FBA report names.
fn in_fba_stock(asin: &str) -> bool {
    let bytes = fs::read(demo().join("fba-inventory_11-20-2026.csv")).unwrap();
    String::from_utf8_lossy(&bytes).contains(asin)
}

/// Findings as rule and page (or supplier, or account).
fn places(report: &Report) -> BTreeSet<(&str, &str)> {
    let findings = report.findings.iter();
    findings
        .map(|f| (f.rule.as_str(), page(&f.subject)))
        .collect()
}

fn page(subject: &Subject) -> &str {
    match subject {
        Subject::Sku {
            asin: Some(asin), ..
        } => asin,
        other => name(other),
    }
}
