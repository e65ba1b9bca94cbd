//! The manifest: what is in a feed, and whether that can be at all.

use super::{FeedFault, LARGEST_FEED, LARGEST_PACK};
use crate::model::{Day, FeedIssue};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Format of the manifest that this program reads and writes.
pub const FORMAT: u32 = 1;
/// Most packs of a feed.
const PACKS: usize = 64;
/// Most characters of a name.
const NAME: usize = 64;

/// What is in a feed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// [`FORMAT`].
    pub format: u32,
    /// Channel: a publisher may have several, with serials of their own.
    pub channel: String,
    /// Grows with every issue.
    pub serial: u64,
    /// When it was issued.
    pub issued_at: Timestamp,
    /// From then on, newer rules are to be expected.
    pub expires_at: Timestamp,
    /// Oldest kenpin that can read its packs: `0.1.0`.
    pub min_tool_version: String,
    /// The packs.
    pub packs: Vec<PackEntry>,
}

/// A pack of a feed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackEntry {
    /// Name, which the reports of problems show.
    pub name: String,
    /// Grows whenever the pack changes.
    pub serial: u64,
    /// Where it lies, from the folder of the manifest: `packs/team-3.pack`.
    pub url: String,
    /// SHA-256 of the bytes that travel, in hex.
    pub sha256: String,
    /// Number of these bytes.
    pub size: u64,
    /// Number of bytes once unpacked.
    pub uncompressed_size: u64,
}

/// What every format of the manifest has.
#[derive(Deserialize)]
struct Head {
    format: u32,
}

impl Manifest {
    /// Reads a manifest whose signature was found right.
    ///
    /// # Errors
    /// What cannot be, be it signed or not: no line of it is used then.
    pub fn parse(text: &[u8]) -> Result<Self, FeedFault> {
        let broken = |error: serde_json::Error| {
            let at = format!("{}:{}", error.line(), error.column());
            FeedFault::new("manifest", at)
        };
        let head: Head = serde_json::from_slice(text).map_err(broken)?;
        if head.format != FORMAT {
            return Err(FeedFault::new("format", head.format));
        }
        let manifest: Self = serde_json::from_slice(text).map_err(broken)?;
        manifest.check()?;
        Ok(manifest)
    }

    fn check(&self) -> Result<(), FeedFault> {
        let wrong = |what: &str| Err(FeedFault::new("entry", what));
        if !is_plain(&self.channel) {
            return wrong("channel");
        }
        if self.serial == 0 || i64::try_from(self.serial).is_err() {
            return wrong("serial");
        }
        if self.expires_at <= self.issued_at {
            return wrong("expires_at");
        }
        if version(&self.min_tool_version).is_none() {
            return wrong("min_tool_version");
        }
        if self.packs.is_empty() || self.packs.len() > PACKS {
            return wrong("packs");
        }
        let (mut names, mut urls, mut all) = (BTreeSet::new(), BTreeSet::new(), 0u64);
        for pack in &self.packs {
            // Small letters: some file systems know no others.
            if !is_plain(&pack.name) || !names.insert(pack.name.to_ascii_lowercase()) {
                return wrong("name");
            }
            if !is_below(&pack.url) || !urls.insert(pack.url.to_ascii_lowercase()) {
                return Err(FeedFault::new("url", &pack.url));
            }
            let hex = |c: u8| c.is_ascii_digit() || (b'a'..=b'f').contains(&c);
            if pack.sha256.len() != 64 || !pack.sha256.bytes().all(hex) {
                return wrong("sha256");
            }
            all = all.saturating_add(pack.uncompressed_size);
            if pack.size > LARGEST_PACK || all > LARGEST_FEED {
                return Err(FeedFault::new("large", &pack.name));
            }
        }
        Ok(())
    }

    /// Refuses a feed that is made for a newer program.
    ///
    /// # Errors
    /// When `tool` is older than what the manifest asks for.
    pub fn fits(&self, tool: &str) -> Result<(), FeedFault> {
        if version(tool) < version(&self.min_tool_version) {
            return Err(FeedFault::new("tool", &self.min_tool_version));
        }
        Ok(())
    }

    /// What a report tells of it; `sha256` is that of the bytes it was read from.
    #[must_use]
    pub fn issue(&self, sha256: String) -> FeedIssue {
        FeedIssue {
            serial: self.serial,
            sha256,
            issued: in_japan(self.issued_at),
            expires: in_japan(self.expires_at),
        }
    }

    /// The manifest as it is published.
    #[must_use]
    pub fn text(&self) -> String {
        // A struct of texts and numbers always has a JSON.
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }
}

/// True for a name that any system takes as the name of a file and nothing else.
#[must_use]
pub fn is_plain(name: &str) -> bool {
    let plain = |c: u8| c.is_ascii_alphanumeric() || matches!(c, b'.' | b'_' | b'-');
    let ends = !name.starts_with(['.', '-']) && !name.ends_with('.');
    // Windows takes these for devices, whatever stands behind the dot.
    let device = name.split('.').next().unwrap_or_default();
    let device = device.to_ascii_lowercase();
    let numbered = device.trim_end_matches(|c: char| c.is_ascii_digit());
    let device = ["con", "prn", "aux", "nul"].contains(&device.as_str())
        || (numbered.len() + 1 == device.len() && ["com", "lpt"].contains(&numbered));
    !name.is_empty() && name.len() <= NAME && name.bytes().all(plain) && ends && !device
}

/// True for a place below the folder of the manifest.
fn is_below(url: &str) -> bool {
    let parts: Vec<&str> = url.split('/').collect();
    parts.len() <= 3 && parts.iter().all(|part| is_plain(part))
}

/// `1.2.3` as numbers.
fn version(text: &str) -> Option<[u64; 3]> {
    let mut parts = text.split('.').map(|part| part.parse().ok());
    let version = [parts.next()??, parts.next()??, parts.next()??];
    parts.next().is_none().then_some(version)
}

fn in_japan(time: Timestamp) -> Day {
    let offset = jiff::tz::offset(9).to_time_zone();
    time.to_zoned(offset).date()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest() -> Manifest {
        Manifest {
            format: FORMAT,
            channel: "stable".to_owned(),
            serial: 3,
            issued_at: "2026-11-21T20:00:00Z".parse().unwrap(),
            expires_at: "2027-02-19T00:00:00Z".parse().unwrap(),
            min_tool_version: "0.1.0".to_owned(),
            packs: vec![PackEntry {
                name: "team".to_owned(),
                serial: 2,
                url: "packs/team-2.pack".to_owned(),
                sha256: "0".repeat(64),
                size: 10,
                uncompressed_size: 20,
            }],
        }
    }

    fn refused(change: impl Fn(&mut Manifest)) -> &'static str {
        let mut manifest = manifest();
        change(&mut manifest);
        let read = Manifest::parse(manifest.text().as_bytes());
        read.err().map_or("taken", |fault| fault.key)
    }

    #[test]
    fn a_manifest_comes_back_as_it_was_written() {
        let written = manifest();
        assert_eq!(Manifest::parse(written.text().as_bytes()), Ok(written));
    }

    #[test]
    fn what_cannot_be_is_refused_though_it_is_signed() {
        assert_eq!(refused(|_| {}), "taken");
        assert_eq!(refused(|m| m.format = 2), "format");
        assert_eq!(refused(|m| m.channel = "../x".into()), "entry");
        assert_eq!(refused(|m| m.serial = 0), "entry");
        assert_eq!(refused(|m| m.expires_at = m.issued_at), "entry");
        assert_eq!(refused(|m| m.min_tool_version = "1".into()), "entry");
        assert_eq!(refused(|m| m.packs.clear()), "entry");
        assert_eq!(refused(|m| m.packs[0].sha256 = "A".repeat(64)), "entry");
        assert_eq!(refused(|m| m.packs[0].size = 17 << 20), "large");
        assert_eq!(
            refused(|m| m.packs[0].uncompressed_size = u64::MAX),
            "large"
        );
        let twice = |m: &mut Manifest| {
            let mut other = m.packs[0].clone();
            other.name = "TEAM".into();
            m.packs.push(other);
        };
        assert_eq!(refused(twice), "entry");
    }

    #[test]
    fn a_pack_lies_below_its_manifest() {
        for url in [
            "../team.pack",
            "packs/../../x",
            "/etc/passwd",
            "https://example.com/x",
            "//example.com/x",
            "C:\\x",
            "packs\\x",
            "packs//x",
            "packs/./x",
            "packs/x?y",
            "packs/%2e%2e/x",
            "a/b/c/d",
            "packs/con.pack",
            "packs/LPT1",
            "",
        ] {
            assert_eq!(refused(|m| m.packs[0].url = url.into()), "url", "{url}");
        }
    }

    #[test]
    fn a_feed_for_a_newer_program_is_refused() {
        let mut manifest = manifest();
        manifest.min_tool_version = "0.10.0".into();
        assert_eq!(manifest.fits("0.9.9").unwrap_err().key, "tool");
        assert!(manifest.fits("0.10.0").is_ok() && manifest.fits("1.0.0").is_ok());
    }

    #[test]
    fn days_are_those_of_japan() {
        let issue = manifest().issue(String::new());
        assert_eq!(issue.issued.to_string(), "2026-11-22");
    }
}
