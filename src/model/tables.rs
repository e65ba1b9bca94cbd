//! The tables that reading gives: flat vectors of records, their text, and what went wrong.

use super::{
    CatalogRow, Document, DocumentLine, Field, Input, InputFile, Issue, Listing, Names, Pledge,
    Purchase, Returned, Sale, StockRow, Strings, Supplier,
};

/// A file among the inputs, by its place in [`Tables::files`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u16);

/// Where a fact stood.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Origin {
    /// File.
    pub file: FileId,
    /// Line in the file (row in a workbook), from 1; 0 when the fact is the file itself.
    pub line: u32,
}

/// Everything that was read.
#[derive(Debug, Default)]
pub struct Tables {
    /// The files, in the order they were read.
    pub files: Vec<InputFile>,
    /// Kinds of input that were given, even when they hold no row.
    pub given: std::collections::BTreeSet<Input>,
    /// Fields that a column (or the example, or the config) tells, even when every cell is empty.
    pub fields: std::collections::BTreeSet<(Input, Field)>,
    /// Texts of all records.
    pub strings: Strings,
    /// SKUs.
    pub skus: Names,
    /// Supplier names as written.
    pub supplier_names: Names,
    /// Listings.
    pub listings: Vec<Listing>,
    /// FBA stock rows.
    pub stock: Vec<StockRow>,
    /// Sales of all reports, also those that the join drops as told twice.
    pub sales: Vec<Sale>,
    /// Returns.
    pub returns: Vec<Returned>,
    /// Purchases.
    pub purchases: Vec<Purchase>,
    /// Supplier master.
    pub suppliers: Vec<Supplier>,
    /// Proof documents.
    pub documents: Vec<Document>,
    /// Lines of the proof documents, each document's together.
    pub document_lines: Vec<DocumentLine>,
    /// Catalogue rows.
    pub catalog: Vec<CatalogRow>,
    /// Pledged ASINs.
    pub pledges: Vec<Pledge>,
    /// Rows and cells that could not be taken as they stood.
    pub issues: Vec<Issue>,
}

impl Tables {
    /// True when files of that kind were given.
    #[must_use]
    pub fn has(&self, input: Input) -> bool {
        self.given.contains(&input)
    }

    /// True when some file of that kind has a column for the field.
    #[must_use]
    pub fn tells(&self, input: Input, field: Field) -> bool {
        self.fields.contains(&(input, field))
    }
}
