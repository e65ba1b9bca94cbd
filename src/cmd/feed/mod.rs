//! The rule feed of the settings: what of it is accepted here, proven again whenever it is used.

mod lint;
#[cfg(feature = "net")]
mod remote;
mod source;

pub(super) use lint::lint;
pub(super) use source::{Got, Source};

use super::{Screen, Stop, packfiles};
use crate::config::FeedSource;
use crate::feed::{FeedFault, MANIFEST, Manifest, PackEntry, SIGNATURE, Trust, sha256, verify};
use crate::feed::{PackText, unpack};
use crate::model::{Day, Feed, FeedIssue, FeedNote, FeedState, Value};
use crate::rules::PackFile;
use crate::store::{self, FeedFiles, FeedShelf, StoreError};
use crate::write;

/// An issue whose signature and hashes are right.
pub(super) struct Proven {
    pub(super) issue: FeedIssue,
    /// Its packs: name, and the files.
    packs: Vec<(String, Vec<PackText>)>,
}

/// Version of this program.
const TOOL: &str = env!("CARGO_PKG_VERSION");

/// What issues of the feed are held against.
pub(super) fn trust(source: &FeedSource) -> Trust<'_> {
    Trust {
        keys: &source.keys.value,
        channel: &source.channel,
        tool: TOOL,
    }
}

/// The shelf of the feed.
pub(super) fn shelf(source: &FeedSource) -> Result<FeedShelf, Stop> {
    let folder = store::folder().ok_or_else(|| Stop::Said("feed-no-folder", Vec::new()))?;
    let address = source.url.as_deref().unwrap_or_default();
    Ok(FeedShelf::of(&folder, &source.channel, address))
}

/// The feed of the settings and the files of its packs; no files while no issue was accepted.
pub(super) fn in_use(source: &FeedSource) -> Result<(Feed, Vec<PackFile>), Stop> {
    let shelf = shelf(source)?;
    let mut feed = Feed {
        channel: source.channel.clone(),
        used: None,
    };
    let Some((_, files)) = shelf.read().map_err(|error| stop(&error))? else {
        return Ok((feed, Vec::new()));
    };
    let proven = prove(&files, source).map_err(|fault| {
        let mut values = of_fault(&fault);
        values.push(("path", shelf.path().display().to_string().into()));
        Stop::Said("feed-damaged", values)
    })?;
    let files = proven.pack_files(source);
    feed.used = Some(proven.issue);
    Ok((feed, files))
}

/// The name under which the bytes of a pack are kept: nothing that its publisher chose.
pub(super) fn kept_as(pack: &PackEntry) -> String {
    format!("{}.pack", pack.sha256)
}

/// Proves the files of an issue: signature, hashes, and that every pack holds what a pack may.
pub(super) fn prove(files: &FeedFiles, source: &FeedSource) -> Result<Proven, FeedFault> {
    let file = |name: &str| {
        let missing = || FeedFault {
            key: "incomplete",
            of: name.to_owned(),
        };
        files.get(name).ok_or_else(missing)
    };
    let manifest = file(MANIFEST)?;
    let issue = sha256(manifest);
    let manifest = verify(manifest, file(SIGNATURE)?, &trust(source))?;
    let packs = manifest.packs.iter().map(|entry| {
        let texts = unpack(entry, file(&kept_as(entry))?)?;
        belonging(&texts)?;
        Ok((entry.name.clone(), texts))
    });
    Ok(Proven {
        packs: packs.collect::<Result<_, FeedFault>>()?,
        issue: manifest.issue(issue),
    })
}

/// Refuses files that no pack has, which the program would pass over in silence.
pub(super) fn belonging(texts: &[PackText]) -> Result<(), FeedFault> {
    let strange = texts.iter().find(|(path, _)| !packfiles::of_feed(path));
    match strange {
        None => Ok(()),
        Some((path, _)) => Err(FeedFault {
            key: "file",
            of: path.clone(),
        }),
    }
}

impl Proven {
    /// The files as packs are loaded, each shown with where it came from.
    pub(super) fn pack_files(&self, source: &FeedSource) -> Vec<PackFile> {
        let (channel, serial) = (&source.channel, self.issue.serial);
        let of_pack = |(name, texts): &(String, Vec<PackText>)| {
            let file = |(path, text): &PackText| PackFile {
                shown: format!("feed/{channel}-{serial}/{name}/{path}"),
                path: path.clone(),
                text: text.clone(),
            };
            texts.iter().map(file).collect::<Vec<_>>()
        };
        self.packs.iter().flat_map(of_pack).collect()
    }

    /// All files, each under its pack.
    pub(super) fn texts(&self) -> Vec<PackText> {
        let of_pack = |(_, texts): &(String, Vec<PackText>)| texts.clone();
        self.packs.iter().flat_map(of_pack).collect()
    }
}

/// Refuses an issue that is older than what was seen, or another one under the same number.
pub(super) fn not_older(highest: Option<&FeedIssue>, new: &FeedIssue) -> Result<(), Stop> {
    let Some(high) = highest else { return Ok(()) };
    // As text: a serial takes no thousands comma.
    let values = vec![
        ("serial", new.serial.to_string().into()),
        ("highest", high.serial.to_string().into()),
    ];
    if new.serial < high.serial {
        return Err(Stop::Said("feed-older", values));
    }
    if new.serial == high.serial && new.sha256 != high.sha256 {
        return Err(Stop::Said("feed-twin", values));
    }
    Ok(())
}

/// Warns, also those who want no hints, of a feed that cannot be gone by as it should.
pub(super) fn warn(feed: Option<&Feed>, today: Day, screen: &mut Screen) -> std::io::Result<()> {
    match feed.map(|feed| feed.on(today)) {
        Some(note) if note.state != FeedState::InForce => told(&note, screen),
        _ => Ok(()),
    }
}

/// Says beside the output which feed is gone by.
pub(super) fn told(note: &FeedNote, screen: &mut Screen) -> std::io::Result<()> {
    let said = write::feed(&screen.words, screen.lang, note);
    let said = write::escape::terminal(&said).into_owned();
    writeln!(screen.err, "{said}")
}

/// Why an issue is refused.
pub(super) fn refused(fault: &FeedFault) -> Stop {
    Stop::Said("feed-refused", of_fault(fault))
}

fn of_fault(fault: &FeedFault) -> Vec<(&'static str, Value)> {
    let why = Value::word(format!("feed-{}", fault.key));
    vec![("why", why), ("of", fault.of.as_str().into())]
}

/// Why the shelf cannot be used.
pub(super) fn stop(error: &StoreError) -> Stop {
    let (id, path, cause) = match error {
        StoreError::Busy(path) => ("feed-busy", path, Value::from("")),
        StoreError::Damaged(path, cause) => ("feed-state", path, cause.as_str().into()),
        StoreError::Newer(path, version) => ("feed-state", path, (*version).into()),
        StoreError::Io(path, error) => ("feed-io", path, super::cause(error)),
        StoreError::Failed(path, error) => ("feed-io", path, error.to_string().into()),
    };
    let path = Value::from(path.display().to_string());
    Stop::Said(id, vec![("path", path), ("cause", cause)])
}

/// The manifest of a folder that is to be published, signed or not.
pub(super) fn unsigned(bytes: &[u8]) -> Result<Manifest, Stop> {
    Manifest::parse(bytes).map_err(|fault| refused(&fault))
}
