//! The house rules that a reader of the tree may rely on, read off the sources themselves.

use std::fs;
use std::path::{Path, PathBuf};

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

struct Source {
    path: PathBuf,
    /// Module path below the crate: `["read", "rows"]`.
    module: Vec<String>,
    text: String,
    /// The text without comments and string contents.
    code: String,
}

fn rust_files(root: &Path, into: &mut Vec<PathBuf>) {
    let mut entries: Vec<_> = fs::read_dir(root)
        .unwrap()
        .map(|e| e.unwrap().path())
        .collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            rust_files(&path, into);
        } else if path.extension().is_some_and(|e| e == "rs") {
            into.push(path);
        }
    }
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    rust_files(&root, &mut paths);
    paths
        .into_iter()
        .map(|path| {
            let text = fs::read_to_string(&path).unwrap();
            let below = path.strip_prefix(&root).unwrap().with_extension("");
            let mut module: Vec<String> = below
                .components()
                .map(|c| c.as_os_str().to_string_lossy().into_owned())
                .collect();
            if module.last().is_some_and(|m| m == "mod") {
                module.pop();
            }
            let code = without_comments(&text);
            Source {
                path,
                module,
                text,
                code,
            }
        })
        .collect()
}

/// Blanks comments, and the inside of string and character literals.
fn without_comments(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '/' if chars.peek() == Some(&'/') => {
                while chars.peek().is_some_and(|c| *c != '\n') {
                    chars.next();
                }
            }
            '"' => {
                out.push('"');
                while let Some(c) = chars.next() {
                    match c {
                        '\\' => {
                            chars.next();
                        }
                        '"' => break,
                        '\n' => out.push('\n'),
                        _ => {}
                    }
                }
                out.push('"');
            }
            '\'' => {
                // A character literal, not a lifetime: a closing quote within three characters.
                let ahead: Vec<char> = chars.clone().take(10).collect();
                let end = if ahead.first() == Some(&'\\') {
                    ahead.iter().skip(2).position(|c| *c == '\'').map(|p| p + 2)
                } else {
                    (ahead.get(1) == Some(&'\'')).then_some(1)
                };
                match end {
                    Some(end) => {
                        for _ in 0..=end {
                            chars.next();
                        }
                    }
                    None => out.push('\''),
                }
            }
            c => out.push(c),
        }
    }
    out
}

/// First path segments that the code names below the crate root, also through `super::` and groups.
fn imports(source: &Source) -> Vec<String> {
    let mut found = Vec::new();
    let mut take = |rest: &str| {
        let rest = rest.trim_start();
        if let Some(group) = rest.strip_prefix('{') {
            let mut depth = 0;
            let mut item = String::new();
            for c in group.chars() {
                match c {
                    '{' => depth += 1,
                    '}' if depth == 0 => break,
                    '}' => depth -= 1,
                    ',' if depth == 0 => {
                        found.push(first_segment(&item));
                        item.clear();
                        continue;
                    }
                    _ => {}
                }
                item.push(c);
            }
            found.push(first_segment(&item));
        } else {
            found.push(first_segment(rest));
        }
    };
    for (at, _) in source.code.match_indices("crate::") {
        let before = source.code[..at].chars().next_back();
        if before.is_none_or(|c| !c.is_alphanumeric() && c != '_' && c != '$') {
            take(&source.code[at + "crate::".len()..]);
        }
    }
    for (at, _) in source.code.match_indices("super::") {
        if source.code[..at].ends_with("super::") {
            continue;
        }
        let mut rest = &source.code[at..];
        let mut ups = 0;
        while let Some(next) = rest.strip_prefix("super::") {
            ups += 1;
            rest = next;
        }
        // `mod tests` inside a file is one level deeper, which only makes this stricter by none.
        if ups >= source.module.len()
            && !source.module.is_empty()
            && !inside_tests(&source.code, at)
        {
            take(rest);
        }
    }
    found.retain(|s| !s.is_empty() && s != "self");
    found
}

fn inside_tests(code: &str, at: usize) -> bool {
    code.find("mod tests {").is_some_and(|tests| tests < at)
}

fn first_segment(path: &str) -> String {
    path.trim_start()
        .chars()
        .take_while(|c| c.is_alphanumeric() || *c == '_')
        .collect()
}

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

/// Names and lengths of functions, by the indentation that rustfmt gives.
fn functions(code: &str) -> Vec<(String, usize)> {
    let mut found = Vec::new();
    let lines: Vec<&str> = code.lines().collect();
    for (start, line) in lines.iter().enumerate() {
        let bare = line.trim_start();
        let Some(at) = bare.find("fn ") else { continue };
        let head = &bare[..at];
        let is_function = head.split_whitespace().all(|w| {
            matches!(w, "pub" | "const" | "async" | "unsafe" | "extern") || w.starts_with("pub(")
        });
        if !is_function || bare.ends_with(';') || bare.ends_with('}') {
            continue;
        }
        let indent = line.len() - bare.len();
        let close = format!("{}}}", " ".repeat(indent));
        if let Some(length) = lines[start..].iter().position(|l| *l == close) {
            found.push((first_segment(&bare[at + 3..]), length + 1));
        }
    }
    found
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
