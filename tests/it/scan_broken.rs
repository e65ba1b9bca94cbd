//! Files that are broken or are not what they seem: the rest is scanned, and nothing hangs.

use crate::hostile::{PATIENCE, inert};
use crate::scan_run::{Desk, Ran, TODAY};
use std::io::Write as _;
use std::time::Duration;

/// A listing that is found whatever lies beside it.
const GOOD: &str = "item-name\tseller-sku\tasin1\titem-condition\tfulfillment-channel\tstatus\n\
    マグ 国内正規品 並行輸入品\tKM-001\tB0CASE0001\t11\tAMAZON_JP\tActive\n";

pub fn beside() -> Desk {
    let desk = Desk::new();
    desk.write("input/listings.txt", GOOD);
    desk
}

pub fn scan(desk: &Desk) -> Ran {
    let ran = desk.run(&["scan", "input", "--today", TODAY, "--format", "json"]);
    ran.sane();
    assert!(ran.took < PATIENCE, "{:?}", ran.told());
    inert(&ran.err());
    ran
}

/// The good listing is judged, and of the file beside it the report says something.
#[track_caller]
fn goes_on(desk: &Desk, name: &str) -> kenpin::model::Report {
    let ran = scan(desk);
    assert_eq!(ran.code, Some(0), "{}", ran.told());
    let report = ran.report();
    let found = report.findings.iter().any(|f| f.rule == "MIX-005");
    assert!(found, "{}", ran.told());
    let told = report.head.files.iter().any(|f| f.path.contains(name))
        || report.head.issues.iter().any(|i| i.at.file.contains(name));
    assert!(told, "nothing is said of {name}: {}", ran.told());
    report
}

/// The scan ends with 2, names the file and prints no report.
#[track_caller]
fn stops_at(desk: &Desk, name: &str) {
    let ran = scan(desk);
    assert_eq!(ran.code, Some(2), "{}", ran.told());
    assert!(ran.err().contains(name), "{}", ran.told());
    assert!(ran.stdout.is_empty(), "{}", ran.told());
}

fn gzip(bytes: &[u8], times: usize) -> Vec<u8> {
    let mut out = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    for _ in 0..times {
        out.write_all(bytes).unwrap();
    }
    out.finish().unwrap()
}

#[test]
fn broken_files_are_left_and_said() {
    for (name, content) in [
        ("empty.csv", Vec::new()),
        ("nuls.csv", vec![0; 4096]),
        ("blank.txt", b"\n\n \r\n\t\t\n".to_vec()),
        (
            "zip-renamed.xlsx",
            b"PK\x03\x04 this is no workbook".to_vec(),
        ),
        ("picture.csv", b"\x89PNG\r\n\x1a\n0000".to_vec()),
        ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec()),
        ("program.txt", b"MZ\x90\0\x03\0\0\0\xff\xff".to_vec()),
        ("half.csv", b"\"\"\"".to_vec()),
        ("bytes.csv", (0..=255).cycle().take(5_000).collect()),
    ] {
        let desk = beside();
        desk.write(&format!("input/{name}"), content);
        let ran = scan(&desk);
        // A workbook that is none cannot be read at all, which is said; the rest is left.
        if ran.code == Some(2) {
            assert!(ran.err().contains(name), "{name}: {}", ran.told());
        } else {
            goes_on(&desk, name);
        }
    }
}

#[test]
fn ten_thousand_columns_are_no_burden() {
    let desk = beside();
    let wide = |cell: &str| vec![cell; 10_000].join(",") + "\n";
    desk.write("input/wide.csv", wide("SKU") + &wide("x").repeat(50));
    goes_on(&desk, "wide.csv");
    let desk = beside();
    let head = "item-name\tseller-sku\tasin1\n";
    let row = format!("マグ\tKM-9\tB0CASE0009{}\n", "\tx".repeat(10_000));
    desk.write("input/wide-row.txt", format!("{head}{row}"));
    let report = goes_on(&desk, "wide-row.txt");
    let mut told = report.head.issues.iter();
    assert!(told.any(|i| i.key == "row-too-many-cells"));
}

#[test]
fn a_line_without_end_is_cut() {
    let desk = beside();
    let text = "仕入日,SKU,数量\n".to_owned() + &"あ,".repeat(2_000_000);
    desk.write("input/line.csv", text);
    goes_on(&desk, "line.csv");
}

#[test]
fn an_open_quote_does_not_swallow_memory_or_time() {
    let desk = beside();
    let row = "2026/05/01,みほん卸,KM-001,3\n";
    let mut text = String::from("仕入日,仕入先,SKU,数量\n");
    text.push_str(&row.repeat(10));
    text.push_str("2026/05/01,\"みほん卸,KM-001,3\n");
    while text.len() < 20_000_000 {
        text.push_str(row);
    }
    desk.write("input/quote.csv", text);
    let report = goes_on(&desk, "quote.csv");
    let issues = report.head.issues.iter();
    let told = issues.filter(|i| i.at.file.contains("quote.csv")).count();
    assert!(told > 0, "half of the file is gone and nothing is said");
}

#[test]
fn a_bomb_does_not_go_off() {
    let desk = beside();
    desk.write("input/bomb.csv.gz", gzip(&[0; 1 << 16], 1_200));
    let ran = scan(&desk);
    if ran.code != Some(2) {
        goes_on(&desk, "bomb.csv.gz");
    }
    let desk = beside();
    let rows = "2026/05/01,KM-001,3\n".repeat(4_000);
    let text = format!("仕入日,SKU,数量\n{rows}");
    desk.write("input/fine.csv.gz", gzip(text.as_bytes(), 1));
    let report = goes_on(&desk, "fine.csv.gz");
    let file = report.head.files.iter().find(|f| f.path.ends_with("gz"));
    assert_eq!(file.unwrap().rows, 4_000);
    let desk = beside();
    let cut = gzip(text.as_bytes(), 1);
    desk.write("input/cut.csv.gz", &cut[..cut.len() / 2]);
    stops_at(&desk, "cut.csv.gz");
}

#[test]
fn utf16_exports_are_read() {
    for big in [false, true] {
        let mut bytes = if big {
            vec![0xfe, 0xff]
        } else {
            vec![0xff, 0xfe]
        };
        let text = GOOD.replace('\n', "\r\n");
        for unit in text.encode_utf16() {
            bytes.extend(if big {
                unit.to_be_bytes()
            } else {
                unit.to_le_bytes()
            });
        }
        let desk = Desk::new();
        desk.write("input/listings.txt", &bytes);
        let report = goes_on(&desk, "listings.txt");
        assert!(report.head.files[0].encoding.starts_with("UTF-16"));
        // Cut in the middle of a character.
        bytes.pop();
        desk.write("input/listings.txt", &bytes);
        goes_on(&desk, "listings.txt");
    }
}

#[test]
fn the_content_tells_what_a_file_is_not_its_name() {
    for name in ["listings.csv", "listings.tsv", "listings", "listings.xlsx"] {
        let desk = Desk::new();
        desk.write(&format!("input/{name}"), GOOD);
        goes_on(&desk, name);
    }
}

#[test]
fn a_folder_named_like_a_file_is_a_folder() {
    let desk = Desk::new();
    desk.write("input/x.csv/listings.txt", GOOD);
    goes_on(&desk, "x.csv/listings.txt");
}

#[cfg(unix)]
#[test]
fn links_in_a_circle_and_endless_devices_end() {
    use std::os::unix::fs::symlink;
    let desk = beside();
    symlink("..", desk.path("input/up")).unwrap();
    symlink("loop.csv", desk.path("input/loop.csv")).unwrap();
    symlink("gone.csv", desk.path("input/dangling.csv")).unwrap();
    symlink("/dev/zero", desk.path("input/zero.csv")).unwrap();
    symlink("/dev/null", desk.path("input/null.csv")).unwrap();
    // A pipe that nobody writes to: opening it would wait for ever.
    let made = std::process::Command::new("mkfifo")
        .arg(desk.path("input/pipe.csv"))
        .status();
    assert!(made.is_ok_and(|s| s.success()));
    let start = std::time::Instant::now();
    let args = ["scan", "input", "--today", TODAY, "--format", "json"];
    let mut child = desk
        .kenpin()
        .args(args)
        // Into a file: nobody empties a pipe while this test waits.
        .stdout(std::fs::File::create(desk.path("report.json")).unwrap())
        .stderr(std::process::Stdio::null())
        .spawn()
        .unwrap();
    while child.try_wait().unwrap().is_none() {
        if start.elapsed() > PATIENCE {
            child.kill().unwrap();
            panic!("the scan hangs");
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    let status = child.wait().unwrap();
    assert_eq!(status.code(), Some(0));
    let output = std::fs::read(desk.path("report.json")).unwrap();
    let report = crate::scan_run::report(&output).unwrap();
    assert!(report.findings.iter().any(|f| f.rule == "MIX-005"));
}

#[cfg(unix)]
#[test]
fn a_name_that_is_no_text_is_shown_somehow() {
    use std::os::unix::ffi::OsStrExt as _;
    let desk = beside();
    let name = std::ffi::OsStr::from_bytes(b"input/\x8d\xdd\x8c\xc9.txt");
    let path = desk.path("").join(name);
    // Some file systems take no such name.
    if std::fs::write(&path, GOOD.replace("KM-001", "KM-002")).is_ok() {
        let report = goes_on(&desk, "\u{fffd}");
        assert_eq!(report.head.summary.skus, 2);
        let ran = desk.kenpin().arg("scan").arg(path).output().unwrap();
        assert_eq!(ran.status.code(), Some(0));
    }
}
