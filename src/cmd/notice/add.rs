//! `kenpin notice add`: reads a mail, says what it is, and keeps it.

use super::args::NoticeAddArgs;
use super::store::{Store, path};
use super::view;
use crate::cmd::{Exit, Screen, Stop, load, packfiles, session};
use crate::model::{Case, Letter, NoticeKind};
use crate::notice::{self, Entry, Event, Reading};
use crate::read::mail;
use std::io::{Read as _, Write};
use std::path::Path;

/// No mail is larger; what is larger was given by mistake.
const LARGEST: u64 = 64 << 20;

pub(super) fn run(args: &NoticeAddArgs, screen: &mut Screen) -> Result<Exit, Stop> {
    let bytes = bytes(&args.file)?;
    let data = super::data()?;
    let letter = mail::letter(&bytes);
    let today = session::today_in_japan();
    let mut reading = notice::read(&letter, &data, args.received, today);
    if let Some(kind) = args.kind {
        take_as(&mut reading, kind, &data);
    }
    let loaded = super::settings(args.config.as_deref())?;
    let mut store = Store::open(path(&loaded))?;
    let hash = blake3::hash(&bytes).to_hex().to_string();
    let known = store.cases.iter().find(|case| case.hash == hash);
    let known = known.map(|case| case.id.clone());
    let keep = !args.dry_run && known.is_none() && reading.kind != NoticeKind::Unknown;
    let id = match &known {
        Some(id) => Some(id.clone()),
        None => keep.then(|| notice::next_id(&store.cases)),
    };
    if args.json {
        view::json(&view::Read::of(&reading, id.as_deref()), screen)?;
    } else {
        view::print(&reading, screen)?;
    }
    screen.out.flush()?;
    let about = about(&store.cases, &reading);
    if let Some(id) = id.clone().filter(|_| keep) {
        let entry = entry(id, &letter, &reading, (&args.file, hash));
        store.add(&events(entry, about.as_ref()), screen)?;
    }
    if args.json {
        // What follows is for people; the JSON stands alone.
        return Ok(Exit::Clean);
    }
    say_kept(args, (known, id), &store, screen)?;
    if let Some(about) = about.filter(|_| keep) {
        offer_close(&reading, &about, screen)?;
    }
    if reading.kind != NoticeKind::Unknown {
        super::lists::put(&loaded, &reading, args.yes && !args.dry_run, screen)?;
    }
    screen.out.flush()?;
    Ok(Exit::Clean)
}

/// Takes a mail as what the seller says it is; the usual clock is that of the kind.
fn take_as(reading: &mut Reading, kind: NoticeKind, data: &notice::Data) {
    reading.kind = kind;
    reading.confidence = 1.0;
    if reading
        .deadline
        .as_ref()
        .is_none_or(|deadline| !deadline.stated)
    {
        reading.deadline = notice::usual(data, kind, reading.received);
    }
}

fn bytes(file: &Path) -> Result<Vec<u8>, Stop> {
    let mut bytes = Vec::new();
    let unreadable = |error: std::io::Error| packfiles::unreadable_at(file, &error);
    match file == Path::new("-") {
        true => std::io::stdin().take(LARGEST + 1).read_to_end(&mut bytes),
        false => {
            let file = std::fs::File::open(file).map_err(unreadable)?;
            file.take(LARGEST + 1).read_to_end(&mut bytes)
        }
    }
    .map_err(unreadable)?;
    match bytes.len() as u64 > LARGEST {
        true => Err(load::said_of("cli-too-large", file)),
        false => Ok(bytes),
    }
}

/// The open notice that a mail answers: one of the same ASINs, else the only one.
fn about(cases: &[Case], reading: &Reading) -> Option<Case> {
    if !reading.kind.is_resolved() && reading.kind != NoticeKind::PlanRejected {
        return None;
    }
    let open: Vec<&Case> = cases.iter().filter(|case| case.is_open()).collect();
    let shares = |case: &&&Case| case.asins.iter().any(|asin| reading.asins.contains(asin));
    let same = open.iter().rev().find(shares);
    let only = open
        .first()
        .filter(|_| open.len() == 1 && reading.asins.is_empty());
    same.or(only).map(|case| (**case).clone())
}

fn events(entry: Entry, about: Option<&Case>) -> Vec<Event> {
    let refused = about.filter(|_| entry.kind == NoticeKind::PlanRejected);
    let refused = refused.map(|about| Event::Refused {
        id: about.id.clone(),
        day: entry.received,
        deadline: entry.deadline,
    });
    let closed = match (&refused, entry.kind) {
        // The matter goes on under its first notice; this mail only tells of it.
        (Some(_), _) => Some(Event::Close {
            id: entry.id.clone(),
            day: entry.received,
        }),
        _ => None,
    };
    [Event::Notice(Box::new(entry))]
        .into_iter()
        .chain(refused)
        .chain(closed)
        .collect()
}

fn entry(id: String, letter: &Letter, reading: &Reading, (file, hash): (&Path, String)) -> Entry {
    let deadline = reading.deadline.as_ref();
    Entry {
        id,
        kind: reading.kind,
        received: reading.received,
        deadline: deadline.map(|deadline| deadline.day),
        deadline_rule: deadline.map(|deadline| deadline.rule.clone()),
        asins: reading.asins.iter().map(ToString::to_string).collect(),
        rights_holder: reading.rights_holder.clone(),
        claim_type: reading.claim,
        contact: reading.contact.clone(),
        complaint_id: reading.complaint.clone(),
        documents: reading.documents.clone(),
        subject: letter.subject.chars().take(300).collect(),
        source: file.display().to_string(),
        hash,
    }
}

fn say_kept(
    args: &NoticeAddArgs,
    (known, id): (Option<String>, Option<String>),
    store: &Store,
    screen: &mut Screen,
) -> Result<(), Stop> {
    let path = store.path.display().to_string();
    let values = |id: String| [("id", id.into()), ("path", path.clone().into())];
    match (known, id) {
        (Some(id), _) => screen.print("notice-known", &values(id))?,
        (None, Some(id)) => screen.print("notice-kept", &values(id))?,
        (None, None) if args.dry_run => screen.print("notice-dry", &[])?,
        (None, None) => screen.print("notice-not-kept", &[])?,
    }
    Ok(())
}

fn offer_close(reading: &Reading, about: &Case, screen: &mut Screen) -> Result<(), Stop> {
    let id = match reading.kind {
        NoticeKind::PlanRejected => "notice-refused-of",
        _ => "notice-settles",
    };
    screen.print(id, &[("id", about.id.as_str().into())])?;
    Ok(())
}
