//! One record in raw text: where it ends and where its cells stand.

use super::{MAX_CELLS, Quoting};
use memchr::{memchr, memchr_iter};

/// How a text is to be split.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rules {
    pub(super) delimiter: u8,
    pub(super) quoting: Quoting,
    pub(super) terminator: u8,
}

impl Rules {
    /// Where the text of a line ends that began no later than `from`, and whose terminator (or the
    /// end of input) is at `end`.
    #[inline]
    pub(super) fn trimmed(self, text: &[u8], from: usize, end: usize) -> usize {
        let cr = self.terminator == b'\n' && end > from && text[end - 1] == b'\r';
        end - usize::from(cr)
    }
}

/// A piece of text: a cell, or what may be one.
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

/// Where to go on behind a cell: the place in the text, and that in the marks.
enum Next {
    Cell(usize, usize),
    End(usize, usize),
}

/// The cells of one record.
#[derive(Debug, Default)]
pub(super) struct Cells {
    pub(super) spans: Vec<Span>,
    /// More cells were seen than are kept.
    pub(super) crowded: bool,
    /// Marks that the record took.
    pub(super) used: usize,
    untidy: Vec<Untidy>,
}

/// Raw text from the start of a record on.
#[derive(Clone, Copy)]
pub(super) struct Raw<'t> {
    pub(super) text: &'t [u8],
    /// Every delimiter, line end and (with quoting) quote in the text as the end of a span,
    /// counted from `base`.
    pub(super) marks: &'t [Span],
    /// What the first byte of the text is called in `marks`.
    pub(super) base: usize,
    /// Nothing comes behind the text.
    pub(super) ended: bool,
    /// No quoted cell may span lines.
    pub(super) single: bool,
    pub(super) rules: Rules,
}

impl Raw<'_> {
    fn trimmed(&self, from: usize, end: usize) -> usize {
        self.rules.trimmed(self.text, from, end)
    }

    /// Where in the text a mark stands.
    fn mark(&self, mark: usize) -> Option<usize> {
        let place = self.marks.get(mark)?.to as usize;
        place.checked_sub(self.base)
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
        self.used = 0;
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
        self.clear();
        let quoting = raw.rules.quoting == Quoting::On;
        let mut lines = 1;
        let (mut at, mut mark) = (0, 0);
        loop {
            // Nearly every cell: bare, and ended by a delimiter. A quoted one begins with a mark.
            while let Some(place) = raw.mark(mark)
                && raw.text[place] == raw.rules.delimiter
            {
                self.push(at, place);
                (at, mark) = (place + 1, mark + 1);
            }
            let quoted = quoting && raw.text.get(at) == Some(&b'"');
            let seen = if quoted {
                self.quoted_cell(raw, at, mark, &mut lines)
            } else {
                self.bare_cell(raw, at, mark)
            };
            match seen {
                Ok(Next::Cell(next, marks)) => (at, mark) = (next, marks),
                Ok(Next::End(end, marks)) => {
                    self.used = marks;
                    return Seen::Whole(end, lines);
                }
                Err(seen) => return seen,
            }
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

    /// A cell from `start` that ends at the next separator from `mark` on.
    fn bare_cell(&mut self, raw: Raw<'_>, start: usize, mut mark: usize) -> Result<Next, Seen> {
        while let Some(place) = raw.mark(mark) {
            mark += 1;
            let byte = raw.text[place];
            if byte == raw.rules.delimiter {
                self.push(start, place);
                return Ok(Next::Cell(place + 1, mark));
            }
            if byte == raw.rules.terminator {
                self.push(start, raw.trimmed(start, place));
                return Ok(Next::End(place + 1, mark));
            }
        }
        if raw.ended {
            self.push(start, raw.trimmed(start, raw.text.len()));
            Ok(Next::End(raw.text.len(), mark))
        } else {
            Err(Seen::More)
        }
    }

    /// A cell whose opening quote stands at `open` and is the mark `mark`.
    fn quoted_cell(
        &mut self,
        raw: Raw<'_>,
        open: usize,
        mut mark: usize,
        lines: &mut u32,
    ) -> Result<Next, Seen> {
        let (start, end) = (open + 1, raw.rules.terminator);
        let (mut doubled, mut inner_lines) = (false, 0);
        let close = loop {
            mark += 1;
            let Some(place) = raw.mark(mark) else {
                return Err(raw.open_end(start));
            };
            if raw.text[place] != b'"' {
                inner_lines += u32::from(raw.text[place] == end);
                continue;
            }
            match raw.text.get(place + 1) {
                Some(b'"') => (mark, doubled) = (mark + 1, true),
                None if !raw.ended => return Err(Seen::More),
                _ => break place,
            }
        };
        if raw.single && inner_lines > 0 {
            return Err(Seen::Unclosed(open));
        }
        let next = match &raw.text[close + 1..] {
            [b, ..] if *b == raw.rules.delimiter => Next::Cell(close + 2, mark + 2),
            [b, ..] if *b == end => Next::End(close + 2, mark + 2),
            [b'\r', b'\n', ..] if end == b'\n' => Next::End(close + 3, mark + 2),
            [] => Next::End(close + 1, mark + 1),
            [b'\r'] if raw.ended && end == b'\n' => Next::End(close + 2, mark + 1),
            [b'\r'] if !raw.ended => return Err(Seen::More),
            // Two stray quotes on two lines look like one cell; joining them would eat rows.
            _ if inner_lines > 0 => return Err(Seen::Unclosed(close)),
            // Text behind the closing quote belongs to the cell, as everyone reads it.
            _ => {
                let cell = self.spans.len();
                let next = self.bare_cell(raw, start, mark + 1)?;
                self.untidy.push(Untidy { cell, close });
                return Ok(next);
            }
        };
        *lines = lines.saturating_add(inner_lines);
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
