//! The messages are complete, alike in both languages, and no sentence mixes them.

use crate::write_sample::{entries, variables, words};
use kenpin::checks::FACT_KEYS;
use kenpin::model::{
    AccountState, Attest, Channel, Day, Decision, Disposition, DocumentKind, Evidence, Fact,
    Family, Field, FileType, Grade, Input, Lang, Layer, Mark, Metric, Route, SalesReport, Scope,
    SellerDetail, Severity, Status, SupplierClass, Told, Value, Yen,
};
use std::collections::{BTreeMap, BTreeSet};

fn is_japanese(c: char) -> bool {
    matches!(c, 'ぁ'..='ヿ' | '一'..='龠' | '、' | '。' | '「' | '」')
}

#[test]
fn both_languages_have_the_same_messages_with_the_same_values() {
    let (ja, en) = (entries(Lang::Ja), entries(Lang::En));
    assert!(ja.len() > 350, "{}", ja.len());
    // The English help and man page stand at the arguments themselves, in the code.
    let in_code = |id: &str| id.starts_with("help") || id.starts_with("man-");
    let only = |of: &BTreeMap<String, String>, other: &BTreeMap<String, String>| {
        let ids = of
            .keys()
            .filter(|id| !other.contains_key(*id) && !in_code(id));
        ids.cloned().collect::<Vec<_>>()
    };
    assert_eq!((only(&ja, &en), only(&en, &ja)), (vec![], vec![]));
    for (id, text) in ja.iter().filter(|(id, _)| en.contains_key(*id)) {
        assert_eq!(variables(text), variables(&en[id]), "{id}");
        assert!(!text.is_empty() && !en[id].is_empty(), "{id}");
    }
}

#[test]
fn every_word_of_every_closed_set_has_a_name() {
    let words = words();
    let mut all: BTreeSet<&str> = BTreeSet::new();
    macro_rules! take {
        ($($set:ident),+) => { $(all.extend($set::ALL.iter().map(|member| member.word()));)+ };
    }
    take!(
        Lang,
        Severity,
        Decision,
        Family,
        Grade,
        Input,
        Field,
        SalesReport,
        Channel,
        Status,
        Route,
        SupplierClass,
        DocumentKind,
        FileType,
        Disposition,
        Scope,
        Mark,
        Layer,
        Metric,
        AccountState,
        Attest,
        SellerDetail
    );
    all.extend([
        "unknown",
        "repaired",
        "cell-ignored",
        "row-ignored",
        "file-ignored",
        "noted",
    ]);
    for lang in [Lang::Ja, Lang::En] {
        for word in &all {
            assert!(
                words.has(lang, &format!("word-{word}")),
                "{lang}: word-{word}"
            );
        }
        let sets = [
            (
                "severity",
                Severity::ALL.iter().map(|w| w.word()).collect::<Vec<_>>(),
            ),
            ("decision", Decision::ALL.iter().map(|w| w.word()).collect()),
            ("family", Family::ALL.iter().map(|w| w.word()).collect()),
            ("kind", Scope::ALL.iter().map(|w| w.word()).collect()),
            ("input", Input::ALL.iter().map(|w| w.word()).collect()),
            ("get", Input::ALL.iter().map(|w| w.word()).collect()),
            ("fill", Input::ALL.iter().map(|w| w.word()).collect()),
        ];
        for (set, members) in sets {
            for word in members {
                assert!(
                    words.has(lang, &format!("ui-{set}-{word}")),
                    "{lang}: ui-{set}-{word}"
                );
            }
        }
    }
}

/// Latin words that Japanese sentences use: names, codes, commands, file types.
const NAMES: &[&str] = &[
    "ACCT",
    "ASIN",
    "Amazon",
    "C",
    "CSV",
    "Excel",
    "FBA",
    "GIF",
    "ID",
    "ISBN",
    "JAN",
    "JPEG",
    "PDF",
    "PNG",
    "SKU",
    "Seller",
    "Central",
    "TIFF",
    "UPC",
    "account",
    "asin",
    "T",
    "format",
    "json",
    "proof",
    "columns",
    "config",
    "asins",
    "csv",
    "designation",
    "false",
    "distribution",
    "gate",
    "shipment",
    "init",
    "kenpin",
    "audit",
    "scan",
    "lists",
    "out",
    "packs",
    "report",
    "rules",
    "update",
    "toml",
    "true",
    "v",
    "A",
    "B",
    "D",
    "API",
    "GET",
    "JSON",
    "PERFORMANCE",
    "REPORT",
    "SELLER",
    "SHA",
    "T",
    "V",
    "notice",
    "notices",
    "jsonl",
    "add",
    "fetch",
    "restrictions",
    "SP",
    "eligibility",
    "listings",
    "invoice",
    "numbers",
];

#[test]
fn no_japanese_sentence_has_english_words_in_it() {
    // The commands' own messages speak of keys, options and types by their names.
    let of_report = |id: &str| {
        let set = id.split('-').next().unwrap_or_default();
        ["ui", "word", "fact", "issue", "unmatched"].contains(&set)
    };
    let said = entries(Lang::Ja);
    for (id, text) in said.iter().filter(|(id, _)| of_report(id)) {
        // What stands in braces is a value or another message.
        let mut outside = String::new();
        let mut depth = 0;
        for c in text.chars() {
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                c if depth == 0 => outside.push(c),
                _ => {}
            }
        }
        let latin = outside
            .split(|c: char| !c.is_ascii_alphabetic())
            .filter(|w| !w.is_empty());
        for word in latin {
            assert!(NAMES.contains(&word), "{id}: {word}");
        }
        assert!(!outside.contains(['"', '!']), "{id}: {outside}");
    }
}

#[test]
fn english_has_japanese_only_for_names_of_menus_and_reports() {
    for (id, text) in entries(Lang::En) {
        let named = ["ui-get-", "ui-fill-"]
            .iter()
            .any(|set| id.starts_with(set))
            || text.contains("レポート)")
            // A language is offered in itself.
            || id == "page-lang-other";
        assert!(named || !text.chars().any(is_japanese), "{id}: {text}");
    }
}

#[test]
fn no_message_promises_safety() {
    for lang in [Lang::Ja, Lang::En] {
        for (id, text) in entries(lang) {
            // The name of a profile is no promise.
            let text = text.replace("safe、balanced、profit", "");
            assert!(
                !text.contains("安全") && !text.to_lowercase().contains("safe"),
                "{id}"
            );
        }
    }
}

#[test]
fn values_read_as_their_language_writes_them() {
    let words = words();
    let day: Day = "2026-11-01".parse().expect("a day");
    let said = |lang, value: Value| words.value(lang, &value).into_owned();
    for lang in [Lang::Ja, Lang::En] {
        assert_eq!(said(lang, Value::Int(-1_234_567)), "-1,234,567");
        assert_eq!(said(lang, Value::from(Yen(1_234))), "¥1,234");
        assert_eq!(said(lang, Value::from(Yen(-999))), "-¥999");
        assert_eq!(said(lang, day.into()), "2026-11-01");
        assert_eq!(said(lang, "生の\u{1b}text".into()), "生の\u{1b}text");
        assert_eq!(said(lang, Value::word("no-such-word")), "no-such-word");
    }
    let list = || Value::words([Field::Phone, Field::Mail]);
    assert_eq!(said(Lang::Ja, list()), "電話番号、メールアドレス");
    assert_eq!(said(Lang::En, list()), "phone, e-mail");
}

#[test]
fn a_message_chooses_its_plural_and_a_missing_one_shows() {
    let words = words();
    let say = |n: i64| words.say(Lang::En, "ui-findings", &[("n", &Value::Int(n))]);
    assert_eq!(say(1), "■ 1 finding");
    assert_eq!(say(1_000), "■ 1,000 findings");
    assert_eq!(words.say(Lang::Ja, "no-such", &[]), "<no-such>");
    assert_eq!(words.say(Lang::En, "ui-count", &[]), "{$n} ×");
}

#[test]
fn what_a_fact_does_not_know_is_said_to_be_unknown() {
    let words = words();
    let fact = |values: &[(&str, Value)]| Evidence {
        key: "bought-from-class".into(),
        values: values
            .iter()
            .map(|(n, v)| ((*n).to_owned().into(), v.clone()))
            .collect(),
        at: None,
    };
    let mut said = String::from("* ");
    let known = fact(&[
        ("class", Value::word("retail")),
        ("units", Value::Int(3)),
        ("supplier", "".into()),
    ]);
    words.fact(&mut said, Lang::Ja, &known);
    assert_eq!(
        said,
        "* 「不明」（小売店）から3個を仕入れています（仕入日 不明）。"
    );
    let unknown = fact(&[(
        "class",
        None::<&str>.map_or(Value::word("unknown"), Value::from),
    )]);
    said.clear();
    words.fact(&mut said, Lang::En, &unknown);
    assert_eq!(
        said,
        "unknown units were bought from \"unknown\" (unknown) on unknown."
    );
}

#[test]
fn words_are_shared_between_threads_and_reject_a_broken_file() {
    fn is_sync<T: Send + Sync>(_: &T) {}
    is_sync(&words());
    let broken = kenpin::write::Words::parse("a = { $", "a = b").expect_err("broken");
    assert_eq!(broken.lang, Lang::Ja);
    let twice = kenpin::write::Words::parse("a = b", "a = b\na = c").expect_err("twice");
    assert_eq!(twice.lang, Lang::En);
}

#[test]
fn a_lent_fact_is_said_as_its_evidence_is() {
    let words = words();
    let told = [
        Told::Int(1),
        Told::Int(-1_234_567),
        Told::Text(""),
        Told::Text("=\"a\", { $day }\n検品"),
        Told::Yen(Yen(-5_000)),
        Told::Day(jiff::civil::date(987, 1, 9)),
        Told::Word("invoice"),
        Told::Word("unknown"),
        Told::Word("no-such-word"),
        Told::Words(Vec::new()),
        Told::Words(vec!["invoice", "phone"]),
        Told::Words(vec!["phone", "no-such-word"]),
    ];
    // Beside every value, one is left out.
    let told: Vec<_> = told.into_iter().map(Some).chain([None]).collect();
    for ((key, names), told) in FACT_KEYS
        .iter()
        .flat_map(|f| told.iter().map(move |t| (f, t)))
    {
        let mut fact = Fact::new(key);
        let mut values = BTreeMap::new();
        for (nth, name) in names.iter().enumerate() {
            let one = Told::Int(nth as i64);
            let Some(told) = told.as_ref().or((nth > 0).then_some(&one)) else {
                continue;
            };
            values.insert((*name).into(), Value::from(told));
            fact = fact.with(name, told.clone());
        }
        let key = (*key).into();
        let evidence = Evidence {
            key,
            values,
            at: None,
        };
        for lang in Lang::ALL {
            let (mut quick, mut slow) = ("x".to_owned(), "x".to_owned());
            words.lent_fact(&mut quick, *lang, &fact);
            words.fact(&mut slow, *lang, &evidence);
            assert_eq!(quick, slow, "{fact:?}");
        }
    }
}

/// Names of the words that the page's own program and shell ask for.
pub fn page_words() -> BTreeSet<String> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data/page");
    let text = |name: &str| std::fs::read_to_string(folder.join(name)).expect("a file");
    let (script, shell) = (text("page.js"), text("page.html"));
    let of = |text: &str, before: &str| -> Vec<String> {
        let rest = text.split(before).skip(1);
        rest.filter_map(|rest| rest.split('"').next())
            .filter(|name| !name.is_empty() && !name.ends_with('-'))
            .map(str::to_owned)
            .collect()
    };
    let mut names: BTreeSet<String> = of(&script, "word(\"").into_iter().collect();
    names.extend(of(&shell, "data-word=\""));
    names.extend(of(&shell, "data-hint=\""));
    names
}
