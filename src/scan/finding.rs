//! A finding in full: the check is asked again for its evidence, which was not kept.

use super::Found;
use crate::checks::Context;
use crate::model::{Evidence, Fact, Finding, Origin, Place, Scope, Subject, Value, Verdict};
use crate::rules::{Advisory, Pack, Rule};
use std::borrow::Cow;
use std::sync::Arc;

/// The finding behind a compact record; `None` when the check no longer sees the risk, which a
/// pure check on the same inventory never does.
pub(super) fn build(
    cx: &Context<'_>,
    paths: &[Arc<str>],
    pack: &Pack,
    rule: &Rule,
    found: &Found,
) -> Option<Finding> {
    let Verdict::Risk(mut facts) = rule.check.judge(cx, found.subject) else {
        return None;
    };
    let (subject, title) = subject(cx, rule.check.scope(), found.subject);
    let fingerprint = fingerprint(&rule.id, &subject, &facts);
    // Behind the fingerprint: a finding stays the same when an advisory begins or ends.
    facts.extend(pack.advisory(&rule.id, cx.policy.today).map(advised));
    Some(Finding {
        rule: rule.id.clone(),
        severity: found.severity,
        decision: cx.policy.profile.decide(found.severity),
        subject,
        title,
        evidence: facts
            .into_iter()
            .map(|fact| evidence(paths, fact))
            .collect(),
        yen_at_stake: found.yen,
        exception: None,
        fingerprint,
    })
}

fn advised(advisory: &Advisory) -> Fact {
    let [ja, en] = &advisory.text;
    Fact::new("advisory")
        .with("text", Value::said(ja, en))
        .with("from", advisory.from)
        .with("until", advisory.until)
        .with("source", advisory.source.title.as_str())
        .with("grade", Value::word(advisory.source.grade))
}

fn subject(cx: &Context<'_>, scope: Scope, at: u32) -> (Subject, String) {
    let inventory = cx.inventory;
    let sku = |item: u32| {
        inventory
            .tables
            .skus
            .get(inventory.item(item).sku)
            .to_owned()
    };
    let title = |item: u32| {
        inventory
            .tables
            .strings
            .get(inventory.item(item).title)
            .to_owned()
    };
    match scope {
        Scope::Sku => {
            let asin = inventory.asin(inventory.page_of(at)).map(|a| a.to_string());
            (Subject::Sku { sku: sku(at), asin }, title(at))
        }
        Scope::Asin => {
            let items = inventory.items(at);
            let name = items.first().map_or_else(String::new, |i| title(*i));
            match (inventory.asin(at), items.first()) {
                (None, Some(item)) => (
                    Subject::Sku {
                        sku: sku(*item),
                        asin: None,
                    },
                    name,
                ),
                (asin, _) => {
                    let asin = asin.map_or_else(String::new, |a| a.to_string());
                    let mut skus: Vec<String> = items.iter().map(|i| sku(*i)).collect();
                    skus.sort();
                    (Subject::Asin { asin, skus }, name)
                }
            }
        }
        Scope::Supplier => {
            let info = inventory.suppliers().get(at as usize);
            let name = info.map_or("", |i| inventory.tables.supplier_names.get(i.name));
            (
                Subject::Supplier {
                    name: name.to_owned(),
                },
                String::new(),
            )
        }
        Scope::Account => (Subject::Account, String::new()),
    }
}

pub(super) fn evidence(paths: &[Arc<str>], fact: Fact) -> Evidence {
    Evidence {
        key: Cow::Borrowed(fact.key),
        values: fact
            .values
            .into_iter()
            .map(|(name, value)| (Cow::Borrowed(name), value))
            .collect(),
        at: fact.at.map(|origin| place(paths, origin)),
    }
}

pub(super) fn place(paths: &[Arc<str>], origin: Origin) -> Place {
    let path = paths.get(origin.file.0 as usize).cloned();
    Place {
        file: path.unwrap_or_else(|| Arc::from("")),
        line: (origin.line > 0).then_some(origin.line),
        column: None,
    }
}

/// Rule, subject and evidence keys, hashed: never rows or values, so that it survives a re-sorted
/// export and a changed count.
fn fingerprint(rule: &str, subject: &Subject, facts: &[Fact]) -> String {
    let mut keys: Vec<&str> = facts.iter().map(|f| f.key).collect();
    keys.sort_unstable();
    keys.dedup();
    let mut hasher = blake3::Hasher::new();
    let mut part = |text: &str| {
        hasher.update(&(text.len() as u64).to_le_bytes());
        hasher.update(text.as_bytes());
    };
    part(rule);
    match subject {
        // The SKUs of a page may change; the page stays the same subject.
        Subject::Asin { asin, .. } => part(asin),
        Subject::Sku { sku, asin } => {
            part(sku);
            part(asin.as_deref().unwrap_or_default());
        }
        Subject::Supplier { name } => part(name),
        Subject::Account => part("account"),
    }
    keys.into_iter().for_each(part);
    hasher.finalize().to_hex().chars().take(16).collect()
}
