//! `document-opens`: a reviewer who opens the file of a document sees pages.

use super::papers::{self, Told, each};
use super::{Context, Judge};
use crate::model::{Facts, Field, Input, Scope, Sight, Verdict};
use serde::Deserialize;

/// Parameters of `document-opens`: none.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DocumentOpens {}

impl Judge for DocumentOpens {
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
            let Some(content) = paper.content(cx)? else {
                return Ok(None);
            };
            let key = match content.sight {
                Sight::Unlooked => return Err((Input::Documents, Some(Field::FileContent))),
                Sight::Locked => "file-locked",
                Sight::Broken => "file-broken",
                Sight::Pdf(pdf) if pdf.pages == 0 => "file-without-pages",
                Sight::Other | Sight::Pdf(_) => return Ok(Some(Vec::new())),
            };
            Ok(Some(vec![paper.fact(cx, key)]))
        })
    }
}
