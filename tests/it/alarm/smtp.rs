//! Mail, to a server on this machine that speaks as much SMTP as is needed.

use super::{HIDDEN, alarm, parcels};
use kenpin::model::AlarmKind;
use kenpin::net::alarm::{Cause, End, Target, deliver};
use kenpin::net::{Host, Secret, Settings, System, wait};
use std::convert::Infallible;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::sync::{Arc, Mutex};

/// A server that takes mail, or answers one command otherwise; gives what it was told.
fn server(odd: &'static str, answer: &'static str) -> (String, Arc<Mutex<Vec<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let at = listener.local_addr().unwrap().to_string();
    let told = Arc::new(Mutex::new(Vec::new()));
    let kept = Arc::clone(&told);
    std::thread::spawn(move || {
        for stream in listener.incoming().map_while(Result::ok) {
            let mut out = stream.try_clone().unwrap();
            let mut data = false;
            let _ = out.write_all(b"220 loopback\r\n");
            for line in BufReader::new(stream).lines().map_while(Result::ok) {
                kept.lock().unwrap().push(line.clone());
                if data && line != "." {
                    continue;
                }
                let verb = line.split([' ', ':']).next().unwrap().to_owned();
                let said = match verb.as_str() {
                    verb if verb == odd => answer,
                    "EHLO" => "250-loopback\r\n250-8BITMIME\r\n250 AUTH PLAIN",
                    "AUTH" => "235 ok",
                    "DATA" => "354 go on",
                    "QUIT" => "221 bye",
                    _ => "250 ok",
                };
                data = verb == "DATA" && said.starts_with('3');
                if said.is_empty() || out.write_all(format!("{said}\r\n").as_bytes()).is_err() {
                    break;
                }
            }
        }
    });
    (at, told)
}

fn send(odd: &'static str, answer: &'static str) -> (End, Vec<String>) {
    let (at, told) = server(odd, answer);
    let mut of = alarm(AlarmKind::Mail);
    of.server = at;
    of.user = "shop".into();
    of.to = vec!["検品 <owner@example.com>".into(), "two@example.com".into()];
    let target = Target {
        alarm: &of,
        secret: Some(Secret::new(HIDDEN.to_owned())),
        keys: None,
    };
    let host = Host::new(Settings::default(), Arc::new(System::default())).unwrap();
    let parcel = parcels(&of, 3).remove(0);
    let mut mark = |_, _| Ok::<(), Infallible>(());
    let Ok(end) = wait(deliver(&host, &target, &parcel, &mut mark)).unwrap();
    assert!(!format!("{end:?}").contains(HIDDEN));
    let told = told.lock().unwrap().clone();
    (end, told)
}

#[test]
fn a_mail_arrives_once_with_its_id_and_all_receivers() {
    let (end, told) = send("", "");
    assert_eq!(end, End::Sent);
    let all = told.join("\n");
    assert_eq!(all.matches("RCPT TO:").count(), 2, "{all}");
    assert_eq!(
        told.iter().filter(|line| *line == "DATA").count(),
        1,
        "{all}"
    );
    let id = "Message-ID: <00000000-0000-4000-8000-000000000001@example.com>";
    assert!(all.contains(id), "{all}");
    assert!(
        all.contains("Subject: kenpin: =?utf-8?b?") && all.contains("text/plain"),
        "{all}"
    );
}

#[test]
fn a_mail_that_is_refused_says_so_and_one_that_broke_off_is_not_repeated() {
    for (odd, status) in [("RCPT", 550), ("AUTH", 535), (".", 554)] {
        let answer: &'static str = match status {
            550 => "550 no such user",
            535 => "535 XsEcReT0nLyFoRtHeTaRgEt is wrong",
            _ => "554 no",
        };
        let (end, told) = send(odd, answer);
        let End::Failed(Cause::Status { status: s, .. }) = end else {
            panic!("{odd}: {end:?}")
        };
        assert_eq!(s, status, "{told:?}");
    }
    // The line breaks behind the last byte of the mail: it may be there.
    let (end, told) = send(".", "");
    assert!(matches!(end, End::Unknown(_)), "{end:?}");
    assert_eq!(told.iter().filter(|line| *line == "DATA").count(), 1);
}
