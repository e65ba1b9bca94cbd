//! Fuzz target: any bytes as the parts of a workbook.
#![no_main]

use kenpin::read::rows::{Hints, MAX_CELLS, Quoting, Table};
use libfuzzer_sys::fuzz_target;
use std::io::{Cursor, Write};
use std::ops::ControlFlow;

const RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>
<Relationship Id="b" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/>
<Relationship Id="c" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>
</Relationships>"#;
const ROOT: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="w" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const WORKBOOK: &str = r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="s" sheetId="1" r:id="a"/></sheets></workbook>"#;

/// An archive whose sheet, texts and styles (and, if given, workbook) are the parts.
fn archive(parts: &[&[u8]]) -> Option<Vec<u8>> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored =
        zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let names = [
        "xl/worksheets/sheet1.xml",
        "xl/sharedStrings.xml",
        "xl/styles.xml",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "_rels/.rels",
    ];
    let [book, relations, root] = [WORKBOOK, RELATIONS, ROOT].map(str::as_bytes);
    let fixed: [&[u8]; 6] = [b"", b"", b"", book, relations, root];
    for (i, name) in names.into_iter().enumerate() {
        zip.start_file(name, stored).ok()?;
        zip.write_all(parts.get(i).unwrap_or(&fixed[i])).ok()?;
    }
    Some(zip.finish().ok()?.into_inner())
}

/// The reader catches panics of the library below it, so only other ones may end the run.
fn forgive_the_library() {
    static ONCE: std::sync::Once = std::sync::Once::new();
    ONCE.call_once(|| {
        let abort = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            let file = info.location().map_or("", |l| l.file());
            if !["calamine-", "quick-xml-", "zip-"]
                .iter()
                .any(|name| file.contains(name))
            {
                abort(info);
            }
        }));
    });
}

fuzz_target!(|data: &[u8]| {
    forgive_the_library();
    let parts: Vec<&[u8]> = data.split(|b| *b == 0).collect();
    let Some(bytes) = archive(&parts) else { return };
    for table in Table::from_bytes(bytes, &Hints::default()).unwrap_or_default() {
        let _ = table.rows(Quoting::Off, 0, &mut |row| {
            assert!((1..=MAX_CELLS).contains(&row.len()));
            for i in 0..row.len() {
                assert!(!row.undecodable(i));
            }
            ControlFlow::Continue(())
        });
    }
});
