//! `document-edited`: a document was made or changed in a program that alters pages.

use super::papers::{self, Paper, Told, each};
use super::{Context, Judge};
use crate::lists::Scratch;
use crate::model::{Fact, Facts, Input, Pdf, Scope, Stamp, Verdict};
use serde::Deserialize;

/// Parameters of `document-edited`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DocumentEdited {
    /// List of programs that make pictures: no invoice comes from one.
    pictures: String,
    /// List of programs that change finished PDFs: they also just save them.
    editors: String,
    /// Minutes after its making at which a change is no longer part of the making.
    minutes: i64,
}

impl Judge for DocumentEdited {
    fn scope(&self) -> Scope {
        Scope::Asin
    }

    fn inputs(&self) -> Vec<Input> {
        vec![Input::Documents]
    }

    fn lists(&self) -> Vec<String> {
        vec![self.pictures.clone(), self.editors.clone()]
    }

    fn settled(&self, cx: &Context<'_>) -> Option<Verdict> {
        papers::settled(cx)
    }

    fn judge<'a>(&'a self, cx: &Context<'a>, page: u32, stated: &mut Facts<'a>) -> Verdict {
        each(cx, page, stated, |paper| -> Told<'a> {
            let Some(pdf) = paper.pdf(cx)? else {
                return Ok(None);
            };
            let facts = [self.made(cx, paper, pdf), self.changed(cx, paper, pdf)];
            Ok(Some(facts.into_iter().flatten().collect()))
        })
    }
}

impl DocumentEdited {
    /// Made in a program for pictures.
    fn made<'a>(&'a self, cx: &Context<'a>, paper: &Paper<'a>, pdf: &'a Pdf) -> Option<Fact<'a>> {
        let program = program(cx, pdf, &self.pictures)?;
        let fact = paper.fact(cx, "file-from-picture-editor");
        Some(fact.with("program", program))
    }

    /// Changed well after it was made, by a program that changes PDFs or with marks that were added.
    fn changed<'a>(
        &'a self,
        cx: &Context<'a>,
        paper: &Paper<'a>,
        pdf: &'a Pdf,
    ) -> Option<Fact<'a>> {
        let (created, modified) = (pdf.created?, pdf.modified?);
        let later = |from: Stamp| from.minutes_to(modified) >= self.minutes;
        let editor = program(cx, pdf, &self.editors).or_else(|| program(cx, pdf, &self.pictures));
        let added = pdf.updates > 0 && pdf.marks.count > 0;
        if !later(created) || (editor.is_none() && !added) {
            return None;
        }
        let fact = paper.fact(cx, "file-changed-later");
        Some(
            fact.with("created", created.day)
                .with("modified", modified.day)
                .with("program", editor),
        )
    }
}

/// The program of a list that a file names as its maker, as the file writes it.
fn program<'a>(cx: &Context<'a>, pdf: &Pdf, list: &str) -> Option<&'a str> {
    let list = cx.lists.word_list(list)?;
    let mut scratch = Scratch::default();
    [pdf.producer, pdf.creator]
        .into_iter()
        .map(|text| cx.text(text))
        .find(|text| {
            let mut hits = Vec::new();
            cx.lists.find(text, &mut scratch, &mut hits);
            hits.iter().any(|hit| hit.list == list)
        })
}
