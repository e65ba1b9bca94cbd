//! Fuzz target: any bytes as a file, under any hints.
#![no_main]

use kenpin::read::rows::{Hints, MAX_CELLS, MAX_RECORD, Quoting, Table};
use libfuzzer_sys::fuzz_target;
use std::io::Write;
use std::ops::ControlFlow;

const ENCODINGS: &[Option<&str>] = &[
    None,
    None,
    None,
    Some("utf-8"),
    Some("cp932"),
    Some("utf-16le"),
    Some("utf-16be"),
    Some("iso-2022-jp"),
    Some("euc-jp"),
    Some("gb18030"),
];
const DELIMITERS: &[Option<u8>] = &[None, None, Some(b'\t'), Some(b','), Some(b';'), Some(b'|')];

type Seen = Vec<(u32, u64, Vec<String>)>;

fn read(table: &Table, quoting: Quoting, after: u32) -> Seen {
    let mut seen = Seen::new();
    let mut last = after;
    let _ = table.rows(quoting, after, &mut |row| {
        assert!(row.line() > last, "line {} behind {last}", row.line());
        last = row.line();
        assert!((1..=MAX_CELLS).contains(&row.len()));
        let cells: Vec<String> = (0..row.len()).map(|i| row.cell(i).into_owned()).collect();
        for (i, cell) in cells.iter().enumerate() {
            assert!(row.raw(i).len() <= MAX_RECORD);
            assert!(!row.undecodable(i) || cell.contains('\u{fffd}'));
        }
        assert!(row.cell(row.len()).is_empty());
        seen.push((row.line(), row.offset(), cells));
        ControlFlow::Continue(())
    });
    seen
}

fuzz_target!(|data: &[u8]| {
    let [how, data @ ..] = data else { return };
    let how = usize::from(*how);
    let hints = Hints {
        encoding: ENCODINGS[how % ENCODINGS.len()],
        delimiter: DELIMITERS[how / ENCODINGS.len() % DELIMITERS.len()],
        sheet: None,
    };
    let mut bytes = data.to_vec();
    if how > 200 {
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        if packed.write_all(data).is_ok() {
            bytes = packed.finish().unwrap_or_default();
        }
    }
    for table in Table::from_bytes(bytes, &hints).unwrap_or_default() {
        let rows = read(&table, table.quoting(), 0);
        for (head, row) in table.head(usize::MAX).iter().zip(&rows) {
            assert_eq!((head.line, &head.cells), (row.0, &row.2));
        }
        assert_eq!(rows, read(&table, table.quoting(), 0));
        let behind = rows
            .iter()
            .filter(|row| row.0 > 2)
            .cloned()
            .collect::<Seen>();
        assert_eq!(behind, read(&table, table.quoting(), 2));
        let _ = (read(&table, Quoting::On, 0), read(&table, Quoting::Off, 0));
    }
});
