//! What a notice adds to the seller's lists: pledged ASINs, and a rights holder who complained.

use crate::cmd::args::{RulesAddArgs, RulesCommand};
use crate::cmd::{Screen, Stop, load, packfiles, rules};
use crate::model::NoticeKind;
use crate::notice::Reading;
use crate::rules::PackFile;
use std::path::{Path, PathBuf};

/// The list of pledges that `kenpin init` writes, and its columns in both languages.
const PLEDGES: &str = "pledges.csv";
const COLUMNS: [[&str; 3]; 2] = [
    ["ASIN", "誓約日", "備考"],
    ["asin", "pledge_date", "remark"],
];

/// Puts on the lists what a notice tells, or says how that is done.
pub(super) fn put(
    loaded: &load::Loaded,
    reading: &Reading,
    yes: bool,
    screen: &mut Screen,
) -> Result<(), Stop> {
    if reading.kind == NoticeKind::ResolvedPledge && !reading.asins.is_empty() {
        pledges(loaded, reading, yes, screen)?;
    }
    let complained = reading.kind == NoticeKind::IntellectualProperty;
    if let Some(name) = reading.rights_holder.as_ref().filter(|_| complained) {
        holder(loaded, reading, name, yes, screen)?;
    }
    Ok(())
}

fn pledges(
    loaded: &load::Loaded,
    reading: &Reading,
    yes: bool,
    screen: &mut Screen,
) -> Result<(), Stop> {
    screen.print("notice-pledges", &[])?;
    let beside = loaded.file.as_deref().and_then(Path::parent);
    let path: PathBuf = beside.unwrap_or(Path::new("")).join(PLEDGES);
    let old = match path.is_file() {
        true => packfiles::own_file(&path, PLEDGES)?.text,
        false => String::new(),
    };
    let asins = reading.asins.iter().map(ToString::to_string);
    let new: Vec<String> = asins.filter(|asin| !old.contains(asin.as_str())).collect();
    let shown = path.display().to_string();
    if new.is_empty() {
        screen.print("notice-pledge-known", &[("path", shown.into())])?;
        return Ok(());
    }
    let head = old.lines().next().map(|line| line.trim().replace('"', ""));
    let columns = match head {
        None => COLUMNS.first(),
        Some(head) => COLUMNS.iter().find(|columns| columns.join(",") == head),
    };
    let (true, Some(columns)) = (yes, columns) else {
        screen.print("notice-pledge-offer", &[("asins", new.join(", ").into())])?;
        return Ok(());
    };
    let mut text = old;
    for asin in &new {
        let line = format!("{asin},{},", reading.received);
        text = packfiles::with_line(&text, columns, &line);
    }
    let file = PackFile {
        shown,
        path: PLEDGES.to_owned(),
        text,
    };
    packfiles::save_line(&path, &file, new.join(", "), false, screen)?;
    Ok(())
}

fn holder(
    loaded: &load::Loaded,
    reading: &Reading,
    name: &str,
    yes: bool,
    screen: &mut Screen,
) -> Result<(), Stop> {
    if !yes {
        return offer(reading, name, screen);
    }
    let claim = reading.claim.map(|claim| claim.word().to_owned());
    let args = RulesAddArgs {
        name: name.to_owned(),
        alias: Vec::new(),
        asin: Vec::new(),
        kind: None,
        claim: claim.into_iter().collect(),
        date: Some(reading.received),
        note: reading.contact.clone(),
        dry_run: false,
        config: loaded.file.clone(),
    };
    match rules::run(&RulesCommand::AddBrand(args), screen) {
        Err(Stop::Said("rules-add-known", values)) => {
            screen.print("notice-holder-known", &values)?;
        }
        ran => {
            ran?;
        }
    }
    Ok(())
}

/// Says how the rights holder comes onto the seller's own list: with the whole command, where the
/// name could do nothing else in a shell.
fn offer(reading: &Reading, name: &str, screen: &mut Screen) -> Result<(), Stop> {
    screen.print("notice-holder-offer", &[("name", name.into())])?;
    let harmless = |c: char| c.is_alphanumeric() || " .,&'-・（）()".contains(c);
    if name.chars().all(harmless) && !name.starts_with('-') {
        let claim = reading
            .claim
            .map(|claim| format!(" --claim {}", claim.word()));
        let line = format!(
            "kenpin rules add-brand \"{name}\"{} --date {}",
            claim.unwrap_or_default(),
            reading.received
        );
        screen.print("notice-holder-line", &[("line", line.into())])?;
    }
    Ok(())
}
