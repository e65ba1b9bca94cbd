//! Numbers: units and yen.

use super::clean::{Ascii, bare, is_empty, is_scientific, or_folded};
use super::{Cell, FromCell, Repair};
use crate::model::Yen;

/// Stand-ins for signs that have no ASCII, inside [`Ascii`].
const YEN: u8 = b'\\';
const EN: u8 = 0x01;
const TRIANGLE: u8 = 0x02;

/// Units.
impl FromCell for u32 {
    fn quick(raw: &[u8]) -> Option<Self> {
        digits(raw)?.try_into().ok()
    }

    fn read(text: &str) -> Cell<Self> {
        units(text)
    }
}

impl FromCell for Yen {
    fn quick(raw: &[u8]) -> Option<Self> {
        digits(raw)?.try_into().ok().map(Yen)
    }

    fn read(text: &str) -> Cell<Self> {
        yen(text)
    }
}

/// A count of units, 0 and above.
#[must_use]
pub fn units(cell: &str) -> Cell<u32> {
    let number = number(cell);
    let Some(value) = number.value else {
        return Cell {
            value: None,
            repair: number.repair,
            bad: number.bad,
        };
    };
    let whole = value.exact && !value.negative;
    let units = u32::try_from(value.amount).ok().filter(|_| whole);
    Cell::found(units, number.repair)
}

/// An amount in yen, which may be negative; fractions are rounded to the whole yen.
#[must_use]
pub fn yen(cell: &str) -> Cell<Yen> {
    let number = number(cell);
    let Some(value) = number.value else {
        return Cell {
            value: None,
            repair: number.repair,
            bad: number.bad,
        };
    };
    let amount = i64::try_from(value.amount).ok();
    let amount = amount.and_then(|a| a.checked_add(i64::from(value.round_up)));
    let repair = if value.exact {
        number.repair
    } else {
        Some(Repair::Rounded)
    };
    Cell::found(
        amount.map(|a| Yen(if value.negative { -a } else { a })),
        repair,
    )
}

/// A cell of nothing but a few digits: nearly every one.
fn digits(text: &[u8]) -> Option<u64> {
    if text.is_empty() || text.len() > 18 {
        return None;
    }
    text.iter().try_fold(0, |sum, b| {
        b.is_ascii_digit().then(|| sum * 10 + u64::from(b - b'0'))
    })
}

/// A decimal number.
#[derive(Clone, Copy, Debug)]
struct Number {
    negative: bool,
    /// The whole part.
    amount: u64,
    /// Nothing but zeros behind the point.
    exact: bool,
    /// One half or more behind the point.
    round_up: bool,
}

fn number(cell: &str) -> Cell<Number> {
    let (text, guard) = bare(cell);
    if is_empty(text) {
        return Cell::empty();
    }
    let ascii = Ascii::fold(text, |c| match c {
        '¥' | '￥' => Some(YEN),
        '円' => Some(EN),
        '△' | '▲' => Some(TRIANGLE),
        _ => None,
    });
    let Some(ascii) = ascii else {
        return Cell::bad(None);
    };
    let mut repair = or_folded(guard, &ascii);
    let mut bytes = ascii.as_bytes();
    if let [b'"', inner @ .., b'"'] = bytes {
        bytes = inner;
    } else if let [b'\'', inner @ ..] = bytes {
        bytes = inner;
        repair = repair.or(Some(Repair::TextMark));
    }
    let (negative, bytes) = signs(bytes, &mut repair);
    if is_scientific(bytes) {
        return Cell::bad(Some(Repair::Scientific));
    }
    Cell::found(decimal(bytes, negative, &mut repair), repair)
}

/// Takes signs and currency off: each at most once, in any order.
fn signs<'t>(mut text: &'t [u8], repair: &mut Option<Repair>) -> (bool, &'t [u8]) {
    let (mut signed, mut currency) = (None, false);
    loop {
        text = text.trim_ascii();
        text = match text {
            [b'(', inner @ .., b')'] if signed.is_none() => {
                signed = Some(true);
                *repair = Some(Repair::NegativeMark);
                inner
            }
            [TRIANGLE, rest @ ..] if signed.is_none() => {
                signed = Some(true);
                *repair = Some(Repair::NegativeMark);
                rest
            }
            [sign @ (b'-' | b'+'), rest @ ..] if signed.is_none() => {
                signed = Some(*sign == b'-');
                rest
            }
            [YEN, rest @ ..] | [b'J', b'P', b'Y', rest @ ..] if !currency => {
                currency = true;
                rest
            }
            [rest @ .., EN] | [rest @ .., b'J', b'P', b'Y'] if !currency => {
                currency = true;
                rest
            }
            _ => break,
        };
    }
    if currency {
        *repair = repair.or(Some(Repair::YenSign));
    }
    (signed == Some(true), text)
}

/// `1980`, `1,980`, `1980.50`; `None` for anything that can be read in two ways.
fn decimal(text: &[u8], negative: bool, repair: &mut Option<Repair>) -> Option<Number> {
    let mut halves = text.splitn(2, |b| *b == b'.');
    let whole = halves.next()?;
    let fraction = halves.next();
    let grouped = whole.contains(&b',');
    if grouped {
        let mut groups = whole.split(|b| *b == b',');
        if !(1..=3).contains(&groups.next()?.len()) || groups.any(|group| group.len() != 3) {
            return None;
        }
        *repair = repair.or(Some(Repair::ThousandsComma));
    }
    let mut amount = 0u64;
    for b in whole.iter().filter(|b| **b != b',') {
        let digit = b.is_ascii_digit().then(|| u64::from(b - b'0'))?;
        amount = amount.checked_mul(10)?.checked_add(digit)?;
    }
    let behind = fraction.unwrap_or_default();
    let sound = behind.iter().all(u8::is_ascii_digit) && fraction.is_none_or(|f| !f.is_empty());
    // 1.980 may be a point between thousands.
    let doubtful = behind.len() == 3 && !grouped && whole.len() <= 3 && amount > 0;
    if whole.is_empty() || !sound || doubtful {
        return None;
    }
    let exact = behind.iter().all(|b| *b == b'0');
    if fraction.is_some() && exact {
        *repair = repair.or(Some(Repair::ZeroFraction));
    }
    Some(Number {
        negative,
        amount,
        exact,
        round_up: behind.first().is_some_and(|b| *b >= b'5'),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_read_in_every_shape_it_is_written() {
        use Repair::*;
        let shapes: &[(&str, i64, Option<Repair>)] = &[
            ("1980", 1980, None),
            ("-1980", -1980, None),
            (" 1980 ", 1980, None),
            ("1,980", 1980, Some(ThousandsComma)),
            ("\"2,691\"", 2691, Some(ThousandsComma)),
            ("-1,436", -1436, Some(ThousandsComma)),
            ("¥ 2,980", 2980, Some(YenSign)),
            ("￥2,980", 2980, Some(YenSign)),
            ("\\2,980", 2980, Some(YenSign)),
            ("-¥2,980", -2980, Some(YenSign)),
            ("¥-2,980", -2980, Some(YenSign)),
            ("2,980円", 2980, Some(YenSign)),
            ("JPY 2980", 2980, Some(YenSign)),
            ("１，９８０円", 1980, Some(FullWidth)),
            ("=\"4463\"", 4463, Some(FormulaGuard)),
            ("(1,436)", -1436, Some(NegativeMark)),
            ("△1,436", -1436, Some(NegativeMark)),
            ("▲1436円", -1436, Some(NegativeMark)),
            ("－５", -5, Some(FullWidth)),
            ("−5", -5, None),
            ("1980.00", 1980, Some(ZeroFraction)),
            ("1980.5", 1981, Some(Rounded)),
            ("-1980.49", -1980, Some(Rounded)),
            ("98.3333333", 98, Some(Rounded)),
            ("1,980.125", 1980, Some(Rounded)),
            ("0", 0, None),
        ];
        for (shape, amount, repair) in shapes {
            let expected = Cell {
                value: Some(Yen(*amount)),
                repair: *repair,
                bad: false,
            };
            assert_eq!(yen(shape), expected, "{shape}");
        }
        for bad in [
            "1.980",
            "1,98",
            "1,9800",
            ",980",
            "1,980,",
            "12,34",
            "$12",
            "abc",
            "1980円円",
            "--5",
            "1 980",
            "1980.",
            ".5",
            "1.2.3",
            "#VALUE!",
            "99999999999999999999",
            "()",
            "円",
            "¥",
            "1,980.00,0",
            "(−5)",
            "5\u{1}5",
        ] {
            assert_eq!(yen(bad), Cell::bad(None), "{bad}");
        }
        assert_eq!(yen("1.98E+3"), Cell::bad(Some(Scientific)));
        assert_eq!(yen("nan"), Cell::empty());
    }

    #[test]
    fn units_are_whole_and_not_negative() {
        assert_eq!(units("12").value, Some(12));
        assert_eq!(units("1,200").value, Some(1200));
        assert_eq!(units("3.0"), Cell::good(3, Some(Repair::ZeroFraction)));
        assert_eq!(units("１２"), Cell::good(12, Some(Repair::FullWidth)));
        for bad in ["3.5", "-1", "4294967296", "3個"] {
            assert!(units(bad).bad, "{bad}");
        }
        assert_eq!(units(""), Cell::empty());
    }
}
