//! Golden cases: each folder of `tests/cases` is one run of the program, compared byte for byte.
//!
//! `tests/cases/README.md` says how a case is laid out. `KENPIN_BLESS=1 cargo test cases` writes the
//! expectations anew; read the diff before you commit it.

use crate::scan_digest::digest;
use crate::scan_run::{Desk, Ran, cp932, files_below, report, repository};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

/// Lines of a difference that a failure shows.
const SHOWN: usize = 24;

/// What a run left, by the name that it has below `expected`.
type Left = BTreeMap<String, Vec<u8>>;

#[test]
fn cases_give_what_they_expect() {
    let mut folders: Vec<PathBuf> = fs::read_dir(repository().join("tests/cases"))
        .unwrap()
        .map(|e| e.unwrap().path())
        .filter(|p| p.join("cmd").is_file())
        .collect();
    folders.sort();
    assert!(!folders.is_empty());
    let bless = std::env::var_os("KENPIN_BLESS").is_some();
    let (queue, failed) = (Mutex::new(folders), Mutex::new(Vec::new()));
    let work = || {
        loop {
            let Some(folder) = queue.lock().unwrap().pop() else {
                return;
            };
            let told = case(&folder, bless);
            if !told.is_empty() {
                let name = folder.file_name().unwrap().to_string_lossy().into_owned();
                failed.lock().unwrap().push(format!("== {name}\n{told}"));
            }
        }
    };
    std::thread::scope(|scope| {
        let threads = std::thread::available_parallelism().map_or(2, usize::from);
        for _ in 0..threads {
            scope.spawn(work);
        }
    });
    let mut failed = failed.into_inner().unwrap();
    failed.sort();
    let help = "KENPIN_BLESS=1 cargo test cases: takes what came as what is expected";
    assert!(failed.is_empty(), "{}\n{help}", failed.join("\n"));
}

/// Runs a case in both languages; gives the differences to what it expects.
fn case(folder: &Path, bless: bool) -> String {
    let expected = folder.join("expected");
    let whole_json = expected.join("stdout.json").is_file();
    let mut told = String::new();
    if !folder.join("README.md").is_file() {
        told.push_str("a case says in its README.md what it is for\n");
    }
    let [ja, en] = ["ja", "en"].map(|lang| run(folder, lang, whole_json));
    let mut came = Left::new();
    for name in ja.keys().chain(en.keys()) {
        let of = |left: &Left| left.get(name).cloned().unwrap_or_default();
        let (ja, en) = (of(&ja), of(&en));
        if ja == en {
            came.insert(name.clone(), ja);
        } else if name.contains("stdout.") || name == "exit" {
            // JSON and exit codes have no language.
            told.push_str(&difference(&format!("{name}: ja against en"), &ja, &en));
        } else {
            came.insert(format!("{name}.ja"), ja);
            came.insert(format!("{name}.en"), en);
        }
    }
    came.retain(|_, content| !content.is_empty());
    let mut wanted: Left = files_below(&expected)
        .into_iter()
        .map(|(name, path)| (name, fs::read(path).unwrap()))
        .collect();
    if bless {
        write_all(&expected, &came, &wanted);
        return told;
    }
    for (name, content) in came {
        let before = wanted.remove(&name).unwrap_or_default();
        told.push_str(&difference(&name, &before, &content));
    }
    for (name, content) in wanted {
        told.push_str(&difference(&name, &content, b""));
    }
    told
}

fn write_all(expected: &Path, came: &Left, wanted: &Left) {
    for name in wanted.keys().filter(|name| !came.contains_key(*name)) {
        fs::remove_file(expected.join(name)).unwrap();
    }
    for (name, content) in came {
        let path = expected.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
}

/// Runs the command of a case in a copy of its files.
fn run(folder: &Path, lang: &str, whole_json: bool) -> Left {
    let desk = Desk::new();
    lay_out(&folder.join("input"), &desk);
    fs::create_dir_all(desk.path("out")).unwrap();
    let lines = fs::read_to_string(folder.join("cmd")).unwrap();
    let args: Vec<String> = lines
        .lines()
        .filter(|l| !l.is_empty())
        .map(|l| l.replace("{input}", "input").replace("{out}", "out"))
        .chain(["--lang".into(), lang.into()])
        .collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let ran = desk.run(&args);
    let mut left = Left::new();
    left.insert("exit".into(), format!("{}\n", exit(&ran)).into());
    let mut stderr = fixed(&ran.stderr);
    if cfg!(windows) {
        // Messages show a path as the system writes it.
        stderr
            .iter_mut()
            .filter(|b| **b == b'\\')
            .for_each(|b| *b = b'/');
    }
    left.insert("stderr".into(), stderr);
    match report(&ran.stdout) {
        Ok(_) if whole_json => {
            left.insert("stdout.json".into(), fixed(&ran.stdout));
        }
        Ok(report) => {
            left.insert("stdout.digest".into(), digest(&report).into());
        }
        Err(_) => {
            left.insert("stdout".into(), fixed(&ran.stdout));
        }
    }
    for (name, path) in files_below(&desk.path("out")) {
        let content = fs::read(path).unwrap();
        match report(&content) {
            Ok(report) => left.insert(format!("out/{name}.digest"), digest(&report).into()),
            Err(_) => left.insert(format!("out/{name}"), fixed(&content)),
        };
    }
    left
}

fn exit(ran: &Ran) -> String {
    ran.code.map_or("killed".into(), |code| code.to_string())
}

/// Copies the input; a name that ends in `.cp932` is encoded and loses the ending.
fn lay_out(input: &Path, desk: &Desk) {
    fs::create_dir_all(desk.path("input")).unwrap();
    for (name, path) in files_below(input) {
        let content = fs::read(path).unwrap();
        match name.strip_suffix(".cp932") {
            Some(name) => {
                let text = String::from_utf8(content).unwrap();
                desk.write(&format!("input/{name}"), cp932(&text));
            }
            // Git keeps no empty folders.
            None if name.ends_with(".gitkeep") => {}
            None => {
                desk.write(&format!("input/{name}"), content);
            }
        }
    }
}

/// What changes from one version and one set of rules to the next, put under a name.
fn fixed(bytes: &[u8]) -> Vec<u8> {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return bytes.to_vec();
    };
    let version = env!("CARGO_PKG_VERSION");
    let line = |line: &str| {
        let hash = line.trim_end().char_indices().rev().nth(HASH - 1);
        let (front, hash) = line.split_at(hash.map_or(0, |(at, _)| at));
        let is_hash = hash.trim_end().bytes().all(|b| b.is_ascii_hexdigit());
        if front.contains(&format!("kenpin {version}")) && is_hash {
            format!("{front}{{pack}}\n")
        } else {
            line.to_owned()
        }
    };
    let text: String = text.split_inclusive('\n').map(line).collect();
    let text = match text.find("\"pack\":\"") {
        Some(at) => text.replace(&text[at + 8..at + 8 + HASH], "{pack}"),
        None => text,
    };
    text.replace(version, "{version}").into()
}

/// Characters of the hash of all rules and lists.
const HASH: usize = 16;

/// The first lines in which two texts differ; empty when they are equal.
fn difference(name: &str, before: &[u8], after: &[u8]) -> String {
    if before == after {
        return String::new();
    }
    let [before, after] = [before, after].map(String::from_utf8_lossy);
    let (old, new): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    let same = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let (old_rest, new_rest) = (&old[same..], &new[same..]);
    let tail = old_rest.iter().rev().zip(new_rest.iter().rev());
    let tail = tail.take_while(|(a, b)| a == b).count();
    let mut told = format!("-- {name}, line {}\n", same + 1);
    let cut = |rest: &[&str], mark: &str, told: &mut String| {
        let lines = &rest[..rest.len() - tail];
        for line in lines.iter().take(SHOWN) {
            told.push_str(&format!("{mark} {line}\n"));
        }
        if lines.len() > SHOWN {
            told.push_str(&format!("{mark} … {} lines more\n", lines.len() - SHOWN));
        }
    };
    cut(old_rest, "-", &mut told);
    cut(new_rest, "+", &mut told);
    if old == new {
        told.push_str("  (only line endings differ)\n");
    }
    told
}
