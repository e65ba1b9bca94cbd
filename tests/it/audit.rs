//! `kenpin audit` and `kenpin history`: an account that changes from week to week, several accounts,
//! and histories that cannot be used.

use crate::scan_run::{Desk, Ran, copy_tree, repository};
use kenpin::model::{Change, ChangeReason, Changes, Report, Subject};
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

fn desk() -> Desk {
    let desk = Desk::new();
    let account = repository().join("tests/cases/english-exports/input");
    copy_tree(&account, &desk.path("input"), &|_| true);
    desk
}

/// Replaces text in a file of the account, which must be there.
fn edit(desk: &Desk, name: &str, from: &str, to: &str) {
    let path = desk.path("input").join(name);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{name}: {from}");
    fs::write(path, text.replace(from, to)).unwrap();
}

fn add(desk: &Desk, name: &str, line: &str) {
    let path = desk.path("input").join(name);
    let text = fs::read_to_string(&path).unwrap();
    fs::write(path, format!("{}\n{line}\n", text.trim_end())).unwrap();
}

fn audit(desk: &Desk, day: &str, more: &[&str]) -> Ran {
    let args = ["audit", "input", "--state", "state", "--today", day];
    let ran = desk.run(&[&args, more].concat());
    ran.sane();
    ran
}

fn report(desk: &Desk, day: &str) -> Report {
    audit(desk, day, &["--format", "json"]).report()
}

fn changes(desk: &Desk, day: &str) -> Changes {
    let report = report(desk, day);
    let changes = report.head.changes.clone().unwrap();
    // Every finding of the report is new, worse, eased or as before, and none is two of them.
    let of = |list: &[Change]| -> Vec<String> {
        list.iter()
            .map(|c| format!("{} {:?}", c.rule, c.subject))
            .collect()
    };
    let lists = [&changes.new, &changes.worse, &changes.eased];
    let told: Vec<String> = lists.iter().flat_map(|list| of(list)).collect();
    let once: BTreeSet<&String> = told.iter().collect();
    assert_eq!(told.len(), once.len(), "{told:?}");
    let still: u64 = changes.still.values().sum();
    assert_eq!(report.findings.len() as u64, told.len() as u64 + still);
    let all = lists.into_iter().chain([&changes.gone]).flatten();
    for change in all {
        assert!(!change.why.is_empty(), "{change:?}");
    }
    changes
}

fn about(change: &Change) -> &str {
    match &change.subject {
        Subject::Sku { sku, .. } | Subject::ShipmentLine { sku, .. } => sku,
        Subject::Asin { asin, .. } => asin,
        Subject::Supplier { name } => name,
        Subject::Account => "account",
    }
}

/// The reasons of a change of a list.
#[track_caller]
fn why(list: &[Change], rule: &str, subject: &str) -> Vec<ChangeReason> {
    let mut found = list
        .iter()
        .filter(|c| c.rule == rule && about(c) == subject);
    let change = found.next();
    let change = change.unwrap_or_else(|| panic!("no {rule} on {subject}: {list:#?}"));
    assert!(found.next().is_none(), "{rule} twice");
    change.why.iter().map(|why| why.reason).collect()
}

fn database(desk: &Desk) -> PathBuf {
    let files = fs::read_dir(desk.path("state")).unwrap();
    let mut paths = files.map(|file| file.unwrap().path());
    let db = paths.find(|path| path.extension().is_some_and(|e| e == "db"));
    db.unwrap()
}

#[test]
fn every_change_shows_up_once_with_its_reason() {
    use ChangeReason::{
        Day, GoodsGone, GoodsNew, NotJudged, Pack, Papers, ProofAged, Status, Stock, Title, Told,
    };
    let desk = desk();
    let first = audit(&desk, "2026-11-14", &["--format", "json", "--lang", "en"]);
    assert!(first.report().head.changes.is_none());
    assert!(first.err().contains("First audit"), "{}", first.told());
    // Nothing changed: everything is as before.
    let same = changes(&desk, "2026-11-14");
    let none = [&same.new, &same.worse, &same.eased, &same.gone];
    assert!(none.iter().all(|list| list.is_empty()), "{same:#?}");
    // A page is edited, an offer stops, another one comes.
    edit(
        &desk,
        "listings.txt",
        "やかん 1.5L\t",
        "やかん 1.5L 並行輸入品\t",
    );
    edit(
        &desk,
        "listings.txt",
        "B0CASE0002\tB0CASE0002\t0\tAMAZON_JP\tActive",
        "B0CASE0002\tB0CASE0002\t0\tAMAZON_JP\tInactive",
    );
    add(
        &desk,
        "listings.txt",
        "布巾 3枚\t\tKM-003\t500\t\t2026-11-20 09:00:00 JST\t1\t\t11\tB0CASE0003\tB0CASE0003\t0\tAMAZON_JP\tActive",
    );
    add(
        &desk,
        "fba.txt",
        "KM-003\tX000000003\tB0CASE0003\t布巾 3枚\tNew\t500\t2\t0\t0\t2\t0\t0\t0",
    );
    let second = changes(&desk, "2026-11-15");
    assert_eq!(second.since.run, 2);
    assert_eq!(why(&second.new, "MIX-020", "KM-001"), [Title]);
    assert_eq!(why(&second.new, "ACCT-050", "KM-002"), [Status]);
    let of_new = second.new.iter().filter(|c| about(c).ends_with('3'));
    let of_new: Vec<_> = of_new.map(|c| c.why[0].reason).collect();
    assert!(
        !of_new.is_empty() && of_new.iter().all(|r| *r == GoodsNew),
        "{second:#?}"
    );
    // It goes again, and units without papers come.
    edit(&desk, "listings.txt", "KM-003", "KM-004");
    edit(&desk, "fba.txt", "KM-003", "KM-004");
    edit(&desk, "listings.txt", "B0CASE0003", "B0CASE0004");
    edit(&desk, "fba.txt", "B0CASE0003", "B0CASE0004");
    edit(&desk, "fba.txt", "1980\t3\t0\t0\t3", "1980\t30\t0\t0\t30");
    let third = changes(&desk, "2026-11-16");
    assert_eq!(why(&third.gone, "MIX-020", "KM-001"), [Told]);
    assert_eq!(why(&third.gone, "ACCT-050", "KM-002"), [Told]);
    let of_gone = third.gone.iter().filter(|c| about(c).ends_with('3'));
    assert!(of_gone.clone().count() > 0, "{third:#?}");
    assert!(of_gone.into_iter().all(|c| c.why[0].reason == GoodsGone));
    assert_eq!(why(&third.new, "PROOF-004", "B0CASE0001"), [Stock]);
    // The paper for them comes.
    edit(&desk, "purchases.csv", "やかん 1.5L,5,", "やかん 1.5L,50,");
    edit(
        &desk,
        "documents.csv",
        "4900000000016,5",
        "4900000000016,50",
    );
    let fourth = changes(&desk, "2026-11-17");
    assert_eq!(why(&fourth.gone, "PROOF-004", "B0CASE0001"), [Papers]);
    // Half a year without a change of any row.
    let fifth = changes(&desk, "2027-06-01");
    assert_eq!(why(&fifth.new, "PROOF-001", "B0CASE0001"), [ProofAged]);
    let days = fifth.gone.iter().flat_map(|c| &c.why);
    assert!(days.clone().all(|why| why.reason == Day), "{fifth:#?}");
    // A rule is tuned: other weight.
    add(
        &desk,
        "config.toml",
        "\n[rules.severity]\n\"PROOF-001\" = \"critical\"",
    );
    let sixth = changes(&desk, "2027-06-01");
    let reasons = why(&sixth.worse, "PROOF-001", "B0CASE0001");
    assert_eq!(reasons[0], ChangeReason::RuleWeight);
    assert!(sixth.new.is_empty() && sixth.gone.is_empty(), "{sixth:#?}");
    // A list of the seller changes the pack.
    desk.write(
        "input/own-list.csv",
        "name,aliases,asins,kind,claim,date,note\nくじら工房,KUJIRA,B0CASE0002,,trademark,2026-10-02,\n",
    );
    let seventh = changes(&desk, "2027-06-01");
    assert!(!seventh.new.is_empty());
    assert!(
        seventh
            .new
            .iter()
            .all(|c| c.why.iter().any(|w| w.reason == Pack)),
        "{seventh:#?}"
    );
    // A file is forgotten: nothing of that is settled.
    fs::remove_file(desk.path("input/purchases.csv")).unwrap();
    let eighth = changes(&desk, "2027-06-01");
    assert_eq!(why(&eighth.gone, "PROOF-001", "B0CASE0001"), [NotJudged]);
}

#[test]
fn the_terminal_says_first_what_changed_and_why() {
    let desk = desk();
    audit(&desk, "2026-11-14", &[]);
    edit(
        &desk,
        "listings.txt",
        "やかん 1.5L\t",
        "\u{1b}[31mやかん 1.5L 並行輸入品\t",
    );
    let ran = audit(&desk, "2026-11-21", &["--lang", "en"]);
    let out = ran.out();
    let heading = out.find("Since the audit of 2026-11-14").unwrap();
    assert!(heading < out.find("MIX-020").unwrap(), "{out}");
    assert!(out.contains("title changed"), "{out}");
    assert!(!out.contains('\u{1b}'), "{out:?}");
    let ja = audit(&desk, "2026-11-21", &["--lang", "ja", "-v"]).out();
    assert!(ja.contains("前回の点検（2026-11-21、2回目）"), "{ja}");
    assert!(!ja.contains('<') && !ja.contains("{$"), "{ja}");
}

#[test]
fn only_new_findings_may_be_asked_for() {
    let desk = desk();
    let at = ["--fail-on", "new:high"];
    audit(&desk, "2026-11-14", &[]);
    let code = |day: &str, more: &[&str]| audit(&desk, day, more).code;
    assert_eq!(code("2026-11-14", &at), Some(0));
    edit(
        &desk,
        "listings.txt",
        "やかん 1.5L\t",
        "やかん 1.5L 並行輸入品\t",
    );
    assert_eq!(code("2026-11-15", &at), Some(1));
    assert_eq!(code("2026-11-15", &at), Some(0));
    let wrong = desk.run(&["audit", "input", "--fail-on", "new:grave", "--lang", "en"]);
    assert_eq!(wrong.code, Some(2), "{}", wrong.told());
}

#[test]
fn accounts_stand_side_by_side_and_are_listed_shown_and_pruned() {
    let desk = desk();
    for day in ["2026-11-07", "2026-11-14", "2026-11-21"] {
        audit(&desk, day, &[]);
    }
    let other = report_of(&audit(
        &desk,
        "2026-11-21",
        &["--account", "二号店", "--format", "json"],
    ));
    assert!(other.head.changes.is_none());
    let history = |args: &[&str]| {
        let place = [
            "--state",
            "state",
            "--config",
            "input/config.toml",
            "--lang",
            "en",
        ];
        desk.run(&[&["history"], args, &place].concat())
    };
    let list = history(&["list"]).out();
    assert!(
        list.contains("2026-11-07") && list.lines().count() == 4,
        "{list}"
    );
    let lines: serde_json::Value =
        serde_json::from_slice(&history(&["list", "--json"]).stdout).unwrap();
    assert_eq!(lines.as_array().map(Vec::len), Some(3));
    let show = history(&["show", "2"]).out();
    assert!(
        show.contains("Audit 2 of 2026-11-14") && show.contains("listings.txt"),
        "{show}"
    );
    let export = history(&["export", "2", "--out", "two.json"]);
    assert_eq!(export.code, Some(0), "{}", export.told());
    let whole: kenpin::model::Audit = serde_json::from_slice(&desk.read("two.json")).unwrap();
    assert_eq!((whole.id, whole.goods.len()), (2, 2));
    assert!(
        whole
            .files
            .iter()
            .filter(|f| f.input.is_some())
            .any(|f| f.hash.len() == 64)
    );
    assert_eq!(history(&["export", "2", "--out", "two.txt"]).code, Some(2));
    let prune = history(&["prune", "--keep", "1"]);
    assert!(prune.out().contains('2'), "{}", prune.told());
    assert_eq!(history(&["show", "2"]).code, Some(2));
    assert_eq!(history(&["show", "3"]).code, Some(0));
    let of_other = ["list", "--json", "--account", "二号店"];
    let of_other: serde_json::Value = serde_json::from_slice(&history(&of_other).stdout).unwrap();
    assert_eq!(of_other.as_array().map(Vec::len), Some(1));
    let none = history(&["list", "--account", "nobody"]);
    assert_eq!(none.code, Some(2), "{}", none.told());
}

#[test]
fn every_reason_has_its_words() {
    let words = crate::write_sample::words();
    for reason in ChangeReason::ALL {
        let word = serde_json::to_value(reason).unwrap();
        assert_eq!(word, reason.word());
        for lang in [kenpin::model::Lang::Ja, kenpin::model::Lang::En] {
            let id = format!("ui-why-{}", reason.word());
            assert!(words.has(lang, &id), "{lang}: {id}");
        }
    }
}

fn report_of(ran: &Ran) -> Report {
    ran.report()
}

/// Runs an audit that must stop with 2, in both languages, and leave the history as it is.
#[track_caller]
fn refused(desk: &Desk, ja: &str, en: &str) {
    let path = database(desk);
    let before = fs::read(&path).unwrap();
    for (lang, said) in [("ja", ja), ("en", en)] {
        let ran = audit(desk, "2026-11-21", &["--lang", lang]);
        assert_eq!(ran.code, Some(2), "{}", ran.told());
        assert!(ran.err().contains(said), "{}", ran.told());
        assert_eq!(fs::read(&path).unwrap(), before, "the history was changed");
    }
}

#[test]
fn a_history_that_cannot_be_used_is_left_as_it_is() {
    let whole = desk();
    audit(&whole, "2026-11-14", &[]);
    let bytes = fs::read(database(&whole)).unwrap();
    // Not a database at all.
    fs::write(database(&whole), "sku,title\nA-1,時計\n".repeat(200)).unwrap();
    refused(&whole, "壊れている", "damaged");
    // Cut off, as a copy that did not end.
    fs::write(database(&whole), &bytes[..bytes.len() / 2]).unwrap();
    refused(&whole, "壊れている", "damaged");
    // Some pages overwritten.
    let mut torn = bytes.clone();
    for page in torn.chunks_mut(4096).skip(1).step_by(2) {
        page.fill(0xA5);
    }
    fs::write(database(&whole), torn).unwrap();
    refused(&whole, "壊れている", "damaged");
    // Of a version to come: bytes 60..64 of the header are the number.
    let mut newer = bytes.clone();
    newer[60..64].copy_from_slice(&99u32.to_be_bytes());
    fs::write(database(&whole), newer).unwrap();
    refused(&whole, "新しい kenpin", "newer kenpin");
    // A database of another program.
    let mut foreign = bytes.clone();
    foreign[68..72].copy_from_slice(&7u32.to_be_bytes());
    fs::write(database(&whole), foreign).unwrap();
    refused(&whole, "壊れている", "no history of kenpin");
    // The copy put back goes on.
    fs::write(database(&whole), bytes).unwrap();
    assert_eq!(changes(&whole, "2026-11-21").since.run, 1);
}

#[test]
fn a_second_run_at_once_is_told_to_wait() {
    let desk = desk();
    audit(&desk, "2026-11-14", &[]);
    let lock = database(&desk).with_extension("lock");
    let held = fs::File::options().write(true).open(lock).unwrap();
    held.lock().unwrap();
    refused(&desk, "使用中", "Another run");
    drop(held);
    assert_eq!(changes(&desk, "2026-11-21").since.run, 1);
}

#[test]
fn a_history_among_the_exports_is_no_input() {
    let desk = desk();
    let run = || {
        let args = [
            "audit",
            "input",
            "--state",
            "input",
            "--today",
            "2026-11-21",
        ];
        desk.run(&[&args[..], &["--format", "json"]].concat())
            .report()
    };
    let (first, second) = (run(), run());
    assert_eq!(first.head.files, second.head.files);
    assert_eq!(second.head.issues.len(), first.head.issues.len());
}
