//! Nothing calls out unless it was asked to, and nothing at all where that is not wanted.

use super::{User, issue, keys, serve, texts};
use std::fs;
use std::net::TcpListener;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

/// A proxy that counts who comes.
fn proxy() -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let count = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&count);
    std::thread::spawn(move || {
        for _ in listener.incoming() {
            counted.fetch_add(1, Ordering::SeqCst);
        }
    });
    (address, count)
}

fn behind(user: &User, proxy: &str, arguments: &[&str]) -> (i32, String, String) {
    let mut command = user.command(arguments);
    for name in ["http_proxy", "https_proxy", "all_proxy"] {
        command.env(name, proxy).env(name.to_uppercase(), proxy);
    }
    for name in ["no_proxy", "NO_PROXY"] {
        command.env_remove(name);
    }
    crate::run::told(&command.output().unwrap())
}

#[test]
fn commands_that_were_not_asked_to_open_no_connection() {
    let keys = keys();
    let (proxy, count) = proxy();
    // A feed behind that proxy, so that whoever wanted to fetch would come by.
    let user = User::new(&keys, "url = 'https://rules.example.com/'");
    for arguments in [
        &["scan", "--demo", "--quiet", "--format", "csv"][..],
        &["audit", "--demo", "--quiet", "--state", "state"],
        &["gate", "candidates", "--demo"],
        &["gate", "shipment", "--demo"],
        &["rules", "list"],
        &["rules", "rollback"],
        &["inspect", "--title", "x"],
        &["login", "--list"],
    ] {
        behind(&user, &proxy, arguments);
        assert_eq!(count.load(Ordering::SeqCst), 0, "{arguments:?}");
    }
    // The trap is none without bait: a command that was asked to does come by.
    let (code, _, err) = behind(&user, &proxy, &["rules", "update", "--lang", "en"]);
    assert_eq!(code, 2, "{err}");
    assert!(count.load(Ordering::SeqCst) > 0, "{err}");
}

#[test]
fn offline_is_offline_by_option_and_by_config() {
    let keys = keys();
    let (proxy, count) = proxy();
    let user = User::new(&keys, "url = 'https://rules.example.com/'");
    let (code, _, err) = behind(&user, &proxy, &["rules", "update", "--offline"]);
    assert_eq!(code, 2);
    assert!(
        err.contains("rules.example.com: no connection is made"),
        "{err}"
    );
    let config = fs::read_to_string(user.path("config.toml")).unwrap();
    fs::write(
        user.path("config.toml"),
        config + "[network]\noffline = true\n",
    )
    .unwrap();
    let (code, _, err) = behind(&user, &proxy, &["rules", "update"]);
    assert_eq!(code, 2);
    assert!(
        err.contains("rules.example.com: no connection is made"),
        "{err}"
    );
    assert_eq!(count.load(Ordering::SeqCst), 0);
    // The same for this machine, which no proxy stands before.
    let site = Arc::new(Mutex::new(issue(&keys, 1, &texts("Alpha Test"))));
    let server = serve(&site);
    user.refused(&["--from", &server.url()], "no connection is made");
}
