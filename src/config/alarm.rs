//! `[[alarm]]`: where the news of an audit goes. Secrets are named here, never written.

use crate::model::{Alarm, AlarmKind, Severity};
use crate::tomltree::{Node, Table};

/// Keys of `[[alarm]]`.
pub(super) const KEYS: &[&str] = &[
    "name",
    "kind",
    "severity",
    "secret_env",
    "key_env",
    "to",
    "from",
    "server",
    "user",
    "address",
];

/// Most characters of a name.
const NAME: usize = 40;

/// Keys that a kind needs, and those that it can have beside name, kind and severity.
fn keys(kind: AlarmKind) -> (&'static [&'static str], &'static [&'static str]) {
    match kind {
        AlarmKind::Slack | AlarmKind::Discord | AlarmKind::Teams => (&["secret_env"], &[]),
        AlarmKind::Chatwork | AlarmKind::Line => (&["secret_env", "to"], &["address"]),
        AlarmKind::Webhook => (&["secret_env", "key_env"], &[]),
        AlarmKind::Mail => (&["to", "from", "server"], &["user", "secret_env"]),
    }
}

/// Reads all of them; one in which something is wrong is left out.
pub(super) fn all(tables: &[Table<'_>]) -> Vec<Alarm> {
    let mut alarms: Vec<Alarm> = Vec::new();
    for table in tables {
        let Some(alarm) = read(table) else { continue };
        if alarms.iter().any(|known| known.name == alarm.name) {
            note(table, "alarm-twice", "name");
            continue;
        }
        alarms.push(alarm);
    }
    alarms
}

fn read(table: &Table<'_>) -> Option<Alarm> {
    let mut right = true;
    // Whoever writes a secret here by mistake shall not find it in an error: problems of this table
    // stand at its head, and tell keys only.
    for (key, _) in table.entries() {
        if !KEYS.contains(&key.name) {
            note(table, "alarm-key", key.name);
            right = false;
        }
    }
    let name = table.need("name").and_then(|node| node.filled());
    let kind = table.need("kind").and_then(|node| node.word::<AlarmKind>());
    let severity = match table.get("severity") {
        None => Some(Severity::High),
        Some(node) => node.word(),
    };
    let (name, kind, severity) = (name?, kind?, severity?);
    if name.chars().count() > NAME || name.chars().any(char::is_control) {
        note(table, "alarm-name", "name");
        right = false;
    }
    let (needed, further) = keys(kind);
    for key in needed.iter().filter(|key| table.get(key).is_none()) {
        note(table, "alarm-needs", key);
        right = false;
    }
    let common = ["name", "kind", "severity"];
    for key in KEYS.iter().filter(|key| table.get(key).is_some()) {
        if ![&common[..], needed, further].concat().contains(key) {
            note(table, "alarm-needless", key);
            right = false;
        }
    }
    let text = |key: &str| match table.get(key) {
        None => Some(String::new()),
        Some(node) => node.filled().map(str::to_owned),
    };
    let mut variable = |key: &str| {
        let name = text(key)?;
        let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
        if name.len() > 80 || !name.chars().all(is_name) {
            note(table, "alarm-variable", key);
            right = false;
        }
        Some(name)
    };
    let alarm = Alarm {
        name: name.to_owned(),
        kind,
        severity,
        secret_env: variable("secret_env")?,
        key_env: variable("key_env")?,
        to: table.get("to").map_or(Some(Vec::new()), |node| to(&node))?,
        from: text("from")?,
        server: text("server")?,
        user: text("user")?,
        address: text("address")?,
    };
    if kind == AlarmKind::Mail && !mailboxes(table, &alarm) {
        return None;
    }
    right.then_some(alarm)
}

/// One receiver, or a list of them.
fn to(node: &Node<'_>) -> Option<Vec<String>> {
    if let toml::Value::Array(_) = node.plain() {
        let all: Vec<String> = node.texts()?.iter().map(|(t, _)| (*t).to_owned()).collect();
        return (!all.is_empty()).then_some(all);
    }
    Some(vec![node.filled()?.to_owned()])
}

fn mailboxes(table: &Table<'_>, alarm: &Alarm) -> bool {
    let is_one = |text: &String| {
        let parts = text.split_once('@');
        let filled = parts.is_some_and(|(who, host)| !who.is_empty() && !host.is_empty());
        filled && !text.contains(char::is_control)
    };
    let right = alarm.to.iter().chain([&alarm.from]).all(is_one);
    if !right {
        note(table, "alarm-mailbox", "to");
    }
    if !alarm.user.is_empty() && alarm.secret_env.is_empty() {
        note(table, "alarm-needs", "secret_env");
        return false;
    }
    right
}

fn note(table: &Table<'_>, problem: &'static str, key: &str) {
    let problem = table.file().problem(table.span(), problem);
    table.file().note(problem.with("key", key));
}
