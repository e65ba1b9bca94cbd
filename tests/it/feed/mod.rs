//! Rule feeds: published, fetched, attacked, killed, rolled back.

mod attacks;
mod disk;
mod offline;
mod publish;
mod secrets;
mod update;

use crate::net::loopback::{Asked, Loopback, Reply};
use crate::run::{kenpin, told};
use kenpin::feed::{
    FORMAT, MANIFEST, Manifest, PackEntry, SIGNATURE, Trust, comment, pack, sha256, unpack, verify,
};
use kenpin::store::FeedShelf;
use minisign::KeyPair;
use std::collections::BTreeMap;
use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, Mutex};

/// What lies on a server: bytes by path.
pub type Site = BTreeMap<String, Vec<u8>>;

const RULE: &str = include_str!("../../bench/pack/rules/IP-901.toml");
const BRANDS: &str =
    "name,aliases,kinds,marketplace,claim_types,use,source,url,source_date,grade,note
Yamada Test,ヤマダテスト,ip-complainer,jp,,warn,tests,,,D,For the example of the rule
";

/// Keys that no password slows down.
pub fn keys() -> KeyPair {
    KeyPair::generate_unencrypted_keypair().unwrap()
}

/// The files of the pack `team`, with one more brand.
pub fn texts(brand: &str) -> Vec<(String, String)> {
    let line = format!("{brand},,ip-complainer,jp,,warn,tests,,,D,\n");
    vec![
        ("brands.csv".to_owned(), format!("{BRANDS}{line}")),
        (
            "rules/IP-901.toml".to_owned(),
            RULE.replace("\"watched\"", "\"ip-complainer\""),
        ),
    ]
}

/// An issue with the pack `team`, which holds these files, signed.
pub fn issue(keys: &KeyPair, serial: u64, texts: &[(String, String)]) -> Site {
    let (bytes, uncompressed_size) = pack("team", serial, texts).unwrap();
    let url = format!("packs/team-{serial}.pack");
    let manifest = Manifest {
        format: FORMAT,
        channel: "stable".to_owned(),
        serial,
        issued_at: "2026-01-01T00:00:00Z".parse().unwrap(),
        expires_at: "2999-01-01T00:00:00Z".parse().unwrap(),
        min_tool_version: "0.1.0".to_owned(),
        packs: vec![PackEntry {
            name: "team".to_owned(),
            serial,
            url: url.clone(),
            sha256: sha256(&bytes),
            size: bytes.len() as u64,
            uncompressed_size,
        }],
    };
    let mut site = Site::from([(url, bytes)]);
    put(&mut site, keys, &manifest);
    site
}

/// Puts a manifest with its signature on a server.
pub fn put(site: &mut Site, keys: &KeyPair, manifest: &Manifest) {
    let text = manifest.text().into_bytes();
    sign(site, keys, &text, &comment(manifest));
    site.insert(MANIFEST.to_owned(), text);
}

/// Puts a signature of any bytes with any comment on a server.
pub fn sign(site: &mut Site, keys: &KeyPair, bytes: &[u8], comment: &str) {
    let signed = minisign::sign(
        Some(&keys.pk),
        &keys.sk,
        Cursor::new(bytes),
        Some(comment),
        None,
    );
    let text = signed.unwrap().into_string();
    site.insert(SIGNATURE.to_owned(), text.into_bytes());
}

/// The manifest on a server.
pub fn manifest(site: &Site) -> Manifest {
    Manifest::parse(&site[MANIFEST]).unwrap()
}

/// A static server, as publishers have one: it knows ETags.
pub fn serve(site: &Arc<Mutex<Site>>) -> Loopback {
    let site = Arc::clone(site);
    Loopback::start(move |asked| answer(&site.lock().unwrap(), asked))
}

/// What a static server answers.
pub fn answer(site: &Site, asked: &Asked) -> Reply {
    let Some(body) = site.get(asked.place().trim_start_matches("/rules/")) else {
        return Reply::new(404, "");
    };
    let etag = format!("\"{}\"", &sha256(body)[..16]);
    match asked.header("if-none-match") == Some(&etag) {
        true => Reply::new(304, ""),
        false => Reply::new(200, body.clone()).header("etag", &etag),
    }
}

/// Somebody who uses a feed.
pub struct User(pub tempfile::TempDir);

impl User {
    /// With these settings of `[feed]`.
    pub fn new(keys: &KeyPair, more: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let key = keys.pk.to_base64();
        let text = format!("lang = 'en'\n[feed]\nkeys = ['{key}']\n{more}\n");
        fs::write(folder.path().join("config.toml"), text).unwrap();
        Self(folder)
    }

    /// Of the feed on a server.
    pub fn of(server: &Loopback, keys: &KeyPair) -> Self {
        Self::new(keys, &format!("url = '{}/rules'", server.url()))
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = kenpin(self.0.path());
        command.args(arguments);
        command
    }

    pub fn run(&self, arguments: &[&str]) -> (i32, String, String) {
        told(&self.command(arguments).output().unwrap())
    }

    /// Updates, and must succeed.
    pub fn update(&self, more: &[&str]) -> String {
        let (code, out, err) = self.run(&[&["rules", "update"], more].concat());
        assert_eq!(code, 0, "{out}{err}");
        out
    }

    /// Updates, and must be refused with these words.
    pub fn refused(&self, more: &[&str], words: &str) {
        let (code, out, err) = self.run(&[&["rules", "update"], more].concat());
        assert_eq!((code, out.as_str()), (2, ""), "{err}");
        assert!(err.contains(words), "{words}: {err}");
    }

    /// The shelf of the feed.
    pub fn shelf(&self) -> PathBuf {
        let feeds = self.path("no-state/feeds");
        let mut shelves = fs::read_dir(feeds).unwrap();
        shelves.next().unwrap().unwrap().path()
    }

    /// True when the rule of the pack is in force.
    pub fn has_rule(&self) -> bool {
        let (code, out, err) = self.run(&["rules", "list", "--json"]);
        assert_eq!(code, 0, "{err}");
        out.contains("\"IP-901\"")
    }

    /// The issue in use, proven; `None` for none.
    pub fn serial(&self) -> Option<u64> {
        let config = fs::read_to_string(self.path("config.toml")).unwrap();
        let config: toml::Table = config.parse().unwrap();
        let feed = &config["feed"];
        let url = feed.get("url").map_or("", |url| url.as_str().unwrap());
        let shelf = FeedShelf::of(&self.path("no-state"), "stable", url);
        let (_, files) = shelf.read().unwrap()?;
        let keys = [feed["keys"][0].as_str().unwrap().to_owned()];
        let trust = Trust {
            keys: &keys,
            channel: "stable",
            tool: "0.1.0",
        };
        let manifest = verify(&files[MANIFEST], &files[SIGNATURE], &trust).unwrap();
        for pack in &manifest.packs {
            unpack(pack, &files[&format!("{}.pack", pack.sha256)]).unwrap();
        }
        Some(manifest.serial)
    }

    /// A scan of a tiny account, as JSON.
    pub fn report(&self) -> serde_json::Value {
        fs::create_dir_all(self.path("in")).unwrap();
        let listing = "seller-sku,asin1,item-name\nA-1,B0RULE0001,木製ペン立て\n";
        fs::write(self.path("in/listings.csv"), listing).unwrap();
        let (code, out, err) =
            self.run(&["scan", "in", "--format", "json", "--today", "2026-11-21"]);
        assert!(code != 2, "{err}");
        serde_json::from_str(&out).unwrap()
    }
}

/// Writes an issue into a folder.
pub fn write(site: &Site, folder: &Path) {
    for (path, bytes) in site {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}
