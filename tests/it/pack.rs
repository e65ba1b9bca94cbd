//! `kenpin notice pack`: which papers go in, untouched, which stay out and why, and what is missing.

use crate::papers::pdf;
use crate::scan_run::{Desk, Ran, TODAY};
use kenpin::model::{Demand, DemandPaper, PaperUse};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};

const STOCK: &str = "sku\tfnsku\tasin\tproduct-name\tcondition\tyour-price\tmfn-listing-exists\tmfn-fulfillable-quantity\tafn-listing-exists\tafn-warehouse-quantity\tafn-fulfillable-quantity\n";
const ORDERS: &str =
    "amazon-order-id\tpurchase-date\torder-status\tsku\tasin\tquantity\titem-status\n";
pub const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
const NOTICE: &str = r#"{"event": "notice", "id": "N-001", "kind": "KIND", "received": "2026-11-18", "deadline": "2026-12-05", "deadline_rule": "17", "asins": ["B0CASE0001"], "documents": [DOCS]}"#;

/// An account in which ten units were bought in March and eight in October; twelve are in stock.
pub fn account(kind: &str, documents: &str) -> Desk {
    let desk = Desk::new();
    desk.write(
        "input/config.toml",
        "documents = [\"docs\"]\n[account]\nstore_name = \"みほん商店\"\n",
    );
    let notice = NOTICE.replace("KIND", kind).replace("DOCS", documents);
    desk.write("input/notices.jsonl", notice + "\n");
    let row = "S-1\tX1\tB0CASE0001\t木の\u{1b}[31m皿 |x|\tNew\t1000\tNo\t0\tYes\t12\t12\n\
               S-2\tX2\tB0CASE0002\t木の椀\tNew\t1000\tNo\t0\tYes\t3\t3\n";
    desk.write("input/fba.txt", [STOCK, row].concat());
    desk.write(
        "input/orders.txt",
        format!("{ORDERS}503-0000001-0000001\t2026-05-10T10:00:00+09:00\tShipped\tS-1\tB0CASE0001\t6\tShipped\n"),
    );
    desk.write(
        "input/suppliers.csv",
        "supplier,class,phone,address,mail,site\n見本卸,wholesale,03-0000-0000,東京都台東区1-1,a@mihon.example,https://mihon.example/\n",
    );
    desk.write(
        "input/purchases.csv",
        "purchase_date,supplier,sku,asin,title,units,document_file\n\
         2026-03-01,見本卸,S-1,B0CASE0001,木の皿,10,請求書 三月.png\n\
         2026-10-01,見本卸,S-1,B0CASE0001,木の皿,8,請求書 十月.png\n\
         2026-10-01,見本卸,S-2,B0CASE0002,木の椀,3,\n",
    );
    index(
        &desk,
        &[
            "請求書 三月.png,invoice,2026-03-05,みほん商店,M-1,見本卸,B0CASE0001,10",
            "請求書 十月.png,invoice,2026-10-05,みほん商店,M-2,見本卸,B0CASE0001,8",
        ],
    );
    desk.write("input/docs/請求書 三月.png", [PNG, b"march"].concat());
    desk.write("input/docs/請求書 十月.png", [PNG, b"october"].concat());
    desk
}

pub fn index(desk: &Desk, rows: &[&str]) {
    let head = "document_file,document_type,issue_date,addressee,invoice_no,supplier,asin,units";
    desk.write(
        "input/documents.csv",
        format!("{head}\n{}\n", rows.join("\n")),
    );
}

pub fn run(desk: &Desk, more: &[&str]) -> Ran {
    let args = [
        "notice", "pack", "n-001", "input", "--today", TODAY, "--lang", "ja",
    ];
    desk.run(&[&args, more].concat())
}

pub fn demand(desk: &Desk) -> (Demand, Option<i32>) {
    let ran = run(desk, &["--json"]);
    let whole: serde_json::Value =
        serde_json::from_slice(&ran.stdout).unwrap_or_else(|e| panic!("{e}: {}", ran.told()));
    let demand: Demand = serde_json::from_value(whole.clone()).unwrap();
    assert_eq!(serde_json::to_value(&demand).unwrap(), whole);
    (demand, ran.code)
}

/// The paper of a file, and the keys of what stands against it.
fn paper<'d>(demand: &'d Demand, file: &str) -> (&'d DemandPaper, Vec<&'d str>) {
    let paper = demand.papers.iter().find(|paper| paper.file == file);
    let paper = paper.unwrap_or_else(|| panic!("no {file} in {:?}", demand.papers));
    (paper, paper.reasons.iter().map(|r| &*r.key).collect())
}

fn missing(demand: &Demand) -> Vec<&str> {
    let missing = demand.asins.iter().flat_map(|asin| &asin.missing);
    missing.map(|fact| &*fact.key).collect()
}

fn entries(zip: Vec<u8>) -> BTreeMap<String, Vec<u8>> {
    let mut zip = zip::ZipArchive::new(Cursor::new(zip)).unwrap();
    let mut entries = BTreeMap::new();
    for nth in 0..zip.len() {
        let mut entry = zip.by_index(nth).unwrap();
        let (name, mut bytes) = (entry.name().unwrap().to_string(), Vec::new());
        entry.read_to_end(&mut bytes).unwrap();
        assert!(entries.insert(name, bytes).is_none());
    }
    entries
}

#[test]
fn everything_asked_for_goes_in_untouched_and_the_pack_is_the_same_again() {
    let desk = account("listing-authenticity", r#""invoice", "improvement-plan""#);
    let (demand, code) = demand(&desk);
    assert_eq!(
        (code, demand.missing, demand.not_judged),
        (Some(0), 0, 0),
        "{demand:#?}"
    );
    let asin = &demand.asins[0];
    assert_eq!(
        (asin.needed, asin.proven, asin.stock),
        (Some(6), 18, Some(12))
    );
    assert_eq!(asin.papers, [1, 2]);
    assert_eq!(demand.asked.to_write, ["improvement-plan"]);
    let ran = run(&desk, &["--out", "p.zip"]);
    assert_eq!(ran.code, Some(0), "{}", ran.told());
    let zip = desk.read("p.zip");
    // Names in Japanese are marked as UTF-8 (bit 11 of the flags), here in the directory at the end.
    let name = "請求書 三月.png".as_bytes();
    let at = zip.windows(name.len()).rposition(|part| part == name);
    assert_eq!(zip[at.unwrap() - 46 + 9] & 8, 8);
    let entries = entries(zip.clone());
    let names: Vec<&str> = entries.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "kenpin-papers.csv",
            "kenpin-sheet.md",
            "kenpin-skus.csv",
            "請求書 三月.png",
            "請求書 十月.png"
        ]
    );
    for paper in &demand.papers {
        let bytes = &entries[paper.name.as_ref().unwrap()];
        assert_eq!(*bytes, desk.read(&format!("input/docs/{}", paper.file)));
        let sheet = String::from_utf8(entries["kenpin-sheet.md"].clone()).unwrap();
        assert!(sheet.contains(paper.sha256.as_ref().unwrap()), "{sheet}");
        assert!(
            sheet.contains("原本のまま") && !sheet.contains('\u{1b}'),
            "{sheet}"
        );
        assert!(sheet.contains(r"\|x\|"), "{sheet}");
    }
    assert!(run(&desk, &["--out", "p.zip"]).code == Some(0) && desk.read("p.zip") == zip);
}

#[test]
fn the_three_asin_request_takes_the_papers_of_the_stock_first_in_first_out() {
    let desk = account("account-document-request", "");
    let (told, code) = demand(&desk);
    assert_eq!(code, Some(0), "{told:#?}");
    assert_eq!((told.asins[0].needed, told.asins[0].proven), (Some(12), 12));
    // Six were sold of the ten of March; with eighteen sold only October's are left.
    desk.write(
        "input/orders.txt",
        format!("{ORDERS}503-0000001-0000001\t2026-10-20T10:00:00+09:00\tShipped\tS-1\tB0CASE0001\t10\tShipped\n"),
    );
    desk.write(
        "input/fba.txt",
        format!("{STOCK}S-1\tX1\tB0CASE0001\t木の皿\tNew\t1000\tNo\t0\tYes\t8\t8\n"),
    );
    let (told, code) = demand(&desk);
    assert_eq!(code, Some(0), "{told:#?}");
    let (march, why) = paper(&told, "請求書 三月.png");
    assert_eq!(
        (march.put, why),
        (PaperUse::Out, vec!["demand-not-allocated"])
    );
    assert_eq!(paper(&told, "請求書 十月.png").0.put, PaperUse::In);
    assert!(march.sha256.is_none() && march.name.is_none());
}

#[test]
fn what_would_do_harm_stays_out_with_its_reason() {
    let desk = account("listing-authenticity", r#""invoice""#);
    index(
        &desk,
        &[
            "請求書 三月.png,invoice,2025-03-05,みほん商店,M-1,見本卸,B0CASE0001,10",
            "請求書 十月.png,invoice,2026-10-05,よその店,M-2,見本卸,B0CASE0001,8",
            "見積.png,quotation,2026-10-02,みほん商店,M-3,見本卸,B0CASE0001,8",
            "なし.png,invoice,2026-10-03,みほん商店,M-4,見本卸,B0CASE0001,8",
            "種類.png,,2026-10-03,みほん商店,M-5,見本卸,B0CASE0001,8",
            "偽装.png,invoice,2026-10-03,みほん商店,M-6,見本卸,B0CASE0001,8",
            "壊れ.pdf,invoice,2026-10-03,みほん商店,M-7,見本卸,B0CASE0001,8",
            "日付.png,invoice,,みほん商店,M-8,見本卸,B0CASE0001,8",
            "明日.png,invoice,2026-12-24,みほん商店,M-9,見本卸,B0CASE0001,8",
        ],
    );
    for name in ["見積", "種類", "日付", "明日"] {
        desk.write(
            &format!("input/docs/{name}.png"),
            [PNG, name.as_bytes()].concat(),
        );
    }
    desk.write("input/docs/偽装.png", b"%PDF-1.4\n");
    desk.write("input/docs/壊れ.pdf", b"%PDF-1.4\nnothing");
    let (told, code) = demand(&desk);
    assert_eq!(code, Some(3), "{told:#?}");
    assert_eq!(
        missing(&told),
        Vec::<&str>::new(),
        "what cannot be judged is not missing"
    );
    assert!(told.not_judged > 0);
    for (file, key) in [
        ("請求書 三月.png", "demand-old"),
        ("請求書 十月.png", "addressee-other"),
        ("見積.png", "demand-kind"),
        ("なし.png", "file-missing"),
        ("種類.png", "demand-kind-untold"),
        ("偽装.png", "file-not-what-it-says"),
        ("壊れ.pdf", "file-broken"),
        ("日付.png", "demand-day-untold"),
        ("明日.png", "demand-future"),
    ] {
        let (paper, why) = paper(&told, file);
        assert_eq!(paper.put, PaperUse::Out, "{file}");
        assert!(why.contains(&key), "{file}: {why:?}");
    }
}

#[test]
fn a_receipt_stands_in_where_nothing_else_proves_the_units() {
    let desk = account("listing-authenticity", r#""invoice""#);
    index(
        &desk,
        &[
            "請求書 三月.png,invoice,2026-03-05,みほん商店,M-1,見本卸,B0CASE0001,10",
            "請求書 十月.png,receipt,2026-10-05,上様,M-2,見本卸,B0CASE0001,8",
        ],
    );
    let (told, code) = demand(&desk);
    assert_eq!(code, Some(0), "{told:#?}");
    let (receipt, why) = paper(&told, "請求書 十月.png");
    assert_eq!(receipt.put, PaperUse::Weak);
    assert!(
        why.contains(&"demand-stand-in") && why.contains(&"addressee-nobody"),
        "{why:?}"
    );
    assert_eq!((told.asins[0].proven, told.asins[0].proven_weakly), (18, 8));
}

#[test]
fn a_marked_paper_is_never_handed_in() {
    let desk = account("listing-authenticity", r#""invoice""#);
    let marked = pdf(&[
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[4 0 R]/Count 1>>",
        "<</Producer(Acme)>>",
        "<</Type/Page/Parent 2 0 R/Annots[5 0 R]>>",
        "<</Type/Annot/Subtype/Highlight/Rect[0 0 9 9]>>",
    ]);
    desk.write("input/docs/m.pdf", marked);
    index(
        &desk,
        &["m.pdf,invoice,2026-03-05,みほん商店,,,B0CASE0001,18"],
    );
    desk.write(
        "input/purchases.csv",
        "purchase_date,supplier,sku,asin,title,units,document_file\n2026-03-01,見本卸,S-1,B0CASE0001,木の皿,18,m.pdf\n",
    );
    let (told, code) = demand(&desk);
    assert_eq!(code, Some(1));
    let (paper, why) = paper(&told, "m.pdf");
    assert_eq!(
        (paper.put, why.contains(&"file-marked")),
        (PaperUse::Out, true),
        "{why:?}"
    );
    assert_eq!(missing(&told), ["demand-no-paper"]);
}

#[test]
fn short_papers_unknown_asins_and_silent_suppliers_are_missing() {
    let desk = account("account-document-request", "");
    let notice = String::from_utf8(desk.read("input/notices.jsonl")).unwrap();
    let notice = notice.replace(
        "\"B0CASE0001\"",
        "\"B0CASE0001\", \"B0CASE0002\", \"B0CASE0009\"",
    );
    desk.write("input/notices.jsonl", notice);
    desk.write(
        "input/suppliers.csv",
        "supplier,class,phone,address,mail,site\n見本卸,wholesale,03-0000-0000,東京都台東区1-1,,\n",
    );
    index(
        &desk,
        &["請求書 十月.png,invoice,2026-10-05,みほん商店,M-2,見本卸,B0CASE0001,8"],
    );
    let (told, code) = demand(&desk);
    assert_eq!(code, Some(1));
    let of = |nth: usize| -> Vec<&str> {
        told.asins[nth]
            .missing
            .iter()
            .map(|fact| &*fact.key)
            .collect()
    };
    assert_eq!(
        of(0),
        ["demand-units-short", "demand-supplier-lacks"],
        "{told:#?}"
    );
    assert_eq!(of(1), ["demand-no-paper"]);
    assert_eq!(of(2), ["demand-no-asin"]);
}

#[test]
fn what_is_not_told_is_not_judged() {
    let desk = account(
        "listing-authenticity",
        r#""invoice", "authorisation", "identity""#,
    );
    let (told, code) = demand(&desk);
    assert_eq!((code, told.missing), (Some(3), 0), "{told:#?}");
    assert_eq!(told.asked.to_add, ["identity"]);
    assert_eq!(told.asins[0].not_at_hand.len(), 1);
    std::fs::remove_file(desk.path("input/orders.txt")).unwrap();
    let (told, code) = demand(&desk);
    assert_eq!(code, Some(3), "{told:#?}");
    assert_eq!(told.asins[0].needed, None);
}
