//! Suppliers, the catalogue, pledges, and proof documents on disk and in an index.

use super::*;
use kenpin::model::{Document, DocumentKind, FileState, FileType, Input, Route, SupplierClass};

const PDF: &[u8] = b"%PDF-1.4\n1 0 obj\n";
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";

fn read(kind: FileType, named: FileType) -> FileState {
    FileState::Read { kind, named }
}

/// Documents as `file state lines`, sorted by file.
fn documents(tables: &Tables) -> Vec<(String, FileState, u32)> {
    let say = |d: &Document| (text(tables, d.file).to_owned(), d.state, d.lines);
    let mut all: Vec<_> = tables.documents.iter().map(say).collect();
    all.sort_by(|a, b| a.0.cmp(&b.0));
    all
}

#[test]
fn the_supplier_master_is_read() {
    let tables = one(
        "仕入先.csv",
        cp932(
            "仕入先,仕入先区分,電話番号,住所,メール,サイト,登録番号,流通経路,販売許可ブランド,販売許可期限\r\n\
            株式会社翠,正規代理店,03-1,東京,a@example.jp,https://example.jp,T1234567890123,国内正規,アルファ;ベータ,2027/3/31\r\n,卸,,,,,,,,\r\n",
        ),
    );
    let s = tables.suppliers[0];
    assert_eq!(tables.supplier_names.get(s.name), "株式会社翠");
    assert_eq!(s.class, Some(SupplierClass::Authorised));
    assert_eq!(text(&tables, s.contact.mail), "a@example.jp");
    assert_eq!(text(&tables, s.registration), "T1234567890123");
    assert_eq!(s.route, Some(Route::Domestic));
    assert_eq!(text(&tables, s.loa_brands), "アルファ;ベータ");
    assert_eq!(
        s.loa_expiry.map(|d| d.to_string()),
        Some("2027-03-31".into())
    );
    assert_eq!(told(&tables), ["supplier-missing 3 - [] row-ignored"]);
}

#[test]
fn the_catalogue_tells_the_route_of_a_page() {
    let tables = one(
        "catalog.csv",
        "asin,brand,manufacturer,jan,distribution_designation\n\
         B00TEST001,アルファ,アルファ社,4901234567894,jp_parallel_import\nB00TEST002,,,,something_else\nB00TEST003,,,,\n,x,,,\n",
    );
    let routes: Vec<_> = tables.catalog.iter().map(|c| c.distribution).collect();
    assert_eq!(routes, [Some(Route::Parallel), Some(Route::Domestic), None]);
    assert_eq!(text(&tables, tables.catalog[0].brand), "アルファ");
    assert_eq!(told(&tables), ["asin-missing 5 - [] row-ignored"]);
}

#[test]
fn pledges_come_from_a_file_and_from_the_config() {
    let mut options = Options::new(shapes());
    options.pledged = Some(vec!["B00TEST009".into(), "abc".into()]);
    let folder = Folder::new(&[(
        "誓約.csv",
        "ASIN,誓約日,備考\nB00TEST001,2026-01-01,電話\n".into(),
    )]);
    let tables = folder.read_with(&options).expect("readable");
    let asins: Vec<_> = tables.pledges.iter().map(|p| p.asin.to_string()).collect();
    assert_eq!(asins, ["B00TEST001", "B00TEST009"]);
    assert!(tables.has(Input::Pledges));
    assert_eq!(told(&tables), ["asin-bad 0 - [abc] row-ignored"]);
    let none = Options {
        pledged: Some(Vec::new()),
        ..Options::new(shapes())
    };
    assert!(
        Folder::new(&[])
            .read_with(&none)
            .expect("readable")
            .has(Input::Pledges)
    );
}

#[test]
fn an_index_without_a_folder_leaves_the_files_unseen() {
    let tables = one(
        "証憑.csv",
        "書類ファイル,書類種類,発行日,宛名,請求書番号,仕入先,ASIN,数量\na.pdf,請求書,2026-01-01,店,INV-1,翠,B00TEST001,3\na.pdf,請求書,2026-01-01,店,INV-1,翠,B00TEST002,4\n,領収書,2026-01-02,店,R-1,翠,,\n",
    );
    assert_eq!(
        documents(&tables),
        [
            (String::new(), FileState::Unnamed, 0),
            ("a.pdf".into(), FileState::Unseen, 2)
        ]
    );
    let a = tables.documents[0];
    assert_eq!(a.kind, Some(DocumentKind::Invoice));
    assert_eq!(a.issued.map(|d| d.to_string()), Some("2026-01-01".into()));
    let lines = &tables.document_lines[a.first_line as usize..][..a.lines as usize];
    assert_eq!(
        lines.iter().map(|l| l.units).collect::<Vec<_>>(),
        [Some(3), Some(4)]
    );
    assert!(tables.has(Input::Documents));
}

#[test]
fn files_are_matched_by_name_in_any_form() {
    // macOS writes names decomposed: か + dakuten.
    let folder = Folder::new(&[
        ("index.csv", "書類ファイル,発行日,ASIN\n書類\\ガイド請求書.PDF,2026-01-01,B00TEST001\n無い.pdf,2026-01-02,B00TEST001\n".into()),
        ("docs/カ\u{3099}イト\u{3099}請求書.pdf", PDF.to_vec()),
        ("docs/絵.pdf", PNG.to_vec()),
        ("docs/空.pdf", Vec::new()),
    ]);
    let tables = folder.read();
    assert_eq!(
        documents(&tables),
        [
            (
                "カ\u{3099}イト\u{3099}請求書.pdf".into(),
                read(FileType::Pdf, FileType::Pdf),
                1
            ),
            ("無い.pdf".into(), FileState::Missing, 1),
            ("空.pdf".into(), FileState::Empty, 0),
            ("絵.pdf".into(), read(FileType::Png, FileType::Pdf), 0),
        ]
    );
    let shapes: Vec<_> = tables
        .files
        .iter()
        .map(|f| f.shape.as_deref().unwrap_or_default())
        .collect();
    assert_eq!(shapes, ["documents", "documents-folder"]);
    let loose = tables
        .documents
        .iter()
        .find(|d| d.lines == 0)
        .expect("a loose file");
    assert_eq!(place(&tables, loose.origin), ("docs".into(), 0));
}

#[test]
fn an_invoice_number_in_a_file_name_is_a_match() {
    let folder = Folder::new(&[
        (
            "index.csv",
            "書類ファイル,発行日,請求書番号,ASIN\n,2026-01-01,INV-0001,B00TEST001\n".into(),
        ),
        (
            "仕入.csv",
            "仕入日,SKU,数量,請求書番号\n2026-01-01,S,1,inv-0002\n2026-01-01,S,1,INV-00\n".into(),
        ),
        ("docs/請求書INV-0001翠.pdf", PDF.to_vec()),
        ("docs/2026_INV-0002.pdf", PDF.to_vec()),
        ("docs/INV-0003.pdf", PDF.to_vec()),
    ]);
    let tables = folder.read();
    let invoice = |name: &str| {
        let all = &tables.documents;
        let d = all
            .iter()
            .find(|d| text(&tables, d.file) == name)
            .expect("a document");
        (text(&tables, d.invoice).to_owned(), d.lines)
    };
    assert_eq!(tables.documents.len(), 3);
    assert_eq!(invoice("請求書INV-0001翠.pdf"), ("INV-0001".into(), 1));
    assert_eq!(invoice("2026_INV-0002.pdf"), ("inv-0002".into(), 0));
    assert_eq!(invoice("INV-0003.pdf"), (String::new(), 0));
}

#[test]
fn files_that_purchases_name_are_looked_for() {
    let ledger = "仕入日,SKU,数量,書類ファイル,書類種類\n2026-01-01,S,1,C:\\書類\\ａ.PDF,請求書\n2026-01-01,T,1,無い.pdf,領収書\n2026-01-01,U,1,無い.pdf,領収書\n";
    let without = one("仕入.csv", ledger);
    assert!(without.documents.is_empty());
    let folder = Folder::new(&[("仕入.csv", ledger.into()), ("docs/a.pdf", PDF.to_vec())]);
    let tables = folder.read();
    assert_eq!(
        documents(&tables),
        [
            ("a.pdf".into(), read(FileType::Pdf, FileType::Pdf), 0),
            ("無い.pdf".into(), FileState::Missing, 0)
        ]
    );
    // The purchase names the file as the document has it.
    assert_eq!(text(&tables, tables.purchases[0].file), "a.pdf");
}

#[test]
fn an_empty_folder_of_documents_is_given_all_the_same() {
    let folder = Folder::new(&[(
        "仕入/仕入.csv",
        "仕入日,SKU,数量,書類ファイル\n2026-01-01,S,1,a.pdf\n".into(),
    )]);
    std::fs::create_dir(folder.path("docs")).expect("a folder");
    let mut options = Options::new(shapes());
    options.documents.push(folder.path("docs"));
    let tables = folder.read_with(&options).expect("readable");
    assert_eq!(
        documents(&tables),
        [("a.pdf".into(), FileState::Missing, 0)]
    );
    folder.put("docs/メモ.docx", b"PK\x03\x04");
    let tables = folder.read_with(&options).expect("readable");
    assert_eq!(documents(&tables).len(), 2);
}

#[test]
fn of_two_files_of_one_name_the_folder_decides() {
    let folder = Folder::new(&[
        ("index.csv", "書類ファイル,発行日,ASIN\n2026/請求書.pdf,2026-01-01,B00TEST001\n請求書.pdf,2025-01-01,B00TEST002\n".into()),
        ("2025/請求書.pdf", PDF.to_vec()),
        ("2026/請求書.pdf", PNG.to_vec()),
    ]);
    let tables = folder.read();
    let states: Vec<_> = tables
        .documents
        .iter()
        .map(|d| (d.lines, d.state))
        .collect();
    assert_eq!(
        states,
        [
            (1, read(FileType::Png, FileType::Pdf)),
            (1, read(FileType::Pdf, FileType::Pdf))
        ]
    );
    let keys: Vec<_> = tables.issues.iter().map(|i| i.key.as_str()).collect();
    assert_eq!(keys, ["document-twice"]);
}
