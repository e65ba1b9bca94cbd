//! Tests of loading packs: what is right comes out, what is wrong is all named at its place.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::*;
use crate::checks::Judge;
use crate::model::{Family, FileState, FileType, Input, Lang, Scope, Severity};

/// A check with one parameter of each sort.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)]
struct Window {
    days: u32,
    kinds: Vec<crate::model::DocumentKind>,
    #[serde(default)]
    list: Option<String>,
}

impl Judge for Window {
    fn scope(&self) -> Scope {
        Scope::Asin
    }
    fn inputs(&self) -> Vec<Input> {
        vec![Input::Purchases, Input::Documents]
    }
    fn lists(&self) -> Vec<String> {
        self.list.iter().cloned().collect()
    }
    fn judge<'a>(
        &'a self,
        _cx: &crate::checks::Context<'a>,
        _at: u32,
        _facts: &mut crate::model::Facts<'a>,
    ) -> crate::model::Verdict {
        crate::model::Verdict::Clear
    }
}

const KINDS: &[Kind] = &[Kind {
    name: "window",
    parse: |table| Ok(Box::new(table.try_into::<Window>()?)),
}];

const GOOD: &str = r#"
id = "PROOF-001"
since = 2026-11-21
severity = "high"
family = "proof"
coverage = ["C01"]
title = { ja = "期限切れ", en = "Too old" }
why = { ja = "理由", en = "Reason" }
fix = { ja = "対処", en = "Remedy" }
source = [{ title = "ヘルプ", date = "2026-10", url = "https://example.com/a", grade = "A" }]

[check.window]
days = 365
kinds = ["invoice"]

[[example]]
expect = "risk"
today = "2026-01-31"
documents = [
    { asin = "B0TEST0001", issued = "2025-01-30", units = 3, file = "a.pdf", state = "pdf" },
    { sku = "B", issued = "2025-01-30", units = 1, file = "a.pdf" },
    { file = "b.pdf", invoice = "7", state = "jpg", named = "png" },
]
[[example]]
expect = "clear"
today = 2026-01-31
purchases = [{ sku = "A", jan = "4901234567890", file = "x.pdf", units = 2 }]
own_asins = ["B0TEST0001"]
account = { antique_permit = true }
[[example]]
expect = "unknown"
today = "2026-01-31"
listings = []
"#;

fn file(path: &str, text: &str) -> PackFile {
    PackFile {
        shown: path.to_owned(),
        path: path.to_owned(),
        text: text.to_owned(),
    }
}

fn coverage() -> PackFile {
    file("coverage.csv", include_str!("../../data/coverage.csv"))
}

fn problems(text: &str) -> Vec<(u32, u32, &'static str)> {
    match load(&[coverage(), file("rules/PROOF-001.toml", text)], KINDS) {
        Ok(_) => Vec::new(),
        Err(found) => found.iter().map(|p| (p.line, p.column, p.key)).collect(),
    }
}

fn good() -> Pack {
    load(&[coverage(), file("rules/PROOF-001.toml", GOOD)], KINDS).expect("a good rule loads")
}

#[test]
fn a_good_rule_loads_whole() {
    let pack = good();
    let rule = pack.rule("PROOF-001").expect("it is there");
    assert_eq!(
        (rule.family, rule.severity),
        (Family::Proof, Severity::High)
    );
    assert_eq!(in_language(&rule.title, Lang::En), "Too old");
    assert_eq!(rule.parameters["days"].as_integer(), Some(365));
    assert_eq!(rule.examples.len(), 3);
    let note = rule.note(Severity::Low);
    assert_eq!((note.severity, note.scope), (Severity::Low, Scope::Asin));
    assert_eq!(pack.coverage.len(), 59);
    assert_eq!(pack.hash.len(), 16);
}

#[test]
fn examples_become_the_tables_that_reading_gives() {
    let pack = good();
    let examples = &pack.rules[0].examples;
    let tables = examples[0].tables();
    assert_eq!(tables.documents.len(), 2);
    assert_eq!(
        (tables.documents[0].lines, tables.documents[1].lines),
        (2, 0)
    );
    let read = |kind, named| FileState::Read { kind, named };
    assert_eq!(
        tables.documents[0].state,
        read(FileType::Pdf, FileType::Pdf)
    );
    assert_eq!(
        tables.documents[1].state,
        read(FileType::Jpg, FileType::Png)
    );
    assert_eq!(tables.document_lines[1].origin.line, 21);
    let tables = examples[1].tables();
    let bought = &tables.purchases[0];
    assert_eq!(tables.strings.get(bought.bad_jan), "4901234567890");
    assert!(
        tables.has(Input::Documents),
        "the ledger names a proof file"
    );
    assert!(tables.has(Input::Account));
    assert_eq!(examples[1].own_asins.as_ref().map(Vec::len), Some(1));
    let tables = examples[2].tables();
    assert!(tables.has(Input::Listings) && tables.listings.is_empty());
    assert!(!tables.has(Input::Documents));
}

#[test]
fn every_mistake_of_a_rule_is_named_at_its_place() {
    let text = GOOD
        .replace("id = \"PROOF-001\"", "id = \"MIX-001\"\nweight = 3")
        .replace("\"C01\"", "\"C01\", \"C09x\"")
        .replace("ja = \"理由\", ", "")
        .replace("grade = \"A\"", "grade = \"Z\"")
        .replace("units = 3", "unit = 3")
        .replace("expect = \"unknown\"", "expect = \"clear\"");
    let found = problems(&text);
    assert_eq!(
        found,
        [
            (2, 6, "rule-file"),
            (3, 1, "unknown-key"),
            (6, 10, "rule-family"),
            (7, 20, "coverage-unknown"),
            (9, 7, "missing-key-in"),
            (11, 85, "bad-word"),
            (21, 51, "unknown-key-in"),
        ]
    );
}

#[test]
fn each_answer_needs_an_example() {
    let text = GOOD.replace("expect = \"unknown\"", "expect = \"clear\"");
    let found = problems(&text);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].2, "example-missing");
}

#[test]
fn all_wrong_parameters_are_named_and_not_just_the_first() {
    let text = GOOD.replace(
        "days = 365\nkinds = [\"invoice\"]",
        "dayz = 365\ndays = \"x\"\nkinds = [\"invoize\"]",
    );
    assert_eq!(
        problems(&text),
        [
            (13, 1, "unknown-key-in"),
            (14, 8, "wrong-type"),
            (15, 9, "bad-word")
        ]
    );
    let text = GOOD.replace("days = 365\n", "");
    assert_eq!(problems(&text), [(12, 1, "missing-key-in")]);
}

#[test]
fn a_rule_has_exactly_one_check_that_exists() {
    let text = GOOD.replace("[check.window]", "[check.windo]");
    assert_eq!(problems(&text), [(12, 8, "check-unknown")]);
    let text = format!("{GOOD}\n[check.other]\n");
    assert!(problems(&text).iter().any(|p| p.2 == "check-two"));
    let text = GOOD.replace("[check.window]\ndays = 365\nkinds = [\"invoice\"]", "");
    assert_eq!(problems(&text), [(1, 1, "missing-key")]);
}

#[test]
fn a_list_that_is_not_there_is_refused() {
    let text = GOOD.replace("days = 365", "days = 365\nlist = \"damage\"");
    assert_eq!(problems(&text), [(14, 8, "list-unknown")]);
    let text = GOOD.replace("days = 365", "days = 365\nlist = \"asins\"");
    assert_eq!(
        problems(&text),
        [],
        "a list only the seller has may be absent"
    );
}

#[test]
fn an_id_is_given_once() {
    let files = [
        coverage(),
        file("rules/PROOF-001.toml", GOOD),
        file("own/PROOF-001.toml", GOOD),
    ];
    let found = load(&files, KINDS).expect_err("the id is there twice");
    assert_eq!(found.len(), 1);
    assert_eq!(
        (found[0].key, found[0].file.as_str()),
        ("rule-duplicate", "own/PROOF-001.toml")
    );
}

#[test]
fn the_hash_does_not_depend_on_the_order_of_files() {
    let a = file("a.toml", "1");
    let b = file("b.toml", "2");
    assert_eq!(hash(&[a.clone(), b.clone()]), hash(&[b, a.clone()]));
    assert_ne!(hash(std::slice::from_ref(&a)), hash(&[file("a.tom", "l1")]));
}
