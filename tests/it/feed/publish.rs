//! The way of a publisher: keys, folders, an issue, its signature; and a user who takes it.

use super::User;
use crate::run::{kenpin, told};
use kenpin::feed::{MANIFEST, Manifest, SIGNATURE};
use std::fs;
use std::path::Path;

const PASSWORD: &str = "correct horse battery";

fn run(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let mut command = kenpin(folder);
    command.env("KENPIN_SIGN_PASSWORD", PASSWORD);
    told(
        &command
            .args(arguments)
            .args(["--lang", "en"])
            .output()
            .unwrap(),
    )
}

fn done(folder: &Path, arguments: &[&str]) -> String {
    let (code, out, err) = run(folder, arguments);
    assert_eq!(code, 0, "{out}{err}");
    out
}

fn pack_of_a_team(folder: &Path) {
    let team = folder.join("team");
    fs::create_dir_all(team.join("rules")).unwrap();
    for (path, text) in super::texts("Alpha Test") {
        fs::write(team.join(path), text).unwrap();
    }
}

fn manifest(folder: &Path) -> Manifest {
    Manifest::parse(&fs::read(folder.join("site").join(MANIFEST)).unwrap()).unwrap()
}

#[test]
fn from_keys_to_a_user() {
    let desk = tempfile::tempdir().unwrap();
    let at = desk.path();
    pack_of_a_team(at);
    let out = done(at, &["rules", "keygen", "--key", "feed.key"]);
    let key = out.split('"').nth(1).unwrap().to_owned();
    let secret = fs::read_to_string(at.join("feed.key")).unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = fs::metadata(at.join("feed.key"))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    let (code, _, err) = run(at, &["rules", "keygen", "--key", "feed.key"]);
    assert_eq!(code, 2);
    assert!(err.contains("keys are never written over"), "{err}");
    assert_eq!(fs::read_to_string(at.join("feed.key")).unwrap(), secret);

    let out = done(at, &["rules", "pack", "team", "--out", "site"]);
    assert!(
        out.contains("Issue 1 of channel stable with one pack"),
        "{out}"
    );
    let out = done(at, &["rules", "sign", "site", "--key", "feed.key"]);
    assert!(out.contains(&key), "{out}");

    let user = User::new(&super::keys(), "");
    let config = format!("lang = 'en'\n[feed]\nkeys = ['{key}']\n");
    fs::write(user.path("config.toml"), config).unwrap();
    let site = at.join("site").display().to_string();
    user.update(&["--from", &site]);
    assert!(user.has_rule());

    // The next issue: the pack is the same, and so are its serial and its file.
    done(
        at,
        &["rules", "pack", "team", "--out", "site", "--days", "30"],
    );
    let next = manifest(at);
    assert_eq!((next.serial, next.packs[0].serial), (2, 1));
    assert!(
        !at.join("site").join(SIGNATURE).exists(),
        "an old signature is none"
    );
    let (code, _, err) = user.run(&["rules", "update", "--from", &site]);
    assert_eq!(code, 2, "{err}");
    fs::write(
        at.join("team/brands.csv"),
        super::texts("Beta Test")[0].1.as_str(),
    )
    .unwrap();
    done(at, &["rules", "pack", "team", "--out", "site"]);
    let next = manifest(at);
    assert_eq!((next.serial, next.packs[0].serial), (3, 2));
    done(at, &["rules", "sign", "site", "--key", "feed.key"]);
    let out = user.update(&["--from", &site]);
    assert!(out.contains("+ Beta Test (brands.csv)"), "{out}");
}

#[test]
fn nothing_broken_is_packed_or_signed() {
    let desk = tempfile::tempdir().unwrap();
    let at = desk.path();
    pack_of_a_team(at);
    let rule = at.join("team/rules/IP-901.toml");
    let right = fs::read_to_string(&rule).unwrap();
    fs::write(&rule, right.replace("ヤマダテスト 水筒", "ただの水筒")).unwrap();
    let (code, _, err) = run(at, &["rules", "pack", "team", "--out", "site"]);
    assert_eq!(code, 2);
    assert!(
        err.contains("an example of rule IP-901 does not hold"),
        "{err}"
    );
    assert!(!at.join("site").exists());
    fs::write(&rule, right).unwrap();
    fs::write(at.join("team/own-list.csv"), "name\nX\n").unwrap();
    let (code, _, err) = run(at, &["rules", "pack", "team", "--out", "site"]);
    assert_eq!(code, 2);
    assert!(
        err.contains("neither a rule nor a list (own-list.csv)"),
        "{err}"
    );
    fs::remove_file(at.join("team/own-list.csv")).unwrap();
    fs::rename(at.join("team"), at.join("チーム")).unwrap();
    let (code, _, err) = run(at, &["rules", "pack", "チーム", "--out", "site"]);
    assert_eq!(code, 2);
    assert!(err.contains("cannot be the name of a pack"), "{err}");
    fs::rename(at.join("チーム"), at.join("team")).unwrap();
    done(at, &["rules", "pack", "team", "--out", "site"]);
    // Not even by those who hold the key.
    fs::write(at.join("site/packs/team-1.pack"), "x").unwrap();
    let (code, _, err) = run(at, &["rules", "sign", "site", "--key", "none.key"]);
    assert_eq!(code, 2);
    assert!(
        err.contains("a pack is not the one that the manifest names"),
        "{err}"
    );
    done(at, &["rules", "pack", "team", "--out", "site"]);
    fs::write(
        at.join("bad.key"),
        "untrusted comment: x\nRWQf6LRCGA9i5w==\n",
    )
    .unwrap();
    let (code, _, err) = run(at, &["rules", "sign", "site", "--key", "bad.key"]);
    assert_eq!(code, 2);
    assert!(
        err.contains("no secret key of minisign, or the password is wrong"),
        "{err}"
    );
}
