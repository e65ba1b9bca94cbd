//! The report for a terminal: what matters first, every place named, kanji measured, nothing acts.

mod changes;
mod coverage;
mod detail;
mod drill;
mod inputs;
mod page;
mod proof;
mod shipment;
mod summary;
mod trend;

pub use drill::drill;
pub use proof::proof;
pub use shipment::shipment;

use super::{Words, phrase};
use crate::model::{Findings, Head, Lang};
use page::Page;
use std::io::{self, Write};

/// Findings shown in full when not all are asked for.
const SHOWN: usize = 30;
/// Findings of the short list at the top.
const WORST: usize = 10;

/// How the report is to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Language.
    pub lang: Lang,
    /// Cells of a line; kept between 40 and 200.
    pub width: usize,
    /// Whether colours are wanted.
    pub color: bool,
    /// Every finding, file and issue in full, not only the first.
    pub all: bool,
}

/// Writes the report for a terminal: the summary, the worst findings, what could not be judged and
/// which file would change that, what was read, then the findings one by one.
///
/// Text of the input is escaped, so that it can neither move the cursor nor hide.
///
/// # Errors
/// Those of `out` and of the findings.
pub fn terminal(
    out: &mut dyn Write,
    head: &Head,
    findings: &dyn Findings,
    suppressed: &dyn Findings,
    words: &Words,
    style: &Style,
) -> io::Result<()> {
    let first = phrase::first(findings, SHOWN)?;
    let mut page = Page::new(out, head, words, *style);
    summary::title(&mut page)?;
    if let Some(changes) = &head.changes {
        changes::tell(&mut page, changes)?;
        trend::tell(&mut page, head)?;
        // Who looks every week wants what is different; the rest is a word away.
        if !style.all {
            summary::decisions(&mut page)?;
            summary::money(&mut page)?;
            coverage::missing(&mut page)?;
            return summary::closing(&mut page, 0);
        }
    }
    summary::decisions(&mut page)?;
    summary::money(&mut page)?;
    detail::worst(&mut page, first.get(..WORST).unwrap_or(&first))?;
    coverage::missing(&mut page)?;
    coverage::rules(&mut page)?;
    inputs::sales(&mut page)?;
    inputs::files(&mut page)?;
    inputs::issues(&mut page)?;
    inputs::unmatched(&mut page)?;
    detail::heading(&mut page, first.len())?;
    if style.all {
        findings.each(&mut |finding| detail::finding(&mut page, &finding))?;
    } else {
        first
            .iter()
            .try_for_each(|f| detail::finding(&mut page, f))?;
    }
    detail::reweighed(&mut page, findings)?;
    detail::suppressed(&mut page, suppressed)?;
    summary::closing(&mut page, first.len())
}
