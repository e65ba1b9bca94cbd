//! Messages in two languages, and how numbers, yen and dates read in them.

use super::template::Templates;
use crate::model::{Day, Evidence, Fact, Issue, Lang, Value, Yen};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::resolver::{ResolverError, errors::ReferenceKind};
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use std::borrow::Cow;
use std::fmt::Write as _;

/// The messages of both languages; shared freely between threads.
pub struct Words {
    ja: Messages,
    en: Messages,
}

struct Messages {
    bundle: FluentBundle<FluentResource>,
    templates: Templates,
}

/// A message file that cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("messages ({lang}): {problem}")]
pub struct WordsError {
    /// Language of the file.
    pub lang: Lang,
    /// What is wrong with it.
    pub problem: String,
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Words")
    }
}

impl Words {
    /// Reads the messages from the text of the two Fluent files.
    ///
    /// # Errors
    /// When a file has a syntax error or gives one id twice.
    pub fn parse(ja: &str, en: &str) -> Result<Self, WordsError> {
        Ok(Self {
            ja: messages(Lang::Ja, ja)?,
            en: messages(Lang::En, en)?,
        })
    }

    fn messages(&self, lang: Lang) -> &Messages {
        match lang {
            Lang::Ja => &self.ja,
            Lang::En => &self.en,
        }
    }

    fn bundle(&self, lang: Lang) -> &FluentBundle<FluentResource> {
        &self.messages(lang).bundle
    }

    /// True when that language has that message.
    #[must_use]
    pub fn has(&self, lang: Lang, id: &str) -> bool {
        self.bundle(lang).has_message(id)
    }

    /// The message in words, with its values; an unknown id gives the id in angle brackets.
    ///
    /// Text values stand in it as they stood in the input: the caller escapes the result.
    #[must_use]
    pub fn say(&self, lang: Lang, id: &str, args: &[(&str, &Value)]) -> String {
        let mut out = String::new();
        self.say_into(&mut out, lang, id, args.iter().copied());
        out
    }

    /// As [`Words::say`], appended to `out`.
    pub fn say_into<'a>(
        &self,
        out: &mut String,
        lang: Lang,
        id: &str,
        args: impl IntoIterator<Item = (&'a str, &'a Value)>,
    ) {
        // A value that the caller forgot stands as `{$name}` in the text; tests look for it.
        self.fill(out, lang, id, args);
    }

    /// Writes the message and tells which values were missing.
    fn fill<'a>(
        &self,
        out: &mut String,
        lang: Lang,
        id: &str,
        args: impl IntoIterator<Item = (&'a str, &'a Value)>,
    ) -> Vec<FluentError> {
        let bundle = self.bundle(lang);
        let mut missing = Vec::new();
        let Some(pattern) = bundle.get_message(id).and_then(|m| m.value()) else {
            // Writing to a string cannot fail, here and below.
            let _ = write!(out, "<{id}>");
            return missing;
        };
        let mut values = FluentArgs::new();
        for (name, value) in args {
            values.set(name, self.fluent(lang, value));
        }
        let _ = bundle.write_pattern(out, pattern, Some(&values), &mut missing);
        missing
    }

    /// The name of a word of a closed set; an unknown word stands for itself.
    #[must_use]
    pub fn word<'a>(&'a self, lang: Lang, word: &'a str) -> Cow<'a, str> {
        let bundle = self.bundle(lang);
        let id = format!("word-{word}");
        match bundle.get_message(&id).and_then(|m| m.value()) {
            Some(pattern) => bundle.format_pattern(pattern, None, &mut Vec::new()),
            None => Cow::Borrowed(word),
        }
    }

    /// A value as it reads in a sentence of that language.
    #[must_use]
    pub fn value<'a>(&'a self, lang: Lang, value: &'a Value) -> Cow<'a, str> {
        match value {
            Value::Int(n) => Cow::Owned(grouped(*n)),
            Value::Text(text) => Cow::Borrowed(text),
            Value::Yen { yen: amount } => Cow::Owned(yen(*amount)),
            Value::Day { day } => Cow::Owned(day.to_string()),
            Value::Word { word } => self.word(lang, word),
            Value::Words { words } => Cow::Owned(self.list(lang, words)),
            Value::Said { ja, en } => Cow::Borrowed(match lang {
                Lang::Ja => ja,
                Lang::En => en,
            }),
        }
    }

    fn list(&self, lang: Lang, words: &[String]) -> String {
        let between = between(lang);
        let named: Vec<Cow<'_, str>> = words.iter().map(|w| self.word(lang, w)).collect();
        named.join(between)
    }

    /// Appends the sentence of one fact; a value that no file tells reads as "unknown".
    pub fn fact(&self, out: &mut String, lang: Lang, fact: &Evidence) {
        let values = fact.values.iter().map(|(name, value)| (&**name, value));
        self.sentence(out, lang, &fact.key, &values.collect::<Vec<_>>());
    }

    /// As [`Words::fact`], for a fact that lends its values.
    pub fn lent_fact(&self, out: &mut String, lang: Lang, fact: &Fact<'_>) {
        if !self.messages(lang).templates.fact(out, fact) {
            let values = fact.values.iter();
            let values: Vec<_> = values
                .map(|(name, told)| (*name, Value::from(told)))
                .collect();
            let values: Vec<_> = values.iter().map(|(name, value)| (*name, value)).collect();
            self.sentence(out, lang, fact.key, &values);
        }
    }

    fn sentence(&self, out: &mut String, lang: Lang, key: &str, values: &[(&str, &Value)]) {
        let id = ["fact-", key].concat();
        if !self.has(lang, &id) {
            return self.unknown_fact(out, lang, key, values);
        }
        let start = out.len();
        // A check leaves out what it does not know; a list may have an empty cell.
        let told = || values.iter().copied().filter(|(_, value)| !is_empty(value));
        let missing = self.fill(out, lang, &id, told());
        if missing.is_empty() {
            return;
        }
        out.truncate(start);
        let unknown = Value::Text(self.say(lang, "ui-unknown", &[]));
        let names: Vec<&str> = missing.iter().filter_map(missing_name).collect();
        let given = names.iter().map(|name| (*name, &unknown));
        self.fill(out, lang, &id, told().chain(given));
    }

    /// A fact of a report that another version wrote: its name and its values, as they are.
    fn unknown_fact(&self, out: &mut String, lang: Lang, key: &str, values: &[(&str, &Value)]) {
        out.push_str(key);
        for (nth, (name, value)) in values.iter().enumerate() {
            out.push_str(if nth == 0 { ": " } else { ", " });
            let _ = write!(out, "{name} {}", self.value(lang, value));
        }
    }

    /// Appends the sentence of one issue; beside its own values it may name `$value` and `$column`.
    pub fn issue(&self, out: &mut String, lang: Lang, issue: &Issue) {
        let id = ["issue-", &issue.key].concat();
        let value = Value::Text(issue.value.clone());
        let column = Value::Text(issue.at.column.clone().unwrap_or_default());
        let own = issue.values.iter().map(|(name, v)| (name.as_str(), v));
        let given = [("value", &value), ("column", &column)];
        self.say_into(out, lang, &id, given.into_iter().chain(own));
    }

    fn fluent<'a>(&'a self, lang: Lang, value: &'a Value) -> FluentValue<'a> {
        match value {
            // A number stays one, so that a message can choose its plural.
            Value::Int(n) => FluentValue::from(*n),
            _ => FluentValue::String(self.value(lang, value)),
        }
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Text(text) => text.is_empty(),
        Value::Words { words } => words.is_empty(),
        _ => false,
    }
}

/// The name of the value that an error of resolving misses.
fn missing_name(error: &FluentError) -> Option<&str> {
    match error {
        FluentError::ResolverError(ResolverError::Reference(ReferenceKind::Variable { id })) => {
            Some(id)
        }
        _ => None,
    }
}

/// What stands between words in a row.
fn between(lang: Lang) -> &'static str {
    match lang {
        Lang::Ja => "、",
        Lang::En => ", ",
    }
}

fn messages(lang: Lang, text: &str) -> Result<Messages, WordsError> {
    let fail = |problem: String| WordsError { lang, problem };
    let id = lang
        .word()
        .parse()
        .map_err(|_| fail("no such language".into()))?;
    let resource = FluentResource::try_new(text.to_owned()).map_err(|(_, errors)| {
        fail(errors.first().map_or_else(String::new, ToString::to_string))
    })?;
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    // Isolating marks (U+2068, U+2069) would stand in CSV and JSON.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(|value, _| match value {
        FluentValue::Number(n) => Some(grouped(n.value as i64)),
        _ => None,
    }));
    let templates = Templates::of(&resource, between(lang));
    bundle
        .add_resource(resource)
        .map_err(|errors| fail(errors.first().map_or_else(String::new, ToString::to_string)))?;
    Ok(Messages { bundle, templates })
}

fn written(write: impl FnOnce(&mut String)) -> String {
    let mut out = String::new();
    write(&mut out);
    out
}

/// A number with a comma between every three digits.
#[must_use]
pub fn grouped(n: i64) -> String {
    written(|out| push_grouped(out, n))
}

/// Appends a number with a comma between every three digits.
pub(super) fn push_grouped(out: &mut String, n: i64) {
    let mut digits = itoa::Buffer::new();
    let digits = digits.format(n.unsigned_abs());
    if n < 0 {
        out.push('-');
    }
    let (first, mut rest) = digits.split_at((digits.len() - 1) % 3 + 1);
    out.push_str(first);
    while let Some((three, more)) = rest.split_at_checked(3) {
        out.push(',');
        out.push_str(three);
        rest = more;
    }
}

/// Appends a number in bare digits.
pub(super) fn push_number(out: &mut String, n: i64) {
    out.push_str(itoa::Buffer::new().format(n));
}

/// An amount: `¥1,234`, `-¥1,234`.
#[must_use]
pub fn yen(amount: Yen) -> String {
    written(|out| push_yen(out, amount))
}

/// Appends an amount as [`yen`] writes it.
pub(super) fn push_yen(out: &mut String, amount: Yen) {
    let sign = out.len();
    push_grouped(out, amount.0);
    let digits = sign + usize::from(amount.0 < 0);
    out.insert(digits, '¥');
}

/// Appends a date, `YYYY-MM-DD`.
pub(super) fn push_day(out: &mut String, day: Day) {
    let Ok(mut year) = u16::try_from(day.year()) else {
        // Writing to a string cannot fail.
        let _ = write!(out, "{day}");
        return;
    };
    let two = |n: i8| [b'0' + n as u8 / 10, b'0' + n as u8 % 10];
    let ([m1, m0], [d1, d0]) = (two(day.month()), two(day.day()));
    let mut text = [b'0', b'0', b'0', b'0', b'-', m1, m0, b'-', d1, d0];
    for digit in text[..4].iter_mut().rev() {
        *digit = b'0' + (year % 10) as u8;
        year /= 10;
    }
    out.push_str(std::str::from_utf8(&text).unwrap_or_default());
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn digits_stand_in_threes() {
        for (n, text) in [
            (0, "0"),
            (999, "999"),
            (-1_000, "-1,000"),
            (12_345_678, "12,345,678"),
            (i64::MIN, "-9,223,372,036,854,775,808"),
        ] {
            assert_eq!(grouped(n), text);
        }
        assert_eq!(yen(Yen(-1_234)), "-¥1,234");
        assert_eq!(yen(Yen(5)), "¥5");
    }

    proptest! {
        #[test]
        fn a_day_is_written_as_jiff_writes_it(year in -50i16..=9999, month in 1i8..=12, date in 1i8..=28) {
            let date = jiff::civil::date(year, month, date);
            prop_assert_eq!(written(|out| push_day(out, date)), date.to_string());
        }
    }
}
