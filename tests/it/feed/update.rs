//! What goes well: fetched, unchanged, changed, expired, from a stick, and back again.

use super::{Site, User, answer, issue, keys, manifest, put, serve, texts, write};
use crate::net::loopback::Loopback;
use std::io::Write;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

fn site(keys: &minisign::KeyPair, serial: u64, brand: &str) -> Arc<Mutex<Site>> {
    Arc::new(Mutex::new(issue(keys, serial, &texts(brand))))
}

#[test]
fn an_issue_is_fetched_and_used_and_stands_in_the_report() {
    let keys = keys();
    let site = site(&keys, 1, "Alpha Test");
    let server = serve(&site);
    let user = User::of(&server, &keys);
    // Until then the report says that it knows the shipped rules alone, and so does every command.
    assert_eq!(user.report()["run"]["feed"]["state"], "missing");
    let (_, out, err) = user.run(&["scan", "in", "--quiet"]);
    assert!(
        out.contains("THE RULE FEED stable WAS NEVER FETCHED"),
        "{out}"
    );
    assert!(
        err.contains("THE RULE FEED stable WAS NEVER FETCHED"),
        "{err}"
    );
    let out = user.update(&[]);
    assert!(
        out.contains("Rule feed stable: issue 1 of 2026-01-01 is in use now"),
        "{out}"
    );
    assert!(out.contains("Rules: 1 new, 0 changed, 0 gone"), "{out}");
    assert!(out.contains("+ Alpha Test (brands.csv)"), "{out}");
    assert!(user.has_rule());
    let report = user.report();
    let feed = &report["run"]["feed"];
    assert_eq!(feed["state"], "in-force");
    let bytes = &site.lock().unwrap()["manifest.json"];
    assert_eq!(feed["used"]["sha256"], kenpin::feed::sha256(bytes));
    let (_, out, err) = user.run(&["scan", "in"]);
    assert!(out.contains("rule feed stable no. 1"), "{out}");
    assert!(!err.contains("RULE FEED"), "{err}");
}

#[test]
fn what_changed_is_shown_and_what_did_not_is_not_fetched_again() {
    let keys = keys();
    let site = site(&keys, 1, "Alpha Test");
    let asked = Arc::new(Mutex::new(Vec::new()));
    let (of, seen) = (Arc::clone(&site), Arc::clone(&asked));
    let server = Loopback::start(move |asked| {
        let reply = answer(&of.lock().unwrap(), asked);
        let told = format!("{} {}", reply.status, asked.place());
        seen.lock().unwrap().push(told);
        reply
    });
    let user = User::of(&server, &keys);
    user.update(&[]);
    asked.lock().unwrap().clear();
    // The same issue: one question, answered with "unchanged".
    let out = user.update(&[]);
    assert!(
        out.contains("issue 1 of 2026-01-01 is in use already"),
        "{out}"
    );
    assert_eq!(*asked.lock().unwrap(), ["304 /rules/manifest.json"]);
    asked.lock().unwrap().clear();
    // A new issue with the same pack: only the manifest and its signature travel.
    let mut later = manifest(&site.lock().unwrap());
    later.serial = 2;
    put(&mut site.lock().unwrap(), &keys, &later);
    let out = user.update(&[]);
    assert!(
        out.contains("List entries: 0 new, 0 changed, 0 gone"),
        "{out}"
    );
    let expected = [
        "200 /rules/manifest.json",
        "200 /rules/manifest.json.minisig",
    ];
    assert_eq!(*asked.lock().unwrap(), expected);
    let mut other = texts("Beta Test");
    other.retain(|(path, _)| path == "brands.csv");
    *site.lock().unwrap() = issue(&keys, 3, &other);
    let out = user.update(&[]);
    for line in [
        "Rules: 0 new, 0 changed, 1 gone",
        "+ Beta Test (brands.csv)",
        "- Alpha Test (brands.csv)",
        "- IP-901 (rules)",
    ] {
        assert!(out.contains(line), "{line}: {out}");
    }
    assert!(!user.has_rule());
}

#[test]
fn an_expired_issue_is_used_and_never_silently() {
    let keys = keys();
    let site = site(&keys, 1, "Alpha Test");
    let mut old = manifest(&site.lock().unwrap());
    old.expires_at = "2026-02-01T00:00:00Z".parse().unwrap();
    put(&mut site.lock().unwrap(), &keys, &old);
    let server = serve(&site);
    let user = User::of(&server, &keys);
    let (code, _, err) = user.run(&["rules", "update"]);
    assert_eq!(code, 0);
    assert!(err.contains("THE RULE FEED IS OUT OF DATE"), "{err}");
    assert!(user.has_rule());
    assert_eq!(user.report()["run"]["feed"]["state"], "expired");
    for format in ["table", "md", "html"] {
        let (_, out, err) = user.run(&["scan", "in", "--quiet", "--format", format]);
        assert!(out.contains("THE RULE FEED IS OUT OF DATE"), "{format}");
        assert!(err.contains("THE RULE FEED IS OUT OF DATE"), "{err}");
    }
    // A report of a day before the issue: the clock may be wrong.
    let day = ["scan", "in", "--today", "2025-12-01"];
    let (_, out, _) = user.run(&day);
    assert!(out.contains("THE RULE FEED IS OF A LATER DAY"), "{out}");
}

#[test]
fn the_issue_before_can_be_had_back_but_never_by_the_server() {
    let keys = keys();
    let site = site(&keys, 1, "Alpha Test");
    let first = site.lock().unwrap().clone();
    let server = serve(&site);
    let user = User::of(&server, &keys);
    let (code, _, err) = user.run(&["rules", "rollback"]);
    assert_eq!(code, 2);
    assert!(err.contains("no issue before"), "{err}");
    user.update(&[]);
    *site.lock().unwrap() = issue(&keys, 2, &texts("Beta Test"));
    user.update(&[]);
    let (code, out, err) = user.run(&["rules", "rollback"]);
    assert_eq!(code, 0, "{err}");
    assert!(
        out.contains("back at issue 1") && out.contains("- Beta Test"),
        "{out}"
    );
    assert_eq!(user.serial(), Some(1));
    // Issue 2 was seen: the server cannot pretend that issue 1 is the newest.
    let second = std::mem::replace(&mut *site.lock().unwrap(), first);
    user.refused(&[], "issue 1 is older than issue 2, which was seen here");
    *site.lock().unwrap() = second;
    let out = user.update(&[]);
    assert!(out.contains("issue 2 of 2026-01-01 is in use now"), "{out}");
}

#[test]
fn a_stick_goes_through_the_same_checks() {
    let keys = keys();
    let user = User::new(&keys, "");
    user.refused(&[], "name no address");
    let good = issue(&keys, 3, &texts("Alpha Test"));
    write(&good, &user.path("stick"));
    let mut zip = zip::ZipWriter::new(std::fs::File::create(user.path("feed.zip")).unwrap());
    for (path, bytes) in &good {
        // As most programs pack a folder: with its name in front.
        let options = zip::write::SimpleFileOptions::default();
        zip.start_file(format!("stable/{path}"), options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap();
    user.update(&["--from", "stick", "--offline"]);
    assert!(user.has_rule());
    let out = user.update(&["--from", "feed.zip"]);
    assert!(out.contains("in use already"), "{out}");
    // An older stick, and one that somebody wrote on.
    write(&issue(&keys, 2, &texts("Alpha Test")), &user.path("older"));
    user.refused(&["--from", "older"], "older than issue 3");
    let mut bad = issue(&keys, 4, &texts("Alpha Test"));
    bad.get_mut("packs/team-4.pack").unwrap()[20] ^= 1;
    write(&bad, &user.path("bad"));
    user.refused(
        &["--from", "bad"],
        "a pack is not the one that the manifest names (team)",
    );
    std::fs::write(user.path("no.zip"), "no zip").unwrap();
    user.refused(&["--from", "no.zip"], "a file is missing or cannot be read");
    user.refused(&["--from", "nowhere"], "nowhere cannot be read");
    assert_eq!(user.serial(), Some(3));
}

#[test]
fn a_feed_without_a_server_that_answers_stays_in_use() {
    let keys = keys();
    let site = site(&keys, 1, "Alpha Test");
    let server = serve(&site);
    let user = User::of(&server, &keys);
    user.update(&[]);
    let url = server.url();
    drop(server);
    user.refused(&[], "cannot be reached");
    assert_eq!(user.serial(), Some(1));
    // A server that is asked again is asked three times at most.
    let count = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&count);
    let failing = Loopback::start(move |_| {
        counted.fetch_add(1, Ordering::SeqCst);
        crate::net::loopback::Reply::new(503, "")
    });
    assert_ne!(url, failing.url());
    user.refused(&["--from", &failing.url()], "answered with 503");
    assert_eq!(count.load(Ordering::SeqCst), 3);
}
