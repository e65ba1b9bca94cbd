//! The sources as the tests of the house look at them.

use std::fs;
use std::path::{Path, PathBuf};

pub(super) struct Source {
    pub(super) path: PathBuf,
    /// Module path below the crate: `["read", "rows"]`.
    pub(super) module: Vec<String>,
    pub(super) text: String,
    /// The text without comments and string contents.
    pub(super) code: String,
}

pub(super) fn rust_files(root: &Path, into: &mut Vec<PathBuf>) {
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

pub(super) fn sources() -> Vec<Source> {
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
pub(super) fn imports(source: &Source) -> Vec<String> {
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

/// Names and lengths of functions, by the indentation that rustfmt gives.
pub(super) fn functions(code: &str) -> Vec<(String, usize)> {
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
