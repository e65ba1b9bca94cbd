//! The shipped rules hold what they promise, and broken ones are refused at their place.

use crate::run::run;
use kenpin::cmd::load;
use kenpin::model::Lang;
use kenpin::rules::{Expect, Reach, covering, overview, readme};
use std::fs;
use std::path::Path;

#[test]
fn the_shipped_rules_are_sound() {
    let pack = load::pack(&[]).unwrap();
    assert!(pack.rules.len() > 30);
    for rule in &pack.rules {
        assert!(!pack.coverage.is_empty());
        for lang in [Lang::Ja, Lang::En] {
            for texts in [&rule.title, &rule.why, &rule.fix] {
                let ends = texts[&lang].ends_with(['\n', ' ']);
                assert!(!ends, "{}: a text ends with a blank", rule.id);
            }
        }
    }
}

#[test]
fn every_example_gets_the_answer_it_expects() {
    let pack = load::pack(&[]).unwrap();
    let mut wrong = Vec::new();
    for rule in &pack.rules {
        for outcome in kenpin::scan::examples::run(rule, &pack) {
            if !outcome.holds() {
                let (line, expected) = (outcome.example.line, outcome.example.expect);
                let found = outcome.got.map_or("nothing", Expect::word);
                wrong.push(format!(
                    "{}:{line}: expected {}, got {found}",
                    rule.file,
                    expected.word()
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_overview_of_the_rules_is_up_to_date() {
    let pack = load::pack(&[]).unwrap();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("rules/README.md");
    let written = fs::read_to_string(path).unwrap().replace("\r\n", "\n");
    assert!(
        written == readme(&pack),
        "run: kenpin rules list --markdown > rules/README.md"
    );
}

#[test]
fn the_overview_of_the_coverage_is_up_to_date() {
    let pack = load::pack(&[]).unwrap();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/coverage.md");
    let written = fs::read_to_string(path).unwrap().replace("\r\n", "\n");
    assert!(
        written == overview(&pack),
        "run: kenpin rules coverage --markdown > docs/coverage.md"
    );
}

#[test]
fn what_files_can_show_has_a_rule_and_what_they_cannot_is_said() {
    let pack = load::pack(&[]).unwrap();
    let mut wrong = Vec::new();
    for (id, covered, rules) in covering(&pack) {
        let both = |texts: &std::collections::BTreeMap<Lang, String>| texts.len() == 2;
        let never = covered.reach == Reach::Never;
        if rules.is_empty() && !never && !both(&covered.without) {
            wrong.push(format!("{id} has no rule, and the data do not say why"));
        }
        if never && !rules.is_empty() {
            wrong.push(format!("{id} is visible in no file, but has a rule"));
        }
        let by_proxy = matches!(covered.reach, Reach::Proxy | Reach::Partial | Reach::Never);
        if by_proxy && !both(&covered.limit) {
            wrong.push(format!("{id} does not say what is not seen"));
        }
        let only_proxy = covered.reach == Reach::Proxy;
        for rule in rules.iter().filter(|r| only_proxy && r.covers[0] == id) {
            if !rule.indication {
                wrong.push(format!(
                    "{} of {id} does not say that it is an indication",
                    rule.id
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_rule_that_goes_by_others_names_rules_that_are_there() {
    let folder = tempfile::tempdir().unwrap();
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("rules/ACCT-016.toml");
    let text = fs::read_to_string(shipped).unwrap();
    let own = text
        .replace("ACCT-016", "ACCT-916")
        .replace("\"PROOF-010\"]", "\"ACCT-001\", \"PROOF-905\"]");
    fs::write(folder.path().join("ACCT-916.toml"), own).unwrap();
    let (code, _, err) = run(folder.path(), &["rules", "lint", ".", "--lang", "en"]);
    assert_eq!(code, 2, "{err}");
    assert!(
        err.contains("no rule about goods with the id `PROOF-905`"),
        "{err}"
    );
    assert!(!err.contains("`ACCT-001`"), "{err}");
}

#[test]
fn a_broken_pack_is_refused_with_every_problem_at_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let broken = "id = \"PROOF-900\"\nsince = 2026-13-01\nseverity = \"hihg\"\nfamily = \"proof\"\n\
        title = { ja = \"題\" }\ncolour = \"red\"\n\n[check.proof-windw]\ndays = 365\n";
    fs::write(folder.path().join("PROOF-900.toml"), broken).unwrap();
    let (code, out, err) = run(folder.path(), &["rules", "lint", ".", "--lang", "en"]);
    assert_eq!((code, out.as_str()), (2, ""));
    for said in [
        "PROOF-900.toml:3:12",
        "did you mean `high`?",
        "`title` lacks the key `en`",
        "unknown key `colour`",
        "there is no check `proof-windw`",
        "did you mean `proof-window`?",
        "the key `coverage` is missing",
        "the key `example` is missing",
    ] {
        assert!(err.contains(said), "{said} is not in\n{err}");
    }
    let (code, _, err) = run(folder.path(), &["rules", "lint", ".", "--lang", "ja"]);
    assert_eq!(code, 2);
    assert!(err.contains("「colour」というキーはありません"), "{err}");
    assert!(!err.contains("error") && !err.contains("help"), "{err}");
}

#[test]
fn a_broken_list_is_refused_at_its_line() {
    let folder = tempfile::tempdir().unwrap();
    let text =
        "asin,reason,source,url,source_date,grade\nB0TEST0001,x,x,,2026,A\nnope,x,x,,2026,A\n";
    fs::write(folder.path().join("asins.csv"), text).unwrap();
    let (code, _, err) = run(folder.path(), &["rules", "lint", ".", "--lang", "en"]);
    assert_eq!(code, 2);
    assert!(err.contains("asins.csv:3"), "{err}");
}

#[test]
fn rules_are_listed_explained_and_tuned() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let (code, out, _) = run(at, &["rules", "list", "--json"]);
    assert_eq!(code, 0);
    let list: serde_json::Value = serde_json::from_str(&out).unwrap();
    let first = &list[0];
    assert_eq!(first["id"], "PROOF-001");
    for key in ["family", "severity", "covers", "inputs", "title"] {
        assert!(!first[key].is_null(), "{key}");
    }
    fs::write(
        at.join("config.toml"),
        "[rules]\noff = ['PROOF-002']\n[rules.severity]\nPROOF-001 = 'low'\n",
    )
    .unwrap();
    let (_, out, _) = run(at, &["rules", "list", "--json"]);
    let list: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(list[0]["severity"], "low");
    assert_eq!(list[1]["id"], "PROOF-003");
    let (code, out, _) = run(at, &["rules", "explain", "proof-001", "--lang", "en"]);
    assert_eq!(code, 0);
    for said in [
        "shipped as",
        "days = 365",
        "[[example]]",
        "2024-02-04",
        "C01",
    ] {
        assert!(out.contains(said), "{said} is not in\n{out}");
    }
    let (code, _, err) = run(at, &["rules", "explain", "PROOF-0001", "--lang", "en"]);
    assert_eq!(code, 2);
    assert!(err.contains("did you mean PROOF-001"), "{err}");
}
