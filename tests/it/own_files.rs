//! Files that kenpin wrote among the exports: they are no input, and no input is written over.

use crate::scan_run::{Desk, TODAY};
use std::fs;
use std::path::Path;

/// The demo account in a folder of its own.
fn account() -> Desk {
    let desk = Desk::new();
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/demo");
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let input = ["csv", "txt", "json", "jsonl", "toml"];
        let ending = path.extension().and_then(|e| e.to_str()).unwrap_or("");
        if input.contains(&ending) && name != "expected.json" {
            desk.write(&format!("input/{name}"), fs::read(&path).unwrap());
        }
    }
    fs::remove_file(desk.path("input/config.toml")).unwrap();
    desk
}

const PLAN: &str = "input/send-to-amazon_11-21-2026.txt";
const CANDIDATES: &str = "input/candidates.csv";

/// What each command writes as CSV into the folder of the exports.
fn write(desk: &Desk, command: &[&str], out: &str, lang: &str) -> Option<i32> {
    let mut args = command.to_vec();
    args.extend(["--today", TODAY, "--quiet", "--lang", lang, "--out", out]);
    desk.run(&args).code
}

const COMMANDS: [&[&str]; 4] = [
    &["scan", "input"],
    &["proof", "input"],
    &["gate", "shipment", PLAN, "input"],
    &["gate", "candidates", CANDIDATES, "--account", "input"],
];

#[test]
fn what_kenpin_wrote_as_a_table_is_no_input_of_the_next_scan() {
    let desk = account();
    let before = desk.scan(&[]);
    for lang in ["ja", "en"] {
        for (nth, command) in COMMANDS.iter().enumerate() {
            let out = format!("input/own-{nth}.{lang}.csv");
            let code = write(&desk, command, &out, lang);
            assert!(matches!(code, Some(0 | 1 | 3)), "{out}: {code:?}");
        }
    }
    let after = desk.scan(&[]);
    let own = |path: &str| path.contains("own-") && !path.contains("own-list");
    for file in after.head.files.iter().filter(|file| own(&file.path)) {
        assert_eq!(file.input, None, "{}", file.path);
    }
    let told = after.head.issues.iter().filter(|issue| own(&issue.at.file));
    assert_eq!(told.count(), 0);
    assert_eq!(before.head.summary, after.head.summary);
}

#[test]
fn no_command_writes_over_a_file_that_is_read() {
    let desk = account();
    let kept = [
        "input/purchases.csv",
        "input/account-health.json",
        "input/notices.jsonl",
        "input/all-listings_11-20-2026.txt",
    ];
    let content = kept.map(|file| desk.read(file));
    for command in COMMANDS {
        for (file, before) in kept.iter().zip(&content) {
            let code = write(&desk, command, file, "en");
            assert_eq!(code, Some(2), "{command:?} --out {file}");
            assert!(desk.read(file) == *before, "{command:?} --out {file}");
        }
    }
    let before = desk.read(CANDIDATES);
    assert_eq!(write(&desk, COMMANDS[3], CANDIDATES, "en"), Some(2));
    assert!(desk.read(CANDIDATES) == before);
}

#[test]
fn an_earlier_report_is_written_again() {
    let desk = account();
    for command in COMMANDS {
        for ending in ["csv", "txt"] {
            let out = format!("input/again.{ending}");
            let first = write(&desk, command, &out, "ja");
            assert!(matches!(first, Some(0 | 1 | 3)), "{command:?}: {first:?}");
            assert_eq!(
                write(&desk, command, &out, "ja"),
                first,
                "{command:?} {out}"
            );
        }
    }
}
