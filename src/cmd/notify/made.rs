//! The messages of an audit: what is new for each alarm, made once and kept with it.

use crate::cmd::Screen;
use crate::model::{
    Alarm, Audit, AuditFinding, Change, Head, News, NewsItem, Parcel, ParcelState, Severity,
};
use crate::write::alarm::{self, Told, Voice};
use std::collections::BTreeMap;

/// The messages that tell each alarm what is new for it; none where nothing is. `left` are the
/// messages of earlier audits that were not sent.
pub(in crate::cmd) fn parcels(
    alarms: &[Alarm],
    account: &str,
    audit: &Audit,
    head: &Head,
    left: &BTreeMap<(String, ParcelState), u64>,
    screen: &Screen,
) -> Vec<Parcel> {
    let mut all = Vec::new();
    for alarm in alarms {
        let news = news(alarm, account, audit, head, screen);
        if news.items.is_empty() {
            continue;
        }
        let gone = left.contains_key(&(alarm.name.clone(), ParcelState::Gone));
        let state = match gone {
            true => ParcelState::Gone,
            false => ParcelState::Waiting,
        };
        all.extend(parcels_of(Told::News(&news), alarm, state, screen));
    }
    all
}

/// The messages of one alarm.
pub(super) fn parcels_of(
    told: Told<'_>,
    alarm: &Alarm,
    state: ParcelState,
    screen: &Screen,
) -> Vec<Parcel> {
    let at = jiff::Timestamp::now().strftime("%Y-%m-%dT%H:%M:%SZ");
    let voice = Voice {
        words: &screen.words,
        lang: screen.lang,
        at: &at.to_string(),
    };
    let bodies = alarm::bodies(told, alarm, voice);
    let parts = (1..).zip(bodies).map(|(part, body)| Parcel {
        id: 0,
        alarm: alarm.name.clone(),
        kind: alarm.kind,
        part,
        key: uuid(fastrand::u128(..)),
        body,
        state,
        tries: 0,
    });
    parts.collect()
}

/// A number by chance as a UUID of version 4, which LINE insists on.
fn uuid(chance: u128) -> String {
    let version = 4 << 76;
    let variant = 2 << 62;
    let cleared = chance & !(0xf << 76) & !(3 << 62);
    let hex = format!("{:032x}", cleared | version | variant);
    let parts = [
        &hex[..8],
        &hex[8..12],
        &hex[12..16],
        &hex[16..20],
        &hex[20..],
    ];
    parts.join("-")
}

fn news(alarm: &Alarm, account: &str, audit: &Audit, head: &Head, screen: &Screen) -> News {
    let titles: BTreeMap<&str, &str> = head
        .coverage
        .iter()
        .filter_map(|c| Some((c.rule.id.as_str(), c.rule.title.get(&screen.lang)?.as_str())))
        .collect();
    let from = alarm.severity;
    let mut found: Vec<AuditFinding> = match &head.changes {
        None => {
            let all = audit.findings.iter().filter(|finding| !finding.aside);
            all.filter(|f| f.severity >= from).cloned().collect()
        }
        Some(changes) => {
            let both = changes.new.iter().chain(&changes.worse);
            both.filter(|c| is_new(c, from)).map(finding).collect()
        }
    };
    // The order of the report within a severity stays.
    found.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    let items = found.into_iter().map(|finding| NewsItem {
        title: titles
            .get(finding.rule.as_str())
            .copied()
            .unwrap_or_default()
            .to_owned(),
        finding,
    });
    News {
        account: account.to_owned(),
        day: audit.day,
        since: head.changes.as_ref().map(|changes| changes.since.day),
        items: items.collect(),
    }
}

/// At or above the threshold now, and not before.
fn is_new(change: &Change, from: Severity) -> bool {
    change.severity >= from && change.was.is_none_or(|was| was.severity < from)
}

fn finding(change: &Change) -> AuditFinding {
    AuditFinding {
        rule: change.rule.clone(),
        severity: change.severity,
        decision: change.decision,
        subject: change.subject.clone(),
        title: change.title.clone(),
        yen_at_stake: change.yen_at_stake,
        fingerprint: change.fingerprint.clone(),
        aside: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_chance_makes_a_uuid_of_version_4() {
        for (chance, uuid_of) in [
            (0, "00000000-0000-4000-8000-000000000000"),
            (u128::MAX, "ffffffff-ffff-4fff-bfff-ffffffffffff"),
        ] {
            assert_eq!(uuid(chance), uuid_of);
        }
    }
}
