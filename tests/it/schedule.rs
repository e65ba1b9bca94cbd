//! `kenpin audit --install`: shown as every scheduler takes it, and handed to the tools of the system.

use crate::scan_run::{Desk, Ran, copy_tree, repository};
use std::fs;

fn desk() -> Desk {
    let desk = Desk::new();
    let account = repository().join("tests/cases/english-exports/input");
    copy_tree(&account, &desk.path("出品 データ"), &|_| true);
    desk
}

fn install(desk: &Desk, more: &[&str]) -> Ran {
    let args = ["audit", "出品 データ", "--state", "st 1", "--lang", "en"];
    let ran = desk.run(&[&args, more].concat());
    ran.sane();
    ran
}

#[test]
fn every_scheduler_can_be_looked_at_on_every_system() {
    let desk = desk();
    let shown = |name: &str| {
        let more = ["--install", "weekly", "--day", "fri", "--at", "07:30"];
        let ran = install(
            &desk,
            &[&more[..], &["--dry-run", "--scheduler", name]].concat(),
        );
        assert_eq!(ran.code, Some(0), "{}", ran.told());
        ran.out()
    };
    let folder = desk.path("出品 データ");
    let folder = std::path::absolute(folder).unwrap().display().to_string();
    let task = shown("windows");
    assert!(
        task.contains("<Friday />") && task.contains("T07:30:00"),
        "{task}"
    );
    assert!(
        task.contains(&format!("&quot;{folder}&quot; --config")),
        "{task}"
    );
    let unit = shown("systemd");
    assert!(unit.contains("OnCalendar=Fri *-*-* 07:30:00"), "{unit}");
    if cfg!(unix) {
        assert!(
            unit.contains(&format!("\"audit\" \"{folder}\" \"--config\"")),
            "{unit}"
        );
        let line = shown("cron");
        assert!(line.contains("30 7 * * 5 "), "{line}");
        assert!(
            line.contains(&format!("audit '{folder}' --config")),
            "{line}"
        );
    }
    // Only looked at: nothing was begun.
    assert!(!desk.path("st 1").exists());
}

#[test]
fn what_does_not_go_together_is_told() {
    let desk = desk();
    for (more, said) in [
        (
            &["--install", "daily", "--day", "mon", "--dry-run"][..],
            "every day",
        ),
        (
            &["--install", "monthly", "--day", "sun", "--dry-run"],
            "1 to 28",
        ),
        (
            &["--install", "monthly", "--day", "31", "--dry-run"],
            "1-28",
        ),
        (&["--install", "weekly", "--at", "25:00"], "23:59"),
        (&["--install", "hourly"], "weekly"),
        (&["--install", "weekly"], "--yes"),
        (&["--dry-run"], "--install"),
        (
            &["--install", "weekly", "--uninstall"],
            "cannot be used together",
        ),
    ] {
        let ran = install(&desk, more);
        assert_eq!(ran.code, Some(2), "{more:?} {}", ran.told());
        assert!(ran.err().contains(said), "{more:?} {}", ran.told());
    }
    let args = ["audit", "nothing here", "--install", "weekly", "--dry-run"];
    assert_eq!(desk.run(&args).code, Some(2));
}

#[cfg(unix)]
mod tools {
    use super::*;
    use std::os::unix::fs::PermissionsExt as _;

    /// A desk whose only tools are scripts that write down what they were asked.
    fn tools(scripts: &[(&str, &str)]) -> Desk {
        let desk = desk();
        for (name, script) in scripts {
            let path = desk.path("bin").join(name);
            desk.write(&format!("bin/{name}"), format!("#!/bin/sh\n{script}\n"));
            fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
        }
        desk
    }

    fn run(desk: &Desk, more: &[&str]) -> Ran {
        let path = format!("{}:/usr/bin:/bin", desk.path("bin").display());
        let args = ["audit", "出品 データ", "--state", "st 1", "--lang", "en"];
        let output = desk
            .kenpin()
            .env("PATH", path)
            .args(args)
            .args(more)
            .output()
            .unwrap();
        let ran = Ran {
            code: output.status.code(),
            stdout: output.stdout,
            stderr: output.stderr,
            took: std::time::Duration::ZERO,
        };
        ran.sane();
        ran
    }

    const CRONTAB: &str = r#"case "$1" in
-l) [ -f "$HOME/tab" ] || { echo "no crontab for me" >&2; exit 1; }; cat "$HOME/tab";;
-) cat > "$HOME/tab";;
esac"#;

    #[test]
    fn a_crontab_keeps_the_lines_of_others() {
        let desk = tools(&[("crontab", CRONTAB)]);
        let cron = ["--scheduler", "cron", "--yes"];
        let go = |more: &[&str]| run(&desk, &[more, &cron].concat());
        let first = go(&["--install", "weekly"]);
        assert_eq!(first.code, Some(0), "{}", first.told());
        let tab = || String::from_utf8(desk.read("tab")).unwrap();
        assert_eq!(tab().lines().count(), 1);
        fs::write(
            desk.path("tab"),
            format!("# mine\n{}0 1 * * * backup\n", tab()),
        )
        .unwrap();
        go(&["--install", "daily", "--at", "06:00"]);
        assert!(
            tab().starts_with("# mine\n0 1 * * * backup\n0 6 * * * "),
            "{}",
            tab()
        );
        assert_eq!(tab().lines().count(), 3);
        let gone = go(&["--uninstall"]);
        assert!(gone.out().contains("was taken away"), "{}", gone.told());
        assert_eq!(tab(), "# mine\n0 1 * * * backup\n");
        assert!(go(&["--uninstall"]).out().contains("There was no"));
    }

    #[test]
    fn a_crontab_that_cannot_be_read_is_not_written() {
        let desk = tools(&[(
            "crontab",
            "echo busy >&2; [ \"$1\" = -l ] && exit 1; touch $HOME/written",
        )]);
        let ran = run(
            &desk,
            &["--install", "weekly", "--scheduler", "cron", "--yes"],
        );
        assert_eq!(ran.code, Some(2), "{}", ran.told());
        assert!(ran.err().contains("busy") && !desk.path("written").exists());
    }

    #[test]
    fn units_are_written_enabled_and_taken_away() {
        let desk = tools(&[("systemctl", "echo \"$@\" >> $HOME/asked")]);
        let systemd = ["--scheduler", "systemd", "--yes"];
        let ran = run(&desk, &[&["--install", "monthly"], &systemd[..]].concat());
        assert_eq!(ran.code, Some(0), "{}", ran.told());
        let units = || fs::read_dir(desk.path("systemd/user")).unwrap().count();
        assert_eq!(units(), 2);
        let asked = || String::from_utf8(desk.read("asked")).unwrap();
        assert!(
            asked().contains("--user enable --now kenpin-audit-"),
            "{}",
            asked()
        );
        run(&desk, &[&["--uninstall"], &systemd[..]].concat());
        assert!(
            asked().contains("--user disable --now kenpin-audit-"),
            "{}",
            asked()
        );
        assert_eq!(units(), 0);
        // What cannot be enabled does not stay as if it were.
        let desk = tools(&[("systemctl", "echo no bus >&2; exit 1")]);
        let ran = run(&desk, &[&["--install", "weekly"], &systemd[..]].concat());
        assert!(
            ran.code == Some(2) && ran.err().contains("no bus"),
            "{}",
            ran.told()
        );
        assert_eq!(fs::read_dir(desk.path("systemd/user")).unwrap().count(), 0);
    }

    #[test]
    fn the_next_audit_tells_since_when_none_ran() {
        let desk = tools(&[("crontab", CRONTAB)]);
        run(
            &desk,
            &["--install", "weekly", "--scheduler", "cron", "--yes"],
        );
        let today = jiff::Zoned::now().date();
        let on = |days: i64| {
            let day = today
                .saturating_add(jiff::Span::new().days(days))
                .to_string();
            run(&desk, &["--today", &day]).err()
        };
        assert!(!on(1).contains("No audit ran"));
        assert!(!on(8).contains("No audit ran"));
        let late = on(16);
        let since = today.saturating_add(jiff::Span::new().days(8)).to_string();
        assert!(
            late.contains(&format!("No audit ran since {since}")),
            "{late}"
        );
        assert!(late.contains("every week"), "{late}");
    }
}
