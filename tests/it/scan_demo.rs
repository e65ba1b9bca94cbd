//! The demo account: what was planted is found, nothing else is, in both languages of the exports,
//! and a file that is taken away never makes anything look clean.

use crate::scan_digest::subject;
use crate::scan_run::{Desk, copy_tree, cp932, repository};
use kenpin::model::{Report, Subject};
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
    let key =
        |f: &kenpin::model::Finding| (f.rule.clone(), subject(&f.subject), f.fingerprint.clone());
    report.findings.iter().map(key).collect()
}

/// The name that `expected.json` gives a subject.
fn name(subject: &Subject) -> &str {
    match subject {
        Subject::Sku { sku, .. } => sku,
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
    assert_eq!(report.head.summary.skus, expected.listings);
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
        if coverage.risk == 0 {
            wrong.push(format!("{id} never fires"));
        }
        // The account is one subject: it cannot be both.
        let one = coverage.rule.scope == kenpin::model::Scope::Account;
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
    let desk = desk(&|name| name.ends_with(".txt") || name.ends_with(".csv"));
    let asins = asins_of_stock();
    for (name, path) in crate::scan_run::files_below(&demo()) {
        if BESIDE.contains(&name.as_str()) || desk.path("input").join(&name).exists() {
            continue;
        }
        let bytes = fs::read(path).unwrap();
        let text = match String::from_utf8(bytes) {
            Ok(text) => text,
            Err(e) => decoded(e.as_bytes()),
        };
        let (name, text) = match name.as_str() {
            n if n.starts_with("all-listings") => (name, english_listings(&text, &asins)),
            n if n.starts_with("fba-inventory") => {
                (n.replace(".csv", ".txt"), english_stock(&text))
            }
            _ => (name, text),
        };
        desk.write(&format!("input/{name}"), text);
    }
    let english = desk.scan(&[]);
    let encodings: BTreeSet<&str> = english
        .head
        .files
        .iter()
        .map(|f| f.encoding.as_str())
        .filter(|e| !e.is_empty())
        .collect();
    assert_eq!(encodings, BTreeSet::from(["UTF-8"]));
    let (ja, en) = (keys(whole()), keys(&english));
    let lost: Vec<&Key> = ja.difference(&en).collect();
    let new: Vec<&Key> = en.difference(&ja).collect();
    assert!(
        lost.is_empty() && new.is_empty(),
        "lost {lost:#?}\nnew {new:#?}"
    );
    assert_eq!(english.head.summary, whole().head.summary);
}

fn decoded(bytes: &[u8]) -> String {
    let (text, lost) = encoding_rs::SHIFT_JIS.decode_without_bom_handling(bytes);
    assert!(!lost && cp932(&text) == bytes);
    text.into_owned()
}

/// ASINs by SKU as the FBA report has them.
fn asins_of_stock() -> BTreeMap<String, String> {
    let bytes = fs::read(demo().join("fba-inventory_11-20-2026.csv")).unwrap();
    let rows = rows(&decoded(&bytes));
    rows.iter().map(|r| (r[0].clone(), r[2].clone())).collect()
}

fn rows(csv: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(csv.as_bytes());
    let cells = |r: csv::StringRecord| r.iter().map(str::to_owned).collect();
    reader.records().map(|r| cells(r.unwrap())).collect()
}

/// The columns of the English All Listings report, in order, each with its Japanese name; those
/// without one are empty in the Japanese default report. Source: developer-docs.amazon.com/sp-api,
/// inventory report attributes.
const LISTINGS: &[(&str, &str)] = &[
    ("item-name", "商品名"),
    ("item-description", ""),
    ("listing-id", "出品ID"),
    ("seller-sku", "出品者SKU"),
    ("price", "価格"),
    ("quantity", "数量"),
    ("open-date", "出品日"),
    ("image-url", ""),
    ("item-is-marketplace", ""),
    ("product-id-type", "商品IDタイプ"),
    ("zshop-shipping-fee", ""),
    ("item-note", "コンディション説明"),
    ("item-condition", "コンディション"),
    ("zshop-category1", ""),
    ("zshop-browse-path", ""),
    ("zshop-storefront-feature", ""),
    ("asin1", ""),
    ("asin2", ""),
    ("asin3", ""),
    ("will-ship-internationally", "国外へ配送可"),
    ("expedited-shipping", "迅速な配送"),
    ("zshop-boldface", ""),
    ("product-id", "商品ID"),
    ("bid-for-featured-placement", ""),
    ("add-delete", ""),
    ("pending-quantity", "在庫数"),
    ("fulfillment-channel", "フルフィルメント・チャンネル"),
    ("merchant-shipping-group", "merchant-shipping-group"),
    ("status", "ステータス"),
];

fn english_listings(japanese: &str, asins: &BTreeMap<String, String>) -> String {
    let mut lines = japanese.lines().map(|l| l.split('\t').collect::<Vec<_>>());
    let header = lines.next().unwrap();
    let column = |name: &str| header.iter().position(|h| *h == name).unwrap();
    let mut out: String = LISTINGS.map_join("\t", |(en, _)| (*en).to_owned());
    for line in lines {
        out.push('\n');
        let cell = |en: &str, ja: &str| match (en, ja) {
            ("asin1", _) if line[column("商品IDタイプ")] == "1" => {
                line[column("商品ID")].to_owned()
            }
            ("asin1", _) => asins[line[column("出品者SKU")]].clone(),
            (_, "") => String::new(),
            (_, ja) => line[column(ja)].to_owned(),
        };
        out.push_str(&LISTINGS.map_join("\t", |(en, ja)| cell(en, ja)));
    }
    out + "\n"
}

trait MapJoin<T> {
    fn map_join(&self, between: &str, each: impl Fn(&T) -> String) -> String;
}

impl<T> MapJoin<T> for [T] {
    fn map_join(&self, between: &str, each: impl Fn(&T) -> String) -> String {
        self.iter().map(each).collect::<Vec<_>>().join(between)
    }
}

/// The English names of the 21 columns of Manage FBA Inventory, in the order of the Japanese ones.
const STOCK: &str = "sku fnsku asin product-name condition your-price mfn-listing-exists \
    mfn-fulfillable-quantity afn-listing-exists afn-warehouse-quantity afn-fulfillable-quantity \
    afn-unsellable-quantity afn-reserved-quantity afn-total-quantity per-unit-volume \
    afn-inbound-working-quantity afn-inbound-shipped-quantity afn-inbound-receiving-quantity \
    afn-researching-quantity afn-reserved-future-supply afn-future-supply-buyable";

fn english_stock(japanese: &str) -> String {
    let mut rows = rows(japanese);
    rows[0] = STOCK.split_whitespace().map(str::to_owned).collect();
    let width = rows[0].len();
    let line = |row: &Vec<String>| {
        assert_eq!(row.len(), width);
        row.map_join("\t", |cell| match cell.as_str() {
            "新品" => "New".to_owned(),
            other => other.to_owned(),
        })
    };
    rows.map_join("\n", line) + "\n"
}

/// Kinds of input by file, and how many files of the demo have each.
fn kinds(report: &Report) -> BTreeMap<String, kenpin::model::Input> {
    let files = report.head.files.iter();
    let kind =
        |f: &kenpin::model::InputFile| Some((f.path.strip_prefix("input/")?.to_owned(), f.input?));
    files.filter_map(kind).collect()
}

#[test]
fn a_file_taken_away_makes_nothing_look_clean() {
    let whole = whole();
    let kinds = kinds(whole);
    let files: Vec<String> = kinds
        .keys()
        .filter(|f| demo().join(f).is_file())
        .cloned()
        .collect();
    assert!(files.len() >= 12, "{kinds:?}");
    let told: Vec<String> = std::thread::scope(|scope| {
        let (front, back) = files.split_at(files.len() / 2);
        let work = |part: &[String]| {
            part.iter()
                .flat_map(|f| without(f, &kinds))
                .collect::<Vec<_>>()
        };
        let other = scope.spawn(move || work(back));
        let mut told = work(front);
        told.extend(other.join().unwrap());
        told
    });
    assert!(told.is_empty(), "{}", told.join("\n"));
}

/// What looks cleaner than it may without one file.
fn without(gone: &str, kinds: &BTreeMap<String, kenpin::model::Input>) -> Vec<String> {
    let mut told = Vec::new();
    let kind = kinds[gone];
    let last = kinds.values().filter(|k| **k == kind).count() == 1;
    let report = desk(&|name| name == gone).scan(&[]);
    let found = |r: &Report| -> BTreeSet<(String, String)> {
        let key = |f: &kenpin::model::Finding| (f.rule.clone(), name(&f.subject).to_owned());
        r.findings.iter().map(key).collect()
    };
    let now = found(&report);
    let subjects: BTreeSet<&String> = now.iter().map(|(_, subject)| subject).collect();
    for coverage in &report.head.coverage {
        let id = &coverage.rule.id;
        let before = whole()
            .head
            .coverage
            .iter()
            .find(|c| c.rule.id == *id)
            .unwrap();
        let needs = coverage.rule.inputs.contains(&kind);
        let open: u64 = coverage.not_judged.iter().map(|m| m.subjects).sum();
        let open_before: u64 = before.not_judged.iter().map(|m| m.subjects).sum();
        if needs && last && coverage.judged > 0 && open <= open_before {
            told.push(format!(
                "without {gone} ({kind}): {id} is judged as before: {} of {}, open {open}",
                coverage.judged, before.judged
            ));
        }
        for (_, subject) in found(whole()).iter().filter(|(rule, _)| rule == id) {
            let key = (id.clone(), subject.clone());
            if now.contains(&key) || open > open_before || coverage.judged == 0 {
                continue;
            }
            // Another rule may say what is missing now, as that no purchase is recorded.
            if !subjects.contains(subject) {
                told.push(format!("without {gone} ({kind}): {id} no longer fires on {subject}, and nothing is said of it"));
            }
        }
    }
    told
}
