//! Names found, told apart and left alone.

use super::*;
use proptest::prelude::*;
use std::sync::LazyLock;

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let context = include_str!("../../data/lexicon/context.csv");
    let ja = include_str!("../../data/lexicon/ja.txt");
    let en = include_str!("../../data/lexicon/en.txt");
    Lexicon::parse(ja, en, context).unwrap()
});

/// Made-up names, each with its other spellings, and a few that everyone knows.
const NAMES: &[&[&str]] = &[
    &["Tolvani", "トルヴァーニ"],
    &["Kuromeria", "クロメリア", "黒芽里亜"],
    &["Apple", "アップル"],
    &["コスモラーナ", "COSMORANA"],
    &["Zeph", "ゼフ"],
    &["霧ヶ島製作所"],
    &["まどろみ堂"],
    &["Fenn & Orra"],
    &["Mira Solano", "ミラ・ソラーノ"],
    &["Mira Solano Junior"],
    &["グラウペン", "Graupen"],
    &["X2"],
];

fn watch_of(allow: &[&str]) -> Watch {
    let entry = |names: &&[&str]| Entry {
        name: names[0].to_owned(),
        aliases: names[1..].iter().map(|n| (*n).to_owned()).collect(),
    };
    let entries: Vec<Entry> = NAMES.iter().map(entry).collect();
    let allow: Vec<String> = allow.iter().map(|a| (*a).to_owned()).collect();
    Watch::build(&entries, &allow, &LEXICON).unwrap()
}

static WATCH: LazyLock<Watch> = LazyLock::new(|| watch_of(&[]));

fn hits(watch: &Watch, title: &str, brand_field: Option<&str>) -> Vec<Hit> {
    let mut hits = Vec::new();
    watch.look(
        &Look { title, brand_field },
        &mut Scratch::default(),
        &mut hits,
    );
    hits
}

/// `name tier why` of every hit, in order.
fn told(title: &str, brand_field: Option<&str>) -> Vec<String> {
    let name = |hit: &Hit| NAMES[hit.entry as usize][0];
    let told = |hit: &Hit| format!("{} {} {}", name(hit), hit.tier.word(), hit.why.word());
    hits(&WATCH, title, brand_field).iter().map(told).collect()
}

#[test]
fn a_name_is_found_between_the_edges_of_words() {
    assert_eq!(told("Tolvani 折りたたみ椅子", None), ["Tolvani is lead"]);
    assert_eq!(told("クロメリアの枕", None), ["Kuromeria is lead"]);
    assert_eq!(
        told("霧ヶ島製作所製 片手鍋", None),
        ["霧ヶ島製作所 is lead"]
    );
    assert_eq!(
        told("Fenn&Orra ハンドクリーム", None),
        ["Fenn & Orra is lead"]
    );
    for none in [
        "Tolvanite 鉱石標本",
        "アクロメリアン",
        "ネグラウペンス",
        "X25 ドリル",
    ] {
        assert!(told(none, None).is_empty(), "{none}");
    }
}

#[test]
fn width_case_and_separators_do_not_matter() {
    for title in [
        "ＴＯＬＶＡＮＩ 椅子",
        "tolvani椅子",
        "ﾄﾙｳﾞｧｰﾆ 椅子",
        "ミラソラーノ 皿",
        "ﾐﾗ･ｿﾗｰﾉ 皿",
    ] {
        let found = told(title, None);
        assert!(
            found.len() == 1 && found[0].ends_with("is lead"),
            "{title}: {found:?}"
        );
    }
}

#[test]
fn respelled_names_are_found_and_named_so() {
    for (title, why) in [
        ("くろめりあ 枕", "respelled-kana"),
        ("コスモラ-ナ 乳液", "respelled-vowel"),
        ("コスモラナ 乳液", "respelled-vowel"),
        ("Tol-vani 椅子", "respelled-split"),
        ("T o l v a n i 椅子", "respelled-spaced"),
        ("Тоlvаnі 椅子", "respelled-lookalike"),
        ("ク口メリア 枕", "respelled-lookalike"),
        ("クロメリァ 枕", "respelled-vowel"),
        ("Kuromerria 枕", "respelled-typo"),
        ("Kurmoeria 枕", "respelled-typo"),
    ] {
        let found = told(title, None);
        assert_eq!(found.len(), 1, "{title}: {found:?}");
        assert!(
            found[0].ends_with(&format!("is {why}")),
            "{title}: {found:?}"
        );
    }
}

#[test]
fn a_plain_word_needs_evidence() {
    assert_eq!(
        told("木製スタンド アップル 柄", None),
        ["Apple weak plain-word"]
    );
    assert!(told("アップルパイ 6号", None).is_empty());
    assert_eq!(told("Apple ワイヤレスイヤホン", None), ["Apple is lead"]);
    assert_eq!(told("[アップル] 充電器", None), ["Apple is bracket"]);
    assert_eq!(told("充電器 Apple(アップル) 20W", None), ["Apple is twin"]);
    assert_eq!(
        told("充電器 20W Apple", Some("アップル"))[0],
        "Apple is brand-field"
    );
    assert_eq!(told("収納 X2 個", None), ["X2 weak short"]);
    // The brand field names something else.
    assert_eq!(
        told("Apple 柄 タオル", Some("Nanohana")),
        ["Apple weak plain-word"]
    );
}

#[test]
fn goods_that_go_with_a_name_only_mention_it() {
    assert_eq!(
        told("Tolvani 300/400用 カバー", None),
        ["Tolvani mentions compatible"]
    );
    assert_eq!(
        told("カバー for Tolvani", None),
        ["Tolvani mentions compatible"]
    );
    assert_eq!(
        told("コスモラーナ風 小物入れ", None),
        ["コスモラーナ mentions compatible"]
    );
    assert_eq!(
        told("Kuromeria 替え芯 Tolvani 対応", None),
        ["Kuromeria is lead", "Tolvani mentions compatible"]
    );
    assert_eq!(
        told("Kuromeria 替え芯 Graupen 黒", None),
        ["Kuromeria is lead", "グラウペン mentions other-brand"]
    );
    assert_eq!(
        told("【Tolvani】Kuromeria 13 ケース", None),
        ["Tolvani is bracket", "Kuromeria mentions other-brand"]
    );
}

#[test]
fn the_brand_field_is_read_without_company_words() {
    for field in [
        "株式会社コスモラーナ",
        "コスモラーナ㈱",
        "コスモラーナ公式ストア",
        "COSMORANA JAPAN",
        "COSMORANA, Inc.",
        "COSMORANA(コスモラーナ)",
        "Cosmorana™",
        "COSMORANA Official Store",
    ] {
        let found = told("化粧水 200ml", Some(field));
        assert_eq!(found, ["コスモラーナ is brand-field"], "{field}");
    }
    assert!(told("化粧水", Some("コスモラーナス")).is_empty());
}

#[test]
fn the_longest_name_wins_and_allow_terms_clear_their_own_span() {
    assert_eq!(
        told("Mira Solano Junior 靴", None),
        ["Mira Solano Junior is lead"]
    );
    let watch = watch_of(&["Tolvani通り"]);
    assert!(hits(&watch, "Tolvani通り 絵はがき", None).is_empty());
    assert_eq!(hits(&watch, "Tolvani通り Tolvani 絵はがき", None).len(), 1);
}

#[test]
fn a_hit_tells_where_it_stood() {
    let title = "新品 ﾄﾙｳﾞｧｰﾆ 椅子";
    let hit = hits(&WATCH, title, None)[0];
    assert_eq!(&title[hit.start as usize..hit.end as usize], "ﾄﾙｳﾞｧｰﾆ");
    assert_eq!((hit.entry, hit.alias, hit.field), (0, 1, Where::Title));
}

#[test]
fn an_alias_without_letters_is_passed_over() {
    let entry = |aliases: &[&str]| Entry {
        name: "・".to_owned(),
        aliases: aliases.iter().map(|a| (*a).to_owned()).collect(),
    };
    let build = |e: Entry| Watch::build(&[e], &[], &LEXICON).map(|_| ());
    assert_eq!(build(entry(&["---", "Abc"])), Ok(()));
    assert_eq!(build(entry(&["---"])), Err(Fault { entry: 0 }));
}

#[test]
fn the_word_lists_are_sorted_and_folded() {
    for text in [
        include_str!("../../data/lexicon/ja.txt"),
        include_str!("../../data/lexicon/en.txt"),
    ] {
        assert!(text.lines().is_sorted());
        let folded = |line: &str| crate::text::fold(line) == line;
        assert!(text.lines().all(folded));
        assert!(text.lines().step_by(97).all(|line| LEXICON.has(line)));
    }
    assert!(!LEXICON.has("") && !LEXICON.has("トルヴァーニ") && !LEXICON.has("zzz"));
    assert_eq!(
        Lexicon::parse("", "", "role,text\nafter,用\nbehind,x\n")
            .unwrap_err()
            .line,
        3
    );
}

/// Units and flags of a text, character by character.
fn slow_skeleton(text: &str) -> (Vec<u16>, Vec<u8>) {
    use chars::{CHARS, Fate, char_of, several, voiced};
    use skeleton::{EDGE, GAPPED, HIRAGANA, KATAKANA, flags};
    let (mut units, mut marks, mut before) = (Vec::new(), Vec::new(), EDGE);
    for c in text.chars() {
        let char = char_of(&CHARS, c);
        let mut push = |unit: u16, class: u8| {
            units.push(unit);
            marks.push(flags(class, before));
            before = class;
        };
        match char.fate() {
            Fate::Unit | Fate::Twin => push(char.unit(), char.class()),
            Fate::Foreign => push(char.unit(), chars::class(c)),
            Fate::Many => several(c, |unit| {
                before = unit.map_or(GAPPED, |(unit, class)| {
                    units.push(unit);
                    marks.push(flags(class, before));
                    class
                });
            }),
            Fate::Long if [KATAKANA, HIRAGANA].contains(&before) => {}
            Fate::Long | Fate::Separator => before = GAPPED,
            Fate::Voiced | Fate::Semivoiced if before != GAPPED => {
                let full = char.fate() == Fate::Voiced;
                units
                    .last_mut()
                    .into_iter()
                    .for_each(|last| *last = voiced(*last, full));
            }
            Fate::Voiced | Fate::Semivoiced | Fate::Nothing => {}
        }
    }
    (units, marks)
}

proptest! {
    #[test]
    fn reading_runs_of_characters_equals_reading_each(
        any in "\\PC{0,12}",
        text in "[aB9é ・-ーアがｶﾞ゙゚\u{3099}\u{301}工力口日本㈱①™\u{200b}а𠮷😀【】]{0,90}",
    ) {
        for text in [format!("{any}{text}"), format!("{text}{any}")] {
            let mut skeleton = skeleton::Skeleton::default();
            skeleton.set("a longer text that stood there before, of which nothing may be left");
            skeleton.set(&text);
            let (units, flags) = slow_skeleton(&text);
            prop_assert_eq!(skeleton.units(), units);
            prop_assert_eq!(skeleton.flags(), &flags[..]);
            let mut begins = Vec::new();
            skeleton.begins(|at| begins.push(at));
            let is_begin = |at: &usize| flags[*at] & skeleton::BEGIN != 0;
            let slow_begins: Vec<usize> = (0..flags.len()).filter(is_begin).collect();
            prop_assert_eq!(begins, slow_begins);
        }
    }

    #[test]
    fn any_text_is_looked_at_without_harm(
        title in "\\PC{0,40}",
        noise in "[ぁ-んァ-ヶー・ 一-鿿a-zA-Z0-9Ａ-ｚｦ-ﾟ゙゚\u{3099}\u{301}㈱㍿™【】()\\[\\]/、。工力ロ口二一-]{0,30}",
        name in 0..12usize,
        field in "\\PC{0,12}",
    ) {
        for text in [format!("{title}{}{noise}", NAMES[name][0]), format!("{noise} {}{title}", NAMES[name].last().unwrap())] {
            let first = hits(&WATCH, &text, Some(&field));
            prop_assert_eq!(&first, &hits(&WATCH, &text, Some(&field)));
            for hit in first {
                let within = if hit.field == Where::Title { &text } else { &field };
                let matched = within.get(hit.start as usize..hit.end as usize);
                prop_assert!(matched.is_some_and(|m| !m.is_empty()));
                let alias = NAMES[hit.entry as usize][hit.alias as usize];
                if !matches!(hit.why, Why::Respelled(_) | Why::Doubtful(_)) && hit.tier == Tier::Is {
                    let same = skeleton::units(matched.unwrap()) == skeleton::units(alias);
                    prop_assert!(same, "{:?} is no {}", matched, alias);
                }
            }
        }
    }

    #[test]
    fn the_skeleton_forgets_how_a_name_is_written(text in "[ァ-ヴa-z]{1,12}") {
        let wide: String = text.chars().map(|c| match c {
            'a'..='z' => char::from_u32(c as u32 - 0x61 + 0xff21).unwrap(),
            'ァ'..='ヴ' => char::from_u32(c as u32 - 0x60).unwrap(),
            _ => c,
        }).collect();
        prop_assert_eq!(skeleton::units(&text), skeleton::units(&wide));
        let apart: String = text.chars().flat_map(|c| [c, '・']).collect();
        prop_assert_eq!(skeleton::units(&text), skeleton::units(&apart));
    }

    #[test]
    fn places_are_places_of_the_text(text in "[aé①㈱㌔ｶﾞが\u{3099}ー・ 漢☆𠮷😀]{0,16}") {
        let mut skeleton = skeleton::Skeleton::default();
        skeleton.set(&text);
        for from in 0..skeleton.len() {
            for to in from + 1..=skeleton.len() {
                let place = skeleton.written(&text, from, to);
                prop_assert!(text.get(place).is_some_and(|t| !t.is_empty()));
            }
        }
    }
}
