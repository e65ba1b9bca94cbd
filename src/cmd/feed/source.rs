//! Where an issue comes from: a folder, an archive, an address. None of them is believed.

use super::refused;
#[cfg(feature = "net")]
use super::remote::Remote;
use crate::cmd::{Stop, cause};
use crate::config::FeedSource;
use crate::feed::{FeedFault, LARGEST_MANIFEST, MANIFEST};
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

/// The manifest, or that it is the one that is known.
pub(in crate::cmd) enum Got {
    /// The server still has the one that is in use.
    #[cfg(feature = "net")]
    Unchanged,
    /// Its bytes, and what the server calls them.
    Manifest(Vec<u8>, Option<String>),
}

/// A place that issues come from.
pub(in crate::cmd) enum Source {
    Folder(PathBuf),
    #[cfg(any(feature = "xlsx", feature = "net"))]
    Archive(Box<Archive>),
    #[cfg(feature = "net")]
    Remote(Box<Remote>),
}

impl Source {
    /// The place that is named, else the address of the settings. Nothing is read yet.
    pub(in crate::cmd) fn new(
        named: Option<&str>,
        settings: &FeedSource,
        offline: bool,
    ) -> Result<Self, Stop> {
        let named = named.or(settings.url.as_deref());
        let named = named.ok_or_else(|| Stop::Said("feed-no-source", Vec::new()))?;
        if named.contains("://") {
            return at_address(named, offline);
        }
        let path = Path::new(named);
        match path.is_dir() {
            true => Ok(Self::Folder(path.to_owned())),
            false => archive(path),
        }
    }

    /// The manifest; `known` is what the server called the one in use.
    pub(in crate::cmd) fn manifest(&mut self, known: Option<&str>) -> Result<Got, Stop> {
        match self {
            #[cfg(feature = "net")]
            Self::Remote(remote) => remote.manifest(known),
            _ => {
                let _ = known;
                let bytes = self.get(MANIFEST, LARGEST_MANIFEST)?;
                Ok(Got::Manifest(bytes, None))
            }
        }
    }

    /// The bytes of a file, no more than `limit` of them.
    pub(in crate::cmd) fn get(&mut self, path: &str, limit: u64) -> Result<Vec<u8>, Stop> {
        match self {
            Self::Folder(folder) => {
                let path = folder.join(path);
                let unreadable = |error| unreadable(&path, &error);
                let metadata = std::fs::metadata(&path).map_err(unreadable)?;
                // A pipe would never end.
                if !metadata.is_file() {
                    return Err(unreadable(std::io::ErrorKind::InvalidInput.into()));
                }
                capped(File::open(&path).map_err(unreadable)?, &path, limit)
            }
            #[cfg(any(feature = "xlsx", feature = "net"))]
            Self::Archive(archive) => archive.get(path, limit),
            #[cfg(feature = "net")]
            Self::Remote(remote) => remote.get(path, limit),
        }
    }
}

#[cfg(feature = "net")]
fn at_address(address: &str, offline: bool) -> Result<Source, Stop> {
    let remote = Remote::new(address, offline)?;
    Ok(Source::Remote(Box::new(remote)))
}

#[cfg(not(feature = "net"))]
fn at_address(_: &str, _: bool) -> Result<Source, Stop> {
    Err(Stop::Said("feed-no-net", Vec::new()))
}

fn unreadable(path: &Path, error: &std::io::Error) -> Stop {
    let path = path.display().to_string();
    let values = vec![("path", path.into()), ("cause", cause(error))];
    Stop::Said("cli-unreadable", values)
}

fn capped(from: impl Read, path: &Path, limit: u64) -> Result<Vec<u8>, Stop> {
    let mut bytes = Vec::new();
    from.take(limit.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(|error| unreadable(path, &error))?;
    match bytes.len() as u64 <= limit {
        true => Ok(bytes),
        false => Err(refused(&FeedFault {
            key: "large",
            of: path.display().to_string(),
        })),
    }
}

#[cfg(any(feature = "xlsx", feature = "net"))]
pub(in crate::cmd) use archives::Archive;

#[cfg(not(any(feature = "xlsx", feature = "net")))]
fn archive(path: &Path) -> Result<Source, Stop> {
    let path = path.display().to_string();
    Err(Stop::Said("feed-no-zip", vec![("path", path.into())]))
}

#[cfg(any(feature = "xlsx", feature = "net"))]
fn archive(path: &Path) -> Result<Source, Stop> {
    let archive = Archive::new(path)?;
    Ok(Source::Archive(Box::new(archive)))
}

#[cfg(any(feature = "xlsx", feature = "net"))]
mod archives {
    //! An issue that came as one file.

    use super::{MANIFEST, Stop, capped, refused, unreadable};
    use crate::feed::FeedFault;
    use std::fs::File;
    use std::path::{Path, PathBuf};
    use zip::ZipArchive;

    /// A zip file that holds the folder of an issue.
    pub(in crate::cmd) struct Archive {
        zip: ZipArchive<File>,
        path: PathBuf,
        /// The folder inside, as most programs pack one.
        inside: String,
    }

    impl Archive {
        pub(super) fn new(path: &Path) -> Result<Self, Stop> {
            let file = File::open(path).map_err(|error| unreadable(path, &error))?;
            let zip = ZipArchive::new(file).map_err(|_| incomplete(path, "zip"))?;
            let names = zip.file_names().flatten();
            let manifests = names.filter_map(|name| Some(name.strip_suffix(MANIFEST)?.to_owned()));
            let inside = manifests.filter(|name| name.is_empty() || name.ends_with('/'));
            let inside = inside.min_by_key(String::len);
            Ok(Self {
                inside: inside.ok_or_else(|| incomplete(path, MANIFEST))?,
                path: path.to_owned(),
                zip,
            })
        }

        pub(super) fn get(&mut self, name: &str, limit: u64) -> Result<Vec<u8>, Stop> {
            let inside = format!("{}{name}", self.inside);
            let file = self.zip.by_name(&inside);
            let file = file.map_err(|_| incomplete(&self.path, &inside))?;
            capped(file, &self.path, limit)
        }
    }

    fn incomplete(path: &Path, name: &str) -> Stop {
        let of = format!("{}: {name}", path.display());
        refused(&FeedFault {
            key: "incomplete",
            of,
        })
    }
}
