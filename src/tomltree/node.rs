//! One value of a TOML file, read as the type that is wanted or noted as a problem.

use super::{File, Table};
use crate::model::{Day, Value};
use crate::tomltree::Problem;
use std::ops::{Range, RangeInclusive};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A closed set of words that a value can be one of.
pub trait OneOf: Copy + 'static {
    /// Every member.
    const MEMBERS: &'static [Self];
    /// The spelling of a member.
    fn spelling(self) -> &'static str;
}

macro_rules! one_of {
    ($($name:ident),+) => { $(impl OneOf for crate::model::$name {
        const MEMBERS: &'static [Self] = Self::ALL;
        fn spelling(self) -> &'static str { self.word() }
    })+ };
}
one_of!(
    Choice,
    Lang,
    Severity,
    Decision,
    Family,
    Grade,
    Input,
    Channel,
    Status,
    Route,
    SupplierClass,
    NoticeKind,
    Turn,
    DocumentKind,
    FileType,
    Disposition,
    Field,
    Mark,
    Layer,
    Metric,
    AccountState,
    Attest,
    SellerDetail,
    AlarmKind
);

/// A value with its place and its path from the root.
#[derive(Clone, Debug)]
pub struct Node<'f> {
    file: &'f File<'f>,
    value: &'f Spanned<DeValue<'f>>,
    path: String,
}

impl<'f> Node<'f> {
    pub(super) fn new(file: &'f File<'f>, value: &'f Spanned<DeValue<'f>>, path: String) -> Self {
        Self { file, value, path }
    }

    /// The file it stands in.
    #[must_use]
    pub fn file(&self) -> &'f File<'f> {
        self.file
    }

    /// Path of the key from the root: `policy.fail_on`.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Its bytes in the file.
    #[must_use]
    pub fn span(&self) -> Range<usize> {
        self.value.span()
    }

    /// Its line, from 1.
    #[must_use]
    pub fn line(&self) -> u32 {
        self.file.line(self.span().start)
    }

    /// A problem at this value whose message knows its `key`.
    #[must_use]
    pub fn problem(&self, key: &'static str) -> Problem {
        self.file
            .problem(self.span(), key)
            .with("key", self.path.as_str())
    }

    /// Notes a problem at this value.
    pub fn note(&self, key: &'static str) {
        self.file.note(self.problem(key));
    }

    /// Notes a problem whose message also tells the value.
    pub fn note_value(&self, key: &'static str, value: &str) {
        self.file.note(self.problem(key).with("value", value));
    }

    /// A string.
    #[must_use]
    pub fn text(&self) -> Option<&'f str> {
        match self.value.get_ref() {
            DeValue::String(text) => Some(text),
            _ => self.wrong_type("type-string"),
        }
    }

    /// A string with something in it; surrounding blanks are dropped.
    #[must_use]
    pub fn filled(&self) -> Option<&'f str> {
        let text = self.text()?.trim();
        if text.is_empty() {
            self.note("empty-text");
            return None;
        }
        Some(text)
    }

    /// `true` or `false`.
    #[must_use]
    pub fn flag(&self) -> Option<bool> {
        match self.value.get_ref() {
            DeValue::Boolean(flag) => Some(*flag),
            _ => self.wrong_type("type-boolean"),
        }
    }

    /// What `read` makes of the value, or `None` within for `false`.
    pub fn unless_false<T>(&self, read: impl FnOnce(&Self) -> Option<T>) -> Option<Option<T>> {
        match self.value.get_ref() {
            DeValue::Boolean(false) => Some(None),
            _ => read(self).map(Some),
        }
    }

    /// An integer within a range.
    #[must_use]
    pub fn number(&self, range: RangeInclusive<i64>) -> Option<i64> {
        let DeValue::Integer(integer) = self.value.get_ref() else {
            return self.wrong_type("type-integer");
        };
        let number = i64::from_str_radix(integer.as_str(), integer.radix()).ok();
        let number = number.filter(|n| range.contains(n));
        if number.is_none() {
            let problem = self
                .problem("out-of-range")
                .with("low", *range.start())
                .with("high", *range.end());
            self.file.note(problem);
        }
        number
    }

    /// A calendar date, as a TOML date or as text `YYYY-MM-DD`.
    #[must_use]
    pub fn day(&self) -> Option<Day> {
        let written = match self.value.get_ref() {
            DeValue::Datetime(stamp) if stamp.time.is_none() => stamp.to_string(),
            DeValue::Datetime(_) => {
                self.note("bad-day");
                return None;
            }
            DeValue::String(text) => text.to_string(),
            _ => return self.wrong_type("type-day"),
        };
        // jiff also takes 20260131 and times; the files have one spelling only.
        let day = (written.len() == 10)
            .then(|| written.parse::<Day>().ok())
            .flatten();
        if day.is_none() {
            self.note("bad-day");
        }
        day
    }

    /// A date as written: text is taken as it is, for pages dated by month or year only.
    #[must_use]
    pub fn day_or_text(&self) -> Option<String> {
        match self.value.get_ref() {
            DeValue::String(text) => Some(text.to_string()),
            _ => self.day().map(|day| day.to_string()),
        }
    }

    /// A word of a closed set.
    #[must_use]
    pub fn word<T: OneOf>(&self) -> Option<T> {
        self.word_of(T::MEMBERS)
    }

    /// A word of a part of a closed set.
    #[must_use]
    pub fn word_of<T: OneOf>(&self, allowed: &[T]) -> Option<T> {
        let text = self.text()?;
        let found = allowed.iter().copied().find(|w| w.spelling() == text);
        if found.is_none() {
            let words = allowed.iter().map(|w| w.spelling());
            self.bad_word(text, words);
        }
        found
    }

    /// Notes that the value is none of the words that it may be.
    pub fn bad_word<'w>(&self, value: &str, words: impl IntoIterator<Item = &'w str>) {
        let problem = self.problem("bad-word").with("value", value);
        self.file.note(problem.suggest(value, words));
    }

    /// A list; each element is named after the list.
    #[must_use]
    pub fn list(&self) -> Option<Vec<Node<'f>>> {
        let DeValue::Array(array) = self.value.get_ref() else {
            return self.wrong_type("type-array");
        };
        let element = |value| Node::new(self.file, value, self.path.clone());
        Some(array.iter().map(element).collect())
    }

    /// A list of strings with something in each.
    #[must_use]
    pub fn texts(&self) -> Option<Vec<(&'f str, Node<'f>)>> {
        let list = self.list()?;
        Some(
            list.into_iter()
                .filter_map(|node| Some((node.filled()?, node)))
                .collect(),
        )
    }

    /// A list of words of a closed set.
    #[must_use]
    pub fn words<T: OneOf>(&self) -> Option<Vec<T>> {
        Some(self.list()?.iter().filter_map(Node::word).collect())
    }

    /// A table.
    #[must_use]
    pub fn table(&self) -> Option<Table<'f>> {
        match self.value.get_ref() {
            DeValue::Table(table) => {
                Some(Table::new(self.file, table, self.span(), self.path.clone()))
            }
            _ => self.wrong_type("type-table"),
        }
    }

    /// A list of tables, written inline or as `[[name]]`.
    #[must_use]
    pub fn tables(&self) -> Option<Vec<Table<'f>>> {
        let list = self.list()?;
        Some(list.iter().filter_map(Node::table).collect())
    }

    /// The value without places.
    #[must_use]
    pub fn plain(&self) -> toml::Value {
        plain(self.value.get_ref())
    }

    fn wrong_type<T>(&self, wanted: &str) -> Option<T> {
        let found = match self.value.get_ref() {
            DeValue::String(_) => "type-string",
            DeValue::Integer(_) => "type-integer",
            DeValue::Float(_) => "type-float",
            DeValue::Boolean(_) => "type-boolean",
            DeValue::Datetime(_) => "type-day",
            DeValue::Array(_) => "type-array",
            DeValue::Table(_) => "type-table",
        };
        let problem = self
            .problem("wrong-type")
            .with("wanted", Value::word(wanted))
            .with("found", Value::word(found));
        self.file.note(problem);
        None
    }
}

pub(super) fn plain_table(table: &DeTable<'_>) -> toml::Table {
    table
        .iter()
        .map(|(key, value)| (key.get_ref().to_string(), plain(value.get_ref())))
        .collect()
}

fn plain(value: &DeValue<'_>) -> toml::Value {
    match value {
        DeValue::String(text) => toml::Value::String(text.to_string()),
        DeValue::Integer(n) => {
            // A number too large for TOML was noted by the parser; the type check then refuses it.
            i64::from_str_radix(n.as_str(), n.radix())
                .map_or_else(|_| toml::Value::String(n.to_string()), toml::Value::Integer)
        }
        DeValue::Float(n) => n
            .as_str()
            .parse()
            .map_or_else(|_| toml::Value::String(n.to_string()), toml::Value::Float),
        DeValue::Boolean(flag) => toml::Value::Boolean(*flag),
        DeValue::Datetime(stamp) => toml::Value::Datetime(*stamp),
        DeValue::Array(array) => {
            toml::Value::Array(array.iter().map(|v| plain(v.get_ref())).collect())
        }
        DeValue::Table(table) => toml::Value::Table(plain_table(table)),
    }
}
