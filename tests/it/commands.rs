//! The small commands, mistakes in the arguments, and the messages behind them.

use crate::run::{kenpin, run, told};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Stdio;

#[test]
fn init_writes_what_the_reader_takes_and_overwrites_nothing() {
    for lang in ["ja", "en"] {
        let folder = tempfile::tempdir().unwrap();
        let at = folder.path();
        let (code, out, _) = run(at, &["init", "shop", "--lang", lang]);
        assert_eq!(code, 0);
        for menu in [
            "すべての出品商品のレポート",
            "FBA在庫管理",
            "全注文レポート",
            "PROOF-003",
        ] {
            assert!(out.contains(menu), "{menu} is not in\n{out}");
        }
        let mut tables = 0;
        for entry in fs::read_dir(at.join("shop")).unwrap() {
            let path = entry.unwrap().path();
            let text = fs::read_to_string(&path).unwrap();
            if path.extension().is_some_and(|e| e == "toml") {
                continue;
            }
            tables += 1;
            assert!(
                text.starts_with('\u{feff}') && text.ends_with("\r\n"),
                "{path:?}"
            );
            let (code, out, err) = run(at, &["columns", path.to_str().unwrap(), "--lang", "en"]);
            assert_eq!((code, err.as_str()), (0, ""));
            assert!(
                out.contains("Taken for:") && !out.contains("(left)"),
                "{out}"
            );
        }
        assert_eq!(tables, 5);
        fs::write(at.join("shop/config.toml"), "# mine\n").unwrap();
        let (code, out, _) = run(at, &["init", "shop", "--lang", lang]);
        assert_eq!(code, 0);
        assert!(out.contains("config.toml"), "{out}");
        let kept = fs::read_to_string(at.join("shop/config.toml")).unwrap();
        assert_eq!(kept, "# mine\n");
    }
}

#[test]
fn columns_proposes_a_block_that_works() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let text =
        "取引日,相手,ASINコード,仕入個数,単価税込\n2026-01-03,大成電器卸,B0TEST0001,3,1200\n";
    fs::write(at.join("帳簿.csv"), text).unwrap();
    let (code, out, _) = run(at, &["columns", "帳簿.csv", "--lang", "en"]);
    assert_eq!(code, 0);
    assert!(out.contains("大成電器卸"), "{out}");
    let block = &out[out.find("[[source]]").unwrap()..];
    fs::write(at.join("config.toml"), block).unwrap();
    let (code, out, err) = run(at, &["columns", "帳簿.csv", "--lang", "en"]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.contains("Taken for:"), "{out}");
}

#[test]
fn mistakes_in_the_arguments_end_with_2_in_either_language() {
    let folder = tempfile::tempdir().unwrap();
    let cases: &[(&[&str], &str, &str)] = &[
        (
            &["scna"],
            "there is no command `scna`",
            "「scna」というコマンドはありません",
        ),
        (
            &["scan", "--fial-on", "x"],
            "`--fail-on`?",
            "「--fail-on」ではありませんか",
        ),
        (
            &["scan", ".", "--fail-on", "bad"],
            "info, low",
            "使える値: info, low",
        ),
        (
            &["scan", ".", "--today", "2026-13-01"],
            "`2026-13-01`",
            "「2026-13-01」",
        ),
        (
            &["scan", ".", "--threads", "0"],
            "allowed: 1-1024",
            "使える値: 1-1024",
        ),
        (
            &["scan", "--demo", "x"],
            "cannot be used together",
            "一緒に使えません",
        ),
        (&["scan"], "missing:", "足りない引数"),
        (&["completions", "tcsh"], "`tcsh`", "「tcsh」"),
        (&["scan", ".", "--config"], "needs a value", "値が必要です"),
        (&[], "name a command", "コマンドを指定してください"),
    ];
    for (arguments, en, ja) in cases {
        for (lang, said) in [("en", en), ("ja", ja)] {
            let arguments = [arguments, &["--lang", lang][..]].concat();
            let (code, out, err) = run(folder.path(), &arguments);
            assert_eq!((code, out.as_str()), (2, ""), "{arguments:?}");
            assert!(err.contains(said), "{arguments:?}: {said} is not in\n{err}");
        }
    }
}

#[test]
fn completions_and_the_manual_come_from_the_same_definitions() {
    let folder = tempfile::tempdir().unwrap();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let (code, out, _) = run(folder.path(), &["completions", shell]);
        assert_eq!(code, 0);
        assert!(out.contains("fail-on"), "{shell}");
    }
    let (code, out, _) = run(folder.path(), &["man", "--lang", "en"]);
    assert_eq!(code, 0);
    for said in [".SH NAME", "KENPIN SCAN", "fail\\-on", "Exit codes"] {
        assert!(out.contains(said), "{said} is not in\n{out}");
    }
}

#[cfg(unix)]
#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let folder = tempfile::tempdir().unwrap();
    let mut child = kenpin(folder.path())
        .args(["rules", "list", "--json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let (code, _, err) = told(&child.wait_with_output().unwrap());
    assert_eq!((code, err.as_str()), (0, ""));
}

/// Messages of a Fluent file: id and text.
fn messages(name: &str) -> BTreeMap<String, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(root.join("data/messages").join(name)).unwrap();
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    let mut last = String::new();
    for line in text.lines().filter(|l| !l.starts_with('#')) {
        match line
            .split_once(" =")
            .filter(|_| line.starts_with(|c: char| c.is_alphabetic()))
        {
            Some((id, text)) => {
                last = id.to_owned();
                let double = found.insert(last.clone(), text.to_owned());
                assert!(double.is_none(), "{name}: {id} stands twice");
            }
            None if last.is_empty() => {}
            None => found.entry(last.clone()).or_default().push_str(line),
        }
    }
    found
}

fn variables(text: &str) -> BTreeSet<String> {
    let parts = text.split('$').skip(1);
    let name = |part: &str| part.chars().take_while(|c| c.is_alphabetic()).collect();
    parts.map(name).collect()
}

#[test]
fn the_messages_of_the_commands_are_alike_in_both_languages() {
    for file in ["problems", "cli"] {
        let ja = messages(&format!("{file}.ja.ftl"));
        let en = messages(&format!("{file}.en.ftl"));
        for (id, text) in &en {
            let other = ja.get(id).unwrap_or_else(|| panic!("{id} has no Japanese"));
            assert_eq!(variables(text), variables(other), "{id}");
        }
        for id in ja.keys() {
            // The English help and the English headings of a manual are clap's own.
            let own = id.starts_with("help") || id.starts_with("man-");
            assert!(own || en.contains_key(id), "{id} has no English");
        }
    }
}

/// Literals of the sources of a part that look like ids.
fn literals(part: &str, into: &mut BTreeSet<String>) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(part);
    for entry in fs::read_dir(path).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            literals(path.to_str().unwrap(), into);
        } else if path.file_name().is_some_and(|name| name != "tests.rs") {
            let text = fs::read_to_string(&path).unwrap();
            let quoted = text.split('"').filter(|word| {
                !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c == '-')
            });
            into.extend(quoted.map(str::to_owned));
        }
    }
}

#[test]
fn no_message_is_missing_and_none_is_left_over() {
    let mut used = BTreeSet::new();
    literals("src/cmd", &mut used);
    let ids = messages("cli.en.ftl");
    let prefixes = ["cli-", "usage-", "open-", "rules-", "columns-", "init-"];
    for id in used
        .iter()
        .filter(|id| prefixes.iter().any(|p| id.starts_with(p)))
    {
        let is_prefix = id.ends_with('-');
        assert!(is_prefix || ids.contains_key(id), "{id} has no message");
    }
    let mut used = BTreeSet::new();
    for part in ["src/tomltree", "src/rules", "src/config", "src/cmd"] {
        literals(part, &mut used);
    }
    for id in messages("problems.en.ftl").keys() {
        let key = id.strip_prefix("problem-").or(id.strip_prefix("word-"));
        let key = key.unwrap_or(id);
        assert!(
            used.contains(key) || used.contains(id),
            "{id} is said by nobody"
        );
    }
}
