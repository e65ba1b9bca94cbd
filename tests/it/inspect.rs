//! `kenpin inspect`: one title, files of several forms, other names, one holder, bad rows.

use crate::run::{kenpin, run, told};
use serde_json::Value;
use std::fs;
use std::path::Path;

/// The JSON lines of a run.
fn lines(folder: &Path, arguments: &[&str]) -> Vec<Value> {
    let (code, out, err) = run(folder, &[&["inspect", "--json"], arguments].concat());
    assert_eq!((code, err.as_str()), (0, ""), "{arguments:?}");
    out.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn one(title: &str, more: &[&str]) -> Value {
    let folder = tempfile::tempdir().unwrap();
    let arguments = [&["--title", title], more].concat();
    lines(folder.path(), &arguments).remove(0)
}

#[test]
fn a_line_of_json_has_every_field_in_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let title = "【国内正規品】GUCCI キーケース 非売品";
    let arguments = [
        "inspect",
        "--json",
        "--title",
        title,
        "--note",
        "外箱に傷があります。",
    ];
    let (code, out, _) = run(folder.path(), &arguments);
    assert_eq!(code, 0);
    // The tier depends on how sure the matching of names is of the place.
    let expected = r#"{"id":"1","page":"domestic","brands":[{"name":"GUCCI","tier":""#;
    assert!(out.starts_with(expected), "{out}");
    assert!(
        out.ends_with(concat!(
            r#""matched":"GUCCI","field":"title"}],"regulated":[],"condition":["box","damaged"],"#,
            r#""not_for_sale":true,"trademark":"generic"}"#,
            "\n"
        )),
        "{out}"
    );
}

#[test]
fn pages_are_labelled_in_the_order_of_what_decides() {
    for (title, label) in [
        ("北欧スピーカー S2 【国内正規品２年保証】", "domestic"),
        ("北欧スピーカー S2（正規輸入品）", "domestic"),
        ("北欧スピーカー S2 【 並行輸入品 】", "parallel"),
        ("北欧スピーカー S2 米国正規品 並行輸入品", "parallel"),
        ("北欧スピーカー S2 国内正規品 並行輸入品", "ambiguous"),
        ("北欧スピーカー S2 正規品 並行輸入品", "ambiguous"),
        ("北欧スピーカー S2 正規品", "ambiguous"),
        ("北欧スピーカー S2 米国正規品", "ambiguous"),
        ("海の映画 [DVD] [Import]", "ambiguous"),
        ("北欧スピーカー S2 並行輸入品ではありません", "neutral"),
        ("北欧スピーカー S2 メーカー保証2年 日本語版", "neutral"),
        ("はじめての並行処理と正規表現", "neutral"),
    ] {
        assert_eq!(one(title, &[])["page"], label, "{title}");
    }
}

#[test]
fn regulated_goods_are_found_and_their_look_alikes_are_not() {
    for (title, ids) in [
        ("【第②類医薬品】鼻炎薬 20錠", &["drug-otc"][..]),
        ("小型モバイルバッテリー 5000mAh", &["pse-circle"]),
        ("モバイルバッテリーケース 黒", &[]),
        ("測定器 18650mAh 大容量", &[]),
        ("木のラトル 生後6ヶ月から", &["psc-child"]),
        ("木のパズル 対象年齢12歳から", &[]),
        ("動物用医薬部外品 のみとりシャンプー 犬用", &[]),
        ("麦茶 500ml×24本", &["food-gate"]),
        ("台所用洗剤 500ml×24本", &[]),
    ] {
        assert_eq!(one(title, &[])["regulated"], Value::from(ids), "{title}");
    }
}

#[test]
fn the_brand_of_the_page_decides_whose_mark_leads() {
    for (title, brand, used) in [
        ("iPhone 充電ケーブル 1m", "Apple(アップル)", "generic"),
        ("iPhone 充電ケーブル 1m", "くじら工房", "mixed"),
        (
            "くじら工房 iPhone 対応 ケーブル",
            "くじら工房",
            "compatible",
        ),
        ("ドラえもん マグカップ", "くじら工房", "character-ip"),
        (
            "公式ライセンス商品 ドラえもん マグ",
            "くじら工房",
            "licensed",
        ),
        ("有名ブランド風 財布", "くじら工房", "lookalike"),
        ("純正 交換フィルター KF-1", "くじら工房", "genuine"),
        ("34インチまで対応 モニター台", "くじら工房", "generic"),
    ] {
        let seen = one(title, &["--brand", brand]);
        assert_eq!(seen["trademark"], used, "{title} {brand}");
    }
}

#[test]
fn files_of_several_forms_and_encodings_are_read() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let tsv = "id\ttitle\tbrand_field\tnote\na-1\t化粧水 150ml\t\t開封済みです\na-2\tGUCCI 財布\tGUCCI\t\n";
    fs::write(at.join("a.tsv"), tsv).unwrap();
    let (cp932, _, lost) =
        encoding_rs::SHIFT_JIS.encode("id,title\r\nb-1,\"皿, 2枚 [並行輸入品]\"\r\n");
    assert!(!lost);
    fs::write(at.join("b.csv"), cp932).unwrap();
    let report = "商品名\t出品者SKU\tコンディション説明\n木皿 【国内正規品】\tS-1\t新品\n";
    fs::write(at.join("c.txt"), report).unwrap();
    let rows = lines(at, &["a.tsv"]);
    assert_eq!(rows[0]["condition"], Value::from(vec!["opened"]));
    assert_eq!(rows[1]["brands"][0]["tier"], "is");
    assert_eq!(rows[1]["brands"][0]["field"], "brand");
    let rows = lines(at, &["b.csv"]);
    assert_eq!(
        (&rows[0]["id"], &rows[0]["page"]),
        (&"b-1".into(), &"parallel".into())
    );
    let rows = lines(at, &["c.txt"]);
    assert_eq!(
        (&rows[0]["id"], &rows[0]["page"]),
        (&"S-1".into(), &"domestic".into())
    );
}

#[test]
fn a_watch_list_takes_the_place_of_the_names_of_the_packs() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let list = "canonical\taliases\nくじら工房\tKUJIRA KOBO|クジラ コウボウ\n\"引用\"屋\t\n";
    fs::write(at.join("w.tsv"), list).unwrap();
    fs::write(
        at.join("t.tsv"),
        "id\ttitle\n1\tGUCCI と KUJIRA KOBO の皿\n",
    )
    .unwrap();
    let rows = lines(at, &["t.tsv", "--watchlist", "w.tsv"]);
    let names: Vec<&Value> = rows[0]["brands"]
        .as_array()
        .unwrap()
        .iter()
        .map(|b| &b["name"])
        .collect();
    assert_eq!(names, ["くじら工房"]);
    fs::write(at.join("w.tsv"), "name\taliases\n").unwrap();
    let (code, _, err) = run(
        at,
        &["inspect", "t.tsv", "--watchlist", "w.tsv", "--lang", "en"],
    );
    assert_eq!(code, 2);
    assert!(err.contains("canonical"), "{err}");
}

#[test]
fn only_the_rows_of_one_holder_are_shown() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let rows = "id\ttitle\tbrand_field\n1\tナイキ ソックス\t\n2\t木の皿\tくじら工房\n3\tくじら工房 皿\t\n4\t木の皿\t\n";
    fs::write(at.join("t.tsv"), rows).unwrap();
    let ids = |only: &str| -> Vec<String> {
        let rows = lines(at, &["t.tsv", "--only", only]);
        rows.iter()
            .map(|row| row["id"].as_str().unwrap().to_owned())
            .collect()
    };
    // By any spelling of the list, and by a name of no list.
    assert_eq!(ids("NIKE"), ["1"]);
    assert_eq!(ids("くじら工房"), ["2", "3"]);
}

#[test]
fn bad_rows_are_named_by_line_and_the_rest_is_looked_at() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let mut bytes = "id\ttitle\n1\t木の皿\n2\t\n3\t".as_bytes().to_vec();
    bytes.extend_from_slice(b"\xff\xfe\xff\n4\t");
    bytes.extend_from_slice("鉄の皿\n".as_bytes());
    fs::write(at.join("t.tsv"), bytes).unwrap();
    fs::write(at.join("config.toml"), "encoding = \"utf-8\"\n").unwrap();
    let (code, out, err) = run(at, &["inspect", "--json", "t.tsv", "--lang", "en"]);
    assert_eq!(code, 3, "{err}");
    let ids: Vec<String> = out
        .lines()
        .map(|line| {
            serde_json::from_str::<Value>(line).unwrap()["id"]
                .as_str()
                .unwrap()
                .to_owned()
        })
        .collect();
    assert!(
        ids.contains(&"1".to_owned()) && ids.contains(&"4".to_owned()),
        "{out}"
    );
    assert!(err.contains("line 3 was left: it has no title"), "{err}");
    fs::write(at.join("n.tsv"), "a\tb\n1\t2\n").unwrap();
    let (code, _, err) = run(at, &["inspect", "n.tsv", "--lang", "en"]);
    assert_eq!(code, 2);
    assert!(err.contains("no column with titles"), "{err}");
}

#[test]
fn hostile_titles_cannot_act_on_a_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let title = "\u{1b}]0;owned\u{7}非売品\u{202e} <b> GUCCI";
    for lang in ["ja", "en"] {
        let output = kenpin(folder.path())
            .args([
                "inspect",
                "--title",
                title,
                "--brand",
                "\u{1b}[2J",
                "--lang",
                lang,
            ])
            .output()
            .unwrap();
        let (code, out, _) = told(&output);
        assert_eq!(code, 0);
        assert!(!out.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{out:?}");
        assert!(out.contains("GUCCI"), "{out}");
    }
}

#[test]
fn what_is_missing_or_too_much_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    for (arguments, said) in [
        (&["inspect"][..], "missing"),
        (&["inspect", "x.tsv", "--title", "y"], "cannot be used"),
        (&["inspect", "--brand", "y"], "missing"),
        (&["inspect", "gone.tsv"], "no such file"),
    ] {
        let arguments = [arguments, &["--lang", "en"]].concat();
        let (code, out, err) = run(folder.path(), &arguments);
        assert_eq!((code, out.as_str()), (2, ""), "{arguments:?}");
        assert!(err.to_lowercase().contains(said), "{arguments:?}: {err}");
    }
}
