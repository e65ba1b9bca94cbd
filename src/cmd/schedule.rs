//! `kenpin audit --install` and `--uninstall`: the audit is run again by the scheduler of the system.

mod tools;

use super::args::{self, InputArgs};
use super::audit::AuditArgs;
use super::{Exit, Screen, Stop, audit, cause, load, session};
use crate::embedded;
use crate::model::{Clock, Every, Planned, Repeat, Schedule, Value};
use crate::store::Store;
use crate::write::schedule::{self as sheets, Job, Scheduler, Sheet};
use clap::{ArgGroup, Args};
use jiff::civil::Weekday;
use std::io::{BufRead, IsTerminal, Write};
use std::path::{Path, PathBuf};

/// When and by whom an audit is run again.
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("repeated").args(["install", "uninstall"]))]
pub struct ScheduleArgs {
    /// Have this audit run regularly by the scheduler of the system: daily, weekly, monthly
    #[arg(long, value_name = "EVERY", value_parser = every, conflicts_with_all = ["demo", "today"])]
    pub install: Option<Every>,
    /// Take the regular audit of this account away again
    #[arg(long, conflicts_with = "demo")]
    pub uninstall: bool,
    /// With --install: time of day, HH:MM [default: 09:00]
    #[arg(long, value_name = "TIME", value_parser = clock, requires = "install")]
    pub at: Option<Clock>,
    /// With --install: day of the week, mon to sun, or of the month, 1 to 28 [default: mon, 1]
    #[arg(long, value_name = "DAY", value_parser = on_day, requires = "install")]
    pub day: Option<OnDay>,
    /// With --install, --uninstall: windows, systemd or cron [default: the one of this system]
    #[arg(long, value_name = "NAME", value_parser = scheduler, requires = "repeated")]
    pub scheduler: Option<Scheduler>,
    /// With --install, --uninstall: do not ask
    #[arg(long, short = 'y', requires = "repeated")]
    pub yes: bool,
    /// With --install, --uninstall: only show what would be done
    #[arg(long, requires = "repeated")]
    pub dry_run: bool,
}

/// A day that was named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnDay {
    /// Of the week.
    Week(Weekday),
    /// Of the month, 1 to 28.
    Month(u8),
}

const WEEK: [(&str, Weekday); 7] = [
    ("mon", Weekday::Monday),
    ("tue", Weekday::Tuesday),
    ("wed", Weekday::Wednesday),
    ("thu", Weekday::Thursday),
    ("fri", Weekday::Friday),
    ("sat", Weekday::Saturday),
    ("sun", Weekday::Sunday),
];

fn every(word: &str) -> Result<Every, String> {
    Every::from_word(word).ok_or_else(|| args::all(Every::ALL))
}

fn clock(word: &str) -> Result<Clock, String> {
    Clock::parse(word).ok_or_else(|| "00:00-23:59".to_owned())
}

fn on_day(word: &str) -> Result<OnDay, String> {
    if let Some((_, day)) = WEEK.iter().find(|(name, _)| *name == word) {
        return Ok(OnDay::Week(*day));
    }
    let number = word.parse().ok().filter(|n| (1..=28).contains(n));
    let names = WEEK.map(|(name, _)| name).join(", ");
    number.map(OnDay::Month).ok_or(format!("{names}, 1-28"))
}

fn scheduler(word: &str) -> Result<Scheduler, String> {
    let found = Scheduler::ALL.iter().find(|(_, name)| *name == word);
    let names = Scheduler::ALL.map(|(_, name)| name).join(", ");
    found.map(|(one, _)| *one).ok_or(names)
}

/// Sets up or takes away the schedule, if that is what was asked for.
pub(super) fn run(args: &AuditArgs, screen: &mut Screen) -> Result<Option<Exit>, Stop> {
    let asked = &args.schedule;
    if asked.install.is_none() && !asked.uninstall {
        return Ok(None);
    }
    let loaded = load::config(
        args.input.config.as_deref(),
        &session::folders(&args.input.paths),
    )?;
    let account = args.place.account(&loaded.config);
    let folder = absolute(&args.place.folder()?)?;
    let place = Place {
        name: name(&folder, &account),
        scheduler: asked.scheduler.unwrap_or_else(of_system),
        folder,
        account,
    };
    match asked.install {
        Some(every) => install(args, every, &place, loaded.file.as_deref(), screen),
        None => uninstall(args, &place, screen),
    }?;
    screen.out.flush()?;
    Ok(Some(Exit::Clean))
}

/// Whose audit is run again, and by whom.
struct Place {
    name: String,
    scheduler: Scheduler,
    folder: PathBuf,
    account: String,
}

/// One name per history: two accounts, or one in two folders, do not get in each other's way.
fn name(folder: &Path, account: &str) -> String {
    let whose = format!("{}\n{account}", folder.display());
    let hash = blake3::hash(whose.as_bytes()).to_hex();
    format!("kenpin-audit-{}", &hash[..8])
}

fn of_system() -> Scheduler {
    // The way by which sd_booted(3) tells it.
    match Path::new("/run/systemd/system").is_dir() {
        _ if cfg!(windows) => Scheduler::Windows,
        true => Scheduler::Systemd,
        false => Scheduler::Cron,
    }
}

fn install(
    args: &AuditArgs,
    every: Every,
    place: &Place,
    config: Option<&Path>,
    screen: &mut Screen,
) -> Result<(), Stop> {
    let asked = &args.schedule;
    let at = asked.at.unwrap_or(Clock { hour: 9, minute: 0 });
    let schedule = Schedule {
        repeat: repeat(every, asked.day)?,
        at,
    };
    let program = std::env::current_exe().map_err(|error| no_path(Path::new("kenpin"), &error))?;
    let today = session::today_in_japan();
    let account = [("account", place.account.as_str().into())];
    let job = Job {
        name: &place.name,
        about: &screen.say("schedule-about", &account),
        program: &text(&program)?,
        arguments: &arguments(args, place, config, screen)?,
        schedule,
        start: today,
    };
    let made = sheets::sheets(place.scheduler, &job, &template).map_err(|unfit| {
        let values = vec![("text", unfit.text.into()), ("sign", unfit.sign.into())];
        Stop::Said("schedule-unfit", values)
    })?;
    show(&made, schedule, place, screen)?;
    if asked.dry_run || !agreed(asked.yes, screen)? {
        return Ok(());
    }
    // A history that cannot be used is told before anything is set up.
    let mut store =
        Store::open(&place.folder, &place.account).map_err(|error| audit::stop(&error))?;
    tools::install(place.scheduler, &place.name, &made)?;
    let plan = Planned {
        every,
        since: today,
    };
    store
        .set_plan(Some(plan))
        .map_err(|error| audit::stop(&error))?;
    screen.print("schedule-installed", &account)?;
    let hint = match place.scheduler {
        Scheduler::Systemd => "schedule-hint-systemd",
        Scheduler::Cron => "schedule-hint-cron",
        Scheduler::Windows => "schedule-hint-windows",
    };
    Ok(screen.print(hint, &[])?)
}

fn uninstall(args: &AuditArgs, place: &Place, screen: &mut Screen) -> Result<(), Stop> {
    let asked = &args.schedule;
    let values = [
        ("account", Value::from(place.account.as_str())),
        ("name", place.name.as_str().into()),
    ];
    screen.print("schedule-goes", &values)?;
    if asked.dry_run || !agreed(asked.yes, screen)? {
        return Ok(());
    }
    let was_there = tools::uninstall(place.scheduler, &place.name)?;
    let store = Store::existing(&place.folder, &place.account);
    if let Some(mut store) = store.map_err(|error| audit::stop(&error))? {
        store.set_plan(None).map_err(|error| audit::stop(&error))?;
    }
    let id = match was_there {
        true => "schedule-uninstalled",
        false => "schedule-none",
    };
    Ok(screen.print(id, &values)?)
}

fn repeat(every: Every, day: Option<OnDay>) -> Result<Repeat, Stop> {
    match (every, day) {
        (Every::Daily, None) => Ok(Repeat::Daily),
        (Every::Weekly, None) => Ok(Repeat::Weekly(Weekday::Monday)),
        (Every::Weekly, Some(OnDay::Week(day))) => Ok(Repeat::Weekly(day)),
        (Every::Monthly, None) => Ok(Repeat::Monthly(1)),
        (Every::Monthly, Some(OnDay::Month(day))) => Ok(Repeat::Monthly(day)),
        _ => Err(Stop::Said(
            "schedule-day",
            vec![("every", Value::word(every))],
        )),
    }
}

fn template(name: &str) -> &'static str {
    let file = embedded::DATA.get_file(format!("schedule/{name}"));
    file.and_then(include_dir::File::contents_utf8)
        .unwrap_or_default()
}

/// The same audit without its schedule, every path from the root.
fn arguments(
    args: &AuditArgs,
    place: &Place,
    config: Option<&Path>,
    screen: &Screen,
) -> Result<Vec<String>, Stop> {
    let mut all = vec!["audit".to_owned()];
    let InputArgs {
        paths,
        rules,
        profile,
        quiet,
        threads,
        ..
    } = &args.input;
    for path in paths {
        // A folder that is not there now would not be there later.
        std::fs::metadata(path).map_err(|error| no_path(path, &error))?;
        all.push(full(path)?);
    }
    let mut option = |name: &str, value: String| all.extend([name.to_owned(), value]);
    if let Some(path) = config {
        option("--config", full(path)?);
    }
    option("--state", full(&place.folder)?);
    for path in rules {
        option("--rules", full(path)?);
    }
    for path in &args.output.out {
        option("--out", full(path)?);
    }
    option("--lang", screen.lang.to_string());
    if let Some(threads) = threads {
        option("--threads", threads.to_string());
    }
    // These may begin with a hyphen.
    if let Some(account) = &args.place.account {
        all.push(format!("--account={account}"));
    }
    if let Some(profile) = profile {
        all.push(format!("--profile={profile}"));
    }
    if let Some(at) = args.fail_on {
        all.push(format!("--fail-on={at}"));
    }
    if args.output.verbose {
        all.push("--verbose".to_owned());
    }
    if args.offline {
        all.push("--offline".to_owned());
    }
    if *quiet {
        all.push("--quiet".to_owned());
    }
    Ok(all)
}

fn full(path: &Path) -> Result<String, Stop> {
    text(&absolute(path)?)
}

fn absolute(path: &Path) -> Result<PathBuf, Stop> {
    std::path::absolute(path).map_err(|error| no_path(path, &error))
}

/// A path as text; no scheduler takes one that is none.
fn text(path: &Path) -> Result<String, Stop> {
    let text = path.to_str().map(str::to_owned);
    text.ok_or_else(|| {
        let shown = path.display().to_string();
        let values = vec![("text", shown.into()), ("sign", "\u{fffd}".into())];
        Stop::Said("schedule-unfit", values)
    })
}

fn no_path(path: &Path, error: &std::io::Error) -> Stop {
    let shown = path.display().to_string();
    let values = vec![("path", shown.into()), ("cause", cause(error))];
    Stop::Said("schedule-path", values)
}

fn show(
    made: &[Sheet],
    schedule: Schedule,
    place: &Place,
    screen: &mut Screen,
) -> Result<(), Stop> {
    let values = [
        ("account", Value::from(place.account.as_str())),
        ("every", Value::word(schedule.repeat.every())),
        ("at", schedule.at.to_string().into()),
    ];
    screen.print("schedule-shown", &values)?;
    for sheet in made {
        let file = tools::shown(place.scheduler, &sheet.name);
        writeln!(screen.out)?;
        screen.print("schedule-sheet", &[("file", file.into())])?;
        // Made of arguments without control characters.
        writeln!(screen.out, "{}", sheet.text.trim_end())?;
    }
    Ok(writeln!(screen.out)?)
}

/// Whether the user wants it, who is asked on a terminal only.
fn agreed(yes: bool, screen: &mut Screen) -> Result<bool, Stop> {
    if yes {
        return Ok(true);
    }
    if !std::io::stdin().is_terminal() {
        return Err(Stop::Said("schedule-ask-nobody", Vec::new()));
    }
    let question = screen.say("schedule-ask", &[]);
    write!(screen.out, "{question} ")?;
    screen.out.flush()?;
    let mut answer = String::new();
    std::io::stdin().lock().read_line(&mut answer)?;
    let agreed = ["y", "yes", "はい"].contains(&answer.trim().to_lowercase().as_str());
    if !agreed {
        screen.print("schedule-left", &[])?;
    }
    Ok(agreed)
}
