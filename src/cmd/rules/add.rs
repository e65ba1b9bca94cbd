//! `kenpin rules add-brand`: one more line in the seller's own list.

use crate::cmd::args::RulesAddArgs;
use crate::cmd::{Exit, Screen, Stop, load, packfiles};
use crate::lists::{ListFile, OWN_COLUMNS, OWN_LIST, OwnEntry};
use crate::rules::PackFile;
use std::path::{Path, PathBuf};

pub(super) fn run(args: &RulesAddArgs, screen: &mut Screen) -> Result<Exit, Stop> {
    let entry = entry(args);
    let path = place(args)?;
    let old = match path.is_file() {
        true => Some(load::own_list(&path)?),
        false => None,
    };
    let new = appended(&path, old.as_ref(), &entry);
    // The whole list is read with the new line, by the rules by which a scan reads it.
    load::lists(std::slice::from_ref(&new))?;
    if let Some(old) = &old {
        let list = ListFile {
            path: old.path.clone(),
            shown: old.shown.clone(),
            text: old.text.clone(),
        };
        let known = entry.known(&list).unwrap_or_default();
        if !known.is_empty() {
            let values = vec![
                ("name", known.join(", ").into()),
                ("path", old.shown.as_str().into()),
            ];
            return Err(Stop::Said("rules-add-known", values));
        }
    }
    packfiles::save_line(&path, &new, entry.line(), args.dry_run, screen)
}

fn entry(args: &RulesAddArgs) -> OwnEntry {
    OwnEntry {
        name: args.name.trim().to_owned(),
        aliases: args.alias.clone(),
        asins: args
            .asin
            .iter()
            .map(|asin| asin.trim().to_uppercase())
            .collect(),
        kind: args.kind.clone().unwrap_or_default(),
        claims: args.claim.clone(),
        date: args.date.map_or(String::new(), |day| day.to_string()),
        note: args.note.clone().unwrap_or_default(),
    }
}

/// Where the own list is, or would be: beside the config.
fn place(args: &RulesAddArgs) -> Result<PathBuf, Stop> {
    let loaded = load::config(args.config.as_deref(), &[PathBuf::from(".")])?;
    let beside = loaded.file.as_deref().and_then(Path::parent);
    Ok(loaded
        .own
        .unwrap_or_else(|| beside.unwrap_or(Path::new("")).join(OWN_LIST)))
}

/// The list with one more line.
fn appended(path: &Path, old: Option<&PackFile>, entry: &OwnEntry) -> PackFile {
    let old = old.map_or("", |old| old.text.as_str());
    PackFile {
        shown: path.display().to_string(),
        path: OWN_LIST.to_owned(),
        text: packfiles::with_line(old, &OWN_COLUMNS, &entry.line()),
    }
}
