//! What a check says: clear, at risk because of facts, or unknown for want of an input.

use super::{Field, Input, Origin, Yen};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Answer of a check on one subject.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// Looked at, and nothing found.
    Clear,
    /// The facts that make the risk; never empty.
    Risk(Vec<Fact>),
    /// Could not be judged: this input (and, if named, this field of it) does not tell.
    Unknown(Input, Option<Field>),
    /// The rule is not about this subject (a used-goods rule on a New offer).
    NotApplicable,
}

/// Key of a fact: the message `fact-<key>` of both languages says it in words.
pub type FactKey = &'static str;

/// One fact of a risk, with the place it stood.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// Which message says it.
    pub key: FactKey,
    /// Values for the message, by name.
    pub values: Vec<(&'static str, Value)>,
    /// Where it stood.
    pub at: Option<Origin>,
}

impl Fact {
    /// A fact without values or place.
    #[must_use]
    pub fn new(key: FactKey) -> Self {
        Self {
            key,
            values: Vec::new(),
            at: None,
        }
    }

    /// Adds a value.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.values.push((name, value.into()));
        self
    }

    /// Adds the place.
    #[must_use]
    pub fn at(mut self, origin: Origin) -> Self {
        self.at = Some(origin);
        self
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
        day: super::Day,
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
impl From<super::Day> for Value {
    fn from(day: super::Day) -> Self {
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
