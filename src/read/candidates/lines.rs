//! Lines of a stream as soon as they are there: what waits is told apart from what must be waited
//! for, and no line takes more memory than the longest may.

use std::io::{self, Read};

/// Bytes of the longest line that is read.
pub const LONGEST: usize = 1 << 20;
/// Bytes asked for at once: what a pipe holds.
const CHUNK: usize = 1 << 16;

/// A line of the stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line<'l> {
    /// Its bytes, without the line end.
    Text(&'l [u8]),
    /// It is longer than [`LONGEST`]; its bytes are gone.
    TooLong,
}

/// Splits a stream into lines.
#[derive(Debug)]
pub struct Lines<R> {
    input: R,
    buffer: Vec<u8>,
    /// What of the buffer is not given out yet.
    from: usize,
    to: usize,
    /// No line end stands before this place.
    searched: usize,
    /// A line that is too long is being passed over.
    passing: bool,
    number: u32,
    ended: bool,
}

impl<R: Read> Lines<R> {
    /// Lines of `input`, behind bytes of it that were read already.
    pub fn new(input: R, begun: Vec<u8>) -> Self {
        Self {
            input,
            from: 0,
            to: begun.len(),
            searched: 0,
            buffer: begun,
            passing: false,
            number: 0,
            ended: false,
        }
    }

    /// True when the next line can be given without waiting for the stream.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        let rest = &self.buffer[self.searched.max(self.from)..self.to];
        memchr::memchr(b'\n', rest).is_some()
    }

    /// The next line with its number, from 1; `None` at the end of the stream.
    ///
    /// # Errors
    /// Those of the stream.
    pub fn next_line(&mut self) -> io::Result<Option<(u32, Line<'_>)>> {
        loop {
            let start = self.searched.max(self.from);
            let found = memchr::memchr(b'\n', &self.buffer[start..self.to]).map(|at| start + at);
            let (end, behind) = match found {
                Some(end) => (end, end + 1),
                None if self.ended && (self.from < self.to || self.passing) => (self.to, self.to),
                None if self.ended => return Ok(None),
                None => {
                    self.searched = self.to;
                    if self.to - self.from > LONGEST {
                        self.passing = true;
                        self.from = self.to;
                    }
                    self.fill()?;
                    continue;
                }
            };
            let from = std::mem::replace(&mut self.from, behind);
            self.searched = behind;
            self.number = self.number.saturating_add(1);
            let passed = std::mem::take(&mut self.passing);
            let line = self.buffer[from..end].strip_suffix(b"\r");
            let line = line.unwrap_or(&self.buffer[from..end]);
            return Ok(Some((
                self.number,
                match passed || line.len() > LONGEST {
                    true => Line::TooLong,
                    false => Line::Text(line),
                },
            )));
        }
    }

    /// Reads what is there, at least one byte unless the stream ends.
    fn fill(&mut self) -> io::Result<()> {
        self.buffer.copy_within(self.from..self.to, 0);
        self.searched -= self.from;
        self.to -= self.from;
        self.from = 0;
        if self.buffer.len() < self.to + CHUNK {
            self.buffer.resize(self.to + CHUNK, 0);
        }
        loop {
            match self.input.read(&mut self.buffer[self.to..]) {
                Ok(0) => self.ended = true,
                Ok(read) => self.to += read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            }
            return Ok(());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A stream that gives a few bytes at a time.
    struct Drops(Vec<u8>, usize);

    impl Read for Drops {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            let size = self.1.min(self.0.len()).min(into.len());
            into[..size].copy_from_slice(&self.0[..size]);
            self.0.drain(..size);
            Ok(size)
        }
    }

    fn all(bytes: &[u8], size: usize) -> Vec<(u32, Option<Vec<u8>>)> {
        let mut lines = Lines::new(Drops(bytes.to_vec(), size), Vec::new());
        let mut found = Vec::new();
        while let Some((number, line)) = lines.next_line().expect("lines") {
            found.push((
                number,
                match line {
                    Line::Text(text) => Some(text.to_vec()),
                    Line::TooLong => None,
                },
            ));
        }
        found
    }

    proptest! {
        #[test]
        fn lines_are_those_of_the_obvious_split(bytes in prop::collection::vec(prop_oneof![Just(b'\n'), Just(b'\r'), any::<u8>()], 0..200), size in 1usize..9) {
            let mut slow: Vec<&[u8]> = bytes.split(|b| *b == b'\n').collect();
            if slow.last().is_some_and(|last| last.is_empty()) {
                slow.pop();
            }
            let slow: Vec<_> = slow.iter().enumerate().map(|(n, line)| {
                let line = line.strip_suffix(b"\r").unwrap_or(line);
                (n as u32 + 1, Some(line.to_vec()))
            }).collect();
            prop_assert_eq!(all(&bytes, size), slow);
        }
    }

    #[test]
    fn a_line_that_is_too_long_is_passed_over_and_takes_no_memory() {
        let mut bytes = vec![b'x'; LONGEST * 5];
        bytes.extend_from_slice(b"\nnext\n");
        bytes.extend_from_slice(&vec![b'y'; LONGEST]);
        bytes.extend_from_slice(b"\n");
        bytes.extend_from_slice(&vec![b'z'; LONGEST + 1]);
        let found = all(&bytes, CHUNK);
        assert_eq!(found[0], (1, None));
        assert_eq!(found[1], (2, Some(b"next".to_vec())));
        assert_eq!(found[2].1.as_ref().map(Vec::len), Some(LONGEST));
        assert_eq!(found[3], (4, None));
        assert_eq!(found.len(), 4);
        let mut lines = Lines::new(Drops(bytes, CHUNK), Vec::new());
        while lines.next_line().expect("lines").is_some() {}
        assert!(lines.buffer.len() < LONGEST * 3);
    }
}
