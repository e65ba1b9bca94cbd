//! Notices of Amazon: what mails are taken for, the file they are kept in, and hostile mails.

use crate::run::{kenpin, run};
use serde_json::Value;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

/// The mails, each with what it has to be read as beside it.
fn mails() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/notices");
    let entries = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path());
    let mut mails: Vec<PathBuf> = entries
        .filter(|path| path.extension().is_some_and(|e| e == "eml" || e == "txt"))
        .collect();
    mails.sort();
    mails
}

fn read(folder: &Path, mail: &Path, more: &[&str]) -> Value {
    let path = mail.to_string_lossy().into_owned();
    let arguments = [&["notice", "add", &path, "--json"], more].concat();
    let (code, out, err) = run(folder, &arguments);
    assert_eq!(code, 0, "{path}: {err}");
    serde_json::from_str(&out).unwrap()
}

#[test]
fn every_mail_is_taken_for_what_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let mails = mails();
    assert!(mails.len() >= 60, "{}", mails.len());
    let mut wrong = Vec::new();
    for mail in &mails {
        let text = fs::read_to_string(mail.with_extension("json")).unwrap();
        let want: Value = serde_json::from_str(&text).unwrap();
        let received = want.get("received").and_then(Value::as_str);
        let mut more = vec!["--dry-run"];
        more.extend(received.iter().flat_map(|day| ["--received", day]));
        let got = read(folder.path(), mail, &more);
        for (key, value) in want.as_object().unwrap() {
            if got.get(key) != Some(value) {
                wrong.push(format!(
                    "{}: {key}: {value} != {:?}",
                    mail.display(),
                    got.get(key)
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_json_has_its_keys_in_their_order() {
    let folder = tempfile::tempdir().unwrap();
    let mail = &mails()[0];
    let path = mail.to_string_lossy();
    let (_, out, _) = run(
        folder.path(),
        &["notice", "add", &path, "--json", "--dry-run"],
    );
    let keys = [
        "kind",
        "asins",
        "deadline",
        "deadline_rule",
        "rights_holder",
        "claim_type",
        "documents",
        "confidence",
    ];
    let places: Vec<usize> = keys
        .iter()
        .map(|key| out.find(&format!("\n  \"{key}\":")).unwrap())
        .collect();
    assert!(places.is_sorted(), "{out}");
    assert!(!folder.path().join("notices.jsonl").exists());
}

const MAIL: &str = "From: a@amazon.co.jp\nSubject: x\nDate: Fri, 20 Nov 2026 10:00:00 +0900\n\n";

fn add(folder: &Path, name: &str, text: &str) -> (i32, String, String) {
    fs::write(folder.join(name), format!("{MAIL}{text}\n")).unwrap();
    run(folder, &["--lang", "en", "notice", "add", name])
}

#[test]
fn notices_are_kept_followed_and_never_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let text = "商品の真正性に関する苦情を受け、B0STORE001の出品を取り消しました。7日以内に請求書をご提出ください。";
    let (code, out, _) = add(at, "a.eml", text);
    assert!(code == 0 && out.contains("Kept as N-001"), "{out}");
    let first = fs::read_to_string(at.join("notices.jsonl")).unwrap();
    let (_, out, _) = add(at, "a.eml", text);
    assert!(out.contains("kept already, as N-001"), "{out}");
    let (_, out, _) = run(
        at,
        &[
            "--lang",
            "en",
            "notice",
            "appeal",
            "n-001",
            "--day",
            "2026-11-21",
        ],
    );
    assert!(out.contains("Amazon's turn"), "{out}");
    let (_, out, _) = add(
        at,
        "b.eml",
        "改善計画が不十分なため、B0STORE001の出品は再開できません。10日以内に再提出してください。",
    );
    assert!(out.contains("appeal of N-001 was refused"), "{out}");
    let (code, out, _) = run(at, &["notice", "list", "--json", "--today", "2026-11-21"]);
    let list: Value = serde_json::from_str(&out).unwrap();
    assert_eq!((code, list.as_array().unwrap().len()), (0, 1), "{out}");
    assert_eq!(list[0]["refused"], 1);
    assert_eq!(list[0]["turn"], "seller");
    assert_eq!(list[0]["deadline"], "2026-11-30");
    assert_eq!(list[0]["days_left"], 9);
    let (code, ..) = run(at, &["notice", "close", "N-001"]);
    assert_eq!(code, 0);
    let (code, _, err) = run(at, &["--lang", "en", "notice", "close", "N-001"]);
    assert!(code == 2 && err.contains("closed already"), "{err}");
    let (code, _, err) = run(at, &["--lang", "en", "notice", "show", "N-009"]);
    assert!(code == 2 && err.contains("has no N-009"), "{err}");
    let last = fs::read_to_string(at.join("notices.jsonl")).unwrap();
    assert!(last.starts_with(&first), "lines are only added");
}

#[test]
fn what_is_unknown_is_not_kept_but_may_be_named() {
    let folder = tempfile::tempdir().unwrap();
    let (code, out, _) = add(
        folder.path(),
        "a.eml",
        "ご注文ありがとうございます。B0STORE001",
    );
    assert!(code == 0 && out.contains("Not kept"), "{out}");
    let named = [
        "--lang",
        "en",
        "notice",
        "add",
        "a.eml",
        "--kind",
        "page-mismatch",
    ];
    let (code, out, _) = run(folder.path(), &named);
    assert!(code == 0 && out.contains("Kept as N-001"), "{out}");
}

#[test]
fn a_broken_line_stops_with_its_place() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(
        folder.path().join("notices.jsonl"),
        "\n{\"event\":\"close\"}\n",
    )
    .unwrap();
    let (code, _, err) = run(folder.path(), &["--lang", "en", "notice", "list"]);
    assert!(code == 2 && err.contains("Line 2"), "{err}");
}

#[test]
fn yes_puts_pledges_and_rights_holders_on_the_lists() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let pledge = "B0STORE002を今後出品しない旨のお約束を承りました。本件は解決済みです。";
    fs::write(at.join("p.eml"), format!("{MAIL}{pledge}\n")).unwrap();
    let (code, out, err) = run(at, &["notice", "add", "p.eml", "--yes"]);
    assert_eq!(code, 0, "{out}{err}");
    let list = fs::read_to_string(at.join("pledges.csv")).unwrap();
    assert!(list.contains("B0STORE002,2026-11-20,"), "{list}");
    let claim =
        "株式会社ミホン様より商標権侵害の申し立てを受け、B0STORE003の出品を取り消しました。";
    fs::write(at.join("c.eml"), format!("{MAIL}{claim}\n")).unwrap();
    let (code, out, err) = run(at, &["notice", "add", "c.eml", "--yes"]);
    assert_eq!(code, 0, "{out}{err}");
    let list = fs::read_to_string(at.join("own-list.csv")).unwrap();
    assert!(
        list.contains("株式会社ミホン") && list.contains("trademark"),
        "{list}"
    );
}

#[test]
fn a_pledge_that_only_a_notice_tells_of_is_critical() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    fs::write(at.join("config.toml"), "").unwrap();
    let pledge = "B0STORE002を今後出品しない旨のお約束を承りました。本件は解決済みです。";
    assert_eq!(add(at, "p.eml", pledge).0, 0);
    let head = "item-name\tseller-sku\tasin1\tprice\tquantity\tfulfillment-channel\tstatus\n";
    let row = "木のさじ\tA-1\tB0STORE002\t1000\t1\tDEFAULT\tActive\n";
    fs::create_dir(at.join("in")).unwrap();
    fs::write(at.join("in/listings.txt"), [head, row].concat()).unwrap();
    let (code, out, err) = run(
        at,
        &["scan", "in", "--config", "config.toml", "--format", "json"],
    );
    assert_eq!(code, 1, "{err}");
    let report: Value = serde_json::from_str(&out).unwrap();
    let findings = report["findings"].as_array().unwrap();
    let found = findings
        .iter()
        .find(|finding| finding["rule"] == "ACCT-001");
    assert_eq!(found.unwrap()["severity"], "critical");
}

#[test]
fn hostile_mails_are_read_to_an_end() {
    let folder = tempfile::tempdir().unwrap();
    let nested = (0..2_000).fold(String::new(), |all, n| {
        format!("{all}Content-Type: multipart/mixed; boundary=b{n}\r\n\r\n--b{n}\r\n")
    });
    let head = "From: a@b.example\r\nSubject: x\r\n";
    let base64 = format!(
        "{head}Content-Transfer-Encoding: base64\r\n\r\n=?*&{}",
        "A=".repeat(5_000)
    );
    let html = format!(
        "{head}Content-Type: text/html\r\n\r\n{}",
        "<blockquote><div>".repeat(50_000)
    );
    let mails: Vec<Vec<u8>> = vec![
        Vec::new(),
        vec![0; 100_000],
        b"\xff\xfe\x00\xd8".to_vec(),
        format!("{head}{nested}").into_bytes(),
        base64.into_bytes(),
        html.into_bytes(),
        ">".repeat(3_000_000).into_bytes(),
        "> 出品を取り消しました\n".repeat(200_000).into_bytes(),
        "出品 権利者 より 申し立て ".repeat(300_000).into_bytes(),
        "出品を取り消しました。真正性。17日以内に請求書。"
            .repeat(150_000)
            .into_bytes(),
        "1".repeat(2_000_000).into_bytes(),
        b"\x1b$B".repeat(100_000),
    ];
    for (number, bytes) in mails.iter().enumerate() {
        let mut command = kenpin(folder.path());
        command.args(["notice", "add", "-", "--json", "--dry-run"]);
        command.stdin(std::process::Stdio::piped());
        command.stdout(std::process::Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut pipe = child.stdin.take().unwrap();
        let bytes = bytes.clone();
        let writer = std::thread::spawn(move || pipe.write_all(&bytes));
        let output = child.wait_with_output().unwrap();
        writer.join().unwrap().unwrap();
        assert_eq!(output.status.code(), Some(0), "mail {number}");
        let got: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert!(got["kind"].is_string(), "mail {number}");
    }
}
