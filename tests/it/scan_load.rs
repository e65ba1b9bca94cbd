//! A made account of any size, and that the report on it does not depend on the threads.

use crate::scan_run::{Desk, TODAY, cp932};
use std::fmt::Write as _;

/// Numbers that look thrown and are always the same (SplitMix64).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % limit
    }

    fn one<'t>(&mut self, of: &[&'t str]) -> &'t str {
        of[self.below(of.len() as u64) as usize]
    }
}

const GOODS: &[&str] = &[
    "やかん",
    "鍋ぶた",
    "髙級ﾏｸﾞ",
    "財布",
    "カメラ",
    "ラジオ①",
    "水筒",
    "Tシャツ",
    "香水",
    "ぬいぐるみ",
];
const BRANDS: &[&str] = &[
    "",
    "",
    "",
    "グッチ ",
    "ナイキ ",
    "みほん舎 ",
    "GUCCI ",
    "ソニー ",
];
const MARKS: &[&str] = &[
    "",
    "",
    "",
    "",
    " 国内正規品",
    " 並行輸入品",
    "【並行輸入品】",
    " 非売品",
];
const NOTES: &[&str] = &[
    "",
    "",
    "",
    "箱に傷みあり",
    "開封済みです",
    "未開封。並行輸入品",
    "国内正規品です",
];
const SHOPS: &[(&str, &str)] = &[
    ("みほん卸株式会社", "卸"),
    ("メルカリ", "フリマ"),
    ("ブックオフ", "リサイクル"),
    ("ヤマダ電機", "小売"),
    ("Amazon.co.jp", "Amazon"),
    ("見本 一郎", "個人"),
];

/// Writes an account of so many listings into `input`: Japanese exports in CP932, a ledger, papers.
pub fn account(desk: &Desk, listings: u32) {
    let mut dice = Dice(u64::from(listings));
    let mut list = String::from(
        "商品名\t出品者SKU\t価格\t数量\t商品IDタイプ\tコンディション説明\tコンディション\t商品ID\tフルフィルメント・チャンネル\tステータス\r\n",
    );
    let mut stock = String::from(
        "出品者SKU,ASIN,商品名,コンディション,価格,Amazon出荷在庫(出荷可),Amazon出荷在庫(販売不可),Amazon出荷在庫(引当済み),Amazon納品数(発送済み)\r\n",
    );
    let mut bought =
        String::from("仕入日,仕入先,SKU,商品名,数量,単価,請求書番号,流通経路,仕入先区分\r\n");
    let mut orders = String::from(
        "amazon-order-id\tpurchase-date\torder-status\tsales-channel\tsku\tasin\tquantity\titem-price\n",
    );
    let mut papers = String::from("書類種類,発行日,請求書番号,仕入先,SKU,数量\r\n");
    for n in 0..listings {
        let sku = format!("SK-{n:06}");
        // Some pages have two offers.
        let asin = format!("B0L{:07}", n - n % 7 % 2);
        let goods = dice.one(GOODS);
        let title = format!("{}{goods} {n}{}", dice.one(BRANDS), dice.one(MARKS));
        let price = 500 + dice.below(90_000);
        let fba = dice.below(4) > 0;
        let (channel, quantity) = if fba {
            ("AMAZON_JP", "")
        } else {
            ("DEFAULT", "3")
        };
        let (note, condition) = (dice.one(NOTES), dice.one(&["11", "11", "11", "2"]));
        let _ = write!(
            list,
            "{title}\t{sku}\t{price}\t{quantity}\t1\t{note}\t{condition}\t{asin}\t{channel}\tActive\r\n"
        );
        if fba {
            let _ = write!(
                stock,
                "{sku},{asin},{title},新品,{price},{},0,0,0\r\n",
                dice.below(9)
            );
        }
        let (shop, class) =
            SHOPS[(dice.below(12) as usize).min(SHOPS.len()).saturating_sub(6) % SHOPS.len()];
        let (month, day) = (1 + dice.below(10), 1 + dice.below(28));
        let route = dice.one(&["", "国内正規品", "並行輸入品"]);
        let units = 1 + dice.below(12);
        if dice.below(10) > 0 {
            let _ = write!(
                bought,
                "2026/{month:02}/{day:02},{shop},{sku},{goods},{units},{},N-{n},{route},{class}\r\n",
                price / 2
            );
        }
        if dice.below(3) > 0 {
            let year = dice.one(&["2026", "2026", "2025"]);
            let _ = write!(
                papers,
                "請求書,{year}/{month:02}/{day:02},N-{n},{shop},{sku},{units}\r\n"
            );
        }
        for sale in 0..dice.below(3) {
            let _ = writeln!(
                orders,
                "503-{n:07}-{sale:07}\t2026-{month:02}-{day:02}T03:00:00+00:00\tShipped\tAmazon.co.jp\t{sku}\t{asin}\t1\t{price}"
            );
        }
    }
    desk.write("input/listings.txt", cp932(&list))
        .write("input/fba.csv", cp932(&stock))
        .write("input/仕入.csv", cp932(&bought))
        .write("input/orders.txt", orders)
        .write("input/papers.csv", cp932(&papers));
}

#[test]
fn threads_change_no_byte() {
    let desk = Desk::new();
    account(&desk, 3_200);
    let run = |threads: &str| {
        let report = |ending: &str| format!("out/{threads}.{ending}");
        let (csv, json) = (report("csv"), report("json"));
        std::fs::create_dir_all(desk.path("out")).unwrap();
        let mut args = vec!["scan", "input", "--today", TODAY, "--lang", "ja", "--quiet"];
        args.extend(["--threads", threads, "--out", &csv, "--out", &json]);
        let ran = desk.run(&args);
        ran.sane();
        (ran.out(), desk.read(&csv), desk.read(&json))
    };
    let (one, many) = (run("1"), run("8"));
    let report = crate::scan_run::report(&one.2).unwrap();
    assert_eq!(report.head.summary.skus, 3_200);
    assert!(
        report.findings.len() > 3_000,
        "{} findings",
        report.findings.len()
    );
    assert!(one.0 == many.0, "the table differs");
    assert!(one.1 == many.1, "the CSV differs");
    assert!(one.2 == many.2, "the JSON differs");
}
