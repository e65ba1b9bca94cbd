//! Tests: what is written comes back, and nothing panics, whatever the bytes.
#![allow(clippy::unwrap_used)]

use super::*;
use crate::read::rows::split::Splitter;
use proptest::prelude::*;
use std::sync::LazyLock;

/// Every character that CP932 can hold and gives back; the private area of user-made characters is
/// decoded but not encoded.
static CP932: LazyLock<Vec<char>> = LazyLock::new(|| {
    let two = (0x81..=0xfc_u8).flat_map(|a| (0x40..=0xfc).map(move |b| vec![a, b]));
    let one = (0x20..=0x7e).chain(0xa1..=0xdf).map(|a| vec![a]);
    let chars = one.chain(two).filter_map(|code| {
        let text =
            encoding_rs::SHIFT_JIS.decode_without_bom_handling_and_without_replacement(&code)?;
        let mut chars = text.chars();
        let first = chars.next().filter(|_| chars.next().is_none())?;
        (!encoding_rs::SHIFT_JIS.encode(&text).2).then_some(first)
    });
    let chars: Vec<char> = chars.collect();
    assert!(chars.len() > 7000);
    chars
});

/// Kana and kanji of CP932.
static LETTERS: LazyLock<Vec<char>> = LazyLock::new(|| {
    let letters = CP932.iter().copied();
    letters
        .filter(|c| matches!(c, 'ぁ'..='ん' | 'ァ'..='ヶ' | '一'..='龠'))
        .collect()
});

fn word() -> impl Strategy<Value = String> {
    prop::collection::vec(any::<prop::sample::Index>(), 3..12)
        .prop_map(|picks| picks.iter().map(|p| *p.get(&LETTERS)).collect())
}

fn cp932_text() -> impl Strategy<Value = String> {
    prop::collection::vec(any::<prop::sample::Index>(), 0..12)
        .prop_map(|picks| picks.iter().map(|p| *p.get(&CP932)).collect())
}

fn table_of<S: Strategy<Value = String>>(
    cell: impl Fn() -> S,
) -> impl Strategy<Value = Vec<Vec<String>>> {
    prop::collection::vec(prop::collection::vec(cell(), 1..5), 1..8)
}

/// The rows as the `csv` crate writes them.
fn written(rows: &[Vec<String>], crlf: bool, last: bool) -> String {
    let end = if crlf {
        csv::Terminator::CRLF
    } else {
        csv::Terminator::Any(b'\n')
    };
    let mut writer = csv::WriterBuilder::new()
        .flexible(true)
        .terminator(end)
        .from_writer(Vec::new());
    for row in rows {
        writer.write_record(row).unwrap();
    }
    let mut text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
    if !last {
        text.truncate(text.trim_end_matches(['\r', '\n']).len());
    }
    text
}

fn commas<'a>(encoding: Option<&'a str>) -> Hints<'a> {
    Hints {
        encoding,
        delimiter: Some(b','),
        sheet: None,
    }
}

fn cells(bytes: &[u8], encoding: Option<&str>) -> Vec<Vec<String>> {
    let rows = all(&open(bytes, &commas(encoding)), Quoting::On);
    rows.into_iter().map(|(_, cells, _)| cells).collect()
}

/// Reads through the splitter alone, in steps of so many bytes.
fn dribbled(
    bytes: &[u8],
    quoting: Quoting,
    step: usize,
) -> Vec<(u32, Vec<Vec<u8>>, Option<Fault>)> {
    struct Dribble<'b>(&'b [u8], usize);
    impl Read for Dribble<'_> {
        fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
            let length = self.1.min(out.len());
            self.0.read(&mut out[..length])
        }
    }
    let rules = Rules {
        delimiter: b',',
        quoting,
        terminator: b'\n',
    };
    let mut splitter = Splitter::new(Dribble(bytes, step), rules);
    let mut rows = Vec::new();
    while let Some(record) = splitter.next().unwrap() {
        let (text, spans) = splitter.cells();
        let cells = spans
            .iter()
            .map(|s| text[s.from as usize..s.to as usize].to_vec())
            .collect();
        rows.push((record.line, cells, record.fault));
    }
    rows
}

/// Text of nothing but what matters to a splitter.
fn knotty() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec!["a", "b", ",", ",", "\"", "\"", "\n", "\r\n", " "]);
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn text_comes_back_from_every_encoding(rows in table_of(cp932_text), crlf: bool) {
        let text = written(&rows, crlf, true);
        let (bytes, _, unmappable) = encoding_rs::SHIFT_JIS.encode(&text);
        prop_assert!(!unmappable);
        prop_assert_eq!(&cells(&bytes, Some("cp932")), &rows);
        prop_assert_eq!(&cells(text.as_bytes(), Some("utf-8")), &rows);
        prop_assert_eq!(&cells(&utf16(&text, true), Some("utf-16le")), &rows);
        let marked = [&b"\xfe\xff"[..], &utf16(&text, false)].concat();
        prop_assert_eq!(&cells(&marked, None), &rows);
    }

    #[test]
    fn right_utf8_is_always_told(rows in table_of(|| "[\\PC\u{3040}-\u{30ff}]{0,8}")) {
        let text = written(&rows, false, true);
        // The escape of ISO-2022-JP cannot be among printable characters; NUL neither.
        prop_assert_eq!(cells(text.as_bytes(), None), rows);
    }

    #[test]
    fn japanese_in_cp932_is_told(words in prop::collection::vec(word(), 3..30)) {
        let text = words.join(",") + "\n";
        let (bytes, _, unmappable) = encoding_rs::SHIFT_JIS.encode(&text);
        prop_assert!(!unmappable);
        let table = open(&bytes, &commas(None));
        prop_assert_eq!(table.encoding(), "CP932");
        prop_assert_eq!(&table.head(1)[0].cells, &words);
    }

    #[test]
    fn rows_come_back_with_their_lines(
        rows in table_of(|| "[ab\",;\t\n\r表ソ ]{0,6}"), crlf: bool, last: bool, step in 1_usize..40,
    ) {
        let mut text = written(&rows, crlf, true);
        if !last {
            text.truncate(text.len() - if crlf { 2 } else { 1 });
        }
        let mut line = 1;
        for (row, (found, cells, fault)) in rows.iter().zip(dribbled(text.as_bytes(), Quoting::On, step)) {
            let expected: Vec<&[u8]> = row.iter().map(String::as_bytes).collect();
            prop_assert_eq!(cells, expected);
            prop_assert_eq!((found, fault), (line, None));
            line += 1 + row.iter().map(|c| c.matches('\n').count() as u32).sum::<u32>();
        }
    }

    #[test]
    fn without_quoting_every_separator_counts(
        rows in table_of(|| "[ab\"\"; 表\r]{1,6}"), crlf: bool, last: bool, step in 1_usize..40,
    ) {
        let end = if crlf { "\r\n" } else { "\n" };
        let joined: Vec<String> = rows.iter().map(|r| r.join(",")).collect();
        // A CR before the line end belongs to the end.
        prop_assume!(joined.iter().all(|l| !l.ends_with('\r') && l != "\r" && l != "\u{1a}"));
        let text = joined.join(end) + if last { end } else { "" };
        let found = dribbled(text.as_bytes(), Quoting::Off, step);
        prop_assert_eq!(found.len(), rows.len());
        for (i, ((line, cells, fault), row)) in found.into_iter().zip(&rows).enumerate() {
            let expected: Vec<&[u8]> = row.iter().map(String::as_bytes).collect();
            prop_assert_eq!((line, cells, fault), (i as u32 + 1, expected.iter().map(|c| c.to_vec()).collect(), None));
        }
    }

    #[test]
    fn it_splits_as_the_csv_crate_does(text in knotty(), on: bool, step in 1_usize..40) {
        let quoting = if on { Quoting::On } else { Quoting::Off };
        let found = dribbled(text.as_bytes(), quoting, step);
        prop_assert_eq!(&found, &dribbled(text.as_bytes(), quoting, 1 << 20));
        if found.iter().all(|(_, _, fault)| fault.is_none()) {
            let mut reader = csv::ReaderBuilder::new()
                .has_headers(false).flexible(true).quoting(on).from_reader(text.as_bytes());
            let expected: Vec<Vec<Vec<u8>>> = reader
                .byte_records()
                .map(|r| r.unwrap().iter().map(<[u8]>::to_vec).collect())
                .collect();
            let found: Vec<_> = found.into_iter().map(|(_, cells, _)| cells).collect();
            prop_assert_eq!(found, expected);
        }
    }

    #[test]
    fn every_line_that_is_not_blank_is_in_some_row(text in knotty()) {
        let found = dribbled(text.as_bytes(), Quoting::On, 7);
        let mut next = 1;
        for (line, cells, fault) in &found {
            for (skipped, blank) in text.split('\n').enumerate().skip(next - 1).take(*line as usize - next) {
                prop_assert!(blank.trim_end_matches('\r').is_empty(), "line {} was lost", skipped + 1);
            }
            let inner: usize = cells.iter().map(|c| c.iter().filter(|b| **b == b'\n').count()).sum();
            prop_assert!(fault.is_none() || inner == 0);
            next = *line as usize + 1 + inner;
        }
        prop_assert!(text.split('\n').skip(next - 1).all(|l| l.trim_end_matches('\r').is_empty()));
    }

    #[test]
    fn nothing_panics(bytes in prop::collection::vec(any::<u8>(), 0..300), mark in 0..5, tab: bool) {
        let marks: [&[u8]; 5] = [b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\x1f\x8b\x08\0\0\0\0\0\0\x03", b"PK\x03\x04"];
        let bytes = [marks[mark as usize], &bytes].concat();
        let hints = Hints { delimiter: tab.then_some(b'\t'), ..Hints::default() };
        let mut room = Vec::new();
        for table in Table::from_bytes(bytes, &hints).unwrap_or_default() {
            for quoting in [Quoting::On, Quoting::Off] {
                let _ = table.rows(quoting, 0, &mut |row| {
                    for i in 0..=row.len() {
                        let lossy = row.cell(i).contains('\u{fffd}');
                        assert!(lossy || !row.undecodable(i));
                        if let Some(text) = row.sound(i, &mut room) {
                            assert_eq!(text, row.cell(i));
                            assert!(!row.undecodable(i));
                        }
                    }
                    ControlFlow::Continue(())
                });
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn it_splits_alike_wherever_the_buffer_ends(text in knotty(), before in 0_usize..80, on: bool) {
        // The buffer ends somewhere in the text, once when it is small and once when it is large.
        let row = "0123456789,0123456789\n";
        let knots = text.repeat(4);
        let text = [row.repeat(1487), "x".repeat(before), knots, row.repeat(11_900), text].concat();
        let quoting = if on { Quoting::On } else { Quoting::Off };
        let found = dribbled(text.as_bytes(), quoting, 1 << 20);
        prop_assert_eq!(found, dribbled(text.as_bytes(), quoting, 997));
    }
}
