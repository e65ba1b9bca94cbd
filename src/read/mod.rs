//! Edge in: files of any real shape become tables, and everything doubtful becomes an issue.

mod alike;
pub mod candidates;
pub mod cell;
mod cursor;
mod doubles;
mod health;
mod issues;
pub mod mail;
mod options;
mod original;
pub mod paper;
mod plan;
mod proof_file;
mod proofs;
pub mod rows;
mod scan;
mod shapes;
mod shipment;
mod table;
mod take;
mod view;
mod walk;
mod words;

pub use issues::ISSUE_KEYS;
pub use options::{Error, Options, Progress, Silent, SourceMap};
pub use original::{Original, original};
pub use scan::read;
pub use shapes::{Alias, QuotingRule, Shape, Shapes, ShapesError, Skip, key};
pub use shipment::{Cut, EditError, cut_plan};
pub use view::{ColumnView, ColumnsView, Proposal, columns, inputs};
pub use words::{Said, Words};
