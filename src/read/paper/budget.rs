//! What looking into one document may cost, so that no file can make it hang or take the memory.

use std::cell::Cell;

/// Largest file that is looked into; a larger one is a book, not an invoice.
pub const FILE: u64 = 32 << 20;
/// Objects, operands and operators that are parsed of one document.
const TOKENS: u64 = 1_000_000;
/// Bytes that are unpacked or searched again, of one document.
const BYTES: u64 = 48 << 20;
/// How deep arrays, dictionaries, forms and page trees may be nested.
pub(super) const DEPTH: usize = 32;
/// Objects that a file may define.
pub(super) const OBJECTS: usize = 200_000;
/// Nodes of the page tree.
pub(super) const NODES: usize = 5_000;
/// References that are followed to reach one object.
pub(super) const LINKS: usize = 16;

/// Why looking ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// The budget is used up: nothing can be said of the file.
    Limit,
    /// The file is not what a PDF is.
    Broken,
}

/// What is left to spend.
///
/// Everything that can repeat or grow is paid for here: a token parsed, a byte unpacked, a byte
/// searched a second time. The work on a file is bounded by its size and this budget, whatever
/// refers to whatever; so no time-out, second process or larger stack is needed.
#[derive(Debug)]
pub(super) struct Budget {
    tokens: Cell<u64>,
    bytes: Cell<u64>,
}

impl Budget {
    pub(super) fn new() -> Self {
        Self {
            tokens: Cell::new(TOKENS),
            bytes: Cell::new(BYTES),
        }
    }

    /// Pays for one token.
    pub(super) fn token(&self) -> Result<(), Stop> {
        pay(&self.tokens, 1)
    }

    /// Pays for bytes.
    pub(super) fn bytes(&self, count: usize) -> Result<(), Stop> {
        pay(&self.bytes, count as u64)
    }
}

fn pay(purse: &Cell<u64>, price: u64) -> Result<(), Stop> {
    let left = purse.get().checked_sub(price);
    purse.set(left.unwrap_or(0));
    left.map(|_| ()).ok_or(Stop::Limit)
}
