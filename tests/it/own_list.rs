//! The seller's own list: added to, matched like the shipped ones, never lost; opt-in; advisories.

use crate::run::run;
use crate::scan_run::Desk;
use kenpin::cmd::load;
use kenpin::lists::{ListFile, Lists};
use kenpin::model::{Day, Finding, Severity};
use kenpin::names::{Look, Scratch};
use std::fs;

const LISTINGS: &str = "item-name\tseller-sku\tasin1\tprice\tquantity\titem-condition\tfulfillment-channel\tstatus\n\
    くじら工房 木皿 18cm\tK-1\tB0TEST0001\t2000\t3\t11\tDEFAULT\tActive\n\
    木のおさじ\tK-2\tB0TEST0002\t900\t3\t11\tDEFAULT\tActive\n";

fn rules_of<'f>(findings: &'f [Finding], rule: &str) -> Vec<&'f Finding> {
    findings.iter().filter(|f| f.rule == rule).collect()
}

#[test]
fn a_name_that_was_added_is_found_by_the_next_scan() {
    let desk = Desk::new();
    desk.write("input/listings.txt", LISTINGS.as_bytes());
    let at = desk.path("input");
    let add = [
        "rules",
        "add-brand",
        "くじら工房",
        "--alias",
        "KUJIRA",
        "--asin",
        "b0test0002",
    ];
    let more = [
        "--claim",
        "trademark",
        "--date",
        "2026-10-02",
        "--note",
        "警告, 1通",
    ];
    let arguments = [&add[..], &more[..]].concat();
    let (code, out, err) = run(&at, &[&arguments[..], &["--dry-run"]].concat());
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(
        out.contains("B0TEST0002") && !at.join("own-list.csv").exists(),
        "{out}"
    );
    assert_eq!(run(&at, &arguments).0, 0);
    let written = fs::read_to_string(at.join("own-list.csv")).unwrap();
    assert_eq!(
        written,
        "\u{feff}name,aliases,asins,kind,claim,date,note\r\n\
         くじら工房,KUJIRA,B0TEST0002,,trademark,2026-10-02,\"警告, 1通\"\r\n"
    );
    let report = desk.scan(&[]);
    assert_eq!(rules_of(&report.findings, "IP-002").len(), 1);
    assert_eq!(rules_of(&report.findings, "IP-005").len(), 1);
}

#[test]
fn nothing_is_added_twice_and_nothing_wrong_is_added() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    assert_eq!(
        run(
            at,
            &["rules", "add-brand", "くじら工房", "--alias", "KUJIRA"]
        )
        .0,
        0
    );
    let before = fs::read(at.join("own-list.csv")).unwrap();
    for (arguments, said) in [
        (&["ｋｕｊｉｒａ"][..], "has it already: くじら工房"),
        (&["x", "--kind", "evil"], "it can hold: listing-restricted"),
        (&["x", "--claim", "theft"], "it can hold: trademark"),
        (&["x", "--asin", "B0"], "`B0`"),
        (&[""], "the column `name` is empty"),
    ] {
        let arguments = [&["rules", "add-brand"], arguments, &["--lang", "en"]].concat();
        let (code, out, err) = run(at, &arguments);
        assert_eq!((code, out.as_str()), (2, ""), "{arguments:?}");
        assert!(err.contains(said), "{arguments:?}: {err}");
    }
    assert_eq!(fs::read(at.join("own-list.csv")).unwrap(), before);
    // The same name may be known for something else.
    let other = [
        "rules",
        "add-brand",
        "くじら工房",
        "--kind",
        "authorised-only",
    ];
    assert_eq!(run(at, &other).0, 0);
}

#[test]
fn a_list_that_excel_saved_is_read_and_kept() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let text = "name,aliases,asins,kind,claim,date,note\r\nくじら工房,,,,,,髙い皿";
    let (cp932, _, _) = encoding_rs::SHIFT_JIS.encode(text);
    fs::write(at.join("own-list.csv"), cp932).unwrap();
    let (code, out, _) = run(at, &["inspect", "--json", "--title", "くじら工房 皿"]);
    assert_eq!(code, 0);
    assert!(out.contains(r#""name":"くじら工房""#), "{out}");
    assert_eq!(run(at, &["rules", "add-brand", "いるか工房"]).0, 0);
    let written = fs::read_to_string(at.join("own-list.csv")).unwrap();
    assert!(
        written.contains("くじら工房") && written.contains("髙い皿"),
        "{written}"
    );
    assert!(written.ends_with("\r\nいるか工房,,,,,,\r\n"), "{written}");
}

#[test]
fn a_broken_own_list_is_refused_at_its_line() {
    let desk = Desk::new();
    desk.write("input/listings.txt", LISTINGS.as_bytes());
    let list = "name,aliases,asins,kind,claim,date,note\nくじら工房,,,,,2026-13-01,\n";
    desk.write("input/own-list.csv", list.as_bytes());
    let ran = desk
        .kenpin()
        .args(["scan", "input", "--lang", "en"])
        .output()
        .unwrap();
    assert_eq!(ran.status.code(), Some(2));
    let err = String::from_utf8(ran.stderr).unwrap();
    assert!(
        err.contains("own-list.csv:2") && err.contains("2026-13-01"),
        "{err}"
    );
}

#[test]
fn entries_of_one_source_count_only_when_they_are_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let listings = LISTINGS.replace("くじら工房 木皿", "NIKE ソックス");
    fs::write(at.join("l.txt"), listings).unwrap();
    let scan = [
        "scan",
        ".",
        "--today",
        "2026-11-21",
        "--format",
        "json",
        "-q",
    ];
    let count = |out: &str| out.matches(r#""rule":"IP-002","severity""#).count();
    let (_, out, _) = run(at, &scan);
    assert_eq!(count(&out), 0);
    fs::write(at.join("config.toml"), "[rules]\nopt_in = [\"ナイキ\"]\n").unwrap();
    let (_, out, _) = run(at, &scan);
    assert_eq!(count(&out), 1, "{out}");
    fs::write(at.join("config.toml"), "[rules]\nopt_in = [\"ナイキイ\"]\n").unwrap();
    let (code, _, err) = run(at, &[&scan[..], &["--lang", "en"]].concat());
    assert_eq!(code, 2);
    assert!(
        err.contains("config.toml:2") && err.contains("ナイキイ"),
        "{err}"
    );
}

#[test]
fn a_later_pack_overrides_the_same_name_and_kind() {
    let head = "name,aliases,kinds,use,source,url,source_date,grade\n";
    let file = |shown: &str, rows: &str| ListFile {
        path: "brands.csv".into(),
        shown: shown.into(),
        text: format!("{head}{rows}"),
    };
    let shipped = "NIKE,ナイキ,ip-complainer;counterfeit-prone,warn,s,,,B\nNIKE,,listing-restricted,warn,t,,,B\n";
    let own = "ＮＩＫＥ,,ip-complainer,off,settled,,,B\n";
    let lists = Lists::parse(&[file("shipped", shipped), file("own", own)]).unwrap();
    let look = Look {
        title: "",
        brand_field: Some("nike"),
    };
    let mut hits = Vec::new();
    lists.brands_in(&look, &mut Scratch::default(), &mut hits);
    let kinds: Vec<String> = hits
        .iter()
        .flat_map(|hit| lists.reported(hit))
        .map(|(_, brand)| format!("{} {}", brand.kinds.join("+"), brand.usage))
        .collect();
    assert_eq!(
        kinds,
        [
            "counterfeit-prone warn",
            "listing-restricted warn",
            "ip-complainer off"
        ]
    );
}

#[test]
fn an_advisory_weighs_from_its_first_day_to_its_last() {
    let desk = Desk::new();
    let listings = LISTINGS.replace("木のおさじ", "木のラトル 6ヶ月から");
    desk.write("input/listings.txt", listings.as_bytes());
    let pack = load::pack(&[]).unwrap();
    let advisory = pack
        .advisories
        .iter()
        .find(|a| a.rule == "LAW-008")
        .unwrap();
    let step = |day: Day, by: i64| {
        let span = jiff::Span::new().days(by);
        day.checked_add(span).unwrap().to_string()
    };
    for (day, severity, advised) in [
        (step(advisory.from, -1), Severity::Medium, false),
        (step(advisory.from, 0), Severity::High, true),
        (step(advisory.until, 0), Severity::High, true),
        (step(advisory.until, 1), Severity::Medium, false),
    ] {
        let args = ["scan", "input", "--today", day.as_str(), "--format", "json"];
        let output = desk.kenpin().args(args).output().unwrap();
        let report = crate::scan_run::report(&output.stdout).unwrap();
        let found = rules_of(&report.findings, "LAW-008");
        assert_eq!(found.len(), 1, "{day}");
        assert_eq!(found[0].severity, severity, "{day}");
        let told = found[0].evidence.iter().any(|e| e.key == "advisory");
        assert_eq!(told, advised, "{day}");
    }
    // What the seller set goes before it.
    desk.write(
        "input/config.toml",
        b"[rules.severity]\nLAW-008 = \"info\"\n",
    );
    let args = ["scan", "input", "--today", "2026-11-21", "--format", "json"];
    let output = desk.kenpin().args(args).output().unwrap();
    let report = crate::scan_run::report(&output.stdout).unwrap();
    assert_eq!(
        rules_of(&report.findings, "LAW-008")[0].severity,
        Severity::Info
    );
}

#[test]
fn an_advisory_that_cannot_be_is_refused_at_its_line() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let head = "rule,from,until,severity,text_ja,text_en,source,url,source_date,grade\n";
    let row = |rule: &str, from: &str, until: &str, severity: &str| {
        format!("{rule},{from},{until},{severity},波,a wave,自社,,,C\n")
    };
    for (row, said) in [
        (
            row("LAW-999", "2026-01-01", "2026-02-01", "high"),
            "no rule LAW-999",
        ),
        (
            row("LAW-008", "2026-02-01", "2026-01-01", "high"),
            "`until`",
        ),
        (row("LAW-008", "2026-02-30", "2026-03-01", "high"), "`from`"),
        (
            row("LAW-008", "2026-01-01", "2026-02-01", "worse"),
            "`severity`",
        ),
    ] {
        fs::write(at.join("advisories.csv"), format!("{head}{row}")).unwrap();
        let (code, out, err) = run(at, &["rules", "lint", ".", "--lang", "en"]);
        assert_eq!((code, out.as_str()), (2, ""), "{row}");
        assert!(
            err.contains(said) && err.contains("advisories.csv:2"),
            "{row}: {err}"
        );
    }
    let good = row("IP-001", "2026-01-01", "2026-01-01", "critical");
    fs::write(at.join("advisories.csv"), format!("{head}{good}")).unwrap();
    let (code, _, err) = run(at, &["rules", "lint", ".", "--lang", "en"]);
    assert_eq!((code, err.as_str()), (0, ""));
}
