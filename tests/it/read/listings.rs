//! Listings and FBA stock, in every language and form.

use super::*;
use kenpin::model::{Channel, Condition, Field, Input, Status, Yen};

const ENGLISH: &str = "item-name\titem-description\tlisting-id\tseller-sku\tprice\tquantity\topen-date\timage-url\titem-is-marketplace\tproduct-id-type\tzshop-shipping-fee\titem-note\titem-condition\tzshop-category1\tzshop-browse-path\tzshop-storefront-feature\tasin1\tasin2\tasin3\twill-ship-internationally\texpedited-shipping\tzshop-boldface\tproduct-id\tbid-for-featured-placement\tadd-delete\tpending-quantity\tfulfillment-channel\tmerchant-shipping-group\tstatus";
const DEFAULT: &str = "商品名\t出品ID\t出品者SKU\t価格\t数量\t出品日\t商品IDタイプ\tコンディション説明\tコンディション\t国外へ配送可\t迅速な配送\t商品ID\t在庫数\tフルフィルメント・チャンネル\tmerchant-shipping-group\tポイント\tステータス";
const FBA: &str = "出品者SKU,FNSKU,ASIN,商品名,コンディション,価格,出品者出荷在庫,出品者出荷在庫(出荷可),Amazon出荷在庫,Amazon出荷在庫(配送センター内),Amazon出荷在庫(出荷可),Amazon出荷在庫(販売不可),Amazon出荷在庫(引当済み),Amazon出荷在庫(合計),容積,Amazon納品数(準備中),Amazon納品数(発送済み),Amazon納品数(受領中),afn-researching-qty,afn-reserved-future-supply,afn-future-supply-buyable";

#[test]
fn a_column_tells_its_field_even_when_its_cells_are_empty() {
    let row = [
        ("出品者SKU", "A"),
        ("商品名", "x"),
        ("商品ID", "B00TEST001"),
    ];
    let tables = one("a.txt", cp932(&tsv(DEFAULT, &[&row])));
    assert!(tables.tells(Input::Listings, Field::Note));
    assert!(!tables.tells(Input::Listings, Field::Brand));
}

#[test]
fn the_english_report_is_read_by_name() {
    let tables = one(
        "123456.txt",
        tsv(
            ENGLISH,
            &[&[
                ("item-name", "24\" モニター \"並行輸入品\""),
                ("seller-sku", "AB-1"),
                ("price", "1980"),
                ("quantity", "5"),
                ("product-id-type", "4"),
                ("item-note", "箱に傷"),
                ("item-condition", "11"),
                ("asin1", "B00TEST001"),
                ("product-id", "4901234567894"),
                ("pending-quantity", "9"),
                ("fulfillment-channel", "DEFAULT"),
                ("status", "Active"),
            ]],
        ),
    );
    assert_eq!(told(&tables), [""; 0]);
    let listing = tables.listings[0];
    assert_eq!(sku(&tables, listing.sku), "AB-1");
    assert_eq!(text(&tables, listing.title), "24\" モニター \"並行輸入品\"");
    assert_eq!(text(&tables, listing.note), "箱に傷");
    assert_eq!(
        listing.asin.map(|a| a.to_string()),
        Some("B00TEST001".into())
    );
    assert_eq!(
        listing.jan.map(|j| j.to_string()),
        Some("4901234567894".into())
    );
    assert_eq!(listing.condition, Some(Condition::NEW));
    assert_eq!(listing.price, Some(Yen(1_980)));
    assert_eq!(listing.quantity, Some(5));
    assert_eq!(listing.channel, Some(Channel::Merchant));
    assert_eq!(listing.status, Some(Status::Active));
    assert_eq!(place(&tables, listing.origin), ("123456.txt".into(), 2));
    assert_eq!(tables.files[0].shape.as_deref(), Some("listings"));
    assert_eq!(tables.files[0].input, Some(Input::Listings));
    assert_eq!((tables.files[0].rows, tables.files[0].rows_bad), (1, 0));
}

#[test]
fn the_japanese_report_has_its_asin_in_the_product_id() {
    let tables = one(
        "出品詳細レポート+01-26-2026.txt",
        cp932(&tsv(
            DEFAULT,
            &[
                &[
                    ("商品名", "①㈱髙﨑～－ケトル"),
                    ("出品者SKU", "K-1"),
                    ("価格", "2980"),
                    ("商品IDタイプ", "1"),
                    ("商品ID", "B00TEST002"),
                    ("コンディション", "2"),
                    ("在庫数", "7"),
                    ("フルフィルメント・チャンネル", "AMAZON_JP"),
                    ("ステータス", "Inactive"),
                ],
                &[
                    ("商品名", "本"),
                    ("出品者SKU", "BOOK"),
                    ("商品IDタイプ", "2"),
                    ("商品ID", "4041234565"),
                ],
                &[
                    ("商品名", "JANだけ"),
                    ("出品者SKU", "JAN"),
                    ("商品IDタイプ", "4"),
                    ("商品ID", "4901234567890"),
                ],
            ],
        )),
    );
    let [kettle, book, jan] = tables.listings[..] else {
        panic!("three listings")
    };
    assert_eq!(text(&tables, kettle.title), "①㈱髙﨑～－ケトル");
    assert_eq!(
        kettle.asin.map(|a| a.to_string()),
        Some("B00TEST002".into())
    );
    // 在庫数 is what is pending, not what is there.
    assert_eq!(kettle.quantity, None);
    assert_eq!(kettle.condition.map(Condition::code), Some(2));
    assert_eq!(kettle.channel, Some(Channel::Amazon));
    assert_eq!(book.asin.map(|a| a.to_string()), Some("4041234565".into()));
    assert_eq!(
        book.jan.map(|j| j.to_string()),
        Some("9784041234563".into())
    );
    assert_eq!((jan.asin, jan.jan), (None, None));
    assert_eq!(text(&tables, jan.bad_jan), "4901234567890");
    assert_eq!(told(&tables), ["jan-bad 4 商品ID [4901234567890] noted"]);
    assert_eq!(tables.files[0].encoding, "CP932");
}

#[test]
fn the_custom_report_is_read_in_any_order_of_columns() {
    let header = "出品者SKU\tASIN 1\t商品名\t商品の説明\t価格\t数量\t法人価格\tコンディション\tフルフィルメント・チャンネル";
    let tables = one(
        "カスタム.txt",
        cp932(&tsv(
            header,
            &[&[
                ("出品者SKU", "C-1"),
                ("ASIN 1", "B00TEST003"),
                ("商品名", "ポット"),
                ("数量", "3"),
                ("コンディション", "11"),
            ]],
        )),
    );
    let listing = tables.listings[0];
    assert_eq!(
        listing.asin.map(|a| a.to_string()),
        Some("B00TEST003".into())
    );
    assert_eq!(listing.quantity, Some(3));
    assert_eq!((listing.channel, listing.status), (None, None));
    assert_eq!(tables.files[0].left_columns, ["商品の説明", "法人価格"]);
}

#[test]
fn open_listings_say_nothing_of_condition() {
    for header in ["sku\tasin\tprice\tquantity", "出品者SKU\tASIN\t価格\t数量"] {
        let tables = one(
            "在庫レポート.txt",
            cp932(&format!("{header}\nS\tB00TEST001\t100\t2\n")),
        );
        let listing = tables.listings[0];
        assert_eq!(listing.condition, None);
        assert_eq!(listing.quantity, Some(2));
        assert_eq!(tables.files[0].shape.as_deref(), Some("open-listings"));
    }
}

#[test]
fn headers_follow_the_account_language() {
    let tables = one(
        "all.txt",
        "商品名称\t卖家 SKU\t价格\t数量\t商品编码类型\t商品编码\t配送渠道\t状态\nケトル\tZ-1\t100\t2\t1\tB00TEST001\tAMAZON_JP\tActive\n",
    );
    let listing = tables.listings[0];
    assert_eq!(sku(&tables, listing.sku), "Z-1");
    assert_eq!(listing.channel, Some(Channel::Amazon));
    assert_eq!(listing.status, Some(Status::Active));
}

#[test]
fn bad_rows_and_cells_are_told_with_their_place() {
    let mut file = tsv(
        DEFAULT,
        &[
            &[("商品名", "名前だけ")],
            &[
                ("商品名", "悪い値"),
                ("出品者SKU", "X"),
                ("価格", "たかい"),
                ("数量", "-1"),
                ("商品IDタイプ", "1"),
                ("商品ID", "B00"),
                ("コンディション", "99"),
                ("フルフィルメント・チャンネル", "ドローン"),
                ("ステータス", "?"),
            ],
        ],
    );
    file.push_str("途中で切れた\n");
    file.push_str(&format!("{DEFAULT}\n"));
    file.push_str("商品\t\tY\t100\t\t\t1\t\t11\t\t\tB00TEST001\t\n");
    let tables = one("all.txt", file);
    assert_eq!(
        told(&tables),
        [
            "sku-missing 2 - [] row-ignored",
            "asin-bad 3 商品ID [B00] cell-ignored",
            "word-unknown 3 コンディション [99] cell-ignored",
            "yen-bad 3 価格 [たかい] cell-ignored",
            "units-bad 3 数量 [-1] cell-ignored",
            "word-unknown 3 フルフィルメント・チャンネル [ドローン] cell-ignored",
            "word-unknown 3 ステータス [?] cell-ignored",
            "row-width 4 - [] row-ignored",
        ]
    );
    // The repeated header is no row; the last row lacks empty cells only.
    assert_eq!((tables.files[0].rows, tables.files[0].rows_bad), (4, 2));
    assert_eq!(tables.listings.len(), 2);
    assert_eq!(place(&tables, tables.listings[1].origin).1, 6);
}

#[test]
fn a_line_break_inside_a_title_never_shifts_columns() {
    let good = tsv(
        ENGLISH,
        &[&[
            ("item-name", "a"),
            ("seller-sku", "S"),
            ("asin1", "B00TEST001"),
        ]],
    );
    let row = "名\t説\n明\tL1\tSKU-9\t1980\t5\t2025/12/21 00:16:29 JST\t\ty\t1\t\t\t11\t\t\t\tB00TEST001\t\t\t1\t\t\tB00TEST001\t\t\t0\tDEFAULT\t\tActive\n";
    let tables = one("a.txt", format!("{good}{row}"));
    assert_eq!(tables.listings.len(), 1);
    assert_eq!(
        told(&tables),
        [
            "row-width 3 - [] row-ignored",
            "row-width 4 - [] row-ignored"
        ]
    );
}

#[test]
fn fba_stock_is_the_same_in_both_downloads() {
    let english = "sku\tfnsku\tasin\tproduct-name\tcondition\tyour-price\tmfn-listing-exists\tmfn-fulfillable-quantity\tafn-listing-exists\tafn-warehouse-quantity\tafn-fulfillable-quantity\tafn-unsellable-quantity\tafn-reserved-quantity\tafn-total-quantity\tper-unit-volume\tafn-inbound-working-quantity\tafn-inbound-shipped-quantity\tafn-inbound-receiving-quantity\tafn-researching-quantity\tafn-reserved-future-supply\tafn-future-supply-buyable\n\
        S\tX001\tB00TEST001\tケトル\tNew\t1980.00\tNo\t\tYes\t9\t5\t1\t3\t9\t0.1\t1\t20\t300\t0\t0\t0\n";
    let japanese = format!(
        "{FBA}\r\nS,X001,B00TEST001,ケトル,新品,1980,No,,Yes,9,5,1,3,9,0.1,1,20,300,0,0,0\r\n"
    );
    for tables in [
        one("fba.txt", english),
        one("FBA在庫.csv", cp932(&japanese)),
    ] {
        assert_eq!(
            told(&tables).iter().filter(|t| !t.contains("zero")).count(),
            told(&tables).len()
        );
        let stock = tables.stock[0];
        assert_eq!(sku(&tables, stock.sku), "S");
        assert_eq!(text(&tables, stock.title), "ケトル");
        assert_eq!(stock.condition, Some(Condition::NEW));
        assert_eq!(stock.price, Some(Yen(1_980)));
        let counts = (
            stock.on_hand,
            stock.reserved,
            stock.unsellable,
            stock.inbound,
        );
        assert_eq!(counts, (Some(5), Some(3), Some(1), Some(321)));
        assert_eq!(tables.files[0].shape.as_deref(), Some("fba-stock"));
        assert_eq!(place(&tables, stock.origin).1, 2);
    }
}

#[test]
fn afn_stock_has_a_row_for_each_condition_of_the_units() {
    let tables = one(
        "FBA在庫レポート+01-26-2026.txt",
        "seller-sku\tfulfillment-channel-sku\tasin\tcondition-type\tWarehouse-Condition-code\tQuantity Available\n\
         S\tX001\tB00TEST001\tNewItem\tSELLABLE\t5\nS\tX001\tB00TEST001\tNewItem\tUNSELLABLE\t2\n",
    );
    assert_eq!(told(&tables), [""; 0]);
    let [good, bad] = tables.stock[..] else {
        panic!("two rows")
    };
    assert_eq!((good.on_hand, good.unsellable), (Some(5), None));
    assert_eq!((bad.on_hand, bad.unsellable), (None, Some(2)));
    assert_eq!((good.reserved, good.inbound), (None, None));
    assert_eq!(good.sku, bad.sku);
}

#[test]
fn an_account_is_the_same_in_both_languages() {
    let english = tsv(
        ENGLISH,
        &[&[
            ("item-name", "ケトル 24\""),
            ("seller-sku", "倉庫-1"),
            ("price", "2980"),
            ("quantity", "4"),
            ("product-id-type", "1"),
            ("item-note", "新品です"),
            ("item-condition", "11"),
            ("asin1", "B00TEST002"),
            ("product-id", "B00TEST002"),
            ("fulfillment-channel", "DEFAULT"),
            ("status", "Active"),
        ]],
    );
    let japanese = tsv(
        DEFAULT,
        &[&[
            ("商品名", "ケトル 24\""),
            ("出品者SKU", "倉庫-1"),
            ("価格", "2980"),
            ("数量", "4"),
            ("商品IDタイプ", "1"),
            ("商品ID", "B00TEST002"),
            ("コンディション説明", "新品です"),
            ("コンディション", "11"),
            ("フルフィルメント・チャンネル", "DEFAULT"),
            ("ステータス", "Active"),
        ]],
    );
    let values = |tables: &Tables| {
        let l = tables.listings[0];
        format!(
            "{} {} {} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?}",
            sku(tables, l.sku),
            text(tables, l.title),
            text(tables, l.note),
            l.asin,
            l.jan,
            l.condition,
            l.price,
            l.quantity,
            l.channel,
            l.status,
            l.origin
        )
    };
    let (a, b) = (one("a.txt", english), one("a.txt", cp932(&japanese)));
    assert_eq!(values(&a), values(&b));
    assert_eq!(told(&a), told(&b));
}
