//! The data that notices are read by: concepts, signals, kinds, clocks, papers, parties, marks.

use super::calendar::Calendar;
use super::found::{Concept, Word, Words};
use super::requests::{self, Requests};
use super::wording::{Clocks, Marks, Paper, Parties};
use crate::model::NoticeKind;
use crate::text::fold;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;

/// Texts of the data files.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sources<'t> {
    /// `notices/concepts.toml`.
    pub concepts: &'t str,
    /// `notices/signals.toml`.
    pub signals: &'t str,
    /// `notices/kinds.toml`.
    pub kinds: &'t str,
    /// `notices/clocks.toml`.
    pub clocks: &'t str,
    /// `notices/papers.toml`.
    pub papers: &'t str,
    /// `notices/parties.toml`.
    pub parties: &'t str,
    /// `notices/marks.toml`.
    pub marks: &'t str,
    /// `notices/requests.toml`.
    pub requests: &'t str,
    /// `holidays.csv`.
    pub holidays: &'t str,
}

/// Data that cannot be used; a test rules it out for the shipped files.
#[derive(Debug, thiserror::Error)]
#[error("{file}: {problem}")]
pub struct DataError {
    /// The file.
    pub file: &'static str,
    /// What is wrong with it.
    pub problem: String,
}

/// Everything that notices are read by.
#[derive(Debug)]
pub struct Data {
    pub(super) words: Words,
    concepts: BTreeMap<String, Concept>,
    pub(super) signals: Vec<Signal>,
    pub(super) kinds: Vec<Kind>,
    pub(super) least: i32,
    pub(super) common: BTreeMap<String, i32>,
    pub(super) clocks: Clocks,
    pub(super) papers: Vec<Paper>,
    pub(super) parties: Parties,
    pub(super) marks: Marks,
    pub(super) calendar: Calendar,
    /// What the requests accept, and the usual clocks.
    pub requests: Requests,
}

impl Data {
    /// Parses the data files.
    ///
    /// # Errors
    /// When a file is no TOML of its form, or names what no other file has.
    pub fn parse(sources: &Sources<'_>) -> Result<Self, DataError> {
        let (words, concepts) = concepts(sources.concepts)?;
        let signals: Signals = toml("signals.toml", sources.signals)?;
        let kinds: Kinds = toml("kinds.toml", sources.kinds)?;
        let papers: Papers = toml("papers.toml", sources.papers)?;
        let mut clocks: Clocks = toml("clocks.toml", sources.clocks)?;
        clocks.fold();
        let mut parties: Parties = toml("parties.toml", sources.parties)?;
        parties.fold();
        let mut marks: Marks = toml("marks.toml", sources.marks)?;
        marks.fold();
        let calendar = Calendar::parse(sources.holidays).map_err(|problem| DataError {
            file: "holidays.csv",
            problem,
        })?;
        let signals = signals.signal.into_iter().map(|raw| signal(raw, &concepts));
        let data = Self {
            signals: signals.collect::<Result<_, _>>()?,
            papers: papers.paper.into_iter().map(Paper::folded).collect(),
            words,
            concepts,
            least: kinds.least,
            common: kinds.common,
            kinds: kinds.kind,
            clocks,
            parties,
            marks,
            calendar,
            requests: toml(requests::NAME, sources.requests)?,
        };
        data.requests.check()?;
        data.check()?;
        Ok(data)
    }

    /// The concept of a name; a test holds that the code asks for none that is missing.
    pub(super) fn concept(&self, name: &str) -> Concept {
        self.concepts.get(name).copied().unwrap_or(Concept::MAX)
    }

    fn check(&self) -> Result<(), DataError> {
        let known = |name: &String| self.signals.iter().any(|signal| signal.name == *name);
        for kind in &self.kinds {
            let named = kind.needs.iter().flatten().chain(&kind.refuses);
            let named = named.chain(kind.points.keys()).chain(self.common.keys());
            if let Some(name) = named.into_iter().find(|name| !known(name)) {
                return Err(DataError {
                    file: "kinds.toml",
                    problem: format!("no signal is called {name}"),
                });
            }
        }
        let needed = super::clock::CONCEPTS.iter().chain(super::papers::CONCEPTS);
        let needed = needed.chain(super::holder::CONCEPTS);
        match needed
            .into_iter()
            .find(|name| !self.concepts.contains_key(**name))
        {
            None => Ok(()),
            Some(name) => Err(DataError {
                file: "concepts.toml",
                problem: format!("the concept {name} is missing"),
            }),
        }
    }
}

fn toml<T: DeserializeOwned>(file: &'static str, text: &str) -> Result<T, DataError> {
    toml::from_str(text).map_err(|error| DataError {
        file,
        problem: error.to_string(),
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ConceptWords {
    #[serde(default)]
    ja: Vec<String>,
    #[serde(default)]
    en: Vec<String>,
    #[serde(default)]
    outside: Vec<String>,
}

fn concepts(text: &str) -> Result<(Words, BTreeMap<String, Concept>), DataError> {
    let file = "concepts.toml";
    let all: BTreeMap<String, ConceptWords> = toml(file, text)?;
    let ids: BTreeMap<String, Concept> = all.keys().cloned().zip(0..).collect();
    let (mut words, mut outside) = (Vec::new(), Vec::new());
    for (concept, (name, entry)) in all.iter().enumerate() {
        for word in entry.ja.iter().chain(&entry.en) {
            let bare = word.strip_suffix('*').unwrap_or(word);
            words.push(Word {
                concept: concept as Concept,
                text: fold(bare),
                open: bare.len() < word.len(),
            });
        }
        let others = entry.outside.iter().map(|other| ids.get(other).copied());
        let others: Option<Vec<Concept>> = others.collect();
        outside.push(others.ok_or_else(|| DataError {
            file,
            problem: format!("{name} stands outside of a concept that is missing"),
        })?);
    }
    let words = Words::build(words, outside).map_err(|error| DataError {
        file,
        problem: error.to_string(),
    })?;
    Ok((words, ids))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Signals {
    signal: Vec<RawSignal>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSignal {
    name: String,
    all: Vec<String>,
    #[serde(default)]
    none: Vec<String>,
    #[serde(default)]
    apart: Vec<String>,
    within: Option<usize>,
    #[serde(default)]
    ordered: bool,
}

/// Concepts that stand together in a sentence.
#[derive(Clone, Debug)]
pub(super) struct Signal {
    pub(super) name: String,
    pub(super) all: Vec<Concept>,
    pub(super) none: Vec<Concept>,
    pub(super) apart: Vec<Concept>,
    pub(super) within: usize,
    pub(super) ordered: bool,
}

fn signal(raw: RawSignal, ids: &BTreeMap<String, Concept>) -> Result<Signal, DataError> {
    let of = |names: &[String]| -> Result<Vec<Concept>, DataError> {
        let id = |name: &String| {
            ids.get(name).copied().ok_or_else(|| DataError {
                file: "signals.toml",
                problem: format!("{}: no concept is called {name}", raw.name),
            })
        };
        names.iter().map(id).collect()
    };
    Ok(Signal {
        all: of(&raw.all)?,
        none: of(&raw.none)?,
        apart: of(&raw.apart)?,
        within: raw.within.unwrap_or(usize::MAX),
        ordered: raw.ordered,
        name: raw.name.clone(),
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Kinds {
    least: i32,
    common: BTreeMap<String, i32>,
    kind: Vec<Kind>,
}

/// What makes a kind.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Kind {
    pub(super) name: NoticeKind,
    pub(super) needs: Vec<Vec<String>>,
    #[serde(default)]
    pub(super) refuses: Vec<String>,
    pub(super) points: BTreeMap<String, i32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Papers {
    paper: Vec<Paper>,
}
