//! Whoever stands between publisher and user, or took the server over, gets nothing in.

use super::{Site, User, issue, keys, manifest, put, serve, sign, texts};
use crate::net::loopback::{How, Loopback, Reply};
use kenpin::feed::{MANIFEST, Manifest, PackEntry, SIGNATURE, comment, sha256};
use minisign::KeyPair;
use std::io::Write;
use std::sync::{Arc, Mutex};

/// A user who has issue 5, before a server that offers something else from then on.
struct Field {
    keys: KeyPair,
    site: Arc<Mutex<Site>>,
    user: User,
    _server: Loopback,
}

impl Field {
    fn new() -> Self {
        let keys = keys();
        let site = Arc::new(Mutex::new(issue(&keys, 5, &texts("Alpha Test"))));
        let server = serve(&site);
        let user = User::of(&server, &keys);
        user.update(&[]);
        Self {
            keys,
            site,
            user,
            _server: server,
        }
    }

    /// Offers issue 6 with a change, which must be refused with these words.
    fn offer(&self, change: impl FnOnce(&mut Site, &KeyPair), words: &str) {
        let mut next = issue(&self.keys, 6, &texts("Beta Test"));
        change(&mut next, &self.keys);
        *self.site.lock().unwrap() = next;
        self.user.refused(&[], words);
        // What was there is there, and nothing else.
        assert_eq!(self.user.serial(), Some(5));
        assert_eq!(std::fs::read_dir(self.user.shelf()).unwrap().count(), 3);
    }

    /// The same with a manifest that is signed as it should be.
    fn signed(&self, change: impl FnOnce(&mut Manifest), words: &str) {
        let change = |site: &mut Site, keys: &KeyPair| {
            let mut manifest = manifest(site);
            change(&mut manifest);
            put(site, keys, &manifest);
        };
        self.offer(change, words);
    }
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap()
}

/// Puts these bytes where the pack was, and signs that they belong there.
fn with_pack(site: &mut Site, keys: &KeyPair, bytes: Vec<u8>, unpacked: u64) {
    let mut manifest = manifest(site);
    let pack = &mut manifest.packs[0];
    pack.sha256 = sha256(&bytes);
    pack.size = bytes.len() as u64;
    pack.uncompressed_size = unpacked;
    site.insert(pack.url.clone(), bytes);
    put(site, keys, &manifest);
}

#[test]
fn what_is_not_signed_as_it_stands_is_refused() {
    let field = Field::new();
    field.offer(
        |site, _| site.get_mut(MANIFEST).unwrap().push(b' '),
        "the signature does not belong to these bytes",
    );
    for (from, to) in [
        ("serial:6", "serial:7"),
        ("channel:stable", "channel:beta"),
        ("\ntrusted comment", "\ntrusted"),
    ] {
        field.offer(
            |site, _| {
                let text = String::from_utf8(site[SIGNATURE].clone()).unwrap();
                assert!(text.contains(from));
                site.insert(
                    SIGNATURE.to_owned(),
                    text.replacen(from, to, 1).into_bytes(),
                );
            },
            "Refused, nothing was changed",
        );
    }
    field.offer(
        |site, _| {
            site.insert(SIGNATURE.to_owned(), vec![0xff; 100]);
        },
        "the signature does not belong",
    );
    field.offer(
        |site, _| {
            let manifest = manifest(site);
            put(site, &super::keys(), &manifest);
        },
        "signed with a key that is not in your settings",
    );
    for comment in [
        "serial:5 channel:stable file:manifest.json",
        "serial:6",
        "timestamp:1",
        "",
    ] {
        field.offer(
            |site, keys| {
                let bytes = site[MANIFEST].clone();
                sign(site, keys, &bytes, comment);
            },
            "the signature was made for another issue",
        );
    }
}

#[test]
fn an_issue_that_was_overtaken_is_refused_though_its_signature_is_right() {
    let field = Field::new();
    field.offer(
        |site, keys| *site = issue(keys, 4, &texts("Alpha Test")),
        "issue 4 is older than issue 5, which was seen here",
    );
    field.offer(
        |site, keys| *site = issue(keys, 5, &texts("Beta Test")),
        "issue 5 is not the issue 5 that was seen here",
    );
    field.signed(
        |m| m.channel = "beta".to_owned(),
        "it is of another channel (beta)",
    );
    let newer = |m: &mut Manifest| m.min_tool_version = "999.0.0".to_owned();
    field.signed(newer, "it needs a newer kenpin (999.0.0)");
    let other = |site: &mut Site, keys: &KeyPair| {
        let manifest = manifest(site);
        let text = manifest.text().replace("\"format\": 1", "\"format\": 9");
        sign(site, keys, text.as_bytes(), &comment(&manifest));
        site.insert(MANIFEST.to_owned(), text.into_bytes());
    };
    field.offer(other, "does not know its format (9)");
}

#[test]
fn packs_are_those_of_the_manifest_and_lie_below_it() {
    let field = Field::new();
    let altered =
        |site: &mut Site, _: &KeyPair| site.get_mut("packs/team-6.pack").unwrap()[12] ^= 1;
    field.offer(
        altered,
        "a pack is not the one that the manifest names (team)",
    );
    let cut =
        |site: &mut Site, _: &KeyPair| site.get_mut("packs/team-6.pack").unwrap().truncate(20);
    field.offer(cut, "a pack is not the one that the manifest names (team)");
    let gone = |site: &mut Site, _: &KeyPair| {
        site.remove("packs/team-6.pack");
    };
    field.offer(gone, "answered with 404");
    let swapped = |site: &mut Site, keys: &KeyPair| {
        let mut manifest = manifest(site);
        // The bytes of one pack under the name of another, everything signed.
        manifest.packs[0].name = "other".to_owned();
        put(site, keys, &manifest);
    };
    field.offer(swapped, "two packs were swapped (other)");
    for url in [
        "../../etc/passwd",
        "https://example.com/x.pack",
        "//example.com/x",
        "/x",
        "a\\b",
    ] {
        field.signed(
            |m| m.packs[0].url = url.to_owned(),
            "a pack does not lie below the manifest",
        );
    }
}

#[test]
fn no_pack_writes_outside_of_itself() {
    let field = Field::new();
    for path in [
        "../../config.toml",
        "rules/../../x.toml",
        "/tmp/x.toml",
        "words/a/b.csv",
    ] {
        field.offer(
            |site, keys| {
                let files = serde_json::json!({ path: "x" });
                let pack = serde_json::json!({ "name": "team", "serial": 6, "files": files });
                let text = pack.to_string();
                with_pack(site, keys, gzip(text.as_bytes()), text.len() as u64);
            },
            "a pack holds a path that no pack may have",
        );
    }
    for path in ["own-list.csv", "config.toml", "coverage.csv", "notes.txt"] {
        field.offer(
            |site, keys| {
                let files = serde_json::json!({ path: "x" });
                let pack = serde_json::json!({ "name": "team", "serial": 6, "files": files });
                let text = pack.to_string();
                with_pack(site, keys, gzip(text.as_bytes()), text.len() as u64);
            },
            "neither a rule nor a list",
        );
    }
}

#[test]
fn bombs_do_not_go_off() {
    let field = Field::new();
    let bomb = gzip(&vec![b' '; 60_000_000]);
    let mut inside = Some(bomb.clone());
    let said = |site: &mut Site, keys: &KeyPair| {
        with_pack(site, keys, inside.take().unwrap(), 1000);
    };
    field.offer(said, "cannot be unpacked, or is larger than it says");
    // The same by the encoding of the answer: the manifest unpacks to more than any has.
    let keys = keys();
    let server =
        Loopback::start(move |_| Reply::new(200, bomb.clone()).header("content-encoding", "gzip"));
    User::of(&server, &keys).refused(&[], "sends more than the 262,144 bytes");
}

#[test]
fn nothing_is_read_beyond_what_can_be() {
    let field = Field::new();
    let keys = keys();
    for (reply, words) in [
        (
            Reply::new(200, vec![b' '; 300_000]),
            "sends more than the 262,144 bytes",
        ),
        (
            Reply::new(200, "").how(How::Endless),
            "sends more than the 262,144 bytes",
        ),
        (
            Reply::new(200, "{ \"half\": 1").how(How::Cut),
            "broke off before everything was there",
        ),
        (
            Reply::new(200, "").how(How::Gone),
            "broke off before everything was there",
        ),
        (Reply::new(204, ""), "the signature does not belong"),
        (Reply::new(304, ""), "answered with 304"),
    ] {
        let server = Loopback::start(move |_| reply.clone());
        User::of(&server, &keys).refused(&[], words);
    }
    let many = |m: &mut Manifest| {
        let pack = |n: usize| PackEntry {
            name: format!("p{n}"),
            url: format!("p{n}"),
            ..m.packs[0].clone()
        };
        m.packs = (0..65).map(pack).collect();
    };
    field.signed(many, "holds something that cannot be (packs)");
}

#[test]
fn nobody_is_sent_on_to_another_host() {
    let keys = keys();
    let site = Arc::new(Mutex::new(issue(&keys, 1, &texts("Alpha Test"))));
    let other = serve(&site);
    let to = format!("{}/rules/manifest.json", other.url());
    let server = Loopback::start(move |_| Reply::new(302, "").header("location", &to));
    User::of(&server, &keys).refused(&[], "sends on to another address");
    let user = User::new(&keys, "url = 'http://rules.example.com/'");
    user.refused(&[], "rules.example.com: only https is called");
}

#[test]
fn rules_that_do_not_hold_their_own_examples_are_refused() {
    let field = Field::new();
    let broken = |site: &mut Site, keys: &KeyPair| {
        let mut texts = texts("Alpha Test");
        texts[1].1 = texts[1].1.replace("ヤマダテスト 水筒", "ただの水筒");
        *site = issue(keys, 6, &texts);
    };
    field.offer(broken, "an example of rule IP-901 does not hold");
    let typo = |site: &mut Site, keys: &KeyPair| {
        let mut texts = texts("Alpha Test");
        texts[1].1 = texts[1].1.replace("severity", "severty");
        *site = issue(keys, 6, &texts);
    };
    field.offer(typo, "feed/stable-6/team/rules/IP-901.toml");
    // A feed adds to the shipped rules; it cannot put others in their place.
    let shipped = |site: &mut Site, keys: &KeyPair| {
        let mut texts = texts("Alpha Test");
        texts[1].1 = texts[1].1.replace("IP-901", "IP-001");
        *site = issue(keys, 6, &texts);
    };
    field.offer(shipped, "IP-001");
}

#[test]
fn names_from_outside_cannot_act_on_the_terminal() {
    let keys = keys();
    let site = Arc::new(Mutex::new(issue(&keys, 1, &texts("Evil\u{1b}[2JTest"))));
    let server = serve(&site);
    let user = User::of(&server, &keys);
    let (_, out, err) = user.run(&["rules", "update"]);
    assert!(!format!("{out}{err}").contains('\u{1b}'), "{out:?}{err:?}");
}
