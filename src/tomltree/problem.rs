//! A problem of a file: where it is, which message says it, and what was probably meant.

use crate::model::Value;
use std::ops::Range;

/// What is wrong at one place of one file.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// File as it is shown.
    pub file: String,
    /// Line from 1; 0 when the whole file is meant.
    pub line: u32,
    /// Column from 1, counted in characters (not bytes, not cells of a terminal); 0 with line 0.
    pub column: u32,
    /// Bytes of the file that are meant.
    pub span: Range<usize>,
    /// The message `problem-<key>` says it in both languages.
    pub key: &'static str,
    /// Values for the message.
    pub values: Vec<(&'static str, Value)>,
    /// What would mend it.
    pub help: Option<Help>,
}

/// What would mend a problem.
#[derive(Clone, Debug, PartialEq)]
pub struct Help {
    /// The message `problem-<key>` says it.
    pub key: &'static str,
    /// Values for the message.
    pub values: Vec<(&'static str, Value)>,
}

impl Problem {
    /// A problem at a span of a text.
    #[must_use]
    pub fn at(file: &str, text: &str, span: Range<usize>, key: &'static str) -> Self {
        let (line, column) = place(text, span.start);
        Self {
            file: file.to_owned(),
            line,
            column,
            span,
            key,
            values: Vec::new(),
            help: None,
        }
    }

    /// A problem of a whole file.
    #[must_use]
    pub fn of_file(file: &str, key: &'static str) -> Self {
        Self {
            file: file.to_owned(),
            line: 0,
            column: 0,
            span: 0..0,
            key,
            values: Vec::new(),
            help: None,
        }
    }

    /// A problem of a whole line of a text, from 1; line 0 is the whole file.
    #[must_use]
    pub fn on_line(file: &str, text: &str, line: u32, key: &'static str) -> Self {
        let Some(before) = (line as usize).checked_sub(1) else {
            return Self::of_file(file, key);
        };
        let start: usize = text.split_inclusive('\n').take(before).map(str::len).sum();
        let rest = text.get(start..).unwrap_or_default();
        let end = rest.find(['\r', '\n']).unwrap_or(rest.len());
        Self {
            line,
            column: 1,
            span: start..start + end,
            ..Self::of_file(file, key)
        }
    }

    /// Adds a value for the message.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.values.push((name, value.into()));
        self
    }

    /// Adds what would mend it.
    #[must_use]
    pub fn help(mut self, key: &'static str, values: Vec<(&'static str, Value)>) -> Self {
        self.help = Some(Help { key, values });
        self
    }

    /// Asks "did you mean …?" when one of the words is near, else names all of them.
    #[must_use]
    pub fn suggest<'w>(self, wrong: &str, words: impl IntoIterator<Item = &'w str>) -> Self {
        let words: Vec<&str> = words.into_iter().collect();
        if let Some(word) = nearest(wrong, words.iter().copied()) {
            return self.help("did-you-mean", vec![("word", word.into())]);
        }
        if words.is_empty() {
            return self;
        }
        self.help("one-of", vec![("words", words.join(", ").into())])
    }
}

/// The word that was probably meant, if one is near enough; on a tie the first.
#[must_use]
pub fn nearest<'w>(wrong: &str, words: impl IntoIterator<Item = &'w str>) -> Option<&'w str> {
    // Two slips in a short word are another word; Jaro-Winkler forgives a lost or swapped letter.
    const NEAR: f64 = 0.83;
    let wrong = wrong.to_lowercase();
    let mut best: Option<(f64, &str)> = None;
    for word in words {
        let likeness = strsim::jaro_winkler(&wrong, &word.to_lowercase());
        if likeness >= NEAR && best.is_none_or(|(other, _)| likeness > other) {
            best = Some((likeness, word));
        }
    }
    best.map(|(_, word)| word)
}

/// Line and column (characters, both from 1) of a byte; a place past the end is the end.
pub(super) fn place(text: &str, byte: usize) -> (u32, u32) {
    let mut byte = byte.min(text.len());
    while !text.is_char_boundary(byte) {
        byte -= 1;
    }
    let before = text.get(..byte).unwrap_or_default();
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let lines = before.bytes().filter(|c| *c == b'\n').count();
    let column = before.get(line_start..).unwrap_or_default().chars().count();
    let number = |n: usize| u32::try_from(n + 1).unwrap_or(u32::MAX);
    (number(lines), number(column))
}

/// Puts problems in the order of the text, and leaves out what is said twice.
pub(crate) fn sort(problems: &mut Vec<Problem>) {
    problems.sort_by(|a, b| {
        (&a.file, a.line, a.span.start, a.key).cmp(&(&b.file, b.line, b.span.start, b.key))
    });
    problems.dedup();
}
