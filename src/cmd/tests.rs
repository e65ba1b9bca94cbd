//! Tests of the definitions: clap finds them sound, and the help is whole in both languages.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::*;
use crate::model::Lang;

fn pages(command: &mut clap::Command, pages: &mut Vec<String>) {
    pages.push(command.render_long_help().to_string());
    for sub in command.get_subcommands_mut() {
        self::pages(sub, pages);
    }
}

fn help_of(lang: Lang) -> Vec<String> {
    let screen = Screen::new(lang).expect("the messages are sound");
    let mut command = help::command(&screen);
    command.build();
    command.clone().debug_assert();
    let mut all = Vec::new();
    pages(&mut command, &mut all);
    all
}

#[test]
fn every_command_and_argument_is_explained_in_both_languages() {
    for lang in [Lang::Ja, Lang::En] {
        for page in help_of(lang) {
            assert!(!page.contains("<help"), "{page}");
        }
    }
}

#[test]
fn the_japanese_help_has_no_english_sentence() {
    for page in help_of(Lang::Ja) {
        for line in page
            .lines()
            .filter(|line| line.starts_with("  ") && line.len() > 40)
        {
            let is_example = line.contains("kenpin scan ");
            assert!(is_example || !line.is_ascii(), "{line}\n{page}");
        }
        for english in ["Options:", "Commands:", "Arguments:", "Usage:", "Print "] {
            assert!(!page.contains(english), "{english}: {page}");
        }
    }
}

#[test]
fn findings_win_over_what_was_not_judged() {
    assert_eq!(Exit::of(true, true), Exit::Findings);
    assert_eq!(Exit::of(false, true), Exit::NotJudged);
    assert_eq!(Exit::of(false, false), Exit::Clean);
}

#[test]
fn a_config_in_the_first_folder_goes_before_the_current_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    std::fs::create_dir(path("a")).unwrap();
    std::fs::write(path("config.toml"), "lang = 'en'").unwrap();
    let folders = [path("a"), folder.path().to_owned()];
    let loaded = load::config(None, &folders).unwrap();
    assert_eq!(loaded.file, Some(path("config.toml")));
    std::fs::write(path("a/config.toml"), "\u{feff}lang = 'ja'").unwrap();
    let loaded = load::config(None, &folders).unwrap();
    assert_eq!(loaded.config.lang.value, Some(Lang::Ja));
    let missing = load::config(Some(&path("none.toml")), &folders);
    assert!(matches!(missing, Err(Stop::Said("cli-unreadable", _))));
    let nothing = load::config(None, &[]).unwrap();
    assert_eq!(
        (nothing.file, nothing.config),
        (None, crate::config::Config::default())
    );
}

#[test]
fn a_pack_of_ones_own_adds_to_the_shipped_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    assert!(matches!(
        load::folder(folder.path()),
        Err(Stop::Said("cli-pack-empty", _))
    ));
    std::fs::create_dir(path("rules")).unwrap();
    std::fs::create_dir(path("words")).unwrap();
    let shipped = load::pack(&[]).unwrap();
    let rule = load::shipped().remove(0);
    let text = rule
        .text
        .replace(&rule.path.replace(".toml", ""), "PROOF-901");
    std::fs::write(path("rules/PROOF-901.toml"), text).unwrap();
    // A rule of the shipped pack, unchanged, is no second rule.
    std::fs::write(path(&rule.path), &rule.text).unwrap();
    std::fs::write(path("words/notes.txt"), "not a list").unwrap();
    std::fs::write(path("config.toml"), "lang = 'ja'").unwrap();
    let files = load::folder(folder.path()).unwrap();
    let names: Vec<&str> = files.iter().map(|f| f.path.as_str()).collect();
    assert_eq!(names, [rule.path.as_str(), "rules/PROOF-901.toml"]);
    // The text names other ids too, so the new rule may be refused for its family only.
    match load::pack(&[folder.path().to_owned()]) {
        Ok(pack) => {
            assert_eq!(pack.rules.len(), shipped.rules.len() + 1);
            assert_ne!(pack.hash, shipped.hash);
        }
        Err(Stop::Problems(problems, _)) => {
            assert!(
                problems.iter().all(|p| p.key == "rule-family"),
                "{problems:?}"
            );
        }
        Err(other) => panic!("{other:?}"),
    }
}
