//! The findings of a scan in report order: asked again for their evidence, batch by batch.

use super::finding::{self, Desk};
use super::{Found, Judged, except};
use crate::checks::Context;
use crate::model::{Facts, Finding, Findings, Lent, Say};
use rayon::prelude::*;
use std::io::{self, Write};

/// Findings that are turned into words at once before they are written.
const BATCH: usize = 2048;
/// Findings of a batch that one thread turns into words.
const PIECE: usize = 128;
/// Findings that are made in full at first: nearly all who ask for findings in full want a few.
const FIRST: usize = 32;

impl Judged<'_> {
    /// Lends the finding behind a compact record, made on `desk`.
    fn lend<'a>(
        &'a self,
        cx: &Context<'a>,
        made: (&mut Desk, &mut Facts<'a>),
        found: &Found,
        take: &mut dyn FnMut(&Lent<'_>),
    ) {
        let Some(rule) = self.pack.rules.get(found.rule as usize) else {
            return;
        };
        let Some((before, exception)) = self.reweighed.get(&(found.rule, found.subject)) else {
            return finding::lend(cx, made, self.pack, rule, found, take);
        };
        let exception = self.policy.exceptions.get(usize::from(*exception));
        let note = exception.map(|exception| except::note(exception, Some(*before)));
        finding::lend(cx, made, self.pack, rule, found, &mut |lent| {
            take(&Lent {
                exception: note.as_ref(),
                ..lent.clone()
            });
        });
    }

    fn fetch(&self, piece: &[Found]) {
        let scope = |found: &Found| {
            let rule = self.pack.rules.get(found.rule as usize)?;
            Some((rule.check.scope(), found.subject))
        };
        let subjects: Vec<_> = piece.iter().filter_map(scope).collect();
        finding::fetch(self.inventory, &subjects);
    }

    pub(super) fn context(&self) -> Context<'_> {
        let lists = &self.pack.lists;
        self.texts.context(self.inventory, lists, self.policy)
    }

    /// The findings that exceptions set aside, each with its exception.
    #[must_use]
    pub fn suppressed(&self) -> Suppressed<'_> {
        Suppressed(self)
    }

    pub(super) fn desk(&self) -> Desk {
        let files = self.inventory.tables.files.iter();
        Desk::new(files.map(|file| file.path.as_str().into()).collect())
    }
}

impl Findings for Judged<'_> {
    fn each(&self, take: &mut dyn FnMut(Finding) -> io::Result<()>) -> io::Result<()> {
        let (cx, desk) = (self.context(), self.desk());
        let (mut rest, mut size) = (&self.found[..], FIRST);
        while !rest.is_empty() {
            let (batch, later) = rest.split_at(size.min(rest.len()));
            (rest, size) = (later, BATCH.min(2 * size));
            let pieces: Vec<Vec<Finding>> = batch
                .par_chunks(PIECE)
                .map(|piece| {
                    let (mut desk, mut facts) = (desk.clone(), Facts::wanted());
                    let mut findings = Vec::new();
                    let mut keep = |lent: &Lent<'_>| findings.push(Finding::from(lent));
                    for found in piece {
                        self.lend(&cx, (&mut desk, &mut facts), found, &mut keep);
                    }
                    findings
                })
                .collect();
            pieces.into_iter().flatten().try_for_each(&mut *take)?;
        }
        Ok(())
    }

    fn write(&self, out: &mut dyn Write, say: Say<'_>) -> io::Result<()> {
        let (cx, desk) = (self.context(), self.desk());
        // The same texts for batch after batch: fresh memory costs more than what is written to it.
        let mut texts = vec![(desk, String::new()); BATCH.div_ceil(PIECE)];
        for batch in self.found.chunks(BATCH) {
            let pieces = texts.par_iter_mut().zip(batch.par_chunks(PIECE));
            pieces.for_each(|((desk, text), piece)| {
                text.clear();
                self.fetch(piece);
                let mut facts = Facts::wanted();
                for found in piece {
                    self.lend(&cx, (desk, &mut facts), found, &mut |lent| say(text, lent));
                }
            });
            let used = texts.iter().take(batch.len().div_ceil(PIECE));
            for (_, text) in used {
                out.write_all(text.as_bytes())?;
            }
        }
        Ok(())
    }
}

/// The findings of a scan that exceptions set aside.
pub struct Suppressed<'a>(&'a Judged<'a>);

impl Suppressed<'_> {
    fn lend(&self, take: &mut dyn FnMut(&Lent<'_>) -> io::Result<()>) -> io::Result<()> {
        let judged = self.0;
        let (cx, mut desk) = (judged.context(), judged.desk());
        let mut facts = Facts::wanted();
        for (found, exception) in &judged.aside {
            let note = judged.policy.exceptions.get(usize::from(*exception));
            let note = note.map(|exception| except::note(exception, None));
            let mut taken = Ok(());
            judged.lend(&cx, (&mut desk, &mut facts), found, &mut |lent| {
                taken = take(&Lent {
                    exception: note.as_ref(),
                    ..lent.clone()
                });
            });
            taken?;
        }
        Ok(())
    }
}

impl Findings for Suppressed<'_> {
    fn each(&self, take: &mut dyn FnMut(Finding) -> io::Result<()>) -> io::Result<()> {
        self.lend(&mut |lent| take(Finding::from(lent)))
    }

    fn write(&self, out: &mut dyn Write, say: Say<'_>) -> io::Result<()> {
        let mut text = String::new();
        self.lend(&mut |lent| {
            text.clear();
            say(&mut text, lent);
            out.write_all(text.as_bytes())
        })
    }
}
