//! Splits raw text into records in a buffer that slides over the input, counting physical lines.

use super::marks::Marks;
use super::record::{Cells, Raw, Rules, Seen, Span};
use super::{Fault, MAX_RECORD, Quoting};
use memchr::{memchr, memrchr};
use std::io::{self, Read};

/// First size of the buffer; it stays in the second-level cache.
const BUFFER: usize = 256 << 10;
/// Free room for each read, so that a transcoder always can write a character.
const ROOM: usize = 4 << 10;

/// What a record is beside its cells.
#[derive(Clone, Copy, Debug)]
pub(super) struct Record {
    pub(super) line: u32,
    pub(super) offset: u64,
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
        self.buffer.copy_within(self.from..self.to, 0);
        self.marks.slide(self.from);
        self.base += self.from as u64;
        self.to -= self.from;
        self.from = 0;
        if self.buffer.len() - self.to < ROOM {
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
    /// Where the last record lies in the buffer.
    record: usize,
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
                buffer: vec![0; BUFFER],
                from: 0,
                to: 0,
                base: 0,
                marks: Marks::new([rules.delimiter, rules.terminator, third]),
            },
            rules,
            record: 0,
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

    /// The text of the last record and its cells in it.
    pub(super) fn cells(&self) -> (&[u8], &[Span]) {
        (&self.window.buffer[self.record..], &self.cells.spans)
    }

    fn one_line_until(&mut self, length: usize) {
        let place = self.window.offset() + length as u64;
        self.single_until = self.single_until.max(place);
    }

    fn take(&mut self, length: usize, lines: u32, fault: Option<Fault>) -> Record {
        let record = Record {
            line: self.line,
            offset: self.window.offset(),
            fault: fault.or(self.cells.crowded.then_some(Fault::TooManyCells)),
        };
        self.record = self.window.from;
        self.window.step(length, self.cells.used);
        self.line = self.line.saturating_add(lines);
        record
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
            self.window.step(blank, 0);
            self.line = self.line.saturating_add(1);
        }
    }

    /// Drops what is left of an over-long line.
    fn leave_line(&mut self) -> io::Result<()> {
        if let Some(i) = memchr(self.rules.terminator, self.window.text()) {
            self.window.step(i + 1, 0);
            self.line = self.line.saturating_add(1);
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
