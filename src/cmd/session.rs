//! From arguments to a judged account: what every command that looks at an account does first.

use super::args::InputArgs;
use super::demo::Demo;
use super::progress::Bar;
use super::{Screen, Stop, except, load, notice, unread};
use crate::config::Config;
use crate::inventory::Inventory;
use crate::lists::EXCEPTIONS;
use crate::model::{Day, Exception, Field, FileId, Input, InputFile, Policy, Tables, Value};
use crate::read;
use crate::rules::Pack;
use crate::scan::{self, Judged};
use std::path::{Path, PathBuf};

/// Reads and judges an account, and hands it on with the settings in force.
///
/// `out` are files that will be written: they are no input.
pub(super) fn judged<T>(
    args: &InputArgs,
    out: &[PathBuf],
    screen: &mut Screen,
    then: impl FnOnce(&Config, &Judged<'_>, &mut Screen) -> Result<T, Stop>,
) -> Result<T, Stop> {
    let demo = if args.demo {
        Some(Demo::unpack()?)
    } else {
        None
    };
    let paths = demo
        .as_ref()
        .map_or_else(|| args.paths.clone(), |d| vec![d.folder().to_owned()]);
    let loaded = load::config(args.config.as_deref(), &folders(&paths))?;
    let packs = loaded.packs(&args.rules);
    let pack = loaded.pack(&args.rules)?;
    let policy = policy(args, &loaded, &pack, demo.is_some())?;
    if let Some(threads) = args.threads {
        // A second call in one process keeps the first pool, which only tests could do.
        let pool = rayon::ThreadPoolBuilder::new().num_threads(usize::from(threads));
        let _ = pool.build_global();
    }
    if !args.quiet
        && let Some(file) = loaded.file.as_ref().filter(|_| demo.is_none())
    {
        let path = file.display().to_string();
        screen.tell("scan-config", &[("path", path.into())])?;
    }
    let bar = Bar::new(screen, args.quiet);
    let mut reading = load::reading(&loaded.config)?;
    reading.not_input = not_input(&loaded, &packs, out)?;
    reading.not_input.extend(notices(&loaded, &folders(&paths)));
    let mut tables = read::read(&paths, &reading, &bar).map_err(|e| unread::stop(&e))?;
    if let Some(demo) = &demo {
        demo.hide_folder(&mut tables);
    }
    if !tables.files.iter().any(is_export) {
        return Err(nothing(&tables, &paths, screen)?);
    }
    if let Some(path) = notices(&loaded, &folders(&paths)) {
        add_notices(&mut tables, &path)?;
        if let Some(demo) = &demo {
            demo.hide_folder(&mut tables);
        }
    }
    add_settings(&mut tables, &loaded.config, &pack);
    let inventory = Inventory::join(tables, &pack.lists);
    bar.judging(u64::from(inventory.page_count()));
    let judged = scan::judge(&inventory, &pack, &policy, &|pages| bar.step(pages));
    bar.done();
    then(&loaded.config, &judged, screen)
}

/// What may lie among the exports without being one: the config, the packs, earlier reports.
fn not_input(
    loaded: &load::Loaded,
    packs: &[PathBuf],
    out: &[PathBuf],
) -> Result<Vec<PathBuf>, Stop> {
    let mut paths = out.to_vec();
    paths.extend(loaded.file.clone());
    let beside = loaded.file.as_deref().and_then(Path::parent);
    paths.extend(beside.map(|folder| folder.join(EXCEPTIONS)));
    for folder in packs {
        let files = load::pack_paths(folder)?.into_iter();
        paths.extend(files.map(|(path, _)| path));
    }
    Ok(paths)
}

/// True for a file that rows were taken from; pledges of the config stand among the files too.
fn is_export(file: &InputFile) -> bool {
    file.input.is_some() && file.shape.as_deref() != Some("config-pledges")
}

/// Why nothing was scanned: every file that was left, with the reason.
fn nothing(tables: &Tables, paths: &[PathBuf], screen: &mut Screen) -> std::io::Result<Stop> {
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
fn folders(paths: &[PathBuf]) -> Vec<PathBuf> {
    let first = paths.iter().find(|path| path.is_dir()).cloned();
    first.into_iter().chain([PathBuf::from(".")]).collect()
}

fn policy(
    args: &InputArgs,
    loaded: &load::Loaded,
    pack: &Pack,
    demo: bool,
) -> Result<Policy, Stop> {
    let config = &loaded.config;
    let today = args.today.or(demo.then_some(super::demo::DAY));
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

/// The seller's exceptions, which lie beside the config.
fn exceptions(loaded: &load::Loaded, pack: &Pack) -> Result<Vec<Exception>, Stop> {
    let beside = loaded.file.as_deref().and_then(Path::parent);
    let path = beside.map(|folder| folder.join(EXCEPTIONS));
    match path.filter(|path| path.is_file()) {
        Some(path) => except::read(&path, pack),
        None => Ok(Vec::new()),
    }
}

/// Amazon.co.jp's day, wherever the machine stands.
pub(super) fn today_in_japan() -> Day {
    let offset = jiff::tz::offset(9).to_time_zone();
    jiff::Timestamp::now().to_zoned(offset).date()
}

/// The file of notices: beside the config, or in one of the folders without one.
fn notices(loaded: &load::Loaded, folders: &[PathBuf]) -> Option<PathBuf> {
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
fn add_notices(tables: &mut Tables, path: &Path) -> Result<(), Stop> {
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
fn add_settings(tables: &mut Tables, config: &Config, pack: &Pack) {
    if config.account.is_some() {
        tables.given.insert(Input::Account);
    }
    if pack.lists.watches_asins() {
        tables.given.insert(Input::OwnLists);
        tables.fields.insert((Input::OwnLists, Field::Asin));
    }
}
