//! A history on a real disk: what is kept comes back, what is killed was never there.

use super::*;
use crate::model::{
    Audit, AuditFinding, Channel, Decision, Goods, Metric, Milestone, Percent, RateThen, Severity,
    Subject, Yen,
};

fn milestone(run: i64, day: &str) -> Milestone {
    let rate = RateThen {
        metric: Metric::ALL[0],
        channel: Some(Channel::Merchant),
        rate: Percent::parse("2.5%").unwrap(),
    };
    Milestone {
        run,
        day: day.parse().unwrap(),
        skus: 1,
        stop: 1,
        hold: 0,
        findings: [(Severity::High, 1)].into(),
        yen_at_stake: Some(Yen(5)),
        held: 3,
        covered: 2,
        rates: vec![rate],
    }
}

pub(super) fn audit(day: &str) -> Audit {
    Audit {
        id: 0,
        day: day.parse().unwrap(),
        version: "0".into(),
        profile: "balanced".into(),
        pack: "p".into(),
        files: Vec::new(),
        rules: [("IP-001".to_owned(), Severity::High)].into(),
        findings: vec![AuditFinding {
            rule: "IP-001".into(),
            severity: Severity::High,
            decision: Decision::Stop,
            subject: Subject::Account,
            title: "時計".into(),
            yen_at_stake: Some(Yen(5)),
            fingerprint: "f".into(),
            aside: false,
        }],
        settings: "s".into(),
        milestone: Some(milestone(0, day)),
        goods: vec![Goods {
            sku: "A-1".into(),
            title: "時計".into(),
            stock: Some(3),
            ..Goods::default()
        }],
    }
}

#[test]
fn what_is_kept_comes_back_and_old_runs_go() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path(), "空箱").unwrap();
    assert!(store.last().unwrap().is_none());
    for day in ["2026-11-07", "2026-11-14", "2026-11-21"] {
        store.save(&audit(day)).unwrap();
    }
    let last = store.last().unwrap().unwrap();
    assert_eq!(
        last,
        Audit {
            id: 3,
            milestone: Some(milestone(3, "2026-11-21")),
            ..audit("2026-11-21")
        }
    );
    let trend = store.trend(2).unwrap();
    let newest = [(2, "2026-11-14"), (3, "2026-11-21")];
    assert_eq!(trend, newest.map(|(run, day)| milestone(run, day)));
    assert_eq!(store.prune(1).unwrap(), 2);
    drop(store);
    let mut store = Store::existing(folder.path(), "空箱").unwrap().unwrap();
    assert_eq!(store.lines().unwrap().len(), 1);
    // A number is never given twice.
    store.prune(0).unwrap();
    assert_eq!(store.save(&audit("2026-11-28")).unwrap(), 4);
    assert!(Store::existing(folder.path(), "other").unwrap().is_none());
}

#[test]
fn what_is_not_finished_was_never_there() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path(), "a").unwrap();
    store.save(&audit("2026-11-07")).unwrap();
    let mut saving = store.begin(&audit("2026-11-14")).unwrap();
    saving.goods(&Goods::default()).unwrap();
    drop(saving);
    assert_eq!(store.lines().unwrap().len(), 1);
}

/// Not a test of its own: the process that [`a_kill_in_the_middle_loses_only_the_run`] kills.
#[test]
fn child_that_is_killed() {
    let Some(folder) = std::env::var_os("KENPIN_TEST_KILLED") else {
        return;
    };
    let mut store = Store::open(Path::new(&folder), "a").unwrap();
    let mut saving = store.begin(&audit("2026-11-14")).unwrap();
    // More than the cache holds, so that pages of it are in the journal already.
    for nth in 0..30_000 {
        let goods = Goods {
            sku: format!("SKU-{nth}"),
            title: format!("品物 {nth} {}", "x".repeat(200)),
            ..Goods::default()
        };
        saving.goods(&goods).unwrap();
    }
    std::fs::write(Path::new(&folder).join("ready"), "").unwrap();
    std::thread::sleep(Duration::from_secs(600));
}

#[test]
fn a_kill_in_the_middle_loses_only_the_run() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path(), "a").unwrap();
    store.save(&audit("2026-11-07")).unwrap();
    drop(store);
    let program = std::env::current_exe().unwrap();
    let mut child = std::process::Command::new(program)
        .args(["store::tests::child_that_is_killed", "--exact"])
        .env("KENPIN_TEST_KILLED", folder.path())
        .stdout(std::process::Stdio::null())
        .spawn()
        .unwrap();
    let ready = folder.path().join("ready");
    for _ in 0..3000 {
        if ready.exists() {
            break;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    assert!(ready.exists());
    // While it runs, nobody else comes in.
    let busy = Store::open(folder.path(), "a");
    assert!(matches!(busy, Err(StoreError::Busy(_))), "{busy:?}");
    child.kill().unwrap();
    child.wait().unwrap();
    let mut store = Store::open(folder.path(), "a").unwrap();
    let lines = store.lines().unwrap();
    assert_eq!(lines.len(), 1, "{lines:?}");
    assert_eq!(store.last().unwrap().unwrap().goods.len(), 1);
    store.save(&audit("2026-11-21")).unwrap();
    assert_eq!(store.lines().unwrap().len(), 2);
}
