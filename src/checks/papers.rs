//! What the checks of document files share: which files to look at, and names compared.

use super::Context;
use crate::inventory::Proof;
use crate::lists::Scratch;
use crate::model::{Content, Document, Fact, Facts, Field, FileState, Input, Pdf, Sight, Verdict};
use crate::text::{fold, squeeze};

/// One document that speaks for a page.
pub(super) struct Paper<'a> {
    /// Its row in the documents.
    pub(super) row: u32,
    pub(super) document: &'a Document,
    /// The first of its statements about the page.
    pub(super) proof: Proof,
}

/// What cannot be told of a document.
pub(super) type Untold = (Input, Option<Field>);

/// The answer of one document: `None` when the check is not about it.
pub(super) type Told<'a> = Result<Option<Vec<Fact<'a>>>, Untold>;

/// The answer for every page where there are no documents to ask.
pub(super) fn settled(cx: &Context<'_>) -> Option<Verdict> {
    if !cx.has(Input::Documents) {
        return Some(Verdict::Unknown(Input::Documents, None));
    }
    let none = cx.inventory.tables.documents.is_empty();
    none.then_some(Verdict::NotApplicable)
}

/// Asks every document of a page once.
pub(super) fn each<'a>(
    cx: &Context<'a>,
    page: u32,
    stated: &mut Facts<'a>,
    ask: impl Fn(&Paper<'a>) -> Told<'a>,
) -> Verdict {
    if !cx.has(Input::Documents) {
        return Verdict::Unknown(Input::Documents, None);
    }
    let tables = &cx.inventory.tables;
    let (mut facts, mut asked, mut untold) = (Vec::new(), Vec::new(), None);
    let mut judged = false;
    for proof in cx.inventory.proofs(page) {
        let (Some(row), Some(document)) = (proof.document, proof.document(tables)) else {
            continue;
        };
        if asked.contains(&row) {
            continue;
        }
        asked.push(row);
        let paper = Paper {
            row,
            document,
            proof,
        };
        match ask(&paper) {
            Ok(None) => {}
            Ok(Some(mut found)) => {
                judged = true;
                facts.append(&mut found);
            }
            Err(what) => untold = untold.or(Some(what)),
        }
    }
    match (facts.is_empty(), untold) {
        (false, _) => stated.risk(facts),
        (true, Some((input, field))) => Verdict::Unknown(input, field),
        (true, None) if judged => Verdict::Clear,
        (true, None) => Verdict::NotApplicable,
    }
}

impl<'a> Paper<'a> {
    /// What opening the file showed; `None` for a file that is not there, of which `document-file`
    /// speaks.
    pub(super) fn content(&self, cx: &Context<'a>) -> Result<Option<&'a Content>, Untold> {
        match self.document.state {
            FileState::Unnamed | FileState::Missing | FileState::Empty | FileState::Unreadable => {
                Ok(None)
            }
            FileState::Unseen => Err((Input::Documents, Some(Field::File))),
            FileState::Read { .. } => {
                let content = cx.inventory.tables.content(self.document);
                content
                    .map(Some)
                    .ok_or((Input::Documents, Some(Field::FileContent)))
            }
        }
    }

    /// The PDF, where the file is one; `None` for a picture.
    pub(super) fn pdf(&self, cx: &Context<'a>) -> Result<Option<&'a Pdf>, Untold> {
        match self.content(cx)?.map(|c| &c.sight) {
            None | Some(Sight::Other) => Ok(None),
            Some(Sight::Pdf(pdf)) => Ok(Some(pdf)),
            Some(Sight::Unlooked | Sight::Locked | Sight::Broken) => {
                Err((Input::Documents, Some(Field::FileContent)))
            }
        }
    }

    /// A fact about the file, at the place where the document is named.
    pub(super) fn fact(&self, cx: &Context<'a>, key: &'static str) -> Fact<'a> {
        Fact::new(key)
            .with("file", cx.text(self.document.file))
            .at(self.document.origin)
    }
}

/// A company's name without its legal form, squeezed to letters and digits.
pub(super) fn core(cx: &Context<'_>, name: &str, forms: &str) -> String {
    let mut folded = fold(name);
    let mut hits = Vec::new();
    cx.lists.find(name, &mut Scratch::default(), &mut hits);
    let forms = cx.lists.word_list(forms);
    for hit in hits.iter().rev().filter(|hit| Some(hit.list) == forms) {
        let span = hit.start as usize..hit.end as usize;
        if folded.get(span.clone()).is_some() {
            folded.replace_range(span, " ");
        }
    }
    let core = squeeze(&folded);
    if core.is_empty() { squeeze(name) } else { core }
}

/// True when two names may mean one company: one holds the other.
pub(super) fn alike(one: &str, other: &str) -> bool {
    let enough = |name: &str| name.chars().count() > 1;
    one == other || (enough(one) && other.contains(one)) || (enough(other) && one.contains(other))
}
