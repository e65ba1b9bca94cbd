//! `kenpin rules pack`: folders with rules and lists become an issue of a feed, still unsigned.

use crate::cmd::args::RulesPackArgs;
use crate::cmd::{Exit, Screen, Stop, feed, load};
use crate::feed::{FORMAT, FeedFault, MANIFEST, Manifest, PackEntry, PackText, SIGNATURE};
use crate::feed::{is_plain, pack, sha256};
use crate::model::Value;
use crate::rules::PackFile;
use crate::write;
use jiff::{SignedDuration, Timestamp};
use std::io::Write;
use std::path::Path;

/// A pack with the bytes that travel.
struct Packed {
    entry: PackEntry,
    bytes: Vec<u8>,
}

/// Packs, after everything was checked that those who fetch it will check.
pub(super) fn run(args: &RulesPackArgs, screen: &mut Screen) -> Result<Exit, Stop> {
    let old = before(&args.out)?;
    let (mut all, mut new, mut packed) = (load::shipped(), Vec::new(), Vec::new());
    for dir in &args.dirs {
        let name = name_of(dir)?;
        let files = load::folder(dir)?;
        let text = |file: &PackFile| (file.path.clone(), file.text.clone());
        let texts: Vec<PackText> = files.iter().map(text).collect();
        feed::belonging(&texts).map_err(|fault| feed::refused(&fault))?;
        packed.push(made(&name, &texts, old.as_ref())?);
        new.extend(files);
    }
    all.extend(new.iter().cloned());
    feed::lint(&all, &new)?;
    let manifest = manifest(args, old.as_ref(), &packed)?;
    save(&args.out, &manifest, &packed, screen)?;
    let values = [
        ("channel", Value::from(manifest.channel.as_str())),
        ("serial", manifest.serial.to_string().into()),
        ("n", Value::Int(packed.len() as i64)),
        ("path", args.out.display().to_string().into()),
    ];
    screen.print("feed-packed", &values)?;
    screen.out.flush()?;
    Ok(Exit::Clean)
}

/// The issue that lies in the folder already.
fn before(out: &Path) -> Result<Option<Manifest>, Stop> {
    let path = out.join(MANIFEST);
    match path.is_file() {
        false => Ok(None),
        true => feed::unsigned(load::text(&path)?.as_bytes()).map(Some),
    }
}

/// A pack is called like its folder.
fn name_of(dir: &Path) -> Result<String, Stop> {
    let whole = std::fs::canonicalize(dir).unwrap_or_else(|_| dir.to_owned());
    let name = whole.file_name().unwrap_or_default().to_string_lossy();
    match is_plain(&name) {
        true => Ok(name.into_owned()),
        false => Err(Stop::Said(
            "feed-name",
            vec![("name", name.as_ref().into())],
        )),
    }
}

/// The pack; one that holds what it held keeps its serial, so that nobody fetches it again.
fn made(name: &str, texts: &[PackText], old: Option<&Manifest>) -> Result<Packed, Stop> {
    let mut old = old.into_iter().flat_map(|old| &old.packs);
    let old = old.find(|pack| pack.name == name);
    let of = |serial: u64| -> Result<Packed, FeedFault> {
        let (bytes, uncompressed_size) = pack(name, serial, texts)?;
        let entry = PackEntry {
            name: name.to_owned(),
            serial,
            // Not `.json.gz`: some servers unpack what is called so on its way.
            url: format!("packs/{name}-{serial}.pack"),
            sha256: sha256(&bytes),
            size: bytes.len() as u64,
            uncompressed_size,
        };
        Ok(Packed { entry, bytes })
    };
    let serial = old.map_or(1, |old| old.serial);
    let same = of(serial).map_err(|fault| feed::refused(&fault))?;
    if old.is_none_or(|old| old.sha256 == same.entry.sha256) {
        return Ok(same);
    }
    of(serial.saturating_add(1)).map_err(|fault| feed::refused(&fault))
}

fn manifest(
    args: &RulesPackArgs,
    old: Option<&Manifest>,
    packed: &[Packed],
) -> Result<Manifest, Stop> {
    let next = old.map_or(1, |old| old.serial.saturating_add(1));
    let now = Timestamp::from_second(Timestamp::now().as_second()).unwrap_or_default();
    let valid = SignedDuration::from_hours(24 * i64::from(args.days));
    let manifest = Manifest {
        format: FORMAT,
        channel: args.channel.clone(),
        serial: args.serial.unwrap_or(next),
        issued_at: now,
        expires_at: now.checked_add(valid).unwrap_or(Timestamp::MAX),
        min_tool_version: env!("CARGO_PKG_VERSION").to_owned(),
        packs: packed.iter().map(|pack| pack.entry.clone()).collect(),
    };
    // What is published is read once as it will be read by others.
    feed::unsigned(manifest.text().as_bytes())
}

fn save(out: &Path, manifest: &Manifest, packed: &[Packed], screen: &Screen) -> Result<(), Stop> {
    let packs = out.join("packs");
    let denied = |error| load::unreadable_at(&packs, &error);
    std::fs::create_dir_all(&packs).map_err(denied)?;
    for pack in packed {
        put(&out.join(&pack.entry.url), &pack.bytes, screen)?;
    }
    // It was that of the issue before; without one, everybody sees that this one is unsigned.
    let signature = out.join(SIGNATURE);
    match std::fs::remove_file(&signature) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            return Err(load::unreadable_at(&signature, &error));
        }
        _ => {}
    }
    put(&out.join(MANIFEST), manifest.text().as_bytes(), screen)
}

/// Writes a file as a whole or not at all.
pub(super) fn put(path: &Path, bytes: &[u8], screen: &Screen) -> Result<(), Stop> {
    write::save(path, |out| out.write_all(bytes)).map_err(|error| {
        let what = error.say(&screen.words, screen.lang);
        Stop::Said("scan-save", vec![("what", what.into())])
    })
}
