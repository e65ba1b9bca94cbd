//! `kenpin pull` on the demo account: every offer of a name, on a list or not, in three formats.

use crate::scan_run::{Desk, copy_tree, repository};
use kenpin::model::{Pull, Pulled};

fn desk() -> Desk {
    let desk = Desk::new();
    copy_tree(
        &repository().join("data/demo"),
        &desk.path("input"),
        &|name| !["README.md", "expected.json", "generate.py"].contains(&name),
    );
    desk
}

fn pull(desk: &Desk, brand: &str, more: &[&str]) -> String {
    let args = ["pull", brand, "input", "--today", "2026-11-21"];
    let ran = desk.run(&[&args, more].concat());
    let said = String::from_utf8_lossy(&ran.stderr).into_owned();
    assert_eq!(ran.code, Some(0), "{said}");
    String::from_utf8(ran.stdout).unwrap()
}

fn found(desk: &Desk, brand: &str) -> Pull {
    serde_json::from_str(&pull(desk, brand, &["--format", "json"])).unwrap()
}

#[test]
fn every_offer_of_a_name_is_listed_in_any_spelling() {
    let desk = desk();
    // On the shipped list, written in kana in the title.
    let burberry = found(&desk, "burberry");
    let titles = |pull: &Pull, tier: &str| -> Vec<String> {
        let of_tier = |offer: &&Pulled| offer.tier == tier;
        let offers = pull.offers.iter().filter(of_tier);
        offers.map(|offer| offer.title.clone()).collect()
    };
    let of_brand = titles(&burberry, "is");
    assert_eq!(of_brand.len(), 1, "{burberry:?}");
    assert!(of_brand[0].starts_with("バーバリー"), "{of_brand:?}");
    assert_eq!(burberry.asins, 1);
    let offer = &burberry.offers[0];
    assert_eq!((offer.units, offer.fba), (Some(3), Some(3)));
    assert_eq!(offer.yen_at_stake, burberry.yen_at_stake);
    assert!(offer.yen_at_stake.is_some_and(|yen| yen.0 > 0));
    // On no list: the name of the catalogue and of the titles.
    for name in ["SORABAKO", "ｿﾗﾊﾞｺ"] {
        let own = found(&desk, name);
        let of_brand = titles(&own, "is");
        assert!(of_brand.len() > 20, "{name}: {}", own.offers.len());
        let named = |title: &String| title.contains("ソラバコ");
        assert!(name != "ｿﾗﾊﾞｺ" || of_brand.iter().all(named), "{of_brand:?}");
        let units: u64 = own.offers.iter().filter_map(|offer| offer.units).sum();
        assert_eq!(own.units, units);
    }
    // A seller-fulfilled offer has units, and none at FBA.
    let merchant = found(&desk, "ソラバコ");
    let merchant = merchant.offers.iter().find(|offer| offer.fba.is_none());
    assert!(
        merchant.is_some_and(|offer| offer.units.is_some()),
        "{merchant:?}"
    );
    assert!(found(&desk, "ザラストレア").offers.is_empty());
}

#[test]
fn the_list_is_a_table_or_a_file_for_a_spreadsheet() {
    let desk = desk();
    let table = pull(&desk, "NIKE", &["--lang", "en"]);
    assert!(table.contains("is the brand"), "{table}");
    assert!(table.contains("NIKE スポーツソックス"), "{table}");
    assert!(table.contains("removal order"), "{table}");
    let none = pull(&desk, "\u{1b}[31mX", &["--lang", "ja"]);
    assert!(none.contains("出品はありません"), "{none}");
    assert!(!none.contains('\u{1b}'), "{none:?}");
    let csv = pull(&desk, "NIKE", &["--format", "csv", "--lang", "ja"]);
    let mut rows = csv.lines();
    assert!(
        rows.next()
            .is_some_and(|row| row.starts_with("\u{feff}確かさ,SKU,ASIN,")),
        "{csv}"
    );
    assert!(
        rows.next()
            .is_some_and(|row| row.contains("このブランドの商品")),
        "{csv}"
    );
}
