//! Secrets go where they belong, and into no output, error or file.

use super::{User, issue, keys, serve, texts, write};
use crate::net::loopback::{Asked, Loopback, Reply};
use crate::run::told;
use kenpin::net::secret::Vault;
use kenpin::net::{Address, Alone, Request, Retry, Secrets, Settings};
use std::fs;
use std::path::Path;
use std::sync::{Arc, Mutex};

/// Planted into every variable that holds a secret.
const PLANTED: &str = "pl4nted-S3cret-value";
const NAMES: &[&str] = &[
    "KENPIN_SIGN_PASSWORD",
    "KENPIN_LWA_CLIENT_ID",
    "KENPIN_LWA_CLIENT_SECRET",
    "KENPIN_LWA_REFRESH_TOKEN",
];

/// Everything below a folder, in one text.
fn all_files(folder: &Path, into: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        into.push_str(&path.display().to_string());
        match path.is_dir() {
            true => all_files(&path, into),
            false => into.push_str(&String::from_utf8_lossy(&fs::read(&path).unwrap())),
        }
    }
}

/// Runs with the secret planted; neither the output nor a file may hold it.
fn unseen(user: &User, arguments: &[&str]) -> (i32, String, String) {
    let mut command = user.command(arguments);
    for name in NAMES {
        command.env(name, PLANTED);
    }
    let (code, out, err) = told(&command.output().unwrap());
    let mut files = String::new();
    all_files(user.0.path(), &mut files);
    for (what, text) in [("output", &out), ("errors", &err), ("files", &files)] {
        assert!(!text.contains(PLANTED), "{arguments:?}: {what}");
    }
    (code, out, err)
}

#[test]
fn a_planted_secret_is_never_seen_again() {
    let keys = keys();
    let site = Arc::new(Mutex::new(issue(&keys, 1, &texts("Alpha Test"))));
    let server = serve(&site);
    let user = User::of(&server, &keys);
    assert_eq!(unseen(&user, &["rules", "keygen", "--key", "a.key"]).0, 0);
    write(&site.lock().unwrap(), &user.path("site"));
    assert_eq!(
        unseen(&user, &["rules", "sign", "site", "--key", "a.key"]).0,
        0
    );
    assert_eq!(unseen(&user, &["rules", "update"]).0, 0);
    for arguments in [
        &["login", "--list"][..],
        &["login", "KENPIN_LWA_CLIENT_SECRET"],
        &["logout", "KENPIN_LWA_CLIENT_SECRET"],
        &["scan", "--demo", "--quiet", "--out", "report.json"],
        &["audit", "--demo", "--quiet", "--state", "state"],
        &["gate", "candidates", "--demo"],
    ] {
        unseen(&user, arguments);
    }
    // Neither a wrong password nor a name that is the secret itself is repeated.
    let other = User::of(&server, &keys);
    let pair = minisign::KeyPair::generate_encrypted_keypair(Some("another".to_owned())).unwrap();
    let sealed = pair.sk.to_box(None).unwrap().into_string();
    fs::write(other.path("b.key"), sealed).unwrap();
    write(&site.lock().unwrap(), &other.path("site"));
    let (code, _, err) = unseen(&other, &["rules", "sign", "site", "--key", "b.key"]);
    assert_eq!(code, 2);
    assert!(err.contains("the password is wrong"), "{err}");
    let (code, out, err) = other.run(&["login", PLANTED]);
    assert_eq!(code, 2);
    assert!(!format!("{out}{err}").contains(PLANTED), "{out}{err}");
}

#[test]
fn a_server_that_sends_a_secret_back_is_not_repeated() {
    let echo = |asked: &Asked| {
        let sent = asked.header("x-amz-access-token").unwrap_or_default();
        Reply::new(500, format!("you sent {sent}")).header("x-echo", sent)
    };
    let server = Loopback::start(echo);
    // Nothing else reads this variable, in any test.
    let name = "CARGO_MANIFEST_DIR";
    let secret = Secrets::of_system().unwrap().secret(name).unwrap().unwrap();
    let host = Alone::new(Settings::default()).unwrap();
    let address = Address::new(&server.url()).unwrap();
    let request = Request::get(&address).retry(Retry::Never);
    let request = request.secret("x-amz-access-token", "", &secret).unwrap();
    let answer = host.send(&request).unwrap();
    let body = String::from_utf8(answer.bytes().to_vec()).unwrap();
    assert!(body.contains(secret.expose()), "it was sent");
    let shown = format!("{answer:?} {request:?} {secret:?} {host:?}");
    let error = answer.success().unwrap_err();
    let shown = format!("{shown} {error} {error:?}");
    assert!(!shown.contains(secret.expose()), "{shown}");
}

#[test]
fn a_secret_in_the_config_is_refused_and_its_line_is_not_shown() {
    let folder = tempfile::tempdir().unwrap();
    for line in [
        format!("client_secret = \"{PLANTED}\""),
        // Broken besides: the message of what is broken would show the line.
        format!("client_secret = {PLANTED}"),
        format!("[alarm]\ntoken = '{PLANTED}' bad"),
        format!("[feed]\nurl = 'https://me:{PLANTED}@rules.example.com/'"),
        format!("#x = 'Atzr|{PLANTED}'"),
    ] {
        fs::write(
            folder.path().join("config.toml"),
            format!("lang = 'en'\n{line}\n"),
        )
        .unwrap();
        for lang in ["en", "ja"] {
            let command = ["scan", "--demo", "--config", "config.toml", "--lang", lang];
            let (code, out, err) = crate::run::run(folder.path(), &command);
            assert_eq!((code, out.as_str()), (2, ""), "{line}");
            assert!(!err.contains(PLANTED), "{err}");
            assert!(err.contains("kenpin login"), "{err}");
        }
    }
}

#[cfg(not(any(windows, target_os = "macos")))]
#[test]
fn a_system_without_a_keyring_says_what_to_do() {
    let user = User::new(&keys(), "");
    for arguments in [
        &["login"][..],
        &["login", "--list"],
        &["logout", "KENPIN_X"],
    ] {
        let (code, _, err) = user.run(arguments);
        assert_eq!(code, 2);
        assert!(
            err.contains("Set the secret as an environment variable"),
            "{err}"
        );
    }
}
