//! Tests of the walker and of how problems look.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::*;
use crate::model::{Severity, Value};

fn keys(problems: &[Problem]) -> Vec<(u32, u32, &'static str)> {
    problems.iter().map(|p| (p.line, p.column, p.key)).collect()
}

#[test]
fn every_problem_of_a_file_is_found_at_once() {
    let text = "idd = \"x\"\nseverity = \"hihg\"\ndays = 900\nday = 2026-02-30\nflag = \"yes\"\nopen = [1,\n[part]\nx = 1\n";
    let file = File::parse("a.toml", text);
    let root = file.root();
    root.only(&["id", "severity", "days", "day", "flag", "open", "part"]);
    assert!(root.need("id").is_none());
    let get = |key| root.get(key).unwrap();
    assert_eq!(get("severity").word::<Severity>(), None);
    assert_eq!(get("days").number(0..=365), None);
    assert_eq!(get("flag").flag(), None);
    let problems = file.into_problems();
    let found = keys(&problems);
    assert!(found.contains(&(1, 1, "unknown-key")), "{found:?}");
    assert!(found.contains(&(1, 1, "missing-key")), "{found:?}");
    assert!(found.contains(&(2, 12, "bad-word")), "{found:?}");
    assert!(found.contains(&(3, 8, "out-of-range")), "{found:?}");
    assert!(found.contains(&(5, 8, "wrong-type")), "{found:?}");
    assert!(
        found.iter().any(|(_, _, key)| key.starts_with("toml-")),
        "{found:?}"
    );
    let word = problems.iter().find(|p| p.key == "bad-word").unwrap();
    assert_eq!(
        word.help.as_ref().map(|h| (h.key, h.values.clone())),
        Some(("did-you-mean", vec![("word", Value::from("high"))]))
    );
}

#[test]
fn columns_count_characters_behind_kanji() {
    let text = "[a]\nb = { 'ｶﾅ' = \"検品㈱\", c = 1 }\n";
    let file = File::parse("a.toml", text);
    let a = file.root().get("a").unwrap().table().unwrap();
    let b = a.get("b").unwrap().table().unwrap();
    b.only(&["ｶﾅ"]);
    assert_eq!(keys(&file.into_problems()), [(2, 21, "unknown-key-in")]);
}

#[test]
fn a_problem_is_shown_at_its_place() {
    let text = "title = \"検品①\" x\n";
    let file = File::parse("rules/検品.toml", text);
    let problems = file.into_problems();
    assert_eq!(problems.len(), 1);
    let say = |id: &str, _: &[(&'static str, Value)]| format!("<{id}>");
    let look = Look {
        colour: false,
        width: 80,
    };
    let shown = render(&problems, &|_| Some(text), &say, look);
    assert!(shown.contains("rules/検品.toml:1:15"), "{shown}");
    // 検品 is four cells wide, so the mark stands two cells further than the column says.
    let mark = shown.lines().find(|l| l.contains('^')).unwrap();
    assert_eq!(
        mark.find('^').map(|at| at - mark.find('|').unwrap()),
        Some(18)
    );
}

#[test]
fn a_file_name_cannot_reach_the_terminal() {
    let say = |id: &str, _: &[(&'static str, Value)]| id.to_owned();
    let look = Look {
        colour: false,
        width: 80,
    };
    let problem = Problem::of_file("a\u{1b}[31m.toml", "unreadable");
    let shown = render(&[problem], &|_| None, &say, look);
    assert!(!shown.contains('\u{1b}'), "{shown:?}");
}

#[test]
fn dates_have_one_spelling() {
    let file = File::parse(
        "a",
        "a = 2026-01-31\nb = \"2026-01-31\"\nc = \"20260131\"\nd = 2026-01-31T00:00:00Z\n",
    );
    let day = |key| file.root().get(key).unwrap().day();
    assert_eq!(day("a"), Some(jiff::civil::date(2026, 1, 31)));
    assert_eq!(day("b"), day("a"));
    assert_eq!((day("c"), day("d")), (None, None));
    assert_eq!(
        keys(&file.into_problems()),
        [(3, 5, "bad-day"), (4, 5, "bad-day")]
    );
}

#[test]
fn nothing_is_suggested_for_a_word_of_another_kind() {
    assert_eq!(nearest("kinsd", ["kinds", "days"]), Some("kinds"));
    assert_eq!(nearest("zebra", ["kinds", "days"]), None);
}
