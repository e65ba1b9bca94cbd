//! The host object against a server that breaks.

use super::loopback::{Asked, How, Loopback, Reply};
use super::simulated::{Simulated, simulate};
use kenpin::net::{
    Address, Answer, Clock, Host, Lane, NetError, Pace, Request, Retry, Secret, Settings, System,
    wait,
};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

fn settings() -> Settings {
    Settings {
        limit: 100_000,
        ..Settings::default()
    }
}

/// Asks once, in simulated time.
fn ask(
    server: &Loopback,
    settings: Settings,
    make: impl Fn(&Address) -> Request,
) -> (Result<Answer, NetError>, Duration) {
    let (clock, seen) = Simulated::pair();
    let host = Host::new(settings, seen).unwrap();
    let request = make(&Address::new(&server.url()).unwrap());
    let answer = simulate(&host, &clock, host.send(&request));
    (answer, clock.now())
}

/// Replies in this order, the last one for ever; and how often it was asked.
fn in_order(replies: Vec<Reply>) -> (Loopback, Arc<AtomicUsize>) {
    let count = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&count);
    let server = Loopback::start(move |_| {
        let nth = counted.fetch_add(1, Ordering::SeqCst);
        replies[nth.min(replies.len() - 1)].clone()
    });
    (server, count)
}

#[test]
fn what_may_be_repeated_is_until_it_is_answered() {
    let broken = [
        Reply::new(500, ""),
        Reply::new(429, ""),
        Reply::new(200, "half of it").how(How::Cut),
        Reply::new(200, "").how(How::Gone),
    ];
    for reply in broken {
        let (server, count) = in_order(vec![reply.clone(), Reply::new(200, "{}")]);
        let (answer, waited) = ask(&server, settings(), Request::get);
        let answer = answer.unwrap();
        assert_eq!(
            (answer.status(), answer.bytes()),
            (200, &b"{}"[..]),
            "{reply:?}"
        );
        assert_eq!(count.load(Ordering::SeqCst), 2);
        assert!(waited >= Duration::from_millis(500) && waited < Duration::from_secs(2));
    }
}

#[test]
fn what_may_have_been_taken_is_not_sent_twice() {
    for reply in [Reply::new(500, ""), Reply::new(200, "x").how(How::Gone)] {
        let (server, count) = in_order(vec![reply]);
        let _ = ask(&server, settings(), Request::post);
        assert_eq!(count.load(Ordering::SeqCst), 1);
    }
    let (server, count) = in_order(vec![Reply::new(429, ""), Reply::new(202, "")]);
    assert_eq!(
        ask(&server, settings(), Request::post).0.unwrap().status(),
        202
    );
    assert_eq!(count.load(Ordering::SeqCst), 2);
}

#[test]
fn tries_end_and_the_last_answer_stands() {
    let (server, count) = in_order(vec![Reply::new(503, "no")]);
    let (answer, _) = ask(&server, settings(), Request::get);
    assert_eq!(answer.unwrap().status(), 503);
    assert_eq!(count.load(Ordering::SeqCst), 6);
    let (server, count) = in_order(vec![Reply::new(503, "no")]);
    let _ = ask(&server, settings(), |to| {
        Request::get(to).retry(Retry::Never)
    });
    assert_eq!(count.load(Ordering::SeqCst), 1);
}

#[test]
fn a_wait_that_is_asked_for_is_kept_within_reason() {
    let later = |seconds: &str| Reply::new(429, "").header("retry-after", seconds);
    let (server, _) = in_order(vec![later("90"), Reply::new(200, "")]);
    let (answer, waited) = ask(&server, settings(), Request::get);
    assert_eq!(answer.unwrap().status(), 200);
    assert_eq!(waited.as_secs(), 90);
    let (server, count) = in_order(vec![later("86400")]);
    let (answer, waited) = ask(&server, settings(), Request::get);
    assert!(matches!(answer, Err(NetError::Later { .. })));
    assert_eq!((waited, count.load(Ordering::SeqCst)), (Duration::ZERO, 1));
}

#[test]
fn answers_are_bounded_in_size_and_time() {
    let (server, _) = in_order(vec![Reply::new(200, vec![b'x'; 100_001])]);
    let large = ask(&server, settings(), Request::get).0.unwrap_err();
    assert!(matches!(large, NetError::TooLarge { limit: 100_000, .. }));
    let (server, _) = in_order(vec![Reply::new(200, "").how(How::Endless)]);
    let large = ask(&server, settings(), Request::get).0.unwrap_err();
    assert!(matches!(large, NetError::TooLarge { .. }));
    let (server, _) = in_order(vec![Reply::new(200, "").how(How::Silent)]);
    let slow = ask(&server, settings(), |to| {
        let request = Request::get(to).retry(Retry::Never);
        request.within(Duration::from_millis(50))
    });
    assert!(matches!(slow.0, Err(NetError::Slow(_))));
}

#[test]
fn a_packed_answer_counts_unpacked() {
    use std::io::Write;
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packer.write_all(&vec![b' '; 10_000_000]).unwrap();
    let bomb = Reply::new(200, packer.finish().unwrap()).header("content-encoding", "gzip");
    let (server, _) = in_order(vec![bomb]);
    let large = ask(&server, settings(), Request::get).0.unwrap_err();
    assert!(matches!(large, NetError::TooLarge { .. }), "{large}");
}

#[test]
fn offline_opens_no_connection() {
    let (server, count) = in_order(vec![Reply::new(200, "")]);
    let offline = Settings {
        offline: true,
        ..settings()
    };
    let refused = ask(&server, offline, Request::get).0.unwrap_err();
    assert!(matches!(refused, NetError::Offline(_)));
    assert_eq!(count.load(Ordering::SeqCst), 0);
}

#[test]
fn nobody_is_sent_elsewhere() {
    let (other, reached) = in_order(vec![Reply::new(200, "")]);
    let (server, _) = in_order(vec![Reply::new(302, "").header("location", &other.url())]);
    let sent_on = ask(&server, settings(), Request::get).0.unwrap_err();
    assert!(matches!(sent_on, NetError::Redirected(_)));
    assert_eq!(reached.load(Ordering::SeqCst), 0);
    // An answer that says "unchanged" is one.
    let (server, _) = in_order(vec![Reply::new(304, "")]);
    assert_eq!(
        ask(&server, settings(), Request::get).0.unwrap().status(),
        304
    );
}

#[test]
fn who_asks_is_told_and_secrets_arrive_but_never_show() {
    let seen: Arc<Mutex<Vec<Asked>>> = Arc::default();
    let keep = Arc::clone(&seen);
    let server = Loopback::start(move |asked| {
        keep.lock().unwrap().push(asked.clone());
        Reply::new(200, "x").how(How::Gone)
    });
    let hidden = Secret::new("hidden-token".to_owned());
    let (answer, _) = ask(&server, settings(), |to| {
        let to = to.path(&["hidden-path"]).query(&[("id", "hidden-id")]);
        let request = Request::get(&to).retry(Retry::Never);
        request.secret("x-amz-access-token", "", &hidden).unwrap()
    });
    let error = answer.unwrap_err();
    assert!(
        !format!("{error} {error:?}").contains("hidden"),
        "{error:?}"
    );
    let asked = &seen.lock().unwrap()[0];
    assert_eq!(asked.header("x-amz-access-token"), Some("hidden-token"));
    let agent = asked.header("user-agent").unwrap();
    assert!(
        agent.starts_with("kenpin/") && agent.contains("(Language=Rust/"),
        "{agent}"
    );
}

#[test]
fn a_connection_that_is_refused_is_tried_again_and_told() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let address = Address::new(&address).unwrap();
    let (clock, seen) = Simulated::pair();
    let host = Host::new(settings(), seen).unwrap();
    let answer = simulate(&host, &clock, host.send(&Request::post(&address)));
    assert!(clock.now() > Duration::from_secs(10), "{:?}", clock.now());
    assert!(
        matches!(answer, Err(NetError::Connect { .. })),
        "{answer:?}"
    );
}

#[test]
fn a_lane_keeps_its_pace_whatever_the_number_of_tasks() {
    let (clock, seen) = Simulated::pair();
    let at = Arc::clone(&clock);
    let times: Arc<Mutex<Vec<Duration>>> = Arc::default();
    let kept = Arc::clone(&times);
    let server = Loopback::start(move |_| {
        kept.lock().unwrap().push(at.now());
        Reply::new(200, "")
    });
    let host = Host::new(settings(), Arc::clone(&seen)).unwrap();
    let pace = Pace {
        rate: 2.0,
        burst: 3,
    };
    let lane = Arc::new(Lane::new(pace, &seen));
    let request = Request::get(&Address::new(&server.url()).unwrap()).lane(&lane);
    simulate(&host, &clock, async {
        let all = (0..40).map(|_| host.send(&request));
        let all: Vec<_> = all.map(Box::pin).collect();
        for answer in together(all).await {
            assert_eq!(answer.unwrap().status(), 200);
        }
    });
    let times = times.lock().unwrap();
    assert_eq!(times.len(), 40);
    for (nth, time) in times.iter().enumerate() {
        let least = Duration::from_millis(500) * (nth as u32).saturating_sub(2);
        assert!(
            *time >= least.saturating_sub(Duration::from_millis(1)),
            "{nth}: {time:?}"
        );
    }
    assert!(times[39] < Duration::from_secs(19), "{:?}", times[39]);
}

/// All of them at once.
async fn together<T>(mut all: Vec<std::pin::Pin<Box<impl Future<Output = T>>>>) -> Vec<T> {
    let mut done: Vec<Option<T>> = all.iter().map(|_| None).collect();
    std::future::poll_fn(|cx| {
        for (work, done) in all.iter_mut().zip(&mut done) {
            if done.is_none()
                && let std::task::Poll::Ready(value) = work.as_mut().poll(cx)
            {
                *done = Some(value);
            }
        }
        match done.iter().all(Option::is_some) {
            true => std::task::Poll::Ready(()),
            false => std::task::Poll::Pending,
        }
    })
    .await;
    done.into_iter().flatten().collect()
}

#[test]
fn the_clock_of_the_system_waits() {
    let clock = System::default();
    let before = clock.now();
    wait(async { clock.sleep(Duration::from_millis(5)).await }).unwrap();
    assert!(clock.now() - before >= Duration::from_millis(5));
    assert!(clock.unix() > 1_700_000_000 && (0.0..1.0).contains(&clock.chance()));
}
