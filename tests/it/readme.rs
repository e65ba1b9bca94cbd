//! What the READMEs show is what the program prints, and what they name is there.

use std::fs;
use std::path::Path;
use std::process::Command;

fn text(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

/// The blocks of a kind in a Markdown text.
fn blocks<'t>(text: &'t str, kind: &str) -> Vec<&'t str> {
    let open = format!("```{kind}\n");
    let parts = text.split(open.as_str()).skip(1);
    parts
        .map(|part| part.split("```").next().unwrap())
        .collect()
}

#[test]
fn the_reports_shown_are_the_reports_printed() {
    for (name, lang) in [("README.md", "en"), ("README.ja.md", "ja")] {
        let ran = Command::new(env!("CARGO_BIN_EXE_kenpin"))
            .args(["scan", "--demo", "--lang", lang])
            .output()
            .unwrap();
        assert_eq!(ran.status.code(), Some(1), "{name}");
        let printed = String::from_utf8(ran.stdout).unwrap();
        let readme = text(name);
        let shown = blocks(&readme, "text");
        assert_eq!(shown.len(), 2, "{name}");
        for block in shown {
            assert!(
                printed.contains(block),
                "{name} shows what is not printed:\n{block}"
            );
        }
    }
}

#[test]
fn the_first_screen_has_the_two_commands_and_no_third() {
    for name in ["README.md", "README.ja.md"] {
        let readme = text(name);
        let first = blocks(&readme, "console")[0];
        let commands: Vec<&str> = first
            .lines()
            .map(|line| {
                line.trim_start_matches("$ ")
                    .split('#')
                    .next()
                    .unwrap()
                    .trim()
            })
            .collect();
        assert_eq!(
            commands,
            ["cargo run --release -- scan --demo", "cargo test"],
            "{name}"
        );
        let line = readme[..readme.find("```console").unwrap()].lines().count();
        assert!(line < 20, "{name}: the commands begin on line {line}");
    }
}

#[test]
fn every_file_that_is_linked_is_there() {
    for name in [
        "README.md",
        "README.ja.md",
        "CONTRIBUTING.md",
        "data/README.md",
    ] {
        let readme = text(name);
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
        for link in readme.split("](").skip(1) {
            let target = link.split(')').next().unwrap();
            if !target.starts_with("http") {
                let path = folder
                    .parent()
                    .unwrap()
                    .join(target.split('#').next().unwrap());
                assert!(path.exists(), "{name}: {target}");
            }
        }
    }
}
