//! Runs the built program in a folder of its own, with nothing of the tester's environment.

use kenpin::model::Report;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// The day of all scans here, the one of the demo account.
pub const TODAY: &str = "2026-11-21";

/// A folder with input files; the program runs in it, so that paths in reports are short and fixed.
pub struct Desk {
    folder: tempfile::TempDir,
}

/// What a run left behind.
#[derive(Debug)]
pub struct Ran {
    /// Exit code; `None` after a signal.
    pub code: Option<i32>,
    pub stdout: Vec<u8>,
    pub stderr: Vec<u8>,
    pub took: Duration,
}

impl Desk {
    pub fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file and the folders above it.
    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) -> &Self {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
        self
    }

    pub fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).unwrap_or_else(|e| panic!("{name}: {e}"))
    }

    /// The program, ready to be given arguments.
    pub fn kenpin(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_kenpin"));
        command
            .env_clear()
            .env("LANG", "C.UTF-8")
            .env("COLUMNS", "100")
            .env("HOME", self.folder.path())
            .env("USERPROFILE", self.folder.path())
            .env("XDG_CONFIG_HOME", self.folder.path())
            .env("TMPDIR", self.folder.path())
            .current_dir(self.folder.path())
            .stdin(Stdio::null());
        // Windows finds no system libraries without it.
        if let Some(root) = std::env::var_os("SystemRoot") {
            command.env("SystemRoot", root);
        }
        command
    }

    /// Runs the program to its end.
    pub fn run(&self, args: &[&str]) -> Ran {
        let start = Instant::now();
        let output = self.kenpin().args(args).output().unwrap();
        Ran {
            code: output.status.code(),
            stdout: output.stdout,
            stderr: output.stderr,
            took: start.elapsed(),
        }
    }

    /// `kenpin scan input --format json …` as a report; the run must end with 0, 1 or 3.
    pub fn scan(&self, more: &[&str]) -> Report {
        let mut args = vec!["scan", "input", "--today", TODAY, "--format", "json"];
        args.extend(more);
        let ran = self.run(&args);
        assert!(matches!(ran.code, Some(0 | 1 | 3)), "{}", ran.told());
        ran.report()
    }
}

impl Ran {
    pub fn out(&self) -> String {
        String::from_utf8(self.stdout.clone()).expect("output is not UTF-8")
    }

    pub fn err(&self) -> String {
        String::from_utf8(self.stderr.clone()).expect("error output is not UTF-8")
    }

    /// The output as a report.
    pub fn report(&self) -> Report {
        report(&self.stdout).unwrap_or_else(|e| panic!("{e}\n{}", self.told()))
    }

    /// Exit code and the beginnings of both outputs, for a failure message.
    pub fn told(&self) -> String {
        let start = |bytes: &[u8]| {
            let text = String::from_utf8_lossy(bytes);
            text.chars().take(2000).collect::<String>()
        };
        let (out, err) = (start(&self.stdout), start(&self.stderr));
        format!(
            "exit {:?} after {:?}\n-- stdout\n{out}\n-- stderr\n{err}",
            self.code, self.took
        )
    }

    /// Fails unless the run ended by itself with one of the four exit codes and without a panic.
    #[track_caller]
    pub fn sane(&self) -> &Self {
        assert!(matches!(self.code, Some(0..=3)), "{}", self.told());
        let err = String::from_utf8_lossy(&self.stderr);
        assert!(!err.contains("panicked"), "{}", self.told());
        self
    }
}

/// A report from its JSON; reading it back must lose nothing.
pub fn report(json: &[u8]) -> Result<Report, serde_json::Error> {
    let report: Report = serde_json::from_slice(json)?;
    let whole: serde_json::Value = serde_json::from_slice(json)?;
    assert_eq!(
        serde_json::to_value(&report)?,
        whole,
        "the report loses something on the way through its type"
    );
    Ok(report)
}

/// Encodes as CP932; characters that are not in it fail the test.
pub fn cp932(text: &str) -> Vec<u8> {
    let (bytes, _, lost) = encoding_rs::SHIFT_JIS.encode(text);
    assert!(!lost, "not in CP932: {text:.80}");
    bytes.into_owned()
}

/// The folder of the repository.
pub fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below a folder with its path relative to it, sorted.
pub fn files_below(folder: &Path) -> Vec<(String, PathBuf)> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        let Ok(entries) = fs::read_dir(&next) else {
            continue;
        };
        for entry in entries {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                let below = path.strip_prefix(folder).unwrap();
                let name = below.to_string_lossy().replace('\\', "/");
                found.push((name, path));
            }
        }
    }
    found.sort();
    found
}

/// Copies the files of a folder for which `wanted` holds of their relative path.
pub fn copy_tree(from: &Path, to: &Path, wanted: &dyn Fn(&str) -> bool) {
    fs::create_dir_all(to).unwrap();
    for (name, path) in files_below(from) {
        if wanted(&name) {
            let target = to.join(&name);
            fs::create_dir_all(target.parent().unwrap()).unwrap();
            fs::copy(path, target).unwrap();
        }
    }
}
