//! Reports that people look at: the page, the workbook, and a saved report written again.

use crate::scan_run::Desk;
use crate::write_messages::page_words;
use base64::Engine as _;
#[cfg(feature = "xlsx")]
use calamine::{Data, Reader, Xlsx};
use kenpin::model::Report;
use sha2::{Digest, Sha256};
#[cfg(feature = "xlsx")]
use std::io::Cursor;

/// A title that a page, a workbook and a summary each could choke on.
const HOSTILE: &str =
    "=HYPERLINK(\"http://x\")</script><script>x()</script><!-- [a](http://b) @all |\u{1b}[2J";

/// Every format that a saved report can be written in again.
const FORMATS: &[&str] = &[
    "txt",
    "json",
    "csv",
    "jsonl",
    "md",
    "html",
    #[cfg(feature = "xlsx")]
    "xlsx",
    "ics",
];

/// The demo's report, with hostile text in a finding and in the head.
fn desk() -> Desk {
    let desk = Desk::new();
    let ran = desk.run(&["scan", "--demo", "--format", "json"]);
    let mut report = ran.report();
    report.findings[0].title = HOSTILE.to_owned();
    report.head.run.store = Some(HOSTILE.to_owned());
    report.head.files[0].path = HOSTILE.to_owned();
    desk.write("run.json", serde_json::to_vec(&report).expect("json"));
    desk
}

fn written(desk: &Desk, ending: &str, lang: &str) -> Vec<u8> {
    let file = format!("report.{ending}");
    let ran = desk.run(&[
        "report", "run.json", "--lang", lang, "--quiet", "--out", &file,
    ]);
    assert_eq!(ran.code, Some(0), "{}", ran.told());
    desk.read(&file)
}

#[test]
fn a_saved_report_is_written_again_as_the_scan_wrote_it() {
    let desk = Desk::new();
    let named = |name: &str| -> Vec<String> {
        let files = FORMATS.iter().map(|ending| format!("{name}.{ending}"));
        files.collect()
    };
    let files = named("scan");
    let mut args = vec!["scan", "--demo", "--lang", "ja", "--quiet"];
    files.iter().for_each(|file| args.extend(["--out", file]));
    let scanned = desk.run(&args);
    assert_eq!(scanned.code, Some(1), "{}", scanned.told());
    let again = named("again");
    let mut args = vec!["report", "scan.json", "--lang", "ja", "--quiet"];
    again.iter().for_each(|file| args.extend(["--out", file]));
    let ran = desk.run(&args);
    assert_eq!(ran.code, Some(0), "{}", ran.told());
    assert_eq!(ran.out(), scanned.out());
    for (first, second) in files.iter().zip(&again) {
        assert!(desk.read(first) == desk.read(second), "{second} differs");
    }
}

#[test]
fn a_file_that_is_no_report_is_told_with_its_place() {
    let desk = Desk::new();
    desk.write("no.json", "{\"schema\": 1,\n\"run\": 5}")
        .write("cut.json", "{\"schema\": 1,\n\"run\":")
        .write("text.json", "rule,severity\n")
        .write("old.json", "{\"schema\": 99}");
    for (file, said) in [
        (
            "no.json",
            "no.json, line 2, column 8: JSON, but not a report",
        ),
        ("cut.json", "cut.json, line 2: the file ends in the middle"),
        ("text.json", "text.json, line 1, column 1: this is no JSON"),
        ("old.json", "report schema 99"),
        ("gone.json", "cannot be read"),
    ] {
        let ran = desk.run(&["report", file, "--lang", "en"]);
        assert_eq!(ran.code, Some(2), "{}", ran.told());
        assert!(ran.err().contains(said), "{}", ran.told());
    }
}

#[test]
fn a_report_that_a_shell_redirected_is_read_in_its_encoding() {
    let desk = Desk::new();
    let ran = desk.run(&["scan", "--demo", "--quiet", "--format", "json"]);
    let utf_16 = ran.out();
    let utf_16 = std::iter::once(0xFEFF).chain(utf_16.encode_utf16());
    let utf_16: Vec<u8> = utf_16.flat_map(u16::to_le_bytes).collect();
    let utf_8 = ["\u{feff}".as_bytes(), &ran.stdout].concat();
    desk.write("utf-16.json", utf_16).write("utf-8.json", utf_8);
    for file in ["utf-16.json", "utf-8.json"] {
        let again = desk.run(&["report", file, "--format", "json"]);
        assert_eq!(again.code, Some(0), "{}", again.told());
        assert!(again.stdout == ran.stdout, "{file}");
    }
}

#[test]
fn units_of_a_saved_report_may_be_any_number() {
    let desk = desk();
    let mut report: Report = serde_json::from_slice(&desk.read("run.json")).expect("json");
    let expiries = &mut report.head.outlook.as_mut().expect("outlook").expiries;
    expiries[0].units = u64::MAX;
    expiries[1] = expiries[0].clone();
    desk.write("run.json", serde_json::to_vec(&report).expect("json"));
    for ending in FORMATS {
        assert!(!written(&desk, ending, "en").is_empty(), "{ending}");
    }
}

#[test]
fn a_report_larger_than_64_bits_is_read_again() {
    let desk = desk();
    let text = String::from_utf8(desk.read("run.json")).expect("text");
    let mut report: Report = serde_json::from_str(&text).expect("a report");
    let drill = report.head.drill.as_mut().expect("a drill");
    drill.chance.all = u128::from(u64::MAX) + 1;
    let text = serde_json::to_string(&report).expect("json");
    assert_eq!(serde_json::from_str::<Report>(&text).expect("read"), report);
}

/// The text between the first `from` and the next `to`.
fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    let (_, rest) = text.split_once(from).unwrap_or_else(|| panic!("no {from}"));
    rest.split_once(to).unwrap_or_else(|| panic!("no {to}")).0
}

#[test]
fn the_page_lets_only_its_own_programs_run() {
    let page = String::from_utf8(written(&desk(), "html", "ja")).expect("UTF-8");
    let policy = between(&page, "Content-Security-Policy\" content=\"", "\"");
    assert!(policy.starts_with("default-src 'none'; script-src 'sha256-"));
    let mut rest = page.as_str();
    let mut scripts = 0;
    while let Some((_, behind)) = rest.split_once("<script>") {
        let (script, behind) = behind.split_once("</script>").expect("an end");
        let hash = base64::engine::general_purpose::STANDARD.encode(Sha256::digest(script));
        assert!(policy.contains(&hash), "a program that the policy forbids");
        scripts += 1;
        rest = behind;
    }
    assert_eq!(policy.matches("sha256-").count(), scripts);
    for word in [
        "src=\"",
        "href=\"http",
        "@import",
        "url(http",
        "sourceMappingURL",
    ] {
        let head = page.split("<script type=\"application/json\"").next();
        assert!(!head.expect("a head").contains(word), "{word}");
    }
    let data = between(&page, "id=\"data\">", "</script>");
    assert!(!data.contains('<'));
    let data: serde_json::Value = serde_json::from_str(data).expect("JSON");
    assert_eq!(data["findings"][0]["t"], HOSTILE);
    assert_eq!(data["head"]["run"]["store"], HOSTILE);
}

#[test]
fn the_words_of_the_page_are_those_that_its_program_asks_for() {
    let page = String::from_utf8(written(&desk(), "html", "en")).expect("UTF-8");
    let data = between(&page, "id=\"data\">", "</script>");
    let data: serde_json::Value = serde_json::from_str(data).expect("JSON");
    let given = data["head"]["words"].as_object().expect("words");
    for name in page_words() {
        assert!(given.contains_key(&name), "page-{name} is asked for");
    }
    for (name, text) in given {
        for lang in ["ja", "en"] {
            let text = text[lang].as_str().expect("text");
            assert!(
                !text.is_empty() && !text.contains("<page-"),
                "{name}: {text}"
            );
        }
    }
}

#[test]
fn a_fact_that_another_version_states_is_shown_as_it_is() {
    let desk = desk();
    let text = String::from_utf8(desk.read("run.json")).expect("UTF-8");
    let mut report: Report = serde_json::from_str(&text).expect("a report");
    let fact = &mut report.findings[0].evidence[0];
    fact.key = "from-tomorrow".into();
    fact.values = [("units".into(), 1234_u64.into())].into();
    desk.write("run.json", serde_json::to_vec(&report).expect("json"));
    let text = String::from_utf8(written(&desk, "txt", "en")).expect("UTF-8");
    assert!(text.contains("from-tomorrow: units 1,234"), "{text}");
}

#[cfg(feature = "xlsx")]
#[test]
fn the_workbook_holds_text_as_text_and_numbers_as_numbers() {
    let desk = desk();
    let bytes = written(&desk, "xlsx", "ja");
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let names = book.sheet_names();
    assert_eq!(
        names,
        [
            "概要",
            "やること",
            "指摘",
            "証明書類の台帳",
            "仕入先への依頼",
            "判定できなかったこと",
            "出典"
        ]
    );
    for name in &names {
        let formulas = book.worksheet_formula(name).expect("formulas");
        assert!(
            formulas.used_cells().next().is_none(),
            "{name} has formulas"
        );
    }
    let findings = book.worksheet_range("指摘").expect("the sheet");
    let first = findings.rows().nth(1).expect("a finding");
    let shown = HOSTILE.replace('\u{1b}', "\\u{1b}");
    assert!(first.contains(&Data::String(shown)), "{first:?}");
    assert!(first.iter().any(|cell| matches!(cell, Data::Float(_))));
    let report: Report = serde_json::from_slice(&desk.read("run.json")).expect("a report");
    let all = report.findings.len() + report.suppressed.len();
    assert_eq!(findings.height(), all + 1, "one row each, set aside or not");
    let to_do = book.worksheet_range("やること").expect("the sheet");
    assert_eq!(to_do.get((1, 0)), Some(&Data::String("☐".into())));
}

#[cfg(feature = "xlsx")]
#[test]
fn the_ledger_of_the_workbook_tells_every_unit_in_stock() {
    let desk = desk();
    let report: Report = serde_json::from_slice(&desk.read("run.json")).expect("a report");
    let outlook = report
        .head
        .outlook
        .expect("the demo tells stock and papers");
    assert!(!outlook.lots_cut);
    let held: u64 = outlook.lots.iter().map(|lot| lot.units).sum();
    assert_eq!(held, outlook.held);
    let counting = outlook.lots.iter().filter(|lot| lot.falls_out.is_some());
    let covered = counting.filter(|lot| lot.days_left >= Some(0));
    assert_eq!(covered.map(|lot| lot.units).sum::<u64>(), outlook.covered);

    let mut book: Xlsx<_> =
        Xlsx::new(Cursor::new(written(&desk, "xlsx", "en"))).expect("a workbook");
    let sheet = book.worksheet_range("Proof ledger").expect("the sheet");
    assert_eq!(sheet.height(), outlook.lots.len() + 1);
    let number = |cell: &Data| match cell {
        Data::Float(n) => *n,
        other => panic!("{other:?} is no number"),
    };
    let units: f64 = sheet.rows().skip(1).map(|row| number(&row[3])).sum();
    assert_eq!(units, held as f64);
    let days = sheet.rows().skip(1).map(|row| &row[10]);
    let dated = days.filter(|day| matches!(day, Data::DateTime(_))).count();
    let fall_out = outlook.lots.iter().filter(|lot| lot.falls_out.is_some());
    assert_eq!(dated, fall_out.count());
}

#[test]
fn the_summary_in_markdown_formats_nothing_of_the_input() {
    let text = String::from_utf8(written(&desk(), "md", "en")).expect("UTF-8");
    assert!(text.contains("&lt;/script\\>"), "{text}");
    for word in ["<script", "](http", " @all", "\u{1b}"] {
        assert!(!text.contains(word), "{word}");
    }
}

#[test]
fn json_lines_are_one_finding_each() {
    let desk = desk();
    let text = String::from_utf8(written(&desk, "jsonl", "en")).expect("UTF-8");
    let report: Report = serde_json::from_slice(&desk.read("run.json")).expect("a report");
    assert_eq!(
        text.lines().count(),
        report.findings.len() + report.suppressed.len()
    );
    for line in text.lines() {
        let value: serde_json::Value = serde_json::from_str(line).expect("JSON");
        assert!(
            value["rule"].is_string() && value["fix"].is_string(),
            "{line}"
        );
        let said = value["said"].as_array().expect("sentences");
        assert_eq!(
            said.len(),
            value["evidence"].as_array().expect("facts").len()
        );
    }
}
