//! Standard encryption with the empty user password: what anyone sees who opens the file.

use super::budget::{DEPTH, Stop};
use super::syntax::{Dict, Object};
use aes::cipher::{BlockCipherDecrypt, BlockCipherEncrypt, KeyInit};
use aes::{Aes128, Aes256, Block};
use md5::Md5;
use sha2::{Digest, Sha256, Sha384, Sha512};

/// What stands in place of a missing password.
const PAD: [u8; 32] = [
    0x28, 0xbf, 0x4e, 0x5e, 0x4e, 0x75, 0x8a, 0x41, 0x64, 0x00, 0x4e, 0x56, 0xff, 0xfa, 0x01, 0x08,
    0x2e, 0x2e, 0x00, 0xb6, 0xd0, 0x68, 0x3e, 0x80, 0x2f, 0x0c, 0xa9, 0xfe, 0x64, 0x53, 0x69, 0x7a,
];
/// Rounds of the hash of revision 6; about 64 are usual, chance never needs this many.
const ROUNDS: usize = 2_048;

/// How data is encrypted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Method {
    None,
    Rc4,
    Aes128,
    Aes256,
}

/// The key of a file that opens without a password.
#[derive(Debug)]
pub(super) struct Crypt {
    key: Vec<u8>,
    texts: Method,
    streams: Method,
}

/// What the empty password does.
pub(super) enum Opened {
    Open(Box<Crypt>),
    /// It is refused.
    Locked,
    /// The encryption is of a kind that is not known here.
    Foreign,
}

impl Crypt {
    /// Tries the empty user password.
    pub(super) fn open(dict: &Dict, id: &[u8]) -> Result<Opened, Stop> {
        let int = |key: &str| dict.get(key.as_bytes()).and_then(Object::int);
        let text = |key: &str| dict.get(key.as_bytes()).and_then(Object::text);
        let standard = dict.get(b"Filter".as_slice()).and_then(Object::name);
        let (Some(version), Some(revision)) = (int("V"), int("R")) else {
            return Ok(Opened::Foreign);
        };
        let (Some(owner), Some(user)) = (text("O"), text("U")) else {
            return Ok(Opened::Foreign);
        };
        let (texts, streams) = match version {
            1 | 2 => (Method::Rc4, Method::Rc4),
            4 | 5 => (method(dict, "StrF"), method(dict, "StmF")),
            _ => return Ok(Opened::Foreign),
        };
        if standard != Some(b"Standard".as_slice()) {
            return Ok(Opened::Foreign);
        }
        let key = match revision {
            2..=4 => {
                let bits = if version == 1 {
                    40
                } else {
                    int("Length").unwrap_or(40)
                };
                let bits = if version == 4 { 128 } else { bits };
                let length = usize::try_from(bits / 8).unwrap_or(5).clamp(5, 16);
                let meta = !matches!(dict.get(b"EncryptMetadata".as_slice()), Some(Object::Word(w)) if w == b"false");
                let permissions = int("P").unwrap_or(0) as u32;
                let key = old_key(owner, permissions, id, revision, length, meta);
                proves(&key, user, id, revision).then_some(key)
            }
            5 | 6 => new_key(user, text("UE").unwrap_or_default(), revision),
            _ => return Ok(Opened::Foreign),
        };
        Ok(match key {
            Some(key) => Opened::Open(Box::new(Self {
                key,
                texts,
                streams,
            })),
            None => Opened::Locked,
        })
    }

    /// Decrypts the strings inside an object.
    pub(super) fn texts(&self, object: &mut Object, id: u32, generation: u16) {
        self.nested(object, id, generation, 0);
    }

    fn nested(&self, object: &mut Object, id: u32, generation: u16, depth: usize) {
        if depth > DEPTH {
            return;
        }
        match object {
            Object::Text(text) => *text = self.decrypt(self.texts, text, id, generation),
            Object::Array(items) => {
                for item in items {
                    self.nested(item, id, generation, depth + 1);
                }
            }
            Object::Dict(dict) => {
                for value in dict.values_mut() {
                    self.nested(value, id, generation, depth + 1);
                }
            }
            _ => {}
        }
    }

    /// Decrypts the data of a stream.
    pub(super) fn stream(&self, data: &[u8], id: u32, generation: u16) -> Vec<u8> {
        self.decrypt(self.streams, data, id, generation)
    }

    fn decrypt(&self, method: Method, data: &[u8], id: u32, generation: u16) -> Vec<u8> {
        match method {
            Method::None => data.to_vec(),
            Method::Rc4 => rc4(&self.object_key(id, generation, false), data),
            Method::Aes128 => {
                let key = self.object_key(id, generation, true);
                let Ok(key) = <[u8; 16]>::try_from(key) else {
                    return Vec::new();
                };
                let aes = Aes128::new(&key.into());
                unchain(data, |block| aes.decrypt_block(block))
            }
            Method::Aes256 => {
                let Ok(key) = <[u8; 32]>::try_from(self.key.as_slice()) else {
                    return Vec::new();
                };
                let aes = Aes256::new(&key.into());
                unchain(data, |block| aes.decrypt_block(block))
            }
        }
    }

    fn object_key(&self, id: u32, generation: u16, aes: bool) -> Vec<u8> {
        let mut hash = Md5::new();
        hash.update(&self.key);
        hash.update(&id.to_le_bytes()[..3]);
        hash.update(generation.to_le_bytes());
        if aes {
            hash.update(b"sAlT");
        }
        let length = (self.key.len() + 5).min(16);
        hash.finalize()[..length].to_vec()
    }
}

/// The method that a named crypt filter uses.
fn method(dict: &Dict, of: &str) -> Method {
    let name = dict.get(of.as_bytes()).and_then(Object::name);
    let filters = dict.get(b"CF".as_slice()).and_then(Object::dict);
    let filter = name.and_then(|n| filters?.get(n)).and_then(Object::dict);
    match filter.and_then(|f| f.get(b"CFM".as_slice())?.name()) {
        Some(b"V2") => Method::Rc4,
        Some(b"AESV2") => Method::Aes128,
        Some(b"AESV3") => Method::Aes256,
        _ => Method::None,
    }
}

/// The file key of revisions 2 to 4.
fn old_key(
    owner: &[u8],
    permissions: u32,
    id: &[u8],
    revision: i64,
    length: usize,
    meta: bool,
) -> Vec<u8> {
    let mut hash = Md5::new();
    hash.update(PAD);
    hash.update(&owner[..owner.len().min(32)]);
    hash.update(permissions.to_le_bytes());
    hash.update(id);
    if revision >= 4 && !meta {
        hash.update([0xff; 4]);
    }
    let mut key = hash.finalize()[..length].to_vec();
    if revision >= 3 {
        for _ in 0..50 {
            key = Md5::digest(&key)[..length].to_vec();
        }
    }
    key
}

/// True when a key of revisions 2 to 4 gives what the file keeps of the user password.
fn proves(key: &[u8], user: &[u8], id: &[u8], revision: i64) -> bool {
    if revision == 2 {
        return rc4(key, &PAD) == user;
    }
    let mut hash = Md5::new();
    hash.update(PAD);
    hash.update(id);
    let mut proof = rc4(key, &hash.finalize());
    for n in 1..20u8 {
        let turned: Vec<u8> = key.iter().map(|b| b ^ n).collect();
        proof = rc4(&turned, &proof);
    }
    user.get(..16) == Some(proof.as_slice())
}

/// The file key of revisions 5 and 6; `None` when the empty password is refused.
fn new_key(user: &[u8], wrapped: &[u8], revision: i64) -> Option<Vec<u8>> {
    let hash = |salt: &[u8]| match revision {
        5 => Some(Sha256::digest(salt).to_vec()),
        _ => hardened(salt),
    };
    if hash(user.get(32..40)?)? != user.get(..32)? {
        return None;
    }
    let key: [u8; 32] = hash(user.get(40..48)?)?.try_into().ok()?;
    let aes = Aes256::new(&key.into());
    Some(chained(wrapped.get(..32)?, [0; 16], |block| {
        aes.decrypt_block(block)
    }))
}

/// The hash of revision 6 (ISO 32000-2, algorithm 2.B) of the empty password and a salt.
fn hardened(salt: &[u8]) -> Option<Vec<u8>> {
    let mut key = Sha256::digest(salt).to_vec();
    for round in 0..ROUNDS {
        let cipher = Aes128::new(&<[u8; 16]>::try_from(key.get(..16)?).ok()?.into());
        let mut last = <[u8; 16]>::try_from(key.get(16..32)?).ok()?;
        let mut text = key.repeat(64);
        for chunk in text.chunks_exact_mut(16) {
            let mut block = Block::default();
            for (n, byte) in block.iter_mut().enumerate() {
                *byte = chunk[n] ^ last[n];
            }
            cipher.encrypt_block(&mut block);
            chunk.copy_from_slice(&block);
            last.copy_from_slice(&block);
        }
        let sum: u32 = text.iter().take(16).map(|b| u32::from(*b)).sum();
        key = match sum % 3 {
            0 => Sha256::digest(&text).to_vec(),
            1 => Sha384::digest(&text).to_vec(),
            _ => Sha512::digest(&text).to_vec(),
        };
        if round >= 63 && usize::from(*text.last()?) <= round - 31 {
            key.truncate(32);
            return Some(key);
        }
    }
    None
}

/// Data behind its first block, with the padding off.
fn unchain(data: &[u8], decrypt: impl Fn(&mut Block)) -> Vec<u8> {
    let Some((first, rest)) = data.split_first_chunk::<16>() else {
        return Vec::new();
    };
    let mut plain = chained(rest, *first, decrypt);
    let padding = plain.last().map_or(0, |b| usize::from(*b));
    if (1..=16).contains(&padding) {
        plain.truncate(plain.len().saturating_sub(padding));
    }
    plain
}

/// Cipher block chaining, backwards.
fn chained(data: &[u8], mut last: [u8; 16], decrypt: impl Fn(&mut Block)) -> Vec<u8> {
    let mut plain = Vec::with_capacity(data.len());
    for chunk in data.chunks_exact(16) {
        let mut block = Block::default();
        block.copy_from_slice(chunk);
        decrypt(&mut block);
        plain.extend(block.iter().zip(last).map(|(b, l)| b ^ l));
        last.copy_from_slice(chunk);
    }
    plain
}

fn rc4(key: &[u8], data: &[u8]) -> Vec<u8> {
    let mut state: [u8; 256] = std::array::from_fn(|n| n as u8);
    let mut j = 0u8;
    for i in 0..=255u8 {
        let k = key.get(usize::from(i) % key.len().max(1)).copied();
        j = j
            .wrapping_add(state[usize::from(i)])
            .wrapping_add(k.unwrap_or(0));
        state.swap(usize::from(i), usize::from(j));
    }
    let (mut i, mut j) = (0u8, 0u8);
    let mut next = |byte: &u8| {
        i = i.wrapping_add(1);
        j = j.wrapping_add(state[usize::from(i)]);
        state.swap(usize::from(i), usize::from(j));
        let at = state[usize::from(i)].wrapping_add(state[usize::from(j)]);
        byte ^ state[usize::from(at)]
    };
    data.iter().map(&mut next).collect()
}
