//! What a reviewer sees who opens a proof document: pages, a lock, marks, maker, dates, text.
//!
//! A document comes from anywhere, so nothing in it is trusted. It is read by a small reader of our
//! own: every table, tree and reference in a PDF can be made to loop, to overlap or to unpack to
//! gigabytes, and a library that reads the whole file first has done the damage before a limit can
//! be asked for. This reader finds objects in one pass, reads only those that are needed, never
//! recurses without a depth, and pays for everything else out of a fixed `budget`. What is beyond
//! it is "not looked into", and never "nothing found".

mod budget;
mod cmap;
mod content;
mod crypt;
mod file;
mod filters;
mod fonts;
mod info;
mod pages;
mod syntax;

use crate::model::{Layer as State, Mark};
use crate::text::squeeze;
use budget::{Budget, Stop};
use content::Layer;
use file::{Outcome, Pdf};
use std::collections::BTreeSet;

pub use budget::FILE;
pub use info::Info;

/// What was seen of a PDF.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seen {
    /// It opens.
    Pdf(Box<Opened>),
    /// It cannot be opened without a password.
    Locked,
    /// It is damaged: no viewer finds pages in it.
    Broken,
    /// It is larger or more entangled than what is looked into, or encrypted in an unknown way.
    TooMuch,
}

/// A PDF that opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// Pages.
    pub pages: u32,
    /// What was put onto the pages, by kind.
    pub marks: BTreeSet<Mark>,
    /// How many of those there are.
    pub mark_count: u32,
    /// How often something was appended to the file.
    pub updates: u32,
    /// Who made it, when.
    pub info: Info,
    /// How far the text layer can be read.
    pub layer: State,
    /// The text layer as [`squeeze`] leaves it.
    pub text: String,
}

/// Looks into the bytes of a PDF; keeps at most `text` bytes of its text.
///
/// Never panics, and never costs more than the `budget` allows, whatever the bytes are.
#[must_use]
pub fn look(data: &[u8], text: usize) -> Seen {
    let budget = Budget::new();
    let seen = match Pdf::open(data, &budget) {
        Ok(Outcome::Open(pdf)) => opened(&pdf, text),
        Ok(Outcome::Locked) => Ok(Seen::Locked),
        Ok(Outcome::Foreign) => Ok(Seen::TooMuch),
        Err(stop) => Err(stop),
    };
    seen.unwrap_or_else(|stop| match stop {
        Stop::Limit => Seen::TooMuch,
        Stop::Broken => Seen::Broken,
    })
}

fn opened(pdf: &Pdf<'_>, text: usize) -> Result<Seen, Stop> {
    let (mut marks, mut mark_count) = (BTreeSet::new(), 0);
    let mut layer = Layer::new(text);
    let info = info::read(pdf)?;
    let pages = pages::each(pdf, &mut |page| {
        mark_count += pages::marks(pdf, page, &mut marks)?;
        Ok(())
    })?;
    // The text comes last: when it uses up the budget, all the rest is known.
    let read = pages::each(pdf, &mut |page| {
        layer.page(pdf, page);
        Ok(())
    });
    layer.gaps |= read.is_err();
    let state = match (layer.shown, layer.gaps) {
        (_, true) => State::Part,
        (true, false) => State::Whole,
        (false, false) => State::None,
    };
    Ok(Seen::Pdf(Box::new(Opened {
        pages,
        marks,
        mark_count,
        updates: pdf.updates,
        info,
        layer: state,
        text: squeeze(&layer.text),
    })))
}
