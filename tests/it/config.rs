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

// Windows tells the language of its user in any environment.
#[cfg(not(windows))]
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

mod any_text {
    //! Whatever a file holds, its problems can be found and shown.

    use kenpin::config::Config;
    use kenpin::rules::{self, PackFile};
    use kenpin::tomltree::{Look, Problem, render};
    use proptest::prelude::*;
    use std::path::Path;

    /// Pieces that make TOML and its mistakes, so that the random text is not just noise.
    const PIECES: &[&str] = &[
        "[",
        "]",
        "[[",
        "]]",
        "{",
        "}",
        "=",
        ",",
        ".",
        "\"",
        "'",
        "\"\"\"",
        "\\",
        "\n",
        "\r\n",
        "\r",
        "\t",
        " ",
        "#",
        "lang",
        "account",
        "policy",
        "fail_on",
        "source",
        "rules",
        "id",
        "check",
        "proof-window",
        "days",
        "example",
        "expect",
        "today",
        "listings",
        "sku",
        "title",
        "ja",
        "1",
        "-9",
        "0x",
        "1e9",
        "2026-01-31",
        "2026-13-01",
        "true",
        "検品㈱",
        "ｶﾅ",
        "👨‍👩‍👧",
        "\u{1b}[2J",
        "\u{202e}",
        "\u{0}",
        "\u{feff}",
        "か\u{3099}",
    ];

    fn text() -> impl Strategy<Value = String> {
        prop::collection::vec(prop::sample::select(PIECES), 0..40).prop_map(|p| p.concat())
    }

    fn shown(problems: &[Problem], text: &str) -> String {
        let say = |id: &str, _: &[(&'static str, kenpin::model::Value)]| id.to_owned();
        let look = Look {
            colour: false,
            width: 60,
        };
        render(problems, &|_| Some(text), &say, look)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn any_config_is_read_or_refused(text in text()) {
            if let Err(problems) = Config::parse("c.toml", &text, Path::new("")) {
                prop_assert!(!problems.is_empty());
                let shown = shown(&problems, &text);
                prop_assert!(!shown.contains('\u{1b}'), "{shown:?}");
            }
        }

        #[test]
        fn any_rule_is_read_or_refused(text in text()) {
            let file = PackFile { shown: "r".into(), path: "PROOF-001.toml".into(), text };
            let problems = rules::load(std::slice::from_ref(&file), kenpin::checks::KINDS);
            let shown = shown(&problems.unwrap_err(), &file.text);
            prop_assert!(!shown.contains('\u{1b}'), "{shown:?}");
        }
    }
}
