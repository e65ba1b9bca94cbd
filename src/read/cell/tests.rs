//! Tests: a value in any damaged shape comes back, and a wrong one never does.

use super::*;
use crate::model::{Asin, Condition, Day, Jan, Yen};
use proptest::prelude::*;

/// The digits with commas between thousands.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(',');
        }
        text.push(c);
    }
    text
}

fn wide(text: &str) -> String {
    let widen = |c: char| match c {
        '!'..='~' => char::from_u32(c as u32 + 0xfee0).unwrap_or(c),
        ' ' => '\u{3000}',
        c => c,
    };
    text.chars().map(widen).collect()
}

/// What a spreadsheet or a person does to any cell.
fn wrapped(text: &str, how: u8) -> String {
    match how % 6 {
        0 => text.to_owned(),
        1 => format!("=\"{text}\""),
        2 => format!(" {text}\u{3000}\r"),
        3 => wide(text),
        4 => format!("\"{text}\""),
        _ => format!("=\" {text}\""),
    }
}

/// Twelve digits and their check digit.
fn ean(body: u64) -> String {
    let body = format!("{body:012}");
    let weights = [1, 3].into_iter().cycle();
    let sum: u32 = body
        .bytes()
        .zip(weights)
        .map(|(b, w)| u32::from(b - b'0') * w)
        .sum();
    format!("{body}{}", (10 - sum % 10) % 10)
}

fn some_day() -> impl Strategy<Value = Day> {
    (1950_i16..2100, 1_i8..13, 1_i8..32)
        .prop_filter_map("no such day", |(y, m, d)| Day::new(y, m, d).ok())
}

/// The quick way says nothing, or what the whole way says.
fn same<T: FromCell + Copy + PartialEq + std::fmt::Debug>(text: &str) {
    if let Some(value) = T::quick(text.as_bytes()) {
        assert_eq!(T::read(text), Cell::good(value, None), "{text}");
    }
}

fn quick_as_whole(text: &str) {
    same::<Asin>(text);
    same::<Jan>(text);
    same::<u32>(text);
    same::<Yen>(text);
    same::<Condition>(text);
    if let Some(found) = quick_day(text.as_bytes()) {
        assert_eq!(day(text, None), Cell::good(found, None), "{text}");
    }
    if is_clean(text.as_bytes()) {
        assert_eq!(super::text(text), Cell::good(text, None), "{text}");
    }
    if is_clean_text(text) {
        assert_eq!(super::text(text), Cell::good(text, None), "{text}");
    }
}

proptest! {
    #[test]
    fn the_quick_way_never_differs(
        any in "\\PC{0,12}",
        code in "[Bb0-9][0-9A-Za-z]{6,13}",
        number in "[-+ 0-9,.]{1,20}",
        day in "20[0-3][0-9][-/][0-1][0-9][-/][0-3][0-9]",
        clock in "([T ][0-2][0-9]:[0-5][0-9](:[0-6][0-9])?(\\+09:00|-08:00|Z| JST|\\+15:00)?)?",
        mark in prop::sample::select(vec!["-", "nan", "NULL", "N/A", "None", "=\"a\"", "該当無し", "'1", "ー"]),
        edge in "[ \u{3000}\u{feff}\u{200b}\u{85}\u{2014}\u{fffd}検ーあ該）－=\"'nN1-]{0,3}",
    ) {
        let long = format!("{edge}品質検査記録{any}{edge}");
        for cell in [any.as_str(), &code, &number, mark, &edge, &long, &format!("{day}{clock}"), &format!("{mark}{any}")] {
            quick_as_whole(cell);
        }
    }

    #[test]
    fn an_amount_comes_back(amount in 0_u64..10_000_000_000, minus: bool, shape in 0..8, how: u8) {
        let plain = amount.to_string();
        let commas = grouped(amount);
        let text = match shape {
            0 => plain,
            1 => commas,
            2 => format!("¥{commas}"),
            3 => format!("￥ {plain}"),
            4 => format!("{commas}円"),
            5 => format!("{plain}.00"),
            6 => format!("JPY {commas}"),
            _ => format!("\\{commas}"),
        };
        let signed = match (minus, shape % 3) {
            (false, _) => text,
            (_, 0) => format!("-{text}"),
            (_, 1) => format!("({text})"),
            _ => format!("▲{text}"),
        };
        let expected = i64::try_from(amount).map(|a| Yen(if minus { -a } else { a })).ok();
        let cell = yen(&wrapped(&signed, how));
        prop_assert_eq!(cell.value, expected);
        if !minus {
            prop_assert_eq!(units(&wrapped(&signed, how)).value, u32::try_from(amount).ok());
        }
    }

    #[test]
    fn a_number_is_never_another(text in "[0-9,.¥円()eE+-]{1,10}") {
        let cell = yen(&text);
        prop_assert_eq!(cell.value.is_none(), cell.bad || text == "-" || text == "--");
        if let Some(Yen(value)) = cell.value {
            let digits: String = text.chars().filter(char::is_ascii_digit).collect();
            let whole: String = text.split('.').next().unwrap_or_default().chars().filter(char::is_ascii_digit).collect();
            let read: i64 = whole.parse().unwrap_or(-1);
            prop_assert!((value.abs() - read).abs() <= i64::from(whole != digits), "{} read as {}", text, value);
        }
    }

    #[test]
    fn a_jan_comes_back(body in 0_u64..1_000_000_000_000, shape in 0..4, how: u8) {
        let code = ean(body);
        prop_assume!(code != "0000000000000");
        let expected = Jan::parse(code.as_bytes());
        prop_assert!(expected.is_some());
        let text = match shape {
            0 => code.clone(),
            1 => format!("{code}.0"),
            2 => format!("{}-{}-{}", &code[..1], &code[1..7], &code[7..]),
            _ => code.trim_start_matches('0').to_owned(),
        };
        let cell = jan(&wrapped(&text, how));
        // What lost more than two digits is told apart from nothing: bad, but never another code.
        let kept = text.chars().filter(char::is_ascii_digit).count() >= 11 || shape < 3;
        if kept {
            prop_assert_eq!(cell.value, expected);
        } else {
            prop_assert!(cell.bad || cell.value == expected || cell.repair == Some(Repair::Isbn10));
        }
    }

    #[test]
    fn a_wrong_check_digit_is_never_right(body in 0_u64..1_000_000_000_000, wrong in 1_u8..10, how: u8) {
        let mut code = ean(body).into_bytes();
        code[12] = b'0' + (code[12] - b'0' + wrong) % 10;
        let code = String::from_utf8_lossy(&code);
        prop_assert!(jan(&wrapped(&code, how)).bad);
    }

    #[test]
    fn what_lost_its_digits_is_not_repaired(mantissa in "[1-9]\\.[0-9]{1,6}", plus: bool, exponent in 0..20) {
        let text = format!("{mantissa}E{}{exponent:02}", if plus { "+" } else { "" });
        prop_assert_eq!(jan(&text), Cell::bad(Some(Repair::Scientific)));
        prop_assert_eq!(asin(&text), Cell::bad(Some(Repair::Scientific)));
        prop_assert_eq!(yen(&text), Cell::bad(Some(Repair::Scientific)));
        prop_assert_eq!(units(&text), Cell::bad(Some(Repair::Scientific)));
        prop_assert_eq!(day(&text, None), Cell::bad(Some(Repair::Scientific)));
    }

    #[test]
    fn an_asin_comes_back(code in "B0[0-9A-Z]{8}", low: bool, how: u8) {
        let text = if low { code.to_lowercase() } else { code.clone() };
        prop_assert_eq!(asin(&wrapped(&text, how)).value, Asin::parse(code.as_bytes()));
    }

    #[test]
    fn a_day_comes_back(date in some_day(), shape in 0..14, how: u8, hour in 0..24, minute in 0..60) {
        let (y, m, d) = (date.year(), date.month(), date.day());
        let name = date.strftime("%b").to_string();
        let text = match shape {
            0 => format!("{y}-{m:02}-{d:02}"),
            1 => format!("{y}/{m}/{d}"),
            2 => format!("{y}/{m:02}/{d:02} {hour}:{minute:02}:00 JST"),
            3 => format!("{y}-{m:02}-{d:02}T{hour:02}:{minute:02}:59.123+09:00"),
            4 => format!("{y}年{m}月{d}日 {hour:02}:{minute:02}"),
            5 => format!("{y}{m:02}{d:02}"),
            6 => format!("{name} {d}, {y}"),
            7 => format!("{d:02}-{}-{y}", name.to_uppercase()),
            8 if y >= 2019 => format!("令和{}年{m}月{d}日", y - 2018),
            9 if y >= 2019 => format!("R{:02}.{m}.{d}", y - 2018),
            10 if y < 1989 => format!("昭和{}年{m}月{d}日", y - 1925),
            11 => format!("{y}年{m}月{d}日({})", ["日", "月", "火", "水", "木", "金", "土"][date.weekday().to_sunday_zero_offset() as usize]),
            12 => {
                let utc = date.at(hour as i8, minute as i8, 0, 0) - jiff::Span::new().hours(9);
                utc.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
            }
            13 => {
                let start = Day::constant(1899, 12, 30);
                let serial = start.until(date).map(|s| s.get_days()).unwrap_or(0);
                if (20_000..=80_000).contains(&serial) { serial.to_string() } else { date.to_string() }
            }
            _ => format!("平成{}年{m}月{d}日", if (1989..2088).contains(&y) { y - 1988 } else { return Ok(()) }),
        };
        let cell = day(&wrapped(&text, how), None);
        prop_assert_eq!(cell.value, Some(date), "{}", text);
    }

    #[test]
    fn nothing_panics(text in "\\PC{0,20}", knotty in "[0-9年月日令和平成昭元RHS/.:,TZ+eE()=\"'¥円-]{0,16}", format in "[%a-zA-Z/ -]{0,6}") {
        for cell in [text.as_str(), knotty.as_str()] {
            let _ = (super::text(cell), asin(cell), jan(cell), units(cell), yen(cell), condition(cell), order_id(cell));
            let _ = (day(cell, None), day(cell, Some(&format)));
        }
    }

    #[test]
    fn free_text_keeps_its_inside(inside in "[^=\"\\s\\p{C}][^\\p{C}\"]{0,10}[^\"\\s\\p{C}]", how: u8) {
        prop_assume!(!clean::is_empty(&inside) && how % 6 < 3);
        let cell = wrapped(&inside, how);
        prop_assert_eq!(text(&cell).value, Some(inside.as_str()));
    }

    #[test]
    fn a_condition_comes_back(code in prop::sample::select(vec![1_u32, 2, 3, 4, 5, 6, 7, 8, 10, 11]), how: u8) {
        prop_assume!(how % 6 != 4);
        let found = condition(&wrapped(&code.to_string(), how));
        prop_assert_eq!(found.value, Condition::from_code(code));
    }
}
