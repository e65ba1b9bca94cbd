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
        requests: include_str!("../../data/notices/requests.toml"),
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
    read(
        &letter,
        &data(),
        Some("2026-11-20".parse().unwrap()),
        Day::constant(2026, 11, 21),
    )
}

#[test]
fn the_shipped_data_is_sound() {
    let data = data();
    assert!(data.kinds.len() >= 14);
}

/// The deadline that a text sets when it came on 2026-11-20.
fn limit(text: &str, data: &Data) -> Option<Deadline> {
    let letter = Letter {
        text: text.to_owned(),
        ..Letter::default()
    };
    let text = Text::of(&Page::of(&letter, data), data, &[Zone::Fresh]);
    clock::deadline(&text.sentences, data, Day::constant(2026, 11, 20))
}

#[test]
fn limits_are_counted_from_the_day_of_the_mail() {
    let data = data();
    for (text, day) in [
        ("17日以内に請求書をご提出ください。", "2026-12-07"),
        ("72時間以内に改善計画をご提出ください。", "2026-11-23"),
        ("7営業日以内に許可証の写しをご提出ください。", "2026-12-02"),
        ("2026年12月1日までに請求書をご提出ください。", "2026-12-01"),
        (
            "令和8年12月1日（火）までに請求書をご提出ください。",
            "2026-12-01",
        ),
        ("12/1までに書類を提出してください。", "2026-12-01"),
        (
            "１２月１日（火）１７時までに書類を提出してください。",
            "2026-12-01",
        ),
        ("二週間以内に書類をご提出ください。", "2026-12-04"),
        ("Please submit your invoices within 17 days.", "2026-12-07"),
        (
            "Please send the documents within seventeen (17) calendar days.",
            "2026-12-07",
        ),
        (
            "You have 72 hours to submit a plan of action.",
            "2026-11-23",
        ),
        (
            "Please provide the invoice by December 1, 2026.",
            "2026-12-01",
        ),
        (
            "Please provide the invoice no later than 1 December.",
            "2026-12-01",
        ),
        (
            "Please reply with the documents within 2 business days.",
            "2026-11-25",
        ),
        ("提出期限：2026年12月1日", "2026-12-01"),
        ("回答期限: 7日", "2026-11-27"),
        (
            "過去365日分の請求書を7日以内にご提出ください。",
            "2026-11-27",
        ),
        (
            "7日以内に過去365日以内に発行された請求書をご提出ください。",
            "2026-11-27",
        ),
        (
            "7日以内に、過去365日以内に発行された請求書をご提出ください。",
            "2026-11-27",
        ),
    ] {
        let found = limit(text, &data);
        assert_eq!(
            found.map(|d| d.day.to_string()).as_deref(),
            Some(day),
            "{text}"
        );
    }
}

#[test]
fn spans_that_ask_for_nothing_are_no_limit() {
    let data = data();
    for text in [
        "過去365日以内に発行された請求書をご提出ください。",
        "2営業日以内にご返信いたします。",
        "売上金は最大90日間留保されます。",
        "Invoices must be issued within the last 365 days.",
        "We will respond within 2 business days.",
        "Funds will be held for up to 90 days.",
    ] {
        let found = limit(text, &data);
        assert_eq!(found, None, "{text}");
    }
}

#[test]
fn an_address_and_a_number_are_no_asin() {
    let read =
        reading("ASIN：Ｂ０ＴＥＳＴ０００１、b0test\u{200b}0002 ケース番号 4123456789 B0TEST00033");
    let asins: Vec<String> = read.asins.iter().map(ToString::to_string).collect();
    assert_eq!(asins, ["B0TEST0001", "B0TEST0002"]);
}

#[test]
fn what_is_quoted_does_not_decide() {
    let read = reading(
        "ご提出ありがとうございます。出品を再開いたしました。\n\n> 真正性に関する苦情を受け、出品を取り消しました。\n> 7日以内に請求書をご提出ください。",
    );
    assert_eq!(read.kind, NoticeKind::ResolvedReinstated);
    assert_eq!(read.deadline, None);
}

#[test]
fn holidays_are_no_working_days() {
    let data = data();
    for (from, days, to) in [
        ("2026-11-20", 1, "2026-11-24"),
        ("2026-09-18", 1, "2026-09-24"),
        ("2026-04-28", 3, "2026-05-07"),
    ] {
        let day = data.calendar.after(from.parse().unwrap(), days);
        assert_eq!(
            day.map(|day| day.to_string()).as_deref(),
            Some(to),
            "{from}"
        );
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]
    #[test]
    fn any_text_is_read_and_its_asins_stand_in_it(
        text in "(\\PC|[\\n>。、.]|B0[0-9A-Z]{8}|出品|を取り消し|真正性|account|suspended|[0-9]{1,4}(日|営業日|時間)以内|within [0-9]{1,3} days|権利者|より|\\(|12/1|令和){0,60}"
    ) {
        static DATA: std::sync::LazyLock<Data> = std::sync::LazyLock::new(data);
        let letter = Letter { text: text.clone(), ..Letter::default() };
        let read = read(&letter, &DATA, None, Day::constant(2026, 11, 21));
        let plain: String = crate::text::fold(&text).to_uppercase();
        for asin in &read.asins {
            proptest::prop_assert!(plain.contains(asin.as_str()), "{asin} in {text:?}");
        }
        proptest::prop_assert!((0.0..=1.0).contains(&read.confidence));
    }
}
