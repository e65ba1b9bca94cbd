//! Reads the cells of one table by field, and turns everything doubtful into issues.

use super::alike::{Same, Tally};
use super::cell::{self, Cell, FromCell, Repair};
use super::issues::{Done, Issues, Spot};
use super::plan::Plan;
use super::rows::Row;
use super::words::{Memo, Said, Words};
use crate::model::{Asin, Day, Field, FileId, Jan, Name, Names, Origin, Strings, Text, Value, Yen};
use std::borrow::Cow;

/// What a cell gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Got<T> {
    /// A value.
    Value(T),
    /// The cell is empty, or there is no such column.
    Empty,
    /// Something else stands there; the issue is told.
    Bad,
}

impl<T> Got<T> {
    /// The value, if there is one.
    #[must_use]
    pub fn value(self) -> Option<T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Empty | Self::Bad => None,
        }
    }
}

/// The reader of one table's cells.
#[derive(Debug)]
pub struct Cursor<'a> {
    /// How the table is read.
    pub plan: &'a Plan,
    words: &'a Words,
    issues: &'a mut Issues,
    path: &'a str,
    encoding: &'a str,
    file: FileId,
    alike: Tally,
    memo: Memo<'a>,
    /// The cells' bytes are UTF-8.
    utf8: bool,
    /// Where cells are decoded that cannot be lent.
    room: Vec<u8>,
}

impl<'a> Cursor<'a> {
    /// A reader for a table of the file `path`.
    pub fn new(
        plan: &'a Plan,
        words: &'a Words,
        issues: &'a mut Issues,
        (file, path, encoding): (FileId, &'a str, &'a str),
    ) -> Self {
        Self {
            plan,
            words,
            issues,
            path,
            encoding,
            file,
            alike: Tally::default(),
            memo: Memo::default(),
            utf8: encoding == "UTF-8",
            room: Vec::new(),
        }
    }

    /// Where a row stands.
    #[must_use]
    pub fn origin(&self, row: &Row<'_>) -> Origin {
        Origin {
            file: self.file,
            line: row.line(),
        }
    }

    /// True when the table has a column of that field.
    #[must_use]
    pub fn has(&self, field: Field) -> bool {
        self.plan.columns.has(field)
    }

    /// Tells an issue of the whole row.
    pub fn row_issue(&mut self, row: &Row<'_>, key: &'static str, done: Done) {
        self.row_issue_with(row, key, done, &[]);
    }

    /// Tells an issue of the whole row, with values.
    pub fn row_issue_with(
        &mut self,
        row: &Row<'_>,
        key: &'static str,
        done: Done,
        values: &[(&str, Value)],
    ) {
        let spot = Spot {
            line: row.line(),
            column: "",
        };
        self.issues.add(self.path, spot, key, "", done, values);
    }

    /// Counts an issue of the row that is told once per file.
    pub fn row_alike(&mut self, row: &Row<'_>, key: &'static str, done: Done) {
        self.alike.count(Same::row(key), row.line(), "", done);
    }

    /// Tells an issue of the first cell of a field.
    pub fn cell_issue(&mut self, row: &Row<'_>, field: Field, key: &'static str, done: Done) {
        if let Some(at) = self.plan.columns.get(field) {
            self.tell(row, at, key, done);
        }
    }

    fn tell(&mut self, row: &Row<'_>, at: usize, key: &'static str, done: Done) {
        let field = self.plan.columns.field(at);
        let values: &[(&str, Value)] = match (key, field) {
            ("word-unknown", Some(field)) => &[("field", Value::word(field))],
            ("undecodable", _) => &[("encoding", Value::from(self.encoding))],
            _ => &[],
        };
        let spot = Spot {
            line: row.line(),
            column: self.plan.columns.header(at),
        };
        self.issues
            .add(self.path, spot, key, row.cell(at).trim(), done, values);
    }

    /// Ends the table: tells what was counted.
    pub fn finish(self) {
        self.alike.tell(&self.plan.columns, self.path, self.issues);
    }

    fn repaired(&mut self, row: &Row<'_>, at: usize, repair: Repair) {
        if repair == Repair::Isbn10 {
            // The same code in its older form: nothing was damaged.
        } else if repair.is_routine() {
            let same = Same::repair(at, repair);
            self.alike
                .count(same, row.line(), row.cell(at).trim(), Done::Repaired);
        } else {
            self.tell(row, at, repair.key(), Done::Repaired);
        }
    }

    /// The text of one column; empty for an empty cell.
    fn text_at<'r>(&mut self, row: &Row<'r>, at: usize) -> Cow<'r, str> {
        if row.raw(at).is_empty() {
            return Cow::Borrowed("");
        }
        // Most cells are such, and need no repair looked for.
        if let Some(text) = row.lent(at)
            && cell::is_clean_text(text)
        {
            return Cow::Borrowed(text);
        }
        let cell = row.cell(at);
        if !cell.is_ascii() && cell.contains('\u{fffd}') && row.undecodable(at) {
            self.tell(row, at, "undecodable", Done::Noted);
        }
        let (text, repair) = match cell {
            Cow::Borrowed(whole) => {
                let read = cell::text(whole);
                (Cow::Borrowed(read.value.unwrap_or_default()), read.repair)
            }
            Cow::Owned(whole) => {
                let read = cell::text(&whole);
                let (value, repair) = (read.value.unwrap_or_default(), read.repair);
                if value.len() == whole.len() {
                    (Cow::Owned(whole), repair)
                } else {
                    (Cow::Owned(value.to_owned()), repair)
                }
            }
        };
        if let Some(repair) = repair {
            self.repaired(row, at, repair);
        }
        text
    }

    /// The text of a field: of its first column that is not empty.
    pub fn text<'r>(&mut self, row: &Row<'r>, field: Field) -> Cow<'r, str> {
        let plan = self.plan;
        let Some(at) = plan.columns.get(field) else {
            return Cow::Borrowed("");
        };
        let text = self.text_at(row, at);
        if !text.is_empty() {
            return text;
        }
        for at in plan.columns.more(field) {
            let text = self.text_at(row, at);
            if !text.is_empty() {
                return text;
            }
        }
        Cow::Borrowed("")
    }

    /// The text of a field as bytes: nearly always those of the file, at no cost.
    pub fn bytes<'r>(&mut self, row: &Row<'r>, field: Field) -> Cow<'r, [u8]> {
        let raw = self.plan.columns.get(field).map(|at| row.raw(at));
        match raw.unwrap_or_default() {
            raw if raw.is_ascii() && cell::is_clean(raw) => Cow::Borrowed(raw),
            _ => match self.text(row, field) {
                Cow::Borrowed(text) => Cow::Borrowed(text.as_bytes()),
                Cow::Owned(text) => Cow::Owned(text.into_bytes()),
            },
        }
    }

    /// The text of a field, kept.
    pub fn keep(&mut self, row: &Row<'_>, field: Field, strings: &mut Strings) -> Text {
        let Some(at) = self.plan.columns.get(field) else {
            return Text::EMPTY;
        };
        match row.sound(at, &mut self.room) {
            Some(text) if cell::is_clean_text(text) => strings.add(text),
            _ => strings.add(&self.text(row, field)),
        }
    }

    /// True when the cell is this text, byte by byte. False says nothing: the cell may be the text
    /// in another encoding, or with blanks around it.
    #[must_use]
    pub fn is_plainly(&self, row: &Row<'_>, field: Field, text: &[u8]) -> bool {
        let raw = self.plain(row, field);
        raw.is_some_and(|raw| raw == text)
    }

    /// The bytes of a field's first column, where they are those of its text.
    fn plain<'r>(&self, row: &Row<'r>, field: Field) -> Option<&'r [u8]> {
        let raw = row.raw(self.plan.columns.get(field)?);
        (!raw.is_empty() && (self.utf8 || raw.is_ascii())).then_some(raw)
    }

    /// The name a field holds. One that was seen before is found by its bytes, without decoding or
    /// cleaning: three million orders name the SKUs of the listings.
    pub fn name(&mut self, row: &Row<'_>, field: Field, names: &mut Names) -> Option<Name> {
        if let Some(name) = self.plain(row, field).and_then(|raw| names.find_bytes(raw)) {
            return Some(name);
        }
        let at = self.plan.columns.get(field)?;
        match row.sound(at, &mut self.room) {
            Some(text) if cell::is_clean_text(text) => names.intern(text),
            _ => names.intern(&self.text(row, field)),
        }
    }

    /// A value of a field; a cell that holds something else is told as `key`.
    pub fn get<T: FromCell>(
        &mut self,
        row: &Row<'_>,
        field: Field,
        key: &'static str,
        done: Done,
    ) -> Got<T> {
        self.get_by(row, field, key, done, T::quick, T::read)
    }

    fn get_by<T>(
        &mut self,
        row: &Row<'_>,
        field: Field,
        key: &'static str,
        done: Done,
        quick: impl Fn(&[u8]) -> Option<T>,
        parse: impl Fn(&str) -> Cell<T>,
    ) -> Got<T> {
        let Some(at) = self.plan.columns.get(field) else {
            return Got::Empty;
        };
        match quick(row.raw(at)) {
            Some(value) => Got::Value(value),
            None => self.get_slowly(row, (field, at), key, done, parse),
        }
    }

    /// What is not to be had quickly, or stands in a further column of the field; on its own, so
    /// that the quick way is not burdened with it.
    #[inline(never)]
    fn get_slowly<T>(
        &mut self,
        row: &Row<'_>,
        (field, first): (Field, usize),
        key: &'static str,
        done: Done,
        parse: impl Fn(&str) -> Cell<T>,
    ) -> Got<T> {
        let plan = self.plan;
        for at in [first].into_iter().chain(plan.columns.more(field)) {
            if row.raw(at).is_empty() {
                continue;
            }
            let read = parse(&row.cell(at));
            if read.bad {
                // Why it could not be mended says more than what it is not.
                self.tell(row, at, read.repair.map_or(key, Repair::key), done);
                return Got::Bad;
            }
            if let Some(value) = read.value {
                if let Some(repair) = read.repair {
                    self.repaired(row, at, repair);
                }
                return Got::Value(value);
            }
        }
        Got::Empty
    }

    /// An ASIN.
    pub fn asin(&mut self, row: &Row<'_>) -> Option<Asin> {
        let bad = Done::CellIgnored;
        self.get(row, Field::Asin, "asin-bad", bad).value()
    }

    /// A count of units.
    pub fn units(&mut self, row: &Row<'_>, field: Field) -> Option<u32> {
        let bad = Done::CellIgnored;
        self.get(row, field, "units-bad", bad).value()
    }

    /// An amount in yen.
    pub fn yen(&mut self, row: &Row<'_>, field: Field) -> Option<Yen> {
        let bad = Done::CellIgnored;
        self.get(row, field, "yen-bad", bad).value()
    }

    /// A day.
    pub fn day(&mut self, row: &Row<'_>, field: Field, done: Done) -> Got<Day> {
        let plan = self.plan;
        let format = plan.date_format.as_deref();
        let quick = |raw: &[u8]| format.is_none().then(|| cell::quick_day(raw)).flatten();
        let parse = |text: &str| cell::day(text, format);
        self.get_by(row, field, "day-bad", done, quick, parse)
    }

    /// A JAN, or the text of a code that is none.
    pub fn jan(&mut self, row: &Row<'_>, strings: &mut Strings) -> (Option<Jan>, Text) {
        match self.get(row, Field::Jan, "jan-bad", Done::Noted) {
            Got::Value(jan) => (Some(jan), Text::EMPTY),
            Got::Empty => (None, Text::EMPTY),
            Got::Bad => (None, strings.add(&self.text(row, Field::Jan))),
        }
    }

    /// A word of a closed set; one that no one knows counts as none.
    pub fn word<T>(
        &mut self,
        row: &Row<'_>,
        field: Field,
        from: impl Fn(&str) -> Option<T>,
    ) -> Got<T> {
        self.word_or(row, field, Done::CellIgnored, from)
    }

    /// A word of a closed set; `done` says what is done about one that no one knows.
    pub fn word_or<T>(
        &mut self,
        row: &Row<'_>,
        field: Field,
        done: Done,
        from: impl Fn(&str) -> Option<T>,
    ) -> Got<T> {
        let Some(at) = self.plan.columns.get(field) else {
            return Got::Empty;
        };
        let said = match self.memo.get(field, row.raw(at)) {
            Some(said) => said,
            None => {
                let text = self.text(row, field);
                if text.is_empty() {
                    return Got::Empty;
                }
                let said = self.words.say(field, &text);
                if !row.raw(at).is_empty() {
                    self.memo.put(field, row.raw(at), said);
                }
                said
            }
        };
        match said {
            Said::Word(word) => from(word).map_or(Got::Empty, Got::Value),
            Said::Nothing => Got::Empty,
            Said::Unknown => {
                self.cell_issue(row, field, "word-unknown", done);
                Got::Bad
            }
        }
    }
}
