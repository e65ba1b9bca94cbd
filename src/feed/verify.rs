//! The signature: the bytes of the manifest are proven before a word of them is read.

use super::{FeedFault, LARGEST_MANIFEST, LARGEST_SIGNATURE, MANIFEST, Manifest, SIGNATURE};
use minisign_verify::{Error, PublicKey, Signature};

/// What a feed is held against.
#[derive(Clone, Copy, Debug)]
pub struct Trust<'a> {
    /// Public keys (minisign, base64) of those who may issue it.
    pub keys: &'a [String],
    /// The channel that was asked for.
    pub channel: &'a str,
    /// Version of this program.
    pub tool: &'a str,
}

/// True for the text of a public key.
#[must_use]
pub fn is_key(text: &str) -> bool {
    PublicKey::from_base64(text).is_ok()
}

/// The comment that is signed together with a manifest. It names what it belongs to, so that no
/// signature can be put beside another manifest.
#[must_use]
pub fn comment(manifest: &Manifest) -> String {
    let (serial, channel) = (manifest.serial, &manifest.channel);
    format!("serial:{serial} channel:{channel} file:{MANIFEST}")
}

/// The manifest, if one of the keys signed these very bytes and it is the one that was asked for.
///
/// # Errors
/// What is wrong; nothing of the bytes is to be used then.
pub fn verify(manifest: &[u8], signature: &[u8], trust: &Trust<'_>) -> Result<Manifest, FeedFault> {
    if manifest.len() as u64 > LARGEST_MANIFEST || signature.len() as u64 > LARGEST_SIGNATURE {
        return Err(FeedFault::new("large", MANIFEST));
    }
    let wrong = || FeedFault::new("signature", SIGNATURE);
    let text = std::str::from_utf8(signature).map_err(|_| wrong())?;
    let signature = Signature::decode(text).map_err(|_| wrong())?;
    signed(manifest, &signature, trust.keys)?;
    let manifest = Manifest::parse(manifest)?;
    let comment = signature.trusted_comment();
    if !names(comment, &manifest) {
        return Err(FeedFault::new("comment", comment));
    }
    if manifest.channel != trust.channel {
        return Err(FeedFault::new("channel", &manifest.channel));
    }
    manifest.fits(trust.tool)?;
    Ok(manifest)
}

fn signed(manifest: &[u8], signature: &Signature, keys: &[String]) -> Result<(), FeedFault> {
    let mut fault = FeedFault::new("foreign", SIGNATURE);
    for key in keys {
        let Ok(key) = PublicKey::from_base64(key) else {
            continue;
        };
        // Never the old way, which signs no hash and would let a manifest stand for its hash.
        match key.verify(manifest, signature, false) {
            Ok(()) => return Ok(()),
            Err(Error::UnexpectedKeyId) => {}
            Err(_) => fault = FeedFault::new("signature", SIGNATURE),
        }
    }
    Err(fault)
}

/// True when a comment speaks of this manifest; what else it says is of no matter.
fn names(comment: &str, manifest: &Manifest) -> bool {
    let said: Vec<&str> = comment.split_ascii_whitespace().collect();
    let wanted = self::comment(manifest);
    let key = |word: &str| word.split(':').next().map(str::to_owned);
    wanted.split(' ').all(|word| {
        let mut same_key = said.iter().filter(|other| key(other) == key(word));
        same_key.next() == Some(&word) && same_key.next().is_none()
    })
}
