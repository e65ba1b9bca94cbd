//! The programs of the system that schedules are set up with: `schtasks`, `systemctl`, `crontab`.

use super::{cause, no_path};
use crate::cmd::Stop;
use crate::write;
use crate::write::schedule::{self as sheets, Scheduler, Sheet};
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

/// Where a text goes, for the user to see.
pub(super) fn shown(scheduler: Scheduler, name: &str) -> String {
    match scheduler {
        Scheduler::Windows => format!("schtasks /Create /TN {} /XML {name}", stem(name)),
        Scheduler::Systemd => units().map_or_else(
            || name.to_owned(),
            |folder| folder.join(name).display().to_string(),
        ),
        Scheduler::Cron => "crontab".to_owned(),
    }
}

/// Sets a schedule up, in place of an earlier one of its name.
pub(super) fn install(scheduler: Scheduler, name: &str, made: &[Sheet]) -> Result<(), Stop> {
    match scheduler {
        Scheduler::Windows => windows(name, made),
        Scheduler::Systemd => systemd(name, made),
        Scheduler::Cron => {
            let line = made.first().map(|sheet| sheet.text.as_str());
            cron(&sheets::crontab(&crontab()?, name, line))
        }
    }
}

/// Takes a schedule away; false when there was none.
pub(super) fn uninstall(scheduler: Scheduler, name: &str) -> Result<bool, Stop> {
    match scheduler {
        Scheduler::Windows => {
            let there = run("schtasks", &["/Query", "/TN", name], None)?;
            if there.status.success() {
                done("schtasks", &["/Delete", "/TN", name, "/F"], None)?;
            }
            Ok(there.status.success())
        }
        Scheduler::Systemd => {
            let folder = units().ok_or_else(|| Stop::Said("audit-no-folder", Vec::new()))?;
            let timer = format!("{name}.timer");
            if !folder.join(&timer).exists() {
                return Ok(false);
            }
            done("systemctl", &["--user", "disable", "--now", &timer], None)?;
            for kind in ["timer", "service"] {
                let path = folder.join(format!("{name}.{kind}"));
                std::fs::remove_file(&path).map_err(|error| no_path(&path, &error))?;
            }
            done("systemctl", &["--user", "daemon-reload"], None)?;
            Ok(true)
        }
        Scheduler::Cron => {
            let old = crontab()?;
            let there = sheets::in_crontab(&old, name);
            if there {
                cron(&sheets::crontab(&old, name, None))?;
            }
            Ok(there)
        }
    }
}

fn windows(name: &str, made: &[Sheet]) -> Result<(), Stop> {
    if !cfg!(windows) {
        return Err(Stop::Said("schedule-not-here", Vec::new()));
    }
    let folder = tempfile::tempdir().map_err(|error| no_path(&std::env::temp_dir(), &error))?;
    for sheet in made {
        let path = folder.path().join(&sheet.name);
        let bytes = sheets::utf16(&sheet.text);
        std::fs::write(&path, bytes).map_err(|error| no_path(&path, &error))?;
        let path = path.display().to_string();
        done(
            "schtasks",
            &["/Create", "/TN", name, "/XML", &path, "/F"],
            None,
        )?;
    }
    Ok(())
}

fn systemd(name: &str, made: &[Sheet]) -> Result<(), Stop> {
    let folder = units().ok_or_else(|| Stop::Said("audit-no-folder", Vec::new()))?;
    std::fs::create_dir_all(&folder).map_err(|error| no_path(&folder, &error))?;
    for sheet in made {
        let path = folder.join(&sheet.name);
        let saved = write::save(&path, |out| out.write_all(sheet.text.as_bytes()));
        saved.map_err(|error| no_path(&path, &error.cause))?;
    }
    let timer = format!("{name}.timer");
    let set = done("systemctl", &["--user", "daemon-reload"], None)
        .and_then(|()| done("systemctl", &["--user", "enable", "--now", &timer], None));
    if set.is_err() {
        // What does not run shall not look as if it did.
        for sheet in made {
            let _ = std::fs::remove_file(folder.join(&sheet.name));
        }
    }
    set
}

/// The folder of the user's own units.
fn units() -> Option<PathBuf> {
    let config = directories::BaseDirs::new()?.config_dir().to_owned();
    Some(config.join("systemd").join("user"))
}

/// The user's crontab; empty where there is none yet.
fn crontab() -> Result<String, Stop> {
    let ran = run("crontab", &["-l"], None)?;
    let told = String::from_utf8_lossy(&ran.stderr).to_lowercase();
    if !ran.status.success() {
        // Taking any other failure for an empty table would lose the user's lines.
        if told.contains("no crontab") {
            return Ok(String::new());
        }
        return Err(failed("crontab", &ran));
    }
    String::from_utf8(ran.stdout.clone()).map_err(|_| failed("crontab", &ran))
}

fn cron(table: &str) -> Result<(), Stop> {
    done("crontab", &["-"], Some(table))
}

fn done(program: &'static str, arguments: &[&str], input: Option<&str>) -> Result<(), Stop> {
    let ran = run(program, arguments, input)?;
    match ran.status.success() {
        true => Ok(()),
        false => Err(failed(program, &ran)),
    }
}

fn run(program: &'static str, arguments: &[&str], input: Option<&str>) -> Result<Output, Stop> {
    let fail = |error: std::io::Error| {
        let values = vec![("program", program.into()), ("cause", cause(&error))];
        Stop::Said("schedule-tool", values)
    };
    let mut child = Command::new(program)
        .args(arguments)
        // Its messages are looked at.
        .env("LC_ALL", "C")
        .stdin(if input.is_some() {
            Stdio::piped()
        } else {
            Stdio::null()
        })
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(fail)?;
    if let (Some(mut pipe), Some(input)) = (child.stdin.take(), input) {
        pipe.write_all(input.as_bytes()).map_err(fail)?;
    }
    child.wait_with_output().map_err(fail)
}

fn failed(program: &'static str, ran: &Output) -> Stop {
    // The console of a Japanese Windows speaks CP932.
    let told = match std::str::from_utf8(&ran.stderr) {
        Ok(text) => text.to_owned(),
        Err(_) => encoding_rs::SHIFT_JIS.decode(&ran.stderr).0.into_owned(),
    };
    let values = vec![("program", program.into()), ("cause", told.trim().into())];
    Stop::Said("schedule-tool", values)
}

fn stem(name: &str) -> &str {
    name.strip_suffix(".xml").unwrap_or(name)
}
