//! Nouns: plain values, parsed once and valid for ever; no disk, clock, network or printing.
//!
//! Everything a reader produces and everything a report contains is a type of this folder.
//! Text of the input stands once in [`Strings`]; records carry eight-byte [`Text`] handles, so that
//! a million listings stay a few flat vectors.

mod account;
mod account_kinds;
mod alarm;
mod candidate;
mod case;
mod content;
mod demand;
mod drill;
mod evidence;
mod exception;
mod feed;
mod fetched;
mod health;
mod history;
mod ids;
mod kinds;
mod ledger;
mod lent;
mod letter;
mod outlook;
mod pull;
mod records;
mod report;
mod run;
mod schedule;
mod shipment;
mod strings;
mod tables;
mod trend;

pub use account::{Account, Policy, Profile, Stated, Weight};
pub use account_kinds::{AccountState, Attest, Claim, Metric, NoticeKind, SellerDetail, Turn};
pub use alarm::{Alarm, AlarmKind, News, NewsItem, Parcel, ParcelState};
pub use candidate::{Answer, AskedPaper, Candidate, Lacking, NotJudged, PAPERS, Reason, Unread};
pub use case::Case;
pub use content::{Content, ContentId, Marks, Pdf, Sight, Stamp};
pub use demand::{
    Asked, AskedUnits, CauseSku, Demand, DemandAsin, DemandNotice, DemandPaper, DemandSupplier,
    PaperAsin, PaperUse, Refusal, Request, SameCause, Trouble,
};
pub use drill::{ASKED, Chance, Drill, Drilled, Lack, Paper, Proven};
pub use evidence::{Evidence, Fact, FactKey, Facts, Place, Told, Value, Verdict};
pub use exception::{Excepted, Exception, Weighed};
pub use feed::{Feed, FeedIssue, FeedNote, FeedState};
pub use fetched::{
    CatalogAnswer, Eligibility, EligibilityAnswer, Fetched, HeldBack, Kept, ListingAnswer,
    ListingIssue, NumberAnswer, Operation, Published, Registration, ReportFile, Restriction,
    RestrictionAnswer, Spared, StockAnswer, ToldIssue,
};
pub use health::{HealthRow, Percent};
pub use history::{
    Audit, AuditFile, AuditFinding, AuditLine, Change, ChangeReason, Changes, Goods, Past, Since,
    Why,
};
pub use ids::{Asin, Jan, OrderId, Yen};
pub use kinds::{
    Channel, Choice, Condition, Decision, Disposition, DocumentKind, Family, Field, FileType,
    Grade, Input, Lang, Layer, LineFault, Mark, Route, SalesReport, Scope, Severity, Status,
    SupplierClass,
};
pub use ledger::{
    Ahead, AsinLedger, Expiry, Figures, Ledger, LedgerHead, LedgerLot, Ledgers, LotPaper, Pace,
    PaperState, ProofWindow, Readiness, SupplierPapers,
};
pub use lent::{Lent, LentSubject};
pub use letter::Letter;
pub use outlook::{Deadline, HeldLot, Outlook, ProofEnd};
pub use pull::{Pull, Pulled};
pub use records::{
    CatalogRow, Contact, ContactId, Document, DocumentLine, FileState, Identity, Listing, Pledge,
    Purchase, Returned, Sale, StockRow, Supplier,
};
pub use report::{
    Coverage, Finding, Findings, Head, InputFile, Issue, Missing, Report, RuleNote, SCHEMA, Say,
    Source, Subject, Summary, Totals, Unmatched,
};
pub use run::Run;
pub use schedule::{Clock, Every, Planned, Repeat, Schedule};
pub use shipment::{
    Fetch, FetchPaper, GATE_SCHEMA, GateLine, GateSummary, Held, ShipmentGate, ShipmentLine,
};
pub use strings::{Name, Names, Strings, Text};
pub use tables::{FileId, Inputs, Origin, Tables};
pub use trend::{Milestone, PastRate, RateThen};

/// A calendar date as written (in Japan); never shifted through UTC.
pub type Day = jiff::civil::Date;
