//! Rule feeds, all in memory: a signed manifest that names packs by their hashes, checked as if
//! everything in it came from an enemy; and the same made, for those who publish one.

mod changes;
mod fault;
mod manifest;
mod pack;
mod verify;

pub use changes::{Change, How, changes};
pub use fault::FeedFault;
pub use manifest::{FORMAT, Manifest, PackEntry, is_plain};
pub use pack::{PackText, pack, sha256, unpack};
pub use verify::{Trust, comment, is_key, verify};

/// Name of the manifest.
pub const MANIFEST: &str = "manifest.json";
/// Name of its signature.
pub const SIGNATURE: &str = "manifest.json.minisig";
/// Most bytes of a manifest.
pub const LARGEST_MANIFEST: u64 = 256 << 10;
/// Most bytes of a signature.
pub const LARGEST_SIGNATURE: u64 = 4 << 10;
/// Most bytes of a pack as it travels.
pub const LARGEST_PACK: u64 = 16 << 20;
/// Most bytes of all packs of a feed, unpacked.
pub const LARGEST_FEED: u64 = 64 << 20;
