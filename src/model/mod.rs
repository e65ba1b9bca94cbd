//! Nouns: plain values, parsed once and valid for ever; no disk, clock, network or printing.
//!
//! Everything a reader produces and everything a report contains is a type of this folder.
//! Text of the input stands once in [`Strings`]; records carry eight-byte [`Text`] handles, so that
//! a million listings stay a few flat vectors.

mod account;
mod content;
mod drill;
mod evidence;
mod exception;
mod health;
mod ids;
mod kinds;
mod lent;
mod pull;
mod records;
mod report;
mod strings;
mod tables;

pub use account::{Account, Policy, Profile, Stated};
pub use content::{Content, ContentId, Marks, Pdf, Sight, Stamp};
pub use drill::{ASKED, Chance, Drill, Drilled, Lack, Paper, Proven};
pub use evidence::{Evidence, Fact, FactKey, Facts, Place, Told, Value, Verdict};
pub use exception::{Excepted, Exception};
pub use health::{HealthRow, Percent};
pub use ids::{Asin, Jan, OrderId, Yen};
pub use kinds::{
    AccountState, Attest, Channel, Condition, Decision, Disposition, DocumentKind, Family, Field,
    FileType, Grade, Input, Lang, Layer, Mark, Metric, Route, SalesReport, Scope, SellerDetail,
    Severity, Status, SupplierClass,
};
pub use lent::{Lent, LentSubject};
pub use pull::{Pull, Pulled};
pub use records::{
    CatalogRow, Contact, ContactId, Document, DocumentLine, FileState, Identity, Listing, Pledge,
    Purchase, Returned, Sale, StockRow, Supplier,
};
pub use report::{
    Coverage, Finding, Findings, Head, InputFile, Issue, Missing, Report, RuleNote, Run, SCHEMA,
    Say, Source, Subject, Summary, Totals, Unmatched,
};
pub use strings::{Name, Names, Strings, Text};
pub use tables::{FileId, Origin, Tables};

/// A calendar date as written (in Japan); never shifted through UTC.
pub type Day = jiff::civil::Date;
