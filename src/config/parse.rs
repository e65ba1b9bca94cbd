//! The sections of the config, read from the file.

use super::{Config, Set, account, alarm, feed, network, overrides, profiles, source};
use crate::model::Asin;
use crate::tomltree::{Node, Table};
use std::path::{Path, PathBuf};

/// Keys of the file itself.
pub(super) const KEYS: &[&str] = &[
    "lang",
    "account",
    "pledged_asins",
    "documents",
    "encoding",
    "source",
    "policy",
    "rules",
    "feed",
    "network",
    "alarm",
];
/// Keys of `[policy]`.
pub(super) const POLICY: &[&str] = &["profile", "fail_on", "required", "profiles", "override"];
/// Keys of `[rules]`.
pub(super) const RULES: &[&str] = &["packs", "opt_in", "off", "severity"];

pub(super) fn read(root: &Table<'_>, name: &str, folder: &Path) -> Config {
    root.only(KEYS);
    let mut config = Config::default();
    if let Some(node) = root.get("lang") {
        config.lang = Set::at(&node, lang(&node));
    }
    let account = root.get("account").and_then(|node| node.table());
    config.account = account.and_then(|table| account::read(&table));
    if let Some(node) = root.get("pledged_asins") {
        config.pledged_asins = asins(&node).map(|asins| Set::at(&node, asins));
    }
    if let Some(node) = root.get("documents") {
        paths(&mut config.documents, &node, folder);
    }
    if let Some(node) = root.get("encoding") {
        config.encoding = Set::at(&node, source::encoding(&node));
    }
    let sources = root.get("source").and_then(|node| node.tables());
    config.sources = sources.iter().flatten().filter_map(source::read).collect();
    if let Some(table) = root.get("policy").and_then(|node| node.table()) {
        policy(&mut config, &table, name);
    }
    if let Some(table) = root.get("rules").and_then(|node| node.table()) {
        rules(&mut config, &table, folder);
    }
    let feed = root.get("feed").and_then(|node| node.table());
    config.feed = feed.and_then(|table| feed::read(&table));
    let alarms = root.get("alarm").and_then(|node| node.tables());
    config.alarms = alarm::all(&alarms.unwrap_or_default());
    if let Some(table) = root.get("network").and_then(|node| node.table()) {
        config.network = network::read(&table);
    }
    config
}

fn lang(node: &Node<'_>) -> Option<crate::model::Lang> {
    if node.text()? == "auto" {
        return None;
    }
    let lang = node.text().and_then(crate::model::Lang::from_word);
    if lang.is_none() {
        node.bad_word(node.text()?, ["auto", "ja", "en"]);
    }
    lang
}

fn asins(node: &Node<'_>) -> Option<Vec<String>> {
    let mut asins = Vec::new();
    for (text, node) in node.texts()? {
        match Asin::parse(text.as_bytes()) {
            Some(asin) => asins.push(asin.to_string()),
            None => node.note_value("bad-asin", text),
        }
    }
    Some(asins)
}

fn paths(set: &mut Set<Vec<PathBuf>>, node: &Node<'_>, folder: &Path) {
    if let Some(texts) = node.texts() {
        let paths = texts.iter().map(|(text, _)| folder.join(text)).collect();
        *set = Set::at(node, paths);
    }
}

fn policy(config: &mut Config, table: &Table<'_>, file: &str) {
    table.only(POLICY);
    if let Some(node) = table.get("profile")
        && let Some(name) = node.filled()
    {
        config.profile = Set::at(&node, name.to_owned());
    }
    if let Some(node) = table.get("fail_on")
        && let Some(severity) = node.word()
    {
        config.fail_on = Set::at(&node, severity);
    }
    if let Some(node) = table.get("required")
        && let Some(families) = node.words()
    {
        config.required = Set::at(&node, families);
    }
    let own = table.get("profiles").and_then(|node| node.table());
    config.profiles = own.as_ref().map(profiles::all).unwrap_or_default();
    let tables = table.get("override").and_then(|node| node.tables());
    for table in tables.iter().flatten() {
        let (rule, exception) = overrides::read(table, file);
        config.override_rules.extend(rule);
        config.overrides.extend(exception);
    }
}

fn rules(config: &mut Config, table: &Table<'_>, folder: &Path) {
    table.only(RULES);
    if let Some(node) = table.get("packs") {
        paths(&mut config.packs, &node, folder);
    }
    let names = table.get("opt_in").and_then(|node| node.texts());
    for (name, node) in names.into_iter().flatten() {
        config.opt_in.push(Set::at(&node, name.to_owned()));
    }
    let off = table.get("off").and_then(|node| node.texts());
    for (id, node) in off.into_iter().flatten() {
        config.off.push(Set::at(&node, id.to_owned()));
    }
    let severity = table.get("severity").and_then(|node| node.table());
    for (key, node) in severity.iter().flat_map(Table::entries) {
        if let Some(severity) = node.word() {
            let id = Set::at(&node, key.name.to_owned());
            config.severity.push((id, severity));
        }
    }
}
