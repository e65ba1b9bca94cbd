//! Nouns: plain values, parsed once and valid for ever; no disk, clock, network or printing.
//!
//! Everything a reader produces and everything a report contains is a type of this folder.
//! Text of the input stands once in [`Strings`]; records carry eight-byte [`Text`] handles, so that
//! a million listings stay a few flat vectors.

mod account;
mod case;
mod content;
mod drill;
mod evidence;
mod exception;
mod ids;
mod kinds;
mod lent;
mod letter;
mod records;
mod report;
mod strings;
mod tables;

pub use account::{Account, Policy, Profile};
pub use case::Case;
pub use content::{Content, ContentId, Marks, Pdf, Sight, Stamp};
pub use drill::{ASKED, Chance, Drill, Drilled, Lack, Paper, Proven};
pub use evidence::{Evidence, Fact, FactKey, Facts, Place, Told, Value, Verdict};
pub use exception::{Excepted, Exception};
pub use ids::{Asin, Jan, OrderId, Yen};
pub use kinds::{
    Channel, Claim, Condition, Decision, Disposition, DocumentKind, Family, Field, FileType, Grade,
    Input, Lang, Layer, Mark, NoticeKind, Route, SalesReport, Scope, Severity, Status,
    SupplierClass, Turn,
};
pub use lent::{Lent, LentSubject};
pub use letter::Letter;
pub use records::{
    CatalogRow, Contact, ContactId, Document, DocumentLine, FileState, Listing, Pledge, Purchase,
    Returned, Sale, StockRow, Supplier,
};
pub use report::{
    Coverage, Finding, Findings, Head, InputFile, Issue, Missing, Report, RuleNote, Run, SCHEMA,
    Say, Source, Subject, Summary, Totals, Unmatched,
};
pub use strings::{Name, Names, Strings, Text};
pub use tables::{FileId, Origin, Tables};

/// A calendar date as written (in Japan); never shifted through UTC.
pub type Day = jiff::civil::Date;
