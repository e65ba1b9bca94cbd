//! One record in raw text: where it ends and where its cells stand.

use super::{MAX_CELLS, Quoting};
use memchr::{memchr, memchr_iter, memchr2};

/// How a text is to be split.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rules {
    pub(super) delimiter: u8,
    pub(super) quoting: Quoting,
    pub(super) terminator: u8,
}

/// A cell, counted from the start of its record.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Span {
    pub(super) from: u32,
    pub(super) to: u32,
}

impl Span {
    pub(super) fn new(from: usize, to: usize) -> Self {
        // A record is a few megabytes at most.
        Self {
            from: from as u32,
            to: to as u32,
        }
    }
}

/// A quoted cell that holds `""`, or text behind its closing quote.
#[derive(Debug)]
struct Untidy {
    cell: usize,
    close: usize,
}

/// What looking at the text gave.
#[derive(Debug)]
pub(super) enum Seen {
    /// A whole record: how many bytes it takes with its line end, and how many lines.
    Whole(usize, u32),
    /// The record may go on behind the text.
    More,
    /// A quoted cell is not closed where it must be; the place of the culprit.
    Unclosed(usize),
}

/// Where to go on behind a cell.
enum Next {
    Cell(usize),
    End(usize),
}

/// The cells of one record.
#[derive(Debug, Default)]
pub(super) struct Cells {
    pub(super) spans: Vec<Span>,
    /// More cells were seen than are kept.
    pub(super) crowded: bool,
    untidy: Vec<Untidy>,
}

/// Raw text from the start of a record on.
#[derive(Clone, Copy)]
pub(super) struct Raw<'t> {
    pub(super) text: &'t [u8],
    /// Nothing comes behind the text.
    pub(super) ended: bool,
    /// No quoted cell may span lines.
    pub(super) single: bool,
    pub(super) rules: Rules,
}

impl Raw<'_> {
    /// Where the text of a line ends whose terminator (or the end of input) is at `end`.
    fn trimmed(&self, from: usize, end: usize) -> usize {
        let cr = self.rules.terminator == b'\n' && end > from && self.text[end - 1] == b'\r';
        end - usize::from(cr)
    }

    /// No closing quote in the text.
    fn open_end(&self, start: usize) -> Seen {
        let lines = || memchr(self.rules.terminator, &self.text[start..]).is_some();
        if self.ended || (self.single && lines()) {
            Seen::Unclosed(self.text.len())
        } else {
            Seen::More
        }
    }
}

impl Cells {
    fn clear(&mut self) {
        self.spans.clear();
        self.untidy.clear();
        self.crowded = false;
    }

    fn push(&mut self, from: usize, to: usize) {
        if self.spans.len() < MAX_CELLS {
            self.spans.push(Span::new(from, to));
        } else {
            self.crowded = true;
        }
    }

    /// Looks for one whole record at the start of the text.
    pub(super) fn look(&mut self, raw: Raw<'_>) -> Seen {
        match raw.rules.quoting {
            Quoting::On => self.quoted_record(raw),
            Quoting::Off => match memchr(raw.rules.terminator, raw.text) {
                Some(end) => {
                    self.line(raw, end);
                    Seen::Whole(end + 1, 1)
                }
                None if raw.ended => {
                    self.line(raw, raw.text.len());
                    Seen::Whole(raw.text.len(), 1)
                }
                None => Seen::More,
            },
        }
    }

    /// Splits what stands before `end` at every delimiter.
    pub(super) fn line(&mut self, raw: Raw<'_>, end: usize) {
        self.clear();
        let end = raw.trimmed(0, end);
        let mut start = 0;
        for i in memchr_iter(raw.rules.delimiter, &raw.text[..end]) {
            if self.spans.len() >= MAX_CELLS {
                self.crowded = true;
                return;
            }
            self.spans.push(Span::new(start, i));
            start = i + 1;
        }
        self.push(start, end);
    }

    fn quoted_record(&mut self, raw: Raw<'_>) -> Seen {
        self.clear();
        let mut lines = 1;
        let mut at = 0;
        loop {
            let seen = if raw.text.get(at) == Some(&b'"') {
                self.quoted_cell(raw, at, &mut lines)
            } else {
                self.bare_cell(raw, at, at)
            };
            match seen {
                Ok(Next::Cell(next)) => at = next,
                Ok(Next::End(end)) => return Seen::Whole(end, lines),
                Err(seen) => return seen,
            }
        }
    }

    /// A cell from `start` that ends at the next separator from `at` on.
    fn bare_cell(&mut self, raw: Raw<'_>, start: usize, at: usize) -> Result<Next, Seen> {
        let rules = raw.rules;
        match memchr2(rules.delimiter, rules.terminator, &raw.text[at..]) {
            Some(i) if raw.text[at + i] == rules.delimiter => {
                self.push(start, at + i);
                Ok(Next::Cell(at + i + 1))
            }
            Some(i) => {
                self.push(start, raw.trimmed(at, at + i));
                Ok(Next::End(at + i + 1))
            }
            None if raw.ended => {
                self.push(start, raw.trimmed(at, raw.text.len()));
                Ok(Next::End(raw.text.len()))
            }
            None => Err(Seen::More),
        }
    }

    /// A cell whose opening quote stands at `open`.
    fn quoted_cell(&mut self, raw: Raw<'_>, open: usize, lines: &mut u32) -> Result<Next, Seen> {
        let start = open + 1;
        let (mut close, mut doubled) = (start, false);
        loop {
            let Some(i) = memchr(b'"', &raw.text[close..]) else {
                return Err(raw.open_end(start));
            };
            close += i;
            match raw.text.get(close + 1) {
                Some(b'"') => (close, doubled) = (close + 2, true),
                None if !raw.ended => return Err(Seen::More),
                _ => break,
            }
        }
        let end = raw.rules.terminator;
        let inner_lines = memchr_iter(end, &raw.text[start..close]).count();
        if raw.single && inner_lines > 0 {
            return Err(Seen::Unclosed(open));
        }
        let next = match &raw.text[close + 1..] {
            [b, ..] if *b == raw.rules.delimiter => Next::Cell(close + 2),
            [b, ..] if *b == end => Next::End(close + 2),
            [b'\r', b'\n', ..] if end == b'\n' => Next::End(close + 3),
            [] => Next::End(close + 1),
            [b'\r'] if raw.ended && end == b'\n' => Next::End(close + 2),
            [b'\r'] if !raw.ended => return Err(Seen::More),
            // Two stray quotes on two lines look like one cell; joining them would eat rows.
            _ if inner_lines > 0 => return Err(Seen::Unclosed(close)),
            // Text behind the closing quote belongs to the cell, as everyone reads it.
            _ => {
                let cell = self.spans.len();
                let next = self.bare_cell(raw, start, close + 1)?;
                self.untidy.push(Untidy { cell, close });
                return Ok(next);
            }
        };
        *lines = lines.saturating_add(inner_lines as u32);
        if doubled {
            let cell = self.spans.len();
            self.untidy.push(Untidy { cell, close });
        }
        self.push(start, close);
        Ok(next)
    }

    /// Takes doubled and closing quotes out of the cells, in place. Once per whole record.
    pub(super) fn tidy(&mut self, text: &mut [u8]) {
        for Untidy { cell, close } in self.untidy.drain(..) {
            // A cell past the limit was not kept.
            let Some(span) = self.spans.get_mut(cell) else {
                continue;
            };
            let (mut read, mut write) = (span.from as usize, span.from as usize);
            while read < span.to as usize {
                if read != close {
                    text[write] = text[read];
                    write += 1;
                    read += usize::from(read < close && text[read] == b'"');
                }
                read += 1;
            }
            span.to = write as u32;
        }
    }
}
