//! Every key that the program can give has its message, and no message is there for nothing.

use crate::write_sample::{entries, variables, words};
use kenpin::checks::FACT_KEYS;
use kenpin::model::Lang;
use kenpin::read::ISSUE_KEYS;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn root(below: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(below)
}

/// The text of all source files.
fn sources(folder: &Path, into: &mut String) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, into);
        } else {
            into.push_str(&fs::read_to_string(&path).expect("text"));
        }
    }
}

/// Keys of the repairs, read off their list in the source: the reader keeps them to itself.
fn repairs() -> Vec<String> {
    let text = fs::read_to_string(root("src/read/cell.rs")).expect("text");
    let body = text.split("pub fn key(self)").nth(1).expect("the list");
    let list = body.split("\n    }").next().expect("its end");
    list.split('"')
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_fact_and_issue_is_said_with_the_values_it_has() {
    let repairs = repairs();
    assert!(repairs.len() > 10);
    let facts = FACT_KEYS
        .iter()
        .map(|(key, names)| (format!("fact-{key}"), names.to_vec()));
    let of_place = ["value", "column"];
    let issues = ISSUE_KEYS
        .iter()
        .chain(kenpin::scan::ISSUE_KEYS)
        .map(|(key, names)| (format!("issue-{key}"), [*names, &of_place].concat()));
    let repaired = repairs
        .iter()
        .map(|key| (format!("issue-{key}"), of_place.to_vec()));
    for lang in [Lang::Ja, Lang::En] {
        let said = entries(lang);
        let mut known = BTreeSet::new();
        for (id, names) in facts.clone().chain(issues.clone()).chain(repaired.clone()) {
            let text = said
                .get(&id)
                .unwrap_or_else(|| panic!("{lang}: {id} is missing"));
            for name in variables(text) {
                assert!(names.contains(&name), "{lang}: {id} has no {name}");
            }
            known.insert(id);
        }
        for id in said
            .keys()
            .filter(|id| id.starts_with("fact-") || id.starts_with("issue-"))
        {
            assert!(known.contains(id), "{lang}: nothing says {id}");
        }
        for repair in &repairs {
            assert!(
                words().has(lang, &format!("word-{repair}")),
                "{lang}: word-{repair}"
            );
        }
    }
}

#[test]
fn words_of_the_lists_have_names() {
    let mut brands = csv::Reader::from_path(root("data/brands.csv")).expect("the list");
    let heads = brands.headers().expect("a header").clone();
    let column = |name| heads.iter().position(|h| h == name).expect("the column");
    let columns = [column("kinds"), column("claim_types")];
    let mut all = BTreeSet::new();
    for row in brands.records().map(|row| row.expect("a row")) {
        for cell in columns.map(|c| row[c].to_owned()) {
            all.extend(cell.split(';').filter(|w| !w.is_empty()).map(str::to_owned));
        }
    }
    assert!(all.len() > 3, "{all:?}");
    // Names of word lists that a rule looks through; the others never stand in a sentence.
    all.extend(["damage".to_owned(), "not-for-sale".to_owned()]);
    for lang in [Lang::Ja, Lang::En] {
        for word in &all {
            assert!(
                words().has(lang, &format!("word-{word}")),
                "{lang}: word-{word}"
            );
        }
    }
}

#[test]
fn every_message_that_the_program_names_is_there_and_used() {
    let mut code = String::new();
    sources(&root("src"), &mut code);
    let said = entries(Lang::Ja);
    let quoted: BTreeSet<&str> = code
        .split('"')
        .filter(|part| part.starts_with("ui-"))
        .collect();
    for id in &quoted {
        let prefix = id.split('{').next().unwrap_or_default();
        let there = match prefix.strip_suffix('-') {
            Some(_) => said.keys().any(|known| known.starts_with(prefix)),
            None => said.contains_key(*id),
        };
        assert!(there, "{id}");
    }
    // Sets whose members are put together from a word; tests elsewhere hold them complete.
    let sets = [
        "severity", "decision", "family", "kind", "input", "get", "fill", "label", "column", "csv",
        "field", "drill", "proof", "pull", "why",
    ];
    for id in said.keys().filter(|id| id.starts_with("ui-")) {
        let set = id.split('-').nth(1).unwrap_or_default();
        let yes_no = ["ui-yes", "ui-no"].contains(&id.as_str());
        let used = quoted.contains(id.as_str()) || sets.contains(&set) || yes_no;
        assert!(used, "{id} is never said");
    }
}

#[test]
fn reasons_of_rows_that_joined_nothing_are_said() {
    let mut code = String::new();
    sources(&root("src/inventory"), &mut code);
    let reasons: Vec<String> = entries(Lang::Ja)
        .keys()
        .filter_map(|id| id.strip_prefix("unmatched-").map(str::to_owned))
        .collect();
    assert_eq!(
        reasons,
        ["jan-shared", "no-code", "no-listing", "sku-other-asin"]
    );
    for reason in reasons {
        assert!(code.contains(&format!("\"{reason}\"")), "{reason}");
    }
}
