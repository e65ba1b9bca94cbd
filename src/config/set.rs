//! A setting and where it came from: a default, a line of the config, an option.

use crate::tomltree::{Node, Problem};

/// Where a setting came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum From {
    /// Nobody set it.
    Default,
    /// The config, at this place; the problem is one that was not (yet) found there.
    File {
        /// File as it is shown.
        file: String,
        /// Line from 1.
        line: u32,
        /// Column from 1, in characters.
        column: u32,
        /// Bytes of the value.
        span: std::ops::Range<usize>,
    },
    /// An option of the command line: `--fail-on`.
    Option(&'static str),
}

impl std::fmt::Display for From {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Default => f.write_str("default"),
            Self::File { file, line, .. } => write!(f, "{file}:{line}"),
            Self::Option(name) => f.write_str(name),
        }
    }
}

/// A setting; two are equal when their values are, wherever they came from.
#[derive(Clone, Debug)]
pub struct Set<T> {
    /// The value.
    pub value: T,
    /// Where it came from.
    pub from: From,
}

impl<T: PartialEq> PartialEq for Set<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl<T> Set<T> {
    /// A default.
    #[must_use]
    pub fn default_of(value: T) -> Self {
        Self {
            value,
            from: From::Default,
        }
    }

    /// A value of a file.
    #[must_use]
    pub(super) fn at(node: &Node<'_>, value: T) -> Self {
        let place = node.problem("");
        Self {
            value,
            from: From::File {
                file: place.file,
                line: place.line,
                column: place.column,
                span: place.span,
            },
        }
    }

    /// Overrides the value by an option, if the option was given.
    pub fn option(&mut self, name: &'static str, value: Option<T>) {
        if let Some(value) = value {
            self.value = value;
            self.from = From::Option(name);
        }
    }

    /// A problem with the value, at the place it came from.
    #[must_use]
    pub fn problem(&self, key: &'static str) -> Problem {
        match &self.from {
            From::File {
                file,
                line,
                column,
                span,
            } => Problem {
                line: *line,
                column: *column,
                span: span.clone(),
                ..Problem::of_file(file, key)
            },
            other => Problem::of_file(&other.to_string(), key),
        }
    }
}
