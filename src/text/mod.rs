//! One way to compare text: what counts as the same spelling, and where a word may begin and end.

mod fold;
mod span;
mod squeeze;

pub use fold::{Class, Folded, fold, fold_bytes, fold_classes};
pub use span::span;
pub use squeeze::squeeze;
