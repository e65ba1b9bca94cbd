//! What one row of a list says, always with its source.

use crate::model::{Route, Source, SupplierClass};

/// A word of a word list.
#[derive(Clone, Debug)]
pub struct Word {
    /// As the list writes it.
    pub text: String,
    /// Which of the list's kinds it belongs to; empty where the list has none.
    pub kind: String,
    /// Folded names of whom it belongs to, where the list tells.
    pub owners: Vec<String>,
    /// Where it is known from.
    pub source: Source,
}

/// A kind of goods that a law or a rule of Amazon regulates.
#[derive(Clone, Debug)]
pub struct Goods {
    /// Its id: `drug-otc`.
    pub id: String,
    /// What they are, in Japanese and English.
    pub name: [String; 2],
    /// The law or the rule, in Japanese and English.
    pub law: [String; 2],
    /// Papers to ask for, in Japanese and English.
    pub proof: [String; 2],
    /// The office that can tell, in Japanese and English.
    pub office: [String; 2],
    /// Where it is known from.
    pub source: Source,
}

/// A brand or rights holder that was reported in some way; never a verdict of ours.
#[derive(Clone, Debug)]
pub struct Brand {
    /// Name.
    pub name: String,
    /// Other spellings.
    pub aliases: Vec<String>,
    /// What was reported: `listing-restricted`, `ip-complainer`, `counterfeit-prone`, `authorised-only`.
    pub kinds: Vec<String>,
    /// Kinds of claims that were reported.
    pub claims: Vec<String>,
    /// How far it may be used: `warn`, `hint`, `opt-in`, `off`.
    pub usage: String,
    /// Where it is known from.
    pub source: Source,
    /// Which of the files it came from; a later one overrides an earlier one.
    pub(super) file: u16,
}

/// A supplier whose class is known from a list.
#[derive(Clone, Debug)]
pub struct KnownSupplier {
    /// Name.
    pub name: String,
    /// Other spellings.
    pub aliases: Vec<String>,
    /// Class.
    pub class: SupplierClass,
    /// Route of its goods, where one is the rule.
    pub route: Option<Route>,
    /// Where it is known from.
    pub source: Source,
}

/// An ASIN that a list, most often the seller's own, asks to watch.
#[derive(Clone, Debug)]
pub struct WatchedAsin {
    /// Why.
    pub reason: String,
    /// Where it is known from.
    pub source: Source,
}
