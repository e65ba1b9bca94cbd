//! The house rules that a reader of the tree may rely on, read off the sources themselves.

mod source;

use source::{functions, imports, rust_files, sources};
use std::fs;
use std::path::Path;

/// What each part of `src` may import from the crate; `cmd` and `main` see everything they need.
const LAYERS: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("text", &["model"]),
    ("tomltree", &["model"]),
    ("names", &["model", "text"]),
    // What a mail says is judged by its text alone; nothing of the account is needed for it.
    ("notice", &["model", "text"]),
    ("lists", &["model", "text", "names"]),
    ("inventory", &["model", "text", "names", "lists"]),
    ("checks", &["model", "text", "names", "lists", "inventory"]),
    (
        "rules",
        &[
            "model",
            "text",
            "tomltree",
            "names",
            "lists",
            "inventory",
            "checks",
        ],
    ),
    (
        "scan",
        &[
            "model",
            "text",
            "names",
            "lists",
            "inventory",
            "checks",
            "rules",
        ],
    ),
    ("read", &["model", "text"]),
    ("write", &["model", "text"]),
    // The disk that remembers: what an audit kept is plain values to everybody else.
    ("store", &["model", "text"]),
    // Whatever opens a connection; what it fetched is plain values to everybody else.
    ("net", &["model", "text"]),
    // What comes signed from elsewhere, before anything of it is used.
    ("feed", &["model"]),
    ("config", &["model", "tomltree", "read", "feed"]),
    ("embedded", &[]),
    (
        "cmd",
        &[
            "model",
            "text",
            "tomltree",
            "names",
            "notice",
            "lists",
            "inventory",
            "checks",
            "rules",
            "scan",
            "read",
            "write",
            "store",
            "net",
            "config",
            "embedded",
            "feed",
        ],
    ),
    ("main", &["cmd"]),
    ("lib", &[]),
];

/// Parts that may not touch disk, network, clock, environment or the screen.
const PURE: &[&str] = &[
    "model",
    "text",
    "tomltree",
    "names",
    "notice",
    "lists",
    "inventory",
    "checks",
    "rules",
    "scan",
    "feed",
];

const BANNED: &[&str] = &[
    "std::fs",
    "std::net",
    "std::env",
    "std::time",
    "std::process",
    "std::thread",
    "println!",
    "print!(",
    "eprintln!",
    "eprint!(",
    "Zoned::now",
    "Timestamp::now",
    "SystemTime",
    "Instant::now",
];

const MAX_FILE: usize = 400;
const MAX_FUNCTION: usize = 70;

#[test]
fn every_import_goes_down_the_layers() {
    let mut wrong = Vec::new();
    for source in sources() {
        let layer = source.module.first().cloned().unwrap_or_default();
        let Some((_, allowed)) = LAYERS.iter().find(|(name, _)| *name == layer) else {
            wrong.push(format!(
                "{}: `{layer}` has no layer in tests/it/tidy.rs",
                source.path.display()
            ));
            continue;
        };
        if layer == "lib" {
            continue;
        }
        for import in imports(&source) {
            let known = LAYERS.iter().any(|(name, _)| *name == import);
            if known && import != layer && !allowed.contains(&import.as_str()) {
                wrong.push(format!(
                    "{}: `{layer}` may not use `{import}`",
                    source.path.display()
                ));
            }
        }
        if layer != "cmd" && source.code.contains("pub use crate::") {
            wrong.push(format!(
                "{}: re-exports another layer",
                source.path.display()
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_core_is_pure() {
    let mut wrong = Vec::new();
    for source in sources()
        .iter()
        .filter(|s| s.module.first().is_some_and(|m| PURE.contains(&m.as_str())))
    {
        let code = source.code.split("#[cfg(test)]").next().unwrap_or_default();
        for word in BANNED.iter().filter(|w| code.contains(**w)) {
            wrong.push(format!("{}: `{word}`", source.path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_file_says_what_it_is_and_stays_small() {
    let mut wrong = Vec::new();
    for source in sources() {
        let name = source.path.display();
        let first = source.text.lines().next().unwrap_or_default();
        if !first.starts_with("//! ") || first.len() < 20 {
            wrong.push(format!(
                "{name}: begins without a sentence that says what it is"
            ));
        }
        let lines = source.text.lines().count();
        if lines > MAX_FILE {
            wrong.push(format!("{name}: {lines} lines, at most {MAX_FILE}"));
        }
        for (function, lines) in functions(&source.code) {
            if lines > MAX_FUNCTION {
                wrong.push(format!(
                    "{name}: `{function}` has {lines} lines, at most {MAX_FUNCTION}"
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_check_stands_in_the_one_list() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/checks");
    let list = fs::read_to_string(root.join("kinds.rs")).unwrap();
    let helpers = [
        "mod", "context", "facts", "forms", "judge", "kinds", "marking", "named", "papers",
        "proofs", "shipping",
    ];
    let mut paths = Vec::new();
    rust_files(&root, &mut paths);
    for path in paths {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        if helpers.contains(&name.as_str()) {
            continue;
        }
        let kind = format!("\"{}\"", name.replace('_', "-"));
        assert!(
            list.contains(&kind),
            "{name}.rs is in no list: add it to KINDS in src/checks/kinds.rs"
        );
    }
}

#[test]
fn facts_are_stated_as_they_are_declared() {
    let mut wrong = Vec::new();
    let declared: Vec<&str> = kenpin::checks::FACT_KEYS
        .iter()
        .map(|(key, _)| *key)
        .collect();
    let texts: Vec<String> = sources()
        .into_iter()
        .filter(|s| {
            // The scan itself states what advises on a rule, behind the facts of the check.
            let states = ["checks", "scan"];
            s.module
                .first()
                .is_some_and(|m| states.contains(&m.as_str()))
                && s.module.last().is_some_and(|m| m != "facts")
        })
        .map(|s| s.text)
        .collect();
    for key in &declared {
        if !texts.iter().any(|t| t.contains(&format!("\"{key}\""))) {
            wrong.push(format!("fact `{key}` is declared and never stated"));
        }
    }
    for text in &texts {
        for (at, _) in text.match_indices("Fact::new(\"") {
            let key: String = text[at + 11..].chars().take_while(|c| *c != '"').collect();
            if !declared.contains(&key.as_str()) {
                wrong.push(format!(
                    "fact `{key}` is stated and not declared in src/checks/facts.rs"
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_top_level_is_the_one_of_the_picture() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let known = [
        ".ci",
        ".git",
        ".gitattributes",
        ".clippy.toml",
        ".gitignore",
        ".cargo",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "Cargo.lock",
        "Cargo.toml",
        "LICENSE-APACHE",
        "LICENSE-MIT",
        "README.ja.md",
        "README.md",
        "build.rs",
        "config.example.toml",
        "data",
        "deny.toml",
        "docs",
        "proptest-regressions",
        "rules",
        "src",
        "target",
        "tests",
    ];
    for entry in fs::read_dir(root).unwrap() {
        let name = entry.unwrap().file_name().to_string_lossy().into_owned();
        assert!(
            known.contains(&name.as_str()),
            "`{name}` has no place at the top level"
        );
    }
}
