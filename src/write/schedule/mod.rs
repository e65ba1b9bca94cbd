//! A repeated audit as the scheduler of a system takes it: Windows tasks, systemd units, a line of cron.

mod quote;

use crate::model::{Day, Repeat, Schedule};
use jiff::civil::Weekday;

/// Who runs the audit again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheduler {
    /// The Task Scheduler of Windows.
    Windows,
    /// A timer of the user's systemd.
    Systemd,
    /// A line of the user's crontab.
    Cron,
}

impl Scheduler {
    /// Every one with its name.
    pub const ALL: [(Self, &'static str); 3] = [
        (Self::Windows, "windows"),
        (Self::Systemd, "systemd"),
        (Self::Cron, "cron"),
    ];
}

/// What is to be run, and when.
#[derive(Clone, Debug)]
pub struct Job<'a> {
    /// Name of the task, of the units, the mark of the line: ASCII letters, digits and hyphens.
    pub name: &'a str,
    /// What a user sees in lists of tasks.
    pub about: &'a str,
    /// Full path of the program.
    pub program: &'a str,
    /// Its arguments, as the program shall get them.
    pub arguments: &'a [String],
    /// When.
    pub schedule: Schedule,
    /// First day on which it may run.
    pub start: Day,
}

/// A text that the scheduler takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Name of its file; of a line of cron only the mark.
    pub name: String,
    /// The text.
    pub text: String,
}

/// A path or name that a scheduler cannot hand on as it is.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{text}: {sign}")]
pub struct Unfit {
    /// The path or name.
    pub text: String,
    /// What of it.
    pub sign: String,
}

/// Gives the shipped template of a name.
pub type Templates<'t> = &'t dyn Fn(&str) -> &'static str;

/// The texts for a scheduler.
///
/// # Errors
/// For a path with signs that the scheduler would take for something else.
pub fn sheets(
    scheduler: Scheduler,
    job: &Job<'_>,
    templates: Templates<'_>,
) -> Result<Vec<Sheet>, Unfit> {
    fits(scheduler, job.program, true)?;
    for argument in job.arguments {
        fits(scheduler, argument, false)?;
    }
    Ok(match scheduler {
        Scheduler::Windows => vec![task(job, templates)],
        Scheduler::Systemd => units(job, templates),
        Scheduler::Cron => vec![line(job, templates)],
    })
}

/// Refuses what no quoting helps against.
fn fits(scheduler: Scheduler, text: &str, program: bool) -> Result<(), Unfit> {
    let unfit = |sign: &str| {
        Err(Unfit {
            text: text.to_owned(),
            sign: sign.to_owned(),
        })
    };
    // Lines would end, and XML has no way to write them.
    if let Some(c) = text
        .chars()
        .find(|c| c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}'))
    {
        return unfit(&c.escape_unicode().to_string());
    }
    match scheduler {
        // Between two of them stands a variable, and nothing takes that from them.
        Scheduler::Windows if text.matches('%').count() > 1 => unfit("%…%"),
        Scheduler::Windows if text.contains("$(") => unfit("$("),
        Scheduler::Windows if program && text.contains('"') => unfit("\""),
        // `$$` is one `$` in an argument, and two in the name of the program.
        Scheduler::Systemd if program && text.contains('$') => unfit("$"),
        // Crons differ in what they make of it.
        Scheduler::Cron if text.contains('\\') => unfit("\\"),
        _ => Ok(()),
    }
}

fn task(job: &Job<'_>, templates: Templates<'_>) -> Sheet {
    let (of_days, day) = match job.schedule.repeat {
        Repeat::Daily => ("task-daily.xml", String::new()),
        Repeat::Weekly(day) => ("task-weekly.xml", weekday(day).to_owned()),
        Repeat::Monthly(day) => ("task-monthly.xml", day.to_string()),
    };
    let days = fill(templates(of_days), &[("day", day)]);
    let start = format!("{}T{}:00", job.start, job.schedule.at);
    let text = fill(
        templates("task.xml"),
        &[
            ("about", quote::xml(job.about)),
            ("start", start),
            ("days", days.trim_end().to_owned()),
            ("program", quote::xml(job.program)),
            ("arguments", quote::xml(&joined(job, quote::windows))),
        ],
    );
    Sheet {
        name: format!("{}.xml", job.name),
        text,
    }
}

fn units(job: &Job<'_>, templates: Templates<'_>) -> Vec<Sheet> {
    let about = quote::specifiers(job.about);
    let at = job.schedule.at;
    let calendar = match job.schedule.repeat {
        Repeat::Daily => format!("*-*-* {at}:00"),
        Repeat::Weekly(day) => format!("{} *-*-* {at}:00", &weekday(day)[..3]),
        Repeat::Monthly(day) => format!("*-*-{day:02} {at}:00"),
    };
    let values = [
        ("about", about),
        ("calendar", calendar),
        ("program", quote::systemd_program(job.program)),
        ("arguments", joined(job, quote::systemd)),
    ];
    ["service", "timer"]
        .iter()
        .map(|kind| Sheet {
            name: format!("{}.{kind}", job.name),
            text: fill(templates(&format!("kenpin.{kind}")), &values),
        })
        .collect()
}

fn line(job: &Job<'_>, templates: Templates<'_>) -> Sheet {
    let at = job.schedule.at;
    let (day, of_week) = match job.schedule.repeat {
        Repeat::Daily => ("*".to_owned(), "*".to_owned()),
        Repeat::Weekly(day) => {
            let day = day.to_sunday_zero_offset();
            ("*".to_owned(), day.to_string())
        }
        Repeat::Monthly(day) => (day.to_string(), "*".to_owned()),
    };
    let values = [
        (
            "calendar",
            format!("{} {} {day} * {of_week}", at.minute, at.hour),
        ),
        ("program", quote::cron(job.program)),
        ("arguments", joined(job, quote::cron)),
        ("name", job.name.to_owned()),
    ];
    Sheet {
        name: job.name.to_owned(),
        text: fill(templates("crontab"), &values),
    }
}

fn joined(job: &Job<'_>, quote: fn(&str) -> String) -> String {
    let quoted: Vec<String> = job.arguments.iter().map(|one| quote(one)).collect();
    quoted.join(" ")
}

fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

/// A template with its values; what a value holds is not looked at again.
fn fill(template: &str, values: &[(&str, String)]) -> String {
    let mut out = String::with_capacity(template.len() * 2);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        out.push_str(before);
        let (name, behind) = after.split_once("}}").unwrap_or((after, ""));
        let value = values.iter().find(|(known, _)| *known == name);
        out.push_str(value.map_or("", |(_, value)| value));
        rest = behind;
    }
    out.push_str(rest);
    out
}

/// A file of Windows as its tools expect it: UTF-16, its mark in front, lines ended by CR LF.
#[must_use]
pub fn utf16(text: &str) -> Vec<u8> {
    let mut bytes = vec![0xff, 0xfe];
    let lines = text.lines().flat_map(|line| [line, "\r\n"]);
    bytes.extend(lines.flat_map(str::encode_utf16).flat_map(u16::to_le_bytes));
    bytes
}

/// A crontab with the line of this job instead of an earlier one; without any for `None`.
#[must_use]
pub fn crontab(old: &str, name: &str, line: Option<&str>) -> String {
    let ours = format!(" # {name}");
    let kept = old.lines().filter(|line| !line.ends_with(&ours));
    let mut new: String = kept.map(|line| format!("{line}\n")).collect();
    new.push_str(line.unwrap_or_default());
    new
}

/// True when a crontab has the line of this job.
#[must_use]
pub fn in_crontab(table: &str, name: &str) -> bool {
    table
        .lines()
        .any(|line| line.ends_with(&format!(" # {name}")))
}

#[cfg(test)]
mod tests;
