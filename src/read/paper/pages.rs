//! The pages of a PDF: how many there are, and what was put onto them afterwards.

use super::budget::{NODES, Stop};
use super::file::Pdf;
use super::syntax::{Dict, Object};
use crate::model::Mark;
use std::collections::{BTreeSet, HashSet};
use std::rc::Rc;

/// One page, with the resources that it has or inherits.
pub(super) struct Page {
    pub(super) dict: Dict,
    pub(super) resources: Option<Rc<Object>>,
}

/// Takes every page in order; gives their number.
pub(super) fn each(
    pdf: &Pdf<'_>,
    take: &mut dyn FnMut(&Page) -> Result<(), Stop>,
) -> Result<u32, Stop> {
    let root = pdf.trailer("Root")?;
    let root = root.dict().ok_or(Stop::Broken)?;
    let Some(top @ Object::Ref(_)) = root.get(b"Pages".as_slice()) else {
        return Err(Stop::Broken);
    };
    let (mut seen, mut pages) = (HashSet::new(), 0);
    let mut waiting = vec![(top.clone(), None)];
    while let Some((node, inherited)) = waiting.pop() {
        let Object::Ref(id) = node else { continue };
        // A tree that bites its tail.
        if !seen.insert(id) {
            continue;
        }
        if seen.len() > NODES {
            return Err(Stop::Limit);
        }
        let Object::Dict(dict) = pdf.object(id)? else {
            continue;
        };
        let own = dict.get(b"Resources".as_slice());
        let resources = own.cloned().map(Rc::new).or(inherited);
        let kids = pdf.get(&dict, "Kids")?;
        if let Object::Array(kids) = kids.as_ref() {
            if kids.len() > NODES {
                return Err(Stop::Limit);
            }
            let kids = kids.iter().rev();
            waiting.extend(kids.map(|kid| (kid.clone(), resources.clone())));
        } else {
            drop(kids);
            pages += 1;
            take(&Page { dict, resources })?;
        }
    }
    Ok(pages)
}

/// What was put onto a page that changes how it looks; adds to `kinds` and gives the number.
pub(super) fn marks(pdf: &Pdf<'_>, page: &Page, kinds: &mut BTreeSet<Mark>) -> Result<u32, Stop> {
    let list = pdf.get(&page.dict, "Annots")?;
    let Object::Array(list) = list.as_ref() else {
        return Ok(0);
    };
    let mut count = 0;
    for annotation in list {
        let annotation = pdf.resolve(annotation)?;
        let Some(dict) = annotation.dict() else {
            continue;
        };
        let flags = pdf.get(dict, "F")?.int().unwrap_or(0);
        let kind = pdf.get(dict, "Subtype")?;
        // Hidden (2) and not viewed (32) are seen by no one.
        let seen = flags & (2 | 32) == 0;
        if let (true, Some(kind)) = (seen, kind.name().and_then(mark)) {
            kinds.insert(kind);
            count += 1;
        }
    }
    Ok(count)
}

/// Links, form fields and signatures are no marks.
fn mark(subtype: &[u8]) -> Option<Mark> {
    Some(match subtype {
        b"FreeText" | b"Caret" => Mark::Text,
        b"Text" => Mark::Note,
        b"Stamp" => Mark::Stamp,
        b"Ink" => Mark::Ink,
        b"Square" | b"Circle" | b"Line" | b"Polygon" | b"PolyLine" => Mark::Shape,
        b"Highlight" | b"Underline" | b"StrikeOut" | b"Squiggly" => Mark::Highlight,
        b"Redact" => Mark::Redaction,
        _ => return None,
    })
}
