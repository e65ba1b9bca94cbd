//! What a check says: clear, at risk because of facts, or unknown for want of an input.

use super::{Asin, Day, Field, Input, Jan, Origin, Yen};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Answer of a check on one subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Looked at, and nothing found.
    Clear,
    /// At risk; the check has stated the facts that make it so.
    Risk,
    /// Could not be judged: this input (and, if named, this field of it) does not tell.
    Unknown(Input, Option<Field>),
    /// The rule is not about this subject (a used-goods rule on a New offer).
    NotApplicable,
}

/// Key of a fact: the message `fact-<key>` of both languages says it in words.
pub type FactKey = &'static str;

/// One fact of a risk, with the place it stood; it lends its texts.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact<'a> {
    /// Which message says it.
    pub key: &'a str,
    /// Values for the message, by name.
    pub values: Vec<(&'a str, Told<'a>)>,
    /// Where it stood.
    pub at: Option<Origin>,
}

impl<'a> Fact<'a> {
    /// A fact without values or place.
    #[must_use]
    #[inline]
    pub fn new(key: &'a str) -> Self {
        Self {
            key,
            values: Vec::new(),
            at: None,
        }
    }

    /// Adds a value.
    #[must_use]
    #[inline]
    pub fn with(mut self, name: &'a str, value: impl Into<Told<'a>>) -> Self {
        if self.values.is_empty() {
            // As many as a fact has at most, so that they are not moved again.
            self.values.reserve_exact(8);
        }
        self.values.push((name, value.into()));
        self
    }

    /// Adds the place.
    #[must_use]
    #[inline]
    pub fn at(mut self, origin: Origin) -> Self {
        self.at = Some(origin);
        self
    }
}

/// The facts that a check states. A verdict does not need them: they are only made when wanted.
#[derive(Debug)]
pub struct Facts<'a> {
    wanted: bool,
    none: bool,
    list: Vec<Fact<'a>>,
}

impl<'a> Facts<'a> {
    /// Takes every fact.
    #[must_use]
    pub fn wanted() -> Self {
        Self {
            wanted: true,
            ..Self::unwanted()
        }
    }

    /// Takes no fact, and only knows whether one was stated.
    #[must_use]
    pub fn unwanted() -> Self {
        Self {
            wanted: false,
            none: true,
            list: Vec::new(),
        }
    }

    /// An empty one that takes what this one takes, for facts that may be dropped again.
    #[must_use]
    pub fn apart(&self) -> Self {
        Self {
            wanted: self.wanted,
            ..Self::unwanted()
        }
    }

    /// Forgets everything, for the next subject.
    #[inline]
    pub fn clear(&mut self) {
        self.none = true;
        self.list.clear();
    }

    /// States a fact.
    #[inline]
    pub fn state(&mut self, fact: impl FnOnce() -> Fact<'a>) {
        self.none = false;
        self.add(|| Some(fact()));
    }

    /// States a fact before all others.
    pub fn state_first(&mut self, fact: impl FnOnce() -> Fact<'a>) {
        self.none = false;
        if self.wanted {
            self.list.insert(0, fact());
        }
    }

    /// States facts that are made already, and says that they are a risk.
    pub fn risk(&mut self, facts: impl IntoIterator<Item = Fact<'a>>) -> Verdict {
        for fact in facts {
            self.state(|| fact);
        }
        Verdict::Risk
    }

    /// Adds what may be said beside the stated facts; alone it states nothing.
    #[inline]
    pub fn add<I: IntoIterator<Item = Fact<'a>>>(&mut self, facts: impl FnOnce() -> I) {
        if self.wanted {
            self.list.extend(facts());
        }
    }

    /// States all facts that were kept apart.
    pub fn append(&mut self, mut apart: Self) {
        self.none &= apart.none;
        self.list.append(&mut apart.list);
    }

    /// Drops a fact that says the same as the one before it.
    pub fn dedup(&mut self) {
        self.list.dedup();
    }

    /// True when no fact was stated, wanted or not.
    #[must_use]
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.none
    }

    /// The facts, in their order; none when they were not wanted.
    #[must_use]
    pub fn list(&self) -> &[Fact<'a>] {
        &self.list
    }
}

/// A value of a fact, lent from where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told<'a> {
    /// A count.
    Int(i64),
    /// Text of the input, untrusted: each writer escapes it for its format.
    Text(&'a str),
    /// An ASIN.
    Asin(Asin),
    /// A JAN.
    Jan(Jan),
    /// Yen.
    Yen(Yen),
    /// A calendar date.
    Day(Day),
    /// A word of a closed set; the message `word-<word>` names it in both languages.
    Word(&'a str),
    /// Several words of closed sets.
    Words(Vec<&'a str>),
    /// Text of a list, in Japanese and in English.
    Said(&'a str, &'a str),
}

/// Declares how a value of a type is told.
macro_rules! told {
    ($($from:ty, $value:ident => $told:expr;)+) => { $(
        impl<'a> From<$from> for Told<'a> {
            fn from($value: $from) -> Self {
                $told
            }
        }
    )+ };
}

told! {
    i64, value => Self::Int(value);
    u64, value => Self::Int(i64::try_from(value).unwrap_or(i64::MAX));
    u32, value => Self::Int(i64::from(value));
    &'a str, value => Self::Text(value);
    Asin, value => Self::Asin(value);
    Jan, value => Self::Jan(value);
    Yen, value => Self::Yen(value);
    Day, value => Self::Day(value);
}

/// A value that no file tells is said as the word `unknown`, so that no message has a gap.
impl<'a, T: Into<Told<'a>>> From<Option<T>> for Told<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Word("unknown"), Into::into)
    }
}

impl From<&Told<'_>> for Value {
    fn from(told: &Told<'_>) -> Self {
        match told {
            Told::Int(n) => Self::Int(*n),
            Told::Text(text) => Self::Text((*text).to_owned()),
            Told::Asin(asin) => Self::Text(asin.to_string()),
            Told::Jan(jan) => Self::Text(jan.to_string()),
            Told::Yen(yen) => Self::Yen { yen: *yen },
            Told::Day(day) => Self::Day { day: *day },
            Told::Word(word) => Self::word(word),
            Told::Words(words) => Self::words(words),
            Told::Said(ja, en) => Self::said(ja, en),
        }
    }
}

impl<'a> From<&'a Value> for Told<'a> {
    fn from(value: &'a Value) -> Self {
        match value {
            Value::Int(n) => Self::Int(*n),
            Value::Text(text) => Self::Text(text),
            Value::Yen { yen } => Self::Yen(*yen),
            Value::Day { day } => Self::Day(*day),
            Value::Word { word } => Self::Word(word),
            Value::Words { words } => Self::Words(words.iter().map(String::as_str).collect()),
            Value::Said { ja, en } => Self::Said(ja, en),
        }
    }
}

/// A value inside a fact or an issue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Value {
    /// A count.
    Int(i64),
    /// Text of the input, untrusted: each writer escapes it for its format.
    Text(String),
    /// Yen.
    Yen {
        /// Amount.
        yen: Yen,
    },
    /// A calendar date, `YYYY-MM-DD`.
    Day {
        /// The date.
        #[schemars(with = "String")]
        day: Day,
    },
    /// A word of a closed set; the message `word-<word>` names it in both languages.
    Word {
        /// The word.
        word: String,
    },
    /// Several words of closed sets.
    Words {
        /// The words.
        words: Vec<String>,
    },
    /// Text of a list, in both languages.
    Said {
        /// In Japanese.
        ja: String,
        /// In English.
        en: String,
    },
}

impl From<i64> for Value {
    fn from(value: i64) -> Self {
        Self::Int(value)
    }
}
impl From<u64> for Value {
    fn from(value: u64) -> Self {
        Self::Int(i64::try_from(value).unwrap_or(i64::MAX))
    }
}
impl From<u32> for Value {
    fn from(value: u32) -> Self {
        Self::Int(i64::from(value))
    }
}
impl From<&str> for Value {
    fn from(value: &str) -> Self {
        Self::Text(value.to_owned())
    }
}
impl From<String> for Value {
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}
impl From<Yen> for Value {
    fn from(yen: Yen) -> Self {
        Self::Yen { yen }
    }
}
impl From<Day> for Value {
    fn from(day: Day) -> Self {
        Self::Day { day }
    }
}

/// A value that no file tells is said as the word `unknown`, so that no message has a gap.
impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or_else(|| Self::word("unknown"), Into::into)
    }
}

impl Value {
    /// A word of a closed set.
    #[must_use]
    pub fn word(word: impl std::fmt::Display) -> Self {
        Self::Word {
            word: word.to_string(),
        }
    }

    /// Text of a list, in both languages.
    #[must_use]
    pub fn said(ja: &str, en: &str) -> Self {
        Self::Said {
            ja: ja.to_owned(),
            en: en.to_owned(),
        }
    }

    /// Several words of closed sets.
    #[must_use]
    pub fn words<T: std::fmt::Display>(words: impl IntoIterator<Item = T>) -> Self {
        Self::Words {
            words: words.into_iter().map(|w| w.to_string()).collect(),
        }
    }
}

/// A place in an input file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Place {
    /// File as given; shared, because a million places stand in a handful of files.
    pub file: Arc<str>,
    /// Line (row in a workbook) from 1; absent when the whole file is meant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    /// Column as its header names it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
}

/// A fact as the report carries it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Evidence {
    /// The message `fact-<key>` says it in words.
    pub key: Cow<'static, str>,
    /// Values for the message.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub values: BTreeMap<Cow<'static, str>, Value>,
    /// Where it stood.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Place>,
}
