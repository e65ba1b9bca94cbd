//! What candidates are judged with: rules, settings, and what the seller's account knows.

use super::CandidatesArgs;
use crate::cmd::args::InputArgs;
use crate::cmd::audit::PlaceArgs;
use crate::cmd::demo::{self, Demo};
use crate::cmd::progress::Bar;
use crate::cmd::{Screen, Stop, feed, fetched, load, session, unread};
use crate::inventory::Inventory;
use crate::model::{Policy, Tables};
use crate::read;
use crate::rules::Pack;
use std::path::PathBuf;

/// Everything that answers need beside the candidates.
pub(super) struct Ground {
    pub(super) loaded: load::Loaded,
    pub(super) pack: Pack,
    pub(super) policy: Policy,
    pub(super) account: Inventory,
    pub(super) demo: Option<Demo>,
}

/// Reads rules, settings and the account.
pub(super) fn ground(args: &CandidatesArgs, screen: &mut Screen) -> Result<Ground, Stop> {
    let demo = if args.demo {
        Some(Demo::unpack()?)
    } else {
        None
    };
    let paths = match &demo {
        Some(demo) => vec![demo.folder().to_owned()],
        None => args.account.clone(),
    };
    let mut loaded = load::config(args.config.as_deref(), &session::folders(&paths))?;
    let profile = args.profile.clone();
    loaded.config.profile.option("--profile", profile);
    let packs = loaded.packs(&args.rules);
    let pack = loaded.pack(&args.rules)?;
    let input = InputArgs {
        paths,
        demo: args.demo,
        config: args.config.clone(),
        profile: args.profile.clone(),
        today: args.today.or(args.demo.then_some(demo::DAY)),
        threads: None,
        rules: args.rules.clone(),
        place: PlaceArgs {
            state: args.state.clone(),
            account: None,
        },
        quiet: args.quiet,
    };
    let policy = session::policy(&input, &loaded, &pack, args.demo)?;
    feed::warn(pack.feed.as_ref(), policy.today, screen)?;
    if !args.quiet
        && let Some(file) = loaded.file.as_ref().filter(|_| demo.is_none())
    {
        let path = file.display().to_string();
        screen.tell("scan-config", &[("path", path.into())])?;
    }
    let mut tables = account(args, &input.paths, &loaded, &packs, screen)?;
    match &demo {
        Some(demo) => demo.hide_folder(&mut tables),
        // All of it at once, as a scan does: the memory is that of what was fetched, however many
        // candidates come, and none of them waits for a disk.
        None => fetched::enter(&input.place, &loaded.config, policy.today, &mut tables)?,
    }
    session::add_settings(&mut tables, &loaded.config, &pack);
    let account = Inventory::join(tables, &pack.lists);
    Ok(Ground {
        loaded,
        pack,
        policy,
        account,
        demo,
    })
}

/// The account's tables; what is said of them goes to the hints, not into the answers.
fn account(
    args: &CandidatesArgs,
    paths: &[PathBuf],
    loaded: &load::Loaded,
    packs: &[PathBuf],
    screen: &mut Screen,
) -> Result<Tables, Stop> {
    let mut reading = load::reading(&loaded.config)?;
    reading.not_input.extend(args.file.clone());
    session::apart(loaded, packs, paths, args.out.as_slice(), &mut reading)?;
    let folders = session::folders(paths);
    let notices = session::notices(loaded, &folders).filter(|_| !paths.is_empty());
    let bar = Bar::new(screen, args.quiet || paths.is_empty());
    let mut tables = read::read(paths, &reading, &bar).map_err(|e| unread::stop(&e))?;
    bar.done();
    if !paths.is_empty() && !tables.files.iter().any(session::is_export) {
        return Err(session::nothing(&tables, paths, screen)?);
    }
    if let Some(path) = notices {
        session::add_notices(&mut tables, &path)?;
    }
    Ok(tables)
}
