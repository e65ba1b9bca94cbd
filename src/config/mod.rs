//! The config: composes the options of each layer, validates them, says where each came from.

mod account;
mod alarm;
mod feed;
mod network;
mod overrides;
mod parse;
mod profiles;
mod secret;
mod set;
mod source;

pub use feed::FeedSource;
pub use network::Network;
pub use profiles::profiles;
pub use set::{From, Set};

use crate::model::{Account, Alarm, Exception, Family, Lang, Profile, Severity};
use crate::read::SourceMap;
use crate::tomltree::{File, Problem};
use std::path::{Path, PathBuf};

/// Name of the file that is looked for when none is named.
pub const FILE_NAME: &str = "config.toml";

/// Everything a seller can set in `config.toml`; paths are already those of the config's folder.
#[derive(Clone, Debug, PartialEq)]
pub struct Config {
    /// Output language; `None` is "as the system is set".
    pub lang: Set<Option<Lang>>,
    /// The account profile; `None` when nothing of it is stated.
    pub account: Option<Account>,
    /// ASINs pledged never to be sold again; `None` when the config says nothing of pledges.
    pub pledged_asins: Option<Set<Vec<String>>>,
    /// Folders with proof documents.
    pub documents: Set<Vec<PathBuf>>,
    /// Encoding of all input files; `None` is "found out per file".
    pub encoding: Set<Option<String>>,
    /// Mappings of files of unknown shape, in order.
    pub sources: Vec<SourceMap>,
    /// Name of the policy profile.
    pub profile: Set<String>,
    /// Profiles of the seller's own, beside the shipped ones.
    pub profiles: Vec<Profile>,
    /// What the seller accepts knowingly.
    pub overrides: Vec<Exception>,
    /// The rule ids that these name.
    pub override_rules: Vec<Set<String>>,
    /// Severity from which on findings fail the run.
    pub fail_on: Set<Severity>,
    /// Families that must be judged, else the run does not end well.
    pub required: Set<Vec<Family>>,
    /// Folders with further rules and lists.
    pub packs: Set<Vec<PathBuf>>,
    /// Brands whose entries are off until they are asked for.
    pub opt_in: Vec<Set<String>>,
    /// Ids of rules that are switched off.
    pub off: Vec<Set<String>>,
    /// Severities set otherwise, by rule id.
    pub severity: Vec<(Set<String>, Severity)>,
    /// What fetching needs to know.
    pub network: Network,
    /// The rule feed; `None` without one.
    pub feed: Option<FeedSource>,
    /// Where the news of an audit goes.
    pub alarms: Vec<Alarm>,
}

impl Config {
    /// Hash of what a verdict may depend on, wherever in the file it stands (BLAKE3, first 16 hex
    /// digits): two runs with the same hash are told apart by their files and rules alone.
    #[must_use]
    pub fn hash(&self) -> String {
        let words = |set: &[Set<String>]| -> Vec<String> {
            set.iter().map(|word| word.value.clone()).collect()
        };
        let of_override = |one: &Exception| {
            let place = Exception {
                file: String::new(),
                line: 0,
                ..one.clone()
            };
            format!("{place:?}")
        };
        let overrides: Vec<String> = self.overrides.iter().map(of_override).collect();
        let severity = self.severity.iter().map(|(id, s)| (id.value.as_str(), *s));
        let lists = (
            words(&self.opt_in),
            words(&self.off),
            severity.collect::<Vec<_>>(),
            self.pledged_asins.as_ref().map(|asins| &asins.value),
        );
        let text = format!(
            "{:?}{:?}{overrides:?}{lists:?}",
            self.account, self.profiles
        );
        let hash = blake3::hash(text.as_bytes()).to_hex();
        hash.chars().take(16).collect()
    }
}

impl Default for Config {
    fn default() -> Self {
        Self {
            lang: Set::default_of(None),
            account: None,
            pledged_asins: None,
            documents: Set::default_of(Vec::new()),
            encoding: Set::default_of(None),
            sources: Vec::new(),
            profile: Set::default_of("balanced".to_owned()),
            profiles: Vec::new(),
            overrides: Vec::new(),
            override_rules: Vec::new(),
            fail_on: Set::default_of(Severity::High),
            required: Set::default_of(Vec::new()),
            packs: Set::default_of(Vec::new()),
            opt_in: Vec::new(),
            off: Vec::new(),
            severity: Vec::new(),
            feed: None,
            alarms: Vec::new(),
            network: Network::default(),
        }
    }
}

impl Config {
    /// Reads a config; `folder` is the one the file lies in, against which its paths are meant.
    ///
    /// # Errors
    /// Every problem of the file, in the order of its lines.
    pub fn parse(name: &str, text: &str, folder: &Path) -> Result<Self, Vec<Problem>> {
        let (config, problems) = Self::read(name, text, folder);
        if problems.is_empty() {
            Ok(config)
        } else {
            Err(problems)
        }
    }

    /// What can be read of a config, and every problem of the file, in the order of its lines.
    #[must_use]
    pub fn read(name: &str, text: &str, folder: &Path) -> (Self, Vec<Problem>) {
        // Editors on Windows put a mark in front that is no part of the text.
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let secrets = secret::problems(name, text);
        if !secrets.is_empty() {
            return (Self::default(), secrets);
        }
        let file = File::parse(name, text);
        let config = parse::read(&file.root(), name, folder);
        (config, file.into_problems())
    }

    /// Only the language of a config, for telling what is wrong with the rest of it.
    #[must_use]
    pub fn lang_of(text: &str) -> Option<Lang> {
        let file = File::parse("", text);
        file.root().get("lang")?.word()
    }

    /// Rule ids that no rule has, with the one that was probably meant.
    #[must_use]
    pub fn unknown_rules(&self, ids: &[&str]) -> Vec<Problem> {
        let named = self
            .off
            .iter()
            .chain(self.severity.iter().map(|(id, _)| id))
            .chain(&self.override_rules);
        named
            .filter(|id| !ids.contains(&id.value.as_str()))
            .map(|id| {
                id.problem("config-rule")
                    .with("id", id.value.as_str())
                    .suggest(&id.value, ids.iter().copied())
            })
            .collect()
    }

    /// Settings that would lower what nobody may accept: `never` are the rules of which that holds,
    /// with their shipped severities.
    #[must_use]
    pub fn lowered(&self, never: &[(&str, Severity)]) -> Vec<Problem> {
        let known = |id: &Set<String>| never.iter().find(|(rule, _)| *rule == id.value);
        let off = self.off.iter().filter(|id| known(id).is_some());
        let severities = self.severity.iter();
        let lower = severities.filter(|(id, set)| known(id).is_some_and(|(_, own)| set < own));
        let excepted = self.override_rules.iter().filter(|id| known(id).is_some());
        off.chain(lower.map(|(id, _)| id))
            .chain(excepted)
            .map(|id| id.problem("except-never").with("id", id.value.as_str()))
            .collect()
    }

    /// The problem of a profile that does not exist.
    #[must_use]
    pub fn unknown_profile(&self, names: &[&str]) -> Option<Problem> {
        let name = self.profile.value.as_str();
        let problem = || self.profile.problem("config-profile").with("name", name);
        (!names.contains(&name)).then(|| problem().suggest(name, names.iter().copied()))
    }

    /// Every setting with its value and where it came from, in the order of the file.
    #[must_use]
    pub fn settings(&self) -> Vec<(&'static str, String, &From)> {
        let lang = self.lang.value.map_or("auto", Lang::word);
        let paths = |paths: &[PathBuf]| list(paths.iter().map(|p| p.display().to_string()));
        let mut settings = vec![
            ("lang", lang.to_owned(), &self.lang.from),
            (
                "documents",
                paths(&self.documents.value),
                &self.documents.from,
            ),
            (
                "encoding",
                self.encoding.value.clone().unwrap_or("auto".to_owned()),
                &self.encoding.from,
            ),
            (
                "policy.profile",
                self.profile.value.clone(),
                &self.profile.from,
            ),
            (
                "policy.fail_on",
                self.fail_on.value.to_string(),
                &self.fail_on.from,
            ),
            (
                "policy.required",
                list(self.required.value.iter().map(ToString::to_string)),
                &self.required.from,
            ),
            ("rules.packs", paths(&self.packs.value), &self.packs.from),
        ];
        for name in &self.opt_in {
            settings.push(("rules.opt_in", name.value.clone(), &name.from));
        }
        for id in &self.off {
            settings.push(("rules.off", id.value.clone(), &id.from));
        }
        for (id, severity) in &self.severity {
            let set = format!("{} = {severity}", id.value);
            settings.push(("rules.severity", set, &id.from));
        }
        settings
    }
}

fn list(items: impl Iterator<Item = String>) -> String {
    format!("[{}]", items.collect::<Vec<_>>().join(", "))
}

#[cfg(test)]
mod tests;
