//! `kenpin notice pack`: what is never written over, where the account comes from, causes, schema.

use crate::pack::{PNG, account, demand, index, run};
use crate::scan_run::TODAY;
use kenpin::model::Demand;

#[test]
fn nothing_is_written_where_it_could_do_harm() {
    let desk = account("listing-authenticity", r#""invoice""#);
    let before = desk.read("input/purchases.csv");
    for (more, said) in [
        (vec!["--out", "input/purchases.csv"], ".zip"),
        (vec!["--out", "no/folder.zip"], "folder.zip"),
    ] {
        let ran = run(&desk, &more);
        assert_eq!(ran.code, Some(2), "{}", ran.told());
        assert!(ran.told().contains(said), "{}", ran.told());
    }
    assert_eq!(desk.read("input/purchases.csv"), before);
    // A paper that is called like the pack stays what it is.
    desk.write("input/docs/p.zip", [PNG, b"paper"].concat());
    index(
        &desk,
        &["p.zip,invoice,2026-03-05,みほん商店,M-1,見本卸,B0CASE0001,18"],
    );
    let ran = run(&desk, &["--out", "input/docs/p.zip"]);
    assert_eq!(ran.code, Some(2), "{}", ran.told());
    assert_eq!(desk.read("input/docs/p.zip"), [PNG, b"paper"].concat());
}

#[test]
fn a_notice_that_is_settled_or_not_there_asks_for_nothing() {
    let desk = account("resolved-pledge", "");
    let ran = run(&desk, &[]);
    assert_eq!(ran.code, Some(2), "{}", ran.told());
    let ran = desk.run(&["notice", "pack", "N-009", "input", "--lang", "en"]);
    assert!(
        ran.code == Some(2) && ran.told().contains("no notice N-009"),
        "{}",
        ran.told()
    );
}

#[test]
fn without_a_path_the_folder_of_the_settings_is_read() {
    let desk = account("listing-authenticity", r#""invoice""#);
    let args = [
        "notice",
        "pack",
        "N-001",
        "--config",
        "input/config.toml",
        "--today",
        TODAY,
        "--json",
    ];
    let ran = desk.run(&args);
    assert_eq!(ran.code, Some(0), "{}", ran.told());
}

#[test]
fn offers_with_the_same_supplier_are_listed() {
    let desk = account("listing-authenticity", r#""invoice""#);
    let (told, _) = demand(&desk);
    let skus = told.same_cause.iter().flat_map(|cause| &cause.skus);
    let skus: Vec<&str> = skus.map(|sku| sku.sku.as_str()).collect();
    assert!(
        skus.contains(&"S-2") && !skus.contains(&"S-1"),
        "{:?}",
        told.same_cause
    );
}

#[test]
fn the_schema_in_the_repository_is_the_types_and_accepts_a_pack() {
    let schema = serde_json::to_value(schemars::schema_for!(Demand)).unwrap();
    let text = serde_json::to_string_pretty(&schema).unwrap() + "\n";
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data/pack.schema.json");
    if std::env::var_os("KENPIN_BLESS").is_some() {
        std::fs::write(&path, &text).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == text,
        "data/pack.schema.json is old: run the test with KENPIN_BLESS=1"
    );
    let checker = jsonschema::validator_for(&schema).unwrap();
    let ran = run(
        &account("listing-authenticity", r#""invoice""#),
        &["--json"],
    );
    let pack = serde_json::from_slice(&ran.stdout).unwrap();
    let errors: Vec<String> = checker.iter_errors(&pack).map(|e| e.to_string()).collect();
    assert!(errors.is_empty(), "{errors:?}");
}
