//! SKUs of rows that are looked up many at a time, so that memory answers for all of them at once.

use crate::model::{Name, Names};

/// Texts of so many rows wait at most.
const MANY: usize = Names::MANY;

/// Rows whose SKU is still a text.
#[derive(Debug, Default)]
pub struct Later {
    /// Place of the row in its table, and where its text ends.
    rows: Vec<(usize, usize)>,
    texts: Vec<u8>,
}

impl Later {
    /// Keeps the text of a row for later; an empty one names nothing. True when it is time to
    /// settle.
    pub fn add(&mut self, row: usize, text: &[u8]) -> bool {
        if !text.is_empty() {
            self.texts.extend_from_slice(text);
            self.rows.push((row, self.texts.len()));
        }
        self.rows.len() == MANY
    }

    /// Gives every row that waits its name.
    pub fn settle(&mut self, names: &mut Names, mut put: impl FnMut(usize, Option<Name>)) {
        let mut texts = [[].as_slice(); MANY];
        let mut from = 0;
        for (text, (_, to)) in texts.iter_mut().zip(&self.rows) {
            *text = self.texts.get(from..*to).unwrap_or_default();
            from = *to;
        }
        let found = names.intern_many(&texts);
        for ((row, _), name) in self.rows.iter().zip(found) {
            put(*row, name);
        }
        self.rows.clear();
        self.texts.clear();
    }
}
