//! The generic webhook: an event of Standard Webhooks, for programs.

use super::{Told, Voice};
use serde_json::{Value, json};

/// Most bytes. Source: Standard Webhooks, payload size (20 KB).
const MOST: usize = 20_000;

pub(super) fn bodies(told: Told<'_>, voice: Voice<'_>) -> Vec<String> {
    let Told::News(news) = told else {
        return vec![event("kenpin.test", voice, &json!({}))];
    };
    let mut findings: Vec<Value> = Vec::new();
    let mut used = 1_000;
    for item in &news.items {
        let finding = &item.finding;
        let finding = json!({
            "rule": finding.rule,
            "rule_title": item.title,
            "severity": finding.severity,
            "decision": finding.decision,
            "subject": finding.subject,
            "title": finding.title,
            "yen_at_stake": finding.yen_at_stake,
            "fingerprint": finding.fingerprint,
        });
        used += finding.to_string().len() + 1;
        if used > MOST {
            break;
        }
        findings.push(finding);
    }
    let data = json!({
        "account": news.account.chars().take(100).collect::<String>(),
        "day": news.day,
        "since": news.since,
        "total": news.items.len(),
        "left": news.items.len() - findings.len(),
        "findings": findings,
    });
    vec![event("kenpin.findings.new", voice, &data)]
}

fn event(kind: &str, voice: Voice<'_>, data: &Value) -> String {
    json!({ "type": kind, "timestamp": voice.at, "data": data }).to_string()
}
