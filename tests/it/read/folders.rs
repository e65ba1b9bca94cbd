//! Folders: what is read, what is left, and why; errors that end a scan.

use super::*;
use kenpin::model::Input;
use std::io::Write;

const LISTINGS: &str = "sku\tasin\tprice\tquantity\nA\tB00TEST001\t1\t1\nB\tB00TEST002\t1\t1\n";
const ORDERS: &str = "amazon-order-id\tpurchase-date\torder-status\tsku\tquantity\n503-1234567-1234567\t2026-01-01\tShipped\tB\t1\n";

fn keys(tables: &Tables) -> Vec<(String, String)> {
    let name = |i: &Issue| i.at.file.rsplit('/').next().unwrap_or_default().to_owned();
    tables
        .issues
        .iter()
        .map(|i| (i.key.clone(), name(i)))
        .collect()
}

#[test]
fn every_file_is_accounted_for() {
    let folder = Folder::new(&[
        ("z/listings.txt", LISTINGS.into()),
        ("a/orders.txt", ORDERS.into()),
        ("a/copy.txt", ORDERS.into()),
        ("readme.txt", "ひとこと\n".into()),
        ("表.csv", "い,ろ,は\n1,2,3\n".into()),
        ("空.csv", Vec::new()),
        ("config.toml", "x = 1\n".into()),
        (".hidden.csv", LISTINGS.into()),
        ("~$仕入.xlsx", b"x".to_vec()),
        ("全部.zip", b"PK\x03\x04".to_vec()),
        ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec()),
    ]);
    let tables = folder.read();
    let files: Vec<_> = tables
        .files
        .iter()
        .map(|f| (f.path.rsplit('/').next().unwrap_or_default(), f.input))
        .collect();
    assert_eq!(
        files,
        [
            ("listings.txt", Some(Input::Listings)),
            ("copy.txt", Some(Input::Sales)),
            ("orders.txt", None),
            ("config.toml", None),
            ("old.xls", None),
            ("readme.txt", None),
            ("全部.zip", None),
            ("空.csv", None),
            ("表.csv", None),
        ]
    );
    assert_eq!(
        keys(&tables),
        [
            ("file-twice".into(), "orders.txt".into()),
            ("file-other-workbook".into(), "old.xls".into()),
            ("file-empty".into(), "空.csv".into()),
            ("file-unknown".into(), "表.csv".into()),
        ] as [(String, String); 4]
    );
    assert_eq!(tables.sales.len(), 1);
    // Listings first: their SKUs have the first numbers whatever the folder is called.
    assert_eq!(tables.listings[0].sku.index(), 0);
    assert_eq!(tables.sales[0].sku, Some(tables.listings[1].sku));
}

#[test]
fn the_order_of_the_paths_changes_nothing() {
    let folder = Folder::new(&[("1.txt", ORDERS.into()), ("2.txt", LISTINGS.into())]);
    let options = Options::new(shapes());
    let (a, b) = (folder.path("1.txt"), folder.path("2.txt"));
    let paths = [vec![a.clone(), b.clone()], vec![b.clone(), a.clone(), b, a]];
    let [one, two] = paths.map(|p| kenpin::read::read(&p, &options, &Silent).expect("readable"));
    assert_eq!(one.files, two.files);
    assert_eq!(format!("{:?}", one.sales), format!("{:?}", two.sales));
    assert_eq!(one.issues, two.issues);
}

#[test]
fn useless_files_are_named_with_the_reason() {
    for (header, row, key) in [
        (
            "日付,トランザクションステータス,トランザクションの種類,注文番号,商品の詳細,商品価格合計,プロモーション割引合計,Amazon手数料,その他,合計 (JPY)",
            "2025/11/30,留保中,注文の支払い,503-1,ケトル…,1,0,0,0,1",
            "file-payments",
        ),
        (
            "収支区分,管理番号,発生日,決済期日,取引先コード,取引先,勘定科目,税区分,金額,税計算区分,税額,備考,品目",
            "支出,1,2026-01-01,,,問屋,仕入高,,1,,,,商品",
            "file-accounting",
        ),
        (
            "取引No,取引日,借方勘定科目,借方補助科目,借方部門,借方取引先,借方税区分,借方インボイス,借方金額(円),摘要",
            "1,2026/01/01,仕入高,,,問屋,,,1,",
            "file-accounting",
        ),
        (
            "識別フラグ,伝票No.,決算,取引日付,借方勘定科目",
            "2000,1,,2026/1/1,仕入高",
            "file-accounting",
        ),
        (
            "No.,商品名,金額,購入日時,商品ID／注文番号",
            "1,カメラ,5000,2026/01/09 12:34,m1",
            "file-marketplace",
        ),
        (
            "スナップショット日付,FNSKU,ASIN,MSKU,タイトル",
            "2026-01-01,X,B00TEST001,S,ケトル",
            "file-other-report",
        ),
    ] {
        let tables = one(
            "f.csv",
            cp932(&format!("{header}\n{row}\n").replace('…', "...")),
        );
        assert_eq!(told(&tables), [format!("{key} 0 - [] file-ignored")]);
        assert_eq!(tables.files[0].input, None);
        assert!(tables.files[0].shape.is_some());
    }
    let yayoi = format!("2000{}\n", ",x".repeat(24)).repeat(3);
    assert_eq!(
        told(&one("弥生.csv", cp932(&yayoi))),
        ["file-accounting 0 - [] file-ignored"]
    );
}

#[test]
fn the_inbound_form_is_known_below_its_notes() {
    let form = "このシートに記入する前にExampleタブを確認してください\t\t\t\nDefault prep owner\tSeller\t\t\n\t\t任意\t\nMerchant SKU\tQuantity\tPrep owner\tUnits per box \nS\t1\t\t\n";
    assert_eq!(
        told(&one("納品.txt", cp932(form))),
        ["file-inbound 0 - [] file-ignored"]
    );
}

#[test]
fn packed_and_wide_encodings_are_unpacked() {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(LISTINGS.as_bytes()).expect("packed");
    let mut wide = vec![0xff, 0xfe];
    wide.extend(LISTINGS.encode_utf16().flat_map(u16::to_le_bytes));
    let folder = Folder::new(&[
        ("1.txt.gz", packed.finish().expect("packed")),
        ("2.txt", wide),
        (
            "3.txt",
            format!("\u{feff}{LISTINGS}").replace('\n', "\r\n").into(),
        ),
    ]);
    let tables = folder.read();
    assert_eq!(tables.listings.len(), 6);
    assert_eq!(tables.skus.len(), 2);
    let lines: Vec<_> = tables.listings.iter().map(|l| l.origin.line).collect();
    assert_eq!(lines, [2, 3, 2, 3, 2, 3]);
}

#[test]
fn a_byte_that_is_no_text_is_told_with_its_place() {
    let mut file = cp932("商品名\t出品者SKU\t商品ID\n");
    file.extend(cp932("ケトル"));
    file.extend(b"\xfd\tS\tB00TEST001\n");
    let tables = one("all.txt", file);
    assert_eq!(
        told(&tables),
        ["undecodable 2 商品名 [ケトル\u{fffd}] noted"]
    );
}

#[test]
fn a_flood_of_one_kind_is_cut() {
    let mut file = String::from("sku\tasin\tprice\tquantity\n");
    for _ in 0..1_200 {
        file.push_str("S\tB00\t1\t1\n");
    }
    let tables = one("a.txt", file);
    assert_eq!(tables.issues.len(), 1_001);
    let last = tables.issues.last().expect("an issue");
    assert_eq!((last.key.as_str(), last.at.line), ("more", None));
    assert_eq!(tables.listings.len(), 1_200);
}

#[test]
fn a_header_that_stands_twice_is_told() {
    let tables = one("a.csv", "仕入日,SKU,数量,数量\n2026-01-01,S,1,9\n");
    assert_eq!(tables.purchases[0].units, Some(1));
    assert_eq!(told(&tables), ["column-twice 1 数量 [数量] noted"]);
}

#[test]
fn what_cannot_be_read_ends_the_scan() {
    let folder = Folder::new(&[("bild.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0".to_vec())]);
    let options = Options::new(shapes());
    let missing = kenpin::read::read(&[folder.path("nix")], &options, &Silent);
    let error = missing.expect_err("no such path");
    assert_eq!(error.key(), "file-unreadable");
    assert!(error.path().is_some_and(|p| p.ends_with("nix")), "{error}");
    // In a folder a picture is left; named by the caller it must be readable.
    assert_eq!(
        keys(&folder.read()),
        [("file-binary".into(), "bild.csv".into())] as [(String, String); 1]
    );
    let named = kenpin::read::read(&[folder.path("bild.csv")], &options, &Silent);
    assert_eq!(named.expect_err("no table").key(), "file-binary");
    let broken = Folder::new(&[("仕入.xlsx", b"PK\x03\x04 and nothing more".to_vec())]);
    assert!(
        broken
            .read_with(&options)
            .is_ok_and(|t| t.purchases.is_empty())
            || broken.read_with(&options).is_err()
    );
}

#[test]
fn own_reports_and_lists_are_left_in_silence() {
    for header in [
        "ルール,重大度,判断,分野,対象,SKU,ASIN,指紋",
        "rule,severity,decision,family,subject,SKU,ASIN,fingerprint",
        "asin,reason,source,url,source_date,grade",
    ] {
        let tables = one("r.csv", format!("\u{feff}{header}\r\na,b,c,d,e,f,g,h\r\n"));
        assert_eq!(told(&tables), [""; 0], "{header}");
        assert_eq!(tables.files[0].input, None);
        assert!(tables.files[0].shape.is_some());
    }
}

#[test]
fn digits_that_are_lost_are_told_as_lost() {
    let tables = one("a.csv", "仕入日,JAN,数量\n2026-01-01,4.9E+12,1\n");
    assert_eq!(told(&tables), ["scientific 2 JAN [4.9E+12] noted"]);
    assert_eq!(text(&tables, tables.purchases[0].bad_jan), "4.9E+12");
}
