//! Splits raw text into records in a buffer that slides over the input, counting physical lines.

use super::marks::Marks;
use super::record::{Cells, Raw, Rules, Seen, Span};
use super::{Fault, MAX_CELLS, MAX_RECORD, Quoting};
use memchr::{memchr, memrchr};
use std::io::{self, Read};

/// Bytes that are read first: enough for the head of a table, which is all that many readers want.
const FIRST: usize = 32 << 10;
/// Size of the buffer from then on; it stays in the second-level cache.
const BUFFER: usize = 256 << 10;
/// Free room for each read, so that a transcoder always can write a character.
const ROOM: usize = 4 << 10;

/// What a record is beside its cells.
#[derive(Clone, Copy, Debug)]
pub(super) struct Record {
    pub(super) line: u32,
    pub(super) offset: u64,
    /// Where it begins in the text that its cells stand in.
    pub(super) from: usize,
    pub(super) fault: Option<Fault>,
}

/// The part of the input that is in memory.
struct Window<R> {
    input: R,
    ended: bool,
    buffer: Vec<u8>,
    /// What is not yet split lies in `buffer[from..to]`.
    from: usize,
    to: usize,
    /// Bytes of text before the buffer.
    base: u64,
    marks: Marks,
}

impl<R: Read> Window<R> {
    fn text(&self) -> &[u8] {
        &self.buffer[self.from..self.to]
    }

    /// Bytes of text before what is not yet split.
    fn offset(&self) -> u64 {
        self.base + self.from as u64
    }

    /// Steps over text and the marks in it, of which so many are known.
    fn step(&mut self, length: usize, marks: usize) {
        self.from += length;
        self.marks.leave(marks, self.from);
    }

    /// Moves the unfinished record to the front of the buffer and reads behind it.
    fn fill(&mut self) -> io::Result<()> {
        let size = if self.to == 0 { FIRST } else { BUFFER };
        self.buffer.copy_within(self.from..self.to, 0);
        self.marks.slide(self.from);
        self.base += self.from as u64;
        self.to -= self.from;
        self.from = 0;
        if self.buffer.len() < size {
            self.buffer.resize(size, 0);
        } else if self.buffer.len() - self.to < ROOM {
            self.buffer.resize(self.buffer.len() * 2, 0);
        }
        loop {
            match self.input.read(&mut self.buffer[self.to..]) {
                Ok(0) => self.ended = true,
                Ok(count) => {
                    let read = self.to..self.to + count;
                    self.to = read.end;
                    self.marks.look(&self.buffer[read.clone()], read.start);
                }
                Err(e) if e.kind() == io::ErrorKind::Interrupted => continue,
                Err(e) => return Err(e),
            }
            return Ok(());
        }
    }
}

/// The splitter of one text.
///
/// It reads as the `csv` crate does (a test holds them against each other) and does three things
/// that crate cannot: it counts physical lines, it lends cells without copying them, and a quote
/// that is not closed costs one line, never the rest of the file.
pub(super) struct Splitter<R> {
    window: Window<R>,
    rules: Rules,
    /// Where the text of the last record's cells begins in the buffer.
    text: usize,
    /// So many cells of the last record are spans of the marks; none, where they are in `cells`.
    plain: usize,
    /// Physical line at the start of what is not yet split.
    line: u32,
    cells: Cells,
    /// Before this byte of text no quoted cell may span lines: an attempt that ran this far has
    /// failed, and trying again from each line would take quadratic time.
    single_until: u64,
    /// The rest of the line is to be left out.
    skip_line: bool,
}

impl<R: Read> Splitter<R> {
    pub(super) fn new(input: R, rules: Rules) -> Self {
        let third = match rules.quoting {
            Quoting::On => b'"',
            Quoting::Off => rules.terminator,
        };
        Self {
            window: Window {
                input,
                ended: false,
                buffer: Vec::new(),
                from: 0,
                to: 0,
                base: 0,
                marks: Marks::new([rules.delimiter, rules.terminator, third]),
            },
            rules,
            text: 0,
            plain: 0,
            line: 1,
            cells: Cells::default(),
            single_until: 0,
            skip_line: false,
        }
    }

    /// Splits the next record; blank lines are left out. `None` at the end.
    pub(super) fn next(&mut self) -> io::Result<Option<Record>> {
        while self.skip_line {
            self.leave_line()?;
        }
        loop {
            if !self.leave_blank_lines()? {
                return Ok(None);
            }
            if let Some(record) = self.plain() {
                return Ok(Some(record));
            }
            let raw = raw(&self.window, self.rules, self.single_until);
            let end = self.rules.terminator;
            match self.cells.look(raw) {
                Seen::Whole(length, lines) if length <= MAX_RECORD => {
                    let window = &mut self.window;
                    self.cells.tidy(&mut window.buffer[window.from..window.to]);
                    return Ok(Some(self.take(length, lines, None)));
                }
                Seen::More if raw.text.len() <= MAX_RECORD => self.window.fill()?,
                Seen::Whole(..) | Seen::More => {
                    let fault = if memchr(end, &raw.text[..MAX_RECORD]).is_some() {
                        self.one_line_until(MAX_RECORD);
                        Fault::UnclosedQuote
                    } else {
                        Fault::TooLong
                    };
                    return Ok(Some(self.one_line(fault)));
                }
                Seen::Unclosed(place) => {
                    let last = memrchr(end, &raw.text[..place]);
                    self.one_line_until(last.map_or(0, |i| i + 1));
                    return Ok(Some(self.one_line(Fault::UnclosedQuote)));
                }
            }
        }
    }

    /// The text that the last record lies in, and its cells in it.
    pub(super) fn cells(&self) -> (&[u8], &[Span]) {
        let spans = match self.plain {
            0 => &self.cells.spans,
            cells => self.window.marks.left(cells),
        };
        (&self.window.buffer[self.text..], spans)
    }

    /// The next record where it is all there and no quote stands in it, as in nearly every file:
    /// what lies between the marks are its cells, and nothing is written anew.
    fn plain(&mut self) -> Option<Record> {
        let (window, rules) = (&mut self.window, self.rules);
        let text = &window.buffer[..window.to];
        let ends_with = |mark: &Span, byte| text.get(mark.to as usize) == Some(&byte);
        let marks = window.marks.rest();
        let last = marks
            .iter()
            .position(|mark| !ends_with(mark, rules.delimiter))?;
        let mark = marks.get(last)?;
        let (start, end) = (window.from.max(mark.from as usize), mark.to as usize);
        let length = end + 1 - window.from;
        if !ends_with(mark, rules.terminator) || last >= MAX_CELLS || length > MAX_RECORD {
            return None;
        }
        let to = rules.trimmed(text, start, end);
        window.marks.take(last + 1, window.from, to);
        let record = self.record(self.window.from, None);
        (self.text, self.plain) = (0, last + 1);
        self.window.from += length;
        self.line = self.line.saturating_add(1);
        Some(record)
    }

    fn one_line_until(&mut self, length: usize) {
        let place = self.window.offset() + length as u64;
        self.single_until = self.single_until.max(place);
    }

    fn take(&mut self, length: usize, lines: u32, fault: Option<Fault>) -> Record {
        let crowded = self.cells.crowded.then_some(Fault::TooManyCells);
        let record = self.record(0, fault.or(crowded));
        (self.text, self.plain) = (self.window.from, 0);
        self.step(length, lines, self.cells.used);
        record
    }

    /// What begins here, `from` bytes into the text of its cells.
    fn record(&self, from: usize, fault: Option<Fault>) -> Record {
        Record {
            line: self.line,
            offset: self.window.offset(),
            from,
            fault,
        }
    }

    fn step(&mut self, length: usize, lines: u32, marks: usize) {
        self.window.step(length, marks);
        self.line = self.line.saturating_add(lines);
    }

    /// Gives the first physical line alone, split without quoting and cut to the limit.
    fn one_line(&mut self, fault: Fault) -> Record {
        let raw = raw(&self.window, self.rules, self.single_until);
        let text = &raw.text[..raw.text.len().min(MAX_RECORD)];
        let found = memchr(self.rules.terminator, text);
        let length = found.unwrap_or(text.len());
        self.cells.line(raw, length);
        self.skip_line = found.is_none();
        let ends = usize::from(found.is_some());
        self.take(length + ends, ends as u32, Some(fault))
    }

    /// Steps over blank lines; false at the end of the text.
    fn leave_blank_lines(&mut self) -> io::Result<bool> {
        loop {
            let blank = match self.window.text() {
                [] if self.window.ended => return Ok(false),
                [b, ..] if *b == self.rules.terminator => 1,
                [b'\r', b'\n', ..] if self.rules.terminator == b'\n' => 2,
                // The second is the end mark of old DOS programs.
                [b'\r' | 0x1a] if self.window.ended => 1,
                [] | [b'\r' | 0x1a] => {
                    self.window.fill()?;
                    continue;
                }
                _ => return Ok(true),
            };
            self.step(blank, 1, 0);
        }
    }

    /// Drops what is left of an over-long line.
    fn leave_line(&mut self) -> io::Result<()> {
        if let Some(i) = memchr(self.rules.terminator, self.window.text()) {
            self.step(i + 1, 1, 0);
            self.skip_line = false;
        } else {
            self.window.step(self.window.to - self.window.from, 0);
            self.skip_line = !self.window.ended;
            self.window.fill()?;
        }
        Ok(())
    }
}

fn raw<R: Read>(window: &Window<R>, rules: Rules, single_until: u64) -> Raw<'_> {
    Raw {
        text: window.text(),
        marks: window.marks.rest(),
        base: window.from,
        ended: window.ended,
        single: window.offset() < single_until,
        rules,
    }
}
