//! `document-marked`: nothing was written or drawn over the pages of a document.

use super::papers::{Told, each};
use super::{Context, Judge};
use crate::model::{Input, Scope, Value, Verdict};
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

    fn judge(&self, cx: &Context<'_>, page: u32) -> Verdict {
        each(cx, page, |paper| -> Told {
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
                .with("kinds", Value::words(pdf.marks.kinds()));
            Ok(Some(vec![fact]))
        })
    }
}
