//! Lists that checks look things up in: words, brands, suppliers, watched ASINs.
//!
//! A list is data with a source per row; this module parses the CSV text of a pack and joins all
//! words of all lists into one automaton, so that a title is read once.

use crate::model::{Grade, Source, SupplierClass};

/// Reports what is wrong with a list, at its line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListProblem {
    /// File of the pack.
    pub file: String,
    /// Line from 1.
    pub line: u32,
    /// What is wrong, in English.
    pub message: String,
}

/// One file of a pack: its path inside the pack (`words/damage.csv`, `brands.csv`) and its text.
#[derive(Clone, Debug)]
pub struct ListFile {
    /// Path inside the pack, with `/`.
    pub path: String,
    /// Text.
    pub text: String,
}

/// All lists in force.
#[derive(Debug, Default)]
pub struct Lists {}

impl Lists {
    /// Parses all lists of all packs; gives every problem, not just the first.
    ///
    /// # Errors
    /// One [`ListProblem`] per row that cannot be taken.
    pub fn parse(_files: &[ListFile]) -> Result<Self, Vec<ListProblem>> {
        Ok(Self {})
    }

    /// True when a word list, `brands`, `suppliers` or `asins` of that name has an entry.
    #[must_use]
    pub fn has(&self, _name: &str) -> bool {
        false
    }
}

/// What a list says of a supplier.
#[derive(Clone, Debug)]
pub struct KnownSupplier {
    /// Class.
    pub class: SupplierClass,
    /// Where that is known from.
    pub source: Source,
}

/// Grade at which an entry may warn by default.
pub const WARN_GRADES: &[Grade] = &[Grade::A, Grade::B];
