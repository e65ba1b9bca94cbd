//! A report is the old one or the new one, never half; and a run says why it could not write.

use crate::scan_load::account;
use crate::scan_run::{Desk, TODAY};
use std::io::Read as _;
use std::path::Path;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

const REPORTS: [&str; 2] = ["out/report.csv", "out/report.json"];

/// Moments of a kill, as parts of a thousand of the time from the first byte to the end.
const MOMENTS: &[u32] = &[0, 5, 50, 200, 400, 500, 650, 800, 900, 950, 985, 1010];

fn scan(desk: &Desk) -> Child {
    let mut command = desk.kenpin();
    command.args(["scan", "input", "--today", TODAY, "--lang", "ja", "--quiet"]);
    for report in REPORTS {
        command.args(["--out", report]);
    }
    let quiet = command.stdout(Stdio::null()).stderr(Stdio::null());
    quiet.spawn().unwrap()
}

/// Waits until a file is being written beside the reports; false when the run ended before.
fn writes(child: &mut Child, folder: &Path) -> bool {
    loop {
        let names = std::fs::read_dir(folder).unwrap();
        let mut names = names.map(|e| e.unwrap().file_name());
        if names.any(|n| n.to_string_lossy().ends_with(".tmp")) {
            return true;
        }
        if child.try_wait().unwrap().is_some() {
            return false;
        }
        std::thread::sleep(Duration::from_micros(200));
    }
}

fn clear_litter(folder: &Path) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|e| e == "tmp") {
            std::fs::remove_file(path).unwrap();
        }
    }
}

#[test]
fn killed_while_writing_leaves_the_old_report_or_the_new_one() {
    let desk = Desk::new();
    account(&desk, 2_000);
    std::fs::create_dir_all(desk.path("out")).unwrap();
    let folder = desk.path("out");
    // A whole run tells what the new reports are and how long writing takes.
    let mut child = scan(&desk);
    assert!(writes(&mut child, &folder), "no file is written beside");
    let start = Instant::now();
    assert!(matches!(child.wait().unwrap().code(), Some(0 | 1)));
    let span = start.elapsed();
    let new = REPORTS.map(|r| desk.read(r));
    let old = REPORTS.map(|r| format!("the old {r}").into_bytes());
    let (mut kept, mut replaced) = (0, 0);
    for moment in MOMENTS {
        for (report, content) in REPORTS.iter().zip(&old) {
            desk.write(report, content);
        }
        clear_litter(&folder);
        let mut child = scan(&desk);
        if writes(&mut child, &folder) {
            std::thread::sleep(span * *moment / 1000);
        }
        // On unix this is SIGKILL: nothing of the program runs any more.
        let _ = child.kill();
        child.wait().unwrap();
        for (n, report) in REPORTS.iter().enumerate() {
            let found = desk.read(report);
            kept += u32::from(found == old[n]);
            replaced += u32::from(found == new[n]);
            assert!(
                found == old[n] || found == new[n],
                "{report} has {} bytes after {moment}/1000 of {span:?}",
                found.len()
            );
        }
    }
    assert!(
        kept > 0,
        "no kill came before the end: {replaced} of {span:?}"
    );
    // What a kill leaves beside is no obstacle for the next run.
    assert!(matches!(scan(&desk).wait().unwrap().code(), Some(0 | 1)));
    assert_eq!(REPORTS.map(|r| desk.read(r)), new);
}

/// One listing with a finding.
fn small() -> Desk {
    let desk = Desk::new();
    let listings = "item-name\tseller-sku\tasin1\nマグ 国内正規品 並行輸入品\tKM-001\tB0CASE0001\n";
    desk.write("input/listings.txt", listings);
    desk
}

#[track_caller]
fn refused(desk: &Desk, out: &str) {
    for lang in ["ja", "en"] {
        let ran = desk.run(&[
            "scan", "input", "--today", TODAY, "--lang", lang, "--out", out,
        ]);
        assert_eq!(ran.sane().code, Some(2), "{}", ran.told());
        assert!(ran.err().contains(out), "{}", ran.told());
    }
}

#[test]
fn a_report_that_cannot_be_written_is_said() {
    let desk = small();
    refused(&desk, "gone/report.csv");
    desk.write("taken.csv/x", "");
    refused(&desk, "taken.csv");
    desk.write("file", "");
    refused(&desk, "file/report.csv");
}

#[cfg(unix)]
#[test]
fn a_closed_folder_and_a_full_disk_are_said() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let desk = small();
    desk.write("closed/report.csv", "old");
    let closed = desk.path("closed");
    let allow = |mode| {
        let mode = std::fs::Permissions::from_mode(mode);
        std::fs::set_permissions(&closed, mode).unwrap();
    };
    allow(0o555);
    // The superuser may write everywhere; then there is nothing to see.
    if std::fs::write(closed.join("probe"), "").is_err() {
        refused(&desk, "closed/report.csv");
        assert_eq!(desk.read("closed/report.csv"), b"old");
    }
    allow(0o755);
    if Path::new("/dev/full").exists() {
        symlink("/dev/full", desk.path("full.csv")).unwrap();
        refused(&desk, "full.csv");
    }
    // No one may make files here, not even the superuser.
    if std::fs::write("/sys/kenpin-probe", "").is_err() && Path::new("/sys").is_dir() {
        refused(&desk, "/sys/report.csv");
    }
}

#[test]
fn a_reader_that_leaves_early_is_no_failure() {
    let desk = Desk::new();
    account(&desk, 300);
    for format in ["table", "csv", "json"] {
        let mut command = desk.kenpin();
        command.args([
            "scan",
            "input",
            "--today",
            TODAY,
            "--verbose",
            "--format",
            format,
        ]);
        let piped = command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = piped.spawn().unwrap();
        let mut first = [0; 64];
        let mut out = child.stdout.take().unwrap();
        out.read_exact(&mut first).unwrap();
        drop(out);
        let ended = child.wait_with_output().unwrap();
        let err = String::from_utf8_lossy(&ended.stderr);
        assert_eq!(ended.status.code(), Some(0), "{format}: {err}");
        assert!(!err.contains("panicked"), "{format}: {err}");
    }
}

#[test]
fn a_report_among_the_exports_is_not_read_as_one() {
    let desk = small();
    let args = [
        "scan",
        "input",
        "--today",
        TODAY,
        "--out",
        "input/report.csv",
    ];
    let first = desk.run(&args);
    let second = desk.run(&args);
    assert_eq!(first.sane().code, Some(0), "{}", first.told());
    assert_eq!(first.out(), second.out());
}

#[test]
fn nothing_is_written_when_nothing_could_be_judged() {
    let desk = small();
    desk.write("report.json", "old")
        .write("input/config.toml", "langg = 1\n");
    let ran = desk.run(&["scan", "input", "--today", TODAY, "--out", "report.json"]);
    assert_eq!(ran.sane().code, Some(2), "{}", ran.told());
    assert_eq!(desk.read("report.json"), b"old");
    assert!(ran.stdout.is_empty(), "{}", ran.told());
}
