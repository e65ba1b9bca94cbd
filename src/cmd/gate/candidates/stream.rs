//! Candidates on their way from the input to the answers: batches of what waits, flushed before
//! the next wait, in the memory of one batch.

use super::input::Input;
use crate::cmd::{Exit, Stop, cause, load, unread};
use crate::model::{Answer, Candidate, Choice, Day, LineFault, Severity};
use crate::read::Shapes;
use crate::read::candidates::{self as reading, Cells, Line, Lines};
use crate::read::rows::Table;
use crate::scan::candidates::Buyer;
use crate::write::Answers;
use std::io::{self, Read, Write};
use std::ops::ControlFlow;

/// Candidates that are judged together at most, when so many wait.
const BATCH: usize = 1024;

/// The gate with the batch that stands before it.
pub(super) struct Gate<'a> {
    buyer: Buyer<'a>,
    answers: Answers<'a>,
    fail_on: Severity,
    grave: bool,
    open: bool,
    /// The batch; only the first `used` count, the others keep their memory for later lines.
    waiting: Vec<Candidate>,
    used: usize,
    /// Lines that cannot be read, with how many candidates of the batch stand before each.
    faults: Vec<(usize, u32, LineFault)>,
}

impl<'a> Gate<'a> {
    pub(super) fn new(buyer: Buyer<'a>, answers: Answers<'a>, fail_on: Severity) -> Self {
        Self {
            buyer,
            answers,
            fail_on,
            grave: false,
            open: false,
            waiting: Vec::new(),
            used: 0,
            faults: Vec::new(),
        }
    }

    /// How the run ends.
    pub(super) fn exit(&self) -> Exit {
        Exit::of(self.grave, self.open)
    }

    /// The figures in sentences.
    pub(super) fn summary(&self) -> Vec<String> {
        self.answers.summary()
    }

    /// Answers every candidate of the input.
    pub(super) fn all(
        &mut self,
        input: Input,
        name: &str,
        today: Day,
        out: &mut dyn Write,
    ) -> Result<(), Stop> {
        let shapes = load::shapes()?;
        let cells = Cells::new(&shapes.words);
        self.answers.begin(out, today)?;
        match input {
            Input::Lines(stream, begun) => {
                self.lines(Lines::new(stream, begun), &cells, name, out)?;
            }
            Input::Tables(tables) => {
                // Without a header the answers would be an empty page.
                let mut known = false;
                for table in &tables {
                    known |= self.table(table, &shapes, &cells, name, out)?;
                }
                if !known {
                    let values = vec![("path", name.into())];
                    return Err(Stop::Said("candidate-no-columns", values));
                }
            }
        }
        self.answers.end(out)?;
        Ok(out.flush()?)
    }

    fn lines(
        &mut self,
        mut lines: Lines<impl Read>,
        cells: &Cells<'_>,
        name: &str,
        out: &mut dyn Write,
    ) -> Result<(), Stop> {
        let unreadable = |error: io::Error| {
            let values = vec![("path", name.into()), ("cause", cause(&error))];
            Stop::Said("cli-unreadable", values)
        };
        while let Some((number, line)) = lines.next_line().map_err(unreadable)? {
            match line {
                Line::TooLong => self.fault(number, LineFault::TooLong),
                Line::Text(text) if text.iter().all(u8::is_ascii_whitespace) => {}
                Line::Text(text) => {
                    let slot = self.slot();
                    slot.clear();
                    slot.line = number;
                    match reading::json(text, cells, slot) {
                        Ok(()) => self.used += 1,
                        Err(fault) => self.fault(number, fault),
                    }
                }
            }
            let ready = lines.is_ready();
            if !ready || self.used + self.faults.len() >= BATCH {
                self.judge(out)?;
            }
            if !ready {
                out.flush()?;
            }
        }
        Ok(())
    }

    /// Answers the rows of a table; false for one that has no columns of candidates.
    fn table(
        &mut self,
        table: &Table,
        shapes: &Shapes,
        cells: &Cells<'_>,
        name: &str,
        out: &mut dyn Write,
    ) -> Result<bool, Stop> {
        let mut written = Ok(());
        let read = reading::table(table, shapes, cells, &mut |line, row| {
            match row {
                Ok(candidate) => {
                    std::mem::swap(self.slot(), candidate);
                    self.used += 1;
                }
                Err(fault) => self.fault(line, fault),
            }
            if self.used + self.faults.len() >= BATCH {
                written = self.judge(out);
            }
            match written {
                Ok(()) => ControlFlow::Continue(()),
                Err(_) => ControlFlow::Break(()),
            }
        });
        written?;
        let Ok(read) = read else {
            return Ok(false);
        };
        read.map_err(|error| unread::opened(name, &error))?;
        self.judge(out)?;
        Ok(true)
    }

    /// A place for the next candidate.
    fn slot(&mut self) -> &mut Candidate {
        if self.used == self.waiting.len() {
            self.waiting.push(Candidate::default());
        }
        &mut self.waiting[self.used]
    }

    fn fault(&mut self, line: u32, fault: LineFault) {
        self.faults.push((self.used, line, fault));
    }

    /// Answers the batch, in the order of its lines.
    fn judge(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let Self {
            buyer,
            answers,
            fail_on,
            grave,
            open,
            waiting,
            used,
            faults,
        } = self;
        let mut write = |answer: &Answer| {
            let mut reasons = answer.reasons.iter();
            *grave |= reasons.any(|r| r.decision == Choice::Avoid && r.severity >= *fail_on);
            let asked = answer.not_judged.iter().any(|not| not.asks);
            *open |= asked || answer.error.is_some() || !answer.unread.is_empty();
            answers.answer(out, answer)
        };
        let mut faults = faults.drain(..).peekable();
        let mut done = 0;
        let batch = &waiting[..std::mem::take(used)];
        if !batch.is_empty() {
            buyer.answer(batch, &mut |answer| {
                while let Some((_, line, fault)) = faults.next_if(|(before, ..)| *before <= done) {
                    write(&Answer::unreadable(line, fault))?;
                }
                done += 1;
                write(&answer)
            })?;
        }
        faults.try_for_each(|(_, line, fault)| write(&Answer::unreadable(line, fault)))
    }
}
