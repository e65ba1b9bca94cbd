//! `kenpin rules sign` and `keygen`: the signature of an issue, and the keys for it.

use super::publish::put;
use crate::cmd::args::{RulesKeygenArgs, RulesSignArgs};
use crate::cmd::{Exit, Screen, Stop, feed, load, typed};
use crate::feed::{LARGEST_MANIFEST, MANIFEST, SIGNATURE, Trust, comment, unpack, verify};
use crate::model::Value;
use crate::net::Secret;
use crate::net::secret::{Environment, Vault};
use minisign::{KeyPair, PublicKey, SecretKey, SecretKeyBox};
use std::fs::File;
use std::io::{Cursor, Write};
use std::path::Path;

/// The variable with the password of the key.
const PASSWORD: &str = "KENPIN_SIGN_PASSWORD";
/// Shortest password of a new key, in characters.
const SHORTEST: usize = 8;

/// Signs an issue, after everything in it was checked.
pub(super) fn run(args: &RulesSignArgs, screen: &mut Screen) -> Result<Exit, Stop> {
    let mut folder = feed::Source::Folder(args.dir.clone());
    let bytes = folder.get(MANIFEST, LARGEST_MANIFEST)?;
    let manifest = feed::unsigned(&bytes)?;
    for pack in &manifest.packs {
        let packed = folder.get(&pack.url, pack.size)?;
        let texts = unpack(pack, &packed).and_then(|texts| feed::belonging(&texts));
        texts.map_err(|fault| feed::refused(&fault))?;
    }
    let key = key(&args.key, screen)?;
    let public = public(&key)?;
    let comment = comment(&manifest);
    let signed = minisign::sign(
        Some(&public),
        &key,
        Cursor::new(&bytes),
        Some(&comment),
        None,
    );
    let signature = signed.map_err(|_| no_key(&args.key))?.into_string();
    // Read once as it will be read by others.
    let keys = [public.to_base64()];
    let trust = Trust {
        keys: &keys,
        channel: &manifest.channel,
        tool: env!("CARGO_PKG_VERSION"),
    };
    verify(&bytes, signature.as_bytes(), &trust).map_err(|fault| feed::refused(&fault))?;
    put(&args.dir.join(SIGNATURE), signature.as_bytes(), screen)?;
    let values = [
        ("channel", Value::from(manifest.channel.as_str())),
        ("serial", manifest.serial.to_string().into()),
        ("key", keys[0].as_str().into()),
    ];
    screen.print("feed-signed", &values)?;
    screen.out.flush()?;
    Ok(Exit::Clean)
}

/// Makes a pair of keys; the secret one is never written over another.
pub(super) fn generate(args: &RulesKeygenArgs, screen: &mut Screen) -> Result<Exit, Stop> {
    let shown = args.key.display().to_string();
    if args.key.exists() {
        return Err(Stop::Said("feed-key-there", vec![("path", shown.into())]));
    }
    let password = match from_environment()? {
        Some(password) => password,
        None => typed::twice("feed-new-password", &[], screen)?,
    };
    if password.expose().chars().count() < SHORTEST {
        let least = Value::Int(SHORTEST as i64);
        return Err(Stop::Said("feed-password-short", vec![("least", least)]));
    }
    let broken = |_| Stop::Said("feed-key-not-made", Vec::new());
    let pair = KeyPair::generate_encrypted_keypair(Some(password.expose().to_owned()));
    let pair = pair.map_err(broken)?;
    let secret = pair.sk.to_box(Some("kenpin rule feed")).map_err(broken)?;
    let secret = Secret::new(secret.into_string());
    write_secret(&args.key, secret.expose().as_bytes())
        .map_err(|error| load::unreadable_at(&args.key, &error))?;
    let values = [
        ("path", Value::from(shown)),
        ("key", pair.pk.to_base64().into()),
    ];
    screen.print("feed-key-made", &values)?;
    screen.out.flush()?;
    Ok(Exit::Clean)
}

/// The secret key of a file, with or without a password.
fn key(path: &Path, screen: &mut Screen) -> Result<SecretKey, Stop> {
    let text = Secret::new(load::text(path)?);
    let sealed = || SecretKeyBox::from_string(text.expose()).map_err(|_| no_key(path));
    if let Ok(key) = sealed()?.into_unencrypted_secret_key() {
        return Ok(key);
    }
    let password = match from_environment()? {
        Some(password) => password,
        None => {
            let path = path.display().to_string();
            typed::once("feed-password", &[("path", path.into())], screen)?
        }
    };
    let key = sealed()?.into_secret_key(Some(password.expose().to_owned()));
    key.map_err(|_| no_key(path))
}

fn public(key: &SecretKey) -> Result<PublicKey, Stop> {
    PublicKey::from_secret_key(key).map_err(|_| Stop::Said("feed-key-not-made", Vec::new()))
}

/// Wrong password, or no key at all: minisign itself tells them apart by words that may change.
fn no_key(path: &Path) -> Stop {
    let path = path.display().to_string();
    Stop::Said("feed-key-wrong", vec![("path", path.into())])
}

fn from_environment() -> Result<Option<Secret>, Stop> {
    Environment
        .secret(PASSWORD)
        .map_err(|cause| Stop::Said("login-vault", vec![("cause", cause.into())]))
}

/// Nobody else on the machine can read it, and no other file is written over.
fn write_secret(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    let mut file = options.open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}
