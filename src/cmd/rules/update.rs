//! `kenpin rules update` and `rollback`: the next issue of the feed, or the one before.

use crate::cmd::args::{RulesRollbackArgs, RulesUpdateArgs};
use crate::cmd::feed::{self, Got, Source};
use crate::cmd::{Exit, Screen, Stop, load, session};
use crate::config::FeedSource;
use crate::feed::{
    Change, How, LARGEST_SIGNATURE, MANIFEST, PackText, SIGNATURE, changes, sha256, verify,
};
use crate::model::{Feed, FeedIssue, Value};
use crate::store::{FeedFiles, FeedShelf, OpenShelf};
use std::io::Write;
use std::path::PathBuf;

/// Changes that are named; a first issue may have thousands.
const NAMED: usize = 30;

/// The issue in use, if it still is what was accepted: a damaged one is as good as none.
#[derive(Default)]
struct Before {
    issue: Option<FeedIssue>,
    files: FeedFiles,
    texts: Vec<PackText>,
}

/// Takes the newest issue, if everything about it is right.
pub(super) fn run(args: &RulesUpdateArgs, screen: &mut Screen) -> Result<Exit, Stop> {
    let loaded = load::config(args.config.as_deref(), &[PathBuf::from(".")])?;
    let source = settings(&loaded)?;
    let offline = args.offline || loaded.config.network.offline;
    let mut from = Source::new(args.from.as_deref(), source, offline)?;
    let shelf = feed::shelf(source)?;
    let mut open = shelf.open().map_err(|error| feed::stop(&error))?;
    let before = before(&shelf, source);
    let known = known(&open, &before, args.from.is_some());
    let (manifest, etag) = match from.manifest(known.as_deref())? {
        #[cfg(feature = "net")]
        Got::Unchanged => return told(source, before.issue, "feed-current", screen),
        Got::Manifest(bytes, etag) => (bytes, etag),
    };
    let signature = from.get(SIGNATURE, LARGEST_SIGNATURE)?;
    let parsed = verify(&manifest, &signature, &feed::trust(source));
    let parsed = parsed.map_err(|fault| feed::refused(&fault))?;
    let issue = parsed.issue(sha256(&manifest));
    feed::not_older(open.state.highest.as_ref(), &issue)?;
    if before.issue.as_ref() == Some(&issue) {
        return told(source, before.issue, "feed-current", screen);
    }
    let mut files = FeedFiles::from([
        (MANIFEST.to_owned(), manifest),
        (SIGNATURE.to_owned(), signature),
    ]);
    for pack in &parsed.packs {
        let name = feed::kept_as(pack);
        let bytes = match before.files.get(&name) {
            Some(bytes) => bytes.clone(),
            None => from.get(&pack.url, pack.size)?,
        };
        files.insert(name, bytes);
    }
    let proven = feed::prove(&files, source).map_err(|fault| feed::refused(&fault))?;
    let new = proven.pack_files(source);
    feed::lint(&loaded.files_with(new.clone(), &[])?, &new)?;
    // What another address than the one of the settings called it says nothing about this one.
    let etag = etag.filter(|_| args.from.is_none());
    open.install(issue.clone(), &files, etag)
        .map_err(|error| feed::stop(&error))?;
    drop(open);
    let changed = changes(&before.texts, &proven.texts());
    told(source, Some(issue), "feed-taken", screen)?;
    show(&changed, screen)?;
    Ok(Exit::Clean)
}

/// Goes back to the issue before.
pub(super) fn roll_back(args: &RulesRollbackArgs, screen: &mut Screen) -> Result<Exit, Stop> {
    let loaded = load::config(args.config.as_deref(), &[PathBuf::from(".")])?;
    let source = settings(&loaded)?;
    let shelf = feed::shelf(source)?;
    let mut open = shelf.open().map_err(|error| feed::stop(&error))?;
    let texts = before(&shelf, source).texts;
    if let Some(previous) = &open.state.previous {
        let files = shelf.files(previous);
        let files = files.map_err(|error| feed::stop(&error))?;
        feed::prove(&files, source).map_err(|fault| feed::refused(&fault))?;
    }
    let issue = open.roll_back().map_err(|error| feed::stop(&error))?;
    let issue = issue.ok_or_else(|| Stop::Said("feed-no-previous", Vec::new()))?;
    drop(open);
    told(source, Some(issue), "feed-back", screen)?;
    show(&changes(&texts, &before(&shelf, source).texts), screen)?;
    Ok(Exit::Clean)
}

fn settings(loaded: &load::Loaded) -> Result<&FeedSource, Stop> {
    let feed = loaded.config.feed.as_ref();
    feed.ok_or_else(|| Stop::Said("feed-none", Vec::new()))
}

fn before(shelf: &FeedShelf, source: &FeedSource) -> Before {
    let Ok(Some((_, files))) = shelf.read() else {
        return Before::default();
    };
    match feed::prove(&files, source) {
        Err(_) => Before::default(),
        Ok(proven) => Before {
            texts: proven.texts(),
            issue: Some(proven.issue),
            files,
        },
    }
}

/// What the server called the issue in use, if "unchanged" would be an answer to go by.
fn known(open: &OpenShelf<'_>, before: &Before, elsewhere: bool) -> Option<String> {
    let sound = before.issue.is_some() && before.issue == open.state.highest && !elsewhere;
    open.state.etag.clone().filter(|_| sound)
}

/// Says which issue is in use now, and warns of one that cannot be gone by as it should.
fn told(
    source: &FeedSource,
    used: Option<FeedIssue>,
    id: &str,
    screen: &mut Screen,
) -> Result<Exit, Stop> {
    if let Some(issue) = &used {
        let values = [
            ("channel", Value::from(source.channel.as_str())),
            // As text: a serial takes no thousands comma.
            ("serial", issue.serial.to_string().into()),
            ("issued", issue.issued.into()),
            ("expires", issue.expires.into()),
        ];
        screen.print(id, &values)?;
    }
    let channel = source.channel.clone();
    let feed = Feed { channel, used };
    feed::warn(Some(&feed), session::today_in_japan(), screen)?;
    screen.out.flush()?;
    Ok(Exit::Clean)
}

fn show(changes: &[Change], screen: &mut Screen) -> Result<(), Stop> {
    let count = |how, rule: bool| {
        let of = |change: &&Change| change.how == how && change.list.is_none() == rule;
        Value::Int(changes.iter().filter(of).count() as i64)
    };
    for (id, rule) in [("feed-rules", true), ("feed-entries", false)] {
        let values = [
            ("added", count(How::Added, rule)),
            ("changed", count(How::Changed, rule)),
            ("gone", count(How::Gone, rule)),
        ];
        screen.print(id, &values)?;
    }
    for change in changes.iter().take(NAMED) {
        let id = match change.how {
            How::Added => "feed-added",
            How::Changed => "feed-changed",
            How::Gone => "feed-gone",
        };
        let place = change.list.as_deref().unwrap_or("rules");
        let values = [
            ("name", change.name.as_str().into()),
            ("list", place.into()),
        ];
        screen.print(id, &values)?;
    }
    if let Some(more) = changes.len().checked_sub(NAMED).filter(|more| *more > 0) {
        screen.print("feed-more", &[("n", Value::Int(more as i64))])?;
    }
    Ok(screen.out.flush()?)
}
