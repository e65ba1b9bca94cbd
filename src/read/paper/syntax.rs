//! PDF objects as written: numbers, names, strings, arrays, dictionaries, references, operators.

use super::budget::{Budget, DEPTH, Stop};
use std::collections::BTreeMap;

/// One object, or one operator of a content stream.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Object {
    Null,
    Int(i64),
    Real,
    Name(Vec<u8>),
    Text(Vec<u8>),
    Array(Vec<Object>),
    Dict(Dict),
    /// Number of the object that is meant.
    Ref(u32),
    /// A bare word: an operator or a keyword.
    Word(Vec<u8>),
}

/// A dictionary; ordered, so that a look into a huge one stays cheap.
pub(super) type Dict = BTreeMap<Vec<u8>, Object>;

impl Object {
    pub(super) fn dict(&self) -> Option<&Dict> {
        match self {
            Self::Dict(dict) => Some(dict),
            _ => None,
        }
    }

    pub(super) fn name(&self) -> Option<&[u8]> {
        match self {
            Self::Name(name) => Some(name),
            _ => None,
        }
    }

    pub(super) fn int(&self) -> Option<i64> {
        match self {
            Self::Int(number) => Some(*number),
            _ => None,
        }
    }

    pub(super) fn text(&self) -> Option<&[u8]> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// Reads objects one after another.
pub(super) struct Lexer<'a> {
    data: &'a [u8],
    at: usize,
    budget: &'a Budget,
}

pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 0x0c | b'\r' | b' ')
}

fn is_regular(byte: u8) -> bool {
    !is_space(byte)
        && !matches!(
            byte,
            b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%'
        )
}

impl<'a> Lexer<'a> {
    pub(super) fn new(data: &'a [u8], at: usize, budget: &'a Budget) -> Self {
        Self {
            data,
            at: at.min(data.len()),
            budget,
        }
    }

    pub(super) fn rest(&self) -> &'a [u8] {
        self.data.get(self.at..).unwrap_or_default()
    }

    pub(super) fn skip(&mut self, bytes: usize) {
        self.at = self.at.saturating_add(bytes).min(self.data.len());
    }

    fn peek(&self) -> Option<u8> {
        self.data.get(self.at).copied()
    }

    /// Passes over white space and comments.
    pub(super) fn blank(&mut self) -> Result<(), Stop> {
        let start = self.at;
        while let Some(byte) = self.peek() {
            if byte == b'%' {
                let line = memchr::memchr2(b'\n', b'\r', self.rest());
                self.skip(line.unwrap_or(usize::MAX));
            } else if is_space(byte) {
                self.at += 1;
            } else {
                break;
            }
        }
        self.budget.bytes(self.at - start)
    }

    /// The next object; `None` at the end.
    pub(super) fn object(&mut self) -> Result<Option<Object>, Stop> {
        self.nested(0)
    }

    fn nested(&mut self, depth: usize) -> Result<Option<Object>, Stop> {
        if depth > DEPTH {
            return Err(Stop::Limit);
        }
        self.budget.token()?;
        self.blank()?;
        let Some(byte) = self.peek() else {
            return Ok(None);
        };
        let start = self.at;
        let object = match byte {
            b'<' if self.rest().starts_with(b"<<") => return self.dictionary(depth).map(Some),
            b'[' => return self.array(depth).map(Some),
            b'/' => Object::Name(self.name()),
            b'(' => Object::Text(self.literal()),
            b'<' => Object::Text(self.hexadecimal()),
            b'0'..=b'9' | b'+' | b'-' | b'.' => self.number(),
            _ if is_regular(byte) => match self.run() {
                b"null" => Object::Null,
                word => Object::Word(word.to_vec()),
            },
            _ => {
                self.at += 1;
                Object::Word(vec![byte])
            }
        };
        self.budget.bytes(self.at - start)?;
        Ok(Some(object))
    }

    fn run(&mut self) -> &'a [u8] {
        let rest = self.rest();
        let end = rest.iter().position(|b| !is_regular(*b));
        let run = &rest[..end.unwrap_or(rest.len())];
        self.at += run.len();
        run
    }

    fn name(&mut self) -> Vec<u8> {
        self.at += 1;
        let run = self.run();
        let mut name = Vec::with_capacity(run.len());
        let mut bytes = run.iter().copied();
        while let Some(byte) = bytes.next() {
            let mut ahead = bytes.clone();
            let code = (byte == b'#')
                .then(|| Some(digit(ahead.next()?)? << 4 | digit(ahead.next()?)?))
                .flatten();
            match code {
                Some(code) => {
                    name.push(code);
                    bytes = ahead;
                }
                None => name.push(byte),
            }
        }
        name
    }

    fn literal(&mut self) -> Vec<u8> {
        self.at += 1;
        let (mut text, mut open) = (Vec::new(), 1usize);
        while let Some(byte) = self.peek() {
            self.at += 1;
            match byte {
                b'(' => open += 1,
                b')' => open -= 1,
                b'\\' => {
                    self.escape(&mut text);
                    continue;
                }
                _ => {}
            }
            if open == 0 {
                break;
            }
            text.push(byte);
        }
        text
    }

    fn escape(&mut self, text: &mut Vec<u8>) {
        let Some(byte) = self.peek() else { return };
        self.at += 1;
        match byte {
            b'n' => text.push(b'\n'),
            b'r' => text.push(b'\r'),
            b't' => text.push(b'\t'),
            b'b' => text.push(8),
            b'f' => text.push(0x0c),
            b'\r' if self.peek() == Some(b'\n') => self.at += 1,
            b'\r' | b'\n' => {}
            b'0'..=b'7' => {
                let mut code = u32::from(byte - b'0');
                for _ in 0..2 {
                    match self.peek() {
                        Some(next @ b'0'..=b'7') => {
                            code = code * 8 + u32::from(next - b'0');
                            self.at += 1;
                        }
                        _ => break,
                    }
                }
                text.push(code as u8);
            }
            other => text.push(other),
        }
    }

    fn hexadecimal(&mut self) -> Vec<u8> {
        self.at += 1;
        let rest = self.rest();
        let end = memchr::memchr(b'>', rest).unwrap_or(rest.len());
        self.skip(end + 1);
        unhex(&rest[..end])
    }

    fn number(&mut self) -> Object {
        let run = self.run();
        let text = std::str::from_utf8(run).unwrap_or_default();
        let Ok(number) = text.parse::<i64>() else {
            return Object::Real;
        };
        match u32::try_from(number) {
            Ok(number) if self.is_reference() => Object::Ref(number),
            _ => Object::Int(number),
        }
    }

    /// True, and passed over, when a generation and `R` follow.
    fn is_reference(&mut self) -> bool {
        let rest = &self.rest()[..self.rest().len().min(16)];
        let mut bytes = rest.iter().copied().enumerate().peekable();
        let mut take = |fits: fn(u8) -> bool| {
            let mut taken = 0;
            while bytes.next_if(|(_, b)| fits(*b)).is_some() {
                taken += 1;
            }
            taken
        };
        if take(is_space) == 0 || take(|b| b.is_ascii_digit()) == 0 || take(is_space) == 0 {
            return false;
        }
        let Some((at, b'R')) = bytes.next() else {
            return false;
        };
        if bytes.next().is_some_and(|(_, b)| is_regular(b)) {
            return false;
        }
        self.skip(at + 1);
        true
    }

    fn array(&mut self, depth: usize) -> Result<Object, Stop> {
        self.at += 1;
        let mut items = Vec::new();
        loop {
            self.blank()?;
            if self.peek() == Some(b']') {
                self.at += 1;
                break;
            }
            match self.nested(depth + 1)? {
                None => break,
                // The array was never closed.
                Some(Object::Word(word)) if word == b"endobj" => break,
                Some(item) => items.push(item),
            }
        }
        Ok(Object::Array(items))
    }

    fn dictionary(&mut self, depth: usize) -> Result<Object, Stop> {
        self.at += 2;
        let mut dict = Dict::new();
        loop {
            self.blank()?;
            if self.rest().starts_with(b">>") {
                self.at += 2;
                break;
            }
            match self.nested(depth + 1)? {
                None => break,
                Some(Object::Word(word)) if word == b"endobj" || word == b"stream" => break,
                Some(Object::Name(key)) => {
                    self.blank()?;
                    if self.rest().starts_with(b">>") {
                        continue;
                    }
                    let Some(value) = self.nested(depth + 1)? else {
                        break;
                    };
                    dict.insert(key, value);
                }
                Some(_) => {}
            }
        }
        Ok(Object::Dict(dict))
    }
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).map(|d| d as u8)
}

/// Bytes of hexadecimal digits; anything else is passed over, a missing last digit is 0.
pub(super) fn unhex(text: &[u8]) -> Vec<u8> {
    let mut digits = text.iter().filter_map(|b| digit(*b));
    let mut bytes = Vec::with_capacity(text.len() / 2);
    while let Some(high) = digits.next() {
        bytes.push(high << 4 | digits.next().unwrap_or(0));
    }
    bytes
}
