//! A mail as text: what a notice is read from.

use super::Day;

/// A mail, or text that was pasted from one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letter {
    /// Subject; empty where none is told.
    pub subject: String,
    /// Address of the sender; empty where none is told.
    pub sender: String,
    /// Day it was sent, in Japan.
    pub day: Option<Day>,
    /// The text; lines of quoted HTML begin with `>`.
    pub text: String,
}
