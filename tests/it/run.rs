//! Runs the built program, with nothing of this machine's language in its surroundings.

use std::path::Path;
use std::process::{Command, Output};

/// The program in a folder; add arguments and run it.
pub fn kenpin(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kenpin"));
    for name in ["LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"] {
        command.env_remove(name);
    }
    // Nor with what this machine's user ever fetched or kept.
    command.env("KENPIN_STATE", folder.join("no-state"));
    for (name, _) in std::env::vars() {
        if name.starts_with("KENPIN_LWA_") || name == "KENPIN_INVOICE_ID" {
            command.env_remove(name);
        }
    }
    command.current_dir(folder);
    command
}

/// Exit code, output and errors of a run with these arguments.
pub fn run(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let output = kenpin(folder).args(arguments).output().unwrap();
    told(&output)
}

/// Exit code, output and errors.
pub fn told(output: &Output) -> (i32, String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (
        output.status.code().unwrap(),
        text(&output.stdout),
        text(&output.stderr),
    )
}
