//! How mails are read: which date counts, usual clocks, hostile sizes; and what a reading leads to.

use crate::run::{kenpin, run};
use serde_json::Value;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Stdio;

/// What is read from a mail that comes in by standard input.
fn read(folder: &Path, mail: &[u8], more: &[&str]) -> Value {
    let mut command = kenpin(folder);
    command.args(["notice", "add", "-", "--json", "--dry-run"]);
    command.args(more);
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut pipe = child.stdin.take().unwrap();
    let bytes = mail.to_vec();
    let writer = std::thread::spawn(move || pipe.write_all(&bytes));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap().unwrap();
    assert_eq!(output.status.code(), Some(0));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn the_day_is_the_one_told_else_of_the_original_else_of_the_header() {
    let folder = tempfile::tempdir().unwrap();
    let body = "商品の真正性に関する苦情を受け、B0ORDER001の出品を取り消しました。7日以内に請求書をご提出ください。\n";
    // Late in the evening in Greenwich is the next day in Japan.
    let header = "From: a@amazon.co.jp\nSubject: x\nDate: Thu, 19 Nov 2026 22:00:00 +0000\n\n";
    let inner = "---------- Forwarded message ---------\nFrom: Amazon <a@amazon.co.jp>\nDate: 2026年11月12日(木) 9:14\nSubject: x\nTo: b\n\n";
    let pasted = "差出人: Amazon\n日付: 2026年11月10日\n件名: x\n\n";
    let mails = [
        (format!("{header}{body}"), "2026-11-20"),
        (format!("{header}{inner}{body}"), "2026-11-12"),
        (format!("{pasted}{body}"), "2026-11-10"),
    ];
    for (mail, day) in &mails {
        let got = read(folder.path(), mail.as_bytes(), &[]);
        assert_eq!(got["received"], *day, "{mail}");
        let got = read(
            folder.path(),
            mail.as_bytes(),
            &["--received", "2026-10-01"],
        );
        assert_eq!(
            (&got["received"], &got["deadline"]),
            (&"2026-10-01".into(), &"2026-10-08".into())
        );
    }
}

#[test]
fn a_notice_without_a_deadline_has_the_usual_one_and_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let text = "B0USUAL001の商品について確認してください。";
    for (kind, day) in [
        ("listing-authenticity", Some("2027-02-18")),
        ("account-authenticity-inquiry", Some("2026-11-23")),
        ("account-suspended-authenticity", None),
        ("account-closed-authenticity", Some("2027-02-18")),
        ("account-document-request", Some("2026-12-07")),
        ("page-mismatch", Some("2026-11-27")),
        ("plan-rejected", None),
        // Two weekends and a holiday lie between.
        ("antique-permit", Some("2026-12-02")),
        ("intellectual-property", None),
        ("linked-account", Some("2027-02-18")),
        ("used-sold-as-new", Some("2026-12-07")),
        ("resolved-pledge", None),
    ] {
        let more = ["--received", "2026-11-20", "--kind", kind];
        let got = read(folder.path(), text.as_bytes(), &more);
        assert_eq!(got["deadline"].as_str(), day, "{kind}");
        let rule = got["deadline_rule"].as_str();
        assert_eq!(
            rule.is_some_and(|rule| rule.contains("not stated")),
            day.is_some(),
            "{kind}"
        );
    }
    let stated = "商品の真正性に関する苦情を受け、B0USUAL001の出品を取り消しました。7日以内に請求書をご提出ください。";
    let got = read(
        folder.path(),
        stated.as_bytes(),
        &["--received", "2026-11-20"],
    );
    assert_eq!(
        (&got["deadline"], &got["deadline_rule"]),
        (&"2026-11-27".into(), &"7日以内に".into())
    );
}

#[test]
fn hostile_mails_cost_no_more_than_is_looked_at() {
    let folder = tempfile::tempdir().unwrap();
    let head = "From: a@b.example\r\nSubject: x\r\nDate: Fri, 20 Nov 2026 10:00:00 +0900\r\nMIME-Version: 1.0\r\n";
    let parts = "--b\r\nContent-Type: text/plain\r\n\r\nhi\r\n".repeat(100_000);
    let asins: String = (0..19_000).map(|n| format!("B0{n:08}\n")).collect();
    let letters = "Content-Type: message/rfc822\r\n\r\nFrom: a@b\r\nTo: c@d\r\n".repeat(3_000);
    let mails = [
        format!("{head}Content-Type: multipart/mixed; boundary=b\r\n\r\n{parts}--b--\r\n"),
        format!("{head}\r\nwe removed the listing {}", "a".repeat(1_000_000)),
        format!(
            "{head}Content-Transfer-Encoding: quoted-printable\r\n\r\n{}",
            "=\r\n".repeat(1_000_000)
        ),
        format!("{head}\r\nASIN:\n{asins}"),
        format!("{head}{letters}"),
        format!("{head}\r\n{}", "From: x\nSent: y\n".repeat(100_000)),
    ];
    for (number, mail) in mails.iter().enumerate() {
        let got = read(folder.path(), mail.as_bytes(), &[]);
        assert!(got["kind"].is_string(), "mail {number}");
        let asins = got["asins"].as_array().unwrap().len();
        assert_eq!(asins, if number == 3 { 19_000 } else { 0 }, "mail {number}");
    }
}

const MAIL: &str = "From: a@amazon.co.jp\nSubject: x\nDate: Fri, 20 Nov 2026 10:00:00 +0900\n\n";

fn listings(folder: &Path, asin: &str, title: &str) {
    let head = "item-name\tseller-sku\tasin1\tprice\tquantity\tfulfillment-channel\tstatus\n";
    let row = format!("{title}\tA-1\t{asin}\t1000\t1\tDEFAULT\tActive\n");
    fs::create_dir_all(folder.join("in")).unwrap();
    fs::write(folder.join("in/listings.txt"), [head, &row].concat()).unwrap();
}

/// The rules that found something in the account.
fn found(folder: &Path) -> Vec<String> {
    let args = ["scan", "in", "--config", "config.toml", "--format", "json"];
    let (code, out, err) = run(folder, &args);
    assert!(matches!(code, 0 | 1 | 3), "{err}");
    let report: Value = serde_json::from_str(&out).unwrap();
    let findings = report["findings"].as_array().unwrap().iter();
    findings
        .map(|f| f["rule"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn a_pledge_on_the_list_is_found_without_the_notices() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    fs::write(at.join("config.toml"), "").unwrap();
    listings(at, "B0STORE002", "木のさじ");
    let pledge = "B0STORE002を今後出品しない旨のお約束を承りました。本件は解決済みです。";
    fs::write(at.join("p.eml"), format!("{MAIL}{pledge}\n")).unwrap();
    assert!(!found(at).contains(&"ACCT-001".to_owned()));
    let (code, out, err) = run(at, &["notice", "add", "p.eml", "--yes"]);
    assert_eq!(code, 0, "{out}{err}");
    assert!(found(at).contains(&"ACCT-001".to_owned()));
    fs::remove_file(at.join("notices.jsonl")).unwrap();
    fs::rename(at.join("pledges.csv"), at.join("in/pledges.csv")).unwrap();
    assert!(found(at).contains(&"ACCT-001".to_owned()));
}

#[test]
fn the_printed_line_puts_a_rights_holder_on_the_own_list() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    fs::write(at.join("config.toml"), "").unwrap();
    listings(at, "B0STORE009", "Example Otter 木のさじ");
    let claim = "We received a complaint from Example Otter Inc. that your listing B0STORE003 infringes their trademark. We removed the listing.";
    fs::write(at.join("c.eml"), format!("{MAIL}{claim}\n")).unwrap();
    let (code, out, err) = run(at, &["notice", "add", "c.eml", "--lang", "en"]);
    assert_eq!(code, 0, "{err}");
    let line = out
        .lines()
        .find(|line| line.trim().starts_with("kenpin rules add-brand"));
    let line = line.unwrap_or_else(|| panic!("{out}")).trim();
    let (_, rest) = line.split_once('"').unwrap();
    let (name, rest) = rest.split_once('"').unwrap();
    let mut args = vec!["rules", "add-brand", name];
    args.extend(rest.split_whitespace());
    let (code, out, err) = run(at, &args);
    assert_eq!(code, 0, "{line}: {out}{err}");
    let list = fs::read_to_string(at.join("own-list.csv")).unwrap();
    assert!(
        list.contains("Example Otter") && list.contains("trademark"),
        "{list}"
    );
    assert!(found(at).iter().any(|rule| rule.starts_with("IP-")));
}

#[test]
fn a_name_that_a_shell_would_run_is_never_printed_as_a_command() {
    let folder = tempfile::tempdir().unwrap();
    let claim = "権利者: A$(reboot)`x` 株式会社\n商標権侵害の申し立てを受け、B0STORE003の出品を取り消しました。";
    fs::write(folder.path().join("c.eml"), format!("{MAIL}{claim}\n")).unwrap();
    let (code, out, _) = run(folder.path(), &["notice", "add", "c.eml", "--lang", "en"]);
    assert_eq!(code, 0);
    assert!(!out.contains("kenpin rules add-brand \""), "{out}");
}
