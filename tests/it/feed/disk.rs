//! The accepted issue on disk: whole whatever kills the program, and proven whenever it is read.

use super::{Site, User, issue, keys, serve, texts};
use kenpin::feed::MANIFEST;
use std::fs;
use std::process::Stdio;
use std::sync::{Arc, Mutex};
use std::time::Duration;

fn two(keys: &minisign::KeyPair) -> (Arc<Mutex<Site>>, crate::net::loopback::Loopback, User) {
    let site = Arc::new(Mutex::new(issue(keys, 1, &texts("Alpha Test"))));
    let server = serve(&site);
    let user = User::of(&server, keys);
    user.update(&[]);
    *site.lock().unwrap() = issue(keys, 2, &texts("Beta Test"));
    (site, server, user)
}

#[test]
fn a_killed_update_leaves_the_old_issue_or_the_new_one() {
    let keys = keys();
    let (site, _server, user) = two(&keys);
    let mut in_use = 1;
    for nth in 0..12u64 {
        *site.lock().unwrap() = issue(&keys, nth + 2, &texts("Beta Test"));
        let mut command = user.command(&["rules", "update"]);
        let quiet = command.stdout(Stdio::null()).stderr(Stdio::null());
        let mut child = quiet.spawn().unwrap();
        // Wherever that hits: before, in the middle, behind.
        std::thread::sleep(Duration::from_millis(nth * 40));
        let _ = child.kill();
        child.wait().unwrap();
        let now = user.serial().unwrap();
        assert!(now == in_use || now == nth + 2, "{now}");
        in_use = now;
    }
    // And the next update goes through, and clears up.
    *site.lock().unwrap() = issue(&keys, 20, &texts("Beta Test"));
    user.update(&[]);
    assert_eq!(user.serial(), Some(20));
    assert_eq!(fs::read_dir(user.shelf()).unwrap().count(), 4);
}

#[test]
fn two_updates_at_once_do_not_meet() {
    let keys = keys();
    let (_site, _server, user) = two(&keys);
    let start = |_| {
        user.command(&["rules", "update"])
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
    };
    let running: Vec<_> = (0..4).map(start).collect();
    let mut right = 0;
    for child in running {
        let output = child.unwrap().wait_with_output().unwrap();
        let err = String::from_utf8_lossy(&output.stderr).into_owned();
        match output.status.code() {
            Some(0) => right += 1,
            code => assert!(code == Some(2) && err.contains("is under way"), "{err}"),
        }
    }
    assert!(right >= 1);
    assert_eq!(user.serial(), Some(2));
}

#[test]
fn what_somebody_changed_on_the_disk_is_not_used() {
    let keys = keys();
    let (_site, _server, user) = two(&keys);
    let shelf = user.shelf();
    let generation = || {
        let state = fs::read(shelf.join("state.json")).unwrap();
        let state: serde_json::Value = serde_json::from_slice(&state).unwrap();
        shelf.join(state["current"]["folder"].as_str().unwrap())
    };
    let pack = fs::read_dir(generation())
        .unwrap()
        .map(|e| e.unwrap().path());
    let pack = pack.filter(|path| path.extension().is_some_and(|e| e == "pack"));
    let pack = pack.last().unwrap();
    fs::write(&pack, "x").unwrap();
    let (code, _, err) = user.run(&["rules", "list"]);
    assert_eq!(code, 2);
    assert!(
        err.contains("is not what was accepted: a pack is not the one"),
        "{err}"
    );
    assert!(err.contains("kenpin rules update"), "{err}");
    // An update mends it.
    user.update(&[]);
    assert_eq!(user.serial(), Some(2));
    fs::write(generation().join(MANIFEST), "{}").unwrap();
    fs::write(shelf.join("state.json"), "{").unwrap();
    let (code, _, err) = user.run(&["rules", "update"]);
    assert_eq!(code, 2);
    assert!(err.contains("Move the file away to begin anew"), "{err}");
}

#[test]
fn keys_that_are_trusted_no_more_end_the_use() {
    let keys = keys();
    let (_site, _server, user) = two(&keys);
    let config = fs::read_to_string(user.path("config.toml")).unwrap();
    let other = super::keys().pk.to_base64();
    fs::write(
        user.path("config.toml"),
        config.replace(&keys.pk.to_base64(), &other),
    )
    .unwrap();
    let (code, _, err) = user.run(&["rules", "list"]);
    assert_eq!(code, 2);
    assert!(err.contains("a key that is not in your settings"), "{err}");
    // Both keys, while a publisher changes them.
    let both = format!("{}', '{other}", keys.pk.to_base64());
    fs::write(
        user.path("config.toml"),
        config.replace(&keys.pk.to_base64(), &both),
    )
    .unwrap();
    assert!(user.has_rule());
}

#[test]
fn a_folder_that_cannot_be_written_is_told() {
    let keys = keys();
    let (_site, _server, user) = two(&keys);
    let other = User::new(&keys, "");
    fs::write(other.path("no-state"), "a file").unwrap();
    let from = user.path("stick");
    super::write(&issue(&keys, 1, &texts("Alpha Test")), &from);
    let (code, _, err) = other.run(&["rules", "update", "--from", from.to_str().unwrap()]);
    assert_eq!(code, 2);
    assert!(err.contains("cannot be read or written"), "{err}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let shelf = user.shelf();
        fs::set_permissions(&shelf, fs::Permissions::from_mode(0o555)).unwrap();
        // The superuser may write everywhere; then there is nothing to see.
        if fs::File::create(shelf.join("probe")).is_err() {
            user.refused(&[], "What was in use still is");
            assert_eq!(user.serial(), Some(1));
        }
        fs::set_permissions(&shelf, fs::Permissions::from_mode(0o755)).unwrap();
    }
}
