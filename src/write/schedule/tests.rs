//! What each scheduler is handed, whatever system the tests run on.
#![allow(clippy::unwrap_used, clippy::panic)]

use super::*;
use crate::model::Clock;

fn template(name: &str) -> &'static str {
    match name {
        "task.xml" => include_str!("../../../data/schedule/task.xml"),
        "task-daily.xml" => include_str!("../../../data/schedule/task-daily.xml"),
        "task-weekly.xml" => include_str!("../../../data/schedule/task-weekly.xml"),
        "task-monthly.xml" => include_str!("../../../data/schedule/task-monthly.xml"),
        "kenpin.service" => include_str!("../../../data/schedule/kenpin.service"),
        "kenpin.timer" => include_str!("../../../data/schedule/kenpin.timer"),
        "crontab" => include_str!("../../../data/schedule/crontab"),
        other => panic!("no template {other}"),
    }
}

fn made(scheduler: Scheduler, repeat: Repeat, arguments: &[&str]) -> Result<Vec<Sheet>, Unfit> {
    let arguments: Vec<String> = arguments.iter().map(|one| (*one).to_owned()).collect();
    let program = match scheduler {
        Scheduler::Windows => r"C:\Program Files\kenpin\kenpin.exe",
        _ => "/home/検品 太郎/bin/kenpin",
    };
    let job = Job {
        name: "kenpin-audit-0123abcd",
        about: "検品 <100%> & co",
        program,
        arguments: &arguments,
        schedule: Schedule {
            repeat,
            at: Clock { hour: 9, minute: 5 },
        },
        start: "2026-11-21".parse().unwrap(),
    };
    sheets(scheduler, &job, &template)
}

#[test]
fn a_task_is_xml_of_windows() {
    let arguments = ["audit", r"D:\出品 データ\", r"C:\a&b"];
    let weekly = made(
        Scheduler::Windows,
        Repeat::Weekly(Weekday::Monday),
        &arguments,
    );
    let [sheet] = &weekly.unwrap()[..] else {
        panic!("one file")
    };
    assert_eq!(sheet.name, "kenpin-audit-0123abcd.xml");
    let text = &sheet.text;
    for part in [
        "<StartBoundary>2026-11-21T09:05:00</StartBoundary>",
        "<Monday />",
        r"<Command>C:\Program Files\kenpin\kenpin.exe</Command>",
        r"<Arguments>audit &quot;D:\出品 データ\\&quot; C:\a&amp;b</Arguments>",
        "<Description>検品 &lt;100%&gt; &amp; co</Description>",
        "<StartWhenAvailable>true</StartWhenAvailable>",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    assert!(!text.contains("{{"), "{text}");
    let bytes = utf16(text);
    assert_eq!(&bytes[..4], [0xff, 0xfe, b'<', 0]);
    let units: Vec<u16> = bytes[2..]
        .chunks(2)
        .map(|pair| u16::from_le_bytes([pair[0], pair[1]]))
        .collect();
    let back = String::from_utf16(&units).unwrap();
    assert_eq!(back.replace("\r\n", "\n"), *text);
    let monthly = made(Scheduler::Windows, Repeat::Monthly(28), &arguments).unwrap();
    assert!(monthly[0].text.contains("<Day>28</Day>"));
    let daily = made(Scheduler::Windows, Repeat::Daily, &arguments).unwrap();
    assert!(daily[0].text.contains("<DaysInterval>1</DaysInterval>"));
}

#[test]
fn units_are_a_service_and_its_timer() {
    let arguments = ["audit", "/data/it's 100% \"mine\" $HOME"];
    let sheets = made(
        Scheduler::Systemd,
        Repeat::Weekly(Weekday::Sunday),
        &arguments,
    );
    let [service, timer] = &sheets.unwrap()[..] else {
        panic!("two files")
    };
    assert_eq!(service.name, "kenpin-audit-0123abcd.service");
    let exec =
        r#"ExecStart="/home/検品 太郎/bin/kenpin" "audit" "/data/it's 100%% \"mine\" $$HOME""#;
    assert!(service.text.contains(exec), "{}", service.text);
    assert!(service.text.contains("Description=検品 <100%%> & co"));
    assert!(timer.text.contains("OnCalendar=Sun *-*-* 09:05:00"));
    let on = |repeat| made(Scheduler::Systemd, repeat, &arguments).unwrap();
    assert!(
        on(Repeat::Daily)[1]
            .text
            .contains("OnCalendar=*-*-* 09:05:00")
    );
    assert!(
        on(Repeat::Monthly(1))[1]
            .text
            .contains("OnCalendar=*-*-01 09:05:00")
    );
}

#[test]
fn a_line_of_cron_takes_the_place_of_the_earlier_one() {
    let on = |repeat| {
        let sheets = made(Scheduler::Cron, repeat, &["audit", "/data/it's 100%"]);
        sheets.unwrap()[0].text.clone()
    };
    let line = on(Repeat::Weekly(Weekday::Sunday));
    let command = r"'/home/検品 太郎/bin/kenpin' audit '/data/it'\''s 100\%'";
    assert_eq!(
        line,
        format!("5 9 * * 0 {command} # kenpin-audit-0123abcd\n")
    );
    assert!(on(Repeat::Daily).starts_with("5 9 * * * "));
    assert!(on(Repeat::Monthly(3)).starts_with("5 9 3 * * "));
    let name = "kenpin-audit-0123abcd";
    let other = "# mine\n0 1 * * * backup # kenpin-audit-0123abcde\n";
    let first = crontab(other.trim_end(), name, Some(&line));
    assert_eq!(first, format!("{other}{line}"));
    assert!(in_crontab(&first, name) && !in_crontab(other, name));
    let second = crontab(&first, name, Some(&on(Repeat::Daily)));
    assert_eq!(second, format!("{other}{}", on(Repeat::Daily)));
    assert_eq!(crontab(&second, name, None), other);
    assert_eq!(crontab("", name, None), "");
}

#[test]
fn what_a_scheduler_would_take_otherwise_is_refused() {
    let refused = |scheduler, argument: &str| {
        let made = made(scheduler, Repeat::Daily, &["audit", argument]);
        made.err().map(|unfit| unfit.sign)
    };
    use Scheduler::{Cron, Systemd, Windows};
    for scheduler in [Windows, Systemd, Cron] {
        assert_eq!(refused(scheduler, "a\nb").as_deref(), Some("\\u{a}"));
    }
    assert!(refused(Windows, r"C:\%TEMP%\a").is_some());
    assert!(refused(Windows, r"C:\$(Arg0)").is_some());
    assert_eq!(refused(Windows, r"C:\100%"), None);
    assert_eq!(refused(Systemd, "/%TEMP%/$a\\b"), None);
    assert_eq!(refused(Cron, "/a\\b").as_deref(), Some("\\"));
}
