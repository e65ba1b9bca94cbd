//! The config as commands meet it: what is wrong with it stops them, with the place.

use crate::run::run;
use std::fs;

#[test]
fn a_wrong_config_stops_a_command_with_the_place() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    fs::write(
        at.join("config.toml"),
        "lang = \"en\"\n[policy]\nfail_onn = \"low\"\n",
    )
    .unwrap();
    let (code, out, err) = run(at, &["rules", "list"]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("config.toml:3:1"), "{err}");
    assert!(err.contains("did you mean `fail_on`?"), "{err}");
    // The language of a broken config still counts, and the option goes before it.
    let (_, _, err) = run(at, &["rules", "list", "--lang=ja"]);
    assert!(err.contains("「fail_on」ではありませんか"), "{err}");
}

#[test]
fn settings_about_rules_that_do_not_exist_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    fs::write(at.join("config.toml"), "[rules]\noff = [\"MIX-0O1\"]\n").unwrap();
    let (code, _, err) = run(at, &["rules", "list", "--lang", "en"]);
    assert_eq!(code, 2);
    assert!(err.contains("config.toml:2:8"), "{err}");
    assert!(err.contains("did you mean `MIX-001`?"), "{err}");
}

#[test]
fn a_config_that_is_named_must_be_there_and_be_text() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let list = |file: &str| run(at, &["rules", "list", "--lang", "en", "--config", file]);
    let (code, _, err) = list("none.toml");
    assert_eq!(code, 2);
    assert!(
        err.contains("none.toml cannot be read: there is no such file"),
        "{err}"
    );
    fs::write(at.join("cp932.toml"), b"lang = \"ja\" # \x93\xfa\x96{").unwrap();
    let (code, _, err) = list("cp932.toml");
    assert_eq!(code, 2);
    assert!(err.contains("cp932.toml is not UTF-8"), "{err}");
    let (code, _, err) = list("a\u{1b}[31m.toml");
    assert_eq!(code, 2);
    assert!(!err.contains('\u{1b}'), "{err:?}");
}

#[test]
fn without_any_hint_the_output_is_japanese() {
    let folder = tempfile::tempdir().unwrap();
    let (_, out, _) = run(folder.path(), &["--help"]);
    assert!(out.contains("使い方"), "{out}");
    fs::write(folder.path().join("config.toml"), "lang = 'en'").unwrap();
    let (_, out, _) = run(folder.path(), &["--help"]);
    assert!(out.contains("Usage:"), "{out}");
    let (_, out, _) = run(folder.path(), &["--help", "--lang", "ja"]);
    assert!(out.contains("使い方"), "{out}");
}
