//! `document-file`: documents of an accepted kind and file type, whose file is there and readable.

use super::{Context, Judge};
use crate::inventory::Proof;
use crate::model::{
    DocumentKind, Fact, Facts, Field, FileState, FileType, Input, Scope, Told, Verdict,
};
use serde::Deserialize;

/// Parameters of `document-file`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DocumentFile {
    /// Kinds of documents that Amazon accepts.
    kinds: Vec<DocumentKind>,
    /// File types that Amazon accepts.
    types: Vec<FileType>,
}

impl Judge for DocumentFile {
    fn scope(&self) -> Scope {
        Scope::Asin
    }

    fn inputs(&self) -> Vec<Input> {
        vec![Input::Documents]
    }

    fn judge<'a>(&'a self, cx: &Context<'a>, page: u32, facts: &mut Facts<'a>) -> Verdict {
        if !cx.has(Input::Documents) {
            return Verdict::Unknown(Input::Documents, None);
        }
        let mut refused = facts.apart();
        let (mut accepted, mut looked, mut untold) = (false, false, None);
        for proof in cx.inventory.proofs(page) {
            looked = true;
            match proof.kind {
                Some(kind) if !self.kinds.contains(&kind) => {
                    refused.state(|| {
                        Fact::new("file-kind-not-accepted")
                            .with("kind", Told::Word(kind.word()))
                            .with("file", cx.text(file_of(cx, &proof)))
                            .at(proof.origin)
                    });
                    continue;
                }
                Some(_) => accepted = true,
                None => untold = untold.or(Some(Field::DocumentKind)),
            }
            match self.state(cx, &proof) {
                Ok(None) => {}
                Ok(Some(fact)) => facts.state(|| fact.at(proof.origin)),
                Err(field) => untold = untold.or(Some(field)),
            }
        }
        // A till slip beside an invoice does no harm; alone it is all there is.
        if !accepted && untold.is_none() {
            facts.append(refused);
        }
        facts.dedup();
        match (facts.is_empty(), untold) {
            (false, _) => Verdict::Risk,
            (true, Some(field)) => Verdict::Unknown(Input::Documents, Some(field)),
            (true, None) if looked => Verdict::Clear,
            (true, None) => Verdict::NotApplicable,
        }
    }
}

fn file_of(cx: &Context<'_>, proof: &Proof) -> crate::model::Text {
    let tables = &cx.inventory.tables;
    let by_document = proof
        .document(tables)
        .map(|d| d.file)
        .filter(|f| !f.is_empty());
    by_document
        .or_else(|| proof.purchase(tables).map(|p| p.file))
        .unwrap_or_default()
}

impl DocumentFile {
    /// What is wrong with the file of a proof; the field that does not tell, where nobody looked.
    fn state<'a>(&self, cx: &Context<'a>, proof: &Proof) -> Result<Option<Fact<'a>>, Field> {
        let tables = &cx.inventory.tables;
        let Some(document) = proof.document(tables) else {
            return Err(Field::File);
        };
        let file = cx.text(document.file);
        let named = |key| Some(Fact::new(key).with("file", file));
        Ok(match document.state {
            FileState::Unseen => return Err(Field::File),
            FileState::Unnamed => {
                Some(Fact::new("file-unnamed").with("invoice", cx.text(document.invoice)))
            }
            FileState::Missing => named("file-missing"),
            FileState::Empty => named("file-empty"),
            FileState::Unreadable => named("file-unreadable"),
            FileState::Read { kind, named: said } if kind != said => named("file-not-what-it-says")
                .map(|f| {
                    f.with("named", Told::Word(said.word()))
                        .with("found", Told::Word(kind.word()))
                }),
            FileState::Read { kind, .. } if !self.types.contains(&kind) => {
                named("file-type-not-accepted").map(|f| f.with("found", Told::Word(kind.word())))
            }
            FileState::Read { .. } => None,
        })
    }
}
