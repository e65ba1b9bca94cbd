//! The objects of one PDF file, found by looking for them and read when they are asked for.
//!
//! The cross-reference table is not used: a reviewer's viewer repairs what the table gets wrong,
//! and a table is what a hostile file lies with. The last definition of an object is the valid one,
//! as an update appends it.

use super::budget::{Budget, FILE, LINKS, OBJECTS, Stop};
use super::crypt::{Crypt, Opened};
use super::filters;
use super::syntax::{Dict, Lexer, Object, is_space};
use aho_corasick::{AhoCorasick, MatchKind};
use memchr::memmem;
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Bytes of an object in which its type is looked for before it is parsed.
const HEAD: usize = 2_048;

/// Where an object stands.
#[derive(Clone, Copy, Debug)]
enum Place {
    /// Behind its `obj` in the file.
    File { at: usize, generation: u16 },
    /// In an unpacked object stream.
    Packed { stream: usize, at: usize },
}

/// An object as the file defines it.
struct Defined {
    id: u32,
    generation: u16,
    at: usize,
    /// An object stream.
    packs: bool,
    /// A cross-reference stream, which is a trailer too.
    trails: bool,
}

/// One PDF.
pub(super) struct Pdf<'a> {
    data: &'a [u8],
    budget: &'a Budget,
    places: HashMap<u32, Place>,
    packed: Vec<Vec<u8>>,
    trailer: Dict,
    crypt: Option<Crypt>,
    /// How often something was appended behind the first end of the file.
    pub(super) updates: u32,
}

/// How a file opened.
pub(super) enum Outcome<'a> {
    Open(Pdf<'a>),
    /// Nobody sees it without a password.
    Locked,
    /// Encrypted in a way that is not known here.
    Foreign,
}

static MARKS: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    let words = [
        "endobj",
        "obj",
        "endstream",
        "stream",
        "trailer",
        "startxref",
        "/Linearized",
    ];
    let mut builder = AhoCorasick::builder();
    builder.match_kind(MatchKind::LeftmostLongest);
    builder.build(words).ok()
});

/// What a walk over the file finds.
#[derive(Default)]
struct Walk {
    defined: Vec<Defined>,
    trailers: Vec<usize>,
    ends: u32,
    linearized: bool,
}

impl Walk {
    /// Goes over the file once; what stands inside streams is passed over.
    fn over(data: &[u8]) -> Result<Self, Stop> {
        let mut walk = Self::default();
        let mut inside = false;
        let Some(marks) = MARKS.as_ref() else {
            return Err(Stop::Limit);
        };
        for found in marks.find_iter(data) {
            match (found.pattern().as_usize(), inside) {
                (1, false) => walk.object(data, found.start(), found.end())?,
                (2, _) => inside = false,
                (3, false) => inside = walk.stream(data, found.start()),
                (4, false) => walk.trailers.push(found.end()),
                (5, false) => walk.ends += 1,
                (6, false) => walk.linearized |= walk.defined.len() == 1,
                _ => {}
            }
        }
        Ok(walk)
    }

    /// `12 0 obj`: the numbers stand in front.
    fn object(&mut self, data: &[u8], start: usize, at: usize) -> Result<(), Stop> {
        let before = &data[start.saturating_sub(32)..start];
        let Some((before, generation)) = last_number(before) else {
            return Ok(());
        };
        let Some((_, id)) = last_number(before) else {
            return Ok(());
        };
        if self.defined.len() >= OBJECTS {
            return Err(Stop::Limit);
        }
        self.defined.push(Defined {
            id,
            generation: generation as u16,
            at,
            packs: false,
            trails: false,
        });
        Ok(())
    }

    /// True for the word that begins the data of the object before it.
    fn stream(&mut self, data: &[u8], start: usize) -> bool {
        let Some(object) = self.defined.last_mut() else {
            return false;
        };
        let head = &data[object.at..start];
        let trimmed = head.iter().rev().skip_while(|b| is_space(**b)).take(2);
        if !trimmed.eq(b">>") {
            return false;
        }
        let head = &head[..head.len().min(HEAD)];
        object.packs = memmem::find(head, b"ObjStm").is_some();
        object.trails = memmem::find(head, b"XRef").is_some();
        true
    }
}

/// The number at the end of some bytes, behind it white space, with the bytes before it.
fn last_number(bytes: &[u8]) -> Option<(&[u8], u32)> {
    let end = bytes.iter().rposition(|b| !is_space(*b))? + 1;
    let start = bytes[..end].iter().rposition(|b| !b.is_ascii_digit());
    let start = start.map_or(0, |s| s + 1);
    let number = std::str::from_utf8(&bytes[start..end]).ok()?;
    Some((&bytes[..start], number.parse().ok()?))
}

impl<'a> Pdf<'a> {
    /// Finds the objects of a file.
    pub(super) fn open(data: &'a [u8], budget: &'a Budget) -> Result<Outcome<'a>, Stop> {
        if data.len() as u64 > FILE {
            return Err(Stop::Limit);
        }
        let walk = Walk::over(data)?;
        let mut pdf = Self {
            data,
            budget,
            places: HashMap::with_capacity(walk.defined.len()),
            packed: Vec::new(),
            trailer: Dict::new(),
            crypt: None,
            updates: walk.ends.saturating_sub(1 + u32::from(walk.linearized)),
        };
        let streams = walk.defined.iter().filter(|d| d.trails).map(|d| d.at);
        let mut trailers: Vec<usize> = walk.trailers.iter().copied().chain(streams).collect();
        trailers.sort_unstable();
        for at in trailers {
            pdf.add_trailer(at)?;
        }
        for object in &walk.defined {
            pdf.places.insert(object.id, object.place());
        }
        match pdf.unlock()? {
            Some(Opened::Locked) => return Ok(Outcome::Locked),
            Some(Opened::Foreign) => return Ok(Outcome::Foreign),
            Some(Opened::Open(crypt)) => pdf.crypt = Some(*crypt),
            None => {}
        }
        for object in &walk.defined {
            // Again in the order of the file: an update may pack what stood open, and the reverse.
            pdf.places.insert(object.id, object.place());
            if object.packs {
                pdf.unpack(object.id)?;
            }
        }
        Ok(Outcome::Open(pdf))
    }

    fn add_trailer(&mut self, at: usize) -> Result<(), Stop> {
        let parsed = Lexer::new(self.data, at, self.budget).object()?;
        if let Some(Object::Dict(dict)) = parsed {
            let kept = ["Root", "Info", "Encrypt", "ID"];
            let wanted = |key: &[u8]| kept.iter().any(|k| k.as_bytes() == key);
            self.trailer
                .extend(dict.into_iter().filter(|(key, _)| wanted(key)));
        }
        Ok(())
    }

    fn unlock(&self) -> Result<Option<Opened>, Stop> {
        let Some(encrypt) = self.trailer.get(b"Encrypt".as_slice()) else {
            return Ok(None);
        };
        let encrypt = self.resolve(encrypt)?;
        let Some(dict) = encrypt.dict() else {
            return Ok(Some(Opened::Foreign));
        };
        let id = match self.trailer.get(b"ID".as_slice()) {
            Some(id) => self.resolve(id)?,
            None => Cow::Owned(Object::Null),
        };
        let id = match id.as_ref() {
            Object::Array(parts) => parts.first().and_then(Object::text),
            _ => None,
        };
        Crypt::open(dict, id.unwrap_or_default()).map(Some)
    }

    /// Enters the objects of an object stream.
    fn unpack(&mut self, id: u32) -> Result<(), Stop> {
        let Some((dict, plain)) = self.stream(id)? else {
            return Ok(());
        };
        let number = |key: &str| dict.get(key.as_bytes()).and_then(Object::int);
        let (Some(count), Some(first)) = (number("N"), number("First")) else {
            return Ok(());
        };
        let first = usize::try_from(first).unwrap_or(usize::MAX);
        let stream = self.packed.len();
        let mut lexer = Lexer::new(&plain, 0, self.budget);
        for _ in 0..count {
            let (Some(Object::Int(id)), Some(Object::Int(offset))) =
                (lexer.object()?, lexer.object()?)
            else {
                break;
            };
            if let (Ok(id), Ok(offset)) = (u32::try_from(id), usize::try_from(offset)) {
                let at = first.saturating_add(offset);
                self.places.insert(id, Place::Packed { stream, at });
            }
        }
        self.packed.push(plain);
        Ok(())
    }

    /// The object of that number, without the data of a stream.
    pub(super) fn object(&self, id: u32) -> Result<Object, Stop> {
        let read = |data, at| Lexer::new(data, at, self.budget).object();
        let object = match self.places.get(&id) {
            None => None,
            Some(Place::Packed { stream, at }) => match self.packed.get(*stream) {
                Some(data) => read(data, *at)?,
                None => None,
            },
            Some(Place::File { at, generation }) => {
                let mut object = read(self.data, *at)?;
                if let (Some(crypt), Some(object)) = (&self.crypt, &mut object) {
                    crypt.texts(object, id, *generation);
                }
                object
            }
        };
        Ok(object.unwrap_or(Object::Null))
    }

    /// What an object is when references are followed.
    pub(super) fn resolve<'o>(&self, object: &'o Object) -> Result<Cow<'o, Object>, Stop> {
        let mut object = Cow::Borrowed(object);
        for _ in 0..LINKS {
            match object.as_ref() {
                Object::Ref(id) => object = Cow::Owned(self.object(*id)?),
                _ => return Ok(object),
            }
        }
        Ok(Cow::Owned(Object::Null))
    }

    /// The resolved value of a key; null where there is none.
    pub(super) fn get<'o>(&self, dict: &'o Dict, key: &str) -> Result<Cow<'o, Object>, Stop> {
        match dict.get(key.as_bytes()) {
            Some(value) => self.resolve(value),
            None => Ok(Cow::Owned(Object::Null)),
        }
    }

    /// What is left to spend.
    pub(super) fn budget(&self) -> &Budget {
        self.budget
    }

    /// The value of a key of the trailer.
    pub(super) fn trailer(&self, key: &str) -> Result<Cow<'_, Object>, Stop> {
        self.get(&self.trailer, key)
    }

    /// A stream: its dictionary and its plain data; `None` for anything that is none, and for a
    /// filter that is not known.
    pub(super) fn stream(&self, id: u32) -> Result<Option<(Dict, Vec<u8>)>, Stop> {
        let Some(Place::File { at, generation }) = self.places.get(&id).copied() else {
            return Ok(None);
        };
        let mut lexer = Lexer::new(self.data, at, self.budget);
        let Some(Object::Dict(dict)) = lexer.object()? else {
            return Ok(None);
        };
        lexer.blank()?;
        let Some(data) = lexer.rest().strip_prefix(b"stream") else {
            return Ok(None);
        };
        let data = data.strip_prefix(b"\r").unwrap_or(data);
        let data = data.strip_prefix(b"\n").unwrap_or(data);
        let length = self.get(&dict, "Length")?.int();
        let data = self.bounded(data, length)?;
        let Some(crypt) = &self.crypt else {
            let plain = filters::plain(data, &dict, self.budget)?;
            return Ok(plain.map(|plain| (dict, plain)));
        };
        self.budget.bytes(data.len())?;
        let clear = crypt.stream(data, id, generation);
        let plain = filters::plain(&clear, &dict, self.budget)?;
        Ok(plain.map(|plain| (dict, plain)))
    }

    /// The data of a stream: so long as it says where that is true, else up to its end word.
    fn bounded(&self, data: &'a [u8], length: Option<i64>) -> Result<&'a [u8], Stop> {
        let said = length.and_then(|l| usize::try_from(l).ok());
        if let Some((data, behind)) = said.and_then(|l| data.split_at_checked(l)) {
            let mut behind = behind.iter().take(16).skip_while(|b| is_space(**b));
            if behind.by_ref().take(9).eq(b"endstream") {
                return Ok(data);
            }
        }
        let end = memmem::find(data, b"endstream").unwrap_or(data.len());
        self.budget.bytes(end)?;
        Ok(&data[..end])
    }
}

impl Defined {
    fn place(&self) -> Place {
        Place::File {
            at: self.at,
            generation: self.generation,
        }
    }
}
