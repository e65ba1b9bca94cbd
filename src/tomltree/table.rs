//! A table of a TOML file: its known keys, and what is asked of it.

use super::{File, Node, OneOf};
use crate::tomltree::Problem;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A key as written.
#[derive(Clone, Debug)]
pub struct Key<'f> {
    /// The key.
    pub name: &'f str,
    /// Its bytes in the file.
    pub span: Range<usize>,
}

/// A table of a file, named as the user would name it.
#[derive(Clone, Debug)]
pub struct Table<'f> {
    file: &'f File<'f>,
    table: &'f DeTable<'f>,
    span: Range<usize>,
    name: String,
}

impl<'f> Table<'f> {
    pub(super) fn new(
        file: &'f File<'f>,
        table: &'f DeTable<'f>,
        span: Range<usize>,
        name: String,
    ) -> Self {
        Self {
            file,
            table,
            span,
            name,
        }
    }

    /// The file it stands in.
    #[must_use]
    pub fn file(&self) -> &'f File<'f> {
        self.file
    }

    /// Its header, or the whole of an inline table; the start of the file for the root.
    #[must_use]
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// Line of its header, from 1.
    #[must_use]
    pub fn line(&self) -> u32 {
        self.file.line(self.span.start)
    }

    /// Path of the table from the root, `policy` or `check.proof-window`; empty for the root.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Notes every key that is not known, with the known one that was probably meant.
    pub fn only(&self, known: &[&str]) {
        for (key, _) in self.entries() {
            if !known.contains(&key.name) {
                self.unknown(&key, known.iter().copied());
            }
        }
    }

    /// Notes that a key is not known.
    pub fn unknown<'w>(&self, key: &Key<'_>, known: impl IntoIterator<Item = &'w str>) {
        let problem = match self.name.as_str() {
            "" => self.file.problem(key.span.clone(), "unknown-key"),
            name => self
                .file
                .problem(key.span.clone(), "unknown-key-in")
                .with("table", name),
        };
        self.file
            .note(problem.with("key", key.name).suggest(key.name, known));
    }

    /// The value of a key, if it is there.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<Node<'f>> {
        let (found, value) = self.table.get_key_value(key)?;
        Some(self.node(found, value))
    }

    /// The value of a key; its absence is a problem of the table.
    #[must_use]
    pub fn need(&self, key: &str) -> Option<Node<'f>> {
        let node = self.get(key);
        if node.is_none() {
            self.file.note(self.missing(key));
        }
        node
    }

    /// The values of keys that are words of a closed set, `two-step` written `two_step`.
    pub fn by_word<T: OneOf + Ord + 'static, V>(
        &self,
        read: impl Fn(&Node<'f>) -> Option<V>,
    ) -> std::collections::BTreeMap<T, V> {
        let told = T::MEMBERS.iter().filter_map(|word| {
            let node = self.get(&key_of(word.spelling()))?;
            Some((*word, read(&node)?))
        });
        told.collect()
    }

    /// All keys with their values, in the order of the text.
    #[must_use]
    pub fn entries(&self) -> Vec<(Key<'f>, Node<'f>)> {
        let mut entries: Vec<_> = self
            .table
            .iter()
            .map(|(key, value)| {
                let name = Key {
                    name: key.get_ref(),
                    span: key.span(),
                };
                (name, self.node(key, value))
            })
            .collect();
        entries.sort_by_key(|(key, _)| key.span.start);
        entries
    }

    /// True when the table holds nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.table.is_empty()
    }

    /// The table as plain TOML values, without places.
    #[must_use]
    pub fn plain(&self) -> toml::Table {
        super::node::plain_table(self.table)
    }

    fn missing(&self, key: &str) -> Problem {
        let at = self.span();
        match self.name.as_str() {
            "" => self.file.problem(at, "missing-key"),
            name => self.file.problem(at, "missing-key-in").with("table", name),
        }
        .with("key", key)
    }

    fn node(
        &self,
        key: &'f Spanned<toml::de::DeString<'f>>,
        value: &'f Spanned<DeValue<'f>>,
    ) -> Node<'f> {
        let path = match self.name.as_str() {
            "" => key.get_ref().to_string(),
            name => format!("{name}.{}", key.get_ref()),
        };
        Node::new(self.file, value, path)
    }
}

/// A word of a closed set as a key.
#[must_use]
pub fn key_of(word: &str) -> String {
    word.replace('-', "_")
}
