//! `document-marked`: nothing was written or drawn over the pages of a document.

use super::papers::{self, Told, each};
use super::{Context, Judge};
use crate::model::{Facts, Input, Scope, Verdict};
use serde::Deserialize;

/// Parameters of `document-marked`: none.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DocumentMarked {}

impl Judge for DocumentMarked {
    fn scope(&self) -> Scope {
        Scope::Asin
    }

    fn inputs(&self) -> Vec<Input> {
        vec![Input::Documents]
    }

    fn settled(&self, cx: &Context<'_>) -> Option<Verdict> {
        papers::settled(cx)
    }

    fn judge<'a>(&'a self, cx: &Context<'a>, page: u32, stated: &mut Facts<'a>) -> Verdict {
        each(cx, page, stated, |paper| -> Told<'a> {
            // What is drawn onto a picture is part of it, and not seen here.
            let Some(pdf) = paper.pdf(cx)? else {
                return Ok(None);
            };
            if pdf.marks.count == 0 {
                return Ok(Some(Vec::new()));
            }
            let fact = paper
                .fact(cx, "file-marked")
                .with("count", pdf.marks.count)
                .with(
                    "kinds",
                    crate::model::Told::Words(pdf.marks.kinds().map(|kind| kind.word()).collect()),
                );
            Ok(Some(vec![fact]))
        })
    }
}
