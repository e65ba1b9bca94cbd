//! Tests: days in every shape they are written.

use super::*;

fn read(cell: &str) -> (Option<String>, Option<Repair>, bool) {
    let cell = day(cell, None);
    (cell.value.map(|d| d.to_string()), cell.repair, cell.bad)
}

#[test]
fn a_day_is_read_in_every_shape_it_is_written() {
    use Repair::{EraDate, ExcelSerial, FormulaGuard, FullWidth};
    let shapes: &[(&str, &str, Option<Repair>)] = &[
        ("2025/12/21 00:16:29 JST", "2025-12-21", None),
        ("2025/01/01 0:21:14 JST", "2025-01-01", None),
        ("2025/12/3", "2025-12-03", None),
        ("2025-12-03", "2025-12-03", None),
        ("2025.12.3", "2025-12-03", None),
        ("2025-12-20T03:10:00+09:00", "2025-12-20", None),
        ("2025-12-20T14:59:59Z", "2025-12-20", None),
        ("2025-12-20T15:00:00Z", "2025-12-21", None),
        ("2025-12-31T15:00:00.123+00:00", "2026-01-01", None),
        ("2025-12-20T23:30:00-0800", "2025-12-21", None),
        ("2025-12-20T00:30:00+14:00", "2025-12-19", None),
        ("2025-12-20 15:16:29 UTC", "2025-12-21", None),
        ("2025-12-20Z", "2025-12-20", None),
        ("2025年11月1日 07:55", "2025-11-01", None),
        ("2025年11月1日(土) 7時55分", "2025-11-01", None),
        ("2025/11/01（土曜日）", "2025-11-01", None),
        ("2025 年 1 月 5 日", "2025-01-05", None),
        ("２０２５年１月５日", "2025-01-05", Some(FullWidth)),
        ("２０２５／０１／０５", "2025-01-05", Some(FullWidth)),
        ("令和6年5月1日", "2024-05-01", Some(EraDate)),
        ("令和元年5月1日", "2019-05-01", Some(EraDate)),
        ("R6.5.1", "2024-05-01", Some(EraDate)),
        ("r06/05/01", "2024-05-01", Some(EraDate)),
        ("㋿6年5月1日", "2024-05-01", Some(EraDate)),
        ("平成31年4月30日", "2019-04-30", Some(EraDate)),
        ("H31.4.30", "2019-04-30", Some(EraDate)),
        ("昭和64年1月7日", "1989-01-07", Some(EraDate)),
        ("45678", "2025-01-21", Some(ExcelSerial)),
        ("20250131", "2025-01-31", None),
        ("20250131 10:20", "2025-01-31", None),
        ("Jan 5, 2025", "2025-01-05", None),
        ("January 5 2025", "2025-01-05", None),
        ("Sep 5, 2025 10:20:30 PM JST", "2025-09-05", None),
        ("5 Sept 2025", "2025-09-05", None),
        ("05-JAN-2025", "2025-01-05", None),
        ("Fri, 05 Dec 2025 15:11:12 GMT", "2025-12-06", None),
        ("=\"2025/12/3\"", "2025-12-03", Some(FormulaGuard)),
        ("\"2025/12/3\"", "2025-12-03", None),
        ("2024-02-29", "2024-02-29", None),
        ("2025/12/03 24:00", "2025-12-03", None),
        ("2025/12/03 午後 3:15", "2025-12-03", None),
    ];
    for (shape, expected, repair) in shapes {
        assert_eq!(
            read(shape),
            (Some((*expected).to_owned()), *repair, false),
            "{shape}"
        );
    }
}

#[test]
fn what_can_be_read_in_two_ways_or_none_is_bad() {
    for bad in [
        "12/03/2025",
        "03.12.2025",
        "25/12/03",
        "2025/12",
        "2025-02-29",
        "2025/13/01",
        "2025-12/03",
        "202512",
        "19999",
        "80001",
        "45678.5",
        "2025/12/03 頃",
        "2025/12/031",
        "2025/12/03 25:00",
        "令和6年",
        "令和0年1月1日",
        "X6.5.1",
        "Foo 5, 2025",
        "Jan 5",
        "5 Jan 25",
        "2025/12/03(仏)",
        "0000-00-00",
        "1899-12-31",
        "2200-01-01",
        "2025-12-03T10:00+25:00",
        "20251301",
        "不明",
        "2025-12-0３",
        "R",
        "S",
        "2025年12月",
        "2025\u{1}12\u{2}3\u{3}",
    ] {
        let got = read(bad);
        if bad == "2025-12-0３" {
            assert_eq!(got.1, Some(Repair::FullWidth), "{bad}");
            continue;
        }
        assert_eq!(got, (None, None, true), "{bad}");
    }
    assert_eq!(read("4.5E+4"), (None, Some(Repair::Scientific), true));
    for empty in ["", " ", "-", "該当無し"] {
        assert_eq!(day(empty, None), Cell::empty());
    }
}

#[test]
fn a_format_is_tried_first() {
    let read = |cell, format| day(cell, Some(format)).value.map(|d| d.to_string());
    assert_eq!(
        read("03/12/2025", "%d/%m/%Y").as_deref(),
        Some("2025-12-03")
    );
    assert_eq!(read("Feb-03-26", "%b-%d-%y").as_deref(), Some("2026-02-03"));
    assert_eq!(
        read("2025-12-20 16:00 +0000", "%Y-%m-%d %H:%M %z").as_deref(),
        Some("2025-12-21")
    );
    assert_eq!(
        read("2025/12/03", "%d/%m/%Y").as_deref(),
        Some("2025-12-03")
    );
    assert_eq!(read("45678", "%d/%m/%Y").as_deref(), Some("2025-01-21"));
    assert!(day("31/31/2025", Some("%d/%m/%Y")).bad);
    assert!(day("x", Some("%")).bad);
}
