//! The data that notices are read by: concepts, signals, kinds, clocks, papers, parties, marks.

use super::calendar::Calendar;
use super::found::{Concept, Word, Words};
use crate::model::{Claim, NoticeKind};
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
        };
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
        match needed.into_iter().find(|name| !self.concepts.contains_key(**name)) {
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

/// How deadlines are written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Clocks {
    /// Words for numbers.
    pub(super) numbers: BTreeMap<String, u32>,
    /// Names of months with their number.
    pub(super) months: BTreeMap<String, i8>,
    pub(super) hours: Vec<String>,
    pub(super) days: Vec<String>,
    pub(super) business_days: Vec<String>,
    pub(super) weeks: Vec<String>,
    /// Words behind a span or a date that make it a limit.
    pub(super) behind: Vec<String>,
    /// Words in front of a span that make it a limit.
    pub(super) before: Vec<String>,
    /// Words in front of a date that make it a limit.
    pub(super) date_before: Vec<String>,
    /// Words behind a date that make it a limit.
    pub(super) date_behind: Vec<String>,
    /// Words in front of a span of time that lies behind.
    pub(super) past_before: Vec<String>,
    /// Words behind a span that say that it is none to act in.
    pub(super) past_behind: Vec<String>,
    /// Whole phrases with the working days they leave.
    pub(super) phrases: BTreeMap<String, u32>,
}

impl Clocks {
    fn fold(&mut self) {
        let lists = [
            &mut self.hours,
            &mut self.days,
            &mut self.business_days,
            &mut self.weeks,
            &mut self.behind,
            &mut self.before,
            &mut self.date_before,
            &mut self.date_behind,
            &mut self.past_before,
            &mut self.past_behind,
        ];
        for list in lists {
            fold_all(list);
        }
        self.numbers = folded_keys(&self.numbers);
        self.months = folded_keys(&self.months);
        self.phrases = folded_keys(&self.phrases);
    }
}

fn folded_keys<T: Copy>(map: &BTreeMap<String, T>) -> BTreeMap<String, T> {
    map.iter().map(|(key, value)| (fold(key), *value)).collect()
}

/// Folds words, the longest first.
fn fold_all(words: &mut [String]) {
    for word in words.iter_mut() {
        *word = fold(word);
    }
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Papers {
    paper: Vec<Paper>,
}

/// A paper that can be asked for.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Paper {
    pub(super) id: String,
    pub(super) words: Vec<String>,
    /// Texts that hold one of its words and are something else.
    #[serde(default)]
    pub(super) not: Vec<String>,
    /// Words of which one has to stand in the sentence too.
    #[serde(default)]
    pub(super) with: Vec<String>,
    /// Words of which none may stand in the sentence.
    #[serde(default)]
    pub(super) without: Vec<String>,
}

impl Paper {
    fn folded(mut self) -> Self {
        let lists = [
            &mut self.words,
            &mut self.not,
            &mut self.with,
            &mut self.without,
        ];
        for list in lists {
            fold_all(list);
        }
        self
    }
}

/// How parties and claims are written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Parties {
    pub(super) holder_labels: Vec<String>,
    pub(super) contact_labels: Vec<String>,
    pub(super) complaint_labels: Vec<String>,
    pub(super) claim_labels: Vec<String>,
    /// Words behind a name in a sentence: より, から.
    pub(super) name_behind: Vec<String>,
    /// Words in front of a name in a sentence.
    pub(super) name_before: Vec<String>,
    /// Words that end a name that stands behind such a word.
    pub(super) name_ends: Vec<String>,
    /// What in front of a name is none of it.
    pub(super) titles: Vec<String>,
    /// What behind a name is none of it.
    pub(super) honorifics: Vec<String>,
    /// Words that are no name.
    pub(super) generic: Vec<String>,
    /// Domains of mail addresses that are Amazon's.
    pub(super) own_domains: Vec<String>,
    pub(super) claim: Vec<ClaimWords>,
}

/// Words of a claim.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ClaimWords {
    pub(super) id: Claim,
    pub(super) words: Vec<String>,
    #[serde(default)]
    pub(super) not: Vec<String>,
}

impl Parties {
    fn fold(&mut self) {
        let lists = [
            &mut self.holder_labels,
            &mut self.contact_labels,
            &mut self.complaint_labels,
            &mut self.claim_labels,
            &mut self.name_behind,
            &mut self.name_before,
            &mut self.name_ends,
            &mut self.titles,
            &mut self.honorifics,
            &mut self.generic,
        ];
        for list in lists {
            fold_all(list);
        }
        for claim in &mut self.claim {
            fold_all(&mut claim.words);
            fold_all(&mut claim.not);
        }
    }
}

/// A line of a mail's head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Head {
    Subject,
    Date,
    Sender,
    Other,
}

/// Lines that divide a mail.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Marks {
    forward_subjects: Vec<String>,
    forwards: Vec<String>,
    cuts: Vec<String>,
    wrote: Vec<String>,
    footers: Vec<String>,
    subjects: Vec<String>,
    dates: Vec<String>,
    senders: Vec<String>,
    others: Vec<String>,
}

impl Marks {
    fn fold(&mut self) {
        let lists = [
            &mut self.forward_subjects,
            &mut self.forwards,
            &mut self.cuts,
            &mut self.wrote,
            &mut self.footers,
            &mut self.subjects,
            &mut self.dates,
            &mut self.senders,
            &mut self.others,
        ];
        for list in lists {
            fold_all(list);
        }
    }

    pub(super) fn is_forward_subject(&self, subject: &str) -> bool {
        self.forward_subjects.iter().any(|word| subject.starts_with(word.as_str()))
    }

    pub(super) fn forwards(&self, line: &str) -> bool {
        self.forwards.iter().any(|word| line.contains(word.as_str()))
    }

    /// True for a line below which an earlier mail stands.
    pub(super) fn cuts(&self, line: &str) -> bool {
        let dashed = line.starts_with(['-', '=', '_', '*', '<', '【', '[', '▼', '■', '◆', '―', 'ー']);
        let short = line.chars().count() < 70;
        let marked = self.cuts.iter().any(|word| line.contains(word.as_str()));
        // 2026年11月3日(火) 10:00 Name <address>: or On Tue, 3 Nov 2026, Name wrote:
        let wrote = line.ends_with(':')
            && (line.contains('@') || line.chars().any(|c| c.is_ascii_digit()))
            && self.wrote.iter().any(|word| line.contains(word.as_str()));
        (marked && short && (dashed || line.ends_with(':'))) || wrote
    }

    /// True for a line below which links and policies stand.
    pub(super) fn footer(&self, line: &str) -> bool {
        line.chars().count() < 45 && self.footers.iter().any(|word| line.contains(word.as_str()))
    }

    pub(super) fn head(&self, line: &str) -> Option<Head> {
        let (name, _) = line.split_once(':')?;
        let name = name.trim().trim_start_matches('*').trim_end_matches('*').trim();
        let is = |list: &[String]| list.iter().any(|word| word == name);
        match () {
            () if is(&self.subjects) => Some(Head::Subject),
            () if is(&self.dates) => Some(Head::Date),
            () if is(&self.senders) => Some(Head::Sender),
            () if is(&self.others) => Some(Head::Other),
            () => None,
        }
    }
}
