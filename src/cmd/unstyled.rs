//! Standard output where no terminal reads it: colours are taken out, and what has none passes by.

use std::io::{self, Write};

/// Writes through a filter of escape sequences, as long as needed only: the filter looks at one
/// byte after the other, which takes longer than making most output.
#[derive(Debug)]
pub(super) struct Unstyled<F, W> {
    filter: F,
    out: W,
    /// Nothing went through the filter, which could be inside a sequence then.
    direct: bool,
}

impl<F: Write, W: Write> Unstyled<F, W> {
    /// `filter` writes to the same place as `out`.
    pub(super) fn new(filter: F, out: W) -> Self {
        Self {
            filter,
            out,
            direct: true,
        }
    }
}

impl<F: Write, W: Write> Write for Unstyled<F, W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.direct = self.direct && is_plain(bytes);
        match self.direct {
            true => self.out.write(bytes),
            false => self.filter.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self.direct {
            true => self.out.flush(),
            false => self.filter.flush(),
        }
    }
}

/// True for whole lines in which the filter would find nothing.
fn is_plain(bytes: &[u8]) -> bool {
    let shows = |byte: u8| byte >= b' ' && byte != 0x7f || byte.is_ascii_whitespace();
    // All bytes are looked at, many at once.
    let acts = bytes.iter().fold(false, |acts, byte| acts | !shows(*byte));
    !acts && bytes.ends_with(b"\n")
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::sync::{Arc, Mutex};

    /// A place that two writers share.
    #[derive(Clone, Default)]
    struct Shared(Arc<Mutex<Vec<u8>>>);

    impl Write for Shared {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().unwrap().write(bytes)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    proptest! {
        #[test]
        fn nothing_differs_from_what_the_filter_writes(parts in prop::collection::vec("[a検\n\t\u{1b}\u{7}\u{7f}\\[1m;é]{0,6}\n?", 0..8)) {
            let (slow, fast) = (Shared::default(), Shared::default());
            let mut filter = anstream::StripStream::new(Box::new(slow.clone()) as Box<dyn Write>);
            let behind = anstream::StripStream::new(Box::new(fast.clone()) as Box<dyn Write>);
            let mut unstyled = Unstyled::new(behind, fast.clone());
            for part in &parts {
                filter.write_all(part.as_bytes()).unwrap();
                unstyled.write_all(part.as_bytes()).unwrap();
            }
            let (slow, fast) = (slow.0.lock().unwrap().clone(), fast.0.lock().unwrap().clone());
            prop_assert_eq!(String::from_utf8_lossy(&fast), String::from_utf8_lossy(&slow));
        }
    }
}
