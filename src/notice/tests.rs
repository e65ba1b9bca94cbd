//! Tests of reading notices.

use super::*;

fn data() -> Data {
    Data::parse(&Sources {
        concepts: include_str!("../../data/notices/concepts.toml"),
        signals: include_str!("../../data/notices/signals.toml"),
        kinds: include_str!("../../data/notices/kinds.toml"),
        clocks: include_str!("../../data/notices/clocks.toml"),
        papers: include_str!("../../data/notices/papers.toml"),
        parties: include_str!("../../data/notices/parties.toml"),
        marks: include_str!("../../data/notices/marks.toml"),
        holidays: include_str!("../../data/holidays.csv"),
    })
    .unwrap()
}

fn reading(text: &str) -> Reading {
    let letter = Letter {
        text: text.to_owned(),
        ..Letter::default()
    };
    read(&letter, &data(), Some("2026-11-20".parse().unwrap()), Day::constant(2026, 11, 21))
}

#[test]
fn the_shipped_data_is_sound() {
    let data = data();
    assert!(data.kinds.len() >= 14);
}

#[test]
fn limits_are_counted_from_the_day_of_the_mail() {
    for (text, day) in [
        ("17日以内に請求書をご提出ください。", "2026-12-07"),
        ("72時間以内に改善計画をご提出ください。", "2026-11-23"),
        ("7営業日以内に許可証の写しをご提出ください。", "2026-12-02"),
        ("2026年12月1日までに請求書をご提出ください。", "2026-12-01"),
        ("令和8年12月1日（火）までに請求書をご提出ください。", "2026-12-01"),
        ("12/1までに書類を提出してください。", "2026-12-01"),
        ("１２月１日（火）１７時までに書類を提出してください。", "2026-12-01"),
        ("二週間以内に書類をご提出ください。", "2026-12-04"),
        ("Please submit your invoices within 17 days.", "2026-12-07"),
        ("Please send the documents within seventeen (17) calendar days.", "2026-12-07"),
        ("You have 72 hours to submit a plan of action.", "2026-11-23"),
        ("Please provide the invoice by December 1, 2026.", "2026-12-01"),
        ("Please provide the invoice no later than 1 December.", "2026-12-01"),
        ("Please reply with the documents within 2 business days.", "2026-11-25"),
        ("提出期限：2026年12月1日", "2026-12-01"),
        ("回答期限: 7日", "2026-11-27"),
        ("7日以内に、過去365日以内に発行された請求書をご提出ください。", "2026-11-27"),
    ] {
        let sentences = Text::of(
            &Page::of(&Letter { text: text.into(), ..Letter::default() }, &data()),
            &data(),
            &[Zone::Fresh],
        );
        let found = clock::deadline(&sentences.sentences, &data(), "2026-11-20".parse().unwrap());
        assert_eq!(found.map(|d| d.day.to_string()).as_deref(), Some(day), "{text}");
    }
    for text in [
        "過去365日以内に発行された請求書をご提出ください。",
        "2営業日以内にご返信いたします。",
        "売上金は最大90日間留保されます。",
        "Invoices must be issued within the last 365 days.",
        "We will respond within 2 business days.",
        "Funds will be held for up to 90 days.",
    ] {
        let sentences = Text::of(
            &Page::of(&Letter { text: text.into(), ..Letter::default() }, &data()),
            &data(),
            &[Zone::Fresh],
        );
        let found = clock::deadline(&sentences.sentences, &data(), "2026-11-20".parse().unwrap());
        assert_eq!(found, None, "{text}");
    }
}

#[test]
fn an_address_and_a_number_are_no_asin() {
    let read = reading("ASIN：Ｂ０ＴＥＳＴ０００１、b0test\u{200b}0002 ケース番号 4123456789 B0TEST00033");
    let asins: Vec<String> = read.asins.iter().map(ToString::to_string).collect();
    assert_eq!(asins, ["B0TEST0001", "B0TEST0002"]);
}
