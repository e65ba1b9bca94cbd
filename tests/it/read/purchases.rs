//! Purchase ledgers of every tool, and the seller's own through a mapping.

use super::*;
use kenpin::model::{DocumentKind, Field, Input, Purchase, Route, SupplierClass, Yen};
use kenpin::read::SourceMap;

fn day(purchase: &Purchase) -> String {
    purchase.day.map_or(String::new(), |d| d.to_string())
}

#[test]
fn the_own_template_is_read_in_both_languages() {
    let japanese = "仕入日,仕入先,仕入先区分,仕入先電話,仕入先住所,SKU,ASIN,JAN,商品名,数量,単価,書類ファイル,書類種類,請求書番号,流通経路,備考\r\n\
        令和6年5月1日,株式会社山田商事,卸,03-1234-5678,\"東京都千代田区1-1, 山田ビル\",S-1,B00TEST001,4901234567894,\"ケトル\n24\"\"\",３,\"1,980\",請求書.pdf,請求書,INV-1,並行輸入,備考\r\n";
    let english = "day,supplier,supplier_class,supplier_phone,supplier_address,sku,asin,jan,title,units,unit_cost,document_file,document_type,invoice_no,route,remark\n\
        2024-05-01,株式会社山田商事,wholesale,03-1234-5678,\"東京都千代田区1-1, 山田ビル\",S-1,B00TEST001,4901234567894,\"ケトル\n24\"\"\",3,1980,請求書.pdf,invoice,INV-1,parallel,備考\n";
    for (tables, language) in [
        (one("a.csv", cp932(japanese)), "ja"),
        (one("a.csv", english), "en"),
    ] {
        let p = tables.purchases[0];
        assert_eq!(day(&p), "2024-05-01", "{language}");
        assert_eq!(supplier(&tables, p.supplier), "株式会社山田商事");
        assert_eq!(p.class, Some(SupplierClass::Wholesale));
        assert_eq!(
            text(&tables, tables.contact(p.contact).phone),
            "03-1234-5678"
        );
        assert_eq!(
            text(&tables, tables.contact(p.contact).address),
            "東京都千代田区1-1, 山田ビル"
        );
        assert_eq!(p.sku.map(|s| sku(&tables, s)), Some("S-1"));
        assert_eq!(p.asin.map(|a| a.to_string()), Some("B00TEST001".into()));
        assert_eq!(p.jan.map(|j| j.to_string()), Some("4901234567894".into()));
        assert_eq!(text(&tables, p.title), "ケトル\n24\"");
        assert_eq!((p.units, p.unit_cost), (Some(3), Some(Yen(1_980))));
        assert_eq!(text(&tables, p.file), "請求書.pdf");
        assert_eq!(p.document_kind, Some(DocumentKind::Invoice));
        assert_eq!(text(&tables, p.invoice), "INV-1");
        assert_eq!(p.route, Some(Route::Parallel));
        assert_eq!(text(&tables, p.remark), "備考");
        assert_eq!(place(&tables, p.origin), ("a.csv".into(), 2));
        assert!(tables.has(Input::Purchases) && tables.has(Input::Documents));
        assert_eq!(tables.files[0].shape.as_deref(), Some("purchases"));
    }
}

#[test]
fn the_plain_ledger_of_many_tools_is_known() {
    let tables = one(
        "purchases.csv",
        "invoice_date,supplier,supplier_phone,supplier_address,invoice_no,jan,asin,sku,qty,unit_price,document_file,document_type\n\
         2026/10/01,有限会社翠,03-1,\"住所, 2F\",INV-0000001,,,S,4,300,請求書_1.pdf,請求書\n\
         2026-10-02,有限会社翠,03-1,\"住所, 2F\",INV-0000002,4901234567890,,,2,300,,見積書\n",
    );
    let [a, b] = tables.purchases[..] else {
        panic!("two rows")
    };
    assert_eq!(
        (day(&a), day(&b)),
        ("2026-10-01".into(), "2026-10-02".into())
    );
    // The same text of one supplier stands once.
    assert_eq!(a.contact, b.contact);
    assert_eq!(text(&tables, b.bad_jan), "4901234567890");
    assert_eq!(b.document_kind, Some(DocumentKind::Quotation));
    assert_eq!(told(&tables), ["jan-bad 3 jan [4901234567890] noted"]);
}

#[test]
fn a_ledger_without_a_file_column_gives_no_documents() {
    let tables = one(
        "a.csv",
        "仕入日,SKU,数量,請求書番号\n2026-01-01,S,1,INV-1\n",
    );
    assert!(tables.has(Input::Purchases) && !tables.has(Input::Documents));
}

#[test]
fn amasearch_lists_are_known() {
    let tables = one(
        "StockList_20260820.csv",
        cp932(
            "仕入れ日,コンディション,SKU,ASIN,JAN,商品名,仕入れ個数,仕入れ価格,販売予定価格,見込み利益,損益分岐点,コメント,参考価格,発送方法,仕入れ先,コンディション説明,その他費用\r\n\
            2026/8/20,中古(良い),,B0TEST0001,4901234567894,フィギュア,2,\"1,200\",2200,600,1600,動作確認済み,2100,FBA,ブックオフ,,0\r\n",
        ),
    );
    let p = tables.purchases[0];
    assert_eq!(tables.files[0].shape.as_deref(), Some("amasearch"));
    assert_eq!(day(&p), "2026-08-20");
    assert_eq!((p.units, p.unit_cost), (Some(2), Some(Yen(1_200))));
    assert_eq!(supplier(&tables, p.supplier), "ブックオフ");
    assert_eq!(text(&tables, p.remark), "動作確認済み");
}

#[test]
fn pricetar_has_a_note_above_its_header() {
    let tables = one(
        "出品用.csv",
        cp932(
            "ASIN、JANはどちらか一方のみ記載してください。\r\nSKU,ASIN,JAN,title,add_number,price,cost,akaji,takane,condition,conditionNote,priceTrace,leadtime,merchant_shipping_group_name\r\n\
            20250201-B0007RBX52-UM-1650-1,B0007RBX52,,ヒーター,1,4980,1650,2000,,3,動作品,0,,\r\n",
        ),
    );
    let p = tables.purchases[0];
    assert_eq!(tables.files[0].shape.as_deref(), Some("pricetar"));
    assert_eq!(place(&tables, p.origin).1, 3);
    // The SKU looks as if it held a date and a cost; nothing is guessed from it.
    assert_eq!(
        (p.day, p.units, p.unit_cost),
        (None, Some(1), Some(Yen(1_650)))
    );
    assert_eq!(told(&tables), [""; 0]);
}

#[test]
fn the_pricetar_stock_list_counts_stock_not_purchases() {
    let tables = one(
        "inventory.csv",
        cp932(
            "SKU,ASIN,title,number,price,cost,akaji,takane,condition,conditionNote,priceTrace,leadtime,amazon-fee,shipping-price,profit,add-delete\r\n\
            S-1,=\"B0007RBX52\",ヒーター,=\"0\",=\"4463\",=\"1650\",,,3,,0,,,,,a\r\n",
        ),
    );
    let p = tables.purchases[0];
    assert_eq!(tables.files[0].shape.as_deref(), Some("pricetar-stock"));
    assert_eq!(p.asin.map(|a| a.to_string()), Some("B0007RBX52".into()));
    assert_eq!((p.units, p.unit_cost), (None, Some(Yen(1_650))));
    assert_eq!(
        told(&tables),
        [
            "repaired-alike 2 cost [=\"1650\"] repaired",
            "repaired-alike 2 ASIN [=\"B0007RBX52\"] repaired",
        ]
    );
}

#[test]
fn amazon_business_counts_the_line_never_the_order() {
    let header = "注文日,注文番号,アカウントユーザー,注文の数量,商品の数量,通貨,注文の合計（税込）,商品カテゴリー,ASIN,商品名,商品の小計（税込）,出品者名,適格請求書発行事業者登録番号,適格請求書（または支払い明細書）番号";
    let line = |asin: &str, units: &str, category: &str, seller: &str| {
        format!(
            "\"2026/04/01\",\"503-1234567-1234567\",\"u\",\"9\",\"{units}\",\"JPY\",\"9,000\",\"{category}\",\"=\"\"{asin}\"\"\",\"ケトル, 赤\",\"3,000\",\"{seller}\",\"T1234567890123\",\"JP-1\"\n"
        )
    };
    let file = format!(
        "\u{feff}{header}\n{}{}{}{}",
        line("B00TEST001", "2", "ABIS_HOME", "Amazon.co.jp"),
        line("B00TEST001", "1", "ABIS_HOME", "該当無し"),
        line("B00TEST001", "1", "ABIS_HOME", "該当無し"),
        line("", "1", "Reload Gift Card Balance", "該当無し")
    );
    let tables = one("注文履歴_from_20260301_to_20260331.csv", file);
    let units: Vec<_> = tables.purchases.iter().map(|p| p.units).collect();
    assert_eq!(units, [Some(2), Some(1), Some(1)]);
    let p = tables.purchases[0];
    assert_eq!(p.class, Some(SupplierClass::Amazon));
    assert_eq!(p.unit_cost, Some(Yen(1_500)));
    assert_eq!(text(&tables, p.invoice), "JP-1");
    assert_eq!(text(&tables, p.registration), "T1234567890123");
    assert_eq!(supplier(&tables, p.supplier), "Amazon.co.jp");
    assert_eq!(supplier(&tables, tables.purchases[1].supplier), "Amazon");
    assert_eq!((tables.files[0].rows, tables.files[0].rows_bad), (4, 0));
    assert!(told(&tables).contains(&"gift-card 5 - [] row-ignored".to_owned()));
}

#[test]
fn an_antique_ledger_tells_who_sold() {
    let header = "取引日,品目,品名,取引方法,数量,単価,金額,識別情報,SKU,相手区分,備考,仕入先名,支店,店舗住所,連絡先,レシート画像URL,プラットフォーム,取引ID,ユーザー名,出品URL,伝票番号,受取都道府県,氏名,個人住所,生年月日,本人確認種別,番号,確認日,確認者,証憑参照";
    let row = |class: &'static str, who: &'static str, name: &'static str, how: &'static str| {
        [
            ("取引日", "2026-02-01"),
            ("品目", "道具類"),
            ("品名", "カメラ"),
            ("取引方法", how),
            ("数量", "1"),
            ("単価", "5000"),
            ("SKU", "S"),
            ("相手区分", class),
            (who, name),
        ]
    };
    let tables = one(
        "古物台帳.csv",
        cp932(&csv(
            header,
            &[
                &row("法人", "仕入先名", "ハードオフ", "買受"),
                &row("フリマ", "プラットフォーム", "メルカリ", "買受"),
                &row("個人", "氏名", "山田太郎", "買受"),
                &row("法人", "仕入先名", "客", "売却"),
            ],
        )),
    );
    let classes: Vec<_> = tables.purchases.iter().map(|p| p.class).collect();
    assert_eq!(
        classes,
        [
            None,
            Some(SupplierClass::FleaMarket),
            Some(SupplierClass::Individual)
        ]
    );
    let names: Vec<_> = tables
        .purchases
        .iter()
        .map(|p| supplier(&tables, p.supplier))
        .collect();
    assert_eq!(names, ["ハードオフ", "メルカリ", "山田太郎"]);
    assert_eq!(told(&tables), ["not-purchase 5 - [] row-ignored"]);
}

#[test]
fn any_other_file_is_read_through_a_mapping() {
    let mut source = SourceMap::new("帳簿*.csv", Input::Purchases);
    source.columns = [
        (Field::Day, "いつ"),
        (Field::Jan, "バーコード"),
        (Field::Units, "こすう"),
        (Field::Title, "ない列"),
    ]
    .map(|(f, h)| (f, h.to_owned()))
    .into();
    source.date_format = Some("%d.%m.%Y".to_owned());
    source.supplier = Some("問屋".to_owned());
    source.class = Some(SupplierClass::Wholesale);
    source.route = Some(Route::Domestic);
    let mut options = Options::new(shapes());
    options.sources.push(source);
    let folder = Folder::new(&[
        ("帳簿2026.csv", "私の帳簿\nいつ,バーコード,こすう,値\n31.01.2026,901234567894,2,x\n01.02.2026,49.0,1,x\n".into()),
        ("帳簿違い.csv", "a,b,c\n1,2,3\n".into()),
    ]);
    let tables = folder.read_with(&options).expect("readable");
    let p = tables.purchases[0];
    assert_eq!(day(&p), "2026-01-31");
    assert_eq!(p.units, Some(2));
    assert_eq!(supplier(&tables, p.supplier), "問屋");
    assert_eq!(
        (p.class, p.route),
        (Some(SupplierClass::Wholesale), Some(Route::Domestic))
    );
    assert_eq!(place(&tables, p.origin).1, 3);
    assert_eq!(tables.files[0].shape.as_deref(), Some("source"));
    let keys: Vec<_> = tables
        .issues
        .iter()
        .map(|i| (i.key.as_str(), i.done.as_str()))
        .collect();
    assert!(keys.contains(&("source-columns", "noted")), "{keys:?}");
    assert!(
        keys.contains(&("source-columns", "file-ignored")),
        "{keys:?}"
    );
}

#[test]
fn a_mapping_without_columns_fixes_facts_of_a_known_shape() {
    let mut options = Options::new(shapes());
    let mut source = SourceMap::new("楽天*", Input::Purchases);
    source.supplier = Some("楽天市場".to_owned());
    source.class = Some(SupplierClass::Retail);
    options.sources.push(source);
    let folder = Folder::new(&[(
        "楽天2026.csv",
        "購入日,ASIN,数量\n2026-01-01,B00TEST001,1\n".into(),
    )]);
    let tables = folder.read_with(&options).expect("readable");
    assert_eq!(supplier(&tables, tables.purchases[0].supplier), "楽天市場");
    assert_eq!(tables.purchases[0].class, Some(SupplierClass::Retail));
}

#[test]
fn a_workbook_is_read_like_a_csv() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("仕入").expect("a name");
    for (at, header) in ["仕入日", "仕入先", "JAN", "数量", "単価"]
        .iter()
        .enumerate()
    {
        sheet.write(0, at as u16, *header).expect("a cell");
    }
    sheet.write(1, 0, "2026-01-31").expect("a cell");
    sheet.write(1, 1, "問屋").expect("a cell");
    sheet.write(1, 2, 4_901_234_567_894_u64).expect("a cell");
    sheet.write(1, 3, 5).expect("a cell");
    sheet.write(1, 4, 1_980).expect("a cell");
    let tables = one("仕入.xlsx", book.save_to_buffer().expect("a workbook"));
    let p = tables.purchases[0];
    assert_eq!(day(&p), "2026-01-31");
    assert_eq!(p.jan.map(|j| j.to_string()), Some("4901234567894".into()));
    assert_eq!((p.units, p.unit_cost), (Some(5), Some(Yen(1_980))));
    assert_eq!(place(&tables, p.origin), ("仕入.xlsx".into(), 2));
    assert_eq!(tables.files[0].encoding, "XLSX");
}
