//! Edge in: files of any real shape become tables, and everything doubtful becomes an issue.

pub mod cell;
pub mod rows;
