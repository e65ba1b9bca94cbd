//! One way to compare text: what counts as the same spelling, and where a word may begin and end.

mod fold;
mod registration;
mod span;
mod squeeze;
mod table;

pub use fold::{Class, Folded, Folding, fold};
pub use registration::{RegistrationNumber, registration_number};
pub use span::span;
pub use squeeze::squeeze;
pub use table::Spot;
pub(crate) use table::first_char;
