//! The three-ASIN drill on the demo account: figures that fit each other, samples that come again.

use crate::scan_run::{Desk, copy_tree, repository};
use kenpin::model::{Chance, Drill, Proven};
use std::collections::BTreeSet;

/// The demo account in a folder, without the files that `left_out` names.
fn desk(left_out: &str) -> Desk {
    let desk = Desk::new();
    copy_tree(
        &repository().join("data/demo"),
        &desk.path("input"),
        &|name| {
            !["README.md", "expected.json", "generate.py"].contains(&name)
                && (left_out.is_empty() || !name.contains(left_out))
        },
    );
    desk
}

fn drill(desk: &Desk, more: &[&str]) -> (Drill, Option<i32>) {
    let args = ["drill", "input", "--today", "2026-11-21", "--json"];
    let ran = desk.run(&[&args, more].concat());
    let drill = serde_json::from_slice(&ran.stdout);
    let said = String::from_utf8_lossy(&ran.stderr).into_owned();
    (drill.unwrap_or_else(|e| panic!("{e}: {said}")), ran.code)
}

#[test]
fn the_figures_fit_each_other() {
    let desk = desk("");
    let (drill, code) = drill(&desk, &["--draws", "100"]);
    assert_eq!(code, Some(1));
    assert!(drill.lacking > 0 && drill.provable > 200, "{drill:?}");
    assert_eq!(drill.asins, drill.provable + drill.lacking + drill.open);
    assert_eq!(drill.chance, Chance::of(drill.provable, drill.asins));
    assert!(drill.weakest.iter().all(|a| a.proven == Proven::Lacking));
    assert!(drill.weakest.iter().all(|a| !a.lacks.is_empty()));
    for sample in &drill.draws {
        let different: BTreeSet<_> = sample.iter().map(|a| &a.asin).collect();
        assert_eq!(different.len(), 3);
        for asin in sample {
            assert_eq!(asin.proven == Proven::Lacking, !asin.lacks.is_empty());
            assert!(
                asin.proven != Proven::Provable || !asin.papers.is_empty(),
                "{asin:?}"
            );
        }
    }
    // A hundred samples lie near the exact chance: five standard deviations are 0.23 here.
    let well = |sample: &Vec<_>| {
        sample
            .iter()
            .all(|a: &kenpin::model::Drilled| a.proven == Proven::Provable)
    };
    let seen = drill.draws.iter().filter(|s| well(s)).count() as f64 / 100.0;
    let exact = drill.chance.good as f64 / drill.chance.all as f64;
    assert!((seen - exact).abs() < 0.23, "{seen} {exact}");
}

#[test]
fn samples_follow_from_the_seed_on_any_number_of_threads() {
    let desk = desk("");
    let asins = |more: &[&str]| -> Vec<String> {
        let (drill, _) = drill(&desk, more);
        drill.draws.into_iter().flatten().map(|a| a.asin).collect()
    };
    let first = asins(&["--draws", "5", "--seed", "7", "--threads", "1"]);
    assert_eq!(
        first,
        asins(&["--draws", "5", "--seed", "7", "--threads", "8"])
    );
    assert_ne!(first, asins(&["--draws", "5", "--seed", "8"]));
}

#[test]
fn what_is_taken_away_proves_nothing() {
    let (whole, _) = drill(&desk(""), &[]);
    for name in ["purchases", "documents.csv", "orders", "fba"] {
        let (less, code) = drill(&desk(name), &[]);
        assert!(less.provable <= whole.provable, "{name}");
        assert_ne!(code, Some(0), "{name}");
    }
    let (less, _) = drill(&desk("orders"), &[]);
    assert!(less.open > 0 && less.provable < whole.provable, "{less:?}");
}

#[test]
fn both_languages_tell_the_chance_and_the_papers() {
    let desk = desk("");
    let said = |lang| {
        let ran = desk.run(&["drill", "input", "--today", "2026-11-21", "--lang", lang]);
        String::from_utf8(ran.stdout).unwrap()
    };
    let (ja, en) = (said("ja"), said("en"));
    assert!(
        ja.contains("すべてで書類がそろう確率") && ja.contains("提出する書類"),
        "{ja}"
    );
    assert!(
        en.contains("Chance that the papers") && en.contains("Papers to hand in"),
        "{en}"
    );
    assert!(!ja.contains('⟨') && !en.contains('<'), "{en}");
}

#[test]
fn nothing_that_could_be_asked_for_is_said_so() {
    let desk = Desk::new();
    desk.write(
        "input/purchases.csv",
        "仕入日,仕入先,ASIN,数量\n2026-01-01,みほん堂,B000000001,1\n",
    );
    let ran = desk.run(&["drill", "input", "--today", "2026-11-21", "--lang", "en"]);
    assert_eq!(ran.code, Some(0));
    let said = String::from_utf8(ran.stdout).unwrap();
    assert!(
        said.contains("no ASIN that papers could be asked for"),
        "{said}"
    );
}
