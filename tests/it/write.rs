//! Reports as a reader of each format meets them, with text that tries to do harm.

use crate::write_sample::{HOSTILE, findings, head, report, words};
use kenpin::model::{Finding, Findings, Head, Lang, Report, Say};
use kenpin::write::{self, Format, Style, escape, width};
use std::path::Path;

fn table(head: &Head, list: &dyn Findings, style: Style) -> String {
    let mut out = Vec::new();
    write::terminal(&mut out, head, list, &Vec::new(), &words(), &style).expect("written");
    String::from_utf8(out).expect("text")
}

fn shown(lang: Lang, width: usize, color: bool, all: bool) -> String {
    table(
        &head(),
        &findings(),
        Style {
            lang,
            width,
            color,
            all,
        },
    )
}

fn json() -> String {
    let report = report();
    let mut out = Vec::new();
    write::json(&mut out, &report.head, &report.findings, &report.suppressed).expect("written");
    String::from_utf8(out).expect("text")
}

fn csv(lang: Lang, head: &Head, list: &dyn Findings) -> Vec<u8> {
    let mut out = Vec::new();
    write::csv(&mut out, head, list, &Vec::new(), &words(), lang).expect("written");
    out
}

fn cells(bytes: &[u8]) -> Vec<Vec<String>> {
    let bytes = bytes
        .strip_prefix("\u{feff}".as_bytes())
        .expect("a byte order mark");
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(bytes);
    let rows = reader.records().map(|row| row.expect("a row"));
    rows.map(|row| row.iter().map(str::to_owned).collect())
        .collect()
}

/// Prints the report for a look: `cargo test --test it look -- --ignored --nocapture`.
#[test]
#[ignore = "for the eye"]
fn look() {
    for lang in [Lang::Ja, Lang::En] {
        for width in [60, 80, 120] {
            println!(
                "{}\n{}",
                "=".repeat(width),
                shown(lang, width, false, false)
            );
        }
    }
}

#[test]
fn a_table_keeps_its_width_and_nothing_in_it_acts() {
    for lang in [Lang::Ja, Lang::En] {
        for wide in [10, 40, 41, 60, 80, 120, 200, 900] {
            let text = shown(lang, wide, false, true);
            for line in text.lines() {
                assert!(!line.chars().any(escape::acts), "{line:?}");
                // An address is never broken.
                let room = wide.clamp(40, 200);
                assert!(
                    width::cells(line) <= room || line.trim_start().starts_with("https://"),
                    "{wide}: {line}"
                );
            }
        }
    }
}

#[test]
fn colours_come_only_when_asked_for_and_change_no_text() {
    let plain = shown(Lang::Ja, 80, false, true);
    let coloured = shown(Lang::Ja, 80, true, true);
    assert!(
        coloured.contains("\u{1b}[1m\u{1b}[31m[緊急]\u{1b}[0m"),
        "{coloured}"
    );
    assert_eq!(anstream::adapter::strip_str(&coloured).to_string(), plain);
    assert!(!plain.contains('\u{1b}'));
}

#[test]
fn a_table_begins_with_the_summary_and_never_promises() {
    let text = shown(Lang::Ja, 100, false, false);
    let order = [
        "出荷停止    1件",
        "うち85件には",
        "¥1,332,567",
        "先に見てほしい6件",
        "判定できなかったこと",
        "kenpin init で作った仕入先の表",
        "ルールごとの結果",
        "全注文レポート：3,000行",
        "読み込まなかったファイル 1件",
        "502件",
        "14行",
        "指摘の内容",
        "[仕入れ/2026年.csv:12]",
        "対応",
        "等級 A",
    ];
    let mut from = 0;
    for part in order {
        let at = text[from..].find(part);
        from += at.unwrap_or_else(|| panic!("{part} in its place\n{text}"));
    }
    for text in [text, shown(Lang::En, 80, false, true)] {
        assert!(
            !text.contains("安全") && !text.to_lowercase().contains("safe"),
            "{text}"
        );
    }
}

#[test]
fn what_was_not_evaluated_is_a_dash_and_clean_is_zero() {
    let mut head = head();
    head.coverage[2].risk = 0;
    let text = table(
        &head,
        &findings(),
        Style {
            lang: Lang::En,
            width: 80,
            color: false,
            all: false,
        },
    );
    let row = |id: &str| {
        let line = text
            .lines()
            .find(|l| l.trim_start().starts_with(id))
            .expect("the rule's line");
        line.split_whitespace()
            .rev()
            .take(3)
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert_eq!(row("ACCT-001  "), ["280", "-", "-"]);
    assert_eq!(row("IP-001  "), ["0", "0", "280"]);
}

#[test]
fn only_the_worst_are_shown_unless_all_are_asked_for() {
    let mut head = head();
    let list: Vec<Finding> = (0..45)
        .flat_map(|_| findings().into_iter().take(1))
        .collect();
    head.summary.findings = [(kenpin::model::Severity::Critical, 45)].into();
    let style = Style {
        lang: Lang::En,
        width: 80,
        color: false,
        all: false,
    };
    let text = table(&head, &list, style);
    assert_eq!(text.matches("to do ").count(), 30);
    assert!(text.contains("15 more findings: see all with -v"), "{text}");
    let text = table(&head, &list, Style { all: true, ..style });
    assert_eq!(text.matches("to do ").count(), 45);
    assert!(!text.contains("more findings"));
}

#[test]
fn a_table_of_nothing_is_said_so() {
    let mut head = head();
    head.summary = kenpin::model::Summary::default();
    head.coverage.clear();
    head.files.clear();
    let style = Style {
        lang: Lang::En,
        width: 80,
        color: false,
        all: false,
    };
    let text = table(&head, &Vec::new(), style);
    assert!(
        text.contains("No findings in what could be judged."),
        "{text}"
    );
    assert!(text.contains("At stake if stopped: unknown"), "{text}");
}

#[test]
fn an_error_of_the_findings_or_the_pipe_comes_out() {
    struct Broken;
    impl Findings for Broken {
        fn each(&self, _: &mut dyn FnMut(Finding) -> std::io::Result<()>) -> std::io::Result<()> {
            Err(std::io::Error::other("broken"))
        }

        fn write(&self, _: &mut dyn std::io::Write, _: Say<'_>) -> std::io::Result<()> {
            Err(std::io::Error::other("broken"))
        }
    }
    let style = Style {
        lang: Lang::Ja,
        width: 80,
        color: false,
        all: false,
    };
    let mut out = Vec::new();
    assert!(write::terminal(&mut out, &head(), &Broken, &Broken, &words(), &style).is_err());
    assert!(write::json(&mut out, &head(), &Broken, &Broken).is_err());
    assert!(write::csv(&mut out, &head(), &Broken, &Broken, &words(), Lang::Ja).is_err());
    let mut full: &mut [u8] = &mut [0; 100];
    assert!(
        write::csv(
            &mut full,
            &head(),
            &findings(),
            &Vec::new(),
            &words(),
            Lang::Ja
        )
        .is_err()
    );
}

#[test]
fn json_is_the_report_itself_one_finding_a_line() {
    let text = json();
    let read: Report = serde_json::from_str(&text).expect("a report");
    assert_eq!(read, report());
    // Not only the same values: the same text as serde writes, but for escapes and line ends.
    let quiet = |text: &str| text.replace(['\n'], "").replace("\\u007f", "\u{7f}");
    let plain = serde_json::to_string(&report()).expect("json");
    let plain: String = plain
        .chars()
        .map(|c| match c {
            c if escape::acts(c) => format!("\\u{:04x}", u32::from(c)),
            c => c.to_string(),
        })
        .collect();
    assert_eq!(quiet(&text), plain);
    let lines: Vec<&str> = text
        .lines()
        .filter(|l| l.starts_with("{\"rule\":\""))
        .collect();
    assert_eq!(lines.len(), 6 + 1);
    assert!(!text.chars().any(|c| c != '\n' && escape::acts(c)));
}

#[test]
fn the_schema_in_the_repository_is_the_types_and_accepts_a_report() {
    let schema = serde_json::to_value(schemars::schema_for!(Report)).expect("a schema");
    let text = serde_json::to_string_pretty(&schema).expect("json") + "\n";
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/report.schema.json");
    if std::env::var_os("KENPIN_BLESS").is_some() {
        std::fs::write(&path, &text).expect("written");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == text,
        "data/report.schema.json is old: run the test with KENPIN_BLESS=1"
    );
    let checker = jsonschema::validator_for(&schema).expect("a valid schema");
    let mut value: serde_json::Value = serde_json::from_str(&json()).expect("json");
    let errors: Vec<String> = checker.iter_errors(&value).map(|e| e.to_string()).collect();
    assert!(errors.is_empty(), "{errors:?}");
    value["findings"][0]["severity"] = "deadly".into();
    assert!(!checker.is_valid(&value));
}

#[test]
fn csv_opens_in_a_spreadsheet_and_nothing_in_it_runs() {
    let bytes = csv(Lang::Ja, &head(), &findings());
    assert!(bytes.ends_with(b"\r\n"));
    let rows = cells(&bytes);
    assert_eq!(rows.len(), 7);
    assert_eq!(
        bytes.iter().filter(|b| **b == b'\n').count(),
        7,
        "a finding is a line"
    );
    assert_eq!(
        &rows[0][..6],
        ["ルール", "重大度", "判断", "分野", "対象", "SKU"]
    );
    for cell in rows.iter().flatten() {
        assert!(
            !escape::is_formula(cell) || cell.starts_with('\''),
            "{cell}"
        );
        assert!(!cell.chars().any(escape::acts), "{cell}");
    }
    let column = |name: &str| rows[0].iter().position(|c| c == name).expect("the column");
    assert_eq!(rows[1][column("SKU")], "'4901234567894");
    assert_eq!(rows[3][column("SKU")], "'-1+1");
    assert_eq!(rows[5][column("SKU")], "'0012");
    assert_eq!(rows[2][column("ASIN")], "B0TEST0002");
    assert_eq!(rows[6][column("仕入先")], "'@山田\\u{202e}商店");
    assert_eq!(rows[1][column("影響額（円）")], "1234567");
    assert_eq!(rows[4][column("影響額（円）")], "");
    assert!(rows[1][column("商品名")].starts_with("'=HYPERLINK(\"http://x\",\"y\")<script>"));
    assert_eq!(rows[1][column("最初の場所")], "仕入れ/2026年.csv:12");
    assert_eq!(rows[5][column("間接的な手がかり")], "はい");
    assert_eq!(rows[5][column("出典の等級")], "A / C");
    assert_eq!(rows[5][column("出典の日付")], "2026-05-01 / 日付なし");
    assert_eq!(
        cells(&csv(Lang::En, &head(), &findings()))[1][1],
        "critical"
    );
}

#[test]
fn csv_survives_huge_cells_and_unknown_rules() {
    let mut list = findings();
    list[0].title = "検".repeat(100_000);
    list[1].rule = "NEW-001".into();
    list[2].title = format!("{}\"", "a\"".repeat(40_000));
    let rows = cells(&csv(Lang::En, &head(), &list));
    assert!(
        rows.iter()
            .flatten()
            .all(|cell| cell.chars().count() < 32_767)
    );
    assert!(rows.iter().all(|row| row.len() == rows[0].len()));
    assert!(rows[1].iter().any(|cell| cell.ends_with('…')));
}

#[test]
fn hostile_text_does_no_harm_in_any_format() {
    let shown = [
        shown(Lang::Ja, 200, false, true),
        json(),
        String::from_utf8(csv(Lang::Ja, &head(), &findings()))
            .expect("text")
            .replace("\u{feff}", ""),
    ];
    for text in shown {
        assert!(text.contains("HYPERLINK"));
        assert!(!text.chars().any(|c| escape::acts(c) && !"\r\n".contains(c)));
    }
    assert!(escape::is_formula(HOSTILE));
}

#[test]
fn a_format_is_known_by_extension_and_name() {
    assert_eq!(Format::of_path(Path::new("a/b.JSON")), Ok(Format::Json));
    assert_eq!(Format::of_path(Path::new("報告.csv")), Ok(Format::Csv));
    assert_eq!(Format::of_path(Path::new("r.txt")), Ok(Format::Table));
    assert_eq!(Format::of_name("table"), Ok(Format::Table));
    let unknown = Format::of_path(Path::new("r.xls")).expect_err("unknown");
    assert_eq!(
        unknown.to_string(),
        "unknown format `xls` (known: .txt, .json, .csv)"
    );
    assert!(Format::of_path(Path::new("report")).is_err());
}
