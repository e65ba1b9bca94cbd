//! A text table with some rows left out and some cells changed, every other byte as it stood.

use super::source::{Magic, fill};
use super::{Form, OpenError, Quoting, Row, Table, decoded};
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};
use std::io::Read;
use std::ops::{ControlFlow, Range};

/// Bytes of a table that is edited: it is held in memory as a whole.
const LARGEST: u64 = 64 << 20;

/// What becomes of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// It stays.
    Keep,
    /// It goes, with its line end.
    Drop,
    /// These cells get these ASCII texts, without quotes and separators.
    Cells(Vec<(usize, String)>),
}

/// Why a table cannot be edited.
#[derive(Debug, thiserror::Error)]
pub enum EditError {
    /// It cannot be read.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// It is a sheet of a workbook, not text.
    #[error("a workbook")]
    Workbook,
    /// It is packed.
    #[error("packed")]
    Packed,
    /// Its text cannot be written back as it stood.
    #[error("not all of it is text in its encoding")]
    Undecodable,
}

impl Table {
    /// The whole file, edited: rows behind line `after` as `edit` says, blank ones as they are.
    ///
    /// # Errors
    /// [`EditError`].
    pub fn edited(
        &self,
        quoting: Quoting,
        after: u32,
        edit: &mut dyn FnMut(&Row<'_>) -> Edit,
    ) -> Result<Vec<u8>, EditError> {
        let Form::Text { told, rules } = &self.form else {
            return Err(EditError::Workbook);
        };
        if self.source.magic()? == Magic::Gzip {
            return Err(EditError::Packed);
        }
        if self.size > LARGEST {
            return Err(OpenError::TooLarge.into());
        }
        let whole = read(&mut self.source.stored()?)?;
        let text = read(&mut decoded(&self.source, *told, rules.delimiter)?)?;
        let transcoded = !told.splits_raw(rules.delimiter);
        let (mark, body) = whole.split_at(told.mark.min(whole.len()));
        if transcoded && encoded(&text, told.encoding).as_deref() != Some(body) {
            return Err(EditError::Undecodable);
        }
        let text = self.changed(&text, quoting, after, edit)?;
        let mut file = mark.to_vec();
        if transcoded {
            file.extend(encoded(&text, told.encoding).ok_or(EditError::Undecodable)?);
        } else {
            file.extend(text);
        }
        Ok(file)
    }

    fn changed(
        &self,
        text: &[u8],
        quoting: Quoting,
        after: u32,
        edit: &mut dyn FnMut(&Row<'_>) -> Edit,
    ) -> Result<Vec<u8>, OpenError> {
        // A row ends where the next begins, which is only known then.
        let mut dropped: Vec<Range<usize>> = Vec::new();
        let mut cells: Vec<(Range<usize>, String)> = Vec::new();
        let mut open: Option<usize> = None;
        self.rows(quoting, after, &mut |row| {
            let start = usize::try_from(row.offset()).unwrap_or(usize::MAX);
            dropped.extend(open.take().map(|from| from..start));
            match edit(row) {
                _ if row.is_blank() => {}
                Edit::Keep => {}
                Edit::Drop => open = Some(start),
                Edit::Cells(new) => cells.extend(
                    new.into_iter()
                        .filter_map(|(at, new)| Some((place(text, row, start, at)?, new))),
                ),
            }
            ControlFlow::Continue(())
        })?;
        dropped.extend(open.map(|from| from..text.len()));
        let mut changes = cells;
        changes.extend(dropped.into_iter().map(|range| (range, String::new())));
        changes.sort_by_key(|(range, _)| range.start);
        let (mut out, mut done) = (Vec::with_capacity(text.len()), 0);
        for (range, new) in changes {
            out.extend_from_slice(text.get(done..range.start).unwrap_or_default());
            out.extend_from_slice(new.as_bytes());
            done = range.end;
        }
        out.extend_from_slice(text.get(done..).unwrap_or_default());
        Ok(out)
    }
}

/// Where a cell stands in the text, without its quotes.
fn place(text: &[u8], row: &Row<'_>, start: usize, at: usize) -> Option<Range<usize>> {
    let span = row.spans.get(at)?;
    let place = |place: u32| (start + place as usize).checked_sub(row.record.from);
    let (from, to) = (place(span.from)?, place(span.to)?);
    if text.get(from..to)? == row.raw(at) {
        return Some(from..to);
    }
    // Doubled quotes were taken out of the cell: it ends at the first one that stands alone.
    let mut end = from;
    loop {
        match (text.get(end)?, text.get(end + 1)) {
            (b'"', Some(b'"')) => end += 2,
            (b'"', _) => return Some(from..end),
            _ => end += 1,
        }
    }
}

fn read(input: &mut dyn Read) -> Result<Vec<u8>, OpenError> {
    let mut bytes = vec![0; LARGEST as usize / 64];
    let mut length = 0;
    loop {
        length += fill(input, &mut bytes[length..])?;
        if length < bytes.len() {
            bytes.truncate(length);
            return Ok(bytes);
        }
        // Text of another encoding may grow to half as much again as UTF-8.
        if length as u64 > LARGEST * 2 {
            return Err(OpenError::TooLarge);
        }
        bytes.resize(length * 2, 0);
    }
}

/// UTF-8 in another encoding; `None` where that has no such character.
fn encoded(text: &[u8], encoding: &'static Encoding) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(text).ok()?;
    if encoding == UTF_16LE {
        return Some(text.encode_utf16().flat_map(u16::to_le_bytes).collect());
    }
    if encoding == UTF_16BE {
        return Some(text.encode_utf16().flat_map(u16::to_be_bytes).collect());
    }
    let (bytes, _, lost) = encoding.encode(text);
    (!lost).then(|| bytes.into_owned())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::Hints;
    use super::*;

    fn edited(bytes: &[u8], edit: &mut dyn FnMut(&Row<'_>) -> Edit) -> Vec<u8> {
        let tables = Table::from_bytes(bytes.to_vec(), &Hints::default()).unwrap();
        tables[0].edited(tables[0].quoting(), 1, edit).unwrap()
    }

    fn second_goes(row: &Row<'_>) -> Edit {
        match row.cell(0).as_ref() {
            "B" => Edit::Drop,
            "C" => Edit::Cells(vec![(1, "7".to_owned())]),
            _ => Edit::Keep,
        }
    }

    #[test]
    fn every_other_byte_stays() {
        let text =
            "SKU,数量,備考\r\nA,1,\"x\r\ny\"\r\nB,2,\"a \"\"b\"\"\"\r\n,,\r\nC,\"=\"\"30\"\"\",z";
        let wanted = "SKU,数量,備考\r\nA,1,\"x\r\ny\"\r\n,,\r\nC,\"7\",z";
        for (bytes, expected) in [
            (text.as_bytes().to_vec(), wanted.as_bytes().to_vec()),
            (
                encoding_rs::SHIFT_JIS.encode(text).0.into_owned(),
                encoding_rs::SHIFT_JIS.encode(wanted).0.into_owned(),
            ),
            (utf16(text), utf16(wanted)),
        ] {
            assert_eq!(edited(&bytes, &mut second_goes), expected);
        }
    }

    fn utf16(text: &str) -> Vec<u8> {
        let mut bytes = vec![0xff, 0xfe];
        bytes.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
        bytes
    }

    #[test]
    fn nothing_changed_is_the_file() {
        let bytes = b"\xef\xbb\xbfSKU,Quantity\nA,1\n\n\nB,2\n\n";
        assert_eq!(edited(bytes, &mut |_| Edit::Keep), bytes);
    }

    #[test]
    fn what_is_no_plain_text_is_refused() {
        use std::io::Write as _;
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        packed.write_all(b"SKU,Quantity\nA,1\n").unwrap();
        let tables = Table::from_bytes(packed.finish().unwrap(), &Hints::default()).unwrap();
        let refused = tables[0].edited(Quoting::On, 1, &mut |_| Edit::Keep);
        assert!(matches!(refused, Err(EditError::Packed)));
        let mut broken = utf16("SKU,Quantity\nA,1\n");
        broken.extend([0x00, 0xd8]);
        let tables = Table::from_bytes(broken, &Hints::default()).unwrap();
        let refused = tables[0].edited(Quoting::On, 1, &mut |_| Edit::Keep);
        assert!(matches!(refused, Err(EditError::Undecodable)));
    }
}
