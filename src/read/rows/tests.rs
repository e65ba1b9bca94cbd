//! Tests: real shapes of files, opened from memory.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod properties;
#[cfg(feature = "xlsx")]
mod workbooks;

use super::*;
use std::io::Write;

/// A row as a test sees it: line, cells, fault.
pub(super) type Plain = (u32, Vec<String>, Option<Fault>);

pub(super) fn open(bytes: &[u8], hints: &Hints<'_>) -> Table {
    let mut tables = Table::from_bytes(bytes.to_vec(), hints).unwrap();
    assert_eq!(tables.len(), 1);
    tables.remove(0)
}

pub(super) fn all(table: &Table, quoting: Quoting) -> Vec<Plain> {
    let mut rows = Vec::new();
    table
        .rows(quoting, 0, &mut |row| {
            let cells = (0..row.len()).map(|i| row.cell(i).into_owned()).collect();
            rows.push((row.line(), cells, row.fault()));
            ControlFlow::Continue(())
        })
        .unwrap();
    rows
}

fn lines(bytes: &[u8]) -> (String, Vec<(u32, Vec<String>)>) {
    let table = open(bytes, &Hints::default());
    let rows = all(&table, table.quoting());
    assert!(rows.iter().all(|(_, _, fault)| fault.is_none()));
    let rows = rows.into_iter().map(|(line, cells, _)| (line, cells));
    (table.encoding().to_owned(), rows.collect())
}

fn row(line: u32, cells: &[&str]) -> (u32, Vec<String>) {
    (line, cells.iter().map(|c| (*c).to_owned()).collect())
}

fn cp932(text: &str) -> Vec<u8> {
    let (bytes, _, unmappable) = encoding_rs::SHIFT_JIS.encode(text);
    assert!(!unmappable);
    bytes.into_owned()
}

fn utf16(text: &str, little: bool) -> Vec<u8> {
    text.encode_utf16()
        .flat_map(|unit| {
            if little {
                unit.to_le_bytes()
            } else {
                unit.to_be_bytes()
            }
        })
        .collect()
}

const TEXT: &str =
    "商品名\t出品者SKU\t価格\r\n①㈱髙﨑～－ 15\" ﾓﾆﾀｰ\ts-1\t1980\r\n表示ソ能\ts-2\t\r\n";

#[test]
fn the_same_text_comes_out_of_every_encoding() {
    let rows = vec![
        row(1, &["商品名", "出品者SKU", "価格"]),
        row(2, &["①㈱髙﨑～－ 15\" ﾓﾆﾀｰ", "s-1", "1980"]),
        row(3, &["表示ソ能", "s-2", ""]),
    ];
    let with = |mark: &[u8], body: Vec<u8>| [mark, &body].concat();
    let files = [
        ("UTF-8", TEXT.as_bytes().to_vec()),
        ("UTF-8", with(b"\xef\xbb\xbf", TEXT.into())),
        ("CP932", cp932(TEXT)),
        ("UTF-16LE", with(b"\xff\xfe", utf16(TEXT, true))),
        ("UTF-16BE", with(b"\xfe\xff", utf16(TEXT, false))),
        ("UTF-16LE", utf16(TEXT, true)),
        ("UTF-16BE", utf16(TEXT, false)),
    ];
    for (encoding, bytes) in files {
        assert_eq!(lines(&bytes), (encoding.to_owned(), rows.clone()));
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        packed.write_all(&bytes).unwrap();
        assert_eq!(
            lines(&packed.finish().unwrap()),
            (encoding.to_owned(), rows.clone())
        );
    }
    let mail = b"\x1b$B>&IJL>\x1b(B,SKU\n\x1b$B@5\x1b(B,1\n";
    let expected = vec![row(1, &["商品名", "SKU"]), row(2, &["正", "1"])];
    assert_eq!(lines(mail), ("ISO-2022-JP".to_owned(), expected));
}

#[test]
fn a_late_japanese_line_is_not_missed() {
    let mut bytes = b"sku,title\n".to_vec();
    bytes.extend(b"s,plain ascii\n".repeat(20_000));
    let ascii = bytes.clone();
    bytes.extend(cp932("s,能\n"));
    let table = open(&bytes, &Hints::default());
    assert_eq!(table.encoding(), "CP932");
    assert_eq!(all(&table, Quoting::On).pop().unwrap().1[1], "能");
    assert_eq!(open(&ascii, &Hints::default()).encoding(), "UTF-8");
}

#[test]
fn broken_bytes_are_told_cell_by_cell() {
    let mut bytes = "商品名,説明,価格\n水筒,保温".as_bytes().to_vec();
    bytes.extend(b"\xe3\x81,1\n");
    let table = open(&bytes, &Hints::default());
    assert_eq!(table.encoding(), "UTF-8");
    let mut seen = Vec::new();
    table
        .rows(Quoting::On, 1, &mut |row| {
            seen.extend((0..row.len()).map(|i| row.undecodable(i)));
            assert_eq!(row.cell(1), "保温\u{fffd}");
            ControlFlow::Continue(())
        })
        .unwrap();
    assert_eq!(seen, [false, true, false]);
    let cut = &"商品名,価格\n水筒".as_bytes()[..23 - 4];
    assert_eq!(open(cut, &Hints::default()).encoding(), "UTF-8");
    let replaced = open("題\u{fffd},1\n".as_bytes(), &Hints::default());
    replaced
        .rows(Quoting::On, 0, &mut |row| {
            assert!(!row.undecodable(0));
            ControlFlow::Continue(())
        })
        .unwrap();
}

#[test]
fn a_hint_is_followed_and_a_byte_order_mark_believed_before_it() {
    let hints = Hints {
        encoding: Some("cp932"),
        ..Hints::default()
    };
    assert_eq!(open("﻿名,a\n".as_bytes(), &hints).encoding(), "UTF-8");
    assert_eq!(
        open(b"\xc3\xa9,\xb1\n", &hints).head(1)[0].cells,
        ["ﾃｩ", "ｱ"]
    );
    let pipes = Hints {
        encoding: Some("Shift_JIS"),
        delimiter: Some(b'|'),
        sheet: None,
    };
    let rows = all(&open(&cp932("ポ|表|a\n"), &pipes), Quoting::On);
    assert_eq!(rows[0].1, ["ポ", "表", "a"], "a trail byte may be a pipe");
    let bad = |hints: Hints<'_>| Table::from_bytes(b"a".to_vec(), &hints).unwrap_err();
    let unknown = Hints {
        encoding: Some("klingon"),
        ..Hints::default()
    };
    assert!(matches!(bad(unknown), OpenError::UnknownEncoding(_)));
    let quote = Hints {
        delimiter: Some(b'"'),
        ..Hints::default()
    };
    assert!(matches!(bad(quote), OpenError::BadDelimiter(b'"')));
}

#[test]
fn what_is_no_table_is_refused() {
    let refused = |bytes: &[u8]| Table::from_bytes(bytes.to_vec(), &Hints::default()).unwrap_err();
    assert!(matches!(refused(b"%PDF-1.7 ..."), OpenError::Binary));
    assert!(matches!(
        refused(&[0, 1, 0, 0, 9, 0, 0, 200]),
        OpenError::Binary
    ));
    assert!(matches!(
        refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        OpenError::OtherWorkbook
    ));
    assert!(matches!(
        refused(b"\x1f\x8bnot gzip at all"),
        OpenError::Io(_)
    ));
    assert!(Table::open(Path::new("/nowhere/at/all"), &Hints::default()).is_err());
    assert!(Table::open(Path::new("/"), &Hints::default()).is_err());
    let empty = open(b"", &Hints::default());
    assert!(empty.head(5).is_empty() && all(&empty, Quoting::On).is_empty());
}

#[test]
fn lines_are_physical_whatever_ends_them() {
    let text = "\r\n\r\na,b\r\n\r\n\"x\r\ny\",1\r\n\n\"p\n\nq\",2\n3,4";
    let (_, rows) = lines(text.as_bytes());
    let expected = [
        row(3, &["a", "b"]),
        row(5, &["x\r\ny", "1"]),
        row(8, &["p\n\nq", "2"]),
        row(11, &["3", "4"]),
    ];
    assert_eq!(rows, expected);
    let (_, rows) = lines(b"a,b\r1,2\r\r3,4\r");
    assert_eq!(
        rows,
        [
            row(1, &["a", "b"]),
            row(2, &["1", "2"]),
            row(4, &["3", "4"])
        ]
    );
    let (_, rows) = lines(b"a\tb\r\n1\t2\r3\r\n\x1a");
    assert_eq!(rows, [row(1, &["a", "b"]), row(2, &["1", "2\r3"])]);
}

#[test]
fn rows_begin_behind_the_header_and_end_when_told() {
    let table = open(
        "注記\n\n\"a\nb\",c\n1,2\n3,4\n5,6\n".as_bytes(),
        &Hints::default(),
    );
    assert_eq!(
        table.head(9).iter().map(|h| h.line).collect::<Vec<_>>(),
        [1, 3, 5, 6, 7]
    );
    let mut seen = Vec::new();
    table
        .rows(Quoting::On, 3, &mut |row| {
            seen.push((row.line(), row.raw(0).to_vec(), row.offset()));
            if row.line() == 6 {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        })
        .unwrap();
    assert_eq!(seen, [(5, b"1".to_vec(), 16), (6, b"3".to_vec(), 20)]);
}

#[test]
fn a_quote_that_is_not_closed_costs_one_line() {
    let text = "a,b\n\"open,1\n2,3\n\"x\",4\n5,\"6\n7\"\n";
    let rows = all(&open(text.as_bytes(), &Hints::default()), Quoting::On);
    let plain = |(line, cells, fault): &Plain| (*line, cells.join("|"), *fault);
    let rows: Vec<_> = rows.iter().map(plain).collect();
    let unclosed = Some(Fault::UnclosedQuote);
    let expected = [
        (1, "a|b".to_owned(), None),
        (2, "\"open|1".to_owned(), unclosed),
        (3, "2|3".to_owned(), None),
        (4, "x|4".to_owned(), None),
        (5, "5|6\n7".to_owned(), None),
    ];
    assert_eq!(rows, expected);
    let mut long = b"a,b\n\"open,1\n".to_vec();
    long.extend(b"2,3\n".repeat(1_000_000));
    let rows = all(&open(&long, &Hints::default()), Quoting::On);
    assert_eq!(rows.len(), 1_000_002);
    assert_eq!(rows[1].2, unclosed);
    assert!(
        rows[2..]
            .iter()
            .all(|(_, cells, fault)| cells.len() == 2 && fault.is_none())
    );
    assert_eq!(rows.last().unwrap().0, 1_000_002);
}

#[test]
fn run_on_quotes_take_linear_time() {
    // Every line opens a quote that the next line closes and opens again.
    let text = b"\",x\",\"y\n".repeat(400_000);
    let rows = all(&open(&text, &Hints::default()), Quoting::On);
    assert!(rows.len() > 1000);
}

#[test]
fn a_row_out_of_all_measure_is_cut_and_the_next_is_read() {
    for quoting in [Quoting::On, Quoting::Off] {
        let mut bytes = b"a,b\n".to_vec();
        bytes.extend(vec![b'x'; MAX_RECORD * 3]);
        bytes.extend(b"\n");
        bytes.extend(vec![b','; MAX_CELLS * 2]);
        bytes.extend(b"\n1,2\n");
        let rows = all(&open(&bytes, &Hints::default()), quoting);
        let shape: Vec<_> = rows
            .iter()
            .map(|(line, cells, fault)| (*line, cells.len(), *fault))
            .collect();
        let expected = [
            (1, 2, None),
            (2, 1, Some(Fault::TooLong)),
            (3, MAX_CELLS, Some(Fault::TooManyCells)),
            (4, 2, None),
        ];
        assert_eq!(shape, expected);
        assert_eq!(rows[1].1[0].len(), MAX_RECORD);
    }
}
