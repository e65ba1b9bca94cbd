//! A page of terminal text: messages escaped, lines broken to its width, colours where wanted.

use super::Style;
use crate::model::{
    Decision, Evidence, Excepted, FeedNote, Field, Head, Input, Issue, Lang, Missing, Place,
    Readiness, RuleNote, Severity, Value,
};
use crate::write::{Words, escape, phrase, width};
use anstyle::{AnsiColor, Style as Colour};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::io::{self, Write};

/// Longest text of the input inside a sentence, in cells.
const QUOTED: usize = 100;

pub(super) const STRONG: Colour = Colour::new().bold();
pub(super) const FAINT: Colour = Colour::new().dimmed();

pub(super) struct Page<'a> {
    out: &'a mut dyn Write,
    pub(super) head: &'a Head,
    pub(super) rules: HashMap<&'a str, &'a RuleNote>,
    /// Rules whose sources were given already.
    pub(super) told: HashSet<&'a str>,
    pub(super) words: &'a Words,
    pub(super) style: Style,
}

impl<'a> Page<'a> {
    pub(super) fn new(
        out: &'a mut dyn Write,
        head: &'a Head,
        words: &'a Words,
        style: Style,
    ) -> Self {
        Self {
            out,
            head,
            rules: phrase::rules(head),
            told: HashSet::new(),
            words,
            style: Style {
                width: style.width.clamp(40, 200),
                ..style
            },
        }
    }

    pub(super) fn width(&self) -> usize {
        self.style.width
    }

    /// A message with its values, escaped.
    pub(super) fn say(&self, id: &str, args: &[(&str, Value)]) -> String {
        let args: Vec<(&str, &Value)> = args.iter().map(|(name, v)| (*name, v)).collect();
        let said = self.words.say(self.style.lang, id, &args);
        escape::terminal(&said).into_owned()
    }

    /// A message without values.
    pub(super) fn name(&self, set: &str, word: &str) -> String {
        self.say(&format!("ui-{set}-{word}"), &[])
    }

    /// The name of a word of a closed set.
    pub(super) fn word(&self, word: &str) -> String {
        self.words.word(self.style.lang, word).into_owned()
    }

    /// The name of a field.
    pub(super) fn field(&self, field: Field) -> String {
        phrase::field(self.words, self.style.lang, field)
    }

    /// Where to get what is missing, or what to fill in.
    pub(super) fn remedy(&self, input: Input, field: Option<Field>) -> String {
        let said = phrase::remedy(self.words, self.style.lang, input, field);
        escape::terminal(&said).into_owned()
    }

    /// What a gap is, and how it is filled.
    pub(super) fn gap(&self, gap: &phrase::Gap<'_>) -> (String, String) {
        phrase::gap(self.words, self.style.lang, gap)
    }

    /// The sentence of a fact, long texts of the input cut.
    pub(super) fn fact(&self, fact: &Evidence) -> String {
        let mut fact = fact.clone();
        for value in fact.values.values_mut() {
            if let Value::Text(text) = value {
                *text = width::cut(text, QUOTED).into_owned();
            }
        }
        let mut said = String::new();
        self.words.fact(&mut said, self.style.lang, &fact);
        escape::terminal(&said).into_owned()
    }

    /// Whether papers can be handed in within 72 hours.
    pub(super) fn readiness(&self, readiness: &Readiness) -> String {
        let said = phrase::readiness(self.words, self.style.lang, readiness);
        escape::terminal(&said).into_owned()
    }

    /// Inputs and fields that were missing, in one line.
    pub(super) fn missing(&self, missing: &[Missing]) -> String {
        phrase::missing(self.words, self.style.lang, missing)
    }

    /// The sentence of an exception.
    pub(super) fn exception(&self, exception: &Excepted) -> String {
        let said = phrase::exception(self.words, self.style.lang, exception);
        escape::terminal(&said).into_owned()
    }

    /// Which rule feed was gone by.
    pub(super) fn feed(&self, feed: &FeedNote) -> String {
        let said = phrase::feed(self.words, self.style.lang, feed);
        escape::terminal(&said).into_owned()
    }

    /// The sentence of an issue.
    pub(super) fn issue(&self, issue: &Issue) -> String {
        let mut said = String::new();
        self.words.issue(&mut said, self.style.lang, issue);
        escape::terminal(&said).into_owned()
    }

    /// A text of a rule in the language of the page, escaped.
    pub(super) fn text(&self, texts: &BTreeMap<Lang, String>) -> String {
        escape::terminal(phrase::text(texts, self.style.lang)).into_owned()
    }

    /// The text in a colour, or as it is.
    pub(super) fn paint(&self, colour: Colour, text: &str) -> String {
        if self.style.color && !colour.is_plain() {
            format!("{colour}{text}{colour:#}")
        } else {
            text.to_owned()
        }
    }

    /// Writes one line; the text is escaped and fits already.
    pub(super) fn line(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out, "{}", text.trim_end())
    }

    /// Writes an empty line and a heading.
    pub(super) fn heading(&mut self, text: &str) -> io::Result<()> {
        self.line("")?;
        for line in width::wrap(text, self.width()) {
            let line = self.paint(STRONG, &line);
            self.line(&line)?;
        }
        Ok(())
    }

    /// Writes a text behind `first`, its further lines below its beginning.
    pub(super) fn block(&mut self, first: &str, text: &str) -> io::Result<()> {
        self.painted(first, text, Colour::new())
    }

    /// As [`Page::block`], the text in a colour.
    pub(super) fn painted(&mut self, first: &str, text: &str, colour: Colour) -> io::Result<()> {
        let indent = width::cells(first);
        self.lines(first, indent, &width::wrap(text, self.room(indent)), colour)
    }

    /// As [`Page::block`], behind coloured text of so many cells.
    pub(super) fn behind(&mut self, first: &str, indent: usize, text: &str) -> io::Result<()> {
        self.lines(
            first,
            indent,
            &width::wrap(text, self.room(indent)),
            Colour::new(),
        )
    }

    /// As [`Page::block`], with a part at the end that is not broken.
    pub(super) fn ended(&mut self, first: &str, text: &str, end: &str) -> io::Result<()> {
        let indent = width::cells(first);
        let lines = width::wrap_with(text, end, self.room(indent));
        self.lines(first, indent, &lines, Colour::new())
    }

    fn room(&self, indent: usize) -> usize {
        self.width().saturating_sub(indent)
    }

    fn lines(
        &mut self,
        first: &str,
        indent: usize,
        lines: &[String],
        colour: Colour,
    ) -> io::Result<()> {
        for (nth, line) in lines.iter().enumerate() {
            let line = self.paint(colour, line);
            if nth == 0 {
                self.line(&format!("{first}{line}"))?;
            } else {
                self.line(&format!("{:indent$}{line}", ""))?;
            }
        }
        Ok(())
    }
}

/// A place in brackets, escaped; empty for none.
pub(super) fn place(at: Option<&Place>) -> String {
    let Some(at) = at else {
        return String::new();
    };
    let mut place = String::new();
    phrase::place(&mut place, &at.file, at.line.unwrap_or(0));
    format!("[{}]", escape::terminal(&place))
}

pub(super) fn severity(severity: Severity) -> Colour {
    match severity {
        Severity::Critical => AnsiColor::Red.on_default().bold(),
        Severity::High => AnsiColor::Red.on_default(),
        Severity::Medium => AnsiColor::Yellow.on_default(),
        Severity::Low => AnsiColor::Cyan.on_default(),
        Severity::Info => FAINT,
    }
}

pub(super) fn decision(decision: Decision) -> Colour {
    match decision {
        Decision::Stop => AnsiColor::Red.on_default().bold(),
        Decision::Hold => AnsiColor::Yellow.on_default().bold(),
        // No green: that nothing was found is no promise.
        Decision::Ship => Colour::new(),
    }
}
