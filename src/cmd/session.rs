//! From arguments to a judged account: what every command that looks at an account does first.

use super::args::InputArgs;
use super::demo::{self, Demo};
use super::inspect::names;
use super::progress::Bar;
use super::{Screen, Stop, except, feed, fetched, kept, load, notice, unread};
use crate::config::Config;
use crate::inventory::Inventory;
use crate::lists::EXCEPTIONS;
use crate::model::{Day, Exception, Field, FileId, Input, InputFile, Policy, Tables, Value};
use crate::read;
use crate::rules::Pack;
use crate::scan::{self, Judged};
use std::path::{Path, PathBuf};

/// An account that was read and joined, with what it is looked at with.
pub(super) struct Joined<'a> {
    pub(super) config: &'a Config,
    pub(super) pack: &'a Pack,
    pub(super) policy: &'a Policy,
    pub(super) inventory: &'a Inventory,
    bar: &'a Bar,
    reading: &'a read::Options,
}

/// Adds to what was read, by the settings.
pub(super) type Enter<'e> = &'e mut dyn FnMut(&Config, &mut Tables) -> Result<(), Stop>;
/// What is asked beside the files: the plan of a shipment, a brand, what is entered.
type Asked<'e> = (Option<Option<&'e Path>>, Option<&'e str>, Option<Enter<'e>>);

/// Reads and judges an account, and hands it on with the settings in force.
///
/// `out` are files that will be written: they are no input.
pub(super) fn judged<T>(
    args: &InputArgs,
    out: &[PathBuf],
    screen: &mut Screen,
    then: impl FnOnce(&Config, &Judged<'_>, &mut Screen) -> Result<T, Stop>,
) -> Result<T, Stop> {
    planned(args, out, None, screen, |config, judged, _, screen| {
        then(config, judged, screen)
    })
}

/// As [`judged`], with the plan of a shipment: one that is named, or that of the demo account. What
/// reading was told is handed on as well: the plan can be read again with it.
pub(super) fn planned<T>(
    args: &InputArgs,
    out: &[PathBuf],
    plan: Option<Option<&Path>>,
    screen: &mut Screen,
    then: impl FnOnce(&Config, &Judged<'_>, &read::Options, &mut Screen) -> Result<T, Stop>,
) -> Result<T, Stop> {
    judging(args, out, (plan, None, None), screen, then)
}

/// As [`judged`]; `enter` adds to what was read before it is joined.
pub(super) fn entered<T>(
    args: &InputArgs,
    out: &[PathBuf],
    enter: Enter<'_>,
    screen: &mut Screen,
    then: impl FnOnce(&Config, &Judged<'_>, &mut Screen) -> Result<T, Stop>,
) -> Result<T, Stop> {
    let asked = (None, None, Some(enter));
    judging(args, out, asked, screen, |config, judged, _, screen| {
        then(config, judged, screen)
    })
}

fn judging<T>(
    args: &InputArgs,
    out: &[PathBuf],
    asked: Asked<'_>,
    screen: &mut Screen,
    then: impl FnOnce(&Config, &Judged<'_>, &read::Options, &mut Screen) -> Result<T, Stop>,
) -> Result<T, Stop> {
    account(args, out, asked, screen, |account, screen| {
        let bar = account.bar;
        bar.judging(u64::from(account.inventory.page_count()));
        let step = |pages| bar.step(pages);
        let judged = scan::judge(account.inventory, account.pack, account.policy, &step);
        bar.done();
        then(account.config, &judged, account.reading, screen)
    })
}

/// Reads and joins an account. `brand` is a name that is looked for though no list may have it.
pub(super) fn joined<T>(
    args: &InputArgs,
    brand: &str,
    screen: &mut Screen,
    then: impl FnOnce(&Joined<'_>, &mut Screen) -> Result<T, Stop>,
) -> Result<T, Stop> {
    account(args, &[], (None, Some(brand), None), screen, then)
}

fn account<T>(
    args: &InputArgs,
    out: &[PathBuf],
    (plan, brand, enter): Asked<'_>,
    screen: &mut Screen,
    then: impl FnOnce(&Joined<'_>, &mut Screen) -> Result<T, Stop>,
) -> Result<T, Stop> {
    let demo = if args.demo {
        Some(Demo::unpack()?)
    } else {
        None
    };
    let paths = demo
        .as_ref()
        .map_or_else(|| args.paths.clone(), |d| vec![d.folder().to_owned()]);
    let mut loaded = load::config(args.config.as_deref(), &folders(&paths))?;
    let profile = args.profile.clone();
    loaded.config.profile.option("--profile", profile);
    let packs = loaded.packs(&args.rules);
    let mut pack = loaded.pack_to_judge(&args.rules)?;
    if let Some(brand) = brand.filter(|brand| !names::knows(&pack.lists, brand)) {
        let (_, mut files) = loaded.files(&args.rules)?;
        files.push(names::list(brand, std::iter::once((brand, Vec::new()))));
        pack.lists = load::lists(&files)?;
    }
    let policy = policy(args, &loaded, &pack, demo.is_some())?;
    feed::warn(pack.feed.as_ref(), policy.today, screen)?;
    start_threads(args.threads);
    if !args.quiet
        && let Some(file) = loaded.file.as_ref().filter(|_| demo.is_none())
    {
        let path = file.display().to_string();
        screen.tell("scan-config", &[("path", path.into())])?;
    }
    let bar = Bar::new(screen, args.quiet);
    let mut reading = load::reading(&loaded.config)?;
    apart(&loaded, &packs, &paths, out, &mut reading)?;
    reading.plan = plan.and_then(|named| match named {
        Some(path) => Some(path.to_owned()),
        None => demo.as_ref().map(|d| d.folder().join(demo::PLAN)),
    });
    let kept = notices(&loaded, &folders(&paths));
    let mut tables = read::read(&paths, &reading, &bar).map_err(|e| unread::stop(&e))?;
    if !tables.files.iter().any(is_export) {
        return Err(nothing(&tables, &paths, screen)?);
    }
    if let Some(path) = &kept {
        add_notices(&mut tables, path)?;
    }
    match &demo {
        Some(demo) => demo.hide_folder(&mut tables),
        None => fetched::enter(&args.place, &loaded.config, policy.today, &mut tables)?,
    }
    add_settings(&mut tables, &loaded.config, &pack);
    if let Some(enter) = enter {
        enter(&loaded.config, &mut tables)?;
    }
    let account = Joined {
        config: &loaded.config,
        inventory: &Inventory::join(tables, &pack.lists),
        pack: &pack,
        policy: &policy,
        bar: &bar,
        reading: &reading,
    };
    let result = then(&account, screen);
    bar.done();
    result
}

fn start_threads(threads: Option<u16>) {
    if let Some(threads) = threads {
        // A second call in one process keeps the first pool, which only tests could do.
        let pool = rayon::ThreadPoolBuilder::new().num_threads(usize::from(threads));
        let _ = pool.build_global();
    }
}

/// Sets apart what lies among the exports without being one, and refuses `out` files that would
/// write over what is read.
pub(super) fn apart(
    loaded: &load::Loaded,
    packs: &[PathBuf],
    paths: &[PathBuf],
    out: &[PathBuf],
    reading: &mut read::Options,
) -> Result<(), Stop> {
    reading.not_input.extend(not_input(loaded, packs)?);
    let notices = notices(loaded, &folders(paths));
    reading.not_input.extend(notices);
    kept::check(out, &reading.not_input, reading)?;
    reading.not_input.extend_from_slice(out);
    Ok(())
}

/// What may lie among the exports without being one: the config, the exceptions, the packs.
fn not_input(loaded: &load::Loaded, packs: &[PathBuf]) -> Result<Vec<PathBuf>, Stop> {
    let mut paths: Vec<PathBuf> = loaded.file.iter().cloned().collect();
    let beside = loaded.file.as_deref().and_then(Path::parent);
    paths.extend(beside.map(|folder| folder.join(EXCEPTIONS)));
    for folder in packs {
        let files = load::pack_paths(folder)?.into_iter();
        paths.extend(files.map(|(path, _)| path));
    }
    Ok(paths)
}

/// True for a file that rows of the account were taken from; pledges of the config and the plan of
/// a shipment stand among the files too.
pub(super) fn is_export(file: &InputFile) -> bool {
    let of_account = file.input.is_some_and(|input| input != Input::Shipment);
    of_account && file.shape.as_deref() != Some("config-pledges")
}

/// Why nothing was scanned: every file that was left, with the reason.
pub(super) fn nothing(
    tables: &Tables,
    paths: &[PathBuf],
    screen: &mut Screen,
) -> std::io::Result<Stop> {
    for issue in &tables.issues {
        let mut why = String::new();
        screen.words.issue(&mut why, screen.lang, issue);
        let values = [("path", Value::from(&*issue.at.file)), ("why", why.into())];
        screen.tell("scan-left", &values)?;
    }
    let paths: Vec<_> = paths.iter().map(|p| p.display().to_string()).collect();
    let values = vec![
        ("path", paths.join(" ").into()),
        ("n", Value::Int(tables.files.len() as i64)),
    ];
    Ok(Stop::Said("scan-nothing", values))
}

/// Where a config may lie: in the first folder that is scanned, then in the current one.
pub(super) fn folders(paths: &[PathBuf]) -> Vec<PathBuf> {
    let first = paths.iter().find(|path| path.is_dir()).cloned();
    first.into_iter().chain([PathBuf::from(".")]).collect()
}

pub(super) fn policy(
    args: &InputArgs,
    loaded: &load::Loaded,
    pack: &Pack,
    demo: bool,
) -> Result<Policy, Stop> {
    let config = &loaded.config;
    let today = args.today.or(demo.then_some(demo::DAY));
    Ok(Policy {
        today: today.unwrap_or_else(today_in_japan),
        account: config.account.clone(),
        profile: loaded.profile()?,
        severities: config
            .severity
            .iter()
            .map(|(id, severity)| (id.value.clone(), *severity))
            .collect(),
        off: config.off.iter().map(|id| id.value.clone()).collect(),
        exceptions: exceptions(loaded, pack)?,
    })
}

/// The seller's exceptions: those of the config, then those of the file beside it.
fn exceptions(loaded: &load::Loaded, pack: &Pack) -> Result<Vec<Exception>, Stop> {
    let mut all = loaded.config.overrides.clone();
    let beside = loaded.file.as_deref().and_then(Path::parent);
    let path = beside.map(|folder| folder.join(EXCEPTIONS));
    if let Some(path) = path.filter(|path| path.is_file()) {
        all.extend(except::read(&path, pack)?);
    }
    Ok(all)
}

/// Amazon.co.jp's day, wherever the machine stands.
pub(super) fn today_in_japan() -> Day {
    let offset = jiff::tz::offset(9).to_time_zone();
    jiff::Timestamp::now().to_zoned(offset).date()
}

/// The file of notices: beside the config, or in one of the folders without one.
pub(super) fn notices(loaded: &load::Loaded, folders: &[PathBuf]) -> Option<PathBuf> {
    let beside = loaded.file.as_ref().map(|_| notice::path(loaded));
    let found = folders
        .iter()
        .map(|folder| folder.join(crate::notice::FILE));
    let places: Vec<PathBuf> = match beside {
        Some(path) => vec![path],
        None => found.collect(),
    };
    places.into_iter().find(|path| path.is_file())
}

/// Enters the notices as one more input.
pub(super) fn add_notices(tables: &mut Tables, path: &Path) -> Result<(), Stop> {
    let file = FileId(u16::try_from(tables.files.len()).unwrap_or(u16::MAX));
    let (_, cases) = notice::read(path, file)?;
    tables.files.push(InputFile {
        path: path.display().to_string(),
        shape: Some("notices".to_owned()),
        input: Some(Input::Notices),
        encoding: "UTF-8".to_owned(),
        rows: cases.len() as u64,
        rows_bad: 0,
        left_columns: Vec::new(),
    });
    tables.given.insert(Input::Notices);
    cases.into_iter().for_each(|case| tables.keep_case(case));
    Ok(())
}

/// What the config and the lists tell beside the files.
pub(super) fn add_settings(tables: &mut Tables, config: &Config, pack: &Pack) {
    if config.account.is_some() {
        tables.given.insert(Input::Account);
    }
    if pack.lists.watches_asins() {
        tables.given.insert(Input::OwnLists);
        tables.fields.insert((Input::OwnLists, Field::Asin));
    }
}
