//! `document-addressee`: documents are addressed to the store as Amazon knows it.

use super::papers::{self, Paper, Told, alike, core, each};
use super::{Context, Judge};
use crate::model::{Facts, Field, Input, Layer, Scope, Verdict};
use crate::text::squeeze;
use serde::Deserialize;

/// Parameters of `document-addressee`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DocumentAddressee {
    /// List of legal forms of companies, left out when names are compared.
    forms: String,
    /// Ways to write an addressee that is nobody.
    nobody: Vec<String>,
}

impl Judge for DocumentAddressee {
    fn scope(&self) -> Scope {
        Scope::Asin
    }

    fn inputs(&self) -> Vec<Input> {
        vec![Input::Documents, Input::Account]
    }

    fn lists(&self) -> Vec<String> {
        vec![self.forms.clone()]
    }

    fn settled(&self, cx: &Context<'_>) -> Option<Verdict> {
        papers::settled(cx)
    }

    fn judge<'a>(&'a self, cx: &Context<'a>, page: u32, stated: &mut Facts<'a>) -> Verdict {
        let account = cx.policy.account.as_ref();
        let store = account.and_then(|a| a.store_name.as_deref());
        each(cx, page, stated, |paper| self.told(cx, paper, store))
    }
}

impl DocumentAddressee {
    fn told<'a>(&'a self, cx: &Context<'a>, paper: &Paper<'a>, store: Option<&'a str>) -> Told<'a> {
        let written = cx.text(paper.document.addressee).trim();
        let key = squeeze(written);
        if !key.is_empty() && self.nobody.iter().any(|n| squeeze(n) == key) {
            let fact = paper.fact(cx, "addressee-nobody");
            return Ok(Some(vec![fact.with("addressee", written)]));
        }
        let Some(store) = store.filter(|s| !s.trim().is_empty()) else {
            return Err((Input::Account, None));
        };
        let name = core(cx, store, &self.forms);
        if !key.is_empty() {
            let fits = alike(&core(cx, written, &self.forms), &name);
            let other = || {
                paper
                    .fact(cx, "addressee-other")
                    .with("addressee", written)
                    .with("store", store)
            };
            return Ok(Some(if fits { Vec::new() } else { vec![other()] }));
        }
        // The index does not say: the paper itself may.
        match paper.pdf(cx)? {
            Some(pdf) if cx.text(pdf.text).contains(&name) => Ok(Some(Vec::new())),
            Some(pdf) if pdf.layer == Layer::Whole => {
                let fact = paper.fact(cx, "text-lacks-store");
                Ok(Some(vec![fact.with("store", store)]))
            }
            _ => Err((Input::Documents, Some(Field::Addressee))),
        }
    }
}
