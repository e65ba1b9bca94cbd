//! Units sold and returned: the four sales reports and the returns report.

use super::*;
use kenpin::model::{Disposition, SalesReport, Yen};

const ORDERS: &str = "amazon-order-id\tmerchant-order-id\tpurchase-date\tlast-updated-date\torder-status\tfulfillment-channel\tsales-channel\torder-channel\tship-service-level\tproduct-name\tsku\tasin\titem-status\tquantity\tcurrency\titem-price\titem-tax\tshipping-price";
const TRANSACTIONS: &str = "日付/時間,決済番号,トランザクションの種類,注文番号,SKU,説明,数量,Amazon 出品サービス,フルフィルメント,市町村,都道府県,郵便番号,税金徴収型,商品売上,商品の売上税,配送料,配送料の税金,ギフト包装手数料,ギフト包装クレジットの税金,Amazonポイントの費用,プロモーション割引額,プロモーション割引の税金,源泉徴収税を伴うマーケットプレイス,手数料,FBA 手数料,トランザクションに関するその他の手数料,その他,合計";

#[test]
fn orders_keep_the_cancelled_apart() {
    let row =
        |order: &'static str, day: &'static str, status: &'static str, channel: &'static str| {
            [
                ("amazon-order-id", order),
                ("purchase-date", day),
                ("order-status", status),
                ("sales-channel", channel),
                ("sku", "S"),
                ("asin", "B00TEST001"),
                ("quantity", "2"),
                ("item-price", "3960"),
            ]
        };
    let tables = one(
        "orders.txt",
        tsv(
            ORDERS,
            &[
                &row(
                    "503-1234567-1234567",
                    "2025-06-30T15:31:40+00:00",
                    "Shipped",
                    "Amazon.co.jp",
                ),
                &row(
                    "503-1234567-1234568",
                    "2025-06-30T14:59:59+00:00",
                    "Cancelled",
                    "Amazon.co.jp",
                ),
                &row(
                    "S01-1234567-1234567",
                    "2025-06-30T23:00:00+09:00",
                    "Shipped - Delivered to Buyer",
                    "Non-Amazon JP",
                ),
                &row("503-1234567-1234569", "", "Pending", "Amazon.co.jp"),
                &row("503-1234567-1234569", "6月", "Pending", "Amazon.co.jp"),
            ],
        ),
    );
    assert_eq!(
        told(&tables),
        [
            "day-missing 5 - [] row-ignored",
            "day-bad 6 purchase-date [6月] row-ignored",
            "not-amazon-order 4 - [] noted",
        ]
    );
    let [shipped, cancelled, elsewhere] = tables.sales[..] else {
        panic!("three sales")
    };
    // Half past midnight in Japan is the next day.
    assert_eq!(
        shipped.day.map(|d| d.to_string()),
        Some("2025-07-01".into())
    );
    assert_eq!(
        cancelled.day.map(|d| d.to_string()),
        Some("2025-06-30".into())
    );
    assert_eq!(
        [shipped, cancelled, elsewhere].map(|s| s.cancelled),
        [false, true, true]
    );
    assert_eq!((shipped.units, shipped.amount), (2, Some(Yen(3_960))));
    assert_eq!(shipped.report, SalesReport::Orders);
    assert!(shipped.order.is_some() && elsewhere.order.is_none());
    assert_eq!(place(&tables, elsewhere.origin), ("orders.txt".into(), 4));
    assert_eq!((tables.files[0].rows, tables.files[0].rows_bad), (5, 2));
}

#[test]
fn orders_of_both_vintages_and_a_selection_of_columns_are_known() {
    for header in [
        "amazon-order-id\tmerchant-order-id\tpurchase-date\torder-status\tfulfillment-channel\tsales-channel\tsku\tquantity\tcurrency\titem-price",
        "amazon-order-id\tpurchase-date\torder-status\turl\tsku\tasin\tquantity\titem-price\tis-sold-by-ab",
    ] {
        let tables = one(
            "o.tsv",
            tsv(
                header,
                &[&[
                    ("amazon-order-id", "250-0000001-0000001"),
                    ("purchase-date", "2025-06-30T01:00:00+09:00"),
                    ("order-status", "Shipped"),
                    ("sku", "倉庫A-0000001"),
                    ("quantity", "1"),
                    ("item-price", "300"),
                ]],
            ),
        );
        assert_eq!(tables.files[0].shape.as_deref(), Some("orders"));
        assert_eq!(tables.sales[0].units, 1);
    }
}

#[test]
fn shipments_price_each_unit() {
    let tables = one(
        "shipments.txt",
        "shipment-date\tsku\tfnsku\tasin\tfulfillment-center-id\tquantity\tamazon-order-id\tcurrency\titem-price-per-unit\tshipping-price\tgift-wrap-price\tship-city\tship-state\tship-postal-code\n\
         2025-06-05T15:31:40+00:00\tS\tX001\tB00TEST001\tFSZ1\t3\t503-1234567-1234567\tJPY\t1980\t0\t0\t\t\t\n",
    );
    let sale = tables.sales[0];
    assert_eq!(sale.report, SalesReport::Shipments);
    assert_eq!(sale.day.map(|d| d.to_string()), Some("2025-06-06".into()));
    assert_eq!((sale.units, sale.amount), (3, Some(Yen(5_940))));
}

#[test]
fn the_business_report_has_no_dates() {
    for header in [
        "（親）ASIN,（子）ASIN,タイトル,SKU,セッション数 - 合計,注文された商品点数,注文商品の売上額",
        "(親)ASIN,(子)ASIN,タイトル,SKU,セッション数 - 合計,注文された商品点数,注文商品の売上額",
    ] {
        let file = format!(
            "\u{feff}{header}\nB00TEST000,B00TEST001,\"ケトル, 赤\",S,\"1,234\",\"1,002\",\"￥1,234,567\"\n"
        );
        let tables = one("BusinessReport-26-1-1.csv", file);
        let sale = tables.sales[0];
        assert_eq!(sale.asin.map(|a| a.to_string()), Some("B00TEST001".into()));
        assert_eq!((sale.day, sale.units), (None, 1_002));
        assert_eq!(sale.amount, Some(Yen(1_234_567)));
        assert_eq!(sale.report, SalesReport::Business);
    }
}

#[test]
fn transactions_have_a_preamble_and_count_orders_only() {
    let commas = ",".repeat(27);
    let mut file = String::from("\u{feff}");
    for note in [
        "Amazon出品サービスにはAmazonマーケットプレイス、フルフィルメント by Amazonが含まれます",
        "すべての金額は円です",
        "定義:",
        "商品売上",
        "手数料",
        "その他",
        "合計",
    ] {
        file.push_str(&format!("{note}{commas}\n"));
    }
    file.push_str(&format!("{TRANSACTIONS}\n"));
    for (kind, sku, units) in [
        ("注文", "S", "2"),
        ("返金", "S", "1"),
        ("FBA 在庫関連の手数料", "", ""),
        ("新しい種類", "S", "1"),
    ] {
        file.push_str(&format!(
            "2025/01/01 0:21:14 JST,123,{kind},503-1234567-1234567,{sku},\"ケトル, 切れ\u{fffd}\",{units},amazon.jp,Amazon,,,,,\"2,691\",0,0,0,0,0,0,0,0,0,\"-1,436\",0,0,0,\"1,255\"\n"
        ));
    }
    let tables = one("2025年1月.csv", file);
    assert_eq!(tables.sales.len(), 1);
    let sale = tables.sales[0];
    assert_eq!((sale.units, sale.amount), (2, Some(Yen(2_691))));
    assert_eq!(sale.day.map(|d| d.to_string()), Some("2025-01-01".into()));
    assert_eq!(sale.report, SalesReport::Transactions);
    assert_eq!(place(&tables, sale.origin).1, 9);
    assert_eq!(
        told(&tables),
        [
            "word-unknown 12 トランザクションの種類 [新しい種類] row-ignored",
            "repaired-alike 9 商品売上 [2,691] repaired",
        ]
    );
}

#[test]
fn returns_come_with_and_without_comments() {
    let ten = "return-date\torder-id\tsku\tasin\tfnsku\tproduct-name\tquantity\tfulfillment-center-id\tdetailed-disposition\treason";
    let rest = "2025-06-05T15:31:40+00:00\t503-1234567-1234567\tS\tB00TEST001\tX\tケトル\t1\tFSZ1\tCUSTOMER_DAMAGED\tCR-NOT_AS_DESCRIBED";
    let short = one("返品.txt", cp932(&format!("{ten}\n{rest}\n")));
    let long = one(
        "返品.txt",
        cp932(&format!(
            "{ten}\tstatus\tlicense-plate-number\tcustomer-comments\n{rest}\tReimbursed\tLPN1\t偽物でした\n"
        )),
    );
    for (tables, comment) in [(short, ""), (long, "偽物でした")] {
        let returned = tables.returns[0];
        assert_eq!(text(&tables, returned.reason), "NOT_AS_DESCRIBED");
        assert_eq!(text(&tables, returned.comment), comment);
        assert_eq!(returned.disposition, Disposition::CustomerDamaged);
        assert_eq!(
            returned.day.map(|d| d.to_string()),
            Some("2025-06-06".into())
        );
        assert_eq!(told(&tables), [""; 0]);
    }
}

#[test]
fn an_unknown_disposition_survives() {
    let tables = one(
        "r.txt",
        "return-date\tsku\tquantity\tdetailed-disposition\treason\n2025-06-05\tS\t1\tLOST_IN_SPACE\tNEW_REASON\n",
    );
    assert_eq!(tables.returns[0].disposition, Disposition::Unknown);
    assert_eq!(text(&tables, tables.returns[0].reason), "NEW_REASON");
    assert_eq!(
        told(&tables),
        ["word-unknown 2 detailed-disposition [LOST_IN_SPACE] cell-ignored"]
    );
}
