//! Answers about candidates, one after the other: JSON lines, CSV, or text for a terminal.

mod cells;
mod lines;
mod text;

use super::terminal::Style;
use super::words::Words;
use crate::model::{Answer, AskedPaper, Choice, Evidence, Field, Input, NotJudged, Value};
use lines::Lines;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

/// A format of answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerFormat {
    /// A line of JSON each, see `data/candidates.schema.json`.
    Jsonl,
    /// Text for a terminal.
    Table,
    /// CSV for a spreadsheet, a row each.
    Csv,
}

impl AnswerFormat {
    /// Every format with its name and the extension of its files.
    pub const ALL: &'static [(Self, &'static str, &'static str)] = &[
        (Self::Jsonl, "jsonl", "jsonl"),
        (Self::Table, "table", "txt"),
        (Self::Csv, "csv", "csv"),
    ];
}

/// Writes answers and counts them.
#[derive(Debug)]
pub struct Answers<'w> {
    words: &'w Words,
    style: Style,
    format: AnswerFormat,
    /// Answers per choice, in the order of [`Choice::ALL`].
    pub counts: [u64; 3],
    /// Lines that could not be read.
    pub faults: u64,
    /// Inputs for want of which rules of all candidates could not be judged.
    account: BTreeSet<Input>,
    lines: Lines,
    bytes: Vec<u8>,
}

impl<'w> Answers<'w> {
    /// A writer of answers.
    #[must_use]
    pub fn new(words: &'w Words, style: Style, format: AnswerFormat) -> Self {
        let width = style.width.clamp(40, 200);
        Self {
            words,
            style: Style { width, ..style },
            format,
            counts: [0; 3],
            faults: 0,
            account: BTreeSet::new(),
            lines: Lines::default(),
            bytes: Vec::new(),
        }
    }

    /// Writes what stands before the first answer.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn begin(&self, out: &mut dyn Write, today: crate::model::Day) -> io::Result<()> {
        match self.format {
            AnswerFormat::Jsonl => Ok(()),
            AnswerFormat::Csv => out.write_all(self.head().as_bytes()),
            AnswerFormat::Table => {
                let day = Value::from(today);
                writeln!(out, "{}", self.say("candidate-title", &[("day", &day)]))
            }
        }
    }

    /// Writes one answer.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn answer(&mut self, out: &mut dyn Write, answer: &Answer) -> io::Result<()> {
        self.counts[answer.decision as usize] += 1;
        self.faults += u64::from(answer.error.is_some());
        let account = answer.not_judged.iter().filter(|n| !n.asks);
        let account = account.map(|n| n.missing.input);
        self.account
            .extend(account.filter(|i| matches!(i, Input::Pledges | Input::OwnLists)));
        match self.format {
            AnswerFormat::Jsonl => {
                self.bytes.clear();
                self.lines.push(&mut self.bytes, answer)?;
                out.write_all(&self.bytes)
            }
            AnswerFormat::Csv => out.write_all(self.row(answer).as_bytes()),
            AnswerFormat::Table => out.write_all(self.text(answer).as_bytes()),
        }
    }

    /// Writes what stands behind the last answer.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn end(&self, out: &mut dyn Write) -> io::Result<()> {
        match self.format {
            AnswerFormat::Jsonl | AnswerFormat::Csv => Ok(()),
            AnswerFormat::Table => {
                writeln!(out)?;
                self.summary().iter().try_for_each(|line| {
                    let lines = super::width::wrap(line, self.style.width);
                    lines.iter().try_for_each(|line| writeln!(out, "{line}"))
                })
            }
        }
    }

    /// The figures and what they mean, a sentence each.
    #[must_use]
    pub fn summary(&self) -> Vec<String> {
        let [buy, ask, avoid] = self.counts.map(Value::from);
        let n = Value::from(self.counts.iter().sum::<u64>());
        let counts = [("n", &n), ("buy", &buy), ("ask", &ask), ("avoid", &avoid)];
        let mut lines = vec![self.say("candidate-count", &counts)];
        if self.faults > 0 {
            let faults = Value::from(self.faults);
            lines.push(self.say("candidate-faults", &[("n", &faults)]));
        }
        if !self.account.is_empty() {
            let inputs = Value::words(&self.account);
            lines.push(self.say("candidate-account", &[("inputs", &inputs)]));
        }
        lines.push(self.say("candidate-note", &[]));
        lines
    }

    /// A message; what came from outside cannot act in it.
    fn say(&self, id: &str, values: &[(&str, &Value)]) -> String {
        let said = self.words.say(self.style.lang, id, values);
        super::escape::terminal(&said).into_owned()
    }

    fn choice(&self, choice: Choice) -> String {
        self.say(&format!("candidate-choice-{choice}"), &[])
    }

    /// The sentence of a fact, as it reads before buying.
    fn fact(&self, fact: &Evidence) -> String {
        let id = format!("candidate-fact-{}", fact.key);
        let mut said = String::new();
        if self.words.has(self.style.lang, &id) {
            let values = fact.values.iter().map(|(name, value)| (&**name, value));
            let unknown = Value::word("unknown");
            let told = values.map(|(name, value)| match value {
                Value::Text(text) if text.is_empty() => (name, &unknown),
                _ => (name, value),
            });
            self.words.say_into(&mut said, self.style.lang, &id, told);
        } else {
            self.words.fact(&mut said, self.style.lang, fact);
        }
        super::escape::terminal(&said).into_owned()
    }

    fn paper(&self, paper: &AskedPaper) -> String {
        let values = paper.values.iter();
        let values: Vec<_> = values.map(|(name, value)| (&**name, value)).collect();
        self.say(&format!("paper-{}", paper.paper), &values)
    }

    fn field(&self, field: Field) -> String {
        let id = format!("ui-field-{field}");
        match self.words.has(self.style.lang, &id) {
            true => self.say(&id, &[]),
            false => self.words.word(self.style.lang, field.word()).into_owned(),
        }
    }

    /// What could not be judged, the rules of each missing thing together.
    fn open<'n>(&self, open: impl Iterator<Item = &'n NotJudged>) -> Vec<String> {
        let mut by_missing: BTreeMap<_, Vec<&str>> = BTreeMap::new();
        for not in open {
            by_missing.entry(not.missing).or_default().push(&not.rule);
        }
        let line = |(missing, rules): (crate::model::Lacking, Vec<&str>)| {
            let what = match missing.field {
                Some(field) => self.field(field),
                None if matches!(missing.input, Input::Suppliers | Input::Account) => {
                    self.say(&format!("candidate-lacking-{}", missing.input), &[])
                }
                None => self
                    .words
                    .word(self.style.lang, missing.input.word())
                    .into_owned(),
            };
            let rules = Value::from(rules.join(", "));
            let what = Value::from(what);
            self.say("candidate-missing", &[("rules", &rules), ("what", &what)])
        };
        by_missing.into_iter().map(line).collect()
    }
}
