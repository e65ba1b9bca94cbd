//! Tests: workbooks, written here and read back.
#![allow(clippy::unwrap_used)]

use super::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

fn cells(table: &Table, line: u32) -> Vec<String> {
    let found = all(table, Quoting::Off)
        .into_iter()
        .find(|(l, ..)| *l == line);
    found.unwrap().1
}

#[test]
fn a_workbook_is_read_sheet_by_sheet() {
    let mut book = Workbook::new();
    let date = Format::new().set_num_format("yyyy\"年\"m\"月\"d\"日\"");
    let money = Format::new().set_num_format("\"¥\"#,##0");
    let sheet = book.add_worksheet().set_name("仕入").unwrap();
    for (column, header) in ["仕入日", "ASIN", "JAN", "単価", "メモ"].iter().enumerate() {
        sheet.write(2, column as u16, *header).unwrap();
    }
    let day = ExcelDateTime::from_ymd(2025, 1, 31).unwrap();
    sheet.write_with_format(3, 0, &day, &date).unwrap();
    sheet.write(3, 1, "B00TEST123").unwrap();
    sheet.write(3, 2, 4_901_234_567_894_f64).unwrap();
    sheet.write_with_format(3, 3, 1980.5, &money).unwrap();
    sheet.write(5, 4, "改行\nあり").unwrap();
    sheet.write(5, 1, true).unwrap();
    let time = day.and_hms(10, 20, 30).unwrap();
    sheet.write_with_format(6, 0, &time, &date).unwrap();
    sheet
        .write_with_format(6, 2, 4_901_234_567_894_f64, &date)
        .unwrap();
    book.add_worksheet().set_name("空").unwrap();
    let hidden = book
        .add_worksheet()
        .set_name("隠")
        .unwrap()
        .set_hidden(true);
    hidden.write(0, 0, "x").unwrap();
    let bytes = book.save_to_buffer().unwrap();

    let tables = Table::from_bytes(bytes.clone(), &Hints::default()).unwrap();
    assert_eq!(tables.len(), 1, "empty and hidden sheets are left out");
    let table = &tables[0];
    assert_eq!(
        (table.sheet(), table.encoding(), table.delimiter()),
        (Some("仕入"), "XLSX", None)
    );
    assert_eq!(table.head(1)[0].line, 3);
    assert_eq!(
        cells(table, 4),
        ["2025-01-31", "B00TEST123", "4901234567894", "1980.5"]
    );
    assert_eq!(cells(table, 6), ["", "TRUE", "", "", "改行\nあり"]);
    assert_eq!(
        cells(table, 7),
        ["2025-01-31T10:20:30", "", "4901234567894"]
    );
    let mut behind = Vec::new();
    table
        .rows(Quoting::On, 3, &mut |row| {
            behind.push(row.line());
            ControlFlow::Continue(())
        })
        .unwrap();
    assert_eq!(behind, [4, 6, 7]);
    a_sheet_is_found_by_its_name(&bytes);
}

fn a_sheet_is_found_by_its_name(bytes: &[u8]) {
    let named = Hints {
        sheet: Some("隠"),
        ..Hints::default()
    };
    assert_eq!(
        Table::from_bytes(bytes.to_vec(), &named).unwrap()[0].head(1)[0].cells,
        ["x"]
    );
    let missing = Hints {
        sheet: Some("無"),
        ..Hints::default()
    };
    assert!(matches!(
        Table::from_bytes(bytes.to_vec(), &missing),
        Err(OpenError::NoSheet(_))
    ));
}

#[test]
fn two_cells_at_the_far_ends_cost_no_memory() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "a").unwrap();
    sheet.write(1_048_575, 16_383, "z").unwrap();
    sheet.write(1_048_575, 1, "b").unwrap();
    let tables = Table::from_bytes(book.save_to_buffer().unwrap(), &Hints::default()).unwrap();
    let rows = all(&tables[0], Quoting::Off);
    let far = (
        1_048_576,
        vec![String::new(), "b".to_owned()],
        Some(Fault::TooManyCells),
    );
    assert_eq!(rows, [(1, vec!["a".to_owned()], None), far]);
}

#[test]
fn a_damaged_workbook_and_another_archive_are_told_apart() {
    let mut book = Workbook::new();
    book.add_worksheet().write(0, 0, "a").unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let cut = Table::from_bytes(bytes[..bytes.len() / 2].to_vec(), &Hints::default());
    assert!(matches!(cut, Err(OpenError::BadWorkbook(_))));
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let stored = zip::write::SimpleFileOptions::default();
    archive.start_file("report.txt", stored).unwrap();
    let bytes = archive.finish().unwrap().into_inner();
    let other = Table::from_bytes(bytes, &Hints::default());
    assert!(matches!(other, Err(OpenError::Archive)));
}

/// A workbook of one sheet, put together by hand.
fn book_of(inside: &str) -> Vec<u8> {
    let sheet = format!(
        r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{inside}</worksheet>"#
    );
    let texts = r#"<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><r><t>品</t></r><rPh sb="0" eb="1"><t>ヒン</t></rPh></si></sst>"#;
    let styles = r#"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#;
    let book = r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="s" sheetId="1" r:id="a"/></sheets></workbook>"#;
    let relation = |id: &str, kind: &str, target: &str| {
        format!(
            r#"<Relationship Id="{id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}"/>"#
        )
    };
    let relations = |inside: String| {
        format!(
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>"#
        )
    };
    let parts = [
        relation("a", "worksheet", "worksheets/sheet1.xml"),
        relation("b", "sharedStrings", "sharedStrings.xml"),
        relation("c", "styles", "styles.xml"),
    ];
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in [
        ("xl/worksheets/sheet1.xml", sheet),
        ("xl/sharedStrings.xml", texts.to_owned()),
        ("xl/styles.xml", styles.to_owned()),
        ("xl/workbook.xml", book.to_owned()),
        ("xl/_rels/workbook.xml.rels", relations(parts.concat())),
        (
            "_rels/.rels",
            relations(relation("w", "officeDocument", "xl/workbook.xml")),
        ),
    ] {
        archive
            .start_file(name, zip::write::SimpleFileOptions::default())
            .unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

#[test]
fn every_kind_of_cell_has_its_text_and_furigana_is_left_out() {
    let sheet = r#"<sheetData>
        <row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="inlineStr"><is><t>x</t></is></c><c r="C2" s="1"><v>45678.5</v></c>
        <c r="D2"><v>1980</v></c><c r="E2" t="b"><v>1</v></c><c r="F2" t="e"><v>#N/A</v></c><c r="G2" t="str"><f>A1</f><v>y</v></c>
        <c r="H2" t="d"><v>2025-01-01</v></c></row></sheetData>"#;
    let table = Table::from_bytes(book_of(sheet), &Hints::default())
        .unwrap()
        .remove(0);
    let expected = [
        "品",
        "x",
        "2025-01-21T12:00:00",
        "1980",
        "TRUE",
        "#N/A",
        "y",
        "2025-01-01",
    ];
    assert_eq!(cells(&table, 2), expected);
}

#[test]
fn a_panic_in_the_library_goes_no_further() {
    // The library subtracts the ends of a dimension: with overflow checks on, it panics.
    let sheet =
        r#"<dimension ref="B2:A1"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>"#;
    match Table::from_bytes(book_of(sheet), &Hints::default()) {
        Ok(tables) => assert_eq!(cells(&tables[0], 1), ["1"]),
        Err(error) => assert!(matches!(error, OpenError::BadWorkbook(_))),
    }
}
