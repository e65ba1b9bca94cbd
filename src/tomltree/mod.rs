//! TOML text to values with every problem and its place, for rules and config alike.
//!
//! A [`File`] is parsed once and never stops at the first error: getters of [`Table`] and [`Node`]
//! give `None` and note a [`Problem`], so that one run shows everything there is to mend.

mod node;
mod problem;
mod render;
mod syntax;
mod table;

pub use node::{Node, OneOf};
pub(crate) use problem::sort;
pub use problem::{Help, Problem, nearest};
pub use render::{Look, Say, render};
pub use table::{Key, Table, key_of};

use std::cell::RefCell;
use std::ops::Range;
use toml::Spanned;
use toml::de::DeTable;

/// One TOML file under examination; problems gather here.
#[derive(Debug)]
pub struct File<'i> {
    name: &'i str,
    text: &'i str,
    tree: Spanned<DeTable<'i>>,
    problems: RefCell<Vec<Problem>>,
}

impl<'i> File<'i> {
    /// Parses the text; what is no TOML is noted as a problem and the rest is still read.
    #[must_use]
    pub fn parse(name: &'i str, text: &'i str) -> Self {
        let (tree, errors) = DeTable::parse_recoverable(text);
        let file = Self {
            name,
            text,
            tree,
            problems: RefCell::default(),
        };
        for error in &errors {
            file.note(syntax::problem(&file, error));
        }
        file
    }

    /// The table of the whole file.
    #[must_use]
    pub fn root(&self) -> Table<'_> {
        Table::new(self, self.tree.get_ref(), 0..0, String::new())
    }

    /// Name of the file as it is shown.
    #[must_use]
    pub fn name(&self) -> &str {
        self.name
    }

    /// Its text.
    #[must_use]
    pub fn text(&self) -> &str {
        self.text
    }

    /// Line (from 1) of a byte.
    #[must_use]
    pub fn line(&self, byte: usize) -> u32 {
        problem::place(self.text, byte).0
    }

    /// A problem at a span, to be completed and noted.
    #[must_use]
    pub fn problem(&self, span: Range<usize>, key: &'static str) -> Problem {
        Problem::at(self.name, self.text, span, key)
    }

    /// Notes a problem.
    pub fn note(&self, problem: Problem) {
        self.problems.borrow_mut().push(problem);
    }

    /// True while nothing is wrong.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.problems.borrow().is_empty()
    }

    /// All problems, in the order of the text.
    #[must_use]
    pub fn into_problems(self) -> Vec<Problem> {
        let mut problems = self.problems.into_inner();
        problem::sort(&mut problems);
        problems
    }
}

#[cfg(test)]
mod tests;
