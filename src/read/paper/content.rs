//! The text layer: what the content streams show, in the order they show it.

use super::budget::{DEPTH, Stop};
use super::file::Pdf;
use super::fonts::Font;
use super::pages::Page;
use super::syntax::{Dict, Lexer, Object};
use std::collections::HashMap;
use std::rc::Rc;

/// Operands that one operator may have.
const OPERANDS: usize = 64;

/// The text of a document while it is gathered.
pub(super) struct Layer {
    /// The text, at most so many bytes and a string more.
    pub(super) text: String,
    /// Some of it cannot be told, or was left.
    pub(super) gaps: bool,
    /// Some text is shown.
    pub(super) shown: bool,
    limit: usize,
    fonts: HashMap<u32, Rc<Font>>,
}

/// What a stream is drawn with.
struct Pen {
    font: Option<Rc<Font>>,
    /// Text that is not painted, as text recognition lays it under a scan.
    hidden: bool,
}

impl Layer {
    pub(super) fn new(limit: usize) -> Self {
        Self {
            text: String::new(),
            gaps: false,
            shown: false,
            limit,
            fonts: HashMap::new(),
        }
    }

    /// Adds what a page shows. Whatever cannot be read is a gap, not an error: the other facts of
    /// the file hold all the same.
    pub(super) fn page(&mut self, pdf: &Pdf<'_>, page: &Page) {
        if self.full() || self.try_page(pdf, page).is_err() {
            self.gaps = true;
        }
    }

    fn full(&self) -> bool {
        self.text.len() >= self.limit
    }

    fn try_page(&mut self, pdf: &Pdf<'_>, page: &Page) -> Result<(), Stop> {
        let mut streams = Vec::new();
        match page.dict.get(b"Contents".as_slice()) {
            Some(Object::Ref(id)) => match pdf.object(*id)? {
                Object::Array(list) => streams = list,
                _ => streams.push(Object::Ref(*id)),
            },
            Some(Object::Array(list)) => streams.clone_from(list),
            _ => {}
        }
        let mut data = Vec::new();
        for stream in &streams {
            let Object::Ref(id) = stream else { continue };
            match pdf.stream(*id)? {
                Some((_, plain)) => {
                    // An operator may not stand across two streams, a string may.
                    data.extend_from_slice(&plain);
                    data.push(b'\n');
                }
                None => self.gaps = true,
            }
        }
        let resources = page.resources.as_deref().unwrap_or(&Object::Null);
        let resources = pdf.resolve(resources)?;
        self.stream(pdf, &data, &resources, 0)
    }

    fn stream(
        &mut self,
        pdf: &Pdf<'_>,
        data: &[u8],
        resources: &Object,
        depth: usize,
    ) -> Result<(), Stop> {
        let mut lexer = Lexer::new(data, 0, pdf.budget());
        let mut operands: Vec<Object> = Vec::new();
        let mut pen = Pen {
            font: None,
            hidden: false,
        };
        while let Some(object) = lexer.object()? {
            let Object::Word(operator) = object else {
                if operands.len() < OPERANDS {
                    operands.push(object);
                }
                continue;
            };
            if self.full() {
                self.gaps = true;
                break;
            }
            match operator.as_slice() {
                b"Tf" => pen.font = self.font(pdf, resources, operands.first())?,
                b"Tr" => pen.hidden = operands.first().and_then(Object::int) == Some(3),
                b"Tj" | b"'" | b"\"" | b"TJ" => self.show(&pen, operands.last()),
                b"Do" => self.form(pdf, resources, operands.first(), depth)?,
                b"BI" => pass_image(&mut lexer),
                _ => {}
            }
            operands.clear();
        }
        Ok(())
    }

    fn show(&mut self, pen: &Pen, operand: Option<&Object>) {
        match operand {
            Some(Object::Text(bytes)) => self.string(pen, bytes),
            Some(Object::Array(items)) => {
                for bytes in items.iter().filter_map(Object::text) {
                    self.string(pen, bytes);
                }
            }
            _ => {}
        }
    }

    fn string(&mut self, pen: &Pen, bytes: &[u8]) {
        if bytes.is_empty() {
            return;
        }
        self.shown = true;
        // Recognised text has errors: what is not in it may still be on the paper.
        self.gaps |= pen.hidden;
        self.gaps |= match &pen.font {
            Some(font) => !font.decode(bytes, &mut self.text),
            None => true,
        };
    }

    fn font(
        &mut self,
        pdf: &Pdf<'_>,
        resources: &Object,
        name: Option<&Object>,
    ) -> Result<Option<Rc<Font>>, Stop> {
        let Some(entry) = named(pdf, resources, "Font", name)? else {
            return Ok(None);
        };
        let id = match entry {
            Object::Ref(id) => Some(id),
            _ => None,
        };
        if let Some(font) = id.and_then(|id| self.fonts.get(&id)) {
            return Ok(Some(Rc::clone(font)));
        }
        let dict = pdf.resolve(&entry)?;
        let Some(dict) = dict.dict() else {
            return Ok(None);
        };
        let font = Rc::new(Font::read(pdf, dict)?);
        if let Some(id) = id {
            self.fonts.insert(id, Rc::clone(&font));
        }
        Ok(Some(font))
    }

    /// A form is a piece of page; images hold no text.
    fn form(
        &mut self,
        pdf: &Pdf<'_>,
        resources: &Object,
        name: Option<&Object>,
        depth: usize,
    ) -> Result<(), Stop> {
        let Some(Object::Ref(id)) = named(pdf, resources, "XObject", name)? else {
            return Ok(());
        };
        let Object::Dict(dict) = pdf.object(id)? else {
            return Ok(());
        };
        if pdf.get(&dict, "Subtype")?.name() != Some(b"Form") {
            return Ok(());
        }
        // Forms that draw themselves end here or with the budget.
        if depth >= DEPTH {
            return Err(Stop::Limit);
        }
        let Some((dict, data)) = pdf.stream(id)? else {
            self.gaps = true;
            return Ok(());
        };
        let own = pdf.get(&dict, "Resources")?;
        let resources = own.dict().map_or(resources, |_| own.as_ref());
        self.stream(pdf, &data, resources, depth + 1)
    }
}

/// An entry of one kind of resources, not resolved.
fn named(
    pdf: &Pdf<'_>,
    resources: &Object,
    kind: &str,
    name: Option<&Object>,
) -> Result<Option<Object>, Stop> {
    let (Some(resources), Some(name)) = (resources.dict(), name.and_then(Object::name)) else {
        return Ok(None);
    };
    let entries = pdf.get(resources, kind)?;
    let entry = entries.dict().and_then(|dict: &Dict| dict.get(name));
    Ok(entry.cloned())
}

/// Passes over the data of an image that stands in the stream itself.
fn pass_image(lexer: &mut Lexer<'_>) {
    let rest = lexer.rest();
    let end = memchr::memmem::find_iter(rest, b"EI").find(|at| {
        let edge = |byte: Option<&u8>| byte.is_none_or(|b| super::syntax::is_space(*b));
        edge(rest.get(at.wrapping_sub(1))) && edge(rest.get(at + 2))
    });
    lexer.skip(end.map_or(usize::MAX, |at| at + 2));
}
